"""A summary held against its article."""

import time
from dataclasses import replace

import pytest

from service.checks.summary import DOUBTFUL, SentenceJudgement, check_summary, check_summary_sentence, read_article
from service.checks.summary_facts import ArticleFacts
from service.records import Article
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences
from service.text.words import count_words

STORY = (
    "Mayor Anna Berglund opened a new bridge over the river Lonn in Falkby on Tuesday. The bridge cost 4.2 million "
    "euros and took three years to build. Residents had waited for it since a flood destroyed the old one. “We have "
    "never given up on this crossing,” Berglund told reporters. Engineer Tomas Vidal said that the pillars may survive "
    "a century of storms. Shop owners expect sales to rise by 12 percent. The council did not raise taxes to pay for "
    "the work."
)


def article(text: str, language: str = "en", title: str | None = None) -> Article:
    """A text as the service understands it."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    quotes = find_quotes(text, sentences, names, language=language)
    return Article(text, False, title, language, 1.0, (), sentences, quotes, names, count_words(text))


FACTS = read_article(article(STORY, title="Falkby gets its bridge"))


def told(judgement: SentenceJudgement) -> set[tuple[str, str, str | None]]:
    """Kind, severity and value of each finding but those of the wording."""
    return {(f.kind, f.severity, f.value) for f in judgement.findings if f.severity != "info"}


@pytest.mark.parametrize("sentence", split_sentences(STORY, language="en"))
def test_the_articles_own_sentences_are_beyond_doubt(sentence: object) -> None:
    """A sentence that stands in the article word for word gets no finding."""
    text = getattr(sentence, "text")  # noqa: B009
    assert SentenceJudgement((), 0.0, 0.0, 0) == check_summary_sentence(FACTS, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berglund opened a new bridge over the Lonn on Tuesday.",
        "The new bridge in Falkby cost 4.2 million euros.",
        "The council did not raise taxes.",
        "The bridge took three years to build, Mayor Berglund told reporters.",
        "“We have never given up on this crossing,” the mayor told reporters.",
        "Shop owners expect sales to rise by 12%.",
    ],
)
def test_a_faithful_sentence_passes(sentence: str) -> None:
    """What the article says in other words is not doubted."""
    judgement = check_summary_sentence(FACTS, sentence)
    assert set() == told(judgement)
    assert judgement.doubt < DOUBTFUL


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        ("Anna Berglund opened a new bridge in Osterby.", ("name", "warning", "Osterby")),
        ("Ingrid Solheim opened a new bridge in Falkby.", ("name", "error", "Ingrid Solheim")),
        ("The bridge cost 7.9 million euros.", ("number", "error", "7.9")),
        ("The bridge took seven years to build.", ("number", "warning", "seven")),
        ("Mayor Anna Berglund opened a new bridge on Friday.", ("date", "warning", "Friday")),
        ("The council did raise taxes to pay for the work.", ("negation", "warning", "not")),
        ("The pillars will survive a century of storms.", ("modality", "warning", "may")),
        ("Shop owners expect sales to decline by 12 percent.", ("support", "warning", "decline")),
        (
            "“We never gave up on that crossing at all,” Berglund told reporters.",
            ("quote", "error", "We never gave up on that crossing at all,"),
        ),
        (
            "“We have never given up on this crossing,” Tomas Vidal told reporters.",
            ("speaker", "error", "Vidal"),
        ),
    ],
)
def test_what_the_article_does_not_say_is_told(sentence: str, finding: tuple[str, str, str]) -> None:
    """Each kind of invention is found, named, and makes the sentence doubtful or nearly so."""
    judgement = check_summary_sentence(FACTS, sentence)
    assert finding in told(judgement)
    assert judgement.doubt >= DOUBTFUL / 2


def test_a_sentence_about_something_else_is_an_error() -> None:
    """Words of which the article has none cannot come from it."""
    judgement = check_summary_sentence(
        FACTS, "Farmers worry because drought ruined every harvest along coastal valleys."
    )
    assert {"error"} == {f.severity for f in judgement.findings if f.kind == "support"}


def test_a_patchwork_of_distant_words_is_told() -> None:
    """Pieces of three sentences make a claim that none of them makes."""
    filler = " ".join(f"Neighbour number {n} talked about gardens, weather and music." for n in range(12))
    facts = read_article(article(f"Anna Berglund visited a school. {filler} Tomas Vidal stole two boats. {filler}"))
    judgement = check_summary_sentence(facts, "Gardens, weather and music stole two boats Anna Berglund visited.")
    assert ["it is put together from 3 places of the article"] == [
        f.message for f in judgement.findings if f.value is None
    ]


def test_a_summary_is_as_doubtful_as_its_worst_sentence() -> None:
    """One invented sentence is enough."""
    good, bad = "Anna Berglund opened a new bridge on Tuesday.", "The bridge cost 7.9 million euros."
    assert check_summary(FACTS, [good]).consistent
    assert not check_summary(FACTS, [good, bad]).consistent
    assert check_summary_sentence(FACTS, bad).doubt == check_summary(FACTS, [good, bad]).doubt


def test_no_sentence_is_consistent() -> None:
    """An empty summary says nothing wrong."""
    assert check_summary(FACTS, []).consistent


def test_the_title_is_part_of_the_source() -> None:
    """A name that only the headline has is known."""
    titled = replace(article(STORY), title="Lindqvist praises the bridge")
    sentence = "The bridge in Falkby, praised by Lindqvist, cost 4.2 million euros."
    assert ("name", "warning", "Lindqvist") in told(check_summary_sentence(FACTS, sentence))
    assert set() == told(check_summary_sentence(read_article(titled), sentence))


LANGUAGES = [
    (
        "de",
        "Die Bürgermeisterin Anna Berglund eröffnete am Dienstag in Falkby die Brücke. Sie kostete 4,2 Millionen Euro.",
        "Anna Berglund eröffnete die Brücke in Falkby.",
        "Die neue Brücke in Falkby kostete 7,9 Millionen Euro.",
    ),
    (
        "fr",
        "La maire Anna Berglund a ouvert mardi un nouveau pont à Falkby. Il a coûté 4,2 millions d'euros.",
        "Anna Berglund a ouvert un pont à Falkby.",
        "Le pont de Falkby a coûté 7,9 millions d'euros.",
    ),
    (
        "es",
        "La alcaldesa Anna Berglund inauguró el martes un puente nuevo en Falkby. Costó 4,2 millones de euros.",
        "Anna Berglund inauguró el puente de Falkby.",
        "El puente de Falkby costó 7,9 millones de euros.",
    ),
    (
        "ru",
        "Мэр Анна Берглунд открыла во вторник новый мост в Фалькбю. Он стоил 4,2 миллиона евро.",
        "Анна Берглунд открыла мост в Фалькбю.",
        "Новый мост в Фалькбю стоил 7,9 миллиона евро.",
    ),
    (
        "vi",
        "Thị trưởng Anna Berglund khánh thành cây cầu mới ở Falkby hôm thứ Ba. Cây cầu có giá 4,2 triệu euro.",
        "Anna Berglund khánh thành cây cầu ở Falkby.",
        "Cây cầu ở Falkby có giá 7,9 triệu euro.",
    ),
    (
        "ar",
        "افتتحت رئيسة البلدية آنا بيرغلوند جسرا جديدا في المدينة يوم الثلاثاء. بلغت كلفة الجسر 42 مليون يورو.",
        "افتتحت آنا بيرغلوند جسرا جديدا في المدينة.",
        "بلغت كلفة الجسر الجديد 79 مليون يورو.",
    ),
    (
        "hi",
        "महापौर ने मंगलवार को नदी पर नया पुल खोला। पुल पर 42 करोड़ रुपये खर्च हुए।",
        "महापौर ने नदी पर नया पुल खोला।",
        "पुल पर 79 करोड़ रुपये खर्च हुए।",
    ),
    (
        "zh",
        "市长周二在新城开通了一座新桥。这座桥耗资4200万欧元，工期三年。",
        "市长在新城开通了一座新桥。",
        "这座新桥耗资7900万欧元。",
    ),
    (
        "ja",
        "市長は火曜日に新しい橋を開通させた。橋の建設には4200万ユーロかかった。",
        "市長は新しい橋を開通させた。",
        "新しい橋の建設には7900万ユーロかかった。",
    ),
]


@pytest.mark.parametrize(("language", "story", "good", "bad"), LANGUAGES, ids=[case[0] for case in LANGUAGES])
def test_other_languages(language: str, story: str, good: str, bad: str) -> None:
    """A faithful sentence passes, and a wrong figure is an error, in any language."""
    facts = read_article(article(story, language))
    assert set() == told(check_summary_sentence(facts, good))
    assert {("number", "error")} == {(kind, severity) for kind, severity, _ in told(check_summary_sentence(facts, bad))}


@pytest.mark.parametrize(
    ("language", "story", "sentence"),
    [
        ("en", "Mayor Anna Berglund opened a new bridge.", "Mayor Clara Nyman opened a new bridge."),
        ("el", "Η δήμαρχος Άννα Μπέργκλουντ άνοιξε τη γέφυρα.", "Η δήμαρχος Κλάρα Νίμαν άνοιξε τη γέφυρα."),
    ],
)
def test_a_new_name_is_found(language: str, story: str, sentence: str) -> None:
    """Names are looked for where any word with a capital is new."""
    facts = read_article(article(story, language))
    assert "name" in {f.kind for f in check_summary_sentence(facts, sentence).findings}


@pytest.mark.parametrize(
    "hostile", ["a" * 100_000, "“" * 50_000, "7" * 100_000, " a" * 20_000, "A. " * 20_000, "中" * 20_000]
)
def test_hostile_text_takes_no_longer_than_its_length(hostile: str) -> None:
    """Long runs of one thing are read in linear time."""
    began = time.process_time()
    check_summary_sentence(FACTS, hostile)
    check_summary_sentence(ArticleFacts(article(hostile[:20_000])), "Anna Berglund opened a bridge.")
    assert time.process_time() - began < 10
