"""Serbian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="sr",
    cue_verbs=words(
        "рекао рекла кажу каже казао казала изјавио изјавила додао додала навео навела истакао истакла објаснио "
        "нагласио поручио написао упитао одговорио упозорио rekao rekla kaže kazao kazala izjavio izjavila dodao "
        "dodala naveo navela istakao istakla objasnio naglasio poručio napisao upitao odgovorio upozorio ističe "
        "tvrdi smatra"
    ),
    cues_before=phrases("према|према речима|по речима|prema|prema riječima|prema rečima"),
    he=words("он on"),
    she=words("она ona"),
    prepositions=words("у на од до за са из по od do za sa iz po u"),
    stops=words(
        "у и је на од до за са из по да се не који која које али или као u i je na od do za sa iz po da se ne "
        "koji koja koje ali ili kao"
    ),
    plural_endings=("ли", "ле"),
    names_inflect=True,
)
