"""The arithmetic from measured figures to replicas, and what measures them."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from itertools import count, islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.load.client import Answer
from benchmarks.load.process import tree_of
from benchmarks.sizing.articles import LANGUAGES, MIX, article, foreign, mixed
from benchmarks.sizing.callers import CALLERS, is_wrong, paced, saturate
from benchmarks.sizing.chat import instruct
from benchmarks.sizing.demand import Demand, PlanError
from benchmarks.sizing.fit import Line, hops_of, line
from benchmarks.sizing.host import megabytes, pinned, spent
from benchmarks.sizing.page import PAGE, table, written
from benchmarks.sizing.plan import MEASURED, main, plan, told

ROWS = [
    {"cores": cores, "languages": languages, "hops": hops, "lent_core_ms": ms, "answer_bytes": 1000 * languages}
    for cores in (1, 2)
    for languages, hops, ms in ((1, 0, 40.0), (2, 1, 90.0), (3, 3, 190.0))
]
KEPT = {"cache_bytes": 10_000, "to_store_bytes": 9_000, "from_store_bytes": 1_000, "repeat_core_ms": 4.0}
SMALL: dict[str, Any] = {
    "articles": {"mean_bytes": 2000},
    "embedded": {
        "throughput": ROWS,
        "memory": [
            {"pipelines": 4, "ready_mb": 250, "most_mb": 1000},
            {"pipelines": 12, "ready_mb": 250, "most_mb": 2532.891136},
        ],
    },
    "store": {"articles": [{"languages": languages, **KEPT} for languages in (1, 3)]},
    "workers": [{"languages": 3, "done_job_bytes": 5_000}],
    "neural": [{"cores": 2, "summary_seconds": 7.0, "tokens_a_second": 50.0, "most_mb": 2000}],
    "instruct": {
        "characters_a_token": 4.0,
        "brief_questions": 2.0,
        "brief_characters_asked": 4000.0,
        "brief_characters_same": 1000.0,
        "brief_characters_written": 400.0,
        "language_questions": 8.0,
        "language_characters_asked": 10_000.0,
        "language_characters_same": 8_000.0,
        "language_characters_written": 400.0,
    },
}
ANSWER = b'{"cache": "miss", "briefs": [{"status": "ok"}]}'


def needed(**more: Any) -> Any:
    """The plan of ten articles a second in three languages on the small table, but for what is given."""
    return plan(Demand(**{"articles_per_hour": 36_000, "languages": 3, "cores": 2, **more}), SMALL)


def test_replicas_are_reckoned_from_core_seconds() -> None:
    """10 a second x (40 + 50 x 3) ms = 1.9 cores, over 2 x 0.6: two, and one to spare, of (2533 + 67) x 1.25 MB."""
    found = needed()
    assert (10.0, "40.0 + 50.0 x 3 pairs = 190.0 core ms to lend for an article") == (found.a_second, found.cost.how)
    assert 1.9 == pytest.approx(found.lent_cores)
    assert (2, 3, 6, 3300, 9.9) == (found.needed, found.replicas, found.cores, found.replica_mb, found.memory_gb)


def test_valkey_and_network_are_reckoned_from_bytes() -> None:
    """36,000 an hour x 24 hours x 10,000 bytes x 1.5; 10 a second x (2,000 + 3,000) and x (9,000 + 1,000) bytes."""
    found = needed()
    assert (12.96, 0.4, 0.8) == tuple(map(pytest.approx, (found.store_gb, found.web_mbit, found.store_mbit)))


def test_results_of_jobs_are_kept_too() -> None:
    """A job's result takes its bytes beside those of the cached answer."""
    assert (10_000, 15_000) == (needed().store_bytes, needed(jobs=True).store_bytes)


def test_a_peak_and_repeats_are_taken_in() -> None:
    """Twice as many in the busiest hour; a half from the cache at 4 ms instead of 190."""
    assert 3.8 == pytest.approx(needed(peak=2.0).lent_cores)
    found = needed(repeats=0.5)
    assert (0.97, 6.48) == (pytest.approx(found.lent_cores), pytest.approx(found.store_gb))


