"""gunicorn: one process with threads.

One process, because models weigh gigabytes and do not survive a fork; `wsgi.py` is imported in the
worker, never in the master, so nothing is loaded before the fork. More load is met by more
containers behind the load balancer.
"""

import os
import signal
import sys
from typing import Any

from service.config import Settings

_settings = Settings.from_env(os.environ)

bind = f"[{_settings.host}]:{_settings.port}" if ":" in _settings.host else f"{_settings.host}:{_settings.port}"
# Threads for whole requests only, and an end that drops nobody.
worker_class = "service.web.worker.Worker"
workers = 1
threads = _settings.threads
# Connections are cheap: one that waits costs no thread, and gives way to a new one where there are so many.
worker_connections = 4 * _settings.threads + 2000
backlog = 2048
preload_app = False
timeout = int(_settings.max_timeout_seconds) + 30
# A request that came with the last second of draining may take its time to arrive and its time to be answered.
graceful_timeout = int(_settings.drain_seconds + _settings.receive_seconds + _settings.max_timeout_seconds) + 10
keepalive = 75
# Recycling a worker that holds models and child processes costs more than it mends.
max_requests = 0
# A heartbeat file on a disk can stall the worker; shared memory never does.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
control_socket_disable = True
# One request line and one field; the head as a whole has a limit of its own, in service/web/arrival.py.
limit_request_line = 4094
limit_request_fields = 64
limit_request_field_size = 8190
loglevel = "warning"
logger_class = "service.logs.ServerLogger"


def when_ready(server: Any) -> None:
    """What the master does with signals that gunicorn leaves alone, or would take otherwise."""
    told: list[int] = []

    def stop(number: int, frame: object) -> None:
        # The first is gunicorn's own way to end; a second one tells the worker to wait for load balancers no longer.
        if told:
            server.kill_workers(signal.SIGTERM)
        else:
            told.append(number)
            server.signal(signal.SIGTERM, frame)

    signal.signal(signal.SIGTERM, stop)
    if sys.stdout.isatty():
        # Started from a terminal, the service ends with it: gunicorn would reload on SIGHUP and hold the port.
        signal.signal(signal.SIGHUP, stop)


def worker_exit(server: Any, worker: Any) -> None:
    """End the engines' processes and wait for them; send the last traces."""
    loaded = sys.modules.get("service.wsgi")
    if loaded is not None:
        loaded.services.close()
        loaded.close_traces()
