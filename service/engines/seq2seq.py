"""Translation with seq2seq models: sentence by sentence, all languages in shared batches, nothing cut or skipped."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from service.cancellation import Cancellation
from service.engines.batching import BatchCounts, BatchingDecoder
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.degenerate import degenerate
from service.engines.sentence_parts import joined, pieces
from service.engines.shields import Shielded, protected_spans, shield
from service.engines.tokenizing import FamilyTokenizer
from service.errors import EngineCancelled, EngineError, NoRoute, UnusableOutput
from service.records import ModelInfo, Step, Translation, TranslationRequest
from service.text.tags import base
from service.text.terms import holds_term, wanted_term

# How a sentence is searched: first as its family is, and where it comes out as a loop, an echo, nothing or without an
# end, in these other ways in turn.
_WAYS: tuple[Callable[[Search], Search], ...] = (
    lambda search: search,
    lambda search: replace(search, no_repeat_ngram=3, repetition_penalty=1.2),
    lambda search: replace(search, beams=1, no_repeat_ngram=2),
)
# English first: most pairs of the models there are lead to or from it.
_PIVOTS = ("en", "es", "fr", "de", "ru")
# A sentence may grow by half and more when it is translated; limits are rounded up, for equal ones share a batch.
_GROWTH, _SPARE_TOKENS, _LIMITS_BY = 2, 16, 32
# Languages in which a whole sentence may read the same.
_CLOSE = ({"nb", "nn", "da"}, {"hr", "sr", "bs"}, {"id", "ms"}, {"gl", "pt"}, {"be", "uk", "ru"}, {"cs", "sk"})


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A translation model that is loaded: what it is, what makes its tokens, what runs it."""

    info: ModelInfo
    tokenizer: FamilyTokenizer
    decoder: BatchingDecoder

    def fits(self, text: str) -> bool:
        """Whether it takes a text as one piece, with room for a translation that is longer."""
        most = min(self.tokenizer.max_source_tokens - 8, self.tokenizer.family.max_new_tokens // _GROWTH)
        return self.tokenizer.count(text) <= most


@dataclass(frozen=True, slots=True)
class Hop:
    """One model's part of a way."""

    model: LoadedModel
    source: str
    target: str

    def step(self) -> Step:
        """The hop as the brief's route tells it."""
        info = self.model.info
        return Step(
            "translate", Seq2SeqTranslator.name, info.revision, source=self.source, target=self.target, model=info.name
        )

    def foreign(self) -> bool:
        """Whether a sentence of the source can't be one of the target."""
        ends = {base(self.source), base(self.target)}
        return len(ends) == 2 and not any(ends <= group for group in _CLOSE)


@dataclass(slots=True)
class _Piece:
    """One sentence on one hop."""

    text: str
    hop: Hop
    deadline: float | None
    cancellation: Cancellation | None = None
    result: str | EngineError | None = None


@dataclass(slots=True)
class _Task:
    """One text on its way: as it stands in the language of the next hop, or its error."""

    hops: tuple[Hop, ...]
    text: str
    deadline: float | None
    cancellation: Cancellation | None = None
    error: EngineError | None = None
    pieces: list[_Piece] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)


