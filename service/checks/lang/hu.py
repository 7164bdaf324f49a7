"""Hungarian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="hu",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nulla nulladik",
            0.5: "fele felét fél*",
            1: "egy egyik egyetlen egyszer első első*",
            1.5: "másfél",
            2: "két kettes kettős kettő mindkét mindkettő dupla második kettő* második* kétszer* pár* két*",
            3: "három harmadik három* harmad* hárm* háromszor*",
            4: "négy negyedik négy* negyed* négyszer*",
            5: "öt ötös öten ötven ötödik ötöd* ötször*",
            6: "hat hatos hato* hatod*",
            7: "hét hetes hetedik hetedik* heted*",
            8: "nyolc nyolc*",
            9: "kilenc kilenc*",
            10: "tíz tízen tizedik tized* évtized*",
            11: "tizenegy tizenegy* tizenegyed*",
            12: "tizenkettő tizenkettedik tizenkét* tizenkettő* tucat*",
            13: "tizenhárom tizenharmadik tizenhárom* tizenharmad*",
            14: "tizennégy tizennegyedik tizennégy*",
            15: "tizenöt tizenöt*",
            16: "tizenhat tizenhat*",
            17: "tizenhetedik tizenhét tizenhét*",
            18: "tizennyolc tizennyolc*",
            19: "tizenkilenc tizenkilenc*",
            20: "húsz huszon huszadik huszad* húszas*",
            30: "harminc harminc*",
            40: "negyven negyven*",
            50: "ötven ötven*",
            60: "hatvan hatvan*",
            70: "hetven hetven*",
            80: "nyolcvan nyolcvan*",
            90: "kilencven kilencven*",
            100: "évszázad*",
            200: "kettőszázadik kétszáz*",
            300: "háromszáz*",
            400: "négyszáz*",
            500: "ötszáz*",
            600: "hatszázadik",
            700: "hétszázadik",
            800: "nyolcszázadik",
            900: "kilencszázadik",
        },
        scales={
            100: "száz* százak",
            1000: "ezer* ezrek ezret",
            1_000_000: "millió* m",
            1_000_000_000: "milliárd* mrd",
            1_000_000_000_000: "billió*",
        },
        joiners="és",
        months=(
            "január*",
            "február*",
            "március*",
            "április*",
            "május*",
            "június*",
            "július*",
            "augusztus*",
            "szeptember*",
            "október*",
            "november*",
            "december*",
        ),
        weekdays=(
            "hétfő*",
            "kedd*",
            "szerd*",
            "csütörtök*",
            "péntek*",
            "szombat*",
            "vasárnap*",
        ),
        afternoon="délután este éjjel du",
    ),
    polarity=PolarityWords(
        negations=words("nem sem ne nincs nincsenek se sincs sincsenek nincsen"),
        weak=words(
            "nélkül nélküli tagad tagadta tagadják tagadja megtagadta megtagadja visszautasította visszautasítja "
            "elutasította elutasítja elutasították elutasítják hiánya hiány hiányzik hiányában hiányoznak hiányzott "
            "hiányt kudarc kudarcot lehetetlen illegális törvénytelen alig ritkán tilos tiltja tiltotta tiltották "
            "tilt betiltotta megtiltotta tilalom megakadályozza megakadályozta megakadályozni megelőzni megelőzése "
            "elkerülni elkerülje elkerülése elkerülhető képtelen cáfolta cáfolja cáfolták megszűnt abbahagyta nehezen"
        ),
        weak_starts=words("nem"),
        weak_ends=words("talan telen tlan tlen talanul telenül tlanul tlenül atlan etlen hatatlan hetetlen mentes"),
        spared=words(
            "nemzet nemrég nemes nemcsak nemek nemi nemz nemsok nemré nemb nemű véletlen egyetlen hirtelen közvetlen"
        ),
        idioms=phrases(
            "nem csak|nemcsak|nem csupán|nem pusztán|vagy sem|vagy nem|nem utolsósorban|nem más, mint|ha nem|"
            "nem kevesebb|hogyne|nem egyszer"
        ),
        hedges=phrases(
            "talán|esetleg|valószínűleg|feltehetően|feltehetőleg|állítólag|állítólagos|vélhetően|lehet|"
            "lehetséges|lehetett|valószínű|látszólag|úgy tűnik|tűnik|gyanúsított|gyanúsítják|feltételezett|"
            "vádolják|várhatóan|alighanem|potenciális|lehetne"
        ),
    ),
)
