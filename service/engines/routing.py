"""Ways from one language to another over pivots, chosen by measured quality.

Engine-agnostic and pure: an engine brings the pairs it has as edges, and what it has measured.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

UNMEASURED_QUALITY = 45.0
HOP_FACTOR = 0.95
HOP_COST = 1.0
COST_OF_MILLISECOND = 0.15
MIN_QUALITY = 30.0


@dataclass(frozen=True, slots=True)
class Edge:
    """One installed pair: `name` is what the engine calls it.

    `quality` is chrF (0 to 100) on some test set, or None where it can't be measured. `milliseconds` is the
    processor time that a sentence takes.
    """

    source: str
    target: str
    name: str
    quality: float | None = None
    milliseconds: float = 0.0


Route = tuple[Edge, ...]
Pair = tuple[str, str]


def routes(
    edges: Iterable[Edge],
    *,
    measured: Mapping[tuple[str, ...], float] | None = None,
    preferred: Collection[tuple[str, ...]] = (),
    max_hops: int = 2,
    min_quality: float = MIN_QUALITY,
) -> dict[Pair, Route]:
    """The best route for every pair of languages that can be reached within `max_hops`.

    `measured` gives the chrF of whole routes by the names of their edges; where a route is not in it, its
    quality is estimated. Routes under `min_quality` are left out. A hop must earn `HOP_COST` points of chrF, for
    it can lose a name, and each millisecond `COST_OF_MILLISECOND`, for no reader sees a smaller difference; ties
    go to fewer hops, then by name. `preferred` are routes, by the names of their edges, that are taken before all
    others and may be longer; they are for hops that a call for many languages shares.
    """
    by_source: dict[str, list[Edge]] = {}
    for edge in edges:
        by_source.setdefault(edge.source, []).append(edge)
    best: dict[Pair, tuple[tuple[bool, float, int, tuple[str, ...]], Route]] = {}
    chosen = _named(by_source, preferred)
    for route in (*_walk(by_source, max_hops), *chosen):
        value = quality(route, measured=measured)
        if value < min_quality or _roundabout(route):
            continue
        rank = (route not in chosen, _cost(route) - value, len(route), names(route))
        pair = (route[0].source, route[-1].target)
        if pair not in best or rank < best[pair][0]:
            best[pair] = (rank, route)
    return {pair: best[pair][1] for pair in sorted(best)}


def _named(by_source: Mapping[str, list[Edge]], wanted: Collection[tuple[str, ...]]) -> list[Route]:
    """The routes with these names of edges, as far as all their edges are there."""
    by_name = {edge.name: edge for edges in by_source.values() for edge in edges}
    return [tuple(by_name[name] for name in path) for path in wanted if all(name in by_name for name in path)]


def _roundabout(route: Route) -> bool:
    """Whether it goes from one variety of a language to another by way of a foreign one (English to en-US)."""
    return len(route) > 1 and route[0].source.split("-")[0] == route[-1].target.split("-")[0]


def _cost(route: Route) -> float:
    return HOP_COST * len(route) + COST_OF_MILLISECOND * sum(edge.milliseconds for edge in route)


def _walk(by_source: Mapping[str, list[Edge]], max_hops: int) -> Iterable[Route]:
    grown: list[Route] = [(edge,) for edges in by_source.values() for edge in edges]
    for _ in range(max_hops):
        yield from grown
        grown = [
            (*route, edge)
            for route in grown
            for edge in by_source.get(route[-1].target, ())
            if edge.target not in {route[0].source, *(hop.target for hop in route)}
        ]


def quality(route: Route, *, measured: Mapping[tuple[str, ...], float] | None = None) -> float:
    """The chrF of a route: the measured one, or else an estimate.

    The estimate is the weakest edge, less five in a hundred for each hop after the first. chrF of close
    languages is capped by the freedom of the references, so that a product of the edges would be far too low.
    """
    known = (measured or {}).get(names(route))
    if known is not None:
        return known
    weakest = min(UNMEASURED_QUALITY if edge.quality is None else edge.quality for edge in route)
    return float(weakest * HOP_FACTOR ** (len(route) - 1))


def names(route: Route) -> tuple[str, ...]:
    """The names of a route's edges, in order."""
    return tuple(edge.name for edge in route)


def targets(found: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """For each source language the targets it can reach, sorted."""
    reached: dict[str, set[str]] = {}
    for source, target in found:
        reached.setdefault(source, set()).add(target)
    return {source: tuple(sorted(reached[source])) for source in sorted(reached)}
