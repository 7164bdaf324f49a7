"""From the model store to an answer: a pulled model is picked up, loaded, used, and what it did is told."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service.bootstrap import Services, build_services
from service.config import Settings
from service.engines.models.catalogue import load_catalogue
from service.engines.models.store import ModelStore
from service.records import Translation, TranslationRequest
from service.web.app import create_app
from tests.neural.fixtures import Loaded
from tests.server import drained, serving

TEXT = (
    "Mayor Odile Brandt said on Monday that the bridge in Valdene will reopen. The harbour in Port Esker was closed on "
    "Friday, Dr Amara Lindqvist added. The school in Valdene cost 4.5 million euros."
)


@pytest.fixture(scope="module")
def store(load: Callable[[str], Loaded], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a small translation model and a small summariser, brought by hand."""
    folder = tmp_path_factory.mktemp("models")
    known = load_catalogue().models
    for toy, name in (("m2m100", "m2m100-418m"), ("bart", "bart-large-cnn")):
        shutil.copytree(load(toy).folder / "hf", folder / name)
        ModelStore(folder).adopt(replace(known[name], name=name), revision="0123456789abcdef")
    return folder


@pytest.fixture(scope="module")
def services(store: Path) -> Iterator[Services]:
    """The service on a machine where models were pulled, nothing set but the store."""
    built = build_services(Settings.from_env({"NEWSBRIEFS_MODELS": str(store), "NEWSBRIEFS_LOG_LEVEL": "error"}))
    built.load()
    yield built
    built.close()


def test_pulled_models_are_picked_up(services: Services) -> None:
    """Beside the embedded engines, and readiness says so."""
    assert ["neural", "embedded"] == list(services.loaded().families)
    assert {} == services.loaded().failures
    assert "embedded+neural" == services.engines().profile
    assert {"engines:neural", "engines:embedded"} <= {part.name for part in services.parts() if part.status == "ok"}


def test_models_are_told_with_revision_and_licence(services: Services) -> None:
    """As the lock file has them."""
    told = {model.name: model for model in services.loaded().families["neural"].models()}
    assert {"m2m100-418m", "bart-large-cnn"} <= set(told)
    model = told["m2m100-418m"]
    assert ("0123456789ab", "MIT", "neural") == (model.revision, model.licence, model.tier)
    assert {"en", "fr", "zh", "uk"} <= set(model.languages)


def test_its_languages_are_offered(services: Services) -> None:
    """What the vocabulary has, far beyond the embedded pairs."""
    reached = services.engines().translator.targets()["en"]
    assert {"fr", "de", "zh", "ar"} <= set(reached)


def test_many_requests_in_many_languages(services: Services) -> None:
    """Each text of a large call gets an outcome of its own, a translation or the reason why there is none."""
    translator = services.loaded().families["neural"].translator
    requests = [
        TranslationRequest(f"The bridge in Valdene {number} will reopen.", "en", target)
        for number in range(5)
        for target in ("fr", "de", "ru", "zh", "ar", "pt")
    ]
    outcomes = translator.translate(requests)
    assert len(requests) == len(outcomes)
    for outcome in outcomes:
        if isinstance(outcome, Translation):
            assert (True, "neural") == (bool(outcome.text.strip()), outcome.tier)
        else:
            assert "searched in 3 ways" in str(outcome)


def test_an_answer_says_which_engine_wrote_it(services: Services) -> None:
    """The small summariser's brief is not carried by the article: the extractive one takes its place, and that is told.

    Whichever engine translated, the tier is the one to be trusted least among those in the route.
    """
    client = create_app(services).test_client()
    answer = client.post("/summarize", json={"text": TEXT, "languages": ["en", "es"], "source_language": "en"})
    assert 200 == answer.status_code
    document: Any = answer.get_json()
    own, brief = document["briefs"]
    assert [("fallback", "seq2seq"), ("summarise", "extractive")] == [(s["step"], s["engine"]) for s in own["route"]]
    assert ("ok", "source") == (own["status"], own["tier"])
    translators = {step["engine"] for step in brief["route"] if step["step"] == "translate"}
    assert ("ok", "embedded" if "apertium" in translators else "neural") == (brief["status"], brief["tier"])
    assert "embedded+neural" == document["engines"]["profile"]


def test_neural_alone_stays_neural(services: Services) -> None:
    """`engine: neural` never falls back to another family's translator: its own wording, or the reason."""
    client = create_app(services).test_client()
    body = {"text": TEXT, "languages": ["de"], "source_language": "en", "engine": "neural", "quotes": 0}
    (brief,) = client.post("/summarize", json=body).get_json()["briefs"]  # type: ignore[index]
    assert [] == [step for step in brief["route"] if step["engine"] == "apertium"]
    told = brief["tier"] == "neural" if brief["status"] == "ok" else "searched in 3 ways" in brief["problem"]["detail"]
    assert told


def test_a_broken_model_takes_nothing_with_it(store: Path, tmp_path: Path) -> None:
    """The others load, the service is told not ready, and the reason names the model and the remedy."""
    broken = tmp_path / "models"
    shutil.copytree(store, broken)
    (broken / "m2m100-418m" / "config.json").unlink()
    built = build_services(Settings.from_env({"NEWSBRIEFS_MODELS": str(broken), "NEWSBRIEFS_LOG_LEVEL": "error"}))
    built.load()
    try:
        assert {"neural", "embedded"} == set(built.loaded().families)
        failed = [part for part in built.parts() if part.status == "failed"]
        assert ["model:m2m100-418m"] == [part.name for part in failed]
        assert "run: newsbriefs models pull m2m100-418m" in str(failed[0].detail)
    finally:
        built.close()


def test_sigterm_under_load_drops_nothing(store: Path, tmp_path: Path) -> None:
    """With models loaded, too: every caller under way is answered, and the process ends."""
    with serving(tmp_path, NEWSBRIEFS_MODELS=str(store)) as (base, process):
        answers = drained(base, process, 6)
        assert [200] * 6 == [answer[0] for answer in answers if isinstance(answer, tuple)]
        assert 0 == process.wait(timeout=60)
