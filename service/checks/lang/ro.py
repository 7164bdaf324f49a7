"""Romanian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="ro",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zero",
            0.5: "jumate jumăt*",
            1: "un o una unu unul prim* singur*",
            2: "doi două doilea doua ambele ambii pereche amândoi amb* dubl*",
            3: "trei treilea treia treime triplu",
            4: "patru patrulea patra sfert",
            5: "cinci cincilea cincea",
            6: "șase* şase",
            7: "șapte șaptelea șaptea şapte",
            8: "opt optulea opta",
            9: "nouă nouălea noua",
            10: "zece* zeci deceni*",
            11: "unsprezece unsprezece*",
            12: "doisprezece douăsprezece doisprezece* douăsprezece* duzin*",
            13: "treisprezece treisprezece*",
            14: "patrusprezece paisprezece*",
            15: "cincisprezece cincisprezece*",
            16: "şasesprezece șaisprezece*",
            17: "şaptesprezece șaptesprezece*",
            18: "optsprezece optsprezece*",
            19: "nouăsprezece nouăsprezece*",
            20: "douăzeci douăzeci*",
            30: "treizeci treizeci*",
            40: "patruzeci patruzeci*",
            50: "cincizeci cincizeci*",
            60: "şasezeci șaizeci*",
            70: "şaptezeci șaptezeci*",
            80: "optzeci optzeci*",
            90: "nouăzeci nouăzeci*",
            100: "secol*",
        },
        scales={
            100: "sută sute sutelor",
            1000: "mie mii miilor",
            1_000_000: "milion milioane milioanelor mil mln",
            1_000_000_000: "miliard miliarde mld",
            1_000_000_000_000: "trilion trilioane",
        },
        joiners="și de",
        merges={
            "ş": "ș",
            "ţ": "ț",
        },
        months=(
            "ianuarie ian?",
            "februarie feb?",
            "martie",
            "aprilie apr?",
            "mai?",
            "iunie",
            "iulie",
            "august",
            "septembrie sept?",
            "octombrie oct?",
            "noiembrie nov?",
            "decembrie dec?",
        ),
        weekdays=(
            "luni?",
            "marți marţi marțea",
            "miercuri",
            "joi",
            "vineri",
            "sâmbăt*",
            "duminic*",
        ),
        afternoon="după-amiaza după-amiază seara seară noaptea amiază",
    ),
    polarity=PolarityWords(
        negations=words("nu n- n"),
        weak=words(
            "fără neagă negat nega refuză refuzat refuzul refuze respinge respins lipsa lipsă lipsesc lipsește lipsit "
            "lipsită lipsea eșuat eșuează eșec eșecul imposibil imposibilă ilegal ilegală ilegale incapabil "
            "incapabili interzis interzisă interzice interzicerea împiedică împiedicat evita evită evitat rareori "
            "absența absent insuficient insuficientă necunoscut necunoscută inutil incert inevitabil incorect "
            "inadecvat ineficient improbabil independent instabil încetat dezmințit"
        ),
        weak_starts=words("ne ine ina inac incap insuf impos impre"),
        spared=words(
            "nea inter intr inst inform incl indi inv internet invest interes intre iniț industr incid imp indic inf "
            "ins int neg nevoi nelson nepal nelin neînt nebun neutron nefericir necesar"
        ),
        idioms=phrases(
            "nu numai|nu doar|sau nu|nu mai puțin de|fără îndoială|nici mai mult, nici mai puțin|dacă nu chiar|"
            "nu de puține ori"
        ),
        hedges=phrases(
            "poate|posibil|probabil|presupus|presupusa|presupusă|presupuși|presupusul|pretins|pretinsa|pretinsul|"
            "ar putea|ar fi|ar|se pare|pare|par|aparent|eventual|se presupune|suspectat|suspectați|acuzat de|"
            "se așteaptă|potențial"
        ),
    ),
)
