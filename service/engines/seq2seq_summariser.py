"""Summaries by a seq2seq model: what the article does not support is left out, and said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from service.engines.batching import BatchCounts
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.degenerate import loops
from service.engines.extractive import usable
from service.engines.extractive_scoring import rank
from service.engines.fitting import fitting
from service.engines.headline import write_headline
from service.engines.judge import Judge, is_foreign
from service.engines.judged import judged, reasons
from service.engines.seq2seq_pieces import LoadedModel
from service.errors import EngineCancelled, EngineError, UnusableOutput
from service.records import Article, Ceiling, Check, ModelInfo, Sentence, Summary, SummaryRequest, SummarySentence
from service.text.tags import lookup, separator

_RULES = "1"
"""Counted up when what a model is given, or how its output is judged, changes."""
# As the family searches, and where that gives a loop, nothing or nothing supported, once more without its repetitions.
_WAYS: tuple[Callable[[Search], Search], ...] = (
    lambda search: search,
    lambda search: replace(search, no_repeat_ngram=3, repetition_penalty=1.2),
)
_SPARE_TOKENS = 8


@dataclass(frozen=True, slots=True)
class _Given:
    """One article and the sentences of it that the model is given, in the article's order."""

    request: SummaryRequest
    model: LoadedModel
    sentences: tuple[Sentence, ...]
    row: Row


class Seq2SeqSummariser:
    """Briefs in the article's own language, by the first of its models that knows it."""

    name = "seq2seq"

    def __init__(self, models: Sequence[LoadedModel]) -> None:
        self._models = tuple(models)
        told = [f"{model.info.name}@{model.info.revision}@{model.decoder.revision}" for model in self._models]
        self.revision = "-".join((_RULES, *told))

    def knows(self, language: str) -> bool:
        """Whether one of its models was trained on the language."""
        return self._model(language) is not None

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request, all in shared batches; the result has the length and order of the input."""
        given = [self._give(request) for request in requests]
        results: list[Summary | EngineError] = [
            item if isinstance(item, EngineError) else EngineError("not decoded") for item in given
        ]
        left = {place: item for place, item in enumerate(given) if isinstance(item, _Given)}
        for way in _WAYS:
            for place, outcome in _decoded(left, way).items():
                results[place] = self._read(left[place], outcome)
            left = {place: item for place, item in left.items() if isinstance(results[place], UnusableOutput)}
        return results

    def models(self) -> list[ModelInfo]:
        """Its models, the better ones first."""
        return [model.info for model in self._models]

    def counts(self) -> dict[str, BatchCounts]:
        """What each model has done so far, by its name."""
        return {model.info.name: model.decoder.counted() for model in self._models}

    def close(self) -> None:
        """Finish what was begun and free the models; safe to call twice."""
        for model in self._models:
            model.decoder.close()

    def _model(self, language: str) -> LoadedModel | None:
        return next((model for model in self._models if lookup(language, model.tokenizer.sources.tags)), None)

    def _give(self, request: SummaryRequest) -> _Given | EngineError:
        article = request.article
        if request.cancellation is not None and request.cancellation.cancelled:
            return EngineCancelled("nobody waits for the summary any more; it was not begun")
        model = self._model(article.language)
        if model is None:
            return EngineError(f"no loaded model was trained to summarise {article.language!r}")
        if not article.sentences:
            return EngineError("the article has no sentence to summarise; send its text")
        room = model.tokenizer.max_source_tokens - _SPARE_TOKENS
        sentences = fitting(article, room=room, count=model.tokenizer.count)
        if not sentences:
            return EngineError(
                f"no sentence of the article fits the {model.tokenizer.max_source_tokens} tokens it takes"
            )
        tag = lookup(article.language, model.tokenizer.sources.tags) or article.language
        text = separator(article.language).join(" ".join(sentence.text.split()) for sentence in sentences)
        return _Given(request, model, sentences, model.tokenizer.row(text, source=tag, target=tag))

    def _read(self, given: _Given, outcome: Hypothesis | EngineError) -> Summary | EngineError:
        if isinstance(outcome, EngineError):
            return outcome
        article = given.request.article
        written = given.model.tokenizer.text(outcome.tokens)
        if not any(map(str.isalpha, written)):
            return UnusableOutput("the model wrote no word")
        if loops(outcome.tokens):
            return UnusableOutput("the model repeated itself")
        foreign = is_foreign(written, article.language)
        if foreign is not None:
            return UnusableOutput(f"the model wrote in {foreign}, not in {article.language}")
        sentences, left_out = judged(written, Judge(article), article.language, complete=outcome.ended)
        if not sentences:
            return UnusableOutput(f"no sentence of the model's brief can be used: {reasons(left_out)}")
        return Summary(
            headline=_headline(article, given.request.ceiling),
            sentences=sentences,
            engine=self.name,
            revision=given.model.info.revision,
            tier="neural",
            model=given.model.info.name,
            checks=(*_part_read(given), *left_out),
        )


def _decoded(left: dict[int, _Given], way: Callable[[Search], Search]) -> dict[int, Hypothesis | EngineError]:
    """Every article's outcome, all queued before the first is waited for."""
    tickets = {}
    for place, item in left.items():
        search, request = way(item.model.tokenizer.family.search), item.request
        tickets[place] = item.model.decoder.submit(
            [item.row], search, deadline=request.deadline, cancellation=request.cancellation
        )
    return {place: ticket.result()[0] for place, ticket in tickets.items()}


def _headline(article: Article, ceiling: Ceiling) -> SummarySentence:
    """The article's own: these models are trained to write briefs, not headlines."""
    return write_headline(article, rank(article.sentences, title=article.title, usable=usable(article)), ceiling)


def _part_read(given: _Given) -> tuple[Check, ...]:
    read, of = len(given.sentences), len(given.request.article.sentences)
    if read == of:
        return ()
    most = given.model.tokenizer.max_source_tokens
    message = f"the model read the {read} best ranked of the article's {of} sentences; all are over its {most} tokens"
    return (Check("truncated", "info", None, None, message),)
