import pytest

from service.records import Removed, Span
from service.text.sentences import split_sentences


def texts(text: str, language: str = "en") -> list[str]:
    """The sentences as strings."""
    return [sentence.text for sentence in split_sentences(text, language=language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Dr. Smith moved to the U.S. in 2010.", "He earns 3.5 million.", "J. K. Rowling left."]),
        ("en", ["He lives in the U.S.", "The weather is fine.", "He said no.", "The rest waits."]),
        ("en", ["Visit example.com or node.js.", "It costs No. 5 a lot...", "Well."]),
        ("en", ['"What?" Tykhy asked.', '"Stop!"', "She left."]),
        ("de", ["Am 1. Januar kam Dr. Müller z. B. nach Berlin.", "„Das ist gut.“", "Er ging."]),
        ("de", ["Er kam im Jahr 2024.", "Der 2. Weltkrieg war vorbei.", "»Ja.«", "Gut."]),
        ("fr", ["M. Macron est à Paris.", "« Oui. »", "Il part."]),
        ("es", ["¿Qué pasa?", "¡Nada!", "El Sr. Pérez viaja a EE. UU. mañana."]),
        ("ru", ["В г. Москве выступил А. С. Петров.", "«Да. Нет», — сказал он.", "Все ушли."]),
        ("el", ["Τι είναι;", "Ο κ. Νίκου ήρθε.", "Ναι."]),
        ("ar", ["ما هذا؟", "قال د. أحمد نعم.", "ثم ذهب."]),
        ("hi", ["वह आया।", "डॉ. सिंह गए।", "क्या?"]),
        ("en", ["It blew at 160 km/h.", "Nobody was hurt.", "It was 90 °F.", "They waited."]),
        ("ru", ["Это было в 2016 г.", "Документы нашли в г. Москве."]),
        ("af", ["Hy het gewag.", "’n Man het gekom.", "'n Vrou ook."]),
        ("nl", ["Hij wachtte.", "'s Avonds kwam ze."]),
        ("gl", ["Vive nos EE. UU. dende 2010.", "O goberno cala."]),
        ("tr", ["Bu 4. Kategoride bir fırtına.", "Kimse yok."]),
        ("hy", ["Նա եկավ։", "Նա գնաց։"]),
        ("hy", ["Նա եկավ:", "Նա գնաց:"]),
        ("am", ["እሱ መጣ።", "እሷ ሄደች።", "ማን ነው፧", "ማንም።"]),
        ("am", ["እሱ መጣ፡፡", "እሷ ሄደች፡፡"]),
        ("my", ["သူ လာသည်။", "သူမ သွားသည်။"]),
        ("km", ["គាត់មក។", "នាងទៅ។"]),
        ("ur", ["وہ آیا۔", "وہ چلی گئی۔", "کیا؟", "نہیں۔"]),
        ("bn", ["সে এল।", "বাড়ি নং. ৫ খালি।", "শেষ।"]),
        ("hi", ["मकान नं. 11 खाली है।", "वह गया।"]),
        ("cs", ["Má zlomený nos.", "100metrová loď stojí."]),
        ("en", ["See Nos. 5 and 6.", "He wanted the rest, ... the best of it."]),
        ("is", ["Það er málið sem allt byggist á.", "Skipið fór."]),
        ("de", ["Er kam am 3. Mai 2024.", "Dort gab es Brot u. Ä. und Wasser.", "Gut."]),
        ("fr", ["Elle dit : «\u2009C’est mon avis.\u2009»", "Il part."]),
        ("tr", ["Anayasanın 247. Maddesine göre karar verildi.", "Gemi gitti."]),
        ("he", ['"נבוא מחר. נלך היום." אמר דן לוי.', "הספינה יצאה."]),
        ("ar", ['"سنأتي غدا. سنذهب اليوم." قال سامي.', "غادرت السفينة."]),
        ("ko", ["그는 말했다.", '"좋다. 간다"고 했다.', "끝."]),
    ],
)
def test_sentences_end_where_they_end(language: str, expected: list[str]) -> None:
    """Abbreviations, initials, ordinals and numbers end nothing; the marks of each script do."""
    assert expected == texts(" ".join(expected), language)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["「行く。来る。」と述べた。", "次の文。", "「はい。」", "終わり"]),
        ("zh", ["他说：“好。”", "她又称：“不好。”", "该问题仍在。"]),
        ("zh", ["他说：“好。”", "“我来。走吧。”李明说。", "他走了！", "“真的？”", "完了"]),
        ("fr", ["Il neige dans les Pyrénées.", "Alors on attend."]),
    ],
)
def test_no_space_is_needed(language: str, expected: list[str]) -> None:
    """Scripts without spaces, and spaces that were lost."""
    assert expected == texts("".join(expected), language)


