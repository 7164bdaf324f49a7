"""Italian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="it",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zero zeresimo zeresim*",
            0.5: "metà mezz*",
            1: "un un' uno una unico primo prim* unic*",
            2: "coppia paio due secondo second* entramb* doppi*",
            3: "triplo tre trio terzo terz*",
            4: "quattro quarto quart*",
            5: "cinque quinto quint*",
            6: "sei sesto sest*",
            7: "sette settimo settima settimi settime settim*",
            8: "otto ottavo ottav*",
            9: "nona nove nono noni none non*",
            10: "decade dieci decimo decim* decenni* decin*",
            11: "undici undic*",
            12: "dodici dozzin* dodic*",
            13: "tredici tredic*",
            14: "quattordici quattordic*",
            15: "quindici quindic*",
            16: "sedici sedic*",
            17: "diciassette diciassett*",
            18: "diciotto diciott*",
            19: "diciannove diciannov*",
            20: "ventina venti vent*",
            30: "trentina trenta trent*",
            40: "quaranta quarant*",
            50: "cinquanta cinquant*",
            60: "sessanta sessant*",
            70: "settanta settant*",
            80: "ottanta ottant*",
            90: "novanta novant*",
            100: "secol*",
        },
        scales={
            100: "cento centinaia centinaio",
            1000: "mille mila migliaia migliaio",
            1_000_000: "milione milioni mln mio",
            1_000_000_000: "miliardo miliardi mld",
            1_000_000_000_000: "bilione bilioni",
        },
        joiners="e",
        months=(
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ),
        weekdays=(
            "lunedì",
            "martedì",
            "mercoledì",
            "giovedì",
            "venerdì",
            "sabato sabati",
            "domenica? domeniche",
        ),
        afternoon="pomeriggio sera notte mezzogiorno",
    ),
    polarity=PolarityWords(
        negations=words("non"),
        companions=words("mai nessuno nessun nessuna niente nulla né neanche nemmeno neppure nessun'"),
        weak=words(
            "senza nega negano negò negato negare smentisce smentito rifiuta rifiutato rifiutano rifiutò rifiutare "
            "rifiuto respinge respinto respinse manca mancano mancava mancanza fallito fallisce fallì fallire "
            "fallimento impossibile impossibili illegale illegali illegalmente incapace incapaci vieta vietato "
            "vietata vietare divieto impedisce impedito impedire evitare evita evitato appena raramente rara raro "
            "assenza assente insufficiente insufficienti sconosciuto sconosciuta sconosciuti inutile incerto "
            "inevitabile irregolare scorretto inadeguato inefficace improbabile indipendente indipendentemente "
            "instabile smesso impossibilità inusuale insolito scarsa scarso privo priva privi difficilmente no "
            "inattivo invisibile ignoto proibito proibita smette smettono illeso illesa"
        ),
        idioms=phrases(
            "non solo|non soltanto|non solamente|o no|nulla di fatto|non appena|non meno di|nient'altro che|"
            "senza dubbio|niente meno che|non unicamente|se non|e non solo|meno che non"
        ),
        hedges=phrases(
            "forse|possibilmente|probabilmente|presumibilmente|presunto|presunta|presunti|presunte|"
            "apparentemente|potrebbe|potrebbero|sembra|sembrano|sembrerebbe|avrebbe|avrebbero|sarebbe|sarebbero|"
            "possibile|può|possono|pare|sospettato|sospettati|accusato di|dovrebbe|dovrebbero|magari|"
            "potenzialmente|a quanto pare"
        ),
    ),
)
