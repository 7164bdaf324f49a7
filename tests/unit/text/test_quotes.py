"""Direct quotations: marks of every style, what is no quotation, kinds, paragraphs."""

from pathlib import Path

import pytest

from service.records import Quote, Span
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences

SEEDS = Path(__file__).parents[3] / "seeds"


def quotes_of(text: str, language: str, *excluded: Span) -> tuple[Quote, ...]:
    """The quotations of a text, split and named by the service itself."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    return find_quotes(text, sentences, names, language=language, excluded=excluded)


def texts_of(text: str, language: str, *excluded: Span) -> list[str]:
    """Only the words of the quotations."""
    return [quote.text for quote in quotes_of(text, language, *excluded)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Maria Olsen said: “{}”"),
        ("en", 'Maria Olsen said: "{}"'),
        ("en", "Maria Olsen said: ‘{}’"),
        ("en", "Maria Olsen said: '{}'"),
        ("en", 'Maria Olsen said: “{}"'),
        ("de", "Maria Olsen sagte: „{}“"),
        ("de", "Maria Olsen sagte: »{}«"),
        ("fr", "Maria Olsen a déclaré : « {} »"),
        ("es", "Maria Olsen dijo: «{}»"),
        ("sv", "Maria Olsen sade: ”{}”"),
        ("da", "Maria Olsen sagde: »{}«"),
        ("pl", "Maria Olsen powiedziała: „{}”"),
        ("ru", "Мария Ольсен сказала: «{}»"),
        ("ja", "オルセンは「{}」と述べた。"),
        ("zh", "奥尔森说：『{}』"),
        ("ko", "올센은 “{}”고 말했다."),
        ("he", 'אולסן אמרה: "{}"'),
        ("ar", "وقالت أولسن: «{}»"),
        ("xx", "Maria Olsen: ‹{}›"),
    ],
)
def test_every_style_of_marks_gives_the_words_between_them(language: str, text: str) -> None:
    """The quotation is what stands between the marks, in each style of them."""
    said = "We will not leave this town before the winter."
    assert [said] == texts_of(text.format(said), language)


def test_nested_marks_give_the_outer_quotation() -> None:
    """What somebody quotes belongs to their own quotation."""
    said = "He told me ‘never again’ and then “go home” twice."
    assert [said] == texts_of(f"Maria Olsen said: “{said}”", "en")


def test_apostrophes_are_no_marks() -> None:
    """Possessives, contractions, decades and heights open nothing."""
    text = "The workers' union met in the '90s; it's the players' room, he's 6'2\" tall and they don't care."
    assert [] == texts_of(text, "en")


def test_a_stray_mark_costs_no_more_than_its_paragraph() -> None:
    """An odd number of marks never loses the rest of the article."""
    text = 'A “stray mark stands here.\n\n"We are ready to go home now," Maria Olsen said.'
    assert ["We are ready to go home now,"] == texts_of(text, "en")


def test_reopened_marks_give_one_quotation_a_paragraph() -> None:
    """A quotation over paragraphs is one quote for each, by the same speaker."""
    text = "“We came here in spring.\n\n“Nobody wanted to stay for long,” Maria Olsen said."
    assert ["We came here in spring.", "Nobody wanted to stay for long,"] == texts_of(text, "en")


def test_a_quotation_can_run_on_without_reopening() -> None:
    """Where marks are not reopened the next paragraph ends the quotation."""
    text = "Maria Olsen sagte: „Wir kamen im Frühling hierher.\n\nNiemand wollte lange bleiben.“"
    assert ["Wir kamen im Frühling hierher.", "Niemand wollte lange bleiben."] == texts_of(text, "de")


def test_dash_dialogue_is_a_quotation_without_its_last_incise() -> None:
    """Speech marked by a dash ends where the reporter's phrase begins."""
    text = "— Мы не уйдём отсюда до зимы, — сказала Мария Ольсен."
    (quote,) = quotes_of(text, "ru")
    assert ("Мы не уйдём отсюда до зимы", "Мария Ольсен") == (quote.text, quote.speaker and quote.speaker.name)


def test_a_list_with_dashes_is_no_dialogue() -> None:
    """Dashes mark lists too; without a cue verb nobody speaks."""
    assert [] == texts_of("— Хлеб и молоко для всей семьи\n— Масло и сыр для соседей", "ru")


@pytest.mark.parametrize(
    "text",
    [
        "The summit of the “coalition of the willing” opened in Oslo on Monday.",
        "France wants a “reassurance” force in the region.",
        "Her new film “The Long Way Home” opens on Friday.",
        "The novel “A Winter in Bergen” sold well.",
        "Troops began the operation “Northern Shield” at dawn.",
    ],
)
def test_terms_and_titles_are_nobodys_words(text: str) -> None:
    """Scare quotes, titles of works and names of operations are not returned."""
    assert [] == texts_of(text, "en")


