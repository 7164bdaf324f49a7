"""Estonian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="et",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "null",
            0.5: "pool poole poolt pooled",
            1: "üks ühe üht ühte ühel esime* esimes* ainus*",
            1.5: "poolteist",
            2: "kaks kahe kahel kaht kahte teine teise teist mõlema* kahe* topelt* paar*",
            3: "kolm kolm* kolme* kolma*",
            4: "neli nelja* neljan*",
            5: "viis viie* viien*",
            6: "kuus kuue* kuuen*",
            7: "seitse seitse* seitsm*",
            8: "kaheksa kaheksa*",
            9: "üheksa üheksa*",
            10: "kümme kümne* kümnen* kümnend* aastakümn*",
            11: "üksteist üheteist*",
            12: "kaksteist kaheteist* tosin*",
            13: "kolmteist kolmeteist*",
            14: "neliteist neljateist*",
            15: "viisteist viieteist*",
            16: "kuusteist kuueteist*",
            17: "seitseteist seitsmeteist*",
            18: "kaheksateist kaheksateist*",
            19: "üheksateist üheksateist*",
            20: "kakskümmend kahekümn*",
            30: "kolmkümmend kolmekümn*",
            40: "nelikümmend neljakümn*",
            50: "viiskümmend viiekümn*",
            60: "kuuskümmend kuuekümn*",
            70: "seitsekümmend seitsmekümn*",
            80: "kaheksakümmend kaheksakümn*",
            90: "üheksakümmend üheksakümn*",
            100: "sajand*",
            200: "kakssada",
            300: "kolmsada",
            400: "nelisada",
            500: "viissada",
            600: "kuussada",
            700: "seitsesada",
            800: "kaheksasada",
            900: "üheksasada",
        },
        scales={
            100: "sada sadu sadade sadat",
            1000: "tuhat tuhande tuhandet tuhandeid tuhandete",
            1_000_000: "miljon* mln",
            1_000_000_000: "miljard* mld",
            1_000_000_000_000: "triljon*",
        },
        joiners="ja",
        months=(
            "jaanuar*",
            "veebruar*",
            "märts*",
            "aprill*",
            "mai? mais? maini",
            "juuni*",
            "juuli*",
            "august*",
            "septemb*",
            "oktoob*",
            "novemb*",
            "detsemb*",
        ),
        weekdays=(
            "esmaspäev*",
            "teisipäev*",
            "kolmapäev*",
            "neljapäev*",
            "reede reedel reedest reedeks reedeni reedene reedese",
            "laupäev*",
            "pühapäev*",
        ),
        afternoon="pärastlõuna õhtul öösel",
    ),
    polarity=PolarityWords(
        negations=words("ei mitte pole polnud ärge poleks polegi ega"),
        weak=words(
            "ilma eitas eitab eitavad keeldus keeldub keeldusid keeldunud lükkas puudumine puudub puuduvad puudus "
            "puudusid puudumise puuduse ebaõnnestus ebaõnnestub ebaõnnestunud võimatu võimatuks ebaseaduslik vaevalt "
            "harva keelatud keelas keelab keelavad keeld keelu takistada takistas takistab vältida vältis väldib "
            "lõpetas keelati mittetulundus võimetu võimetud ootamatu tundmatu seadusetu kasutu teadmatu teadmata "
            "lõputu lõpmatu"
        ),
        weak_starts=words("eba mitte"),
        weak_ends=words("mata matult matu matud matute matuks"),
        spared=words("mitte- mittes ebausutav"),
        idioms=phrases("mitte ainult|mitte üksnes|mitte vaid|või mitte|ega ainult|mitte lihtsalt|kui mitte"),
        hedges=phrases(
            "võib-olla|võibolla|võimalik|tõenäoliselt|arvatavasti|ilmselt|väidetavalt|väidetav|väidetava|võib|"
            "võivad|võis|võiks|võiksid|näib|paistab|tundub|kahtlustatav|kahtlustatakse|süüdistatakse|oodatakse|"
            "olevat|arvatav|potentsiaalselt|vist|ehk"
        ),
    ),
)
