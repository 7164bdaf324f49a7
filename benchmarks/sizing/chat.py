"""The instruct profile: how much a chat model is asked and writes for an article, counted on the service's own prompts.

No chat model runs here: a backend that only counts stands in its place, and answers with the article's own sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.sizing.articles import article
from service.engines.chat import ChatReply, ChatRequest, Heard, told
from service.engines.instruct import InstructSummariser
from service.engines.instruct_translator import InstructTranslator
from service.errors import EngineError
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import Article, BriefRequest, Ceiling, ModelInfo, Summary, SummaryRequest, TranslationRequest

PROMPTS = Path(__file__).parents[2] / "prompts"
CHARACTERS_A_TOKEN = 4.0
"""An assumption: what English takes in the vocabularies of today's chat models; other scripts take more tokens."""
_SHORT = Ceiling(max_words=60)
_QUOTES = 5


@dataclass(slots=True)
class Counting:
    """A `ChatBackend` that keeps what it was asked and answers each question with the next of its `replies`."""

    replies: list[str] = field(default_factory=list)
    asked: list[ChatRequest] = field(default_factory=list)
    name: str = "counting"
    revision: str = "1"
    context_tokens: int = 8192

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """The next replies; the last again where there are no more."""
        self.asked.extend(requests)
        return told([ChatReply(self.replies.pop(0) if self.replies else "") for _ in requests], heard)

    def count_tokens(self, text: str) -> int:
        """By the assumption."""
        return round(len(text) / CHARACTERS_A_TOKEN)

    def model(self) -> ModelInfo:
        """Itself."""
        return ModelInfo(self.name, self.revision, "none", "instruct", ("mul",))

    def unavailable(self) -> str | None:
        """Always there."""
        return None

    def close(self) -> None:
        """Nothing to close."""


def instruct(articles: int = 40) -> dict[str, Any]:
    """Characters a question holds and an answer is taken to have, by article and by language, and the questions."""
    whole = [_counted(number) for number in range(1, articles + 1)]
    kept = {name: mean(one[name] for one in whole) for name in whole[0]}
    rounded = {name: round(value, 1) for name, value in kept.items()}
    return {"articles": articles, "characters_a_token": CHARACTERS_A_TOKEN, **rounded}


def _counted(number: int) -> dict[str, float]:
    """One article: its brief and headline, then one translation of all that is translated for one language."""
    read = _read(article(number))
    lead = " ".join(sentence.text for sentence in read.sentences[:2])
    backend = Counting([lead, read.sentences[0].text])
    summary = InstructSummariser(backend, PROMPTS).summarise([SummaryRequest(read, _SHORT)])[0]
    if not isinstance(summary, Summary):
        raise RuntimeError(f"article {number} was not summarised: {summary}")
    first = list(backend.asked)
    texts = [summary.headline.text, *(one.text for one in summary.sentences), *_best_quotes(read)]
    translator = Counting()
    requests = [TranslationRequest(text, "en", "es") for text in texts]
    InstructTranslator(translator, PROMPTS, languages=("en", "es")).translate(requests)
    return {
        "brief_questions": len(first),
        "brief_characters_asked": sum(map(_size, first)),
        "brief_characters_same": sum(len(one.messages[0].text) for one in first),
        "brief_characters_written": len(lead) + len(read.sentences[0].text),
        "language_questions": len(translator.asked),
        "language_characters_asked": sum(map(_size, translator.asked)),
        "language_characters_same": sum(len(one.messages[0].text) for one in translator.asked),
        "language_characters_written": sum(map(len, texts)),
    }


def _size(question: ChatRequest) -> int:
    return sum(len(message.text) for message in question.messages)


def _best_quotes(read: Article) -> list[str]:
    best = sorted(read.quotes, key=lambda quote: -quote.salience)[:_QUOTES]
    return [quote.text for quote in best]


def _read(text: str) -> Article:
    request = BriefRequest(
        text=text,
        format="text",
        title=None,
        source_language="en",
        languages=("en",),
        ceiling=_SHORT,
        quotes=_QUOTES,
        translate_quotes=True,
        glossary=(),
        strict=False,
    )
    limits = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    return understand(request, limits=limits, watch=Stopwatch())[0]
