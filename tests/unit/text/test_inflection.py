"""Names in an oblique case are told by the nominative that stands elsewhere in the article."""

import pytest

from service.text.inflection import oblique_forms
from tests.unit.text.test_speakers import speakers_of


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Jan Nowak", "Janem Nowakiem"], {"Janem Nowakiem": "Jan Nowak"}),
        (["Michal Dvor", "Michala Dvora", "Dvor", "Dvora"], {"Michala Dvora": "Michal Dvor", "Dvora": "Dvor"}),
        (["Анна Петрова", "Иван Петров"], {}),
        (["Юлиан Праткин", "Юлиана Праткина"], {"Юлиана Праткина": "Юлиан Праткин"}),
        (["Petra Nováková", "Petr Novák"], {}),
        (["Eliška Bušková", "Elišky Buškové"], {"Elišky Buškové": "Eliška Bušková"}),
        (["Ιούλιος Πρατάς", "Ιούλιο Πρατά"], {"Ιούλιο Πρατά": "Ιούλιος Πρατάς"}),
    ],
)
def test_a_case_is_told_by_the_form_without_it(names: list[str], expected: dict[str, str]) -> None:
    """A wife and her husband are two people."""
    assert expected == oblique_forms(names)


def test_the_order_of_the_names_does_not_matter() -> None:
    """The same names give the same answer."""
    names = ["Jan Nowak", "Janem Nowakiem", "Piotr Nowak", "Piotra Nowaka"]
    assert oblique_forms(names) == oblique_forms(names[::-1])


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Городом руководит Юлиан Праткин. По словам Юлиана Праткина, это «очень дорого».", "Юлиан Праткин"),
        ("cs", "Michal Dvor přišel. „Koupila jsem byt v Praze,“ uvedla na adresu Michala Dvora.", None),
        ("cs", "„Tunel otevřeme příští rok,“ řekla Sylva Kostková Juliu Pražákovi.", "Sylva Kostková"),
        ("ru", "«Пожар полностью потушен сегодня», — сообщили в полиции.", "полиции"),
    ],
)  # fmt: skip
def test_an_oblique_name_does_not_speak(language: str, text: str, name: str | None) -> None:
    """It is given in the nominative where a phrase names it, and never where a verb needs a subject."""
    assert name in speakers_of(text, language) or (name is None and "Michala Dvora" not in speakers_of(text, language))
