"""Afrikaans."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="af",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nul nulste",
            0.5: "half helfte halwe",
            1: "eerste een enkele",
            2: "tweede twee beide albei twee* dubbel*",
            3: "derde drie drie*",
            4: "kwart vier vierde vier*",
            5: "vyf vyfde",
            6: "ses sesde ses*",
            7: "sewe sewede sewe*",
            8: "agt agtde agt*",
            9: "neënde nege negede nege*",
            10: "dekade tien tiende tien*",
            11: "elf elfde",
            12: "dosyn twaalf twaalfde",
            13: "dertien dertiende",
            14: "veertien veertiende",
            15: "vyftien vyftiende",
            16: "sestien sestiende",
            17: "sewentien sewentiende",
            18: "agttien agttiende",
            19: "negentien negentiende",
            20: "twintig twintigste twintig* twintiger*",
            30: "dertig dertigste dertig*",
            40: "veertig veertigste veertig*",
            50: "vyftig vyftigste vyftig*",
            60: "sestig sestigste sestig*",
            70: "sewentig sewentigste sewentig*",
            80: "tagtig tagtigste tagtig*",
            90: "negentig negentigste negentig*",
            100: "eeu",
            200: "tweehonderd tweehonderdste",
            300: "driehonderd driehonderdste",
            400: "vierhonderd vierhonderdste",
            500: "vyfhonderd vyfhonderdste",
            600: "seshonderd seshonderdste",
            700: "sewehonderd sewehonderdste",
            800: "agthonderd agthonderdste",
            900: "negehonderd negehonderdste",
        },
        scales={
            100: "honderd honderde",
            1000: "duisend duisende",
            1_000_000: "miljoen miljoene",
            1_000_000_000: "miljard biljoen",
            1_000_000_000_000: "triljoen",
        },
        joiners="en",
        months=(
            "januarie*",
            "februarie*",
            "maart",
            "april",
            "mei",
            "junie",
            "julie",
            "augustus",
            "september",
            "oktober",
            "november",
            "desember",
        ),
        weekdays=(
            "maandag*",
            "dinsdag*",
            "woensdag*",
            "donderdag*",
            "vrydag*",
            "saterdag*",
            "sondag*",
        ),
        afternoon="nm middag aand nag",
    ),
    polarity=PolarityWords(
        negations=words("geen nie nooit niemand niks nêrens nee moenie"),
        weak=words(
            "sonder weier nouliks skaars selde gebrek ontbreek misluk verbied verbode verbod voorkom vermy geweier "
            "verwerp ontken onwettig tensy versuim kwyt afwesigheid onbekend weerhou"
        ),
        weak_starts=words("on nie"),
        weak_ends=words("loos lose"),
        spared=words("ond ont onder onlangs ons oneindig nietemin ongelukk ongeveer ongetwyf"),
        idioms=phrases("nie net|nie slegs|nie alleen|nie bloot|nie minder nie as|of nie"),
        hedges=phrases(
            "miskien|dalk|moontlik|moontlike|waarskynlik|vermoedelik|vermeende|na bewering|kan|kon|sou|glo|"
            "blykbaar|volgens berigte|lyk"
        ),
    ),
)
