"""French."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="fr",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "zéro zéroièmes zéroième",
            0.25: "quart",
            0.5: "moitié demi*",
            1: "un une unique premiers premi*",
            2: "second* deux deuxièmes deuxième paire couple deuxième* double*",
            3: "tiers trio trois triple* trois*",
            4: "quart quatre quatrièmes quatrième quatrième*",
            5: "cinq cinq* cinquième*",
            6: "six sixièmes sixième",
            7: "sept septièmes septième",
            8: "huit huitièmes huitième",
            9: "neuf neuvièmes neuvième neuvième*",
            10: "dix dixièmes dixième dizaine* décennie*",
            11: "onze onzièmes onzième",
            12: "midi douze douzièmes douzième douzaine*",
            13: "treize treizièmes treizième",
            14: "quatorze quatorzièmes quatorzième",
            15: "quinze quinzièmes quinzième quinzaine*",
            16: "seize seizièmes seizième",
            20: "vingts vingt vingtaine* vingt*",
            24: "minuit",
            30: "trente trentièmes trentième trentaine*",
            40: "quarante quarantièmes quarantième quarantaine*",
            50: "cinquante cinquantièmes cinquantième cinquantaine*",
            60: "soixante soixantièmes soixantième soixantaine*",
            70: "septante*",
            80: "quatrevingt quatrevingts huitante",
            90: "nonante*",
            100: "siècle*",
        },
        scales={
            100: "cent cents centaine centaines",
            1000: "mille mil millier milliers",
            1_000_000: "million millions mio",
            1_000_000_000: "milliard milliards mds md",
            1_000_000_000_000: "billion billions",
        },
        joiners="et",
        merges={
            "quatre-vingt": "quatrevingt",
            "quatre vingt": "quatrevingt",
        },
        months=(
            "janvier* janv?",
            "février* févr?",
            "mars?",
            "avril*",
            "mai",
            "juin",
            "juillet* juil?",
            "août*",
            "septembre* sept?",
            "octobre* oct?",
            "novembre* nov?",
            "décembre* déc?",
        ),
        weekdays=(
            "lundi*",
            "mardi*",
            "mercredi*",
            "jeudi*",
            "vendredi*",
            "samedi*",
            "dimanche*",
        ),
        afternoon="soir après-midi midi minuit nuit",
    ),
    polarity=PolarityWords(
        negations=words("ne n'"),
        companions=words("pas aucun aucune"),
        weak=words(
            "sans refuse refusé refusent refusait refuser refus échoue échoué échouent échouer échec manque manquent "
            "manquait rejette rejeté rejettent rejeter rejet impossible illégal illégale illégaux illégales incapable "
            "incapables interdit interdite interdits interdites interdire interdiction empêche empêché empêcher "
            "empêchent évite éviter évité nie nié nient dément démenti démentent rarement impossibilité absence "
            "absent absents insuffisant insuffisante inconnu inconnue inconnus inutile inutiles incertain incertaine "
            "inévitable irrégulier irrégulière impuissant inefficace inadéquat inexact incorrect inactif indépendant "
            "indépendante indépendamment cessé cesse cesser illicite défaut dépourvu dépourvue exclu exclure exclut "
            "invisible anormal imprévisible improbable impopulaire jamais rien non nul nulle nullement guère ni "
            "ignore ignorent ignorait"
        ),
        idioms=phrases(
            "non seulement|pas seulement|ou non|ou pas|sans doute|pas uniquement|non loin|pas moins de|"
            "avant qu'il ne|n'est autre|à moins que|non plus seulement|sinon|si ce n'est|si bien|ne cesse de|"
            "ne cesse|ne cessent de|un pas|le pas|les pas|ses pas|premier pas|quelques pas|match nul|"
            "pas de la porte|n'importe"
        ),
        hedges=phrases(
            "peut-être|pourrait|pourraient|probablement|sans doute|possible|présumé|présumée|présumés|prétendu|"
            "prétendument|apparemment|semble|semblent|serait|seraient|aurait|auraient|soupçonné|soupçonnés|"
            "soupçonnée|accusé de|devrait|devraient|vraisemblablement|éventuellement|éventuel|"
            "selon toute vraisemblance|peut|peuvent|potentiellement"
        ),
        idiom_pattern=(
            r"(?:ne |n')(?:(?!pas|plus|jamais|rien|aucun|ni |personne|guère)\w+(?:[ ',]+|"
            r"-)){1,8}(?:plus )?qu(?:e |')(?!ils?\b|elles?\b|on\b)|(?:avant|moins|peur|crain\w{1,6}|empêch\w{1,5}|"
            r"évit\w{1,3}) qu(?:e |')[^.;:!?]{1,50}?(?:ne |n')(?!\w{1,20} pas)"
        ),
    ),
)
