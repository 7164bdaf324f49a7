"""What countries, continents, and the cities that time zones are named after are called in each language; from CLDR.

Babel carries the tables (Unicode licence, inside Babel's BSD); one language's is read when it is first asked for, about
10 ms. A place is known by CLDR's code of it ("DE", "150", "Europe/London").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex
from babel import Locale, UnknownLocaleError

from service.text.tags import base

# No name has a longer word, nor more of them.
_LONGEST_WORD, _LONGEST_PHRASE = 60, 5
_WORD = regex.compile(r"[\p{L}\p{M}\u200c]+")
_ASIDE = regex.compile(r"\(([^()]*+)\)| SAR China\b")
# "Dutch" says as much of a country as "the Netherlands".
_PAIRS = """
    af:ZA am:ET ar:SA az:AZ be:BY bg:BG bn:BD bs:BA ca:ES cs:CZ cy:GB da:DK de:DE el:GR en:GB es:ES et:EE fa:IR
    fi:FI fil:PH fr:FR ga:IE he:IL hi:IN hr:HR hu:HU hy:AM id:ID is:IS it:IT ja:JP ka:GE kk:KZ km:KH ko:KR ky:KG
    lb:LU lo:LA lt:LT lv:LV mk:MK mn:MN ms:MY mt:MT my:MM nb:NO ne:NP nl:NL no:NO pl:PL ps:AF pt:PT ro:RO ru:RU
    si:LK sk:SK sl:SI so:SO sq:AL sr:RS sv:SE sw:KE tg:TJ th:TH tk:TM tr:TR uk:UA ur:PK uz:UZ vi:VN zh:CN
"""
_SPOKEN = dict(regex.findall(r"(\w+):(\w+)", _PAIRS))
_VARIETIES = {"en_US": "US", "en_GB": "GB", "en_AU": "AU", "en_CA": "CA", "fr_CH": "CH", "es_MX": "MX", "pt_BR": "BR"}
_VARIETIES |= {"de_AT": "AT"}
# Names in common use beside CLDR's, by their beginnings; "=" marks a whole word.
_MORE = {
    "US": (
        "=us =usa =u.s =сша =abd =sua =eua =vs =eeuu =ηπα americ amerik америк αμερικ 미국 米国 "
        "アメリカ अमेरिक আমেরিক ארצות อเมริกา امریکا آمریکا أمريك الأمريك mỹ hoa"
    ),
    "GB": (
        "=uk =u.k britain british england english britan britann brytan англи британ великобрит "
        "inglat ingl angl ingh ingil bretag bretań royaume reino αγγλ βρεταν 英 イギリス 영국 إنجل "
        "بريطان בריט אנגל ब्रिट इंग्ल ব্রিট ইংল อังกฤษ انگل بریتان anh scot écos escoc шотл skot "
        "schott wales welsh"
    ),
    "UN": "=un =onu =оон =uno =vn =yk =ensz =bm =fn =osn =ozn =sþ =üro =οηε =pbb =lhq",
    "EU": "=eu =ue =ес =єс =ab =ee =εε",
    "NL": "holland голланд dutch ολλανδ",
    "CZ": "czech чех tschech tchèq česk checo",
    "IR": "persi",
    "RU": "soviet sowjet совет sovyet sovět radzie sovjet σοβιετ",
    "150": "europ evrop avrup европ європ euroop európ ευρωπ еўроп evróp",
    "Beijing": (
        "beijing pekin pekín peking pechin peqi пекин пекін πεκίν बीजिंग বেইজিং بكين پکن בייג 北京 베이징 ปักกิ่ง kinh"
    ),
    "Washington": (
        "washington vašing waszyng vashing вашинг ουάσι ουασιν واشن וושינ वाशिंग वॉशिंग ওয়াশিং "
        "华盛顿 ワシントン 워싱턴 วอชิง"
    ),
    "San Francisco": "francisc 旧金山 三藩市 サンフランシスコ 샌프란 франциск",
    "Munich": "munich münchen monac monach мюнхен mníchov μόναχ minhen 慕尼黑 ミュンヘン 뮌헨 ميونيخ מינכן",
    "Cologne": "cologne köln colon keul kolín кёльн кельн κολων keln 科隆 ケルン",
    "Geneva": ("geneva genèv geneve genf ginevr ginebra genebr женев ženev genew γενεύ cenevre 日内瓦 ジュネーブ جنيف"),
    "Venice": "venice venis venez venec veneci venise venedi wenec венец βενετ velenc 威尼斯 البندقية",
    "Florence": "floren firenz flor флорен φλωρε 佛罗伦萨",
    "Milan": "milan mailand милан μιλάν mediol 米兰",
    "Naples": "naples neap napol nápol неапол νάπολ nápoles 那不勒斯",
    "The Hague": "hague haag haye haya haia гааг χάγη hága haagi lahey 海牙 لاهاي",
    "Mecca": "mecca mekk mecqu meca мекк μέκκα مكة 麦加",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one language: `stems` are of names of one word, `phrases` of longer ones, `parts` their words.

    `names` gives each place's names, one stem a word, or "=" and a whole word; `whole` are names of one word in full.
    """

    whole: frozenset[str]
    stems: dict[str, frozenset[str]]
    phrases: dict[tuple[str, ...], str]
    parts: dict[str, frozenset[str]]
    names: dict[str, tuple[tuple[str, ...], ...]]


