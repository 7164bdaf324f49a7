"""Speakers, captions and titles that an editor's reading of whole articles found wrong, in invented words."""

import pytest

from service.text.clean import find_removed
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.unspaced_names import full_name, name_in


def speakers_of(text: str, language: str) -> list[tuple[str, str | None] | None]:
    """The name and the office of each speaker, in text order."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    quotes = find_quotes(text, sentences, names, language=language)
    return [(quote.speaker.name, quote.speaker.description) if quote.speaker else None for quote in quotes]


def names_of(text: str, language: str) -> list[str | None]:
    """The speakers' names in text order."""
    return [speaker[0] if speaker else None for speaker in speakers_of(text, language)]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("김도현 QX그룹 회장", "김도현"),
        ("로버트 그린 미국 재무장관", "로버트 그린"),
        ("김도현 가온소프트 최고경영자", "김도현"),
        ("에밀리아 그린", "에밀리아 그린"),
        ("법안을 준비하던 로버트 그린 국무부 고문", "로버트 그린"),
        ("한빛시 관계자", "한빛시 관계자"),
        ("가온현대사회연구원", "가온현대사회연구원"),
        ("시장", "시장"),
    ],
)
def test_a_korean_name_is_told_from_the_body_between_it_and_its_office(phrase: str, name: str) -> None:
    """A body in Latin and Hangul letters is one word; an official nobody names keeps the body's name."""
    span = name_in(phrase, 0, len(phrase), "ko")
    assert span is not None
    assert name == phrase[span.start : span.end]


def test_a_korean_phrase_too_long_to_read_gives_no_name() -> None:
    """Null rather than a wrong pair of words."""
    phrase = "가온 클라우드 소프트웨어 플랫폼 책임자"
    assert name_in(phrase, 0, len(phrase), "ko") is None


def test_a_korean_family_name_is_made_full_across_a_body() -> None:
    """The office stands behind the body; another word that begins alike does not confuse it."""
    text = "김도현 QX그룹 회장이 방문했다. 김치는 맛있다. 김 회장은 돌아갔다."
    assert "김도현" == full_name(text, "김", "ko")


def test_a_korean_statement_goes_on_behind_its_first_half() -> None:
    """Both quotations are the one topic's, though only the second has the verb."""
    text = "박서연 대표는 “항구를 다시 여는 것이 먼저다”라며 “배는 그다음 문제라고 생각한다”고 말했다."
    assert ["박서연", "박서연"] == names_of(text, "ko")


def test_a_korean_verb_is_no_topic() -> None:
    """An attribute ends in the topic's particle: what leads the union is not who speaks."""
    text = "노조를 대표하는 박서연 변호사는 “판결은 절차의 하나일 뿐이다”라고 밝혔다."
    assert ["박서연"] == names_of(text, "ko")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("湾岸新聞が報じた合意案によると、「港は三年かけて段階的に閉じる」という。", "湾岸新聞"),
        ("気象庁の発表によると、「大きな余震が続くおそれがある」という。", "気象庁"),
        ("関係国が示した和平案は別だ。まとめた合意案によると、「港は三年かけて段階的に閉じる」という。", None),
        ("湾岸省報道官は「港は三年かけて段階的に閉じる」と述べた。", "湾岸省報道官"),
    ],
)
def test_a_japanese_thing_is_no_speaker(text: str, name: str | None) -> None:
    """Who published a plan speaks by it; a plan that nobody published speaks for nobody."""
    assert [name] == names_of(text, "ja")


def test_an_indonesian_name_ends_before_where_it_was_said() -> None:
    """The first name alone is the person named in full between commas before."""
    text = (
        "Kepala Dinas Kelautan, Dewi Lestari, mengatakan pelabuhan tetap buka. Dewi menjelaskan rencananya. "
        "“Kami akan menjaga pelabuhan ini sampai akhir tahun,” ujar Dewi di Gedung Bahari Utama, Jakarta."
    )
    assert ["Dewi Lestari"] == names_of(text, "id")


def test_an_office_with_its_body_is_its_holder() -> None:
    """A candidate of a party named before is the person who was called that."""
    text = (
        "Marta Robledo, candidata de Puerto Unido, visitó ayer la lonja. Robledo dijo que volverá. "
        "«El puerto es de todos los que trabajan en él», insistió la candidata de Puerto Unido."
    )
    assert ["Marta Robledo"] == names_of(text, "es")


