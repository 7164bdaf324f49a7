"""Keys: what is kept of them, how their file changes, and how a serving process sees it change."""

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from service.errors import ConfigError, StoreUnavailable
from service.stores.key_file import KeyFile
from service.stores.key_ring import KeyRing
from service.stores.keys import KEY_FORM, Found, Key, load

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@contextmanager
def _logged() -> Iterator[list[structlog.typing.EventDict]]:
    """What is logged meanwhile, from `info` up."""
    kept = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(20))
    try:
        with capture_logs() as captured:
            yield captured  # type: ignore[misc]
    finally:
        structlog.configure(wrapper_class=kept)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the keys lie, in a folder that is not there yet."""
    return tmp_path / "data" / "keys.json"


def _add(path: Path, name: str = "desk", **options: object) -> tuple[Key, str]:
    given = {"rate": None, "expires": None, "scopes": ("summarize", "jobs"), **options}
    return KeyFile(path).add(name, **given)  # type: ignore[arg-type]


def _ring(path: Path, clock: Clock, now: datetime = NOW) -> KeyRing:
    return KeyRing(path, clock=clock, now=lambda: now)


def test_a_key_is_found_by_what_was_printed(path: Path) -> None:
    """What `add` gives is found again, with everything that was said about it."""
    key, written = _add(path, rate="60/minute", expires=NOW + DAY, scopes=("metrics",))
    assert KEY_FORM.fullmatch(written)
    assert _ring(path, Clock()).find(written) == Found("living", key)
    assert (key.rate, key.expires, key.scopes) == ("60/minute", NOW + DAY, ("metrics",))


def test_the_secret_is_not_kept(path: Path) -> None:
    """Neither the key nor its secret stands in the file, and only its owner may read that."""
    _, written = _add(path)
    text = path.read_text("utf-8")
    assert written.rpartition("_")[2] not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert sorted(child.name for child in path.parent.iterdir()) == ["keys.json", "keys.json.lock"]


@pytest.mark.parametrize("sent", ["", "x", "nb_", "nb_00000000_" + "0" * 64, "nb_" + "é" * 80, "a" * 100_000])
def test_what_is_no_key_is_unknown(path: Path, sent: str) -> None:
    """Nothing that can be sent is more than unknown."""
    _add(path)
    assert _ring(path, Clock()).find(sent) == Found("unknown", None)


def test_a_wrong_secret_is_unknown(path: Path) -> None:
    """The id of a key proves nothing, nor does the secret of another."""
    _, first = _add(path, "first")
    _, second = _add(path, "second")
    mixed = first[:12] + second[12:]
    assert _ring(path, Clock()).find(mixed) == Found("unknown", None)


def test_expired_and_revoked_are_told_apart(path: Path) -> None:
    """A key ends at its moment, not after it; a revoked one is revoked even when it has expired too."""
    key, written = _add(path, expires=NOW)
    assert _ring(path, Clock(), NOW - timedelta(seconds=1)).find(written).state == "living"
    assert _ring(path, Clock(), NOW).find(written).state == "expired"
    KeyFile(path).revoke(key.id)
    assert _ring(path, Clock(), NOW).find(written).state == "revoked"


def test_names_are_unique_among_the_living(path: Path) -> None:
    """A name can be given again once its key is revoked, and not before; the revoked one stays in the file."""
    _add(path, "desk")
    with pytest.raises(ConfigError, match=r"the name 'desk' is taken by key [0-9a-f]{8}; take another, or revoke"):
        _add(path, "desk")
    KeyFile(path).revoke("desk")
    _add(path, "desk")
    assert [key.revoked is None for key in KeyFile(path).read()] == [False, True]


def test_revoking_says_what_is_wrong(path: Path) -> None:
    """An unknown name lists those there are; one that is revoked says so."""
    key, _ = _add(path, "desk")
    with pytest.raises(ConfigError, match="there is no key 'dusk'; living keys: desk"):
        KeyFile(path).revoke("dusk")
    KeyFile(path).revoke(key.id)
    with pytest.raises(ConfigError, match="'desk' is revoked already"):
        KeyFile(path).revoke("desk")


def test_many_writers_lose_nothing(path: Path) -> None:
    """Keys that several processes make at the same time are all there."""
    code = (
        "import sys; from pathlib import Path; from service.stores.key_file import KeyFile\n"
        "for number in range(5):\n"
        "    KeyFile(Path(sys.argv[1])).add(f'{sys.argv[2]}-{number}', rate=None, expires=None, scopes=('jobs',))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), str(number)]) for number in range(3)]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    assert {key.name for key in KeyFile(path).read()} == {f"{w}-{n}" for w in range(3) for n in range(5)}


def test_a_folder_that_cant_be_written_is_told(tmp_path: Path) -> None:
    """The message names the file and the way out."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match=r"keys.json can't be written \(.+\); run this where it can be"):
        _add(tmp_path / "file" / "keys.json")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is replaced, not the link."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "keys.json"
    link.symlink_to(tmp_path / "real" / "keys.json")
    _add(link)
    assert link.is_symlink()
    assert len(KeyFile(tmp_path / "real" / "keys.json").read()) == 1


