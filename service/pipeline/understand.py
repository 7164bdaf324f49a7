"""The first step: what was submitted becomes an article."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from service.errors import BodyTooLarge
from service.pipeline.stopwatch import Stopwatch
from service.records import Article, BriefRequest, Document, Removed, Span, Truncation
from service.text.clean import find_removed
from service.text.language import identify
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.read import read_document
from service.text.sentences import split_sentences
from service.text.tokens import tokenise
from service.text.words import count_words


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an article may be, and how much of it is weighed for briefs and quotes.

    `characters` and `weighed_characters` count Unicode code points.
    """

    characters: int
    sentences: int
    weighed_characters: int


def understand(request: BriefRequest, *, limits: Limits, watch: Stopwatch) -> tuple[Article, Truncation | None]:
    """Read, clean, split and attribute; raises BodyTooLarge where the article is over its limit.

    What lies beyond the limits on weighing is left out, and that is said.
    """
    with watch.stage("clean"):
        document = read_document(request.text, format=request.format, title=request.title)
        _check_size(document, limits.characters)
        article = _cleaned(document, request.source_language)
    article, truncation = _truncated(article, limits)
    with watch.stage("quotes"):
        article = _attributed(article, limits.weighed_characters)
    return article, truncation


def _check_size(document: Document, most: int) -> None:
    if len(document.text) > most:
        raise BodyTooLarge(
            f"the article has {len(document.text)} characters, over the limit of {most}; send it in parts"
        )


def _cleaned(document: Document, source_language: str | None) -> Article:
    text = document.text
    guess = identify(text)
    language = source_language or guess.language
    cleaned = find_removed(text, language=language, title=document.title)
    sentences = split_sentences(text, language=language, removed=_not_body(cleaned.removed, cleaned.title_span))
    return Article(
        text=text,
        extracted=document.extracted,
        title=document.title or cleaned.title,
        language=language,
        confidence=1.0 if source_language else guess.confidence,
        removed=cleaned.removed,
        sentences=sentences,
        quotes=(),
        names=(),
        words=sum(count_words(sentence.text) for sentence in sentences),
        title_span=cleaned.title_span,
        dateline=cleaned.dateline,
    )


def _not_body(removed: tuple[Removed, ...], title_span: Span | None) -> tuple[Removed | Span, ...]:
    spans: list[Removed | Span] = [*removed, *([title_span] if title_span else [])]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _truncated(article: Article, limits: Limits) -> tuple[Article, Truncation | None]:
    whole = article.sentences
    near = bisect_right(whole, limits.weighed_characters, key=lambda sentence: sentence.end)
    used = min(len(whole), limits.sentences, max(near, 1))
    if used == len(whole) and (not whole or whole[-1].end <= limits.weighed_characters):
        return article, None
    why = (
        f"this service weighs the first {limits.sentences} sentences and {limits.weighed_characters} characters of an"
        f" article for briefs and quotes; this one has {len(whole)} sentences and {len(article.text)} characters; split"
        " it to have all of it weighed"
    )
    return replace(article, sentences=whole[:used]), Truncation(used_sentences=used, of=len(whole), why=why)


def _attributed(article: Article, weighed_characters: int) -> Article:
    """Names and quotes, as far as the article is weighed."""
    end = min(article.sentences[-1].end, weighed_characters) if article.sentences else 0
    weighed = article.text[:end]
    sentences = tuple(sentence for sentence in article.sentences if sentence.end <= end)
    excluded = _not_body(article.removed, article.title_span)
    tokens = tokenise(weighed)
    names = find_names(weighed, sentences, language=article.language, tokens=tokens)
    quotes = find_quotes(
        weighed,
        sentences,
        names,
        language=article.language,
        excluded=tuple(Span(span.start, min(span.end, end)) for span in excluded if span.start < end),
        tokens=tokens,
    )
    return replace(article, names=names, quotes=quotes)
