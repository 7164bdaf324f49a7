"""What an article costs and a replica holds in each profile: what was measured, and the arithmetic up to the plan."""

import math
from dataclasses import dataclass
from typing import Any

from benchmarks.sizing.demand import Demand, PlanError, listed
from benchmarks.sizing.fit import cost, hops_of

# A container is killed at its limit, and pipelines grow a little as they are used.
_HEADROOM = 1.25
_CACHE_MB = 64 * 1.048576
Measured = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """Core milliseconds to lend for an article, and what they are made of in words."""

    core_ms: float
    how: str


@dataclass(frozen=True, slots=True)
class Chat:
    """What the servers of a chat model have to do; `servers` is None where their speed was not given.

    `replicas` of the service are needed to have all questions on the way at once.
    """

    questions: float
    read: float
    same: float
    written: float
    servers: int | None
    replicas: int


def article_cost(demand: Demand, measured: Measured) -> Cost:
    """Of a replica's own cores; raises PlanError where such replicas were not measured."""
    if demand.profile == "neural":
        return _neural(demand, measured)
    rows = measured["embedded"]["throughput"]
    _among(demand, [row["cores"] for row in rows])
    line = cost(rows, demand.cores)
    if demand.profile == "instruct":
        return Cost(line.a, f"{line.a:.0f} core ms to lend, as for its own language alone; the rest is waiting")
    hops = demand.hops if demand.hops is not None else hops_of(rows, demand.languages)
    made = f"{line.a:.1f} + {line.b:.1f} x {hops:g} pairs"
    return Cost(line.at(hops), f"{made} = {line.at(hops):.1f} core ms to lend for an article")


def _neural(demand: Demand, measured: Measured) -> Cost:
    """A summary, and the tokens of every language at the measured rate; all cores of the replica are busy with it."""
    row = _neural_row(demand, measured)
    tokens = measured["instruct"]["language_characters_written"] / measured["instruct"]["characters_a_token"]
    seconds = row["summary_seconds"] + (demand.languages - 1) * tokens / row["tokens_a_second"]
    made = (
        f"{row['summary_seconds']:.2f} s + {demand.languages - 1} x {tokens:.0f} tokens / {row['tokens_a_second']:.1f}"
    )
    return Cost(1000 * seconds * demand.cores, f"({made}) x {demand.cores} cores = {seconds * demand.cores:.1f} core s")


def _neural_row(demand: Demand, measured: Measured) -> Measured:
    rows: list[Measured] = measured["neural"]
    _among(demand, [row["cores"] for row in rows])
    return next(row for row in rows if row["cores"] == demand.cores)


def replica_mb(demand: Demand, measured: Measured) -> int:
    """Memory to lend a replica: the most that was measured, its cache full, and a quarter more; whole 100 MB."""
    if demand.profile == "embedded":
        most = _pipelines_mb(demand.pipelines, measured["embedded"]["memory"])
    else:
        most = max(row["ready_mb"] for row in measured["embedded"]["memory"])
    if demand.profile == "neural":
        most += _neural_row(demand, measured)["most_mb"]
    return math.ceil((most + _CACHE_MB) * _HEADROOM / 100) * 100


def _pipelines_mb(pipelines: int, rows: list[Measured]) -> float:
    """With as many pipelines, or the next more that were measured."""
    fitting = [row["most_mb"] for row in rows if row["pipelines"] >= pipelines]
    if not fitting or pipelines < 1:
        counts = sorted(row["pipelines"] for row in rows)
        raise PlanError(
            f"--pipelines is {pipelines}, and 1 to {max(counts)} can be planned for ({listed(counts)} were measured);"
            f" set NEWSBRIEFS_APERTIUM_PIPELINES so, or measure: python -m benchmarks.sizing --pipelines {pipelines}"
        )
    return float(min(fitting))


def chat(demand: Demand, measured: Measured, fresh_a_second: float) -> Chat:
    """Questions and tokens a second over all servers; `same` of those read can come from a prefix cache."""
    counted = measured["instruct"]
    others, a_token = demand.languages - 1, counted["characters_a_token"]

    def both(name: str) -> float:
        return float(counted[f"brief_{name}"] + others * counted[f"language_{name}"]) * fresh_a_second

    written = both("characters_written") / a_token
    servers = None
    if demand.server_tokens is not None:
        servers = math.ceil(written / (demand.server_tokens * demand.utilisation)) + demand.spare
    same = both("characters_same") / a_token
    questions = both("questions")
    replicas = math.ceil(questions * demand.answer_seconds / demand.questions_at_once)
    return Chat(questions, both("characters_asked") / a_token, same, written, servers, replicas)


def _among(demand: Demand, cores: list[int]) -> None:
    lent = sorted(set(cores))
    if not lent:
        raise PlanError(
            f"--profile is {demand.profile}, and nothing of it was measured; run: python -m benchmarks.sizing"
        )
    if demand.cores not in lent:
        raise PlanError(
            f"--cores is {demand.cores}, and replicas of {listed(lent)} were measured; take one of these and more"
            f" replicas, or measure on such a machine: python -m benchmarks.sizing --cores {demand.cores}"
        )
