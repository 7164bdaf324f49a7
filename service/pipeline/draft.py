"""One brief in the making: which sentences it takes, what they read like in its language, what holds."""

from collections.abc import Iterable

from service.errors import CeilingTooLow, CheckFailed, EngineError, EngineTimeout
from service.pipeline.desk import Desk, Wanted
from service.pipeline.fit import choose, leaning_orders
from service.pipeline.verify import check_translation, verdict
from service.records import (
    Brief,
    BriefSentence,
    Ceiling,
    Check,
    Problem,
    Step,
    Summary,
    SummarySentence,
    Tier,
    Translation,
)
from service.text.words import count_words

# What is too long in the article's language may fit in this one; so many of the shortest are tried, at most.
_TRIES = 8
_TRUST: tuple[Tier, ...] = ("embedded", "neural", "instruct", "source")


class Draft:
    """A translated brief: it names what it needs translated until its choice of sentences is settled."""

    def __init__(
        self, language: str, *, target: str, summary: Summary, ceiling: Ceiling, desk: Desk, tier: Tier, strict: bool
    ) -> None:
        self._language = language
        self._target = target
        self._summary = summary
        self._ceiling = ceiling
        self._desk = desk
        self._tier = tier
        self._strict = strict
        self._leaning = leaning_orders(summary.sentences, language=desk.source)
        self._left_out: dict[int, Check] = {}
        self._replaced = False
        self._error: EngineError | None = None

    def needs(self) -> list[Wanted]:
        """What must be translated before the next look; empty once the choice is settled."""
        while self._error is None:
            chosen = self._choice()
            texts = self._texts(chosen) if chosen else self._shortest()
            missing = [text for text in texts if self._desk.get(text, self._target) is None]
            if missing:
                return [(text, self._target) for text in missing]
            if not self._leave_out(chosen):
                return []
        return []

    def finish(self) -> Brief:
        """The brief, or its failure with the reason."""
        chosen = self._choice() if self._error is None else ()
        if not chosen:
            return failed_brief(self._language, self._error or self._why_empty(), tier=self._tier)
        headline, headline_checks = self._headline()
        checks = [*headline_checks, *self._checks(chosen), *self._left_out.values(), *self._summary.checks]
        return Brief(
            language=self._language,
            status="ok",
            tier=_least(self._translation(item).tier for item in chosen),
            headline=headline,
            sentences=tuple(
                BriefSentence(text=self._translation(item).text, evidence=item.evidence) for item in chosen
            ),
            verdict=verdict(checks),
            checks=tuple(checks),
            steps=self._steps(chosen),
        )

    def _choice(self) -> tuple[SummarySentence, ...]:
        usable = [item for item in self._summary.sentences if item.order not in self._left_out]
        texts = {item.order: self._text(item) for item in usable}
        return choose(usable, texts, self._ceiling, language=self._target, leaning=self._leaning)

    def _text(self, item: SummarySentence) -> str:
        """The sentence in the brief's language; its source stands in for it until it is translated."""
        found = self._desk.get(item.text, self._target)
        return found.text if isinstance(found, Translation) else item.text

    def _texts(self, chosen: Iterable[SummarySentence]) -> list[str]:
        return [self._summary.headline.text, *(item.text for item in chosen)]

    def _shortest(self) -> list[str]:
        """The sentences that may yet fit where, by their length in the article's language, none does."""
        usable = [item for item in self._summary.sentences if item.order not in self._leaning]
        return sorted((item.text for item in usable), key=lambda text: (len(text), text))[:_TRIES]

    def _translation(self, item: SummarySentence) -> Translation:
        found = self._desk.get(item.text, self._target)
        if not isinstance(found, Translation):
            raise TypeError(f"sentence {item.order} is not translated")
        return found

    def _leave_out(self, chosen: Iterable[SummarySentence]) -> bool:
        """Put aside what failed; whether anything was put aside."""
        before = len(self._left_out)
        for item in chosen:
            found = self._desk.get(item.text, self._target)
            if isinstance(found, EngineTimeout):
                self._error = found
                return True
            if isinstance(found, EngineError):
                self._left_out[item.order] = _left_out_check(item, f"it could not be translated: {found}")
            elif self._strict and verdict(self._sentence_checks(item, None)) == "fail":
                self._left_out[item.order] = _left_out_check(item, "its translation failed a check")
                self._replaced = True
        return len(self._left_out) > before

    def _sentence_checks(self, item: SummarySentence, index: int | None) -> tuple[Check, ...]:
        return check_translation(
            item.text,
            self._translation(item),
            target=self._target,
            sentence=index,
            names=self._desk.names,
            glossary=self._desk.glossary,
        )

    def _checks(self, chosen: Iterable[SummarySentence]) -> list[Check]:
        return [check for index, item in enumerate(chosen) for check in self._sentence_checks(item, index)]

    def _headline(self) -> tuple[str | None, list[Check]]:
        item = self._summary.headline
        found = self._desk.get(item.text, self._target)
        if not isinstance(found, Translation):
            return None, [_no_headline(f"it could not be translated: {found}")]
        if not headline_fits(found.text, self._ceiling):
            return None, [_no_headline("it is over the length asked for")]
        checks = list(self._sentence_checks(item, None))
        if self._strict and verdict(checks) == "fail":
            return None, [_no_headline("its translation failed a check")]
        return found.text, checks

    def _steps(self, chosen: Iterable[SummarySentence]) -> tuple[Step, ...]:
        steps = [*self._summary.before, _summary_step(self._summary)]
        if self._replaced:
            steps.append(Step("replace", self._summary.engine, self._summary.revision))
        hops = (step for item in chosen for step in self._translation(item).steps)
        return (*steps, *dict.fromkeys(hops))

    def _why_empty(self) -> EngineError:
        if self._replaced:
            return CheckFailed("in strict mode no sentence of the article passed its checks in this language")
        failures = [check.message for check in self._left_out.values()]
        if failures:
            return EngineError(failures[0])
        return ceiling_too_low(self._ceiling)


