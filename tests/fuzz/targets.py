"""Everything that reads what strangers send, and what is promised of each."""

import json
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar, get_args
from zlib import crc32

from flask.testing import FlaskClient

from service.bootstrap import build_services
from service.checks.translation import check_translated, read_source
from service.config import Settings
from service.logs import configure_logs
from service.pipeline.stopwatch import Stopwatch
from service.pipeline.understand import Limits, understand
from service.records import BriefRequest, Ceiling, Sentence
from service.text.language import identify
from service.text.names import find_names
from service.text.offsets import converter
from service.text.quotes import find_quotes
from service.text.read import Format, read_document
from service.text.sentences import split_sentences
from service.web.app import create_app
from service.web.intake import parse_body, to_brief_request
from tests.fuzz import inputs
from tests.fuzz import targets_wire as wire
from tests.fuzz.hunt import Target
from tests.fuzz.targets_engines import chat_answer, pipeline_answer, retry_after, server_answer

T = TypeVar("T")

_LANGUAGES = ("en", "de", "fr", "ru", "zh", "ja", "ko", "ar", "he", "hi", "th", "el", "tr", "und")
_HEADERS = (
    "Accept", "Content-Type", "Authorization", "X-Forwarded-For", "Forwarded", "X-Request-ID", "Origin", "Range",
    "Host", "Idempotency-Key", "X-Api-Key", "If-None-Match", "Last-Event-ID", "Content-Encoding", "traceparent",
)  # fmt: skip
_UNITS: dict[str, Callable[[str], int]] = {
    "codepoint": len,
    "utf16": lambda text: len(text.encode("utf-16-le")) // 2,
    "byte": lambda text: len(text.encode()),
}


def targets() -> list[Target]:
    """All of them, the cheap ones last."""
    return [
        Target("answer", inputs.request, answer),
        Target("understanding", inputs.text, understanding),
        Target("quotes", inputs.text, quotes),
        Target("checks", inputs.two_texts, checks),
        Target("chat", inputs.two_texts, chat_answer),
        Target("reading", inputs.text, reading),
        Target("offsets", inputs.text, offsets),
        Target("body", inputs.body, body),
        Target("pipeline", inputs.stream, pipeline_answer),
        Target("server", inputs.completion, server_answer),
        Target("retryafter", inputs.header, retry_after),
        Target("headers", inputs.header, headers),
        Target("arrival", inputs.message, wire.arrival),
        Target("address", inputs.header, wire.address),
        Target("callback", inputs.url, wire.callback_url),
        Target("callbackwait", inputs.header, wire.callback_retry_after),
        Target("batchlines", inputs.lines, wire.batch_lines),
        Target("batchkept", inputs.lines, wire.batch_kept),
        Target("keyfile", inputs.keys, wire.key_file),
    ]


def _one_of(data: bytes, choices: Sequence[T]) -> T:
    """A choice that the input itself makes, so that it is the same on replay."""
    return choices[crc32(data) % len(choices)]


# Requests, from the first byte to the last


@cache
def _settings() -> Settings:
    """The embedded profile without pairs: an article is briefed in its own language."""
    empty = tempfile.mkdtemp(prefix="newsbriefs-fuzz-")
    return Settings.from_env(
        {"NEWSBRIEFS_APERTIUM_MODES": empty, "NEWSBRIEFS_JOBS": "off", "NEWSBRIEFS_CACHE_BYTES": "0"}
        | {"NEWSBRIEFS_PROFILE": "embedded", "NEWSBRIEFS_LOG_LEVEL": "error", "NEWSBRIEFS_DATA": empty}
        | {"NEWSBRIEFS_RATE_PER_KEY": "", "NEWSBRIEFS_MAX_TIMEOUT_SECONDS": "600", "NEWSBRIEFS_TIMEOUT_SECONDS": "600"}
    )


@cache
def _client() -> FlaskClient:
    configure_logs(_settings())
    services = build_services(_settings())
    services.load()
    return create_app(services).test_client()


def answer(data: bytes) -> None:
    """An answer whose offsets cut its texts, or a problem that says what the caller can do; never a 5xx."""
    reply = _client().post("/summarize", data=data, content_type="application/json")
    document = json.loads(reply.data)
    assert reply.status_code in (200, 413, 422), (reply.status_code, document)
    if reply.status_code != 200:
        assert document["status"] == reply.status_code
        return
    asked = json.loads(data)
    source = document["source"]["text"]
    _check_answer(document, asked["text"] if source is None else source, asked)


