"""A ceiling on length is never exceeded, in any script."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.engines.extractive import ExtractiveSummariser
from service.pipeline.fit import choose, leaning_orders
from service.records import Article, Ceiling, Sentence, Span, Summary, SummaryRequest, SummarySentence
from service.text.tags import separator
from service.text.words import count_words

ALPHABETS = {
    "en": ("abcdefghij", " ", ". "),
    "ru": ("абвгдежзий", " ", "."),
    "ar": ("ابتثجحخدذر", " ", "."),
    "hi": ("कखगघचछजझटि", " ", "।"),
    "th": ("กขคงจฉชซญ่", "", ""),
    "zh": ("天地玄黄宇宙洪荒日", "", "。"),
    "ja": ("あいうアイウ日本語", "", "。"),
    "km": ("កខគឃងចឆជឈ", "", "។"),
}


@st.composite
def texts_in_a_script(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A language and one to eight sentences in its script."""
    language = draw(st.sampled_from(sorted(ALPHABETS)))
    letters, space, stop = ALPHABETS[language]
    word = st.text(alphabet=letters, min_size=1, max_size=9)
    sentence = st.lists(word, min_size=1, max_size=30).map(lambda words: space.join(words) + stop.strip())
    return language, draw(st.lists(sentence, min_size=1, max_size=8))


ceilings = st.one_of(
    st.builds(Ceiling, max_words=st.integers(1, 80)),
    st.builds(Ceiling, max_characters=st.integers(1, 400)),
    st.builds(Ceiling, max_sentences=st.integers(1, 6)),
    st.builds(
        Ceiling, max_words=st.integers(1, 80), max_characters=st.integers(1, 400), max_sentences=st.integers(1, 6)
    ),
)


def keeps(texts: list[str], ceiling: Ceiling, language: str) -> bool:
    """Whether a brief of these sentences, joined as it is printed, keeps the ceiling."""
    joined = separator(language).join(texts)
    sizes = ((ceiling.max_words, count_words(joined)), (ceiling.max_characters, len(joined)))
    within = all(limit is None or size <= limit for limit, size in sizes)
    return within and (ceiling.max_sentences is None or len(texts) <= ceiling.max_sentences)


def as_article(language: str, texts: list[str]) -> Article:
    """An article of these sentences, one a line."""
    text = "\n".join(texts)
    sentences = []
    at = 0
    for number, sentence in enumerate(texts):
        sentences.append(Sentence(sentence, at, at + len(sentence), number))
        at += len(sentence) + 1
    return Article(text, False, None, language, 1.0, (), tuple(sentences), (), (), count_words(text))


def summary_of(language: str, texts: list[str], ceiling: Ceiling) -> Summary:
    """What the embedded summariser offers."""
    summary = ExtractiveSummariser().summarise([SummaryRequest(as_article(language, texts), ceiling)])[0]
    assert isinstance(summary, Summary)
    return summary


@given(texts_in_a_script(), ceilings)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_brief_keeps_its_ceiling(written: tuple[str, list[str]], ceiling: Ceiling) -> None:
    """Joined as it is printed, a brief of the article's own sentences is never over the limit."""
    language, texts = written
    summary = summary_of(language, texts, ceiling)
    own = {item.order: item.text for item in summary.sentences}
    leaning = leaning_orders(summary.sentences, language=language)
    chosen = choose(summary.sentences, own, ceiling, language=language, leaning=leaning)
    assert keeps([item.text for item in chosen], ceiling, language)


@given(texts_in_a_script(), ceilings)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_could_fit_is_not_left_empty(written: tuple[str, list[str]], ceiling: Ceiling) -> None:
    """A brief is empty only where no sentence on offer that stands alone fits by itself."""
    language, texts = written
    summary = summary_of(language, texts, ceiling)
    own = {item.order: item.text for item in summary.sentences}
    leaning = leaning_orders(summary.sentences, language=language)
    chosen = choose(summary.sentences, own, ceiling, language=language, leaning=leaning)
    fitting = [i for i in summary.sentences if i.order not in leaning and keeps([i.text], ceiling, language)]
    assert bool(fitting) == bool(chosen)


@given(texts_in_a_script(), texts_in_a_script(), ceilings)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_translation_keeps_the_ceiling_in_its_own_script(
    written: tuple[str, list[str]], other: tuple[str, list[str]], ceiling: Ceiling
) -> None:
    """Whatever the translations' length and script."""
    language, texts = written
    target, wordings = other
    summary = summary_of(language, texts, ceiling)
    leaning = leaning_orders(summary.sentences, language=language)
    translated = {item.order: wordings[item.order % len(wordings)] for item in summary.sentences}
    chosen = choose(summary.sentences, translated, ceiling, language=target, leaning=leaning)
    assert keeps([translated[item.order] for item in chosen], ceiling, target)


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6), ceilings, st.sampled_from(sorted(ALPHABETS)))
@settings(max_examples=200, deadline=None)
def test_any_text_keeps_the_ceiling(texts: list[str], ceiling: Ceiling, language: str) -> None:
    """Marks, controls, emoji and scripts all mixed: the limit holds."""
    offered = [SummarySentence(text, (Span(0, 1),), order=i, rank=i) for i, text in enumerate(texts)]
    chosen = choose(offered, dict(enumerate(texts)), ceiling, language=language)
    assert keeps([item.text for item in chosen], ceiling, language)
