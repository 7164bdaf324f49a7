import json
from importlib.resources import files

import langcodes
import pytest

from service.engines.models.catalogue import FAMILIES, ROLES, load_catalogue
from service.errors import ModelStoreError

MODELS = load_catalogue().models.values()
ASKED_FOR = {
    "facebook/m2m100_418M",
    "facebook/m2m100_1.2B",
    "facebook/nllb-200-distilled-600M",
    "facebook/nllb-200-distilled-1.3B",
    "google/madlad400-3b-mt",
    "Helsinki-NLP/opus-mt-en-fr",
    "Helsinki-NLP/opus-mt-en-ROMANCE",
    "facebook/mbart-large-50-many-to-many-mmt",
    "facebook/bart-large-cnn",
    "sshleifer/distilbart-cnn-12-6",
    "google/pegasus-cnn_dailymail",
    "csebuetnlp/mT5_multilingual_XLSum",
    "google/flan-t5-base",
}


def test_it_offers_what_was_asked_for() -> None:
    """Every model that the project promises is there, by its repository."""
    assert ASKED_FOR - {model.repository for model in MODELS} == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_every_entry_is_whole(model: object) -> None:
    """Known role and family, one repository, sizes that fit together, tags that are BCP 47 in their shortest form."""
    from service.engines.models.catalogue import Model

    assert isinstance(model, Model)
    assert (model.role in ROLES, model.family in FAMILIES, model.repository.count("/")) == (True, True, 1)
    assert model.name == model.name.lower()
    assert 1.9 <= model.download_bytes / model.parameters <= 4.3
    assert model.memory_bytes == model.parameters * 6 // 5
    assert [tag for tag in model.languages if langcodes.standardize_tag(tag) != tag] == []
    assert [tag for tag in model.languages if not langcodes.tag_is_valid(tag)] == []


def test_non_commercial_licences_are_told() -> None:
    """A licence is for commercial use unless it says NC or is not stated."""
    assert {model.licence for model in MODELS if not model.commercial} == {
        "CC-BY-NC-4.0",
        "CC-BY-NC-SA-4.0",
        "not stated",
    }
    assert {model.licence for model in MODELS if model.commercial} == {"MIT", "Apache-2.0", "CC-BY-4.0"}


@pytest.mark.parametrize(
    ("profile", "commercial"), [("fast", True), ("broad", False), ("best", True), ("commercial", True)]
)
def test_profiles_name_a_translator_and_a_summariser(profile: str, commercial: bool) -> None:
    """Each profile can brief in other languages, and says truly whether it may be used commercially."""
    chosen = load_catalogue().chosen(profile)
    assert {"translate", "summarise"} - {model.role for model in chosen} == set()
    assert all(model.commercial for model in chosen) == commercial


def test_lists_of_languages_are_those_of_the_tokenizers() -> None:
    """As many languages as transformers knows codes for, where it keeps a list."""
    pytest.importorskip("transformers")
    from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES as M2M100
    from transformers.models.mbart50.tokenization_mbart50 import FAIRSEQ_LANGUAGE_CODES as MBART50
    from transformers.models.nllb.tokenization_nllb import FAIRSEQ_LANGUAGE_CODES as NLLB

    text = files("service.engines.models").joinpath("languages.json").read_text()
    sets = {name: len(tags.split()) for name, tags in json.loads(text).items()}
    assert (sets["m2m100"], sets["nllb-200"], sets["mbart-50"]) == (len(M2M100["m2m100"]), len(NLLB), len(MBART50))


def test_a_wrong_name_is_told_with_the_nearest() -> None:
    """Names and profiles alike."""
    with pytest.raises(ModelStoreError, match="did you mean flan-t5-base"):
        load_catalogue().find("flan-t5-bas")
    with pytest.raises(ModelStoreError, match="use one of: fast, broad, best, commercial"):
        load_catalogue().chosen("everything")