def _check_answer(document: dict[str, Any], text: str, asked: dict[str, Any]) -> None:
    cut = _cutter(text, asked["offsets"])
    for quote in document["quotes"]:
        for piece in filter(None, (quote, quote["cue"], quote["speaker"] and quote["speaker"]["mention"])):
            assert cut(piece["start"], piece["end"]) == piece["text"]
    assert [brief["language"] for brief in document["briefs"]] == asked["languages"]
    for brief in document["briefs"]:
        if brief["status"] == "failed":
            assert brief["problem"]["detail"]
            continue
        assert brief["text"].strip()
        assert all(sentence["evidence"] for sentence in brief["sentences"])
        assert all(cut(span["start"], span["end"]).strip() for s in brief["sentences"] for span in s["evidence"])
        if isinstance(asked["length"], dict) and "max_characters" in asked["length"]:
            assert len(brief["text"]) <= asked["length"]["max_characters"]


def _cutter(text: str, unit: str) -> Callable[[int, int], str]:
    if unit == "codepoint":
        return lambda start, end: text[start:end]
    encoding, width = ("utf-16-le", 2) if unit == "utf16" else ("utf-8", 1)
    raw = text.encode(encoding)
    return lambda start, end: raw[width * start : width * end].decode(encoding)


def body(data: bytes) -> None:
    """A request, or a refusal whose message can be sent."""
    to_brief_request(parse_body(data), _settings())


def headers(data: bytes) -> None:
    """No header makes the service fail."""
    value = data.decode("latin-1")
    name = _one_of(data, _HEADERS)
    given = {"Content-Type": "application/json", name: value}
    reply = _client().post("/summarize", data=b'{"text": "The mayor said no.", "languages": ["en"]}', headers=given)
    assert reply.status_code < 500, (name, reply.status_code)
    assert _client().get("/languages", headers={name: value}).status_code < 500, name


# Articles


def reading(data: bytes) -> None:
    """Any text is read in any format; what is read can be sent, and plain text is not touched."""
    text = data.decode()
    kind: Format = _one_of(data, get_args(Format))
    document = read_document(text, format=kind, title=text[:200])
    document.text.encode()
    (document.title or "").encode()
    assert document.extracted or document.text == text


def understanding(data: bytes) -> None:
    """Sentences, names and quotes are the article's own slices, in order; nothing removed is quoted."""
    request = BriefRequest(
        text=data.decode(),
        format=_one_of(data, get_args(Format)),
        title=None,
        source_language=_one_of(data[1:], (None, None, *_LANGUAGES)),
        languages=("en",),
        ceiling=Ceiling(max_words=60),
        quotes=100,
        translate_quotes=False,
        glossary=(),
        strict=False,
    )
    limits = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    article, _ = understand(request, limits=limits, watch=Stopwatch())
    text = article.text
    speakers = [quote.speaker.mention for quote in article.quotes if quote.speaker]
    cues = [quote.cue for quote in article.quotes if quote.cue]
    pieces: list[Any] = [*article.sentences, *article.quotes, *article.names, *speakers, *cues]
    for piece in pieces:
        assert text[piece.start : piece.end] == piece.text, piece
    _check_order(article.sentences)
    _check_order(article.quotes)
    _check_order(article.removed)
    for quote in article.quotes:
        assert quote.text.strip(), quote
        inside = [cut for cut in article.removed if cut.start < quote.end and quote.start < cut.end]
        assert not inside, (quote.text[:100], inside[:3])


def _check_order(pieces: Sequence[Any]) -> None:
    borders = [border for piece in pieces for border in (piece.start, piece.end)]
    assert borders == sorted(borders), f"{type(pieces[0]).__name__} overlap or stand out of order"


def quotes(data: bytes) -> None:
    """Quotes of a text that is in any language, or said to be."""
    text, language = data.decode(), _one_of(data, _LANGUAGES)
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    found = find_quotes(text, sentences, names, language=language)
    assert [text[quote.start : quote.end] for quote in found] == [quote.text for quote in found]
    assert all(0.0 <= quote.confidence <= 1.0 for quote in found)
    _check_order(found)


def checks(data: bytes) -> None:
    """A translation of any text by any other can be checked."""
    source, _, written = data.decode("utf-8", "surrogatepass").partition(inputs.SEPARATOR)
    language, target = _one_of(data, _LANGUAGES[:-1]), _one_of(data[1:], _LANGUAGES[:-1])
    sentences: tuple[Sentence, ...] = split_sentences(source, language=language)
    names = find_names(source, sentences, language=language)
    for finding in check_translated(read_source(source, language=language, names=names), written, target=target):
        assert finding.message, finding
    identify(written)


def offsets(data: bytes) -> None:
    """Each unit counts what its own encoding does."""
    text = data.decode()[:20_000]
    for unit, count in _UNITS.items():
        convert = converter(text, unit)  # type: ignore[arg-type]
        for at in {0, len(text), *(crc32(data[index:]) % (len(text) + 1) for index in range(4))}:
            assert convert(at) == count(text[:at]), (unit, at)
