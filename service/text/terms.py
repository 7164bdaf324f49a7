"""Terms of a glossary: whether a text holds one, and how it must read in a language."""

import regex

from service.records import GlossaryEntry
from service.text.tags import lookup


def holds_term(text: str, term: str) -> bool:
    """Whether `term` stands in `text` as it is, as whole words."""
    return regex.search(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(term)}(?![\p{{L}}\p{{N}}])", text) is not None


def wanted_term(entry: GlossaryEntry, target: str) -> str | None:
    """How `entry` must read in `target`: the term itself, its translation, or None where none is given."""
    if not entry.translations:
        return entry.term
    translations = dict(entry.translations)
    tag = lookup(target, translations)
    return translations[tag] if tag else None
