"""Danish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="da",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nul nulte",
            0.5: "halv*",
            1: "ene eneste første én ét et en enkelt*",
            1.5: "halvanden halvandet",
            2: "begge to anden andet andre par dobbelt*",
            3: "tredje tre tredjedel*",
            4: "fjerde fjerdedel kvart fire",
            5: "fem femte",
            6: "seks sjette",
            7: "syv syvende",
            8: "otte ottende",
            9: "ni niende",
            10: "tiår ti tiende årti*",
            11: "elleve ellevte",
            12: "snes tolv tolvte dusin*",
            13: "tretten trettende",
            14: "fjorten fjortende",
            15: "femten femtende",
            16: "seksten sekstende",
            17: "sytten syttende",
            18: "atten attende",
            19: "nitten nittende",
            20: "tyve tyvende",
            30: "tredive tredivte",
            40: "fyrre fyrrende",
            50: "halvtreds halvtredsindstyvende halvtreds*",
            60: "tres tresindstyvende tres*",
            70: "halvfjerds halvfjerdsindstyvende halvfjerds*",
            80: "firs firsindstyvende firs*",
            90: "halvfems halvfemsindstyvende halvfems*",
            100: "århundrede*",
        },
        scales={
            100: "hundrede hundreder hundred",
            1000: "tusind tusinde tusinder tusindvis",
            1_000_000: "million millioner mio",
            1_000_000_000: "milliard milliarder mia",
            1_000_000_000_000: "billion billioner",
        },
        joiners="og",
        months=(
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ),
        weekdays=(
            "mandag*",
            "tirsdag*",
            "onsdag*",
            "torsdag*",
            "fredag*",
            "lørdag*",
            "søndag*",
        ),
        afternoon="eftermiddag aften nat",
    ),
    polarity=PolarityWords(
        negations=words("ikke nej ingen intet aldrig ingenting hverken ej ingensteds"),
        weak=words(
            "uden næppe sjældent mangel mangler manglede manglende mislykkedes mislykkes mislykket forbudt forbyder "
            "forbød forbud forhindre forhindrer forhindrede undgå undgår undgik nægter nægtede nægtet afviser afviste "
            "afvist benægter benægtede dementerer dementerede ulovlig ulovligt ulovlige umuligt umulig medmindre "
            "fravær nødig undlod undlade ophørte svigtede"
        ),
        weak_starts=words("u ikke"),
        weak_ends=words("løs løst løse"),
        spared=words(
            "ud ugen ugent uger uge under unge ung uni un- ukrain ur usa udvik unders ulrich umiddelbar undtag undsk "
            "ubåd utrol"
        ),
        idioms=phrases(
            "ikke kun|ikke bare|ikke blot|ikke mindst|eller ej|eller ikke|ikke alene|hvis ikke|ikke mindre end|"
            "intet andet end"
        ),
        hedges=phrases(
            "måske|muligvis|muligt|muligt at|sandsynligvis|formentlig|formodentlig|angiveligt|angivelige|kan|"
            "kunne|skulle|synes|ser ud til|forventes|mistænkt|mistænkes|sigtet|eventuelt|antageligt|potentielt|"
            "tilsyneladende"
        ),
    ),
)
