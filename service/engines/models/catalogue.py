"""What can be pulled: models with their licences, and the profiles that choose sets of them.

`catalogue.json` holds the models, `languages.json` the long lists of languages, by the names that stand after `@` in
the catalogue. Both are data: a model is added by adding an entry.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from service.errors import ModelStoreError

Role = Literal["translate", "summarise", "instruct"]
Family = Literal["m2m100", "nllb", "madlad", "t5", "mt5", "mbart50", "bart", "pegasus", "marian", "chat"]
ROLES = ("translate", "summarise", "instruct")
FAMILIES = ("m2m100", "nllb", "madlad", "t5", "mt5", "mbart50", "bart", "pegasus", "marian", "chat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model of the catalogue.

    `sources` and `targets` are BCP 47 tags in the order of the catalogue, the same for a summariser; both are empty
    where its makers list none by code. `commercial` is false too where the licence is not stated. `download_bytes`
    counts what `pull` fetches, to about one per cent. `weights` says how the hub has them.
    """

    name: str
    repository: str
    role: Role
    family: Family
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    licence: str
    commercial: bool
    parameters: int
    download_bytes: int
    weights: Literal["safetensors", "pickled"]
    notes: str = ""

    @property
    def memory_bytes(self) -> int:
        """Memory in use at int8, estimated: a byte a parameter, and a fifth for what is computed."""
        return self.parameters * 6 // 5

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language it reads or writes, each once."""
        return tuple(dict.fromkeys([*self.sources, *self.targets]))


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of models that go together."""

    name: str
    meaning: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models and profiles by name, in the order of the file."""

    models: Mapping[str, Model]
    profiles: Mapping[str, Profile]

    def find(self, name: str) -> Model:
        """The model called `name`; raises ModelStoreError with the nearest name."""
        if name in self.models:
            return self.models[name]
        raise ModelStoreError(f"no model {name!r} in the catalogue{_nearest(name, self.models)}")

    def chosen(self, profile: str) -> list[Model]:
        """The models of `profile`; raises ModelStoreError with the nearest name."""
        if profile in self.profiles:
            return [self.models[name] for name in self.profiles[profile].models]
        raise ModelStoreError(f"no profile {profile!r}{_nearest(profile, self.profiles)}")


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that ships with this package."""
    here = files(__package__)
    sets = {name: tuple(tags.split()) for name, tags in json.loads(here.joinpath("languages.json").read_text()).items()}
    return read_catalogue(json.loads(here.joinpath("catalogue.json").read_text("utf-8")), sets)


def read_catalogue(document: Mapping[str, Any], sets: Mapping[str, tuple[str, ...]]) -> Catalogue:
    """The catalogue in `document`, its `@name` languages taken from `sets`."""
    models = [_model(entry, sets) for entry in document["models"]]
    profiles = [Profile(name, entry["meaning"], tuple(entry["models"])) for name, entry in document["profiles"].items()]
    return Catalogue({model.name: model for model in models}, {profile.name: profile for profile in profiles})


def _model(entry: Mapping[str, Any], sets: Mapping[str, tuple[str, ...]]) -> Model:
    plain = {key: value for key, value in entry.items() if key not in ("languages", "sources", "targets")}
    both = entry.get("languages", ())
    sources, targets = entry.get("sources", both), entry.get("targets", both)
    return Model(sources=_tags(sources, sets), targets=_tags(targets, sets), **plain)


def _tags(named: str | Sequence[str], sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return sets[named.removeprefix("@")] if isinstance(named, str) else tuple(named)


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1)
    if near:
        return f"; did you mean {near[0]}?"
    return "; `newsbriefs models list` names all" if len(known) > 8 else f"; use one of: {', '.join(known)}"
