import pytest

from service.engines.apertium_repair import marks_kept, repair, straighten, unspaced


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The end.", "el fin.", "El fin."),
        ("the end", "El fin", "el fin"),
        ("They left. He stayed.", "marcharon. se quedó.", "Marcharon. Se quedó."),
        ("a stop. then more", "una parada. luego más", "una parada. luego más"),
        ("Kyiv is not seeking", "Kyiv No busca", "Kyiv no busca"),
        ("NATO troops came.", "tropas DE LA OTAN vinieron.", "Tropas de la OTAN vinieron."),
        ("IT IS TIME TO ACT", "es hora de actuar", "ES HORA DE ACTUAR"),
        ("«We go» said he", "«vamos» dijo", "«Vamos» dijo"),
        ("The US adds to it. He left.", "EE.UU. agrega. se fue.", "EE.UU. agrega. Se fue."),
        (
            "Los EE.UU. agrega y J. Smith ve",
            "gli U.S.A. aggiunge e J. Smith vede",
            "Gli U.S.A. aggiunge e J. Smith vede",
        ),
        ("He left the U.S. He stayed.", "dejó los EE.UU. se quedó.", "Dejó los EE.UU. Se quedó."),
        ("The U.S. Senate voted.", "el senado de EE.UU. votó.", "El senado de EE.UU. votó."),
        ("They left at 5 p.m. and won.", "fueron a las 5 p.m. y ganaron.", "Fueron a las 5 p.m. y ganaron."),
        ("Los Estados Unidos", "GLI STati Uniti", "Gli Stati Uniti"),
        ("The IAEAs McX", "Las IAEAs McX", "Las IAEAs McX"),
        ("who are “ready”", "quienes están “listos”", "quienes están “listos”"),
    ],
)
def test_capitals(before, after, expected):
    """Capitals are where the source had them, and nowhere the pair put them by itself."""
    assert expected == repair(before, after, curly=False)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a, b (c).", "a , b ( c ) .", "a, b (c)."),
        ('he said "go."', 'dijo " id ."', 'dijo "id."'),
        ("a  b", "a   b", "a b"),
        ("he says", "dice-", "dice"),
        ("“a” b", "“ a ”b", "“a” b"),
        ("wait … what", "espera … qué", "espera … qué"),
    ],
)
def test_spaces(before, after, expected):
    """No space doubled, none before a stop, and quotation marks as close as they were."""
    assert expected == repair(before, after, curly=False)


def test_curly_apostrophes_come_back():
    """A text with ’ is translated into a text with ’."""
    assert "L’appel d’Obama" == repair("Obama's appeal", "l'appel d'Obama", curly=True)


def test_single_quotes_come_back():
    """‘ and ’ around words are quotation marks, not apostrophes."""
    assert "dijo ‘no’" == repair("said ‘no’", "dijo ‘no'", curly=False)


def test_straighten_only_inside_words():
    """’ between letters is an apostrophe; a closing mark is left."""
    assert "it's ‘done’" == straighten("it’s ‘done’")


def test_marks_kept():
    """The marks must be the same ones in the same order."""
    assert (True, False) == (marks_kept("“a” b", "b “a”"), marks_kept("“a”", '"a"'))


def test_french_spaces():
    """Only French sets guillemets and colons apart."""
    assert "dit: «oui», non?" == unspaced("dit : « oui », non ?")


@pytest.mark.parametrize("text", ['"' * 10_000, " ." * 10_000, "a'" * 10_000, "." * 20_000, '."' * 10_000])
def test_hostile_text_is_quick(text):
    """Patterns take linear time; nothing is lost but spaces."""
    assert text.replace(" ", "").casefold() == repair(text, text, curly=False).replace(" ", "").casefold()
