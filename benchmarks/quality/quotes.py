"""Direct quotes and speakers on real text, next to a plain paired-marks extractor.

`python -m benchmarks.quality.quotes --data DIR` prints this task's table alone; `--errors SET` lists the errors of
one set, such as `polnear`, `hand cs` or `ntrex glg`. Only quotes of four words or more are scored, as in the notes
of the sets.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.quality.figures import ALL, Figure, read_rows
from benchmarks.quality.quote_scoring import ENOUGH_WORDS, Extractor, Found, Gold, Tally, score_article, total, trimmed
from benchmarks.quality.table import print_table
from service.records import Quote, Span
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.words import count_words

DATASETS = ("polnear", "wikinews", "hand", "ntrex")
FILES = (
    "quotes/en_polnear.jsonl",
    "quotes/de_wikinews.jsonl",
    "quotes/multilingual_hand.jsonl",
    "quotes/ntrex_quote_lines.jsonl",
)
LANGUAGE_OF_NEWS = {"polnear": "en", "wikinews": "de"}
PEER = "paired marks"
PAIRS = re.compile(r"[“„]([^“”„\n]+)[”“\"]|\"([^\"\n]+)[\"”]|«([^«»\n]+)»|»([^«»\n]+)«|「([^「」\n]+)」|‘([^‘’\n]+)’")
NTREX = {
    "arb": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "est": "et",
    "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "gle": "ga", "glg": "gl", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv",
    "lit": "lt", "nld": "nl", "nob": "nb", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk",
    "slv": "sl", "spa": "es", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip
PRONOUNS = frozenset(
    ["he", "she", "they", "i", "we", "you", "it", "who", "him", "her", "them", "his", "hers", "er", "sie", "wir", "ich",
     "es", "der", "die", "das", "dieser", "diese", "welcher", "hun", "han"]
)  # fmt: skip


def by_service(text: str, language: str, title_end: int) -> list[Found]:
    """The quotes the service finds outside the title."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    title = [Span(0, title_end)] if title_end else []
    quotes = find_quotes(text, sentences, names, language=language, excluded=title)
    return [Found(q.start, q.end, speaker_name(q)) for q in quotes]


def speaker_name(quote: Quote) -> str | None:
    """The name a quote is given to, if any."""
    return quote.speaker.name if quote.speaker else None


def by_pairs(text: str, language: str, title_end: int) -> list[Found]:
    """Everything between two marks of a pair on one line; no speakers."""
    return [Found(m.start(m.lastindex or 0), m.end(m.lastindex or 0), None) for m in PAIRS.finditer(text, title_end)]


def score_news(path: Path, language: str, extract: Extractor) -> Tally:
    """PolNeAR and German Wikinews: direct quotes with gold segments, speakers that are no pronouns."""
    tally = Tally()
    for row in read_rows(path):
        text = row["text"]
        gold: Gold = []
        allowed: list[tuple[int, int]] = []
        contents: list[tuple[int, int]] = []
        for quote in row["quotes"]:
            segments = [tuple(v["span"]) for v in quote["verbatim"]]
            allowed += [trimmed(text, s, e) for s, e in segments]
            if quote["type"].lower() != "indirect":
                contents += [(s, e) for s, e in quote["content"]["spans"]]
            if quote["type"].lower() != "direct":
                continue
            speaker = (quote.get("speaker") or {}).get("text") or ""
            names = [speaker] if speaker and speaker.lower() not in PRONOUNS else []
            gold += [(s, e, names) for s, e in segments if count_words(text[s:e]) >= ENOUGH_WORDS]
        gold = once_each(gold)
        title = row["title"] or ""
        title_end = len(title) if title and text.startswith(title) else 0
        gold = [g for g in gold if g[0] >= title_end]
        score_article(tally, text, language, gold, allowed, [], extract, title_end=title_end, contents=contents)
    return tally


def once_each(gold: Gold) -> Gold:
    """Each segment once, though several attributions may share it; all their speakers are accepted."""
    merged: dict[tuple[int, int], list[str]] = {}
    for start, end, speakers in gold:
        merged.setdefault((start, end), []).extend(speakers)
    return [(start, end, speakers) for (start, end), speakers in merged.items()]


