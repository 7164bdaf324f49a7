"""Polish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="pl",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zero zera zeru zerem zerze",
            0.5: "pół połow* połówk*",
            1: "raz jednym jedn* jeden pierwsz* pojedyncz*",
            1.5: "półtora półtorej",
            2: (
                "dwa dwóch dwoje dwojga dwoma dwóm oba obie oboje obu dwaj dwie dwiema dwu* dwukrotn* drug* par* "
                "podwój*"
            ),
            3: "trzy trzech trze* troje trojga trzeci* trzy*",
            4: "cztery czterech czterej czterem czterema czworo ćwierć ćwierci czwart* cztero*",
            5: "pięć pięciu pięcioma pięć* pięci* piąt* pięcio* pięcior*",
            6: "sześć sześciu sześcioma sześć* sześci* szóst*",
            7: "siedem siedmiu siedem* siedm* siódm*",
            8: "osiem ośmiu ośmioma osiem* ośmi* ósm*",
            9: "dziewięć dziewięciu dziewięcioma dziewięć* dziewięci* dziewiąt*",
            10: "dziesięć dziesięciu dziesięcioma dziesięci* dziesiąt* dekad* dziesięciolec*",
            11: "jedenaście jedenastu jedenastoma jedenast*",
            12: "dwanaście dwunastu dwunastoma dwanaś* dwunast* tuzin*",
            13: "trzynaście trzynastu trzynastoma trzynaś* trzynast*",
            14: "czternaście czternastu czternastoma czternaś* czternast*",
            15: "piętnaście piętnastu piętnastoma piętnaś* piętnast*",
            16: "szesnaście szesnastu szesnastoma szesnaś* szesnast*",
            17: "siedemnaście siedemnastu siedemnastoma siedemnaś* siedemnast*",
            18: "osiemnaście osiemnastu osiemnastoma osiemnaś* osiemnast*",
            19: "dziewiętnaście dziewiętnastu dziewiętnastoma dziewiętnaś* dziewiętnast*",
            20: "dwadzieścia dwudziestu dwadzieś* dwudzies*",
            30: "trzydzieści trzydziestu trzydziestoma trzydzieś* trzydziest*",
            40: "czterdzieści czterdziestu czterdziestoma czterdzieś* czterdziest*",
            50: "pięćdziesiąt pięćdziesięciu pięćdziesięcioma pięćdziesiąt* pięćdziesięci*",
            60: "sześćdziesiąt sześćdziesięciu sześćdziesięcioma sześćdziesiąt* sześćdziesięci*",
            70: "siedemdziesiąt siedemdziesięciu siedemdziesięcioma siedemdziesiąt* siedemdziesięci*",
            80: "osiemdziesiąt osiemdziesięciu osiemdziesięcioma osiemdziesiąt* osiemdziesięci*",
            90: "dziewięćdziesiąt dziewięćdziesięciu dziewięćdziesięcioma dziewięćdziesiąt* dziewięćdziesięci*",
            100: "wiek* stule* setn*",
            200: "dwieście dwustu",
            300: "trzysta trzystu",
            400: "czterysta czterystu",
            500: "pięćset pięciuset",
            600: "sześćset sześciuset",
            700: "siedemset siedmiuset",
            800: "osiemset ośmiuset",
            900: "dziewięćset dziewięciuset",
        },
        scales={
            100: "sto stu setki setek",
            1000: "tysiąc* tysięcy tys",
            1_000_000: "milion* mln",
            1_000_000_000: "miliard* mld",
            1_000_000_000_000: "bilion*",
        },
        joiners="i",
        months=(
            "styczeń stycznia styczniu styczniem",
            "luty? lutego lutym",
            "marzec marca marcu marcem",
            "kwiecień kwietni*",
            "maj? maja? maju? majem?",
            "czerwiec czerwca czerwcu czerwcem",
            "lipiec lipca lipcu lipcem",
            "sierpień sierpni*",
            "wrzesień wrześni*",
            "październik*",
            "listopad*",
            "grudzień grudni*",
        ),
        weekdays=(
            "poniedział*",
            "wtor*",
            "środa środę środy środzie środą",
            "czwartek czwartk*",
            "piątek piątk*",
            "sobot*",
            "niedziel*",
        ),
        afternoon="południu wieczor wieczór nocy",
    ),
    polarity=PolarityWords(
        negations=words("nie ani"),
        weak=words(
            "bez zaprzecza zaprzeczył zaprzeczyła zaprzeczyli odmówił odmówiła odmówili odmawia odmawiają odmowa "
            "odrzucił odrzuciła odrzucili odrzuca brak braku brakuje brakowało niemożliwe rzadko zabronione zabrania "
            "zabronił zakaz zakazuje zakazał zakazane zakazano zapobiec zapobiegać zapobiega uniknąć unikać unika "
            "przeszkodził uniemożliwia uniemożliwiło uniemożliwił przestał przestała nieobecność pozbawiony "
            "pozbawiona pozbawione zawiódł zawiodło zdementował wykluczone wyklucza brakiem przestaje przestają "
            "przestać"
        ),
        weak_starts=words("nie"),
        spared=words(
            "niech niektór niedziel niemiec niemc niebo niej niego niem nieco niekiedy niezależn niedaw niebezpie "
            "niedźwi nieustann niemal nieopodal nieletni niestety nieuchron niespodz"
        ),
        idioms=phrases(
            "nie tylko|nie mniej niż|czy nie|nie lada|mimo że nie|co nie miara|jeśli nie|nic innego jak|"
            "nie inaczej|albo nie|lub nie|nie wspominając|nie sposób nie|niemniej jednak|o ile nie"
        ),
        hedges=phrases(
            "być może|może|mogą|mógł|mogła|mogło|mogli|mogły|mógłby|mogłaby|mogłoby|mogliby|mogłyby|możliwe|"
            "prawdopodobnie|przypuszczalnie|rzekomo|rzekomy|rzekomego|rzekome|podobno|domniemany|domniemanego|"
            "domniemani|podejrzany|podejrzani|podejrzanego|podejrzewany|zapewne|chyba|wydaje się|zdaje się|"
            "oskarżony|oczekuje się|potencjalnie|ewentualnie|miał|mieli|mają"
        ),
    ),
)
