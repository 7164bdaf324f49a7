"""`newsbriefs models`: list, pull, verify and remove the models that neural and instruct engines run on."""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from service.config import Settings
from service.engines.models.catalogue import Catalogue, Model, load_catalogue
from service.engines.models.lock import LockedModel
from service.engines.models.store import ModelStore
from service.errors import ConfigError, ModelStoreError

_LOCK_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def models() -> None:
    """Models of the neural and instruct engines: what there is, and what is here."""


@models.command("list")
def list_() -> None:
    """Show every model that can be pulled, its licence, size and state, and the profiles."""
    with _told():
        catalogue = load_catalogue()
        store = _store()
        here = {entry.name: entry for entry in store.installed()}
    rows = [_HEADINGS, *(_row(model, here.get(model.name)) for model in catalogue.models.values())]
    rows += [_row_unknown(entry) for name, entry in here.items() if name not in catalogue.models]
    click.echo("\n".join(_table(rows)))
    click.echo(f"\nprofiles\n{_profiles(catalogue)}\n\nstore: {store.folder}")
    click.echo("Memory is estimated from the parameters, at int8.")


@models.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--profile", default=None, help="Pull a set: fast, broad, best or commercial.")
@click.option("--revision", default=None, help="A branch, tag or commit; of one model only.  [default: main]")
@click.option("--allow-non-commercial", is_flag=True, help="Pull weights that may not be used commercially, too.")
@click.option("--lock", "file", type=_LOCK_FILE, help="Pull what FILE pins, another store's models.lock.json.")
@click.option("--keep", is_flag=True, help="With --lock: refuse to replace a model by another commit of it.")
def pull(
    names: tuple[str, ...],
    profile: str | None,
    revision: str | None,
    allow_non_commercial: bool,
    file: Path | None,
    keep: bool,
) -> None:
    """Fetch models from the hub, check and pin them; goes on where an earlier pull was cut.

    HF_ENDPOINT names another hub, HF_TOKEN your token for models whose licence is accepted one by one. With --lock
    the hub is asked only for what is not there already, byte for byte.
    """
    with _told():
        if file is None and keep:
            raise click.UsageError("--keep goes with --lock")
        if file is None:
            _pull(names, profile, revision, allow_non_commercial)
        elif names or profile is not None or revision is not None:
            raise click.UsageError("--lock names models and commits; leave out NAME, --profile and --revision")
        else:
            _pull_locked(file, allow_non_commercial, keep)


def _pull(names: tuple[str, ...], profile: str | None, revision: str | None, allow_non_commercial: bool) -> None:
    from service.engines.models.hub import Hub
    from service.engines.models.pull import pull

    wanted = _wanted(load_catalogue(), names, profile)
    if revision is not None and len(wanted) > 1:
        raise click.UsageError("--revision is of one model; name one")
    pull(
        _store(),
        wanted,
        hub=Hub(),
        say=_say,
        revision=revision or "main",
        allow_non_commercial=allow_non_commercial,
    )


def _pull_locked(file: Path, allow_non_commercial: bool, keep: bool) -> None:
    from service.engines.models.hub import Hub
    from service.engines.models.locked import pull_locked

    pull_locked(_store(), file, hub=Hub, say=_say, allow_non_commercial=allow_non_commercial, keep=keep)


@models.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--lock", "file", type=_LOCK_FILE, help="Compare with FILE, another store's models.lock.json.")
def verify(names: tuple[str, ...], file: Path | None) -> None:
    """Rehash every file of the named models, or of all; exit with 1 if one is not as it was pulled."""
    from service.engines.models.locked import verify_locked

    if names and file is not None:
        raise click.UsageError("--lock names the models itself; leave out NAME")
    sound = True
    with _told():
        store = _store()
        if file is None and not names and not store.installed():
            click.echo(f"nothing is pulled into {store.folder}")
        for name, flaws in store.verify(names) if file is None else verify_locked(store, file, _say):
            for flaw in flaws:
                click.echo(f"{name}: {flaw.path} {flaw.problem}")
            what = name if file is None else f"--lock {shlex.quote(str(file))}"
            click.echo(f"{name}: run `newsbriefs models pull {what}` to mend it" if flaws else f"{name}: ok")
            sound = sound and not flaws
    sys.exit(0 if sound else 1)


@models.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def rm(names: tuple[str, ...]) -> None:
    """Delete pulled models, and what was made of them."""
    with _told():
        store = _store()
        for name in names:
            click.echo(f"{name}: removed, {_bytes(store.remove(name, say=_say))} freed")


_HEADINGS = ("name", "role", "languages", "licence", "commercial", "download", "memory", "state")


def _row(model: Model, entry: LockedModel | None) -> tuple[str, ...]:
    state = f"pulled {entry.revision[:12]}" if entry else "-"
    count = str(len(model.languages)) if model.languages else "not listed"
    sizes = (_bytes(model.download_bytes), _bytes(model.memory_bytes))
    return (model.name, model.role, count, model.licence, "yes" if model.commercial else "no", *sizes, state)


def _row_unknown(entry: LockedModel) -> tuple[str, ...]:
    """A model that was pinned by hand, or has left the catalogue."""
    size = _bytes(sum(file.size for file in entry.files))
    commercial = "yes" if entry.commercial else "no"
    return (entry.name, entry.role, "-", entry.licence, commercial, size, "-", f"pulled {entry.revision[:12]}")


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _profiles(catalogue: Catalogue) -> str:
    return "\n".join(
        f"  {profile.name:<12}{profile.meaning}: {', '.join(profile.models)}" for profile in catalogue.profiles.values()
    )


def _bytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def _wanted(catalogue: Catalogue, names: tuple[str, ...], profile: str | None) -> list[Model]:
    if not names and profile is None:
        raise click.UsageError("name a model, or a set with --profile; `newsbriefs models list` shows both")
    chosen = catalogue.chosen(profile) if profile is not None else []
    found = {model.name: model for model in [*chosen, *(catalogue.find(name) for name in names)]}
    return list(found.values())


def _store() -> ModelStore:
    try:
        return ModelStore(Settings.from_env(os.environ).models)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


def _say(message: str) -> None:
    click.echo(message, err=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ModelStoreError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the store'}: {error.strerror or error}") from error
