"""A quotation is never altered, whatever the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from service.records import Sentence, Span
from service.text.names import find_names
from service.text.quotes import find_quotes

MARKS = "“”„‟\"«»‹›‘’‚‛'「」『』`,-—–:.!?…\n\r\u00a0\u202f\u2028\u200f\x00"
WORDS = [
    "said",
    "Anna Berg",
    "he",
    "der Minister",
    "сказал",
    "表示",
    "と述べた",
    "고 말했다",
    "قال",
    "é\u0301",
    "😀",
    "6'2\"",
    " ",
]
soup = st.lists(st.one_of(st.sampled_from(MARKS), st.sampled_from(WORDS), st.text(max_size=4)), max_size=80).map(
    "".join
)
languages = st.sampled_from(["en", "de", "fr", "ru", "tr", "he", "ar", "zh", "ja", "ko", "xx"])


def halves(text: str) -> tuple[Sentence, ...]:
    """Two sentences that cut the text in the middle, wherever that is."""
    middle = len(text) // 2
    spans = [(0, middle), (middle, len(text))]
    return tuple(Sentence(text[start:end], start, end, 0) for start, end in spans if start < end)


@settings(max_examples=250, deadline=None)
@given(text=st.one_of(st.text(max_size=120), soup), language=languages)
def test_slices_give_quotes_mentions_and_cues(text: str, language: str) -> None:
    """`text[start:end]` is exactly the quote, and the mention, and the cue; quotes are in order and apart."""
    sentences = halves(text)
    names = find_names(text, sentences, language=language)
    quotes = find_quotes(text, sentences, names, language=language)
    mentions = [q.speaker.mention for q in quotes if q.speaker] + [q.cue for q in quotes if q.cue]
    pieces = [*quotes, *mentions, *names]
    assert [text[p.start : p.end] for p in pieces] == [p.text for p in pieces]
    assert all(left.end <= right.start for left, right in pairwise(quotes))
    assert all(q.text for q in quotes)


@settings(max_examples=150, deadline=None)
@given(text=soup, language=languages, cut=st.tuples(st.integers(0, 80), st.integers(1, 40)))
def test_no_quote_touches_excluded_text(text: str, language: str, cut: tuple[int, int]) -> None:
    """A removed stretch is never quoted from."""
    removed = Span(cut[0], cut[0] + cut[1])
    quotes = find_quotes(text, halves(text), (), language=language, excluded=(removed,))
    assert [] == [q.text for q in quotes if q.start < removed.end and removed.start < q.end]


def test_ten_thousand_marks_and_one_long_line_are_read() -> None:
    """Hostile input is answered: stray marks give nothing, the rest is still found."""
    text = "“" * 10_000 + "\n\n" + "x" * 200_000 + '\n\n"We will stay here all winter," Anna Berg said.'
    sentences = halves(text)
    quotes = find_quotes(text, sentences, find_names(text, sentences, language="en"), language="en")
    assert ["We will stay here all winter,"] == [q.text for q in quotes]
