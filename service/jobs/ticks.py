"""A chore that is done again and again in a thread of its own, whatever befalls the store meanwhile."""

from collections.abc import Callable
from threading import Event, Thread

import structlog

from service.errors import StoreUnavailable

log = structlog.get_logger(__name__)


class Ticks:
    """Calls `chore` every `seconds` from `start` to `stop`; the loss of the store is logged once, and so is its end."""

    def __init__(self, chore: Callable[[], object], *, seconds: float, name: str) -> None:
        self._chore = chore
        self._seconds = seconds
        self._stopped = Event()
        self._failing = False
        self.name = name
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def alive(self) -> bool:
        """Whether it goes on."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin; the first call comes at once."""
        self._thread.start()

    def stop(self) -> None:
        """End after the call that runs; safe to call twice, or where it was never started."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._once()
            self._stopped.wait(self._seconds)

    def _once(self) -> None:
        try:
            self._chore()
        except Exception as error:
            # A foreign error is a flaw of ours; a chore that stopped for it would leave jobs lying.
            if not isinstance(error, StoreUnavailable):
                log.exception("chore_failed", chore=self._thread.name)
            elif not self._failing:
                log.warning("chore_waits", chore=self._thread.name, why=str(error))
            self._failing = True
            return
        if self._failing:
            log.info("chore_goes_on", chore=self._thread.name)
        self._failing = False
