import pytest

from service.engines.apertium_english import is_headline, lower_headline, reword, unknown_owners, unowned

NAMES = ("Emmanuel Macron", "Macron", "Antonio Costa", "Georgiy Tykhy")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's late and they can't go.", "It is late and they cannot go."),
        ("It's been late; he won't.", "It has been late; he will not."),
        ("a 30,000-strong “reassurance” force to protect", "a force of “reassurance” of 30,000 to protect"),
        ("a 500-strong crowd.", "a crowd of 500."),
        ("A 28-year-old was hurt.", "A person of 28 years was hurt."),
        ("the 28-year-old nurse Orla Quin", "the nurse of 28 years Orla Quin"),
        ("28-year-old Orla won", "Orla of 28 years won"),
        ("a 10-year prison sentence.", "a prison sentence of 10 years."),
        ("a 3,000-metre race in Cork", "a race of 3,000 metres in Cork"),
        ("over 40 herons, over two million", "more than 40 herons, more than two million"),
        ("over the sea", "over the sea"),
        ("They left the Athens' jail.", "They left the Athens's jail."),
        ("He read 'The Times' today.", "He read 'The Times' today."),
        ("combat-ready soldiers", "soldiers ready for combat"),
        ("On 5/9, they met on 6/9.", "The 5/9, they met the 6/9."),
        ("has previously warned", "has warned previously"),
        ("to directly engage troops", "to engage directly troops"),
        ("Europe must act; it must have been.", "Europe has to act; it must have been."),
        ("He told AFP that", "He said to AFP that"),
        ("He told them", "He told them"),
        ("few Western troops. Western troops", "few western troops. Western troops"),
        ("the soldiers' families", "the families of the soldiers"),
        ("in the 1990s", "in the decade of 1990"),
        ("the 15th century", "the 15 century"),
        ("the “coalition of the willing”", "the “coalition of volunteers”"),
        ("with French President Emmanuel Macron", "with the French president Emmanuel Macron"),
        ("President Macron spoke", "The president Macron spoke"),
        ("The former President Macron", "The former president Macron"),
        ("European Council President Antonio Costa", "The president of the European council Antonio Costa"),
        ("On Tuesday and on Sunday", "The Tuesday and the Sunday"),
        ("At least 12 were killed. He was killed by rebels.", "At least 12 lost the life. He was killed by rebels."),
        ("Five have been killed", "Five have lost the life"),
        ("The vote was held in May; he was held hostage.", "The vote took place in May; he was held hostage."),
        ("next month, the next year", "the next month, the next year"),
        ("Macron said Russia is near. He said Yes.", "Macron said that Russia is near. He said Yes."),
        ('"Go," said Macron.', '"Go," Macron said.'),
        (
            "Ukrainian Foreign Ministry spokesperson Georgiy Tykhy",
            "The spokesperson of the Ukrainian ministry of foreign affairs Georgiy Tykhy",
        ),
    ],
)
def test_reword(text, expected):
    """Each rule says the same in words the pairs can handle, and leaves alone what only looks like it."""
    assert expected == reword(text, NAMES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Macron Urges EU to Send Combat-Ready Troops to Ukraine", True),
        ("Macron urges EU to send troops to Ukraine", False),
        ("EUROPE MUST SEND MORE TROOPS NOW", False),
        ("Antonio Costa", False),
    ],
)
def test_headline(text, expected):
    """A headline has capitals on nearly all its long words."""
    assert expected == is_headline(text, ("Macron",))


def test_headline_in_lower_case():
    """Names, acronyms and the first word keep their capitals."""
    text = "Advisor to Emmanuel Macron Urges EU to Send Troops"
    assert "Advisor to Emmanuel Macron urges EU to send troops" == lower_headline(text, ("Emmanuel Macron",))


def test_unknown_owner():
    """A name that the pair does not know and that owns something, also where the 's was glued to it."""
    text = "Zhovkva's appeal and France's troops"
    assert ("Zhovkva",) == unknown_owners(text, ("Zhovkvaha", "policing"))


@pytest.mark.parametrize("text", ["1-strong " * 3000, "A's " * 5000, "European " * 3000, "a" * 20_000, "must " * 4000])
def test_hostile_text_is_quick(text):
    """Rules take linear time, whatever is repeated."""
    assert reword(text, NAMES).strip()


@pytest.mark.parametrize(
    ("translated", "expected"),
    [
        ("Los Estados Unidos' el ejército salió.", ("Unidos",)),
        ("El ejército de los Estados Unidos salió.", ()),
        ("Los directores, 'ellos' dijo, salieron.", ()),
    ],
)
def test_a_genitive_that_was_left_is_told(translated, expected):
    """The owner is named where its apostrophe stands in the translation."""
    assert expected == unowned(translated)
