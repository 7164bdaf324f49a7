"""Settings: one frozen object, read once from the environment.

An unknown `NEWSBRIEFS_` variable or a bad value stops the start. The table of settings in
`docs/settings.md` is made from this file by `newsbriefs settings`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import langcodes

from service.errors import ConfigError

PREFIX = "NEWSBRIEFS_"


@dataclass(frozen=True, slots=True)
class Parser:
    """How a setting is read from its string, and what may stand there; `parse` raises ValueError."""

    allowed: str
    parse: Callable[[str], Any]


def _integer(low: int, high: int) -> Parser:
    def parse(raw: str) -> int:
        value = int(raw)
        if not low <= value <= high:
            raise ValueError(raw)
        return value

    return Parser(f"a whole number from {low} to {high}", parse)


def _seconds(low: float, high: float) -> Parser:
    def parse(raw: str) -> float:
        value = float(raw)
        if not low <= value <= high:
            raise ValueError(raw)
        return value

    return Parser(f"seconds from {low:g} to {high:g}", parse)


def _one_of(*values: str) -> Parser:
    def parse(raw: str) -> str:
        if raw not in values:
            raise ValueError(raw)
        return raw

    return Parser("one of " + ", ".join(values), parse)


def _tags(raw: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(langcodes.standardize_tag(part.strip()) for part in raw.split(",") if part.strip()))
    if not 1 <= len(tags) <= 32:
        raise ValueError(raw)
    return tags


def _host(raw: str) -> str:
    if not raw.strip():
        raise ValueError(raw)
    return raw.strip()


def _many_tags(raw: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(langcodes.standardize_tag(part.strip()) for part in raw.split(",") if part.strip()))


def _http_url(raw: str) -> str:
    """Without user, query or fragment: what is secret goes in a setting of its own."""
    found = urlsplit(raw.strip())
    bare = not (found.username or found.password or found.query or found.fragment)
    if raw.strip() and not (found.scheme in ("http", "https") and found.hostname and bare):
        raise ValueError(raw)
    return raw.strip()


def _secret(raw: str) -> str:
    if not raw.strip().isascii() or not all("!" <= character <= "~" for character in raw.strip()):
        raise ValueError
    return raw.strip()


_LANGUAGES = Parser("1 to 32 BCP 47 tags, comma separated", _tags)
_HOST = Parser("an address or host name to listen on", _host)
_FOLDER = Parser("a folder", Path)
_MANY_LANGUAGES = Parser("BCP 47 tags, comma separated", _many_tags)
_HTTP_URL = Parser("an http or https address without user, query and fragment", _http_url)
_SECRET = Parser("printable ASCII without spaces; never shown", _secret)
_NAME = Parser("any text", str.strip)


def _setting(default: Any, parser: Parser, meaning: str) -> Any:
    """A field with its parser; a secret one stays out of the settings' own `repr`."""
    return field(default=default, repr=parser is not _SECRET, metadata={"parser": parser, "meaning": meaning})


