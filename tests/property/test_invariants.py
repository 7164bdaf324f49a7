"""The invariants of the contract, on any text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.bootstrap import Services
from service.config import Settings
from service.engines.base import EngineSet, LoadedEngines, Ready
from service.engines.extractive import ExtractiveSummariser
from service.errors import EngineError
from service.records import ModelInfo, Step, Translation, TranslationRequest
from service.text.words import count_words
from service.web.app import create_app


class StretchingTranslator:
    """For these tests: says every word twice, and fails on what has a `#`."""

    name = "stretching"
    revision = "1"

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Each text, longer than it was."""
        return [self._one(request) for request in requests]

    def _one(self, request: TranslationRequest) -> Translation | EngineError:
        if "#" in request.text:
            return EngineError("a # in it")
        words = [word for word in request.text.split() for _ in range(2)]
        return Translation(" ".join(words), (Step("translate", self.name, "1", request.source, request.target),))

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """English to two languages."""
        return {"en": ("ar", "es", "ja")}

    def models(self) -> list[ModelInfo]:
        """Itself."""
        return [ModelInfo(self.name, "1", "Apache-2.0", "embedded", ("en", "es", "ar", "ja"))]

    def failures(self) -> Mapping[str, str]:
        """None."""
        return {}

    def self_test(self) -> Mapping[str, str]:
        """None either."""
        return {}

    def close(self) -> None:
        """Nothing to free."""


@pytest.fixture(scope="module")
def stretching() -> FlaskClient:
    """A service whose translations are longer than their source."""
    engines = EngineSet("embedded", "embedded", ExtractiveSummariser(), StretchingTranslator(), ExtractiveSummariser())
    loaded = LoadedEngines(auto=engines, families={"embedded": engines}, failures={})
    services = Services(Settings.from_env({"NEWSBRIEFS_CACHE_BYTES": "0", "NEWSBRIEFS_JOBS": "off"}), lambda: loaded)
    services.load()
    return create_app(services).test_client()


MARKS = st.sampled_from(
    [*"“”\"«»„‟‹›「」『』‘’'‚—–-…!?。.,:;()[]<>*#|`\n\r\t \u00a0\u200f\u202e\u0000😀é漢ع", "\n\n", "said", "the"]
)
ENGLISH = ["minister", "He", "Ana Ribeiro", "told", "on Monday", "that", "30,000", "according to"]
OTHERS = ["laut", "dijo", "сказал", "Президент", "表示", "と述べた", "قال", "אמר", "a déclaré"]
WORDS = st.sampled_from([*ENGLISH, *OTHERS])
SOUP = st.lists(st.one_of(MARKS, WORDS, st.text(max_size=6)), min_size=1, max_size=60).map(
    lambda parts: "x" + " ".join(parts)
)
PROSE = st.lists(
    st.sampled_from(
        [
            "The mayor opened the bridge on Monday.",
            "“We have waited ten years for this day,” said mayor Ana Ribeiro.",
            "She added that “nobody was left behind.”",
            "Work cost 210 million euros, #7 among the projects of the city.",
            "Is this the end? The ministry denied it.",
            "他说：“我们会重建这座城市。”",
            "„Wir bauen die Brücke wieder auf“, sagte Jan Weber.",
            "Ships of 12 nations passed.",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
UNITS = st.sampled_from(["codepoint", "utf16", "byte"])
LENGTHS = st.one_of(
    st.sampled_from(["headline", "short", "medium", "long"]),
    st.builds(lambda n: {"max_words": n}, st.integers(1, 80)),
    st.builds(lambda n: {"max_characters": n}, st.integers(1, 400)),
    st.builds(lambda n: {"max_sentences": n}, st.integers(1, 5)),
)


def _cut(text: str, start: int, end: int, unit: str) -> str:
    if unit == "codepoint":
        return text[start:end]
    if unit == "utf16":
        return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
    return text.encode()[start:end].decode()


def _post(client: FlaskClient, **request: Any) -> dict[str, Any] | None:
    """The answer, or None where the text holds no sentence."""
    answer = client.post("/summarize", json=request)
    document: dict[str, Any] = json.loads(answer.data)
    if answer.status_code == 422 and [e["pointer"] for e in document["errors"]] == ["/text"]:
        return None
    assert answer.status_code == 200, document
    return document


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.one_of(SOUP, PROSE, st.text(min_size=1)), unit=UNITS)
def test_a_quote_is_never_altered(stretching: FlaskClient, text: str, unit: str) -> None:
    """Every offset cuts exactly the text it stands for, in the unit asked for."""
    request = {"text": text, "format": "text", "languages": ["en", "es"], "source_language": "en"}
    answer = _post(stretching, **request, quotes=100, offsets=unit)
    for quote in answer["quotes"] if answer else []:
        stretches = [quote, quote["cue"], quote["speaker"] and quote["speaker"]["mention"]]
        for item in filter(None, stretches):
            assert _cut(text, item["start"], item["end"], unit) == item["text"]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.one_of(PROSE, SOUP), length=LENGTHS)
def test_ceilings_order_and_evidence(stretching: FlaskClient, text: str, length: Any) -> None:
    """In the order asked for, no ceiling exceeded, none empty with status ok, evidence for every sentence."""
    languages = ["es", "en", "ja", "pl", "ar"]
    answer = _post(stretching, text=text, languages=languages, length=length, source_language="en", format="text")
    if answer is None:
        return
    assert [brief["language"] for brief in answer["briefs"]] == languages
    for brief in answer["briefs"]:
        if brief["status"] == "failed":
            assert (brief["text"], bool(brief["problem"]["reason"])) == (None, True)
            continue
        assert brief["text"].strip()
        _check_ceiling(brief, length)
        for sentence in brief["sentences"]:
            assert all(text[span["start"] : span["end"]].strip() for span in sentence["evidence"])
            assert sentence["evidence"]


def _check_ceiling(brief: dict[str, Any], length: Any) -> None:
    named = {"headline": {"max_words": 30, "max_sentences": 1}, "short": {"max_words": 60}}
    named |= {"medium": {"max_words": 120}, "long": {"max_words": 200}}
    limits = named[length] if isinstance(length, str) else length
    measured = {
        "max_words": count_words(brief["text"]),
        "max_characters": len(brief["text"]),
        "max_sentences": len(brief["sentences"]),
    }
    assert {name: measured[name] for name, limit in limits.items() if measured[name] > limit} == {}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=PROSE, unit=UNITS)
def test_the_same_request_gives_the_same_answer(stretching: FlaskClient, text: str, unit: str) -> None:
    """Byte for byte, but for the two fields that may differ."""
    request = {"text": text, "languages": ["en", "es", "ar"], "offsets": unit, "source_language": "en"}
    first, second = (_post(stretching, **request) for _ in range(2))
    assert first is not None
    assert second is not None
    for answer in (first, second):
        del answer["timings_ms"], answer["cache"]
    assert json.dumps(first) == json.dumps(second)
