# ruff: noqa: E501  (a table of phrases reads better in long lines)
"""The words of page furniture, by what they are for; general to the web, not to a publisher.

Each entry is a regular expression in lower case, for a line in lower case: all of it, or its start for those
in `*_STARTS`. They were collected from what news pages of 18 languages put around an article.
"""

import regex

_PLAIN = regex.compile(r"[\w\s'’.-]+")


class Phrases:
    """Phrases that a whole line may consist of; most are plain words, looked up and not matched."""

    def __init__(self, *entries: str) -> None:
        self._plain = frozenset(entry for entry in entries if _PLAIN.fullmatch(entry))
        patterns = "|".join(entry for entry in entries if entry not in self._plain)
        self._pattern = regex.compile(f"(?:{patterns})")

    def match(self, lowered: str) -> bool:
        """Whether `lowered`, a line in lower case, is one of them, with or without an arrow or a colon after it."""
        bare = lowered.rstrip(" »›>→:.…")
        return bare in self._plain or lowered in self._plain or self._pattern.fullmatch(bare) is not None


def _entries(*lines: str) -> list[str]:
    return [entry.strip() for line in lines for entry in line.split(" | ")]


def _any(*lines: str) -> str:
    return "|".join(_entries(*lines))


_PLATFORMS = _any(
    "facebook | twitter | x | x - twitter | whats ?app | telegram | linked ?in | pinterest | reddit | tumblr | flipboard",
    "e-?mail | mail | messenger | instagram | bluesky | threads | mastodon | xing | vkontakte | вконтакте | телеграм",
    "line | kakao ?talk | 카카오톡 | 페이스북 | 트위터 | weibo | wechat | copy link | link kopieren | copiar enlace | pocket",
    "copier le lien | sms | youtube | tik ?tok | snapchat | bluesky | viber | однокласники | одноклассники | google news",
)
_SHARE_WORDS = _any(
    "share | shares | tweet | teilen | partager | compartir | enviar por | condividi | compartilhar | del | dela | delen",
    "jaa | sdílet | zdieľať | udostępnij | поделиться | поділитися | paylaş | bagikan | chia sẻ | シェア(?:する)? | 공유(?:하기)?",
    "분享 | 分享 | साझा करें | शेयर | مشاركة | print | imprimer | imprimir | drucken | stampa | skriv ut | вытисни | 인쇄",
    "post | pin | save | merken | bookmark | auf | bei | per | on | via | en | sur | su | på | in | till | to | by | the | and",
    "this | article | story | artikel | diesen | article | artículo | articolo | link | kopieren | copy | copiar | cet | seite",
    "이메일에 | 카카오톡에 | 페이스북에 | 트위터에 | 링크 | 복사하기 | 기사 | haberi | bu | paylaşın | enlace",
)
SHARE = regex.compile(rf"(?:(?:{_PLATFORMS}|{_SHARE_WORDS}|[\d+.,:|/•·]+)(?:[\s|/•·,:]+|$))++")
PLATFORM = regex.compile(rf"\b(?:{_PLATFORMS}|{_SHARE_WORDS})\b")

