"""Indonesian."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="id",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "kosong kekosong",
            0.25: "seperempat",
            0.5: "setengah separuh separo",
            1: "satu pertama esa sebuah seorang seekor kesatu",
            2: "dua kedua keduanya ganda kali sepasang pasangan",
            3: "tiga ketiga sepertiga",
            4: "empat keempat seperempat",
            5: "lima kelima",
            6: "enam keenam",
            7: "tujuh ketujuh",
            8: "delapan kedelapan",
            9: "sembilan kesembilan",
            10: "belas sepuluh kesepuluh dekade dasawarsa puluhan",
            11: "sebelas kesebelas",
            12: "lusin selusin duabelas",
            100: "abad seabad",
        },
        scales={
            10: "puluh",
            100: "ratus ratusan seratus",
            1000: "ribu ribuan seribu",
            1_000_000: "juta jutaan sejuta jt",
            1_000_000_000: "miliar miliaran milyar",
            1_000_000_000_000: "triliun triliunan",
        },
        months=(
            "januari",
            "februari",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus",
            "september",
            "oktober",
            "november",
            "desember",
        ),
        weekdays=(
            "senin",
            "selasa",
            "rabu",
            "kamis",
            "jumat",
            "sabtu",
            "minggu? ahad",
        ),
        afternoon="sore malam petang",
    ),
    polarity=PolarityWords(
        negations=words(
            "tidak bukan belum jangan tak bukanlah tiada tidaklah takkan janganlah bukankah non ndak nggak enggak "
            "tidakkah"
        ),
        weak=words(
            "tanpa menolak ditolak penolakan membantah dibantah bantah menyangkal menyangkalnya gagal kegagalan "
            "kekurangan kurangnya mustahil ilegal jarang dilarang melarang larangan mencegah dicegah pencegahan "
            "menghindari dihindari menghindar hindari absen ketiadaan berhenti langka tiadanya ketidakmampuan "
            "terlarang susah"
        ),
        weak_starts=words("ketidak tidak non"),
        idioms=phrases(
            "tidak hanya|bukan hanya|tidak saja|bukan saja|atau tidak|tak hanya|tidak sekadar|bukan sekadar|"
            "tidak lain|tidak kurang dari|tak lain|bukan cuma|mau tidak mau|tidak cuma|belum lama|tak lama|"
            "tidak lama|tidak jarang|bukan main"
        ),
        hedges=phrases(
            "mungkin|barangkali|kemungkinan|diduga|dugaan|konon|kabarnya|dapat|bisa|sepertinya|tampaknya|"
            "tersangka|dilaporkan|dituduh|diperkirakan|diyakini|dikabarkan|disebut-sebut|terduga|agaknya|rupanya|"
            "berpotensi|diharapkan|seolah|dicurigai"
        ),
    ),
)