class Seq2SeqTranslator:
    """Translates with the models it is given, the better ones first, over a pivot only where nothing goes direct."""

    name = "seq2seq"

    def __init__(self, models: Sequence[LoadedModel], *, failures: Mapping[str, str] | None = None) -> None:
        self._models = tuple(models)
        self._failures = dict(failures or {})
        self._direct = _direct(self._models)
        self._targets = MappingProxyType(_reached(self._direct))
        told = [(model.info.name, model.info.revision, model.decoder.revision) for model in self._models]
        self.revision = hashlib.sha256(repr(told).encode()).hexdigest()[:12]

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """For each source language the targets it can reach, direct or over one pivot, sorted."""
        return self._targets

    def models(self) -> list[ModelInfo]:
        """The loaded models, the better ones first."""
        return [model.info for model in self._models]

    def failures(self) -> dict[str, str]:
        """The models that are in the store and could not be loaded, with the reason."""
        return dict(self._failures)

    def counts(self) -> dict[str, BatchCounts]:
        """What each model has done so far, by its name."""
        return {model.info.name: model.decoder.counted() for model in self._models}

    def self_test(self) -> dict[str, str]:
        """Nothing to start anew: what is loaded runs."""
        return self.failures()

    def close(self) -> None:
        """Finish what was begun and free the models; safe to call twice."""
        for model in self._models:
            model.decoder.close()

    def route(self, source: str, target: str) -> tuple[Hop, ...]:
        """The models that lead from `source` to `target`; raises NoRoute with what can be reached."""
        direct = self._direct.get(source, {})
        if target in direct:
            return (Hop(direct[target], source, target),)
        for pivot in (*_PIVOTS, *sorted(direct)):
            if pivot in direct and target in self._direct.get(pivot, {}):
                return (Hop(direct[pivot], source, pivot), Hop(self._direct[pivot][target], pivot, target))
        reachable = ", ".join(self._targets.get(source, ())) or "none"
        raise NoRoute(f"no loaded model leads from {source} to {target}; from {source} can be reached: {reachable}")

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        A text in which a term of its glossary was lost is translated once more with stand-ins for the terms; where
        the model loses those too the first translation stays, and its checks say what it lacks.
        """
        results = self._translated([(request, request.text) for request in requests])
        lacking = [place for place, result in enumerate(results) if _lost_terms(requests[place], result)]
        shielded = {place: _shielded(requests[place]) for place in lacking}
        again = self._translated([(requests[place], shielded[place].text) for place in lacking])
        for place, result in zip(lacking, again, strict=True):
            if isinstance(result, Translation) and shielded[place].intact(result.text):
                results[place] = replace(result, text=shielded[place].restore(result.text))
        return results

    def _translated(self, wanted: Sequence[tuple[TranslationRequest, str]]) -> list[Translation | EngineError]:
        tasks = [self._task(request, text) for request, text in wanted]
        for number in range(max((len(task.hops) for task in tasks), default=0)):
            _take_hop([task for task in tasks if task.error is None and number < len(task.hops)], number)
        return [task.error or _translation(task) for task in tasks]

    def _task(self, request: TranslationRequest, text: str) -> _Task:
        if request.source == request.target or not text.strip():
            return _Task((), text, request.deadline)
        try:
            route = self.route(request.source, request.target)
            return _Task(route, text, request.deadline, request.cancellation)
        except NoRoute as error:
            return _Task((), text, request.deadline, error=error)


def _translation(task: _Task) -> Translation:
    return Translation(task.text, tuple(hop.step() for hop in task.hops), tier="neural")


def _take_hop(tasks: Sequence[_Task], number: int) -> None:
    """One hop of all tasks together."""
    for task in tasks:
        hop = task.hops[number]
        texts, task.gaps = pieces(task.text, language=hop.source, fits=hop.model.fits)
        task.pieces = [_Piece(text, hop, task.deadline, task.cancellation) for text in texts]
    _decode([piece for task in tasks for piece in task.pieces])
    for task in tasks:
        errors = [piece.result for piece in task.pieces if isinstance(piece.result, EngineError)]
        task.error = errors[0] if errors else None
        if not errors:
            texts = [piece.result for piece in task.pieces if isinstance(piece.result, str)]
            task.text = joined(texts, task.gaps, target=task.hops[number].target)


def _decode(wanted: Sequence[_Piece]) -> None:
    """Decode each piece, and what came out degenerate once more in each of the other ways."""
    left = list(wanted)
    for way in _WAYS:
        if not left:
            return
        _decode_once(left, way)
        left = [piece for piece in left if isinstance(piece.result, UnusableOutput)]


def _decode_once(wanted: Sequence[_Piece], way: Callable[[Search], Search]) -> None:
    """One pass over pieces, all models at once; each result is a text or an error."""
    groups: defaultdict[tuple[int, float | None, Cancellation | None], list[_Piece]] = defaultdict(list)
    for piece in wanted:
        groups[id(piece.hop.model), piece.deadline, piece.cancellation].append(piece)
    tickets = []
    for (_, deadline, cancellation), group in groups.items():
        if cancellation is not None and cancellation.cancelled:
            # Its tokens need not even be made.
            _leave(group)
            continue
        model = group[0].hop.model
        sendable = [(piece, row) for piece in group if (row := _row(piece)) is not None]
        search = way(model.tokenizer.family.search)
        rows = [row for _, row in sendable]
        ticket = model.decoder.submit(rows, search, deadline=deadline, cancellation=cancellation)
        tickets.append((ticket, [piece for piece, _ in sendable]))
    for ticket, sent in tickets:
        for piece, outcome in zip(sent, ticket.result(), strict=True):
            piece.result = outcome if isinstance(outcome, EngineError) else _read(piece, outcome)


def _leave(group: Sequence[_Piece]) -> None:
    for piece in group:
        piece.result = EngineCancelled("nobody waits for the translation any more; it was not begun")


def _row(piece: _Piece) -> Row | None:
    """What the model is given; None, with the piece's error, where it can't be given it."""
    hop = piece.hop
    if not hop.model.fits(piece.text):
        most = hop.model.tokenizer.max_source_tokens
        piece.result = EngineError(
            f"a stretch of {len(piece.text)} characters without a space is over what {hop.model.info.name} takes at"
            f" once ({most} tokens); leave it out, or write it with spaces"
        )
        return None
    tokens = hop.model.tokenizer.count(piece.text) * _GROWTH + _SPARE_TOKENS
    limit = min(-(-tokens // _LIMITS_BY) * _LIMITS_BY, hop.model.tokenizer.family.max_new_tokens)
    return hop.model.tokenizer.row(piece.text, source=hop.source, target=hop.target, max_tokens=limit)


def _read(piece: _Piece, outcome: Hypothesis) -> str | EngineError:
    text = piece.hop.model.tokenizer.text(outcome.tokens)
    flaw = degenerate(outcome, text, source=piece.text, foreign=piece.hop.foreign())
    if flaw is None:
        return text
    return UnusableOutput(f"{flaw}, searched in {len(_WAYS)} ways; try another engine, or leave the sentence out")


def _terms(request: TranslationRequest) -> list[tuple[str, str]]:
    """The terms that stand in the text, with how each must read."""
    wanted = ((entry.term, wanted_term(entry, request.target)) for entry in request.glossary)
    return [(term, reading) for term, reading in wanted if reading is not None and holds_term(request.text, term)]


def _lost_terms(request: TranslationRequest, result: Translation | EngineError) -> bool:
    if not isinstance(result, Translation) or not result.steps:
        return False
    folded = result.text.casefold()
    return any(reading.casefold() not in folded for _, reading in _terms(request))


def _shielded(request: TranslationRequest) -> Shielded:
    """The text with stand-ins for its terms, which carry how each must read."""
    readings = dict(_terms(request))
    held = shield(request.text, protected_spans(request.text, readings), ())
    return replace(held, carried=tuple((name, readings.get(surface, surface)) for name, surface in held.carried))


def _direct(models: Sequence[LoadedModel]) -> dict[str, dict[str, LoadedModel]]:
    """By source and target the first model that leads there."""
    found: dict[str, dict[str, LoadedModel]] = {}
    for model in models:
        for source in model.tokenizer.sources.tags:
            row = found.setdefault(source, {})
            for target in model.tokenizer.targets.tags:
                if target != source:
                    row.setdefault(target, model)
    return found


def _reached(direct: Mapping[str, Mapping[str, LoadedModel]]) -> dict[str, tuple[str, ...]]:
    """What each source reaches, direct or over one pivot."""
    reached = {}
    for source, targets in direct.items():
        over: Iterable[str] = (target for pivot in targets for target in direct.get(pivot, ()))
        reached[source] = tuple(sorted({*targets, *over} - {source}))
    return reached
