"""The headline of a brief: the article's own title, or its best short sentence."""

from collections.abc import Sequence

from service.engines.extractive_scoring import terms
from service.records import Article, Ceiling, Span, SummarySentence
from service.text.openers import UNSPACED
from service.text.standalone import adds, leans
from service.text.words import count_words

PREFERRED_WORDS = 16
MOST_WORDS = 25
LONGEST_WORDS = 40
"""What the best sentence may have where no short one tells the same news."""
_LEAD_SENTENCES = 5
_LOOKED_AT = 12
# The story is told at the top; a short sentence further down is background, however well it ranks.
_EARLY = 6
# Two terms, and a third of its own, in common with the best sentence: less may be another story.
_SHARED_TERMS = 2
_SHARED_SHARE = 1 / 3
_FULL_STOPS = "。．｡．."


def write_headline(article: Article, ranked: Sequence[int], ceiling: Ceiling) -> SummarySentence:
    """The headline with its evidence; `ranked` are the indices of the usable sentences, best first.

    One that is over the ceiling is taken only where all are.
    """
    if article.title and article.title.strip():
        return SummarySentence(article.title.strip(), _title_evidence(article), order=0, rank=0)
    sentence = article.sentences[_best_short(article, ranked, ceiling)]
    text = without_full_stop(sentence.text)
    return SummarySentence(text, (Span(sentence.start, sentence.start + len(text)),), order=0, rank=0)


def _title_evidence(article: Article) -> tuple[Span, ...]:
    """Where the title stands in the text; else the lead's sentences that carry its words."""
    if article.title_span is not None:
        return (article.title_span,)
    missing = set(terms(article.title or ""))
    lead = article.sentences[:_LEAD_SENTENCES]
    carried: list[Span] = []
    for sentence in lead:
        if brought := missing.intersection(terms(sentence.text)):
            carried.append(Span(sentence.start, sentence.end))
            missing -= brought
    return tuple(carried) or (Span(lead[0].start, lead[0].end),)


def _best_short(article: Article, ranked: Sequence[int], ceiling: Ceiling) -> int:
    """The best sentence where it is short enough, else one that says most of what that one says."""
    texts = {i: article.sentences[i].text for i in ranked[:_LOOKED_AT]}
    language = article.language
    alone = [i for i, text in texts.items() if not leans(text, language=language)] or list(texts)
    alone = [i for i in alone if not adds(texts[i], language=language)] or alone
    alone = [i for i in alone if _keeps(texts[i], ceiling)] or alone
    words = {i: _words(texts[i], language) for i in alone}
    found = {i: terms(texts[i]) for i in alone}
    shared = {i: len(set(found[alone[0]]).intersection(found[i])) for i in alone}
    related = [i for i in alone if shared[i] >= max(_SHARED_TERMS, _SHARED_SHARE * len(found[i]))] or alone[:1]
    short = [i for i in related if words[i] <= MOST_WORDS]
    short = [i for i in short if i < _EARLY] or short or [i for i in alone[:1] if words[i] <= LONGEST_WORDS]
    if not short:
        return min(related, key=lambda i: (words[i], related.index(i)))
    worth = {i: shared[i] + _names_somebody(article, i) + (words[i] <= PREFERRED_WORDS) for i in short}
    return max(short, key=lambda i: (worth[i], -short.index(i)))


def _words(text: str, language: str) -> float:
    """Words as a reader counts them: where every character counts as one, two make a word."""
    words = count_words(text)
    return words / 2 if language.split("-")[0] in UNSPACED else words


def _keeps(text: str, ceiling: Ceiling) -> bool:
    too_wordy = ceiling.max_words is not None and count_words(text) > ceiling.max_words
    return not (too_wordy or (ceiling.max_characters is not None and len(text) > ceiling.max_characters))


def _names_somebody(article: Article, index: int) -> bool:
    sentence = article.sentences[index]
    return any(sentence.start <= name.start and name.end <= sentence.end for name in article.names)


def without_full_stop(text: str) -> str:
    """As headlines are set: no final full stop, unless it belongs to an ellipsis or an abbreviation."""
    bare = text[:-1]
    if text[-1:] not in _FULL_STOPS or bare[-1:] in _FULL_STOPS or "." in bare.rsplit(" ", 1)[-1]:
        return text
    return bare
