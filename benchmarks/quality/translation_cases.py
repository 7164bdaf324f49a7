"""Good translations of people, and what is broken in them to see whether the checks notice."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.damages import echo, name, negation, number, omission, repetition, wrong_language
from benchmarks.quality.figures import read_rows
from service.records import Name
from service.text.names import find_names
from service.text.sentences import split_sentences
from service.text.tags import separator

# So many lines are read as one article when names are looked for.
_LINES_OF_AN_ARTICLE = 10
_ENDS, _CLOSING = ".!?…。！？।؟", "\"”“»’')」』 "
_SEVERAL = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its reference; `names` are those of its article. Sentences stand on lines of their own."""

    source: str
    reference: str
    names: tuple[Name, ...]


def read_flores(data: Path, language: str, lines: int) -> list[str]:
    """The first lines of a language; aligned over the languages. A few came out of a table with its marks on."""
    read = (data / "mt" / "flores_dev" / f"{language}.txt").read_text("utf-8").splitlines()[:lines]
    return [line[1:-1].replace('""', '"') if _is_quoted_cell(line) else line.strip() for line in read]


def _is_quoted_cell(line: str) -> bool:
    return line.startswith('"') and line.endswith('"') and '""' in line


def flores_pairs(data: Path, source: str, target: str, lines: int) -> list[Pair]:
    """The first lines of FLORES dev in two languages."""
    given, said = read_flores(data, source, lines), read_flores(data, target, lines)
    found: list[Pair] = []
    for first in range(0, len(given), _LINES_OF_AN_ARTICLE):
        article = slice(first, first + _LINES_OF_AN_ARTICLE)
        found += _pairs(given[article], said[article], source)
    return found


def wmt_pairs(data: Path, pair: str, lines: int) -> list[Pair]:
    """The first sentences of the WMT news documents of a pair of languages, with their first references."""
    found: list[Pair] = []
    for path in sorted(data.glob(f"mt/wmt_docs/*.{pair}.*.jsonl")):
        for row in read_rows(path):
            for given, said in zip(row["src"], next(iter(row["refs"].values())), strict=True):
                found += _pairs(given, said, pair.partition("-")[0])
    return found[:lines]


def _pairs(given: Sequence[str], said: Sequence[str], language: str) -> Iterator[Pair]:
    """The sentences of an article, each with the names that stand in it."""
    text = "\n".join(given)
    names = find_names(text, split_sentences(text, language=language), language=language)
    for source, reference in zip(given, said, strict=True):
        yield Pair(source.strip(), reference.strip(), tuple(found for found in names if found.text in source))


def joined(pairs: Sequence[Pair]) -> list[Pair]:
    """Texts of two, three, four and five sentences in turn, a line each; headlines, which end in no mark, are none."""
    texts: list[Pair] = []
    pairs = [pair for pair in pairs if pair.source.rstrip(_CLOSING)[-1:] in _ENDS]
    first = 0
    while first < len(pairs):
        group = pairs[first : first + _SEVERAL[len(texts) % len(_SEVERAL)]]
        first += len(group)
        names = tuple(dict.fromkeys(found for pair in group for found in pair.names))
        if len(group) > 1:
            source, reference = "\n".join(p.source for p in group), "\n".join(p.reference for p in group)
            texts.append(Pair(source, reference, names))
    return texts


def on_one_line(text: str, language: str) -> str:
    """The lines of a text as sentences that follow one another."""
    return separator(language).join(text.split("\n"))


class Breaker:
    """Breaks good translations from one language into another, each time in the same way."""

    def __init__(self, source: str, target: str, *, references: Sequence[str], others: Mapping[str, Sequence[str]]):
        self._source = source
        self._target = target
        self._references = references
        # The same lines in other languages; empty where there are none.
        self._others = others

    def broken(self, kind: str, index: int, pair: Pair) -> str | None:
        """The reference with one fault of a kind; None where it can't have that fault. `index` is the line's."""
        rng = random.Random(f"{self._source} {self._target} {kind} {index}")
        language, source, reference = self._target, pair.source, pair.reference
        match kind:
            case "number":
                return number.damage(reference, language=language, rng=rng)
            case "name":
                return name.damage(reference, source, language=language, others=self._references, rng=rng)
            case "negation":
                return negation.damage(reference, source, language=language, rng=rng, source_language=self._source)
            case "wrong language":
                if not self._others:
                    return None
                other = self._others[rng.choice(sorted(self._others))][index]
                return wrong_language.damage(reference, source, language=language, other=other, rng=rng)
        plain = {"omission": omission.damage, "echo": echo.damage, "repetition": repetition.damage}
        return plain[kind](reference, source, language=language, rng=rng)