def test_the_prime_minister_is_who_holds_the_office() -> None:
    """Two words of office, told of one person, point to that person; another minister does not get in the way."""
    text = (
        "Prime Minister Clara Hobbs met Transport Minister Owen Pratt in the harbour on Monday. "
        "“We will not close a single ferry line this year,” the prime minister said."
    )
    assert ["Clara Hobbs"] == names_of(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "it",
            "La premier italiana Carla Bonelli è a Oslo. «Una bella serata per tutti noi», ha detto la premier.",
            ("Carla Bonelli", "premier italiana"),
        ),
        (
            "fr",
            "Selon le président portugais Amaro Lobo, « le port ne fermera pas avant cinq ans ».",
            ("Amaro Lobo", "président portugais"),
        ),
    ],
)
def test_an_adjective_of_nation_stands_between_office_and_name(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    """The office takes its adjective along, and its holder is known by it."""
    assert [expected] == speakers_of(text, language)


def test_somebody_elses_kinship_is_no_office() -> None:
    """ "Karens søn" tells of her son, not of Karen with the same family name."""
    text = (
        "Karen Lindtoft åbner en café. Karens søn, Emil Lindtoft, hjælper til. "
        "»Jeg glæder mig til at komme i gang,« siger Karen Lindtoft."
    )
    assert [("Karen Lindtoft", None)] == speakers_of(text, "da")


def test_a_clause_of_its_own_behind_a_quotation_is_no_attribution() -> None:
    """What was demanded next is not who spoke before."""
    text = "Insistió en la salida: «El pueblo no puede esperar eternamente»; y exigió la liberación inmediata de todos."
    assert "liberación inmediata" not in names_of(text, "es")


def test_whom_a_clause_is_about_does_not_speak() -> None:
    """Behind a verb without a subject "that" begins the clause of another."""
    text = "Dodał, że jeśli Burgundia nie przyjmie umowy, zrobi „to, co należało zrobić już dawno temu”."
    assert [None] == names_of(text, "pl")


def test_an_office_ends_before_where_it_was_said() -> None:
    """In a statement to the press is no part of what somebody does for a living."""
    text = (
        "« Les secours sont arrivés très vite », a dit Paul Gerfaut, le responsable du port dans une déclaration, hier."
    )
    assert [("Paul Gerfaut", "le responsable du port")] == speakers_of(text, "fr")


@pytest.mark.parametrize(("language", "text"), [("es", "«El puerto cierra el lunes sin excepciones», añade el texto.")])
def test_what_is_written_speaks_for_nobody(language: str, text: str) -> None:
    """A text says what its author said."""
    assert [None] == names_of(text, language)


BODY = [
    "La terminal volverá a abrir el lunes después de una semana de temporales que la habían dejado sin barcos.",
    "La compañía espera que todos los barcos naveguen antes del fin de semana si el tiempo lo permite de nuevo.",
]


@pytest.mark.parametrize(
    ("line", "removed"),
    [
        ("Marta Robledo, candidata de Puerto Unido.", True),
        ("Marta Robledo, candidata de Puerto Unido, dimitió.", False),
        ("La terminal, sin barcos.", False),
        ("Robledo calla, la ministra no.", False),
    ],
)
def test_a_name_with_an_office_alone_is_a_caption(line: str, removed: bool) -> None:
    """A line of its own that holds a name, an office and nothing that happens."""
    text = "\n\n".join([BODY[0], line, BODY[1]])
    found = [text[piece.start : piece.end] for piece in find_removed(text, language="es").removed]
    assert ([line] if removed else []) == found


def test_a_caption_without_capitals_is_known_by_its_words() -> None:
    """Each of its words stands in the article again, one of them an office, and no verb ends it."""
    line = "निदेशक मोहन भार्गव और अध्यक्ष रेखा सोनकर।"
    body = "निदेशक मोहन भार्गव ने बताया कि बंदरगाह सोमवार को खुलेगा और अध्यक्ष रेखा सोनकर वहां मौजूद थीं।"
    text = f"{body}\n\n{line}\n\nनिदेशक मोहन भार्गव सोमवार को आएंगे।"
    found = [text[piece.start : piece.end] for piece in find_removed(text, language="hi").removed]
    assert [line] == found


@pytest.mark.parametrize(
    ("line", "title"), [("Your saved stories", None), ("Ferries sail again", "Ferries sail again")]
)
def test_a_short_first_line_is_a_title_only_where_the_article_takes_it_up(line: str, title: str | None) -> None:
    """A label of the page shares no word with any paragraph."""
    body = (
        "The ferries to the northern islands sailed again on Monday after a week of storms that kept them in port."
        "\n\nTheir captain said that the sea was still rough, but that the passengers had waited for long enough."
    )
    assert title == find_removed(f"{line}\n\n{body}", language="en").title


@pytest.mark.parametrize("unit", ["가", "는 ", "A", "(", "が報じた", "·", ", "])
def test_hostile_text_is_read_in_time_that_grows_with_it(unit: str) -> None:
    """Long runs of one sign end with no error."""
    text = unit * (20_000 // len(unit)) + " “이것은 아주 긴 말이다”라고 말했다."
    for language in ("ko", "ja", "es"):
        assert isinstance(names_of(text, language), list)
