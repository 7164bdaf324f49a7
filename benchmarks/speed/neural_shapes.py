"""Models of true shape with random weights, in the folders that a hub would give, made once and kept.

Speed does not depend on what weights say. Tokenizers are real ones, trained on the seeds and filled up to the size of
the published vocabulary, so that texts and tokens take the way they take in the service.
"""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from service.engines.conversion import converted
from service.engines.families import named

ROOT = Path(__file__).parents[2]
_LAYERS = {
    "d_model": 1024,
    "encoder_ffn_dim": 4096,
    "decoder_ffn_dim": 4096,
    "encoder_attention_heads": 16,
    "decoder_attention_heads": 16,
    "max_position_embeddings": 1024,
}
# Of the pieces in the middle of M2M-100's published dictionary 53 in 100 are in Latin letters.
_M2M100_LATIN = 53
_TWELVE = {"encoder_layers": 12, "decoder_layers": 12}


@dataclass(frozen=True, slots=True)
class Shape:
    """One model: its family, and what makes its tokenizer and its untrained weights."""

    name: str
    family: str
    write_tokenizer: Callable[[Path], None]
    build: Callable[[Path], Any]


def kept(cache: Path, shape: Shape) -> tuple[Path, Path]:
    """The folder as pulled and the converted one, made where they are missing."""
    folder = cache / shape.name
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        work = Path(mkdtemp(prefix=f".{shape.name}-", dir=cache))
        try:
            shape.write_tokenizer(work)
            shape.build(work).save_pretrained(work)
            work.rename(folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return folder, converted(folder, cache / f"{shape.name}-int8", quantisation="int8", revision=shape.name)


def texts() -> list[str]:
    """The seeds, line by line."""
    files = sorted((ROOT / "seeds").glob("*.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _filled(tokens: list[str], size: int, *, start: str, latin: int) -> dict[str, int]:
    """Tokens by number, as many as a published vocabulary has, so many of a hundred in Latin letters."""
    more = [f"{start}{'w' if number % 100 < latin else 'ш'}{number}" for number in range(size - len(tokens))]
    return {token: number for number, token in enumerate([*tokens, *more])}


def _m2m100_tokenizer(folder: Path) -> None:
    import sentencepiece

    model = folder / "sentencepiece.bpe.model"
    with model.open("wb") as out:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts()),
            model_writer=out,
            vocab_size=1000,
            model_type="bpe",
            hard_vocab_limit=False,
            minloglevel=2,
            num_threads=1,
        )
    read = sentencepiece.SentencePieceProcessor(model_file=str(model))
    pieces = [read.id_to_piece(number) for number in range(3, read.get_piece_size())]
    _json(
        folder / "vocab.json",
        _filled(["<s>", "<pad>", "</s>", "<unk>", *pieces], 128004, start="▁", latin=_M2M100_LATIN),
    )
    codes = [f"__{code}__" for code in named("m2m100").codes]
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "M2M100Tokenizer"})
    _json(folder / "special_tokens_map.json", {"additional_special_tokens": codes})


def _bart_tokenizer(folder: Path) -> None:
    from tokenizers import ByteLevelBPETokenizer

    trained = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained.train_from_iterator(texts(), vocab_size=1500, special_tokens=special, show_progress=False)
    trained.save_model(str(folder))
    known = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    _json(folder / "vocab.json", _filled(sorted(known, key=known.__getitem__), 50264, start="Ġ", latin=100))
    _json(folder / "tokenizer_config.json", {"tokenizer_class": "BartTokenizer"})


def _m2m100(folder: Path) -> Any:
    import transformers

    config = transformers.M2M100Config(
        vocab_size=128112,
        scale_embedding=True,
        activation_function="relu",
        decoder_start_token_id=2,
        **_LAYERS,
        **_TWELVE,
    )
    return _untrained(transformers.M2M100ForConditionalGeneration, config)


def _bart(folder: Path) -> Any:
    import transformers

    config = transformers.BartConfig(vocab_size=50264, forced_eos_token_id=2, **_LAYERS, **_TWELVE)
    model = _untrained(transformers.BartForConditionalGeneration, config)
    model.generation_config.update(
        forced_bos_token_id=0, num_beams=4, length_penalty=2.0, no_repeat_ngram_size=3, early_stopping=True
    )
    return model


def _untrained(kind: Any, config: Any) -> Any:
    import torch

    torch.manual_seed(0)
    return kind(config).eval()


def marian(published: Path) -> Shape:
    """The shape of a published Marian model whose tokenizer and configuration lie in a folder."""

    def copy(folder: Path) -> None:
        for file in published.iterdir():
            shutil.copyfile(file, folder / file.name)

    def build(folder: Path) -> Any:
        import torch
        import transformers

        model = _untrained(transformers.MarianMTModel, transformers.MarianConfig.from_pretrained(folder))
        with torch.no_grad():
            model.get_input_embeddings().weight[model.config.pad_token_id] = 0
        return model

    return Shape(published.name, "marian", copy, build)


TRANSLATOR = Shape("m2m100-418m-random", "m2m100", _m2m100_tokenizer, _m2m100)
SUMMARISER = Shape("bart-large-cnn-random", "bart", _bart_tokenizer, _bart)

if __name__ == "__main__":
    for each in (TRANSLATOR, SUMMARISER, *(marian(Path(folder)) for folder in sys.argv[2:])):
        kept(Path(sys.argv[1]), each)
