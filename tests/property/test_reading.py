from hypothesis import given, settings
from hypothesis import strategies as st

from service.records import Span
from service.text.clean import find_removed
from service.text.language import identify
from service.text.read import read_document
from service.text.sentences import split_sentences

PIECES = st.sampled_from(
    [
        "The minister left. ",
        "Photo: AFP",
        "\n",
        "\r\n",
        "\n\n",
        '"Yes. No," he said. ',
        "。",
        "「はい。」と",
        "😀",
        "Dr. ",
        "U.S. ",
        "![]() |",
        "By Jane Doe",
        "«Oui. » ",
        "1. ",
        "؟ ",
        "।",
        "\u202e",
        "\x00",
        "“",
        "... ",
        "\u2028",
        "A caption. Foto: X/dpa |",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
LANGUAGES = st.sampled_from(["en", "de", "fr", "zh", "ja", "hi", "ar", "el", "hy", "ko", "th", "und"])


@given(text=TEXTS, language=LANGUAGES)
@settings(deadline=None, max_examples=150)
def test_sentences_hold_all_of_the_kept_text(text: str, language: str) -> None:
    """Every visible character that is not removed is in exactly one sentence, which is the text's own slice."""
    cleaned = find_removed(text, language=language)
    removed = (*cleaned.removed, *([cleaned.title_span] if cleaned.title_span else []))
    sentences = split_sentences(text, language=language, removed=removed)
    gone = {index for span in removed for index in range(span.start, span.end)}
    kept = [index for index, character in enumerate(text) if index not in gone and not character.isspace()]
    held = [index for sentence in sentences for index in range(sentence.start, sentence.end)]
    assert kept == [index for index in held if not text[index].isspace()]
    assert [sentence.text for sentence in sentences] == [text[s.start : s.end] for s in sentences]
    assert all(sentence.text == sentence.text.strip() for sentence in sentences)


@given(text=TEXTS)
@settings(deadline=None, max_examples=100)
def test_removed_spans_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    """None touches the title."""
    result = find_removed(text)
    spans = sorted([Span(piece.start, piece.end) for piece in result.removed], key=lambda span: span.start)
    if result.title_span:
        spans = sorted([*spans, result.title_span], key=lambda span: span.start)
    borders = [border for span in spans for border in (span.start, span.end)]
    assert sorted(borders) == borders
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(text=TEXTS)
@settings(deadline=None, max_examples=60)
def test_any_text_is_read_in_any_format(text: str) -> None:
    """Plain text is never changed, and no format raises."""
    assert text == read_document(text, format="text", title=None).text
    for format_ in ("auto", "markdown", "html"):
        assert isinstance(read_document(text, format=format_, title=None).text, str)  # type: ignore[arg-type]


@given(text=TEXTS)
@settings(deadline=None, max_examples=60)
def test_language_is_a_tag_with_a_probability(text: str) -> None:
    """Any text has a guess, `und` exactly where there is nothing to go by."""
    guess = identify(text)
    assert 0.0 <= guess.confidence <= 1.0
    assert (guess.language == "und") == (guess.confidence == 0.0)
