"""Catalan."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="ca",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zero*",
            0.5: "mig mitja meitat",
            1: "un una u primer primera primer*",
            2: "ambdós ambdues dos dues parell parella segon segona segon* doble*",
            3: "tres tercer tercera terç* tercer* triple*",
            4: "quatre quart quarta quart*",
            5: "cinc cinquè cinquena cinqu* cinquè*",
            6: "sis sisè sisena sisè*",
            7: "set setè setena setè*",
            8: "vuit vuitè vuitena vuitè*",
            9: "nou novè novena novè*",
            10: "deu desè desena desè* desen* dècad*",
            11: "onze onzena onzè",
            12: "dotze dotz* dotzen*",
            13: "tretze tretz*",
            14: "catorze catorz*",
            15: "quinze quinz*",
            16: "setze setz*",
            17: "disset*",
            18: "divuit*",
            19: "dinou dino*",
            20: "vint vintè vintena vinten* vint-i-*",
            21: "vint-i-un*",
            30: "trenta trent* trenten*",
            40: "quaranta quarant*",
            50: "cinquanta cinquantè cinquantena",
            60: "seixanta seixant*",
            70: "setanta setant*",
            80: "vuitanta vuitant*",
            90: "noranta norant*",
            100: "segle* centenar*",
        },
        scales={
            100: "cent cents",
            1000: "mil milers miler",
            1_000_000: "milió milions",
            1_000_000_000_000: "bilió bilions",
        },
        joiners="i",
        months=(
            "gener",
            "febrer",
            "març",
            "abril",
            "maig",
            "juny",
            "juliol",
            "agost",
            "setembre",
            "octubre",
            "novembre",
            "desembre",
        ),
        weekdays=(
            "dilluns",
            "dimarts",
            "dimecres",
            "dijous",
            "divendres",
            "dissabte*",
            "diumenge*",
        ),
        afternoon="tarda vespre nit migdia mitjanit",
    ),
    polarity=PolarityWords(
        negations=words("no"),
        companions=words("ningú res tampoc enlloc"),
        weak=words(
            "sense nega neguen negar negat negativa rebutja rebutjar rebutjat rebutgen manca falta falten fracassar "
            "fracassat fracàs impossible impossibles il·legal il·legals il·legalment incapaç incapaços prohibeix "
            "prohibit prohibida prohibir prohibició impedeix impedir impedit evitar evita eviten evitat feines "
            "rarament absència absent insuficient insuficients desconegut desconeguda desconeix inútil incert "
            "inevitable irregular incorrecte inadequat ineficaç improbable independent independentment inestable "
            "deixar impossibilitat desmentir inusual innecessari innecessària escassa escàs difícilment impediment ni"
        ),
        idioms=phrases(
            "no només|no sols|no obstant això|no obstant|o no|sens dubte|no únicament|no solament|"
            "ni més ni menys|cap a|cap al|cap als|el cap|al cap|cap de|com a mínim no|que no pas|abans no|"
            "abans que no|si més no|no gaire més"
        ),
        hedges=phrases(
            "potser|possiblement|probablement|presumptament|presumpte|presumpta|presumptes|suposadament|suposat|"
            "suposada|podria|podrien|aparentment|sembla|semblen|hauria|haurien|seria|serien|possible|pot|poden|"
            "pel que sembla|acusat de|s'espera|potencialment"
        ),
        idiom_pattern=r"(?:més|menys) [^.,;:]{1,40} que no\b",
    ),
)
