"""Our side: the objects that the service builds, on the converted models."""

import json
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.speed.neural_overhead import overhead
from benchmarks.speed.neural_side import Work, answer
from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.families import named
from service.engines.seq2seq_loading import batched, layout
from service.engines.tokenizing import FamilyTokenizer
from service.engines.vocabulary import Restricted, latin_targets, listed
from service.errors import EngineError


class Ours:
    """Both models, loaded as the service loads them."""

    def __init__(self, cache: Path, work: Work) -> None:
        self._work, self._cache = work, cache
        folder = cache / f"{work.translator}-int8"
        words = _words(folder)
        tokenizer = FamilyTokenizer(cache / work.translator, named("m2m100"))
        assert listed(folder)
        replicas, threads = layout("translate", work.cores)
        model = CTranslate2Decoder(folder, replicas=replicas, threads=threads)
        self._translators = {
            True: batched(model, replicas=replicas),
            False: batched(Restricted(model, latin_targets(tokenizer)), replicas=replicas),
        }
        self._brief = tuple(words[number] for number in work.brief_ids)
        folder = cache / f"{work.summariser}-int8"
        replicas, threads = layout("summarise", work.cores)
        self._summariser = batched(CTranslate2Decoder(folder, replicas=replicas, threads=threads), replicas=replicas)
        self._tokenizers = tokenizer, FamilyTokenizer(cache / work.summariser, named("bart"))
        self._article = tuple(_words(folder)[number] for number in work.article_ids)

    def translate(self, languages: int, beams: int, whole: bool, parts: int = 1) -> None:
        """So many languages at once, the brief as one row or in so many sentences."""
        _whole(self._translators[whole].decode(*self._asked(0, languages, beams, parts)))

    def summarise(self, beams: int) -> None:
        """One article, searched as its family is."""
        tokens = self._work.brief_tokens
        search = replace(named("bart").search, beams=beams, min_tokens=tokens)
        _whole(self._summariser.decode([Row(self._article, ("<s>",), tokens)], search))

    def together(self, callers: int, languages: int, beams: int, whole: bool) -> None:
        """As many threads, each with a brief of its own."""

        def call(number: int) -> None:
            _whole(self._translators[whole].decode(*self._asked(number, languages, beams, 1)))

        threads = [threading.Thread(target=call, args=(number,)) for number in range(callers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def overhead(self, rounds: int, beams: int) -> dict[str, float]:
        """Texts through the service's translator against the same rows put straight into the bare engine."""
        return overhead(self._cache, self._work, rounds, beams)

    def _asked(self, caller: int, languages: int, beams: int, parts: int) -> tuple[list[Row], Search]:
        tokens = self._work.brief_tokens // parts
        first, *middle, end = self._brief
        turned = middle[caller:] + middle[:caller]
        size = -(-len(turned) // parts)
        rows = [
            Row((first, *turned[at : at + size], end), (f"__{code}__",), tokens)
            for code in self._work.languages[:languages]
            for at in range(0, len(turned), size)
        ]
        return rows, Search(beams=beams, min_tokens=tokens)


def _words(folder: Path) -> list[str]:
    return list(json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8")))


def _whole(outcomes: Sequence[Hypothesis | EngineError]) -> None:
    for outcome in outcomes:
        assert isinstance(outcome, Hypothesis), outcome


if __name__ == "__main__":
    answer(Ours)
