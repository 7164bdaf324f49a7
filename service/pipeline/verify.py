"""What can be checked about a translated sentence without a model: numbers, names, terms, marks.

A failed check is a record, never an exception. `verdict` is `fail` where any check is an error,
`review` where any is a warning, `pass` else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import regex

from service.records import (
    Article,
    BriefSentence,
    Ceiling,
    Check,
    GlossaryEntry,
    Severity,
    Summary,
    SummarySentence,
    Translation,
    Verdict,
)
from service.text.terms import holds_term, wanted_term

# "30 000" is one number, "In 2024 300 people" holds two: a space groups only threes after one to three digits.
_SPACED = r"(?<!\p{Nd})\p{Nd}{1,3}(?: \p{Nd}{3}(?!\p{Nd}))++"
_NUMBER = regex.compile(rf"(?:{_SPACED}|\p{{Nd}}+)(?:[.,:/\u00a0\u202f'’]\p{{Nd}}+)*+")
_NOT_DIGIT = regex.compile(r"[^\p{Nd}]+")
_WORD = regex.compile(r"\p{L}+")
_MARKS = regex.compile(r"[“”\"«»„‟‹›「」『』]")
_ECHO_WORDS = 4

# kind, severity, value, message
_Finding = tuple[str, Severity, str | None, str]


def verdict(checks: Iterable[Check]) -> Verdict:
    """The verdict that `checks` add up to."""
    severities = {check.severity for check in checks}
    if "error" in severities:
        return "fail"
    return "review" if "warning" in severities else "pass"


def fails(checks: Iterable[Check]) -> bool:
    """Whether a brief or a sentence with these checks must not be printed."""
    return any(check.severity == "error" for check in checks)


class Verifier:
    """The checks of one briefing; what a text says is read once, whatever the number of languages."""

    def __init__(self, article: Article, glossary: Sequence[GlossaryEntry]) -> None:
        self._glossary = tuple(glossary)
        people = {name.text for name in article.names if name.kind == "person"}
        self._names = sorted(people, key=lambda name: (-len(name), name))

    def translation(self, source: str, found: Translation, target: str, sentence: int | None) -> tuple[Check, ...]:
        """What is found about one translation, held against the text it came from."""
        return check_translation(
            source, found, target=target, sentence=sentence, names=self._names, glossary=self._glossary
        )

    def summary(self, item: SummarySentence, summary: Summary, sentence: int | None) -> tuple[Check, ...]:
        """What is found about a sentence that a model wrote about the article; nothing about the article's own."""
        return ()

    def brief(self, sentences: Sequence[BriefSentence], ceiling: Ceiling, *, language: str) -> tuple[Check, ...]:
        """What is found about a brief as a whole."""
        return ()


def check_translation(
    source: str,
    translation: Translation,
    *,
    target: str,
    sentence: int | None,
    names: Sequence[str],
    glossary: Sequence[GlossaryEntry],
) -> tuple[Check, ...]:
    """Every finding about one translated sentence, held against the sentence it came from."""
    text = translation.text
    findings = [
        *_numbers(source, text),
        *_names(source, text, names),
        *_terms(source, text, glossary, target),
        *_marks(source, text),
        *_echo(source, text, names),
        *_unknown(translation),
    ]
    return tuple(Check(kind, severity, sentence, value, message) for kind, severity, value, message in findings)


def _digits(text: str) -> Counter[str]:
    """Each number of `text` as bare decimal digits, however it is grouped or written."""
    found = (_NOT_DIGIT.sub("", match.group()) for match in _NUMBER.finditer(text))
    return Counter("".join(str(int(digit)) for digit in number) for number in found)


def _numbers(source: str, text: str) -> Iterator[_Finding]:
    before, after = _digits(source), _digits(text)
    for number in before - after:
        yield "number", "error", number, f"the number {number} of the source is missing in the translation"
    for number in after - before:
        yield "number", "error", number, f"the number {number} of the translation does not stand in the source"


def _names(source: str, text: str, names: Sequence[str]) -> Iterator[_Finding]:
    for name in names:
        if name in source and name not in text:
            yield "name", "error", name, f"the name {name} of the source is missing in the translation"


def _terms(source: str, text: str, glossary: Sequence[GlossaryEntry], target: str) -> Iterator[_Finding]:
    folded = text.casefold()
    for entry in glossary:
        if not holds_term(source, entry.term):
            continue
        wanted = wanted_term(entry, target)
        if wanted is not None and wanted.casefold() not in folded:
            yield "glossary", "error", entry.term, f"the glossary asks for {wanted!r}, which is missing"


def _marks(source: str, text: str) -> Iterator[_Finding]:
    before, after = len(_MARKS.findall(source)), len(_MARKS.findall(text))
    if before != after:
        message = f"the source has {before} quotation marks and the translation {after}"
        yield "quote_marks", "warning", None, message


def _echo(source: str, text: str, names: Sequence[str]) -> Iterator[_Finding]:
    named = {word for name in names for word in _WORD.findall(name)}
    words = [word for word in _WORD.findall(source) if word not in named]
    if len(words) >= _ECHO_WORDS and text.strip() == source.strip():
        yield "echo", "error", None, "the translation is the source itself"


def _unknown(translation: Translation) -> Iterator[_Finding]:
    for word in dict.fromkeys(translation.unknown):
        yield "unknown_word", "warning", word, f"the engine does not know {word!r} and left it as it is"
