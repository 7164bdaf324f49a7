"""Proper names by their shape and what stands beside them; no list of names, no model.

In scripts with capitals a name is a run of capitalised words. What it names is judged by evidence
gathered over the whole article: a title or a role before it, a cue verb beside it, an age, a locative
preposition, the same surname alone elsewhere. Elsewhere only what follows a title is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from service.records import Name, Sentence
from service.text.capitals import LONGEST_NAME, Known, Run, find_runs, form_of
from service.text.lang import language_data
from service.text.lang.base import AUXILIARIES, KNOWN_PLACES, ORGANISATION_WORDS, LanguageData
from service.text.lang.places import CITIES, COUNTRIES, INFLECTED, INFLECTED_STEMS
from service.text.offices import is_new_noun
from service.text.tokens import Token, tokenise

_SHORTEST_STEM, _LONGEST_AFTER_TITLE = 5, 6
# "For the" in Arabic begins what an office belongs to, no name.
_TO_THE = "لل"
Kind = Literal["person", "place", "organisation", "other"]
_AGE = regex.compile(r",? ?\(?\d{2}\b")


@dataclass(slots=True)
class _Evidence:
    person: int = 0
    place: int = 0
    organisation: int = 0
    seen: int = 0
    behind_article: int = 0


def find_names(
    text: str, sentences: Sequence[Sentence], *, language: str, tokens: Sequence[Token] | None = None
) -> tuple[Name, ...]:
    """The proper names of a text in text order, each with what it seems to name.

    `tokens` are the words of `text`, where the caller has them already.
    """
    data = language_data(language)
    tokens = tokenise(text) if tokens is None else tokens
    if not data.cased:
        return tuple(_after_titles(text, tokens, data))
    runs, known = find_runs(text, tokens, sentences, data)
    forms = [form_of(tokens, run) for run in runs]
    evidence = _gather(text, tokens, runs, forms, data)
    surnames = _surnames(tokens, runs, forms, evidence, known, data)
    whole = {form.partition(" ")[2] for form in forms if " " in form}
    found = [
        _name(text, tokens, run, form, evidence, surnames, data)
        for run, form in zip(runs, forms, strict=True)
        if form in whole or not _is_of_place(tokens, run, evidence[form])
    ]
    return tuple(name for name in found if name is not None)


def _is_of_place(tokens: Sequence[Token], run: Run, seen: _Evidence) -> bool:
    """Whether "von Bremen" behind an office is where its holder holds it: found once, and no name ends in it."""
    return run.titled and run.last - run.first == 2 and tokens[run.first].text.islower() and seen.seen == 1


def _gather(
    text: str, tokens: Sequence[Token], runs: Sequence[Run], forms: Sequence[str], data: LanguageData
) -> dict[str, _Evidence]:
    """Evidence for each full form, from everywhere it stands."""
    evidence: dict[str, _Evidence] = {}
    for run, form in zip(runs, forms, strict=True):
        found = evidence.setdefault(form, _Evidence())
        before = tokens[run.first - 1].lower if run.first else ""
        tail = text[tokens[run.last - 1].end : tokens[run.last - 1].end + 6]
        words = [t.lower for t in tokens[run.first : run.last]]
        found.seen += 1
        found.behind_article += before in data.articles and not _is_attribute(text, tokens, run, data)
        if run.titled and not (data.office_of_place and len(words) == 1):
            found.person += 3
        if _AGE.match(tail) and run.last - run.first > 1:
            found.person += 2
        if before not in data.prepositions and _beside_cue(text, tokens, run, data):
            found.person += 1 + (run.last - run.first > 1)
        if before in data.locatives:
            found.place += 2
        if any(_is_body(w, data) for w in words) or _is_acronym(tokens[run.first : run.last]):
            found.organisation += 4
        if _is_country(words, data):
            found.place += 6
    return evidence


def _is_attribute(text: str, tokens: Sequence[Token], run: Run, data: LanguageData) -> bool:
    """Whether a noun follows that the article belongs to, as in "the Crutcher family"."""
    if run.last >= len(tokens) or not _touches(text, tokens, run.last):
        return False
    after = tokens[run.last]
    return after.text[0].islower() and not any(
        after.lower in few for few in (data.stops, data.prepositions, data.cue_verbs)
    )


def _is_country(words: Sequence[str], data: LanguageData) -> bool:
    """Known by its name; in languages with cases by all but its last two letters."""
    name = " ".join(words)
    if name in COUNTRIES or name in INFLECTED or name in CITIES or all(w in KNOWN_PLACES for w in words):
        return True
    if not data.names_inflect or len(words) > 1 or len(name) < _SHORTEST_STEM:
        return False
    return any(name[:-cut] in INFLECTED_STEMS for cut in (1, 2) if len(name) - cut >= _SHORTEST_STEM - 1)


def _beside_cue(text: str, tokens: Sequence[Token], run: Run, data: LanguageData) -> bool:
    """A cue verb touches the name; in German a lone noun before one must open its sentence."""
    before = run.first > 0 and tokens[run.first - 1].lower in data.cue_verbs and _touches(text, tokens, run.first)
    last = run.last
    if last < len(tokens) - 1 and tokens[last].lower in AUXILIARIES and _touches(text, tokens, last):
        last += 1
    after = last < len(tokens) and tokens[last].lower in data.cue_verbs and _touches(text, tokens, last)
    if data.nouns_capitalised and run.last - run.first == 1:
        return before or (after and (run.first == 0 or not _touches(text, tokens, run.first)))
    return before or after


def _touches(text: str, tokens: Sequence[Token], at: int) -> bool:
    return text[tokens[at - 1].end : tokens[at].start] == " "


def _is_body(lower: str, data: LanguageData) -> bool:
    """A word for a body; in German also at the end of a compound."""
    if lower in ORGANISATION_WORDS or lower in data.groups:
        return True
    return data.nouns_capitalised and any(lower[-n:] in ORGANISATION_WORDS for n in range(4, len(lower) - 2))


def _is_acronym(tokens: Sequence[Token]) -> bool:
    return any(len(t.text) > 1 and t.text.isupper() for t in tokens)


def _surnames(
    tokens: Sequence[Token],
    runs: Sequence[Run],
    forms: Sequence[str],
    evidence: dict[str, _Evidence],
    known: Known,
    data: LanguageData,
) -> set[str]:
    """Last words of names that are persons: by their own evidence, or called by surname alone elsewhere."""
    single = {form for run, form in zip(runs, forms, strict=True) if run.last - run.first == 1}
    found = set()
    for run, form in zip(runs, forms, strict=True):
        length = run.last - run.first
        seen = evidence[form]
        last = tokens[run.last - 1].text
        alone = evidence[last] if last in single and length in (2, 3) else _Evidence()
        shortened = alone.seen > 0 and not seen.organisation and not data.nouns_capitalised
        shortened = shortened and last.lower() not in known.common
        shortened = shortened and (data.names_take_articles or 2 * alone.behind_article <= alone.seen)
        if length == 1 and not data.names_take_articles and 2 * seen.behind_article > seen.seen:
            continue
        if length == 1 and seen.person == 1:
            continue
        if (
            seen.person + 2 * shortened + alone.person
            > seen.place + seen.organisation + alone.place + alone.organisation
        ):
            found.add(last)
    return found


def _name(
    text: str,
    tokens: Sequence[Token],
    run: Run,
    form: str,
    evidence: dict[str, _Evidence],
    surnames: set[str],
    data: LanguageData,
) -> Name | None:
    length = run.last - run.first
    kind = _kind(form, tokens[run.last - 1].text, evidence[form], surnames, length)
    if data.nouns_capitalised and length == 1 and kind in {"other", "place"} and not run.titled:
        return None
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    return Name(text[start:end], start, end, kind)


def _kind(form: str, last: str, seen: _Evidence, surnames: set[str], length: int) -> Kind:
    if seen.organisation and seen.organisation >= seen.person:
        return "organisation"
    if seen.place > seen.person:
        return "place"
    if last in surnames and (length > 1 or seen.place < 6):
        return "person" if length <= LONGEST_NAME else "other"
    return "other"


def _after_titles(text: str, tokens: Sequence[Token], data: LanguageData) -> Iterator[Name]:
    """In scripts without capitals: one to three words after a title, up to a function word."""
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1].lower
        office = token.lower in data.titles or (token.lower in data.roles and following in data.portfolios)
        if not data.spaced or not office or following in data.titles:
            continue
        begin = i + 3 if following in data.naming else i + 2 if following in data.portfolios else i + 1
        last = begin
        while last < len(tokens) and last - i <= _LONGEST_AFTER_TITLE and _touches(text, tokens, last):
            lower = tokens[last].lower
            complement = last == begin and lower in data.groups
            if _is_function_word(lower, data) and not complement:
                break
            named = [word for word in tokens[begin:last] if not word.lower.startswith(data.definite or " ")]
            if data.definite and len(named) > 1 and is_new_noun(named, tokens[last], data):
                break
            last += 1
        first = _behind_definite(tokens, begin - 1, last, data)
        last = min(last, first + 3)
        if last > first and not tokens[first].lower.startswith(_TO_THE):
            start, end = tokens[first].start, tokens[last - 1].end
            yield Name(text[start:end], start, end, "other")


def _is_function_word(lower: str, data: LanguageData) -> bool:
    return any(lower in few for few in (data.stops, data.cue_verbs, data.prepositions, data.groups))


def _behind_definite(tokens: Sequence[Token], title: int, last: int, data: LanguageData) -> int:
    """Where the name begins: a noun with its article after a title is a ministry or a country.

    Only after a title with an article of its own may such a noun be the name ("الرئيس السيسي").
    """
    first = title + 1
    if not data.definite:
        return first + (last > first + 1 and tokens[first].lower in data.groups)
    while first < last and tokens[first].lower.startswith(data.definite):
        first += 1
    if first == last and tokens[title].lower.startswith(data.definite):
        return min(title + 1, last)
    return first
