"""Sentences left out of a translation, and text added to it."""

import pytest

from service.checks.completeness import compare_extent, read_extent
from service.checks.completeness_alignment import lacking

SOURCE = (
    "The mayor of Lindow opened the new bridge on Monday. It took three years to build and cost twice the plan. "
    "Residents of the old town had waited for it since the flood."
)
GOOD = {
    "de": (
        "Die Bürgermeisterin von Lindow hat am Montag die neue Brücke eröffnet. Der Bau dauerte drei Jahre und kostete "
        "doppelt so viel wie geplant. Die Bewohner der Altstadt hatten seit der Flut darauf gewartet."
    ),
    "es": (
        "La alcaldesa de Lindow inauguró el lunes el nuevo puente. Se tardó tres años en construirlo y costó el doble "
        "de lo previsto. Los vecinos del casco antiguo lo esperaban desde la inundación."
    ),
    "ru": (
        "Мэр Линдова в понедельник открыла новый мост. Его строили три года, и он обошёлся вдвое дороже, чем "
        "планировалось. Жители старого города ждали его со времён наводнения."
    ),
    "zh": "林多市长周一为新桥揭幕。这座桥历时三年建成，耗资是原计划的两倍。自从那场洪水以来，老城区居民一直等着它。",
    "hi": (
        "लिंडो की मेयर ने सोमवार को नए पुल का उद्घाटन किया। इसे बनाने में तीन साल लगे और लागत योजना से दोगुनी रही। "
        "पुराने शहर के निवासी बाढ़ के बाद से इसका इंतज़ार कर रहे थे।"
    ),
}
ENDS = {"zh": "。", "hi": "। "}


def _compare(source: str, target: str, language: str) -> list[tuple[str, str]]:
    found = compare_extent(read_extent(source, language="en"), read_extent(target, language=language))
    return [(finding.kind, finding.severity) for finding in found]


@pytest.mark.parametrize("language", sorted(GOOD))
def test_a_whole_translation_passes(language: str) -> None:
    """As many sentences, about as long as the language needs."""
    assert [] == _compare(SOURCE, GOOD[language], language)


@pytest.mark.parametrize("language", sorted(GOOD))
@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_sentence_left_out_is_told(language: str, lost: int) -> None:
    """Whichever of three it is."""
    end = ENDS.get(language, ". ")
    sentences = GOOD[language].split(end)
    target = end.join(sentence for index, sentence in enumerate(sentences) if index != lost)
    assert ["omission"] == [kind for kind, _ in _compare(SOURCE, target, language)]


def test_two_sentences_may_become_one() -> None:
    """What a translator joins is as long as before."""
    joined = GOOD["de"].replace(" Der Bau dauerte", " der Bau dauerte").replace("eröffnet.", "eröffnet;")
    assert [] == _compare(SOURCE, joined, "de")


def test_half_a_single_sentence_is_too_little() -> None:
    """Where nothing but the length speaks, it must speak loudly."""
    source = (
        "The mayor of Lindow opened the new bridge on Monday, which took three years to build and cost twice as much."
    )
    assert [("omission", "error")] == _compare(source, "Die neue Brücke.", "de")


def test_what_is_told_at_length_was_added() -> None:
    """Three times the length is no translation."""
    assert [("addition", "error")] == _compare("The bridge was opened on Monday morning.", GOOD["de"] * 2, "de")


def test_a_sentence_put_in_is_told() -> None:
    """One that has no partner in the source."""
    first, second, last = GOOD["de"].split(". ")
    added = f"{first}. {second}. Auch der Minister war angereist und lobte die gute Arbeit der Ingenieure. {last}"
    assert [("addition", "warning")] == _compare(SOURCE, added, "de")


@pytest.mark.parametrize("target", ["", "…", "123", " - "])
def test_no_word_is_no_translation(target: str) -> None:
    """Of a text that has words."""
    assert [("empty", "error")] == _compare("The bridge was opened.", target, "de")


def test_what_holds_no_word_may_stay_so() -> None:
    """A figure alone."""
    assert [] == _compare("14:30", "14.30", "de")


def test_a_language_without_measure_is_judged_mildly() -> None:
    """Half the length in a language nobody measured is no error."""
    source = read_extent("The bridge over the river was opened by the mayor on Monday.", language="en")
    assert () == compare_extent(source, read_extent("Ponte fluvio aperta dal Lunesdi matina.", language="ia"))


@pytest.mark.parametrize("lost", range(5))
def test_lengths_tell_that_a_sentence_has_no_partner(lost: int) -> None:
    """Pairing in order finds it among sentences of different lengths."""
    before = [120.0, 45.0, 200.0, 80.0, 150.0]
    after = [size * 1.04 for index, size in enumerate(before) if index != lost]
    assert True is (lacking(before, after, scatter=1.75) > 3)


def test_joined_sentences_are_no_gap() -> None:
    """Two for one costs less than leaving one out."""
    assert True is (lacking([100.0, 90.0, 120.0], [192.0, 118.0], scatter=1.75) < 0)


def test_a_long_text_is_judged_by_its_length_alone() -> None:
    """A hundred sentences are not paired, as that would take long; a few more or less are no matter."""
    sentences = [f"A{'b' * (20 + 7 * index % 60)}." for index in range(100)]
    before, after = " ".join(sentences), " ".join(sentences[1:])
    assert [] == _compare(before, after, "da")
