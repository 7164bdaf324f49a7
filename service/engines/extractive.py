"""The embedded summariser: an article's own sentences, ranked; verbatim, in no language in particular."""

import hashlib
from collections.abc import Sequence
from dataclasses import astuple

from service.engines.extractive_scoring import WEIGHTS, rank
from service.engines.headline import write_headline
from service.errors import EngineError
from service.records import (
    Article,
    Ceiling,
    ModelInfo,
    Quote,
    Sentence,
    Span,
    Summary,
    SummaryRequest,
    SummarySentence,
)
from service.text.standalone import flaw, is_terminated, leans

_RULES = "2"
"""Counted up when the way sentences are judged changes; the constants change the revision by themselves."""


class ExtractiveSummariser:
    """Ranks the sentences of a news article for a brief; deterministic, and quick on any article."""

    name = "extractive"
    revision = f"{_RULES}-{hashlib.sha256(repr(astuple(WEIGHTS)).encode()).hexdigest()[:8]}"

    def knows(self, language: str) -> bool:
        """It takes whole sentences of the article, whatever language they are in."""
        return True

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request; an article without any sentence gives an EngineError in its place."""
        return [self._summarise(request.article, request.ceiling) for request in requests]

    def models(self) -> list[ModelInfo]:
        """It is code and a few constants: itself."""
        return [ModelInfo(self.name, self.revision, "Apache-2.0", "source", ("mul",))]

    def close(self) -> None:
        """Nothing to free."""

    def _summarise(self, article: Article, ceiling: Ceiling) -> Summary | EngineError:
        if not article.sentences:
            return EngineError("the article has no sentence to take into a brief; send its text")
        ranked = rank(article.sentences, title=article.title, usable=usable(article))
        sentences = [_offer(article.sentences[order], order, at) for at, order in enumerate(ranked)]
        return Summary(
            headline=write_headline(article, ranked, ceiling),
            sentences=tuple(sorted(sentences, key=lambda item: item.order)),
            engine=self.name,
            revision=self.revision,
        )


def _offer(sentence: Sentence, order: int, at: int) -> SummarySentence:
    return SummarySentence(sentence.text, (Span(sentence.start, sentence.end),), order=order, rank=at)


def usable(article: Article) -> list[bool]:
    """Which sentences a brief may take.

    One that leans on its neighbour is usable where that neighbour is. Where none is usable (an article of
    questions, a single fragment) the least bad stand in: all that are no questions or lists, or simply all.
    """
    flaws = [flaw(sentence.text) for sentence in article.sentences]
    headed = _headings(article)
    spoken = _spoken(article)
    sound = [not (flaws[i] or headed[i] or spoken[i]) for i in range(len(flaws))]
    leaning = [leans(sentence.text, language=article.language) for sentence in article.sentences]
    for i, tied in enumerate(leaning):
        if tied and (i == 0 or not sound[i - 1]):
            sound[i] = False
    if any(sound):
        return sound
    fallback = [found not in {"question", "list", "short", "heading"} for found in flaws]
    return fallback if any(fallback) else [True] * len(flaws)


def _headings(article: Article) -> list[bool]:
    """Lines that end as no sentence does, where most of the article's sentences do."""
    terminated = [is_terminated(sentence.text) for sentence in article.sentences]
    if 2 * sum(terminated) < len(terminated):
        return [False] * len(terminated)
    return [not ends for ends in terminated]


def _spoken(article: Article) -> list[bool]:
    """Sentences that lie inside a quotation: somebody's words, cut from who said them."""
    quotes = sorted(article.quotes, key=lambda quote: quote.start)
    spoken = []
    at = 0
    for sentence in article.sentences:
        while at < len(quotes) and quotes[at].end < sentence.start:
            at += 1
        spoken.append(at < len(quotes) and _covers(quotes[at], sentence))
    return spoken


def _covers(quote: Quote, sentence: Sentence) -> bool:
    """Whether all of the sentence is quoted, its own marks and final stop aside."""
    return quote.start - 2 <= sentence.start and sentence.end <= quote.end + 3
