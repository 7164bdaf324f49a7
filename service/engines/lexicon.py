"""Words of the news that the pairs lack or render wrongly, with their translations: one table a source language.

`lexicon/<language>.tsv` has a header, `#` for comments, and one row a word and part of speech. A cell is the lemma;
behind `|` come its other forms, behind a full stop the gender (`dron.m`, `voz|voces.f`, `ganancias.f.pl`). `!` before
the word: our translation goes before the pair's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

NOUNS = frozenset({"n", "nsg", "npl"})
NAMES = frozenset({"top", "org", "ant", "cog"})
VERB = "v"
ADJECTIVE = "adj"
PARTS_OF_SPEECH = NOUNS | NAMES | {VERB, ADJECTIVE, "adv", "pr", "cnj"}
_GENDERS = ("m", "f", "mf")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in one language: its forms, the lemma first, as its part of speech has them.

    Nouns have singular and plural, adjectives m.sg, f.sg, m.pl, f.pl, or one form where they do not change; verbs only
    what the row gives.
    """

    forms: tuple[str, ...]
    gender: str | None = None
    plural_only: bool = False

    @property
    def lemma(self) -> str:
        """The form that stands for the word."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One word of the source language as one part of speech, with its translations by language."""

    word: Word
    part: str
    translations: Mapping[str, Word]
    first: bool = False


def parse_lexicon(text: str) -> tuple[str, tuple[Row, ...]]:
    """The source language of a table and its rows; raises ValueError that names the line which cannot be read."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not lines:
        raise ValueError("the lexicon is empty; it needs a header")
    header = lines[0][1].split("\t")
    return header[0], tuple(_row(number, line, header) for number, line in lines[1:])


def _row(number: int, line: str, header: list[str]) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 3 <= len(cells) <= len(header) or cells[1] not in PARTS_OF_SPEECH or not cells[0].strip("!"):
        raise ValueError(f"lexicon line {number}: a word, its part of speech and its translations are needed")
    source, part, first = cells[0].removeprefix("!").strip(), cells[1], cells[0].startswith("!")
    try:
        translations = {
            language: parse_word(cell, part)
            for language, cell in zip(header[2:], cells[2:], strict=False)
            if cell not in ("", "-")
        }
        word = Word(tuple(source.split("|"))) if header[0] == "en" else parse_word(source, part)
    except ValueError as error:
        raise ValueError(f"lexicon line {number}: {error}") from error
    return Row(word, part, translations, first)


def parse_word(cell: str, part: str) -> Word:
    """A cell of a Romance language: forms, gender and number."""
    forms, gender, plural_only = cell, None, False
    if part in NOUNS | NAMES:
        if forms.endswith(".pl"):
            forms, plural_only = forms.removesuffix(".pl"), True
        forms, _, gender = forms.rpartition(".")
        if gender not in _GENDERS or not forms:
            raise ValueError(f"{cell!r} needs its gender: .m, .f or .mf")
    given = tuple(form.strip() for form in forms.split("|"))
    if part in NOUNS and len(given) == 1:
        given = (given[0], given[0] if plural_only else given[0] + "s")
    if not all(given) or (part == ADJECTIVE and len(given) not in (1, 4)) or (part in NOUNS and len(given) != 2):
        raise ValueError(f"{cell!r} has not as many forms as its part of speech")
    return Word(given, gender, plural_only)


@lru_cache(maxsize=16)
def load_lexicon(language: str) -> tuple[Row, ...]:
    """The rows of the project's own table for a source language; empty where there is none."""
    path = files("service.engines").joinpath(f"lexicon/{language}.tsv")
    if not path.is_file():
        return ()
    source, rows = parse_lexicon(path.read_text("utf-8"))
    if source != language:
        raise ValueError(f"lexicon/{language}.tsv says that it is of {source}")
    return rows