def score_hand(path: Path, extract: Extractor) -> dict[str, Tally]:
    """The hand set: recall, speaker, and titles or scare quotes taken for quotes."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in read_rows(path):
        gold = [(*q["span"], [q["speaker"], *q["speaker_aliases"]]) for q in row["quotes"]]
        score_article(tallies[row["lang"]], row["text"], row["lang"], gold, None, row["not_quotes"], extract)
    return dict(sorted(tallies.items()))


def score_ntrex(path: Path, extract: Extractor) -> dict[str, Tally]:
    """Single translated sentences where the translator kept the marks."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in read_rows(path):
        for code, target in row["tgt"].items():
            language = NTREX.get(code.split("-")[0], code.split("-")[0])
            text, at = target["text"], 0
            gold: Gold = []
            for quote in target["quotes"]:
                at = text.find(quote, at)
                if at >= 0 and count_words(quote) >= ENOUGH_WORDS:
                    gold.append((at, at + len(quote), []))
            score_article(tallies[code], text, language, gold, None, [], extract)
    return dict(sorted(tallies.items()))


def tallies_of(data: Path, dataset: str, extract: Extractor) -> dict[str, Tally]:
    """The tallies of one set by language; `ALL` is their sum."""
    folder = data / "quotes"
    if dataset in LANGUAGE_OF_NEWS:
        language = LANGUAGE_OF_NEWS[dataset]
        return {language: score_news(folder / f"{language}_{dataset}.jsonl", language, extract)}
    score, name = (score_hand, "multilingual_hand") if dataset == "hand" else (score_ntrex, "ntrex_quote_lines")
    by_language = score(folder / f"{name}.jsonl", extract)
    return {ALL: total(by_language.values())} | by_language


def measure(data: Path, *, datasets: Iterable[str] = DATASETS) -> list[Figure]:
    """Recall and precision of direct quotes, and how often the speaker is right, set by set and by language."""
    figures: list[Figure] = []
    for dataset in datasets:
        ours, plain = tallies_of(data, dataset, by_service), tallies_of(data, dataset, by_pairs)
        for language, tally in ours.items():
            figures += _figures(dataset, language, tally, plain[language])
        if dataset == "ntrex":
            figures += _mean_and_worst(ours, plain)
    return figures


def _figures(dataset: str, language: str, ours: Tally, plain: Tally) -> Iterator[Figure]:
    """The figures that a tally can tell, leaving out those with nothing to share."""
    shares = {
        "recall": (ours.hit, ours.gold, plain.hit, plain.gold),
        "precision": (ours.right, ours.predicted, plain.right, plain.predicted),
        "precision, in content": (ours.within, ours.predicted, plain.within, plain.predicted),
        "titles left": (
            ours.refused - ours.false_positives,
            ours.refused,
            plain.refused - plain.false_positives,
            plain.refused,
        ),
    }
    for measure, (part, whole, peer_part, peer_whole) in shares.items():
        if whole and (measure != "titles left" or language == ALL):
            peers = ((PEER, peer_part / peer_whole),) if peer_whole else ()
            yield Figure("quotes", dataset, language, measure, part / whole, whole, peers)
    if ours.speakers:
        yield Figure("quotes", dataset, language, "speaker", ours.speakers_right / ours.speakers, ours.speakers)
    if ours.speakers_named:
        right = ours.speakers_right / ours.speakers_named
        yield Figure("quotes", dataset, language, "speaker, named", right, ours.speakers_named)


def _mean_and_worst(ours: Mapping[str, Tally], plain: Mapping[str, Tally]) -> Iterator[Figure]:
    """The mean and the least recall over the languages of a set."""
    mine, peers = ([t.hit / t.gold for k, t in by.items() if k != ALL and t.gold] for by in (ours, plain))
    yield Figure(
        "quotes", "ntrex", ALL, "mean recall", sum(mine) / len(mine), len(mine), ((PEER, sum(peers) / len(peers)),)
    )
    yield Figure("quotes", "ntrex", ALL, "worst recall", min(mine), ours[ALL].gold, ((PEER, min(peers)),))


def main(arguments: list[str] | None = None) -> int:
    """Print the table, or the errors of one set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of evaluation data")
    parser.add_argument("--errors", metavar="SET", help="such as 'polnear', 'hand cs' or 'ntrex glg'")
    options = parser.parse_args(arguments)
    if not options.errors:
        print_table(measure(options.data), {})
        return 0
    dataset, _, language = options.errors.partition(" ")
    tallies = tallies_of(options.data, dataset, by_service)
    print("\n".join((tallies[language] if language else next(iter(tallies.values()))).errors))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