def test_other_routes_are_reckoned_by_their_pairs() -> None:
    """Two pairs cost 40 + 2 x 50 ms, whatever languages they lead to."""
    assert 140.0 == pytest.approx(needed(hops=2).cost.core_ms)


def test_a_neural_article_costs_its_summary_and_its_tokens() -> None:
    """(7 s + 2 languages x 100 tokens / 50 a second) on both cores; memory of the service and of its models."""
    found = needed(profile="neural", articles_per_hour=360)
    assert 22_000 == pytest.approx(found.cost.core_ms)
    assert (2, 3, 2900) == (found.needed, found.replicas, found.replica_mb)


def test_servers_of_a_chat_model_follow_from_their_tokens() -> None:
    """10 a second x (100 + 2 x 100) tokens written, over 1,000 x 0.6 a server: five, and one to spare."""
    found = needed(profile="instruct", server_tokens=1000.0).chat
    assert (180.0, 60_000.0, 42_500.0, 3_000.0, 6) == (
        found.questions,
        found.read,
        found.same,
        found.written,
        found.servers,
    )


def test_replicas_of_a_chat_model_have_all_questions_on_the_way() -> None:
    """180 questions a second x 2 s, 16 at once from each: 23, however little their cores do, and one to spare."""
    found = needed(profile="instruct", answer_seconds=2.0)
    assert (23, 24) == (found.needed, found.replicas)
    assert "180.0 questions a second x 2 s / 16 at once from each replica = 23, rounded up" in told(found)
    assert needed(profile="instruct", answer_seconds=0.01).needed == found.by_cores


def test_without_the_speed_of_its_server_no_number_is_made_up() -> None:
    """The plan says what to give instead."""
    lines = told(needed(profile="instruct"))
    assert ["servers    give --server-tokens"] == [one for one in lines if one.startswith("servers")]


@given(st.integers(1, 1_000_000), st.integers(1, 1_000_000), st.integers(1, 32), st.integers(1, 32))
def test_more_articles_or_languages_never_need_less(one: int, other: int, few: int, many: int) -> None:
    """Replicas, cores, memory and bytes grow, or stay."""
    fewer, more = (
        needed(articles_per_hour=number, languages=languages)
        for number, languages in zip(sorted((one, other)), sorted((few, many)), strict=True)
    )
    for name in ("replicas", "cores", "memory_gb", "lent_cores", "store_gb", "web_mbit", "store_mbit"):
        assert getattr(more, name) >= getattr(fewer, name), name


@pytest.mark.parametrize(
    ("given_value", "said"),
    [
        ({"articles_per_hour": 0}, ["--articles-per-hour is 0", "1 to 1e+07", "one cluster"]),
        ({"languages": 33}, ["--languages is 33", "1 to 32", "send it twice"]),
        ({"cores": 4}, ["--cores is 4", "1 and 2", "more replicas"]),
        ({"pipelines": 13}, ["--pipelines is 13", "1 to 12", "NEWSBRIEFS_APERTIUM_PIPELINES"]),
        ({"pipelines": 0}, ["--pipelines is 0", "1 to 12", "NEWSBRIEFS_APERTIUM_PIPELINES"]),
        ({"utilisation": 1.0}, ["--utilisation is 1", "0.1 to 0.9", "wait long"]),
        ({"peak": 0.5}, ["--peak is 0.5", "1 to 100", "busiest hour"]),
        ({"repeats": 1.0}, ["--repeats is 1", "0 to 0.99", "0 if unknown"]),
        ({"profile": "neural", "cores": 1}, ["--cores is 1", "replicas of 2", "more replicas"]),
        ({"server_tokens": 0.0}, ["--server-tokens is 0", "1 to 1e+06", "under load"]),
        ({"answer_seconds": 0.0}, ["--answer-seconds is 0", "0.01 to 600", "under load"]),
        ({"questions_at_once": 257}, ["--questions-at-once is 257", "1 to 256", "NEWSBRIEFS_INSTRUCT_CONCURRENCY"]),
        ({"profile": "gpu"}, ["--profile is 'gpu'", "embedded, neural and instruct", "one of them"]),
    ],
)
def test_what_cant_be_planned_is_told(given_value: dict[str, Any], said: list[str]) -> None:
    """The value, the limit and the remedy."""
    with pytest.raises(PlanError) as caught:
        needed(**given_value)
    assert [] == [part for part in said if part not in str(caught.value)]


