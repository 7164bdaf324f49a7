"""Rows of many callers in shared batches: order, fairness, deadlines, cancelling, failures."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from service.cancellation import Cancellation
from service.engines.batching import BatchingDecoder
from service.engines.decoding import Hypothesis, Row, Search
from service.errors import EngineError, EngineTimeout

GREEDY = Search()


class Reversing:
    """A decoder for these tests: each row's tokens, reversed; it can be held and can choke on a token."""

    name, revision = "reversing", "1"

    def __init__(self) -> None:
        self.batches: list[list[Row]] = []
        self.begun = threading.Semaphore(0)
        self.gate = threading.Event()
        self.gate.set()
        self.closed = 0

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Reverse each row; a row with the token `poison` fails its whole batch."""
        self.batches.append(list(rows))
        self.begun.release()
        self.gate.wait()
        if any("poison" in row.tokens for row in rows):
            raise ValueError("text that must not be told")
        return [Hypothesis(row.tokens[::-1], 0.0, True) for row in rows]

    def close(self) -> None:
        """Count the calls."""
        self.closed += 1


@pytest.fixture
def inner() -> Reversing:
    """The decoder behind the batches."""
    return Reversing()


@pytest.fixture
def make(inner: Reversing) -> Iterator[Callable[..., BatchingDecoder]]:
    """Make a batching decoder that is closed at the end of the test."""
    made: list[BatchingDecoder] = []

    def build(**options: int) -> BatchingDecoder:
        made.append(BatchingDecoder(inner, **options))
        return made[-1]

    yield build
    inner.gate.set()
    for decoder in made:
        decoder.close()


def row(text: str) -> Row:
    """A row of the words of a text."""
    return Row(tuple(text.split()))


def tokens(outcomes: Sequence[object]) -> list[str]:
    """What was decoded, or the name of the error, row by row."""
    return [" ".join(o.tokens) if isinstance(o, Hypothesis) else type(o).__name__ for o in outcomes]


def held(inner: Reversing, decoder: BatchingDecoder) -> None:
    """Occupy the decoder's one thread until the gate opens, so that what follows queues up."""
    inner.gate.clear()
    decoder.submit([row("first")], GREEDY)
    inner.begun.acquire()


def test_order_is_kept(make: Callable[..., BatchingDecoder]) -> None:
    """Outcomes come in the order of the rows, in however many batches they were decoded."""
    rows = [row(f"a{n} b{n}") for n in range(40)]
    assert [f"b{n} a{n}" for n in range(40)] == tokens(make(max_rows=7).decode(rows, GREEDY))


