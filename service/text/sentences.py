"""Where sentences end, in many scripts; nothing of the kept text is lost.

A mark of the end is a boundary unless what stands around it says otherwise: an abbreviation, an initial, an
ordinal, a small letter after it. A quotation that runs on into its attribution stays in one sentence with it, so
that nobody's words are cut from who said them. Offsets are half-open, Unicode code points into the text given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from service.records import Removed, Sentence, Span
from service.text import abbreviations, wrapping
from service.text.abbreviations import for_language
from service.text.lang import language_data

_WIDE_MARKS = "。！？｡"
_SURE_MARKS = "।॥։።፧፨။។៕"  # these are never part of an abbreviation or a number
_MARKS = rf".!?…‼⁇⁈⁉؟۔\u037e{_WIDE_MARKS}{_SURE_MARKS}"
# “ « ‹ close a quotation in German, Czech or Danish, and open one elsewhere: what follows tells.
_CLOSING = (
    r"(?:[ \u00a0\u2009\u202f]{0,2}[»›](?=[\s\p{P}]|$)|[ \u00a0\u3000]{1,3}\"{1,3}+(?=\s|$)|"
    r"[\"'”’»›)\]}」』】）〉》＂]|[“«‹](?=[\s.,;:)–—]|$))*+"
)
_STRAY = rf"(?: {{0,2}}[{_MARKS}]++{_CLOSING}(?=\s|$))*+"  # ". . ." and "। ।"
_END = regex.compile(rf"[{_MARKS}]++{_CLOSING}{_STRAY}")
_EXTRA_END = {"el": regex.compile(rf"[{_MARKS};]++{_CLOSING}"), "hy": regex.compile(rf"[{_MARKS}:]++{_CLOSING}")}
# Two word dividers are how keyboards without "።" write it.
_EXTRA_END |= dict.fromkeys(("am", "ti"), regex.compile(rf"(?:[{_MARKS}]|፡፡)++{_CLOSING}{_STRAY}"))
_EXTRA_END |= dict.fromkeys(
    ("hi", "mr", "ne", "bn"), regex.compile(rf"(?:[{_MARKS}]|(?<=[\p{{L}}\p{{M}} ])\|)++{_CLOSING}{_STRAY}")
)

_CLOSERS = "\"'”’»›)]}」』】）〉》＂“«‹ \u00a0\u2009\u202f"
_COMMAS = (",", "،", "，", "、")
_TOKEN_BEFORE = 40
_BETWEEN_TOKENS = regex.compile(r"[^\p{L}\p{M}\p{N}.ºª'’\-]")
_NEXT_WORD = regex.compile(r"[\p{P}\p{S}]*+([\p{L}\p{M}\p{N}]*+)")
_OPENING = "\"'“”„«»‹›‘’‚([{¿¡「『（《*–—―-"
_INITIAL = regex.compile(r"(?:[\p{Lu}\p{Lo}]\p{M}*+|\p{Lu}\p{Ll}?)(?:[.\-]\p{Lu}\p{Ll}?)*+")
_ACRONYM = regex.compile(r"(?:\p{L}\.){1,6}\p{L}")
# An article shortened to a small letter opens a sentence in Afrikaans and Dutch: "’n Man", "'s Avonds".
_SHORT_ARTICLE = regex.compile(r"['‘’ʼ`]?(?:[nń]|(?<=['‘’ʼ`])[st]) \p{Lu}")
_UNIT_BEFORE = regex.compile(r"(?:\d\s?°\s?|/)$")
_YEAR_BEFORE = regex.compile(r"\d{3,4}\s?$")
_YEAR = {"ru": "г", "be": "г", "bg": "г", "uk": "р"}
_LOST_SPACE = regex.compile(r"\p{Lu}[\p{Ll}’']++(?=[\s,’'\-]|$)|\p{Lu}\s|[A-ZÀ-Ý]['’]\p{L}|[«“„]\p{Lu}")
_PLAIN_WORD = regex.compile(r"(?:\p{L}{3,}|\d{4}|[\p{L}\d]{2,}[%»”\"’)])$")
_ENGLISH_ATTRIBUTION = regex.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|I|(?:\p{Lu}\S{0,30} ){1,3})\s?"
    r"(?:said|says|asked|told|added|stated|wrote|replied|exclaimed|shouted|yelled|responded|tweeted|posted)\b"
)
_JAPANESE_RUNS_ON = regex.compile(r"[、，,]|[とのをがにはもへでやな]|という|など")
_CHINESE_ATTRIBUTION = regex.compile(
    r"[^。！？“”「」\s]{0,14}?(?:说道?|說道?|表示|指出|称|稱|写道|寫道|问(?!题)道?|問(?!題)道?|补充|補充|强调|強調|回答|透露)(?!：[“「])"
)
_ROMAN = regex.compile(r"[IVXLC]{1,6}")
_BRACKETS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}
_QUOTE_MARK = regex.compile(r"[“”„«»「」『』‹›\"]")
# The longest quotation kept whole with its attribution: three long sentences (by looking at quotes/ of the data).
_LONGEST_WHOLE_QUOTE = 420
_RUNS_ON = regex.compile(r"\s?[,，،]|\s?[–—-]\s?\p{Ll}|\s\p{Ll}|\p{Hangul}")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one language adds."""

    language: str
    never_last: frozenset[str]
    seldom_last: frozenset[str]
    starters: frozenset[str]
    attributions: frozenset[str]
    ordinals: bool
    after_ordinal: frozenset[str]