def test_a_change_is_seen_within_a_second(path: Path) -> None:
    """A key made or revoked beside a running service counts after a second, and not by a look at every request."""
    clock = Clock()
    ring = _ring(path, clock)
    assert ring.find("x").state == "unknown"
    key, written = _add(path)
    assert ring.find(written).state == "unknown"
    clock.seconds += 1
    assert ring.find(written) == Found("living", key)
    KeyFile(path).revoke("desk")
    clock.seconds += 1
    assert ring.find(written).state == "revoked"


def test_a_missing_file_holds_no_keys(path: Path) -> None:
    """Without a file nobody is known and nothing is wrong; keys that were there are gone with it."""
    clock = Clock()
    ring = _ring(path, clock)
    assert (ring.find("x").state, ring.problem(), ring.living()) == ("unknown", None, 0)
    _, written = _add(path)
    clock.seconds += 1
    assert (ring.find(written).state, ring.living()) == ("living", 1)
    path.unlink()
    clock.seconds += 1
    assert (ring.find(written).state, ring.problem()) == ("unknown", None)


def test_a_broken_file_leaves_the_last_good_state(path: Path) -> None:
    """Keys stay good while their file is broken; that is told, and logged once; mended, it is taken again."""
    clock = Clock()
    ring = _ring(path, clock)
    _, written = _add(path)
    good = path.read_text("utf-8")
    with _logged() as logs:
        assert ring.find(written).state == "living"
        path.write_text(good[:-40])
        for _ in range(3):
            clock.seconds += 1
            assert ring.find(written).state == "living"
        assert (ring.usable(), ring.problem()) == (True, "the file of keys is not JSON (line 14)")
        path.write_text(good)
        clock.seconds += 1
        assert ring.problem() is None
    assert [entry["event"] for entry in logs] == ["keys_read", "keys_unreadable", "keys_read"]
    assert written.rpartition("_")[2] not in repr(logs)


def test_a_file_that_cant_be_opened_is_told_and_tried_again(path: Path) -> None:
    """A folder in place of the file: the last good state holds, the message has no path, and mending is noticed."""
    clock = Clock()
    ring = _ring(path, clock)
    _, written = _add(path)
    assert ring.find(written).state == "living"
    path.rename(path.with_name("aside"))
    path.mkdir()
    clock.seconds += 1
    assert (ring.find(written).state, ring.problem()) == (
        "living",
        "the file of keys can't be read (IsADirectoryError)",
    )
    path.rmdir()
    path.with_name("aside").rename(path)
    clock.seconds += 1
    assert (ring.find(written).state, ring.problem()) == ("living", None)


def test_without_any_good_state_nothing_is_judged(path: Path) -> None:
    """A file that was never read lets nobody in, and does not tell callers that their keys are wrong."""
    path.parent.mkdir()
    path.write_text("{")
    ring = _ring(path, Clock())
    with pytest.raises(StoreUnavailable, match="the keys can't be read just now"):
        ring.find("x")
    assert (ring.usable(), ring.problem()) == (False, "the file of keys is not JSON (line 1)")


def test_a_mounted_secret_is_swapped(tmp_path: Path) -> None:
    """As Kubernetes does it: a link to a folder, renamed over; the files are read-only and so is the folder."""
    _, first = _add(tmp_path / "one" / "keys.json", "first")
    _, second = _add(tmp_path / "two" / "keys.json", "second")
    mount = tmp_path / "mount"
    mount.mkdir()
    (mount / "..data").symlink_to(tmp_path / "one")
    (mount / "keys.json").symlink_to("..data/keys.json")
    clock = Clock()
    ring = _ring(mount / "keys.json", clock)
    assert (ring.find(first).state, ring.find(second).state) == ("living", "unknown")
    (mount / "..data_tmp").symlink_to(tmp_path / "two")
    (mount / "..data_tmp").rename(mount / "..data")
    clock.seconds += 1
    assert (ring.find(first).state, ring.find(second).state) == ("unknown", "living")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sha256": "short"}, "a bad or unknown 'sha256'"),
        ({"expires": "soon"}, "a bad or unknown 'expires'"),
        ({"expires": "2027-01-31T00:00:00"}, "a bad or unknown 'expires'"),
        ({"scopes": ["all"]}, "a bad or unknown 'scopes'"),
        ({"scopes": []}, "a bad or unknown 'scopes'"),
        ({"rate": "0/minute"}, "a bad or unknown 'rate'"),
        ({"name": "a b"}, "a bad or unknown 'name'"),
        ({"admin": True}, "a bad or unknown 'admin'"),
    ],
)
def test_a_bad_file_names_what_is_bad(path: Path, change: dict[str, object], said: str) -> None:
    """A field that is wrong, or that nobody knows, stops the reading: a key never counts for more than it says."""
    _add(path)
    document = json.loads(path.read_text("utf-8"))
    document["keys"][0].update(change)
    with pytest.raises(ConfigError, match=re.escape(said)):
        load(json.dumps(document))


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"version": 2, "keys": []}', '{"version": 1}', '{"version": 1, "keys": [1]}']
)
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    """What is no file of keys is not taken for an empty one."""
    with pytest.raises(ConfigError):
        load(text)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_written_by_root_the_file_keeps_its_owner(path: Path) -> None:
    """Root adds a key to the file of the service's user, which can still read it."""
    _add(path, "first")
    os.chown(path, 12345, 12345)
    _add(path, "second")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 12345)
