"""News agencies as they sign a story, and cities that datelines name in scripts without capitals."""

from collections.abc import Iterable

import regex

from service.text.lang.base import phrases

_WORLD = (
    "AFP|AP|The Associated Press|Associated Press|Reuters|REUTERS|Thomson Reuters|UPI|CNN|Bloomberg|dpa|dpa-AFX|DPA|"
    "EPA|Xinhua|XINHUA|Kyodo|KYODO|Kyodo News|Jiji|Yonhap|YONHAP|TASS|Interfax|RIA Novosti|IANS|PTI|ANI|UNI|AAP|"
    "The Canadian Press|CP|PA|PA Media|Press Association|BBC|VOA|RFE/RL|IRNA|WAM|QNA|KUNA|SANA|SPA|MENA|Anadolu|"
    "Anadolu Agency|CNA|Bernama|BERNAMA|ANTARA|Antara|Belga|BELGA|Ukrinform|Inter Press Service|IPS|"
    "Getty Images|Al Jazeera|dts|dts Nachrichtenagentur|afp|ap|reuters|rtr|AFP-JIJI|ITAR-TASS"
)
_EUROPE = (
    "APA|AWP|sda|Keystone-SDA|Keystone-ATS|ATS|ots|KNA|epd|SID|sid|ddp|dapd|EFE|Europa Press|EUROPA PRESS|Lusa|LUSA|"
    "Agência Brasil|Agência Lusa|ANSA|Ansa|AGI|Adnkronos|ADNKRONOS|LaPresse|LAPRESSE|Askanews|askanews|AKI|ANP|"
    "NTB|TT|Ritzau|ritzau|STT|BNS|LETA|ELTA|PAP|ČTK|TASR|SITA|MTI|HINA|Hina|STA|Tanjug|TANJUG|Beta|SRNA|FENA|"
    "Agerpres|AGERPRES|Mediafax|BTA|ΑΠΕ-ΜΠΕ|ΑΜΠΕ|AA|DHA|İHA|ANKA|Europapress|NA|Notimex|Télam|Estadão Conteúdo|"
    "Folhapress|TTXVN|VNA|VOV|GTP"
)
_CYRILLIC = (
    "ТАСС|РИА Новости|РИА «Новости»|Интерфакс|ИНТЕРФАКС|ПРАЙМ|БелТА|БЕЛТА|Росбалт|УНІАН|УНИАН|Укрінформ|Укринформ|"
    "УНН|РБК-Україна|Інтерфакс-Україна|БТА|БГНЕС|Танјуг|Бета|Казинформ|АП|АФП|Рейтер|Рейтерс|Ройтерс"
)
_OTHER_SCRIPTS = (
    "رويترز|أ ف ب|ا ف ب|أ.ف.ب|ا.ف.ب|فرانس برس|د ب أ|د.ب.أ|أ ب|أ.ب|وام|واس|قنا|كونا|سانا|بترا|الأناضول|شينخوا|"
    "سبوتنيك|وات|واج|ومع|نينا|واع|ایرنا|ایسنا|فارس|مهر|تسنیم|رویترز|"
    "भाषा|पीटीआई|वार्ता|एएनआई|आईएएनएस|एपी|एएफपी|रायटर|रॉयटर्स|शिन्हुआ|पीटीआई-भाषा|"
    "পিটিআই|বাসস|রয়টার্স|এএফপি"
)
_EAST_ASIA = (
    "新华社|新華社|中新社|中新网|路透社|法新社|美联社|中央社|共同|時事|ロイター|ＡＦＰ|ＡＰ|연합뉴스|뉴스1|뉴시스"
)
# Two letters without brackets are as often a state: "PITTSBURGH, PA".
_SHORTEST_BARE = 3
_SITE = r"\p{Lu}[\p{L}\p{N}]{2,20}\.\s?\p{L}{2,4}(?:\.\p{L}{2})?"
_SPACED = "|".join((_WORLD, _EUROPE, _CYRILLIC, _OTHER_SCRIPTS)).split("|")


def _any(names: Iterable[str]) -> str:
    return "|".join(regex.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))


def _pattern(names: Iterable[str]) -> str:
    return rf"(?:(?<!\p{{L}})(?:{_any(names)}|{_SITE})(?!\p{{L}})|{_any(_EAST_ASIA.split('|'))})"


AGENCY_NAMES = _pattern(name for name in _SPACED if len(name) >= _SHORTEST_BARE)
"""A pattern for one agency that may stand without brackets, or a news site's address: "Example.com"."""

KNOWN_AGENCY = regex.compile(_pattern(_SPACED))

MORE_CITIES = frozenset(
    phrases(
        "abu dhabi|addis ababa|barcelona|beijing|bogotá|boston|brasília|buenos aires|cape town|chicago|delhi|doha|"
        "dubai|düsseldorf|frankfurt|gaza|geneva|genève|genf|hamburg|hanoi|hà nội|hong kong|jakarta|johannesburg|"
        "karachi|kharkiv|köln|kuala lumpur|lahore|la paz|lima|los angeles|lviv|manila|mexico city|miami|milano|"
        "montreal|montréal|mumbai|münchen|napoli|new delhi|new york|odesa|ottawa|peking|porto alegre|rio|"
        "rio de janeiro|san francisco|santiago|são paulo|sarajevo|singapore|stuttgart|sydney|taipei|tel aviv|toronto|"
        "vancouver|washington|ciudad de méxico|москва|петербург|санкт-петербург|львів|харків|одеса"
    )
)
"""Cities of datelines beside those of `lang.places`, in lower case."""

UNCASED_CITIES = frozenset(
    phrases(
        "नई दिल्ली|नयी दिल्ली|दिल्ली|मुंबई|मुम्बई|कोलकाता|चेन्नई|बेंगलुरु|बंगलुरु|हैदराबाद|लखनऊ|पटना|जयपुर|भोपाल|रांची|"
        "चंडीगढ़|देहरादून|श्रीनगर|शिमला|रायपुर|अहमदाबाद|वाराणसी|कानपुर|इंदौर|गुवाहाटी|पुणे|वाशिंगटन|वॉशिंगटन|लंदन|"
        "बीजिंग|इस्लामाबाद|काठमांडू|ढाका|मॉस्को|कीव|न्यूयॉर्क|यरुशलम|टोक्यो|पेरिस|बर्लिन|कोलंबो|काबुल|तेहरान|दुबई"
    )
)
