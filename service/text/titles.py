"""Marks that hold a title or a name: books, films, slogans, programmes, laws."""

from collections.abc import Sequence

import regex

from service.records import QuoteKind
from service.text.lang.base import LanguageData
from service.text.scene import Scene
from service.text.speakers import Attribution, Frame
from service.text.words import count_words

_ENDS = regex.compile(r"[.!?…。！？।۔]['\"’”»)\]]*\s*\Z")
_WORDS = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
_LETTER = regex.compile(r"\p{L}")
_YEAR = regex.compile(r"[\s.,]{0,3}[(（](?:[^()（）\n]{0,60}\s)?(?:1[89]|20)\d\d[)）]")
_SMALL_WORD, _NAMING_REACH, _LONGEST_TITLE = 3, 2, 9
_LONGEST_HEADING, _STOPS = 15, frozenset(".!?…。！？।۔,")
_CAPITALS, _FEWEST_CAPITALS, _SHORT = 0.85, 2, 3


def is_title(scene: Scene, said: str, frame: Frame, reading: Attribution, kind: QuoteKind) -> bool:
    """Whether what stands in marks names a thing, by its capitals, the word before it or the year behind it.

    The share of capitals was chosen on PolNeAR and NTREX: .85 and 1 find the same, .75 refuses a few sentences
    with long names.
    """
    if reading.cue is None and _YEAR.match(scene.text, frame.end):
        return True
    capitals = scene.data.cased and _title_case(said, scene.data)
    before = scene.tokens_in(frame.left, frame.start)[-_NAMING_REACH:]
    lead = scene.text[max(frame.left, frame.start - 3) : frame.start].rstrip()[-1:]
    small = _is_small(said)
    if _ENDS.search(said) or said[-1:] == ",":
        if capitals and kind == "partial" and not _follows_cue(scene, frame):
            return True
        if lead == "," and reading.cue is None and not small and _is_naming(scene, before[-1:]):
            return True
        stands_alone = reading.candidate is None and not scene.text[frame.left : frame.start].strip()
        if said[-1:] in "?？؟" and is_paragraph(scene, frame):
            return False
        return capitals and stands_alone and reading.cue is None and count_words(said) <= _LONGEST_TITLE
    named = not (kind == "full" and lead in {":", "："}) and _is_naming(scene, before)
    if scene.data.nouns_capitalised and kind == "partial" and not small and reading.cue is None:
        return named or not _runs_on(said)
    return (capitals and kind == "partial") or (named and not small) or (capitals and reading.cue is None)


def is_paragraph(scene: Scene, frame: Frame) -> bool:
    """Whether the marks and what they hold are all of a paragraph."""
    before, after = scene.text[max(0, frame.start - 3) : frame.start], scene.text[frame.end : frame.end + 3]
    return before.rstrip(" \t")[-1:] in {"", "\n", "\r"} and after.lstrip(" \t.")[:1] in {"", "\n", "\r"}


def is_heading(scene: Scene, said: str, frame: Frame) -> bool:
    """Whether a short quotation that is all of a paragraph and ends without a stop is a heading between others."""
    stops = _ENDS.search(said) or said[-1:] in ",，"
    if stops or not is_paragraph(scene, frame) or count_words(said) > _LONGEST_HEADING:
        return False
    before = scene.text[max(0, frame.start - 40) : frame.start].rstrip()[-1:]
    after = scene.text[frame.end : frame.end + 1]
    return before not in {"", ":", "："} and after not in _STOPS


def holds_second_marks(scene: Scene) -> bool:
    """Whether single marks are not this text's own for speech: papers that set double ones keep them for the rest.

    They then stand in headings ("Mayor 'will not resign'"), around terms, and inside quotations.
    """
    single = sum(marked.family == "single" for marked in scene.marked)
    other = sum(marked.family not in {"single", "dash"} for marked in scene.marked) + scene.text.count("''") // 2
    return single > 0 and (other > max(1, single) if scene.data.spaced else other > 0)


def _is_naming(scene: Scene, tokens: Sequence[int]) -> bool:
    return any(scene.tokens[i].lower in scene.data.naming for i in tokens)


def _is_small(said: str) -> bool:
    letter = _LETTER.search(said)
    return letter is not None and letter.group().islower()


def _runs_on(said: str) -> bool:
    """Whether so few words begin with a capital that they are a sentence even where all nouns have one."""
    words = _WORDS.findall(said)
    return len(words) > _SHORT + 1 and sum(word[0].isupper() for word in words) * 3 <= len(words)


def _follows_cue(scene: Scene, frame: Frame) -> bool:
    """Whether a cue, or a colon or comma that leads in, stands right before the mark."""
    tokens = scene.tokens_in(frame.left, frame.start)
    leads = scene.text[max(frame.left, frame.start - 3) : frame.start].rstrip()[-1:] in {":", ",", "："}
    return leads or not tokens or scene.is_cue(tokens.stop - 1)


def _title_case(said: str, data: LanguageData) -> bool:
    """Whether nearly all words that are not small begin with a capital, as names and English titles do."""
    words = [w for w in _WORDS.findall(said) if len(w) > _SMALL_WORD and w.lower() not in data.stops]
    fewest = 1 if count_words(said) <= _SHORT else _FEWEST_CAPITALS
    if len(words) < fewest or data.nouns_capitalised or _is_small(said):
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= _CAPITALS * len(words) and not said.isupper()
