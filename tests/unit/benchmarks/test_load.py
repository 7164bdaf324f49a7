"""What the load benchmarks count with."""

from benchmarks.load.articles import article
from benchmarks.load.client import Answer
from benchmarks.load.crowd import honest
from benchmarks.load.jobs import judged
from benchmarks.load.reporting import percentile, slope


def test_a_percentile_is_one_of_the_values() -> None:
    """The smallest that the share does not exceed, whatever the order; nothing is 0."""
    values = [float(value) for value in range(100, 0, -1)]
    assert [51.0, 100.0, 0.0] == [percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]


def test_a_slope_is_that_of_the_nearest_line() -> None:
    """Exact on a line, nothing on a flat one or a single point."""
    assert [2.0, 0.0, 0.0] == [slope([(0, 1), (1, 3), (2, 5)]), slope([(0, 4), (5, 4)]), slope([(1, 1)])]


def test_an_honest_refusal_says_when_to_come_again() -> None:
    """503 without a whole number of seconds, another 5xx and a broken connection are not honest."""
    cases = [(200, ""), (503, "3"), (503, ""), (503, "0"), (500, "3"), (0, "")]
    told = [honest(Answer(status, {"retry-after": wait}, b"", 0.0, 0.1)) for status, wait in cases]
    assert [True, True, False, False, False, False] == told


def test_two_jobs_with_one_result_are_counted() -> None:
    """And so is one that did not end well."""
    moments = ["2031-01-01T00:00:00.000Z", "2031-01-01T00:00:01.000Z", "2031-01-01T00:00:02.000Z"]
    ended = [{"finished_at": moment, "status": "done", "result": {"id": "same"}} for moment in moments]
    ended[2] = {"finished_at": moments[2], "status": "failed", "result": None}
    assert {"a_second": 1.0, "unfinished": 1, "duplicates": 1} == judged(ended)


def test_no_two_articles_are_alike() -> None:
    """Nothing that was worked out for one helps with another."""
    assert 500 == len({article(number) for number in range(500)})
