"""nginx as it is shipped, in front of three real instances, and of one with keys and rates."""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx2
import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.stores.key_file import KeyFile
from tests.deploy.lb_client import client, logged, problem, raw
from tests.faults.instances import Instance
from tests.faults.kit import Caller, body, children, eventually, running
from tests.nginx_server import nginx_server

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(300)]
_BEHIND_ANOTHER = {
    "# set_real_ip_from 172.30.86.1;": "set_real_ip_from 127.0.0.0/8;",
    "# real_ip_header X-Forwarded-For;": "real_ip_header X-Forwarded-For;",
    "# real_ip_recursive on;": "real_ip_recursive on;",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """Three instances behind one nginx, and a fourth, which wants keys and counts addresses, behind two others."""

    folder: Path
    instances: list[Instance]
    front: str
    guarded: Instance
    guarded_front: str
    behind_another: str
    key: dict[str, str]
    metrics_key: dict[str, str]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """All of it, started at the same time."""
    folder = tmp_path_factory.mktemp("stage")
    trusted = {"NEWSBRIEFS_TRUSTED_PROXIES": "127.0.0.1", "NEWSBRIEFS_JOBS": "off"}
    instances = [Instance(folder / f"web{index}", NEWSBRIEFS_KEYS="off", **trusted) for index in range(3)]
    keys = KeyFile(folder / "keys.json")
    _, key = keys.add("desk", rate=None, expires=None, scopes=("summarize", "jobs"))
    _, metrics_key = keys.add("prometheus", rate=None, expires=None, scopes=("metrics",))
    guarded = Instance(
        folder / "guarded", NEWSBRIEFS_KEYS_FILE=str(keys.path), NEWSBRIEFS_RATE_PER_ADDRESS="3/hour", **trusted
    )
    with ExitStack() as stack:
        for one in (*instances, guarded):
            stack.callback(one.end)
            one.start()
        for one in (*instances, guarded):
            one.wait()
        yield Stage(
            folder,
            instances,
            stack.enter_context(nginx_server(folder / "nginx", [one.port for one in instances])),
            guarded,
            stack.enter_context(nginx_server(folder / "edge", [guarded.port])),
            stack.enter_context(nginx_server(folder / "second", [guarded.port], more=_BEHIND_ANOTHER)),
            {"Authorization": f"Bearer {key}"},
            {"Authorization": f"Bearer {metrics_key}"},
        )


def _sample(one: Instance, name: str, **labels: str) -> float:
    text = httpx2.get(f"{one.base}/metrics", trust_env=False).text
    samples = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
    return sum(
        sample.value
        for sample in samples
        if sample.name == name and all(sample.labels[label] == value for label, value in labels.items())
    )


def test_work_is_spread_over_few_connections(stage: Stage) -> None:
    """Ninety requests of three callers reach every instance, over no more connections than nginx's workers keep."""
    answered = {"route": "/languages", "status": "200"}
    before = [_sample(one, "newsbriefs_requests_total", **answered) for one in stage.instances]
    with ExitStack() as stack:
        callers = [stack.enter_context(Caller(stage.front)) for _ in range(3)]
        for _ in range(30):
            assert [200] * 3 == [caller.get("/languages").status_code for caller in callers]
        after = [_sample(one, "newsbriefs_requests_total", **answered) for one in stage.instances]
        gained = [int(new - old) for new, old in zip(after, before, strict=True)]
        assert 90 == sum(gained)
        assert min(gained) >= 25
        # Two workers of nginx, one request each at a time here.
        assert max(_sample(one, "newsbriefs_connections", state="idle") for one in stage.instances) <= 2


def test_a_brief_and_a_stream_come_through(stage: Stage) -> None:
    """JSON is packed for who takes it so; a stream is not, and says that nobody may hold it back."""
    with client(stage.front) as caller:
        brief = caller.post("/summarize", json=body(1), headers={"X-Request-ID": "desk-1"})
        assert (200, ["ok", "ok"]) == (brief.status_code, [one["status"] for one in brief.json()["briefs"]])
        assert ("gzip", "desk-1") == (brief.headers["Content-Encoding"], brief.headers["X-Request-ID"])
        with caller.stream("POST", "/summarize", json=body(2), headers={"Accept": "text/event-stream"}) as stream:
            assert 200 == stream.status_code
            assert "no" == stream.headers["X-Accel-Buffering"]
            assert "Content-Encoding" not in stream.headers
            events = [line.removeprefix("event: ") for line in stream.iter_lines() if line.startswith("event: ")]
        assert {"source", "quote", "brief", "done"} == set(events)
        assert "done" == events[-1]


def test_the_applications_own_errors_are_untouched(stage: Stage) -> None:
    """Its problem documents say more than nginx could: pointers, its own words, its headers."""
    with client(stage.front) as through, client(stage.instances[0].base) as direct:
        for path, content in (("/summarize", b"{"), ("/summarize", b'{"text": 7}'), ("/nowhere", b"")):
            headers = {"Content-Type": "application/json", "X-Request-ID": "desk-2"}
            given, wanted = (caller.post(path, content=content, headers=headers) for caller in (through, direct))
            assert (wanted.status_code, wanted.json()) == (given.status_code, given.json())
        wrong = through.get("/summarize")
        assert (405, {"POST", "OPTIONS"}) == (wrong.status_code, set(wrong.headers["Allow"].split(", ")))


def test_http_1_0_and_no_host(stage: Stage) -> None:
    """The oldest of clients is answered by a real instance too."""
    head, _, text = raw(stage.front, b"GET /livez HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")
    assert b"HTTP/1.1 200" == head[:12]
    assert json.loads(text)


def test_keys_pass_and_metrics_do_not(stage: Stage) -> None:
    """The instance asks for keys through nginx as it does directly; /metrics is not there, with a good key either."""
    with client(stage.guarded_front, source="127.0.0.11") as caller:
        refused = caller.post("/summarize", json=body(3))
        assert (401, 'Bearer realm="newsbriefs"') == (refused.status_code, refused.headers["WWW-Authenticate"])
        assert 200 == caller.post("/summarize", json=body(3), headers=stage.key).status_code
        problem(caller.get("/metrics", headers=stage.metrics_key))
        assert 404 == caller.get("/metrics", headers=stage.metrics_key).status_code
    with client(stage.guarded.base) as inside:
        assert 200 == inside.get("/metrics", headers=stage.metrics_key).status_code


def _asked(base: str, key: dict[str, str], source: str, claimed: list[str]) -> list[int]:
    """The status of one request for each address that is claimed in X-Forwarded-For."""
    with client(base, source=source) as caller:
        headers = [{**key, "X-Forwarded-For": address} if address else key for address in claimed]
        return [caller.post("/summarize", json=body(4), headers=one).status_code for one in headers]


_MADE_UP = ["", "203.0.113.1", "203.0.113.2, 127.0.0.1", "127.0.0.1", "198.51.100.7"]


def test_nobody_escapes_a_rate_by_a_header(stage: Stage) -> None:
    """Three an hour for each address, whatever a client claims: through nginx, and where it reaches the instance."""
    assert [200, 200, 200, 429, 429] == _asked(stage.guarded_front, stage.key, "127.0.0.21", _MADE_UP)
    assert [200, 200, 200, 429, 429] == _asked(stage.guarded.base, stage.key, "127.0.0.22", _MADE_UP)
    # What was counted is the client, not nginx: directly the first one has nothing left either, and others have.
    assert [429] == _asked(stage.guarded.base, stage.key, "127.0.0.21", [""])
    assert [200] == _asked(stage.guarded_front, stage.key, "127.0.0.23", [""])


def test_behind_another_balancer_its_word_counts(stage: Stage) -> None:
    """With the three lines that name it in the configuration its clients are counted apart; none escapes."""
    claimed = ["203.0.113.50"] * 3 + ["198.51.100.1, 203.0.113.50", "203.0.113.51"]
    assert [200, 200, 200, 429, 200] == _asked(stage.behind_another, stage.key, "127.0.0.1", claimed)


def test_an_instance_that_is_killed_takes_no_request_with_it(stage: Stage) -> None:
    """kill -9 while it holds a request that it has begun: another does what it had."""
    numbers, statuses, began = count(100), list[int](), dict[int, float]()

    def load(stop: threading.Event) -> None:
        with Caller(stage.front) as caller:
            while not stop.is_set():
                began[threading.get_ident()] = time.monotonic()
                statuses.append(caller.summarize(next(numbers), timeout_seconds=30).status_code)

    def held() -> bool:
        return any(time.monotonic() - moment > 1.5 for moment in began.values())

    victim = stage.instances[1]
    with running(load, load, load):
        assert eventually(lambda: len(statuses) > 3)
        # Stopped, it takes requests and does nothing: one of them surely waits there when it is killed.
        os.kill(children(victim.process.pid)[0], signal.SIGSTOP)
        assert eventually(held)
        victim.kill_all()
        before = len(statuses)
        assert eventually(lambda: len(statuses) > before + 9)
    victim.start()
    assert {200} == set(statuses)
    assert any("502, 200" == line["upstream_status"] for line in logged(stage.folder / "nginx"))
    victim.wait()
