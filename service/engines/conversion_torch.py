"""What of a conversion needs torch: CTranslate2's own converter, with what it gets wrong put right.

Only `service.engines.conversion` runs it. What differs from `TransformersConverter` (4.8.5, with transformers 5)
is each held by the equality tests: where norms stand is read from the model and not from settings that newer
configurations leave out, the list of words from the rows of the embeddings, and see `_set_right`.
"""

from pathlib import Path
from typing import Any

from service.errors import EngineUnavailable


def write(folder: Path, into: Path, quantisation: str) -> dict[str, Any]:
    """Write the converted model into the folder `into`; what its record should say of it."""
    import torch
    import transformers

    with torch.no_grad():
        model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder, local_files_only=True, dtype=torch.float32)
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        tokens = _vocabulary(model.config, tokenizer)
        spec = _spec(model, tokenizer, tokens, folder.name)
        spec.validate()
        spec.optimize(quantization=None if quantisation == "float32" else quantisation)
    into.mkdir()
    spec.save(str(into))
    positions = getattr(model.config, "max_position_embeddings", None)
    return {"model_type": model.config.model_type, "positions": positions, "vocabulary": len(tokens)}


def _spec(model: Any, tokenizer: Any, tokens: list[str], name: str) -> Any:
    """The model as CTranslate2 describes it."""
    from ctranslate2.converters.transformers import _MODEL_LOADERS

    config = model.config
    loader = _MODEL_LOADERS.get(type(config).__name__)
    if loader is None:
        raise EngineUnavailable(f"{name}: CTranslate2 knows no {config.model_type!r} models")
    _refuse(config, model, name)
    config.normalize_before = hasattr(model.get_encoder(), "layer_norm")
    config.normalize_embedding = hasattr(model.get_encoder(), "layernorm_embedding")
    spec = loader.get_model_spec(model)
    loader.set_config(spec.config, model, tokenizer)
    loader.set_vocabulary(spec, tokens)
    _set_right(spec, config, tokenizer)
    return spec


def _refuse(config: Any, model: Any, name: str) -> None:
    """Raise where CTranslate2 would quietly say something else: it starts a Marian model from an embedding of zeros.

    Those of OPUS-MT are so; one that was trained further with transformers may not be.
    """
    if config.model_type == "marian":
        start = model.get_decoder().embed_tokens.weight[config.decoder_start_token_id]
        if config.decoder_start_token_id != config.vocab_size - 1 or bool(start.any()):
            raise EngineUnavailable(f"{name}: its decoder starts from an embedding that is not zero")


def _vocabulary(config: Any, tokenizer: Any) -> list[str]:
    """The token of each row of the embeddings: a tokenizer's list of words may lack some or have them elsewhere.

    M2M-100's lacks the languages where `special_tokens_map.json` is missing. Marian's last row is padding, which
    CTranslate2 leaves out.
    """
    size = config.vocab_size - (config.model_type == "marian" and config.pad_token_id == config.vocab_size - 1)
    known = {number: token for token, number in tokenizer.get_vocab().items()}
    known |= getattr(tokenizer, "id_to_lang_token", {})
    tokens = [str(known.get(number, f"<unused_{number}>")) for number in range(size)]
    if len(set(tokens)) != size:
        raise EngineUnavailable(f"{tokenizer.name_or_path}: two rows of its embeddings have one token")
    return tokens


def _set_right(spec: Any, config: Any, tokenizer: Any) -> None:
    """What the converter reads from settings that transformers 5 no longer has.

    Outputs of T5 1.1, Flan-T5, MADLAD and mT5 are not scaled, though transformers 5 says that every T5 ties its
    embeddings. mBART-50 starts from the end token, which the converter takes from a setting that is gone; its
    tokenizer names no first token, without which the model doesn't load though nothing uses it.
    """
    from ctranslate2.specs.model_spec import OPTIONAL

    if config.model_type in {"t5", "mt5"}:
        scaled = config.model_type == "t5" and getattr(config, "scale_decoder_outputs", True)
        spec.decoder.scale_outputs = config.d_model**-0.5 if scaled else OPTIONAL
    if not spec.config.bos_token:
        spec.config.bos_token = spec.config.eos_token
    if config.model_type == "mbart":
        spec.config.decoder_start_token = tokenizer.convert_ids_to_tokens(config.decoder_start_token_id)
