"""The checks of a translated sentence: false alarms on the translations of people, and faults that they find.

Good are the references of FLORES dev and of WMT's news documents; each is broken in seven ways, by code that knows
nothing of the checks. A fault counts as found where a finding of a fitting kind, a warning or an error, is new against
the whole reference. The peers are as simple as can be; what they cost in false alarms stands beside them.

Languages that one sentence can't tell apart (Danish and Norwegian, Galician and Portuguese) are among the wrong
languages all the same: each is one of 38.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality.figures import ALL, Figure
from benchmarks.quality.translation_cases import (
    Breaker,
    Pair,
    flores_pairs,
    joined,
    on_one_line,
    read_flores,
    wmt_pairs,
)
from benchmarks.quality.translation_peers import plain_findings
from service.checks.translation import SourceText, check_translated, read_source
from service.text.tags import script

DATASETS = ("flores latin", "flores other", "pairs", "wmt")
FILES = ("mt/flores_dev/*.txt", "mt/wmt_docs/*.jsonl")
LINES = 100
# False alarms are rare, and so are numbers, names and negations: what these figures rest on is so many lines.
ALL_LINES = 500
PAIRS = ("de-en", "es-en", "ru-en", "zh-en", "ja-en", "ar-en", "hi-en", "de-fr", "ru-uk", "es-pt", "nb-da", "zh-ja")
WMT = ("de-fr", "en-hr", "en-is", "en-ja", "en-zh", "fr-de", "is-en", "ja-en", "ru-en", "zh-en")
# The kinds of finding that tell a fault.
FITTING: Mapping[str, frozenset[str]] = {
    "number": frozenset(("number", "date")),
    "name": frozenset(("name",)),
    "negation": frozenset(("negation",)),
    "omission": frozenset(("omission",)),
    "echo": frozenset(("echo", "language", "script")),
    "wrong language": frozenset(("echo", "language", "script")),
    "repetition": frozenset(("repetition",)),
}
# Where several sentences are needed, or some of several are broken.
_OF_SEVERAL = ("omission", "echo")
_PEER = "plain"

_Found = frozenset[tuple[str, str | None, str]]


@dataclass(slots=True)
class Tally:
    """Counts over the texts of one pair of languages, or over all."""

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, part: str, of: str) -> float:
        """How many of the texts `of` a kind are also a `part`."""
        return self.counts[part] / self.counts[of] if self.counts[of] else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks and their peer find about one text."""

    ours: _Found
    plain: frozenset[tuple[str, str]]

    def has(self, severity: str) -> bool:
        """Whether the checks find anything of this severity."""
        return any(found == severity for _, _, found in self.ours)


_RARE = ("number", "name", "negation")