def test_no_rows_are_no_work(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """An empty call answers at once."""
    assert ([], []) == (make().decode([], GREEDY), inner.batches)


def test_callers_share_a_batch(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Rows of several callers that wait at the same time are decoded together."""
    decoder = make(threads=1)
    held(inner, decoder)
    tickets = [decoder.submit([row(f"caller {n}")], GREEDY) for n in range(3)]
    inner.gate.set()
    assert [["0 caller"], ["1 caller"], ["2 caller"]] == [tokens(t.result()) for t in tickets]
    assert [1, 3] == [len(batch) for batch in inner.batches]


def test_a_small_caller_does_not_stand_behind_a_large_one(
    make: Callable[..., BatchingDecoder], inner: Reversing
) -> None:
    """One row that comes after forty is in the next batch."""
    decoder = make(threads=1, max_rows=4)
    held(inner, decoder)
    large = decoder.submit([row(f"large {n}") for n in range(40)], GREEDY)
    small = decoder.submit([row("small")], GREEDY)
    inner.gate.set()
    assert (["small"], 40) == (tokens(small.result()), len(large.result()))
    assert row("small") in inner.batches[1]


def test_a_batch_is_bounded_by_tokens(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """The longest row times the number of rows stays within the limit; a row over it goes alone."""
    decoder = make(threads=1, max_tokens=10)
    held(inner, decoder)
    rows = [row("x " * 4 + str(n)) for n in range(4)] + [row("y " * 30)]
    ticket = decoder.submit(rows, GREEDY)
    inner.gate.set()
    ticket.result()
    assert [1, 2, 2, 1] == [len(batch) for batch in inner.batches]


def test_searches_do_not_mix(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Rows that are to be searched differently are never in one batch."""
    decoder = make(threads=1)
    held(inner, decoder)
    tickets = [decoder.submit([row("same words")], Search(beams=beams)) for beams in (1, 4, 1)]
    inner.gate.set()
    assert [["words same"]] * 3 == [tokens(ticket.result()) for ticket in tickets]
    assert [1, 1, 1] == [len(batch) for batch in inner.batches]


def test_the_same_row_is_decoded_once(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Callers that want the same row at the same time share it, queued or already begun."""
    decoder = make(threads=1)
    held(inner, decoder)
    tickets = [decoder.submit([row("first"), row("the same")], GREEDY) for _ in range(3)]
    inner.gate.set()
    assert [["first", "same the"]] * 3 == [tokens(ticket.result()) for ticket in tickets]
    assert [[row("first")], [row("the same")]] == inner.batches
    assert 5 == decoder.counts.shared


def test_a_poisoned_row_fails_alone(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """The row that breaks its batch is found by halving, and its message does not tell the text."""
    decoder = make(threads=1)
    rows = [row(f"good {n}") for n in range(6)] + [row("poison")] + [row("good 7")]
    outcomes = decoder.decode(rows, GREEDY)
    assert [f"{n} good" for n in range(6)] + ["EngineError", "7 good"] == tokens(outcomes)
    assert "the model failed on this text (ValueError); the others of its batch are not touched" == str(outcomes[6])


def test_a_deadline_returns_what_is_ready(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Rows that are late are EngineTimeout, and those that have not begun are never decoded."""
    decoder = make(threads=1)
    held(inner, decoder)
    late = decoder.submit([row("late")], GREEDY, deadline=time.monotonic() + 0.02)
    outcomes = late.result()
    inner.gate.set()
    decoder.decode([row("after")], GREEDY)
    assert (["EngineTimeout"], True) == (tokens(outcomes), isinstance(outcomes[0], EngineTimeout))
    assert [[row("first")], [row("after")]] == inner.batches


def test_a_caller_that_hung_up_is_not_worked_for(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Cancelled rows are dropped, but for those that another caller wants too."""
    decoder = make(threads=1)
    held(inner, decoder)
    gone = decoder.submit([row("mine alone"), row("ours too")], GREEDY)
    stays = decoder.submit([row("ours too")], GREEDY)
    gone.cancel()
    inner.gate.set()
    assert ["too ours"] == tokens(stays.result())
    assert [[row("first")], [row("ours too")]] == inner.batches
    assert 1 == decoder.counts.dropped


def test_cancelling_ends_the_wait(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Rows that are not there are EngineCancelled in place, at once; those that another wants are decoded."""
    decoder, cancellation = make(threads=1), Cancellation()
    held(inner, decoder)
    gone = decoder.submit([row("first"), row("mine alone")], GREEDY, cancellation=cancellation)
    stays = decoder.submit([row("ours too")], GREEDY, cancellation=Cancellation())
    cancellation.cancel()
    assert ["EngineCancelled", "EngineCancelled"] == tokens(gone.result())
    inner.gate.set()
    assert ["too ours"] == tokens(stays.result())
    assert ([[row("first")], [row("ours too")]], 1) == (inner.batches, decoder.counts.dropped)


def test_nothing_is_queued_for_one_who_left(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Rows that come with a raised flag are never decoded."""
    decoder, cancellation = make(threads=1), Cancellation()
    cancellation.cancel()
    assert ["EngineCancelled"] == tokens(decoder.submit([row("gone")], GREEDY, cancellation=cancellation).result())
    assert ([], 0) == (inner.batches, decoder.counts.rows)


def test_a_flag_raised_after_the_end_does_nothing(make: Callable[..., BatchingDecoder]) -> None:
    """What was decoded stays what it was, and the flag keeps nothing of it."""
    decoder, cancellation = make(threads=1), Cancellation()
    ticket = decoder.submit([row("a b")], GREEDY, cancellation=cancellation)
    assert ["b a"] == tokens(ticket.result())
    cancellation.cancel()
    assert (["b a"], False) == (tokens(ticket.result()), ticket.cancelled)


def test_tokens_and_seconds_are_counted(make: Callable[..., BatchingDecoder]) -> None:
    """What was written, each row once, and how long that took; a row that failed wrote nothing."""
    decoder = make(threads=1)
    decoder.decode([row("a b c"), row("d e"), row("poison f")], GREEDY)
    counts = decoder.counted()
    assert (5, True) == (counts.tokens, counts.seconds > 0)
    decoder.decode([row("g")], GREEDY)
    assert (5, 6) == (counts.tokens, decoder.counted().tokens)


def test_closing_finishes_what_was_accepted(make: Callable[..., BatchingDecoder], inner: Reversing) -> None:
    """Everything queued before the close is decoded, what comes after is refused, and the model is freed."""
    decoder = make(threads=1, max_rows=1)
    held(inner, decoder)
    accepted = decoder.submit([row(f"row {n}") for n in range(5)], GREEDY)
    closing = threading.Thread(target=decoder.close)
    closing.start()
    inner.gate.set()
    closing.join()
    assert [f"{n} row" for n in range(5)] == tokens(accepted.result())
    assert 1 == inner.closed
    with pytest.raises(EngineError, match="reversing is shutting down; send the request again"):
        decoder.decode([row("late")], GREEDY)


def test_many_callers_at_once(make: Callable[..., BatchingDecoder]) -> None:
    """Sixteen callers in threads each get their own rows back."""
    decoder, answers = make(threads=2, max_rows=5), {}

    def call(number: int) -> None:
        answers[number] = tokens(decoder.decode([row(f"{number} {k}") for k in range(9)], GREEDY))

    callers = [threading.Thread(target=call, args=(number,)) for number in range(16)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert {number: [f"{k} {number}" for k in range(9)] for number in range(16)} == answers
