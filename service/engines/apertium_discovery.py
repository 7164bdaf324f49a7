"""Which Apertium pairs are installed here, and the proof that each of them works."""

import hashlib
import json
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from service.engines.apertium_process import Pipeline, parse_mode
from service.engines.apertium_readings import disambiguated
from service.engines.apertium_split import SplitPipeline
from service.engines.apertium_stream import decode, encode
from service.engines.apertium_wording import PLAIN, Wording, make_wording
from service.errors import EngineError, EngineUnavailable

AnyPipeline = Pipeline | SplitPipeline
START_SECONDS = 45.0
MAX_UNKNOWN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Mode:
    """One installed mode: the programs of its pipeline, and the Debian package it came in.

    `words` are words of the news that the pair leaves untranslated, with what they are; `wording` mends those it gets
    wrong. `disambiguated` says that our rules for English strike out readings before the pair's tagger.
    """

    name: str
    stages: tuple[tuple[str, ...], ...]
    package: str
    version: str
    stand_ins: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = PLAIN
    disambiguated: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What `apertium_pairs.json` knows: pairs, measured routes, and one sentence a language for the self-test.

    A barred pair or route measures well and reads badly: the pair is left out, the route counts as worthless. A
    preferred route is taken before all others.
    """

    pairs: tuple[Mapping[str, Any], ...]
    modes: Mapping[str, Mapping[str, Any]]
    measured: Mapping[tuple[str, ...], float]
    preferred: tuple[tuple[str, ...], ...]
    sentences: Mapping[str, str]


def load_catalogue() -> Catalogue:
    """Read the data file of the package."""
    data = json.loads(files("service.engines").joinpath("apertium_pairs.json").read_text("utf-8"))
    scores = {tuple(r["modes"]): 0.0 if "barred" in r else r["chrf"] for r in data["routes"]}
    measured = {names: score for names, score in scores.items() if score is not None}
    preferred = tuple(tuple(r["modes"]) for r in data["routes"] if "preferred" in r)
    pairs = tuple(pair for pair in data["pairs"] if "barred" not in pair)
    modes = {pair["mode"]: data["modes"][pair["mode"]] for pair in pairs}
    return Catalogue(pairs, modes, measured, preferred, data["sentences"])


def installed_modes(folder: Path, catalogue: Catalogue) -> tuple[dict[str, Mode], dict[str, str]]:
    """The modes of the catalogue that are installed whole, and for the others the reason they are not."""
    modes: dict[str, Mode] = {}
    failures: dict[str, str] = {}
    versions = package_versions()
    for name, known in catalogue.modes.items():
        try:
            modes[name] = _mode(folder / f"{name}.mode", known, versions)
        except FileNotFoundError:
            failures[name] = f"not installed; apt-get install --no-install-recommends {known['package']}"
        except (OSError, ValueError) as error:
            failures[name] = str(error)
    return modes, failures


def _mode(path: Path, known: Mapping[str, Any], versions: Mapping[str, str]) -> Mode:
    text = path.read_text("utf-8")
    stages = parse_mode(text, without_tagger=bool(known.get("without_tagger")))
    for stage in stages:
        if shutil.which(stage[0]) is None:
            raise ValueError(f"the program {stage[0]} is missing; apt-get install apertium {known['package']}")
        for argument in stage:
            if argument.startswith("/") and not Path(argument).exists():
                raise ValueError(f"the package {known['package']} lacks its file {Path(argument).name}")
    return Mode(
        name=path.stem,
        stages=tuple(tuple(stage) for stage in stages),
        package=known["package"],
        version=versions.get(known["package"]) or _digest(stages),
        stand_ins=tuple(known["stand_ins"]),
        words=known.get("words", {}),
        wording=make_wording(known.get("instead", {}), known.get("mended", ())),
        disambiguated=bool(known.get("disambiguated")),
    )


def _digest(stages: list[list[str]]) -> str:
    """A revision for data that no package manager knows: changes when a file of the pipeline does."""
    paths = [Path(argument) for stage in stages for argument in stage if argument.startswith("/")]
    facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:12]


def package_versions() -> dict[str, str]:
    """The installed Apertium packages of Debian and their versions; empty where there is no dpkg."""
    command = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package} ${Version}\n", "apertium*"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    rows = [line.split(" ") for line in answer.stdout.splitlines()]
    return {row[1]: row[2] for row in rows if len(row) == 3 and row[0] == "installed"}


@lru_cache(maxsize=256)
def licence(package: str) -> str:
    """The licence that the package's copyright file names first."""
    try:
        text = (Path("/usr/share/doc") / package / "copyright").read_text("utf-8", "replace")
    except OSError:
        return "GPL-2.0-or-later"
    named = re.search(r"^License:\s*(\S+)", text, re.MULTILINE)
    if named is None:
        return "GPL-2.0-or-later"
    short = re.fullmatch(r"GPL-(\d)(?:\.0)?(\+?)", named[1])
    return f"GPL-{short[1]}.0-{'or-later' if short[2] else 'only'}" if short else named[1]


def start(mode: Mode) -> AnyPipeline:
    """Start the programs of a mode."""
    return SplitPipeline(mode.stages, disambiguated) if mode.disambiguated else Pipeline(mode.stages)


def start_proven(mode: Mode, sentence: str) -> AnyPipeline:
    """Start a pipeline that has just translated `sentence`; raises EngineUnavailable where it could not."""
    pipeline = start(mode)
    try:
        answers = pipeline.exchange([encode(sentence)], deadline=time.monotonic() + START_SECONDS)
        if not answers:
            raise EngineUnavailable("a program of the pipeline died on the self-test")
        _judge(answers[0], sentence)
    except (EngineError, OSError) as error:
        pipeline.close()
        raise EngineUnavailable(f"{mode.name} ({mode.package} {mode.version}): {error}") from error
    return pipeline


def _judge(raw: bytes, sentence: str) -> None:
    answer = decode(raw, sentence)
    if not answer.text.strip():
        raise EngineUnavailable("the self-test gave an empty answer")
    if answer.text.casefold() == sentence.rstrip(".").casefold():
        raise EngineUnavailable("the self-test gave its sentence back untranslated")
    bad = len(answer.unknown) + answer.broken
    if bad > answer.words * MAX_UNKNOWN_SHARE:
        raise EngineUnavailable(f"the self-test left {bad} of {answer.words} words untranslated")
