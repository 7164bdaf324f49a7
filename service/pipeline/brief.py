"""An article becomes a brief: the whole way, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from service.engines.base import EngineSet
from service.errors import DeadlinePassed, EngineError, FieldProblem, InvalidField, LanguageUnsupported, NoRoute
from service.pipeline.desk import Desk, Wanted
from service.pipeline.draft import Draft, FallBack, failed_brief
from service.pipeline.languages import Lane, offered_from, plan_lanes
from service.pipeline.own import source_brief
from service.pipeline.quotes import key_quotes, translate_quotes, wanted_quotes
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.pipeline.verify import Verifier
from service.records import Article, Brief, Briefing, BriefRequest, Step, Summary, SummaryRequest


def prepare_briefing(request: BriefRequest, engines: EngineSet, *, limits: Limits) -> Briefing:
    """Understand the article, summarise it once, brief it in every language, translate its key quotes.

    Raises BodyTooLarge, InvalidField where the text holds no sentence, LanguageUnsupported where no language asked
    for can be reached, DeadlinePassed where none was ready in time. Anything else that goes wrong in
    one language stays in that language's brief.
    """
    watch = Stopwatch()
    article, truncation = understand(request, limits=limits, watch=watch)
    _require_sentences(article)
    lanes = plan_lanes(request.languages, article.language, engines.translator)
    fall_back = _fall_back(request, article, engines) if request.strict else None
    work = _Work(request, article, engines, lanes, Verifier(article, request.glossary), fall_back)
    _require_a_lane(work)
    with watch.stage("summarise"):
        summary = _summary(work)
        quotes = key_quotes(article, request.quotes)
    desk = _desk(work)
    drafts = _drafts(work, summary, desk)
    with watch.stage("translate"):
        _translate(list(drafts.values()), desk, wanted_quotes(quotes, work.lanes, request))
    with watch.stage("verify"):
        briefs = tuple(_brief(lane, work, summary, drafts) for lane in work.lanes)
        translated = translate_quotes(quotes, work.lanes, desk, work.verifier, request)
    _require_one_in_time(briefs)
    return Briefing(article, truncation, briefs, translated, watch.timings())


@dataclass(frozen=True, slots=True)
class _Work:
    """What every later step looks at."""

    request: BriefRequest
    article: Article
    engines: EngineSet
    lanes: tuple[Lane, ...]
    verifier: Verifier
    fall_back: FallBack | None

    def offered(self) -> str:
        return ", ".join(offered_from(self.article.language, self.engines.translator))


def _fall_back(request: BriefRequest, article: Article, engines: EngineSet) -> FallBack:
    """The article's own sentences, which a strict brief falls back to; ranked once, when first needed."""

    @cache
    def own_sentences() -> Summary | None:
        found = engines.extracts.summarise([SummaryRequest(article, request.ceiling, request.deadline)])[0]
        return found if isinstance(found, Summary) else None

    return own_sentences


def _summary(work: _Work) -> Summary | EngineError:
    """The summary all briefs are made from; in strict mode the article's own sentences where the engine has none."""
    engine = work.engines.summariser
    summary: Summary | EngineError
    try:
        summary = engine.summarise([SummaryRequest(work.article, work.request.ceiling, work.request.deadline)])[0]
    except EngineError as error:
        if work.fall_back is None:
            raise
        summary = error
    if isinstance(summary, Summary) or work.fall_back is None:
        return summary
    own = work.fall_back()
    failed = Step("fallback", engine.name, engine.revision)
    return replace(own, before=(failed, *own.before)) if own is not None else summary


def _require_sentences(article: Article) -> None:
    if article.words and article.language != "und":
        return
    if article.words and not article.removed:
        detail = "no language can be told in it; send the article's own text, or give source_language"
    elif article.removed:
        reasons = ", ".join(sorted({span.reason for span in article.removed}))
        detail = f"no sentence is left in it; what it has was judged to be {reasons}; send the article's own text"
    else:
        detail = "no sentence in it; send the article's text, with at least one sentence"
    raise InvalidField([FieldProblem("/text", detail)])


def _require_a_lane(work: _Work) -> None:
    """What nobody asked for by name may fail alone: the quotes are worth having without it."""
    if any(lane.reachable for lane in work.lanes) or not work.request.languages_asked:
        return
    raise LanguageUnsupported(
        [FieldProblem(f"/languages/{index}", _unreachable(lane, work)) for index, lane in enumerate(work.lanes)]
    )


def _unreachable(lane: Lane, work: _Work) -> str:
    article = work.article
    detected = "" if work.request.source_language else f" (detected, confidence {article.confidence:.2f})"
    return f"{lane.language!r} can't be reached from {article.language!r}{detected}; allowed: {work.offered()}"


def _desk(work: _Work) -> Desk:
    origins = [lane.origin for lane in work.lanes if lane.origin is not None]
    people = {name.text for name in work.article.names if name.kind == "person"}
    return Desk(
        work.engines.translator,
        source=origins[0] if origins else work.article.language,
        names=sorted(people, key=lambda name: (-len(name), name)),
        glossary=work.request.glossary,
        deadline=work.request.deadline,
    )


def _drafts(work: _Work, summary: Summary | EngineError, desk: Desk) -> dict[str, Draft]:
    if isinstance(summary, EngineError):
        return {}
    return {
        lane.language: Draft(
            lane.language,
            target=lane.target,
            summary=summary,
            ceiling=work.request.ceiling,
            desk=desk,
            verifier=work.verifier,
            tier=work.engines.tier,
            fall_back=work.fall_back,
        )
        for lane in work.lanes
        if lane.target is not None
    }


def _translate(drafts: Sequence[Draft], desk: Desk, quotes: list[Wanted]) -> None:
    """Translate in rounds: all that is first wanted in one batch, then what takes the place of what fell out."""
    wanted = [*(pair for draft in drafts for pair in draft.needs()), *quotes]
    while wanted:
        desk.fetch(wanted)
        wanted = [pair for draft in drafts for pair in draft.needs()]


def _brief(lane: Lane, work: _Work, summary: Summary | EngineError, drafts: dict[str, Draft]) -> Brief:
    tier = work.engines.tier
    if isinstance(summary, EngineError):
        return failed_brief(lane.language, summary, tier=tier)
    if lane.own:
        return source_brief(
            lane.language, summary, work.request.ceiling, verifier=work.verifier, fall_back=work.fall_back
        )
    if lane.target is None:
        return failed_brief(lane.language, NoRoute(_unreachable(lane, work)), tier=tier)
    return drafts[lane.language].finish()


def _require_one_in_time(briefs: Sequence[Brief]) -> None:
    if all(brief.problem is not None and brief.problem.reason == "deadline" for brief in briefs):
        raise DeadlinePassed("the deadline passed before any language was ready; ask for fewer languages or more time")
