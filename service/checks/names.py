"""Names of a source sentence held against its translation, across inflection, spelling and script.

A name is kept where its words stand in the translation letter for letter, with other endings, as the place's name in
that language, or as words that sound much alike. What was lost is told from what a dictionary translated by what came
in its place: a word with a capital inside the sentence that sounds like no word of the source.

The thresholds are from a sweep over FLORES dev, English into twelve languages; they are flat, 0.67 to 0.76 alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.checks.findings import Finding
from service.checks.names_reading import NameWord, SourceName, SourceNames, read_names
from service.checks.names_target import Target
from service.records import Severity
from service.text.tags import base

__all__ = ["SourceNames", "compare_names", "read_names"]

# Two words that are no more alike than this have nothing to do with each other.
_UNLIKE, _UNLIKE_ALONE = 0.6, 0.42


@dataclass(frozen=True, slots=True)
class _Swap:
    """What the source lost and the translation has instead: words with capitals.

    `gone` are all of the source's that are not found again, `lost` those of them that no dictionary translates,
    `strange` those of the translation that are like no word of the source.
    """

    gone: tuple[NameWord, ...]
    lost: tuple[NameWord, ...]
    strange: tuple[str, ...]


_NOTHING = _Swap((), (), ())


def compare_names(
    before: SourceNames, text: str, *, source: str, target: str, kept: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Names of the source that `text` has lost, and names of `text` that the source does not have.

    `kept` are glossary terms, which are checked elsewhere. Warnings but for losses that are sure.
    """
    after = Target(text, target, source=source)
    swap = _swap(before, after, kept)
    sought = [name for name in before.names if name.text not in text and not _within(name.text, kept)]
    if not sought and not swap.strange:
        return ()
    missing = [name for name in sought if _is_missing(name, swap, after)]
    findings = [_missing(name.text, _severity(name, swap, before, after)) for name in missing]
    alone = [word for word in swap.lost if not _within(word.text, [name.text for name in missing])]
    findings += [_missing(word.text, _severity_alone(word, swap, before, after)) for word in dict.fromkeys(alone)]
    translated = 0 if swap.lost else len(swap.gone) + _spelled_out(before, text)
    return (*findings, *map(_invented, swap.strange[: max(0, len(swap.strange) - translated)]))


def _swap(before: SourceNames, after: Target, kept: Sequence[str]) -> _Swap:
    strange = after.strange(before)
    if not strange:
        return _NOTHING
    looked = before.capitals if after.tells_names else ()
    gone = tuple(word for word in looked if not after.has(word))
    lost = tuple(word for word in gone if not word.generic and not _within(word.text, kept))
    return _Swap(gone, lost, tuple(strange))


def _within(word: str, terms: Sequence[str]) -> bool:
    return any(word in term for term in terms)


def _spelled_out(before: SourceNames, text: str) -> int:
    """How many words the acronyms that are not in the translation may have become there."""
    return sum(len(acronym) for acronym in before.acronyms if acronym not in text)


def _is_missing(name: SourceName, swap: _Swap, after: Target) -> bool:
    """Whether a name is lost: a person's by the surname, another's where something came in its place.

    Where capitals don't tell what came in its place it must be lost in part, in a script without capitals whole; in one
    without spaces, where short sounds are found everywhere, only longer names are looked at.
    """
    if after.tells_names and not name.person and not swap.lost:
        return False
    words = [word for word in name.words if name.person or not word.generic]
    if not words or (name.person and after.holds(words[-1])) or (name.places and after.has_place(name.places)):
        return False
    if name.person:
        return not after.has(words[-1])
    if after.tells_names:
        return any(word in swap.lost for word in words)
    if after.script.cased:
        return not all(after.has(word) for word in words)
    return not (after.script.unspaced and len(words) == 1) and not any(after.has(word) for word in words)


def _severity(name: SourceName, swap: _Swap, before: SourceNames, after: Target) -> Severity:
    """Error where nothing is like a person's full name, or a word that is new stands beside what is left of a name."""
    words = [word for word in name.words if not word.generic]
    if len(words) == 1 == len(name.words):
        return _severity_alone(words[0], swap, before, after)
    if not after.literal or len(words) < 2:
        return "warning"
    gone = [word for word in words if after.nearest(word) < _UNLIKE]
    left = [word.text for word in words if word.text in after.text]
    beside = any(f"{a} {b}" in after.text or f"{b} {a}" in after.text for a in left for b in swap.strange)
    return "error" if (name.person and len(gone) == len(name.words)) or (gone and beside) else "warning"


def _severity_alone(word: NameWord, swap: _Swap, before: SourceNames, after: Target) -> Severity:
    """Error where one word for one came in its place; only from English, where it is known what is translated."""
    one = len(swap.gone) == len(swap.lost) == len(swap.strange) == 1
    if not (one and after.literal and base(before.language) == "en") or after.nearest(word) >= _UNLIKE_ALONE:
        return "warning"
    around = [name for name in before.names if word.text in name.text and len(name.words) > 1]
    return "warning" if any(part.generic for name in around for part in name.words) else "error"


def _missing(name: str, severity: Severity) -> Finding:
    return Finding("name", severity, name, f"the name {name} of the source is missing in the translation")


def _invented(word: str) -> Finding:
    return Finding("name", "warning", word, f"the name {word} of the translation does not stand in the source")
