"""The seam between what asks (a summariser, a translator) and what runs a chat model: messages in, text out.

A backend knows messages and nothing else: no articles, no languages, no checks.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from service.errors import EngineError, EngineTimeout
from service.records import ModelInfo

_MOST_CHARACTERS = 100_000
_THOUGHT_OPENS, _THOUGHT_ENDS = "<think>", "</think>"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Literal["system", "user"]
    text: str


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One conversation to answer with at most `max_tokens`; `deadline` is a `time.monotonic()` instant."""

    messages: tuple[Message, ...]
    max_tokens: int
    deadline: float | None = None


@dataclass(frozen=True, slots=True)
class ChatReply:
    """What the model wrote; `complete` is false where `max_tokens` cut it."""

    text: str
    complete: bool = True


Heard = Callable[[int, ChatReply | EngineError], None]
"""Told of one reply by its place in the batch."""


class ChatBackend(Protocol):
    """A loaded chat model; safe to call from several threads.

    `context_tokens` bounds a conversation and its answer together. The revision changes with the model.
    """

    name: str
    revision: str
    context_tokens: int

    def chat(self, requests: Sequence[ChatRequest], *, heard: Heard | None = None) -> list[ChatReply | EngineError]:
        """Answer each request; the result has the length and order of the input, failures in their place.

        `heard` is told of each reply, in the caller's thread and once each, as soon as it is there.
        """
        ...

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` is, or a bound from above where the tokenizer is out of reach."""
        ...

    def model(self) -> ModelInfo:
        """What it runs."""
        ...

    def unavailable(self) -> str | None:
        """Why it can't answer now, or None; for readiness, so it is quick and never raises."""
        ...

    def close(self) -> None:
        """Free connections and memory; safe to call twice."""
        ...


def timed_out(request: ChatRequest) -> EngineTimeout | None:
    """The error of a request whose deadline has passed, else None."""
    if request.deadline is None or time.monotonic() < request.deadline:
        return None
    return EngineTimeout("the deadline passed before the model began to write; allow more time, or ask for less")


def told(replies: Iterable[ChatReply | EngineError], heard: Heard | None) -> list[ChatReply | EngineError]:
    """All replies; `heard` is told of each as it comes."""
    found = []
    for place, reply in enumerate(replies):
        found.append(reply)
        if heard is not None:
            heard(place, reply)
    return found


def read_reply(text: str, *, complete: bool) -> ChatReply | EngineError:
    """A reply without the thoughts that some models write before it; an empty one is an error."""
    answer = text.strip()
    if answer.startswith(_THOUGHT_OPENS):
        _, ended, answer = answer.partition(_THOUGHT_ENDS)
        if not ended:
            return EngineError("the model only thought and wrote no answer; serve it with thinking switched off")
    if not answer.strip():
        return EngineError("the model wrote nothing; try another model, or see its server's log")
    if len(answer) > _MOST_CHARACTERS:
        return EngineError(f"the model wrote more than {_MOST_CHARACTERS} characters; try another model")
    if any("\ud800" <= character <= "\udfff" for character in answer):
        return EngineError("the model wrote half a character; try another model")
    return ChatReply(answer.strip(), complete)
