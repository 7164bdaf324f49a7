"""Sentences at their models: queued together, heard of one by one, searched in other ways where one went wrong."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

from service.cancellation import Cancellation
from service.engines.batching import BatchingDecoder, Outcome, Ticket
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.degenerate import degenerate
from service.engines.tokenizing import FamilyTokenizer
from service.errors import EngineCancelled, EngineError, UnusableOutput
from service.records import ModelInfo
from service.text.tags import base

# How a sentence is searched: first as its family is, and where it comes out as a loop, an echo, nothing or without an
# end, in these other ways in turn.
_WAYS: tuple[Callable[[Search], Search], ...] = (
    lambda search: search,
    lambda search: replace(search, no_repeat_ngram=3, repetition_penalty=1.2),
    lambda search: replace(search, beams=1, no_repeat_ngram=2),
)
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

    def foreign(self) -> bool:
        """Whether a sentence of the source can't be one of the target."""
        ends = {base(self.source), base(self.target)}
        return len(ends) == 2 and not any(ends <= group for group in _CLOSE)


@dataclass(slots=True)
class Piece:
    """One sentence on one hop."""

    text: str
    hop: Hop
    deadline: float | None
    cancellation: Cancellation | None = None
    result: str | EngineError | None = None


def decoded(wanted: Sequence[Piece]) -> Iterator[Piece]:
    """Each piece as soon as its result is final.

    What came out degenerate is decoded once more in each of the other ways, once all others are there.
    """
    left = list(wanted)
    for way in _WAYS:
        for piece in _decoded_once(left, way):
            if not isinstance(piece.result, UnusableOutput) or way is _WAYS[-1]:
                yield piece
        left = [piece for piece in left if isinstance(piece.result, UnusableOutput)]
        if not left:
            return


def _decoded_once(wanted: Sequence[Piece], way: Callable[[Search], Search]) -> Iterator[Piece]:
    """One pass over pieces, all models at once; each piece as soon as it has a result, a text or an error."""
    bell, sent = Event(), {}
    groups: defaultdict[tuple[int, float | None, Cancellation | None], list[Piece]] = defaultdict(list)
    for piece in wanted:
        piece.result = None
        groups[id(piece.hop.model), piece.deadline, piece.cancellation].append(piece)
    for (_, _, cancellation), group in groups.items():
        if cancellation is not None and cancellation.cancelled:
            # Its tokens need not even be made.
            _leave(group)
        else:
            ticket, queued = _submitted(group, way, bell)
            sent[ticket] = queued
    yield from [piece for piece in wanted if piece.result is not None]
    for ticket, place, outcome in as_they_come(list(sent), bell):
        piece = sent[ticket][place]
        piece.result = outcome if isinstance(outcome, EngineError) else _read(piece, outcome)
        yield piece


def _submitted(group: Sequence[Piece], way: Callable[[Search], Search], bell: Event) -> tuple[Ticket, list[Piece]]:
    """Queue pieces of one model that wait for the same; those that it can't be given have their error then."""
    model = group[0].hop.model
    sendable = [(piece, row) for piece in group if (row := _row(piece)) is not None]
    ticket = model.decoder.submit(
        [row for _, row in sendable],
        way(model.tokenizer.family.search),
        deadline=group[0].deadline,
        cancellation=group[0].cancellation,
        bell=bell,
    )
    return ticket, [piece for piece, _ in sendable]


def as_they_come(tickets: Sequence[Ticket], bell: Event) -> Iterator[tuple[Ticket, int, Outcome]]:
    """Every row of tickets that ring `bell`, as soon as its batch is decoded; what comes too late as an error."""
    waiting = list(tickets)
    while waiting:
        bell.clear()
        # What settles while the others are read is looked at once more.
        settled = {ticket for ticket in waiting if ticket.settled()}
        for ticket in waiting:
            for place, outcome in ticket.news():
                yield ticket, place, outcome
        waiting = [ticket for ticket in waiting if ticket not in settled]
        if waiting:
            bell.wait(min((left for one in waiting if (left := one.seconds_left()) is not None), default=None))


def _leave(group: Sequence[Piece]) -> None:
    for piece in group:
        piece.result = EngineCancelled("nobody waits for the translation any more; it was not begun")


def _row(piece: Piece) -> Row | None:
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


def _read(piece: Piece, outcome: Hypothesis) -> str | EngineError:
    text = piece.hop.model.tokenizer.text(outcome.tokens)
    flaw = degenerate(outcome, text, source=piece.text, foreign=piece.hop.foreign())
    if flaw is None:
        return text
    return UnusableOutput(f"{flaw}, searched in {len(_WAYS)} ways; try another engine, or leave the sentence out")
