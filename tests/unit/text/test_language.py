import threading

import pytest

from service.records import LanguageGuess
from service.text import language
from service.text.language import identify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Monday that the talks would go on.", "en"),
        ("Der Minister sagte am Montag, dass die Gespräche weitergehen.", "de"),
        ("Le ministre a déclaré lundi que les discussions se poursuivraient.", "fr"),
        ("Министр заявил в понедельник, что переговоры продолжатся.", "ru"),
        ("Міністр заявив у понеділок, що переговори триватимуть.", "uk"),
        ("Ministeren sa mandag at samtalene vil fortsette i Oslo.", "nb"),
        ("قال الوزير يوم الاثنين إن المحادثات ستستمر.", "ar"),
        ("मंत्री ने सोमवार को कहा कि बातचीत जारी रहेगी।", "hi"),
        ("部长星期一表示会谈将继续进行。", "zh"),
        ("大臣は月曜日に会談が続くと述べた。", "ja"),
        ("장관은 월요일 회담이 계속될 것이라고 말했다.", "ko"),
        ("Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν.", "el"),
        ("השר אמר ביום שני כי השיחות יימשכו.", "he"),
        ("รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป", "th"),
        ("Նախարարն ասաց, որ բանակցությունները կշարունակվեն։", "hy"),
        ("Министар је рекао у понедељак да ће се разговори наставити.", "sr"),
    ],
)
def test_one_sentence_is_enough(text: str, expected: str) -> None:
    """Each language is known from a single sentence of news."""
    assert expected == identify(text).language


@pytest.mark.parametrize(
    "text", ["", "  \n", "😀😀😀", "12:34 — 56 %", "\x00\x00", "\u202e\u202d", "https://example.org/a"]
)
def test_text_without_words_is_undetermined(text: str) -> None:
    """Where there are no words there is no language, and no confidence."""
    assert LanguageGuess("und", 0.0) == identify(text)


def test_few_words_claim_less_than_many() -> None:
    """The confidence grows with what there is to go by, and five words never claim certainty."""
    sentence = "The minister said that the talks would go on in the capital next week. "
    few, many = identify("The minister said so today"), identify(sentence * 10)
    assert few.confidence < 0.95
    assert few.confidence < many.confidence <= 1.0


def test_names_in_another_script_do_not_decide() -> None:
    """A Russian sentence full of brands in Latin letters is Russian."""
    assert "ru" == identify("Компании Apple, Google и Microsoft заявили об этом в пятницу вечером").language


def test_mixed_text_goes_by_its_larger_part_and_is_less_sure() -> None:
    """Two languages in one text leave doubt."""
    english = "The minister said that the talks would go on in the capital next week. " * 12
    german = "Der Minister sagte, dass die Gespräche in der Hauptstadt weitergehen. " * 6
    alone, mixed = identify(english), identify(english + german)
    assert "en" == mixed.language
    assert mixed.confidence < alone.confidence


ENGLISH = "The mayor said that the ferry would sail again as soon as the storm had passed over the islands. " * 8
QUOTED = {
    "de": "„Wir haben lange genug gewartet, jetzt muss die Fähre endlich wieder fahren“, sagte er den Reportern.",
    "ru": "«Мы ждали достаточно долго, теперь паром должен наконец снова выйти в море», сказал он журналистам.",
    "ar": "«لقد انتظرنا طويلا بما يكفي والآن يجب أن تبحر العبارة من جديد» قال للصحفيين في الميناء مساء الاثنين",
    "zh": "“我们已经等得够久了，现在渡轮必须重新启航，”他星期一晚上在港口对记者说，船长们也同意他的看法。",
}


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_quoted_paragraph_does_not_change_the_main_language(quoted: str, place: str) -> None:
    """An article keeps its language whatever it quotes, and wherever."""
    paragraphs = {"first": [quoted, ENGLISH, ENGLISH], "middle": [ENGLISH, quoted, ENGLISH]}
    text = "\n\n".join(paragraphs.get(place, [ENGLISH, ENGLISH, quoted]))
    assert "en" == identify(text).language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry sails again after storm", "en"),
        ("Fähre fährt nach Sturm wieder", "de"),
        ("Le bac repart après tempête", "fr"),
        ("El barco vuelve al puerto", "es"),
        ("Prom znów wypływa po burzy", "pl"),
        ("Паром снова вышел в море", "ru"),
        ("عادت العبارة إلى الجزر اليوم", "ar"),
        ("کشتی دوباره به جزیره رفت", "fa"),
        ("המעבורת שבה להפליג אחרי הסערה", "he"),
        ("渡轮恢复航行", "zh"),
        ("フェリーが再び出航", "ja"),
        ("여객선이 다시 출항했다", "ko"),
        ("เรือเฟอร์รี่ออกอีกครั้ง", "th"),
    ],
)
def test_headline_is_enough(text: str, expected: str) -> None:
    """Four or five words, or as much without spaces."""
    assert expected == identify(text).language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت شركة Nordfähre AG إن العبارة MS Hafenstern ستبحر من جديد يوم الاثنين", "ar"),
        ("חברת Nordfähre AG הודיעה כי המעבורת MS Hafenstern תשוב להפליג ביום שני", "he"),
        ("\u202bگفت که کشتی دوباره به جزیره‌ها خواهد رفت و مسافران منتظرند\u202c", "fa"),
        ("フェリー会社のNordfähre AGは月曜日にMS Hafensternの運航を再開すると発表した", "ja"),
        ("渡轮公司Nordfähre AG星期一宣布MS Hafenstern将恢复航行", "zh"),
    ],
)
def test_brands_and_direction_marks_do_not_decide(text: str, expected: str) -> None:
    """Right to left, or without spaces, with Latin names inside."""
    assert expected == identify(text).language


def test_furniture_of_another_language_does_not_decide() -> None:
    """Short lines around a long body are not looked at."""
    body = "Der Minister sagte am Montag, dass die Gespräche in der Hauptstadt weitergehen werden. " * 20
    assert "de" == identify("Share\nRead more\nSubscribe now\n" * 30 + body + "\nLog in\nSign up\n").language


def test_long_text_is_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the text, the model sees a few thousand characters."""
    seen: list[int] = []
    posterior = language._posterior
    monkeypatch.setattr(language, "_posterior", lambda window: seen.append(len(window)) or posterior(window))
    identify("The minister said that the talks would go on. " * 20_000)
    assert sum(seen) <= 5_000


def test_model_is_loaded_once_for_all_threads() -> None:
    """Threads that ask at the same time get the same model."""
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(id(language._identifier()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 == len(set(found))
