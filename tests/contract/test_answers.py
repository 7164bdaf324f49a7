"""The seeds through the real service: what an editor and a client rely on."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.web.schemas import SummarizeAnswer

pytestmark = pytest.mark.apertium
LANGUAGES = ["en", "es", "fr", "pt", "it", "ca"]
NOT_ARTICLE = ["Photo: AFP", "![]()", "Thuy Lam", "Kyiv Independent", "“`", " |"]


@pytest.fixture(scope="module", params=["seed_000", "seed_004"])
def seed(request: pytest.FixtureRequest) -> str:
    """Each seed."""
    text: str = request.getfixturevalue(request.param)
    return text


@pytest.fixture(scope="module")
def answer(client: FlaskClient, seed: str) -> dict[str, Any]:
    """The whole answer for a seed."""
    reply = client.post("/summarize", json={"text": seed, "languages": LANGUAGES, "quotes": 100})
    assert reply.status_code == 200
    document: dict[str, Any] = json.loads(reply.data)
    return document


def test_the_answer_keeps_its_schema(answer: dict[str, Any]) -> None:
    """Nothing is missing, nothing unknown."""
    SummarizeAnswer.model_validate(answer)


def test_every_brief_is_ok_in_the_order_asked_for(answer: dict[str, Any]) -> None:
    """Both seeds, six languages."""
    assert [(b["language"], b["status"]) for b in answer["briefs"]] == [(tag, "ok") for tag in LANGUAGES]


def test_tiers_say_how_far_to_trust(answer: dict[str, Any]) -> None:
    """The own language is the source, the others are gists."""
    assert [b["tier"] for b in answer["briefs"]] == ["source"] + ["embedded"] * 5


def test_no_translation_fails_a_check(answer: dict[str, Any]) -> None:
    """Numbers, names and glossary hold in every language."""
    errors = [c for b in answer["briefs"] for c in b["checks"] if c["severity"] == "error"]
    assert errors == []


def test_nothing_that_is_no_article_is_in_a_brief(answer: dict[str, Any]) -> None:
    """No caption, byline, credit or residue, and no mark of the engine."""
    texts = " ".join(b["headline"] + " " + b["text"] for b in answer["briefs"])
    assert [mark for mark in [*NOT_ARTICLE, "*", "#", "@", "^", "$", "\\"] if mark in texts] == []


def test_the_own_brief_is_verbatim(answer: dict[str, Any], seed: str) -> None:
    """Each sentence of the English brief is its evidence."""
    brief = answer["briefs"][0]
    assert [seed[s["evidence"][0]["start"] : s["evidence"][0]["end"]] for s in brief["sentences"]] == [
        s["text"] for s in brief["sentences"]
    ]


def test_languages_share_their_evidence(answer: dict[str, Any]) -> None:
    """A translated sentence points to a sentence of the article, as the source brief does."""
    spans = {(s["evidence"][0]["start"], s["evidence"][0]["end"]) for s in answer["briefs"][0]["sentences"]}
    first = [b["sentences"][0]["evidence"][0] for b in answer["briefs"]]
    assert {(span["start"], span["end"]) for span in first} <= spans


def test_the_route_names_every_hop(answer: dict[str, Any]) -> None:
    """Hops follow on each other from English to the language asked for, each with a revision."""
    for brief in answer["briefs"][1:]:
        hops = [step for step in brief["route"] if step["step"] == "translate"]
        assert hops[0]["from"] == "en"
        assert hops[-1]["to"] == brief["language"]
        assert all(step["revision"] for step in brief["route"])


def test_quotes_are_translated_into_every_language(answer: dict[str, Any]) -> None:
    """The own language is the quote itself."""
    for quote in answer["quotes"]:
        assert list(quote["translations"]) == LANGUAGES
        assert quote["translations"]["en"]["text"] == quote["text"]
        assert all(item["text"] for item in quote["translations"].values())


def test_models_are_those_that_were_used(answer: dict[str, Any]) -> None:
    """The summariser and a pair for each hop, with licence and revision."""
    names = [model["name"] for model in answer["engines"]["models"]]
    assert "extractive" in names
    assert "apertium-eng-spa" in names
    assert len(names) < 12


def _speakers(answer: dict[str, Any]) -> dict[str, Any]:
    return {quote["text"]: quote["speaker"] for quote in answer["quotes"]}


def _ask(client: FlaskClient, text: str, **changes: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        client.post("/summarize", json={"text": text, "languages": ["en"], "quotes": 100} | changes).data
    )
    return document


def test_the_speakers_of_the_first_seed(client: FlaskClient, seed_000: str) -> None:
    """`He` is Zhovkva both times; scare quotes are nobody's."""
    speakers = _speakers(_ask(client, seed_000))
    found = {text: speaker and (speaker["name"], speaker["mention"]["text"]) for text, speaker in speakers.items()}
    assert found == {
        "serious, trained troops… who are ready to fight.": ("Igor Zhovkva", "He"),
        "who will defend, who will deter.": ("Igor Zhovkva", "He"),
    }


def test_the_speakers_of_the_second_seed(client: FlaskClient, seed_004: str) -> None:
    """Full names from surnames and pronouns."""
    speakers = _speakers(_ask(client, seed_004))
    names = {text[:24]: speaker and speaker["name"] for text, speaker in speakers.items()}
    expected = {
        "thousands, not just a fe": "Volodymyr Zelensky",
        "coordinated steps": "Volodymyr Zelensky",
        "without waiting for the ": "Volodymyr Zelensky",
        "The first step to ending": "Volodymyr Zelensky",
        "legitimate targets.": "Vladimir Putin",
        "root cause": "Vladimir Putin",
        "He doesn't get to decide": "Georgiy Tykhy",
    }
    assert {text: name for text, name in names.items() if expected.get(text, name) != name} == {}
    assert set(names) >= set(expected) - {"coordinated steps", "root cause"}


