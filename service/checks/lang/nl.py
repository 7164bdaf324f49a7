"""Dutch."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="nl",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nul nulste",
            0.25: "kwart",
            0.5: "half halve helft",
            1: "eerste één eenmaal enkele een",
            1.5: "anderhalf anderhalve",
            2: "tweede twee paar beide* twee* dubbel*",
            3: "derde drie drie*",
            4: "kwart vierde vier vier*",
            5: "vijf vijfde vijf*",
            6: "zes zesde zes*",
            7: "zeven zevende zeven*",
            8: "achtste acht acht*",
            9: "negen negende negen*",
            10: "decennium decennia tien tiende",
            11: "elf elfde",
            12: "dozijn twaalf twaalfde",
            13: "dertien dertiende",
            14: "veertien veertiende",
            15: "vijftien vijftiende",
            16: "zestien zestiende",
            17: "zeventien zeventiende",
            18: "achttien achttiende",
            19: "negentien negentiende",
            20: "twintig twintigste",
            30: "dertig dertigste",
            40: "veertig veertigste",
            50: "vijftig vijftigste",
            60: "zestig zestigste",
            70: "zeventig zeventigste",
            80: "tachtig tachtigste",
            90: "negentig negentigste",
            100: "eeuw",
        },
        scales={
            100: "honderd honderden",
            1000: "duizend duizenden",
            1_000_000: "miljoen miljoenen mln",
            1_000_000_000: "miljard miljarden mrd",
            1_000_000_000_000: "biljoen",
        },
        joiners="en ën",
        months=(
            "januari",
            "februari",
            "maart*",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ),
        weekdays=(
            "maandag*",
            "dinsdag*",
            "woensdag*",
            "donderdag*",
            "vrijdag*",
            "zaterdag*",
            "zondag*",
        ),
        afternoon="middags middag avonds avond",
    ),
    polarity=PolarityWords(
        negations=words("niet nee geen nooit niemand niets nergens noch evenmin nimmer niks"),
        weak=words(
            "zonder nauwelijks zelden gebrek ontbreekt ontbreken ontbrak mislukt mislukte mislukken mislukking "
            "verboden verbiedt verbod voorkomen voorkomt vermijden vermeden weigert weigerde weigerden geweigerd "
            "afgewezen wijst ontkent ontkende ontkennen ontkend illegaal illegale tenzij faalt faalde falen gefaald "
            "kwijt uitgesloten afwezigheid afwezig stopte gestopt"
        ),
        weak_starts=words("on niet"),
        weak_ends=words("loos loze"),
        spared=words("ond ont onze ons onz onlangs online onmiddellijk ongeveer onthul onder"),
        idioms=phrases(
            "niet alleen|niet slechts|niet enkel|niet in de laatste plaats|of niet|niets anders dan|"
            "niet minder dan|zo niet"
        ),
        hedges=phrases(
            "misschien|mogelijk|mogelijke|waarschijnlijk|vermoedelijk|vermoedelijke|naar verluidt|zou|zouden|kan|"
            "zou kunnen|blijkbaar|kennelijk|wellicht|lijkt|lijken|verdacht van|vermeende|naar verwachting"
        ),
    ),
)
