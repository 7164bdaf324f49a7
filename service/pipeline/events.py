"""What is told while a briefing is being made, each as soon as it is known: what streams and progress listen to."""

from collections.abc import Callable
from dataclasses import dataclass

from service.records import Article, Brief, KeyQuote, Truncation


@dataclass(frozen=True, slots=True)
class Understood:
    """The article was read and can be served; nothing raises a RequestError after it."""

    article: Article
    truncation: Truncation | None


@dataclass(frozen=True, slots=True)
class QuotesPicked:
    """The key quotes, best first; only those translations are there that need no engine (the article's language)."""

    quotes: tuple[KeyQuote, ...]


@dataclass(frozen=True, slots=True)
class BriefReady:
    """One language is done, failed ones too; `index` is its place in the languages asked for.

    They come in the order in which they get ready.
    """

    index: int
    brief: Brief


Event = Understood | QuotesPicked | BriefReady
Tell = Callable[[Event], None]
