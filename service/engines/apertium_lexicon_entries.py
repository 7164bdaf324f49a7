"""What the rows of the lexicon become in the three dictionaries of a pair."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.engines.apertium_binary import Entry
from service.engines.lexicon import ADJECTIVE, NAMES, NOUNS, VERB, Row, Word
from service.engines.lexicon_english import plural, verb_forms
from service.engines.lexicon_verbs import asked, conjugated, model_of

_ANALYSIS = re.compile(r"\^[^/^$]*/([^$]*)\$")
_TAGGED = re.compile(r"([^<]*)((?:<[^>]+>)*)")
_NUMBER_TAGS = re.compile(r"(?:<(?:sg|pl|sp)>)+$")
_AGREEMENT_TAGS = re.compile(r"(?:<(m|f|mf)>)?(?:<(?:sg|pl|sp)>)*$")
_TAGS = {
    "adj": "<adj>",
    "adv": "<adv>",
    "pr": "<pr>",
    "cnj": "<cnjadv>",
    "v": "<vblex>",
    "n": "<n>",
    "nsg": "<n>",
    "npl": "<n>",
    "top": "<np><loc>",
    "org": "<np><al>",
    "ant": "<np><ant>",
    "cog": "<np><cog>",
}
# The first tag of what a pair may have called the same part of speech.
_KIN = {
    "adv": ("<adv>", "<preadv>"),
    "pr": ("<pr>",),
    "cnj": ("<cnjadv>", "<cnjsub>", "<cnjcoo>"),
    "adj": ("<adj>",),
    "v": ("<vblex>",),
    "top": ("<np>",),
    "org": ("<np>",),
    "ant": ("<np>",),
    "cog": ("<np>",),
}
# Catalan pairs call a place `top`, and give gender and number to names.
_CATALAN_PLACE = "<np><top>"
_INFLECTED_NAMES = frozenset({"en", "ca"})

_ENGLISH_TENSES = ("<inf>", "<pres>", "<pri><p3><sg>", "<past>", "<pp>", "<ger>", "<pprs>", "<subs>")
# The entries of a row in the analyser, the bilingual dictionary and the generator.
_Draft = tuple[list[Entry], list[Entry], list[Entry]]
# Of a form that was not asked about nothing is to be entered.
_ANY = frozenset(["?"])
Ask = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a pair can be asked: to read words of its source language, to write words with tags in its target.

    `write_source` is the same for the source language, where the pair is installed both ways.
    """

    source: str
    target: str
    read: Ask
    write: Ask
    write_source: Ask | None = None


def entries(rows: Sequence[Row], known: Known) -> dict[str, list[Entry]]:
    """The entries of the three dictionaries, for the rows that the pair does not know or that go before its own."""
    drafts: list[_Draft] = []
    made: dict[str, list[Entry]] = {"analyser": [], "bilingual": [], "generator": []}
    readings = _readings(rows, known)
    verbs = [row.word.lemma for row in rows if row.part == VERB and not readings[row.word.lemma]]
    source_verbs = _conjugated(verbs, known.source, known.write_source) if known.source != "en" else {}
    for row in rows:
        found = readings[row.word.lemma]
        own = {reading for reading in found if reading.partition("<")[0].casefold() == row.word.lemma.casefold()}
        same = sorted(reading for reading in own if _is_kin(reading, row.part))
        analyses = [(form, tagged) for form, tagged in _analyses(row, known.source, source_verbs) if form]
        if same and known.source == "en":
            made["analyser"] += [(form, tagged) for form, tagged in analyses if not readings.get(form, _ANY)]
        # A word that came out of the pair before is what it is; English has the same form as many things.
        if not row.first and (same or (found and known.source != "en")):
            continue
        lefts = same or [tagged for _, tagged in analyses]
        if lefts:
            bilingual, forms = _translated(row.translations[known.target], row.part, lefts)
            drafts.append(([] if same else analyses, bilingual, forms))
    _fill(made, drafts, known)
    return made


