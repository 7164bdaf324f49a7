"""An article becomes a brief: the whole way, step by step."""

from collections.abc import Sequence

from service.engines.base import EngineSet
from service.errors import DeadlinePassed, FieldProblem, InvalidField, LanguageUnsupported
from service.pipeline.events import QuotesPicked, Tell, Understood
from service.pipeline.languages import plan_lanes
from service.pipeline.parts import Parts, Understanding
from service.pipeline.quotes import key_quotes, untranslated, with_translations
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.taken import NoParts, TakenParts
from service.pipeline.understand import Limits, understand
from service.pipeline.work import Work, begin_work
from service.pipeline.writing import Writing
from service.records import Article, Brief, Briefing, BriefRequest


def prepare_briefing(
    request: BriefRequest,
    engines: EngineSet,
    *,
    limits: Limits,
    tell: Tell | None = None,
    parts: Parts | None = None,
) -> Briefing:
    """Understand the article, summarise it once, brief it in every language, translate its key quotes.

    `tell` hears, in this thread, of each event as soon as it is known; `parts` is what earlier requests worked out.
    Neither changes what is returned, but for `timings` and `reused`.

    Raises BodyTooLarge, InvalidField where the text holds no sentence, LanguageUnsupported where no language asked
    for can be reached, DeadlinePassed where none was ready in time, Cancelled where nobody waits any more. Anything
    else that goes wrong in one language stays in that language's brief.
    """
    watch = Stopwatch()
    taken = NoParts() if parts is None else TakenParts(parts, request, engines, limits)
    understood = taken.understanding(lambda: Understanding(*understand(request, limits=limits, watch=watch)))
    article, truncation = understood.article, understood.truncation
    _require_sentences(article)
    work = begin_work(request, article, engines, plan_lanes(request.languages, article.language, engines.translator))
    _require_a_lane(work)
    work.require_caller()
    quotes = key_quotes(article, request.quotes)
    if tell is not None:
        tell(Understood(article, truncation))
        tell(QuotesPicked(untranslated(quotes, work.lanes, request)))
    languages = Writing(work, quotes, parts=taken, watch=watch, tell=tell).languages()
    briefs = tuple(language.brief for language in languages)
    _require_one_in_time(briefs)
    translated = with_translations(quotes, [language.quotes for language in languages], request)
    return Briefing(article, truncation, briefs, translated, watch.timings(), taken.reused)


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


def _require_a_lane(work: Work) -> None:
    """What nobody asked for by name may fail alone: the quotes are worth having without it."""
    if any(lane.reachable for lane in work.lanes) or not work.request.languages_asked:
        return
    raise LanguageUnsupported(
        [FieldProblem(f"/languages/{index}", work.unreachable(lane)) for index, lane in enumerate(work.lanes)]
    )


def _require_one_in_time(briefs: Sequence[Brief]) -> None:
    if all(brief.problem is not None and brief.problem.reason == "deadline" for brief in briefs):
        raise DeadlinePassed("the deadline passed before any language was ready; ask for fewer languages or more time")
