"""Whether a translation holds the terms that a glossary asks for."""

from collections.abc import Iterator, Sequence

from service.checks.findings import Finding
from service.checks.wording import read_wording
from service.records import GlossaryEntry
from service.text.terms import holds_term, wanted_term

# How much of a word its endings may take: half of FLORES's case forms of a name differ in two letters, few in four.
_STEM_SHARE, _SHORTEST_STEM, _LONGEST_ENDING = 0.6, 3, 4


def compare_terms(before: str, after: str, *, glossary: Sequence[GlossaryEntry], target: str) -> tuple[Finding, ...]:
    """The terms of the glossary that `before` holds and `after` renders in another way."""
    return tuple(_findings(before, after, glossary, target)) if glossary else ()


def _findings(before: str, after: str, glossary: Sequence[GlossaryEntry], target: str) -> Iterator[Finding]:
    for entry in glossary:
        if entry.term not in before or not holds_term(before, entry.term):
            continue
        wanted = wanted_term(entry, target)
        if wanted is None or wanted in after:
            continue
        if wanted.casefold() in after.casefold():
            if not entry.translations:
                message = f"the glossary keeps {wanted!r}, which stands there with other capitals"
                yield Finding("glossary", "warning", entry.term, message)
        elif entry.translations and _is_inflected(wanted, after, target):
            message = f"the glossary asks for {wanted!r}, which seems to stand there with other endings"
            yield Finding("glossary", "warning", entry.term, message)
        else:
            yield Finding("glossary", "error", entry.term, f"the glossary asks for {wanted!r}, which is missing")


def _is_inflected(wanted: str, after: str, target: str) -> bool:
    """Whether each word of a term has its like in the text, but for the ending."""
    term, text = read_wording(wanted, language=target), read_wording(after, language=target)
    if term.unspaced or not term.words:
        return False
    return all(any(_same_stem(word, other) for other in text.distinct) for word in term.words)


def _same_stem(word: str, other: str) -> bool:
    stem = max(_SHORTEST_STEM, round(_STEM_SHARE * len(word)), len(word) - _LONGEST_ENDING)
    return word == other or (
        len(word) > _SHORTEST_STEM and other.startswith(word[:stem]) and len(other) <= len(word) + _LONGEST_ENDING
    )
