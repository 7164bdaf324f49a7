"""A translation, taken apart only as far as the names of its source ask for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import regex

from service.checks.exonyms import fold, joined_words, places, places_in, wanted_names
from service.checks.names_reading import MOST_WORDS, NameWord, SourceNames, Voice, voice_of
from service.checks.names_words import is_date, is_generic
from service.checks.scripts import Script, script_of
from service.checks.transliteration import Heard, hear, hear_all, heard, likeness, sound
from service.text.lang import language_data
from service.text.tags import base

ALIKE, ALIKE_SMALL = 0.72, 0.85
_ALIKE_PART, _ALIKE_INSIDE, _LONGER = 0.6, 0.65, 1
# Languages that write foreign names as they are heard.
_REWRITING = frozenset(("az", "bs", "hr", "lt", "lv", "sh", "sq", "sr", "tk", "uz"))
_HOPELESS = 0.4
_LONGEST_TEXT, _NEARLY = 2000, 2
_STEM, _ENDING, _SHORTEST = 4, 2, 4
_LONGEST_WORD = 60
_WORD = regex.compile(r"[\p{L}\p{M}\u200c]++(?:['’][\p{L}\p{M}]++)*+")
_PIECE = regex.compile(r"[\p{L}\p{M}\u200c]++")
# A capital inside a sentence: behind a word, a number or a comma and a space, or behind an elided article.
_RAISED = regex.compile(r"(?:(?<=[\p{L}\p{N}\p{M},%)][ \u00a0])|(?<=\p{L}['’-]))\p{Lu}[\p{Ll}\p{M}][\p{L}\p{M}]++")
_LATIN = regex.compile(r"(?<![A-Za-z])[A-Z][a-z]{3,}+(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a pair of languages lets be told of names, the same for all texts."""

    script: Script
    tells_names: bool
    literal: bool
    alike: float
    stops: frozenset[str]


@lru_cache(maxsize=4096)
def _traits(language: str, source: str) -> _Traits:
    script, data = script_of(language), language_data(language)
    tells_names = script.cased and not data.nouns_capitalised
    # Where every noun has a capital many words are alike by chance; of English it is known what is translated.
    strict = script.cased and not tells_names and base(source) == "en"
    return _Traits(
        script=script,
        tells_names=tells_names,
        literal=script_of(source) == script and script.cased and base(language) not in _REWRITING,
        alike=ALIKE_SMALL if strict else script.alike,
        stops=data.stops,
    )


class Target:
    """A translation in a language.

    `tells_names` where a capital inside a sentence says that a word is a name, `literal` where a name of the source
    should stand letter for letter.
    """

    def __init__(self, text: str, language: str, *, source: str) -> None:
        self.text = text
        self.language = language
        traits = _traits(language, source)
        self.script, self.alike, self._stops = traits.script, traits.alike, traits.stops
        self.tells_names, self.literal = traits.tells_names, traits.literal
        self._folded: str | None = None
        self._pieces: str | None = None
        self._heard: tuple[list[Heard], list[Heard]] | None = None
        self._skeletons: dict[str, Heard] | None = None
        self._runs: list[str] | None = None

    @property
    def folded(self) -> str:
        """It in lower case."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def heard(self) -> tuple[list[Heard], list[Heard]]:
        """How its words with a capital sound, or all where the script has none, and those without."""
        if self._heard is None:
            found = dict.fromkeys(_WORD.findall(self.text)[:MOST_WORDS])
            coarse = self.script.coarse
            small = [word for word in found if word[0].islower()] if self.script.cased else []
            for word in small:
                del found[word]
            self._heard = hear_all(found, coarse=coarse), hear_all(small, coarse=coarse)
        return self._heard

    @property
    def runs(self) -> list[str]:
        """How the stretches of an unspaced text sound that could spell a name."""
        if self._runs is None:
            coarse = self.script.coarse
            spelled = self.script.spelled(self.text[:_LONGEST_TEXT])
            self._runs = [heard(sound(run), coarse=coarse).sounds for run in spelled]
        return self._runs

    def holds(self, word: NameWord) -> bool:
        """Whether a word stands here as it is, or with another ending."""
        lower = word.lower
        return lower in self.folded or lower[: max(_STEM, len(lower) - _ENDING)] in self.folded

    def has(self, word: NameWord) -> bool:
        """Whether a word of a name stands here: as it is, with an ending, as a place's own name, or as it sounds."""
        if self.holds(word) or (word.places and self.has_place(word.places)):
            return True
        said = self._voices(word)
        if said and not self.script.unspaced and _is_among(said, self.skeletons, least=self.alike):
            return True
        return self.nearest(word, least=self.alike) >= self.alike

    def _voices(self, word: NameWord) -> tuple[Voice, ...]:
        return word.coarse if self.script.coarse else word.fine[:1] if self.literal else word.fine

    @property
    def skeletons(self) -> dict[str, Heard]:
        """Of its words with a capital the last with each row of consonants."""
        if self._skeletons is None:
            self._skeletons = {one.consonants: one for one in self.heard[0]}
        return self._skeletons

    def nearest(self, word: NameWord, *, least: float = 0.0) -> float:
        """How alike the most alike word sounds; one without a capital must be nearly the same to count.

        What is below `least` is not told exactly.
        """
        said = self._voices(word)
        if not said:
            return 1.0
        if self.script.unspaced:
            return float(any(_sounds_inside(said, run) for run in self.runs))
        raised, small = self.heard
        best = 0.0
        for other in raised:
            best = max(best, alike(said, other, least=max(best, least)))
            if best >= self.alike:
                return best
        return ALIKE_SMALL if any(alike(said, other, least=ALIKE_SMALL) >= ALIKE_SMALL for other in small) else best

    def has_place(self, found: frozenset[str]) -> bool:
        """Whether it has what its language calls one of some places."""
        if self.script.unspaced:
            table = places(self.language).names
            keys = (key for place in found for key in table.get(place, ()) if key)
            return any(all(part in self.folded for part in key) for key in keys)
        if self._pieces is None:
            self._pieces = joined_words(_PIECE.findall(self.folded)[:MOST_WORDS])
        for key in wanted_names(found, self.language):
            for part in key:
                if part not in self._pieces:
                    break
            else:
                return True
        return False

    def strange(self, before: SourceNames) -> list[str]:
        """Words with a capital inside a sentence that neither sound like a word of the source nor name a place of it.

        Where the script has no capitals, words in Latin letters.
        """
        if not before.cased or (self.script.cased and not self.tells_names):
            return []
        unheard = [(word, lower) for word, lower in self._unexplained(before) if not _is_heard(lower, before)]
        if len(unheard) > 1:
            unheard = [(word, lower) for _, word, lower in sorted((_nearest(two[1], before), *two) for two in unheard)]
        return [word for word, lower in unheard if before.places.isdisjoint(places_in((lower,), self.language))]

    def _unexplained(self, before: SourceNames) -> Iterator[tuple[str, str]]:
        """Names that the source does not have letter for letter, and that are no dates or common words."""
        pattern = _RAISED if self.script.cased else _LATIN
        for match in islice(pattern.finditer(self.text), MOST_WORDS):
            word = match.group()
            if len(word) < _SHORTEST or word in before.text:
                continue
            lower = fold(word)
            if lower in before.words or lower in self._stops:
                continue
            if is_date(lower, self.language) or is_generic(lower, self.language):
                continue
            yield word, lower


