"""Settings: one frozen object, read once from the environment.

An unknown `NEWSBRIEFS_` variable or a bad value stops the start. The table of settings in
`docs/settings.md` is made from this file by `newsbriefs settings`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self

from service.errors import ConfigError
from service.setting_forms import (
    FILE,
    FLAG,
    FOLDER,
    HOST,
    HTTP_URL,
    LANGUAGES,
    MANY_LANGUAGES,
    NAME,
    NETWORKS,
    NETWORKS_AND_HOSTS,
    ORIGINS,
    RATE,
    REDIS_URL,
    SECRET,
    SECRETS,
    Parser,
    integer,
    many_tags,
    one_of,
    seconds,
)

PREFIX = "NEWSBRIEFS_"
_FILE = "_FILE"


def _setting(default: Any, parser: Parser, meaning: str) -> Any:
    """A field with its parser; a secret one stays out of the settings' own `repr`."""
    return field(default=default, repr=parser not in SECRETS, metadata={"parser": parser, "meaning": meaning})


_DEBIAN_MODES = Path("/usr/share/apertium/modes")
_STATE = Path("~/.cache/newsbriefs")
_DATA = Path("~/.local/share/newsbriefs")
_MODELS = Path("~/.local/share/newsbriefs/models")
_SEEDS_OF_CHECKOUT = Path(__file__).parent.parent / "seeds"
_PROMPTS_OF_CHECKOUT = Path(__file__).parent.parent / "prompts"
# What current small instruct models state to write; an operator's list may be longer or shorter.
_INSTRUCT_LANGUAGES = many_tags("ar, de, en, es, fr, hi, id, it, ja, ko, nl, pl, pt, ru, th, tr, vi, zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting of the service, with its default."""

    profile: str = _setting(
        "auto",
        one_of("auto", "embedded", "neural", "instruct"),
        "which engines are loaded; auto: the embedded ones, pulled models, and the chat model that is set",
    )
    host: str = _setting("127.0.0.1", HOST, "address to listen on")
    port: int = _setting(8000, integer(0, 65535), "port to listen on")
    threads: int = _setting(
        256, integer(4, 1024), "requests answered at the same time, those that wait for their turn included"
    )
    concurrency: int = _setting(
        0, integer(0, 256), "requests worked on at the same time; 0: as many as the loaded engines serve best"
    )
    receive_seconds: float = _setting(
        20.0, seconds(0.1, 600), "longest a client may take to send a request, from its first byte to its last"
    )
    drain_seconds: float = _setting(
        3.0, seconds(0, 120), "after SIGTERM requests are still taken for so long, while /readyz says 503"
    )
    heartbeat_seconds: float = _setting(
        10.0, seconds(0.1, 120), "longest silence of a stream; then a comment is sent, which keeps proxies waiting"
    )
    default_languages: tuple[str, ...] = _setting(
        ("en", "es", "fr"), LANGUAGES, "languages briefed in where a request names none"
    )
    timeout_seconds: float = _setting(30.0, seconds(0.1, 600), "deadline of a request that names none")
    max_timeout_seconds: float = _setting(60.0, seconds(0.1, 600), "longest deadline a request may ask for")
    max_body_bytes: int = _setting(4_194_304, integer(1024, 67_108_864), "largest request body")
    max_page_characters: int = _setting(
        1_000_000, integer(100, 16_000_000), "longest `text` as it is sent, markup included, in Unicode code points"
    )
    max_article_characters: int = _setting(
        200_000, integer(100, 16_000_000), "longest article, once it is read from its markup, in Unicode code points"
    )
    max_sentences: int = _setting(
        400,
        integer(10, 10_000),
        "sentences of an article that are weighed; where it has more, `source.truncated` says so",
    )
    max_weighed_characters: int = _setting(
        60_000, integer(1000, 16_000_000), "how far into an article sentences are weighed; said in `source.truncated`"
    )
    cache_bytes: int = _setting(67_108_864, integer(0, 17_179_869_184), "memory for finished answers; 0 keeps none")
    redis_url: str = _setting(
        "", REDIS_URL, "Redis or Valkey that replicas share: cache, rates and jobs; empty: each process has its own"
    )
    shared_cache_seconds: int = _setting(
        86_400, integer(1, 31_536_000), "how long an answer is kept on the shared store"
    )
    data: Path = _setting(_DATA, FOLDER, "what must not be lost: jobs and keys")
    jobs: str = _setting(
        "auto",
        one_of("auto", "embedded", "redis", "off"),
        "where jobs are kept and run; embedded: SQLite and this process; redis: workers (`newsbriefs worker`);"
        " auto: redis where NEWSBRIEFS_REDIS_URL is set",
    )
    job_threads: int = _setting(2, integer(1, 256), "jobs that one process works on at the same time")
    worker_port: int = _setting(
        0,
        integer(0, 65535),
        "port for /metrics, /livez and /readyz of `newsbriefs worker`, of each further process one higher; 0: none",
    )
    job_attempts: int = _setting(3, integer(1, 20), "how often a job is begun, at most, before it fails")
    job_timeout_seconds: float = _setting(300.0, seconds(0.1, 3600), "deadline of one attempt at a job")
    job_retention_seconds: int = _setting(86_400, integer(1, 31_536_000), "how long a finished job can be asked for")
    jobs_waiting: int = _setting(100_000, integer(1, 10_000_000), "most jobs that wait; one more is refused with 503")
    callback_secret: str = _setting(
        "", SECRET, "signs callbacks (HMAC-SHA256); without it a job with a `callback_url` is refused"
    )
    callback_allow: tuple[str, ...] = _setting(
        (), NETWORKS_AND_HOSTS, "private addresses that callbacks may go to all the same"
    )
    callback_attempts: int = _setting(8, integer(1, 50), "how often a callback is sent, at most, until it is taken")
    keys: str = _setting(
        "auto",
        one_of("auto", "on", "off"),
        "whether callers need a key; auto: unless it listens on the loopback alone, behind no trusted proxy",
    )
    keys_file: Path = _setting(Path(), FILE, "file with the hashes of the keys; empty: `keys.json` in NEWSBRIEFS_DATA")
    rate_per_key: str = _setting("120/minute", RATE, "requests to /summarize and /jobs of a key without its own rate")
    rate_per_address: str = _setting("", RATE, "requests to /summarize and /jobs from one address")
    trusted_proxies: tuple[str, ...] = _setting((), NETWORKS, "load balancers whose X-Forwarded-For is believed")
    cors_origins: tuple[str, ...] = _setting((), ORIGINS, "web pages elsewhere that may call the API from a browser")
    metrics_open: bool = _setting(
        False, FLAG, "whether /metrics is answered without a key where keys are needed (for a closed network)"
    )
    traces: str = _setting(
        "off", one_of("off", "otlp"), "where OpenTelemetry traces go; otlp: as the OTEL_ variables say"
    )
    translation_threads: int = _setting(
        8, integer(1, 64), "steps of translation done at the same time, over all requests"
    )
    apertium_pipelines: int = _setting(
        12, integer(1, 512), "Apertium pipelines kept running, at most, of about 200 MB each; the least used gives way"
    )
    apertium_modes: Path = _setting(_DEBIAN_MODES, FOLDER, "where the installed Apertium pairs list their modes")
    state: Path = _setting(
        _STATE, FOLDER, "what is remembered between starts (passed self-tests); nothing is where it can't be written"
    )
    neural_threads: int = _setting(
        0, integer(0, 256), "batches a model decodes at the same time, a processor core each; 0: as many as cores"
    )
    models: Path = _setting(_MODELS, FOLDER, "where `newsbriefs models pull` keeps models, and engines find them")
    seeds: Path = _setting(_SEEDS_OF_CHECKOUT, FOLDER, "sample articles the page offers; none if it is missing")
    instruct_url: str = _setting(
        "", HTTP_URL, "server of a chat model that speaks OpenAI's protocol; empty: the model runs in this process"
    )
    instruct_model: str = _setting(
        "",
        NAME,
        "id of the chat model on that server (needed where it has several), else the name of a pulled one, or a folder",
    )
    instruct_key: str = _setting("", SECRET, "key for that server, sent as a bearer token")
    instruct_timeout_seconds: float = _setting(
        60.0, seconds(0.1, 600), "longest wait for one answer of the chat model, retries included"
    )
    instruct_concurrency: int = _setting(
        8, integer(1, 256), "questions put to the chat model at the same time, over all requests"
    )
    instruct_context_tokens: int = _setting(
        8192, integer(1024, 1_048_576), "most tokens of a question and its answer; less where the model states less"
    )
    instruct_languages: tuple[str, ...] = _setting(
        _INSTRUCT_LANGUAGES, MANY_LANGUAGES, "languages the chat model is trusted to read and to write"
    )
    prompts: Path = _setting(_PROMPTS_OF_CHECKOUT, FOLDER, "the prompts given to a chat model, `<task>.<version>.txt`")
    log_level: str = _setting("info", one_of("debug", "info", "warning", "error"), "least level that is logged")
    log_format: str = _setting("json", one_of("json", "console"), "how log lines look")

    @property
    def keys_path(self) -> Path:
        """The file of keys."""
        return (self.data / "keys.json" if self.keys_file == Path() else self.keys_file).expanduser()

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings from `environ`; raises ConfigError that names key, value and what is allowed."""
        known = {PREFIX + item.name.upper(): item for item in fields(cls)}
        values: dict[str, Any] = {}
        given = _with_files(environ, known)
        for key in sorted(given):
            if key not in known:
                raise ConfigError(_unknown(key, known))
            values[known[key].name] = _parse(key, given[key], known[key].metadata["parser"])
        settings = cls(**values)
        settings._check()
        return settings

    def _check(self) -> None:
        if self.timeout_seconds > self.max_timeout_seconds:
            raise ConfigError(
                f"{PREFIX}TIMEOUT_SECONDS is {self.timeout_seconds:g}, above {PREFIX}MAX_TIMEOUT_SECONDS,"
                f" which is {self.max_timeout_seconds:g}: lower the first or raise the second"
            )


def _with_files(environ: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, str]:
    """The variables that are ours; of a secret one, `<NAME>_FILE` may name the file that holds it."""
    given = {key: value for key, value in environ.items() if key.startswith(PREFIX)}
    for key in [key for key in given if key.endswith(_FILE)]:
        plain = key.removesuffix(_FILE)
        if key in known or plain not in known or known[plain].metadata["parser"] not in SECRETS:
            continue
        if plain in given:
            raise ConfigError(f"{plain} and {key} are both set; unset one of them")
        try:
            given[plain] = Path(given.pop(key)).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(
                f"{key} names a file that can't be read ({type(error).__name__}); check its path"
            ) from None
    return given


def _unknown(key: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(key, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"unknown setting {key}{hint} Unset it, or use one of: {', '.join(known)}"


def _parse(key: str, raw: str, parser: Parser) -> Any:
    try:
        return parser.parse(raw)
    except (ValueError, KeyError) as error:
        if parser in SECRETS:
            raise ConfigError(f"{key} has a bad value; allowed: {parser.allowed}") from None
        raise ConfigError(f"{key} is {raw!r}; allowed: {parser.allowed}") from error


_OF_CHECKOUT = {name: f"the `{name}/` of the checkout" for name in ("seeds", "prompts")}


def settings_table() -> str:
    """All settings as a Markdown table, for the documentation."""
    rows = ["| variable | default | allowed | meaning |", "|---|---|---|---|"]
    for item in fields(Settings):
        parser, meaning = item.metadata["parser"], item.metadata["meaning"]
        default = _OF_CHECKOUT.get(item.name) or (f"`{shown}`" if (shown := _show(item.default)) else "(empty)")
        allowed = (
            f"{parser.allowed}; or `{PREFIX}{item.name.upper()}{_FILE}` names a file with it"
            if parser in SECRETS
            else parser.allowed
        )
        rows.append(f"| `{PREFIX}{item.name.upper()}` | {default} | {allowed} | {meaning} |")
    return "\n".join(rows) + "\n"


def _show(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if value == Path():
        return ""
    return ",".join(value) if isinstance(value, tuple) else str(value)
