import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.jobs.callbacks import CallbackSender
from service.jobs.store import DueCallback
from tests.unit.jobs.receiver import Outbox

EXAMPLE = Path(__file__).parents[3] / "examples" / "callback_receiver.py"
SECRET = "a-secret-of-the-newsroom"
DOCUMENT = {
    "id": "j1",
    "status": "done",
    "result": {"briefs": [{"language": "es", "status": "ok", "headline": "La línea abre", "text": "…"}]},
    "problem": None,
}


@pytest.fixture
def bot() -> Iterator["subprocess.Popen[str]"]:
    """The example, as a user starts it."""
    process = subprocess.Popen(
        [sys.executable, str(EXAMPLE), "--port", "0"],
        env={**os.environ, "NEWSROOM_SECRET": SECRET, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    yield process
    process.kill()
    process.communicate()


def _line(bot: "subprocess.Popen[str]") -> str:
    assert bot.stdout is not None
    return bot.stdout.readline().rstrip("\n")


def _send(url: str, *, job: str = "j1", secret: str = SECRET, now: float | None = None) -> str:
    sender = CallbackSender(
        Outbox(),
        secret=secret,
        allow=("127.0.0.1/32",),
        attempts=1,
        worker="w",
        clock=time.time if now is None else lambda: now,
    )
    try:
        return sender.send(DueCallback(job, url, json.dumps(DOCUMENT | {"id": job}).encode(), 1, "t")).why
    finally:
        sender.stop()


def test_the_example_takes_a_callback_once(bot: "subprocess.Popen[str]") -> None:
    """What comes twice is shown once; both are answered, so that nothing is sent a third time."""
    url = _line(bot).removeprefix("listening on ")
    assert ["answered 204"] * 3 == [_send(url), _send(url), _send(url, job="j2")]
    assert ["j1: done", "  [es] La línea abre", "j2: done"] == [_line(bot) for _ in range(3)]


def test_the_example_refuses_what_is_forged_or_old(bot: "subprocess.Popen[str]") -> None:
    """Another secret, and a callback of an hour ago."""
    url = _line(bot).removeprefix("listening on ")
    assert ["answered 401", "answered 401"] == [_send(url, secret="other"), _send(url, now=time.time() - 3600)]
    assert ["refused: the signature does not fit", "refused: it was sent"] == [
        _line(bot),
        " ".join(_line(bot).split()[:4]),
    ]
