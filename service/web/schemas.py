"""The wire: what a request must look like and what an answer does, as Pydantic models.

Descriptions end up in the OpenAPI document. Requests are strict: no coercion, no unknown field.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from service.text.tags import canonical

LengthName = Literal["headline", "short", "medium", "long"]
LENGTH_LIMITS = ("max_words", "max_characters", "max_sentences")


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _source(tag: str) -> str:
    return "auto" if tag == "auto" else canonical(tag)


def _whole(value: Any) -> Any:
    """JSON knows one kind of number: 21.0 is the integer 21."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_whole)]
LanguageTag = Annotated[str, Field(min_length=2, max_length=35, examples=["es", "pt-BR"]), AfterValidator(canonical)]


def _exactly_one(schema: dict[str, Any]) -> None:
    for limit in schema["properties"].values():
        limit.pop("default", None)
    schema.update(minProperties=1, maxProperties=1)


class LengthLimit(_Request):
    """A ceiling of one's own: exactly one of the three."""

    model_config = ConfigDict(json_schema_extra=_exactly_one)

    max_words: Whole = Field(default=0, ge=1, le=10_000, description="At most so many words.")
    max_characters: Whole = Field(default=0, ge=1, le=100_000, description="At most so many Unicode code points.")
    max_sentences: Whole = Field(default=0, ge=1, le=1_000, description="At most so many sentences.")


def _length_kind(value: Any) -> str:
    return "limit" if isinstance(value, dict | LengthLimit) else "name"


class GlossaryTerm(_Request):
    """A term to leave alone (`keep`), or to render as given (`translations`): exactly one of the two."""

    term: str = Field(min_length=1, max_length=200)
    keep: Literal[True] | None = None
    translations: dict[LanguageTag, Annotated[str, Field(min_length=1, max_length=200)]] | None = Field(
        default=None, min_length=1, max_length=200
    )


