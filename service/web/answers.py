"""From a `Briefing` to the wire."""

from collections.abc import Callable, Iterable

from service.records import (
    Article,
    Brief,
    Briefing,
    Check,
    Dateline,
    KeyQuote,
    Mention,
    ModelInfo,
    Problem,
    Quote,
    QuoteTranslation,
    Span,
    Speaker,
    Step,
    Truncation,
)
from service.text.offsets import Unit, converter
from service.text.tags import direction, separator
from service.web.problems import BRIEF_PROBLEMS, problem_type
from service.web.schemas import (
    SummarizeAnswer,
    WireBrief,
    WireBriefProblem,
    WireCheck,
    WireDateline,
    WireEngineModel,
    WireEngines,
    WireMention,
    WireQuote,
    WireQuoteTranslation,
    WireRemoved,
    WireSentence,
    WireSource,
    WireSpan,
    WireSpeaker,
    WireStep,
    WireTruncated,
)

Place = Callable[[int], int]


def to_answer(
    briefing: Briefing, *, answer_id: str, unit: Unit, profile: str, models: Iterable[ModelInfo]
) -> SummarizeAnswer:
    """The whole answer, every offset in `unit`."""
    place = converter(briefing.article.text, unit)
    return SummarizeAnswer(
        id=answer_id,
        source=to_source(briefing.article, briefing.truncation, place),
        briefs=[to_brief(brief, place) for brief in briefing.briefs],
        quotes=[to_quote(key_quote, place) for key_quote in briefing.quotes],
        engines=WireEngines(profile=profile, models=[_model(model) for model in models]),
        timings_ms={stage: round(spent, 1) for stage, spent in briefing.timings},
        cache="miss",
    )


def to_source(article: Article, cut: Truncation | None, place: Place) -> WireSource:
    """The article as it was understood."""
    return WireSource(
        language=article.language,
        confidence=round(article.confidence, 4),
        title=article.title,
        words=article.words,
        sentences=len(article.sentences) if cut is None else cut.of,
        text=article.text if article.extracted else None,
        dateline=_dateline(article.dateline, place) if article.dateline else None,
        removed=[
            WireRemoved(start=place(span.start), end=place(span.end), reason=span.reason) for span in article.removed
        ],
        truncated=WireTruncated(used_sentences=cut.used_sentences, of=cut.of, why=cut.why) if cut else None,
    )


def _dateline(found: Dateline, place: Place) -> WireDateline:
    return WireDateline(
        place=found.place, agencies=list(found.agencies), start=place(found.start), end=place(found.end)
    )


def to_brief(brief: Brief, place: Place) -> WireBrief:
    """The brief in one language."""
    texts = [sentence.text for sentence in brief.sentences]
    return WireBrief(
        language=brief.language,
        direction="rtl" if direction(brief.language) == "rtl" else "ltr",
        status=brief.status,
        headline=brief.headline,
        text=separator(brief.language).join(texts) if texts else None,
        sentences=[
            WireSentence(
                text=sentence.text,
                evidence=[_span(span, place) for span in sentence.evidence],
                support=round(sentence.support, 4),
            )
            for sentence in brief.sentences
        ],
        verdict=brief.verdict,
        checks=_checks(brief.checks),
        tier=brief.tier,
        route=[_step(step) for step in brief.steps],
        problem=_problem(brief.problem) if brief.problem else None,
    )


def _problem(problem: Problem) -> WireBriefProblem:
    title, status = BRIEF_PROBLEMS[problem.reason]
    return WireBriefProblem(
        type=problem_type(problem.reason),
        title=title,
        status=status,
        detail=problem.detail,
        reason=problem.reason,
    )


def _span(span: Span, place: Place) -> WireSpan:
    return WireSpan(start=place(span.start), end=place(span.end))


def _step(step: Step) -> WireStep:
    hop = {"from": step.source, "to": step.target}
    return WireStep(step=step.step, engine=step.engine, revision=step.revision, prompt=step.prompt, **hop)


def _checks(checks: Iterable[Check]) -> list[WireCheck]:
    return [
        WireCheck(
            kind=check.kind,
            severity=check.severity,
            sentence=check.sentence,
            value=check.value,
            message=check.message,
        )
        for check in checks
    ]


def to_quote(key_quote: KeyQuote, place: Place) -> WireQuote:
    """A quote with the translations it has."""
    quote: Quote = key_quote.quote
    return WireQuote(
        text=quote.text,
        start=place(quote.start),
        end=place(quote.end),
        kind=quote.kind,
        speaker=_speaker(quote.speaker, place) if quote.speaker else None,
        cue=_mention(quote.cue, place) if quote.cue else None,
        confidence=round(quote.confidence, 4),
        salience=round(quote.salience, 4),
        translations={item.language: _translation(item) for item in key_quote.translations},
    )


def _speaker(speaker: Speaker, place: Place) -> WireSpeaker:
    return WireSpeaker(name=speaker.name, description=speaker.description, mention=_mention(speaker.mention, place))


def _mention(mention: Mention, place: Place) -> WireMention:
    return WireMention(text=mention.text, start=place(mention.start), end=place(mention.end))


def _translation(item: QuoteTranslation) -> WireQuoteTranslation:
    return WireQuoteTranslation(text=item.text, machine=item.machine, verdict=item.verdict, checks=_checks(item.checks))


def _model(model: ModelInfo) -> WireEngineModel:
    return WireEngineModel(name=model.name, revision=model.revision, licence=model.licence)
