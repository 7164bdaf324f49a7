"""Czech."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="cs",
    cue_verbs=words(
        "řekl řekla řekli říká říkají uvedl uvedla uvedli uvádí dodal dodala dodali dodává vysvětlil vysvětlila "
        "vysvětluje prohlásil prohlásila prohlašuje sdělil sdělila sdělili poznamenal poznamenala podotkl "
        "podotkla doplnil doplnila doplňuje upozornil upozornila upozorňuje napsal napsala napsali píše zeptal "
        "ptá odpověděl odpověděla odpovídá tvrdí tvrdil tvrdila zdůraznil zdůraznila zdůrazňuje připustil "
        "připustila přiznal přiznala potvrdil potvrdila popsal popsala popisuje kritizoval kritizuje nazval "
        "nazvala označil označila varoval varovala varuje oznámil oznámila míní myslí domnívá komentoval "
        "okomentoval vzkázal cituje citoval citovala hovořil hovořila mluvil mluvila ujistil připomněl shrnul "
        "konstatoval konstatovala řekne slíbil reagoval zmínil uzavřel vyprávěl vzpomíná stěžuje stěžoval "
        "stěžovala stěžují informoval informovala informovali informuje doplnili doplňoval prohlásili prozradil "
        "prozradila prozrazuje přiblížil přiblížila podotýká podotkli poznamenává poznamenali upřesnil upřesnila "
        "upřesňuje zdůraznili zdůrazňoval upozornili upozorňoval upozorňují namítl namítla namítá oponoval "
        "oponuje kontroval tvrdili tvrdily soudí soudil odhaduje odhadl odhadla předpokládá předpověděl očekává "
        "doufá doufal doufala věří obává ptala zeptala zeptali tázal odvětil odvětila odpověděli reagovala "
        "reaguje reagují zareagoval zareagovala vyjádřil vyjádřila vyjádřili vyzval vyzvala vyzývá požaduje "
        "požadoval žádá žádal navrhl navrhla navrhuje doporučil doporučuje slíbila slibuje přislíbil přislíbila "
        "pohrozil obvinil obvinila obviňuje obhajoval obhajovala obhajuje hájí hájil chválil chválí pochválil "
        "pochválila pochvaluje ocenil ocenila děkuje poděkoval radoval raduje litoval lituje omluvil přiznává "
        "přiznali připouští připustili popírá popřel popřela odmítl odmítla odmítá vyvrátil potvrzuje potvrdili "
        "ujistila ujišťuje uklidnil uklidňuje zopakoval zopakovala opakuje shrnula konstatuje zhodnotil "
        "zhodnotila hodnotí hodnotil zkritizoval zkritizovala kritizovala kritizují varovali varují oznámili "
        "oznamuje ohlásil ohlásila zveřejnil psal psala píšou tweetoval citují vyprávěla vypráví líčil líčila "
        "líčí popisoval popisovala popsali vzpomněl vzpomínal vzpomínala vzpomínají připomněla připomíná "
        "připomínal povzdechl povzdechla zavtipkoval žertoval zasmál křičel křičela zakřičel vykřikl zvolal "
        "zašeptal vysvětlili vysvětloval vysvětlovala objasnil objasnila sdělují mínil myslel domnívala zamyslel "
        "uvažuje uzavřela zakončil pokračoval pokračovala pokračuje navázal poukázal poukázala poukazuje apeloval "
        "apelovala apeluje zmínila zmiňuje naznačil naznačila naznačuje svěřil svěřila svěřuje prozradili "
        "vypočítal vypočetl nazvali označili přirovnal"
    ),
    cues_before=phrases(
        "podle|dle|slovy|podle slov|podle vyjádření|podle názoru|dle slov|dle vyjádření|ústy|jak řekl|"
        "jak řekla|jak uvedl|jak uvedla|jak dodal|jak upozornil|jak vysvětlil|jak připomněl"
    ),
    he=words("on"),
    she=words("ona"),
    titles=words(
        "pan paní prof profesor dr doktor mudr judr ing mgr prezident prezidentka premiér premiérka ministr "
        "ministryně král královna princ papež generál plukovník kapitán primátor primátorka starosta starostka "
        "hejtman hejtmanka senátor senátorka poslanec poslankyně ředitel ředitelka mluvčí předseda předsedkyně "
        "kancléř soudce soudkyně žalobce advokát advokátka velvyslanec trenér kardinál biskup místopředseda "
        "exministr pí phdr rndr bc dis csc drsc mvdr thdr doc primář náměstek náměstkyně vicepremiér "
        "vicepremiérka místostarosta místostarostka europoslanec europoslankyně radní exprezident expremiér plk "
        "pplk mjr kpt por npor gen genmjr brig nadporučík poručík komisař inspektor rektor rektorka děkan děkanka "
        "arcibiskup páter farář opat rabín kancléřka zastupitel zastupitelka šéf šéfka eurokomisař ombudsman "
        "ombudsmanka kapitánka reprezentant expert lékař lékařka hasič moderátor režisér herec"
    ),
    roles=words(
        "mluvčí ministr ministryně premiér prezident starosta starostka primátor poslanec poslankyně senátor "
        "ředitel ředitelka šéf šéfka lídr expert experti odborník profesor lékař lékařka vědec vědci advokát "
        "advokátka žalobce zástupce soudce soudkyně policista trenér hráč svědek svědci obyvatel obyvatelé oběť "
        "otec matka žena muž autor autorka novinář spisovatel předseda předsedkyně velvyslanec ekonom historik "
        "herec herečka zpěvák analytik aktivista kandidát zdroj zdroje zakladatel makléř makléřka partnerka "
        "partner kouč politik hejtman exministr exministryně místopředseda místopředsedkyně vicepremiér náměstek "
        "náměstkyně místostarosta místostarostka europoslanec europoslankyně radní zastupitel zastupitelka "
        "primátorka hejtmanka prezidentka premiérka kancléř kancléřka velitel velitelka generál plukovník major "
        "kapitán poručík komisař vyšetřovatel inspektor policistka policisté hasič hasiči záchranář záchranáři "
        "záchranářka voják vojáci zástupkyně žalobkyně obhájce obhájkyně právník právnička právníci obžalovaný "
        "obžalovaná obviněný poškozený poškozená znalec odborníci odbornice expertka specialista specialistka "
        "vědkyně výzkumník výzkumnice badatel profesorka docent docentka rektor rektorka děkan děkanka historička "
        "sociolog socioložka politolog politoložka psycholog psycholožka ekonomka ekonomové analytička virolog "
        "epidemiolog epidemioložka chirurg primář primářka sestra lékaři učitel učitelka učitelé žák žákyně "
        "student studentka studenti meteorolog meteoroložka klimatolog biolog bioložka zoolog zooložka ředitelé "
        "ochranář lesník inženýr architekt architektka archeolog archeoložka astronom fyzik podnikatel "
        "podnikatelka majitel majitelka provozovatel provozovatelka zakladatelka spoluzakladatel manažer "
        "manažerka jednatel jednatelka zemědělec zemědělci farmář farmářka rybář řidič řidička strojvedoucí pilot "
        "cestující turista turistka zákazník zákaznice soused sousedka sousedé obyvatelka nájemník nájemnice "
        "důchodce důchodkyně syn dcera bratr manžel manželka vdova vdovec babička dědeček vnuk bratranec přítel "
        "přítelkyně kamarád kamarádka kluk dívka spisovatelka básník básnířka režisér režisérka dramatik "
        "skladatel skladatelka hudebník zpěvačka umělec umělkyně malíř malířka sochař kurátor kurátorka novinářka "
        "reportér reportérka redaktor redaktorka moderátor moderátorka komentátor trenérka reprezentant hráčka "
        "fotbalista fotbalistka útočník obránce brankář brankářka kapitánka cyklista cyklistka tenista tenistka "
        "lyžař lyžařka běžec běžkyně plavec plavkyně závodník závodnice biskup arcibiskup kardinál papež kněz "
        "farář rabín král královna princ princezna diplomat diplomatka kandidátka aktivistka odborář odboráři "
        "dobrovolník dobrovolnice organizátor organizátorka účastník účastnice účastníci demonstrant pozorovatel "
        "vedoucí tajemník tajemnice pověřenec zmocněnec zmocněnkyně koordinátor koordinátorka zástupci "
        "představitel představitelka představitelé úředník úřednice šéfové ombudsman"
    ),
    groups=words(
        "policie vláda ministerstvo strana komise soud firma společnost sdružení úřad organizace institut "
        "prohlášení zpráva studie deník agentura armáda federace klub rada banka univerzita rozsudek "
        "zastupitelství kreml ministerstva sněmovna senát opozice koalice nemocnice škola církev hasiči záchranka "
        "inspekce magistrát radnice kraj město obec hrad hnutí nadace odbory svaz komora čez nato osn žalobci "
        "čssz čnb prokuratura štáb velvyslanectví představenstvo"
    ),
    feminine=words(
        "paní prezidentka premiérka ministryně královna primátorka starostka hejtmanka senátorka poslankyně "
        "ředitelka předsedkyně soudkyně advokátka šéfka lékařka matka žena autorka herečka makléřka partnerka "
        "exministryně místopředsedkyně náměstkyně místostarostka europoslankyně zastupitelka kancléřka velitelka "
        "policistka zástupkyně žalobkyně obhájkyně právnička obžalovaná poškozená odbornice expertka specialistka "
        "vědkyně profesorka docentka rektorka děkanka historička socioložka politoložka psycholožka ekonomka "
        "analytička epidemioložka sestra učitelka žákyně studentka meteoroložka bioložka zooložka architektka "
        "archeoložka podnikatelka majitelka zakladatelka manažerka jednatelka farmářka řidička turistka zákaznice "
        "sousedka obyvatelka důchodkyně dcera manželka vdova babička přítelkyně kamarádka dívka spisovatelka "
        "básnířka režisérka skladatelka zpěvačka umělkyně malířka kurátorka novinářka reportérka redaktorka "
        "moderátorka trenérka hráčka fotbalistka kapitánka tenistka lyžařka běžkyně plavkyně princezna diplomatka "
        "kandidátka aktivistka dobrovolnice organizátorka účastnice tajemnice koordinátorka představitelka "
        "úřednice ombudsmanka"
    ),
    prepositions=words(
        "v ve z ze na do od pro o při po za před pod nad mezi přes bez u během podle vůči jako k ke s se proti "
        "kvůli díky"
    ),
    locatives=words("v ve"),
    relatives=words("který která které kteří kterého že kde když jestli ale a nebo protože aby"),
    stops=words(
        "v ve z ze na do od pro o při po za před pod nad mezi přes bez u během podle vůči jako k ke s se proti "
        "kvůli díky a i nebo ale že aby protože když jak co kdo kde kdy zda jestli si ne ano tak to ten ta ti ty "
        "toho té těch je jsou byl byla bylo byli bude on ona ono oni já my vy jeho její jejich můj náš už ještě "
        "také taky jen velmi více dnes včera zítra tam tady teď pak dva tři čtyři pět vše všichni však proto "
        "navíc sám další první tím pokud rovněž zároveň předtím později následně tedy například ačkoli přestože "
        "kdyby proč kolik každý každá mnoho několik nikdo nic někdo něco dokonce právě tomu tuto tato této jemu "
        "ji jí nim mu jim mě nás vás tehdy dosud vždy nikdy možná třeba bohužel samozřejmě opravdu pravděpodobně "
        "podobně současně zatím nyní letos loni ať prý sice naopak dotázán dotázaný dotázaná"
    ),
    naming=words(
        "kniha knihy knize film filmu píseň album seriál román název názvem nazvaný nazvaná zvaný slovo slova "
        "termín heslo program projekt operace takzvaný takzvané knihu filmem písně písni hru hře románu názvu "
        "titulem heslem takzvaná takzvaných takzvaným nazývaný přezdívaný představení výstava výstavu"
    ),
    calendar=words(
        "ledna února března dubna května června července srpna září října listopadu prosince pondělí úterý středa "
        "středu čtvrtek pátek sobota sobotu neděle neděli"
    ),
    plural_endings=("li", "ly", "ají", "ejí", "ují", "ou"),
    dash_dialogue=True,
    office_of_place=True,
    names_inflect=True,
)
