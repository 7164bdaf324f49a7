"""What makes a sentence stand alone."""

import pytest

from service.text.openers import OPENERS, SAME_AS
from service.text.standalone import adds, flaw, is_terminated, is_unbalanced, leans, opens_with_quote


@pytest.mark.parametrize(
    "text",
    [
        "The council approved the budget on Monday.",
        "“We will vote in May,” the mayor of Lyon told reporters.",
        "Der Rat hat „den Haushalt“ am Montag beschlossen.",
        "Le maire a dit « oui » au projet de budget.",
        "Ministeren kalder forslaget »helt urealistisk« i et interview.",
        "7. října otevřela starostka nový most přes řeku.",
        "市议会周一批准了新的预算案。",
        "สภาเมืองอนุมัติงบประมาณฉบับใหม่เมื่อวันจันทร์",
        "وافق المجلس على الميزانية الجديدة يوم الاثنين.",
        "नगर परिषद ने सोमवार को नया बजट पारित किया।",
        "The firm’s workers don’t want ‘a bad deal’ this year.",
        "시의회는 ‘새 예산안’을 월요일에 승인하기로 했다.",
        "A ‘bad deal’ is what Keller said... before she left the hall.",
        "Lyon beat Turin by 3 goals to 1 on the 14th of May 2026.",
    ],
)
def test_a_plain_sentence_has_no_flaw(text: str) -> None:
    """A whole sentence of news has nothing against it, in any script."""
    assert flaw(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He resigned.", "short"),
        ("Will the council approve the new budget?", "question"),
        ("¿Aprobará el concejo el nuevo presupuesto?", "question"),
        ("市议会会批准新的预算案吗？", "question"),
        ("هل يوافق المجلس على الميزانية الجديدة؟", "question"),
        ("The mayor of Lyon listed three reasons:", "fragment"),
        ("and then went home to his family.", "fragment"),
        ("When a tram becomes the talk of the town...", "fragment"),
        ("Quand un tram devient la vedette de la ville…", "fragment"),
        ("14/05/2026 updated at 17:30 GMT.", "stamp"),
        ("Lyon 3 – 1 Turin (2–0, 1–1).", "stamp"),
        ("• The council approved the budget on Monday.", "list"),
        ("1. The council approved the budget on Monday.", "list"),
        ("- The council approved the budget on Monday.", "list"),
        ("COUNCIL APPROVES THE BUDGET ON MONDAY.", "heading"),
        ("“We will vote on it in the month of May.", "unbalanced"),
        ("The council (which met on Monday approved it.", "unbalanced"),
        ("“We will vote on it in the month of May.”", "quote"),
        ("「新しい予算案を月曜日に承認した」", "quote"),
        ("word " * 120, "long"),
        ("字" * 2000, "long"),
    ],
)
def test_the_flaw_of_a_sentence_is_named(text: str, expected: str) -> None:
    """What can't stand in a brief says why."""
    assert expected == flaw(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He told AFP that Ukraine needs serious troops."),
        ("en", "However, the council refused to vote."),
        ("en", "On Friday, he returned to Lyon with his team."),
        ("en", "“This is the end,” said the mayor of Lyon."),
        ("en", "“The trams will run in May,” she said."),
        ("fr", "« Les trams rouleront en mai », a-t-elle ajouté."),
        ("ru", "«Трамваи пойдут в мае», — сказал он."),
        ("de", "„Die Bahn fährt ab Mai“, sagte er."),
        ("de", "Er sprach am Montag mit der Zeitung."),
        ("de", "Allerdings fehlt dafür das Geld."),
        ("fr", "C’est la première fois depuis dix ans."),
        ("fr", "J’ai vu la maire hier soir au conseil."),
        ("es", "Sin embargo, el concejo no votó."),
        ("es", "Añadió que el concejo votará en mayo."),
        ("pt", "Ele disse que a câmara vai votar em maio."),
        ("it", "Tuttavia il consiglio non ha votato."),
        ("nl", "Hij zei maandag dat de raad gaat stemmen."),
        ("sv", "Hon sade på måndagen att rådet röstar."),
        ("da", "Han sagde mandag, at rådet stemmer."),
        ("nb", "Hun sa mandag at rådet stemmer."),
        ("nn", "Men rådet røysta ikkje måndag."),
        ("pl", "Jednak rada nie głosowała w maju."),
        ("cs", "Podle něj bude rada hlasovat v květnu."),
        ("ru", "По его словам, совет проголосует в мае."),
        ("uk", "Водночас рада не голосувала в травні."),
        ("uk", "Про це повідомляє служба міської ради."),
        ("ru", "Об этом сообщает служба городского совета."),
        ("ru", "То есть совет проголосует в мае."),
        ("hi", "ऐसा शहर में पहली बार होगा।"),
        ("ar", "وأشارت إلى أن المجلس سيصوت في مايو."),
        ("ro", "Însă consiliul nu a votat în luna mai."),
        ("tr", "Ancak meclis pazartesi günü oy vermedi."),
        ("el", "Ωστόσο το συμβούλιο δεν ψήφισε."),
        ("ar", "وأضاف أن المجلس سيصوت في مايو."),
        ("fa", "با این حال شورا رأی نداد."),
        ("he", "עם זאת המועצה לא הצביעה ביום שני."),
        ("hi", "उन्होंने कहा कि परिषद मई में मतदान करेगी।"),
        ("vi", "Tuy nhiên hội đồng không bỏ phiếu."),
        ("id", "Namun dewan kota tidak memberikan suara."),
        ("zh", "但市议会周一没有投票。"),
        ("ja", "しかし市議会は月曜日に採決しなかった。"),
        ("ko", "그러나 시의회는 월요일에 표결하지 않았다."),
        ("th", "อย่างไรก็ตาม สภาไม่ได้ลงมติ"),
        ("pt-BR", "Mas a câmara não votou em maio."),
    ],
)
def test_a_sentence_that_opens_by_pointing_back_leans(language: str, text: str) -> None:
    """A pronoun, a pointer or a connective at the start ties a sentence to the one before."""
    assert leans(text, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Heathrow will open a third runway."),
        ("en", "Zelensky arrived in Paris on Wednesday, and he met Macron."),
        ("fr", "Il y a dix ans, la ville changeait de maire."),
        ("fr", "Sonia Rolland a ouvert le festival."),
        ("es", "Esta semana el concejo vota el presupuesto."),
        ("de", "Erdogan sprach am Montag mit Scholz."),
        ("da", "I dag stemmer rådet om budgettet."),
        ("vi", "Ông Zelensky đã đến Paris hôm thứ Tư."),
        ("zh", "其他国家也派出了代表团。"),
        ("ja", "同盟国の首脳がパリに集まった。"),
        ("ko", "즉각 휴전을 요구하는 결의안이 통과됐다."),
        ("xx", "He told AFP that Ukraine needs troops."),
        ("und", "Mas a câmara não votou."),
    ],
)
def test_a_sentence_that_names_its_subject_stands_alone(language: str, text: str) -> None:
    """Words that only begin like a pronoun, fixed phrases, and unknown languages don't lean."""
    assert not leans(text, language=language)


