"""When to try a server again, and when to stop."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TypeVar

from service.errors import EngineError, EngineUnavailable

T = TypeVar("T")


class Again(Exception):
    """A failure that another attempt may mend, after `retry_in_seconds` where the server named them; never let out."""

    def __init__(self, message: str, *, retry_in_seconds: float | None = None) -> None:
        super().__init__(message)
        self.retry_in_seconds = retry_in_seconds


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long: waits double from `first_wait_seconds`, each with up to half of it taken off by chance.

    `sleep` and `chance` (0 to 1) are there for tests.
    """

    attempts: int = 4
    first_wait_seconds: float = 0.5
    longest_wait_seconds: float = 8.0
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def insist(self, act: Callable[[], T], deadline: float) -> T:
        """The outcome of `act`, called again after `Again` as long as the wait ends before the deadline."""
        for attempt in range(1, self.attempts + 1):
            try:
                return act()
            except Again as error:
                wait = self._wait(attempt, error)
                if attempt == self.attempts or time.monotonic() + wait >= deadline:
                    raise EngineUnavailable(f"{error} (tried {attempt} times)") from error
                self.sleep(wait)
        raise EngineError("nothing was tried; allow at least one attempt")

    def _wait(self, attempt: int, error: Again) -> float:
        wait = min(self.longest_wait_seconds, self.first_wait_seconds * 2.0 ** (attempt - 1))
        return max(wait * (1 - self.chance() / 2), error.retry_in_seconds or 0.0)


def retry_after_seconds(header: str | None) -> float | None:
    """The seconds a `Retry-After` header asks for, as a number or a date (RFC 9110, section 10.2.3); else None."""
    if header is None:
        return None
    stripped = header.strip()
    if stripped.isascii() and stripped.isdigit():
        return float(stripped[:9])
    try:
        return max(0.0, parsedate_to_datetime(stripped).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
