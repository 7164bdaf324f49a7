"""A tiny real Marian model with trained sentencepiece tokenizers, in a folder as the hub has it."""

import io
import json
from pathlib import Path
from typing import Any

TEXTS = [
    "The council met on Monday and approved the new tram line.",
    "Mayor Ana Ribeiro said that the line would open in spring.",
    "El consejo se reunió el lunes y aprobó la nueva línea de tranvía.",
    "La alcaldesa dijo que la línea abriría en primavera.",
]


def write_marian(folder: Path) -> Any:
    """Write model, configuration and tokenizer to `folder`, and return the model."""
    import torch
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    pieces = _train(folder / "source.spm")
    (folder / "target.spm").write_bytes((folder / "source.spm").read_bytes())
    vocabulary = {piece: number for number, piece in enumerate([*pieces, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), "utf-8")
    names = [str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")]
    MarianTokenizer(*names, source_lang="en", target_lang="es").save_pretrained(folder)
    torch.manual_seed(7)
    sizes = dict.fromkeys(["encoder_ffn_dim", "decoder_ffn_dim"], 32)
    sizes |= dict.fromkeys(
        ["encoder_layers", "decoder_layers", "encoder_attention_heads", "decoder_attention_heads"], 2
    )
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(vocabulary), d_model=16, pad_token_id=pad, decoder_start_token_id=pad,
        eos_token_id=vocabulary["</s>"], forced_eos_token_id=vocabulary["</s>"], max_position_embeddings=64, **sizes,
    )  # fmt: skip
    model = MarianMTModel(config).eval()
    model.save_pretrained(folder)
    return model


def _train(path: Path) -> list[str]:
    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXTS), model_writer=written, vocab_size=80, hard_vocab_limit=False,
        bos_id=-1, eos_id=0, unk_id=1, minloglevel=2,
    )  # fmt: skip
    path.write_bytes(written.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
