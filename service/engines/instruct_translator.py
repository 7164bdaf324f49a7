"""A translator on a chat model: sentence by sentence, so that none is skipped, each answer checked for its shape."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import regex

from service.engines.base import Ready
from service.engines.chat import ChatBackend, ChatReply, ChatRequest
from service.engines.instruct_question import Question, not_worth_answering
from service.engines.judge import has_link, has_markup, is_foreign
from service.engines.prompts import echoes, fence, holds_fence, load_prompt, restore
from service.errors import EngineError, NoRoute
from service.records import ModelInfo, Sentence, Step, Translation, TranslationRequest
from service.text.sentences import split_sentences
from service.text.tags import english_name, lookup, separator

_RULES = "1"
_TOKENS_A_TOKEN, _SPARE_TOKENS = 4, 64
_PREAMBLE = regex.compile(
    r"(?i)^[^:：\n]{0,80}?(?:translat|traduc|traduz|tradut|übersetz|vertal|перев|перекл|çevir|翻译|翻譯|翻訳|訳文|번역|ترجم|अनुवाद"
    r"|terjemah|bản dịch|tłumacz|แปล|(?:^|\b)(?:sure|certainly|of course|here is|here's)\b)[^:：\n]{0,80}[:：]"
)
_MARKDOWN = regex.compile(r"^(?:#{1,6} |> |[-*•] )|\*\*|__")
_WRAPS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("'", "'"))
_ANY_QUOTE = regex.compile(r"[“”\"«»„‟‹›「」『』]")
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# An ideograph or syllable carries about what three letters do (bytes a word in FLORES, as in text.language).
_DENSE_WEIGHT = 3
# From English into 40 languages the sentences of FLORES keep within .4 and 2.8; what is far outside is no translation.
_SHORTEST, _LONGEST = 0.3, 3.0
_FEWER_LETTERS, _MORE_LETTERS = 6, 30


@dataclass(frozen=True, slots=True)
class _Asked:
    """One text: its sentences, and which of them the model was asked for."""

    request: TranslationRequest
    sentences: tuple[Sentence, ...]
    questions: tuple[ChatRequest | None, ...]

    def wanted(self) -> dict[ChatRequest, None]:
        """Its questions, each wording once."""
        return dict.fromkeys(question for question in self.questions if question is not None)


class InstructTranslator:
    """Translates between the languages its operator trusts the model with; it owns the backend and closes it."""

    name = "instruct"

    def __init__(self, backend: ChatBackend, prompts: Path, *, languages: Sequence[str]) -> None:
        self._backend = backend
        self._languages = tuple(dict.fromkeys(languages))
        self._prompt = load_prompt(prompts, "translation")
        parts = (_RULES, backend.name, backend.revision, self._prompt.name, *self._languages)
        self.revision = sha256("\0".join(parts).encode()).hexdigest()[:12]

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the sentences of all of them go to the model as one batch, each wording once.

        `ready` is told of each result, in this thread, once the last of its own sentences is answered.
        """
        results: dict[int, Translation | EngineError] = {}

        def settle(place: int, result: Translation | EngineError) -> None:
            results[place] = result
            if ready is not None:
                ready(place, result)

        asked: dict[int, _Asked] = {}
        for place, request in enumerate(requests):
            item = self._ask(request)
            if not isinstance(item, _Asked):
                settle(place, item)
            elif item.wanted():
                asked[place] = item
            else:
                settle(place, self._read(item, {}))
        if asked:
            self._put(asked, settle)
        return [results[place] for place in range(len(requests))]

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """Every language of the list to every other."""
        return {source: tuple(to for to in self._languages if to != source) for source in self._languages}

    def models(self) -> list[ModelInfo]:
        """The chat model."""
        return [replace(self._backend.model(), languages=self._languages)]

    def failures(self) -> Mapping[str, str]:
        """The model, where it can't answer now."""
        why = self._backend.unavailable()
        return {} if why is None else {self._backend.model().name: why}

    def self_test(self) -> Mapping[str, str]:
        """Whether the model can be reached; its wording is judged request by request."""
        return self.failures()

    def close(self) -> None:
        """Close the backend; safe to call twice."""
        self._backend.close()

    # Asking

    def _ask(self, request: TranslationRequest) -> _Asked | Translation | EngineError:
        source, target = (lookup(tag, self._languages) for tag in (request.source, request.target))
        if request.source == request.target:
            return Translation(request.text, ())
        if source is None or target is None:
            reachable = ", ".join(self._languages)
            return NoRoute(
                f"the chat model is not trusted with {request.source} to {request.target};"
                f" NEWSBRIEFS_INSTRUCT_LANGUAGES has {reachable}"
            )
        if (why := not_worth_answering(Question((), 0, request.deadline, request.cancellation))) is not None:
            return why
        sentences = split_sentences(request.text, language=request.source)
        if not sentences:
            return EngineError("there is nothing to translate; send a text")
        return _Asked(request, sentences, tuple(self._question(request, sentence) for sentence in sentences))

    def _question(self, request: TranslationRequest, sentence: Sentence) -> ChatRequest | None:
        """What to ask about one sentence; None where it has no letter to translate."""
        if not any(map(str.isalpha, sentence.text)):
            return None
        text = " ".join(sentence.text.split())
        values = {
            "source_language": english_name(request.source),
            "source_tag": request.source,
            "language": english_name(request.target),
            "tag": request.target,
            "terms": _terms(request, text),
            "sentence": fence("sentence", text),
        }
        tokens = _TOKENS_A_TOKEN * self._backend.count_tokens(text) + _SPARE_TOKENS
        most = min(tokens, self._backend.context_tokens // 2)
        return Question(self._prompt.render(values), most, request.deadline, request.cancellation)

    def _put(self, asked: Mapping[int, _Asked], settle: Ready) -> None:
        """Put all questions as one batch; a text is settled by its place once all of its own are answered."""
        askers: dict[ChatRequest, list[int]] = {}
        for place, item in asked.items():
            for question in item.wanted():
                askers.setdefault(question, []).append(place)
        missing = {place: len(item.wanted()) for place, item in asked.items()}
        replies: dict[ChatRequest, ChatReply | EngineError] = {}
        questions = list(askers)

        def hear(number: int, reply: ChatReply | EngineError) -> None:
            replies[questions[number]] = reply
            for place in askers[questions[number]]:
                missing[place] -= 1
                if not missing[place]:
                    settle(place, self._read(asked[place], replies))

        self._backend.chat(questions, heard=hear)

    # Reading

    def _read(self, asked: _Asked, replies: Mapping[ChatRequest, ChatReply | EngineError]) -> Translation | EngineError:
        request, wordings = asked.request, []
        for sentence, question in zip(asked.sentences, asked.questions, strict=True):
            wording = sentence.text if question is None else self._wording(sentence.text, replies[question], request)
            if isinstance(wording, EngineError):
                return wording
            wordings.append(wording)
        step = Step(
            "translate",
            self.name,
            self.revision,
            request.source,
            request.target,
            model=self._backend.model().name,
            prompt=self._prompt.name,
        )
        return Translation(_joined(asked, wordings), (step,), tier="instruct")

    def _wording(self, sentence: str, reply: ChatReply | EngineError, request: TranslationRequest) -> str | EngineError:
        """The translation of one sentence, or why the answer is none."""
        if isinstance(reply, EngineError):
            return reply
        if not reply.complete:
            return EngineError("the model did not come to an end; a sentence of it is no translation")
        if holds_fence(reply.text) or echoes(reply.text, self._prompt):
            return EngineError("the model repeated its instructions instead of translating; try another model")
        written = _unwrapped(restore(reply.text, source=sentence), sentence)
        why = _flaw(written, sentence, request.target)
        return written if why is None else EngineError(f"the model's translation can't be used: {why}")


def _terms(request: TranslationRequest, text: str) -> str:
    """The names and terms of this sentence as data, a line each; nothing where there are none."""
    lines = [f"- {_line(name)}: keep as it is" for name in request.names if name in text]
    for entry in request.glossary:
        if entry.term not in text:
            continue
        renderings = dict(entry.translations)
        tag = lookup(request.target, renderings)
        if tag is not None:
            lines.append(f"- {_line(entry.term)}: write {_line(renderings[tag])}")
        elif not renderings:
            lines.append(f"- {_line(entry.term)}: keep as it is")
    return "Names and terms in it:\n" + fence("terms", "\n".join(dict.fromkeys(lines))) + "\n" if lines else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _joined(asked: _Asked, wordings: Sequence[str]) -> str:
    """The sentences with the target's separator between them; a line break of the source stays one."""
    text, parts = asked.request.text, [wordings[0]]
    for (left, right), wording in zip(pairwise(asked.sentences), wordings[1:], strict=True):
        between = text[left.end : right.start]
        parts += [between if "\n" in between else separator(asked.request.target), wording]
    return "".join(parts)


def _unwrapped(written: str, sentence: str) -> str:
    """Without the quotation marks that a model puts around its whole answer, where the sentence has none at all."""
    if not _ANY_QUOTE.search(sentence):
        for left, right in _WRAPS:
            inner = written[len(left) : -len(right)]
            if len(written) > 2 and written.startswith(left) and written.endswith(right) and left not in inner:
                return inner.strip()
    return written


def _flaw(written: str, sentence: str, target: str) -> str | None:
    """Why an answer is no translation of the sentence, judged by its shape alone; None where nothing is wrong."""
    if not any(map(str.isalnum, written)):
        return "it holds no word"
    if len(written.splitlines()) > 1:
        return "it has more than one line"
    if _PREAMBLE.match(written) and not _PREAMBLE.match(sentence):
        return "it opens with a remark of the model"
    if _MARKDOWN.search(written) and not _MARKDOWN.search(sentence):
        return "it holds Markdown"
    if (has_markup(written) and not has_markup(sentence)) or (has_link(written) and not has_link(sentence)):
        return "it holds markup or a link that the sentence has not"
    foreign = is_foreign(written, target)
    if foreign is not None:
        return f"it is in {foreign}, not in {target}"
    before, after = _mass(sentence), _mass(written)
    if after > _LONGEST * before + _MORE_LETTERS or after < _SHORTEST * before - _FEWER_LETTERS:
        return "it is far longer or shorter than the sentence"
    return None


def _mass(text: str) -> int:
    """How much a text says, in letters of an alphabet."""
    return sum(map(str.isalpha, text)) + (_DENSE_WEIGHT - 1) * len(_DENSE.findall(text))
