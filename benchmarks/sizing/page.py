"""Writes the tables and plans of `docs/sizing.md` anew from `measured.json`; a test holds them equal.

python -m benchmarks.sizing.page
"""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.sizing.fit import cost
from benchmarks.sizing.plan import MEASURED, planned, told
from benchmarks.sizing.profiles import Measured

PAGE = Path(__file__).parents[2] / "docs" / "sizing.md"
_BLOCK = re.compile(r"(<!-- (measured|plan): (.*?) -->\n).*?(<!-- end -->)", re.DOTALL)


def written(page: str, measured: Measured) -> str:
    """The page with each of its blocks as the figures have it."""

    def block(found: re.Match[str]) -> str:
        opening, kind, what, end = found.groups()
        text = BLOCKS[what](measured) if kind == "measured" else _plan(what, measured)
        return f"{opening}\n{text}\n\n{end}"

    return _BLOCK.sub(block, page)


def _plan(arguments: str, measured: Measured) -> str:
    command = f"python -m benchmarks.sizing.plan {arguments}"
    lines = "\n".join(line.rstrip() for line in told(planned(shlex.split(arguments), measured)))
    return f"```console\n$ {command}\n{lines}\n```"


def table(heads: list[str], rows: list[list[Any]]) -> str:
    """A table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _machine(measured: Measured) -> str:
    found, articles, about = measured["machine"], measured["articles"], measured["about"]
    days = sorted({part["day"] for part in about.values()})
    stolen = max(part["stolen_cores"] for part in about.values())
    seconds = sum(part["seconds"] for part in about.values())
    return (
        f"{' to '.join(dict.fromkeys((days[0], days[-1])))}: {found['cores']} cores ({found['processor']}, a virtual"
        f" machine), {found['memory_gb']} GB; {seconds / 60:.0f} minutes in all. The host took at most {stolen}"
        f" cores away in any part of it.\nArticles: {articles['mean_words']} words on average"
        f" ({articles['least_words']} to {articles['most_words']}), {articles['mean_characters']} characters."
    )


def _throughput(measured: Measured) -> str:
    heads = ["cores", "languages", "pairs", "requests/s", "core ms to lend", "core ms burnt", "of them Python", "used"]
    heads += ["windows, kept", "others' cores, stolen"]
    return table(
        heads,
        [
            [
                row["cores"],
                row["languages"],
                row["hops"],
                f"{row['requests_a_second']:.1f} ({_range(row['requests_a_second_range'], 1)})",
                f"{row['lent_core_ms']:.0f} ({_range(row['lent_core_ms_range'], 0)})",
                f"{row['core_ms']:.0f} ({_range(row['core_ms_range'], 0)})",
                f"{row['python_core_ms']:.0f}",
                f"{row['used_share']:.0%}",
                f"{row['windows']}, {row['quiet']}",
                f"{row['others_cores']:.2f}, {row['stolen_cores']:.2f}",
            ]
            for row in measured["embedded"]["throughput"]
        ],
    )


def _latency(measured: Measured) -> str:
    heads = ["cores", "languages", "requests", "median, ms", "95 % within, ms", "others' cores, stolen"]
    return table(
        heads,
        [
            [
                row["cores"],
                row["languages"],
                row["requests"],
                "no answer" if row["p50_ms"] is None else row["p50_ms"],
                "no answer" if row["p95_ms"] is None else row["p95_ms"],
                f"{row['others_cores']:.2f}, {row['stolen_cores']:.2f}",
            ]
            for row in measured["embedded"]["latency"]
        ],
    )


def _fit(measured: Measured) -> str:
    rows = measured["embedded"]["throughput"]
    lines = []
    for cores in sorted({row["cores"] for row in rows}):
        line = cost(rows, cores)
        off = [line.at(row["hops"]) / row["lent_core_ms"] - 1 for row in rows if row["cores"] == cores]
        lines.append([cores, f"{line.a:.1f}", f"{line.b:.1f}", f"{min(off):+.0%} to {max(off):+.0%}"])
    return table(["cores", "a", "b", "the line against what was measured"], lines)


def _start(measured: Measured) -> str:
    rows = measured["embedded"]["start"]
    heads = ["cores", "seconds to ready, quickest and slowest", "memory when ready, MB", "after the rounds, MB"]
    return table(
        heads,
        [
            [row["cores"], f"{row['seconds']}, {row['slowest']} (of {row['of']})", row["ready_mb"], row["after_mb"]]
            for row in rows
        ],
    )


def _memory(measured: Measured) -> str:
    heads = ["pipelines", "memory when ready, MB", "most, MB", "sum of resident sizes, MB"]
    names = ["pipelines", "ready_mb", "most_mb", "most_resident_mb"]
    return table(heads, [[row[name] for name in names] for row in measured["embedded"]["memory"]])


def _workers(measured: Measured) -> str:
    heads = ["cores", "languages", "jobs", "jobs/s", "core ms a job", "most memory, MB"]
    names = ["cores", "languages", "jobs", "jobs_a_second", "core_ms", "most_mb"]
    return table(heads, [[row[name] for name in names] for row in measured["workers"]])


def _store(measured: Measured) -> str:
    heads = ["languages", "keys", "bytes held an article", "server's memory grew by", "append-only file grew by"]
    heads += ["bytes to the server", "bytes from it"]
    names = ["languages", "keys", "cache_bytes", "memory_bytes", "file_bytes", "to_store_bytes", "from_store_bytes"]
    job = measured["workers"][-1]
    return (
        table(heads, [[row[name] for name in names] for row in measured["store"]["articles"]])
        + f"\n\nA job in {job['languages']} languages holds {job['waiting_job_bytes']} bytes while it waits and"
        f" {job['done_job_bytes']} once it is done, beside {job['cache_bytes']} in the cache; the append-only file grew"
        f" by {job['file_bytes']} a job."
    )


def _saved(measured: Measured) -> str:
    rows, more = measured["store"]["articles"], measured["store"]["one_more_language"]
    lines = [
        [f"an article in {row['languages']}, new", row["core_ms"]]
        for row in rows
        if row["languages"] in (3, more["languages"])
    ]
    lines += [
        [f"in {more['languages']} when it was briefed in {more['languages'] - 1}", more["core_ms"]],
        ["the same request again", f"{min(row['repeat_core_ms'] for row in rows)} to {_most(rows, 'repeat_core_ms')}"],
        ["`POST /jobs` again with its `Idempotency-Key`", measured["workers"][-1]["keyed_repeat_core_ms"]],
    ]
    return table(["one request at a time, two cores", "core ms"], lines)


def _neural(measured: Measured) -> str:
    heads = ["cores", "seconds to load", "summary, s", "tokens/s of translation", "loaded, MB", "most, MB"]
    names = ["cores", "load_seconds", "summary_seconds", "tokens_a_second", "loaded_mb", "most_mb"]
    return table(
        [*heads, "others' cores"], [[row[name] for name in [*names, "others_cores"]] for row in measured["neural"]]
    )


def _instruct(measured: Measured) -> str:
    found = measured["instruct"]
    lines = []
    for name, key in (("brief and headline", "brief"), ("each further language", "language")):
        tokens = [
            found[f"{key}_characters_{what}"] / found["characters_a_token"] for what in ("asked", "same", "written")
        ]
        lines.append([name, found[f"{key}_questions"], *(f"{value:.0f}" for value in tokens)])
    return table(["an article", "questions", "tokens read", "of them the same each time", "tokens written"], lines)


def _most(rows: list[Measured], name: str) -> Any:
    return max(row[name] for row in rows)


def _range(both: list[float], digits: int) -> str:
    return " to ".join(f"{value:.{digits}f}" for value in both)


BLOCKS: dict[str, Callable[[Measured], str]] = {
    "machine": _machine,
    "throughput": _throughput,
    "latency": _latency,
    "fit": _fit,
    "start": _start,
    "memory": _memory,
    "workers": _workers,
    "store": _store,
    "saved": _saved,
    "neural": _neural,
    "instruct": _instruct,
}


def main() -> None:
    """Write the page."""
    measured = json.loads(MEASURED.read_text("utf-8"))
    PAGE.write_text(written(PAGE.read_text("utf-8"), measured), encoding="utf-8")


if __name__ == "__main__":
    main()
