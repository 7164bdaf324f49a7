"""Verbs that a generator can't conjugate, conjugated like a regular verb that it can."""

from collections.abc import Mapping, Sequence

# By ending, the longest first: a verb that every pair's generator knows, with the same changes of spelling.
MODELS: Mapping[str, Mapping[str, str]] = {
    "es": {"car": "indicar", "gar": "pagar", "zar": "utilizar", "ar": "hablar"},
    "gl": {"car": "indicar", "gar": "pagar", "zar": "utilizar", "ar": "falar"},
    "ca": {"car": "indicar", "gar": "pagar", "jar": "viatjar", "çar": "avançar", "iar": "canviar", "ar": "parlar"},
    "pt": {"car": "indicar", "çar": "avançar", "gar": "ligar", "ar": "falar"},
    "fr": {"cer": "commencer", "ger": "manger", "er": "parler"},
    "it": {"care": "indicare", "gare": "pagare", "ciare": "cominciare", "giare": "mangiare", "are": "parlare"},
}
_PERSONS = tuple(f"<{person}><{number}>" for number in ("sg", "pl") for person in ("p1", "p2", "p3"))
_TENSES = ("pri", "ifi", "pii", "fti", "cni", "prs", "pis", "imp")
TAGS = (
    "<inf>",
    "<ger>",
    *(f"<pp><{gender}><{number}>" for gender in ("m", "f") for number in ("sg", "pl")),
    *(f"<{tense}>{person}" for tense in _TENSES for person in _PERSONS),
)
VERB_TAG = "<vblex>"


def model_of(verb: str, language: str) -> tuple[str, str] | None:
    """The model that `verb` follows and the ending that both have; None where it follows none that is known."""
    for ending, model in MODELS.get(language, {}).items():
        if verb.endswith(ending):
            return model, ending
    return None


def asked(model: str) -> list[str]:
    """Every form of a model, as a generator is asked for it."""
    return [f"{model}{VERB_TAG}{tags}" for tags in TAGS]


def conjugated(verb: str, model: str, ending: str, forms: Sequence[str]) -> list[tuple[str, str]]:
    """The forms of `verb` with their tags, from the `forms` of its model in the order of `asked`."""
    stem, own = model.removesuffix(ending), verb.removesuffix(ending)
    return [
        (f"{verb}{VERB_TAG}{tags}", own + form[len(stem) :])
        for tags, form in zip(TAGS, forms, strict=True)
        if form.startswith(stem)
    ]
