"""How many replicas, cores and how much memory so many articles an hour need, from what was measured.

    python -m benchmarks.sizing.plan --articles-per-hour 5000 --languages 3 --cores 2

What is measured comes from `measured.json` (`python -m benchmarks.sizing` measures your machine); the rest is the
arithmetic that the answer shows, with its assumptions as options.
"""

import argparse
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sizing.demand import PROFILES, Demand, PlanError
from benchmarks.sizing.profiles import Chat, Cost, Measured, article_cost, chat, replica_mb

MEASURED = Path(__file__).parent / "measured.json"
# Rewriting the append-only file, and fragments, take memory beyond what is held.
_STORE_SPARE = 1.5


@dataclass(frozen=True, slots=True)
class Plan:
    """What is needed, and the numbers on the way to it; `needed` replicas without those to spare."""

    demand: Demand
    a_second: float
    cost: Cost
    repeat_ms: float
    lent_cores: float
    by_cores: int
    needed: int
    replicas: int
    cores: int
    replica_mb: int
    memory_gb: float
    store_bytes: float
    store_gb: float
    web_mbit: float
    store_mbit: float
    chat: Chat | None


def plan(demand: Demand, measured: Measured) -> Plan:
    """The arithmetic; raises PlanError."""
    demand.check()
    made, each_mb = article_cost(demand, measured), replica_mb(demand, measured)
    kept = _row_of(measured["store"]["articles"], demand.languages)
    sizes = _row_of(measured["embedded"]["throughput"], demand.languages)
    a_second = demand.articles_per_hour * demand.peak / 3600
    fresh, again = a_second * (1 - demand.repeats), a_second * demand.repeats
    lent = (fresh * made.core_ms + again * kept["repeat_core_ms"]) / 1000
    asked = chat(demand, measured, fresh) if demand.profile == "instruct" else None
    by_cores = math.ceil(lent / (demand.cores * demand.utilisation))
    needed = max(1, by_cores, asked.replicas if asked is not None else 0)
    replicas = needed + demand.spare
    held = kept["cache_bytes"] + (_job_bytes(measured, demand) if demand.jobs else 0)
    kept_articles = demand.articles_per_hour * (1 - demand.repeats) * demand.hours_kept
    return Plan(
        demand=demand,
        a_second=a_second,
        cost=made,
        repeat_ms=kept["repeat_core_ms"],
        lent_cores=lent,
        by_cores=max(1, by_cores),
        needed=needed,
        replicas=replicas,
        cores=replicas * demand.cores,
        replica_mb=each_mb,
        memory_gb=replicas * each_mb / 1000,
        store_bytes=held,
        store_gb=kept_articles * held * _STORE_SPARE / 1e9,
        web_mbit=a_second * (measured["articles"]["mean_bytes"] + sizes["answer_bytes"]) * 8 / 1e6,
        store_mbit=fresh * (kept["to_store_bytes"] + kept["from_store_bytes"]) * 8 / 1e6,
        chat=asked,
    )


def told(found: Plan) -> list[str]:
    """The plan in lines: what is needed, then how it came to it."""
    return [*_needed(found), "", *_reckoned(found)]


def _needed(found: Plan) -> list[str]:
    asked, chat_of = found.demand, found.chat
    kind = "workers" if asked.jobs else "replicas"
    lines = [
        f"{kind:10} {found.replicas} of {asked.cores} {_cores(asked.cores)} and {found.replica_mb / 1000:.1f} GB each"
        f" ({found.needed} needed, {asked.spare} to spare)",
        f"cores      {found.cores}",
        f"memory     {found.memory_gb:.1f} GB",
        f"Valkey     {found.store_gb:.2f} GB, to keep {asked.hours_kept:g} hours of answers",
        f"network    {found.web_mbit:.2f} Mbit/s with callers, {found.store_mbit:.2f} Mbit/s with Valkey",
    ]
    if chat_of is not None:
        servers = "give --server-tokens" if chat_of.servers is None else f"{chat_of.servers} ({asked.spare} to spare)"
        lines.append(f"servers    {servers}")
    return lines


