# ruff: noqa: E501
"""Made-up sentences in seven languages, to train small sentencepiece models and toy translation models on."""

from itertools import product

_PATTERNS = {
    "en": (
        "{who} said on {day} that the {thing} in {place} {did}.",
        "The {thing} in {place} {did} on {day}, {who} added.",
    ),
    "fr": ("{who} a déclaré {day} que {thing} de {place} {did}.", "À {place}, {thing} {did} {day}, selon {who}."),
    "de": (
        "{who} sagte am {day}, dass {thing} in {place} {did}.",
        "Nach Angaben von {who} {did} {thing} in {place} am {day}.",
    ),
    "pt": ("{who} disse na {day} que {thing} em {place} {did}.", "Na {day}, {thing} de {place} {did}, segundo {who}."),
    "ru": (
        "{who} в {day} заявил, что {thing} в городе {place} {did}.",
        "В {day} {thing} в городе {place} {did}, сообщил {who}.",
    ),
    "zh": ("{who}{day}表示，{place}的{thing}{did}。", "{place}的{thing}{day}{did}，{who}说。"),
    "ar": ("قال {who} يوم {day} إن {thing} في {place} {did}.", "{thing} في {place} {did} يوم {day}، بحسب {who}."),
}
_WORDS = {
    "en": (("Mayor Odile Brandt", "Dr Amara Lindqvist", "a spokesman"), ("Monday", "Friday", "2 March 2031"), ("bridge", "harbour", "school"), ("Valdene", "Port Esker"), ("will reopen", "was closed", "cost 4.5 million euros")),
    "fr": (("Odile Brandt", "la docteure Lindqvist", "un porte-parole"), ("lundi", "vendredi", "le 2 mars 2031"), ("le pont", "le port", "l'école"), ("Valdène", "Port-Esker"), ("rouvrira", "a été fermé", "a coûté 4,5 millions d'euros")),
    "de": (("Odile Brandt", "Doktor Lindqvist", "ein Sprecher"), ("Montag", "Freitag", "2. März 2031"), ("die Brücke", "der Hafen", "die Schule"), ("Waldene", "Esker"), ("wieder öffnet", "geschlossen wurde", "4,5 Millionen Euro kostete")),
    "pt": (("Odile Brandt", "a doutora Lindqvist", "um porta-voz"), ("segunda-feira", "sexta-feira", "terça, 2 de março"), ("a ponte", "o porto", "a escola"), ("Valdene", "Porto Esker"), ("vai reabrir", "foi fechada", "custou 4,5 milhões de euros")),
    "ru": (("Одиль Брандт", "доктор Линдквист", "представитель"), ("понедельник", "пятницу", "среду, 2 марта"), ("мост", "порт", "школа"), ("Вальдене", "Эскер"), ("снова откроется", "был закрыт", "обошёлся в 4,5 миллиона евро")),
    "zh": (("布兰特市长", "林德奎斯特医生", "发言人"), ("星期一", "星期五", "3月2日"), ("大桥", "港口", "学校"), ("瓦尔登", "埃斯克港"), ("将重新开放", "已关闭", "耗资450万欧元")),
    "ar": (("العمدة برانت", "الدكتورة ليندكفيست", "متحدث"), ("الاثنين", "الجمعة", "2 مارس"), ("الجسر", "الميناء", "المدرسة"), ("فالدين", "إسكر"), ("سيفتح مجددا", "أغلق", "كلف 4.5 مليون يورو")),
}  # fmt: skip
_NAMES = ("who", "day", "thing", "place", "did")


def sentences(language: str) -> list[str]:
    """A few hundred sentences, all different, in a fixed order."""
    return [
        pattern.format(**dict(zip(_NAMES, words, strict=True)))
        for pattern in _PATTERNS[language]
        for words in product(*_WORDS[language])
    ]


def everything() -> list[str]:
    """All sentences of all languages."""
    return [sentence for language in _PATTERNS for sentence in sentences(language)]
