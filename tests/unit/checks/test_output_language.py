"""A translation that is in another language, or another script, than the one asked for."""

import pytest

from service.checks.output_language import compare_language
from service.checks.output_language_words import COMMON_LETTERS, COMMON_WORDS
from service.checks.wording import read_wording

SENTENCES = {
    "ar": "قالت رئيسة البلدية إن الجسر الجديد الذي تم افتتاحه يوم الاثنين كان أكثر تكلفة من المتوقع.",
    "bg": "Кметицата каза, че новият мост, който беше открит в понеделник, е струвал повече от очакваното.",
    "cs": "Starostka řekla, že nový most, který byl otevřen v pondělí, stál více, než se čekalo.",
    "da": "Borgmesteren sagde, at den nye bro, der blev åbnet i mandags, har kostet mere end ventet af byen.",
    "de": (
        "Die Bürgermeisterin sagte, dass die neue Brücke, die am Montag eröffnet wurde, mehr als "
        "erwartet gekostet habe."
    ),
    "el": "Η δήμαρχος είπε ότι η νέα γέφυρα που άνοιξε τη Δευτέρα κόστισε περισσότερο από το αναμενόμενο.",
    "en": "The mayor said that the new bridge, which was opened on Monday, had cost more than it was expected to.",
    "es": "La alcaldesa dijo que el nuevo puente, que se inauguró el lunes, había costado más de lo que se esperaba.",
    "fi": (
        "Pormestari sanoi, että uusi silta, joka avattiin maanantaina, on tullut maksamaan enemmän kuin oli odotettu."
    ),
    "fr": "La maire a dit que le nouveau pont, qui a été inauguré lundi, avait coûté plus cher que ce qui était prévu.",
    "he": "ראש העיר אמרה שהגשר החדש, שנפתח ביום שני, עלה יותר מהצפוי.",
    "hi": "मेयर ने कहा कि सोमवार को खोला गया नया पुल उम्मीद से अधिक महंगा था।",
    "hu": "A polgármester azt mondta, hogy az új híd, amely hétfőn nyílt meg, többe került, mint ahogy azt várták.",
    "id": (
        "Wali kota itu mengatakan bahwa jembatan baru yang dibuka pada hari Senin tersebut lebih mahal dari perkiraan."
    ),
    "ja": "市長は、月曜日に開通した新しい橋の費用が予想を上回ったと述べた。",
    "ko": "시장은 월요일에 개통된 새 다리의 비용이 예상보다 많이 들었다고 말했다.",
    "nl": "De burgemeester zei dat de nieuwe brug, die maandag is geopend, meer heeft gekost dan er werd verwacht.",
    "pl": (
        "Burmistrz powiedziała, że nowy most, który został otwarty w poniedziałek, kosztował więcej, "
        "niż się spodziewano."
    ),
    "pt": "A prefeita disse que a nova ponte, que foi aberta na segunda-feira, custou mais do que se esperava.",
    "ru": "Мэр сказала, что новый мост, который был открыт в понедельник, стоил больше, чем ожидалось.",
    "sk": "Starostka povedala, že nový most, ktorý bol otvorený v pondelok, stál viac, ako sa čakalo.",
    "th": "นายกเทศมนตรีกล่าวว่าสะพานใหม่ที่เปิดเมื่อวันจันทร์มีค่าใช้จ่ายมากกว่าที่คาดไว้",
    "tr": (
        "Belediye başkanı, pazartesi günü açılan yeni köprünün beklenenden daha pahalı olduğunu ve çok "
        "üzüldüğünü söyledi."
    ),
    "uk": "Мерка сказала, що новий міст, який було відкрито в понеділок, коштував більше, ніж очікувалося.",
    "vi": "Thị trưởng nói rằng cây cầu mới được khánh thành vào thứ hai đã tốn nhiều tiền hơn dự kiến.",
    "zh": "市长说，周一开通的新桥花的钱比预期的要多。",
}


