"""What the service's translator costs over the bare engine, on texts and with a real tokenizer."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import ctranslate2

from benchmarks.speed.neural_shapes import texts
from benchmarks.speed.neural_side import Work
from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.families import named
from service.engines.seq2seq import Seq2SeqTranslator
from service.engines.seq2seq_loading import batched, layout
from service.engines.seq2seq_pieces import LoadedModel
from service.engines.tokenizing import FamilyTokenizer
from service.errors import EngineError
from service.records import ModelInfo, Translation, TranslationRequest
from service.text.sentences import split_sentences

_TOKENS, _SENTENCES = 25, 4
_SAID = "La alcaldesa prometió ayer que la biblioteca del barrio abre otra vez en mayo."


class Fluent:
    """A `Decoder` that decodes each row in earnest, to a number of tokens, and says a real text instead.

    Random weights write loops, which the translator would try again in other ways.
    """

    def __init__(self, decoder: CTranslate2Decoder, said: tuple[str, ...]) -> None:
        self.name, self.revision = decoder.name, decoder.revision
        self._decoder, self._said = decoder, said
        self.rows: list[Row] = []
        self.seconds = 0.0

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Decode each row, and keep it and the time it took."""
        began = time.perf_counter()
        self.rows.extend(rows)
        given = [replace(row, max_tokens=search.min_tokens) for row in rows]
        outcomes = self._decoder.decode(given, search)
        self.seconds += time.perf_counter() - began
        return [
            outcome if isinstance(outcome, EngineError) else Hypothesis(self._said, -0.5, True) for outcome in outcomes
        ]

    def close(self) -> None:
        """Free the model."""
        self._decoder.close()


def overhead(cache: Path, work: Work, rounds: int, beams: int) -> dict[str, float]:
    """Seconds through the service's translator, of them inside the engine, and straight through it; medians of rounds.

    The service's own part is what lies outside the engine in the same round: two rounds of one work differ by a fifth
    on a shared machine, which would hide it. All rows are one batch, so nothing of it runs beside the engine.
    """
    folder, search = cache / f"{work.translator}-int8", Search(beams=beams, min_tokens=_TOKENS)
    tokenizer = FamilyTokenizer(cache / work.translator, replace(named("m2m100"), search=search))
    replicas, threads = layout("translate", work.cores)
    fluent = Fluent(CTranslate2Decoder(folder, replicas=replicas, threads=threads), tuple(tokenizer.pieces(_SAID)))
    info = ModelInfo(work.translator, "1", "none", "neural", ())
    translator = Seq2SeqTranslator([LoadedModel(info, tokenizer, batched(fluent, replicas=replicas))])
    bare = ctranslate2.Translator(str(folder), inter_threads=replicas, intra_threads=threads)
    sentences = split_sentences(" ".join(texts()[1:]), language="en")[:_SENTENCES]
    requests = [TranslationRequest(part.text, "en", code) for code in work.languages for part in sentences]
    translated(translator, requests[:2])
    through, inside, straight = [], [], []
    for _ in range(rounds):
        fluent.rows.clear()
        fluent.seconds = 0.0
        through.append(_timed(partial(translated, translator, requests)))
        inside.append(fluent.seconds)
        rows = list(fluent.rows)
        straight.append(_timed(partial(_straight, bare, rows, beams, replicas)))
    translator.close()
    outside = median(100 * (whole / part - 1) for whole, part in zip(through, inside, strict=True))
    return {
        "through_s": median(through),
        "straight_s": median(straight),
        "rows": len(rows),
        "overhead_percent": outside,
    }


def translated(translator: Seq2SeqTranslator, requests: Sequence[TranslationRequest]) -> None:
    """Translate, and see to it that nothing failed."""
    for result in translator.translate(requests):
        assert isinstance(result, Translation), result


def _straight(bare: Any, rows: Sequence[Row], beams: int, replicas: int) -> None:
    done = bare.translate_batch(
        [list(row.tokens) for row in rows],
        target_prefix=[list(row.prefix) for row in rows],
        beam_size=beams,
        min_decoding_length=_TOKENS + 1,
        max_decoding_length=_TOKENS + 1,
        max_batch_size=-(-len(rows) // replicas),
    )
    assert all(len(result.hypotheses[0]) >= _TOKENS for result in done)


def _timed(do: Callable[[], None]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began
