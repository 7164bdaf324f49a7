"""`newsbriefs health`: ask the service in this container whether it is well, for orchestrators that run a command."""

import json
import os
import sys
from contextlib import closing
from http.client import HTTPConnection, HTTPException

import click

from service.config import Settings
from service.errors import ConfigError

_OK, _FAILED = 0, 1
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


@click.command()
@click.option("--path", default="/livez", show_default=True, help="What to ask for: /livez or /readyz.")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="Port.  [default: NEWSBRIEFS_PORT]")
@click.option("--timeout", "timeout_seconds", default=3.0, show_default=True, help="Longest wait in seconds.")
def health(path: str, port: int | None, timeout_seconds: float) -> None:
    """Exit with 0 where the service here answers 200, else say why and exit with 1.

    A worker listens on its own port: `newsbriefs health --port 8001` where NEWSBRIEFS_WORKER_PORT is 8001.
    """
    try:
        settings = Settings.from_env(os.environ)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    host = _ANYWHERE.get(settings.host, settings.host)
    try:
        status, body = _ask(host, port or settings.port, path, timeout_seconds)
    except (OSError, HTTPException) as error:
        click.echo(f"{host} port {port or settings.port} does not answer: {error or type(error).__name__}", err=True)
        sys.exit(_FAILED)
    if status != 200:
        click.echo(f"{path} says {status}{_reasons(body)}", err=True)
        sys.exit(_FAILED)
    click.echo("ok")
    sys.exit(_OK)


def _ask(host: str, port: int, path: str, timeout_seconds: float) -> tuple[int, bytes]:
    with closing(HTTPConnection(host, port, timeout=timeout_seconds)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


def _reasons(body: bytes) -> str:
    """What /readyz says of each part that is not ready, or the detail of a problem document."""
    try:
        document = json.loads(body)
    except ValueError:
        return ""
    parts = [part for part in document.get("parts", ()) if part["status"] != "ok"]
    told = [f"{part['name']} {part['status']}" + (f" ({part['detail']})" if part["detail"] else "") for part in parts]
    told += [document["detail"]] if "detail" in document else []
    return f": {'; '.join(told)}" if told else ""
