"""Every example in the documents runs."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from service.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _example(name: str) -> str:
    match = re.search(rf"<!-- example: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert match is not None
    return match.group(1)


@pytest.mark.apertium
def test_the_curl_example_of_the_readme(client: FlaskClient) -> None:
    """What the README posts is answered in every language it asks for."""
    arguments = shlex.split(_example("summarize"))
    body = arguments[arguments.index("-d") + 1]
    answer = client.post("/summarize", data=body, content_type="application/json")
    briefs = json.loads(answer.data)["briefs"]
    assert [(b["language"], b["status"]) for b in briefs] == [("en", "ok"), ("es", "ok"), ("fr", "ok")]


@pytest.mark.apertium
def test_the_command_line_example_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command of the README gives three briefs."""
    monkeypatch.chdir(ROOT)
    arguments = shlex.split(_example("brief"))[1:]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert re.findall(r"^\[(\w+)\]", result.output, re.MULTILINE) == ["en", "es", "fr"]


@pytest.mark.apertium
def test_the_stream_of_the_readme(client: FlaskClient) -> None:
    """It tells a brief for each language, and its end."""
    arguments = shlex.split(_example("stream"))
    headers = dict(arguments[at + 1].split(": ") for at, word in enumerate(arguments) if word == "-H")
    answer = client.post("/summarize", data=arguments[arguments.index("-d") + 1], headers=headers)
    events = re.findall(r"^event: (\w+)$", answer.text, re.MULTILINE)
    assert (events[0], events.count("brief"), events[-1]) == ("source", 3, "done")


def test_the_job_of_the_readme(client: FlaskClient) -> None:
    """It is accepted, once, and can be asked for."""
    arguments = shlex.split(_example("job"))
    headers = dict(arguments[at + 1].split(": ") for at, word in enumerate(arguments) if word == "-H")
    answers = [client.post("/jobs", data=arguments[arguments.index("-d") + 1], headers=headers) for _ in range(2)]
    places = {answer.headers["Location"] for answer in answers}
    assert ([answer.status_code for answer in answers], len(places)) == ([202, 202], 1)
    assert client.get(places.pop()).status_code == 200


@pytest.mark.apertium
def test_the_batch_of_the_readme(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each article comes out once, in both languages."""
    monkeypatch.chdir(ROOT)
    arguments = [str(tmp_path / word) if word == "out.jsonl" else word for word in shlex.split(_example("batch"))[1:]]
    result = CliRunner().invoke(main, arguments)
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert result.exit_code == 0, result.output
    assert {(row["id"], len(row["result"]["briefs"])) for row in rows} == {("harbour", 2), ("tram", 2), ("school", 2)}


def test_every_link_of_the_documents_leads_somewhere() -> None:
    """No relative link is broken."""
    broken = []
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_every_make_target_of_the_readme_exists() -> None:
    """`make X` in the README is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", README, re.MULTILINE))
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()