def fold(text: str) -> str:
    """`text` in lower case, with the letters that papers write in two ways written in one."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("ё", "е").replace("i̇", "i")


def stem(word: str) -> str:
    """What an inflected form of a name keeps: all but its last two letters, fewer of a short one."""
    if len(word) <= 3 or word > "\u0900":
        return word
    cut = 2 if len(word) > 5 else 1 if len(word) > 4 or word[-1] in "aeiouyаеиоуыяюαη" else 0
    return word[: len(word) - cut]


@lru_cache(maxsize=64)
def places(language: str) -> Places:
    """The places by their names in a BCP 47 tag's language; those of English where CLDR knows no such language."""
    locale = _locale(language)
    found = [*_territories(locale), *_cities(locale)]
    tables: dict[str, dict[str, set[str]]] = {"stems": {}, "parts": {}}
    names: dict[str, set[tuple[str, ...]]] = {}
    phrases = {}
    for place, name in found:
        key = tuple(stem(word) for word in _WORD.findall(fold(name)))
        names.setdefault(place, set()).add(key)
        if len(key) > 1:
            phrases[key] = place
        for part in key:
            if len(key) == 1 or len(part) > 3:
                tables["stems" if len(key) == 1 else "parts"].setdefault(part, set()).add(place)
    plain = ((place, fold(name)) for place, name in found if " " not in name)
    for place, beginning in (*plain, *_adjectives(locale), *_common()):
        tables["stems"].setdefault(beginning, set()).add(place)
        names.setdefault(place, set()).add((beginning,))
    stems, parts = ({key: frozenset(ids) for key, ids in table.items()} for table in tables.values())
    whole = frozenset(fold(name) for _, name in found)
    return Places(whole, stems, phrases, parts, {place: tuple(sorted(keys)) for place, keys in names.items()})


def _locale(language: str) -> Locale:
    for tag in (language, base(language)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def _territories(locale: Locale) -> Iterator[tuple[str, str]]:
    for code, name in locale.territories.items():
        for alias in (_ASIDE.sub("", name), *(aside for aside in _ASIDE.findall(name) if aside)):
            yield code, alias


def _cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """Cities that time zones are named after; where a language has no name of its own the zone's says it."""
    ours, theirs = locale.time_zones, Locale.parse("ru").time_zones
    for zone in map(str, theirs):
        if "/" in zone and not zone.startswith(("Etc/", "Antarctica/")):
            entry = ours.get(zone) or {}
            yield zone, str(entry.get("city") or zone.rpartition("/")[2].replace("_", " "))


def _adjectives(locale: Locale) -> Iterator[tuple[str, str]]:
    """Beginnings of the names of languages: what is German is said of a country and of its language alike."""
    for code, place in _SPOKEN.items():
        words = _WORD.findall(fold(locale.languages.get(code) or ""))
        if len(words) == 1:
            yield place, words[0]
            yield place, _root(words[0])
    for code, place in _VARIETIES.items():
        plain = _WORD.findall(fold(locale.languages.get(code[:2]) or ""))
        for word in _WORD.findall(fold(locale.languages.get(code) or "")):
            if word not in plain and len(word) > 5:
                yield place, _root(word)


def _root(word: str) -> str:
    if word > "\u0900":
        return word
    return word[: max(4, len(word) - (3 if len(word) < 9 else 5))]


def _common() -> Iterator[tuple[str, str]]:
    for place, beginnings in _MORE.items():
        for beginning in beginnings.split():
            yield place, fold(beginning)


def places_in(words: Iterable[str], language: str) -> frozenset[str]:
    """The places that any of some lower-case words names by itself, or by an adjective of it."""
    return frozenset().union(*[_places_of(word[:_LONGEST_WORD], language)[0] for word in words])


@lru_cache(maxsize=16384)
def _places_of(word: str, language: str) -> tuple[frozenset[str], str]:
    """The places that a word names by itself, and its stem where a name of several words may begin with it."""
    known, beginning = places(language), stem(word)
    return frozenset(_look_up(word, known.stems)), beginning if beginning in known.parts else ""


def _look_up(word: str, table: dict[str, frozenset[str]]) -> Iterator[str]:
    length = len(word)
    for end in range(2, min(length, 14) + 1):
        if word[:end] in table and (end > 4 or length - end <= end):
            yield from table[word[:end]]
    if "=" + word in table:
        yield from table["=" + word]


def places_along(words: Sequence[str], language: str) -> frozenset[str]:
    """The places that a text names, whose lower-case words these are; those of several words too."""
    read = [_places_of(word[:_LONGEST_WORD], language) for word in words]
    found = frozenset().union(*[named for named, _ in read])
    begun = [at for at, (_, beginning) in enumerate(read) if beginning]
    return found.union(_phrases(words, begun, language)) if begun else found


def _phrases(words: Sequence[str], begun: Iterable[int], language: str) -> Iterator[str]:
    """The places whose names of several words begin at some places of a text."""
    phrases = places(language).phrases
    for at in begun:
        stems = [stem(word) for word in words[at : at + _LONGEST_PHRASE]]
        for end in range(2, len(stems) + 1):
            place = phrases.get(tuple(stems[:end]))
            if place:
                yield place


@lru_cache(maxsize=2048)
def wanted_names(found: frozenset[str], language: str) -> tuple[tuple[str, ...], ...]:
    """What a language calls some places: of each name its words, as they are looked up in `joined_words`."""
    table = places(language).names
    keys = dict.fromkeys(key for place in found for key in table.get(place, ()) if key)
    return tuple(tuple(f"\n{part[1:]}\n" if part[0] == "=" else f"\n{part}" for part in key) for key in keys)


def joined_words(words: Iterable[str]) -> str:
    """Words as one string, so that a whole one and a beginning of one are each looked up at once."""
    return "\n" + "\n".join(words) + "\n"
