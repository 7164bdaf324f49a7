"""PromQL read as far as names go: which metrics a query selects, by which labels, and what it groups by."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
    r"|(?P<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:ms|[smhdwy])?)"
    r"|(?P<name>[A-Za-z_:][A-Za-z0-9_:]*)"
    r"|(?P<mark>=~|!~|!=|==|<=|>=|[-+*/%^(){}\[\],=<>])"
    r"|(?P<space>\s+)"
)
_SETS = frozenset({"and", "or", "unless"})
_MATCHING = frozenset({"on", "ignoring", "group_left", "group_right"})
_GROUPING = frozenset({"by", "without"})
_OTHER = frozenset({"offset", "bool"})
_CLOSING = {"(": ")", "{": "}"}


@dataclass(frozen=True, slots=True)
class Selector:
    """One selection of series: `metric{label op "value", …}`."""

    metric: str
    matchers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Labels after `by`, and the metrics of what is grouped; after `on`, and those of the whole query."""

    labels: tuple[str, ...]
    metrics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """The names in a query."""

    selectors: tuple[Selector, ...]
    groupings: tuple[Grouping, ...]

    def labels(self) -> set[str]:
        """Every label it groups by: those that what comes out may have."""
        return {label for grouping in self.groupings for label in grouping.labels}


def read_query(text: str) -> Query:
    """The names in `text`; raises ValueError for what is not PromQL, or written in a way not understood here.

    `by` must stand before what it groups: `sum by (language) (…)`.
    """
    tokens = list(_tokens(text))
    return Query(tuple(_selectors(tokens)), tuple(_groupings(tokens)))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise ValueError(f"{text[place : place + 20]!r} is not understood in {text!r}")
        if found.lastgroup not in (None, "space"):
            yield str(found.lastgroup), found.group()
        place = found.end()


def _selectors(tokens: list[tuple[str, str]]) -> Iterator[Selector]:
    place = 0
    while place < len(tokens):
        kind, word = tokens[place]
        after = tokens[place + 1][1] if place + 1 < len(tokens) else ""
        if kind != "name" or word in _SETS | _OTHER:
            place += 1
        elif word in _MATCHING | _GROUPING:
            place = _end(tokens, place + 1) + 1
        elif after == "(" or after in _GROUPING:
            place += 1
        elif after == "{":
            end = _end(tokens, place + 1)
            yield Selector(word, tuple(_matchers(tokens[place + 2 : end])))
            place = end + 1
        else:
            yield Selector(word)
            place += 1


def _matchers(tokens: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    for place in range(0, len(tokens), 4):
        (_, label), (_, operator), (kind, value) = tokens[place : place + 3]
        if kind != "string":
            raise ValueError(f"the value of {label} is {value!r} and no string")
        yield label, operator, value[1:-1]


def _groupings(tokens: list[tuple[str, str]]) -> Iterator[Grouping]:
    everything = tuple(selector.metric for selector in _selectors(tokens))
    for place, (kind, word) in enumerate(tokens):
        if kind != "name" or word not in _GROUPING | {"on"}:
            continue
        end = _end(tokens, place + 1)
        labels = tuple(name for kind, name in tokens[place + 2 : end] if kind == "name")
        if word == "on":
            yield Grouping(labels, everything)
        elif word == "without" or tokens[end + 1 : end + 2] != [("mark", "(")]:
            raise ValueError(f"`{word}` must be `by`, and stand before what is grouped")
        else:
            inside = tokens[end + 1 : _end(tokens, end + 1) + 1]
            yield Grouping(labels, tuple(selector.metric for selector in _selectors(inside)))


def _end(tokens: list[tuple[str, str]], start: int) -> int:
    """Where the bracket closes that opens at `start`."""
    opening = tokens[start][1]
    closing, depth = _CLOSING[opening], 0
    for place in range(start, len(tokens)):
        depth += (tokens[place][1] == opening) - (tokens[place][1] == closing)
        if depth == 0:
            return place
    raise ValueError(f"{opening!r} is never closed")


def strangers(query: Query, known: Mapping[str, set[str]], *, targets: set[str]) -> set[str]:
    """Every name in `query` that nothing has: metrics not in `known`, labels that none of what they are about has.

    `known` are the labels of each metric, `targets` those that Prometheus puts on all it scrapes.
    """
    wrong = {one.metric for one in query.selectors if one.metric not in known}
    for one in query.selectors:
        labels = known.get(one.metric, set()) | targets
        wrong |= {f"{one.metric}{{{label}}}" for label, _, _ in one.matchers if label not in labels}
    for grouping in query.groupings:
        labels = targets.union(*(known.get(metric, set()) for metric in grouping.metrics))
        wrong |= {f"by ({label})" for label in grouping.labels if label not in labels}
    return wrong


def strange_values(query: Query, values: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """Every value in a matcher that its label never has; each part of a pattern `a|b` must match some value.

    `values` are all that a metric's label may have; a label that is not in it is strange itself. A value with a
    variable (`$job`) is let be. That a label is there at all (`!= ""`) may always be asked.
    """
    wrong: set[str] = set()
    for one in query.selectors:
        for label, operator, value in one.matchers:
            if (operator, value) == ("!=", "") or "$" in value:
                continue
            if (one.metric, label) not in values:
                wrong.add(f"{one.metric}{{{label}}}: its values are not known here")
                continue
            parts = value.split("|") if operator.endswith("~") else [re.escape(value)]
            real = values[(one.metric, label)]
            wrong |= {part for part in parts if not any(re.fullmatch(part, name) for name in real)}
    return wrong
