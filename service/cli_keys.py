"""`newsbriefs keys`: make, list and revoke the keys that callers send."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import click

from service.config import Settings
from service.errors import ConfigError
from service.stores.key_file import KeyFile
from service.stores.keys import DEFAULT_SCOPES, NAME_FORM, RATE_FORM, SCOPES, Key

_DAYS = re.compile(r"([1-9][0-9]{0,4})d")


def _name(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    if NAME_FORM.fullmatch(name):
        return name
    raise click.BadParameter(f"{name!r}: give 1 to 64 letters, digits, '.', '_', '@' or '-'")


def _rate(_context: click.Context, _parameter: click.Parameter, rate: str | None) -> str | None:
    if rate is None or RATE_FORM.fullmatch(rate):
        return rate
    raise click.BadParameter(f"{rate!r}: give a number per second, minute, hour or day, such as 60/minute")


def _expires(_context: click.Context, _parameter: click.Parameter, raw: str) -> datetime | None:
    now = datetime.now(UTC).replace(microsecond=0)
    if raw == "never":
        return None
    if match := _DAYS.fullmatch(raw):
        return now + timedelta(days=int(match.group(1)))
    try:
        moment = datetime.strptime(raw, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise click.BadParameter(f"{raw!r}: give days (90d), a day (2027-01-31) or never") from None
    if moment <= now:
        raise click.BadParameter(f"{raw} is not in the future")
    return moment


@click.group()
def keys() -> None:
    """Keys for callers of the API: who may call, how often, and until when."""


@keys.command()
@click.argument("name", callback=_name)
@click.option("--rate", callback=_rate, default=None, help="Such as 60/minute.  [default: NEWSBRIEFS_RATE_PER_KEY]")
@click.option(
    "--expires",
    callback=_expires,
    default="never",
    show_default=True,
    help="90d, never, or a day such as 2027-01-31: the key ends as that day begins, UTC.",
)
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(SCOPES),
    default=DEFAULT_SCOPES,
    show_default=True,
    help="What it may do; give it once for each.",
)
def add(name: str, rate: str | None, expires: datetime | None, scopes: tuple[str, ...]) -> None:
    """Make a key for NAME and print it, once: what is kept can't be turned back into it.

    The key goes to standard output alone, so that it can be piped into a secret store.
    """
    with _told():
        file = _file()
        key, written = file.add(name, rate=rate, expires=expires, scopes=tuple(dict.fromkeys(scopes)))
    click.echo(
        f"key {key.id} for {key.name}, in {file.path}; services that read this file take it within a second.", err=True
    )
    click.echo("This is the only time it is shown. Send it as `Authorization: Bearer <key>`:", err=True)
    click.echo(written)


@keys.command("list")
def list_() -> None:
    """Show every key, revoked ones too: what it may do, how often, until when."""
    with _told():
        file = _file()
        found = file.read()
    if not found:
        click.echo(f"no keys in {file.path}; `newsbriefs keys add NAME` makes one", err=True)
        return
    rows = [_HEADINGS, *(_row(key) for key in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@keys.command()
@click.argument("key", metavar="ID-or-NAME")
def revoke(key: str) -> None:
    """Revoke a key: services that read this file refuse it within a second or two."""
    with _told():
        revoked = _file().revoke(key)
    click.echo(f"key {revoked.id} for {revoked.name} is revoked", err=True)


_HEADINGS = ("id", "name", "scopes", "rate", "created", "expires", "state")


def _row(key: Key) -> tuple[str, ...]:
    state = key.state(datetime.now(UTC))
    expires = "never" if key.expires is None else _day(key.expires)
    return (key.id, key.name, ",".join(key.scopes), key.rate or "default", _day(key.created), expires, state)


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d")


def _file() -> KeyFile:
    try:
        return KeyFile(Settings.from_env(os.environ).keys_path)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
