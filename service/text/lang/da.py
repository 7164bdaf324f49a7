"""Danish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="da",
    cue_verbs=words(
        "sagde siger sagt sige fortæller fortalte fortalt forklarer forklarede forklaret udtaler udtalte udtalt "
        "mener mente skriver skrev skrevet oplyser oplyste tilføjer tilføjede understreger understregede påpeger "
        "påpegede spørger spurgte svarer svarede advarer advarede lyder lød hævder hævdede konstaterer "
        "konstaterede kommenterer kommenterede kalder kaldte beskriver beskrev kritiserer kritiserede erkender "
        "erkendte bekræfter bekræftede udbryder udbrød fortsætter fortsatte slutter sluttede vurderer vurderede "
        "lover lovede husker meddeler meddelte melder uddyber uddybede synes tror håber pointerer fastslår"
    ),
    cues_before=phrases("ifølge"),
    he=words("han"),
    she=words("hun"),
    titles=words(
        "hr fru frk dr professor præsident statsminister minister udenrigsminister finansminister justitsminister "
        "konge kong dronning prins prinsesse pave general formand forkvinde generalsekretær talsmand talskvinde "
        "talsperson borgmester direktør advokat træner landstræner partileder politiinspektør premierminister "
        "kansler"
    ),
    roles=words(
        "talsmand talskvinde talsperson minister ministeren statsminister statsministeren præsident præsidenten "
        "formand formanden forkvinde direktør direktøren chef chefen leder lederen ekspert eksperter professor "
        "professoren læge forsker forskeren advokat advokaten anklager dommer politimand træner træneren spiller "
        "vidne vidner mor far kvinde kvinden mand manden forfatter forfatteren journalist generalsekretær "
        "ambassadør økonom skuespiller sanger analytiker kilde kilder stifter ejer ejeren borgmester borgmesteren"
    ),
    groups=words(
        "politiet regeringen ministeriet partiet kommissionen retten virksomheden selskabet foreningen kommunen "
        "organisationen instituttet rapporten studiet avisen nyhedsbureauet hæren forbundet klubben rådet banken "
        "universitetet styrelsen"
    ),
    feminine=words("fru frk dronning prinsesse talskvinde forkvinde mor kvinde kvinden"),
    articles=words("den det de en et denne dette sin sit sine hans hendes"),
    prepositions=words(
        "af i på til fra med for mod om over under gennem uden siden mellem efter før ved hos som ifølge inden"
    ),
    locatives=words("i fra"),
    relatives=words("som der hvilket hvor når hvis men og eller at fordi mens"),
    stops=words(
        "den det de en et af i på til fra med for mod om over under gennem uden siden mellem efter før ved hos "
        "som og eller men at han hun vi jeg du man ikke ingen også kun nu da her der idag igår er var været har "
        "havde skal skulle kan kunne vil må sin sit sine hans hendes deres min mit vores alle mange mere to tre "
        "fire fem ifølge når hvad hvem hvordan hvorfor dengang"
    ),
    naming=words(
        "bog bogen film filmen sang sangen album serien roman titel titlen kaldet kaldte begrebet ord ordet "
        "udtrykket program programmet projekt operation"
    ),
    calendar=words(
        "januar februar marts april maj juni juli august september oktober november december mandag tirsdag "
        "onsdag torsdag fredag lørdag søndag jul påske"
    ),
)
