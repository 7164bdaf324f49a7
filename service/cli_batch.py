"""`newsbriefs batch`: brief every article of a file, on this machine or over all workers."""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any, BinaryIO

import click

from service.batch.broker import Broker, Nonce
from service.batch.lines import count_lines
from service.batch.options import defaults_of, options_digest
from service.batch.output import Output
from service.batch.progress import progress
from service.batch.records import BatchBroken, BatchRefused
from service.batch.run import Tally, run
from service.batch.work import Threads, Work
from service.bootstrap import Services, build_services
from service.config import Settings
from service.cores import usable_cores
from service.errors import ConfigError, NotReady
from service.logs import configure_logs

_OK, _FAILED, _USAGE, _SIGNALLED = 0, 1, 2, 128
_JOBS_ON_THE_WAY = 256
_STDERR = 2


@click.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", metavar="OUT.jsonl", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "languages", default=None, help="Languages, comma separated: es,fr,pt-BR.")
@click.option("--length", default=None, help="headline, short, medium, long, or max_words=60.")
@click.option("--quotes", default=None, type=int, help="The most key quotes to return.")
@click.option("--from", "source_language", default=None, help="Language of the articles.")
@click.option("--format", default=None, help="auto, text, markdown or html.")
@click.option("--engine", default=None, help="auto, embedded, neural or instruct.")
@click.option("--strict", is_flag=True, default=None, help="Replace or fail what does not pass its checks.")
@click.option("--workers", type=click.IntRange(1, 10_000), default=None, help="Articles worked on at the same time.")
@click.option("--broker", default=None, help="Redis where `newsbriefs worker` waits: redis://host:6379/0.")
@click.option("--retry-failed", is_flag=True, help="Do those again that failed for a reason that may pass.")
@click.option("--again", is_flag=True, help="Start anew: what OUT holds is thrown away.")
def batch(
    source: Path, out: Path, *, workers: int | None, broker: str | None, retry_failed: bool, again: bool, **asked: Any
) -> None:
    """Brief every article of IN.jsonl into OUT.jsonl.

    A line of IN is an object like the body of POST /summarize, with an `id` of your own if you like, or a string, the
    text; what an option says holds for lines that don't say otherwise. Lines of OUT come as they are ready. Stopped or
    killed, the same command goes on where it was. Exits with 0 if all lines are done, with 1 if some failed.
    """
    settings = _settings(broker)
    configure_logs(settings, stream=sys.stderr, level="warning")
    with _refusals(), source.open("rb") as file, _signals() as signals:
        defaults = defaults_of(asked, settings)
        _check_apart(source, out)
        lines = count_lines(file)
        with closing(Output(out, options=options_digest(defaults))) as output:
            output.begin(lines=lines, again=again, retry_failed=retry_failed)
            _tell_begin(output, lines)
            with _working(settings, out, workers, signals.stop, anew=again or retry_failed, asked=defaults) as work:
                tally = _run(file, output, work, lines, defaults, settings.max_body_bytes, signals.stop)
    if tally.whole:
        Nonce(out).forget()
    _tell_end(tally, out)
    sys.exit(_SIGNALLED + signals.received if tally.stopped else _FAILED if tally.failed else _OK)


def _run(
    file: BinaryIO, output: Output, work: Work, lines: int, defaults: Mapping[str, Any], most_bytes: int, stop: Event
) -> Tally:
    before = Tally(lines, before=output.done + output.failed, done=output.done, failed=output.failed)
    with progress(sys.stderr, before) as watch:
        return run(file, output, work, tally=before, defaults=defaults, most_bytes=most_bytes, stop=stop, watch=watch)


@contextmanager
def _working(
    settings: Settings, out: Path, workers: int | None, stop: Event, *, anew: bool, asked: Mapping[str, Any]
) -> Iterator[Work]:
    """Whoever does the lines: workers at a broker where the settings name one, else threads of this process."""
    if settings.jobs == "redis":
        nonce = Nonce(out).read(anew=anew)
        broker = Broker.opened(settings, nonce=nonce, window=workers or _JOBS_ON_THE_WAY, stopping=stop.is_set)
        with closing(broker):
            yield broker
        return
    services = build_services(settings)
    try:
        services.load()
        _check_loaded(services, asked.get("engine", "auto"))
        with closing(Threads(services, workers=workers or settings.concurrency or usable_cores())) as threads:
            yield threads
    finally:
        services.close()


def _check_loaded(services: Services, engine: str) -> None:
    """Refuse what would fail on every line."""
    try:
        families = services.loaded().families
    except NotReady as error:
        why = "; ".join(f"{part.name}: {part.detail}" for part in services.parts() if part.status == "failed")
        raise click.ClickException(f"the engines failed to load: {why}") from error
    if engine not in ("auto", *families):
        loaded = ", ".join(["auto", *sorted(families)])
        raise click.UsageError(f"--engine {engine} is not loaded here; allowed: {loaded} (README, With models)")


def _check_apart(source: Path, out: Path) -> None:
    if out.exists() and out.samefile(source):
        raise BatchRefused(f"IN and OUT are both {source}; give OUT another name")


def _tell_begin(output: Output, lines: int) -> None:
    finished = output.done + output.failed
    if output.cut:
        click.echo(f"{output.path}: a torn end of {output.cut} bytes was cut off; it is done again", err=True)
    if finished:
        click.echo(f"{output.path}: {finished} of {lines} lines have their result; going on", err=True)


def _tell_end(tally: Tally, out: Path) -> None:
    told = f"{tally.done} done, {tally.failed} failed, in {out}"
    if tally.stopped:
        told += "; stopped: run the same command to go on"
    elif tally.failed:
        told += "; --retry-failed does those again that failed for a reason that may pass"
    click.echo(told, err=True)


def _settings(broker: str | None) -> Settings:
    named = {} if broker is None else {"NEWSBRIEFS_REDIS_URL": broker, "NEWSBRIEFS_JOBS": "redis"}
    try:
        return Settings.from_env({**os.environ, **named})
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


class _Signals:
    """Ctrl+C and SIGTERM: the first lets what runs come to its end, the second ends the process."""

    def __init__(self) -> None:
        self.stop = Event()
        self.received = 0

    def heard(self, number: int, _: FrameType | None) -> None:
        """The handler."""
        self.received = number
        self.stop.set()
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, signal.SIG_DFL)
        # Not through a stream: the signal may have come while one was written to.
        with suppress(OSError):
            os.write(_STDERR, b"\nstopping: what runs comes to its end; once more to stop at once\n")


@contextmanager
def _signals() -> Iterator[_Signals]:
    signals = _Signals()
    before = {one: signal.signal(one, signals.heard) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield signals
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except BatchRefused as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(_FAILED if isinstance(error, BatchBroken) else _USAGE)
