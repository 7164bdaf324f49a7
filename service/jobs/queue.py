"""The queue between web processes and workers: Dramatiq's broker on Redis, its messages nothing but ids of jobs.

What must not be lost stands in the store of jobs; a message only says "look there". One that is lost is sent again
(`RedisJobs.overdue`), one that comes twice finds nothing to begin.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import redis

from service.errors import StoreUnavailable

if TYPE_CHECKING:
    from dramatiq.brokers.redis import RedisBroker
    from dramatiq.middleware import Middleware

QUEUE = "jobs"
ACTOR = "run_job"
NAMESPACE = "newsbriefs:queue"
# Dramatiq gives up on a worker that was silent for so long; its default of a minute is more than our leases last.
_SILENCE_MILLISECONDS = 15_000
# With this, every command looks for dead workers; by default one in a thousand does.
_ALWAYS = 1_000_000


def open_broker(client: "redis.Redis", *, middleware: "list[Middleware] | None" = None) -> "RedisBroker":
    """Dramatiq's broker on `client`, with none of its middleware: retries, time limits and age are the store's."""
    from dramatiq.brokers.redis import RedisBroker

    broker = RedisBroker(  # type: ignore[no-untyped-call]
        client=client, middleware=middleware or [], namespace=NAMESPACE, heartbeat_timeout=_SILENCE_MILLISECONDS
    )
    broker.declare_queue(QUEUE)
    return broker


class JobQueue:
    """Where a job is announced; `client` may be shared with the store."""

    def __init__(self, client: "redis.Redis") -> None:
        self._broker = open_broker(client)
        self._sweeping = open_broker(client)
        self._sweeping.maintenance_chance = _ALWAYS

    def send(self, job_id: str) -> None:
        """Tell the workers; raises StoreUnavailable."""
        from dramatiq import Message

        message: Any = Message(queue_name=QUEUE, actor_name=ACTOR, args=(job_id,), kwargs={}, options={})
        _called(lambda: self._broker.enqueue(message))

    def restore(self) -> None:
        """Have the messages that dead workers held delivered again; raises StoreUnavailable."""
        # Asking for the length of the queue is a command like any other, so the maintenance comes with it.
        _called(lambda: self._sweeping.do_qsize(QUEUE))


def _called(command: Callable[[], object]) -> None:
    try:
        command()
    except redis.RedisError as error:
        raise StoreUnavailable(f"the queue of jobs does not answer ({type(error).__name__})") from error
