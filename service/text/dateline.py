"""Where a story was filed and by whom, at the head of its first paragraph: "PARIS (AP) — ".

In doubt there is none: a place and a dash may begin a sentence, and a name in brackets may be a party.
"""

from dataclasses import dataclass

import regex

from service.records import Dateline
from service.text.abbreviations import STARTERS, for_language
from service.text.agencies import AGENCY_NAMES, KNOWN_AGENCY, MORE_CITIES, UNCASED_CITIES
from service.text.lang import language_data
from service.text.lang.base import KNOWN_PLACES
from service.text.lang.places import CITIES, COUNTRIES

_WORD = r"\p{Lu}(?:\p{Ll}\.|[\p{L}\p{M}'’\-]{1,30})"
_JOINED = r"(?: (?:(?:de|do|da|dos|das|del|di|am|an der|la|le|el|al|sur|upon|of|bei|ob der) )?| ?/ ?|-)"
_DATED = r"(?:\p{L}+\.? \d|\d)"
_SHORTENED = r"\p{Lu}(?:\p{Ll}{1,4}\.|\.\p{Lu}\.(?:\p{Lu}\.)?)"
_REGION = rf"(?:, (?!{_DATED}|{AGENCY_NAMES})(?:{_SHORTENED}|{_WORD}(?: {_WORD})?))"
_PLACE = rf"(?P<place>{_WORD}(?:{_JOINED}(?!{_DATED}){_WORD}){{0,3}}{_REGION}{{0,2}})"
_DATE = (
    r"(?P<date>(?:[,.]? |, ?)(?:(?:le|den|dne|am|em|a|ngày) )?(?:"
    r"\d{1,2}(?:\.|er|º|ª)?\s?(?:de )?(?P<month>\p{L}{3,12})\.?(?:,? (?:de )?\d{4}\.?)?(?: [гр]\.)?|"
    r"(?P<month>\p{L}{3,12})\.? \d{1,2}(?:, \d{4})?|\d{1,2}[./]\d{1,2}\.?(?:[./]?\d{2,4})?))?"
)
_BRACKET = r"[(\[](?P<agency>[^()\[\]\d]{2,40})[)\]]"
_REPORTER = r"(?:, \p{Lu}\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20})?"
_SIGNED = (
    rf"(?:[.,]?\s?{_BRACKET}|[.,]?\s?/(?P<agency>{AGENCY_NAMES})/|"
    rf"(?:[.,]|(?<=\.)|\s?[—–-])\s?(?P<agency>{AGENCY_NAMES}){_REPORTER}(?=\s?[.\-–—/:]))?"
)
_CLOSE = r"(?P<close>[.,:/]?\s?[—–―]\s*|\s--?\s+|[.,:]?\s?--?\s+|\s?=\s?|:\s+|[./]+\s+|\s?)"
_DASHES = "—–―-"
_CASED = regex.compile(_PLACE + _DATE + _SIGNED + _CLOSE)
_LEAD = regex.compile(
    r"(?P<bracket>\((?P<agency>\p{Lu}[^()\d]{1,30})\))(?P<close>\s?[—–-]+\s+|\s?(?=\p{Lu}))|"
    rf"(?P<agency>{AGENCY_NAMES}),\s(?=\p{{Lu}})"
)
_UNCASED_PLACE = r"(?P<place>(?:[\p{Lo}\p{M}\u200c]{2,15} ){0,2}[\p{Lo}\p{M}\u200c]{2,15})"
_UNCASED_DATE = r"(?:,? \p{N}{1,2}[^()\d]{2,24}|, [\p{Lo}\p{M} ]{2,24}?)?"
_UNCASED = (
    # القاهرة (رويترز) - / नयी दिल्ली, तीन मई (भाषा)
    regex.compile(rf"{_UNCASED_PLACE}{_UNCASED_DATE}\s?[(/](?P<agency>[^()/\d]{{2,40}})[)/]\s?[-–—:.।=،]*\s*"),
    # تهران - ایرنا -
    regex.compile(rf"{_UNCASED_PLACE}\s?[-–—/،,]\s?(?P<agency>{AGENCY_NAMES})\s?[-–—:.]+\s*"),
    # नई दिल्ली:
    regex.compile(rf"{_UNCASED_PLACE}(?P<agency>)(?:\s?:|\s[-–—]|।)\s+"),
)
_OPEN, _SHUT, _GAP = r"[(（【\[［〔]", r"[)）】\]］〕]", r"[ \u3000]?"
_KANJI = r"[\p{Han}\p{Katakana}ー・]"
_EASTERN = (
    # (서울=연합뉴스) 홍길동 기자 =
    regex.compile(
        rf"{_OPEN}(?P<place>\p{{Hangul}}{{2,8}})\s?=\s?(?P<agency>[\p{{L}}\p{{N}}]{{2,12}}){_SHUT}"
        r"(?:\s?[\p{Hangul}·, ]{2,24}(?:기자|특파원))?\s?=?\s?"
    ),
    # 新华社北京1月1日电（记者 …） / （中央社記者王小明台北3日電）
    regex.compile(
        rf"[(（]?(?P<agency>{AGENCY_NAMES})(?:[记記]者\p{{Han}}{{3}})?(?P<place>\p{{Han}}{{2,8}}?)?"
        r"(?:\d{1,2}月)?\d{1,2}日[电電][)）]?\s?(?:[（(][^（）()]{1,40}[)）])?\s?"
    ),
    # 【ロンドン共同】 / [東京　３日　ロイター] -
    regex.compile(
        rf"{_OPEN}(?P<place>{_KANJI}{{2,12}}?){_GAP}(?:\d{{1,2}}日)?{_GAP}(?P<agency>{AGENCY_NAMES}){_SHUT}\s?(?:[-–—]\s+)?"
    ),
    # 【ワシントン=山田太郎】: the reporter follows
    regex.compile(rf"【(?P<place>{_KANJI}{{2,12}})[=＝](?P<agency>)[^【】]{{1,20}}】\s?"),
)
_NO_PLACE = frozenset(
    ("UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "WATCH", "LIVE", "OPINION", "ANALYSIS", "VIDEO", "PHOTOS", "NEWS")
)
_PARTS = regex.compile(r"\s?[/,;·|]\s?|\s(?:and|und|et|y|e|och|og|en|i|и|та)\s")
_OF_PLACES = regex.compile(r"\s?/\s?|, |-")
_NEXT_WORD = regex.compile(r"\p{P}?(\p{Lu}[\p{L}\p{M}]*)")
_LONGEST = 140
_SHORTEST_UNKNOWN_PLACE = 5
_MOST_UNKNOWN_WORDS = 3
_LOOKED_THROUGH = 20_000


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of the head of a paragraph; `sure` where an agency signs it."""

    place: str | None
    agencies: tuple[str, ...]
    end: int
    sure: bool


def find_dateline(text: str, start: int, end: int, *, language: str = "und", sure: bool = False) -> Dateline | None:
    """The dateline that opens `text[start:end]`, with the dash that closes it, or None.

    With `sure` only one that an agency signs counts, and it may be all that the stretch holds.
    """
    limit = min(end, start + _LONGEST)
    reading = _eastern(text, start, limit) or _uncased(text, start, limit) or _cased(text, start, limit, language)
    if reading is None or (sure and not reading.sure) or (reading.end >= end and not sure):
        return None
    if text[reading.end : reading.end + 1].islower():
        return None
    return Dateline(reading.place, reading.agencies, start, reading.end)


def _eastern(text: str, start: int, limit: int) -> _Reading | None:
    for pattern in _EASTERN:
        match = pattern.match(text, start, limit)
        if match:
            agency = match.group("agency")
            return _Reading(match.group("place"), (agency,) if agency else (), match.end(), bool(agency))
    return None


def _uncased(text: str, start: int, limit: int) -> _Reading | None:
    """Without capitals it takes an agency that is known, or a city that is."""
    for pattern in _UNCASED:
        match = pattern.match(text, start, limit)
        if match is None:
            continue
        place, agencies = match.group("place"), _agencies(match.group("agency"))
        if any(map(_is_agency, agencies)) or (not match.group("agency") and place in UNCASED_CITIES):
            return _Reading(place, agencies, match.end(), bool(agencies))
    return None


def _cased(text: str, start: int, limit: int, language: str) -> _Reading | None:
    """An agency may lead, with or without a place after it: "(ANSA) - ROMA, 12 MAR - "."""
    lead = _LEAD.match(text, start, limit)
    if lead is None:
        return _placed(text, start, limit, language)
    leading = tuple(agency for agency in _agencies(lead.group("agency")) if _is_agency(agency))
    reading = _placed(text, lead.end(), limit, language, led=bool(leading))
    if reading is None:
        alone = lead.group("bracket") and (leading or lead.group("close").strip())
        return _Reading(None, leading, lead.end(), bool(leading)) if alone else None
    agencies = tuple(dict.fromkeys((*leading, *reading.agencies)))
    return _Reading(reading.place, agencies, reading.end, reading.sure or bool(leading))


def _placed(text: str, start: int, limit: int, language: str, *, led: bool = False) -> _Reading | None:
    """A place in letters with capitals, who signs, and what closes it."""
    match = _CASED.match(text, start, limit)
    if match is None:
        return None
    place, close = match.group("place"), match.group("close").strip()
    agencies = _agencies(match.group("agency"))
    if place in _NO_PLACE or _is_agency(place):
        return None
    if any(map(_is_agency, agencies)):
        return _Reading(place, agencies, match.end(), True) if _is_closed(text, match.end(), close) else None
    dashed, capitals = close.rstrip(" ")[-1:] in _DASHES and close != "", place.split(",")[0].isupper()
    if match.group("agency"):
        return _Reading(place, agencies, match.end(), False) if agencies and capitals and dashed else None
    if not dashed:
        filed = close == ":" and (led or (capitals and _is_known_place(place)))
    else:
        filed = led or (_is_no_acronym(text, match) if capitals else _is_filed(text, match, language))
    return _Reading(_nameable(place), (), match.end(), False) if filed else None


def _agencies(signature: str | None) -> tuple[str, ...]:
    """The agencies of "dpa/AFP"; what is in small letters and unknown is a desk or a reporter."""
    parts = [part.strip(' .«»"“”') for part in _PARTS.split(signature or "")]
    return tuple(dict.fromkeys(part for part in parts if _is_agency(part) or (part and not part[0].islower())))


def _is_agency(name: str) -> bool:
    return KNOWN_AGENCY.fullmatch(name) is not None


def _is_closed(text: str, end: int, close: str) -> bool:
    """After a known agency a capital is enough: "Miami (CNN)The harbour …"."""
    return bool(close) or text[end : end + 1].isupper()


def _is_known_place(place: str) -> bool:
    parts = [place, *_OF_PLACES.split(place)]
    return any(part.lower() in known for part in parts for known in (CITIES, COUNTRIES, KNOWN_PLACES, MORE_CITIES))


def _is_no_acronym(text: str, match: "regex.Match[str]") -> bool:
    """Whether a word in capitals is a place: one that the text goes on to write so, and only so, is an acronym."""
    place = match.group("place")
    if " " in place or _is_known_place(place):
        return True
    rest = text[match.end() : match.end() + _LOOKED_THROUGH]
    return place not in rest or place.title() in rest


def _is_filed(text: str, match: "regex.Match[str]", language: str) -> bool:
    """Whether "Paris – " is where a story was filed though no agency signs it: a date, or a sentence that starts."""
    date, month = match.group("date"), match.group("month")
    if date:
        return month is None or month.lower() in language_data(language).calendar
    word = _NEXT_WORD.match(text, match.end())
    if word is None:
        return False
    known, several = _is_known_place(match.group("place")), "/" in match.group("place")
    return known + several + (word.group(1).lower() in for_language(STARTERS, language)) >= 2


def _nameable(place: str) -> str | None:
    """The place, if it is one: what no list knows may be an outlet's sign or words of a byline run together."""
    usual = len(place) >= _SHORTEST_UNKNOWN_PLACE and place.split(",")[0].count(" ") < _MOST_UNKNOWN_WORDS
    return place if usual or _is_known_place(place) else None