def _least(tiers: Iterable[Tier]) -> Tier:
    """The tier to be trusted least among those that wrote the sentences."""
    return min(tiers, key=_TRUST.index)


def source_brief(language: str, summary: Summary, ceiling: Ceiling) -> Brief:
    """The brief in the article's own language: the summary's sentences, nothing translated."""
    texts = {item.order: item.text for item in summary.sentences}
    leaning = leaning_orders(summary.sentences, language=language)
    chosen = choose(summary.sentences, texts, ceiling, language=language, leaning=leaning)
    if not chosen:
        return failed_brief(language, ceiling_too_low(ceiling), tier=summary.tier)
    fits = headline_fits(summary.headline.text, ceiling)
    checks = (*(() if fits else (_no_headline("it is over the length asked for"),)), *summary.checks)
    return Brief(
        language=language,
        status="ok",
        tier=summary.tier,
        headline=summary.headline.text if fits else None,
        sentences=tuple(BriefSentence(text=item.text, evidence=item.evidence) for item in chosen),
        verdict=verdict(checks),
        checks=checks,
        steps=(*summary.before, _summary_step(summary)),
    )


def _summary_step(summary: Summary) -> Step:
    return Step("summarise", summary.engine, summary.revision, model=summary.model, prompt=summary.prompt)


def failed_brief(language: str, error: EngineError, *, tier: Tier) -> Brief:
    """The brief of a language that failed, with the reason; it takes no other language with it."""
    return Brief(language=language, status="failed", tier=tier, problem=Problem(error.reason, str(error)))


def headline_fits(text: str, ceiling: Ceiling) -> bool:
    """Whether a headline keeps a ceiling on words or characters."""
    too_wordy = ceiling.max_words is not None and count_words(text) > ceiling.max_words
    too_long = ceiling.max_characters is not None and len(text) > ceiling.max_characters
    return not (too_wordy or too_long)


def ceiling_too_low(ceiling: Ceiling) -> CeilingTooLow:
    """The error that says which limit no sentence fits."""
    limits: list[tuple[str, int | None]] = [
        ("words", ceiling.max_words),
        ("characters", ceiling.max_characters),
        ("sentences", ceiling.max_sentences),
    ]
    said = ", ".join(f"{limit} {unit}" for unit, limit in limits if limit is not None)
    return CeilingTooLow(f"no whole sentence of the article fits {said}; ask for a longer brief")


def _left_out_check(item: SummarySentence, why: str) -> Check:
    return Check(
        "left_out", "info", None, None, f"sentence {item.order + 1} of the article, counted from 1, was left out: {why}"
    )


def _no_headline(why: str) -> Check:
    return Check("headline", "info", None, None, f"the headline was left out: {why}")
