"""Portuguese."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="pt",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zero",
            0.5: "meio meia metade",
            1: "um uma primeiro primeira primeir* únic*",
            2: "dois duas ambos ambas par casal segundo segunda segund* dobr* dupl*",
            3: "três trio terceiro terceira terceir* terço* tripl*",
            4: "quatro quarto quarta quart*",
            5: "cinco quinto quinta quint*",
            6: "seis sexto sexta sext*",
            7: "sete sétimo sétima sétim*",
            8: "oito oitavo oitava oitav*",
            9: "nove nono nona non*",
            10: "dez décimo décima décim* década* dezena*",
            11: "onze",
            12: "doze dúzia*",
            13: "treze",
            14: "catorze quatorze",
            15: "quinze",
            16: "dezasseis dezesseis",
            17: "dezassete dezessete",
            18: "dezoito",
            19: "dezanove dezenove",
            20: "vinte vigésimo vigésima",
            30: "trinta trigésimo trigésima",
            40: "quarenta quadragésimo quadragésima",
            50: "cinquenta cinqüenta quinquagésimo quinquagésima",
            60: "sessenta sexagésimo sexagésima",
            70: "setenta septuagésimo septuagésima",
            80: "oitenta octogésimo octogésima",
            90: "noventa nonagésimo nonagésima",
            100: "século* centena*",
            200: "duzentos duzentas ducentésimo ducentésima duzent*",
            300: "trezentos trezentas tricentésimo tricentésima trezent*",
            400: "quatrocentos quatrocentas quadringentésimo quadringentésima quatrocent*",
            500: "quinhentos quinhentas quingentésimo quingentésima quinhent*",
            600: "seiscentos seiscentas sexcentésimo sexcentésima seiscent*",
            700: "setecentos setecentas septingentésimo septingentésima setecent*",
            800: "oitocentos oitocentas octingentésimo octingentésima oitocent*",
            900: "novecentos novecentas noningentésimo noningentésima novecent*",
        },
        scales={
            100: "cem cento centenas",
            1000: "mil milhares milhar",
            1_000_000: "milhão milhões mi",
            1_000_000_000: "bilhão bilhões bilião bi",
            1_000_000_000_000: "trilhão trilhões biliões",
        },
        joiners="e",
        merges={
            "-feira": "feira",
            " feira": "feira",
        },
        months=(
            "janeiro*",
            "fevereiro*",
            "março",
            "abril",
            "maio?",
            "junho*",
            "julho*",
            "agosto?",
            "setembro*",
            "outubro*",
            "novembro*",
            "dezembro*",
        ),
        weekdays=(
            "segundafeira* segunda?",
            "terçafeira* terça?",
            "quartafeira* quarta?",
            "quintafeira* quinta?",
            "sextafeira* sexta?",
            "sábado*",
            "domingo*",
        ),
        afternoon="tarde noite p.m meio-dia",
    ),
    polarity=PolarityWords(
        negations=words("não"),
        companions=words("nunca jamais ninguém nada nenhum nenhuma nem tampouco nenhuns"),
        weak=words(
            "sem nega negam negou negaram negar negado recusa recusou recusam recusar rejeita rejeitou rejeitam "
            "rejeitado falta faltam faltava carece carecem fracassou fracassar fracasso falhou falha falhar falharam "
            "impossível impossíveis ilegal ilegais ilegalmente incapaz incapazes proíbe proibido proibida proibiu "
            "proibir proibição impede impediu impedir evitar evita evitou raramente rara ausência ausente "
            "insuficiente insuficientes desconhecido desconhecida desconhece inútil incerto inevitável irregular "
            "incorreto inadequado ineficaz improvável independente independentemente instável deixou impossibilidade "
            "desmentiu incomum desnecessário desnecessária escassa escasso dificilmente inativo invisível "
            "imprevisível"
        ),
        idioms=phrases(
            "não só|não somente|não apenas|não obstante|ou não|nada mais|sem dúvida|não unicamente|"
            "nada menos que|não menos de|se não"
        ),
        hedges=phrases(
            "talvez|possivelmente|provavelmente|alegadamente|supostamente|suposto|suposta|supostos|poderia|"
            "poderiam|poderá|poderão|aparentemente|parece|parecem|teria|teriam|seria|seriam|possível|pode|podem|"
            "suspeito|suspeitos|acusado de|deverá|presumível|potencialmente"
        ),
    ),
)
