"""Croatian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="hr",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nula*",
            0.5: "pol* polovic*",
            1: "jedan jedna jedn* prvi prvo prva jednog* jedin* prv*",
            2: (
                "dva dvije dviju dvoje dvaju dvama dvjema oba obje oboje par drugi drug* dvojic* obojic* dvostruk* dvo*"
            ),
            3: "tri triju trima troje treći treć* trojic* tro*",
            4: "četiri četvero četv* četvor* četvrt*",
            5: "pet petero peti peto peta pet*",
            6: "šest šesti šesto šesta šest*",
            7: "sedam sedmi sedm* sedam*",
            8: "osam osmi osmo osma osam* osm*",
            9: "devet deveti deveto deveta devet*",
            10: "deset* desetljeć*",
            11: "jedanaest*",
            12: "dvanaest* tucet*",
            13: "trinaest*",
            14: "četrnaest*",
            15: "petnaest petnaesti petnaesto petnaesta petnaest*",
            16: "šesnaest*",
            17: "sedamnaest sedamnaesti sedamnaesto sedamnaesta sedamnaest*",
            18: "osamnaest osamnaesti osamnaesto osamnaesta osamnaest*",
            19: "devetnaest devetnaesti devetnaesto devetnaesta devetnaest*",
            20: "dvadeset*",
            30: "trideset*",
            40: "četrdeset*",
            50: "pedeset*",
            60: "šezdeset*",
            70: "sedamdeset sedamdeseti sedamdeseto sedamdeseta sedamdeset*",
            80: "osamdeset osamdeseti osamdeseto osamdeseta osamdeset*",
            90: "devedeset*",
            100: "stoljeć*",
            200: "dvjesta dvjesto dvijesto dvesti dvest* dvjesto*",
            300: "trista trist* tristo*",
            400: "četiristo četristi četrist*",
            500: "petsto petsti petsta petsto*",
            600: "šesto šeststo šesti šesta šeststo*",
            700: "sedamsto sedamsti sedamsta",
            800: "osamsto osamsti osamsta",
            900: "devetsto devetsti devetsta",
        },
        scales={
            100: "sto stotin*",
            1000: "tisuć* hiljad*",
            1_000_000: "milijun* milion* mil",
            1_000_000_000: "milijard* mlrd",
            1_000_000_000_000: "bilijun*",
        },
        joiners="i",
        months=(
            "siječanj siječnj* januar*",
            "veljač* februar*",
            "ožujak ožujk* mart?",
            "travanj travnj* april*",
            "svibanj svibnj* maj? maja?",
            "lipanj lipnj* juni?",
            "srpanj srpnj* juli?",
            "kolovoz* august?",
            "rujan rujn* septembar septembr*",
            "listopad* oktobar oktobr*",
            "studeni? studenog* studenom novembar novembr*",
            "prosinac prosinc* decembar decembr*",
        ),
        weekdays=(
            "ponedjelj*",
            "utorak utork*",
            "srijed*",
            "četvrtak četvrtk*",
            "petak petk*",
            "subot*",
            "nedjelj*",
        ),
        afternoon="popodne poslijepodne navečer noću večer",
    ),
    polarity=PolarityWords(
        negations=words(
            "ne nije nisu nisam nismo niste nema nemaju neće nećemo neću nemam nemamo nemoj nemojte nemate nećete nit "
            "nisi"
        ),
        weak=words(
            "bez poriče poricao poriču negira negirao negirala zanijekao odbija odbio odbila odbili odbijaju odbacio "
            "odbacila odbacili nedostatak nedostatka nedostaje nedostaju nedostajalo odsutnost odsustvo manjak "
            "neuspjeh nemoguće rijetko retko zabranjeno zabranjuje zabranio zabranila zabranili zabrana zabrane "
            "zabranu spriječiti sprečiti spriječio sprečio sprječava sprečava izbjeći izbeći izbjegavati izbegavati "
            "izbegli prestao prestala prestali lišen nezakonito demantirao demantovao propao nelegalno"
        ),
        weak_starts=words("ne bez"),
        spared=words(
            "nedav nedelj nedjelj nemačk nemac njemač nekol neki neka neko neke nekog nekim nekih nekad nekada nešto "
            "neš nerv nesreć neposred nezavis neovis nevjerojatn bezbedn bezbed neg nepal neutral neprekid nebo nebes "
            "neophodn neminov netko neto new net nestal nestan neutron neugod nevolj neprekinut neče"
        ),
        idioms=phrases("ne samo|ne tek|ili ne|ništa drugo nego|ako ne|ništa manje nego|ne manje od|ne baš|ne bi li"),
        hedges=phrases(
            "možda|moguće|vjerojatno|verovatno|navodno|navodni|navodna|navodne|navodnog|navodnih|može|mogu|mogao|"
            "mogla|moglo|mogli|mogle|mogao bi|čini se|izgleda|osumnjičen|osumnjičeni|osumnjičenik|osumnjičenog|"
            "optužen|očekuje se|potencijalno|eventualno|bi|trebao|trebala|trebalo|trebali|valjda|očito|očigledno|"
            "tobožnji"
        ),
    ),
)
