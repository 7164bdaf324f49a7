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
        "understryker underströk hoppas tror utbrister lyder rapporterar"
    ),
    cues_before=phrases("enligt"),
    he=words("han"),
    she=words("hon"),
    titles=words(
        "herr fru fröken dr professor president statsminister statsministern minister ministern utrikesminister "
        "utrikesministern finansminister kung kungen drottning prins prinsessan påve påven general ordförande "
        "ordföranden generalsekreterare talesperson talespersonen pressekreterare talesman talesmannen "
        "borgmästare åklagare partiledare förbundskapten tränare tränaren advokat vd chef presidenten "
        "premiärminister premiärministern kansler"
    ),
    roles=words(
        "talesperson talespersonen talesman talesmannen minister ministern statsminister statsministern president "
        "presidenten ordförande ordföranden chef chefen vd expert experten experter professor professorn läkare "
        "forskare forskaren advokat advokaten åklagare åklagaren domare polis tränare tränaren spelare vittne "
        "vittnen mamma pappa kvinna kvinnan man mannen författare journalist ledare ledaren generalsekreterare "
        "ambassadör ekonom skådespelare sångare analytiker källa källor grundare borgmästare"
    ),
    groups=words(
        "polisen regeringen departementet partiet kommissionen domstolen företaget bolaget föreningen facket "
        "kommunen organisationen institutet rapporten studien tidningen nyhetsbyrån militären förbundet klubben "
        "rådet banken universitetet myndigheten"
    ),
    feminine=words("fru fröken drottning prinsessan mamma kvinna kvinnan"),
    articles=words("den det de en ett denna detta sin sitt sina hans hennes"),
    prepositions=words(
        "av i på till från med för mot om över under genom utan sedan mellan efter före vid hos som enligt inom"
    ),
    locatives=words("i från"),
    relatives=words("som vilken vilket där när om men och eller att eftersom medan"),
    stops=words(
        "den det de en ett av i på till från med för mot om över under genom utan sedan mellan efter före vid hos "
        "som och eller men att han hon vi jag du ni man inte ingen inga också bara nu då här där idag igår "
        "imorgon är var varit har hade ska skulle kan kunde vill måste sin sitt sina hans hennes deras min mitt "
        "vår alla många mer två tre fyra fem enligt dessutom nästa när vad vem hur varför"
    ),
    naming=words(
        "bok boken film filmen låt låten album serien roman titel titeln kallad kallade kallat begreppet ord "
        "ordet uttrycket program programmet projekt operation"
    ),
    calendar=words(
        "januari februari mars april maj juni juli augusti september oktober november december måndag tisdag "
        "onsdag torsdag fredag lördag söndag jul påsk"
    ),
    dash_dialogue=True,
)
