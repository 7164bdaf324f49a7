"""One request on its way: what every later step looks at, and what is worked out once for all languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.engines.base import EngineSet
from service.errors import Cancelled, EngineCancelled, EngineError, NoRoute
from service.pipeline.desk import Desk
from service.pipeline.draft import Draft, failed_brief
from service.pipeline.languages import Lane, offered_from
from service.pipeline.own import source_brief
from service.pipeline.verify import Verifier
from service.records import Article, Brief, BriefRequest, Step, Summary, SummaryRequest


class OwnSentences:
    """The article's own sentences, which a strict brief falls back to; ranked once, when first needed.

    `failed` is set where the engine had none, for whatever reason.
    """

    def __init__(self, request: BriefRequest, article: Article, engines: EngineSet) -> None:
        self._asked = summary_request(request, article)
        self._engines = engines
        self._found: Summary | EngineError | None = None

    def __call__(self) -> Summary | None:
        """The summary, or None where there is none."""
        if self._found is None:
            self._found = _wanted_still(self._engines.extracts.summarise([self._asked])[0])
        return self._found if isinstance(self._found, Summary) else None

    @property
    def failed(self) -> bool:
        """Whether the engine that takes the article's sentences failed."""
        return isinstance(self._found, EngineError)


@dataclass(frozen=True, slots=True)
class Work:
    """What every later step looks at."""

    request: BriefRequest
    article: Article
    engines: EngineSet
    lanes: tuple[Lane, ...]
    verifier: Verifier
    fall_back: OwnSentences | None

    def offered(self) -> str:
        """What can be made of the article, for a message."""
        return ", ".join(offered_from(self.article.language, self.engines.translator))

    def unreachable(self, lane: Lane) -> str:
        """Why nothing leads to a language, for a message."""
        article = self.article
        detected = (
            ""
            if self.request.source_language
            else (f" (detected, confidence {article.confidence:.2f}; where that is wrong, give source_language)")
        )
        return f"{lane.language!r} can't be reached from {article.language!r}{detected}; allowed: {self.offered()}"

    def require_caller(self) -> None:
        """Raise Cancelled where nobody waits any more."""
        if self.request.cancellation is not None:
            self.request.cancellation.check()


def begin_work(request: BriefRequest, article: Article, engines: EngineSet, lanes: tuple[Lane, ...]) -> Work:
    """Lay out what the later steps look at; nothing is worked out yet."""
    fall_back = OwnSentences(request, article, engines) if request.strict else None
    return Work(request, article, engines, lanes, Verifier(article, request.glossary), fall_back)


def summary_request(request: BriefRequest, article: Article) -> SummaryRequest:
    """What the summarisers are asked."""
    return SummaryRequest(article, request.ceiling, request.deadline, request.cancellation)


def summarise(work: Work) -> Summary | EngineError:
    """The summary all briefs are made from; in strict mode the article's own sentences where the engine has none."""
    engine = work.engines.summariser
    summary: Summary | EngineError
    try:
        summary = engine.summarise([summary_request(work.request, work.article)])[0]
    except EngineError as error:
        if work.fall_back is None and not isinstance(error, EngineCancelled):
            raise
        summary = error
    summary = _wanted_still(summary)
    if isinstance(summary, Summary) or work.fall_back is None:
        return summary
    own = work.fall_back()
    failed = Step("fallback", engine.name, engine.revision)
    return replace(own, before=(failed, *own.before)) if own is not None else summary


def _wanted_still(summary: Summary | EngineError) -> Summary | EngineError:
    if isinstance(summary, EngineCancelled):
        raise Cancelled(str(summary)) from summary
    return summary


def open_desk(work: Work) -> Desk:
    """The desk that all languages share; the persons of the article are names to be carried through."""
    origins = [lane.origin for lane in work.lanes if lane.origin is not None]
    people = {name.text for name in work.article.names if name.kind == "person"}
    return Desk(
        work.engines.translator,
        source=origins[0] if origins else work.article.language,
        names=sorted(people, key=lambda name: (-len(name), name)),
        glossary=work.request.glossary,
        deadline=work.request.deadline,
        cancellation=work.request.cancellation,
    )


def draft_all(work: Work, lanes: Sequence[Lane], summary: Summary | EngineError, desk: Desk) -> dict[str, Draft]:
    """A draft for each of `lanes` that is translated into, by its language."""
    if isinstance(summary, EngineError):
        return {}
    return {lane.language: _draft(work, lane.language, lane.target, summary, desk) for lane in lanes if lane.target}


def _draft(work: Work, language: str, target: str, summary: Summary, desk: Desk) -> Draft:
    return Draft(
        language,
        target=target,
        summary=summary,
        ceiling=work.request.ceiling,
        desk=desk,
        verifier=work.verifier,
        tier=work.engines.tier,
        fall_back=work.fall_back,
    )


def finished_brief(work: Work, lane: Lane, summary: Summary | EngineError, drafts: dict[str, Draft]) -> Brief:
    """The brief of one language whose draft, where it has one, is settled."""
    tier = work.engines.tier
    if isinstance(summary, EngineError):
        return failed_brief(lane.language, summary, tier=tier)
    if lane.own:
        return source_brief(
            lane.language, summary, work.request.ceiling, verifier=work.verifier, fall_back=work.fall_back
        )
    if lane.target is None:
        return failed_brief(lane.language, NoRoute(work.unreachable(lane)), tier=tier)
    return drafts[lane.language].finish()
