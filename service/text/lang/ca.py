"""Catalan."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="ca",
    cue_verbs=words(
        "dit diu diuen va dir deia afirmat afirma declarat declara explicat explica afegit afegeix assegurat "
        "assegura assenyalat assenyala indicat apuntat recordat destacat remarcat subratllat advertit escrit "
        "escriu lamentat criticat denunciat demanat respost preguntat sostingut insistit reconegut admès "
        "confirmat anunciat comentat conclòs"
    ),
    cues_before=phrases("segons|d'acord amb|per a"),
    he=words("ell"),
    she=words("ella"),
    titles=words(
        "sr sra senyor senyora president presidenta ministre ministra rei reina papa alcalde alcaldessa conseller "
        "consellera diputat diputada portaveu director directora secretari doctor doctora"
    ),
    roles=words(
        "president presidenta ministre ministra alcalde alcaldessa conseller consellera portaveu director "
        "directora diputat diputada expert advocat professor metge investigador entrenador jugador autor "
        "periodista líder"
    ),
    groups=words(
        "policia govern ministeri partit comissió tribunal empresa associació sindicat fiscalia ajuntament organització"
    ),
    articles=words("el la els les un una l"),
    prepositions=words("de del dels d a al als en amb per sense sobre entre fins des contra durant"),
    locatives=words("a en"),
    stops=words(
        "el la els les l un una uns unes de del dels d a al als en amb per sense sobre entre fins des contra "
        "durant i o però que qui on quan com si no ell ella ells seu seva"
    ),
    naming=words("llibre pel·lícula cançó sèrie novel·la títol titulat anomenat anomenada"),
    plural_endings=("n",),
    dash_dialogue=True,
    names_take_articles=True,
    adjectives_follow=True,
)
