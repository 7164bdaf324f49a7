"""Names where words are not spaced, or carry particles: cut out of a phrase by the offices and honorifics beside them.

No list of given names: an office before a name or behind it, an honorific, or a middle dot shows where it ends.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from service.records import Span
from service.text.lang import language_data

_LONGEST = 24
_REACH, _MOST_KNOWN = 400, 256
_KO_WORD = regex.compile(r"[\p{Hangul}A-Za-z·]{1,16}+")
_KO_BODY = regex.compile(
    r"(?:부|처|청|원|당|국|실|시|도|군|구|사|회|대|팀|측|위|단|소|관|업|담당|은행|그룹|병원|대학교|대학|연구소|재단)\Z"
)
# A word with one of these endings is no part of the noun phrase behind it: a particle, a verb's adnominal form.
_KO_ENDED = regex.compile(
    r"(?:을|를|의|에|에서|에게|으로|는|던|된|했|하고|하며|통해|따라|위해|대해|(?<=\p{Hangul}{3})[은한인])\Z"
)
# Up to two words, none with a particle's ending, may stand between a full name and its office.
_KO_OFFICE_NEAR = r"\p{Hangul}{2}(?=[ ](?:[\p{Hangul}A-Za-z]{1,10}(?<![은는이가을를의에])[ ]){0,2}?"
_KO_NOBODY = "관계자"
_KO_VERB = regex.compile(r"(?:하|되|있|없|받|시키|어나|않|같|어지|이끄|겠|었|았|였|했)\Z")
_LONGEST_KO_NAME, _LONGEST_KO_PHRASE = 4, 3
_BODY = regex.compile(r"(?:省|庁|県|県警|警察|党|銀行|同社|政府|協会|大学|軍)\Z")
_KO_FAMILY = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길"
)
_BARE_DOT = "·・"
# What may follow a name in running text, so that its end is known: a particle, a mark, a word for when or where.
_BEHIND = {
    "zh": r"在|于|周[一二三四五六日天]|星期|今|昨|日前|近日|随后|出席|宣布|接受|是|的|和|与|[，。、：（(\s\d]|\Z",
    "ja": r"[はがもをにのと、。（(\s]|\Z",
    "ko": r"[\s(（,.]|[은는이가도의]|\Z",
}


def name_in(text: str, start: int, end: int, code: str) -> Span | None:
    """The name in a phrase that speaks, without its office; None where the phrase is too long or empty."""
    start, end = _korean(text, start, end) if code == "ko" else _behind_office(text, start, end, code)
    if not text[start:end].endswith(_KO_NOBODY):
        end = _without_honorific(text, start, end, code)
    if code == "ko" and end - start == 1 and text[start] not in _KO_FAMILY:
        return None
    return Span(start, end) if 0 < end - start <= _LONGEST else None


def _behind_office(text: str, start: int, end: int, code: str) -> tuple[int, int]:
    """In Chinese an office stands before its holder: "发言人王芳"."""
    found = _last_office(code).match(text, start, end) if code == "zh" else None
    return (found.end() if found else start), end


@cache
def _last_office(code: str) -> "regex.Pattern[str]":
    """Up to the last office with two letters behind it."""
    return regex.compile(rf"(?s:.*)(?:{'|'.join(map(regex.escape, _offices(code)))})(?=..)")


def _without_honorific(text: str, start: int, end: int, code: str) -> int:
    """Without the honorific or the office behind a name, where something of the name is left."""
    offices = language_data(code).titles | language_data(code).roles
    longest = len(_offices(code)[0])
    for _ in range(2):
        lengths = range(min(longest, end - start - 1), 0, -1)
        length = next((length for length in lengths if text[end - length : end] in offices), 0)
        if length and _is_of_body(text[start : end - length], code):
            break
        end = start + len(text[start : end - length].rstrip()) if length else end
    return end


def _is_of_body(rest: str, code: str) -> bool:
    """Whether what stands before an office is a body and no name: "外務省報道官", "한국경제연구원"."""
    if code == "ko":
        return len(rest.rpartition(" ")[2]) > _LONGEST_KO_NAME
    return code == "ja" and bool(_BODY.search(rest))


def is_verb(word: str) -> bool:
    """Whether a Korean word before "는" or "은" is a verb's stem: the two make an attribute, no topic."""
    return bool(_KO_VERB.search(word))


