"""Direct quotes and speakers on real text, next to a plain paired-marks extractor.

Run as `python -m benchmarks.quality.quotes --data DIR [--json FILE] [--errors SET]`. A predicted quote
is found where it covers, and is covered by, at least eight tenths of a gold segment (marks, space and
outer punctuation do not count). Only quotes of four words or more are scored, as in the sets' notes.
"""

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from service.records import Quote, Span
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.words import count_words

PAIRS = re.compile(r"[“„]([^“”„\n]+)[”“\"]|\"([^\"\n]+)[\"”]|«([^«»\n]+)»|»([^«»\n]+)«|「([^「」\n]+)」|‘([^‘’\n]+)’")
EDGES = " \t\n\r\u00a0\u202f.,;:!?…“”„\"«»‹›‘’'「」『』，。！？：—–-।"
ENOUGH_WORDS, OVERLAP = 4, 0.8
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


@dataclass(frozen=True, slots=True)
class Found:
    """One predicted quote, from the service or from the plain extractor."""

    start: int
    end: int
    speaker: str | None


@dataclass(slots=True)
class Tally:
    """Counts of one set."""

    gold: int = 0
    hit: int = 0
    predicted: int = 0
    right: int = 0
    speakers: int = 0
    speakers_right: int = 0
    speakers_named: int = 0
    false_positives: int = 0
    errors: list[str] = field(default_factory=list)


Extractor = Callable[[str, str, int], list[Found]]


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


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without articles."""
    return [w for w in re.findall(r"[^\W_]+", name.lower()) if w not in {"the", "a", "an", "der", "die", "das"}]


def same_speaker(predicted: str, accepted: Iterable[str]) -> bool:
    """Lenient: the last words agree, or one name holds all words of the other."""
    mine = words_of(predicted)
    for name in accepted:
        theirs = words_of(name)
        if not mine or not theirs:
            continue
        if mine[-1] in theirs or theirs[-1] in mine or set(mine) <= set(theirs) or set(theirs) <= set(mine):
            return True
        if len(mine[-1]) > 3 and (predicted in name or name in predicted):
            return True
    return False


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks, space and punctuation at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def matches(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share at least eight tenths of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= OVERLAP * max(one[1] - one[0], other[1] - other[0])


def score_article(
    tally: Tally,
    text: str,
    language: str,
    gold: list[tuple[int, int, list[str]]],
    allowed: list[tuple[int, int]] | None,
    refused: list[str],
    extract: Extractor,
    *,
    title_end: int = 0,
) -> None:
    """Count one article into `tally`; `allowed` None means that precision can't be told."""
    found = extract(text, language, title_end)
    spans = [(trimmed(text, f.start, f.end), f) for f in found]
    for start, end, speakers in gold:
        want = trimmed(text, start, end)
        best = next((f for span, f in spans if matches(span, want)), None)
        tally.gold += 1
        tally.hit += best is not None
        if best is None:
            tally.errors.append(f"MISSED {text[max(0, start - 60) : end + 60]!r}"[:300])
        if speakers:
            score_speaker(tally, text, best, speakers)
    for (start, end), f in spans:
        tally.false_positives += any(r.strip(EDGES).lower() == text[start:end].lower() for r in refused)
        if allowed is not None and count_words(text[start:end]) >= ENOUGH_WORDS:
            tally.predicted += 1
            good = any(matches((start, end), a) for a in allowed)
            tally.right += good
            if not good:
                tally.errors.append(f"EXTRA {f.speaker} {text[max(0, start - 60) : end + 60]!r}"[:300])


def score_speaker(tally: Tally, text: str, best: Found | None, speakers: list[str]) -> None:
    """Count whether the speaker of a gold quote is found, and whether it is right where one is named."""
    tally.speakers += 1
    if best is None or best.speaker is None:
        if best is not None:
            around = f"{text[max(0, best.start - 120) : best.start + 25]!r} ~ {text[best.end - 25 : best.end + 120]!r}"
            tally.errors.append(f"UNNAMED gold={speakers} {around}")
        return
    tally.speakers_named += 1
    if same_speaker(best.speaker, speakers):
        tally.speakers_right += 1
    else:
        around = f"{text[max(0, best.start - 120) : best.start + 25]!r} ~ {text[best.end - 25 : best.end + 120]!r}"
        tally.errors.append(f"WRONG {best.speaker!r} gold={speakers} {around}")


