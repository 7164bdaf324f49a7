"""Short news passages in each language, with the quotations, speakers and cues an editor would expect.

One file a language, `<code>.txt`; `-` is none, ` ... ` stands for the middle of a long quotation. All people are
invented.
"""

from pathlib import Path

import pytest

from tests.unit.text.languages.cases import Case, quotes_of, read_cases, told

LANGUAGES = frozenset(
    ["ar", "cs", "da", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nb", "nl", "pl", "pt",
     "ro", "ru", "sv", "tr", "uk", "vi", "zh"]
)  # fmt: skip
CASES = [case for path in sorted(Path(__file__).parent.glob("*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.title}")
def test_a_passage_is_read_as_an_editor_reads_it(case: Case) -> None:
    """The quotations, who said each, and by which word the text says so."""
    assert list(case.expected) == told(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.title}")
def test_every_quotation_and_mention_is_where_it_stands(case: Case) -> None:
    """Offsets slice to the words, in every script."""
    for quote in quotes_of(case):
        assert quote.text == case.text[quote.start : quote.end]
        for mention in (quote.cue, quote.speaker and quote.speaker.mention):
            assert mention is None or mention.text == case.text[mention.start : mention.end]


def test_every_language_of_the_market_has_its_passages() -> None:
    """Eight passages at least, for each of the twenty-six languages."""
    counts = {code: sum(case.language == code for case in CASES) for code in sorted(LANGUAGES)}
    assert [] == [code for code, count in counts.items() if count < 8]


def test_every_line_of_a_case_is_whole() -> None:
    """A line of expectation names a quotation, a speaker and a cue."""
    assert [] == [(case.language, line) for case in CASES for line in case.expected if len(line) != 3]
