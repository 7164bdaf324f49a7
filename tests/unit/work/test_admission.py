"""Who is let in and who is next, with a clock of our own and no threads."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.work.admission import BACKGROUND_EVERY, Line, Refusal
from service.work.forecast import Entry, most_long
from tests.unit.work.simulation import Simulation

# Sixty-fourths of a second are exact in binary: a deadline is met or missed, never by a rounding.
SECONDS = st.integers(1, 256).map(lambda n: n / 64)
GAPS = st.integers(0, 64).map(lambda n: n / 64)
BUDGETS = st.one_of(st.just(inf), st.integers(1, 640).map(lambda n: n / 64))
REQUESTS = st.tuples(GAPS, SECONDS, BUDGETS)
ARRIVALS = st.lists(st.tuples(REQUESTS, st.integers(0, 5)), max_size=60)


def simulation(*, slots: int = 1, most_waiting: int = 1000) -> Simulation:
    """An empty line."""
    return Simulation(Line(spare=0.1, slots=slots, most_waiting=most_waiting))


def admitted(answer: Entry | Refusal) -> Entry:
    """The entry of what was let in."""
    assert isinstance(answer, Entry)
    return answer


def refused(answer: Entry | Refusal) -> Refusal:
    """Why it was not let in."""
    assert isinstance(answer, Refusal)
    return answer


@settings(max_examples=300, deadline=None)
@given(arrivals=ARRIVALS, slots=st.integers(1, 4))
def test_what_was_let_in_is_in_time(arrivals: list[tuple[tuple[float, float, float], int]], slots: int) -> None:
    """With exact estimates nothing that was let in ends after its deadline, background work between it or not."""
    sim, let_in = simulation(slots=slots), list[Entry]()
    for (gap, seconds, budget), kind in arrivals:
        sim.go_to(sim.now + gap)
        if kind == 0:
            sim.arrive_background(seconds)
        elif isinstance(answer := sim.arrive(seconds, budget=budget), Entry):
            let_in.append(answer)
    sim.drain()
    assert [] == sim.expired
    assert [] == [entry for entry in let_in if sim.ended[entry] > entry.deadline]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(arrivals=ARRIVALS, slots=st.integers(1, 4), leaving=st.lists(st.integers(0, 30), min_size=60, max_size=60))
def test_who_leaves_makes_nobody_late(
    arrivals: list[tuple[tuple[float, float, float], int]], slots: int, leaving: list[int]
) -> None:
    """A request that is cancelled while it waits only brings the others forward."""
    sim, let_in = simulation(slots=slots), list[Entry]()
    for ((gap, seconds, budget), kind), index in zip(arrivals, leaving, strict=False):
        sim.go_to(sim.now + gap)
        if kind < 2 and let_in:
            sim.cancel(let_in[index % len(let_in)])
        elif isinstance(answer := sim.arrive(seconds, budget=budget), Entry):
            let_in.append(answer)
    sim.drain()
    assert [] == sim.expired
    assert [] == [entry for entry, end in sim.ended.items() if end > entry.deadline]


@settings(max_examples=200, deadline=None)
@given(arrivals=st.lists(REQUESTS, max_size=40), last=REQUESTS, slots=st.integers(1, 4), most=st.integers(0, 12))
def test_retry_after_is_honest(
    arrivals: list[tuple[float, float, float]], last: tuple[float, float, float], slots: int, most: int
) -> None:
    """What was refused is let in after the seconds it was told, where nobody else came."""
    sim = simulation(slots=slots, most_waiting=most)
    for gap, seconds, budget in arrivals:
        sim.go_to(sim.now + gap)
        sim.arrive(seconds, budget=budget)
    _, seconds, budget = last
    answer = sim.arrive(seconds, budget=budget)
    if isinstance(answer, Refusal):
        assert answer.retry_seconds >= 1
        sim.go_to(sim.now + answer.retry_seconds)
        admitted(sim.arrive(seconds, budget=budget))


@settings(max_examples=100, deadline=None)
@given(arrivals=ARRIVALS, slots=st.integers(1, 4))
def test_long_work_leaves_a_slot(arrivals: list[tuple[tuple[float, float, float], int]], slots: int) -> None:
    """Long and background work never hold every slot where there are two or more; nobody is forgotten."""
    sim, came = simulation(slots=slots), list[Entry]()
    for (gap, seconds, budget), kind in arrivals:
        sim.go_to(sim.now + gap)
        answer = sim.arrive_background(seconds) if kind == 0 else sim.arrive(seconds, budget=budget)
        came += [answer] if isinstance(answer, Entry) else []
        assert len(sim.line.running) <= slots
        assert sum(entry.long for entry in sim.line.running) <= most_long(slots)
    sim.drain()
    assert set(came) == set(sim.ended)


def test_small_requests_pass_large_ones() -> None:
    """A headline that comes a second after three long articles is next."""
    sim = simulation()
    first, large, other = (admitted(sim.arrive(0.75)) for _ in range(3))
    sim.go_to(0.5)
    small = admitted(sim.arrive(0.1))
    sim.drain()
    assert [first, small, large, other] == sim.begun


def test_nobody_is_passed_for_ever() -> None:
    """A stream of small requests that fills the slot does not keep a larger one from its turn."""
    sim = simulation()
    sim.arrive(0.5)
    large = admitted(sim.arrive(0.75))
    while large not in sim.begun:
        sim.arrive(0.25)
        sim.go_to(sim.now + 0.25)
        assert sim.now < 40


def test_what_cannot_be_done_in_time_is_refused() -> None:
    """The refusal says what it would wait for, and after how many seconds there is room."""
    sim = simulation()
    sim.arrive(4.0)
    refusal = refused(sim.arrive(1.0, budget=2.0))
    assert ("late", 4.0, 4) == (refusal.reason, refusal.wait_seconds, refusal.retry_seconds)


def test_a_part_of_the_time_is_spare() -> None:
    """Ending just in time by its estimate is not enough, for estimates err and small requests come."""
    sim = simulation()
    sim.arrive(1.0)
    assert "late" == refused(sim.arrive(1.0, budget=2.0)).reason
    admitted(sim.arrive(1.0, budget=2.75))


def test_large_requests_leave_room_for_small_ones() -> None:
    """What is far larger than most must be expected to end early, so that small ones may pass it in time."""
    sim = simulation()
    for _ in range(8):
        admitted(sim.arrive(0.25, budget=16.0))
    assert "late" == refused(sim.arrive(4.0, budget=16.0)).reason
    admitted(sim.arrive(0.25, budget=4.0))


def test_time_that_is_too_short_by_itself_is_no_overload() -> None:
    """Work that needs more time than it has is let in where it need not wait: what is ready is given."""
    sim = simulation()
    entry = admitted(sim.arrive(3.0, budget=0.5))
    assert 0.5 == entry.seconds
    refusal = refused(sim.arrive(3.0, budget=0.25))
    assert ("late", 1) == (refusal.reason, refusal.retry_seconds)


def test_a_newcomer_makes_nobody_late() -> None:
    """A small request goes behind one that it would make late, and is refused where it has no time for that."""
    sim = simulation()
    sim.arrive(1.0)
    tight = admitted(sim.arrive(1.0, budget=2.6875))
    behind = admitted(sim.arrive(0.75, budget=8.0))
    assert "displacing" == refused(sim.arrive(0.75, budget=2.5)).reason
    sim.drain()
    assert [tight, behind] == sim.begun[1:]


def test_a_newcomer_keeps_nobody_from_beginning() -> None:
    """Nor is one passed that would then not even begin in time, though those before it have all the time they need."""
    sim = simulation()
    sim.arrive(1.0)
    sim.arrive(1.0, budget=2.6875)
    sim.arrive(3.0, budget=64.0)
    tight = admitted(sim.arrive(0.75, budget=7.5))
    admitted(sim.arrive(2.75, budget=64.0))
    sim.drain()
    assert 5.75 == sim.ended[tight]


def test_who_is_late_anyway_keeps_nobody_out() -> None:
    """Where the work before it ran far over its estimate, a request that can't be saved does not close the line."""
    line = Line(spare=0.1, slots=1, most_waiting=10)
    line.admit(0.0, seconds=1.0)
    line.take(0.0)
    admitted(line.admit(0.0, seconds=1.0, deadline=3.0))
    assert isinstance(line.admit(2.75, seconds=0.25), Entry)


