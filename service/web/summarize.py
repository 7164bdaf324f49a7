"""One call to `/summarize`, from the validated request to the bytes of the answer."""

import json
import time
from collections.abc import Iterable
from hashlib import sha256

from service import __version__
from service.bootstrap import Services
from service.config import Settings
from service.engines.base import EngineSet, LoadedEngines
from service.errors import FieldProblem, InvalidField, LanguageUnsupported
from service.pipeline.brief import prepare_briefing
from service.pipeline.languages import offered_tags
from service.pipeline.understand import Limits
from service.records import Briefing, BriefRequest, ModelInfo, Step
from service.text.tags import lookup
from service.web.answers import to_answer
from service.web.intake import to_brief_request
from service.web.schemas import SummarizeRequest


def summarize(services: Services, wire: SummarizeRequest, *, began: float) -> bytes:
    """The answer as JSON; `began` is the `time.monotonic()` at which the caller was heard."""
    request = to_brief_request(wire, services.settings, began=began)
    engines = _chosen(wire.engine, services.loaded())
    _check_languages(request, engines)
    answer_id = _answer_id(wire, request, engines)
    kept = services.cache.get(answer_id)
    if kept is not None:
        return _finish(kept, {"total": (time.monotonic() - began) * 1000}, "hit")
    briefing = prepare_briefing(request, engines, limits=_limits(services.settings))
    answer = to_answer(
        briefing, answer_id=answer_id, unit=wire.offsets, profile=engines.profile, models=_used(briefing, engines)
    )
    lasting = answer.model_dump_json(by_alias=True, exclude={"timings_ms", "cache"}).encode()
    if not _hit_deadline(briefing):
        services.cache.put(answer_id, lasting)
    return _finish(lasting, dict(briefing.timings), "miss")


def check_request(services: Services, wire: SummarizeRequest, *, began: float) -> None:
    """Raise what `summarize` would raise before it begins to work."""
    request = to_brief_request(wire, services.settings, began=began)
    _check_languages(request, _chosen(wire.engine, services.loaded()))


def _limits(settings: Settings) -> Limits:
    return Limits(
        characters=settings.max_article_characters,
        sentences=settings.max_sentences,
        weighed_characters=settings.max_weighed_characters,
    )


def _finish(lasting: bytes, timings: dict[str, float], cache: str) -> bytes:
    """Add the two fields that may differ between equal requests to the JSON object `lasting`."""
    rounded = {stage: round(spent, 1) for stage, spent in timings.items()}
    return lasting[:-1] + f',"timings_ms":{json.dumps(rounded)},"cache":"{cache}"}}'.encode()


def _answer_id(wire: SummarizeRequest, request: BriefRequest, engines: EngineSet) -> str:
    """The same request on the same engines has the same id; the deadline is no part of what is asked."""
    asked = wire.model_dump(mode="json", exclude={"timeout_seconds", "languages"}, exclude_unset=False)
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
