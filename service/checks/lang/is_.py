"""Icelandic."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="is",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "núll",
            0.5: "hálf* helming*",
            1: "einn einni ein eitt eina einum einu eins fyrst*",
            2: "tveir tvær tvö tvo tveggja annar annað önnur tvisvar par tveim* báð* bæð* öðr* tvöf* tvöföld* tví*",
            3: "þrír þrjár þrjá þrjú þriggja þrisvar þrem* þriðj* þref*",
            4: "fjórir fjórar fjóra fjórum fjögur fjögurra fjórð* fjór*",
            5: "fimm fimm* fimmt*",
            6: "sex sjötta",
            7: "sjö sjöunda sjötíu sjó",
            8: "átta átt*",
            9: "níu níunda",
            10: "tíu tíund* áratug*",
            11: "ellefu ellef*",
            12: "tylft tólf tólf*",
            13: "þrettán þrettán*",
            14: "fjórtán fjórtán*",
            15: "fimmtán fimmtán*",
            16: "sextán sextán*",
            17: "sautján sautján*",
            18: "átján átján*",
            19: "nítján nítján*",
            20: "tuttugu tuttugu*",
            30: "þrjátíu þrjátíu* þrítug*",
            40: "fjörutíu fjörutíu* fertug*",
            50: "fimmtíu fimmtíu* fimmtug*",
            60: "sextíu sextíu* sextug*",
            70: "sjötíu sjötug*",
            80: "áttatíu áttatíu* áttræð*",
            90: "níutíu níutíu* níræð*",
            100: "aldar öld*",
        },
        scales={
            100: "hundrað hundruð hundruðum",
            1000: "þúsund þúsundir þúsundum þúsunda",
            1_000_000: "milljón* millj",
            1_000_000_000: "milljarð* milljörð*",
            1_000_000_000_000: "billjón*",
        },
        joiners="og",
        months=(
            "janúar* jan?",
            "febrúar* feb?",
            "mars?",
            "apríl*",
            "maí",
            "júní*",
            "júlí*",
            "ágúst*",
            "september*",
            "október*",
            "nóvember*",
            "desember*",
        ),
        weekdays=(
            "mánudag* mánudög*",
            "þriðjudag*",
            "miðvikudag*",
            "fimmtudag*",
            "föstudag*",
            "laugardag*",
            "sunnudag*",
        ),
        afternoon="síðdegis kvöld nótt",
    ),
    polarity=PolarityWords(
        negations=words(
            "ekki nei enginn engin ekkert engum engan enga engu engra engar engir einskis aldrei hvorki né hvergi"
        ),
        weak=words(
            "án varla sjaldan skortir skortur skort skorti vantar vantaði mistókst misheppnaðist misheppnað bannað "
            "bannar bannaði banna bann hindra hindraði forðast neitar neitaði neita neituðu hafnar hafnaði höfnuðu "
            "hafna ólöglegt ólögleg ólöglega ómögulegt nema hætti hætt undanskildum fyrirbyggja"
        ),
        weak_starts=words("ó"),
        weak_ends=words("laus laust lausir lausar lausa"),
        spared=words("óskar óska ólafur ólympí ósk óper ógn órigam ó- órói"),
        idioms=phrases(
            "ekki aðeins|ekki bara|ekki einungis|ekki síst|eða ekki|ekki eingöngu|ekki síður|ekki minna en|"
            "engu að síður|eigi að síður"
        ),
        hedges=phrases(
            "kannski|mögulega|hugsanlega|líklega|sennilega|væntanlega|meintur|meinta|meintu|gæti|gætu|kann|kunna|"
            "getur|virðist|virðast|grunaður|grunaðir|mun hafa|talið|talin|sögð|sagður|búist er við|áætlað"
        ),
    ),
)