def test_only_so_many_wait() -> None:
    """One more than may wait is refused, and told when the first of them has begun."""
    sim = simulation(most_waiting=2)
    for _ in range(3):
        admitted(sim.arrive(1.5))
    refusal = refused(sim.arrive(1.5))
    assert ("crowded", 2) == (refusal.reason, refusal.retry_seconds)


def test_nobody_waits_and_a_slot_is_free() -> None:
    """With room for nobody to wait, what begins at once is let in."""
    sim = simulation(slots=2, most_waiting=0)
    admitted(sim.arrive(1.5))
    admitted(sim.arrive(0.5))
    assert "crowded" == refused(sim.arrive(0.5)).reason


def test_what_overruns_is_expected_to_go_on() -> None:
    """Work past its estimate is expected to need a quarter of its age more, not to end at once."""
    line = Line(spare=0.1, slots=1, most_waiting=10)
    line.admit(0.0, seconds=1.0)
    line.take(0.0)
    refusal = refused(line.admit(8.0, seconds=1.0, deadline=10.0))
    assert (2.0, 2) == (refusal.wait_seconds, refusal.retry_seconds)


def test_background_work_waits_for_an_idle_moment() -> None:
    """A background task begins after everybody who waits for an answer, in the order they came."""
    sim = simulation()
    sim.arrive(0.5)
    task, other = sim.arrive_background(0.5), sim.arrive_background(0.5)
    requests = [admitted(sim.arrive(0.5)) for _ in range(3)]
    sim.drain()
    assert [*requests, task, other] == sim.begun[1:]


def test_background_work_is_not_starved() -> None:
    """Under requests without end a background task has its turn after so many of them."""
    sim = simulation()
    sim.arrive(0.5)
    sim.arrive(0.5)
    task = sim.arrive_background(0.5)
    while task not in sim.begun:
        sim.arrive(0.5)
        sim.go_to(sim.now + 0.5)
        assert len(sim.begun) < 4 * BACKGROUND_EVERY


@pytest.mark.parametrize("background", [True, False])
def test_long_work_waits_beside_a_free_slot(background: bool) -> None:
    """The last slot stays free for small requests, which take it at once."""
    sim = simulation(slots=2)
    sim.arrive(8.0)
    long = sim.arrive_background(8.0) if background else admitted(sim.arrive(8.0))
    small = admitted(sim.arrive(0.5))
    assert long not in sim.begun
    assert small in sim.begun