def read(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_news(path: Path, language: str, extract: Extractor) -> Tally:
    """PolNeAR and German Wikinews: direct quotes with gold segments, speakers that are no pronouns."""
    tally = Tally()
    for row in read(path):
        text, gold, allowed = row["text"], [], []
        for quote in row["quotes"]:
            segments = [tuple(v["span"]) for v in quote["verbatim"]]
            allowed += [trimmed(text, s, e) for s, e in segments]
            if quote["type"].lower() != "direct":
                continue
            speaker = (quote.get("speaker") or {}).get("text") or ""
            names = [speaker] if speaker and speaker.lower() not in PRONOUNS else []
            gold += [(s, e, names) for s, e in segments if count_words(text[s:e]) >= ENOUGH_WORDS]
        gold = once_each(gold)
        title = row["title"] or ""
        title_end = len(title) if title and text.startswith(title) else 0
        gold = [g for g in gold if g[0] >= title_end]
        score_article(tally, text, language, gold, allowed, [], extract, title_end=title_end)
    return tally


def once_each(gold: list[tuple[int, int, list[str]]]) -> list[tuple[int, int, list[str]]]:
    """Each segment once, though several attributions may share it; all their speakers are accepted."""
    merged: dict[tuple[int, int], list[str]] = {}
    for start, end, speakers in gold:
        merged.setdefault((start, end), []).extend(speakers)
    return [(start, end, speakers) for (start, end), speakers in merged.items()]


def score_hand(path: Path, extract: Extractor) -> dict[str, Tally]:
    """The hand set: recall, speaker, and titles or scare quotes taken for quotes."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in read(path):
        gold = [(*q["span"], [q["speaker"], *q["speaker_aliases"]]) for q in row["quotes"]]
        score_article(tallies[row["lang"]], row["text"], row["lang"], gold, None, row["not_quotes"], extract)
    return dict(sorted(tallies.items()))


def score_ntrex(path: Path, extract: Extractor) -> dict[str, Tally]:
    """Single translated sentences where the translator kept the marks."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in read(path):
        for code, target in row["tgt"].items():
            language = NTREX.get(code.split("-")[0], code.split("-")[0])
            text, at, gold = target["text"], 0, []
            for quote in target["quotes"]:
                at = text.find(quote, at)
                if at >= 0 and count_words(quote) >= ENOUGH_WORDS:
                    gold.append((at, at + len(quote), []))
            score_article(tallies[code], text, language, gold, None, [], extract)
    return dict(sorted(tallies.items()))


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies."""
    whole = Tally()
    for t in tallies:
        for name in Tally.__slots__:
            setattr(whole, name, getattr(whole, name) + getattr(t, name))
    return whole


def ratio(part: int, whole: int) -> float | None:
    """A share to three places; None where there is nothing to share."""
    return round(part / whole, 3) if whole else None


def line(t: Tally) -> dict[str, float | int | None]:
    """The figures of one row of the table."""
    return {
        "gold": t.gold, "recall": ratio(t.hit, t.gold), "precision": ratio(t.right, t.predicted),
        "speakers": t.speakers, "speaker": ratio(t.speakers_right, t.speakers),
        "named_precision": ratio(t.speakers_right, t.speakers_named), "false_positives": t.false_positives,
    }  # fmt: skip


def measure(folder: Path, extract: Extractor, *, by_language: bool) -> dict[str, Tally]:
    """Every set's tally, in the order of the table."""
    hand = score_hand(folder / "multilingual_hand.jsonl", extract)
    ntrex = score_ntrex(folder / "ntrex_quote_lines.jsonl", extract)
    scored = {
        "polnear": score_news(folder / "en_polnear.jsonl", "en", extract),
        "wikinews": score_news(folder / "de_wikinews.jsonl", "de", extract),
        "hand": total(hand.values()),
        "ntrex": total(ntrex.values()),
    }
    if by_language:
        scored |= {f"hand {k}": v for k, v in hand.items()} | {f"ntrex {k}": v for k, v in ntrex.items()}
    return scored


def show(title: str, scored: dict[str, Tally]) -> None:
    """Print one table."""
    print(
        f"\n{title}\n{'set':<16}{'gold':>6}{'recall':>8}{'prec.':>8}{'speakers':>10}{'right':>8}{'named':>8}{'false':>7}"
    )
    for name, tally in scored.items():
        cells = line(tally)
        shown = ["–" if v is None else f"{v:.3f}" if isinstance(v, float) else str(v) for v in cells.values()]
        print(f"{name:<16}" + "".join(f"{v:>{w}}" for v, w in zip(shown, (6, 8, 8, 10, 8, 8, 7), strict=True)))


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 2 where the data is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of evaluation data")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--errors", help="list the errors of this set, such as 'polnear' or 'hand cs'")
    options = parser.parse_args(arguments)
    folder = options.data / "quotes"
    if not folder.is_dir():
        print(f"no evaluation data at {folder}: give its folder with --data", file=sys.stderr)
        return 2
    started = time.perf_counter()
    scored = measure(folder, by_service, by_language=True)
    taken = time.perf_counter() - started
    plain = measure(folder, by_pairs, by_language=False)
    show(f"service.text.quotes ({taken:.1f} s)", scored)
    show("plain paired marks", plain)
    if options.errors:
        print("\n".join(scored[options.errors].errors))
    if options.json:
        figures = {"service": scored, "plain": plain}
        rows = {who: {name: line(t) for name, t in sets.items()} for who, sets in figures.items()}
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
