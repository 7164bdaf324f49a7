"""A bounded pool of running pipelines: the least used gives way, and the dead are replaced."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from service.engines.apertium_discovery import AnyPipeline
from service.errors import EngineError, EngineTimeout, EngineUnavailable

MAX_TEXTS = 10_000
"""So many texts go through a pipeline before a fresh one takes its place, for its programs grow as they are used: all
together by 58 MB in ten minutes under full load (`benchmarks/load`)."""
Starter = Callable[[str], AnyPipeline]


class PipelinePool:
    """Running pipelines by mode, never more than `max_pipelines` in all and `copies` of one mode.

    `start` makes a pipeline for a mode, and raises EngineError where it can't.
    Thread-safe; a caller holds one pipeline at a time, so that callers can't wait for each other in a ring.
    """

    def __init__(self, start: Starter, *, max_pipelines: int, copies: int = 2, max_texts: int = MAX_TEXTS) -> None:
        self._start = start
        self._max_pipelines = max(1, max_pipelines)
        self._copies = max(1, copies)
        self._idle: list[tuple[str, AnyPipeline]] = []  # oldest use first
        self._max_texts = max_texts
        self._texts: dict[AnyPipeline, int] = {}
        self._counts: dict[str, int] = {}
        self._changed = threading.Condition(threading.RLock())
        self._closed = False

    def exchange(self, mode: str, texts: Sequence[bytes], *, deadline: float) -> list[bytes | EngineError]:
        """Send texts through a pipeline of `mode`: an answer for each, or the error in its place.

        A text that kills the pipeline fails alone: those behind it get a fresh one.
        """
        answers: list[bytes | EngineError] = []
        alone = False
        while len(answers) < len(texts):
            rest = texts[len(answers) :]
            try:
                got = self._try(mode, rest[:1] if alone else rest, deadline)
            except EngineError as error:
                return [*answers, *(error for _ in rest)]
            answers.extend(got)
            if len(got) < (1 if alone else len(rest)):
                # Only a text that dies with nobody else on the way is known to be the killer.
                if alone:
                    answers.append(EngineUnavailable(f"the Apertium pipeline {mode} died on this text; leave it out"))
                alone = not alone
            else:
                alone = False
        return answers

    def _try(self, mode: str, texts: Sequence[bytes], deadline: float) -> list[bytes]:
        with self._lend(mode, deadline) as pipeline:
            with self._changed:
                self._texts[pipeline] = self._texts.get(pipeline, 0) + len(texts)
            try:
                return pipeline.exchange(texts, deadline=deadline)
            except OSError as error:
                pipeline.close()
                raise EngineUnavailable(f"the Apertium pipeline {mode} broke: {error}; try again") from error

    @contextmanager
    def _lend(self, mode: str, deadline: float) -> Iterator[AnyPipeline]:
        pipeline = self._take(mode, deadline)
        try:
            yield pipeline
        except BaseException:
            pipeline.close()
            raise
        finally:
            self._give(mode, pipeline)

    def _take(self, mode: str, deadline: float) -> AnyPipeline:
        launched: Future[None] | None = None
        with self._changed:
            while not self._closed:
                found = self._find(mode)
                if found is not None:
                    return found
                if launched is not None and launched.done():
                    if (error := launched.exception()) is not None:
                        raise EngineUnavailable(f"the Apertium pipeline {mode} did not start: {error}") from error
                    # Another caller was quicker to take it.
                    launched = None
                if launched is None and self._reserve(mode):
                    launched = self._launch(mode)
                if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                    raise EngineTimeout(f"no Apertium pipeline for {mode} was free before the deadline; allow more")
        raise EngineUnavailable("the Apertium engine is closed; build a new one")

    def _launch(self, mode: str) -> Future[None]:
        """Start a pipeline beside the caller, so that a slow start outlives a short deadline and is there next time."""
        launched: Future[None] = Future()

        def launch() -> None:
            pipeline, error = None, None
            try:
                pipeline = self._start(mode)
            except Exception as caught:
                # Whatever it is, the place in the pool must be given back and the caller told.
                error = caught
            with self._changed:
                if error is not None:
                    launched.set_exception(error)
                else:
                    launched.set_result(None)
                self._give(mode, pipeline)

        threading.Thread(target=launch, name=f"apertium-start-{mode}", daemon=True).start()
        return launched

    def _find(self, mode: str) -> AnyPipeline | None:
        for position in range(len(self._idle) - 1, -1, -1):
            if self._idle[position][0] == mode:
                pipeline = self._idle.pop(position)[1]
                if pipeline.alive():
                    return pipeline
                self._drop(mode, pipeline)
        return None

    def _reserve(self, mode: str) -> bool:
        if self._counts.get(mode, 0) >= self._copies:
            return False
        if sum(self._counts.values()) >= self._max_pipelines:
            if not self._idle:
                return False
            self._drop(*self._idle.pop(0))
        self._counts[mode] = self._counts.get(mode, 0) + 1
        return True

    def _drop(self, mode: str, pipeline: AnyPipeline) -> None:
        self._texts.pop(pipeline, None)
        pipeline.close()
        self._counts[mode] -= 1

    def _give(self, mode: str, pipeline: AnyPipeline | None) -> None:
        with self._changed:
            if pipeline is not None and pipeline.alive() and not self._closed:
                if self._texts.get(pipeline, 0) >= self._max_texts:
                    self._renew(mode, pipeline)
                else:
                    self._idle.append((mode, pipeline))
            elif pipeline is not None:
                self._drop(mode, pipeline)
            else:
                self._counts[mode] -= 1
            self._changed.notify_all()

    def _renew(self, mode: str, pipeline: AnyPipeline) -> None:
        """Put a fresh pipeline in the place of one that has done its share."""
        self._drop(mode, pipeline)
        self._counts[mode] += 1
        self._launch(mode)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._closed

    def running(self) -> dict[str, int]:
        """How many pipelines of each mode are started."""
        with self._changed:
            return {mode: count for mode, count in self._counts.items() if count}

    def close(self) -> None:
        """End every idle pipeline and, as they come back, the lent ones; safe to call twice."""
        with self._changed:
            self._closed = True
            while self._idle:
                self._drop(*self._idle.pop())
            self._changed.notify_all()
