"""Swedish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="sv",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "noll nollte",
            0.5: "hälften halv*",
            1: "ena enda ett en första förste",
            1.5: "halvannan",
            2: "båda andra andre tvåa par två två* dubbel*",
            3: "tredje tre tredjedel*",
            4: "kvart fyra fjärde fjärde* fjärdedel*",
            5: "fem femte",
            6: "sex sjätte sex*",
            7: "sju sjunde sju*",
            8: "åtta åttonde",
            9: "nio nionde",
            10: "decennium decennier tio tionde decennie* årtionde*",
            11: "elva elfte",
            12: "tolv tolfte dussin*",
            13: "tretton trettonde",
            14: "fjorton fjortonde",
            15: "femton femtonde",
            16: "sexton sextonde",
            17: "sjutton sjuttonde",
            18: "arton artonde",
            19: "nitton nittonde",
            20: "tjugo tjugonde tjugo*",
            30: "trettio trettionde",
            40: "fyrtio fyrtionde",
            50: "femtio femtionde",
            60: "sextio sextionde",
            70: "sjuttio sjuttionde",
            80: "åttio åttionde",
            90: "nittio nittionde",
            100: "århundrade*",
        },
        scales={
            100: "hundra hundratals",
            1000: "tusen tusentals",
            1_000_000: "miljon miljoner miljontals mn mkr",
            1_000_000_000: "miljard miljarder mdr",
            1_000_000_000_000: "biljon biljoner",
        },
        joiners="och en",
        months=(
            "januari",
            "februari",
            "mars?",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ),
        weekdays=(
            "måndag*",
            "tisdag*",
            "onsdag*",
            "torsdag*",
            "fredag*",
            "lördag*",
            "söndag*",
        ),
        afternoon="eftermiddag kväll natt",
    ),
    polarity=PolarityWords(
        negations=words("inte nej ingen inget inga aldrig ingenting ingenstans icke ej varken ingalunda ingens inge"),
        weak=words(
            "utan knappt sällan brist brister saknar saknas saknade saknades misslyckas misslyckades misslyckats "
            "förbjudet förbjuden förbjuda förbjöd förbud förhindra förhindrar hindra hindrar hindrade undvika "
            "undviker undvek vägrar vägrade vägrat avvisade avvisar avslog nekar nekade förnekar förnekade dementerar "
            "dementerade illegal illegalt illegala omöjligt omöjlig såvida frånvaro ovanligt slutade upphörde "
            "avskaffades avstå avstod utesluta uteslöts knappast"
        ),
        weak_starts=words(
            "icke oklar okänd olag olov omöj oförm otill otro osann oacc onorm ovanl oväs oegentl osäk oenig oavslut "
            "oavgj oanv oförut ofull ofrivil oönsk ogilt oskyld omedv ovän orätt"
        ),
        weak_ends=words("lös löst lösa"),
        spared=words(
            "och om också olika område områd ofta offici offent olymp omkr order organ orsak ord ost ort olik oavsett "
            "offer oktober oper oberoende omfatt omgiv ombord ombud orkan operat opinion option osv oj"
        ),
        idioms=phrases("inte bara|inte endast|inte enbart|inte minst|eller inte|om inte|inte mindre än|inget annat än"),
        hedges=phrases(
            "kanske|möjligen|möjligt|troligen|troligtvis|sannolikt|förmodligen|påstås|påstådda|påstådd|uppges|"
            "misstänkt|misstänkta|misstänks|kan|kunde|skulle|tycks|verkar|väntas|enligt uppgift|eventuellt|"
            "eventuella|potentiellt"
        ),
    ),
)
