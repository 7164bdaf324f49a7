"""Where sentences end, next to sentencex and plain marks: FLORES lines joined by tens, split, and compared."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import mean

import regex

from benchmarks.quality.figures import ALL, Figure, f1
from service.text.sentences import split_sentences

DATASETS = ("flores",)
FILES = ("mt/flores_dev/*.txt",)
UNSPACED = {"zh", "ja", "th", "km", "lo", "my"}
LINES_PER_LANGUAGE, LINES_JOINED = 300, 10
NOT_IN_MACRO = {"th", "km", "my", "hy", "am"}

Spans = list[tuple[int, int]]

PLAIN_END = regex.compile(r"[.!?…।॥؟۔։።]+[\"”»')\]]*(?=\s|$)|[。！？]+[」』”]*")


def split_plainly(text: str, language: str) -> Spans:
    """Every mark before white space ends a sentence."""
    ends = [match.end() for match in PLAIN_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def split_with_sentencex(text: str, language: str) -> Spans:
    """The library as it comes."""
    from sentencex import get_sentence_boundaries

    return [(found["start_index"], found["end_index"]) for found in get_sentence_boundaries(language, text)]


def split_ours(text: str, language: str) -> Spans:
    """The service's own sentences."""
    return [(sentence.start, sentence.end) for sentence in split_sentences(text, language=language)]


def joined(lines: list[str], language: str) -> Iterator[tuple[str, set[int]]]:
    """Ten lines as one text, and the number of visible characters before each boundary."""
    for first in range(0, len(lines), LINES_JOINED):
        group = lines[first : first + LINES_JOINED]
        total, gold = 0, set()
        for line in group[:-1]:
            total += len("".join(line.split()))
            gold.add(total)
        yield ("" if language in UNSPACED else " ").join(group), gold


def sentence_scores(path: Path, split: Callable[[str, str], Spans]) -> tuple[float, bool]:
    """F1 of the boundaries, and whether no visible character was lost."""
    language = path.stem
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = wrong = missed = 0
    lossless = True
    for text, gold in joined(lines[:LINES_PER_LANGUAGE], language):
        spans = split(text, language)
        visible = [0]
        for character in text:
            visible.append(visible[-1] + (not character.isspace()))
        found = {visible[end] for _, end in spans} - {visible[-1]}
        lossless &= sum(visible[end] - visible[start] for start, end in spans) == visible[-1]
        right, wrong, missed = right + len(gold & found), wrong + len(found - gold), missed + len(gold - found)
    return f1(right, wrong, missed), lossless


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """F1 of the boundaries by language and its macro average, and the share of languages of which nothing was lost."""
    files = sorted(data.glob(FILES[0]))
    ours = {path.stem: sentence_scores(path, split_ours) for path in files}
    splitters = {"sentencex": split_with_sentencex, "plain marks": split_plainly}
    peers = {name: {path.stem: sentence_scores(path, split)[0] for path in files} for name, split in splitters.items()}
    scores = {language: score for language, (score, _) in ours.items()}
    figures = [
        Figure("sentences", "flores", ALL, "macro F1", macro(scores), len(scores) * LINES_PER_LANGUAGE,
               tuple((name, macro(by)) for name, by in peers.items())),
        Figure("sentences", "flores", ALL, "lossless", mean(kept for _, kept in ours.values()), len(scores)),
    ]  # fmt: skip
    for language, score in scores.items():
        beside = tuple((name, by[language]) for name, by in peers.items())
        figures.append(Figure("sentences", "flores", language, "F1", score, LINES_PER_LANGUAGE, beside))
    return figures


def macro(scores: dict[str, float]) -> float:
    """The mean over the languages whose sentences end in marks."""
    return mean(score for language, score in scores.items() if language not in NOT_IN_MACRO)
