"""Croatian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="hr",
    cue_verbs=words(
        "rekao rekla rekli kaže kažu kazao kazala izjavio izjavila dodao dodala dodaje naveo navela istaknuo "
        "istaknula ističe objasnio objasnila objašnjava naglasio poručio napisao upitao odgovorio upozorio tvrdi "
        "smatra priznao potvrdio"
    ),
    cues_before=phrases("prema|prema riječima"),
    he=words("on"),
    she=words("ona"),
    prepositions=words("u na od do za s sa iz po"),
    stops=words("u i je na od do za s sa iz po da se ne koji koja koje ali ili kao"),
    plural_endings=("li", "le"),
    names_inflect=True,
)