_DEBIAN_MODES = Path("/usr/share/apertium/modes")
_STATE = Path("~/.cache/newsbriefs")
_MODELS = Path("~/.local/share/newsbriefs/models")
_SEEDS_OF_CHECKOUT = Path(__file__).parent.parent / "seeds"
_PROMPTS_OF_CHECKOUT = Path(__file__).parent.parent / "prompts"
# What current small instruct models state to write; an operator's list may be longer or shorter.
_INSTRUCT_LANGUAGES = _many_tags("ar, de, en, es, fr, hi, id, it, ja, ko, nl, pl, pt, ru, th, tr, vi, zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the service, with its default."""

    profile: str = _setting(
        "auto",
        _one_of("auto", "embedded", "neural", "instruct"),
        "which engines are loaded; auto: the embedded ones, pulled models, and the chat model that is set",
    )
    host: str = _setting("127.0.0.1", _HOST, "address to listen on")
    port: int = _setting(8000, _integer(0, 65535), "port to listen on")
    threads: int = _setting(8, _integer(1, 256), "requests served at the same time")
    default_languages: tuple[str, ...] = _setting(
        ("en", "es", "fr"), _LANGUAGES, "languages briefed in where a request names none"
    )
    timeout_seconds: float = _setting(30.0, _seconds(0.1, 600), "deadline of a request that names none")
    max_timeout_seconds: float = _setting(60.0, _seconds(0.1, 600), "longest deadline a request may ask for")
    max_body_bytes: int = _setting(4_194_304, _integer(1024, 67_108_864), "largest request body")
    max_page_characters: int = _setting(
        1_000_000, _integer(100, 16_000_000), "longest `text` as it is sent, markup included, in Unicode code points"
    )
    max_article_characters: int = _setting(
        200_000, _integer(100, 16_000_000), "longest article, once it is read from its markup, in Unicode code points"
    )
    max_sentences: int = _setting(
        400,
        _integer(10, 10_000),
        "sentences of an article that are weighed; where it has more, `source.truncated` says so",
    )
    max_weighed_characters: int = _setting(
        60_000, _integer(1000, 16_000_000), "how far into an article sentences are weighed; said in `source.truncated`"
    )
    cache_bytes: int = _setting(67_108_864, _integer(0, 17_179_869_184), "memory for finished answers; 0 keeps none")
    translation_threads: int = _setting(
        8, _integer(1, 64), "steps of translation done at the same time, over all requests"
    )
    apertium_pipelines: int = _setting(
        12, _integer(1, 512), "Apertium pipelines kept running, at most, of about 200 MB each; the least used gives way"
    )
    apertium_modes: Path = _setting(_DEBIAN_MODES, _FOLDER, "where the installed Apertium pairs list their modes")
    state: Path = _setting(
        _STATE, _FOLDER, "what is remembered between starts (passed self-tests); nothing is where it can't be written"
    )
    neural_threads: int = _setting(
        0, _integer(0, 256), "batches a model decodes at the same time, a processor core each; 0: as many as cores"
    )
    models: Path = _setting(_MODELS, _FOLDER, "where `newsbriefs models pull` keeps models, and engines find them")
    seeds: Path = _setting(_SEEDS_OF_CHECKOUT, _FOLDER, "sample articles the page offers; none if it is missing")
    instruct_url: str = _setting(
        "", _HTTP_URL, "server of a chat model that speaks OpenAI's protocol; empty: the model runs in this process"
    )
    instruct_model: str = _setting(
        "",
        _NAME,
        "id of the chat model on that server (needed where it has several), else the name of a pulled one, or a folder",
    )
    instruct_key: str = _setting("", _SECRET, "key for that server, sent as a bearer token")
    instruct_timeout_seconds: float = _setting(
        60.0, _seconds(0.1, 600), "longest wait for one answer of the chat model, retries included"
    )
    instruct_concurrency: int = _setting(
        8, _integer(1, 256), "questions put to the chat model at the same time, over all requests"
    )
    instruct_context_tokens: int = _setting(
        8192, _integer(1024, 1_048_576), "most tokens of a question and its answer; less where the model states less"
    )
    instruct_languages: tuple[str, ...] = _setting(
        _INSTRUCT_LANGUAGES, _MANY_LANGUAGES, "languages the chat model is trusted to read and to write"
    )
    prompts: Path = _setting(_PROMPTS_OF_CHECKOUT, _FOLDER, "the prompts given to a chat model, `<task>.<version>.txt`")
    log_level: str = _setting("info", _one_of("debug", "info", "warning", "error"), "least level that is logged")
    log_format: str = _setting("json", _one_of("json", "console"), "how log lines look")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings from `environ`; raises ConfigError that names key, value and what is allowed."""
        known = {PREFIX + item.name.upper(): item for item in fields(cls)}
        values: dict[str, Any] = {}
        for key in sorted(k for k in environ if k.startswith(PREFIX)):
            if key not in known:
                raise ConfigError(_unknown(key, known))
            values[known[key].name] = _parse(key, environ[key], known[key].metadata["parser"])
        settings = cls(**values)
        settings._check()
        return settings

    def _check(self) -> None:
        if self.timeout_seconds > self.max_timeout_seconds:
            raise ConfigError(
                f"{PREFIX}TIMEOUT_SECONDS is {self.timeout_seconds:g}, above {PREFIX}MAX_TIMEOUT_SECONDS,"
                f" which is {self.max_timeout_seconds:g}: lower the first or raise the second"
            )


def _unknown(key: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(key, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"unknown setting {key}{hint} Unset it, or use one of: {', '.join(known)}"


def _parse(key: str, raw: str, parser: Parser) -> Any:
    try:
        return parser.parse(raw)
    except ValueError as error:
        if parser is _SECRET:
            raise ConfigError(f"{key} has a bad value; allowed: {parser.allowed}") from None
        raise ConfigError(f"{key} is {raw!r}; allowed: {parser.allowed}") from error


_OF_CHECKOUT = {name: f"the `{name}/` of the checkout" for name in ("seeds", "prompts")}


def settings_table() -> str:
    """All settings as a Markdown table, for the documentation."""
    rows = ["| variable | default | allowed | meaning |", "|---|---|---|---|"]
    for item in fields(Settings):
        parser, meaning = item.metadata["parser"], item.metadata["meaning"]
        default = _OF_CHECKOUT.get(item.name) or (f"`{shown}`" if (shown := _show(item.default)) else "(empty)")
        rows.append(f"| `{PREFIX}{item.name.upper()}` | {default} | {parser.allowed} | {meaning} |")
    return "\n".join(rows) + "\n"


def _show(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)
