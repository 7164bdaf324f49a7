"""Text to the tokens of a model and back, by the family's own `transformers` tokenizer."""

import json
import re
import threading
from pathlib import Path
from typing import Any

from service.engines.decoding import Row
from service.engines.families import Family, Languages, fits, offered
from service.errors import EngineError, EngineUnavailable

# Marian's tokenizer takes any such word at the start of a text for a language.
_MARIAN_CODE = r">>(?=[^\s<>]{1,40}<<)"


class FamilyTokenizer:
    """One model folder's tokenizer; safe to call from several threads.

    `sources` and `targets` are the languages whose tokens the model's real vocabulary has. A folder that can't
    tell them itself (an OPUS-MT model of a group of languages) gets them as tags.
    """

    def __init__(
        self, folder: Path, family: Family, *, sources: tuple[str, ...] = (), targets: tuple[str, ...] = ()
    ) -> None:
        fits(family, folder)
        self.family = family
        self.name = folder.name
        self._lock = threading.Lock()
        self._tokenizer = _loaded(folder, family)
        config = _read(folder, "config.json")
        self._size = int(config["vocab_size"])
        self._unknown = self._tokenizer.unk_token_id
        self._special = set(self._tokenizer.all_special_tokens)
        self._break = re.compile("|".join([_MARIAN_CODE, *map(re.escape, self._reserved())]))
        self.forced = self._forced(config | _read(folder, "generation_config.json"))
        self.max_source_tokens = min(family.max_source_tokens, int(config.get("max_position_embeddings") or 10**6))
        self.targets = self._targets(targets)
        self.sources = self._sources(sources)
        if not self.sources.codes or not self.targets.codes:
            raise EngineUnavailable(f"{self.name}: its vocabulary has no language token of family {family.name!r}")

    def row(self, text: str, *, source: str, target: str, max_tokens: int | None = None) -> Row:
        """What the model is given for a text; raises `NoRoute` for a language it doesn't offer.

        A row may be longer than `max_source_tokens`: the caller must have split the text, for nothing is cut here.
        """
        code, wanted = self.sources.code(source), self.targets.code(target)
        prefix = (self.family.token(wanted),) if self.family.target == "prefix" else self.forced
        tokens = self._tokens(self._given(text, wanted), code)
        return Row(tokens=tokens, prefix=prefix, max_tokens=max_tokens or self.family.max_new_tokens)

    def count(self, text: str) -> int:
        """How many tokens a text is, without those that mark its language and end."""
        with self._lock:
            return len(self._tokenizer(self._harmless(text), add_special_tokens=False).input_ids)

    def pieces(self, text: str) -> list[str]:
        """A text of a target language as the model would write it, without special tokens."""
        given = "text_target" if hasattr(self._tokenizer, "spm_target") else "text"
        with self._lock:
            ids = self._tokenizer(**{given: self._harmless(text)}, add_special_tokens=False).input_ids
            return list(self._tokenizer.convert_ids_to_tokens(ids))

    @property
    def special(self) -> frozenset[str]:
        """Special and language tokens: what no restriction of the vocabulary may leave out."""
        codes = {*self.sources.codes.values(), *self.targets.codes.values()}
        named = map(self.family.token, codes) if self.family.language_token else ()
        return frozenset((*self._special, *self._reserved(), *named))

    @property
    def vocabulary(self) -> list[str]:
        """Every token, the commonest first: in a sentencepiece model by number, in Marian's by its pieces' scores."""
        known = self._tokenizer.get_vocab()
        models = [getattr(self._tokenizer, name, None) for name in ("spm_target", "spm_source")]
        scores = {
            model.id_to_piece(i): model.get_score(i) for model in models if model for i in range(model.get_piece_size())
        }
        return sorted(known, key=lambda token: (-scores.get(token, -1e9), known[token]) if scores else known[token])

    def text(self, tokens: tuple[str, ...]) -> str:
        """The text that an output's tokens stand for, without special and language tokens."""
        kept = [token for token in tokens if token not in self._special]
        with self._lock:
            ids = self._tokenizer.convert_tokens_to_ids(kept)
            return str(self._tokenizer.decode(ids, skip_special_tokens=True)).strip()

    def _given(self, text: str, target: str) -> str:
        harmless = self.family.text_prefix + self._harmless(text)
        if self.family.target != "text" or not self._has(self.family.token(target)):
            return harmless
        return f"{self.family.token(target)} {harmless}"

    def _harmless(self, text: str) -> str:
        """The text with a blank inside each special token it spells out, so that none of them takes effect."""
        return self._break.sub(lambda match: f"{match[0][0]} {match[0][1:]}", text)

    def _tokens(self, text: str, source: str) -> tuple[str, ...]:
        with self._lock:
            if self.family.source == "tokenizer":
                self._tokenizer.src_lang = source
            ids = self._tokenizer(text).input_ids
            return tuple(self._tokenizer.convert_ids_to_tokens(ids))

    def _reserved(self) -> list[str]:
        """Every token that has a meaning beside its text, the longest first."""
        codes = self.family.codes if self.family.language_token else ()
        words = {
            *self._special - {self._tokenizer.unk_token},
            *self._tokenizer.get_added_vocab(),
            *map(self.family.token, codes),
        }
        return sorted((word for word in words if len(word) > 1 and not word.isspace()), key=lambda w: (-len(w), w))

    def _has(self, token: str) -> bool:
        number = self._tokenizer.convert_tokens_to_ids(token)
        return number is not None and number != self._unknown and number < self._size

    def _forced(self, config: dict[str, Any]) -> tuple[str, ...]:
        number = config.get("forced_bos_token_id")
        if number is None or self.family.target == "prefix":
            return ()
        return (str(self._tokenizer.convert_ids_to_tokens(int(number))),)

    def _targets(self, given: tuple[str, ...]) -> Languages:
        family, vocabulary = self.family, self._tokenizer.get_vocab()
        found = offered(family, self.name, family.codes_in(vocabulary), self._has)
        alone = getattr(self._tokenizer, "target_lang", None)
        if not found.codes and not family.codes and alone:
            found = offered(family, self.name, [alone], lambda _: True)
        return _only(found, given)

    def _sources(self, given: tuple[str, ...]) -> Languages:
        if self.family.source == "tokenizer" or self.family.codes or self.family.name == "madlad":
            return _only(self._targets(()), given)
        alone = getattr(self._tokenizer, "source_lang", None)
        found = offered(self.family, self.name, [alone] if alone else [], lambda _: True)
        return found if found.codes else Languages(self.name, {tag: tag for tag in given})


def _only(found: Languages, given: tuple[str, ...]) -> Languages:
    if not given:
        return found
    if not found.codes:
        return Languages(found.model, {tag: tag for tag in given})
    return Languages(found.model, {tag: found.codes[tag] for tag in given if tag in found.codes})


def _loaded(folder: Path, family: Family) -> Any:
    """The tokenizer of a folder, and of nowhere else.

    By the family's class, which is the one `AutoTokenizer` finds: that one imports torch (185 MB, some seconds).
    """
    import transformers

    try:
        return getattr(transformers, family.tokenizers[0]).from_pretrained(folder, local_files_only=True)
    except Exception as error:
        raise EngineUnavailable(f"{folder.name}: its tokenizer can't be loaded: {error}") from error


def _read(folder: Path, name: str) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / name).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise EngineError(f"{folder.name}: {name} is no JSON: {error}") from error
