"""A question to a chat model that knows whether anybody still waits for its answer."""

import time
from dataclasses import dataclass

from service.cancellation import Cancellation
from service.engines.chat import ChatRequest, timed_out
from service.errors import EngineCancelled, EngineError


@dataclass(frozen=True, slots=True)
class Question(ChatRequest):
    """A conversation to answer unless `cancellation` is raised before."""

    cancellation: Cancellation | None = None


def not_worth_answering(request: ChatRequest) -> EngineError | None:
    """Why a question need not be put any more, or None: nobody waits for it, or its deadline has passed."""
    return left_alone(cancellation_of(request)) or timed_out(request)


def left_alone(cancellation: Cancellation | None) -> EngineCancelled | None:
    """The error of what nobody waits for any more, else None."""
    if cancellation is None or not cancellation.cancelled:
        return None
    return EngineCancelled("nobody waits for the answer any more; the model was not asked, or not to the end")


def cancellation_of(request: ChatRequest) -> Cancellation | None:
    """Whose leaving ends a question, where that is known."""
    return request.cancellation if isinstance(request, Question) else None


def must_stop(request: ChatRequest) -> bool:
    """Whether a model that is writing the answer may stop."""
    cancellation = cancellation_of(request)
    gone = cancellation is not None and cancellation.cancelled
    return gone or (request.deadline is not None and time.monotonic() >= request.deadline)