def split_sentences(text: str, *, language: str, removed: Sequence[Removed | Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of what `removed` leaves of `text`, in order.

    Every character that is neither white space nor removed is in exactly one; none runs over a removed stretch.
    """
    rules = _rules(language)
    pattern = _EXTRA_END.get(rules.language, _END)
    sentences: list[Sentence] = []
    paragraph = previous_block = mark = -1
    for block, start, end in wrapping.kept_stretches(text, removed):
        if mark < start:
            found = pattern.search(text, start)
            mark = found.start() if found else len(text)
        stops = _stops(text, start, end, rules) if mark < end else ()
        for stop in (*stops, end):
            piece = text[start:stop]
            stripped = piece.strip()
            if stripped:
                if block != previous_block:
                    paragraph, previous_block = paragraph + 1, block
                first = start + (len(piece) - len(piece.lstrip()) if piece[0].isspace() else 0)
                sentences.append(Sentence(stripped, first, first + len(stripped), paragraph))
            start = stop
    return tuple(sentences)


@lru_cache(maxsize=256)
def _rules(language: str) -> _Rules:
    data = language_data(language)
    return _Rules(
        language=language.split("-")[0],
        never_last=for_language(abbreviations.NEVER_LAST, language),
        seldom_last=for_language(abbreviations.SELDOM_LAST, language),
        starters=for_language(abbreviations.STARTERS, language),
        attributions=frozenset() if data.cased else data.cue_verbs,
        ordinals=language in abbreviations.ORDINAL_STOP,
        after_ordinal=for_language(abbreviations.AFTER_ORDINAL, language),
    )


def _stops(text: str, start: int, end: int, rules: _Rules) -> Sequence[int]:
    """Where sentences end inside `text[start:end]`, quotations kept with their attribution."""
    ends = list(_candidates(text, start, end, rules))
    return _keep_attributions(text, start, end, ends, rules) if ends else []


def _candidates(text: str, start: int, end: int, rules: _Rules) -> Iterator[int]:
    """Where sentences end inside `text[start:end]`; a few marks on their own are no sentence."""
    pattern = _EXTRA_END.get(rules.language, _END)
    last = start
    for match in pattern.finditer(text, start, end):
        wordless = match.start() - last < 8 and not any(map(str.isalnum, text[last : match.start()]))
        if not wordless and match.end() < end and _ends_sentence(text, start, match, rules):
            last = match.end()
            yield last


def _ends_sentence(text: str, start: int, match: regex.Match[str], rules: _Rules) -> bool:
    mark, after = match.group(), match.end()
    if mark.startswith(("..", "…")) and text[max(start, match.start() - 2) : match.start()].rstrip()[-1:] in _COMMAS:
        return False
    if mark[0] in _WIDE_MARKS or (mark[0] in "…！？" and rules.language in ("zh", "ja")):
        return _wide_mark_ends(text, after, mark)
    if mark[0] in _SURE_MARKS or mark[0] == "፡":
        return True
    if not text[after].isspace():
        return _lost_space(text, start, match)
    following = text[after : after + _TOKEN_BEFORE + 20].lstrip()[:_TOKEN_BEFORE]
    if not following:
        return True
    return _spaced_mark_ends(text, start, match, following, rules)


def _wide_mark_ends(text: str, after: int, mark: str) -> bool:
    """After 。！？: not where the closed quotation is carried on by a particle or its attribution."""
    following = text[after : after + 24]
    if mark[-1] in "」』）":
        return _JAPANESE_RUNS_ON.match(following) is None
    if mark[-1] in "”’":
        return _CHINESE_ATTRIBUTION.match(following) is None and following[:1] not in "，,、"
    return True


def _lost_space(text: str, start: int, match: regex.Match[str]) -> bool:
    """Whether a mark with no space after it ends a sentence: "Pyrénées.Alors", not "example.com" or "3.5"."""
    mark, after = match.group(), match.end()
    before = text[max(start, match.start() - 12) : match.start()]
    following = text[after : after + 30]
    if mark[0] in "؟۔":
        return following[:1].isalpha()
    if not _PLAIN_WORD.search(before):
        return False
    return _LOST_SPACE.match(following) is not None


def _spaced_mark_ends(text: str, start: int, match: regex.Match[str], following: str, rules: _Rules) -> bool:
    mark = match.group()
    bare = following.lstrip(_OPENING)
    if bare[:1].islower() and not bare[1:2].isupper():
        return rules.language in ("af", "nl") and _SHORT_ARTICLE.match(following) is not None
    closed = len(mark.rstrip(_CLOSERS)) < len(mark)
    if closed and rules.attributions and _next_word(following) in rules.attributions:
        return False
    if closed and mark[0] in "?!" and rules.language == "en" and _ENGLISH_ATTRIBUTION.match(following):
        return False
    if mark.startswith(".") and not mark.startswith(".."):
        return _full_stop_ends(text, start, match, following, rules)
    if mark[0] in ";:":
        return bare[:1].isupper()
    return True


def _full_stop_ends(text: str, start: int, match: regex.Match[str], following: str, rules: _Rules) -> bool:
    """A full stop before a word that doesn't start with a small letter."""
    dot = match.start()
    token = _token_before(text, start, dot)
    word = _next_word(following)
    folded = token.lower()
    if folded.isdigit() or _ROMAN.fullmatch(token):
        return _number_stop_ends(text, start, dot, token, following, rules)
    if len(match.group()) > 1 and not match.group().endswith(")"):
        return True
    if folded in abbreviations.BEFORE_NUMBER:
        return not (word[:1].isdigit() or (_ROMAN.fullmatch(word) and folded != "no"))
    if _is_unit(text[max(start, dot - len(token) - 8) : dot - len(token)], folded, rules):
        return True
    if folded in rules.never_last or (_is_letter(token) and folded not in rules.seldom_last):
        return False
    if folded in rules.seldom_last or _ACRONYM.fullmatch(token):
        return word.lower() in rules.starters
    return not (_is_initial(token) and word[:1].isupper())


def _is_unit(before: str, folded: str, rules: _Rules) -> bool:
    """Whether what stands before the full stop is a measure or a year: "160 km/h.", "90 °F.", "2016 г."."""
    if _UNIT_BEFORE.search(before):
        return True
    return folded == _YEAR.get(rules.language) and _YEAR_BEFORE.search(before) is not None


def _next_word(following: str) -> str:
    word = _NEXT_WORD.match(following)
    return word.group(1) if word else ""


def _token_before(text: str, start: int, dot: int) -> str:
    """The word, initial, acronym or number right before the full stop at `dot`."""
    if dot <= start or text[dot - 1].isspace():
        return ""
    word = text[max(start, dot - _TOKEN_BEFORE) : dot].rsplit(None, 1)[-1]
    return word if word.isalpha() else _BETWEEN_TOKENS.split(word)[-1].lstrip(".'’-")


def _is_letter(token: str) -> bool:
    """A lone small letter is an abbreviation, but for "á" and its like: with a mark on it, it is a word."""
    return len(token) == 1 and token.islower() and not ("à" <= token <= "ɏ" or "ḁ" <= token <= "ỹ")


def _is_initial(token: str) -> bool:
    return len(token) <= 8 and token[:1].isupper() and _INITIAL.fullmatch(token) is not None and len(token) != 2


def _number_stop_ends(text: str, start: int, dot: int, token: str, following: str, rules: _Rules) -> bool:
    """Whether the full stop after a number ends a sentence rather than making it an ordinal or a list's number."""
    first = dot - len(token)
    if not text[start:first].strip() and len(token) <= 3:
        return False
    if not rules.ordinals:
        return True
    word = _next_word(following)
    if len(token) > 2 and token.isdigit():
        return len(token) > 3 or word.lower() not in rules.after_ordinal
    if word.isdigit():
        return not ((len(word) <= 2 and following[len(word) : len(word) + 1] == ".") or len(word) == 4)
    if word.lower() in rules.after_ordinal:
        return False
    before = text[max(start, first - 12) : first].split()
    return not (before and before[-1].islower() and before[-1].isalpha() and len(before[-1]) <= 3)


def _keep_attributions(text: str, start: int, end: int, ends: list[int], rules: _Rules) -> list[int]:
    """Drop the boundaries inside quotations that run on into their sentence: «“A. B,” she said.»"""
    kept: list[int] = []
    quotations = _running_on(text, start, end, rules)
    current = next(quotations, None)
    for boundary in ends:
        while current is not None and current[1] < boundary:
            current = next(quotations, None)
        if current is None or not current[0] < boundary <= current[1]:
            kept.append(boundary)
    return kept


def _running_on(text: str, start: int, end: int, rules: _Rules) -> Iterator[tuple[int, int]]:
    """Quotations of `text[start:end]` after whose closing mark the sentence goes on, as (opening, closing) indices."""
    opened = -1
    closers = ""
    for match in _QUOTE_MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened >= 0 and mark in closers and (mark != '"' or not text[at - 1].isspace()):
            if at - opened <= _LONGEST_WHOLE_QUOTE and _runs_on(text, at, end, rules):
                yield opened, at
            opened = -1
        elif mark == '"' and text[at - 1 : at].strip() and not text[at + 1 : at + 2].strip():
            continue  # it can only close, and what it closes was not seen to open
        elif opened < 0 or mark in "“„「『" or _opens_anew(text, at, mark) or at - opened > _LONGEST_WHOLE_QUOTE:
            opened, closers = at, '"' if mark == '"' else _BRACKETS.get(mark, "")


def _opens_anew(text: str, at: int, mark: str) -> bool:
    """Whether a straight mark stands as only an opening one does, after white space and before a letter."""
    return mark == '"' and not text[at - 1 : at].strip() and text[at + 1 : at + 2].isalnum()


def _runs_on(text: str, closing: int, end: int, rules: _Rules) -> bool:
    following = text[closing + 1 : min(end, closing + 16)]
    if text[closing] == "”" and _CHINESE_ATTRIBUTION.match(following):
        return True
    if text[closing] in "」』":
        return _JAPANESE_RUNS_ON.match(following) is not None
    if rules.attributions and _next_word(following.lstrip()) in rules.attributions:
        return True
    return text[closing - 1] in ",،，" or _RUNS_ON.match(following) is not None