class SummarizeRequest(_Request):
    """One article, and what to make of it."""

    text: str = Field(min_length=1, description="The article: plain text, Markdown or HTML.")
    format: Literal["auto", "text", "markdown", "html"] = Field(default="auto", description="How to read `text`.")
    title: str | None = Field(default=None, max_length=1000, description="The headline, if the client has it.")
    source_language: Annotated[str, Field(min_length=2, max_length=35), AfterValidator(_source)] = Field(
        default="auto", description="BCP 47 tag of the article's language, or `auto`."
    )
    languages: list[LanguageTag] = Field(
        default=[],
        min_length=1,
        max_length=32,
        description="BCP 47 tags to brief in; duplicates collapse, order is kept. Without it: the service's default.",
    )
    length: Annotated[
        Annotated[LengthName, Tag("name")] | Annotated[LengthLimit, Tag("limit")], Discriminator(_length_kind)
    ] = Field(default="short", description="A hard ceiling for every language, kept by cutting whole sentences.")
    quotes: Whole = Field(default=5, ge=0, le=100, description="The most key quotes to return, best first.")
    translate_quotes: bool = Field(default=True, description="Also give each quote in every language asked for.")
    glossary: list[GlossaryTerm] = Field(
        default=[], max_length=200, description="Names to leave alone, or to render so."
    )
    engine: Literal["auto", "embedded", "neural", "instruct"] = Field(
        default="auto", description="Which family of engines may be used."
    )
    strict: bool = Field(default=False, description="Replace or fail what does not pass its checks.")
    offsets: Literal["codepoint", "utf16", "byte"] = Field(
        default="codepoint", description="The unit of every `start` and `end` in the answer."
    )
    timeout_seconds: float | None = Field(
        default=None, gt=0, allow_inf_nan=False, description="After it, what is ready is returned."
    )


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class WireSpan(_Answer):
    """A half-open stretch of the source, in the unit asked for."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class WireRemoved(WireSpan):
    """A stretch that is not article, and why."""

    reason: str


class WireDateline(WireSpan):
    """Where the story was filed and by which agencies, as its head says; the same stretch is among `removed`."""

    place: str | None
    agencies: list[str]


class WireMention(WireSpan):
    """Words of the source with where they stand."""

    text: str


class WireTruncated(_Answer):
    """How much of the article was weighed, where not all of it was."""

    used_sentences: int
    of: int
    why: str


class WireSource(_Answer):
    """The article as the service understood it; `text` only where it was extracted from HTML or Markdown."""

    language: str
    confidence: float = Field(ge=0, le=1)
    title: str | None
    words: int = Field(ge=0)
    sentences: int = Field(ge=0)
    text: str | None = None
    dateline: WireDateline | None
    removed: list[WireRemoved]
    truncated: WireTruncated | None


class WireCheck(_Answer):
    """One finding; `sentence` is null where it is about the headline or the whole."""

    kind: str
    severity: Literal["info", "warning", "error"]
    sentence: int | None
    value: str | None
    message: str


class WireStep(_Answer):
    """One step of the way; `prompt` is the version and hash of the prompt, where a chat model was asked."""

    step: str
    engine: str
    source: str | None = Field(default=None, alias="from")
    target: str | None = Field(default=None, alias="to")
    revision: str
    prompt: str | None = None


class WireSentence(_Answer):
    """One sentence of a brief and the stretches of the source that carry it.

    `support` is the share of it that they carry: 1 for the article's own words; for a translation, that of the
    sentence that was translated.
    """

    text: str
    evidence: list[WireSpan] = Field(min_length=1)
    support: float = Field(ge=0, le=1)


class WireFieldProblem(_Answer):
    """One wrong field."""

    pointer: str
    detail: str


class WireProblem(_Answer):
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WireFieldProblem]
    request_id: str


class WireBriefProblem(_Answer):
    """Why one brief failed; `reason` is its short name: deadline, no-route, length, checks …"""

    type: str
    title: str
    status: int
    detail: str
    reason: str


class WireBrief(_Answer):
    """The brief in one language."""

    language: str
    direction: Literal["ltr", "rtl"]
    status: Literal["ok", "failed"]
    headline: str | None
    text: str | None
    sentences: list[WireSentence]
    verdict: Literal["pass", "review", "fail"] | None
    checks: list[WireCheck]
    tier: Literal["source", "embedded", "neural", "instruct"]
    route: list[WireStep]
    problem: WireBriefProblem | None = None


class WireSpeaker(_Answer):
    """Who said it."""

    name: str
    description: str | None
    mention: WireMention


class WireQuoteTranslation(_Answer):
    """A quote in another language; `text` is null where it could not be translated (see `checks`)."""

    text: str | None
    machine: bool
    verdict: Literal["pass", "review", "fail"]
    checks: list[WireCheck]


class WireQuote(WireMention):
    """A quote, verbatim."""

    kind: Literal["full", "partial"]
    speaker: WireSpeaker | None
    cue: WireMention | None
    confidence: float = Field(ge=0, le=1)
    salience: float = Field(ge=0, le=1)
    translations: dict[str, WireQuoteTranslation]


class WireEngineModel(_Answer):
    """One model or data set an answer was made with."""

    name: str
    revision: str
    licence: str


class WireEngines(_Answer):
    """What the answer was made with."""

    profile: str
    models: list[WireEngineModel]


class SummarizeAnswer(_Answer):
    """Briefs and key quotes of one article."""

    id: str
    source: WireSource
    briefs: list[WireBrief]
    quotes: list[WireQuote]
    engines: WireEngines
    timings_ms: dict[str, float]
    cache: Literal["hit", "partial", "miss"]


class WireLanguage(_Answer):
    """A language, and what an article in it can be briefed in."""

    code: str
    name: str
    targets: list[str]


class WireModel(WireEngineModel):
    """One loaded model."""

    tier: Literal["source", "embedded", "neural", "instruct"]
    languages: list[str]


class WireLoaded(_Answer):
    """The engines and models that are loaded."""

    profile: str
    models: list[WireModel]


class WireAlive(_Answer):
    """The process can answer."""

    status: Literal["ok"]


class WirePart(_Answer):
    """One part of the service, and why it is not ready where it isn't."""

    name: str
    status: Literal["ok", "loading", "failed"]
    detail: str | None


class WireReady(_Answer):
    """Whether every part is ready."""

    status: Literal["ok", "unavailable"]
    parts: list[WirePart]
    excluded: list[str] = Field(description="Parts left out of `status`, as `?exclude=` asked.")
