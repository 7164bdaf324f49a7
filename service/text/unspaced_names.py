"""Names where words are not spaced, or carry particles: cut out of a phrase by the offices and honorifics beside them.

No list of given names: an office before a name or behind it, an honorific, or a middle dot shows where it ends.
"""

from functools import cache, lru_cache

import regex

from service.records import Span
from service.text.lang import language_data

_LONGEST = 24
_REACH, _MOST_KNOWN = 400, 256
_KO_WORD = regex.compile(r"\p{Hangul}{1,12}+|[A-Za-z]{1,12}+")
_KO_BODY = regex.compile(
    r"(?:부|처|청|원|당|국|실|시|도|군|구|사|회|대|팀|측|위|단|소|은행|그룹|병원|대학교|대학|연구소|재단)\Z"
)
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
    end = _without_honorific(text, start, end, code)
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
        end = start + len(text[start : end - length].rstrip()) if length else end
    return end


def _korean(text: str, start: int, end: int) -> tuple[int, int]:
    """The words before an office: one Korean name, or two words of a foreign one; a body is no part of it."""
    words = [match.span() for match in _KO_WORD.finditer(text, start, end)]
    if not words:
        return start, start
    offices = _offices("ko")
    last = len(words) - 1
    while last >= 0 and text[slice(*words[last])].removesuffix("님") in offices:
        last -= 1
    office = last < len(words) - 1
    while office and last > 0 and _is_body(text[slice(*words[last])]):
        last -= 1
    if last < 0:
        return words[-1]
    first = last
    if office and last > 0 and not _is_korean_name(text[slice(*words[last])]):
        before = text[slice(*words[last - 1])]
        first -= before not in offices and not before.endswith("의") and text[words[last - 1][1]] == " "
    return words[first][0], words[last][1]


def _is_body(word: str) -> bool:
    return len(word) > 1 and not _is_korean_name(word) and bool(_KO_BODY.search(word))


def _is_korean_name(word: str) -> bool:
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