def _found(text: str, target: str) -> list[tuple[str, str]]:
    return [(finding.kind, finding.severity) for finding in compare_language(read_wording(text, language=target))]


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_the_language_asked_for_passes(language: str) -> None:
    """A plain sentence of each."""
    assert [] == _found(SENTENCES[language], language)


@pytest.mark.parametrize("target", sorted(SENTENCES))
@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_any_other_language_is_told(language: str, target: str) -> None:
    """Every language in the place of every other."""
    if language != target:
        assert ["language"] == [kind for kind, _ in _found(SENTENCES[language], target)]


@pytest.mark.parametrize("target", ["de", "fi", "ru", "el", "ar", "hi", "zh", "ja", "ko"])
def test_english_is_surely_not_another(target: str) -> None:
    """What most engines fall back to is an error everywhere."""
    assert [("language", "error")] == _found(SENTENCES["en"], target)


def test_the_language_found_is_named() -> None:
    """For the editor, in plain English."""
    (found,) = compare_language(read_wording(SENTENCES["en"], language="de"))
    assert ("en", "the translation is in English, not in German") == (found.value, found.message)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Anna Lindqvist, Kari Oja", "de"),
        ("Apple iPhone 15 Pro Max", "zh"),
        ("Lindow United – Karstadt City 3:1", "ru"),
        ("2024", "ar"),
        ("", "de"),
        ("Bridge", "de"),
    ],
)
def test_names_and_a_word_or_two_tell_nothing(text: str, language: str) -> None:
    """They read alike everywhere."""
    assert [] == _found(text, language)


def test_a_name_in_its_own_script_is_no_other_language() -> None:
    """Chinese with a company's name in it is Chinese."""
    assert [] == _found("林多公司（Lindow Bridge Construction Holdings）周一说，新桥将会在春天开通。", "zh")


def test_serbian_in_the_other_script_is_only_a_warning() -> None:
    """The language is right, the script is not."""
    latin = "Gradonačelnica je rekla da je novi most, koji je otvoren u ponedeljak, koštao više nego što se očekivalo."
    assert [("language", "warning")] == _found(latin, "sr")
    assert [] == _found(latin, "sr-Latn")


def test_the_other_chinese_characters_are_a_warning() -> None:
    """Traditional for simplified and the other way round, where the tag says which."""
    simplified, traditional = "市长说这座桥为两国开了门。", "市長說這座橋為兩國開了門。"
    assert [("language", "warning")] == _found(traditional, "zh-Hans")
    assert [("language", "warning")] == _found(simplified, "zh-Hant")
    assert [] == _found(simplified, "zh-CN") + _found(traditional, "zh-TW")


@pytest.mark.parametrize(("text", "target"), [("hr", "bs"), ("id", "ms"), ("nb", "nn")])
def test_twins_are_not_told_apart(text: str, target: str) -> None:
    """Nobody can by one sentence."""
    sentences = {
        "hr": "Gradonačelnica je rekla da je novi most, otvoren u ponedjeljak, koštao više nego što se očekivalo.",
        "id": SENTENCES["id"],
        "nb": "Ordføreren sa at den nye broen, som ble åpnet mandag, har kostet mer enn det man hadde ventet seg.",
    }
    assert [] == _found(sentences[text], target)


def test_a_language_without_table_is_asked_of_the_model() -> None:
    """Nothing is known here of Luxembourgish; English is no Luxembourgish all the same."""
    assert ["language"] == [kind for kind, _ in _found(SENTENCES["en"], "lb")]


@pytest.mark.parametrize("code", sorted(COMMON_WORDS))
def test_common_words_are_short_and_in_lower_case(code: str) -> None:
    """As they are looked up."""
    assert [] == [word for word in COMMON_WORDS[code] if word != word.lower() or " " in word]


def test_letters_are_known_only_of_languages_with_words() -> None:
    """Both tables speak of the same languages."""
    assert set() == COMMON_LETTERS.keys() - COMMON_WORDS.keys()