def _reckoned(found: Plan) -> list[str]:
    asked, chat_of = found.demand, found.chat
    lines = [
        f"{asked.articles_per_hour:g} an hour x {asked.peak:g} (peak) / 3600 = {found.a_second:.2f} a second",
        f"{asked.languages} languages: {found.cost.how}",
        f"{1 - asked.repeats:.0%} of them so, {asked.repeats:.0%} from the cache at {found.repeat_ms:.1f} core ms:"
        f" {found.lent_cores:.2f} cores",
        f"{found.lent_cores:.2f} / ({asked.cores} {_cores(asked.cores)} x {asked.utilisation:g}) = {found.by_cores},"
        " rounded up",
        f"Valkey: {found.store_bytes:.0f} bytes an article x {_STORE_SPARE:g}",
    ]
    if chat_of is not None:
        lines.append(
            f"chat model: {chat_of.questions:.1f} questions a second, {chat_of.read:.0f} tokens a second read"
            f" ({chat_of.same:.0f} of them the same each time), {chat_of.written:.0f} written"
        )
        lines.append(
            f"{chat_of.questions:.1f} questions a second x {asked.answer_seconds:g} s"
            f" / {asked.questions_at_once} at once from each replica = {max(1, chat_of.replicas)}, rounded up"
        )
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Print the plan; 2 where the numbers can't be planned for."""
    given = sys.argv[1:] if arguments is None else arguments
    measured = json.loads(_parser().parse_args(given).measured.read_text("utf-8"))
    try:
        print("\n".join(told(planned(given, measured))))
    except PlanError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def planned(arguments: list[str], measured: Measured) -> Plan:
    """The plan that a command line asks for; raises PlanError."""
    given = vars(_parser().parse_args(arguments))
    given.pop("measured")
    return plan(Demand(**given), measured)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--articles-per-hour", type=float, required=True)
    add("--languages", type=int, required=True, help="briefs an article, its own language among them")
    add("--cores", type=int, default=2, help="of a replica")
    add("--profile", choices=PROFILES, default="embedded")
    add("--peak", type=float, default=1.0, help="busiest hour over the mean one (an assumption)")
    add("--utilisation", type=float, default=0.6, help="how busy cores shall be (an assumption)")
    add("--repeats", type=float, default=0.0, help="share of calls that the cache answers (an assumption)")
    add("--hops", type=float, help="pairs on the routes to your languages, if they are not those measured")
    add("--pipelines", type=int, default=12, help="NEWSBRIEFS_APERTIUM_PIPELINES")
    add("--spare", type=int, default=1, help="replicas beyond those needed")
    add("--hours-kept", type=float, default=24.0, help="how long answers (and jobs) are kept on Valkey")
    add("--jobs", action="store_true", help="plan workers: results are kept as jobs too")
    add("--server-tokens", type=float, help="instruct: tokens a second that one server writes under load")
    add("--answer-seconds", type=float, default=1.0, help="instruct: until the server answers (an assumption)")
    add("--questions-at-once", type=int, default=16, help="instruct: NEWSBRIEFS_INSTRUCT_CONCURRENCY of a replica")
    add("--measured", type=Path, default=MEASURED, help="figures of another machine")
    return parser


def _row_of(rows: list[dict[str, Any]], languages: int) -> dict[str, Any]:
    """The row of as many languages or the next more; where more are asked for, that of the most in proportion."""
    for row in sorted(rows, key=lambda row: row["languages"]):
        if row["languages"] >= languages:
            return row
    most = max(rows, key=lambda row: row["languages"])
    times = languages / most["languages"]
    return most | {name: value * times for name, value in most.items() if name.endswith("_bytes")}


def _job_bytes(measured: Measured, demand: Demand) -> float:
    """Of a job that is done; it was measured in some languages and is taken to grow as the cached article does."""
    row = measured["workers"][-1]
    kept = measured["store"]["articles"]
    return float(
        row["done_job_bytes"]
        * _row_of(kept, demand.languages)["cache_bytes"]
        / _row_of(kept, row["languages"])["cache_bytes"]
    )


def _cores(number: int) -> str:
    return "core" if number == 1 else "cores"


if __name__ == "__main__":
    sys.exit(main())
