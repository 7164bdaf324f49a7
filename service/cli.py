"""The command line: serve, brief, doctor, settings; `models`, `keys`, `batch` and `worker` have files of their own."""

import json
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

import click

from service import __version__
from service.bootstrap import Services, build_services
from service.cli_batch import batch
from service.cli_keys import keys
from service.cli_models import models
from service.cli_worker import worker
from service.config import Settings, settings_table
from service.doctor import report
from service.errors import ConfigError, NewsbriefsError
from service.web.guard import keys_needed
from service.web.intake import validate
from service.web.summarize import summarize

_OK, _FAILED = 0, 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsbriefs")
def main() -> None:
    """A news article in; short briefs in several languages and its key quotes out."""


for command in (models, keys, batch, worker):
    main.add_command(command)


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
@click.argument("file", type=click.File("rb"))
@click.option("--to", "languages", default=None, help="Languages, comma separated: es,fr,pt-BR.")
@click.option("--length", default="short", show_default=True, help="headline, short, medium, long, or max_words=60.")
@click.option("--quotes", default=5, show_default=True, help="The most key quotes to return.")
@click.option("--title", default=None, help="The headline, if it is not in the file.")
@click.option("--from", "source", default="auto", show_default=True, help="Language of the article.")
@click.option("--format", "markup", default="auto", show_default=True, help="auto, text, markdown or html.")
@click.option("--engine", default="auto", show_default=True, help="auto, embedded, neural or instruct.")
@click.option("--strict", is_flag=True, help="Replace or fail what does not pass its checks.")
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON, as POST /summarize gives it.")
def brief(file: Any, languages: str | None, length: str, as_json: bool, source: str, markup: str, **rest: Any) -> None:
    """Brief one article: FILE, or - for standard input."""
    request: dict[str, Any] = {
        "text": _decode(file.read()),
        "length": _length(length),
        "source_language": source,
        "format": markup,
        **rest,
    }
    if languages is not None:
        request["languages"] = [tag.strip() for tag in languages.split(",") if tag.strip()]
    services = _loaded(_settings(os.environ))
    try:
        answer = summarize(services, validate(request), began=time.monotonic())
    except NewsbriefsError as error:
        raise click.ClickException(str(error)) from error
    finally:
        services.close()
    document = json.loads(answer)
    click.echo(json.dumps(document, ensure_ascii=False, indent=2) if as_json else _readable(document))
    if any(item["status"] == "failed" for item in document["briefs"]):
        sys.exit(_FAILED)


@main.command()
@click.option("--self-test/--no-self-test", default=True, help="Start every pair once; takes some seconds.")
def doctor(self_test: bool) -> None:
    """Tell what is installed, which languages can be reached, and the command that adds what is missing."""
    services = _loaded(_settings(os.environ))
    if self_test:
        click.echo("testing every translation pair, some seconds …", err=True)
    try:
        healthy, lines = report(services, self_test=self_test)
    finally:
        services.close()
    click.echo("\n".join(lines))
    sys.exit(_OK if healthy else _FAILED)


@main.command()
def settings() -> None:
    """Print every setting as a Markdown table."""
    click.echo(settings_table(), nl=False)


def _settings(environ: Any) -> Settings:
    try:
        return Settings.from_env(environ)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


def _loaded(settings: Settings) -> Services:
    from service.logs import configure_logs

    configure_logs(settings, stream=sys.stderr, level="warning")
    services = build_services(settings)
    services.load()
    return services


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"the file is not UTF-8: byte {error.start} is wrong; convert it first") from error


def _length(raw: str) -> str | dict[str, int]:
    name, equals, number = raw.partition("=")
    if not equals:
        return raw
    if not number.isdecimal():
        raise click.UsageError(f"--length {raw}: after = give a whole number, as in max_words=60")
    return {name: int(number)}


def _readable(document: dict[str, Any]) -> str:
    lines = []
    for item in document["briefs"]:
        lines += _readable_brief(item)
    for quote in document["quotes"]:
        speaker = quote["speaker"]["name"] if quote["speaker"] else "speaker unknown"
        lines.append(f"“{quote['text']}” ({speaker})")
        lines += [f"  {code}: {item['text']}" for code, item in quote["translations"].items() if item["machine"]]
    return "\n".join(lines)


def _readable_brief(item: dict[str, Any]) -> list[str]:
    if item["status"] == "failed":
        return [f"[{item['language']}] failed: {item['problem']['detail']}", ""]
    heading = f"[{item['language']}] {item['tier']}, {item['verdict']}"
    checks = [f"  {check['severity']}: {check['message']}" for check in item["checks"]]
    return [heading, item["headline"] or "", item["text"], *checks, ""]


if __name__ == "__main__":
    main()
