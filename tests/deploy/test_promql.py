"""The reader of PromQL that the tests of rules and dashboard go by."""

import pytest

from tests.deploy.promql import Grouping, Selector, read_query, strange_values, strangers

RATIO = """
sum by (language) (rate(failed_total{language!="",reason=~"a|b"}[5m] offset 1d))
  / on (language) group_left () topk(3, sum by (language) (rate(all_total[5m]))) > 1e-3 unless up == 0
"""
KNOWN = {"failed_total": {"language", "reason"}, "all_total": {"language"}, "up": set[str]()}


def test_it_finds_metrics_and_matchers() -> None:
    """Functions, aggregations, operators, durations and numbers are no metrics."""
    assert read_query(RATIO).selectors == (
        Selector("failed_total", (("language", "!=", ""), ("reason", "=~", "a|b"))),
        Selector("all_total"),
        Selector("up"),
    )


def test_it_finds_what_is_grouped_by() -> None:
    """A label after `by` is held against what is grouped, one after `on` against the whole query."""
    assert read_query(RATIO).groupings == (
        Grouping(("language",), ("failed_total",)),
        Grouping(("language",), ("failed_total", "all_total", "up")),
        Grouping(("language",), ("all_total",)),
    )


@pytest.mark.parametrize(
    "text",
    ["sum(up) by (job)", "sum without (job) (up)", "up{job=name}", "sum by (job) (up", "up @ 5", "up?"],
)
def test_it_refuses_what_it_would_misread(text: str) -> None:
    """What it does not understand is an error, and not passed over."""
    with pytest.raises(ValueError, match=r"."):
        read_query(text)


def test_strangers_are_named() -> None:
    """Unknown metrics, labels that a metric has not, and labels grouped by that nothing inside has."""
    assert strangers(read_query(RATIO), KNOWN, targets=set()) == set()
    wrong = read_query('sum by (reason, job) (all_total{reason="a"}) + lost')
    assert strangers(wrong, KNOWN, targets={"job"}) == {"all_total{reason}", "by (reason)", "lost"}


def test_strange_values_are_named() -> None:
    """Each part of a pattern must match a value there is; variables, and whether a label is there, are let be."""
    values = {("failed_total", "reason"): {"a", "c"}}
    assert strange_values(read_query(RATIO), values) == {"b"}
    assert strange_values(read_query('all_total{language="$language",job="x"}'), values) == {
        "all_total{job}: its values are not known here"
    }
