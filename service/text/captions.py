"""Captions without a credit: a line of its own that names somebody and their office and says nothing."""

from collections import Counter
from collections.abc import Sequence

import regex

from service.text.lang.base import LanguageData
from service.text.lines import Line

_MOST_WORDS, _FEWEST_WORDS, _SHORTEST_NAMED, _LONGEST_NAMED = 14, 3, 2, 5
_MARKS = regex.compile(r"[\"“”‘„«»‹›「『:：;?!؟]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{M}\p{N}]")
_BRACKET = regex.compile(r"\s?[(\[][^()\[\]]{1,40}[)\]]\.?\Z")


def mark_captions(lines: Sequence[Line], text: str, data: LanguageData) -> None:
    """Mark the lines that end as a sentence and hold nothing but names and words of office.

    Where no capital tells a name, each word must stand in the article again, one of them be an office, and none
    end the line as a verb or a small word does.
    """
    known: Counter[str] | None = None
    for line in lines:
        if line.reason is not None or not line.ends_sentence or not _FEWEST_WORDS <= line.words <= _MOST_WORDS:
            continue
        if _MARKS.search(line.text):
            continue
        if data.cased:
            named = _is_name_with_office(line.text, data)
        else:
            known = Counter(_words(text)) if known is None else known
            named = data.spaced and _is_known(line.text, known, data)
        line.reason = "caption" if named else None


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _is_name_with_office(text: str, data: LanguageData) -> bool:
    """ "Anna Berg, leader of the Harbour Party.": a name of capitals, a comma, an office and what belongs to it."""
    name, comma, rest = _BRACKET.sub("", text).rstrip(".").partition(", ")
    words = [match.group() for match in _WORD.finditer(name)]
    if not comma or not _SHORTEST_NAMED <= len(words) <= _LONGEST_NAMED or not all(word[0].isupper() for word in words):
        return False
    small = data.prepositions | data.articles
    offices = data.roles | data.titles
    behind = [match.group() for match in _WORD.finditer(rest)]
    if not any(word.lower() in offices for word in behind) or any(word.lower() in data.calendar for word in behind):
        return False
    return all(word[0].isupper() or word.lower() in offices or word.lower() in small for word in behind)


def _is_known(text: str, known: Counter[str], data: LanguageData) -> bool:
    found = _words(text)
    if not found or found[-1] in data.stops or any(word in data.cue_verbs for word in found):
        return False
    office = any(word in data.titles or word in data.roles for word in found)
    return office and all(known[word] > found.count(word) for word in found)
