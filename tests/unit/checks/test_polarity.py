"""Reading where a sentence says no and where it says maybe."""

import time

import pytest

from service.checks.lang import CHECK_WORDS
from service.checks.polarity import read_polarity

# One plain negation each.
DENIED = {
    "af": "Die minister het nie die wet onderteken nie.",
    "ar": "لم يوقع الوزير القانون.",
    "be": "Міністр не падпісаў закон.",
    "bg": "Министърът не подписа закона.",
    "bn": "মন্ত্রী আইনে সই করেননি, তিনি রাজি নন।",
    "ca": "El ministre no va signar la llei.",
    "cs": "Ministr zákon nepodepsal.",
    "da": "Ministeren underskrev ikke loven.",
    "de": "Der Minister hat das Gesetz nicht unterschrieben.",
    "el": "Ο υπουργός δεν υπέγραψε τον νόμο.",
    "en": "The minister didn't sign the law.",
    "es": "El ministro no firmó la ley.",
    "et": "Minister ei allkirjastanud seadust.",
    "fa": "وزیر قانون را امضا نکرد.",
    "fi": "Ministeri ei allekirjoittanut lakia.",
    "fr": "Le ministre n’a pas signé la loi.",
    "gl": "O ministro non asinou a lei.",
    "he": "השר לא חתם על החוק.",
    "hi": "मंत्री ने कानून पर हस्ताक्षर नहीं किए।",
    "hr": "Ministar nije potpisao zakon.",
    "hu": "A miniszter nem írta alá a törvényt.",
    "id": "Menteri tidak menandatangani undang-undang itu.",
    "is": "Ráðherrann undirritaði ekki lögin.",
    "it": "Il ministro non ha firmato la legge.",
    "ja": "大臣は法案に署名しなかった。",
    "ko": "장관은 법안에 서명하지 않았다.",
    "nb": "Ministeren undertegnet ikke loven.",
    "nl": "De minister heeft de wet niet ondertekend.",
    "pl": "Minister nie podpisał ustawy.",
    "pt": "O ministro não assinou a lei.",
    "ro": "Ministrul nu a semnat legea.",
    "ru": "Министр не подписал закон.",
    "sk": "Minister zákon nepodpísal.",
    "sl": "Minister zakona ni podpisal.",
    "sr": "Министар није потписао закон.",
    "sv": "Ministern skrev inte under lagen.",
    "th": "รัฐมนตรีไม่ได้ลงนามในกฎหมาย",
    "tr": "Bakan yasayı imzalamadı.",
    "uk": "Міністр не підписав закон.",
    "vi": "Bộ trưởng không ký luật.",
    "zh": "部长没有签署该法律。",
}
AFFIRMED = {
    "ar": "وقع الوزير القانون يوم الاثنين.",
    "cs": "V neděli byl ministr v nemocnici nebo v nejlepším hotelu.",
    "de": "Der Minister hat das Gesetz am Montag unterschrieben.",
    "en": "The minister signed the law in the United States on 4 May.",
    "es": "El ministro firmó la ley el lunes.",
    "fa": "نماینده نامه را در تهران امضا کرد.",
    "fi": "Ministeri allekirjoitti lain maanantaina.",
    "fr": "Le ministre a signé la nouvelle loi de neuf pages.",
    "he": "השר חתם על החוק ביום שני.",
    "ja": "大臣は少なくとも三つの法案に署名した。",
    "ko": "장관은 월요일에 법안에 서명했다.",
    "pl": "W niedzielę minister był w Niemczech.",
    "sk": "V nedeľu bol minister v Nemecku.",
    "th": "รัฐมนตรีลงนามในกฎหมายไม่นานหลังเที่ยง",
    "tr": "Bakan yasayı pazartesi günü imzaladı.",
    "zh": "部长不断签署法律，未来还会签署更多。",
}