_ADVERTISING = _entries(
    "advertisement | advertisment | anzeige | werbung | annons | annonce | annonsørinnhold | publicit[ée] | publicidad",
    "pubblicità | publicidade | reklama | reklam | реклама | реклама: | iklan | quảng cáo | 広告 | 광고 | 广告 | إعلان | विज्ञापन",
    "sponsored(?: content)? | ad policy | article continues (?:after|below).{0,40} | story continues below.{0,40}",
    "remove ads | anzeigen | la suite après cette publicité | continua dopo la pubblicità | artikkelen fortsetter.{0,40}",
    "article content | article continued below | promoted | partner content | 스폰서 | mainos | advertorial | hirdetés",
)
_COMMANDS = _entries(
    "subscribe(?: now)? | sign (?:up|in|out) | log ?(?:in|out)(?: to reply)? | register | abonnieren | anmelden | registrieren",
    "s'abonner | je m'abonne | abonnez-vous | suscr[ií]bete | suscribirse | abbonati | accedi | assine | zaloguj | войти",
    "giriş yap | login | logout | konto | account | my account | mein konto | menu | menü | search | suche | buscar | cerca",
    "recherche | skip to (?:main )?content | zum (?:haupt)?inhalt springen | 로그인 | 新規登録 | ログイン | 会員登録 | 登录",
    "comments? | kommentare? | kommentieren | commentaires? | comentarios? | comentários? | commenti | kommentarer | komentarze",
    "комментарии | коментарі | yorumlar | komentar | コメント | 댓글 | join the conversation | leave a comment | have your say.{0,9}",
    "zu den kommentaren.{0,20} | anzahl kommentare:? ?\\d* | view comments | show comments | reply | add a comment",
    "more | mehr | mehr anzeigen | load more | show more | see more | view all | alle anzeigen | ver más | voir plus | altro",
    "back | zurück | next | weiter | close | schließen | cerrar | fermer | play | pause | anhören | listen | 閉じる | もっと見る",
    "read more | read full.{0,20} | weiterlesen | mehr lesen | lire la suite | lire plus | leer más | seguir leyendo | leggi tutto",
    "article | artikel | článek | článok | artykuł | artículo | articolo | artigo | статья | стаття | makale | artikkeli | artikkel",
    "newsletters? | rss | app | podcast | podcasts | live | video | videos | galerie | gallery | photos? | bilder | fotos",
    "home | startseite | start | zur startseite | inicio | accueil | hjem | hem | ana sayfa | faq | impressum | datenschutz",
    "privacy(?: policy)? | terms(?: of (?:use|service))? | cookies? | cookie policy | contact(?: us)? | kontakt | about(?: us)?",
    "(?:neuer )?(?:abschnitt|bereich|inhalt) | now playing.{0,10} | läuft gerade.{0,10} | en lecture.{0,10} | specs?: | image: | foto",
    "news | nachrichten | business | sports? | politics | politik | world | welt | culture | kultur | wirtschaft | technology",
    "noticias | actualités | notizie | nyheter | nyheder | новости | новини | haberler | berita | tin tức | ニュース | 뉴스 | 新闻",
)
_RELATED = _entries(
    "related(?: (?:articles?|stories|topics|news|content|links|posts|reading))?:? | most (?:popular|read|viewed|shared)",
    "trending(?: now)? | top stories | more (?:news|stories|from.{1,60}|on.{1,60}|about.{0,60}) | you (?:might|may) also (?:like|be interested.{0,20})",
    "read (?:also|next|more on.{1,60}) | also read:? | latest(?: news| stories)? | recommended(?: for you)? | don't miss | must read | editors?'? ?picks?",
    "mehr zum thema.{0,60} | lesen sie (?:auch|mehr).{0,60} | auch interessant | das könnte sie auch interessieren.{0,20} | meistgelesen",
    "weitere (?:artikel|themen|meldungen|nachrichten|newsletter).{0,40} | passend zum artikel | neueste artikel | schlagzeilen | themen",
    "verwandte (?:artikel|themen) | mehr (?:von|zu|aus|artikel).{0,60} | die redaktion empfiehlt | verwendete quellen | andere autoren | stellenmarkt",
    "à lire (?:aussi|également).{0,60} | sur le même (?:sujet|thème) | les plus lus | lire aussi.{0,60} | articles liés | voir aussi | à découvrir",
    "lee también.{0,60} | te puede interesar.{0,20} | más (?:noticias|leídas|leído|sobre.{1,60}) | lo más (?:leído|visto) | últimas noticias | relacionad[oa]s | ver también",
    "leggi anche.{0,60} | i più letti | ti potrebbe interessare.{0,20} | raccomandati.{0,20} | video in evidenza | ultime notizie | potrebbe interessarti.{0,20}",
    "leia (?:também|mais).{0,60} | mais lidas | saiba mais | veja também | relacionadas | notícias relacionadas",
    "lees (?:ook|meer).{0,60} | meest gelezen | gerelateerd.{0,20} | läs (?:också|mer|även).{0,60} | mest läst[ae]? | les (?:også|mer).{0,60} | mest leste | læs (?:også|mere).{0,60}",
    "mest læste | lue myös.{0,60} | luetuimmat | czytaj (?:także|też|więcej).{0,60} | najczęściej czytane | polecane | čtěte (?:také|více).{0,40} | související.{0,20} | nejčtenější",
    "читайте также.{0,60} | читать также.{0,60} | по теме | материалы по теме | самое читаемое | читайте також.{0,60} | по темі | ilgili (?:haberler|konular) | çok okunanlar",
    "baca juga.{0,60} | berita terkait | terpopuler | terkini | xem thêm.{0,40} | tin liên quan | đọc thêm | あわせて読みたい | 関連(?:記事|ニュース|キーワード|リンク).{0,10} | おすすめ.{0,10}",
    "관련(?: ?기사| ?뉴스).{0,10} | 많이 본 뉴스 | 인기 ?기사 | 相关(?:新闻|阅读|报道).{0,6} | 推荐阅读.{0,6} | 延伸阅读.{0,6} | اقرأ (?:أيضا|أيضًا|المزيد).{0,40} | مواضيع ذات صلة | यह भी पढ़ें.{0,40} | ये भी पढ़ें.{0,40}",
    "check also | recent(?: posts)? | popular | weitere nachrichten | soma zaidi.{0,40} | habari zinazohusiana | funda olunye.{0,80} | 人気記事 | ランキング | アクセスランキング",
    "tags?:? | topics?:? | themes?:? | keywords?:? | etiquetas:? | temas:? | étiquettes:? | thèmes:? | schlagworte:? | теги:? | etiketler:? | topik:? | タグ | keyword",
)
MORE = Phrases(
    *_entries(
        "more | read more | read on | full story | mehr | mehr lesen | weiterlesen | weiter | lire la suite | lire plus | leer más | seguir leyendo",
        "leggi tutto | continua a leggere | ler mais | continuar lendo | lees meer | läs mer | les mer | læs mere | lue lisää | czytaj więcej | czytaj dalej",
        "číst dál | celý článek | читать далее | подробнее | читати далі | детальніше | devamı | devamını oku | selengkapnya | xem tiếp | 続きを読む | 더보기 | 阅读全文",
    )
)
FURNITURE = Phrases(*_ADVERTISING, *_COMMANDS)
RELATED = Phrases(*_RELATED)

