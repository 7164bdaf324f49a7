"""The frozen records that travel through the house.

Every offset is half-open and counts Unicode code points into `Article.text`, unless said otherwise.
Languages are BCP 47 tags in canonical case.
"""

from dataclasses import dataclass
from typing import Literal

from service.cancellation import Cancellation

Severity = Literal["info", "warning", "error"]
Verdict = Literal["pass", "review", "fail"]
Tier = Literal["source", "embedded", "neural", "instruct"]
QuoteKind = Literal["full", "partial"]
RemovalReason = Literal[
    "byline", "credit", "caption", "furniture", "duplicate", "dateline", "share", "related", "markup"
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch that is not article, and why; the text itself is never rewritten."""

    start: int
    end: int
    reason: RemovalReason


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was filed and by whom, as it says at its head: "PARIS (AP) — ".

    `place` is None where only an agency signs. `text[start:end]` is among the removed stretches.
    """

    place: str | None
    agencies: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """What was submitted, as plain text.

    `extracted` is true where `text` differs from what the client sent (HTML, Markdown): offsets then
    refer to this text, and the answer must carry it. `title` is the one the source itself declares
    (`<title>`, `og:title`, a level-one heading), or None.
    """

    text: str
    title: str | None
    extracted: bool


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A detected language and the probability given to it, 0 to 1."""

    language: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article, without surrounding white space.

    `paragraph` counts the paragraphs of the kept text from 0.
    """

    text: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article, with where they stand: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name in the text, as it stands there.

    `kind` is a judgement by shape and context; "other" where there is no evidence.
    """

    text: str
    start: int
    end: int
    kind: Literal["person", "place", "organisation", "other"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the fullest name the article gives, and the mention beside the quote."""

    name: str
    description: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said, verbatim: `article.text[start:end] == text`, without the marks."""

    text: str
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    cue: Mention | None
    confidence: float
    salience: float


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the service understands it."""

    text: str
    extracted: bool
    title: str | None
    language: str
    confidence: float
    removed: tuple[Removed, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...]
    words: int
    title_span: Span | None = None
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A hard limit on a brief's length; a limit that is None does not bind.

    Characters are Unicode code points; words as in `service.text.words.count_words`.
    """

    max_words: int | None = None
    max_characters: int | None = None
    max_sentences: int | None = None


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence offered for a brief, in the article's language.

    `evidence` are the stretches of the source that carry it; `order` is where it stands when the
    brief is read; `rank` says how soon it would be taken when not all fit (0 first). `support` is the share
    of it that its evidence carries, 0 to 1 (`service.text.alignment`); 1 for the article's own words.
    """

    text: str
    evidence: tuple[Span, ...]
    order: int
    rank: int
    support: float = 1.0


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """One article to summarise under a ceiling; `deadline` is a `time.monotonic()` instant."""

    article: Article
    ceiling: Ceiling
    deadline: float | None = None
    cancellation: Cancellation | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary in the article's language.

    `sentences` are in reading order and hold more than the ceiling lets through, so that a sentence
    that does not fit in some language can be replaced by the next in rank. `headline` carries its
    evidence too; its `order` and `rank` are 0. `tier` says whose wording it is (source: the article's own),
    `model` and `prompt` what wrote it where that is not the engine itself, `checks` what the engine has to say about
    it (sentences it left out, parts of the article it did not read), `before` the steps that came before its own (an
    engine that failed, a pivot).
    """

    headline: SummarySentence
    sentences: tuple[SummarySentence, ...]
    engine: str
    revision: str
    tier: Tier = "source"
    model: str | None = None
    prompt: str | None = None
    checks: tuple["Check", ...] = ()
    before: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term to leave alone (`translations` empty), or to render as given for a target language."""

    term: str
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """One text to translate.

    `names` are strings to carry through untouched. `deadline` is a `time.monotonic()` instant. Once `cancellation` is
    raised nobody waits for it, and EngineCancelled may stand in its place.
    """

    text: str
    source: str
    target: str
    names: tuple[str, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    deadline: float | None = None
    cancellation: Cancellation | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way a brief took.

    `model` is the name of the `ModelInfo` behind it, if not the engine's; `prompt` is the version and hash of the
    prompt it was asked with, if it was asked with one.
    """

    step: str
    engine: str
    revision: str
    source: str | None = None
    target: str | None = None
    model: str | None = None
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """A translated text, the hops it took, and the words the engine did not know.

    `unknown` are words as they stand in the source text or in `text`; parts of names and glossary terms that were
    carried through are left out. `tier` says whose wording it is.
    """

    text: str
    steps: tuple[Step, ...]
    unknown: tuple[str, ...] = ()
    tier: Tier = "embedded"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding about a brief or a translated quote; a record, never an exception."""

    kind: str
    severity: Severity
    sentence: int | None
    value: str | None
    message: str


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """One sentence of a brief in its language, with the source's stretches that carry it.

    `support` is that of the sentence in the article's language: a translation is held against that sentence.
    """

    text: str
    evidence: tuple[Span, ...]
    support: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one brief failed; `reason` is that of the error's class in `service.errors`."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief in one language; `problem` is set exactly where `status` is failed."""

    language: str
    status: Literal["ok", "failed"]
    tier: Tier
    headline: str | None = None
    sentences: tuple[BriefSentence, ...] = ()
    verdict: Verdict | None = None
    checks: tuple[Check, ...] = ()
    steps: tuple[Step, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class QuoteTranslation:
    """A quote in another language; `machine` is false only where it is the original itself.

    `text` is None where it could not be translated; `checks` then say why.
    """

    language: str
    text: str | None
    machine: bool
    verdict: Verdict
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What an engine is made of, as `/models` and the answer tell it."""

    name: str
    revision: str
    licence: str
    tier: Tier
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """What one caller asks for, already validated.

    `source_language` is None where it is to be detected. `languages_asked` is false where `languages` are
    the service's default. `deadline` is a `time.monotonic()` instant.
    """

    text: str
    format: Literal["auto", "text", "markdown", "html"]
    title: str | None
    source_language: str | None
    languages: tuple[str, ...]
    ceiling: Ceiling
    quotes: int
    translate_quotes: bool
    glossary: tuple[GlossaryEntry, ...]
    strict: bool
    deadline: float | None = None
    languages_asked: bool = True
    cancellation: Cancellation | None = None


@dataclass(frozen=True, slots=True)
class Truncation:
    """How much of the article was weighed, where it was not all of it."""

    used_sentences: int
    of: int
    why: str


@dataclass(frozen=True, slots=True)
class KeyQuote:
    """A quote that was picked, with its translations in the order of the languages asked for."""

    quote: Quote
    translations: tuple[QuoteTranslation, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything one article gave: its understanding, a brief a language, its key quotes.

    `timings` are (stage, milliseconds) in the order the stages ran; `reused` counts the parts (understanding, summary,
    languages) that were worked out for an earlier request.
    """

    article: Article
    truncation: Truncation | None
    briefs: tuple[Brief, ...]
    quotes: tuple[KeyQuote, ...]
    timings: tuple[tuple[str, float], ...]
    reused: int = 0
