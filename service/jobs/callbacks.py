"""Callbacks of finished jobs: claimed from the store, signed, sent, and tried again with growing waits.

At least once: a sender that dies after the receiver's answer and before its note sends again once its claim lapses.
`X-Delivery` is the same each time, so that a receiver can drop the double. Logs name the job and the host, never the
path, the query or the body.
"""

import random
import socket
import ssl
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Condition, Thread

import httpcore2
import structlog

from service import __version__
from service.errors import ConfigError, NewsbriefsError
from service.jobs.addresses import AddressRefused, GetAddrInfo, read_url, resolve
from service.jobs.callback_post import Answer, PostFailed, Timeouts, post
from service.jobs.callback_turns import Turn, Turns
from service.jobs.signing import SIGNATURE_HEADER, TIMESTAMP_HEADER, sign, stamp
from service.jobs.store import CALLBACK_LEASE_SECONDS, CallbackStore, DueCallback

log = structlog.get_logger(__name__)

# Seconds to wait after the first, second … failure; after more, the last. Eight attempts span 3 hours and 40 minutes.
WAITS = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0, 7200.0, 14_400.0)
_JITTER = 0.2
_LONGEST_RETRY_AFTER = 14_400.0
_TRY_LATER = frozenset({429, 503})
_GONE = 410
_AT_ONCE, _PER_HOST, _MOST_WAITING = 8, 2, 64
# A claim that was not used comes again after one to two of these: rarely enough not to keep the store busy.
_POSTPONED_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class CallbackCounts:
    """Since the start: callbacks taken, sendings that failed, callbacks given up; and those that wait or run here."""

    sent: int = 0
    failed: int = 0
    given_up: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one sending ended; `lasting` where trying again can't help."""

    taken: bool
    why: str
    lasting: bool = False
    retry_after_seconds: float | None = None


def wait_seconds(attempt: int, *, retry_after_seconds: float | None, chance: float) -> float:
    """How long to wait after failure number `attempt`, never less than the receiver asks for, up to four hours.

    `chance`, from 0 to 1, moves the wait of the table by up to a fifth either way.
    """
    table = WAITS[min(attempt, len(WAITS)) - 1] * (1 + _JITTER * (2 * chance - 1))
    return max(table, min(retry_after_seconds or 0.0, _LONGEST_RETRY_AFTER))


