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
        "lover lovede husker meddeler meddelte melder uddyber uddybede synes tror håber pointerer fastslår oplyst "
        "tilføjet uddybet understreget ment påpeget bekræftet erkendt konstateret lyde fremhæver fremhævede "
        "anfører anførte bemærker bemærkede præciserer præciserede pointerede gentager gentog gentaget indrømmer "
        "indrømmede afviser afviste benægter benægtede dementerer afslører afslørede forudser forudså frygter "
        "frygtede håbede troede vurderet beklager beklagede kræver krævede opfordrer opfordrede foreslår foreslog "
        "anbefaler anbefalede truer truede lovet garanterer garanterede forsikrer forsikrede forsvarer forsvarede "
        "begrunder begrundede argumenterer argumenterede anklager anklagede angriber roser roste glæder ærgrer "
        "undrer griner grinede joker jokede sukker sukkede råber råbte hvisker hviskede skriger skreg svaret "
        "replicerer indskyder indskød indvender indvendte tvitrer tweeter tweetede postede citerer citeret "
        "refererer rapporterer rapporterede erindrer mindes mindedes opsummerer opsummerede indleder indledte "
        "supplerer supplerede betoner betonede forlyder meddelt kommenteret påstår påstod pointeret vurderes "
        "advaret ræsonnerer konkluderer konkluderede istemmer"
    ),
    cues_before=phrases("ifølge|i følge|sådan lyder det fra|lyder det fra"),
    he=words("han"),
    she=words("hun"),
    titles=words(
        "hr fru frk dr professor præsident statsminister minister udenrigsminister finansminister justitsminister "
        "konge kong dronning prins prinsesse pave general formand forkvinde generalsekretær talsmand talskvinde "
        "talsperson borgmester direktør advokat træner landstræner partileder politiinspektør premierminister "
        "kansler regionsrådsformand regionsrådsformanden transportminister sundhedsminister klimaminister "
        "miljøminister forsvarsminister skatteminister indenrigsminister erhvervsminister børneminister "
        "undervisningsminister beskæftigelsesminister kulturminister landbrugsminister udlændingeminister "
        "integrationsminister statsministeren vicepolitiinspektør politikommissær politidirektør politiassistent "
        "vagtchef vicepolitichef politichef specialanklager anklager retsmægler biskop ærkebiskop kardinal "
        "sognepræst paven dronningen kongen kronprins kronprinsesse prinsen oberst major kaptajn løjtnant "
        "kommandør kontorchef vicedirektør rektor lektor overlæge dommer byrådsmedlem rådmand viceborgmester "
        "overborgmester folketingsmedlem gruppeformand næstformand forbundsformand pressechef kommunikationschef "
        "cheføkonom seniorforsker vidnet"
    ),
    roles=words(
        "talsmand talskvinde talsperson minister ministeren statsminister statsministeren præsident præsidenten "
        "formand formanden forkvinde direktør direktøren chef chefen leder lederen ekspert eksperter professor "
        "professoren læge forsker forskeren advokat advokaten anklager dommer politimand træner træneren spiller "
        "vidne vidner mor far kvinde kvinden mand manden forfatter forfatteren journalist generalsekretær "
        "ambassadør økonom skuespiller sanger analytiker kilde kilder stifter ejer ejeren borgmester borgmesteren "
        "vagtchef vagtchefen pressechef pressechefen kommunikationschef kommunikationschefen presseansvarlig "
        "pressemedarbejder vicepolitiinspektør politiinspektør politikommissær politidirektør politiassistent "
        "indsatsleder indsatslederen beredskabschef brandchef brandmand specialanklager anklageren senioranklager "
        "forsvarer forsvareren forsvarsadvokat bistandsadvokat dommeren kurator cheføkonom cheføkonomen økonomen "
        "seniorøkonom analysechef analytikeren aktiechef investeringschef cheføkonomer lektor lektoren adjunkt "
        "seniorforsker forskere forskerne eksperten eksperterne historiker historikeren sociolog psykolog "
        "psykologen biolog biologen meteorolog meteorologen virolog epidemiolog overlæge overlægen lægen læger "
        "sygeplejerske sygeplejersken jordemoder skoleleder skolelederen rektor rektoren lærer læreren pædagog "
        "elev eleven studerende student formænd næstformand næstformanden gruppeformand gruppeformanden ordfører "
        "ordføreren retsordfører folketingsmedlem byrådsmedlem rådmand rådmanden viceborgmester overborgmester "
        "regionsrådsformand regionsrådsformanden borgmestre kommunaldirektør kontorchef vicedirektør "
        "administrerende bestyrelsesformand bestyrelsesformanden bestyrelsesmedlem topchef topchefen iværksætter "
        "iværksætteren medstifter landmand landmanden fisker fiskeren fiskere købmand butiksejer restauratør kok "
        "kokken håndværker medarbejder medarbejderen tillidsmand tillidsrepræsentant fagforeningsformand "
        "forbundsformand nabo naboen naboer beboer beboeren beboere borger borgere øjenvidne øjenvidner vidnet "
        "faren moren søn sønnen datter datteren bror broren søster søsteren mormor farmor morfar farfar hustru "
        "kone konen ægtefælle enke ven vennen veninde pige dreng pensionist pensionisten turist kunde passager "
        "kunstner kunstneren forfatterinde digter instruktør instruktøren skuespilleren skuespillerinde "
        "sangerinde sangeren musiker musikeren komiker journalisten redaktør chefredaktør chefredaktøren vært "
        "værten landstræneren cheftræner cheftræneren assistenttræner sportschef sportsdirektør anfører anføreren "
        "målmand målmanden spilleren spillere angriber rytter cykelrytter biskop biskoppen præst præsten "
        "sognepræst imam rabbiner kongen dronningen prins prinsen paven diplomat diplomaten ambassadøren kandidat "
        "kandidaten aktivist aktivisten talsmanden talskvinden politiker politikeren politikere talsmænd "
        "partileder partilederen partiformand spidskandidat generalen oberst major kaptajn soldat senator "
        "senatoren guvernør kansler premierminister udenrigsminister udenrigsministeren finansminister "
        "finansministeren justitsminister justitsministeren"
    ),
    groups=words(
        "politiet regeringen ministeriet partiet kommissionen retten virksomheden selskabet foreningen kommunen "
        "organisationen instituttet rapporten studiet avisen nyhedsbureauet hæren forbundet klubben rådet banken "
        "universitetet styrelsen politi anklagemyndigheden beredskabet sygehuset hospitalet skolen kirken "
        "forsvaret forsvarsministeriet sundhedsstyrelsen trafikstyrelsen miljøstyrelsen fødevarestyrelsen dmi dsb "
        "folketinget oppositionen landsretten byretten højesteret bestyrelsen fonden festivalen regionen byrådet "
        "nato kreml partierne fagforeningen interesseorganisationen myndighederne"
    ),
    feminine=words(
        "fru frk dronning prinsesse talskvinde forkvinde mor kvinde kvinden sygeplejerske sygeplejersken "
        "jordemoder moren datter datteren søster søsteren mormor farmor hustru kone konen enke veninde pige "
        "forfatterinde skuespillerinde sangerinde dronningen kronprinsesse talskvinden"
    ),
    articles=words("den det de en et denne dette sin sit sine hans hendes disse deres min mit vores"),
    prepositions=words(
        "af i på til fra med for mod om over under gennem uden siden mellem efter før ved hos som ifølge inden"
    ),
    locatives=words("i fra"),
    relatives=words("som der hvilket hvor når hvis men og eller at fordi mens"),
    stops=words(
        "den det de en et af i på til fra med for mod om over under gennem uden siden mellem efter før ved hos "
        "som og eller men at han hun vi jeg du man ikke ingen også kun nu da her der idag igår er var været har "
        "havde skal skulle kan kunne vil må sin sit sine hans hendes deres min mit vores alle mange mere to tre "
        "fire fem ifølge når hvad hvem hvordan hvorfor dengang dog derfor desuden samtidig først måske "
        "naturligvis egentlig aldrig altid intet nogen noget nogle altså endda derudover dermed derimod trods "
        "hver selv os dem dig mig ham hende dertil heller blot netop imidlertid alt sådan foreholdt adspurgt "
        "spurgt konfronteret"
    ),
    naming=words(
        "bog bogen film filmen sang sangen album serien roman titel titlen kaldet kaldte begrebet ord ordet "
        "udtrykket program programmet projekt operation såkaldt såkaldte kaldes"
    ),
    calendar=words(
        "januar februar marts april maj juni juli august september oktober november december mandag tirsdag "
        "onsdag torsdag fredag lørdag søndag jul påske"
    ),
    article_endings=("en", "et", "n"),
    dash_dialogue=True,
    compounds=True,
)
