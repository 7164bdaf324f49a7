"""Numbers of translations and summaries, held against their source."""

import pytest

from service.checks.findings import Finding
from service.checks.numbers import compare_numbers, foreign_numbers
from service.checks.quantities import read_quantities


def _compared(source: str, language: str, text: str, target: str) -> list[tuple[str, str, str | None]]:
    found = compare_numbers(read_quantities(source, language), read_quantities(text, target))
    return [(finding.kind, finding.severity, finding.value) for finding in found]


def _foreign(brief: str, article: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    found = foreign_numbers(read_quantities(brief, language), read_quantities(article, language))
    return [(finding.kind, finding.severity, finding.value) for finding in found]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Costó 30.000 euros.", "es"),
        ("Cela a coûté 30\u202f000 euros.", "fr"),
        ("Es kostete 30’000 Franken.", "de"),
        ("Es kostete dreißigtausend Euro.", "de"),
        ("Se maksoi kolmekymmentätuhatta euroa.", "fi"),
        ("È costato trentamila euro.", "it"),
        ("Это стоило 30 тысяч евро.", "ru"),
        ("Це коштувало 30 тис. євро.", "uk"),
        ("費用は3万ユーロだった。", "ja"),
        ("費用は三万ユーロだった。", "ja"),
        ("花了三万欧元。", "zh"),
        ("3만 유로가 들었다.", "ko"),
        ("ราคา 3 หมื่นยูโร", "th"),
        ("تكلف ٣٠ ألف يورو.", "ar"),
        ("इसकी कीमत ३०,००० यूरो थी।", "hi"),
        ("এর দাম ছিল ৩০ হাজার ইউরো।", "bn"),
        ("Giá là 30 nghìn euro.", "vi"),
        ("Harganya 30 ribu euro.", "id"),
        ("30 bin avroya mal oldu.", "tr"),
        ("Κόστισε 30 χιλιάδες ευρώ.", "el"),
        ("זה עלה 30 אלף אירו.", "he"),
        ("هزینه آن ۳۰ هزار یورو بود.", "fa"),
    ],
)
def test_the_same_number_in_another_convention_is_no_finding(text: str, target: str) -> None:
    """Grouping, digits, words and magnitudes of other languages say the same."""
    assert _compared("It cost 30,000 euros.", "en", text, target) == []


@pytest.mark.parametrize(
    ("source", "language", "text", "target"),
    [
        ("On 5/9 it rose 3.5 percent.", "en", "El 5/9 subió un 3,5 por ciento.", "es"),
        ("About 2.5 million people", "en", "約250万人", "ja"),
        ("About 1,20,000 voters", "en", "1.2 लाख मतदाता", "hi"),
        ("The talks began at 3 p.m.", "en", "Die Gespräche begannen um 15 Uhr.", "de"),
        ("The talks began at 3:30 p.m.", "en", "Samtalene begynte kl. 15.30.", "nb"),
        ("The bells rang at 0230 UTC.", "en", "Les cloches ont sonné à 02:30 UTC.", "fr"),
        ("会議は午後3時に始まった。", "ja", "Das Treffen begann um 15 Uhr.", "de"),
        ("It was built in the 18th century.", "en", "Det byggdes på 1700-talet.", "sv"),
        ("It was built in the 18th century.", "en", "Il fut bâti au XVIIIe siècle.", "fr"),
        ("Построено в XVI веке.", "ru", "It was built in the 16th century.", "en"),
        ("Music of the 1990s", "en", "Музыка 90-х", "ru"),
        ("Music of the 1960s", "en", "20 世纪 60 年代的音乐", "zh"),
        ("In 1997 the bridge opened.", "en", "สะพานเปิดในปี พ.ศ. 2540", "th"),
        ("The bridge opened in 2006.", "en", "橋は平成18年に開通した。", "ja"),
        ("The storm is 3,000 miles away.", "en", "Der Sturm ist 4.800 km entfernt.", "de"),
        ("They walked nine miles.", "en", "Gingen sie 14,5 km weit.", "de"),
        ("Winds of 105 miles per hour (165 km/h)", "en", "Vientos de 165 km/h", "es"),
        ("Between 30 and 40 million birds", "en", "3000万到4000万只鸟", "zh"),
        ("The season of 1995-96", "en", "1995～1996年のシーズン", "ja"),
        ("During the last three decades", "en", "この30年間に", "ja"),
        ("A drive of 1.5 hours", "en", "車で1時間半", "ja"),
        ("The 21-year-old won.", "en", "Der Einundzwanzigjährige gewann.", "de"),
        ("Ninety-seven boats", "en", "97 bateaux", "fr"),
        ("97 boats", "en", "Quatre-vingt-dix-sept bateaux", "fr"),
        ("On 17 May", "en", "5月17日に", "ja"),
        ("The COVID-19 wards are full.", "en", "Les services de soins sont pleins.", "fr"),
        ("One hour later", "en", "1 час спустя", "ru"),
    ],
)
def test_what_a_translator_may_write_is_no_finding(source: str, language: str, text: str, target: str) -> None:
    """Clocks, centuries, decades, eras, units, ranges and words differ between languages."""
    assert _compared(source, language, text, target) == []


