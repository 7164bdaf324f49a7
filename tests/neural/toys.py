"""Small real models: sentencepiece tokenizers and weights trained in seconds, saved as their families are published."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sentencepiece
import torch
import transformers
from transformers.convert_slow_tokenizer import generate_merges

from service.engines.decoding import Row
from service.engines.families import named
from service.engines.tokenizing import FamilyTokenizer
from tests.neural.corpus import everything

_SIZE: dict[str, Any] = {
    "d_model": 48,
    "encoder_layers": 2,
    "decoder_layers": 2,
    "encoder_ffn_dim": 96,
    "decoder_ffn_dim": 96,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "max_position_embeddings": 192,
    "dropout": 0.0,
    "attention_dropout": 0.0,
    "activation_dropout": 0.0,
}
_T5_SIZE: dict[str, Any] = {
    "d_model": 48,
    "d_kv": 12,
    "d_ff": 96,
    "num_layers": 2,
    "num_heads": 4,
    "dropout_rate": 0.0,
    "decoder_start_token_id": 0,
}


@dataclass(frozen=True, slots=True)
class Toy:
    """How one small model is made: tokenizer files into a folder, then an untrained model for them."""

    family: str
    write_tokenizer: Callable[[Path], None]
    build: Callable[[Any], Any]


def spm(folder: Path, name: str, *, size: int = 360, symbols: Sequence[str] = (), **options: Any) -> Path:
    """Train a sentencepiece model on the corpus into `folder`/`name`."""
    model = folder / name
    with model.open("wb") as out:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(everything()),
            model_writer=out,
            vocab_size=size,
            character_coverage=1.0,
            hard_vocab_limit=False,
            user_defined_symbols=list(symbols),
            minloglevel=2,
            num_threads=1,
            **options,
        )
    return model


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _pieces(model: Path) -> list[str]:
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())][3:]


def _m2m100_tokenizer(folder: Path) -> None:
    pieces = _pieces(spm(folder, "sentencepiece.bpe.model", model_type="bpe"))
    _json(folder / "vocab.json", {p: i for i, p in enumerate(["<s>", "<pad>", "</s>", "<unk>", *pieces])})
    codes = [f"__{code}__" for code in named("m2m100").codes]
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "M2M100Tokenizer"})
    _json(folder / "special_tokens_map.json", {"additional_special_tokens": codes})


def _nllb_tokenizer(folder: Path) -> None:
    pieces = _pieces(spm(folder, "sentencepiece.bpe.model", model_type="bpe"))
    codes = named("nllb").codes
    vocabulary = {p: i for i, p in enumerate(["<s>", "<pad>", "</s>", "<unk>", *pieces, *codes, "<mask>"])}
    merges = generate_merges({p: i for p, i in vocabulary.items() if p in set(pieces)}, None)
    tokenizer = transformers.NllbTokenizer(vocab=vocabulary, merges=merges, extra_special_tokens=list(codes))
    tokenizer.save_pretrained(folder)


def _mbart50_tokenizer(folder: Path) -> None:
    spm(folder, "sentencepiece.bpe.model", model_type="unigram")
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "MBart50Tokenizer"})


def _t5_tokenizer(folder: Path, symbols: Sequence[str] = ()) -> None:
    ids = {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1}
    spm(folder, "spiece.model", model_type="unigram", symbols=symbols, **ids)
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "T5Tokenizer", "extra_ids": 8})


def _madlad_tokenizer(folder: Path) -> None:
    _t5_tokenizer(folder, ["<2en>", "<2fr>", "<2de>", "<2pt>", "<2ru>", "<2zh>"])


def _pegasus_tokenizer(folder: Path) -> None:
    ids = {"pad_id": 0, "eos_id": 1, "unk_id": 2, "bos_id": -1}
    spm(folder, "spiece.model", model_type="unigram", **ids)
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "PegasusTokenizer"})


def _bart_tokenizer(folder: Path) -> None:
    from tokenizers import ByteLevelBPETokenizer

    trained = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained.train_from_iterator(everything(), vocab_size=520, special_tokens=special, show_progress=False)
    trained.save_model(str(folder))
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "BartTokenizer"})


def _marian_tokenizer(folder: Path, targets: Sequence[str] = ()) -> None:
    source = spm(folder, "source.spm", model_type="unigram")
    target = spm(folder, "target.spm", model_type="unigram", size=300)
    words = dict.fromkeys(["</s>", "<unk>", *_pieces(source), *_pieces(target), *targets, "<pad>"])
    _json(folder / "vocab.json", {p: i for i, p in enumerate(words)})
    _json(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "MarianTokenizer", "source_lang": "en", "target_lang": "itc" if targets else "fr"},
    )


def _seq2seq(config_class: Any, model_class: Any, *, forced: int | None = None, **extra: Any) -> Callable[[Any], Any]:
    def build(tokenizer: Any) -> Any:
        size = max(tokenizer.get_vocab().values()) + 1
        model = model_class(config_class(vocab_size=size, **_SIZE, **extra))
        model.generation_config.forced_bos_token_id = forced
        return model

    return build


def _m2m100(tokenizer: Any) -> Any:
    size = max(tokenizer.lang_token_to_id.values()) + 1 + tokenizer.num_madeup_words
    config = transformers.M2M100Config(
        vocab_size=size, scale_embedding=True, activation_function="relu", decoder_start_token_id=2, **_SIZE
    )
    return transformers.M2M100ForConditionalGeneration(config)


def _marian(tokenizer: Any) -> Any:
    size = len(tokenizer.encoder)
    pad = size - 1
    config = transformers.MarianConfig(
        vocab_size=size,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        forced_eos_token_id=0,
        scale_embedding=True,
        activation_function="swish",
        **_SIZE,
    )
    model = transformers.MarianMTModel(config)
    model.generation_config.bad_words_ids = [[pad]]
    return model


def _t5(config_class: Any, model_class: Any, *, tied: bool = False, **extra: Any) -> Callable[[Any], Any]:
    def build(tokenizer: Any) -> Any:
        size = max(tokenizer.get_vocab().values()) + 9
        model = model_class(config_class(vocab_size=size, tie_word_embeddings=tied, **_T5_SIZE, **extra))
        if not tied:
            model.lm_head.weight = torch.nn.Parameter(model.lm_head.weight.detach().clone())
        return model

    return build


def _multi_tokenizer(folder: Path) -> None:
    _marian_tokenizer(folder, [">>fra<<", ">>por<<", ">>pob<<"])


_GATED = {"feed_forward_proj": "gated-gelu"}
_M2M = _seq2seq(
    transformers.M2M100Config,
    transformers.M2M100ForConditionalGeneration,
    scale_embedding=True,
    activation_function="relu",
    decoder_start_token_id=2,
)
_MBART = _seq2seq(
    transformers.MBartConfig,
    transformers.MBartForConditionalGeneration,
    scale_embedding=True,
    decoder_start_token_id=2,
    forced_eos_token_id=2,
)
_BART = _seq2seq(transformers.BartConfig, transformers.BartForConditionalGeneration, forced=0, forced_eos_token_id=2)
_PEGASUS = _seq2seq(
    transformers.PegasusConfig,
    transformers.PegasusForConditionalGeneration,
    scale_embedding=True,
    activation_function="relu",
    forced_eos_token_id=1,
)
_T5 = (transformers.T5Config, transformers.T5ForConditionalGeneration)
_MT5 = (transformers.MT5Config, transformers.MT5ForConditionalGeneration)

TOYS = {
    "m2m100": Toy("m2m100", _m2m100_tokenizer, _m2m100),
    "nllb": Toy("nllb", _nllb_tokenizer, _M2M),
    "madlad": Toy("madlad", _madlad_tokenizer, _t5(*_T5, **_GATED)),
    "flan-t5": Toy("t5", _t5_tokenizer, _t5(*_T5, **_GATED)),
    "t5": Toy("t5", _t5_tokenizer, _t5(*_T5, tied=True)),
    "mt5": Toy("mt5", _t5_tokenizer, _t5(*_MT5)),
    "mbart50": Toy("mbart50", _mbart50_tokenizer, _MBART),
    "bart": Toy("bart", _bart_tokenizer, _BART),
    "pegasus": Toy("pegasus", _pegasus_tokenizer, _PEGASUS),
    "marian": Toy("marian", _marian_tokenizer, _marian),
    "marian-multi": Toy("marian", _multi_tokenizer, _marian),
}


def make(name: str, folder: Path) -> None:
    """A trained model and its tokenizer in a folder, as published."""
    toy = TOYS[name]
    folder.mkdir(parents=True)
    toy.write_tokenizer(folder)
    config = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    tokenizer = getattr(transformers, config["tokenizer_class"]).from_pretrained(folder)
    torch.manual_seed(0)
    model = toy.build(tokenizer)
    save(model, folder)
    if model.config.model_type == "marian":
        model.final_logits_bias.normal_(0, 0.3)
    train(model, _lessons(FamilyTokenizer(folder, named(toy.family)), tokenizer))
    if model.config.model_type == "marian":
        _unset_padding(model)
    save(model, folder)


def _unset_padding(model: Any) -> None:
    """Marian models are published with nothing in the row of padding, from which the decoder starts."""
    with torch.no_grad():
        model.get_input_embeddings().weight[model.config.pad_token_id] = 0
        model.final_logits_bias[0, model.config.pad_token_id] = 0


def _lessons(family: FamilyTokenizer, tokenizer: Any) -> list[tuple[list[int], list[int]]]:
    """The first words of each sentence, to be repeated, now and then in part and now and then wrongly."""
    chooser = random.Random(1)
    lessons = []
    for row, text in _rows(family, everything(), chooser):
        content = tokenizer(text, add_special_tokens=False).input_ids
        kept = content[: max(1, len(content) - 4 * chooser.choice([0, 0, 0, 1, 2]))][:10]
        said = [number if chooser.random() > 0.08 else chooser.choice(content) for number in kept]
        prefix = tokenizer.convert_tokens_to_ids(list(row.prefix))
        lessons.append((tokenizer.convert_tokens_to_ids(list(row.tokens)), [*prefix, *said, tokenizer.eos_token_id]))
    return lessons


def rows(family: FamilyTokenizer, count: int) -> list[Row]:
    """Rows of mixed lengths, languages and limits, always the same."""
    chooser = random.Random(3)
    return [row for row, _ in _rows(family, chooser.sample(everything(), count), chooser)]


def _rows(family: FamilyTokenizer, texts: Sequence[str], chooser: random.Random) -> Iterator[tuple[Row, str]]:
    targets = [tag for tag in ("fr", "pt", "pt-BR", "en", "de", "ru") if tag in family.targets.tags]
    for text in texts:
        start = " ".join(text.split()[: chooser.randrange(1, 10)])
        limit = chooser.choice([5, 14, 14])
        yield family.row(start, source="en", target=chooser.choice(targets), max_tokens=limit), start


def train(model: Any, rows: Sequence[tuple[list[int], list[int]]], *, steps: int = 70, seed: int = 0) -> float:
    """Teach the model the rows (source ids, target ids with their end token); the last loss."""
    torch.manual_seed(seed)
    chooser = random.Random(seed)
    config = model.config
    pad, start = config.pad_token_id, config.decoder_start_token_id
    optimizer = torch.optim.AdamW(model.parameters(), lr=6e-3, fused=True)
    model.train()
    loss = torch.tensor(0.0)
    for _ in range(steps):
        batch = chooser.sample(list(rows), 8)
        source = _padded([s for s, _ in batch], pad)
        target = _padded([t for _, t in batch], -100)
        first = torch.full((len(batch), 1), start)
        shifted = torch.cat([first, target[:, :-1].masked_fill(target[:, :-1] == -100, pad)], 1)
        output = model(input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=shifted).logits
        loss = torch.nn.functional.cross_entropy(output.flatten(0, 1), target.flatten(), ignore_index=-100)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval()
    return float(loss.detach())


def _padded(rows: Sequence[Sequence[int]], value: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])


def save(model: Any, folder: Path) -> None:
    """Save as published: transformers 5 forgets on saving that a T5's embeddings are not tied."""
    model.save_pretrained(folder)
    if model.config.model_type in {"t5", "mt5"}:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        tied = model.lm_head.weight.data_ptr() == model.shared.weight.data_ptr()
        config.pop("scale_decoder_outputs", None)
        _json(folder / "config.json", config | {"tie_word_embeddings": tied})
