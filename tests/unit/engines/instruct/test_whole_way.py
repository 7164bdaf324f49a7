"""An article through the whole service with a chat model on the tests' own server."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config import Settings, settings_table
from service.engines.base import EngineSet
from service.engines.instruct import InstructSummariser
from service.engines.instruct_backend import open_backend
from service.engines.instruct_translator import InstructTranslator
from service.engines.lead import LeadSummariser
from service.errors import ConfigError, EngineUnavailable
from service.pipeline.brief import prepare_briefing
from service.pipeline.understand import Limits
from service.records import Briefing, BriefRequest, Ceiling
from service.web.answers import to_answer
from tests.unit.engines.instruct.chat_server import Answer, Body, ChatServer, chat_server, fenced

TEXT = (
    "The river Orla flooded the old town of Brenn on Friday night. Firefighters took 40 people out of their homes by"
    " boat. Schools stay closed until Wednesday, the town council said."
)
SPANISH = {
    "Orla floods the old town of Brenn": "El Orla inunda el casco viejo de Brenn",
    "The river Orla flooded the old town of Brenn on Friday night.": "El río Orla inundó Brenn el viernes.",
    "Firefighters took 40 people from their homes by boat.": "Los bomberos sacaron a 40 personas de sus casas.",
}
KEY = "sk-very-secret"


def _answer(body: Body) -> Answer:
    if "<<<sentence " in body["messages"][1]["content"]:
        return Answer(SPANISH[fenced(body, "sentence")])
    if "headline" in body["messages"][0]["content"]:
        return Answer("Orla floods the old town of Brenn")
    first, second = list(SPANISH)[1:]
    return Answer(f"{first} {second} Nine aliens have landed in the cinema.")


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    """A running server."""
    with chat_server(_answer) as running:
        yield running


@pytest.fixture(scope="module")
def briefing(server: ChatServer) -> Briefing:
    """The briefing in English and Spanish."""
    settings = Settings.from_env({"NEWSBRIEFS_INSTRUCT_URL": server.url, "NEWSBRIEFS_INSTRUCT_KEY": KEY})
    backend = open_backend(settings)
    translator = InstructTranslator(backend, settings.prompts, languages=settings.instruct_languages)
    engines = EngineSet(
        "instruct", "instruct", InstructSummariser(backend, settings.prompts), translator, LeadSummariser()
    )
    request = BriefRequest(
        text=TEXT,
        format="text",
        title=None,
        source_language="en",
        languages=("en", "es"),
        ceiling=Ceiling(max_words=60),
        quotes=0,
        translate_quotes=False,
        glossary=(),
        strict=False,
    )
    found = prepare_briefing(
        request, engines, limits=Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    )
    translator.close()
    return found


def test_both_briefs_say_which_way_they_came(briefing: Briefing) -> None:
    """Tier, the prompts' versions and hashes, and what was left out are on the wire."""
    answer = to_answer(briefing, answer_id="x", unit="codepoint", profile="instruct", models=[])
    english, spanish = answer.briefs
    assert (english.tier, spanish.tier) == ("instruct", "instruct")
    assert [step.prompt and step.prompt[:-13] for step in english.route] == ["brief.v1"]
    assert [step.prompt and step.prompt[:-13] for step in spanish.route] == ["brief.v1", "translation.v1"]
    assert english.text == " ".join(list(SPANISH)[1:])
    assert spanish.text == " ".join(list(SPANISH.values())[1:])
    assert (english.headline, spanish.headline) == next(iter(SPANISH.items()))
    assert {check.kind for check in english.checks} == {"left_out"}
    evidence = [TEXT[span.start : span.end] for sentence in spanish.sentences for span in sentence.evidence]
    assert evidence == [sentence + "." for sentence in TEXT.removesuffix(".").split(". ")[:2]]


def test_the_key_goes_to_the_server_and_nowhere_else(
    server: ChatServer, briefing: Briefing, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not into the settings' repr or table, an error, a log or an answer."""
    with caplog.at_level(logging.DEBUG):
        settings = Settings.from_env({"NEWSBRIEFS_INSTRUCT_URL": server.url, "NEWSBRIEFS_INSTRUCT_KEY": KEY})
        backend = open_backend(settings)
        backend.close()
    with pytest.raises(ConfigError) as caught:
        Settings.from_env({"NEWSBRIEFS_INSTRUCT_KEY": KEY + " x"})
    answer = to_answer(briefing, answer_id="x", unit="codepoint", profile="p", models=[backend.model()])
    out, err = capfd.readouterr()
    shown = [repr(settings), settings_table(), str(caught.value), caplog.text, out, err, answer.model_dump_json()]
    assert [text for text in shown if KEY in text] == []
    assert (settings.instruct_key, server.headers[-1]["Authorization"]) == (KEY, f"Bearer {KEY}")


@pytest.mark.parametrize("url", ["ftp://x", "http://", "http://me:secret@host", "http://host/?key=1", "host:80"])
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    """What is secret has no place in it."""
    with pytest.raises(ConfigError, match="without user, query and fragment"):
        Settings.from_env({"NEWSBRIEFS_INSTRUCT_URL": url})


def test_without_a_server_or_a_folder_the_settings_are_named(tmp_path: Path) -> None:
    """What to set, in the message."""
    with pytest.raises(EngineUnavailable, match="NEWSBRIEFS_INSTRUCT_URL"):
        open_backend(Settings.from_env({}))
    with pytest.raises(EngineUnavailable, match="NEWSBRIEFS_INSTRUCT_MODEL"):
        open_backend(Settings.from_env({"NEWSBRIEFS_INSTRUCT_MODEL": str(tmp_path)}))
