"""`newsbriefs keys`: making, listing and revoking keys at a terminal."""

import re
import shlex
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli_keys import keys
from service.stores.key_ring import KeyRing
from service.stores.keys import KEY_FORM


def _run(folder: Path, *arguments: str, **environment: str) -> Result:
    return CliRunner(env={"NEWSBRIEFS_DATA": str(folder), **environment}).invoke(keys, arguments)


def test_a_key_is_printed_alone_and_once(tmp_path: Path) -> None:
    """Standard output is the key and nothing else, so that it can be piped; the rest goes to standard error."""
    added = _run(tmp_path, "add", "desk")
    assert KEY_FORM.fullmatch(added.stdout.strip())
    assert added.stdout.count("\n") == 1
    assert str(tmp_path / "keys.json") in added.stderr
    assert added.stdout.strip() not in _run(tmp_path, "list").output
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600
    assert KeyRing(tmp_path / "keys.json").find(added.stdout.strip()).state == "living"


def test_the_list_shows_everything_but_the_hash(tmp_path: Path) -> None:
    """One line a key, with what it may do, how often, until when, and whether it still counts."""
    today = datetime.now(UTC)
    _run(tmp_path, "add", "desk")
    _run(tmp_path, "add", "wire", "--rate", "60/minute", "--expires", "90d", "--scope", "jobs", "--scope", "metrics")
    _run(tmp_path, "revoke", "desk")
    listed = _run(tmp_path, "list")
    rows = [line.split() for line in listed.stdout.splitlines()]
    assert rows[0] == ["id", "name", "scopes", "rate", "created", "expires", "state"]
    assert [row[1:4] + row[5:] for row in rows[1:]] == [
        ["desk", "summarize,jobs", "default", "never", "revoked"],
        ["wire", "jobs,metrics", "60/minute", f"{today + timedelta(days=90):%Y-%m-%d}", "living"],
    ]
    assert re.search(r"[0-9a-f]{64}", listed.output) is None


def test_an_empty_list_says_how_to_begin(tmp_path: Path) -> None:
    """No table of nothing on standard output, and a hint beside it."""
    listed = _run(tmp_path, "list")
    assert (listed.exit_code, listed.stdout) == (0, "")
    assert "`newsbriefs keys add NAME` makes one" in listed.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "a b"), "'a b': give 1 to 64 letters, digits"),
        (("add", "x", "--rate", "60"), "'60': give a number per second, minute, hour or day, such as 60/minute"),
        (("add", "x", "--rate", "0/minute"), "'0/minute': give a number"),
        (("add", "x", "--expires", "soon"), "'soon': give days (90d), a day (2027-01-31) or never"),
        (("add", "x", "--expires", "2020-01-31"), "2020-01-31 is not in the future"),
        (("add", "x", "--scope", "all"), "'all' is not one of 'summarize', 'jobs', 'metrics'"),
        (("add", "desk"), "the name 'desk' is taken by key "),
        (("revoke", "dusk"), "there is no key 'dusk'; living keys: desk"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """What was given, and what would be right; nothing is changed."""
    _run(tmp_path, "add", "desk")
    before = (tmp_path / "keys.json").read_bytes()
    answer = _run(tmp_path, *arguments)
    assert answer.exit_code in (1, 2)
    assert answer.stdout == ""
    assert said in " ".join(answer.stderr.split())
    assert (tmp_path / "keys.json").read_bytes() == before


def test_a_day_ends_the_key_as_it_begins(tmp_path: Path) -> None:
    """`--expires` with a day means midnight, UTC, before it."""
    _run(tmp_path, "add", "desk", "--expires", "2999-01-31")
    assert '"expires": "2999-01-31T00:00:00Z"' in (tmp_path / "keys.json").read_text("utf-8")


def test_a_bad_setting_is_told(tmp_path: Path) -> None:
    """The settings are read as the service reads them."""
    answer = _run(tmp_path, "list", NEWSBRIEFS_PORT="x")
    assert (answer.exit_code, "NEWSBRIEFS_PORT is 'x'" in answer.stderr) == (2, True)


def test_a_key_is_revoked_by_its_id(tmp_path: Path) -> None:
    """The id stands in the key itself, so that a leaked one can be revoked by what was found."""
    key = _run(tmp_path, "add", "desk").stdout.strip()
    assert _run(tmp_path, "revoke", key[3:11]).exit_code == 0
    assert KeyRing(tmp_path / "keys.json").find(key).state == "revoked"


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    """What docs/keys.md shows works as it stands, in that order."""
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    commands = re.findall(r"^newsbriefs keys (.+?)(?: +#.*)?$", page, re.MULTILINE)
    assert len(commands) == 5
    assert [_run(tmp_path, *shlex.split(command)).exit_code for command in commands] == [0] * 5