def test_every_opener_leans_in_its_language() -> None:
    """Each pronoun, pointer and connective of the data is found again by the pattern made of it."""
    missed = [
        (language, word)
        for language, entry in OPENERS.items()
        for words in (entry.pronouns, entry.pointers, entry.connectives)
        for word in words.split(", ")
        if word not in entry.free.split(", ") and not leans(word.capitalize() + " 1", language=language)
    ]
    assert [] == missed


def test_an_also_among_the_first_words_is_seen() -> None:
    """ "Also" early on goes on from something; late in the sentence it doesn't."""
    texts = ("Keller also promised parks.", "The council of Lyon voted on Monday for trams and also parks.")
    judged = [adds(text, language="en") for text in texts]
    assert [True, False] == judged


def test_borrowed_lists_exist() -> None:
    """A language that borrows another's openers names one that has some."""
    assert set() == set(SAME_AS.values()) - set(OPENERS)


def test_apostrophes_and_odd_single_marks_are_no_quotes() -> None:
    """A genitive is no open quotation, a lone opening mark is one."""
    assert (False, True) == (is_unbalanced("The players’ union don’t agree."), is_unbalanced("‘We don’t agree at all."))


def test_ends_are_seen_through_closing_marks() -> None:
    """A full stop counts as the end inside or outside the closing mark."""
    assert [True, True, True, False] == [is_terminated(t) for t in ("A b.”", "A b”.", "「A b。」", "A b”")]


def test_empty_text_is_judged_without_failing() -> None:
    """No text is short, ends nothing, leans on nothing and opens with no quote."""
    judged = (flaw(""), is_terminated(""), leans("", language="en"), opens_with_quote(""))
    assert ("short", False, False, False) == judged


@pytest.mark.parametrize("text", ['"' * 100_000, "(" * 100_000, "a" * 1_000_000, "‘" * 100_000, "he, " * 100_000])
def test_hostile_text_is_judged_at_once(text: str) -> None:
    """What no newspaper prints is put aside before any pattern looks at it."""
    assert flaw(text) in {"short", "long"}
