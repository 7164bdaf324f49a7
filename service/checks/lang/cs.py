"""Czech."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="cs",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nula",
            0.5: "půl* polovin*",
            1: "jeden jedna jedn* jedinn* jedin* první* prvn*",
            1.5: "jedenapůl",
            2: "dva dvě dvou dvěma druhý oba obě obou oběma pár dvakrát dvoj* druh* dvo*",
            3: "tři tří třem třemi třech troj* třet* tří*",
            4: "čtyři čtyř* čtvrt* čtver*",
            5: "pět pět* pát*",
            6: "šest šest*",
            7: "sedm sedm*",
            8: "osm osm*",
            9: "devět devět* devít* devát*",
            10: "deset deset* desít* desát* desetilet* dekád*",
            11: "jedenáct jedenáct*",
            12: "tucet dvanáct dvanáct* tuct*",
            13: "třináct třináct*",
            14: "čtrnáct čtrnáct*",
            15: "patnáct patnáct*",
            16: "šestnáct šestnáct*",
            17: "sedmnáct sedmnáct*",
            18: "osmnáct osmnáct*",
            19: "devatenáct devatenáct*",
            20: "dvacet dvacet* dvacát*",
            30: "třicet třicet* třicát*",
            40: "čtyřicet čtyřicet* čtyřicát*",
            50: "padesát padesát*",
            60: "šedesát šedesát*",
            70: "sedmdesát sedmdesát*",
            80: "osmdesát osmdesát*",
            90: "devadesát devadesát*",
            100: "stolet*",
            200: "dvěstě dvou set",
        },
        scales={
            100: "sto stovka stovek stovky stovkách",
            1000: "tisíc*",
            1_000_000: "milion* milión* mil mio",
            1_000_000_000: "miliard* mld",
            1_000_000_000_000: "bilion*",
        },
        joiners="a",
        months=(
            "leden ledna lednu lednem lednov*",
            "únor* únor",
            "březen březn*",
            "duben dubn*",
            "květen květn*",
            "červen června? červnu červnem červnov*",
            "červenec červenc*",
            "srpen srpn*",
            "září?",
            "říjen říjn*",
            "listopad*",
            "prosinec prosinc*",
        ),
        weekdays=(
            "pondělí pondělk* ponděl*",
            "úterý* úter*",
            "střed? středu středa středy? středeční",
            "čtvrtek čtvrtk* čtvrteční",
            "pátek pátk* páteční",
            "sobot*",
            "neděl*",
        ),
        afternoon="odpoledne večer noci",
    ),
    polarity=PolarityWords(
        negations=words(
            "ne není nejsou nejsem nejsme nejste nemá nemají nemáme nemám nemůže nemohou nemohl nemohla nemohli "
            "nemohly nemohlo nemůžeme nemusí nemusel nemusela nebyl nebyla nebylo nebyli nebyly nebude nebudou nechce "
            "nechtěl nechtěla nechtěli neví nevědí nelze neměl neměla neměli nemělo neměly nesmí nesmějí neexistuje "
            "neexistují nejde nedošlo nikoli nikoliv nedá nebýt nezná nedokáže nedokázal nedokázala nedokázali "
            "nepodařilo nepomohlo nezbývá"
        ),
        weak=words(
            "bez beze popírá popřel popřela popřeli odmítá odmítl odmítla odmítli odmítají zamítl zamítla zamítli "
            "nedostatek nedostatku absence chybí chybějí chyběl chyběla chybělo selhal selhala selhali selhání "
            "nemožné málokdy zřídka zakázal zakázala zakázali zakazuje zakázáno zakázané zákaz zákazu zabránit "
            "zabránil zabránila zabránilo zabraňuje vyhnout vyhýbat vyvarovat přestal přestala přestali postrádá "
            "postrádají postrádal vyvrátil dementoval vyloučeno přestává přestane přestat"
        ),
        verb_starts=words("ne"),
        verb_ends=words(
            "l la lo li ly ává ávají ují uje ovat ít at it ět out ají ejí ějí dí tí bí pí sí zí ží ví jí ejte íte áte "
            "ete íme áme eme de že je chce kne dne te á ší"
        ),
        weak_starts=words("ne bez"),
        spared=words(
            "nebo nebe nebez nechal nechat nechá nechť nemoc neděl nedáv neust neutr neuron nerv nepál nehod neptun "
            "negat nelson neapol network nezáv nezbyt nepřítel nepřátel neznám nepravděpodobn nenávist nevýhod neméně "
            "nepříjemn smír nevůl neobyč bezpe nejv nejm nejl nejdř nejdé nejdů nejp nejs nejn nejr nejb nejc nejz "
            "nejk nejh nejt nejš nejč nejž nejú nejo neja neji nezdar neznalost nejas nepatr nemal nesmír nejist "
            "nedokonal nesnáz"
        ),
        idioms=phrases(
            "nejen|ne jen|nejenom|či ne|nebo ne|nic jiného než|ne-li|nemluvě o|o nic méně|nicméně|ani ne tak|"
            "nemálo|ne zcela"
        ),
        hedges=phrases(
            "možná|snad|asi|zřejmě|pravděpodobně|patrně|údajně|údajný|údajná|údajné|údajného|údajní|prý|může|"
            "mohou|mohl|mohla|mohlo|mohli|mohly|mohl by|zdá se|nejspíš|nejspíše|podezřelý|podezřelí|podezřelého|"
            "podezřelých|obviněn|očekává se|potenciálně|případně|by|má|měl|měla|mělo|měli"
        ),
    ),
)
