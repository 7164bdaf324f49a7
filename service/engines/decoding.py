"""The seam between what wants text (a translator, a summariser) and what runs a seq2seq model.

A decoder knows tokens and nothing else: no languages, no articles, no prefixes of a family. One call is one
batch; scheduling, splitting and retries are wrappers around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from service.errors import EngineError


@dataclass(frozen=True, slots=True)
class Row:
    """One sequence to decode.

    `tokens` are the encoder's input, special tokens included; `prefix` are the tokens that the output must begin
    with, after the family's own start token (a target language); `max_tokens` bounds what is generated after
    the prefix, the end token not counted.
    """

    tokens: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    max_tokens: int = 256


@dataclass(frozen=True, slots=True)
class Search:
    """How to search: `beams` 1 is greedy.

    `length_penalty` is the exponent of the length (prefix and end token counted) that a hypothesis' summed log
    probability is divided by. A beam search ends once as many hypotheses as beams have ended
    (`early_stopping=True` of transformers), and probabilities are renormalised over what is allowed
    (`renormalize_logits=True`). `no_repeat_ngram` 0 and `repetition_penalty` 1 leave the model alone; only the
    penalty is outside what docs/engines.md says of equality.
    """

    beams: int = 1
    length_penalty: float = 1.0
    no_repeat_ngram: int = 0
    repetition_penalty: float = 1.0
    min_tokens: int = 1


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What was decoded: the tokens after prefix and without the end token.

    `score` is the mean log probability a token, 0 the best. `ended` is false where `max_tokens` cut it.
    """

    tokens: tuple[str, ...]
    score: float
    ended: bool


class Decoder(Protocol):
    """A loaded model that decodes batches; safe to call from several threads."""

    name: str
    revision: str

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Decode each row; the result has the length and order of the input, whatever else is in the batch."""
        ...

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        ...
