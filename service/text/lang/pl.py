"""Polish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="pl",
    cue_verbs=words(
        "powiedział powiedziała powiedzieli mówi mówił mówiła mówią mówili stwierdził stwierdziła stwierdza dodał "
        "dodała dodaje dodają wyjaśnił wyjaśniła wyjaśnia oświadczył oświadczyła oświadcza podkreślił podkreśliła "
        "podkreśla zaznaczył zaznaczyła zaznacza zapewnił zapewniła zapewnia ocenił oceniła ocenia napisał "
        "napisała napisali pisze piszą zapytał zapytała pyta odpowiedział odpowiedziała odpowiada ostrzegł "
        "ostrzegła ostrzega przyznał przyznała przyznaje poinformował poinformowała informuje potwierdził "
        "potwierdziła przekonywał przekonuje tłumaczył tłumaczy twierdzi twierdził uważa uważał zauważył zauważa "
        "skomentował komentuje skrytykował nazwał nazwała określił zapowiedział zapowiedziała przypomniał "
        "przypomina wspomina wspominał opowiada relacjonuje apeluje ogłosił ogłosiła przekazał przekazała brzmi"
    ),
    cues_before=phrases("według|zdaniem|jak twierdzi|w opinii"),
    he=words("on"),
    she=words("ona"),
    titles=words(
        "pan pani prof profesor dr prezydent premier minister marszałek król królowa książę papież generał gen "
        "pułkownik płk kapitan burmistrz wójt wojewoda senator poseł posłanka dyrektor dyrektorka rzecznik "
        "rzeczniczka prezes prezeska przewodniczący przewodnicząca sekretarz kanclerz sędzia prokurator ambasador "
        "trener ksiądz ks biskup bp kardynał wicepremier wiceminister mecenas"
    ),
    roles=words(
        "rzecznik rzeczniczka minister premier prezydent burmistrz poseł posłanka senator dyrektor prezes szef "
        "szefowa lider ekspert eksperci profesor lekarz lekarka naukowiec naukowcy prawnik adwokat prokurator "
        "sędzia policjant trener zawodnik świadek świadkowie mieszkaniec mieszkańcy ofiara ojciec matka kobieta "
        "mężczyzna autor autorka dziennikarz pisarz przewodniczący sekretarz ambasador ekonomista historyk aktor "
        "aktorka piosenkarz analityk aktywista kandydat źródło źródła założyciel mecenas wicepremier polityk"
    ),
    groups=words(
        "policja rząd ministerstwo partia komisja sąd firma spółka stowarzyszenie prokuratura urząd organizacja "
        "instytut komunikat raport badanie gazeta agencja armia federacja klub rada bank uniwersytet kreml"
    ),
    feminine=words(
        "pani królowa posłanka dyrektorka rzeczniczka prezeska przewodnicząca szefowa lekarka matka kobieta "
        "autorka aktorka"
    ),
    prepositions=words(
        "w we z ze na do od dla o przy po za przed pod nad między przez bez u podczas według wobec jako ku"
    ),
    locatives=words("w we"),
    relatives=words("który która które którzy którego że gdzie kiedy gdy jeśli ale i oraz lub bo ponieważ a"),
    stops=words(
        "w we z ze na do od dla o przy po za przed pod nad między przez bez u podczas według wobec jako i oraz "
        "lub ale a bo że się nie tak to ten ta te tego tej tych jest są był była było były będzie on ona ono oni "
        "one ja ty my wy jego jej ich mój nasz co kto gdzie kiedy jak czy gdy jeśli już jeszcze też także tylko "
        "bardzo więcej dziś dzisiaj wczoraj jutro tam tu tutaj teraz potem dwa trzy cztery pięć wszystko wszyscy "
        "jednak dlatego ponieważ"
    ),
    naming=words(
        "książka książki film filmu piosenka album serial powieść tytuł tytule zatytułowany zatytułowana nazwany "
        "zwany zwana słowo słowa termin hasło program projekt operacja tzw"
    ),
    calendar=words(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
        "poniedziałek wtorek środa czwartek piątek sobota niedziela"
    ),
    dash_dialogue=True,
    office_of_place=True,
    names_inflect=True,
)
