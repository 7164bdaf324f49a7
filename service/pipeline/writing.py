"""Every language of one request: taken over from an earlier one, or written."""

from collections.abc import Sequence

from service.errors import EngineError
from service.pipeline.desk import Desk
from service.pipeline.draft import Draft
from service.pipeline.events import BriefReady, Tell
from service.pipeline.languages import Lane
from service.pipeline.lasting import brief_lasts, results_last, summary_lasts
from service.pipeline.parts import LanguagePart
from service.pipeline.quotes import translations, wanted_quotes
from service.pipeline.rounds import ReadyRounds, translate_at_once
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.taken import NoParts, TakenParts
from service.pipeline.work import Work, draft_all, finished_brief, open_desk, summarise
from service.records import Brief, Quote, Summary


class Writing:
    """The languages of one request, each told as soon as it is done where `tell` is given."""

    def __init__(
        self,
        work: Work,
        quotes: Sequence[Quote],
        *,
        parts: TakenParts | NoParts,
        watch: Stopwatch,
        tell: Tell | None,
    ) -> None:
        self._work = work
        self._quotes = quotes
        self._parts = parts
        self._watch = watch
        self._tell = tell
        self._done: dict[str, LanguagePart] = {}

    def languages(self) -> tuple[LanguagePart, ...]:
        """Brief and quotes of every language, in the order asked for."""
        lanes = [lane for lane in self._work.lanes if not self._taken_over(lane)]
        if lanes:
            self._write(lanes)
        return tuple(self._done[lane.language] for lane in self._work.lanes)

    def _taken_over(self, lane: Lane) -> bool:
        # Why nothing leads to a language is said of the engines as they are now: it costs nothing to say it anew.
        part = self._parts.language(lane) if lane.reachable else None
        if part is None:
            return False
        self._done[lane.language] = part
        self._told(lane.language, part.brief)
        return True

    def _write(self, lanes: Sequence[Lane]) -> None:
        work = self._work
        with self._watch.stage("summarise"):
            summary = self._parts.summary(lambda: summarise(work))
        work.require_caller()
        desk = open_desk(work)
        drafts = draft_all(work, lanes, summary, desk)
        briefs = self._briefs(lanes, summary, drafts, desk)
        work.require_caller()
        with self._watch.stage("verify"):
            for lane in lanes:
                said = translations(self._quotes, lane, desk, work.verifier, work.request)
                part = LanguagePart(briefs[lane.language], said)
                self._done[lane.language] = part
                if self._lasts(lane, part.brief, summary, desk):
                    self._parts.leave_language(lane, part)

    def _briefs(
        self, lanes: Sequence[Lane], summary: Summary | EngineError, drafts: dict[str, Draft], desk: Desk
    ) -> dict[str, Brief]:
        work = self._work
        wanted = wanted_quotes(self._quotes, lanes, work.request)
        by_language = {lane.language: lane for lane in lanes}
        briefs: dict[str, Brief] = {}

        def finish(languages: Sequence[str]) -> None:
            for language in languages:
                with self._watch.stage("verify"):
                    briefs[language] = finished_brief(work, by_language[language], summary, drafts)
                self._told(language, briefs[language])

        if self._tell is None:
            with self._watch.stage("translate"):
                translate_at_once(drafts, wanted, desk, between=work.require_caller)
            finish(list(by_language))
        else:
            rounds = ReadyRounds(drafts, desk, watch=self._watch, settled=lambda language: finish([language]))
            undrafted = [language for language in by_language if language not in drafts]
            rounds.run(wanted, meanwhile=lambda: finish(undrafted), between=work.require_caller)
        return briefs

    def _told(self, language: str, brief: Brief) -> None:
        if self._tell is None:
            return
        for index, lane in enumerate(self._work.lanes):
            if lane.language == language:
                self._tell(BriefReady(index, brief))

    def _lasts(self, lane: Lane, brief: Brief, summary: Summary | EngineError, desk: Desk) -> bool:
        """Whether a later request would get the same: nothing of it came of the moment."""
        own_failed = self._work.fall_back is not None and self._work.fall_back.failed
        results = desk.results(lane.target) if lane.target is not None else []
        return (
            lane.reachable
            and not own_failed
            and summary_lasts(summary)
            and brief_lasts(brief)
            and results_last(results)
        )
