"""The project's lexicon entered into the dictionaries of the installed pairs, so that grammar works on its words.

A pair has three dictionaries: of the source language, from it to the target, and of the target language. What a pair
lacks is put into copies of them, in the folder of the service's state; the pair runs on the copies.
"""

import atexit
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import structlog

from service.engines.apertium_binary import Entry, with_entries
from service.engines.apertium_discovery import Catalogue, Mode
from service.engines.apertium_lexicon_entries import Known, entries
from service.engines.apertium_process import Pipeline
from service.engines.lexicon import Row, load_lexicon
from service.errors import EngineError

log = structlog.get_logger(__name__)

FOLDER = "lexicon"
# Sections are searched in the order of their names, and ours is to be the first.
SECTION = "0lexicon@standard"
_FORMAT = 3
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """Where the three dictionaries of a mode stand in its stages."""

    analyser: Path
    bilingual: Path
    generator: Path


def dictionaries(mode: Mode) -> Dictionaries | None:
    """The dictionaries of a mode, None where it is not made of the usual three."""
    paths = [argument for stage in mode.stages for argument in stage if argument.endswith(".bin")]
    found = [[path for path in paths if path.endswith(end)] for end in ("automorf.bin", "autobil.bin", "autogen.bin")]
    if any(len(set(some)) != 1 for some in found):
        return None
    return Dictionaries(*(Path(some[0]) for some in found))


def rows_for(source: str, target: str) -> tuple[Row, ...]:
    """What the lexicon has for a hop: the source's own table, and words on their way from English to `target`."""
    own = tuple(row for row in load_lexicon(source) if target in row.translations)
    if source == "en":
        return own
    passing = (
        Row(row.translations[source], row.part, {target: row.translations[target]})
        for row in load_lexicon("en")
        if source in row.translations and target in row.translations and " " not in row.translations[source].lemma
    )
    return own + tuple({(row.word.lemma, row.part): row for row in passing}.values())


def with_lexicons(modes: Mapping[str, Mode], catalogue: Catalogue, state: Path) -> dict[str, Mode]:
    """Every mode with the lexicon of its languages; where `state` can't be written, in a folder of this process."""
    ways = {pair["mode"]: (pair["source"], pair["target"]) for pair in catalogue.pairs}
    names = {way: name for name, way in ways.items() if name in modes}
    return dict(modes) | {
        name: with_lexicon(mode, *ways[name], state, back=modes.get(names.get(ways[name][::-1], "")))
        if name in ways
        else mode
        for name, mode in modes.items()
    }


def _folder(state: Path, name: str) -> Path:
    """Where the copies of a mode are, or may be made: what an image brought is read where nothing can be written."""
    brought = state / FOLDER / name
    return brought if brought.is_dir() else _writable(state) / FOLDER / name


@lru_cache(maxsize=8)
def _writable(state: Path) -> Path:
    with suppress(OSError):
        (state / FOLDER).mkdir(parents=True, exist_ok=True)
        if os.access(state / FOLDER, os.W_OK):
            return state
    temporary = Path(tempfile.mkdtemp(prefix="newsbriefs-"))
    atexit.register(shutil.rmtree, temporary, ignore_errors=True)
    return temporary


def with_lexicon(mode: Mode, source: str, target: str, state: Path, *, back: Mode | None = None) -> Mode:
    """The same mode with the lexicon in its dictionaries; as it is where there is nothing to add or it can't be.

    Where it can't be, that is logged, and the revision of the mode does not name the lexicon.
    `back` is the mode from `target` to `source`, which can write words of the source.
    """
    rows = rows_for(source, target)
    found = dictionaries(mode) if rows else None
    if found is None:
        return mode
    digest = lexicon_digest(mode, found, rows)
    folder = _folder(state, f"{mode.name}-{digest}")
    try:
        if not folder.is_dir():
            _write(folder, found, entries(rows, _known(mode, found, source, target, back)))
    except (OSError, ValueError, EngineError) as error:
        log.warning("lexicon_left_out", pair=mode.name, error=type(error).__name__, exc_info=True)
        return mode
    return _on_copies(mode, found, folder, digest)


def lexicon_digest(mode: Mode, found: Dictionaries, rows: Sequence[Row]) -> str:
    """What the name of a mode's copies says: the dictionaries they were made of, and what was entered."""
    paths = (found.analyser, found.bilingual, found.generator)
    facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    return hashlib.sha256(repr((_FORMAT, mode.name, facts, rows)).encode()).hexdigest()[:12]


def _known(mode: Mode, found: Dictionaries, source: str, target: str, back: Mode | None) -> Known:
    reverse = dictionaries(back) if back is not None else None
    return Known(
        source,
        target,
        _asker(*mode.stages[0]),
        _asker("lt-proc", "-z", "-g", str(found.generator)),
        _asker("lt-proc", "-z", "-g", str(reverse.generator)) if reverse is not None else None,
    )


def _asker(*stage: str) -> Callable[[Sequence[str]], list[str]]:
    return lambda texts: _ask(stage, texts)


def _ask(stage: Sequence[str], texts: Sequence[str]) -> list[str]:
    """What one program makes of each text."""
    pipeline = Pipeline([stage])
    with closing(pipeline):
        answers = pipeline.exchange([text.encode() for text in texts], deadline=time.monotonic() + _SECONDS)
    if len(answers) != len(texts):
        raise ValueError(f"{stage[0]} died")
    return [answer.decode("utf-8", "replace") for answer in answers]


def _write(folder: Path, found: Dictionaries, made: Mapping[str, Iterable[Entry]]) -> None:
    """Write the three copies; the folder appears whole, so that two services that start together don't meet half."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        for part in ("analyser", "bilingual", "generator"):
            path: Path = getattr(found, part)
            data = with_entries(path.read_bytes(), SECTION, made[part], first=part == "bilingual")
            (temporary / path.name).write_bytes(data)
        temporary.chmod(0o755)
        try:
            os.rename(temporary, folder)
        except OSError:
            # Another service that started at the same time was first.
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _on_copies(mode: Mode, found: Dictionaries, folder: Path, digest: str) -> Mode:
    copies = {str(path): str(folder / path.name) for path in (found.analyser, found.bilingual, found.generator)}
    stages = tuple(tuple(copies.get(argument, argument) for argument in stage) for stage in mode.stages)
    return replace(mode, stages=stages, version=f"{mode.version}+news-{digest[:8]}")
