"""Inputs of each kind, made from articles of our own: texts, JSON bodies, answers of a model, lines of a stream."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.fuzz.mutations import NASTY, mutated, spoiled

_CORPUS = Path(__file__).parent / "corpus"
_SEEDS = Path(__file__).parents[2] / "seeds"
SEPARATOR = "\x1e"
"""Between the two texts of an input that has two."""

Make = Callable[[Random, bytes | None], bytes]

_TAGS = (
    "en",
    "de",
    "fr",
    "ru",
    "zh",
    "ja",
    "ar",
    "he",
    "hi",
    "th",
    "el",
    "ko",
    "pt-BR",
    "zh-Hant",
    "sr-Latn",
    "und",
    "x-y",
)
_ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    10**20,
    "",
    " ",
    "auto",
    [],
    {},
    [[]],
    {"": ""},
    "\x00",
    "é" * 2000,
    "de-DE-1996",
)
_FIELDS: tuple[str, ...] = (
    "text",
    "format",
    "title",
    "source_language",
    "languages",
    "length",
    "quotes",
    "translate_quotes",
    "glossary",
)
_FIELDS += ("engine", "strict", "offsets", "timeout_seconds", "callback_url", "a", "")


@cache
def articles() -> tuple[str, ...]:
    """The corpus: our own articles and pages in many scripts, and the two seeds."""
    paths = [*sorted(_CORPUS.glob("*.*")), *sorted(_SEEDS.glob("*.txt"))]
    return tuple(path.read_text(encoding="utf-8") for path in paths)


def text(rng: Random, parent: bytes | None) -> bytes:
    """A text; UTF-8, without surrogates."""
    seed = rng.choice(articles()) if parent is None else parent.decode()
    return mutated(rng, seed, articles()).encode()


def two_texts(rng: Random, parent: bytes | None) -> bytes:
    """An article and what is said to be about it: a summary, a translation, a model's answer."""
    if parent is None:
        seed = rng.choice(articles())[:3000]
        left, right = seed, rng.choice((seed, rng.choice(articles())[:2000]))
    else:
        left, _, right = parent.decode("utf-8", "surrogatepass").partition(SEPARATOR)
    if rng.random() < 0.5:
        left = mutated(rng, left, articles())
    right = mutated(rng, right, articles())
    if rng.random() < 0.05:
        right += "\ud800"
    return f"{left.replace(SEPARATOR, '')}{SEPARATOR}{right.replace(SEPARATOR, '')}".encode("utf-8", "surrogatepass")


def body(rng: Random, parent: bytes | None) -> bytes:
    """The body of a request: right, nearly right, or no JSON at all."""
    document: Any = {"text": _short(rng), "languages": rng.sample(_TAGS, rng.randint(1, 4))}
    for _ in range(rng.randint(0, 4)):
        document[rng.choice(_FIELDS)] = _value(rng, depth=0)
    raw = json.dumps(document, ensure_ascii=rng.random() < 0.3).encode("utf-8", "surrogatepass")
    raw = spoiled(rng, raw) if rng.random() < 0.4 else raw
    return raw.replace(b"\\u0022", b"\\ud83d") if rng.random() < 0.02 else raw


def request(rng: Random, parent: bytes | None) -> bytes:
    """A right request about a changed article."""
    lengths = ("headline", "short", "long", {"max_words": rng.randint(1, 90)}, {"max_characters": rng.randint(1, 400)})
    document: dict[str, Any] = {
        "text": text(rng, None if parent is None else json.loads(parent)["text"].encode()).decode(),
        "format": rng.choice(("auto", "text", "html", "markdown")),
        "languages": ["en", "es", "ja", "ar"],
        "length": rng.choice(lengths),
        "quotes": 100,
        "offsets": rng.choice(("codepoint", "utf16", "byte")),
        "strict": rng.random() < 0.2,
        "glossary": [{"term": rng.choice(NASTY), "keep": True}, {"term": "Vell", "translations": {"es": "$1\\g<0>"}}],
    }
    if rng.random() < 0.5:
        document["source_language"] = rng.choice(("en", "de", "ru", "zh", "ar", "hi"))
    return json.dumps(document).encode()


def stream(rng: Random, parent: bytes | None) -> bytes:
    """What an Apertium pipeline might write for a text."""
    source = mutated(rng, rng.choice(articles())[:400], articles())[:5000]
    written = mutated(rng, source, articles())[:5000] + rng.choice(
        ("[#newsbriefs]", ".[#newsbriefs]", "", "[#newsbriefs")
    )
    return source.replace(SEPARATOR, "").encode() + SEPARATOR.encode() + spoiled(rng, written.encode())


def completion(rng: Random, parent: bytes | None) -> bytes:
    """What a chat server might answer."""
    message: Any = {"role": "assistant", "content": _value(rng, 0) if rng.random() < 0.2 else _short(rng)}
    choice: Any = {"message": message, "finish_reason": rng.choice(("stop", "length", None, 3, [], "tool_calls"))}
    choice[rng.choice(("message", "finish_reason", "x", "y", "z"))] = _value(rng, 0)
    document: Any = {
        "choices": rng.choice(([choice], [], choice, [choice] * 3)),
        rng.choice(("id", "choices")): [choice],
    }
    raw = json.dumps(document).encode()
    return spoiled(rng, raw) if rng.random() < 0.5 else raw