def _sounds_inside(said: Sequence[Voice], whole: str) -> bool:
    """Whether some stretch of an unspaced text sounds like a name, as long as the name or a sound longer."""
    for voice in said:
        size = voice[0].length
        for end in range(size, max(size, len(whole)) + 1):
            part = whole[max(0, end - size - _LONGER) : end]
            if likeness(voice[0], part) >= _ALIKE_PART and alike((voice,), heard(part)) >= _ALIKE_INSIDE:
                return True
    return False


def _is_among(said: Sequence[Voice], skeletons: Mapping[str, Heard], *, least: float) -> bool:
    """Whether a word with the very consonants of a name sounds like it; most names are found by that alone."""
    for voice in said:
        other = skeletons.get(voice[1].sounds)
        if other is not None and alike((voice,), other, least=least) >= least:
            return True
    return False


def alike(said: Sequence[Voice], other: Heard, *, least: float = 0.0) -> float:
    """How alike a name and a word sound, in its most alike voice: the mean over all sounds and over consonants.

    What their lengths alone keep below `least` is not compared.
    """
    best = 0.0
    sounds, firm = other
    length, hard = len(sounds), len(firm)
    for whole, skeleton in said:
        most, near = _most_alike(whole.length, length), _most_alike(skeleton.length, hard)
        # What is unlike in its consonants is no use to compare in its vowels.
        if near < _HOPELESS or (near + most) / 2 < least:
            continue
        near = likeness(skeleton, firm)
        if near >= _HOPELESS and (near + most) / 2 >= least:
            best = max(best, (near + likeness(whole, sounds)) / 2)
    return best


@lru_cache(maxsize=8192)
def _most_alike(one: int, other: int) -> float:
    """How alike strings of two lengths can be at most."""
    return 2 * min(one, other) / (one + other) if one and other else 0.0


def _is_heard(lower: str, before: SourceNames) -> bool:
    """Whether a word sounds like one of the source; one without a capital must be nearly the same to count."""
    voice, length = (voice_of(lower[:_LONGEST_WORD]),), len(lower)
    if _is_among(voice, before.skeletons, least=ALIKE):
        return True
    if any(alike(voice, other, least=ALIKE) >= ALIKE for other in before.raised):
        return True
    near = [word for word in before.small if -_NEARLY <= len(word) - length <= _NEARLY]
    return any(alike(voice, hear(word), least=ALIKE_SMALL) >= ALIKE_SMALL for word in near)


def _nearest(lower: str, before: SourceNames) -> float:
    """How alike the source's most alike word with a capital sounds."""
    voice = (voice_of(lower[:_LONGEST_WORD]),)
    return max((alike(voice, other) for other in before.raised), default=0.0)
