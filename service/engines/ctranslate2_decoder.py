"""A `Decoder` on CTranslate2: every core busy, and one bad row fails alone.

Its output in float32 is token for token that of transformers' `generate` (docs/engines.md says with which
options). Loaded in the process that uses it: a model that was loaded before a fork hangs after it.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from service.engines.conversion import RECORD
from service.engines.decoding import Hypothesis, Row, Search
from service.errors import EngineError, EngineUnavailable

_BATCH_TOKENS = 2048
_NO_PENALTY = 1e-9


class CTranslate2Decoder:
    """One converted folder, loaded.

    `replicas` decode batches side by side, each with `threads`; `batch_tokens` bounds the padded source tokens of
    one batch.
    """

    def __init__(
        self,
        folder: Path,
        *,
        replicas: int = 1,
        threads: int = 1,
        batch_tokens: int = _BATCH_TOKENS,
        device: str = "cpu",
        compute_type: str = "default",
    ) -> None:
        import ctranslate2

        try:
            record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            self._end = json.loads((folder / "config.json").read_text(encoding="utf-8"))["eos_token"]
            self._known = frozenset(_words(folder))
            self._translator = ctranslate2.Translator(
                str(folder), device=device, compute_type=compute_type, inter_threads=replicas, intra_threads=threads
            )
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EngineUnavailable(f"{folder.name}: it can't be loaded: {error}") from error
        self.name = folder.name
        self.revision = f"{record['weights'][:16]}/{record['quantisation']}/{record['ctranslate2']}"
        self._positions = record.get("positions") or 10**6
        self._replicas = replicas
        self._batch_tokens = batch_tokens
        self._closed = False

    def decode(
        self, rows: Sequence[Row], search: Search, *, restricted: bool = False
    ) -> list[Hypothesis | EngineError]:
        """Decode each row; a row that can't be decoded is returned as the error it makes.

        With `restricted` only the pieces of the folder's list (`service.engines.vocabulary`) are output.
        """
        if self._closed:
            raise EngineUnavailable(f"{self.name} is closed")
        results: dict[int, Hypothesis | EngineError] = {}
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            if (refusal := self._refusal(row, search)) is not None:
                results[index] = refusal
            else:
                groups[len(row.prefix), row.max_tokens].append(index)
        running = {key: self._start([rows[i] for i in group], search, restricted) for key, group in groups.items()}
        for key, group in groups.items():
            for index, waiting in zip(group, running[key], strict=True):
                results[index] = self._finish(rows[index], waiting, search, restricted)
        return [results[index] for index in range(len(rows))]

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        if not self._closed:
            self._closed = True
            self._translator.unload_model()

    def _refusal(self, row: Row, search: Search) -> EngineError | None:
        """Why a row can't be decoded, before it can spoil a batch."""
        if not row.tokens:
            return EngineError(f"{self.name}: nothing to decode: the row has no tokens")
        if unknown := [token for token in (*row.tokens, *row.prefix) if token not in self._known]:
            return EngineError(f"{self.name}: {unknown[0]!r} is no token of its vocabulary")
        if len(row.tokens) > self._positions:
            return EngineError(f"{self.name}: {len(row.tokens)} tokens; it takes at most {self._positions}")
        most = self._positions - len(row.prefix)
        if not max(search.min_tokens, 1) <= row.max_tokens <= most:
            return EngineError(
                f"{self.name}: max_tokens {row.max_tokens}; it must be from {max(search.min_tokens, 1)} to {most}"
            )
        return None

    def _start(self, rows: Sequence[Row], search: Search, restricted: bool) -> list[Any]:
        """Queue rows that share the length of their prefix and their limit; one waiting result each."""
        tokens = [list(row.tokens) for row in rows]
        share = -(-sum(map(len, tokens)) // self._replicas)
        batch = max(min(self._batch_tokens, share), *map(len, tokens), 1)
        return list(
            self._translator.translate_batch(
                tokens,
                target_prefix=[list(row.prefix) for row in rows] if rows[0].prefix else None,
                max_batch_size=batch,
                batch_type="tokens",
                asynchronous=True,
                use_vmap=restricted,
                **_options(rows[0], search),
            )
        )

    def _finish(self, row: Row, waiting: Any, search: Search, restricted: bool) -> Hypothesis | EngineError:
        """One result; where its whole batch failed the row is tried once more alone."""
        try:
            return self._hypothesis(row, waiting.result(), search)
        except (RuntimeError, ValueError):
            try:
                return self._hypothesis(row, self._start([row], search, restricted)[0].result(), search)
            except (RuntimeError, ValueError) as error:
                return EngineError(f"{self.name}: {error}")

    def _hypothesis(self, row: Row, result: Any, search: Search) -> Hypothesis:
        whole, score = result.hypotheses[0], result.scores[0]
        total = score * len(whole) ** search.length_penalty
        tokens = tuple(whole[len(row.prefix) :])
        ended = bool(tokens) and tokens[-1] == self._end
        return Hypothesis(tokens[:-1] if ended else tokens, total / max(len(tokens), 1), ended)


def _words(folder: Path) -> list[str]:
    """The vocabulary of a converted folder."""
    name = next(name for name in ("shared_vocabulary.json", "source_vocabulary.json") if (folder / name).is_file())
    return list(json.loads((folder / name).read_text(encoding="utf-8")))


def _options(row: Row, search: Search) -> dict[str, Any]:
    """The options that make CTranslate2 search as `generate` does; the length of a hypothesis counts prefix and end."""
    return {
        "beam_size": search.beams,
        # At exactly 0 it would search on until its best hypothesis has ended, and not as `generate` does.
        "length_penalty": search.length_penalty or _NO_PENALTY,
        "no_repeat_ngram_size": search.no_repeat_ngram,
        "repetition_penalty": search.repetition_penalty,
        "max_input_length": 0,
        "max_decoding_length": len(row.prefix) + row.max_tokens,
        "min_decoding_length": len(row.prefix) + max(search.min_tokens, 1),
        "return_end_token": True,
        "return_scores": True,
    }
