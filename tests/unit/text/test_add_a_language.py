"""The walk of `docs/add-a-language.md`, taken as it is printed, and the shape of every language's file."""

import ast
import pkgutil
import re
import textwrap
from pathlib import Path

import pytest

from service.records import Quote
from service.text import lang
from service.text.lang.base import LanguageData
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from tests.unit.text.languages.cases import parse_cases, told

PAGE = Path(__file__).parents[3] / "docs" / "add-a-language.md"
WORD_FIELDS = [name for name in LanguageData.__slots__ if isinstance(getattr(LanguageData("und"), name), frozenset)]


def blocks() -> list[str]:
    """The Python blocks of the page, in order."""
    found = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def galician() -> LanguageData:
    """The data that the page's file makes."""
    scope: dict[str, LanguageData] = {}
    exec(compile(blocks()[0], str(PAGE), "exec"), scope)
    return scope["DATA"]


def lines() -> list[tuple[str, str]]:
    """The page's two lines for the table of speakers."""
    return list(ast.literal_eval(f"[{blocks()[1]}]"))


def quotes_of(text: str, language: str) -> tuple[Quote, ...]:
    """The quotations of a text, split and named by the service itself."""
    sentences = split_sentences(text, language=language)
    return find_quotes(text, sentences, find_names(text, sentences, language=language), language=language)


def test_the_page_teaches_a_language_that_the_service_does_not_know_yet() -> None:
    """Otherwise the walk would prove nothing."""
    assert galician().code not in lang.LANGUAGES


def test_following_the_page_names_the_speakers(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file registered as step 2 says, the lines of step 3 hold."""
    monkeypatch.setitem(lang.LANGUAGES, "gl", galician())
    speakers = [quote.speaker.name for code, text in lines() for quote in quotes_of(text, code) if quote.speaker]
    assert ["Anna Berg", "Anna Berg"] == speakers


def test_the_passages_of_the_page_are_read_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The format of step 4 is the one the tests of the languages read."""
    monkeypatch.setitem(lang.LANGUAGES, "gl", galician())
    (block,) = re.findall(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    cases = parse_cases("gl", textwrap.dedent(block))
    assert [list(case.expected) for case in cases] == [told(case) for case in cases]
    assert 2 == len(cases)


def test_without_a_file_quotations_are_found_all_the_same() -> None:
    """Marks need no data; a speaker behind an unknown verb is left out."""
    found = [(quote.text, quote.speaker) for quote in quotes_of("«Quedaremos todo o inverno», explicou Anna.", "gl")]
    assert [("Quedaremos todo o inverno", None)] == found


def test_every_file_of_the_folder_is_registered() -> None:
    """A language's file that nobody lists would be dead."""
    files = {module.name for module in pkgutil.iter_modules(lang.__path__)} - {"base", "places", "shared"}
    assert files == {data.code for data in lang.LANGUAGES.values()}


@pytest.mark.parametrize("code", sorted(lang.LANGUAGES))
def test_every_word_is_one_word_in_lower_case(code: str) -> None:
    """Words are looked up as the text has them in lower case."""
    data = lang.LANGUAGES[code]
    wrong = [w for name in WORD_FIELDS for w in getattr(data, name) if w != w.lower() or not w.strip()]
    assert [] == wrong


def test_every_field_has_its_row() -> None:
    """A field that the page keeps to itself is one that nobody fills."""
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+)", PAGE.read_text(encoding="utf-8"), flags=re.M)
    described = {name for row in rows for name in re.findall(r"\w+", row)}
    assert set(LanguageData.__slots__) - {"code"} == described


@pytest.mark.parametrize("field", re.findall(r"^\| ((?:`\w+`(?:, )?)+)", PAGE.read_text(encoding="utf-8"), flags=re.M))
def test_the_page_names_only_fields_that_exist(field: str) -> None:
    """The tables follow the record."""
    assert [] == [name for name in re.findall(r"\w+", field) if name not in LanguageData.__slots__]
