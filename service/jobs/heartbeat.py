"""The leases one process holds: renewed every second, and ended where the job was cancelled or passed to another."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from service.cancellation import Cancellation
from service.errors import StoreUnavailable
from service.jobs.store import JobStore, Lease, Standing
from service.jobs.ticks import Ticks

BEAT_SECONDS = 1.0


class Hold:
    """One lease while it is worked on; `cancellation` is what the work looks at."""

    def __init__(self, lease: Lease) -> None:
        self.lease = lease
        self.cancellation = Cancellation()
        self.standing = Standing.HELD
        self.given_back = False


class Heartbeat:
    """Renews what is held, in a thread; one for a process."""

    def __init__(self, store: JobStore, *, seconds: float = BEAT_SECONDS) -> None:
        self._store = store
        self._lock = Lock()
        self._holds: set[Hold] = set()
        self._stopping = False
        self._ticks = Ticks(self.beat, seconds=seconds, name="job-heartbeat")

    def start(self) -> None:
        """Begin to renew."""
        self._ticks.start()

    def stop(self) -> None:
        """Renew nothing any more."""
        self._ticks.stop()

    @property
    def alive(self) -> bool:
        """Whether leases are being renewed."""
        return self._ticks.alive

    @property
    def held(self) -> int:
        """How many leases are held."""
        with self._lock:
            return len(self._holds)

    @contextmanager
    def holding(self, lease: Lease) -> Iterator[Hold]:
        """Renew `lease` for the length of the block."""
        hold = Hold(lease)
        with self._lock:
            self._holds.add(hold)
            stopping = self._stopping
        if stopping:
            _give_back(hold)
        try:
            yield hold
        finally:
            with self._lock:
                self._holds.discard(hold)

    def beat(self) -> None:
        """Renew every lease once; raises StoreUnavailable after all were tried."""
        failure: StoreUnavailable | None = None
        for hold in self._now():
            try:
                hold.standing = self._store.renew(hold.lease)
            except StoreUnavailable as error:
                failure = error
                continue
            if hold.standing is not Standing.HELD:
                hold.cancellation.cancel()
        if failure is not None:
            raise failure

    def give_back(self) -> None:
        """Have all work stop, so that its jobs wait again for another process."""
        with self._lock:
            self._stopping = True
        for hold in self._now():
            _give_back(hold)

    def _now(self) -> list[Hold]:
        with self._lock:
            return list(self._holds)


def _give_back(hold: Hold) -> None:
    hold.given_back = True
    # A listener that fails is the engine's flaw; the others must hear of it all the same.
    with suppress(Exception):
        hold.cancellation.cancel()
