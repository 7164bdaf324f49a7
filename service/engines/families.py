"""The families of seq2seq models as data: how each names languages, what it is given first, and its limits.

`families.json` says it for each; this reads it. Which languages a loaded model offers is told by its real
vocabulary (`service.engines.tokenizing`), never by the table alone.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from service.engines.decoding import Search
from service.errors import EngineUnavailable, NoRoute
from service.text.tags import canonical, script

Role = Literal["translate", "summarise"]


@dataclass(frozen=True, slots=True)
class Family:
    """One family of models.

    `language_token` turns a family's code into its token. `source` "tokenizer": the tokenizer puts the source
    language first by its `src_lang`. `target` "prefix": the target's token is forced as the first output; "text":
    it stands before the text. `codes` are empty where only the vocabulary knows them. `tags` says which BCP 47
    tags a code serves where that is not plain from the code; nothing else is served by it.
    """

    name: str
    role: Role
    model_types: tuple[str, ...]
    tokenizers: tuple[str, ...]
    language_token: str
    source: Literal["tokenizer", "none"]
    target: Literal["prefix", "text", "none"]
    text_prefix: str
    max_source_tokens: int
    max_new_tokens: int
    search: Search
    codes: tuple[str, ...]
    tags: Mapping[str, tuple[str, ...]]

    def token(self, code: str) -> str:
        """The token of a language: `__fr__` for `fr`."""
        return self.language_token.format(code=code)

    def codes_in(self, vocabulary: Iterable[str]) -> tuple[str, ...]:
        """The codes of this family, or those that the vocabulary's tokens name where the family lists none."""
        if self.codes:
            return self.codes
        shape = re.escape(self.language_token).replace(re.escape("{code}"), r"([A-Za-z_]{2,14})")
        found = (re.fullmatch(shape, token) for token in vocabulary)
        return tuple(sorted({match[1] for match in found if match}))

    def tags_of(self, code: str) -> tuple[str, ...]:
        """The BCP 47 tags that a code serves, in canonical form; none for a group of languages or an unknown code."""
        if code in self.tags:
            return tuple(canonical(tag) for tag in self.tags[code])
        return _plain_tag(code)


def _plain_tag(code: str) -> tuple[str, ...]:
    """`fra_Latn` is `fr`; the script stays where the language is mostly written in another."""
    language, _, rest = code.partition("_")
    if not re.fullmatch(r"[a-z]{2,3}", language) or language in _GROUPS:
        return ()
    try:
        alone = canonical(language)
        if not rest:
            return (alone,)
        whole = canonical(f"{alone}-{rest}")
    except ValueError:
        return ()
    return (alone,) if script(whole) == script(alone) and len(rest) == 4 else (whole,)


# ISO 639-5 collections that OPUS-MT names its models by: a language of them must be told apart by its own code.
_GROUPS = frozenset(
    [
        "aav",
        "afa",
        "alv",
        "art",
        "bat",
        "bnt",
        "ber",
        "cau",
        "ccs",
        "ccn",
        "cdd",
        "cel",
        "crp",
        "cpp",
        "cpf",
        "cus",
        "dra",
        "euq",
        "fiu",
        "gem",
        "gmq",
        "gmw",
        "grk",
        "hok",
        "iir",
        "inc",
        "ine",
        "ira",
        "itc",
        "map",
        "mkh",
        "mul",
        "nah",
        "nai",
        "ngf",
        "nic",
        "ntf",
        "omq",
        "omv",
        "oto",
        "paa",
        "pqe",
        "qwe",
        "roa",
        "sai",
        "sal",
        "sem",
        "sit",
        "sla",
        "smi",
        "ssa",
        "taw",
        "trk",
        "tup",
        "tut",
        "tuw",
        "urj",
        "wak",
        "wen",
        "xgn",
        "znd",
        "zle",
        "zls",
        "zlw",
        "zhx",
    ]
)


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages a loaded model offers: BCP 47 tag to the family's code."""

    model: str
    codes: Mapping[str, str]

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags offered, sorted."""
        return tuple(sorted(self.codes))

    def code(self, tag: str) -> str:
        """The family's code for a tag; raises `NoRoute` where no code serves exactly this variety."""
        wanted = _without_default_script(tag)
        if (code := self.codes.get(tag) or self.codes.get(wanted)) is not None:
            return code
        language = wanted.split("-")[0]
        near = [offered for offered in self.tags if offered.split("-")[0] == language]
        hint = f"of that language it offers {', '.join(near)}" if near else f"it offers {len(self.codes)} others"
        raise NoRoute(f"{self.model} does not know {tag!r}; {hint}")


def _without_default_script(tag: str) -> str:
    """`de-Latn` is `de`; a region is kept, for it may matter (`pt-BR`)."""
    plain = canonical(tag)
    parts = plain.split("-")
    if len(parts) == 2 and len(parts[1]) == 4 and script(plain) == script(parts[0]):
        return parts[0]
    return plain


def offered(family: Family, model: str, codes: Iterable[str], has: Callable[[str], bool]) -> Languages:
    """The languages among `codes` whose token a vocabulary has; the first code to serve a tag keeps it."""
    served: dict[str, str] = {}
    for code in codes:
        if not family.language_token or has(family.token(code)):
            for tag in family.tags_of(code):
                served.setdefault(tag, code)
    return Languages(model, served)


@cache
def families() -> Mapping[str, Family]:
    """Every family by name."""
    text = resources.files("service.engines").joinpath("families.json").read_text(encoding="utf-8")
    return {name: _family(name, entry) for name, entry in json.loads(text).items()}


def _family(name: str, entry: Mapping[str, Any]) -> Family:
    search = Search(
        beams=entry["beams"],
        length_penalty=entry["length_penalty"],
        no_repeat_ngram=entry["no_repeat_ngram"],
        min_tokens=entry["min_tokens"],
    )
    return Family(
        name=name,
        role=entry["role"],
        model_types=tuple(entry["model_types"]),
        tokenizers=tuple(entry["tokenizers"]),
        language_token=entry["language_token"],
        source=entry["source"],
        target=entry["target"],
        text_prefix=entry["text_prefix"],
        max_source_tokens=entry["max_source_tokens"],
        max_new_tokens=entry["max_new_tokens"],
        search=search,
        codes=() if entry["codes"] == "*" else tuple(entry["codes"].split()),
        tags={code: tuple(tags) for code, tags in entry["tags"].items()},
    )


def named(name: str) -> Family:
    """The family of this name; raises `EngineUnavailable` for one that is not in the table."""
    try:
        return families()[name]
    except KeyError:
        raise EngineUnavailable(f"no family {name!r}; there are {', '.join(sorted(families()))}") from None


def fits(family: Family, folder: Path) -> None:
    """Raise `EngineUnavailable` where a model folder's configuration is of another family."""
    try:
        kind = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("model_type")
    except (OSError, ValueError) as error:
        raise EngineUnavailable(f"{folder.name}: config.json can't be read: {error}") from error
    if kind not in family.model_types:
        wanted = " or ".join(family.model_types)
        raise EngineUnavailable(f"{folder.name} is a {kind!r} model; family {family.name!r} needs {wanted}")
