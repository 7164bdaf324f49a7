"""Spanish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="es",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "cero",
            0.5: "medio media mitad",
            1: "un una uno primer* únic*",
            2: "ambos ambas dos par pareja segundo segund* doble*",
            3: "trío tres tercer* tercio* triple*",
            4: "cuarto cuart* cuatro",
            5: "cinco quinto quint*",
            6: "seis sexto sext*",
            7: "siete séptimo séptim*",
            8: "ocho octavo octav*",
            9: "novena noveno novenos novenas nueve noven*",
            10: "diez décimo décim* decena* década*",
            11: "once undécimo decimoprimeros decimoprimer*",
            12: "doce duodécimo decimosegundos decimosegund* docena*",
            13: "trece decimotercer*",
            14: "catorce decimocuarto decimocuart*",
            15: "quincena quince decimoquinto decimoquint*",
            16: "dieciséis decimosexto decimosext*",
            17: "diecisiete decimoséptimo decimoséptim*",
            18: "dieciocho decimoctavo decimoctav*",
            19: "diecinueve decimonoveno decimonoven*",
            20: "veinte veintena vigésimo vigésim* veint*",
            21: "veintiún veintiun*",
            22: "veintidós",
            23: "veintitrés",
            24: "veinticuatro",
            25: "veinticinco",
            26: "veintiséis",
            27: "veintisiete",
            28: "veintiocho",
            29: "veintinueve",
            30: "treinta trigésimo trigésim*",
            40: "cuarenta cuadragésimo cuadragésim*",
            50: "cincuenta quincuagésimo quincuagésim*",
            60: "sesenta sexagésimo sexagésim*",
            70: "setenta septuagésimo septuagésim*",
            80: "ochenta octogésimo octogésim*",
            90: "noventa nonagésimo nonagésim*",
            100: "siglo* centenar* centésim*",
            200: "doscientos ducentésimo ducentésim* doscient*",
            300: "trescientos tricentésimo tricentésim* trescient*",
            400: "cuatrocientos cuadringentésimo cuadringentésim* cuatrocient*",
            500: "quinientos quinientas quingentésimo quingentésimos quingentésimas quingentésima quinient*",
            600: "seiscientos sexcentésimo sexcentésim* seiscient*",
            700: "setecientos septingentésimo septingentésim* setecient*",
            800: "ochocientos octingésimo octingésim* ochocient*",
            900: "novecientos noningentésimo noningentésim* novecient*",
        },
        scales={
            100: "cien ciento cientos",
            1000: "mil miles millar millares",
            1_000_000: "millón millones mill mm",
            1_000_000_000_000: "billón billones",
        },
        joiners="y",
        months=(
            "enero* ene?",
            "febrero* feb?",
            "marzo",
            "abril*",
            "mayo",
            "junio* jun?",
            "julio?",
            "agosto?",
            "septiembre* setiembre* sept?",
            "octubre* oct?",
            "noviembre* nov?",
            "diciembre* dic?",
        ),
        weekdays=(
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado*",
            "domingo*",
        ),
        afternoon="tarde noche p.m pm mediodía medianoche",
    ),
    polarity=PolarityWords(
        negations=words("no"),
        companions=words("nunca jamás nadie nada ningún ninguna ninguno ni tampoco"),
        weak=words(
            "sin niega niegan negó negaron negar negado negativa rechaza rechazó rechazan rechazaron rechazado "
            "rechazar falta faltan faltaba carece carecen carecía fracasó fracasar fracaso fracasa imposible "
            "imposibles ilegal ilegales ilegalmente incapaz incapaces incapacidad prohíbe prohibido prohibida "
            "prohibió prohibir prohibición impide impidió impedir impedido evitar evita evitó evitan apenas raramente "
            "rara ausencia ausente insuficiente insuficientes desconocido desconocida desconocidos desconoce "
            "desconocen inútil incierto inevitable irregular incorrecto inadecuado ineficaz inactivo improbable "
            "independiente independientemente inapropiado inestable dejó deja imposibilidad desmintió desmiente "
            "difícilmente escasa escaso inusual innecesario innecesaria injusto exento infrecuente dejan ilesa ileso"
        ),
        idioms=phrases(
            "no solo|no sólo|no solamente|no obstante|o no|nada más|no únicamente|sin duda|nada menos que|"
            "no menos de|a menos que|cuando no|ni más ni menos|no es otro|no otra cosa|casi nada"
        ),
        hedges=phrases(
            "quizá|quizás|tal vez|posiblemente|probablemente|presuntamente|presunto|presunta|presuntos|"
            "supuestamente|supuesto|supuesta|supuestos|podría|podrían|aparentemente|parece|parecen|al parecer|"
            "habría|habrían|sería|serían|posible|puede|pueden|acusado de|se espera|se cree|sospechoso|"
            "sospechosos|eventual|potencialmente"
        ),
    ),
)
