"""The worker: jobs of the shared store, done by processes that are started and scaled apart from the web.

Dramatiq starts the processes, hands each the ids of jobs, and ends them; each loads its engines once, after the fork.
Everything that must not be lost stands in the store: see `service.jobs.store` and `docs/jobs.md`.
"""

import multiprocessing
import os
import re
import signal
import sys
from threading import Thread, Timer
from typing import TYPE_CHECKING

import structlog

from service.bootstrap import Services, build_services
from service.config import Settings
from service.errors import ConfigError, NotReady
from service.jobs.heartbeat import Heartbeat
from service.jobs.jobs import kind_of, open_attempts, open_sender, open_shared
from service.jobs.queue import ACTOR, QUEUE, open_broker
from service.jobs.runner import worker_name
from service.jobs.ticks import Ticks
from service.logs import adopt_libraries, configure_logs
from service.tracing import set_up as set_up_traces
from service.web.job_answers import answer_with, job_problem
from service.web.probe_server import ProbeServer
from service.web.probes import create_probes

if TYPE_CHECKING:
    import redis
    from dramatiq import Middleware
    from dramatiq import Worker as DramatiqWorker

log = structlog.get_logger(__name__)

# What runs may end within it after SIGTERM; the rest is given back. A container is killed after 30 seconds by default.
GRACE_SECONDS = 20.0
_SWEEP_SECONDS = 2.0
_RESTORE_SECONDS = 5.0
_ANNOUNCE_SECONDS = 5.0
# How long an idle process sleeps between two looks at the queue, at most.
_LOOK_MILLISECONDS = "200"
_LAST_PORT = 65535


def run_workers(settings: Settings, *, processes: int) -> int:
    """Start `processes` worker processes and wait for their end; the exit status. Raises ConfigError."""
    if kind_of(settings) != "redis":
        raise ConfigError(
            "workers share jobs over Redis or Valkey: set NEWSBRIEFS_REDIS_URL (and NEWSBRIEFS_JOBS to auto or redis);"
            " without it the web process does its jobs itself"
        )
    if settings.worker_port and settings.worker_port + processes - 1 > _LAST_PORT:
        raise ConfigError(
            f"NEWSBRIEFS_WORKER_PORT is {settings.worker_port}, and {processes} processes need as many ports up to"
            f" {_LAST_PORT}; choose a lower one"
        )
    # Read when Dramatiq is imported: at most one message more than threads is in hand, so that none waits in a busy
    # process while another is idle.
    os.environ.setdefault("dramatiq_queue_prefetch", str(settings.job_threads + 1))
    os.environ.setdefault("dramatiq_worker_timeout", _LOOK_MILLISECONDS)
    from dramatiq import cli

    # --path: nothing is added to where modules come from. --worker-fork-timeout: signals are heard only after it.
    arguments = ["service.worker:set_up", "--path", "--skip-logging", "--worker-fork-timeout", "10"]
    sizes = ["--processes", str(processes), "--threads", str(settings.job_threads)]
    parser = cli.make_argument_parser()  # type: ignore[no-untyped-call]
    status: int = cli.main(parser.parse_args([*arguments, *sizes]))  # type: ignore[no-untyped-call]
    return status


def set_up() -> None:
    """What Dramatiq calls in each of its processes: load the engines, and name what runs a job."""
    import dramatiq

    settings = Settings.from_env(os.environ)
    # Dramatiq sends what is printed through a pipe of the first process to its standard error; ours needs no pipe.
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    configure_logs(settings)
    adopt_libraries()
    try:
        worker = _loaded(settings)
    except (ConfigError, NotReady) as error:
        log.error("worker_not_started", why=str(error))
        sys.exit(1)
    broker = open_broker(worker.client, middleware=[_life(worker)])
    dramatiq.set_broker(broker)

    def run_job(job_id: str) -> None:
        worker.run(job_id)

    dramatiq.actor(actor_name=ACTOR, queue_name=QUEUE, broker=broker)(run_job)


def _loaded(settings: Settings) -> "Worker":
    """The worker of this process, its engines loaded, its probes answered meanwhile; raises ConfigError, NotReady."""
    close_traces = set_up_traces(settings)
    services = build_services(settings)
    worker = Worker(settings, services)
    if settings.worker_port:
        app = create_probes(services, worker.flaws)
        worker.listen(ProbeServer(app, host=settings.host, port=settings.worker_port + _number() - 1))
    services.closing.append(close_traces)
    services.load()
    services.loaded()
    services.start()
    return worker


def _number() -> int:
    """Which process of its command this is, from 1: Python names the n-th one that is started `Process-n`."""
    if multiprocessing.parent_process() is None:
        return 1
    return int(re.findall(r"[0-9]+", multiprocessing.current_process().name)[-1])


