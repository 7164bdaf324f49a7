"""The table of families, and which varieties of a language each code serves."""

import pytest

from service.engines.families import Languages, families, named, offered
from service.engines.vocabulary import latin
from service.errors import EngineUnavailable, NoRoute
from service.text.tags import canonical

_MANY = (
    "ar",
    "cs",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "hi",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "ro",
    "ru",
    "tr",
    "uk",
    "vi",
    "zh",
)


@pytest.mark.parametrize("name", ["m2m100", "nllb", "mbart50"])
def test_the_great_languages_are_served(name: str) -> None:
    """Twenty languages, each by exactly one code."""
    family = named(name)
    languages = offered(family, name, family.codes, lambda _: True)
    assert set(_MANY) <= set(languages.tags)
    assert all(canonical(tag) == tag for tag in languages.tags)


@pytest.mark.parametrize(
    ("name", "code", "tags"),
    [
        ("m2m100", "no", ("nb",)),
        ("m2m100", "zh", ("zh", "zh-Hans")),
        ("m2m100", "pt", ("pt",)),
        ("nllb", "nob_Latn", ("nb",)),
        ("nllb", "nno_Latn", ("nn",)),
        ("nllb", "zho_Hant", ("zh-Hant",)),
        ("nllb", "srp_Cyrl", ("sr", "sr-Cyrl")),
        ("nllb", "fra_Latn", ("fr",)),
        ("nllb", "kas_Deva", ("ks-Deva",)),
        ("mbart50", "pt_XX", ("pt",)),
        ("madlad", "iw", ("he",)),
        ("madlad", "zh_Hant", ("zh-Hant",)),
        ("marian", "pob", ("pt-BR",)),
        ("marian", "srp_Latn", ("sr-Latn",)),
        ("marian", "itc", ()),
        ("marian", "ROMANCE", ()),
    ],
)
def test_a_code_serves_these_tags(name: str, code: str, tags: tuple[str, ...]) -> None:
    """A variety is served only by a code that means it."""
    assert tags == named(name).tags_of(code)


def test_an_exact_tag_or_no_route() -> None:
    """A script that goes without saying may be said; a region is another variety."""
    languages = Languages("toy", {"pt": "pt", "de": "de", "zh-Hans": "zh", "zh": "zh"})
    assert ["de", "zh", "zh"] == [languages.code(tag) for tag in ("de-Latn", "zh-Hans", "zh")]
    with pytest.raises(NoRoute, match="does not know 'pt-BR'; of that language it offers pt"):
        languages.code("pt-BR")
    with pytest.raises(NoRoute, match="it offers 4 others"):
        languages.code("sw")


def test_a_family_that_is_not_there() -> None:
    """The message names those that are."""
    with pytest.raises(EngineUnavailable, match="marian"):
        named("gpt")
    assert {"translate", "summarise"} == {family.role for family in families().values()}


def test_what_a_latin_text_can_hold() -> None:
    """Pieces of Latin letters, single characters of any script, digits, punctuation, bytes, languages; nothing else."""
    kept = ["</s>", "▁a", "2031", "...", "<0xE2>", "▁harbour", "▁1ª", "▁naïve", "мост"[:1], "▁橋", "__ru__"]
    other = ["▁мост", "ская", "橋梁", "▁برج", "aж"]
    assert kept == latin([*kept[:4], *other[:2], *kept[4:8], *other[2:], *kept[8:]])