def test_the_best_quotes_come_first_and_no_more_than_asked(client: FlaskClient, seed_004: str) -> None:
    """`quotes` limits, salience orders."""
    quotes = _ask(client, seed_004, quotes=2)["quotes"]
    salience = [quote["salience"] for quote in quotes]
    assert (len(quotes), salience) == (2, sorted(salience, reverse=True))
    assert _ask(client, seed_004, quotes=0)["quotes"] == []


def test_what_is_not_article_is_marked_with_its_reason(client: FlaskClient, seed_004: str) -> None:
    """The table residue, the caption that stands twice, the credit and the byline of the second seed."""
    removed = _ask(client, seed_004)["source"]["removed"]
    cut = {seed_004[span["start"] : span["end"]].strip(): span["reason"] for span in removed}
    whole = "\n".join(cut)
    assert [line for line in seed_004.splitlines() if line[:6] in ("![]() ", "Thuy L") and line not in whole] == []
    assert whole.count("Ukrainian President Volodymyr Zelensky at a press conference") == 2
    assert {"byline"} < set(cut.values())


def test_the_title_is_found_and_translated(client: FlaskClient, seed_000: str) -> None:
    """The first line is the headline, not a sentence of the body."""
    answer = _ask(client, seed_000, languages=["en", "es"])
    title = seed_000.splitlines()[0]
    assert (answer["source"]["title"], answer["briefs"][0]["headline"]) == (title, title)
    assert answer["briefs"][1]["headline"] not in (title, None)


def test_a_repeat_comes_from_the_cache(client: FlaskClient, seed_000: str) -> None:
    """The same id and the same answer, marked as a hit."""
    first = _ask(client, seed_000 + "\nThis repeat has a line of its own.", quotes=1)
    again = _ask(client, seed_000 + "\nThis repeat has a line of its own.", quotes=1)
    assert (first["cache"], again["cache"], first["id"]) == ("miss", "hit", again["id"])
    for answer in (first, again):
        del answer["cache"], answer["timings_ms"]
    assert first == again


def test_a_glossary_is_kept(client: FlaskClient) -> None:
    """A kept term stays as it is and a translated one reads as given."""
    text = "The minister met the Blue Shield group on Monday. The town hall of Stone paid 30,000 euros."
    glossary = [
        {"term": "Blue Shield", "keep": True},
        {"term": "town hall", "translations": {"es": "casa consistorial"}},
    ]
    brief = _ask(client, text, languages=["es"], glossary=glossary)["briefs"][0]
    assert "Blue Shield" in brief["text"]
    assert "casa consistorial" in brief["text"]
    assert [check for check in brief["checks"] if check["kind"] == "glossary"] == []


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (
            "<h1>Tram line opens</h1><p>The mayor opened the line on Monday &amp; left.</p><p>It cost “a lot”.</p>",
            "html",
        ),
        ("# Tram line opens\n\nThe mayor **opened** the line on [Monday](/m).\n\n- It cost a lot.\n", "markdown"),
    ],
)
def test_extracted_text_comes_with_the_answer(client: FlaskClient, text: str, format: str) -> None:
    """For HTML and Markdown the offsets refer to `source.text`, which holds no markup."""
    answer = _ask(client, text, format=format)
    source = answer["source"]["text"]
    span = answer["briefs"][0]["sentences"][0]["evidence"][0]
    assert source[span["start"] : span["end"]] == answer["briefs"][0]["sentences"][0]["text"]
    assert answer["source"]["title"] == "Tram line opens"
    assert [mark for mark in ("<p>", "**", "&amp;", "](") if mark in source] == []


def test_languages_lists_exactly_what_can_be_reached(client: FlaskClient, services: Any) -> None:
    """Every language stands for itself first; targets are those of the translator, for a variety its parent's."""
    rows = {row["code"]: row for row in json.loads(client.get("/languages").data)}
    reached = services.engines().translator.targets()
    assert {code: set(rows[code]["targets"]) for code in ("en", "es", "sv")} == {
        code: {code, *reached[code]} for code in ("en", "es", "sv")
    }
    assert rows["en-US"]["targets"][1:] == rows["en"]["targets"][1:]
    assert rows["ja"]["targets"] == ["ja"]
    assert all(row["targets"][0] == code for code, row in rows.items())
    assert (rows["en"]["name"], len({row["name"] for row in rows.values()})) == ("English", len(rows))


def test_models_and_probes(client: FlaskClient) -> None:
    """What is loaded, and that it is ready."""
    models = json.loads(client.get("/models").data)
    assert models["profile"] == "embedded"
    assert "GPL" in next(model["licence"] for model in models["models"] if model["name"].startswith("apertium"))
    assert client.get("/readyz").json["status"] == "ok"  # type: ignore[index]
    assert client.get("/livez").json == {"status": "ok"}


def test_documentation_is_served(client: FlaskClient) -> None:
    """The page, its files, the documentation page and the document itself."""
    for path in ("/", "/page/style.css", "/docs", "/docs/swagger-ui.css", "/openapi.json", "/page/seeds"):
        with client.get(path) as reply:
            assert reply.status_code == 200, path
    assert json.loads(client.get("/openapi.json").data)["openapi"].startswith("3.1")