class Worker:
    """What one worker process has: the store, the engines, and the chores around them."""

    def __init__(self, settings: Settings, services: Services) -> None:
        self._services = services
        self._store, self._queue = open_shared(settings)
        self._name = worker_name()
        self._sender = open_sender(self._store, settings)
        self._heartbeat = Heartbeat(self._store)
        self._attempts = open_attempts(
            self._store,
            self._heartbeat,
            settings,
            answer_with(services),
            job_problem,
            services.metrics.job_finished,
            self._sender,
        )
        parent = multiprocessing.parent_process()
        self._parent = os.getppid() if parent is None else parent.pid
        self._orphaned = False
        self._chores = [
            Ticks(self._sweep, seconds=_SWEEP_SECONDS, name="job-sweep"),
            Ticks(self._queue.restore, seconds=_RESTORE_SECONDS, name="job-restore"),
            Ticks(self._store.announce, seconds=_ANNOUNCE_SECONDS, name="job-presence"),
            Ticks(self._end_with_parent, seconds=1.0, name="job-parent"),
        ]
        self._probes: ProbeServer | None = None
        # Dramatiq's own, while they are meant to run: what takes jobs from the queue, and what runs them.
        self._dramatiq: list[Thread] = []
        self._started = self._ended = False
        if self._sender is not None:
            services.metrics.watch_callbacks(self._sender.counts)
        self._last_call = Timer(GRACE_SECONDS, self._give_back)
        self._last_call.daemon = True

    @property
    def client(self) -> "redis.Redis":
        """The connections to the shared store."""
        return self._store.client

    def run(self, job_id: str) -> None:
        """Work on a job, unless it has ended or somebody does; raises nothing, so that Dramatiq takes it as done."""
        try:
            lease = self._store.begin(job_id, self._name)
            if lease is not None:
                self._attempts.run(lease)
        except Exception as error:
            # Its lease runs out, or its message is missed: the sweep sends it again either way.
            log.error("job_broke", job_id=job_id, error=type(error).__name__)

    def listen(self, probes: ProbeServer) -> None:
        """Answer probes until the end."""
        self._probes = probes
        probes.start()

    def flaws(self) -> list[str]:
        """Which threads have ended that should not have; none before the start and after the end."""
        if not self._started or self._ended:
            return []
        running = {chore.name: chore.alive for chore in self._chores}
        running |= {f"{type(one).__name__} {index}": one.is_alive() for index, one in enumerate(self._dramatiq)}
        running["job-heartbeat"] = self._heartbeat.alive
        if self._sender is not None:
            running["callbacks"] = self._sender.alive
        return [f"the thread {name} has ended" for name, alive in running.items() if not alive]

    def start(self, dramatiq: list[Thread]) -> None:
        """Begin the chores; `dramatiq` are the threads that take jobs and run them."""
        self._dramatiq = dramatiq
        self._heartbeat.start()
        for chore in self._chores:
            chore.start()
        if self._sender is not None:
            self._sender.start()
        self._started = True

    def drain(self) -> None:
        """Dramatiq begins no more, and its threads end; what still runs after the grace is given back."""
        self._dramatiq = []
        self._services.drain()
        self._last_call.start()

    def stop(self) -> None:
        """Nothing runs any more."""
        self._ended = True
        self._last_call.cancel()
        for chore in self._chores:
            chore.stop()
        if self._sender is not None:
            self._sender.stop()
        self._heartbeat.stop()
        self._services.close()
        self._stop_listening()

    def _stop_listening(self) -> None:
        if self._probes is not None:
            self._probes.close()

    def _give_back(self) -> None:
        self._attempts.hurry()
        self._heartbeat.give_back()

    def _sweep(self) -> None:
        for job_id in self._store.overdue():
            self._queue.send(job_id)

    def _end_with_parent(self) -> None:
        """Whoever starts workers anew after a crash must not find the old ones at work beside them."""
        if os.getppid() != self._parent and not self._orphaned:
            # Once: Dramatiq takes a second signal as the wish to end without a grace.
            self._orphaned = True
            log.warning("worker_orphaned")
            # Whoever is started in its place wants the port.
            self._stop_listening()
            os.kill(os.getpid(), signal.SIGTERM)


def _life(worker: Worker) -> "Middleware":
    """Ties the start and the end of `worker` to those of Dramatiq's worker in this process."""
    from dramatiq import Middleware

    class Life(Middleware):
        def after_worker_boot(self, broker: object, booted: "DramatiqWorker") -> None:
            worker.start([*booted.consumers.values(), *booted.workers])

        def before_worker_shutdown(self, broker: object, ending: object) -> None:
            worker.drain()

        def after_worker_shutdown(self, broker: object, ended: object) -> None:
            worker.stop()

    return Life()
