"""Slovene."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="sl",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nič",
            0.5: "pol polovic*",
            1: "en ena eno enega enem eni enim edin* prv*",
            2: "dva dve dveh dvema oba obe obeh obema par dvakrat dvije dvo* drug* dvoj*",
            3: "tri treh trem tremi trije tret* troj*",
            4: "štiri štirih štirim štirje četrt*",
            5: "pet petih pet*",
            6: "šest šest*",
            7: "sedem sedem* sedm*",
            8: "osem osem* osm*",
            9: "devet devet*",
            10: "deset deset* desetlet*",
            11: "enajst enajst*",
            12: "dvanajst dvanajst* ducat*",
            13: "trinajst trinajst*",
            14: "štrinajst štirinajst*",
            15: "petnajst petnajst*",
            16: "šestnajst šestnajst*",
            17: "sedemnajst sedemnajst*",
            18: "asemnajst osemnajst*",
            19: "devetnajst devetnajst*",
            20: "dvaset dvajset*",
            30: "trideset trideset*",
            40: "štirideset štirideset*",
            50: "petdeset petdeset*",
            60: "šestdeset šestdeset*",
            70: "sedemdeset sedemdeset*",
            80: "osemdeset osemdeset*",
            90: "devetdeset devetdeset*",
            100: "stolet*",
            200: "dvesto dvjesto",
            300: "tristo",
            400: "štiristo",
            500: "petsto",
            600: "šeststo šesto",
            700: "sedemsto",
            800: "osemsto",
            900: "devetsto",
        },
        scales={
            100: "sto stotin*",
            1000: "tisoč*",
            1_000_000: "milijon* mio",
            1_000_000_000: "milijard* mrd",
            1_000_000_000_000: "bilijon*",
        },
        joiners="in",
        months=(
            "januar*",
            "februar*",
            "marec marca marcu marcem",
            "april*",
            "maj maja maju majem",
            "junij*",
            "julij*",
            "avgust*",
            "september septembr*",
            "oktober oktobr*",
            "november novembr*",
            "december decembr*",
        ),
        weekdays=(
            "ponedelj*",
            "torek tork* torkov*",
            "sreda? sredo? srede?",
            "četrtek četrtk*",
            "petek petk*",
            "sobot*",
            "nedelj*",
        ),
        afternoon="popoldne popoldan zvečer ponoči",
    ),
    polarity=PolarityWords(
        negations=words("ne ni niso nisem nismo niste nima nimajo nimamo noče nočejo nimam nočem nista"),
        weak=words(
            "brez zanika zanikal zanikala zanikali zavrnil zavrnila zavrnili zavrača zavračajo pomanjkanje "
            "pomanjkanja odsotnost odsotnosti manjka primanjkuje spodletelo spodletel nemogoče redko prepovedano "
            "prepoveduje prepovedal prepovedala prepovedali prepoved prepovedi preprečiti preprečil preprečila "
            "prepreči preprečuje izogniti izogibati izogiba prenehal prenehala prenehali nezakonito ovrgel propadel "
            "odklonil odklonila"
        ),
        weak_starts=words("ne brez"),
        spared=words(
            "nedav nedelj nemšk nemc nemč nekat nekaj nekdo nekdan nekoč nekak nekje nerv nesreč neki neka neko "
            "nekega nekem neke nevaren nevarn nenehn neposredn neodvis nevtral neg nepal nemir nebo nebes nečesa "
            "nemudoma nekoliko nenavadn nevtron neprijet"
        ),
        idioms=phrases(
            "ne le|ne samo|ne zgolj|ali ne|nič drugega kot|če ne|ne glede na|nenazadnje|ne nazadnje|nič manj kot"
        ),
        hedges=phrases(
            "morda|mogoče|možno|verjetno|domnevno|domnevni|domnevna|domnevne|domnevnega|menda|baje|lahko|utegne|"
            "utegnejo|bi|naj bi|zdi se|najbrž|osumljen|osumljenec|osumljenci|obtožen|pričakuje se|potencialno|"
            "očitno|morebitni|morebitne"
        ),
    ),
)
