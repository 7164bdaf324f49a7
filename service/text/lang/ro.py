"""Romanian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="ro",
    cue_verbs=words(
        "spus spune spun declarat declară afirmat afirmă adăugat adaugă explicat explică precizat precizează "
        "subliniat subliniază menționat menționează scris scrie susține susținut anunțat anunță arătat arată "
        "întrebat întreabă răspuns răspunde avertizat avertizează recunoscut recunoaște confirmat confirmă "
        "comentat comentează criticat numit descris povestit povestește transmis transmite insistat încheiat "
        "continuat promis reamintit zis zice spunea plânge plâns plângea spunând declarând adăugând precizând "
        "subliniind afirmând explicând declara afirma explica adăuga preciza sublinia menționa povestea susținea "
        "credea crede consideră considerat considera apreciază apreciat estimează estimat opinează opinat "
        "constată constatat observă observat remarcă remarcat reclamă reclamat acuză acuzat critică denunță "
        "denunțat condamnă condamnat atacă atacat ironizează ironizat glumește glumit exclamă exclamat strigă "
        "strigat șoptește șoptit oftează oftat jură jurat promite asigură asigurat garantează garantat amenință "
        "amenințat avertiza atenționează atenționat cere cerut solicită solicitat îndeamnă îndemnat recomandă "
        "recomandat propune propus sugerează sugerat sfătuiește sfătuit neagă negat dezminte dezmințit respinge "
        "respins admite admis mărturisește mărturisit recunosc dezvăluie dezvăluit informează informat comunică "
        "relatează relatat raportează raportat notează notat punctează punctat reiterează reiterat repetă repetat "
        "reamintește amintește amintit completează completat continuă conchide conchis concluzionează "
        "concluzionat rezumă rezumat detaliază detaliat clarifică clarificat lămurește replică replicat "
        "ripostează reacționează reacționat mulțumește mulțumit laudă lăudat felicită felicitat salută salutat "
        "regretă regretat speră sperat teme îngrijorează bucură bucurat prezice anticipează afirmau spuneau "
        "declarau susțin cred scriu scria postează postat publică publicat titrează citează citat caracterizat "
        "caracterizează califică calificat descrie definit numește motivează motivat argumentează argumentat "
        "pledează pledat insistă evidențiat evidențiază indicat indică semnalat semnalează anunța întărit"
    ),
    cues_before=phrases(
        "potrivit|conform|după|în opinia|potrivit lui|conform lui|după cum spune|după cum a declarat|"
        "după cum a spus|după cum explică|în opinia lui|din perspectiva|potrivit declarațiilor|din spusele|"
        "în cuvintele"
    ),
    he=words("el"),
    she=words("ea"),
    titles=words(
        "dl dna domnul doamna dr prof președintele președinta premierul ministrul regele regina papa generalul "
        "colonelul primarul senatorul deputatul directorul secretarul purtătorul cancelarul ambasadorul liderul "
        "antrenorul judecătorul procurorul președinte premier ministru ministra premiera secretara directoarea "
        "purtătoarea senatoarea deputata primărița profesorul profesoara doctorul doctorița medicul economistul "
        "istoricul analistul avocatul avocata comisarul comisara inspectorul căpitanul maiorul locotenentul "
        "comandantul amiralul episcopul arhiepiscopul mitropolitul patriarhul părintele preotul rabinul imamul "
        "prefectul viceprimarul vicepremierul vicepreședintele europarlamentarul eurodeputatul consilierul "
        "consiliera selecționerul tehnicianul scriitorul scriitoarea actorul actrița regizorul regizoarea "
        "jurnalistul jurnalista cercetătorul cercetătoarea rectorul decanul managerul deputat senator primar "
        "general colonel director consilier deputatei deputatului senatorului ministrului președintelui "
        "premierului primarului directorului profesorului medicului"
    ),
    roles=words(
        "președintele președinta premierul ministrul primarul senatorul deputatul directorul purtătorul liderul "
        "expertul experții avocatul profesorul medicul procurorul judecătorul antrenorul jucătorul martorul "
        "victima tatăl mama femeia bărbatul autorul jurnalistul ambasadorul economistul analistul oficialul "
        "sursele sursa șeful ministra premiera secretara directoarea purtătoarea senatoarea deputata primărița "
        "profesoara doctorița doctorul economista istoricul istorica sociologul socioloaga politologul psihologul "
        "psiholoaga avocata juristul judecătoarea procuroarea comisarul comisara inspectorul inspectoarea "
        "căpitanul maiorul locotenentul comandantul generalul colonelul amiralul soldatul militarul polițistul "
        "polițista polițiștii pompierul pompierii salvatorul paramedicul asistenta chirurgul epidemiologul "
        "virusologul meteorologul biologul fizicianul cercetătorul cercetătoarea cercetătorii specialistul "
        "specialista specialiștii experta analista observatorul inginerul arhitectul antreprenorul antreprenoarea "
        "proprietarul proprietara fondatorul fondatoarea cofondatorul managerul administratorul patronul "
        "fermierul agricultorul pescarul șoferul mecanicul pilotul pasagerul turistul clientul vecinul vecina "
        "vecinii localnicul localnica localnicii locuitorul locuitorii pensionarul pensionara elevul eleva "
        "studentul studenta studenții învățătorul învățătoarea profesorii fiul fiica fratele sora soțul soția "
        "văduva bunica bunicul nepotul prietenul prietena colegul colega scriitorul scriitoarea poetul poeta "
        "regizorul regizoarea compozitorul cântărețul cântăreața artistul artista muzicianul pictorul jurnalista "
        "reporterul redactorul prezentatorul prezentatoarea selecționerul fotbalistul portarul atacantul fundașul "
        "căpitana jucătoarea sportivul sportiva campionul campioana tenismenul tenismena episcopul arhiepiscopul "
        "patriarhul preotul părintele imamul rabinul regele regina prințul prințesa diplomatul candidatul "
        "candidata activistul activista sindicalistul voluntarul organizatorul participantul participanții "
        "manifestantul protestatarul protestatarii martora martorii victimele avocații prefectul viceprimarul "
        "vicepremierul vicepreședintele europarlamentarul eurodeputatul consilierul consiliera reprezentantul "
        "reprezentanta reprezentanții funcționarul oficialii surse inculpatul"
    ),
    groups=words(
        "poliția guvernul ministerul partidul comisia tribunalul compania firma asociația organizația institutul "
        "comunicatul raportul studiul ziarul agenția armata federația clubul consiliul banca universitatea "
        "parchetul procuratura inspectoratul spitalul școala biserica primăria prefectura parlamentul senatul "
        "opoziția coaliția sindicatul fundația dna diicot isu igsu psd pnl usr aur nato onu curtea ccr csm bnr "
        "anaf administrația jandarmeria mapn mae kremlinul ambasada societatea grupul clubului inspectorii "
        "autoritățile"
    ),
    portfolios=words(
        "sănătății transporturilor apărării finanțelor educației justiției internelor externe interne muncii "
        "mediului energiei economiei agriculturii culturii sportului cercetării dezvoltării investițiilor "
        "turismului tineretului"
    ),
    feminine=words(
        "dna doamna președinta regina mama femeia ministra premiera secretara directoarea purtătoarea senatoarea "
        "deputata primărița profesoara doctorița economista socioloaga psiholoaga avocata judecătoarea "
        "procuroarea comisara inspectoarea polițista asistenta cercetătoarea specialista experta analista "
        "antreprenoarea proprietara fondatoarea vecina localnica pensionara eleva studenta învățătoarea fiica "
        "sora soția văduva bunica prietena colega scriitoarea poeta regizoarea cântăreața artista jurnalista "
        "prezentatoarea căpitana jucătoarea sportiva campioana prințesa candidata activista martora consiliera "
        "reprezentanta actrița"
    ),
    articles=words("un o acest această unei unui acești aceste"),
    prepositions=words(
        "de din în la cu pe pentru prin fără sub peste între către până după contra despre ca lângă lui dintre "
        "dinspre înspre deasupra potrivit conform"
    ),
    locatives=words("în din"),
    relatives=words("care ce unde când dacă dar și sau pentru că"),
    stops=words(
        "de din în la cu pe pentru prin fără sub peste între către până după despre ca și sau dar că să care ce "
        "unde când dacă nu da un o el ea ei ele eu noi voi acest această acesta aceasta este sunt era a au fost "
        "mai foarte tot toate toți azi ieri mâine aici acolo acum apoi doi trei patru cinci însă iar potrivit "
        "sănătății transporturilor apărării finanțelor educației justiției internelor externe interne muncii "
        "mediului energiei economiei agriculturii culturii sportului cercetării dezvoltării investițiilor "
        "turismului tineretului totuși astfel deci chiar doar numai încă deja niciodată mereu uneori poate "
        "desigur cineva ceva nimeni nimic oricine fiecare toată atunci cum cât dintre său sa săi sale lor noștri "
        "lui fiindcă deoarece întrucât deși întrebat întrebată"
    ),
    naming=words(
        "cartea filmul melodia albumul serialul romanul titlul intitulat intitulată numit numită cuvântul "
        "termenul programul proiectul operațiunea cărții filmului romanului piesa piesei spectacolul expoziția "
        "emisiunea denumit denumită așa-numitul așa-numita așa-numiții așa-numitele așa-zisul supranumit poreclit "
        "sloganul expresia"
    ),
    calendar=words(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie luni "
        "marți miercuri joi vineri sâmbătă duminică"
    ),
    article_endings=("ul", "l", "a", "le"),
    dash_dialogue=True,
    office_of_place=True,
    adjectives_follow=True,
)
