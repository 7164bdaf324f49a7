"""How a language says no, and how it says maybe."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolarityWords:
    """The words a language negates and doubts with, in lower case.

    A sure negation makes "does" into "does not"; a weak one says no inside a word or in passing ("without", "unable",
    "refused"), and another language may say it with a sure one. Patterns are regular expressions, searched anywhere in
    the lower-case text, for scripts without spaces and for negation inside a word; each must start with a letter or a
    look-behind and be linear.
    """

    negations: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    """Negations too, but no second ones beside another ("nobody" in "nobody doesn't")."""
    weak: frozenset[str] = frozenset()
    verb_starts: frozenset[str] = frozenset()
    """How a word begins that surely negates where it ends like a verb; where not, it is weak."""
    verb_ends: frozenset[str] = frozenset()
    weak_starts: frozenset[str] = frozenset()
    """How weak words begin ("un"); `spared` are beginnings that only look so ("under")."""
    weak_ends: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    weak_phrases: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    """Phrases that hold a negation and negate nothing ("not only")."""
    follows: bool = False
    """Whether a negation stands behind the words it negates."""
    hedges: tuple[str, ...] = ()
    """Words and phrases that say maybe, or that somebody else said so."""
    negation_pattern: str = ""
    weak_pattern: str = ""
    idiom_pattern: str = ""
    hedge_pattern: str = ""
