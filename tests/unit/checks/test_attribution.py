"""Quotes that are none of the article, and words given to another speaker."""

import pytest

from service.checks.attribution import check_quotes, check_speaker, flatten, read_said, speakers
from service.records import Article
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.words import count_words

STORY = (
    "Mayor Anna Berglund defended the tunnel on Monday. “This tunnel will bring our two shores together for good,” "
    "Berglund told the council. Engineer Tomas Vidal said that the rock was softer than expected. Vidal said drilling "
    "would take another year."
)


def article(text: str, language: str = "en") -> Article:
    """A text as the service understands it."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    quotes = find_quotes(text, sentences, names, language=language)
    return Article(text, False, None, language, 1.0, (), sentences, quotes, names, count_words(text))


SAID = read_said(article(STORY))


@pytest.mark.parametrize(
    "sentence",
    [
        "The tunnel “will bring our two shores together,” the mayor said.",
        "“This tunnel will bring our two shores together … for good”, she said.",
        "“[The] tunnel will bring our two shores together for good.”",
        "Berglund said: ‘This tunnel will bring our two shores together for good.’",
        'The mayor said the tunnel would bring the shores "together for good".',
        "No quotation at all.",
    ],
)
def test_true_quotes_pass(sentence: str) -> None:
    """Other marks, another capital, words left out at an ellipsis: still what was said."""
    assert () == check_quotes(sentence, SAID)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("“This tunnel divides our two shores for good,” Berglund said.", "error"),
        ("Berglund called it a “tunnel of love”.", "warning"),
        ("“This tunnel will … never open,” she said.", "error"),
    ],
)
def test_false_quotes_are_told(sentence: str, severity: str) -> None:
    """Four words that nobody said are an error; fewer may be a term or a title."""
    assert [("quote", severity)] == [(f.kind, f.severity) for f in check_quotes(sentence, SAID)]


def test_a_quote_given_to_another_speaker_is_an_error() -> None:
    """The article gives it to the mayor."""
    findings = check_quotes("“This tunnel will bring our two shores together,” Vidal said.", SAID)
    assert [("speaker", "error", "Vidal")] == [(f.kind, f.severity, f.value) for f in findings]
    assert "Berglund" in findings[0].message


def test_a_quote_beside_another_person_is_told() -> None:
    """Nobody is said to speak, but the engineer alone is named."""
    findings = check_quotes("Vidal: “This tunnel will bring our two shores together.”", SAID)
    assert [("speaker", "warning", "Vidal")] == [(f.kind, f.severity, f.value) for f in findings]


def test_reported_speech_given_to_another_speaker_is_told() -> None:
    """The engineer said so, not the mayor."""
    evidence = ["Engineer Tomas Vidal said that the rock was softer than expected."]
    findings = check_speaker("Berglund said the rock was softer than expected.", evidence, SAID)
    assert [("speaker", "warning", "Berglund")] == [(f.kind, f.severity, f.value) for f in findings]
    assert () == check_speaker("Vidal said the rock was softer than expected.", evidence, SAID)
    assert () == check_speaker("The rock was softer than expected.", evidence, SAID)


def test_speakers_stand_beside_a_verb_of_saying() -> None:
    """Whoever is only spoken of is none."""
    assert frozenset({"vidal"}) == speakers("The rock is soft, Vidal said, and the council has long waited.", SAID)
    assert frozenset() == speakers("The council waited for Vidal.", SAID)


@pytest.mark.parametrize(
    ("language", "story", "true", "false"),
    [
        (
            "de",
            "„Wir bauen diesen Tunnel noch im Sommer“, sagte Berglund.",
            "„Wir bauen diesen Tunnel“",
            "„Wir bauen nie einen Tunnel“",
        ),
        (
            "fr",
            "« Nous ouvrirons ce tunnel cet été », a dit Berglund.",
            "« Nous ouvrirons ce tunnel »",
            "« Nous fermerons ce tunnel demain »",
        ),
        (
            "ru",
            "«Мы откроем этот тоннель летом», — сказала Берглунд.",
            "«Мы откроем этот тоннель»",
            "«Мы закроем этот тоннель навсегда»",
        ),
        (
            "zh",
            "市长说：“我们今年夏天就会开通这条隧道。”",
            "“我们今年夏天就会开通这条隧道”",
            "“我们永远不会开通这条危险的隧道”",
        ),
        (
            "ja",
            "市長は「この夏にトンネルを開通させます」と述べた。",
            "「この夏にトンネルを開通させます」",
            "「トンネルを閉鎖するしかありません」",
        ),
    ],
)
def test_quotes_in_other_languages(language: str, story: str, true: str, false: str) -> None:
    """Marks and scripts of all kinds."""
    said = read_said(article(story, language))
    assert () == check_quotes(true, said)
    assert ["error"] == [finding.severity for finding in check_quotes(false, said)]


def test_flat_text_has_plain_marks() -> None:
    """What typesetters change is not a change."""
    assert 'it\'s "so" - yes' == flatten("It’s “so” –\n yes")


def test_an_office_is_no_other_person() -> None:
    """What the article's envoy said may be given to the envoy's name."""
    story = "The talks go on, Mayor Anna Berglund said. “The talks could collapse at any time now,” the envoy said."
    said = read_said(article(story))
    assert () == check_quotes("“The talks could collapse at any time now,” Anna Berglund said.", said)