def _korean(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a name: one Korean name, or two words of a foreign one; a body is no part of it."""
    words = _noun_phrase(text, [match.span() for match in _KO_WORD.finditer(text, start, end)])
    if not words:
        return start, start
    last = len(words) - 1
    while last >= 0 and _is_office(text[slice(*words[last])]):
        last -= 1
    if last < 0:
        return words[-1]
    if last < len(words) - 1 and text[slice(*words[-1])] == _KO_NOBODY:
        return words[last][0], words[-1][1]
    own = last
    while own < len(words) - 1 and last > 0 and _is_body(text[slice(*words[last])]):
        last -= 1
    return _name_among(text, words[: last + 1], office=own < len(words) - 1, stripped=last < own)


def _name_among(text: str, words: Sequence[tuple[int, int]], *, office: bool, stripped: bool) -> tuple[int, int]:
    """The name in a phrase without its offices: in "NAME BODY OFFICE" at the head, else its last words; empty for none.

    `stripped` tells that a body has been taken away already.
    """
    last = words[-1]
    if len(words) == 1 or _is_korean_name(text[slice(*last)]):
        return last
    if office and not stripped and _is_korean_name(text[slice(*words[-2])]):
        return words[-2]
    if len(words) > _LONGEST_KO_PHRASE or text[words[-2][0]] == "·":
        return last[0], last[0]
    if office and not stripped and len(words) == _LONGEST_KO_PHRASE:
        return words[0][0], words[1][1]
    return words[-2][0], last[1]


def _is_office(word: str) -> bool:
    """Whether a Korean word is an office, or ends in one: "재무장관"."""
    offices = _offices("ko")
    if word.removesuffix("님") in offices or word == "겸":
        return True
    return any(word[at:] in offices for at in range(2, len(word) - 1))


def _noun_phrase(text: str, words: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The last words of a phrase, from behind the last that a particle ends or that tells when."""
    stops = language_data("ko").stops
    for at in range(len(words) - 2, -1, -1):
        word = text[slice(*words[at])]
        if word in stops or (len(word) > 1 and _KO_ENDED.search(word)):
            return words[at + 1 :]
    return words


def _is_body(word: str) -> bool:
    return len(word) > 1 and not _is_korean_name(word) and bool(_KO_BODY.search(word))


def _is_korean_name(word: str) -> bool:
    if word in language_data("ko").groups:
        return False
    return word[0] in _KO_FAMILY and (len(word) == 1 or (len(word) == 3 and not word.endswith(("부", "처", "청"))))


@lru_cache(maxsize=_MOST_KNOWN)
def full_name(text: str, name: str, code: str) -> str:
    """The longest form of a name in a text: with what stands before or behind it, to a known end.

    A name of which the text has two longer forms stays as it is.
    """
    if code == "ja" and not regex.search(r"\p{Han}", name):
        found = set(
            regex.findall(rf"(?<![\p{{Katakana}}ー・])[\p{{Katakana}}ー・]{{1,20}}+(?<=・{regex.escape(name)})", text)
        )
        return next(iter(found)) if len(found) == 1 else name
    if len(name) > (3 if code == "ja" else 1):
        return name
    offices = "|".join(map(regex.escape, _offices(code)))
    script = "Hangul" if code == "ko" else "Han"
    pattern = rf"{regex.escape(name)}(?!{offices})\p{{{script}}}{{1,2}}?(?=[ ]?(?:{offices})|{_BEHIND[code]})"
    if code == "zh":
        pattern = rf"(?<={offices}){pattern}"
    elif code == "ko":
        pattern = rf"(?<!\p{{L}}){pattern}"
    found = set(regex.findall(pattern, text))
    if len(found) > 1 and code == "ko":
        near = regex.findall(rf"(?<!\p{{L}}){regex.escape(name)}{_KO_OFFICE_NEAR}(?:{offices}))", text)
        found = {each for each, count in Counter(near).items() if 2 * count > len(near)}
    return next(iter(found)) if len(found) == 1 else name


def last_named(text: str, offset: int, code: str) -> Span | None:
    """The one person named before an offset by an office, an honorific or a middle dot; None for two or none."""
    start = max(0, offset - _REACH)
    spans = [Span(*match.span(1)) for match in _named(code).finditer(text, start, offset)]
    names = {text[span.start : span.end] for span in spans}
    if len(names) == 1:
        return spans[-1]
    return None


@cache
def _named(code: str) -> "regex.Pattern[str]":
    """A name beside an office or an honorific, or one written with a dot."""
    offices = "|".join(map(regex.escape, _offices(code)))
    if code == "zh":
        known = rf"(?<={offices})(?!{offices})\p{{Han}}{{2,3}}?(?=(?:{offices})|{_BEHIND['zh']})"
        return regex.compile(rf"(\p{{Han}}{{1,16}}+(?:[{_BARE_DOT}]\p{{Han}}{{1,8}})+|{known})")
    if code == "ja":
        run = r"(?<![\p{Han}\p{Katakana}ー・])[\p{Han}\p{Katakana}ー・々]{2,20}?"
        return regex.compile(rf"({run})(?:{offices})(?=[はがもをにの、])")
    return regex.compile(rf"(?<!\p{{L}})(\p{{Hangul}}{{2,4}})\s(?:{offices})(?!\p{{Hangul}}{{3}})")


@cache
def _offices(code: str) -> tuple[str, ...]:
    """A language's offices and honorifics, the longest first."""
    data = language_data(code)
    return tuple(sorted(data.titles | data.roles, key=lambda office: (-len(office), office)))
