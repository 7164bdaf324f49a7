import random

from benchmarks.quality.damages.name import damage

_OTHERS = (
    "Hier hat Beatriz Fonseca gesprochen.",
    "Le ministre a vu Ngozi Adeyemi avant le vote.",
    "On a vu Beatriz Fonseca avec le ministre de la Santé, qui parle de santé.",
)


def _damage(reference: str, source: str, *, language: str = "fr") -> str | None:
    return damage(reference, source, language=language, others=_OTHERS, rng=random.Random(1))


def test_one_name_is_exchanged_for_one_of_another_line() -> None:
    """The rest of the sentence stays as it is."""
    damaged = _damage("Le maire Thomas a souri.", "The mayor Thomas smiled.")
    assert damaged in {f"Le maire {name} a souri." for name in ("Beatriz", "Fonseca", "Ngozi", "Adeyemi")}


def test_what_is_no_name_in_the_source_stays() -> None:
    """Institutions, peoples, dates and words without a counterpart are no names."""
    sources = ("The mayor smiled.", "The mayor of the Conservative Party smiled.", "The mayor of the Polish smiled.")
    assert [None] * 3 == [_damage("Le maire du Parti a souri.", source) for source in sources]


def test_a_name_is_found_across_scripts() -> None:
    """The counterpart may be in another alphabet."""
    others = ("Вчера здесь была Беатрис Фонсека.", "Потом пришёл Нгози Адейеми.")
    source = "Then the mayor met Hartwell again."
    damaged = damage("Потом мэр снова встретил Хартвелла.", source, language="ru", others=others, rng=random.Random(1))
    assert damaged is not None
    assert "Хартвелла" not in damaged


def test_a_script_without_capitals_has_names_in_latin_letters_only() -> None:
    """Nothing else can be told to be a name."""
    assert damage("市长笑了。", "The mayor Thomas smiled.", language="zh", others=_OTHERS, rng=random.Random(1)) is None
