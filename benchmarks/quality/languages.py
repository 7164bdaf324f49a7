"""Whether the language of a text is told, next to py3langid and langdetect as they come."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean

from benchmarks.quality.figures import ALL, Figure, read_rows
from service.text.language import identify

DATASETS = ("langid",)
FILES = ("langid/langid.jsonl",)
# Bosnian, Croatian and Serbian in Latin letters, and Malay and Indonesian, can't be told apart by anyone.
SAME = ({"bs", "hr", "sr", "sr-Latn"}, {"ms", "id"})
# langdetect takes 5 ms a text: it is asked about one row in eight, and all are compared on those.
LANGDETECT_EVERY = 8

Guess = Callable[[str], str]


def same_language(guess: str, gold: str) -> bool:
    """Whether the guess is right, or wrong only where nobody could tell."""
    return guess == gold or any({guess, gold} <= group for group in SAME)


def ours_language(text: str) -> str:
    """The service's own guess."""
    return identify(text).language


def plain_py3langid() -> Guess:
    """The library as it comes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return lambda text: str(identifier.classify(text)[0]).replace("no", "nb")


def plain_langdetect() -> Guess | None:
    """The library as it comes, with a fixed seed; None where it is not installed."""
    try:
        from langdetect import DetectorFactory, LangDetectException, detect
    except ImportError:
        return None
    DetectorFactory.seed = 0

    def guess(text: str) -> str:
        try:
            return {"no": "nb", "zh-cn": "zh", "zh-tw": "zh"}.get(found := str(detect(text)), found)
        except LangDetectException:
            return "und"

    return guess


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """Accuracy by kind of text and by language; the peers by kind."""
    rows = list(read_rows(data / FILES[0]))
    ours, langid = _hits(rows, ours_language), _hits(rows, plain_py3langid())
    langdetect = plain_langdetect()
    other = _hits(rows[::LANGDETECT_EVERY], langdetect) if langdetect else {}
    figures = []
    for group, hits in sorted(ours.items(), key=lambda item: (item[0][0] != ALL, item[0])):
        peers = [("py3langid", mean(langid[group]))]
        if group in other and group[0] == ALL:
            peers.append((f"langdetect, 1 in {LANGDETECT_EVERY}", mean(other[group])))
        figures.append(Figure("language", "langid", *group, mean(hits), len(hits), tuple(peers)))
    return figures


def _hits(rows: list[dict[str, str]], guess: Guess) -> dict[tuple[str, str], list[bool]]:
    """By (language, kind of text): whether each guess is right."""
    hits: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        hit = same_language(guess(row["text"]), row["lang"])
        for group in ((ALL, row["kind"]), (ALL, "accuracy"), (row["lang"], "accuracy")):
            hits[group].append(hit)
    return dict(hits)
