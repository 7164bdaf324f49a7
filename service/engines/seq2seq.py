"""Translation with seq2seq models: sentence by sentence, all languages in shared batches, nothing cut or skipped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType

from service.cancellation import Cancellation
from service.engines.base import Ready
from service.engines.batching import BatchCounts
from service.engines.sentence_parts import joined, pieces
from service.engines.seq2seq_pieces import Hop, LoadedModel, Piece, decoded
from service.engines.shields import Shielded, protected_spans, shield
from service.errors import EngineError, NoRoute
from service.records import ModelInfo, Step, Translation, TranslationRequest
from service.text.terms import holds_term, wanted_term

# English first: most pairs of the models there are lead to or from it.
_PIVOTS = ("en", "es", "fr", "de", "ru")


@dataclass(slots=True)
class _Task:
    """One text on its way: as it stands in the language of the next hop, or its error."""

    hops: tuple[Hop, ...]
    text: str
    deadline: float | None
    cancellation: Cancellation | None = None
    error: EngineError | None = None
    pieces: list[Piece] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    missing: int = 0


class Seq2SeqTranslator:
    """Translates with the models it is given, the better ones first, over a pivot only where nothing goes direct."""

    name = "seq2seq"

    def __init__(self, models: Sequence[LoadedModel], *, failures: Mapping[str, str] | None = None) -> None:
        self._models = tuple(models)
        self._failures = dict(failures or {})
        self._direct = _direct(self._models)
        self._targets = MappingProxyType(_reached(self._direct))
        told = [(model.info.name, model.info.revision, model.decoder.revision) for model in self._models]
        self.revision = sha256(repr(told).encode()).hexdigest()[:12]

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

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        A text in which a term of its glossary was lost is translated once more with stand-ins for the terms; where
        the model loses those too the first translation stays, and its checks say what it lacks. `ready` is told of
        each result, in this thread, as soon as its last sentence is decoded, whatever else waits.
        """
        results: dict[int, Translation | EngineError] = {}
        lacking: dict[int, Translation] = {}

        def settle(place: int, result: Translation | EngineError) -> None:
            results[place] = result
            if ready is not None:
                ready(place, result)

        def sift(place: int, result: Translation | EngineError) -> None:
            if isinstance(result, Translation) and _lost_terms(requests[place], result):
                lacking[place] = result
            else:
                settle(place, result)

        self._run([(request, request.text) for request in requests], sift)
        self._run_shielded([(place, requests[place], lacking[place]) for place in sorted(lacking)], settle)
        return [results[place] for place in range(len(requests))]

    def _run_shielded(self, lacking: Sequence[tuple[int, TranslationRequest, Translation]], settle: Ready) -> None:
        """Translate once more, with stand-ins, what lost its terms."""
        shielded = [_shielded(request) for _, request, _ in lacking]

        def restore(number: int, again: Translation | EngineError) -> None:
            place, _, first = lacking[number]
            held = shielded[number]
            if isinstance(again, Translation) and held.intact(again.text):
                settle(place, replace(first, text=held.restore(again.text)))
            else:
                settle(place, first)

        self._run([(request, held.text) for (_, request, _), held in zip(lacking, shielded, strict=True)], restore)

    def _run(self, wanted: Sequence[tuple[TranslationRequest, str]], done: Ready) -> None:
        """Take all hops of all texts; `done` is told of each by its place once its own are behind it."""
        tasks = [self._task(request, text) for request, text in wanted]
        places = {id(task): place for place, task in enumerate(tasks)}

        def finish(task: _Task) -> None:
            done(places[id(task)], task.error or _translation(task))

        for task in tasks:
            if not task.hops:
                finish(task)
        for number in range(max((len(task.hops) for task in tasks), default=0)):
            for task in _taken_hop([task for task in tasks if task.error is None and number < len(task.hops)], number):
                if task.error is not None or number + 1 == len(task.hops):
                    finish(task)

    def _task(self, request: TranslationRequest, text: str) -> _Task:
        if request.source == request.target or not text.strip():
            return _Task((), text, request.deadline)
        try:
            route = self.route(request.source, request.target)
            return _Task(route, text, request.deadline, request.cancellation)
        except NoRoute as error:
            return _Task((), text, request.deadline, error=error)


def _translation(task: _Task) -> Translation:
    return Translation(task.text, tuple(map(_step, task.hops)), tier="neural")


def _step(hop: Hop) -> Step:
    """The hop as the brief's route tells it."""
    info = hop.model.info
    return Step(
        "translate", Seq2SeqTranslator.name, info.revision, source=hop.source, target=hop.target, model=info.name
    )


def _taken_hop(tasks: Sequence[_Task], number: int) -> Iterator[_Task]:
    """One hop of all tasks together: each as soon as its own sentences are there."""
    owners: dict[int, _Task] = {}
    for task in tasks:
        hop = task.hops[number]
        texts, task.gaps = pieces(task.text, language=hop.source, fits=hop.model.fits)
        task.pieces = [Piece(text, hop, task.deadline, task.cancellation) for text in texts]
        task.missing = len(texts)
        owners.update((id(piece), task) for piece in task.pieces)
    for task in tasks:
        if not task.missing:
            yield _put_together(task, number)
    for piece in decoded([piece for task in tasks for piece in task.pieces]):
        task = owners[id(piece)]
        task.missing -= 1
        if not task.missing:
            yield _put_together(task, number)


def _put_together(task: _Task, number: int) -> _Task:
    errors = [piece.result for piece in task.pieces if isinstance(piece.result, EngineError)]
    task.error = errors[0] if errors else None
    if not errors:
        texts = [piece.result for piece in task.pieces if isinstance(piece.result, str)]
        task.text = joined(texts, task.gaps, target=task.hops[number].target)
    return task


def _terms(request: TranslationRequest) -> list[tuple[str, str]]:
    """The terms that stand in the text, with how each must read."""
    wanted = ((entry.term, wanted_term(entry, request.target)) for entry in request.glossary)
    return [(term, reading) for term, reading in wanted if reading is not None and holds_term(request.text, term)]


def _lost_terms(request: TranslationRequest, result: Translation) -> bool:
    if not result.steps:
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
