"""One call to `/summarize`, from the validated request to the bytes of the answer."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from math import ceil, inf
from threading import Event as Signal

from service import __version__
from service.bootstrap import Services
from service.cancellation import Cancellation
from service.config import Settings
from service.engines.base import EngineSet, LoadedEngines
from service.errors import Cancelled, DeadlinePassed, FieldProblem, InvalidField, LanguageUnsupported, Overloaded
from service.pipeline.brief import prepare_briefing
from service.pipeline.events import Tell
from service.pipeline.languages import offered_tags
from service.pipeline.lasting import briefing_lasts
from service.pipeline.understand import Limits
from service.records import Briefing, BriefRequest, Ceiling, ModelInfo, Step
from service.text.tags import lookup
from service.tracing import span
from service.web.answers import to_answer
from service.web.intake import to_brief_request
from service.web.schemas import SummarizeRequest
from service.work.cost import Work
from service.work.flights import Flight
from service.work.scheduler import Task

# What a deadline leaves the answer to be written in, once the engines have stopped.
_GRACE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may be worked on: its fields were checked against what is loaded.

    `id` is that of its answer; `seconds` are those from when the caller was heard to the deadline.
    """

    wire: SummarizeRequest
    request: BriefRequest
    engines: EngineSet
    id: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as JSON, without the two fields that may differ between equal requests; those stand beside it.

    `whole` is false where a language met the deadline of whoever asked first.
    """

    lasting: bytes
    timings: tuple[tuple[str, float], ...]
    cache: str
    whole: bool

    def document(self) -> bytes:
        """The whole answer."""
        rounded = {stage: round(spent, 1) for stage, spent in self.timings}
        return self.lasting[:-1] + f',"timings_ms":{json.dumps(rounded)},"cache":"{self.cache}"}}'.encode()


def check_request(
    services: Services, wire: SummarizeRequest, *, began: float, timeout_seconds: float | None = None
) -> Asked:
    """Hold the request against the limits and the loaded engines; raises RequestError, or NotReady while they load.

    `began` is the `time.monotonic()` at which the caller was heard, `timeout_seconds` the deadline where it names none.
    """
    request = to_brief_request(wire, services.settings, began=began, timeout_seconds=timeout_seconds)
    engines = _chosen(wire.engine, services.loaded())
    _check_languages(request, engines)
    seconds = inf if request.deadline is None else request.deadline - began
    return Asked(wire, request, engines, _answer_id(wire, request, engines), seconds)


def summarize(services: Services, wire: SummarizeRequest, *, began: float) -> bytes:
    """The answer as JSON, worked out in this thread, whatever else is under way: for the command line."""
    asked = check_request(services, wire, began=began)
    return (kept_answer(services, asked, began) or work(services, asked, Cancellation())).document()


def answer(services: Services, asked: Asked, *, began: float, cancellation: Cancellation) -> bytes:
    """The answer as JSON, in its turn; raises Overloaded where that would be too late, Cancelled once nobody waits."""
    while True:
        kept = kept_answer(services, asked, began)
        if kept is not None:
            return kept.document()
        answered, is_ours = _together(services, asked, cancellation)
        if is_ours:
            return answered.document()
        # Whoever asked first had less time than this caller: what is missing is worked out for this one.
        if answered.whole or not _time_left(asked):
            waited = (("total", (time.monotonic() - began) * 1000),)
            return replace(answered, timings=waited, cache="hit").document()


def _together(services: Services, asked: Asked, cancellation: Cancellation) -> tuple[Answered, bool]:
    """What is worked out for all who ask for it at this time, and whether this caller began it."""
    ours: list[Task[Answered]] = []

    def begin(flight: Flight[Answered]) -> Task[Answered]:
        ours.append(start(services, asked, flight))
        return ours[0]

    with services.flights.join(asked.id, begin) as flight:
        return _wait(flight.task, asked, cancellation), bool(ours)


def start(services: Services, asked: Asked, flight: Flight[Answered]) -> Task[Answered]:
    """Queue the work of a flight; raises Overloaded where it would be done too late."""
    task = services.scheduler.submit(
        lambda: work(services, asked, flight.cancellation, tell=flight.tell),
        expected_ms=expected_ms(services, asked),
        deadline=asked.request.deadline,
        cancellation=flight.cancellation,
    )
    task.add_done_callback(lambda done: services.metrics.waited((done.waited_ms or 0.0) / 1000))
    return task


def expected_ms(services: Services, asked: Asked) -> float:
    """How long the work is expected to take."""
    return services.costs.expected_ms(weigh(asked))


def weigh(asked: Asked) -> Work:
    """What is known of the work before it begins."""
    request = asked.request
    return Work(
        characters=len(request.text),
        languages=len(request.languages),
        words=_words(request.ceiling),
        quotes=request.quotes,
        translate_quotes=request.translate_quotes,
        profile=asked.engines.profile,
    )


def _words(ceiling: Ceiling) -> int:
    """About how many words a brief may have."""
    if ceiling.max_words is not None:
        return ceiling.max_words
    if ceiling.max_characters is not None:
        return ceiling.max_characters // 6
    return (ceiling.max_sentences or 1) * 20


def work(services: Services, asked: Asked, cancellation: Cancellation, *, tell: Tell | None = None) -> Answered:
    """Do it, now and here; what can be used again is kept."""
    began = time.monotonic()
    request = replace(asked.request, cancellation=cancellation)
    with span("briefing", languages=len(request.languages), profile=asked.engines.profile):
        briefing = prepare_briefing(
            request, asked.engines, limits=_limits(services.settings), tell=tell, parts=services.known
        )
    services.metrics.briefed(briefing)
    whole = not _hit_deadline(briefing)
    if whole and not briefing.reused:
        services.costs.learn(weigh(asked), (time.monotonic() - began) * 1000)
    wire = to_answer(
        briefing,
        answer_id=asked.id,
        unit=asked.wire.offsets,
        profile=asked.engines.profile,
        models=_used(briefing, asked.engines),
    )
    lasting = wire.model_dump_json(by_alias=True, exclude={"timings_ms", "cache"}).encode()
    if briefing_lasts(briefing):
        services.cache.put(asked.id, lasting)
    return Answered(lasting, briefing.timings, "partial" if briefing.reused else "miss", whole)


def kept_answer(services: Services, asked: Asked, began: float) -> Answered | None:
    """The answer that was given before, or None."""
    kept = services.cache.get(asked.id)
    if kept is None:
        return None
    return Answered(kept, (("total", (time.monotonic() - began) * 1000),), "hit", True)


def _wait(task: Task[Answered], asked: Asked, cancellation: Cancellation) -> Answered:
    """The outcome, as soon as it is there; gives up where the caller does, or well past the deadline."""
    over = Signal()
    task.add_done_callback(lambda _: over.set())
    forget = cancellation.on_cancel(over.set)
    try:
        deadline = asked.request.deadline
        over.wait(None if deadline is None else max(0.0, deadline - time.monotonic()) + _GRACE_SECONDS)
    finally:
        forget()
    if task.done():
        return outcome(task)
    if cancellation.cancelled:
        raise Cancelled("the client went away")
    raise DeadlinePassed("the deadline passed before any language was ready; ask for fewer languages or more time")


def outcome(task: Task[Answered]) -> Answered:
    """How the work of a call ended; raises Overloaded where what it lacked was not time to work, but its turn."""
    try:
        return task.result()
    except DeadlinePassed as error:
        waited, ran = (task.waited_ms or 0.0) / 1000, (task.ran_ms or 0.0) / 1000
        if task.ran_ms is not None and waited < ran:
            raise
        retry = max(1, ceil(waited))
        raise Overloaded(
            "the service became slower than it was when it took the request, whose turn came too late; try again in"
            f" {retry} s, or allow more time",
            retry_after_seconds=retry,
        ) from error


def _time_left(asked: Asked) -> bool:
    return asked.request.deadline is None or time.monotonic() < asked.request.deadline


def _limits(settings: Settings) -> Limits:
    return Limits(
        characters=settings.max_article_characters,
        sentences=settings.max_sentences,
        weighed_characters=settings.max_weighed_characters,
    )


def _answer_id(wire: SummarizeRequest, request: BriefRequest, engines: EngineSet) -> str:
    """The same request on the same engines has the same id; the deadline is no part of what is asked."""
    fields = set(SummarizeRequest.model_fields) - {"timeout_seconds", "languages"}
    asked = wire.model_dump(mode="json", include=fields, exclude_unset=False)
    asked["languages"] = request.languages
    asked["revision"] = [__version__, engines.revision()]
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:32]


def _used(briefing: Briefing, engines: EngineSet) -> list[ModelInfo]:
    """The models this answer was made with, in the order `/models` lists them."""
    steps = {step for brief in briefing.briefs for step in brief.steps}
    return [model for model in engines.models() if any(_made_by(step, model) for step in steps)]


def _made_by(step: Step, model: ModelInfo) -> bool:
    return model.name == (step.model or step.engine)


def _hit_deadline(briefing: Briefing) -> bool:
    return any(brief.problem is not None and brief.problem.reason == "deadline" for brief in briefing.briefs)


def _chosen(engine: str, loaded: LoadedEngines) -> EngineSet:
    """The engines of the family asked for; no waiting loads one that is not there."""
    if engine == "auto":
        return loaded.auto
    if engine not in loaded.families:
        detail = f"{engine!r} is not loaded here; allowed: auto, {', '.join(sorted(loaded.families))}"
        raise InvalidField([FieldProblem("/engine", detail)])
    return loaded.families[engine]


def _check_languages(request: BriefRequest, engines: EngineSet) -> None:
    offered = offered_tags(engines.translator)
    problems = [
        FieldProblem(f"/languages/{index}", f"{tag!r} is not offered by any loaded engine; allowed: {_listed(offered)}")
        for index, tag in enumerate(request.languages)
        if lookup(tag, offered) is None
    ]
    if problems:
        raise LanguageUnsupported(problems)


def _listed(tags: Iterable[str]) -> str:
    return ", ".join(sorted(tags))