def test_full_and_partial_quotations_are_told_apart() -> None:
    """A whole sentence is full; words inside the reporter's sentence are partial."""
    text = (
        "“We will stay all winter,” Maria Olsen said. She told AFP that the plan was “a very costly mistake” for all."
    )
    assert ["full", "partial"] == [quote.kind for quote in quotes_of(text, "en")]


def test_nothing_is_quoted_from_excluded_text() -> None:
    """No quote lies in or overlaps a removed span or the title."""
    title = "“We will stay here all winter,” Maria Olsen says"
    text = f"{title}\n\nMaria Olsen said: “We are going home tomorrow.”"
    assert ["We are going home tomorrow."] == texts_of(text, "en", Span(0, len(title)))


def test_the_first_seed_has_its_two_quotations_and_no_term() -> None:
    """Both pronouns are Igor Zhovkva; the coalition and the force are nobody's words."""
    text = (SEEDS / "000_7cccab8b4d6101f3.txt").read_text(encoding="utf-8")
    found = [(q.text, q.speaker and q.speaker.name) for q in quotes_of(text, "en", Span(0, text.index("\n")))]
    expected = [
        ("serious, trained troops… who are ready to fight.", "Igor Zhovkva"),
        ("who will defend, who will deter.", "Igor Zhovkva"),
    ]
    assert expected == found


def test_the_second_seed_has_its_seven_quotations_with_the_fullest_names() -> None:
    """Every quotation of the seed goes to its speaker, by the fullest name the article gives."""
    text = (SEEDS / "004_37287c19e9aac1bd.txt").read_text(encoding="utf-8")
    found = [(q.text[:14], q.kind, q.speaker and q.speaker.name, q.cue and q.cue.text) for q in quotes_of(text, "en")]
    expected = [
        ("thousands, not", "partial", "Volodymyr Zelensky", "stated"),
        ("coordinated st", "partial", "Volodymyr Zelensky", "mentioned"),
        ("without waitin", "partial", "Volodymyr Zelensky", "urged"),
        ("The first step", "full", "Volodymyr Zelensky", "said"),
        ("legitimate tar", "partial", "Vladimir Putin", "declared"),
        ("root cause", "partial", "Vladimir Putin", "reiterated"),
        ("He doesn't get", "full", "Georgiy Tykhy", "stated"),
    ]
    assert expected == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("—No vamos a salir de aquí —dijo Eva Soto—. Es así.", "No vamos a salir de aquí —dijo Eva Soto—. Es así."),
        ("—No vamos a salir de aquí —dijo Eva Soto.", "No vamos a salir de aquí"),
        ("—¿Vamos a salir de aquí? —preguntó Eva Soto.", "¿Vamos a salir de aquí?"),
    ],
)
def test_a_spanish_dash_needs_no_mark_before_it(text: str, said: str) -> None:
    """The reporter's phrase begins at a dash glued to its verb; speech may go on behind the next one."""
    (quote,) = quotes_of(text, "es")
    assert (said, "Eva Soto") == (quote.text, quote.speaker and quote.speaker.name)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Selon le ministre, ce choix est « incompréhensible ».", ["incompréhensible"]),
        ("de", "Der Minister nannte den Vorschlag „unseriös“.", ["unseriös"]),
        ("en", "Maria Olsen called the plan “absurd”, and left.", ["absurd"]),
        ("en", "Maria Olsen said the “absurd” plan had failed.", []),
        ("en", "Maria Olsen called her new film “Absurd”.", []),
        ("en", "The plan was “absurd”.", []),
    ],
)
def test_one_word_is_a_quotation_where_a_speaker_judges_with_it(language: str, text: str, said: list[str]) -> None:
    """It ends its clause behind the attribution; terms and titles do not."""
    assert said == texts_of(text, language)


def test_a_colon_after_a_word_that_also_names_announces_speech() -> None:
    """French “dit” is said of nicknames too."""
    assert ["Cela ne marchera pas du tout"] == texts_of("Eva Roy a dit : « Cela ne marchera pas du tout ».", "fr")


def test_single_marks_are_second_where_a_paper_sets_double_ones() -> None:
    """Headings and terms stand in single marks there; what a cue introduces is kept."""
    text = (
        "“We will stay here all winter,” Maria Olsen said. “Nobody has to leave,” she added. “It is warm,” she said."
        "\n\n'Nobody has to leave this town'\n\nThe union called the plan ‘a gift to the owners of the mine’."
    )
    assert texts_of(text, "en")[3:] == ["a gift to the owners of the mine"]


def test_single_marks_alone_are_speech() -> None:
    """A paper that sets nothing else quotes with them."""
    assert ["Nobody has to leave this town,"] == texts_of("‘Nobody has to leave this town,’ Maria Olsen said.", "en")


def test_a_marked_paragraph_without_a_stop_is_a_heading() -> None:
    """Interviews are broken up by lines from them; a paragraph of speech ends with a stop."""
    text = "Eva Roth wohnt jetzt in Kiel.\n\n„Ich wollte nie zurück“\n\n„Ich wollte nie zurück in die Stadt.“"
    assert ["Ich wollte nie zurück in die Stadt."] == texts_of(text, "de")


