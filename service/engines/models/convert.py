"""Pickled weights, turned into safetensors once, when they are pulled: nothing pickled is loaded in production."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from service.engines.models.hub import INSTALL
from service.errors import ModelStoreError


def convert(folder: Path, pickled: Sequence[str]) -> list[str]:
    """Write safetensors beside the `pickled` files of `folder`, delete those, and return the names of the new files.

    Unpickled with `weights_only`: tensors and nothing else, no code runs. What is written is what transformers makes of
    the pickled file, tied weights once. Raises ModelStoreError.
    """
    try:
        import torch
        import transformers
    except ImportError as error:
        raise ModelStoreError(f"the weights are pickled, and converting them needs torch; run: {INSTALL}") from error
    kind = _architecture(folder, transformers)
    written = folder.with_name(".converted")
    shutil.rmtree(written, ignore_errors=True)
    try:
        with torch.no_grad():
            model = kind.from_pretrained(
                folder, local_files_only=True, use_safetensors=False, weights_only=True, dtype="auto"
            )
    except Exception as error:
        raise ModelStoreError(
            f"the pickled weights ({', '.join(pickled)}) can't be read as tensors and nothing else:"
            f" {_first_line(error)}"
        ) from error
    try:
        model.save_pretrained(written)
    except Exception as error:
        shutil.rmtree(written, ignore_errors=True)
        raise ModelStoreError(f"the converted weights can't be written to {written}: {_first_line(error)}") from error
    return _swap(folder, written, pickled)


def _architecture(folder: Path, transformers: Any) -> Any:
    named = json.loads((folder / "config.json").read_text("utf-8")).get("architectures") or ["none"]
    kind = getattr(transformers, str(named[0]), None)
    if kind is None:
        raise ModelStoreError(f"config.json names the architecture {named[0]}, which transformers does not know")
    return kind


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def _swap(folder: Path, written: Path, pickled: Sequence[str]) -> list[str]:
    new = [path for path in sorted(written.iterdir()) if ".safetensors" in path.name]
    for path in new:
        path.rename(folder / path.name)
    shutil.rmtree(written)
    for name in pickled:
        (folder / name).unlink()
    return [path.name for path in new]
