"""Debian's nginx as a load balancer in front of instances of the service: a plain process, no root, all in one folder.

Instances that are gone are passed over and come back by themselves; nginx is never told.
"""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

PROGRAM = shutil.which("nginx") or "/usr/sbin/nginx"

# An article is safe to send again (equal requests have equal answers), and so is a job with an Idempotency-Key; one
# without is repeated only where no byte of it was sent, nginx's own way with POST. A 503 is tried elsewhere: nginx
# without a licence asks nobody for readiness, so it also sends to an instance that is still loading. No instance is
# ever counted as failed (max_fails=0), or a crowd that is refused by all would be told 502: one that is gone refuses
# at once, and the next is asked. Streams are not held back; the longest deadline is 60 s, so nobody is cut off at 75.
# Idle connections end here (60 s) before the service ends them (75 s).
_CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  client_max_body_size 8m;
  upstream newsbriefs {{
    {servers}
    keepalive 32;
    keepalive_timeout 60s;
  }}
  server {{
    listen 127.0.0.1:{port};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_connect_timeout 2s;
    proxy_read_timeout 75s;
    proxy_send_timeout 75s;
    location = /summarize {{
      proxy_pass http://newsbriefs;
      proxy_buffering off;
      proxy_next_upstream error timeout http_503 non_idempotent;
    }}
    location = /jobs {{
      error_page 418 = @repeatable;
      recursive_error_pages on;
      if ($http_idempotency_key != "") {{ return 418; }}
      proxy_pass http://newsbriefs;
    }}
    location @repeatable {{
      proxy_pass http://newsbriefs;
      proxy_next_upstream error timeout http_503 non_idempotent;
    }}
    location / {{
      proxy_pass http://newsbriefs;
      proxy_next_upstream error timeout http_503;
    }}
  }}
}}
"""


@contextmanager
def nginx_server(folder: Path, ports: Sequence[int]) -> Iterator[str]:
    """The address of an nginx in front of instances on these ports of the loopback."""
    folder.mkdir(exist_ok=True)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    servers = "\n    ".join(f"server 127.0.0.1:{one} max_fails=0;" for one in ports)
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, servers=servers), encoding="utf-8")
    command = [PROGRAM, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
    process = subprocess.Popen(command)
    try:
        _wait_until_listening(port, process, folder)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_listening(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    waiting = threading.Event()
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            with closing(socket.create_connection(("127.0.0.1", port), timeout=5)):
                return
        except OSError:
            waiting.wait(0.1)
    raise RuntimeError(f"nginx did not start: {(folder / 'error.log').read_text()}")
