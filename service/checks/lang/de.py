"""German."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="de",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "null*",
            0.25: "viertel",
            0.5: "hälfte halb*",
            1: "einmal eins ein eine einen einer eines einem erste* einzig*",
            1.5: "eineinhalb anderthalb*",
            2: "zwo paar zweimal zwei* beide* doppelt*",
            3: "drittel dritte* drei dreifach*",
            4: "viertel vier vierte vierten vierter viertes viertem",
            5: "fünf fünfte fünften fünfter fünftes fünftem",
            6: "sechs*",
            7: "sieben siebte siebten siebter siebtes siebtem",
            8: "acht achte achten achter achtes achtem",
            9: "neun neunte neunten neunter neuntes neuntem",
            10: "zehn* jahrzehnt*",
            11: "elf elfte*",
            12: "zwölf* dutzend*",
            13: "dreizehn*",
            14: "vierzehn*",
            15: "fünfzehn*",
            16: "sechzehn*",
            17: "siebzehn*",
            18: "achtzehn*",
            19: "neunzehn*",
            20: "zwanzig*",
            30: "dreißig* dreissig*",
            40: "vierzig*",
            50: "fünfzig*",
            60: "sechzig*",
            70: "siebzig*",
            80: "achtzig*",
            90: "neunzig*",
            100: "jahrhundert*",
        },
        scales={
            100: "hundert hunderte hunderten",
            1000: "tausend tausende tausenden tsd",
            1_000_000: "million millionen mio mill",
            1_000_000_000: "milliarde milliarden mrd",
            1_000_000_000_000: "billion billionen",
        },
        joiners="und ein eine",
        months=(
            "januar* jänner* jan?",
            "februar* feber feb?",
            "märz*",
            "april*",
            "mai",
            "juni",
            "juli",
            "august?",
            "september* sept",
            "oktober* okt?",
            "november* nov?",
            "dezember* dez?",
        ),
        weekdays=(
            "montag*",
            "dienstag*",
            "mittwoch*",
            "donnerstag*",
            "freitag*",
            "samstag* sonnabend*",
            "sonntag*",
        ),
        afternoon="nachmittag abend nachts mittag",
    ),
    polarity=PolarityWords(
        negations=words(
            "nicht nichts nein kein keine keinen keinem keiner keines keinerlei nie niemals niemand niemanden "
            "niemandem nirgends nirgendwo weder nimmer keineswegs keinesfalls"
        ),
        weak=words(
            "ohne kaum selten mangel mangels mangelnde mangelnder mangelt fehlt fehlen fehlte fehlten fehlende "
            "fehlender fehlenden gescheitert scheitert scheiterte scheiterten verboten verbietet verbot verhindern "
            "verhindert verhinderte vermeiden vermieden vermeidet weigert weigerte weigerten verweigert verweigerte "
            "abgelehnt lehnt lehnte ablehnen bestreitet bestritt bestritten leugnet leugnete dementiert dementierte "
            "ausgeschlossen illegal illegale illegalen nichtsdestotrotz nichtsdestoweniger nicht-öffentlich versäumt "
            "versäumte irrelevant inaktiv instabil ausgenommen verzichten verzichtet verzichtete aufhören unverletzt"
        ),
        weak_starts=words("un nicht"),
        weak_ends=words("lose losen loser loses tlos slos rlos nlos glos hlos klos llos dlos"),
        spared=words(
            "und unter uns unser universi union unit univers unesco unterricht ungarn ungefähr uni unten pueblo "
            "unmittelbar unglaub"
        ),
        idioms=phrases(
            "nicht nur|nicht zuletzt|nicht umsonst|oder nicht|nicht bloß|nicht allein|nicht weniger als|"
            "nichts anderes als|wenn nicht gar|wenn nicht sogar|nicht einfach nur|nicht mehr und nicht weniger"
        ),
        hedges=phrases(
            "vielleicht|möglicherweise|wahrscheinlich|vermutlich|mutmaßlich|mutmaßliche|mutmaßlichen|"
            "mutmaßlicher|angeblich|angebliche|angeblichen|könnte|könnten|dürfte|dürften|soll|sollen|offenbar|"
            "anscheinend|womöglich|eventuell|wohl|scheint|scheinen|voraussichtlich|denkbar|verdächtigt|"
            "potenziell|potenzielle"
        ),
    ),
)
