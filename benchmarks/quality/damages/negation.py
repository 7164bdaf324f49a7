"""A plain negation left out of a translation.

Lists of its own, shorter than those of the check and written apart from them, so that the check is not measured with
its own words.
"""

import random
import re
from functools import lru_cache

# Language: how it negates, in any way (more than one of these and the sentence is left alone), and what becomes of a
# plain negation: pattern and what stands there instead.
_Drops = tuple[tuple[str, str], ...]


def _word(words: str) -> str:
    """A pattern for any of these words, whole."""
    return rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)"


def _gone(words: str) -> tuple[str, str]:
    """The words left out, with the space behind them."""
    return rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w) ?", ""


_CS = "byl byla bylo byli byly bude budou má mají měl měla měli může mohou mohl mohla mohlo mohli musí chce ví existuje"
_SK = "bol bola bolo boli bude budú má majú mal mala mali môže môžu mohol mohla mohlo mohli musí chce vie existuje"
_HR = (("(?<!\\w)nije(?!\\w)", "je"), ("(?<!\\w)nisu(?!\\w)", "su"), ("(?<!\\w)ne(?=[ćm]\\w+)", ""), _gone("ne"))
_SR = (("(?<!\\w)није(?!\\w)", "је"), ("(?<!\\w)нису(?!\\w)", "су"), ("(?<!\\w)не(?=[ћм]\\w+)", ""), _gone("не"))
_NEGATED: dict[str, tuple[str, _Drops]] = {
    "af": (
        r"(?<!\w)(?:nie|geen)(?!\w)[^.;:!?]{1,200} nie(?!\w)"
        r"|(?<!\w)(?:nie|geen|moenie|nooit|niemand|niks|sonder)(?!\w)",
        ((r"(?<!\w)nie ([^.;:!?]{1,200}) nie(?!\w)", r"\1"), (r"(?<!\w)geen ([^.;:!?]{1,200}) nie(?!\w)", r"'n \1")),
    ),
    "ar": (_word("[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا) بدون دون غير عدم"), (_gone("[وف]?(?:لا|لم|لن|ليس|ليست)"),)),
    "be": (_word("не|ня|няма|ні|ніхто|ніколі|нельга|без"), (_gone("не ня"),)),
    "bg": (_word("не няма нито никой никога нищо без"), (_gone("не"), ("(?<!\\w)няма(?= да)", "ще"))),
    "bn": (r"(?<![\u0980-\u09ff])(?:না|নেই|নয়|নি)(?![\u0980-\u09ff])", ((r" (?:না|নয়)(?![\u0980-\u09ff])", ""),)),
    "ca": (_word("no cap mai ningú res sense"), (_gone("no"),)),
    "cs": (
        r"(?<!\w)(?:ne[a-zěščřžýáíéúůťďň]{2,}|není|nikdy|nikdo|nic|žádn\w+|bez)(?!\w)",
        (("(?<!\\w)není(?!\\w)", "je"), (rf"(?<!\w)ne(?=(?:{'|'.join(_CS.split())})(?!\w))", "")),
    ),
    "da": (_word("ikke ingen intet aldrig uden"), (_gone("ikke"),)),
    "de": (_word("nicht keine?[nmrs]? nie niemals niemand nichts ohne"), (_gone("nicht"), (r"(?<!\w)k(?=ein)", ""))),
    "el": (_word("δεν δε μην όχι χωρίς κανείς κανένας ποτέ τίποτα ούτε"), (_gone("δεν δε μην"),)),
    "en": (
        r"(?<!\w)(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot)(?!\w)|n['’]t(?!\w)",
        (
            (r"(?<!\w)can(?:not|['’]t)(?!\w)", "can"),
            (r"(?<!\w)won['’]t(?!\w)", "will"),
            (r"(?<!ca)(?<!wo)n['’]t(?!\w)", ""),
            _gone("not"),
        ),
    ),
    "es": (_word("no nunca nadie nada ningún ninguna ni sin"), (_gone("no"),)),
    "et": (_word("ei ega pole polnud ilma mitte"), (_gone("ei"), (r"(?<!\w)pole(?!\w)", "on"))),
    "fa": (
        r"(?<!\w)(?:نمی|نیست|نبود|ندار|نداش|نشد|نکرد|نخواه|نبای|نتوان|هیچ|هرگز|بدون)",
        (
            (r"(?<!\w)نمی", "می"),
            (r"(?<!\w)نیست", "است"),
            (r"(?<!\w)ن(?=دار|داش|شد|کرد|بود)", ""),
        ),
    ),
    "fi": (_word("ei en emme eivät eikä eivätkä ilman älä"), (_gone("ei en emme eivät"),)),
    "fr": (
        r"(?<!\w)(?:ne (?=\w)|n['’](?=\w))|(?<!\w)(?:sans|ni|non)(?!\w)",
        ((r"(?<!\w)n(?:e |['’])(\w+(?:-\w+)*) (?:pas|plus|jamais)(?!\w)", r"\1"),),
    ),
    "gl": (_word("non nunca ninguén nada ningún ningunha nin sen"), (_gone("non"),)),
    "he": (
        r"(?<!\w)[ושכה]{0,2}(?:לא|אין|אינו|אינה|אינם|אינן|בלי|ללא)(?!\w)",
        ((r"(?<!\w)(ש?)לא ", r"\1"), (r"(?<!\w)אין(?!\w)", "יש")),
    ),
    "hi": (r"(?<![\u0900-\u097f])(?:नहीं|न|ना|मत|बिना)(?![\u0900-\u097f])", ((r" (?:नहीं|न)(?![\u0900-\u097f])", ""),)),
    "hr": (r"(?<!\w)(?:ne|ni|niti|bez|nije|nisu|nema|nemaju|ne[ćm]\w+|ni[kš]\w+)(?!\w)", _HR),
    "hu": (_word("nem sem ne nincs nincsenek nélkül soha senki semmi"), (_gone("nem"), (r"(?<!\w)nincs(?!\w)", "van"))),
    "id": (_word("tidak bukan belum tak jangan tanpa"), (_gone("tidak bukan belum tak"),)),
    "is": (_word("ekki engin\\w* enginn ekkert aldrei án né"), (_gone("ekki"),)),
    "it": (_word("non mai nessun\\w* niente nulla né senza"), (_gone("non"),)),
    "ja": (
        r"ない|ません|なかった|なく|なけれ|ずに?[、に]|無い",
        (
            (r"(?<=で|て|に|き|れ|え|け|め|べ|せ)ない(?=[。、とがこた]|$)", "る"),
            (r"ません", "ます"),
            (r"(?<=[てできれえけめべせ])なかった", "た"),
            (r"(?<=では)ない", "ある"),
        ),
    ),
    "ko": (r"지(?:는|도)? ?[않말마]|없|지 ?못|아니|(?<!\w)[안못] ", ((r"지(?:는|도)? ?않", ""), ("없", "있"))),
    "nb": (_word("ikke ingen intet aldri uten ei"), (_gone("ikke"),)),
    "nl": (_word("niet geen nooit niemand niets zonder"), (_gone("niet"), (r"(?<!\w)geen(?!\w)", "een"))),
    "pl": (_word("nie ani bez nigdy nikt nic żad\\w+"), (_gone("nie"),)),
    "pt": (_word("não nunca ninguém nada nenhum\\w* nem sem"), (_gone("não"),)),
    "ro": (r"(?<!\w)(?:nu|nici|niciun\w*|nimeni|nimic|fără)(?!\w)|(?<!\w)n-", (_gone("nu"), (r"(?<!\w)n-(?=a)", ""))),
    "ru": (_word("не нет ни нельзя никто никогда без"), (_gone("не"),)),
    "sk": (
        r"(?<!\w)(?:ne[a-zľščťžýáíéúôňď]{2,}|nie|nikdy|nikto|nič|žiad\w+|bez)(?!\w)",
        (_gone("nie(?= (?:je|sú|som|sme))"), (rf"(?<!\w)ne(?=(?:{'|'.join(_SK.split())})(?!\w))", "")),
    ),
    "sl": (
        r"(?<!\w)(?:ne|ni|niso|nima\w*|nis[et]\w*|niti|nič|nikoli|nihče|brez|noben\w*)(?!\w)",
        ((r"(?<!\w)ni(?!\w)", "je"), (r"(?<!\w)niso(?!\w)", "so"), (r"(?<!\w)n(?=ima)", ""), _gone("ne")),
    ),
    "sr": (r"(?<!\w)(?:не|ни|нити|без|није|нису|нема|немају|не[ћм]\w+|ни[кш]\w+)(?!\w)", _SR),
    "sv": (_word("inte ingen inget inga aldrig utan ej"), (_gone("inte"),)),
    "th": (r"ไม่|มิ|ไร้|อย่า", ((r"ไม่ได้|ไม่", ""),)),
    "tr": (
        r"(?<!\w)(?:değil\w*|yok\w*)|(?<=\w)m[ıiuü]yor|(?<=\w)m[ae](?:dı|di|dığ|diğ|z|y[ae]n|mış|miş|y[ıi]n|m[ae]|s[ae](?!\w))",
        (
            (r" değil(?=dir|di| |[.,])", ""),
            (r"(?<!\w)yok(?=tur|tu|[ .,])", "var"),
            (r"(?<=[^\Waeıioöuü])m(?=[ıiuü]yor)", ""),
            (r"(?<=[^\Waeıioöuü])m[ae](?=d[ıi])", ""),
        ),
    ),
    "uk": (_word("не ні немає ніхто ніколи без жод\\w+"), (_gone("не"), (r"(?<!\w)немає(?!\w)", "є"))),
    "vi": (_word("không chưa chẳng đừng"), (_gone("không chưa"),)),
    "zh": (r"[不没沒无無未]|并非", (("不(?=[是能会會要可])", ""), ("[没沒](?=有)", ""), ("[没沒]有(?=\\w)", ""))),
}
LANGUAGES = tuple(_NEGATED)
# "not only" and "or not" negate nothing; a source with them, or without a plain negation, has nothing to lose.
_NO_NEGATION = re.compile(
    r"(?i)(?<!\w)(?:(?:not|nicht|не|ne|non|no|não|niet|inte|ikke|ekki|nie|nu|nem|δεν|όχι|tidak|không) "
    r"(?:only|just|least|merely|nur|nicht|только|само|samo|le|seulement|solo|sólo|apenas|alleen|bara|bare|aðeins|tylko|"
    r"numai|doar|csak|μόνο|hanya|chỉ)|n['’]t (?:only|just)|or not)(?!\w)|不[仅僅但只]|だけでなく|뿐만? ?아니라"
)
_PLAIN_ENGLISH = re.compile(r"(?i)(?<!\w)(?:not|cannot|never|nobody|nothing)(?!\w)|n['’]t(?!\w)")


def damage(
    reference: str, source: str, *, language: str, rng: random.Random, source_language: str = "en"
) -> str | None:
    """`reference` without its only negation; None where it has not exactly one, or its source none."""
    if language not in _NEGATED or not _negates(source, source_language) or _NO_NEGATION.search(reference):
        return None
    counted, drops = _patterns(language)
    if len(counted.findall(reference)) != 1:
        return None
    made = [pattern.sub(instead, reference) for pattern, instead in drops]
    broken = [text.strip() for text in made if text != reference]
    return rng.choice(broken) if broken else None


def _negates(source: str, language: str) -> bool:
    if _NO_NEGATION.search(source):
        return False
    if language == "en":
        return _PLAIN_ENGLISH.search(source) is not None
    return language in _NEGATED and any(pattern.search(source) for pattern, _ in _patterns(language)[1])


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """What counts as a negation of the language, and what is put in the place of a plain one."""
    counted, drops = _NEGATED[language]
    return re.compile(f"(?i){counted}"), tuple((re.compile(f"(?i){pattern}"), instead) for pattern, instead in drops)
