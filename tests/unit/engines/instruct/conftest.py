"""What the tests of the chat engines share."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from service.engines.chat import ChatReply, ChatRequest, Heard, told
from service.errors import EngineError
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import Article, BriefRequest, Ceiling, ModelInfo

PROMPTS = Path(__file__).parents[4] / "prompts"


class ScriptedBackend:
    """A backend of the tests: it gives the replies it was handed, in order, and remembers what it was asked."""

    name = "scripted"
    revision = "1"

    def __init__(self, *replies: str | ChatReply | EngineError, context_tokens: int = 8192) -> None:
        self.context_tokens = context_tokens
        self.replies = list(replies)
        self.asked: list[ChatRequest] = []
        self.closed = 0

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """The next replies."""
        self.asked.extend(requests)
        found = [self.replies.pop(0) for _ in requests]
        return told([ChatReply(reply) if isinstance(reply, str) else reply for reply in found], heard)

    def count_tokens(self, text: str) -> int:
        """A token a word."""
        return len(text.split())

    def model(self) -> ModelInfo:
        """Itself."""
        return ModelInfo("scripted-model", "1", "Apache-2.0", "instruct", ("mul",))

    def unavailable(self) -> str | None:
        """Always there."""
        return None

    def close(self) -> None:
        """Counted."""
        self.closed += 1


def read_article(text: str, *, language: str = "en", title: str | None = None) -> Article:
    """An article as the service understands it."""
    request = BriefRequest(
        text=text,
        format="text",
        title=title,
        source_language=language,
        languages=(language,),
        ceiling=Ceiling(max_words=60),
        quotes=5,
        translate_quotes=False,
        glossary=(),
        strict=False,
    )
    limits = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    return understand(request, limits=limits, watch=Stopwatch())[0]


@pytest.fixture
def prompts() -> Path:
    """The prompts of the checkout."""
    return PROMPTS
