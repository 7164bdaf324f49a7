"""Which lines of a copied page are kept, next to keeping all and to keeping what ends like a sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean, median

from benchmarks.quality.figures import ALL, Figure, f1, read_rows
from service.text.clean import find_removed

DATASETS = ("fundus",)
FILES = ("articles/fundus.jsonl",)

SHORTEST_PART = 20  # characters

Counts = tuple[int, int, int]


def keep_all(page: str, language: str) -> list[bool]:
    """Every line."""
    return [True for _ in page.split("\n")]


def keep_stopped(page: str, language: str) -> list[bool]:
    """Lines of four words or more that end like a sentence."""
    ends = (".", "!", "?", "…", "。", "！", "？", "।")
    return [len(line.split()) >= 4 and line.rstrip(" \"'”’»)」』“").endswith(ends) for line in page.split("\n")]


def keep_ours(page: str, language: str) -> list[bool]:
    """Lines of which the service keeps at least half."""
    result = find_removed(page, language=language)
    gone = bytearray(len(page))
    spans = [(piece.start, piece.end) for piece in result.removed]
    if result.title_span:
        spans.append((result.title_span.start, result.title_span.end))
    for first, last in spans:
        gone[first:last] = b"\1" * (last - first)
    kept, start = [], 0
    for line in page.split("\n"):
        visible = [index for index in range(start, start + len(line)) if not page[index].isspace()]
        kept.append(2 * sum(gone[index] for index in visible) < len(visible))
        start += len(line) + 1
    return kept


def kept_line_scores(row: dict[str, str], keep: Callable[[str, str], list[bool]]) -> Counts:
    """Lines rightly kept, wrongly kept and wrongly removed; right is to keep what is a line of the clean body.

    A line must equal one of the body's, or be found inside it and be as long as a clause: a tag such as "Israel"
    is found inside many a body and is no part of it.
    """
    body = " ".join(row["text"].split())
    body_lines = {" ".join(line.split()) for line in row["text"].split("\n")}
    right = wrong = missed = 0
    for line, kept in zip(row["raw_text"].split("\n"), keep(row["raw_text"], row["lang"]), strict=True):
        words = " ".join(line.split())
        if words:
            gold = words in body_lines or (len(words) >= SHORTEST_PART and words in body)
            right, wrong, missed = right + (kept and gold), wrong + (kept and not gold), missed + (gold and not kept)
    return right, wrong, missed


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """F1 of the kept lines of each article: median and mean, and the median by language; precision and recall."""
    rows = list(read_rows(data / FILES[0]))
    methods = {"ours": keep_ours, "4+ words, a stop": keep_stopped, "keep all": keep_all}
    counts = {name: [kept_line_scores(row, keep) for row in rows] for name, keep in methods.items()}
    by_method = {name: _figures(rows, found) for name, found in counts.items()}
    ours = by_method.pop("ours")
    return [
        Figure("cleaning", "fundus", *key, value, items, tuple((name, by[key][0]) for name, by in by_method.items()))
        for key, (value, items) in ours.items()
    ]


def _figures(rows: list[dict[str, str]], counts: list[Counts]) -> dict[tuple[str, str], tuple[float, int]]:
    """By (language, measure): the figure, and how many articles it rests on."""
    by_language: defaultdict[str, list[float]] = defaultdict(list)
    for row, count in zip(rows, counts, strict=True):
        by_language[row["lang"]].append(f1(*count))
    scores = [score for values in by_language.values() for score in values]
    right, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
    found = {
        (ALL, "median F1"): (median(scores), len(scores)),
        (ALL, "mean F1"): (mean(scores), len(scores)),
        (ALL, "precision"): (right / (right + wrong), len(scores)),
        (ALL, "recall"): (right / (right + missed), len(scores)),
    }
    return found | {(name, "median F1"): (median(by), len(by)) for name, by in sorted(by_language.items())}
