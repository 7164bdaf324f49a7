"""Greedy and beam output in float32 is token for token that of transformers' own `generate`, for every family."""

import random
from typing import Any

import pytest
import torch
import transformers

from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Hypothesis, Row, Search
from tests.neural.fixtures import Loaded

SEARCHES = {
    "greedy": Search(),
    "beam 4": Search(beams=4),
    "beam 4, long": Search(beams=4, length_penalty=2.0),
    "beam 4, no penalty": Search(beams=4, length_penalty=0.0),
    "beam 4, nothing twice": Search(beams=4, no_repeat_ngram=2, length_penalty=0.6),
    "beam 4, at least 5": Search(beams=4, min_tokens=5),
}


def generated(toy: Loaded, row: Row, search: Search) -> tuple[tuple[str, ...], bool]:
    """What `generate` makes of one row alone: the tokens after its prefix, and whether it came to an end."""
    prefix, end = toy.ids(row.prefix), toy.tokenizer._tokenizer.eos_token_id
    source = torch.tensor([toy.ids(row.tokens)])
    config = toy.model.config
    options: dict[str, Any] = {
        "num_beams": search.beams,
        "do_sample": False,
        "early_stopping": search.beams > 1,
        "length_penalty": search.length_penalty,
        "renormalize_logits": True,
        "max_new_tokens": len(prefix) + row.max_tokens,
        "min_new_tokens": len(prefix) + search.min_tokens,
        "forced_bos_token_id": prefix[0] if prefix else None,
        "no_repeat_ngram_size": search.no_repeat_ngram,
        "bad_words_ids": [[config.pad_token_id]] if config.model_type == "marian" else None,
        "pad_token_id": config.pad_token_id,
        "eos_token_id": end,
        "decoder_start_token_id": config.decoder_start_token_id,
    }
    toy.model.generation_config = transformers.GenerationConfig(**options)
    with torch.no_grad():
        ids = toy.model.generate(source, attention_mask=torch.ones_like(source))[0].tolist()
    said = ids[1 + len(prefix) :]
    ended = end in said
    return toy.tokens(said[: said.index(end)] if ended else said), ended


def _said(output: Any) -> tuple[tuple[str, ...], bool]:
    assert isinstance(output, Hypothesis), output
    return output.tokens, output.ended


@pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)
def test_every_family_says_what_generate_says(toy: Loaded, rows: list[Row], search: Search) -> None:
    """All rows in one call, cut into batches by the decoder, against `generate` on each alone; no tolerance."""
    chosen = rows if search in (SEARCHES["greedy"], SEARCHES["beam 4"]) else rows[:3]
    expected = [generated(toy, row, search) for row in chosen]
    assert expected == [_said(output) for output in toy.decoder.decode(chosen, search)]


def test_the_lengths_differ(toy: Loaded, rows: list[Row]) -> None:
    """The rows try what they are for: outputs that end at several lengths, and some that are cut."""
    outputs = [_said(output) for output in toy.decoder.decode(rows, SEARCHES["beam 4"])]
    assert len({len(tokens) for tokens, _ in outputs}) >= 2
    assert any(ended for _, ended in outputs)


@pytest.mark.parametrize("search", [SEARCHES["greedy"], SEARCHES["beam 4"]], ids=["greedy", "beam 4"])
def test_a_row_does_not_depend_on_its_batch(toy: Loaded, rows: list[Row], search: Search) -> None:
    """Alone, among all, and among all in another order, a row comes out the same."""
    alone = [_said(toy.decoder.decode([row], search)[0]) for row in rows]
    order = random.Random(5).sample(range(len(rows)), len(rows))
    shuffled = [_said(output) for output in toy.decoder.decode([rows[i] for i in order], search)]
    assert alone == [_said(output) for output in toy.decoder.decode(rows, search)]
    assert [alone[i] for i in order] == shuffled


def test_the_score_is_the_mean_log_probability(toy: Loaded, rows: list[Row]) -> None:
    """A greedy hypothesis' score is what the model itself gives its tokens, over what is allowed at each step."""
    row, search = rows[0], SEARCHES["greedy"]
    output = toy.decoder.decode([row], search)[0]
    assert isinstance(output, Hypothesis)
    end = [toy.tokenizer._tokenizer.eos_token_id] * output.ended
    said = [*(toy.ids((token,))[0] for token in output.tokens), *end]
    start = [toy.model.config.decoder_start_token_id, *toy.ids(row.prefix)]
    with torch.no_grad():
        logits = toy.model(
            input_ids=torch.tensor([toy.ids(row.tokens)]), decoder_input_ids=torch.tensor([[*start, *said[:-1]]])
        ).logits[0, len(start) - 1 :]
    logits[0, toy.tokenizer._tokenizer.eos_token_id] = -torch.inf
    if toy.model.config.model_type == "marian":
        logits[:, toy.model.config.pad_token_id] = -torch.inf
    chances = logits.log_softmax(-1)[range(len(said)), said]
    assert abs(float(chances.mean()) - output.score) < 1e-3


def test_int8_stays_within_its_bound(toy: Loaded, rows: list[Row]) -> None:
    """The log probability of a token in int8 is within 0.5 of that in float32, and within 0.1 on average."""
    outputs = [output for output in toy.decoder.decode(rows, Search()) if isinstance(output, Hypothesis)]
    sources = [list(row.tokens) for row in rows]
    targets = [[*row.prefix, *output.tokens] for row, output in zip(rows, outputs, strict=True)]
    small = CTranslate2Decoder(toy.folder / "ct2-int8", compute_type="int8")
    pairs = [each._translator.score_batch(sources, targets, max_input_length=0) for each in (toy.decoder, small)]
    small.close()
    skipped = len(rows[0].prefix)
    apart = [
        abs(a - b)
        for exact, rounded in zip(*pairs, strict=True)
        for a, b in zip(exact.log_probs[skipped:], rounded.log_probs[skipped:], strict=True)
    ]
    assert max(apart) <= 0.5
    assert sum(apart) / len(apart) <= 0.1