def test_every_language_knows_how_it_negates() -> None:
    """No language is left without a way to say no, or to say maybe."""
    known = {words.code: words.polarity for words in CHECK_WORDS.values()}
    assert set() == {code for code, data in known.items() if not (data.negations or data.negation_pattern)}
    assert set() == {code for code, data in known.items() if not (data.hedges or data.hedge_pattern)}


@pytest.mark.parametrize("language", sorted({words.code for words in CHECK_WORDS.values()}))
def test_a_plain_negation_is_sure(language: str) -> None:
    """A denied sentence has at least one sure negation, in every language."""
    assert read_polarity(DENIED[language], language).count[0] >= 1


@pytest.mark.parametrize("language", sorted(AFFIRMED))
def test_what_only_looks_like_a_negation_is_none(language: str) -> None:
    """Words that begin or end like a negation do not negate."""
    assert read_polarity(AFFIRMED[language], language).count == (0, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle ne veut pas partir."),
        ("fr", "Personne d’autre n’a aucun droit."),
        ("es", "No vino nadie."),
        ("it", "Non è venuto nessuno."),
        ("pt", "Não veio ninguém."),
        ("ru", "Никто не пришёл."),
        ("pl", "Nikt nie przyszedł."),
        ("cs", "Nikdo nepřišel."),
        ("hr", "Nitko nije došao."),
        ("hu", "Senki nem jött."),
        ("ro", "Nimeni nu a venit."),
    ],
)
def test_negation_in_two_places_is_one(language: str, text: str) -> None:
    """Words that negate together count once."""
    assert 1 == read_polarity(text, language).count[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks are not only long but also costly."),
        ("de", "Die Gespräche sind nicht nur lang, sondern auch teuer."),
        ("es", "Las charlas son no solo largas, sino también caras."),
        ("ru", "Переговоры не только долгие, но и дорогие."),
        ("zh", "会谈不仅漫长，而且昂贵。"),
        ("tr", "Görüşmeler yalnızca uzun değil aynı zamanda pahalı."),
        ("fr", "Il ne reste que deux jours."),
        ("en", "The mayor is without doubt unable to pay."),
    ],
)
def test_what_negates_in_passing_is_weak(language: str, text: str) -> None:
    """ "Not only" denies nothing; "unable" may be "not able" elsewhere."""
    found = read_polarity(text, language)
    assert (0, True) == (found.count[0], found.count[1] > 0)


def test_a_cue_tells_where_it_stands() -> None:
    """Offsets are those of the text as it was given, whatever its capitals and apostrophes."""
    text = "İSTANBUL: Ahmet “DOESN’T” may know."
    found = read_polarity(text, "en")
    assert [("sure", "DOESN’T"), ("hedge", "may")] == [(cue.kind, found.value(cue)) for cue in found.cues]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The bridge may be closed, and could reportedly fall.", ["may", "could", "reportedly"]),
        ("The bridge was closed in May and reopened on 4 May.", []),
        ("The mayor is expected to resign.", ["expected to"]),
    ],
)
def test_hedges_are_told_apart_from_the_month(text: str, hedges: list[str]) -> None:
    """A hedge of several words is one cue; the month of May is none."""
    found = read_polarity(text, "en")
    assert hedges == [found.value(cue) for cue in found.hedges]


def test_an_unknown_language_says_nothing() -> None:
    """Where nothing is known of a language nothing is claimed of it."""
    assert () == read_polarity("Nothing is not known.", "xx").cues


@pytest.mark.parametrize("language", ["en", "fr", "tr", "cs", "fi", "ja", "ko", "th", "zh", "vi"])
@pytest.mark.parametrize(
    "piece", ["a", "not ", "n'", "ne a ", "不", "しか", "m", "ıp m", "ไม่", " ", "1", "\u0301", "may, "]
)
def test_hostile_text_is_read_in_linear_time(language: str, piece: str) -> None:
    """Sixty thousand characters of anything take well under a second."""
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    read_polarity(text, language)
    assert time.process_time() - start < 1
