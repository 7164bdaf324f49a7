"""Reading what engines and servers answer: a chat model, its server, an Apertium pipeline."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from service.engines.apertium_stream import decode, encode, normalise
from service.engines.chat import ChatReply, ChatRequest, Heard, read_reply, told
from service.engines.instruct import InstructSummariser
from service.engines.instruct_translator import InstructTranslator

# What reads a server's answer is private to its module, and yet the door for anything a stranger's server says.
from service.engines.openai_server import _document, _read_choice
from service.engines.retries import retry_after_seconds
from service.errors import EngineError, EngineUnavailable
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import BriefRequest, Ceiling, ModelInfo, SummaryRequest, TranslationRequest
from tests.fuzz.inputs import SEPARATOR

_PROMPTS = Path(__file__).parents[2] / "prompts"


class Parrot:
    """A chat model that says to every question what it was told to say."""

    name, revision, context_tokens = "parrot", "1", 32_768

    def __init__(self) -> None:
        self.says = ""

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """The same answer to each."""
        return told((read_reply(self.says, complete=len(self.says) % 2 == 0) for _ in requests), heard)

    def count_tokens(self, text: str) -> int:
        """A bound from above."""
        return len(text)

    def model(self) -> ModelInfo:
        """Itself."""
        return ModelInfo(self.name, self.revision, "Apache-2.0", "instruct", ("mul",))

    def unavailable(self) -> str | None:
        """It always can."""
        return None

    def close(self) -> None:
        """Nothing to free."""


@cache
def _chat() -> tuple[Parrot, InstructSummariser, InstructTranslator]:
    parrot = Parrot()
    return (
        parrot,
        InstructSummariser(parrot, _PROMPTS),
        InstructTranslator(parrot, _PROMPTS, languages=("en", "es", "ja")),
    )


def chat_answer(data: bytes) -> None:
    """Whatever a model writes becomes sentences with evidence that can be sent, or an EngineError."""
    text, _, written = data.decode("utf-8", "surrogatepass").partition(SEPARATOR)
    parrot, summariser, translator = _chat()
    parrot.says = written[:20_000]
    request = BriefRequest(
        text=text,
        format="auto",
        title=None,
        source_language="en",
        languages=("en",),
        ceiling=Ceiling(max_words=60),
        quotes=5,
        translate_quotes=False,
        glossary=(),
        strict=False,
    )
    limits = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    article, _ = understand(request, limits=limits, watch=Stopwatch())
    for summary in summariser.summarise([SummaryRequest(article, Ceiling(max_words=60))]):
        if not isinstance(summary, EngineError):
            assert summary.sentences
            for sentence in (summary.headline, *summary.sentences):
                sentence.text.encode()
                assert all(0 <= span.start < span.end <= len(article.text) for span in sentence.evidence)
            for check in summary.checks:
                check.message.encode()
    for translation in translator.translate([TranslationRequest(text[:400], "en", "es")]):
        if not isinstance(translation, EngineError):
            assert translation.text.strip()
            translation.text.encode()


def pipeline_answer(data: bytes) -> None:
    """What a pipeline wrote is text without marks, or an error; what goes in unchanged comes out so."""
    source, _, written = data.partition(SEPARATOR.encode())
    text = normalise(source.decode())
    assert decode(encode(text), text).text == text or not text
    try:
        answer = decode(written, text)
    except EngineUnavailable:
        return
    answer.text.encode()
    assert 0 <= answer.broken


def server_answer(data: bytes) -> None:
    """A reply, or an EngineError."""
    reply = _read_choice(_document(data))
    assert isinstance(reply, EngineError) or reply.text.strip()


def retry_after(data: bytes) -> None:
    """Seconds that can be waited, or None."""
    seconds = retry_after_seconds(data.decode("latin-1"))
    assert seconds is None or seconds >= 0
