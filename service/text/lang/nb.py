"""Norwegian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="nb",
    cue_verbs=words(
        "sa sier sagt si forteller fortalte fortalt forklarer forklarte forklart uttaler uttalte uttalt mener "
        "mente skriver skrev skrevet opplyser opplyste legger la understreker understreket påpeker påpekte spør "
        "spurte svarer svarte advarer advarte lyder lød hevder hevdet konstaterer konstaterte kommenterer "
        "kommenterte kaller kalte beskriver beskrev kritiserer kritiserte innrømmer innrømmet bekrefter bekreftet "
        "fortsetter fortsatte avslutter lover lovet melder meldte utdyper håper tror synes fastslår slår"
    ),
    cues_before=phrases("ifølge"),
    he=words("han"),
    she=words("hun"),
    titles=words(
        "hr fru dr professor president statsminister minister utenriksminister finansminister justisminister "
        "konge kong dronning prins prinsesse pave general leder generalsekretær talsmann talskvinne talsperson "
        "ordfører direktør advokat trener landslagssjef partileder politiinspektør"
    ),
    roles=words(
        "talsmann talskvinne talsperson minister ministeren statsminister statsministeren president presidenten "
        "leder lederen direktør direktøren sjef sjefen ekspert eksperter professor professoren lege forsker "
        "forskeren advokat advokaten aktor dommer politimann trener treneren spiller vitne vitner mor far kvinne "
        "kvinnen mann mannen forfatter journalist generalsekretær ambassadør økonom skuespiller sanger analytiker "
        "kilde kilder gründer ordfører ordføreren forsvarer"
    ),
    groups=words(
        "politiet regjeringen departementet partiet kommisjonen retten selskapet bedriften foreningen kommunen "
        "organisasjonen instituttet rapporten studien avisen nyhetsbyrået hæren forbundet klubben rådet banken "
        "universitetet direktoratet"
    ),
    feminine=words("fru dronning prinsesse talskvinne mor kvinne kvinnen"),
    articles=words("den det de en et ei denne dette sin sitt sine hans hennes"),
    prepositions=words(
        "av i på til fra med for mot om over under gjennom uten siden mellom etter før ved hos som ifølge innen"
    ),
    locatives=words("i fra"),
    relatives=words("som der hvilket hvor når hvis men og eller at fordi mens"),
    stops=words(
        "den det de en et ei av i på til fra med for mot om over under gjennom uten siden mellom etter før ved "
        "hos som og eller men at han hun vi jeg du man ikke ingen også bare nå da her der idag igår er var vært "
        "har hadde skal skulle kan kunne vil må sin sitt sine hans hennes deres min mitt vår alle mange mer to "
        "tre fire fem ifølge når hva hvem hvordan hvorfor"
    ),
    naming=words(
        "bok boken film filmen sang sangen album serien roman tittel tittelen kalt begrepet ord ordet uttrykket "
        "program programmet prosjekt operasjon"
    ),
    calendar=words(
        "januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag "
        "torsdag fredag lørdag søndag jul påske"
    ),
    dash_dialogue=True,
)
