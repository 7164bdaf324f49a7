"""The brief in the article's own language: the summary's sentences, nothing translated."""

from service.pipeline.draft import (
    FallBack,
    ceiling_too_low,
    failed_brief,
    headline_fits,
    left_out_headline,
    replaced_by,
    summary_steps,
)
from service.pipeline.fit import choose, leaning_orders
from service.pipeline.verify import Verifier, fails, verdict
from service.records import Brief, BriefSentence, Ceiling, Check, Step, Summary


def source_brief(
    language: str, summary: Summary, ceiling: Ceiling, *, verifier: Verifier, fall_back: FallBack | None
) -> Brief:
    """The brief of `summary`; where `fall_back` is given (strict) and it fails a check, of the article's sentences."""
    brief = _written(language, summary, ceiling, verifier, before=())
    own = fall_back() if fall_back and summary.tier != "source" and fails(brief.checks) else None
    if own is None:
        return brief
    return _written(language, own, ceiling, verifier, before=summary_steps(summary), replaces=True)


def _written(
    language: str,
    summary: Summary,
    ceiling: Ceiling,
    verifier: Verifier,
    *,
    before: tuple[Step, ...],
    replaces: bool = False,
) -> Brief:
    texts = {item.order: item.text for item in summary.sentences}
    leaning = leaning_orders(summary.sentences, language=language)
    chosen = choose(summary.sentences, texts, ceiling, language=language, leaning=leaning)
    if not chosen:
        return failed_brief(language, ceiling_too_low(ceiling), tier=summary.tier)
    headline, checks = _headline(summary, ceiling, verifier)
    sentences = tuple(BriefSentence(item.text, item.evidence, item.support) for item in chosen)
    for index, item in enumerate(chosen):
        checks += verifier.summary(item, summary, index)
    said, headed = [item.text for item in chosen], headline is not None
    checks += [*summary.checks, *verifier.brief(summary, chosen, said, ceiling, language=language, headed=headed)]
    return Brief(
        language=language,
        status="ok",
        tier=summary.tier,
        headline=headline,
        sentences=sentences,
        verdict=verdict(checks),
        checks=tuple(checks),
        steps=(*before, *summary_steps(summary), *((replaced_by(summary),) if replaces else ())),
    )


def _headline(summary: Summary, ceiling: Ceiling, verifier: Verifier) -> tuple[str | None, list[Check]]:
    if not headline_fits(summary.headline.text, ceiling):
        return None, [left_out_headline("it is over the length asked for")]
    return summary.headline.text, list(verifier.summary(summary.headline, summary, None))
