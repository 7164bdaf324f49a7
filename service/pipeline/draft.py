"""One brief in the making: which sentences it takes, what they read like in its language, what holds."""

from collections.abc import Callable, Iterable

from service.errors import CeilingTooLow, CheckFailed, EngineError, EngineTimeout
from service.pipeline.desk import Desk, Wanted
from service.pipeline.fit import choose, leaning_orders
from service.pipeline.verify import Verifier, fails, verdict
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
UNTRANSLATED = "it could not be translated"
"""What the checks of a brief say of a sentence or headline that an engine failed on."""

FallBack = Callable[[], Summary | None]
"""Gives the summary of the article's own sentences, None where there is none."""


class Draft:
    """A translated brief: it names what it needs translated until its choice of sentences is settled.

    Where `fall_back` is given (strict), nothing that fails a check stays: a model's brief gives way to the article's
    own sentences as a whole, one of those to the next in rank.
    """

    def __init__(
        self,
        language: str,
        *,
        target: str,
        summary: Summary,
        ceiling: Ceiling,
        desk: Desk,
        verifier: Verifier,
        tier: Tier,
        fall_back: FallBack | None,
    ) -> None:
        self._language = language
        self._target = target
        self._ceiling = ceiling
        self._desk = desk
        self._verifier = verifier
        self._tier = tier
        self._fall_back = fall_back
        self._replaced = False
        self._error: EngineError | None = None
        self._before: tuple[Step, ...] = ()
        self._asked: set[str] = set()
        self._take(summary)

    def _take(self, summary: Summary) -> None:
        self._summary = summary
        self._leaning = leaning_orders(summary.sentences, language=self._desk.source)
        self._left_out: dict[int, Check] = {}

    def needs(self) -> list[Wanted]:
        """What must be at the desk before the next call; empty once the choice is settled."""
        while self._error is None:
            chosen = self._choice()
            texts = self._texts(chosen) if chosen else self._shortest()
            missing = [text for text in texts if text not in self._asked]
            if missing:
                self._asked.update(missing)
                return [(text, self._target) for text in missing]
            if not self._leave_out(chosen):
                return []
        return []

    def _gave_way(self) -> bool:
        """Whether the model's brief was just replaced by the article's own sentences."""
        own = self._fall_back() if self._fall_back and self._summary.tier != "source" else None
        if own is None:
            return False
        self._before = (*self._before, *summary_steps(self._summary))
        self._replaced = True
        self._take(own)
        return True

    def finish(self) -> Brief:
        """The brief, or its failure with the reason."""
        chosen = self._choice() if self._error is None else ()
        if not chosen:
            return failed_brief(self._language, self._error or self._why_empty(), tier=self._tier)
        headline, headline_checks = self._headline()
        checks = [*headline_checks, *self._checks(chosen), *self._left_out.values(), *self._summary.checks]
        sentences = tuple(BriefSentence(self._translation(item).text, item.evidence, item.support) for item in chosen)
        texts = [sentence.text for sentence in sentences]
        headed = headline is not None
        checks += self._verifier.brief(
            self._summary, chosen, texts, self._ceiling, language=self._language, headed=headed
        )
        return Brief(
            language=self._language,
            status="ok",
            tier=_least(self._translation(item).tier for item in chosen),
            headline=headline,
            sentences=sentences,
            verdict=verdict(checks),
            checks=tuple(checks),
            steps=self._steps(chosen),
        )

    def _choice(self) -> tuple[SummarySentence, ...]:
        usable = [item for item in self._summary.sentences if item.order not in self._left_out]
        texts = {item.order: self._text(item) for item in usable}
        return choose(usable, texts, self._ceiling, language=self._target, leaning=self._leaning)

    def _text(self, item: SummarySentence) -> str:
        """The sentence in the brief's language; its source stands in for it until it is translated.

        What the desk has for others (a quote, another brief) is not looked at before this brief asks for it: the choice
        must not depend on who else is served, or in which order results come.
        """
        found = self._desk.get(item.text, self._target) if item.text in self._asked else None
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
                self._left_out[item.order] = _left_out_check(item, f"{UNTRANSLATED}: {found}")
            elif self._fall_back and fails(self._sentence_checks(item, None)):
                if self._gave_way():
                    return True
                self._left_out[item.order] = _left_out_check(item, "its translation failed a check")
                self._replaced = True
        return len(self._left_out) > before

    def _sentence_checks(self, item: SummarySentence, index: int | None) -> tuple[Check, ...]:
        written = self._verifier.summary(item, self._summary, index)
        return (*written, *self._verifier.translation(item.text, self._translation(item), self._target, index))

    def _checks(self, chosen: Iterable[SummarySentence]) -> list[Check]:
        return [check for index, item in enumerate(chosen) for check in self._sentence_checks(item, index)]

    def _headline(self) -> tuple[str | None, list[Check]]:
        item = self._summary.headline
        found = self._desk.get(item.text, self._target)
        if not isinstance(found, Translation):
            return None, [left_out_headline(f"{UNTRANSLATED}: {found}")]
        if not headline_fits(found.text, self._ceiling):
            return None, [left_out_headline("it is over the length asked for")]
        checks = list(self._sentence_checks(item, None))
        if self._fall_back and fails(checks):
            return None, [left_out_headline("its translation failed a check")]
        return found.text, checks

    def _steps(self, chosen: Iterable[SummarySentence]) -> tuple[Step, ...]:
        steps = [*self._before, *summary_steps(self._summary)]
        if self._replaced:
            steps.append(replaced_by(self._summary))
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


def summary_steps(summary: Summary) -> tuple[Step, ...]:
    """The way a summary came."""
    step = Step("summarise", summary.engine, summary.revision, model=summary.model, prompt=summary.prompt)
    return (*summary.before, step)


def replaced_by(summary: Summary) -> Step:
    """The step that says whose sentences took the place of what failed a check."""
    return Step("replace", summary.engine, summary.revision)


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


def left_out_headline(why: str) -> Check:
    """The check that says why a brief has no headline."""
    return Check("headline", "info", None, None, f"the headline was left out: {why}")
