"""The key quotes of an article, best first, and their translations."""

from collections.abc import Sequence

from service.pipeline.desk import Desk, Wanted
from service.pipeline.languages import Lane
from service.pipeline.verify import Verifier, verdict
from service.records import Article, BriefRequest, Check, KeyQuote, Quote, QuoteTranslation, Translation


def key_quotes(article: Article, limit: int) -> tuple[Quote, ...]:
    """The `limit` quotes that a reader of the brief would want most; equal ones in text order."""
    ranked = sorted(article.quotes, key=lambda quote: (-quote.salience, quote.start))
    return tuple(ranked[:limit])


def wanted_quotes(quotes: Sequence[Quote], lanes: Sequence[Lane], request: BriefRequest) -> list[Wanted]:
    """What has to be translated for `translate_quotes`."""
    if not request.translate_quotes:
        return []
    return [(quote.text, lane.target) for lane in lanes if lane.target is not None for quote in quotes]


def untranslated(quotes: Sequence[Quote], lanes: Sequence[Lane], request: BriefRequest) -> tuple[KeyQuote, ...]:
    """Each quote as it is known before anything is translated: in the article's own language, where asked for."""
    own = [lane for lane in lanes if lane.own] if request.translate_quotes else []
    return tuple(KeyQuote(quote, tuple(_original(quote, lane) for lane in own)) for quote in quotes)


def translations(
    quotes: Sequence[Quote], lane: Lane, desk: Desk, verifier: Verifier, request: BriefRequest
) -> tuple[QuoteTranslation, ...]:
    """Every quote in one language, taken from what the desk has; empty where none was asked for."""
    if not request.translate_quotes:
        return ()
    return tuple(_translation(quote, lane, desk, verifier) for quote in quotes)


def with_translations(
    quotes: Sequence[Quote], by_language: Sequence[Sequence[QuoteTranslation]], request: BriefRequest
) -> tuple[KeyQuote, ...]:
    """The quotes with the translations that each language has of all of them."""
    if not request.translate_quotes:
        return tuple(KeyQuote(quote, ()) for quote in quotes)
    return tuple(
        KeyQuote(quote, tuple(language[place] for language in by_language)) for place, quote in enumerate(quotes)
    )


def _translation(quote: Quote, lane: Lane, desk: Desk, verifier: Verifier) -> QuoteTranslation:
    tag, target = lane.language, lane.target
    if lane.own:
        return _original(quote, lane)
    if target is None:
        return _untranslated(tag, f"{tag} can't be reached from the language of the article")
    found = desk.get(quote.text, target)
    if not isinstance(found, Translation):
        return _untranslated(tag, f"the quote could not be translated: {found}")
    checks = verifier.translation(quote.text, found, target, None)
    return QuoteTranslation(tag, found.text, machine=True, verdict=verdict(checks), checks=checks)


def _original(quote: Quote, lane: Lane) -> QuoteTranslation:
    return QuoteTranslation(lane.language, quote.text, machine=False, verdict="pass", checks=())


def _untranslated(tag: str, why: str) -> QuoteTranslation:
    check = Check("untranslated", "error", None, None, why)
    return QuoteTranslation(tag, None, machine=True, verdict="fail", checks=(check,))
