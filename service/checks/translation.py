"""A translated text held against the text it came from: every check of one, in one order."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.checks.completeness import Extent, compare_extent, read_extent
from service.checks.echo import compare_echo
from service.checks.findings import Finding
from service.checks.mixed_scripts import compare_scripts
from service.checks.names import SourceNames, compare_names, read_names
from service.checks.negation import compare_polarity
from service.checks.numbers import compare_numbers
from service.checks.output_language import compare_language
from service.checks.polarity import Polarity, read_polarity
from service.checks.quantities import Quantities, read_quantities
from service.checks.quote_marks import Quoted, compare_quoted, read_quoted
from service.checks.repetition import compare_repetition
from service.checks.terms import compare_terms
from service.checks.wording import ReadWording, Wording, read_wording
from service.records import GlossaryEntry, Name, Severity

_NO_TRANSLATION = ("empty", "echo", "language")
_GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source text, read once for all its translations."""

    text: str
    language: str
    extent: Extent
    wording: Wording
    numbers: Quantities
    names: SourceNames
    polarity: Polarity
    quoted: Quoted
    glossary: tuple[GlossaryEntry, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The terms that the glossary answers for."""
        return tuple(entry.term for entry in self.glossary)


def read_source(
    text: str, *, language: str, names: Sequence[Name] = (), glossary: Sequence[GlossaryEntry] = ()
) -> SourceText:
    """A text to be translated from `language`; `names` are those found in its article, or in itself."""
    return SourceText(
        text=text,
        language=language,
        extent=read_extent(text, language=language),
        wording=read_wording(text, language=language),
        numbers=read_quantities(text, language),
        names=read_names(text, names, language),
        polarity=read_polarity(text, language),
        quoted=read_quoted(text),
        glossary=tuple(glossary),
    )


def check_translated(
    before: SourceText, text: str, *, target: str, read: ReadWording = read_wording
) -> tuple[Finding, ...]:
    """Everything that is found about `text`, the translation of `before` into `target`, the gravest first.

    One that is no translation at all (empty, the source itself, in another language) is told as that alone. `read`
    is for who needs the words of `text` elsewhere too.
    """
    wording = read(text, language=target)
    whole = (
        *compare_extent(before.extent, read_extent(text, language=target)),
        *compare_echo(before.wording, wording),
        *compare_language(wording),
    )
    if any(finding.kind in _NO_TRANSLATION and finding.severity == "error" for finding in whole):
        return whole
    findings = (
        *whole,
        *compare_numbers(before.numbers, read_quantities(text, target)),
        *compare_names(before.names, text, source=before.language, target=target, kept=before.kept),
        *compare_terms(before.text, text, glossary=before.glossary, target=target),
        *compare_polarity(before.polarity, read_polarity(text, target)),
        *compare_quoted(before.quoted, read_quoted(text)),
        *compare_repetition(before.wording, wording),
        *compare_scripts(before.wording, wording),
    )
    return tuple(sorted(findings, key=_gravity)) if findings else ()


def _gravity(finding: Finding) -> int:
    return _GRAVEST_FIRST.index(finding.severity)