def test_a_changed_number_is_an_error_on_both_sides() -> None:
    """The missing and the invented one are both named, as they stand in the text."""
    found = compare_numbers(read_quantities("It cost 30,000 euros.", "en"), read_quantities("Costó 3.000 euros.", "es"))
    assert found == (
        Finding("number", "error", "30,000", "the number 30,000 of the source is missing in the translation"),
        Finding("number", "error", "3.000", "the number 3.000 of the translation does not stand in the source"),
    )


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        ("It cost 30,000 euros.", "Es kostete 30,0 Euro.", "de", ["30,000", "30,0"]),
        ("About 35 people", "約53人", "ja", ["35", "53"]),
        ("About 300 people", "نحو ٣٠٠٠ شخص", "ar", ["300", "٣٠٠٠"]),
        ("In the 1930s", "1430年代に", "ja", ["1930", "1430"]),
        ("It is 1,600 km long.", "길이는 1200킬로미터이다.", "ko", ["1,600", "1200"]),
        ("A speed of 1.5 km", "Une vitesse de 5 km", "fr", ["1.5", "5"]),
        ("At least 48 hours", "Au moins quelques heures", "fr", ["48"]),
        ("3 million people", "3 Milliarden Menschen", "de", ["3", "3"]),
    ],
)
def test_wrong_numbers_are_errors(source: str, text: str, target: str, expected: list[str]) -> None:
    """Digits exchanged, dropped, moved or lost, in the digits of any script."""
    found = _compared(source, "en", text, target)
    assert found == [("number", "error", value) for value in expected]


def test_a_small_number_that_only_one_side_has_is_a_warning() -> None:
    """What may be said in other words is for an editor to look at, not to be sure of."""
    assert _compared("The brothers left.", "en", "Les 3 frères sont partis.", "fr") == [("number", "warning", "3")]


def test_a_number_that_stands_in_no_article_is_an_error() -> None:
    """Digits that the article has in no form are invented; words are for an editor to look at."""
    article = "The mayor said 29 people left on Monday. It cost 1.2 million euros, he said in May."
    assert _foreign("Twenty-nine people left; it cost 1,200,000 euros.", article) == []
    assert _foreign("92 people left.", article) == [("number", "error", "92")]
    assert _foreign("Ninety people left.", article) == [("number", "warning", "ninety")]
    assert _foreign("They left on Tuesday in March 1.", article)[-2:] == [
        ("number", "error", "1"),
        ("date", "warning", "Tuesday"),
    ]


def test_a_rounded_number_of_a_summary_is_a_warning() -> None:
    """1.2 million for 1,234,567 is what editors do, and still to be looked at."""
    assert _foreign("About 1.2 million voted.", "Exactly 1,234,567 people voted.") == [("number", "warning", "1.2")]


def test_numbers_torn_apart_by_a_tokenizer_are_read() -> None:
    """Some articles come with spaces behind their marks."""
    assert _foreign("It has 735,000 readers.", "It has 735, 000 readers.") == []


def test_an_article_is_the_sum_of_its_sentences() -> None:
    """A number may come from any sentence."""
    article = read_quantities("In 2019 it rained. In May, 30 left.", "en")
    assert foreign_numbers(read_quantities("In May 2019, 30 left.", "en"), article) == ()
    assert [finding.value for finding in foreign_numbers(read_quantities("In 2018", "en"), article)] == ["2018"]


@pytest.mark.parametrize("language", ["en", "ja", "ar", "fi", "und"])
@pytest.mark.parametrize("unit", ["1", "1 ", "1,", "1:", " ", "a", "\u0301", "one", "万", "3万", "(", "X", "٣"])
def test_hostile_text_is_read(unit: str, language: str) -> None:
    """Any amount of anything is read without an error."""
    read = read_quantities(unit * 4_000, language)
    compare_numbers(read, read_quantities("In 2019, 30 people", "en"))
    assert compare_numbers(read, read) == ()
