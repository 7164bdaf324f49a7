"""The command line: serve and settings; every other command has a file of its own, read when it is asked for."""

import os
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from service import __version__
from service.config import Settings, settings_table
from service.errors import ConfigError

# A health check runs every few seconds in every container: it must not load what briefs articles.
_ELSEWHERE = {
    "batch": "service.cli_batch",
    "brief": "service.cli_brief",
    "doctor": "service.cli_brief",
    "health": "service.cli_health",
    "keys": "service.cli_keys",
    "models": "service.cli_models",
    "worker": "service.cli_worker",
}


class _Lazy(click.Group):
    """A group whose commands are imported when they are run, as click's documentation has it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, here and elsewhere."""
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(_ELSEWHERE[cmd_name]), cmd_name)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsbriefs")
def main() -> None:
    """A news article in; short briefs in several languages and its key quotes out."""


@main.command()
@click.option("--host", default=None, help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", default=None, type=int, help="Port to listen on.  [default: 8000]")
def serve(host: str | None, port: int | None) -> None:
    """Serve the HTTP API and the page with gunicorn."""
    environ = dict(os.environ)
    if host is not None:
        environ["NEWSBRIEFS_HOST"] = host
    if port is not None:
        environ["NEWSBRIEFS_PORT"] = str(port)
    settings = _settings(environ)
    _check_port(settings)
    click.echo(_welcome(settings), err=True)
    configuration = str(Path(__file__).with_name("gunicorn.conf.py"))
    arguments = [sys.executable, "-m", "gunicorn", "-c", configuration, "service.wsgi:app"]
    os.execve(sys.executable, arguments, environ)


def _check_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise click.ClickException(
                f"can't listen on {settings.host} port {settings.port}: {error.strerror};"
                " choose another with --port (make run PORT=8001)"
            ) from error


_KEY_NEEDED = """
It asks for a key, because others may reach it: `.venv/bin/newsbriefs keys add NAME` prints one, and each call
sends it as `-H 'Authorization: Bearer nb_…'` (docs/keys.md, SECURITY.md).
"""


def _welcome(settings: Settings) -> str:
    listened = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    host = f"[{listened}]" if ":" in listened else listened
    from service.web.guard import keys_needed

    key = _KEY_NEEDED if keys_needed(settings) else ""
    base = f"http://{host}:{settings.port}"
    return f"""
newsbriefs is starting; it is ready in a few seconds, when {base}/readyz says so.

  page       {base}/
  API        {base}/docs
  languages  {base}/languages
{key}
Try it in another terminal:

curl -s {base}/summarize -H 'Content-Type: application/json' -d '{{
  "text": "The council met on Monday. “We will build the line,” said mayor Ana Ribeiro. It costs 2 million euros.",
  "languages": ["en", "es", "fr"]
}}'

.venv/bin/newsbriefs brief seeds/004_37287c19e9aac1bd.txt --to en,es,fr

Stop with Ctrl+C.
"""


@main.command()
def settings() -> None:
    """Print every setting as a Markdown table."""
    click.echo(settings_table(), nl=False)


def _settings(environ: Any) -> Settings:
    try:
        return Settings.from_env(environ)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


if __name__ == "__main__":
    main()
