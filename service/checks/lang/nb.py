"""Norwegian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="nb",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "null nullte",
            0.5: "halv*",
            1: "ene eneste første én ett ei enkelt*",
            1.5: "halvannen",
            2: "begge to andre andra par dobbel*",
            3: "tredje tre tredel* tredjedel*",
            4: "fjerde kvart fire firedel*",
            5: "fem femte",
            6: "seks sjette",
            7: "sju sjuende syv*",
            8: "åtte åttende",
            9: "ni niende",
            10: "ti tiende tiår*",
            11: "elleve ellevte",
            12: "tolv tolvte dusin*",
            13: "tretten trettende",
            14: "fjorten fjortende",
            15: "femten femtende",
            16: "seksten sekstende",
            17: "sytten syttende",
            18: "atten attende",
            19: "nitten nittende",
            20: "tjue tjue* tyve*",
            30: "tretti tretti* tredve*",
            40: "førti førtiende",
            50: "femti femtiende",
            60: "seksti sekstiende",
            70: "sytti syttiende",
            80: "åtti åttiende",
            90: "nitti nittiende",
            100: "århundre*",
        },
        scales={
            100: "hundre hundrede hundrevis",
            1000: "tusen tusenvis",
            1_000_000: "million millioner mill",
            1_000_000_000: "milliard milliarder mrd",
            1_000_000_000_000: "billion billioner",
        },
        joiners="og",
        months=(
            "januar",
            "februar",
            "mars?",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ),
        weekdays=(
            "mandag* måndag*",
            "tirsdag* tysdag*",
            "onsdag*",
            "torsdag*",
            "fredag*",
            "lørdag* laurdag*",
            "søndag* sundag*",
        ),
        afternoon="ettermiddag kveld natt",
    ),
    polarity=PolarityWords(
        negations=words("ikke nei ingen intet aldri ingenting verken ei ikkje ingensteds hverken inga inkje"),
        weak=words(
            "uten neppe sjelden mangel mangler manglet manglende mislyktes mislykkes mislykket forbudt forbyr forbød "
            "forbud forhindre forhindrer forhindret hindre hindrer unngå unngår unngikk nekter nektet avviser avviste "
            "avvist benekter benektet dementerer dementerte ulovlig ulovlige umulig fravær unntatt unntak unnlot "
            "opphørte sviktet utan knapt klarte"
        ),
        weak_starts=words("u ikke"),
        weak_ends=words("løs løst løse"),
        spared=words(
            "ut uke under ung uni un- ukrain ur usa utvik unn umiddelbar ukene undertegn uttal ubåt unders undsk utrol"
        ),
        idioms=phrases(
            "ikke bare|ikke kun|ikke minst|eller ikke|ikke mindre enn|eller ei|hvis ikke|ikke annet enn|"
            "ikke alene|ikkje berre"
        ),
        hedges=phrases(
            "kanskje|muligens|mulig|sannsynligvis|trolig|antakelig|antagelig|angivelig|angivelige|kan|kunne|"
            "skal ha|skulle|synes|ser ut til|virker|forventes|mistenkt|siktet|eventuelt|potensielt|"
            "tilsynelatende|visstnok"
        ),
    ),
)
