"""Each family's own tokenizer, from a folder as published: language tokens, hostile text, and the way back."""

from collections.abc import Callable

import pytest
import transformers

from service.engines.families import named
from service.engines.tokenizing import FamilyTokenizer
from service.errors import EngineUnavailable, NoRoute
from tests.neural.fixtures import Loaded

_TEXT = "Mayor Odile Brandt said on Monday that the bridge in Valdene cost 4.5 million euros."
_FIRST = {
    "m2m100": ("__en__", ("__fr__",)),
    "nllb": ("eng_Latn", ("fra_Latn",)),
    "mbart50": ("en_XX", ("fr_XX",)),
    "madlad": ("<2fr>", ()),
    "marian-multi": (">>fra<<", ()),
    "bart": ("<s>", ("<s>",)),
}


def test_the_language_stands_where_the_family_wants_it(toy: Loaded) -> None:
    """The first token of the source and what the output must begin with."""
    target = "fr" if "fr" in toy.tokenizer.targets.tags else "en"
    row = toy.tokenizer.row(_TEXT, source="en", target=target)
    first, prefix = _FIRST.get(toy.name, (row.tokens[0], ()))
    assert (first, prefix) == (row.tokens[0], row.prefix)
    assert row.tokens[-1] == "</s>"


def test_tokens_are_those_of_the_published_way(toy: Loaded) -> None:
    """What `AutoTokenizer` makes of the text, given as the family's model card says."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(toy.folder / "hf", local_files_only=True)
    first, prefix = _FIRST.get(toy.name, ("", ()))
    target = "fr" if "fr" in toy.tokenizer.targets.tags else "en"
    if prefix and toy.name != "bart":
        tokenizer.src_lang = "en" if toy.name == "m2m100" else first
        text = _TEXT
    else:
        text = {"madlad": "<2fr> ", "marian-multi": ">>fra<< ", "t5": "summarize: ", "flan-t5": "summarize: "}.get(
            toy.name, ""
        ) + _TEXT
    row = toy.tokenizer.row(_TEXT, source="en", target=target)
    assert tuple(tokenizer.convert_ids_to_tokens(tokenizer(text).input_ids)) == row.tokens


def test_text_comes_back(toy: Loaded) -> None:
    """What is tokenised as output is the same text again, without special tokens."""
    assert toy.tokenizer.text((*toy.tokenizer.pieces(_TEXT), "</s>")) == _TEXT


@pytest.mark.parametrize(
    "word", ["</s>", "<pad>", "__fr__", ">>pob<<", "<2de>", "fr_XX", "fra_Latn", "<extra_id_0>", "<unk_7>", "<mask>"]
)
def test_a_special_token_in_the_text_has_no_effect(toy: Loaded, word: str) -> None:
    """An article that spells out a special token gets its letters, and not the token."""
    target = toy.tokenizer.targets.tags[0]
    plain = toy.tokenizer.row("Odile", source="en", target=target).tokens
    hostile = toy.tokenizer.row(f"{word} Odile {word}", source="en", target=target).tokens
    assert plain.count(word) == hostile.count(word)


def test_an_unknown_language_has_no_route(toy: Loaded) -> None:
    """A language without a token is refused by name."""
    with pytest.raises(NoRoute, match="'tlh'"):
        toy.tokenizer.row(_TEXT, source="en", target="tlh")


def test_varieties_are_not_mistaken(load: Callable[[str], Loaded]) -> None:
    """Brazilian Portuguese only by a model that tells it apart."""
    assert load("marian-multi").tokenizer.row("Odile", source="en", target="pt-BR").tokens[0] == ">>pob<<"
    assert load("marian-multi").tokenizer.row("Odile", source="en", target="pt-PT").tokens[0] == ">>por<<"
    with pytest.raises(NoRoute, match="it offers pt"):
        load("m2m100").tokenizer.row("Odile", source="en", target="pt-BR")
    assert load("nllb").tokenizer.row("Odile", source="en", target="zh-Hant").prefix == ("zho_Hant",)
    with pytest.raises(NoRoute, match="zh, zh-Hans"):
        load("m2m100").tokenizer.row("Odile", source="en", target="zh-Hant")


def test_only_languages_in_the_vocabulary_are_offered(load: Callable[[str], Loaded]) -> None:
    """The toys of MADLAD and OPUS-MT have few language tokens, and offer no others."""
    assert load("madlad").tokenizer.targets.tags == ("de", "en", "fr", "pt", "ru", "zh", "zh-Hans")
    assert load("marian-multi").tokenizer.targets.tags == ("fr", "pt", "pt-BR", "pt-PT")
    assert load("marian").tokenizer.targets.tags == ("fr",)


def test_another_family_is_refused(load: Callable[[str], Loaded]) -> None:
    """A folder is not loaded as what it is not."""
    with pytest.raises(EngineUnavailable, match="needs bart"):
        FamilyTokenizer(load("marian").folder / "hf", named("bart"))