RELATED_STARTS = regex.compile(
    _any(
        r"(?:read|see|watch|listen) (?:more|also|next)? ?[:|] | (?:related|also read|must read|recommended) ?[:|]",
        r"(?:lesen sie|lies) (?:auch|mehr|hier)\b.{0,20}[:|] | hinweis auf einen verwandten artikel | mehr (?:zum thema|dazu) ?[:|]",
        r"(?:lire|voir|écouter) (?:aussi|également) ?[:|] | à lire aussi ?[:|] | (?:lee|leer|vea|ver) (?:también|más) ?[:|]",
        r"leggi anche ?[:|] | leia (?:também|mais) ?[:|] | lees ook ?[:|] | läs (?:också|även|mer) ?[:|] | les også ?[:|] | læs også ?[:|]",
        r"czytaj (?:też|także|więcej) ?[:|] | čtěte také ?[:|] | читайте (?:также|також|ещё) ?[:|] | baca juga ?[:|] | xem thêm ?[:|]",
        r"ilgili haber ?[:|] | funda olunye udaba | 関連記事 ?[:：] | 관련 ?기사 ?[:：] | 相关阅读 ?[:：] | اقرأ أيض(?:ا|ًا) ?[:|] | यह भी पढ़ें ?[:|-]",
    )
)
FURNITURE_STARTS = regex.compile(
    _any(
        r"sign up (?:for|to)\b | subscribe (?:to|for|now)\b | (?:click|tap) here (?:to|for)\b | follow us on\b | download (?:the|our) app",
        r"(?:this|our) (?:website|site) uses cookies | we use cookies | by (?:clicking|continuing|subscribing|signing up)\b.{0,60}(?:agree|accept)",
        r"to view this (?:video|content) | don't want to see this | this advertisement has not loaded | enable javascript | please enable",
        r"© ?(?:copyright)?\s?(?:19|20)\d\d | copyright (?:©|\(c\)|\d{4}) | all rights reserved | alle rechte vorbehalten | tous droits réservés",
        r"todos los derechos reservados | tutti i diritti riservati | todos os direitos reservados | все права защищены | 無断転載 | 무단 ?전재",
        r"ⓒ | sie haben kein aktives abo | sie sind nicht angemeldet | bitte (?:füllen sie|melden sie sich|aktivieren sie) | hat ihnen der artikel",
        r"(?:jetzt|hier) (?:kostenlos |kostenfrei )?(?:abonnieren|anmelden|testen|registrieren)\b | fehler gefunden\b | abonnez-vous\b | inscrivez-vous\b",
        r"suscríbete\b | regístrate\b | síguenos\b | iscriviti\b | seguici\b | abonneer je\b | zapisz się\b | подпи(?:шитесь|сывайтесь)\b | підпи(?:шіться|суйтесь)\b",
        r"이 기사가 마음에 | 핵심 요약 | ai 요약 | 회원 | この記事は会員限定 | スクラップ(?:は|について) | 会員の方 | 続きを読む | 残り\s?\d+文字 | ikuti (?:kami|berita)",
        r"permalink\b | (?:ranking|sendung|quelle|quellen|source|sources|fuente|fonte|källa|kilde|źródło|zdroj|источник|джерело|kaynak|sumber) ?:",
        r"(?:empfohlener|externer|externen) (?:redaktioneller |externer )?inhalt\b | an dieser stelle (?:finden sie|findest du|befindet sich|sehen sie)\b.{0,80}inhalt",
        r"ich bin (?:damit )?einverstanden, dass | (?:damit können )?personenbezogene daten (?:können|werden)\b | link zum \S{2,20}-inhalt | datenschutz(?:einstellungen|erklärung|hinweis)\b",
        r"(?:ce|le) contenu externe | ce contenu (?:est|n'a pas|provient) | (?:este|el) contenido externo | questo contenuto (?:esterno|è ospitato) | deze inhoud\b.{0,40}(?:cookies|extern)",
        r"následuje obsah vložený | přejít (?:před|za) obsah | (?:the )?following content (?:is embedded|comes from) | a continuación contenido externo",
        r"player wird geladen | audio starten\b | box (?:auf|zu)klappen | (?:zur )?\S{1,20}-startseite\b | dieses thema im programm ?: | den link (?:zum|kopieren)\b",
        r"thanks for signing up | a welcome email\b | the next issue of\b.{1,60}inbox | interested in more newsletters | (?:join|get) our (?:free |daily |weekly )?newsletter",
        r"after newsletter promotion | privacy notice ?: | report an? (?:\p{L}+ )?(?:error|issue|typo)\b | open this (?:photo|image) in | please (?:log|sign) in\b | editorial code of conduct",
        r"by signing up\b.{0,60}consent | (?:we|\p{L}+) (?:is|are) committed to maintaining\b.{0,60}(?:discussion|forum) | hat (?:ihnen|dir) dieser artikel | leserkommentare (?:geben|sind)",
        r"aktuelle zeit ?: | read time\b | lesedauer\b | lesezeit\b | temps de lecture\b | tiempo de lectura\b | estimated read | reading time\b",
    )
)

