"""Datelines by language: place, agencies, and where the sentence begins."""

import time

import pytest

from service.text.clean import find_removed
from service.text.dateline import find_dateline

REST = (
    "The ferry to the northern islands sailed again on Monday after a week of storms that had kept it in the harbour."
)


@pytest.mark.parametrize(
    ("language", "dateline", "sentence", "place", "agencies"),
    [
        ("en", "PARIS (AP) — ", "The ferry", "PARIS", ("AP",)),
        ("en", "KYIV, Ukraine (AP) — ", "The ferry", "KYIV, Ukraine", ("AP",)),
        ("en", "SEOUL, May 3 (Yonhap) -- ", "The ferry", "SEOUL", ("Yonhap",)),
        ("en", "HARBOURTON, N.Y., Sept. 26 (UPI) — ", "The ferry", "HARBOURTON, N.Y.", ("UPI",)),
        ("en", "MOSCOW, May 3 (TASS). ", "The ferry", "MOSCOW", ("TASS",)),
        ("en", "WASHINGTON — ", "The ferry", "WASHINGTON", ()),
        ("en", "NEW DELHI: ", "The ferry", "NEW DELHI", ()),
        ("en", "Hong Kong (CNN)", "The ferry", "Hong Kong", ("CNN",)),
        ("en", "(CNN) -- ", "The ferry", None, ("CNN",)),
        ("de", "BERLIN, 3. Mai (dpa) - ", "Die Fähre", "BERLIN", ("dpa",)),
        ("de", "Wien (APA/dpa) – ", "Die Fähre", "Wien", ("APA", "dpa")),
        ("de", "Frankfurt/Main (dpa/lhe) - ", "Die Fähre", "Frankfurt/Main", ("dpa",)),
        ("de", "Rostock/Schwerin - ", "Die Fähre", "Rostock/Schwerin", ()),
        ("fr", "PARIS, 3 mai 2026 (AFP) – ", "Le bac", "PARIS", ("AFP",)),
        ("fr", "Paris, le 3 mai – ", "Le bac", "Paris", ()),
        ("es", "Madrid, 4 may (EFE).- ", "El barco", "Madrid", ("EFE",)),
        ("es", "MADRID, 4 May. (EUROPA PRESS) - ", "El barco", "MADRID", ("EUROPA PRESS",)),
        ("pt", "Lisboa, 03 mai 2024 (Lusa) – ", "O barco", "Lisboa", ("Lusa",)),
        ("pt", "São Paulo – ", "O barco", "São Paulo", ()),
        ("it", "(ANSA) - ROMA, 12 MAR - ", "Il traghetto", "ROMA", ("ANSA",)),
        ("it", "Roma, 12 mar. (Adnkronos) - ", "Il traghetto", "Roma", ("Adnkronos",)),
        ("nb", "Oslo (NTB): ", "Fergen", "Oslo", ("NTB",)),
        ("sv", "Stockholm (TT) ", "Färjan", "Stockholm", ("TT",)),
        ("fi", "Helsinki (STT) - ", "Lautta", "Helsinki", ("STT",)),
        ("cs", "Praha 3. května (ČTK) - ", "Trajekt", "Praha", ("ČTK",)),
        ("pl", "Warszawa (PAP) – ", "Prom", "Warszawa", ("PAP",)),
        ("tr", "ANKARA (AA) - ", "Vapur", "ANKARA", ("AA",)),
        ("id", "JAKARTA, CONTOH.com - ", "Kapal", "JAKARTA", ("CONTOH.com",)),
        ("id", "CONTOH.CO.ID, JAKARTA -- ", "Kapal", "JAKARTA", ("CONTOH.CO.ID",)),
        ("el", "ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - ", "Το πλοίο", "ΑΘΗΝΑ", ("ΑΠΕ-ΜΠΕ",)),
        ("ru", "МОСКВА, 5 мая — РИА Новости. ", "Паром", "МОСКВА", ("РИА Новости",)),
        ("ru", "МОСКВА, 5 мая. /ТАСС/. ", "Паром", "МОСКВА", ("ТАСС",)),
        ("ru", "Москва. 5 мая. INTERFAX.RU - ", "Паром", "Москва", ("INTERFAX.RU",)),
        ("uk", "Київ. УНН. ", "Пором", "Київ", ("УНН",)),
        ("ar", "القاهرة (رويترز) - ", "عادت العبارة", "القاهرة", ("رويترز",)),
        ("fa", "تهران- ایرنا- ", "کشتی", "تهران", ("ایرنا",)),
        ("hi", "नई दिल्ली: ", "जहाज फिर चला", "नई दिल्ली", ()),
        ("hi", "नयी दिल्ली, तीन मई (भाषा) ", "जहाज फिर चला", "नयी दिल्ली", ("भाषा",)),
        ("ko", "(서울=연합뉴스) 홍길동 기자 = ", "여객선이 다시", "서울", ("연합뉴스",)),
        ("ko", "[서울=뉴시스]홍길동 기자 = ", "여객선이 다시", "서울", ("뉴시스",)),
        ("ja", "【ロンドン共同】", "連絡船は", "ロンドン", ("共同",)),
        ("ja", "【ワシントン=山田太郎】", "連絡船は", "ワシントン", ()),
        ("ja", "[東京　３日　ロイター] - ", "連絡船は", "東京", ("ロイター",)),
        ("zh", "新华社北京5月3日电（记者 王小明）", "渡轮", "北京", ("新华社",)),
        ("zh", "（中央社記者王小明台北3日電）", "渡輪", "台北", ("中央社",)),
        ("zh", "中新网5月3日电 ", "渡轮", None, ("中新网",)),
    ],
)
def test_dateline_is_read(
    language: str, dateline: str, sentence: str, place: str | None, agencies: tuple[str, ...]
) -> None:
    """It ends exactly where the sentence begins, and says where and by whom."""
    text = f"{dateline}{sentence} …"
    found = find_dateline(text, 0, len(text), language=language)
    assert found is not None
    assert (dateline, place, agencies) == (text[found.start : found.end], found.place, found.agencies)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "London — that was the answer nobody had expected."),
        ("en", "NATO — The alliance met on Monday. NATO said no more."),
        ("en", "Ana Ribeiro – The captain of the ferry is sixty."),
        ("en", "Ana Ribeiro, 34 years — The captain of the ferry waits."),
        ("en", "The ferry (AP) is late."),
        ("en", "WATCH: The ferry sails again"),
        ("en", "Paris, the capital, is quiet."),
        ("de", "Eva Muster (CDU) - Die Abgeordnete kam mit der Fähre."),
        ("fr", "Paris - Nice : La course est lancée."),
        ("ru", "Париж – столица Франции."),
        ("ja", "【速報】連絡船が出た。"),
        ("vi", "(Nguồn: Reuters) Con tàu đã rời cảng."),
        ("ar", "قال المتحدث (أمس) إن العبارة عادت."),
    ],
)
def test_sentence_that_only_begins_like_a_dateline_is_left_alone(language: str, text: str) -> None:
    """Nothing rather than half a sentence lost, or a place that is none."""
    assert find_dateline(text, 0, len(text), language=language) is None


