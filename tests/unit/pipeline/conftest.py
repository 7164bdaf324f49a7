"""A small article and engines that need no installed data."""

from collections.abc import Callable

import pytest

from service.engines.base import EngineSet
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.records import BriefRequest, Ceiling

FIRST = "The harbour of Vell reopened on Tuesday after 12 days."
SECOND = "Captain Mara Lindqvist led the first ship in."
THIRD = "Traders expect prices to fall by 3 percent."
ARTICLE = " ".join((FIRST, SECOND, THIRD))
SPANISH = {
    FIRST: "El puerto de Vell reabrió el martes tras 12 días.",
    SECOND: "La capitana Mara Lindqvist guió el primer barco.",
    THIRD: "Los comerciantes esperan que los precios bajen un 3 por ciento.",
}

Ask = Callable[..., BriefRequest]


@pytest.fixture
def engines() -> EngineSet:
    """Lead and a phrasebook that knows the article in Spanish, and one sentence of it in French."""
    book = {("en", "es"): SPANISH, ("en", "fr"): {FIRST: "Le port de Vell a rouvert mardi après 12 jours."}}
    return EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())


@pytest.fixture
def ask() -> Ask:
    """A request for the article, with what a test wants otherwise."""

    def build(**changes: object) -> BriefRequest:
        plain: dict[str, object] = {
            "text": ARTICLE,
            "format": "text",
            "title": None,
            "source_language": "en",
            "languages": ("es",),
            "ceiling": Ceiling(max_words=60),
            "quotes": 5,
            "translate_quotes": True,
            "glossary": (),
            "strict": False,
        }
        return BriefRequest(**(plain | changes))  # type: ignore[arg-type]

    return build