def test_the_command_prints_the_plan_or_why_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0 with the replicas first; status 2 and the message on the error stream."""
    assert 0 == main(["--articles-per-hour", "10", "--languages", "3"])
    assert capsys.readouterr().out.startswith("replicas   2 of 2 cores and ")
    assert 2 == main(["--articles-per-hour", "10", "--languages", "0"])
    assert capsys.readouterr().err.startswith("error: --languages is 0, and 1 to 32 can be planned for")


def test_a_line_through_points_on_a_line_is_that_line() -> None:
    """Exact there; flat through a single point; between others a small point weighs more than a large one."""
    found = line([(0, 40), (1, 90), (3, 190)])
    assert [pytest.approx(40.0), pytest.approx(50.0)] == [found.a, found.b]
    assert Line(7.0, 0.0) == line([(2, 7.0)])
    between = line([(1, 10.0), (1, 20.0)]).at(1)
    assert 12.0 == pytest.approx(between)


def test_pairs_lie_between_those_measured() -> None:
    """As measured, half way between, and one more for each further language."""
    assert [0.0, 1.0, 3.0, 4.0, 5.0] == [hops_of(ROWS, languages) for languages in (1, 2, 3, 4, 5)]
    assert 2.0 == hops_of([ROWS[0], {**ROWS[2], "hops": 4}], 2)


def test_no_two_articles_are_alike() -> None:
    """In any language of the mix, so that no cache and no other caller's work helps."""
    texts = [article(number) for number in range(1, 301)]
    texts += [foreign(language, number) for language in MIX if language != "en" for number in range(1, 51)]
    assert [] == [text for text, times in Counter(texts).items() if times > 1]


def test_the_mix_asks_for_every_language_in_turn() -> None:
    """Each article in its own language and two others that are reached from it."""
    asked = [json.loads(body) for body in islice(mixed(count(1)), 36)]
    assert set(MIX) == {one["source_language"] for one in asked}
    assert {3} == {len(set(one["languages"])) for one in asked}
    assert all(set(one["languages"]) <= {one["source_language"], *MIX[one["source_language"]]} for one in asked)


def test_a_child_is_pinned_and_we_are_not() -> None:
    """Inside as many cores as asked for, outside all of them again; more than there are is refused."""
    own = os.sched_getaffinity(0)
    with pinned(1):
        inside = os.sched_getaffinity(0)
    assert (1, own) == (len(inside), os.sched_getaffinity(0))
    with pytest.raises(ValueError, match=f"{len(own) + 1} cores are asked for and this machine lends 1 to {len(own)}"):
        pinned(len(own) + 1).__enter__()


def test_the_kernel_tells_memory_and_time() -> None:
    """A process holds some of both, its children's with it; what it shares is no more than what is resident."""
    nested = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    with subprocess.Popen([sys.executable, "-c", nested], start_new_session=True) as process:
        try:
            before, until = spent(process.pid), time.monotonic() + 30
            while (used := spent(process.pid).since(before)).tree < 0.5 and time.monotonic() < until:
                share, resident = megabytes(process.pid)
            found = tree_of(process.pid)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.pid, 2, True) == (found[0], len(found), 0 < share <= resident)
    assert 0.5 <= used.python <= used.tree
    assert len(os.sched_getaffinity(0)) == len(used.idle)


@pytest.mark.parametrize(
    ("status", "body", "wrong"),
    [
        (200, ANSWER, False),
        (503, ANSWER, True),
        (200, ANSWER.replace(b"miss", b"hit"), True),
        (200, ANSWER.replace(b"ok", b"failed"), True),
        (200, b"{}", True),
    ],
)
def test_an_answer_counts_if_it_is_whole_and_new(status: int, body: bytes, wrong: bool) -> None:
    """A refusal, one from the cache and one with a failed brief are counted as wrong."""
    assert wrong == is_wrong(Answer(status, {}, body, 0.0, 0.1), "miss")


