"""Who said it: order of cue and speaker, pronouns, offices, and null where the text does not tell."""

import pytest

from service.records import Quote
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences


def quotes_of(text: str, language: str) -> tuple[Quote, ...]:
    """The quotations of a text, split and named by the service itself."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    return find_quotes(text, sentences, names, language=language)


def speakers_of(text: str, language: str = "en") -> list[str | None]:
    """The names of the speakers in text order."""
    return [quote.speaker.name if quote.speaker else None for quote in quotes_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Berg said: “We will stay here all winter.”"),
        ("en", "“We will stay here all winter,” Anna Berg said."),
        ("en", "“We will stay here all winter,” said Anna Berg, a teacher from Oslo."),
        ("en", "Anna Berg told Peter Holm that “we will stay here all winter” in the house."),
        ("en", "Anna Berg, a teacher from Oslo, said: “We will stay here all winter.”"),
        ("en", "“We will stay here all winter,” according to Anna Berg."),
        ("en", "“We will stay,” Anna Berg told Reuters, “all winter if we must.”"),
        ("de", "„Wir bleiben den ganzen Winter hier“, sagte Anna Berg."),
        ("de", "Anna Berg erklärte: „Wir bleiben den ganzen Winter hier.“"),
        ("de", "„Wir bleiben den ganzen Winter hier“, so Anna Berg."),
        ("de", "Der Trainerin Anna Berg zufolge ist es „eine sehr gute Lösung“ für alle."),
        ("tr", "Anna Berg’e göre bu “çok pahalı bir hata” olacak."),
        ("fr", "« Nous resterons ici tout l’hiver », a déclaré Anna Berg."),
        ("fr", "Selon Anna Berg, « nous resterons ici tout l’hiver » dans la maison."),
        ("fr", "« Nous resterons ici, a déclaré Anna Berg, tout l’hiver s’il le faut. »"),
        ("es", "«Nos quedaremos aquí todo el invierno», dijo Anna Berg."),
        ("pt", "“Vamos ficar aqui o inverno todo”, disse Anna Berg."),
        ("it", "«Resteremo qui tutto l’inverno», ha detto Anna Berg."),
        ("nl", "“We blijven hier de hele winter”, zei Anna Berg."),
        ("sv", "”Vi stannar här hela vintern”, säger Anna Berg."),
        ("da", "»Vi bliver her hele vinteren,« siger Anna Berg."),
        ("nb", "«Vi blir her hele vinteren», sier Anna Berg."),
        ("pl", "„Zostaniemy tu całą zimę”, powiedziała Anna Berg."),
        ("cs", "„Zůstaneme tu celou zimu,“ řekla Anna Berg."),
        ("ro", "„Vom rămâne aici toată iarna”, a declarat Anna Berg."),
        ("tr", "Anna Berg, “Bütün kış burada kalacağız.” dedi."),
    ],
)
def test_the_speaker_is_found_in_the_order_of_each_language(language: str, text: str) -> None:
    """Cue and speaker stand on either side, before or after, or inside."""
    assert {"Anna Berg"} == set(speakers_of(text, language))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "«Мы останемся здесь на всю зиму», — сказала Анна Берг.", "Анна Берг"),
        ("ru", "По словам Анна Берг, «мы останемся здесь на всю зиму» в доме.", "Анна Берг"),
        ("uk", "«Ми залишимося тут на всю зиму», — сказала Анна Берг.", "Анна Берг"),
        ("el", "«Θα μείνουμε εδώ όλο τον χειμώνα», είπε η Άννα Μπεργκ.", "Άννα Μπεργκ"),
        ("ja", "気象庁は記者会見で「日頃からの備えを確実に実施してほしい」と呼びかけた。", "気象庁"),
        ("zh", "发言人王芳表示：“我们整个冬天都会留在这里。”", "王芳"),
        ("ko", "김민수는 인터뷰에서 “겨울 내내 여기에 머물 것이다”고 말했다.", "김민수"),
        ("ar", 'وقال المتحدث سامي حداد: "سنبقى هنا طوال فصل الشتاء".', "سامي حداد"),
    ],
)
def test_the_speaker_is_found_in_other_scripts(language: str, text: str, name: str) -> None:
    """The same holds without Latin letters, and without spaces."""
    assert [name] == speakers_of(text, language)


def test_a_pronoun_is_the_person_in_focus() -> None:
    """“He” is the subject of the sentence before, by the fullest name."""
    text = "Igor Melnyk arrived on Monday. He said: “We will stay here all winter.”"
    (quote,) = quotes_of(text, "en")
    assert quote.speaker is not None
    assert ("Igor Melnyk", "He") == (quote.speaker.name, quote.speaker.mention.text)


def test_a_pronoun_without_anybody_in_focus_is_nobody() -> None:
    """Null rather than wrong."""
    assert [None] == speakers_of("The rain had stopped. He said: “We will stay here all winter.”")


def test_he_is_not_a_woman_by_title() -> None:
    """A person whose title is a woman's is passed over for “he”."""
    text = "Peter Holm, a teacher, arrived first. Mrs. Anna Berg came later. He said: “We will stay here all winter.”"
    assert ["Peter Holm"] == speakers_of(text)


def test_a_short_name_is_given_in_full() -> None:
    """A surname stands for the fullest name of the article."""
    text = "President Igor Melnyk spoke on Monday. “We will stay here all winter,” Melnyk said."
    (quote,) = quotes_of(text, "en")
    assert quote.speaker is not None
    assert ("Igor Melnyk", "President") == (quote.speaker.name, quote.speaker.description)


def test_an_office_is_the_person_who_holds_it() -> None:
    """“The minister” is the one minister the article names."""
    text = "Foreign minister Igor Melnyk spoke on Monday. “We will stay here all winter,” the minister said."
    assert ["Igor Melnyk"] == speakers_of(text)


def test_a_body_speaks_for_itself() -> None:
    """An organisation is a speaker where the cue says so."""
    assert ["police"] == speakers_of("“The road will be closed until Monday,” the police said.")


def test_a_quotation_carries_on_from_the_one_before() -> None:
    """Speech that goes on after its attribution has the same speaker."""
    text = "“We will stay here all winter,” Anna Berg said. “Nobody wants to leave now.”"
    assert ["Anna Berg", "Anna Berg"] == speakers_of(text)


def test_reopened_paragraphs_share_their_speaker() -> None:
    """The paragraph that marks leave open belongs to the speaker named after the last one."""
    text = "Anna Berg said: “We came here in the spring.\n\n“Nobody wanted to stay for very long.”"
    assert ["Anna Berg", "Anna Berg"] == speakers_of(text)


def test_the_mention_and_the_cue_are_where_they_stand() -> None:
    """Offsets of mention and cue slice to their words."""
    text = "“We will stay here all winter,” Anna Berg said."
    (quote,) = quotes_of(text, "en")
    assert quote.speaker is not None
    assert quote.cue is not None
    mention = quote.speaker.mention
    assert ("Anna Berg", "said") == (text[mention.start : mention.end], text[quote.cue.start : quote.cue.end])


def test_the_description_is_the_words_beside_the_name() -> None:
    """An apposition before the name describes the speaker."""
    text = "A top advisor to the president, Igor Melnyk, stated that it was “a very costly mistake” for all."
    (quote,) = quotes_of(text, "en")
    assert "a top advisor to the president" == (quote.speaker and quote.speaker.description)
