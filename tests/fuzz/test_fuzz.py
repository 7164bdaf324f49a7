"""Half a minute of the fuzzer (`make fuzz` is an hour of it), and everything it found once."""

import os
from pathlib import Path

import pytest

from tests.fuzz.hunt import MENDED, Failure, Hunt, Target, attempt, mended
from tests.fuzz.targets import targets

TARGETS = {target.name: target for target in targets()}
SECONDS = float(os.environ.get("FUZZ_SECONDS", "0")) / len(TARGETS)
# What `make test` tries of each target: half a minute in all.
INPUTS = 120
SEED = int(os.environ.get("FUZZ_SEED", "1"))


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_fails_and_nothing_is_slow(name: str) -> None:
    """Whatever is read, the answer is right or an honest refusal, within its time."""
    hunt = Hunt(TARGETS[name], SEED)
    if SECONDS:
        hunt.go_on(SECONDS)
    else:
        hunt.repeat(INPUTS)
    assert [] == [failure.told() for failure in hunt.failures]
    assert hunt.tried > 0


@pytest.mark.parametrize("path", sorted(MENDED.iterdir()), ids=lambda path: path.name)
def test_what_was_mended_stays_so(path: Path) -> None:
    """Each input that failed once is read."""
    target = TARGETS[path.name.rpartition("-")[0]]
    assert path in mended(target)
    assert (None, True) == (attempt(target, path.read_bytes())[1], path.stat().st_size > 0)


def test_a_failure_is_told_with_the_way_to_see_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that breaks is reported with its input; one that refuses honestly is not."""
    monkeypatch.setattr("tests.fuzz.hunt.FAILURES", Path(__file__).parent / "failures" / "own")

    def breaks(data: bytes) -> None:
        raise ValueError("no such thing")

    spent, failure = attempt(Target("breaking", lambda rng, parent: b"x", breaks), b"an input")
    assert isinstance(failure, Failure)
    assert "ValueError" in failure.why
    assert "--replay tests/fuzz/failures/own/breaking-" in failure.told()
    assert spent < 1.0