def _fill(made: dict[str, list[Entry]], drafts: Sequence[_Draft], known: Known) -> None:
    """Keep of the drafts what the pair can write; a verb that follows no model leaves no trace."""
    wanted = sorted({tagged for _, _, forms in drafts for tagged, _ in forms})
    unwritten = {tagged for tagged, answer in zip(wanted, _written(wanted, known.write), strict=True) if not answer}
    verbs = [tagged.partition("<")[0] for _, _, forms in drafts for tagged, form in forms if not form]
    regular = _conjugated([verb for verb in verbs if f"{verb}<vblex><inf>" in unwritten], known.target, known.write)
    for analyses, bilingual, forms in drafts:
        lacking = [(tagged, form) for tagged, form in forms if tagged in unwritten]
        if lacking and not lacking[0][1]:
            lacking = regular.get(lacking[0][0].partition("<")[0], [])
            if not lacking:
                continue
        made["analyser"] += analyses
        made["bilingual"] += bilingual
        made["generator"] += lacking


def _written(tagged: Sequence[str], ask: Ask) -> list[str]:
    """What a generator makes of words with tags, nothing where it can't."""
    answers = (answer.strip() for answer in ask([f"^{one}$ " for one in tagged]))
    return ["" if answer[:1] in ("#", "@") else answer for answer in answers]


def _conjugated(verbs: Iterable[str], language: str, ask: Ask | None) -> dict[str, list[Entry]]:
    """All forms of the verbs that follow a regular model."""
    found = {verb: model for verb in dict.fromkeys(verbs) if (model := model_of(verb, language)) is not None}
    if ask is None or not found:
        return {}
    models = sorted({model for model, _ in found.values()})
    forms = {model: _written(asked(model), ask) for model in models}
    return {verb: conjugated(verb, model, ending, forms[model]) for verb, (model, ending) in found.items()}


def _readings(rows: Sequence[Row], known: Known) -> dict[str, frozenset[str]]:
    """How the pair reads each lemma and each form that a row gives: lemmas with their tags, none for the unknown."""
    forms = sorted({form for row in rows for form in (row.word.forms if known.source == "en" else row.word.forms[:1])})
    found = {}
    for form, answer in zip(forms, known.read(forms), strict=True):
        match = _ANALYSIS.fullmatch(answer.strip())
        readings = match[1].split("/") if match is not None else []
        found[form] = frozenset(reading for reading in readings if not reading.startswith("*"))
    return found


def _is_kin(reading: str, part: str) -> bool:
    tags = reading[reading.find("<") :]
    return tags.startswith("<n>") if part in NOUNS else tags.startswith(_KIN[part])


def _analyses(row: Row, source: str, verbs: Mapping[str, list[Entry]]) -> Iterable[Entry]:
    """Every form of a word of the source language with what it is."""
    if source == "en":
        return _english(row)
    if row.part == VERB:
        return [(form, tagged) for tagged, form in verbs.get(row.word.lemma, ())]
    return _romance(row.word, row.part, _place(row.part, source), source)


def _place(part: str, language: str) -> str:
    return _CATALAN_PLACE if part == "top" and language in ("ca", "fr", "it") else _TAGS[part]


def _english(row: Row) -> Iterator[Entry]:
    lemma, tag = row.word.lemma, _TAGS[row.part]
    if row.part == VERB:
        infinitive, third, past, participle, ing = verb_forms(row.word.forms)
        yield from ((infinitive, f"{lemma}{tag}<inf>"), (infinitive, f"{lemma}{tag}<pres>"))
        yield from ((third, f"{lemma}{tag}<pri><p3><sg>"), (past, f"{lemma}{tag}<past>"))
        yield (participle, f"{lemma}{tag}<pp>")
        yield from ((ing, f"{lemma}{tag}<{kind}>") for kind in ("ger", "pprs", "subs"))
    elif row.part in NOUNS:
        if row.part != "npl":
            yield (lemma, f"{lemma}{tag}<sg>")
        if row.part != "nsg":
            many = lemma if row.part == "npl" else row.word.forms[1] if len(row.word.forms) > 1 else plural(lemma)
            yield (many, f"{lemma}{tag}<pl>")
    elif tag.startswith("<np>"):
        yield (lemma, f"{lemma}{tag}<sg>")
    else:
        yield (lemma, f"{lemma}{tag}")


