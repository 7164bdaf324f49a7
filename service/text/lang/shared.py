"""Words that several languages share in one use, for the finding of speakers."""

from service.text.lang.base import phrases, words

# "As" before a verb of saying, where its subject follows or is left out: "co, jak podkreślił, jest …".
AS = words("jak jako как як ako kao како като como come cum kako ahogy")
# Slavic "in", behind a plural verb of saying: "сообщили в полиции".
IN = words("в у во w we v ve")
# They tell an opinion at the head of a sentence, before a comma; elsewhere they are plain prepositions.
OPINIONS = frozenset(["para", "per", "pour", "per a", "für", "voor", "för", "for", "pentru"])
# Between an office and whose it is; of a language's prepositions only these make one phrase of the two.
BELONGING = words("of for de del della dell dello dei degli di du des d da do dos das van af av")
GERMAN_BELONGING = words("der des von vom für")
# Articles and numbers that point to nobody in particular; "a" and "o" are left to English and Romanian.
INDEFINITE = words(
    "an one another some any many several ein eine einer einem einen eines un una uno une um uma en ett et een ene "
    "unul unui unei egy"
)
# "Servant of", "son of", "father of": an Arabic name goes on behind them, article or no.
BINDERS = words("عبد ولد بن ابن أبو ابو أبي آل بنت أم")
# The definite object of "told" in Arabic and Hebrew begins with one of these.
TO = frozenset("لל")
# Where something is said, unless a verb of saying has it as its subject.
PLATFORMS = words(
    "x twitter facebook instagram telegram tiktok youtube linkedin threads bluesky whatsapp snapchat reddit weibo "
    "твиттер твіттер телеграм фейсбук інстаграм"
) | {"truth social"}
PLATFORM_STEMS = (
    "facebook",
    "twitter",
    "instagram",
    "telegram",
    "фейсбу",
    "твиттер",
    "твіттер",
    "телеграм",
    "інстаграм",
)
# A medium behind "said the spokesman of …" is whom it was told to: in German with the same article.
MEDIA = ("agentur", "zeitung", "dpa", "afp", "reuters", "epd", "kna", "presse", "spiegel", "rundfunk", "sender")
# How an adjective in the genitive ends, and a verb in the past, where names have cases.
GENITIVE_ADJECTIVES = ("ego", "ého", "ого", "его", "ої", "ých", "ych", "их", "ых")
# They begin the clause that a verb of saying reports.
THAT = words("que che că że že что що ότι πως")
# What is written speaks for nobody, and "one of" names nobody.
NO_SPEAKERS = words(
    "texto nota análisis comunicado documento escrito mensaje artículo análise mensagem artigo publicação testo "
    "comunicato messaggio articolo texte communiqué message document أحد إحدى بعض"
)
# The first word of a head of government's office, where it is two.
PRIME = words("prime premier première primer primo primeiro prim")
# How a Romance adjective of nation or party ends that stands behind its office; few verbs in the present do.
NATIONAL_ENDINGS = (
    *phrases("liano|liana|cano|cana|piano|piana|ziano|ziana|niano|niana|ndese|nlandese|ncese|lese|ghese|nese|esca"),
    *phrases("tedesco|britannico|russo|russa|greco|turco|svizzero|polacco|ucraino|ucraina|argentino|argentina"),
    *phrases("francés|francesa|inglés|inglesa|portugués|portuguesa|japonés|español|española|ense|eño|eña|mán|mana"),
    *phrases("ais|aise|ois|oise|cain|caine|lien|lienne|nien|nienne|rien|rienne|ssien|sien|sienne|mand|gnol|lemande"),
    *phrases("francês|inglês|português|japonês|chinês|alemão|alemã|eiro|eira|raelí|elí|ní"),
)
PAST_ENDINGS = ("л", "ли", "l", "li", "ł")
# Behind a first name that agrees, these endings tell a case; of a lone surname the second list only, as "-a" may be a
# woman's. Greek names lose a letter instead.
NOMINATIVE_ENDINGS = ("", "a", "á", "ý", "i", "а", "я", "й", "ь", "ая", "ий", "ый", "ій")
GREEK_NOMINATIVE = ("ς",)
CASE_ENDINGS = (
    *phrases("ovi|owi|iego|iemu|im|iem|ami|ach|ou|em|om|ej|ą|ę|a|u|y|i|e|é|ého|ému|ým"),
    *phrases("ом|ем|ым|им|ою|ею|ові|еві|ого|ому|ой|ей|а|у|ю|я|ы|и|і|е|ую|ої"),
    "",
)
PLAIN_CASE_ENDINGS = phrases("ovi|owi|iego|iemu|im|iem|em|om|ou|ą|ę|ом|ем|ою|ею|ові|еві|у|u|ю")
