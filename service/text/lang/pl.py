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
        "przypomina wspomina wspominał opowiada relacjonuje apeluje ogłosił ogłosiła przekazał przekazała brzmi "
        "powiedziano mówiąc dodając dodawał dodawała podkreślając zaznaczając wskazał wskazała wskazali wskazuje "
        "wskazują zaznaczali podkreślają podkreślali podkreślał zapewnili przekonywała przekonywali przekonują "
        "argumentował argumentowała argumentuje argumentują wyjaśniał wyjaśniała wyjaśniają wyjaśniali tłumaczyła "
        "tłumaczą tłumaczyli twierdziła twierdzą twierdzili uważała uważają zauważyła skomentowała komentowała "
        "komentował skrytykowała krytykuje krytykował ocenili oceniał nazwali nazywa określiła określa "
        "zapowiedzieli zapowiada zapowiadał przypomniała przypomnieli przypominał wspominała wspominają opowiadał "
        "opowiadała opowiadają opowiedział opowiedziała relacjonowała relacjonował relacjonują zrelacjonował "
        "apelował apelowała zaapelował zaapelowała apelują ogłosili ogłasza przekazali przekazuje poinformowali "
        "poinformowano informował informowała informują potwierdzili potwierdza potwierdzają zaprzeczył "
        "zaprzeczyła zaprzecza zdementował odparł odparła odpowiedzieli odpowiadał zapytali pytał pytała "
        "dopytywał dopytuje spytał spytała ostrzegał ostrzegała ostrzegają przyznali przyznają skarży skarżą "
        "skarżył żali żalił narzeka narzekają obawia obawiają ubolewa ubolewał żartuje żartował zażartował śmieje "
        "krzyknął krzyknęła krzyczał krzyczała zawołał szepnął wykrzyknął obiecał obiecała obiecuje zadeklarował "
        "zadeklarowała deklaruje zagroził grozi wezwał wezwała wzywa zażądał żąda domaga postuluje proponuje "
        "zaproponował zaproponowała sugeruje zasugerował sugerował zarzucił zarzuciła zarzuca oskarżył oskarżyła "
        "oskarża broni bronił chwali chwalił pochwalił podziękował gratuluje ucieszył podsumował podsumowała "
        "podsumowuje skwitował skwitowała kwituje stwierdzili konkludował zakończył kontynuował kontynuuje "
        "kontynuowała wtóruje wtórował sprecyzował sprecyzowała precyzuje doprecyzował uściślił nadmienił "
        "nadmieniła wspomniał wspomniała wyznał wyznała wyznaje zdradził zdradziła zdradza ujawnił ujawniła "
        "opisała opisuje opisywał czytamy cytuje zacytował pisał pisała pisali napisano zamieścił zatweetował "
        "wyliczał wylicza wyliczała prognozuje przewiduje rozważa zastanawia zauważają odniósł odniosła "
        "zareagował zareagowała zaakcentował akcentuje uspokaja uspokajał uspokoił oburza zakończyła zakończyli"
    ),
    cues_before=phrases(
        "według|zdaniem|jak twierdzi|w opinii|w ocenie|według słów|jak mówi|jak powiedział|jak powiedziała|"
        "jak dodał|jak dodała|jak podkreślił|jak podkreśla|jak wyjaśnił|jak wyjaśnia|jak informuje|"
        "jak poinformował|jak poinformowała|jak przekazał|jak przekazała|jak zaznaczył|jak zaznacza|"
        "jak tłumaczy|jak ocenił|jak ocenia|jak podaje|jak podał|jak podała"
    ),
    he=words("on"),
    she=words("ona"),
    titles=words(
        "pan pani prof profesor dr prezydent premier minister marszałek król królowa książę papież generał gen "
        "pułkownik płk kapitan burmistrz wójt wojewoda senator poseł posłanka dyrektor dyrektorka rzecznik "
        "rzeczniczka prezes prezeska przewodniczący przewodnicząca sekretarz kanclerz sędzia prokurator ambasador "
        "trener ksiądz ks biskup bp kardynał wicepremier wiceminister mecenas st sierż asp podinsp nadkom kom "
        "podkom insp mł por ppłk mjr kpt bryg inż mgr hab lek red bł św rektor dziekan starosta wicestarosta "
        "wicewojewoda wiceburmistrz wiceprezydent wiceprezes wicemarszałek wicedyrektor wiceszef "
        "wiceprzewodniczący ministra premierka prezydentka burmistrzyni wójcina europoseł europosłanka radny "
        "radna komendant naczelnik adwokat radca aspirant komisarz inspektor sierżant major porucznik "
        "pułkowniczka arcybiskup abp prymas proboszcz imam rabin selekcjoner komentator reżyser ekspert ekspertka"
    ),
    roles=words(
        "rzecznik rzeczniczka minister premier prezydent burmistrz poseł posłanka senator dyrektor prezes szef "
        "szefowa lider ekspert eksperci profesor lekarz lekarka naukowiec naukowcy prawnik adwokat prokurator "
        "sędzia policjant trener zawodnik świadek świadkowie mieszkaniec mieszkańcy ofiara ojciec matka kobieta "
        "mężczyzna autor autorka dziennikarz pisarz przewodniczący sekretarz ambasador ekonomista historyk aktor "
        "aktorka piosenkarz analityk aktywista kandydat źródło źródła założyciel mecenas wicepremier polityk "
        "rzecznicy posłowie posłanki europoseł europosłanka radny radna radni starosta wicestarosta wójt wojewoda "
        "wicewojewoda marszałek wicemarszałek wiceburmistrz wiceprezydent wiceprezes wiceminister wicedyrektor "
        "wiceszef ministra ministrowie premierka prezydentka burmistrzyni dyrektorka prezeska przewodnicząca "
        "kanclerz komendant naczelnik kierownik kierowniczka koordynator koordynatorka pełnomocnik pełnomocniczka "
        "przedstawiciel przedstawicielka przedstawiciele urzędnik urzędniczka urzędnicy funkcjonariusz "
        "funkcjonariuszka funkcjonariusze policjantka policjanci strażak strażacy ratownik ratownicy ratowniczka "
        "żołnierz żołnierze generał pułkownik major kapitan komisarz inspektor aspirant oficer prawniczka "
        "adwokatka radca prokuratorka sędzina obrońca oskarżony oskarżona podejrzany poszkodowany poszkodowana "
        "pokrzywdzony ekspertka specjalista specjalistka specjaliści badacz badaczka badacze naukowczyni "
        "profesorka wykładowca rektor dziekan historyczka socjolog socjolożka politolog politolożka psycholog "
        "psycholożka ekonomistka ekonomiści analityczka wirusolog epidemiolog chirurg pielęgniarka pielęgniarz "
        "ordynator medyk lekarze nauczyciel nauczycielka nauczyciele uczeń uczennica student studentka studenci "
        "synoptyk meteorolog przyrodnik leśnik leśniczy weterynarz inżynier architekt architektka konserwator "
        "archeolog archeolożka astronom fizyk biolog biolożka przedsiębiorca przedsiębiorczyni właściciel "
        "właścicielka założycielka współzałożyciel menedżer menedżerka rolnik rolniczka rolnicy sadownik rybak "
        "kierowca maszynista pilot pasażer pasażerka turysta turystka klient klientka sąsiad sąsiadka sąsiedzi "
        "mieszkanka lokator lokatorka emeryt emerytka syn córka brat siostra mąż żona wdowa wdowiec babcia "
        "dziadek wnuk kuzyn przyjaciel przyjaciółka kolega koleżanka chłopak dziewczyna pisarka poeta poetka "
        "reżyser reżyserka dramaturg kompozytor kompozytorka muzyk wokalista wokalistka piosenkarka artysta "
        "artystka malarz rzeźbiarz kurator kuratorka dziennikarka reporter reporterka redaktor redaktorka "
        "prezenter prezenterka komentator trenerka selekcjoner zawodniczka piłkarz piłkarka napastnik bramkarz "
        "kapitanka kolarz tenisista tenisistka skoczek biegacz biegaczka siatkarz siatkarka pływak pływaczka "
        "biskup arcybiskup kardynał prymas papież ksiądz proboszcz zakonnik imam rabin król królowa książę "
        "księżna dyplomata dyplomatka kandydatka działacz działaczka działacze aktywistka związkowiec związkowcy "
        "społecznik wolontariusz wolontariuszka organizator organizatorka uczestnik uczestniczka uczestnicy "
        "demonstrant obserwator informator rozmówca rozmówcy liderka senatorka"
    ),
    groups=words(
        "policja rząd ministerstwo partia komisja sąd firma spółka stowarzyszenie prokuratura urząd organizacja "
        "instytut komunikat raport badanie gazeta agencja armia federacja klub rada bank uniwersytet kreml "
        "prokuratury komenda kancelaria pałac resort sejm senat opozycja szpital szkoła kościół straż wojsko "
        "sztab ratusz magistrat starostwo spółdzielnia fundacja związek nato onu unia koalicja imgw gddkia nfz "
        "zus mswia msz mon ipn pis psl lewica konfederacja biuro zespół ambasada dyrekcja kuria"
    ),
    feminine=words(
        "pani królowa posłanka dyrektorka rzeczniczka prezeska przewodnicząca szefowa lekarka matka kobieta "
        "autorka aktorka ministra premierka prezydentka burmistrzyni europosłanka radna kierowniczka "
        "koordynatorka pełnomocniczka przedstawicielka urzędniczka funkcjonariuszka policjantka ratowniczka "
        "prawniczka adwokatka prokuratorka sędzina poszkodowana ekspertka specjalistka badaczka naukowczyni "
        "profesorka historyczka socjolożka politolożka psycholożka ekonomistka analityczka pielęgniarka "
        "nauczycielka uczennica studentka architektka archeolożka biolożka przedsiębiorczyni właścicielka "
        "założycielka menedżerka rolniczka pasażerka turystka klientka sąsiadka mieszkanka lokatorka emerytka "
        "córka siostra żona wdowa babcia przyjaciółka koleżanka dziewczyna pisarka poetka reżyserka kompozytorka "
        "wokalistka piosenkarka artystka kuratorka dziennikarka reporterka redaktorka prezenterka trenerka "
        "zawodniczka piłkarka kapitanka tenisistka biegaczka siatkarka pływaczka księżna dyplomatka kandydatka "
        "działaczka aktywistka wolontariuszka organizatorka uczestniczka liderka senatorka oskarżona"
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
        "jednak dlatego ponieważ ponadto natomiast wcześniej później następnie zatem więc również np chociaż choć "
        "gdyby żeby aby dlaczego ile każdy każda wielu wiele kilka nikt nic ktoś coś nawet właśnie tym tę tą temu "
        "nim niej nich mu im mnie nas wam wtedy dotąd zawsze nigdy może można trzeba warto szkoda dobrze niestety "
        "oczywiście rzeczywiście prawdopodobnie podobnie zdaniem jednocześnie tymczasem obecnie zapytany zapytana "
        "pytany pytana dopytywany dopytywana"
    ),
    naming=words(
        "książka książki film filmu piosenka album serial powieść tytuł tytule zatytułowany zatytułowana nazwany "
        "zwany zwana słowo słowa termin hasło program projekt operacja tzw tytułem nazwą książkę książce powieści "
        "filmie piosenkę spektakl wystawa wystawę hasłem zwane zwanych nazywany nazywana kryptonimem"
    ),
    calendar=words(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
        "poniedziałek wtorek środa czwartek piątek sobota niedziela"
    ),
    plural_endings=("li", "ły", "ą"),
    dash_dialogue=True,
    office_of_place=True,
    names_inflect=True,
)
