"""Slovak."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="sk",
    cue_verbs=words(
        "povedal povedala povedali hovorí hovoria uviedol uviedla uviedli uvádza vyhlásil vyhlásila vyhlásili "
        "tvrdí tvrdil tvrdila dodal dodala dodali dodáva doplnil doplnila vysvetlil vysvetlila vysvetľuje "
        "zdôraznil zdôraznila upozornil upozornila varoval varovala priznal priznala potvrdil potvrdila napísal "
        "napísala píše odpovedal odpovedala reagoval reagovala oznámil oznámila skonštatoval skonštatovala "
        "konštatuje poznamenal poznamenala pripomenul pripomenula odkázal odkázala ocenil ocenila kritizoval "
        "kritizovala nazval nazvala označil označila vyzval vyzvala pýtal pýtala myslí opísal opísala priblížil "
        "priblížila zopakoval zopakovala"
    ),
    cues_before=phrases("podľa|podľa slov"),
    he=words("on"),
    she=words("ona"),
    they=words("oni"),
    titles=words(
        "pán pani prezident prezidentka premiér premiérka minister ministerka predseda predsedníčka primátor "
        "primátorka starosta starostka riaditeľ riaditeľka hovorca hovorkyňa profesor profesorka generál doktor "
        "poslanec poslankyňa kráľ kráľovná pápež arcibiskup tréner trénerka šéf šéfka ing mgr judr mudr"
    ),
    roles=words(
        "prezident prezidentka premiér premiérka minister ministerka predseda predsedníčka primátor primátorka "
        "starosta starostka riaditeľ riaditeľka hovorca hovorkyňa profesor profesorka poslanec poslankyňa analytik "
        "analytička expert experti odborník odborníci právnik právnička advokát sudca sudkyňa tréner trénerka šéf "
        "šéfka autor autorka vedec vedci ekonóm ekonómka lekár lekárka svedok svedkovia zdroj matka otec učiteľ "
        "učiteľka novinár novinárka"
    ),
    groups=words("polícia vláda ministerstvo firma spoločnosť súd výbor strana úrad agentúra vyhlásenie správa"),
    feminine=words(
        "pani prezidentka premiérka ministerka predsedníčka primátorka starostka riaditeľka hovorkyňa profesorka "
        "poslankyňa kráľovná trénerka šéfka"
    ),
    articles=words("ten tá to tento táto toto tí tie"),
    prepositions=words(
        "v vo na do z zo s so k ku o od po pre pri pred za nad pod medzi cez bez proti počas podľa okolo"
    ),
    locatives=words("v vo na"),
    relatives=words("ktorý ktorá ktoré ktorí že keď kde ako aby"),
    stops=words(
        "a i aj ale alebo ani že keď kde ako aby ak lebo však už ešte len iba tiež tak tu tam teraz dnes včera "
        "zajtra v vo na do z zo s so k ku o od po pre pri pred za nad pod medzi cez bez proti počas podľa ten tá to "
        "tento táto toto je sú bol bola bolo boli bude budú má majú on ona oni my vy ja nie no čo kto prečo potom"
    ),
    naming=words("kniha film seriál pieseň názov názvom názve slovo slovom tzv takzvaný takzvaná heslo heslom"),
    calendar=words(
        "január január februára február marec marca apríl apríla máj mája jún júna júl júla august augusta september "
        "septembra október októbra november novembra december decembra pondelok utorok streda štvrtok piatok sobota "
        "nedeľa pondelku utorku stredu štvrtka piatku sobotu nedeľu"
    ),
    plural_endings=("li", "ajú", "ujú"),
    names_inflect=True,
)
