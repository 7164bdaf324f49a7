"""A summariser on a chat model: it writes, and what the article does not carry is left out and said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from service.engines.chat import ChatBackend, ChatReply, ChatRequest
from service.engines.extractive_scoring import rank
from service.engines.fitting import fitting
from service.engines.headline import write_headline
from service.engines.instruct_question import Question, left_alone
from service.engines.judge import Judge, is_foreign, plain
from service.engines.judged import judged, reasons
from service.engines.prompts import Prompt, echoes, fence, holds_fence, load_prompt, restore
from service.errors import EngineError
from service.records import (
    Article,
    Ceiling,
    Check,
    ModelInfo,
    Sentence,
    Summary,
    SummaryRequest,
    SummarySentence,
)
from service.text.tags import english_name, lookup, separator

_RULES = "1"
"""Counted up when the way answers are read and judged changes; model and prompts change the revision by themselves."""

_HEADLINE_WORDS, _HEADLINE_TOKENS = 14, 128
_WORDS_A_SENTENCE, _CHARACTERS_A_WORD = 20, 6
_FEWEST_WORDS = 12
# Eight tokens a word: what byte-level tokenizers need for scripts they know little of.
_TOKENS_A_WORD, _SPARE_TOKENS = 8, 64


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked about one article, and the sentences of it that the model was given."""

    article: Article
    ceiling: Ceiling
    given: tuple[Sentence, ...]
    brief: ChatRequest
    headline: ChatRequest | None


