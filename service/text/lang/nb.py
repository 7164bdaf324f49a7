"""Norwegian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="nb",
    cue_verbs=words(
        "sa sier sagt si forteller fortalte fortalt forklarer forklarte forklart uttaler uttalte uttalt mener "
        "mente skriver skrev skrevet opplyser opplyste legger la understreker understreket påpeker påpekte spør "
        "spurte svarer svarte advarer advarte lyder lød hevder hevdet konstaterer konstaterte kommenterer "
        "kommenterte kaller kalte beskriver beskrev kritiserer kritiserte innrømmer innrømmet bekrefter bekreftet "
        "fortsetter fortsatte avslutter lover lovet melder meldte utdyper håper tror synes fastslår slår opplyst "
        "utdypet påpekt fremholder framholder fremhever framhever fremhevet framhevet bemerker bemerket "
        "presiserer presiserte poengterer poengterte gjentar gjentok innrømte erkjenner erkjente avviser avviste "
        "benekter benektet nekter nektet dementerer dementerte avslører avslørte varsler varslet anslår anslo "
        "frykter fryktet håpet trodde vurderte beklager beklaget krever krevde oppfordrer oppfordret foreslår "
        "foreslo anbefaler anbefalte truer truet garanterer garanterte forsikrer forsikret forsvarer forsvarte "
        "begrunner begrunnet argumenterer argumenterte anklager anklaget angriper roser roste skryter gleder "
        "jubler undrer ler humrer spøker spøkte sukker sukket roper ropte hvisker hvisket skriker skrek "
        "repliserer replisert istemmer twitrer twitret tweeter siterer siterte refererer rapporterer rapporterte "
        "minnes mintes oppsummerer oppsummerte innleder supplerer supplerte betoner påstår påsto ment kommentert "
        "bekrefta meddeler meddelte informerer informerte orienterer konkluderer konkluderte resonnerer slo svart "
        "tilføyer tilføyde føyer peker pekte karakteriserer karakteriserte omtaler ordlegger"
    ),
    cues_before=phrases("ifølge|i følge|i ordene til"),
    he=words("han"),
    she=words("hun"),
    titles=words(
        "hr fru dr professor president statsminister minister utenriksminister finansminister justisminister "
        "konge kong dronning prins prinsesse pave general leder generalsekretær talsmann talskvinne talsperson "
        "ordfører direktør advokat trener landslagssjef partileder politiinspektør statsråd statsråden "
        "samferdselsminister helseminister klimaminister forsvarsminister kunnskapsminister næringsminister "
        "kulturminister fiskeriminister landbruksminister arbeidsminister kommunalminister distriktsminister "
        "statssekretær statssekretæren stortingsrepresentant stortingspresident varaordfører fylkesordfører "
        "byrådsleder byråd byråden operasjonsleder innsatsleder politimester politiadvokat statsadvokat "
        "riksadvokat bistandsadvokat forsvarer overlege biskop prest kardinal oberst major kaptein løytnant "
        "admiral kronprins kronprinsesse dronningen kongen rektor rådmann kommunedirektør styreleder "
        "kommunikasjonssjef pressetalsperson landslagstrener nestleder samfunnsdebattant forsker førsteamanuensis "
        "sjeføkonom sjefredaktør"
    ),
    roles=words(
        "talsmann talskvinne talsperson minister ministeren statsminister statsministeren president presidenten "
        "leder lederen direktør direktøren sjef sjefen ekspert eksperter professor professoren lege forsker "
        "forskeren advokat advokaten aktor dommer politimann trener treneren spiller vitne vitner mor far kvinne "
        "kvinnen mann mannen forfatter journalist generalsekretær ambassadør økonom skuespiller sanger analytiker "
        "kilde kilder gründer ordfører ordføreren forsvarer statsråd statsråden statssekretær statssekretæren "
        "samferdselsminister samferdselsministeren helseminister helseministeren finansminister finansministeren "
        "utenriksminister utenriksministeren justisminister justisministeren stortingsrepresentant "
        "stortingsrepresentanten varaordfører fylkesordfører byrådsleder byråd byråden operasjonsleder "
        "operasjonslederen innsatsleder innsatslederen brannsjef brannmann politimester politimesteren "
        "politiadvokat politiadvokaten politifolk statsadvokat statsadvokaten aktoren bistandsadvokat forsvareren "
        "forsvarere dommeren tingrettsdommer påtaleansvarlig etterforskningsleder politioverbetjent pressevakt "
        "pressesjef kommunikasjonssjef kommunikasjonssjefen kommunikasjonsdirektør pressetalsperson "
        "informasjonssjef sjeføkonom sjeføkonomen økonomen analysesjef forskere forskerne førsteamanuensis "
        "stipendiat historiker historikeren sosiolog psykolog psykologen biolog biologen meteorolog meteorologen "
        "klimaforsker virolog epidemiolog overlege overlegen legen leger sykepleier sykepleieren jordmor fastlege "
        "rektor rektoren lærer læreren elev eleven student studenten barnehagestyrer nestleder nestlederen "
        "partileder partilederen stortingsmedlem talspersonen styreleder styrelederen konsernsjef konsernsjefen "
        "toppsjef gründeren eier eieren avdelingsleder avdelingsdirektør prosjektleder seksjonssjef rådmann "
        "rådmannen kommunedirektør kommunedirektøren bonde bonden fisker fiskeren fiskere butikkeier kokk kokken "
        "håndverker ansatt ansatte tillitsvalgt forbundsleder fagforeningsleder nabo naboen naboer beboer "
        "beboeren beboere innbygger innbyggere øyenvitne øyenvitner vitnet faren moren sønn sønnen datter "
        "datteren bror broren søster søsteren mormor farmor morfar bestefar bestemor kone konen ektemann enke "
        "venn vennen venninne jente gutt pensjonist pensjonisten turist kunde passasjer kunstner kunstneren "
        "forfatteren poet regissør regissøren skuespilleren sangeren artist artisten musiker komiker journalisten "
        "redaktør redaktøren sjefredaktør programleder kommentator landslagstrener landslagssjefen hovedtrener "
        "sportssjef sportsdirektør kaptein kapteinen keeper keeperen spilleren spillere spiss løper skiløper "
        "alpinist syklist biskop biskopen prest presten imam rabbiner kongen dronningen kronprins pave diplomat "
        "diplomaten ambassadøren kandidat kandidaten aktivist aktivisten politiker politikeren politikere "
        "generalen oberst major soldat senator guvernør kansler"
    ),
    groups=words(
        "politiet regjeringen departementet partiet kommisjonen retten selskapet bedriften foreningen kommunen "
        "organisasjonen instituttet rapporten studien avisen nyhetsbyrået hæren forbundet klubben rådet banken "
        "universitetet direktoratet politi påtalemyndigheten brannvesenet sykehuset skolen kirken forsvaret "
        "helsedirektoratet folkehelseinstituttet vegvesenet stortinget opposisjonen lagmannsretten tingretten "
        "høyesterett styret stiftelsen festivalen fylkeskommunen byrådet nato kreml myndighetene fagforeningen "
        "legevakten luftambulansen redningsselskapet hovedredningssentralen politidistrikt"
    ),
    feminine=words(
        "fru dronning prinsesse talskvinne mor kvinne kvinnen jordmor moren datter datteren søster søsteren "
        "mormor farmor bestemor kone konen enke venninne jente dronningen kronprinsesse talskvinnen"
    ),
    articles=words("den det de en et ei denne dette sin sitt sine hans hennes disse deres min mitt vår"),
    prepositions=words(
        "av i på til fra med for mot om over under gjennom uten siden mellom etter før ved hos som ifølge innen"
    ),
    locatives=words("i fra"),
    relatives=words("som der hvilket hvor når hvis men og eller at fordi mens"),
    stops=words(
        "den det de en et ei av i på til fra med for mot om over under gjennom uten siden mellom etter før ved "
        "hos som og eller men at han hun vi jeg du man ikke ingen også nå da her der idag igår er var vært har "
        "hadde skal skulle kan kunne vil må sin sitt sine hans hennes deres min mitt vår alle mange mer to tre "
        "fire fem ifølge når hva hvem hvordan hvorfor likevel derfor dessuten samtidig først kanskje naturligvis "
        "egentlig aldri alltid ingenting noen noe altså enda derimot tross hver selv oss dem deg meg ham henne "
        "nettopp imidlertid alt slik spurt konfrontert forelagt"
    ),
    naming=words(
        "bok boken film filmen sang sangen album serien roman tittel tittelen kalt begrepet ord ordet uttrykket "
        "program programmet prosjekt operasjon såkalt såkalte kalles heter"
    ),
    calendar=words(
        "januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag "
        "torsdag fredag lørdag søndag jul påske"
    ),
    article_endings=("en", "et", "n", "a"),
    dash_dialogue=True,
    compounds=True,
)
