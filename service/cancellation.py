"""Whether anybody still waits for a piece of work; it travels with the request down into the engines."""

from collections.abc import Callable
from threading import Lock

from service.errors import Cancelled


class Cancellation:
    """A flag that is raised once, from any thread, and never lowered."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether it was raised."""
        return self._cancelled

    def cancel(self) -> None:
        """Raise it, and tell everybody who asked; safe to call twice."""
        with self._lock:
            self._cancelled = True
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def on_cancel(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when it is raised, or now if it was; the result takes the listener away again."""
        with self._lock:
            waiting = not self._cancelled
            if waiting:
                self._listeners.append(listener)
        if not waiting:
            listener()

        def forget() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return forget

    def check(self) -> None:
        """Raise Cancelled where nobody waits any more."""
        if self._cancelled:
            raise Cancelled("nobody waits for this any more")
