"""`newsbriefs brief` and `newsbriefs doctor`: the service's own work in this process, without a server."""

import json
import os
import sys
import time
from typing import Any

import click

from service.bootstrap import Services, build_services
from service.config import Settings
from service.doctor import report
from service.errors import ConfigError, NewsbriefsError
from service.web.intake import validate
from service.web.summarize import summarize

_OK, _FAILED = 0, 1


@click.command()
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
    services = _loaded()
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


@click.command()
@click.option("--self-test/--no-self-test", default=True, help="Start every pair once; takes some seconds.")
def doctor(self_test: bool) -> None:
    """Tell what is installed, which languages can be reached, and the command that adds what is missing."""
    services = _loaded()
    if self_test:
        click.echo("testing every translation pair, some seconds …", err=True)
    try:
        healthy, lines = report(services, self_test=self_test)
    finally:
        services.close()
    click.echo("\n".join(lines))
    sys.exit(_OK if healthy else _FAILED)


def _loaded() -> Services:
    from service.logs import configure_logs

    try:
        settings = Settings.from_env(os.environ)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
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
        for code, item in quote["translations"].items():
            lines += readable_quote(code, item) if item["machine"] else []
    return "\n".join(lines)


def readable_quote(code: str, item: dict[str, Any]) -> list[str]:
    """The lines of a quote's machine translation: its language, its verdict unless it passed, and what was found."""
    told = "" if item["verdict"] == "pass" else f" ({item['verdict']})"
    checks = [f"    {check['severity']}: {check['message']}" for check in item["checks"]]
    return [f"  {code}{told}: {item['text']}", *checks]


def _readable_brief(item: dict[str, Any]) -> list[str]:
    if item["status"] == "failed":
        return [f"[{item['language']}] failed: {item['problem']['detail']}", ""]
    heading = f"[{item['language']}] {item['tier']}, {item['verdict']}"
    checks = [f"  {check['severity']}: {check['message']}" for check in item["checks"]]
    return [heading, item["headline"] or "", item["text"], *checks, ""]
