"""What may be kept for later requests: only what would come out the same way again.

A deadline, a cancellation or a dead engine is a matter of the moment. So is what took its place: a `fallback` step does
not tell why the better engine failed.
"""

from collections.abc import Iterable

from service.errors import CeilingTooLow, CheckFailed, EngineError, NoRoute
from service.pipeline.draft import UNTRANSLATED
from service.pipeline.underway import Result
from service.records import Brief, Briefing, Step, Summary, Translation

_FOR_GOOD = (NoRoute, CeilingTooLow, CheckFailed)
_REASONS_FOR_GOOD = frozenset(error.reason for error in _FOR_GOOD)


def summary_lasts(summary: Summary | EngineError) -> bool:
    """Whether the same engine would write the same summary again.

    A chat model's brief under another headline than its own hides why that headline failed.
    """
    if isinstance(summary, EngineError):
        return False
    return not _fell_back(summary.before) and all(check.kind != "headline" for check in summary.checks)


def results_last(results: Iterable[Result]) -> bool:
    """Whether every text would be translated, or fail, in the same way again."""
    return all(
        not _fell_back(result.steps) if isinstance(result, Translation) else isinstance(result, _FOR_GOOD)
        for result in results
    )


def brief_lasts(brief: Brief) -> bool:
    """Whether a brief, or its failure, is for good, by what can be seen of it."""
    if brief.problem is not None:
        return brief.problem.reason in _REASONS_FOR_GOOD
    return not _fell_back(brief.steps) and not any(UNTRANSLATED in check.message for check in brief.checks)


def briefing_lasts(briefing: Briefing) -> bool:
    """Whether a whole answer may be kept: every brief is for good, and so is every quote that is not translated."""
    nowhere = {one.language for one in briefing.briefs if one.problem and one.problem.reason == NoRoute.reason}
    said = [translation for quote in briefing.quotes for translation in quote.translations]
    missing = {translation.language for translation in said if translation.text is None}
    return all(map(brief_lasts, briefing.briefs)) and missing <= nowhere


def _fell_back(steps: Iterable[Step]) -> bool:
    return any(step.step == "fallback" for step in steps)
