"""The forms of English nouns and verbs, by rule."""

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_Y = re.compile(r"(?<=[^aeiou])y$")
# One syllable that ends in consonant, vowel, consonant doubles the last letter: `ban`, `plan`, not `fix` or `pay`.
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")


def plural(noun: str) -> str:
    """`attack`, `crash`, `body` as `attacks`, `crashes`, `bodies`."""
    if _SIBILANT.search(noun):
        return f"{noun}es"
    return f"{_Y.sub('ie', noun)}s"


def verb_forms(given: tuple[str, ...]) -> tuple[str, str, str, str, str]:
    """Infinitive, third person, past, participle and -ing; `given` are the infinitive and, if irregular, the past ones.

    `cap|capped|capped` tells that -ing doubles too. A fourth form is -ing itself.
    """
    verb = given[0]
    stem = verb + verb[-1] if _DOUBLING.search(verb) else verb
    past = given[1] if len(given) > 1 else _past(stem)
    participle = given[2] if len(given) > 2 else past
    doubled = past == f"{verb}{verb[-1]}ed"
    ing = given[3] if len(given) > 3 else _ing(verb + verb[-1] if doubled else stem)
    return verb, plural(verb), past, participle, ing


def _past(stem: str) -> str:
    return f"{stem}d" if stem.endswith("e") else f"{_Y.sub('i', stem)}ed"


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    return f"{stem[:-1] if stem.endswith('e') and not stem.endswith(('ee', 'oe', 'ye')) else stem}ing"
