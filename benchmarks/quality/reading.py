"""How well articles are read: the language, the sentences, what is kept of a page; with plain baselines beside.

python benchmarks/quality/reading.py --data DIR [--json FILE]
"""

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import regex

from service.text.clean import find_removed
from service.text.language import identify, load
from service.text.sentences import split_sentences

UNSPACED = {"zh", "ja", "th", "km", "lo", "my"}
# Bosnian, Croatian and Serbian in Latin letters, and Malay and Indonesian, can't be told apart by anyone.
SAME = ({"bs", "hr", "sr", "sr-Latn"}, {"ms", "id"})
LINES_PER_LANGUAGE, LINES_JOINED = 300, 10
NOT_IN_MACRO = {"th", "km", "my", "hy", "am"}

Spans = list[tuple[int, int]]
Row = tuple[str, str, dict[str, float]]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# Languages


def same_language(guess: str, gold: str) -> bool:
    """Whether the guess is right, or wrong only where nobody could tell."""
    return guess == gold or any({guess, gold} <= group for group in SAME)


def ours_language(text: str) -> str:
    """The service's own guess."""
    return identify(text).language


def plain_py3langid() -> Callable[[str], str]:
    """The library as it comes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return lambda text: str(identifier.classify(text)[0]).replace("no", "nb")


def measure_language(data: Path) -> Iterator[Row]:
    """Accuracy by kind of text, and milliseconds for one."""
    rows = list(read_rows(data / "langid" / "langid.jsonl"))
    load()
    for name, guess in (("py3langid", plain_py3langid()), ("ours", ours_language)):
        hits: defaultdict[str, list[bool]] = defaultdict(list)
        started = time.perf_counter()
        for row in rows:
            hit = same_language(guess(row["text"]), row["lang"])
            for kind in (row["kind"], "all"):
                hits[kind].append(hit)
        milliseconds = (time.perf_counter() - started) * 1000 / len(rows)
        yield "language", name, {kind: statistics.mean(hits[kind]) for kind in sorted(hits)} | {"ms": milliseconds}


# Sentences

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


def measure_sentences(data: Path) -> Iterator[Row]:
    """Macro F1 of the boundaries, and the share of texts of which nothing was lost."""
    files = sorted((data / "mt" / "flores_dev").glob("*.txt"))
    for name, split in (("plain marks", split_plainly), ("sentencex", split_with_sentencex), ("ours", split_ours)):
        started = time.perf_counter()
        scores = {path.stem: sentence_scores(path, split) for path in files}
        by_language = {language: score for language, (score, _) in scores.items()}
        macro = statistics.mean(score for language, score in by_language.items() if language not in NOT_IN_MACRO)
        lossless = statistics.mean(kept for _, kept in scores.values())
        seconds = time.perf_counter() - started
        yield "sentences", name, {"macro": macro, "lossless": lossless, "s": seconds} | by_language


# Cleaning


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
    for span in (*result.removed, *([result.title_span] if result.title_span else [])):
        gone[span.start : span.end] = b"\1" * (span.end - span.start)
    kept, start = [], 0
    for line in page.split("\n"):
        visible = [index for index in range(start, start + len(line)) if not page[index].isspace()]
        kept.append(2 * sum(gone[index] for index in visible) < len(visible))
        start += len(line) + 1
    return kept


def kept_line_scores(row: dict[str, str], keep: Callable[[str, str], list[bool]]) -> tuple[int, int, int]:
    """Lines rightly kept, wrongly kept and wrongly removed."""
    body = " ".join(row["text"].split())
    right = wrong = missed = 0
    for line, kept in zip(row["raw_text"].split("\n"), keep(row["raw_text"], row["lang"]), strict=True):
        words = " ".join(line.split())
        if words:
            gold = words in body
            right, wrong, missed = right + (kept and gold), wrong + (kept and not gold), missed + (gold and not kept)
    return right, wrong, missed


def measure_cleaning(data: Path) -> Iterator[Row]:
    """F1 of the kept lines, the median over articles first."""
    rows = list(read_rows(data / "articles" / "fundus.jsonl"))
    methods = (("keep all", keep_all), ("4+ words and a stop", keep_stopped), ("ours", keep_ours))
    for name, keep in methods:
        started = time.perf_counter()
        counts = [kept_line_scores(row, keep) for row in rows]
        seconds = time.perf_counter() - started
        right, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
        by_language: defaultdict[str, list[float]] = defaultdict(list)
        for row, count in zip(rows, counts, strict=True):
            by_language[row["lang"]].append(f1(*count))
        scores = [score for values in by_language.values() for score in values]
        yield (
            "cleaning",
            name,
            {
                "median": statistics.median(scores),
                "mean": statistics.mean(scores),
                "precision": right / (right + wrong),
                "recall": right / (right + missed),
                "s": seconds,
            }
            | {language: statistics.median(values) for language, values in sorted(by_language.items())},
        )


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, 0 where nothing was right."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def print_rows(rows: Iterable[Row]) -> list[Row]:
    """Show each row as it is measured, and hand all of them back."""
    kept = []
    for task, method, figures in rows:
        shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
        print(f"{task:10} {method:20} {shown}", flush=True)
        kept.append((task, method, figures))
    return kept


def main() -> int:
    """Measure all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    if not (options.data / "langid").is_dir():
        print(f"no evaluation data in {options.data}: give the folder that holds langid/, mt/ and articles/")
        return 2
    rows: list[Row] = []
    for measure in (measure_language, measure_sentences, measure_cleaning):
        rows += print_rows(measure(options.data))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