class InstructSummariser:
    """Briefs in the article's own language; every sentence is supported by sentences of the article."""

    name = "instruct"

    def __init__(self, backend: ChatBackend, prompts: Path, *, languages: Sequence[str] = ("mul",)) -> None:
        self._backend = backend
        self._languages = tuple(languages)
        self._brief = load_prompt(prompts, "brief")
        self._headline = load_prompt(prompts, "headline")
        parts = (_RULES, backend.name, backend.revision, self._brief.name, self._headline.name)
        self.revision = sha256("\0".join(parts).encode()).hexdigest()[:12]

    def knows(self, language: str) -> bool:
        """Whether the model is said to know the language."""
        return "mul" in self._languages or lookup(language, self._languages) is not None

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request; all questions go to the model as one batch."""
        asked = [self._ask(request) for request in requests]
        questions = [
            question
            for item in asked
            if isinstance(item, _Asked)
            for question in (item.brief, item.headline)
            if question is not None
        ]
        replies = iter(self._backend.chat(questions) if questions else [])
        return [self._read(item, replies) if isinstance(item, _Asked) else item for item in asked]

    def models(self) -> list[ModelInfo]:
        """The chat model."""
        return [replace(self._backend.model(), languages=self._languages)]

    def close(self) -> None:
        """The backend is the translator's to close."""

    # Asking

    def _ask(self, request: SummaryRequest) -> _Asked | EngineError:
        article = request.article
        if (gone := left_alone(request.cancellation)) is not None:
            return gone
        if not article.sentences:
            return EngineError("the article has no sentence to summarise; send its text")
        if not self.knows(article.language):
            return EngineError(
                f"the chat model is not trusted with {article.language}; NEWSBRIEFS_INSTRUCT_LANGUAGES has"
                f" {', '.join(self._languages)}"
            )
        words, sentences = _wanted(request.ceiling, article)
        max_tokens = min(_TOKENS_A_WORD * words + _SPARE_TOKENS, self._backend.context_tokens // 3)
        values = {"language": english_name(article.language), "tag": article.language}
        limits = {"max_words": words, "max_sentences": sentences}
        empty = self._brief.render({**values, **limits, "article": fence("article", "")})
        used = sum(self._backend.count_tokens(message.text) for message in empty)
        room = self._backend.context_tokens - max_tokens - used - _SPARE_TOKENS
        given = fitting(article, room=room, count=self._backend.count_tokens)
        if not given:
            return EngineError(
                f"no sentence of the article fits the model's {self._backend.context_tokens} tokens;"
                " raise NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS or ask for a shorter brief"
            )
        fenced = fence("article", _laid_out(given))
        waits = (request.deadline, request.cancellation)
        brief = Question(self._brief.render({**values, **limits, "article": fenced}), max_tokens, *waits)
        headline = None
        if not (article.title and article.title.strip()):
            rendered = self._headline.render({**values, "max_words": _HEADLINE_WORDS, "article": fenced})
            headline = Question(rendered, _HEADLINE_TOKENS, *waits)
        return _Asked(article, request.ceiling, given, brief, headline)

    # Reading

    def _read(self, asked: _Asked, replies: Iterator[ChatReply | EngineError]) -> Summary | EngineError:
        brief = next(replies)
        headline = next(replies) if asked.headline is not None else None
        if isinstance(brief, EngineError):
            return brief
        judge = Judge(asked.article)
        written = self._written(brief, self._brief, asked.article)
        if isinstance(written, EngineError):
            return written
        sentences, left_out = judged(written, judge, asked.article.language, complete=brief.complete)
        if not sentences:
            return EngineError(f"no sentence of the model's brief can be used: {reasons(left_out)}")
        title, no_title = self._title(asked, headline, judge)
        return Summary(
            headline=title,
            sentences=sentences,
            engine=self.name,
            revision=self.revision,
            tier="instruct",
            model=self._backend.model().name,
            prompt=self._brief.name,
            checks=(*self._part_read(asked), *no_title, *left_out),
        )

    def _written(self, reply: ChatReply, prompt: Prompt, article: Article) -> str | EngineError:
        """The text of a reply, or why none of it can be trusted."""
        if holds_fence(reply.text):
            return EngineError("the model repeated the marks around the article instead of writing; try another model")
        if echoes(reply.text, prompt):
            return EngineError("the model repeated its instructions instead of writing; try another model")
        written = plain(restore(reply.text, source=article.text))
        if not any(map(str.isalnum, written)):
            return EngineError("the model wrote no word; try another model")
        foreign = is_foreign(written, article.language)
        if foreign is not None:
            return EngineError(f"the model wrote in {foreign}, not in {article.language}; try another model")
        return written

    def _title(
        self, asked: _Asked, reply: ChatReply | EngineError | None, judge: Judge
    ) -> tuple[SummarySentence, tuple[Check, ...]]:
        """The article's own headline, else the model's, else the article's best short sentence, which is said."""
        article = asked.article
        ranked = rank(article.sentences, title=article.title, usable=[True] * len(article.sentences))
        if reply is None:
            return write_headline(article, ranked, asked.ceiling), ()
        why = self._title_flaw(reply, judge, article)
        if isinstance(reply, ChatReply) and why is None:
            text = plain(restore(reply.text, source=article.text))
            return SummarySentence(text, judge.evidence(text), order=0, rank=0, support=judge.support(text)), ()
        message = f"the model's headline was not used, the article's own words stand there: {why}"
        return write_headline(article, ranked, asked.ceiling), (Check("headline", "info", None, None, message),)

    def _title_flaw(self, reply: ChatReply | EngineError, judge: Judge, article: Article) -> str | None:
        if isinstance(reply, EngineError):
            return str(reply)
        written = self._written(reply, self._headline, article)
        if isinstance(written, EngineError):
            return str(written)
        return "it has more than one line" if "\n" in written or not reply.complete else judge.flaw(written)

    def _part_read(self, asked: _Asked) -> tuple[Check, ...]:
        read, of = len(asked.given), len(asked.article.sentences)
        if read == of:
            return ()
        message = (
            f"the model read the {read} best ranked of the article's {of} sentences;"
            f" all are over its {self._backend.context_tokens} tokens"
        )
        return (Check("truncated", "info", None, None, message),)


def _wanted(ceiling: Ceiling, article: Article) -> tuple[int, int]:
    """How many words and sentences to ask for: what the ceiling lets through, and no more than the article has."""
    a_word = _CHARACTERS_A_WORD if separator(article.language) else 1
    limits = [article.words]
    if ceiling.max_words is not None:
        limits.append(ceiling.max_words)
    if ceiling.max_characters is not None:
        limits.append(ceiling.max_characters // a_word)
    if ceiling.max_sentences is not None:
        limits.append(ceiling.max_sentences * _WORDS_A_SENTENCE)
    words = max(_FEWEST_WORDS, min(limits))
    sentences = max(1, words // _WORDS_A_SENTENCE)
    return words, min(sentences, ceiling.max_sentences or sentences)


def _laid_out(sentences: Sequence[Sentence]) -> str:
    """The sentences as text, a line for each paragraph."""
    lines: dict[int, list[str]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.paragraph, []).append(" ".join(sentence.text.split()))
    return "\n".join(" ".join(line) for line in lines.values())
