"""Counting quotes and speakers against gold: what matches, what is missed, what is extra.

A predicted quote is found where it covers, and is covered by, at least eight tenths of a gold segment
(marks, space and outer punctuation do not count).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from service.text.words import count_words

EDGES = " \t\n\r\u00a0\u202f.,;:!?…“”„\"«»‹›‘’'「」『』，。！？：—–-।"
ENOUGH_WORDS, OVERLAP = 4, 0.8


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
    within: int = 0
    speakers: int = 0
    speakers_right: int = 0
    speakers_named: int = 0
    refused: int = 0
    false_positives: int = 0
    errors: list[str] = field(default_factory=list)


# Start, end and the accepted speakers of each gold segment.
Gold = list[tuple[int, int, list[str]]]
Extractor = Callable[[str, str, int], list[Found]]


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


def inside(span: tuple[int, int], whole: tuple[int, int]) -> bool:
    """Whether at least eight tenths of a span lie in another."""
    shared = min(span[1], whole[1]) - max(span[0], whole[0])
    return shared >= OVERLAP * (span[1] - span[0])


def score_article(
    tally: Tally,
    text: str,
    language: str,
    gold: Gold,
    allowed: list[tuple[int, int]] | None,
    refused: list[str],
    extract: Extractor,
    *,
    title_end: int = 0,
    contents: Iterable[tuple[int, int]] = (),
) -> None:
    """Count one article into `tally`; `allowed` None means that precision can't be told.

    `contents` are the whole contents of gold attributions: what lies in one of them is somebody's words, even where
    the gold parted its marks otherwise (it pairs them across quotations in articles that mix straight and curly ones).
    """
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
    tally.refused += len(refused)
    taken = {text[start:end].lower() for (start, end), _ in spans}
    tally.false_positives += sum(r.strip(EDGES).lower() in taken for r in refused)
    for (start, end), f in spans:
        if allowed is not None and count_words(text[start:end]) >= ENOUGH_WORDS:
            tally.predicted += 1
            good = any(matches((start, end), a) for a in allowed)
            tally.right += good
            tally.within += good or any(inside((start, end), c) for c in contents)
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


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies."""
    whole = Tally()
    for t in tallies:
        for name in Tally.__slots__:
            setattr(whole, name, getattr(whole, name) + getattr(t, name))
    return whole