class CallbackSender:
    """A thread that claims callbacks as they fall due, and a few more that send them.

    `clock` gives Unix seconds; it and what follows are there for tests.
    """

    def __init__(
        self,
        store: CallbackStore,
        *,
        secret: str,
        allow: Collection[str],
        attempts: int,
        worker: str,
        poll_seconds: float = 1.0,
        timeouts: Timeouts | None = None,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.time,
        chance: Callable[[], float] = random.random,
        getaddrinfo: GetAddrInfo = socket.getaddrinfo,
    ) -> None:
        if not secret:
            raise ConfigError("callbacks are never sent unsigned; set NEWSBRIEFS_CALLBACK_SECRET")
        self._store = store
        self._secret = secret
        self._allow = frozenset(allow)
        self._attempts = attempts
        self._worker = worker
        self._poll_seconds = poll_seconds
        self._timeouts = timeouts or Timeouts()
        self._tls = tls or httpcore2.default_ssl_context()
        self._clock = clock
        self._chance = chance
        self._getaddrinfo = getaddrinfo
        self._changed = Condition()
        self._turns = Turns(at_once=_AT_ONCE, per_host=_PER_HOST, most_waiting=_MOST_WAITING)
        self._counts = CallbackCounts()
        self._woken = self._stopping = False
        self._reachable = True
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="callback")
        self._thread = Thread(target=self._run, name="callbacks", daemon=True)

    @property
    def alive(self) -> bool:
        """Whether due callbacks are being looked for."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def wake(self) -> None:
        """Look for due callbacks now: a job has just ended."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def stop(self) -> None:
        """Finish what is being sent, hand back the rest; safe to call twice, or where it was never started."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._threads.shutdown()

    def counts(self) -> CallbackCounts:
        """What was sent so far, for metrics."""
        with self._changed:
            return replace(self._counts, waiting=self._turns.waiting + self._turns.running)

    def _run(self) -> None:
        while not self._stopping:
            due = self._claim()
            if due is None:
                self._rest()
            else:
                self._admit(due)
            self._hand_back(before=time.monotonic() - self._patience())
        self._hand_back(before=float("inf"))

    def _patience(self) -> float:
        """How long a claim may wait here: what remains of it must still be enough to look up a name and send."""
        return CALLBACK_LEASE_SECONDS / 2 - self._timeouts.total / 2

    def _claim(self) -> DueCallback | None:
        with self._changed:
            if self._turns.saturated:
                return None
        try:
            due = self._store.claim_callback(self._worker)
        except Exception as error:
            if self._reachable:
                log.error("callbacks_not_claimed", exc_info=not isinstance(error, NewsbriefsError))
            self._reachable = False
            return None
        self._reachable = True
        return due

    def _rest(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._woken or self._stopping, self._poll_seconds)
            self._woken = False

    def _admit(self, due: DueCallback) -> None:
        turn = Turn(due, _host(due.url), time.monotonic())
        with self._changed:
            crowded_out = self._turns.add(turn)
        if crowded_out is not None:
            self._postpone(crowded_out)
        self._begin()

    def _begin(self) -> None:
        with self._changed:
            while not self._stopping and (turn := self._turns.begin()) is not None:
                self._threads.submit(self._take, turn)

    def _hand_back(self, *, before: float) -> None:
        with self._changed:
            stale = self._turns.stale(before)
        for turn in stale:
            self._postpone(turn)

    def _postpone(self, turn: Turn) -> None:
        """Give back a claim that was not used; no attempt is counted for it."""
        wait = 0.0 if self._stopping else _POSTPONED_SECONDS * (1 + self._chance())
        with suppress(NewsbriefsError):
            self._store.callback_failed(
                turn.due, retry_in_seconds=wait, why="other callbacks to its host came first", counted=False
            )

    def _take(self, turn: Turn) -> None:
        try:
            self._settle(turn.due, self.send(turn.due))
        except NewsbriefsError as error:
            log.warning("callback_not_noted", job_id=turn.due.job_id, error=str(error))
        except Exception:
            log.exception("callback_broke", job_id=turn.due.job_id)
        finally:
            with self._changed:
                self._turns.end(turn)
            self._begin()
            self.wake()

    def send(self, due: DueCallback) -> Attempt:
        """Send one callback, once; nothing is noted in the store."""
        try:
            target = read_url(due.url)
            addresses = resolve(target.host, target.port, allow=self._allow, getaddrinfo=self._getaddrinfo)
            body = stamp(due.body, now=self._clock())
            headers = self._headers(due, body)
            return _judged(post(target, addresses, headers=headers, body=body, timeouts=self._timeouts, tls=self._tls))
        except AddressRefused as error:
            return Attempt(False, str(error), lasting=True)
        except (OSError, UnicodeError):
            return Attempt(False, "the name of its host can't be resolved")
        except ValueError as error:
            return Attempt(False, str(error), lasting=True)
        except PostFailed as error:
            return Attempt(False, str(error))

    def _headers(self, due: DueCallback, body: bytes) -> dict[str, str]:
        return {
            "Content-Type": "application/json",
            "User-Agent": f"newsbriefs/{__version__}",
            "X-Job-Id": due.job_id,
            "X-Delivery": sha256(f"callback {due.job_id}".encode()).hexdigest()[:32],
            TIMESTAMP_HEADER: str(int(self._clock())),
            SIGNATURE_HEADER: sign(self._secret, body),
        }

    def _settle(self, due: DueCallback, attempt: Attempt) -> None:
        told = {"job_id": due.job_id, "host": _host(due.url), "attempt": due.attempt, "outcome": attempt.why}
        if attempt.taken:
            self._store.callback_delivered(due)
            self._count(sent=1)
            log.info("callback_sent", **told)
        elif attempt.lasting or due.attempt >= self._attempts:
            self._store.callback_failed(due, retry_in_seconds=None, why=attempt.why)
            self._count(failed=1, given_up=1)
            log.warning("callback_given_up", **told)
        else:
            wait = wait_seconds(due.attempt, retry_after_seconds=attempt.retry_after_seconds, chance=self._chance())
            self._store.callback_failed(due, retry_in_seconds=wait, why=attempt.why)
            self._count(failed=1)
            log.info("callback_failed", retry_in_seconds=round(wait), **told)

    def _count(self, *, sent: int = 0, failed: int = 0, given_up: int = 0) -> None:
        with self._changed:
            now = self._counts
            self._counts = CallbackCounts(now.sent + sent, now.failed + failed, now.given_up + given_up)


def _judged(answer: Answer) -> Attempt:
    """2xx is taken; 410 is the receiver's word that nothing is wanted any more; a redirect is not followed."""
    why = f"answered {answer.status}"
    if 200 <= answer.status < 300:
        return Attempt(True, why)
    if 300 <= answer.status < 400:
        return Attempt(False, f"{why}; redirects are not followed, give the last URL")
    later = answer.retry_after_seconds if answer.status in _TRY_LATER else None
    return Attempt(False, why, lasting=answer.status == _GONE, retry_after_seconds=later)


def _host(url: str) -> str:
    """The host that is called, or one name for all URLs that can't be read."""
    try:
        return read_url(url).host
    except ValueError:
        return "(unreadable)"