_HEADERS = (
    "120", "0", "-1", "1.5", "", "Mon, 22 Nov 2032 10:00:00 GMT", "Mon, 22 Nov 2032 10:00:00 -0000",
    "Sun, 06 Nov 1994 08:49:37",
    "22 Nov 99999 10:00 +9999", "Bearer abc", "Basic YTpi", "203.0.113.9, 10.0.0.1", "[2001:db8::1]:80", "unknown",
    "text/html;q=0.5",
    "for=192.0.2.60;proto=http", "1, , 2", "sha256=00", "a=b; c=\"d\"", "text/event-stream, */*;q=0",
)  # fmt: skip


def header(rng: Random, parent: bytes | None) -> bytes:
    """The value of a header: characters that HTTP lets through, as Latin-1."""
    changed = mutated(rng, rng.choice(_HEADERS), _HEADERS)[:4000]
    if rng.random() < 0.5:
        changed = changed.replace("0", rng.choice(("9" * 20, "00", "-1", "²", "1e9")))
    return changed.replace("\n", " ").replace("\r", " ").encode("latin-1", "ignore")


_MESSAGES = (
    'POST /summarize HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n{"text": 1}\n',
    "POST /jobs HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\nGET /",
    "GET /livez HTTP/1.1\r\nHost: a\r\nX: \r\n y\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n",
    "\r\nPOST / HTTP/1.0\r\ncontent-length: 5\r\nContent-Length: 6\r\ntransfer-encoding: identity\r\n\r\nhello",
)
_FRAMING = (
    "\r\n",
    "\r\n\r\n",
    "\n",
    "\r",
    "0\r\n\r\n",
    "fffffffffffffff\r\n",
    "Content-Length: ",
    "chunked",
    ": ",
    ";",
)


def message(rng: Random, parent: bytes | None) -> bytes:
    """The bytes of requests on a connection."""
    text = mutated(rng, rng.choice(_MESSAGES), _MESSAGES)[:8000] if rng.random() < 0.5 else rng.choice(_MESSAGES)
    for _ in range(rng.randint(0, 5)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(_FRAMING) + text[at + rng.choice((0, 1, 3)) :]
    return text.encode("latin-1", "replace")


_URLS = (
    "https://newsroom.example/callback?a=b", "http://[2001:db8::1]:8080/x", "http://127.0.0.1/", "http://2130706433/",
    "http://0x7f.1/", "https://user:pw@host.example:443/", "http://[::ffff:169.254.169.254]/",
    "https://bücher.example/",
    "HTTP://LOCALHOST.:80/a%2e", "http://1.2.3.4.5/", "http://a.b\\@c/", "https://xn--a.example/#f",
    "http://[fe80::1%25eth0]/",
)  # fmt: skip


def url(rng: Random, parent: bytes | None) -> bytes:
    """An address to call back."""
    changed = mutated(rng, rng.choice(_URLS), _URLS)[:3000] if rng.random() < 0.6 else rng.choice(_URLS)
    for _ in range(rng.randint(0, 3)):
        at = rng.randint(0, len(changed))
        changed = changed[:at] + rng.choice((*".:/@[]%?#\\", "0x", "127.0.0.1", "。", "::1")) + changed[at:]
    return changed.encode("latin-1", "ignore")


def lines(rng: Random, parent: bytes | None) -> bytes:
    """Lines of JSON: requests, finished lines of a batch, keys, or nearly so."""
    rows = [rng.choice((_finished, _asked, _value_only))(rng) for _ in range(rng.randint(1, 5))]
    raw = rng.choice((b"\n", b"\r\n", b"\n\n")).join(json.dumps(row).encode() for row in rows)
    return spoiled(rng, raw) if rng.random() < 0.3 else raw


def keys(rng: Random, parent: bytes | None) -> bytes:
    """A file of keys, with values of any kind."""
    row: dict[str, Any] = {"id": "0123abcd", "name": "desk", "sha256": "0" * 64, "created": "2031-01-01T00:00:00+00:00"}
    row |= {"expires": None, "rate": None, "scopes": ["summarize"], "revoked": None}
    row[rng.choice((*row, "x"))] = _value(rng, 0)
    document = {"version": rng.choice((1, 1, 1, 2, "1")), "keys": rng.choice(([row], [row, row], row, _value(rng, 1)))}
    raw = json.dumps(document).encode()
    return spoiled(rng, raw) if rng.random() < 0.3 else raw


def _asked(rng: Random) -> Any:
    return {"id": _value(rng, 2), "text": _short(rng)[:500], rng.choice(_FIELDS): _value(rng, 1)}


def _finished(rng: Random) -> Any:
    row: dict[str, Any] = {"line": 1, "id": None, "input": "a" * 64, "options": "b", "status": "done", "problem": None}
    row["result"] = {"briefs": [{"problem": {"status": 503}}]}
    row[rng.choice((*row, "x"))] = _value(rng, 1)
    row["result"] = rng.choice((row["result"], {"briefs": _value(rng, 1)}, {"briefs": [_value(rng, 1)]}))
    return row


def _value_only(rng: Random) -> Any:
    return _value(rng, 0)


def _short(rng: Random) -> str:
    return mutated(rng, rng.choice(articles())[:500], articles())[:3000]


def _value(rng: Random, depth: int) -> Any:
    """Any JSON value, nested at times."""
    kind = rng.randrange(8)
    if kind == 0 and depth < 3:
        return [_value(rng, depth + 1) for _ in range(rng.choice((0, 1, 3, 40)))]
    if kind == 1 and depth < 3:
        names = (*_FIELDS, "term", "keep", "translations", "max_words", "max_sentences")
        return {rng.choice(names): _value(rng, depth + 1) for _ in range(rng.choice((1, 2, 5)))}
    if kind == 2:
        return _short(rng)
    if kind == 3:
        return rng.choice((*_TAGS, "html", "codepoint", "long", "embedded"))
    return rng.choice(_ODD)
