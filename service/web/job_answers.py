"""What is done for a job: the same as for `POST /summarize`, with the deadline of a job."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from threading import Event as Signal

from service.bootstrap import Services
from service.errors import EngineTimeout, NewsbriefsError
from service.jobs.attempts import Answer, AnswerContext
from service.pipeline.events import BriefReady, Event, Tell
from service.web.problems import document_of, problem
from service.web.schemas import SummarizeRequest
from service.web.summarize import Answered, Asked, check_request, expected_ms, kept_answer, work

# An engine that is not done so long after its deadline has hung.
_PATIENCE_SECONDS = 15.0
_UNFORESEEN = "the service failed on this job; report its id"


def answer_with(services: Services) -> Answer:
    """Answers jobs in the thread that asks: for a process that does nothing else."""
    return _answers(services, lambda asked, context: _work(services, asked, context))


def answer_in_turn(services: Services) -> Answer:
    """Answers jobs behind the callers who wait for theirs, in the same line; the time in line is not the job's."""

    def in_turn(asked: Asked, context: AnswerContext) -> Answered:
        begun = Signal()

        def run() -> Answered:
            begun.set()
            return _work(services, _afresh(asked), context)

        task = services.scheduler.submit(
            run,
            expected_ms=expected_ms(services, asked),
            deadline=None,
            cancellation=context.cancellation,
            background=True,
        )
        # Told as done also where it is dropped from the line.
        task.add_done_callback(lambda _: begun.set())
        begun.wait()
        try:
            return task.result(asked.seconds + _PATIENCE_SECONDS)
        except TimeoutError:
            raise EngineTimeout("the engine did not stop at the deadline; the job is given up") from None

    return _answers(services, in_turn)


def _answers(services: Services, worked_out: Callable[[Asked, AnswerContext], Answered]) -> Answer:
    def answer(request: bytes, context: AnswerContext) -> bytes:
        began = time.monotonic()
        wire = SummarizeRequest.model_validate_json(request)
        asked = check_request(services, wire, began=began, timeout_seconds=services.settings.job_timeout_seconds)
        of = len(asked.request.languages)
        context.progress(0, of)
        found = kept_answer(services, asked, began) or worked_out(asked, context)
        context.progress(of, of)
        return found.document()

    return answer


def _work(services: Services, asked: Asked, context: AnswerContext) -> Answered:
    return work(services, asked, context.cancellation, tell=_progress(asked, context))


def _afresh(asked: Asked) -> Asked:
    """The same with its time beginning now."""
    return replace(asked, request=replace(asked.request, deadline=time.monotonic() + asked.seconds))


def _progress(asked: Asked, context: AnswerContext) -> Tell:
    """Counts the languages that are done."""
    done = 0

    def tell(event: Event) -> None:
        nonlocal done
        if isinstance(event, BriefReady):
            done += 1
            context.progress(done, len(asked.request.languages))

    return tell


def job_problem(error: Exception, job_id: str) -> bytes:
    """The problem document of a failed job; the job's id stands in it as the request's."""
    if isinstance(error, NewsbriefsError):
        return json.dumps(document_of(error, job_id), ensure_ascii=False).encode()
    # The message of a foreign exception may hold article text.
    return problem(500, _UNFORESEEN, job_id).get_data()