def test_quotation_stays_with_its_attribution() -> None:
    """Nobody's words are cut from who said them."""
    quoted = '"He doesn\'t get to decide. He made a mistake. It is not his business," Tykhy stated.'
    assert ["They met.", quoted, "Others agreed."] == texts(f"They met. {quoted} Others agreed.")


def test_quotation_that_ends_its_sentence_is_split() -> None:
    """Where nothing follows the closing mark the sentences inside are sentences."""
    assert ['He said: "It is late.', 'We go home."', "They went."] == texts(
        'He said: "It is late. We go home." They went.'
    )


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n", "\r", "\u2028"])
def test_end_of_a_paragraph_ends_a_sentence(gap: str) -> None:
    """A heading without a final mark is a sentence and a paragraph of its own."""
    found = split_sentences(f"A heading{gap}The text begins here. It goes on.", language="en")
    expected = [("A heading", 0), ("The text begins here.", 1), ("It goes on.", 1)]
    assert expected == [(sentence.text, sentence.paragraph) for sentence in found]


def test_hard_wrapped_text_is_not_split_at_each_line() -> None:
    """A line that ends because the page is narrow ends nothing."""
    wrapped = (
        "This is a message whose lines were cut at about seventy characters, as\n"
        "old mail programs did it, so that no line here ends where a sentence\n"
        "does. This is the second one and it runs on for a while, until it has\n"
        "nothing more to say.\n\nA new paragraph."
    )
    found = split_sentences(wrapped, language="en")
    assert [0, 0, 1] == [sentence.paragraph for sentence in found]
    assert "nothing more to say." == found[1].text[-20:]


def test_lines_of_a_list_stay_apart() -> None:
    """Short lines one below the other are no wrapped paragraph."""
    assert ["Milk", "Bread", "Three eggs"] == texts("Milk\nBread\nThree eggs")


def test_removed_stretches_are_in_no_sentence() -> None:
    """The kept text alone is split, and no sentence runs over a gap."""
    text = "PARIS (AP) — He left. A caption. Photo: X\nShe stayed."
    removed = (Removed(0, 13, "dateline"), Span(22, 41))
    found = split_sentences(text, language="en", removed=removed)
    expected = [("He left.", 13, 0), ("She stayed.", 42, 1)]
    assert expected == [(sentence.text, sentence.start, sentence.paragraph) for sentence in found]


@pytest.mark.parametrize("text", ["", "  \n\r\n ", "\x00", "😀" * 3, "\u202eabc\u202c", "...", "“" * 50])
def test_odd_texts_are_split_without_loss(text: str) -> None:
    """Nothing visible is lost and nothing is raised."""
    assert "".join(text.split()) == "".join("".join(texts(text)).split())


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        ". ",
        '" ',
        "“a. b,” c ",
        "Mr. ",
        "あ。",
        "A. ",
        "\n",
        "😀",
        "\x00. ",
        '."',
        "word word\n",
        "é" * 50 + ". A ",
    ],
)
@pytest.mark.timeout(20)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """One line of 200,000 characters in any style of marks is split without loss, far from a minute."""
    text = unit * (200_000 // len(unit))
    found = split_sentences(text, language="en")
    assert len("".join(text.split())) == sum(len("".join(sentence.text.split())) for sentence in found)


def test_a_closing_mark_that_stands_apart_closes_its_sentence() -> None:
    """A straight mark with white space on both sides belongs to what was said, not to what follows."""
    assert ['"It is late. "', "They went home."] == texts('"It is late. " They went home.')


def test_a_mark_that_can_only_close_opens_nothing() -> None:
    """One lost mark doesn't turn the rest of the paragraph inside out."""
    text = 'It was late." "We go home. They wait," she said.'
    assert ['It was late."', '"We go home. They wait," she said.'] == texts(text)


def test_stray_marks_stay_with_their_sentence() -> None:
    """Marks on their own are no sentence."""
    assert ["वह आया। ।", "वह गया।"] == texts("वह आया। । वह गया।", "hi")
    assert ["He waited . . .", "Then he left."] == texts("He waited . . . Then he left.")


@pytest.mark.parametrize("text", ["\r\na", "\n\r\na", "\r\na\r\nb"])
def test_line_ends_before_the_first_line_are_none_of_it(text: str) -> None:
    """A text may start with any line end."""
    assert text.split() == texts(text)


def test_lines_of_one_letter_are_each_a_sentence() -> None:
    """A hundred thousand lines are a hundred thousand sentences, in one paragraph each."""
    sentences = split_sentences("a\n" * 100_000, language="en")
    assert (100_000, 99_999) == (len(sentences), sentences[-1].paragraph)
