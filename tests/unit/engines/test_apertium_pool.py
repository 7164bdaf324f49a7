import sys
import threading
import time

import pytest

from service.engines.apertium_pool import PipelinePool
from service.engines.apertium_process import Pipeline
from service.errors import EngineError, EngineTimeout, EngineUnavailable

# Echoes each text; dies on one that holds "kill", and falls silent on one that holds "hang".
STAGE = """
import os
while chunk := os.read(0, 65536):
    if b"kill" in chunk: raise SystemExit(1)
    if b"hang" in chunk: continue
    os.write(1, chunk)
"""


def start(mode: str) -> Pipeline:
    """A real pipeline of one small program, or the failure that its name asks for."""
    if mode == "broken":
        raise EngineUnavailable("no data")
    return Pipeline([[sys.executable, "-u", "-c", STAGE]])


def soon() -> float:
    """A deadline that a healthy pipeline keeps with ease."""
    return time.monotonic() + 20


@pytest.fixture
def pool():
    """A pool of two pipelines."""
    built = PipelinePool(start, max_pipelines=2)
    yield built
    built.close()


def test_pipeline_is_kept_and_used_again(pool):
    """The second call finds the pipeline of the first."""
    for text in (b"one", b"two"):
        assert [text] == pool.exchange("a", [text], deadline=soon())
    assert {"a": 1} == pool.running()


def test_pipeline_that_has_done_its_share_is_replaced():
    """Its programs keep a little memory of each text; a fresh one is started before anybody waits for it."""
    started = []

    def counted(mode):
        started.append(mode)
        return start(mode)

    pool = PipelinePool(counted, max_pipelines=2, copies=1, max_texts=3)
    answers = [pool.exchange("a", [text, text], deadline=soon()) for text in (b"1", b"2", b"3")]
    running = pool.running()
    pool.close()
    assert ([[b"1"] * 2, [b"2"] * 2, [b"3"] * 2], ["a", "a"], {"a": 1}) == (answers, started, running)


def test_least_used_gives_way(pool):
    """The bound holds over all modes, and the pipeline that was idle longest is ended."""
    for mode in ("a", "b", "a", "c"):
        pool.exchange(mode, [b"text"], deadline=soon())
    assert {"a": 1, "c": 1} == pool.running()


def test_killer_fails_alone(pool):
    """The texts before and behind the one that kills the pipeline get their answers."""
    texts = [b"one", b"two", b"kill", b"four", b"five"]
    answers = pool.exchange("a", texts, deadline=soon())
    assert [b"one", b"two", EngineUnavailable, b"four", b"five"] == [
        type(answer) if isinstance(answer, EngineError) else answer for answer in answers
    ]


def test_hang_is_a_timeout_and_the_pool_recovers(pool):
    """What hangs is reported for every text of the call, and the next call gets a fresh pipeline."""
    pool.exchange("a", [b"warm"], deadline=soon())
    answers = pool.exchange("a", [b"hang", b"more"], deadline=time.monotonic() + 0.3)
    assert [EngineTimeout] == list({type(answer) for answer in answers})
    assert [b"again"] == pool.exchange("a", [b"again"], deadline=soon())


def test_pipeline_that_cannot_start(pool):
    """A failed start is an answer for every text, and takes no place in the pool."""
    answers = pool.exchange("broken", [b"one", b"two"], deadline=soon())
    assert [EngineUnavailable, EngineUnavailable] == [type(answer) for answer in answers]
    assert {} == pool.running()


def test_waiting_ends_at_the_deadline(pool):
    """With every pipeline lent out, a caller waits no longer than its deadline."""
    release, lent = threading.Event(), threading.Barrier(3)

    def hold() -> None:
        with pool._lend("a", soon()):
            lent.wait(20)
            release.wait(20)

    threads = [threading.Thread(target=hold) for _ in range(2)]
    for thread in threads:
        thread.start()
    lent.wait(20)
    answers = pool.exchange("a", [b"text"], deadline=time.monotonic() + 0.1)
    release.set()
    for thread in threads:
        thread.join(20)
    assert [EngineTimeout] == [type(answer) for answer in answers]


def test_many_threads_share_the_pool(pool):
    """Every thread gets the answers to its own texts, and the bound is kept, though two modes fight for it."""
    wrong: list[bytes] = []

    def ask(number: int) -> None:
        for turn in range(4):
            texts = [f"{number}-{turn}-{place}".encode() for place in range(5)]
            if pool.exchange("aaab"[number % 4], texts, deadline=soon()) != texts:
                wrong.extend(texts)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert ([], True) == (wrong, sum(pool.running().values()) <= 2)


def test_closed_pool_answers_with_errors(pool):
    """After close a call is refused at once, and closing again does nothing."""
    pool.close()
    pool.close()
    assert [EngineUnavailable] == [type(answer) for answer in pool.exchange("a", [b"text"], deadline=soon())]