_CREDIT_WORD = (
    r"(?:photos?|pictures?|images?|photograph(?:s|er|ed by)?|photo by|foto(?:s|grafie|graf|grafía)?|bild(?:er|quelle|rechte)?|bildnachweis|"
    r"crédit(?:s)?(?: photo)?|credits?|photo credit|image credit|illustration|illustrasjon|grafik|фото|светлина|снимка|zdjęcie|fot|"
    r"kuva|kép|görsel|fotoğraf|gambar|ảnh|写真|사진(?: ?출처| ?제공| ?=)?|图片|图|图源|صورة|फोटो|isithombe|picha|audio|video|quelle)"
)
_CREDIT_NAME = r"[^.!?。]{1,90}"
CREDIT_LINE = regex.compile(
    rf"[\[(（【]?{_CREDIT_WORD}\s?[:：=/|]\s?[^!?。]{{1,110}}|(?:©|ⓒ|\(c\)|copyright)\s?(?!\d{{4}}).{{1,90}}",
    regex.IGNORECASE,
)
# A caption that ends in its credit: "… on 5 May. Photo: AFP".
CREDIT_AT_END = regex.compile(
    rf"(?:(?<=[.!?…\"”’»)\s\p{{Ll}}|])|(?<=\p{{Lu}}{{2}}))[\[(（|]?\s?(?:{_CREDIT_WORD}\s?[:：]\s?{_CREDIT_NAME}|(?:©|ⓒ)\s?[^.!?]{{1,60}})[\])）.]?\s*$",
    regex.IGNORECASE,
)
_AGENCIES = (
    r"(?:AFP|AP|dpa|Reuters|REUTERS|EPA|EFE|ANSA|DPA|APA|AAP|PA|TASS|ТАСС|РИА Новости|Xinhua|新华社|Kyodo|Jiji|Yonhap|연합뉴스|뉴스1|뉴시스|"
    r"AA|Anadolu|NTB|TT|Ritzau|ANP|Belga|Lusa|PAP|ČTK|MTI|Ukrinform|UNIAN|Getty(?: Images)?(?:/\w+)?|iStock(?:photo)?|Shutterstock|imago(?: images)?|"
    r"picture[ -]alliance|Alamy|Zuma|Sipa|Scanpix|Corbis|Bloomberg|Pool|The Canadian Press|Press Association|Associated Press|ddp|Unsplash|Pixabay)"
)
AGENCY = regex.compile(rf"(?<!\w){_AGENCIES}(?!\w)")
# Where the photographer stands at the end in brackets or after a stroke: "(AP Photo/Jane Doe)", "(Archivbild)", "<홍길동 기자>".
BRACKETED_CREDIT = regex.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,60}}[ /])?(?:{_AGENCIES}(?: Photo| Images)?[/ ,][^()\[\]]{{1,60}}|Getty Images[^()\[\]]{{0,40}}|Archiv(?:bild|foto)?|Symbolbild|"
    r"[Ff]ile (?:photo|picture)?|[Ss]upplied|Handout[^()\[\]]{0,40}|[Aa]rkivfoto|archivo|archives?)[)\]]|<[^<>]{1,20} ?기자>|"
    rf"(?<=[\p{{Ll}}.] )(?:{_AGENCIES}(?: Photo)?/[\p{{Lu}}][^.!?]{{2,40}}|[\p{{Lu}}][\p{{L}}. ]{{2,30}}/(?:{_AGENCIES})(?: [\p{{L}}]+){{0,2}}))\.?\s*$"
)
# The agency that signs a story's last paragraph: only it goes.
SIGNATURE = regex.compile(
    rf"(?<=[.!?…\"”“»])\s?[(\[](?:{_AGENCIES})(?:[/, ]+(?:{_AGENCIES}|[\p{{Ll}}]{{2,4}})){{0,3}}[)\]]\s*$"
)
AGENCY_LIST = regex.compile(rf"\((?:[^()]{{0,40}}[,/·])*\s?{_AGENCIES}(?:\s?[,/·][^()]{{0,60}})?\)\s*$")

