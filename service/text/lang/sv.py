"""Swedish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="sv",
    cue_verbs=words(
        "sade sa säger sagt säga berättar berättade menar menade skriver skrev uppger uppgav uppgett förklarar "
        "förklarade tillägger tillade hävdar hävdade anser ansåg konstaterar konstaterade kommenterar "
        "kommenterade frågar frågade svarar svarade varnar varnade betonar betonade meddelar meddelade påpekar "
        "påpekade kallar kallade beskriver beskrev kritiserar kritiserade twittrar twittrade erkänner erkände "
        "bekräftar bekräftade tycker tyckte lovar lovade uttalar uttalade fortsätter fortsatte avslutar avslutade "
        "understryker underströk hoppas tror utbrister lyder rapporterar förtydligar förtydligade medger medgav "
        "vädjar vädjade lyfter poängterar poängterade framhåller framhöll noterar noterade upplyser upplyste "
        "informerar informerade rapporterade bedömer bedömde resonerar resonerade filosoferar undrar undrade "
        "funderar skämtar skämtade skrattar skrattade suckar suckade utropar utropade ropar ropade skriker skrek "
        "viskar viskade svär intygar intygade försäkrar försäkrade garanterar dementerar dementerade förnekar "
        "förnekade avfärdar avfärdade försvarar försvarade kräver krävde uppmanar uppmanade föreslår föreslog "
        "rekommenderar hotar hotade anklagar anklagade hyllar hyllade berömmer berömde prisar jublar gläds "
        "beklagar beklagade ångrar fruktar fruktade befarar förutspår förutspådde spådde hoppades trodde tänkte "
        "avslöjar avslöjade minns mindes erinrar sammanfattar sammanfattade inleder inledde flikar inflikar "
        "replikerar replikerade kontrar kontrade genmäler fastslår fastslog konkluderar citerar citerade löd "
        "menat skrivit berättat förklarat meddelat uppgivit framhållit betonat hävdat konstaterat svarat "
        "kommenterat bekräftat"
    ),
    cues_before=phrases("enligt|i enlighet med|med hänvisning till"),
    he=words("han"),
    she=words("hon"),
    titles=words(
        "herr fru fröken dr professor president statsminister statsministern minister ministern utrikesminister "
        "utrikesministern finansminister kung kungen drottning prins prinsessan påve påven general ordförande "
        "ordföranden generalsekreterare talesperson talespersonen pressekreterare talesman talesmannen "
        "borgmästare åklagare partiledare förbundskapten tränare tränaren advokat vd chef presidenten "
        "premiärminister premiärministern kansler kommunalrådet kommunalråd regionrådet regionråd landshövding "
        "landshövdingen riksdagsledamot riksdagsledamoten infrastrukturminister infrastrukturministern "
        "justitieminister justitieministern försvarsminister försvarsministern klimatminister klimatministern "
        "socialminister socialministern inrikesminister näringsminister överläkare överläkaren polismästare "
        "kommissarie kommissarien biskop biskopen ärkebiskop kapten överste major löjtnant kardinal drottningen "
        "prinsen förbundsordförande gruppledare förbundskaptenen vittnet"
    ),
    roles=words(
        "talesperson talespersonen talesman talesmannen minister ministern statsminister statsministern president "
        "presidenten ordförande ordföranden chef chefen vd expert experten experter professor professorn läkare "
        "forskare forskaren advokat advokaten åklagare åklagaren domare polis tränare tränaren spelare vittne "
        "vittnen mamma pappa kvinna kvinnan man mannen författare journalist ledare ledaren generalsekreterare "
        "ambassadör ekonom skådespelare sångare analytiker källa källor grundare borgmästare presstalesperson "
        "presstalespersonen pressekreterare pressekreteraren pressansvarig presschef presschefen polistalesperson "
        "kommunikationschef kommunikationsdirektör informationschef insatschef räddningsledare stationsbefäl "
        "vakthavande befäl kommunalråd kommunalrådet regionråd regionrådet landshövding landshövdingen "
        "riksdagsledamot riksdagsledamoten statsråd statsrådet överläkare överläkaren läkaren sjuksköterska "
        "sjuksköterskan lärare läraren rektor rektorn elev eleven student studenten docent docenten lektor "
        "forskarna psykolog psykologen sociolog statsvetare statsvetaren historiker historikern meteorolog "
        "meteorologen ekonomen chefsekonom chefsekonomen analytikern företagare företagaren entreprenör "
        "entreprenören bonde bonden lantbrukare lantbrukaren fiskare ägare ägaren grundaren delägare "
        "styrelseordförande verkställande direktör direktören enhetschef enhetschefen avdelningschef "
        "projektledare projektledaren generaldirektör generaldirektören samordnare handläggare fackordförande "
        "ombudsman förhandlare kammaråklagare kammaråklagaren försvarare försvararen domaren rådman polisen "
        "polismästare kommissarie utredare utredaren brandman brandmän soldat general översten granne grannen "
        "grannar boende invånare vittnet ögonvittne pappan mamman son sonen dotter dottern bror brodern syster "
        "systern farmor mormor farfar morfar hustru make maken änka vän vännen kompis flicka pojke tjej kille "
        "pensionär pensionären turist turisten kund besökare konstnär konstnären författaren poet regissör "
        "regissören skådespelaren skådespelerska sångaren sångerska artist artisten musiker kock kocken "
        "programledare programledaren journalisten reporter reportern redaktör chefredaktör chefredaktören "
        "krönikör landslagskapten lagkapten målvakt målvakten spelaren anfallare mittfältare back åkare skidåkare "
        "löpare ryttare biskop biskopen präst prästen imam rabbin kung kungen partiledaren partisekreterare "
        "gruppledare oppositionsledare oppositionsledaren språkrör språkröret diplomat diplomaten borgmästaren "
        "guvernör guvernören senator senatorn kandidat kandidaten aktivist aktivisten demonstrant"
    ),
    groups=words(
        "polisen regeringen departementet partiet kommissionen domstolen företaget bolaget föreningen facket "
        "kommunen organisationen institutet rapporten studien tidningen nyhetsbyrån militären förbundet klubben "
        "rådet banken universitetet myndigheten regionen åklagarmyndigheten räddningstjänsten sjukhuset skolan "
        "kyrkan försvarsmakten skolverket socialstyrelsen folkhälsomyndigheten trafikverket smhi riksdagen "
        "oppositionen hovrätten tingsrätten styrelsen stiftelsen festivalen hyresgästföreningen nato kreml"
    ),
    feminine=words(
        "fru fröken drottning prinsessan mamma kvinna kvinnan sjuksköterska sjuksköterskan mamman dotter dottern "
        "syster systern farmor mormor hustru änka flicka tjej skådespelerska sångerska drottningen prinsessa"
    ),
    articles=words("den det de en ett denna detta sin sitt sina hans hennes dessa vår min mitt mina"),
    prepositions=words(
        "av i på till från med för mot om över under genom utan sedan mellan efter före vid hos som enligt inom"
    ),
    locatives=words("i från"),
    relatives=words("som vilken vilket där när om men och eller att eftersom medan"),
    stops=words(
        "den det de en ett av i på till från med för mot om över under genom utan sedan mellan efter före vid hos "
        "som och eller men att han hon vi jag du ni man inte ingen inga också bara nu då här där idag igår "
        "imorgon är var varit har hade ska skulle kan kunde vill måste sin sitt sina hans hennes deras min mitt "
        "vår alla många mer två tre fyra fem enligt dessutom nästa när vad vem hur varför dock därför samtidigt "
        "först kanske naturligtvis egentligen aldrig alltid ingenting någon något några alltså även dessa därmed "
        "däremot trots varje själv oss dem dig mig honom henne tillfrågad konfronterad"
    ),
    naming=words(
        "bok boken film filmen låt låten album serien roman titel titeln kallad kallade kallat begreppet ord "
        "ordet uttrycket program programmet projekt operation kallas"
    ),
    calendar=words(
        "januari februari mars april maj juni juli augusti september oktober november december måndag tisdag "
        "onsdag torsdag fredag lördag söndag jul påsk"
    ),
    article_endings=("n", "en", "et", "t"),
    dash_dialogue=True,
    compounds=True,
)