@asynccontextmanager
async def answering(seconds: float) -> AsyncIterator[tuple[str, Counter[str]]]:
    """A server that answers each request after so long; its address, and how many it had at once at most."""
    seen: Counter[str] = Counter()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            size = int(next(part for part in head.split(b"\r\n") if part.startswith(b"Content-Length")).split()[1])
            await reader.readexactly(size)
            seen["now"] += 1
            seen["most"] = max(seen["most"], seen["now"])
            await asyncio.sleep(seconds)
            seen["now"] -= 1
            seen["answered"] += 1
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(ANSWER) + ANSWER)

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended.append(asyncio.get_running_loop().create_future())
        mine = ended[-1]
        with suppress(asyncio.IncompleteReadError):
            await serve(reader, writer)
        writer.close()
        await writer.wait_closed()
        mine.set_result(None)

    ended: list[asyncio.Future[None]] = []
    server = await asyncio.start_server(served, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", seen
        await asyncio.gather(*ended)


def bodies() -> Iterator[bytes]:
    """Requests without end."""
    return (b"%d" % number for number in count())


def test_callers_keep_a_service_busy_and_only_the_window_counts() -> None:
    """All of them at once, none twice; the answers of the ramp and of the end are not counted."""

    async def go() -> tuple[Any, Counter[str]]:
        async with answering(0.02) as (base, seen):
            return await saturate(base, os.getpid(), bodies(), seconds=0.5, ramp_seconds=0.2), seen

    window, seen = asyncio.run(go())
    assert (CALLERS, 0) == (seen["most"], window.wrong)
    assert 0 < window.a_second <= CALLERS / 0.02
    assert len(window.answers) <= seen["answered"] - CALLERS
    assert window.lent(1) >= window.spent.tree > 0


def test_paced_requests_come_at_their_rate_whatever_is_answered() -> None:
    """Each is answered, and its time is counted from the moment it was due."""

    async def go() -> tuple[list[float], Counter[str]]:
        async with answering(0.05) as (base, seen):
            return await paced(base, bodies(), rate=100.0, requests=40), seen

    taken, seen = asyncio.run(go())
    assert (40, True, True) == (len(taken), min(taken) >= 0.05, seen["most"] > 1)


def test_questions_to_a_chat_model_are_counted_on_the_real_prompts() -> None:
    """A brief and mostly a headline; each text of a language is asked for, with more read than written."""
    found = instruct(4)
    assert 1.0 <= found["brief_questions"] <= 2.0
    assert found["language_questions"] >= 3
    for key in ("brief", "language"):
        same, asked, made = (found[f"{key}_characters_{what}"] for what in ("same", "asked", "written"))
        assert 0 < made < asked - same, key
        assert asked > same > 0, key


def measured() -> dict[str, Any]:
    """What is kept of the real run."""
    found: dict[str, Any] = json.loads(MEASURED.read_text("utf-8"))
    return found


def test_the_page_has_the_measured_figures() -> None:
    """Every table and plan of docs/sizing.md is what `python -m benchmarks.sizing.page` writes."""
    page = PAGE.read_text("utf-8")
    assert written(page, measured()) == page
    assert 10 <= page.count("<!-- measured: ")
    assert 5 <= page.count("<!-- plan: ")


def test_the_figures_are_whole_and_of_answers_that_were_right() -> None:
    """Each number of languages on each number of cores; nothing answered wrong, in any part."""
    kept = measured()
    rows = kept["embedded"]["throughput"]
    assert {(cores, languages) for cores in (1, 2) for languages in (1, 2, 3, len(LANGUAGES))} == {
        (row["cores"], row["languages"]) for row in rows
    }
    parts = [*rows, *kept["embedded"]["memory"], *kept["workers"]]
    parts += [*kept["store"]["articles"], kept["store"]["one_more_language"]]
    assert {0} == {row["wrong"] for row in parts}


def test_a_table_is_a_table() -> None:
    """A head, a rule, a line a row."""
    assert "| a | b |\n| --- | --- |\n| 1 | x |" == table(["a", "b"], [[1, "x"]])
