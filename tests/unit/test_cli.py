import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli import main
from service.cli_brief import readable_quote
from service.config import settings_table

TEXT = "The council met on Monday. It approved the new tram line by 21 votes to 9."


def test_settings_prints_the_table() -> None:
    """The documented table comes from the command."""
    assert CliRunner().invoke(main, ["settings"]).output == settings_table()


def test_a_bad_setting_stops_every_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names key, value and what is allowed; exit status 2."""
    monkeypatch.setenv("NEWSBRIEFS_PORT", "x")
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 2
    assert "NEWSBRIEFS_PORT is 'x'; allowed: a whole number from 0 to 65535" in result.output


def test_a_taken_port_is_told_with_the_remedy() -> None:
    """One line, before anything is started."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert result.exit_code == 1
    assert f"can't listen on 127.0.0.1 port {port}: Address already in use; choose another" in result.output


def test_brief_reads_standard_input_and_prints_the_answer() -> None:
    """--json gives what POST /summarize gives."""
    result = CliRunner().invoke(main, ["brief", "-", "--to", "en", "--json"], input=TEXT)
    document = json.loads(result.stdout)
    assert (result.exit_code, document["briefs"][0]["text"]) == (0, TEXT)


def test_brief_without_json_is_readable(tmp_path: Path) -> None:
    """A heading with tier and verdict, the headline, the text."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["brief", str(file), "--to", "en", "--length", "max_sentences=1"])
    assert result.output.splitlines()[0] == "[en] source, pass"
    assert "The council met on Monday." in result.output


def test_the_verdict_of_a_quotes_translation_is_told() -> None:
    """A reader at the terminal is warned as one of the JSON is; what passed has nothing behind its language."""
    passed = {"text": "Nous reconstruirons.", "machine": True, "verdict": "pass", "checks": []}
    doubted = passed | {
        "verdict": "review",
        "checks": [{"severity": "warning", "message": "the source does not negate"}],
    }
    assert [readable_quote("fr", item) for item in (passed, doubted)] == [
        ["  fr: Nous reconstruirons."],
        ["  fr (review): Nous reconstruirons.", "    warning: the source does not negate"],
    ]


@pytest.mark.parametrize(
    ("arguments", "data", "said"),
    [
        (["--to", "tlh"], TEXT.encode(), "/languages/0: 'tlh' is not offered by any loaded engine"),
        (["--to", "en", "--length", "tiny"], TEXT.encode(), "allowed: headline, short, medium, long"),
        (["--to", "en", "--length", "max_words=x"], TEXT.encode(), "after = give a whole number"),
        (["--to", "en"], b"\xff\xfe", "the file is not UTF-8: byte 0 is wrong; convert it first"),
        (["--to", "en"], b"", '/text: "" given'),
    ],
)
def test_mistakes_are_told_as_over_http(arguments: list[str], data: bytes, said: str) -> None:
    """The same messages, and an exit status that a script sees."""
    result = CliRunner().invoke(main, ["brief", "-", *arguments], input=data)
    assert result.exit_code != 0
    assert said in result.output


@pytest.mark.apertium
def test_doctor_tells_what_is_there_and_what_is_missing() -> None:
    """Versions, parts, models and what can be reached."""
    result = CliRunner().invoke(main, ["doctor", "--no-self-test"])
    assert result.exit_code == 0
    for said in ("profile embedded", "engines:embedded: ok", "apertium-eng-spa", "en (English) to "):
        assert said in result.output


def test_doctor_without_apertium_names_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no pair is installed it says so, names the packages to add, and exits with 1."""
    monkeypatch.setenv("NEWSBRIEFS_APERTIUM_MODES", str(tmp_path))
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "no translation pair is installed" in result.output
    assert "apt-get install" in result.output
    assert "apertium-eng-spa" in result.output
