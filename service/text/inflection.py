"""Names in an oblique case: "Michala Redla" beside "Michal Redl" is whom one speaks of, not who speaks.

No grammar of any language: a form is oblique where the article also has the same name without its case ending.
"""

from collections.abc import Iterable

from service.text.lang.shared import CASE_ENDINGS, GREEK_NOMINATIVE, NOMINATIVE_ENDINGS, PLAIN_CASE_ENDINGS

_SHORTEST_STEM, _SHARED = 3, 2


def oblique_forms(names: Iterable[str]) -> dict[str, str]:
    """The names of a text that stand there in a case other than the nominative, each with that nominative."""
    forms = sorted(set(names))
    firsts: dict[str, set[str]] = {}
    for form in forms:
        first, _, rest = form.rpartition(" ")
        firsts.setdefault(rest, set()).add(first)
    found = {form: known for form in forms if (known := _nominative(form, firsts))}
    surnames = {form.rpartition(" ")[2]: known.rpartition(" ")[2] for form, known in found.items()}
    return found | {form: known for form, known in surnames.items() if form in forms}


def _nominative(form: str, firsts: dict[str, set[str]]) -> str | None:
    first, _, last = form.rpartition(" ")
    for ending in CASE_ENDINGS if first else PLAIN_CASE_ENDINGS:
        stem = last.removesuffix(ending)
        if not last.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        for known in (stem + end for end in (NOMINATIVE_ENDINGS if ending else GREEK_NOMINATIVE) if end != ending):
            for other in sorted(firsts.get(known, ())):
                if _agrees(first, other):
                    return f"{other} {known}".strip()
    return None


def _agrees(first: str, nominative: str) -> bool:
    """Whether two first names are one in two cases, or neither form has one."""
    if not first or not nominative:
        return first == nominative
    same = first == nominative and first[-1] not in "aа"
    near = abs(len(first) - len(nominative)) <= _SHARED + 1 and first != nominative
    shared = max(_SHORTEST_STEM - 1, len(nominative) - _SHARED)
    return not same and near and first[:shared] == nominative[:shared]
