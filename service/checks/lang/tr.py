"""Turkish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="tr",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "sıfır sıfırıncı",
            0.5: "yarım buçuk yarı*",
            1: "bir biri birinci ilk tek bire birinci*",
            2: "ikiye iki' iki ikinci iki* ikinci* çift*",
            3: "üç üçü üçe üçte üçlü üçüncü üçüncü*",
            4: "dört dörtlü çeyrek dörd*",
            5: "beş beşi beşinci beşte beşinci*",
            6: "altı altıncı altıncı*",
            7: "yedi yedinci yedin*",
            8: "sekiz sekiz*",
            9: "dokuz dokuz*",
            10: "on onu onuncu onlarca onar",
            12: "düzine*",
            20: "yirmi yirminci yirmi*",
            30: "otuz otuz*",
            40: "kırk kırk*",
            50: "elli ellinci elli*",
            60: "altmış altmış*",
            70: "yetmiş yetmiş*",
            80: "seksen seksen*",
            90: "doksan doksan*",
            100: "yüzyıl*",
        },
        scales={
            100: "yüz yüzlerce yüzü yüzüncü",
            1000: "bin bini binlerce",
            1_000_000: "milyon* mn",
            1_000_000_000: "milyar*",
            1_000_000_000_000: "trilyon*",
        },
        months=(
            "ocak ocağ*",
            "şubat*",
            "mart mart'ta martta",
            "nisan*",
            "mayıs*",
            "haziran*",
            "temmuz*",
            "ağustos*",
            "eylül*",
            "ekim*",
            "kasım*",
            "aralık?",
        ),
        weekdays=(
            "pazartesi*",
            "salı salıyı",
            "çarşamba*",
            "perşembe*",
            "cuma cumaya cumadan",
            "cumartesi*",
            "pazar?",
        ),
        afternoon="öğleden akşam gece",
    ),
    polarity=PolarityWords(
        negations=words(
            "değil değildir değildi değiliz değiller değillerdir değildirler değillerdi değilse değilken değilmiş yok "
            "yoktur yoktu yokken hayır"
        ),
        weak=words(
            "reddetti reddediyor reddetmiş reddedildi reddeden reddetmesi inkar yalanladı başarısız imkansız imkânsız "
            "yasak yasakladı yasaklandı yasaklayan önlemek önledi önleyen önlenmesi engellemek engelledi engelleyen "
            "kaçınmak kaçının kaçınmalı eksik eksikliği eksikti yoksun nadiren yokluğu yokluğunda yetersiz yasaktır "
            "yoksa"
        ),
        weak_ends=words("sız siz suz süz sızlık sizlik sızca sizce sızın sizin sızdır sizdir"),
        idioms=phrases("değil mi"),
        hedges=phrases(
            "belki|muhtemelen|olasılıkla|iddia|iddiaya göre|sözde|olabilir|olabileceği|mümkün|görünüyor|şüpheli|"
            "şüphelisi|bildirildi|tahmin|tahminen|sanık|beklenen|bekleniyor|beklenmektedir|galiba|potansiyel|"
            "olası"
        ),
        negation_pattern=(
            r"m(?<=\wm)(?:[aeıiuü]yor(?<!\bum.yor)\w{0,9}\b|[ae](?:(?:yacak|yecek|yacağ|yeceğ|mış|miş|dığ|diğ|dım|"
            r"dim|dık|dik|dılar|diler|malı|meli|yınca|yince|yabil|yebil|m[ae](?:\b|k|y[aeıi]|s[ıi]|l[ae]r[ıi]|"
            r"l[ıi]|n[ıi]))\w{0,9}\b|(?:d[ıi]|z(?:l[ae]r|d[ıi]|s[ae]|ken|d[ıi]r|l[ae]rd[ıi]|s[ıi]n[ıi]z|l[ıi]k|"
            "d[ae]n)?|y[ae]n(?:l[ae]r|[ıi]n|[ae])?|y[ıi]p|y[ıi]n(?:[ıi]z)?|s[ae](?: (?:da|de|bile)|l[ae]r|"
            r"yd[ıi])|ks[ıi]z[ıi]n)\b))"
        ),
        weak_pattern=r"m(?<=\w\w\wm)[ae]d[ae]n\b",
        idiom_pattern=(
            r"(?:olmazsa olmaz\w*|(?:temmuz|almanya|karma|domuz|uzman|mamam|memeli)\w{0,8}|yok (?:ol|et|"
            r"ed)\w{0,12}|(?:yalnızca|sadece) [^.,;]{0,40}değil\b)|(?<=[ıiuü]p )\w{1,14}m[ae]d[ıi]ğ\w{0,10}|"
            "m[ae]d[ae]n (?:önce|evvel)"
        ),
    ),
)
