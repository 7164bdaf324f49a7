"""Everything that the checks make of a language's data when it is first asked for, made beforehand.

The places of a language are read from CLDR, about 10 ms each; without this the first brief in it would wait for them.
"""

from collections.abc import Iterable

from service.checks.exonyms import places
from service.checks.lang import CHECK_WORDS
from service.checks.mixed_scripts import compare_scripts
from service.checks.names import compare_names
from service.checks.output_language import compare_language
from service.checks.quantities import Quantities
from service.checks.translation import SourceText, check_translated, read_source

# A name, a place, a date, numbers in digits and words: what makes the checks look further.
_SOURCE = (
    "In May 2019, Anna Ostrova of the Northern Bank did not say in Denmark that 1.5 million people had left at 3 pm."
)
# What has lost them all, and has letters of another script.
_OTHER = "На самом деле Berta Lindqvist und Karlsen, 17:30 (12 km)"
_TABLES = ("words", "compounds", "restated", "afternoon")


def warm(languages: Iterable[str] = tuple(CHECK_WORDS)) -> None:
    """Make ready what the checks need to know of `languages`, BCP 47 tags, as sources and as targets."""
    english = read_source(_SOURCE, language="en")
    _read_all(english.numbers)
    for language in languages:
        places(language)
        other = read_source(_OTHER, language=language)
        _read_all(other.numbers)
        _compare(english, other)


def _read_all(quantities: Quantities) -> None:
    """What of a text is otherwise read only where something is amiss."""
    for table in _TABLES:
        getattr(quantities, table)


def _compare(before: SourceText, after: SourceText) -> None:
    """Each comparison both ways, those too that a text in the wrong language is spared."""
    for one, other in ((before, after), (after, before)):
        check_translated(one, other.text, target=other.language)
        compare_language(other.wording)
        compare_scripts(one.wording, other.wording)
        compare_names(one.names, other.text, source=one.language, target=other.language)