class Bench:
    """One pair of languages: every good text judged once, then every broken one."""

    def __init__(self, source: str, target: str, breaker: Breaker) -> None:
        self._source = source
        self._target = target
        self._breaker = breaker
        self.tally = Tally()

    def run(self, pairs: Sequence[Pair]) -> Tally:
        """The counts over single sentences, and over texts made of them."""
        for index, pair in enumerate(pairs[:LINES]):
            self._measure(index, pair, [kind for kind in FITTING if kind != "omission"], several=False)
        for index, pair in enumerate(joined(pairs[:LINES])):
            self._measure(index, pair, _OF_SEVERAL, several=True)
        for index, pair in enumerate(pairs[LINES:], start=LINES):
            self._measure(index, pair, _RARE, several=False)
        return self.tally

    def _read(self, pair: Pair) -> SourceText:
        return read_source(on_one_line(pair.source, self._source), language=self._source, names=pair.names)

    def _measure(self, index: int, pair: Pair, kinds: Iterable[str], *, several: bool) -> None:
        before = self._read(pair)
        good = self._judge(before, pair, pair.reference)
        counts = self.tally.counts
        of = "good texts" if several else "good"
        counts[of] += 1
        counts[f"{of} without error"] += not good.has("error")
        counts[f"{of} without warning"] += not (good.has("error") or good.has("warning"))
        counts[f"{of} without {_PEER} finding"] += not good.plain
        for kind in kinds:
            broken = self._breaker.broken(kind, index, pair)
            if broken is not None:
                self._count(kind, good, self._judge(before, pair, broken, with_model=kind == "wrong language"))

    def _judge(self, before: SourceText, pair: Pair, text: str, *, with_model: bool = False) -> Judged:
        line = on_one_line(text, self._target)
        ours = check_translated(before, line, target=self._target)
        plain = plain_findings(before.text, line, names=pair.names, target=self._target, with_model=with_model)
        return Judged(frozenset((f.kind, f.value, f.severity) for f in ours if f.severity != "info"), plain)

    def _count(self, kind: str, good: Judged, broken: Judged) -> None:
        new = [severity for found, _, severity in broken.ours - good.ours if found in FITTING[kind]]
        counts = self.tally.counts
        counts[kind] += 1
        counts[f"{kind} found"] += bool(new)
        counts[f"{kind} as error"] += "error" in new
        counts[f"{kind} {_PEER}"] += any(found in FITTING[kind] for found, _ in broken.plain - good.plain)


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """Shares by language or pair, and over all of a dataset."""
    figures: list[Figure] = []
    for dataset in datasets:
        tallies = dict(_tallies(dataset, data))
        total = Tally()
        for tally in tallies.values():
            total.counts.update(tally.counts)
        figures += _figures(dataset, ALL, total)
        for language, tally in tallies.items():
            figures += _figures(dataset, language, tally)
    return figures


def _tallies(dataset: str, data: Path) -> Iterable[tuple[str, Tally]]:
    if dataset == "wmt":
        for pair in WMT:
            yield pair, _run(pair, wmt_pairs(data, pair, ALL_LINES), {})
        return
    languages = sorted(path.stem for path in data.glob(FILES[0]))
    lines = {language: read_flores(data, language, ALL_LINES) for language in languages}
    pairs = PAIRS if dataset == "pairs" else [f"en-{target}" for target in languages if _belongs(target, dataset)]
    for pair in pairs:
        source, _, target = pair.partition("-")
        name = pair if dataset == "pairs" else target
        others = {language: read for language, read in lines.items() if language not in (source, target)}
        yield name, _run(pair, flores_pairs(data, source, target, ALL_LINES), others)


def _belongs(language: str, dataset: str) -> bool:
    return language != "en" and (script(language) == "Latn") == (dataset == "flores latin")


def _run(pair: str, pairs: Sequence[Pair], others: Mapping[str, Sequence[str]]) -> Tally:
    source, _, target = pair.partition("-")
    breaker = Breaker(source, target, references=[pair.reference for pair in pairs], others=others)
    return Bench(source, target, breaker).run(pairs)


def _figures(dataset: str, language: str, tally: Tally) -> Iterable[Figure]:
    """False alarms as their absence, so that more is better; detection by kind of fault."""
    peers: defaultdict[str, tuple[tuple[str, float], ...]] = defaultdict(tuple)
    measures = [
        ("good without error", "good"),
        ("good without warning", "good"),
        ("good texts without error", "good texts"),
    ]
    measures += [(f"{kind} found", kind) for kind in FITTING]
    if language == ALL:
        measures += [(f"{kind} as error", kind) for kind in FITTING]
    peers["good without warning"] = ((_PEER, tally.share(f"good without {_PEER} finding", "good")),)
    for kind in FITTING:
        peers[f"{kind} found"] = ((_PEER, tally.share(f"{kind} {_PEER}", kind)),)
    for measure_name, of in measures:
        if tally.counts[of]:
            value = tally.share(measure_name, of)
            yield Figure(
                "translation-checks", dataset, language, measure_name, value, tally.counts[of], peers[measure_name]
            )
