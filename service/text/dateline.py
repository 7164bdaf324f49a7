"""Where a story was filed and by whom, at the head of its first paragraph: "PARIS (AP) — "."""

import regex

from service.records import Mention
from service.text.furniture import AGENCY

_PLACE = r"\p{Lu}[\p{Lu}\p{M}.'’\-]{2,}(?:[ /,]{1,2}\p{Lu}[\p{Lu}\p{M}.'’\-]*){0,4}(?:, \p{Lu}[\p{Ll}.]+\.?){0,2}"
_ANY_PLACE = r"\p{Lu}[\p{L}\p{M}.'’\-]{1,30}(?:[ /,]{1,2}\p{Lu}[\p{L}.'’\-]{0,30}){0,3}"
_DATE = r"(?:,? \d{1,2}\.? ?\p{L}{3,10}\.?(?: \d{4})?|,? \p{L}{3,10}\.? \d{1,2})?"
_DASH = r"(?:\.?\s?[—–―]|\s?--?|\.\s?-{1,2}|:)\s+"
_DATELINES = (
    # PARIS (AP) — / Berlin (dpa/AFP) - / Madrid, 3 may (EFE).-
    regex.compile(rf"(?P<place>{_ANY_PLACE}){_DATE}\s?(?:\((?P<agency>[^()]{{2,40}})\))(?:{_DASH}|\s?=\s?)"),
    # PARIS — / KYIV, Ukraine –
    regex.compile(rf"(?P<place>{_PLACE}){_DATE}(?P<agency>)(?:\s?[—–―]\s?|\s--?\s)"),
    # МОСКВА, 3 мая - РИА Новости. / MOSCOW, May 3 (TASS).
    regex.compile(rf"(?P<place>{_PLACE}),{_DATE}\s?[—–-]\s?(?P<agency>[\p{{L}} ]{{2,20}}?)[./]\s"),
    # (서울=연합뉴스) 홍길동 기자 =
    regex.compile(
        r"[(\[](?P<place>\p{Hangul}{2,8})=(?P<agency>[\p{L}\p{N}]{2,12})[)\]]\s?(?:[\p{Hangul}·\s]{2,24}기자\s?)?=\s?"
    ),
    # 新华社北京1月1日电（记者 …） / 【ワシントン=山田太郎】
    regex.compile(
        r"(?P<agency>新华社|新華社|中新社|中新网|路透社|法新社)(?P<place>\p{Han}{2,8}?)\d{1,2}月\d{1,2}日电\s?(?:[（(][^（）()]{1,40}[)）])?\s?"
    ),
    regex.compile(r"【(?P<place>[\p{Han}\p{Katakana}ー]{2,12})[=＝共時](?P<agency>[^【】]{0,20})】"),
)
_NO_PLACE = frozenset({"UPDATE", "BREAKING", "EXCLUSIVE", "WATCH", "LIVE", "OPINION", "ANALYSIS", "VIDEO", "UPDATED"})


def find_dateline(text: str, start: int, end: int) -> Mention | None:
    """The dateline that opens `text[start:end]`, with the dash that closes it, or None."""
    for pattern in _DATELINES:
        match = pattern.match(text, start, min(end, start + 120))
        if match and match.end() < end and _is_dateline(match) and not text[match.end()].islower():
            return Mention(text[start : match.end()], start, match.end())
    return None


def _is_dateline(match: regex.Match[str]) -> bool:
    """A bracket after a name is a dateline's only where it holds an agency, or the place is in capitals."""
    place, agency = match.group("place").strip(), match.group("agency")
    if place in _NO_PLACE:
        return False
    return not agency or not agency.isascii() or AGENCY.search(agency) is not None or place.isupper()
