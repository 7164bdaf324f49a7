"""Hungarian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="hu",
    cue_verbs=words(
        "mondta mondja mondták közölte közölték nyilatkozta hangsúlyozta tette hozzátette írta írja kérdezte "
        "válaszolta figyelmeztetett elmondta elismerte megjegyezte kijelentette állítja állította fogalmazott "
        "nyilatkozott magyarázta"
    ),
    cues_after=phrases("szerint"),
    stops=words("a az és vagy de hogy nem is egy ez ki mi aki ami ahol amikor ha mint után előtt"),
    dash_dialogue=True,
    compounds=True,
)
