"""Passages with the quotations, speakers and cues an editor would expect, and how they are written down."""

from dataclasses import dataclass
from pathlib import Path

from service.records import Quote
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Case:
    """A passage, and for each quotation its words, its speaker's name and its cue."""

    language: str
    title: str
    text: str
    expected: tuple[tuple[str, ...], ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of one language's file."""
    return parse_cases(path.stem, path.read_text(encoding="utf-8"))


def parse_cases(language: str, written: str) -> list[Case]:
    """Cases as they are written: `## title`, a text, and a line `= quotation | speaker | cue` for each quotation."""
    cases = []
    for block in written.split("\n## ")[1:]:
        title, *lines = block.split("\n")
        text = "\n".join(line for line in lines if not line.startswith("= ")).strip()
        expected = tuple(tuple(line[2:].split(" | ")) for line in lines if line.startswith("= "))
        cases.append(Case(language, title, text, expected))
    return cases


def quotes_of(case: Case) -> tuple[Quote, ...]:
    """The quotations of a case's text, split and named by the service itself."""
    sentences = split_sentences(case.text, language=case.language)
    names = find_names(case.text, sentences, language=case.language)
    return find_quotes(case.text, sentences, names, language=case.language)


def told(case: Case) -> list[tuple[str, ...]]:
    """What the service finds, with long quotations shortened as the case has them."""
    found = quotes_of(case)
    patterns = [line[0] for line in case.expected] + [""] * len(found)
    return [
        (
            _shortened(quote.text, pattern),
            quote.speaker.name if quote.speaker else "-",
            quote.cue.text if quote.cue else "-",
        )
        for quote, pattern in zip(found, patterns, strict=False)
    ]


def _shortened(text: str, pattern: str) -> str:
    """The words of a quotation as the pattern writes them, where they fit it."""
    first, dots, last = pattern.partition(" ... ")
    fits = bool(dots) and len(text) > len(first) + len(last) and text.startswith(first) and text.endswith(last)
    return pattern if fits else text
