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
worker_class = "gthread"
workers = 1
threads = _settings.threads
preload_app = False
timeout = int(_settings.max_timeout_seconds) + 30
graceful_timeout = int(_settings.max_timeout_seconds) + 5
keepalive = 75
# Recycling a worker that holds models and child processes costs more than it mends.
max_requests = 0
# A heartbeat file on a disk can stall the worker; shared memory never does.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
control_socket_disable = True
limit_request_line = 4094
limit_request_fields = 64
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Started from a terminal, the service ends with it: gunicorn would reload on SIGHUP and hold the port."""
    if sys.stdout.isatty():
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def worker_exit(server: Any, worker: Any) -> None:
    """End the engines' processes and wait for them."""
    loaded = sys.modules.get("service.wsgi")
    if loaded is not None:
        loaded.services.close()
