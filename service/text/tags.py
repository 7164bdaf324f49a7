"""BCP 47 language tags: canonical form, names, direction, and which offered tag serves a wanted one."""

from collections.abc import Collection
from functools import lru_cache

import langcodes

_MACRO = {"no": "nb", "iw": "he", "in": "id", "sh": "sr-Latn"}
_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Aran"}
_UNSPACED_SCRIPTS = {"Hans", "Hant", "Hani", "Jpan", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"}


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """`tag` in canonical case and form; raises ValueError where it is no valid BCP 47 tag."""
    if len(tag) > 35 or not langcodes.tag_is_valid(tag):
        raise ValueError(f"{tag!r} is not a valid BCP 47 language tag; GET /languages lists those that are offered")
    plain = langcodes.standardize_tag(tag)
    return _MACRO.get(plain, plain)


@lru_cache(maxsize=4096)
def base(tag: str) -> str:
    """The language subtag alone: `pt` of `pt-BR`."""
    return langcodes.Language.get(tag).language or "und"


@lru_cache(maxsize=4096)
def script(tag: str) -> str | None:
    """The ISO 15924 script that `tag` is most likely written in."""
    return langcodes.Language.get(tag).maximize().script


@lru_cache(maxsize=4096)
def english_name(tag: str) -> str:
    """The language's name in English, with its variety: `Portuguese (Brazil)`, `Catalan (valencia)`."""
    language = langcodes.Language.get(tag)
    variety = ", ".join(language.variants or ())
    return f"{language.display_name()} ({variety})" if variety else language.display_name()


@lru_cache(maxsize=4096)
def direction(tag: str) -> str:
    """`rtl` or `ltr`, by script."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT_SCRIPTS else "ltr"


@lru_cache(maxsize=4096)
def is_unspaced(tag: str) -> bool:
    """Whether it is written in a script that puts no space between words."""
    return script(tag) in _UNSPACED_SCRIPTS


def separator(tag: str) -> str:
    """What stands between two sentences of a text: nothing in scripts that write no spaces."""
    return "" if is_unspaced(tag) and script(tag) != "Thai" else " "


def lookup(wanted: str, offered: Collection[str]) -> str | None:
    """The offered tag that serves `wanted`: itself, or its nearest parent (RFC 4647, section 3.4)."""
    parts = wanted.split("-")
    while parts:
        candidate = "-".join(parts)
        if candidate in offered:
            return candidate
        parts.pop()
    return None


def same_language(wanted: str, source: str) -> bool:
    """Whether a text in `source` is already in `wanted`: one language, and no other script."""
    return base(wanted) == base(source) and script(wanted) == script(source)