def test_outlet_is_cut_off_but_is_no_place() -> None:
    """A short word in capitals that nobody knows may be anything."""
    text = "QXZ - The ferry sailed."
    found = find_dateline(text, 0, len(text), language="en")
    assert found is not None
    assert (None, (), "QXZ - ") == (found.place, found.agencies, text[: found.end])


def test_dateline_under_a_standfirst_is_found_by_its_agency() -> None:
    """The paragraph that carries it need not be the first."""
    text = f"After a week of storms the islands are no longer cut off.\n\nOSLO (NTB) – {REST}\n\n{REST[:60]}."
    found = find_removed(text, language="en").dateline
    assert found is not None
    assert "OSLO (NTB) – " == text[found.start : found.end]


def test_place_and_dash_under_a_standfirst_is_none() -> None:
    """Without an agency only the first paragraph may have one."""
    text = f"After a week of storms the islands are no longer cut off.\n\nOSLO – {REST}\n\n{REST[:60]}."
    assert find_removed(text, language="en").dateline is None


def test_dateline_on_a_line_of_its_own() -> None:
    """It goes as a whole, and the article begins below."""
    text = f"OSLO (NTB) –\n\n{REST}"
    result = find_removed(text, language="en")
    assert [("dateline", "OSLO (NTB) –")] == [(item.reason, text[item.start : item.end]) for item in result.removed]


@pytest.mark.parametrize(
    "unit", ["A", "Ab ", "AB, ", "(", " ", "A.", "Ab de ", "3", "Ab - ", "[서울=", "سلا ", "新华社"]
)
def test_hostile_heads_take_no_time(unit: str) -> None:
    """Only the first characters of a paragraph are read."""
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    find_dateline(text, 0, len(text), language="en")
    assert time.perf_counter() - began < 0.5
