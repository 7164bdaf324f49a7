"""Finnish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="fi",
    cue_verbs=words(
        "sanoi sanoo sanoivat kertoi kertoo totesi toteaa kirjoitti kirjoittaa kysyi vastasi lisäsi selitti "
        "korosti väitti väittää huomautti varoitti myönsi vahvisti ilmoitti kommentoi arvioi"
    ),
    cues_after=phrases("mukaan"),
    he=words("hän"),
    stops=words("ja tai mutta että ei on oli se ne hän he me te minä kun jos kuin myös vain nyt"),
    dash_dialogue=True,
    compounds=True,
)
