"""Slovak."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="sk",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "nula",
            0.5: "pol* polovic*",
            1: "jeden jedna jedn* jedin* prv*",
            2: "dva dve dvaja dvoch dvom dvoma oba obe oboch obaja pár dvakrát dvoj* druh* dvo*",
            3: "tri troch trom tromi traja troj* tret*",
            4: "štyri štyr* štvr* štvor*",
            5: "päť päť* piat*",
            6: "šesť šesť* šiest*",
            7: "sedem sedem* siedm* sedm*",
            8: "osem osem* ôsm* osm*",
            9: "deväť deväť* deviat*",
            10: "desať desať* desiat* desaťroč* dekád*",
            11: "jedenásť jedenás*",
            12: "tucet dvanásť dvanás* tuct*",
            13: "trinásť trinás*",
            14: "štrnásť štrnás*",
            15: "pätnásť pätnás*",
            16: "šestnásť šestnás*",
            17: "sedemnásť sedemnás*",
            18: "osemnásť osemnás*",
            19: "devätnásť devätnás*",
            20: "dvadsať dvadsať* dvadsiat*",
            30: "tridsať tridsať* tridsiat*",
            40: "štyridsať štyridsať* štyridsiat*",
            50: "päťdesiat päťdesiat*",
            60: "šesťdesiat šesťdesiat*",
            70: "sedemdesiat sedemdesiat*",
            80: "osemdesiat osemdesiat*",
            90: "deväťdesiat deväťdesiat*",
            100: "storoč*",
        },
        scales={
            100: "sto stovka stoviek stovky stovkách",
            1000: "tisíc*",
            1_000_000: "milión* milion* mil",
            1_000_000_000: "miliard* mld",
            1_000_000_000_000: "bilión*",
        },
        joiners="a",
        months=(
            "január*",
            "február*",
            "marec marca marci marcom marcov*",
            "apríl*",
            "máj mája máji májov*",
            "jún júna júni júnov*",
            "júl júla júli júlov*",
            "august*",
            "september septembr*",
            "október októbr*",
            "november novembr*",
            "december decembr*",
        ),
        weekdays=(
            "pondel*",
            "utor*",
            "stred? stredu streda stredy?",
            "štvrtok štvrtk*",
            "piatok piatk*",
            "sobot*",
            "nedeľ*",
        ),
        afternoon="popoludní poobede večer noci",
    ),
    polarity=PolarityWords(
        negations=words(
            "nie ne niet nebol nebola nebolo neboli nebude nebudú nemá nemajú nemal nemala nemali nemalo nemôže "
            "nemôžu nemohol nemohla nemohli nemohlo nemusí nechce nechcú nechcel nechcela nevie nevedia nesmie "
            "neexistuje neexistujú nedošlo nemožno nemám nemáme nikdy"
        ),
        weak=words(
            "bez popiera poprel poprela popreli odmieta odmietol odmietla odmietli odmietajú zamietol zamietla "
            "nedostatok nedostatku absencia chýba chýbajú chýbal chýbala chýbalo zlyhal zlyhala zlyhali zlyhanie "
            "nemožné zriedka zakázal zakázala zakázali zakazuje zakázané zákaz zákazu zabrániť zabránil zabránila "
            "zabránilo zabraňuje vyhnúť vyhýbať prestal prestala prestali postráda vyvrátil dementoval vylúčené "
            "prestáva prestane prestať"
        ),
        verb_starts=words("ne"),
        verb_ends=words("l la lo li ť jú uje ujú áva ávajú ia í íme áme eme íte áte ete de že je ie ce ajú ejú dá"),
        weak_starts=words("ne bez"),
        spared=words(
            "nebo nebe nebez nechal nechaj nechať nechá nemoc nedeľ nedáv neust neutr nerv nesie neskôr neskor nehod "
            "nemeck nemec nemci negat nelson neapol new network nezáv nezbyt nepriateľ neznám nepravdepodobn neuron "
            "nenávist nevýhod nepríjemn nesmier neúnav nejas nepatrn nejak nerast neschopn neúspe nespokojn nepál"
        ),
        idioms=phrases("nielen|nie len|či nie|alebo nie|nič iné ako|nehovoriac o|ak nie|nemálo"),
        hedges=phrases(
            "možno|asi|azda|zrejme|pravdepodobne|údajne|údajný|údajná|údajné|údajného|vraj|môže|môžu|mohol|mohla|"
            "mohlo|mohli|mohol by|zdá sa|podozrivý|podozriví|podozrivého|podozrivých|obvinený|očakáva sa|"
            "potenciálne|prípadne|by|má|mal|mala|malo|mali|vari|najskôr"
        ),
    ),
)
