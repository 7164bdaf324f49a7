import time

import pytest

from service.engines.apertium_readings import disambiguated

WORDS = {
    "the": "the<det><def><sp>",
    "a": "a<det><ind><sg>",
    "she": "prpers<prn><subj><p3><f><sg>",
    "two": "two<num><sp>",
    "drones": "drone<n><pl>",
    "men": "man<n><pl>",
    "field": "field<n><sg>",
    "roof": "roof<n><sg>",
    "Orla": "*Orla",
    "Zhovkva": "*Zhovkva",
    "hit": "hit<n><sg>/hit<vblex><inf>/hit<vblex><past>/hit<vblex><pp>",
    "fell": "fall<vblex><past>",
    "crashed": "crash<vblex><past>/crash<vblex><pp>",
    "burned": "burn<vblex><past>/burn<vblex><pp>",
    "was": "be<vbser><past><p3><sg>",
    "had": "have<vbhaver><past>/have<vblex><past>",
    "by": "by<pr>",
    "into": "into<pr>",
    "to": "to<pr>",
    "and": "and<cnjcoo>",
    "who": "who<prn><itg><m><sp>/who<rel><an><mf><sp>",
    "assists": "assist<n><pl>/assist<vblex><pri><p3><sg>",
    "right": "right<adj>/right<n><sg>",
    "over": "over<adv>/over<pr>",
    "as": "as<preadv>/as<cnjadv>/as<pr>",
    "'s": "'s<gen>/be<vbser><pri><p3><sg>",
    "low": "low<adj><sint>",
    "income": "income<n><sg>",
    "will": "will<vaux><inf>",
    "fall": "fall<n><sg>/fall<vblex><inf>/fall<vblex><pres>",
    ",": ",<cm>",
    "work": "work<n><sg>/work<vblex><inf>/work<vblex><pres>",
}


def readings(sentence: str, word: str) -> str:
    """What is left of the readings of a word in a sentence of known words."""
    stream = " ".join(f"^{one}/{WORDS[one]}$" for one in sentence.split()) + "^./.<sent>$"
    out = disambiguated(stream.encode()).decode()
    start = out.rindex(f"^{word}/") + len(word) + 2
    return out[start : out.index("$", start)]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("the drones hit the field", "hit", "hit<vblex><past>"),
        ("she burned the field", "burned", "burn<vblex><past>"),
        ("Orla crashed into a field", "crashed", "crash<vblex><past>"),
        ("men who burned the field fell", "burned", "burn<vblex><past>"),
        ("the field was burned", "burned", "burn<vblex><pp>"),
        ("the field burned by men fell", "burned", "burn<vblex><pp>"),
        ("men burned by drones fell", "burned", "burn<vblex><pp>"),
        ("drones burned into a field fell", "burned", "burn<vblex><pp>"),
        ("men burned by drones crashed the field", "burned", "burn<vblex><pp>"),
        ("men burned into a roof crashed the field", "burned", "burn<vblex><pp>"),
        ("drones crashed into a hit field", "crashed", "crash<vblex><past>"),
        ("the drones fell and burned", "burned", "burn<vblex><past>"),
        ("the burned field", "burned", "burn<vblex><pp>"),
        ("two assists", "assists", "assist<n><pl>"),
        ("and assists will fall", "assists", "assist<n><pl>"),
        ("the men , who will fall", "who", "who<rel><an><mf><sp>"),
        ("who fell , who crashed", "who", "who<prn><itg><m><sp>/who<rel><an><mf><sp>"),
        ("the right to work", "right", "right<n><sg>"),
        ("the right roof", "right", "right<adj>"),
        ("over the roof", "over", "over<pr>"),
        ("men as drones", "as", "as<cnjadv>/as<pr>"),
        ("Zhovkva 's field", "'s", "'s<gen>"),
        ("she had a field", "had", "have<vbhaver><past>/have<vblex><past>"),
        ("drones crashed", "crashed", "crash<vblex><past>"),
    ],
)
def test_readings(sentence, word, expected):
    """Each rule strikes out what English grammar rules out, and nothing where it can't tell."""
    assert expected == readings(sentence, word)


def test_hyphen_between_common_words_becomes_a_space():
    """The pairs glue what they make of such compounds."""
    stream = b"^low/low<adj><sint>$^-/-<guio>$^income/income<n><sg>$"
    assert b"^low/low<adj><sint>$ ^income/income<n><sg>$" == disambiguated(stream)


@pytest.mark.parametrize("stream", [b"^Abu/*Abu$^-/-<guio>$^Bakr/*Bakr$", b"^5/5<num>$^-/-<guio>$^3/3<num>$"])
def test_hyphen_of_names_and_numbers_stays(stream):
    """A name or a score is written as it is."""
    assert stream == disambiguated(stream)


def test_marks_outside_words_are_left_alone():
    """Escapes and superblanks pass as they came."""
    stream = rb"\^ [\[x\]]^men/man<n><pl>$ \$[#newsbriefs]"
    assert stream == disambiguated(stream)


@pytest.mark.parametrize("piece", [rb"\^", b"^", b"/", b"^a/b<vblex><past>/b<vblex><pp>$ ", b"^-/-<guio>$"])
def test_hostile_stream_is_quick(piece):
    """Time grows with the length only."""
    started = time.perf_counter()
    disambiguated(piece * (200_000 // len(piece)))
    assert time.perf_counter() - started < 5