DATED_STARTS = regex.compile(
    r"(?:publish|updat|publi(?:é|cado|shed|ziert|sert|ceret)|aktualisier|actualizado|oppdatert|opdateret|mis à jour|опубликован|обновлен|yayınlan|güncelle|diterbitkan|입력|수정|更新|公開|تاريخ).{0,40}\d{1,4}.{0,30}$"
)
_NAME = r"\p{Lu}[\p{L}.'’\-]*"
BYLINE_START = regex.compile(
    r"(?:[Bb]y|BY|[Vv]on|VON|Par|PAR|Por|POR|Door|Oleh|Penulis|Escrito por|Written by|Reporting by|Eine? (?:Analyse|Kolumne|Reportage|Kommentar|Gastbeitrag) von|"
    r"An analysis by|(?:Di|Da|Av|Af|DI|AV|AF)(?=\s\p{Lu}[\p{L}.’'-]*\s\p{Lu})|(?:Author|Autor(?:in|e)?|Auteur|Text|Texte|Texto|Testo|Redaktion|Автор|Текст|Tekst)\s?:)\s+"
)
KOREAN_BYLINE = regex.compile(r".{0,20}(?:기자|특파원|앵커)\s*(?:[\w.+-]{1,40}@[\w.-]{1,60})?\s*")
_MONTH = r"\p{L}{3,12}\.?"
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:Uhr|uhr|[ap]\.?m\.?|AM|PM|Uhr|h|GMT|CET|ET|IST|WIB|WITA))?"
DATE = regex.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:de\s|of\s)?{_MONTH}(?:\s(?:de\s)?\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})|"
    rf"\d{{1,4}}[./-]\s?\d{{1,2}}[./-]\s?\d{{0,4}}|\d{{4}}[年년.]\s?\d{{1,2}}[月월.]\s?\d{{1,2}}[日일.]?|\d{{1,2}}月\d{{1,2}}日"
)
_DAY = (
    r"(?:yesterday|today|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|i går|i dag|igår|idag|eilen|tänään|"
    r"wczoraj|dzisiaj|dziś|včera|dnes|tegnap|ma|ieri|azi|вчера|сегодня|вчора|сьогодні|χθες|σήμερα|dün|bugün|kemarin|hari ini|hôm qua|hôm nay|"
    r"أمس|اليوم|امروز|دیروز|आज|कल|어제|오늘|昨日|今日|昨天|今天)"
)
CLOCK = regex.compile(_CLOCK)
TIME = regex.compile(
    rf"(?:(?:{_DAY},?\s(?:(?:at|um|à|a las|alle|às|om|kl\.?|v|o|в|о)\s)?)?{_CLOCK}|(?:vor|hace|il y a|fa|för|for)?\s?\d{{1,3}}\s?(?:min(?:uten?|utes?|uti|utos|utter|uter)?\.?|hours?|h|std|stunden?|heures?|horas?|ore|timer|timmar|days?|tagen?|jours?|días?|mins?|분|시간|分|時間)"
    r"\.?\s?(?:ago|read|reads|lesezeit|de lecture|de lectura|fa|siden|sedan|前|전)?)\s*",
    regex.IGNORECASE,
)
