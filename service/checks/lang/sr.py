"""Serbian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="sr",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "нула нулти",
            0.5: "пол* половин*",
            1: "један једна једн* први једног* једин* прв*",
            2: "два две двоје двеју двема оба обе пар други двојиц* друг* обојиц* дво*",
            3: "три трију трима троје трећи тројиц* трећ* тро*",
            4: "четири четворо четврти четвор* четврт*",
            5: "пет петоро пети пет*",
            6: "шест шести шест*",
            7: "седам седми седам* седм*",
            8: "осам осми осам* осм*",
            9: "девет девети девет*",
            10: "десет десети десет* децениј*",
            11: "једанаест једанаести једанаест*",
            12: "дванаест дванаести дванаест* туцет*",
            13: "тринаест тринаести тринаест*",
            14: "четрнаест четрнаести четрнаест*",
            15: "петнаест петнаести петнаест*",
            16: "шеснаест шеснаести шеснаест*",
            17: "седамнаест седамнаести седамнаест*",
            18: "осамнаест осамнаести осамнаест*",
            19: "деветнаест деветнаести деветнаест*",
            20: "двадесет двадесети двадесет*",
            30: "тридесет тридесети тридесет*",
            40: "четрдесет четрдесети четрдесет*",
            50: "педесет педесети педесет*",
            60: "шездесет шездесети шездесет*",
            70: "седамдесет седамдесети седамдесет*",
            80: "осамдесет осамдесети осамдесет*",
            90: "деведесет деведесети деведесет*",
            100: "век* столећ*",
            200: "двеста двест*",
            300: "триста трист*",
            400: "четиристо четиристоти",
            500: "петсто петстоти",
            600: "шестсто шесто шестстоти",
            700: "седамсто седамстоти",
            800: "осамсто осамстоти",
            900: "деветсто деветстоти",
        },
        scales={
            100: "сто стотин*",
            1000: "хиљад*",
            1_000_000: "милион*",
            1_000_000_000: "милијард*",
            1_000_000_000_000: "билион*",
        },
        joiners="и",
        months=(
            "јануар*",
            "фебруар*",
            "март марта марту мартом",
            "април*",
            "мај? маја? мају мајем",
            "јун јуна јуну јуном",
            "јул јула јулу јулом",
            "август* августа",
            "септембар септембр*",
            "октобар октобр*",
            "новембар новембр*",
            "децембар децембр*",
        ),
        weekdays=(
            "понедељ*",
            "уторак уторк*",
            "сред? среда? среду? среде?",
            "четвртак четвртк*",
            "петак петк*",
            "субот*",
            "недељ?",
        ),
        afternoon="поподне увече ноћу",
    ),
    polarity=PolarityWords(
        negations=words(
            "ne nije nisu nisam nismo niste nema nemaju neće nećemo neću nemam nemamo nemoj nemojte nemate nećete nit "
            "nisi не није нису нисам нисмо нисте нема немају неће нећемо нећу немам немамо немој немојте немате "
            "нећете нит ниси"
        ),
        weak=words(
            "bez poriče poricao poriču negira negirao negirala zanijekao odbija odbio odbila odbili odbijaju odbacio "
            "odbacila odbacili nedostatak nedostatka nedostaje nedostaju nedostajalo odsutnost odsustvo manjak "
            "neuspjeh nemoguće rijetko retko zabranjeno zabranjuje zabranio zabranila zabranili zabrana zabrane "
            "zabranu spriječiti sprečiti spriječio sprečio sprječava sprečava izbjeći izbeći izbjegavati izbegavati "
            "izbegli prestao prestala prestali lišen nezakonito demantirao demantovao propao nelegalno без пориче "
            "порицао поричу негира негирао негирала занијекао одбија одбио одбила одбили одбијају одбацио одбацила "
            "одбацили недостатак недостатка недостаје недостају недостајало одсутност одсуство мањак неуспјех "
            "немогуће ријетко ретко забрањено забрањује забранио забранила забранили забрана забране забрану "
            "спријечити спречити спријечио спречио спрјечава спречава избјећи избећи избјегавати избегавати избегли "
            "престао престала престали лишен незаконито демантирао демантовао пропао нелегално"
        ),
        weak_starts=words("ne bez не без"),
        spared=words(
            "nedav nedelj nedjelj nemačk nemac njemač nekol neki neka neko neke nekog nekim nekih nekad nekada nešto "
            "neš nerv nesreć neposred nezavis neovis nevjerojatn bezbedn bezbed neg nepal neutral neprekid nebo nebes "
            "neophodn neminov netko neto new net недав недељ недјељ немачк немац њемач некол неки нека неко неке "
            "неког неким неких некад некада нешто неш нерв несрећ непосред независ неовис невјеројатн безбедн безбед "
            "нег непал неутрал непрекид небо небес неопходн неминов нетко нето неw нет nestal nestan neutron неутрон "
            "нестал нечиј нечега nevolj невољ"
        ),
        idioms=phrases(
            "ne samo|ne tek|ili ne|ništa drugo nego|ako ne|ništa manje nego|ne manje od|ne baš|ne bi li|не само|"
            "не тек|или не|ништа друго него|ако не|ништа мање него|не мање од|не баш|не би ли"
        ),
        hedges=phrases(
            "možda|moguće|vjerojatno|verovatno|navodno|navodni|navodna|navodne|navodnog|navodnih|može|mogu|mogao|"
            "mogla|moglo|mogli|mogle|mogao bi|čini se|izgleda|osumnjičen|osumnjičeni|osumnjičenik|osumnjičenog|"
            "optužen|očekuje se|potencijalno|eventualno|bi|trebao|trebala|trebalo|trebali|valjda|očito|očigledno|"
            "tobožnji|можда|могуће|вјеројатно|вероватно|наводно|наводни|наводна|наводне|наводног|наводних|може|"
            "могу|могао|могла|могло|могли|могле|могао би|чини се|изгледа|осумњичен|осумњичени|осумњиченик|"
            "осумњиченог|оптужен|очекује се|потенцијално|евентуално|би|требао|требала|требало|требали|ваљда|"
            "очито|очигледно|тобожњи"
        ),
    ),
)