def test_a_question_can_be_all_of_a_paragraph() -> None:
    """Three words and their question mark need no cue."""
    text = "L'homme est entré dans la gare.\n\n«Croyez-vous en Eva ?»\n\nPersonne n'a répondu."
    assert ["Croyez-vous en Eva ?"] == texts_of(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "The party put up posters.\n\n“No more ferries for strangers!” (2015) hung in every street.",
        "She spoke on the evening program, “Northern Harbour Radio,” broadcast from Bergen.",
        "The council launched the “return of harbour ferries initiative” in May.",
    ],
)
def test_slogans_and_names_are_nobodys_words(text: str) -> None:
    """A year in brackets, a naming word before a comma and an article tell them."""
    assert [] == texts_of(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "She was “whisked off to Bergen Harbour Hospital” at night.", "whisked off to Bergen Harbour Hospital"),
        ("sw", '"Tunaendelea vyema na Oslo Kaskazini," alisema.', "Tunaendelea vyema na Oslo Kaskazini,"),
        (
            "de",
            "Mit den Worten „Jetzt werden hier alle alten Fragen neu verhandelt“ ging sie hinaus.",
            "Jetzt werden hier alle alten Fragen neu verhandelt",
        ),
    ],
)
def test_names_in_running_text_make_no_title(language: str, text: str, said: str) -> None:
    """A title begins with a capital and has few small words."""
    assert [said] == texts_of(text, language)


def test_a_second_phrase_shares_the_cue_of_the_first() -> None:
    """Only a conjunction parts them."""
    text = "Der Verein beschrieb den Plan als „Torheit“ und „Versuch, die Stadt umzuschreiben“."
    assert [("Versuch, die Stadt umzuschreiben", "beschrieb")] == [
        (q.text, q.cue and q.cue.text) for q in quotes_of(text, "de")
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("zh", "市政府表示，明天的会议可能会“推迟一周”。", ["推迟一周"]),
        ("zh", "他们参观了“北方之星”和港口。", []),
        ("ja", "彼女は「とても暗い場所」にいたという。", ["とても暗い場所"]),
        ("ja", "停戦には「第二段階」の協議が含まれる。", []),
        ("ko", "그는 “우리는 도시를 떠나지 않는다” 라는 말을 남겼다.", ["우리는 도시를 떠나지 않는다"]),
        (
            "ko",
            "그는 “우리는 떠나지 않는다”고 말했다. 회사는 ‘북방 항구 도시 개발 회의’를 열었다.",
            ["우리는 떠나지 않는다"],
        ),
    ],
)
def test_short_phrases_without_spaces_need_a_cue_or_running_text(language: str, text: str, said: list[str]) -> None:
    """Characters are not words: a term has none of the endings that running text has."""
    assert said == texts_of(text, language)


def test_a_dash_that_leads_up_to_marks_gives_the_words_in_them() -> None:
    """The speaker is the one whom the colon before the dash announces."""
    text = "Мария Ольсен сказала:\n\n— И я спросила его: «Кто же здесь останется на всю зиму?»"
    (quote,) = quotes_of(text, "ru")
    assert ("Кто же здесь останется на всю зиму?", "Мария Ольсен") == (quote.text, quote.speaker and quote.speaker.name)


def test_a_name_between_dashes_is_the_reporters_whatever_the_verb() -> None:
    """Any verb can introduce speech there."""
    text = "— Мы не уйдём отсюда до зимы,— вмешалась Ева Рот.— Так мы решили."
    (quote,) = quotes_of(text, "ru")
    assert text[2:] == quote.text


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("nb", "– Vi blir her i hele vinter, sier Eva Moen.", "Vi blir her i hele vinter"),
        ("nb", "– Det var kaldt, sier Eva Moen. Vi løp så fort vi kunne.", None),
        ("nb", "– Det var kaldt her, sier Eva Moen. Hun bor ved havnen.", "Det var kaldt her"),
        ("fr", "— Nous partirons demain matin, dit Lucie Bastide. La porte se ferma.", "Nous partirons demain matin"),
        ("pl", "– Nie odejdziemy stąd zimą – powiedziała Ewa Wolska.", "Nie odejdziemy stąd zimą"),
    ],
)
def test_a_comma_can_set_off_the_reporter_behind_a_dash(language: str, text: str, said: str | None) -> None:
    """What follows is speech in Scandinavian papers only, and not where it tells of somebody."""
    assert [said or text[2:]] == texts_of(text, language)


def test_reopened_marks_may_begin_behind_a_sentence() -> None:
    """The first of several paragraphs need not begin with the mark."""
    text = "“We came in spring,” said Maria Olsen. “We had two tents.\n\n“Now we have forty beds here.”"
    assert ["We came in spring,", "We had two tents.", "Now we have forty beds here."] == texts_of(text, "en")
