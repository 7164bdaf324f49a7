"""How far a run is: a bar on a terminal, else a line now and then."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from service.batch.run import Tally

Watch = Callable[[Tally], None]
_TELL_SECONDS = 10.0


@contextmanager
def progress(stream: TextIO, tally: Tally) -> Iterator[Watch]:
    """What to call with every change of the tally; `tally` is the one before the run."""
    if not stream.isatty():
        yield _lines(stream)
        return
    with click.progressbar(
        length=tally.lines - tally.before, file=stream, show_pos=True, item_show_func=_shown, width=30
    ) as bar:

        def watch(now: Tally) -> None:
            bar.length = now.lines - now.before
            bar.update(now.finished - now.before - bar.pos, now)

        yield watch


def _shown(tally: Tally | None) -> str | None:
    return None if tally is None else f"{tally.failed} failed"


def _lines(stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> Watch:
    began = told = clock()

    def watch(tally: Tally) -> None:
        nonlocal told
        now = clock()
        if now - told < _TELL_SECONDS:
            return
        told = now
        rate = (tally.finished - tally.before) / (now - began)
        left = f", {duration((tally.lines - tally.finished) / rate)} left" if rate else ""
        click.echo(
            f"{tally.finished} of {tally.lines} lines, {tally.failed} failed, {rate:.1f} a second{left}", file=stream
        )

    return watch


def duration(seconds: float) -> str:
    """Seconds as people say them: `2 h 5 min`, `40 s`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{rest} s"
