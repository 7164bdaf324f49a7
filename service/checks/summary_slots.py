"""A number or a name that stands where the article has another: "fell 12 percent" for "fell 21 percent".

Told also where the article has it elsewhere, which no list of its words could tell. A slot is one or two words of the
brief between two pieces of one sentence of the article that has other words there.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.checks.exonyms import places_in
from service.checks.findings import Finding
from service.checks.grounding import Word
from service.checks.grounding_pieces import Cuts
from service.checks.numbers import foreign_numbers
from service.checks.quantities import read_quantities
from service.text.lang import language_data

_LONGEST = 2
# So many words at least stand on both sides of a slot as in the article; from a sweep of 2 to 6 on the development half
# of `faithfulness/`, where 2 to 4 made no difference.
_FEWEST_AROUND = 3


def exchanged(words: Sequence[Word], article: Sequence[Word], cuts: Cuts, language: str) -> Iterator[Finding]:
    """A finding for each slot with another number or name; `article` are the article's words in order."""
    for left, right in pairwise(cuts.kept):
        around = left.last - left.first + right.last - right.first
        if left.source != right.source or around < _FEWEST_AROUND:
            continue
        ours, theirs = words[left.last : right.first], article[left.end : right.start]
        if 0 < len(ours) <= _LONGEST and 0 < len(theirs) <= _LONGEST and _differ(ours, theirs, language):
            brief, source = (" ".join(word.text for word in slot) for slot in (ours, theirs))
            yield Finding("support", "warning", brief, f"the brief says {brief} where its source says {source}")


def _differ(ours: Sequence[Word], theirs: Sequence[Word], language: str) -> bool:
    if _names(ours, language) and _names(theirs, language):
        return _other_name(ours, theirs, language)
    brief, source = (read_quantities(" ".join(word.text for word in slot), language) for slot in (ours, theirs))
    if not source.values and not source.words:
        return False
    # Figures that are no error may be rounded ones.
    found = foreign_numbers(brief, source)
    return any(finding.severity == "error" or not _has_digit(finding.value or "") for finding in found)


def _names(slot: Sequence[Word], language: str) -> bool:
    """Whether a slot holds a name and nothing else of content; nothing can be said where all nouns have a capital."""
    content = [word for word in slot if word.content]
    data = language_data(language)
    if not content or data.nouns_capitalised:
        return False
    return all(word.text[0].isupper() and word.lower not in data.titles for word in content)


def _other_name(ours: Sequence[Word], theirs: Sequence[Word], language: str) -> bool:
    """Whether two names are neither short forms of each other nor names of one place."""
    if {word.lower[0] for word in ours if word.content} & {word.lower[0] for word in theirs if word.content}:
        return False
    places = (places_in([word.lower for word in slot], language) for slot in (ours, theirs))
    return next(places).isdisjoint(next(places))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
