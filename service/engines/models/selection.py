"""Which files of a repository a model needs: configuration, tokenizer, licence, and its weights in one format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from service.errors import ModelStoreError

# Only names without a folder, and no code: a repository's own .py files are never fetched.
_WANTED = (
    "config.json",
    "generation_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "vocab.txt",
    "merges.txt",
    "chat_template.jinja",
    "chat_template.json",
    "*.spm",
    "*.model",
    "LICEN[CS]E*",
    "NOTICE*",
    "USE_POLICY*",
)
PICKLED, PICKLED_INDEX = "pytorch_model.bin", "pytorch_model.bin.index.json"
_SAFE_INDEX = "model.safetensors.index.json"
_SAFE_SHARD = re.compile(r"model-\d{5}-of-\d{5}\.safetensors")
_PICKLED_SHARD = re.compile(r"pytorch_model-\d{5}-of-\d{5}\.bin")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file on the hub: its bytes, and the SHA-256 of what LFS keeps or else the SHA-1 of its git blob, in hex."""

    path: str
    size: int
    sha256: str | None
    git_sha1: str | None


@dataclass(frozen=True, slots=True)
class Selection:
    """What to fetch. `pickled` are those of `files` that hold weights which must be converted before use."""

    files: tuple[RemoteFile, ...]
    pickled: tuple[RemoteFile, ...]

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return sum(file.size for file in self.files)


def select(repository: str, offered: Sequence[RemoteFile]) -> Selection:
    """What of `offered` a model needs: safetensors, or pickled weights where the repository has nothing else."""
    names = {file.path: file for file in offered}
    if "config.json" not in names:
        raise ModelStoreError(f"{repository} has no config.json: it holds no model that transformers can load")
    small = [file for file in offered if any(fnmatchcase(file.path, pattern) for pattern in _WANTED)]
    safe = _weights(names, "model.safetensors", _SAFE_INDEX, _SAFE_SHARD)
    if safe:
        return Selection((*small, *safe), ())
    pickled = _weights(names, PICKLED, PICKLED_INDEX, _PICKLED_SHARD)
    if not pickled:
        raise ModelStoreError(f"{repository} has neither model.safetensors nor pytorch_model.bin at this revision")
    return Selection((*small, *pickled), tuple(pickled))


def _weights(names: dict[str, RemoteFile], whole: str, index: str, shard: re.Pattern[str]) -> list[RemoteFile]:
    if whole in names:
        return [names[whole]]
    if index not in names:
        return []
    return [names[index], *(file for path, file in sorted(names.items()) if shard.fullmatch(path))]
