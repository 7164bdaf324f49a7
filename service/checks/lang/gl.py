"""Galician."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="gl",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "cero",
            0.5: "medio media metade",
            1: "un unha primeir*",
            2: "dous dúas ambos ambas par parella segund* dobre*",
            3: "tres terzo triplo terceir*",
            4: "catro cuart*",
            5: "cinco quint*",
            6: "seis sext*",
            7: "sete sétim* séptim*",
            8: "oito oitav*",
            9: "nove noven*",
            10: "dez décim* década* decena*",
            11: "once",
            12: "doce ducia* duodécim*",
            13: "trece",
            14: "catorce",
            15: "quince quincena",
            16: "dezaseis",
            17: "dezasete",
            18: "dezaoito",
            19: "dezanove",
            20: "vinte vint*",
            30: "trinta",
            40: "corenta cuarenta",
            50: "cincuenta",
            60: "sesenta",
            70: "setenta",
            80: "oitenta",
            90: "noventa",
            100: "século* centenar*",
            200: "duascentas douscent*",
            300: "trescent*",
            400: "catrocent*",
            500: "cincocent* quinient*",
            600: "seiscent*",
            700: "setecent*",
            800: "oitocent*",
            900: "novecent*",
        },
        scales={
            100: "cen cento centos",
            1000: "mil miles millar",
            1_000_000: "millón millóns",
            1_000_000_000_000: "billón billóns",
        },
        joiners="e",
        months=(
            "xaneiro*",
            "febreiro*",
            "marzo",
            "abril",
            "maio",
            "xuño",
            "xullo",
            "agosto?",
            "setembro*",
            "outubro*",
            "novembro*",
            "decembro*",
        ),
        weekdays=(
            "luns",
            "martes",
            "mércores",
            "xoves",
            "venres",
            "sábado*",
            "domingo*",
        ),
        afternoon="tarde noite p.m mediodía",
    ),
    polarity=PolarityWords(
        negations=words("non"),
        companions=words("nunca xamais ninguén nada ningún ningunha nin tampouco"),
        weak=words(
            "sen nega negan negou negaron negar negado negativa rexeita rexeitou rexeitan rexeitado falta faltan "
            "carece carecen fracasou fracasar fracaso imposible imposibles ilegal ilegais ilegalmente incapaz "
            "incapaces prohibe prohibido prohibida prohibiu prohibir prohibición impide impediu impedir evitar evita "
            "evitou apenas raramente rara ausencia ausente insuficiente insuficientes descoñecido descoñecida "
            "descoñece inútil incerto inevitable irregular incorrecto inadecuado ineficaz improbable independente "
            "independentemente inestable deixou imposibilidade desmentiu inusual innecesario innecesaria escasa "
            "escaso"
        ),
        idioms=phrases(
            "non só|non soamente|non obstante|ou non|nada máis|sen dúbida|non unicamente|non menos de|a non ser"
        ),
        hedges=phrases(
            "quizais|quizá|tal vez|posiblemente|probablemente|presuntamente|presunto|presunta|presuntos|"
            "supostamente|suposto|suposta|podería|poderían|aparentemente|parece|parecen|ao parecer|habería|sería|"
            "serían|posible|pode|poden|talvez|acaso|seica|potencialmente"
        ),
    ),
)