def _romance(word: Word, part: str, tag: str, language: str) -> Iterator[Entry]:
    lemma, gender = word.lemma, word.gender
    if part in NOUNS:
        numbers = (("pl", word.forms[1]),) if word.plural_only else (("sg", word.forms[0]), ("pl", word.forms[1]))
        yield from ((form, f"{lemma}{tag}<{gender}><{number}>") for number, form in numbers)
    elif part == ADJECTIVE:
        yield from ((form, f"{lemma}{tag}{agreement}") for agreement, form in _agreeing(word))
    elif tag.startswith("<np>") and language in _INFLECTED_NAMES:
        yield (lemma, f"{lemma}{tag}<{gender}><sg>")
    else:
        yield (lemma, f"{lemma}{tag}")


def _agreeing(word: Word) -> Iterator[tuple[str, str]]:
    ms, fs, mp, fp = word.forms if len(word.forms) == 4 else (word.lemma,) * 4
    if (ms, mp) == (fs, fp):
        yield from (("<mf><sg>", ms), ("<mf><pl>", mp))
    else:
        yield from (("<m><sg>", ms), ("<f><sg>", fs), ("<m><pl>", mp), ("<f><pl>", fp))


def _translated(word: Word, part: str, lefts: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
    """The bilingual entries for the readings `lefts` of a word, and the forms that the target must have."""
    if part in NOUNS:
        return _noun(word, lefts), [(tagged, form) for form, tagged in _romance(word, part, "<n>", "")]
    if part == ADJECTIVE:
        return _adjective(word, lefts), [(f"{word.lemma}<adj>{tags}", form) for tags, form in _agreeing(word)]
    if part == VERB:
        return _verb(word, lefts), [(f"{word.lemma}<vblex><inf>", "")]
    if part in NAMES:
        return _name(word, lefts)
    pairs = [(left, word.lemma + left[left.index("<") :]) for left in lefts]
    return pairs, [(right, word.lemma) for _, right in pairs]


def _noun(word: Word, lefts: Sequence[str]) -> list[Entry]:
    """With number and without it: a pair's own entry that reaches further would hide one that stops before it.

    The longer of the two is then the only answer, which saves the choice between answers its time.
    """
    right = f"{word.lemma}<n><{word.gender}>"
    made: dict[str, str] = {}
    for left in lefts:
        stem = _NUMBER_TAGS.sub("", left)
        made[stem] = f"{right}<pl>" if word.plural_only else right
        made |= {f"{stem}<{number}>": f"{right}<{'pl' if word.plural_only else number}>" for number in ("sg", "pl")}
    return [(left, to) for left, to in made.items() if not word.plural_only or left.endswith(("<sg>", "<pl>"))]


def _verb(word: Word, lefts: Sequence[str]) -> list[Entry]:
    """As for nouns; only English has few enough forms to list them."""
    stems = {left[: left.index("<vblex>")] for left in lefts}
    tenses = ("", *_ENGLISH_TENSES) if any("<vblex><pres>" in left for left in lefts) else ("",)
    return [(f"{stem}<vblex>{tense}", f"{word.lemma}<vblex>{tense}") for stem in stems for tense in tenses]


def _adjective(word: Word, lefts: Sequence[str]) -> list[Entry]:
    changing = len({tags for tags, _ in _agreeing(word)}) > 2
    made: dict[str, str] = {}
    for left in lefts:
        agreement = _AGREEMENT_TAGS.search(left)
        gender = agreement[1] if agreement is not None else None
        if gender is None:
            to = "<adj>" if changing else "<adj><mf>"
            stem = left[: left.index("<")]
            made |= {f"{stem}<adj>": word.lemma + to, f"{stem}<adj><sint>": word.lemma + to}
            continue
        stem = left[: left.index("<")] + "<adj>"
        for own in ("m", "f") if gender != "mf" else ("mf",):
            to = own if changing and own != "mf" else "GD" if changing else "mf"
            made[f"{stem}<{own}>"] = f"{word.lemma}<adj><{to}>"
    return list(made.items())


def _name(word: Word, lefts: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
    pairs = []
    for left in lefts:
        stem = _AGREEMENT_TAGS.sub("", left)
        tags = stem[stem.index("<") :]
        # English has the number only, some pairs have neither, and the target has gender where there is a number.
        pairs.append((stem, f"{word.lemma}{tags}" + ("" if stem == left else f"<{word.gender}>")))
    number = {right: "<sg>" if stem != left else "" for (stem, right), left in zip(pairs, lefts, strict=True)}
    return pairs, [(f"{right}{number[right]}", word.lemma) for _, right in pairs]
