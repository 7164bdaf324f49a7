"""The two clocks of a machine: one that people read and may jump, one that only goes on."""

import time
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock:
    """Leases and waits are measured in `steady`, which means something only while `boot` is the same."""

    def __init__(self) -> None:
        self.boot = _BOOT_ID.read_text("ascii").strip()

    def steady(self) -> float:
        """Seconds since the machine was started, asleep or not; no setting of the clock moves it."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def wall(self) -> float:
        """Seconds since the epoch, as the machine believes."""
        return time.time()
