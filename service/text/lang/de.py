"""German."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="de",
    cue_verbs=words(
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint äußerte äußerten "
        "geäußert kritisierte kritisiert kritisierten kommentierte kommentiert schrieb schreibt schrieben "
        "geschrieben fragte fragt antwortete antwortet forderte fordert forderten warnte warnt warnten behauptete "
        "behauptet versicherte versichert fügte ergänzte ergänzt teilte teilten mitteilte mitteilten kündigte "
        "berichtete berichtet berichteten bezeichnete bezeichnet bezeichneten nannte nennt nannten lobte lobt "
        "gaben verkündete verkündet bestätigte bestätigt bestätigten urteilte urteilt stellte stellt hieß heißt "
        "räumte bekräftigte bekräftigt unterstrich erläuterte erläutert hob wies verwies sprach spricht sprachen "
        "zitierte zitiert beklagte beklagt resümierte entgegnete erwiderte rief twitterte twittert begründete "
        "begründet bedauerte bedauert verteidigte schilderte schildert erzählte erzählt bemerkte verlangte "
        "verlangt plädierte mahnte mahnt prophezeite begrüßte formulierte formuliert konstatierte unterstreicht "
        "beschrieb beschreibt warf hofft hoffte glaubt vermutet sieht wirft lautet lautete freute verurteilte "
        "wörtlich zeigte bilanzierte ließ unterstellte titelte titelt argumentierte argumentiert führte monierte "
        "fuhr verkündeten rät riet werfen befürchtet befürchtete betonten meinten schilderten lobten klagte klagt "
        "gestand gesteht räumt kündigt kündigten meldete meldet meldeten ergänzten fügt fügten erläuterten "
        "appellierte appelliert hebt prognostizierte prognostiziert spekulierte scherzte scherzt witzelte "
        "spottete schimpfte schimpft wetterte wettert polterte poltert konterte kontert versprach verspricht "
        "versprachen gelobte drohte droht drohten resümiert folgerte vermutete mutmaßte beteuerte beteuert "
        "beteuerten bekannte dementierte dementiert rechtfertigte rechtfertigt wunderte wundert ärgerte ärgert "
        "freut schwärmte schwärmt postete postet wandte wendet teilt flüsterte schrie schreit brüllte erinnerte "
        "erinnert bemängelte bemängelt attestierte signalisierte versicherten verriet verrät offenbarte "
        "beschwerte empfahl empfiehlt hofften fragten antworteten fährt führt sagend erzählten kommentierten "
        "bemerkt beschwor prangerte legte worten gab skandierte skandierten skandieren skandiert"
    ),
    cues_before=phrases(
        "laut|so|gemäß|nach angaben|nach ansicht|nach aussage|nach aussagen|nach worten|nach auskunft|"
        "nach meinung|nach einschätzung|nach den worten|nach darstellung|in den worten|nach angaben der|"
        "nach angaben des|nach angaben von"
    ),
    cues_after=phrases("zufolge"),
    he=words("er"),
    she=words("sie"),
    titles=words(
        "trainerin herr frau dr prof professor professorin präsident präsidentin bundespräsident "
        "bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister "
        "außenministerin innenminister innenministerin verteidigungsminister finanzminister "
        "wirtschaftsminister justizminister umweltminister umweltministerin gesundheitsminister "
        "premierminister premierministerin ministerpräsident ministerpräsidentin us-präsident "
        "bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin pressesprecher "
        "regierungssprecher generalsekretär generalsekretärin senator senatorin general papst "
        "kardinal bischof könig königin prinz trainer chef chefin vorsitzende vorsitzender parteichef "
        "abgeordnete abgeordneter staatssekretär direktor richter"
    ),
    roles=words(
        "sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin senator senatorin "
        "vorsitzende vorsitzender chef chefin leiter leiterin direktor direktorin experte experten expertin "
        "professor anwalt richter richterin beamter beamte politiker politikerin abgeordnete trainer spieler "
        "bürgermeister autor journalist forscher wissenschaftler botschafter geschäftsführer generalsekretär "
        "zeuge zeugen augenzeugen mitarbeiter pressesprecher regierungssprecher kritiker vertreter außenminister "
        "innenminister umweltminister ministerpräsident premierminister staatsanwalt sänger schauspieler mann "
        "frau vater mutter gewerkschafter datenschutzbeauftragte polizeisprecher staatschef parteichef gutachter "
        "gutachterin zeugin anwältin rechtsanwalt rechtsanwältin verteidiger verteidigerin staatsanwältin "
        "polizist polizistin polizeichef polizeisprecherin ökonom ökonomin historiker historikerin soziologe "
        "soziologin virologe virologin arzt ärztin chefarzt chefärztin forscherin wissenschaftlerin autorin "
        "schriftsteller schriftstellerin journalistin reporter reporterin regisseur regisseurin schauspielerin "
        "sängerin musiker musikerin künstler künstlerin oppositionsführer oppositionsführerin botschafterin "
        "kommissar kommissarin gouverneur gouverneurin landrat landrätin stadtrat stadträtin ständerat "
        "ständerätin nationalrat nationalrätin bundesrätin landeshauptmann landeshauptfrau dezernent dezernentin "
        "bürgermeisterin oberbürgermeisterin kämmerer gründer gründerin unternehmer unternehmerin landwirt "
        "landwirtin pfarrer pfarrerin pastor pastorin bischöfin lehrer lehrerin schüler schülerin student "
        "studentin rentner rentnerin anwohner anwohnerin nachbar nachbarin tochter sohn bruder schwester "
        "augenzeuge augenzeugin vertreterin kritikerin mitarbeiterin beamtin geschäftsführerin trainerin "
        "spielerin torwart kapitän stürmer bundestrainer bundestrainerin nationaltrainer regierungschef "
        "regierungschefin staatschefin firmenchef konzernchef vorstandschef fraktionschef landeschef "
        "gewerkschaftschef vizepräsident vizepräsidentin premier premierministerin staatssekretärin "
        "datenschutzbeauftragter polizeipräsident polizeipräsidentin feuerwehrmann meteorologe meteorologin "
        "physiker physikerin psychologe psychologin kapitänin investor analyst analystin händler aktivist "
        "aktivistin demonstrant"
    ),
    groups=words(
        "polizei regierung bundesregierung ministerium gericht partei kommission behörde behörden unternehmen "
        "konzern organisation verband staatsanwaltschaft zeitung agentur nachrichtenagentur bericht studie "
        "erklärung mitteilung pressemitteilung opposition gewerkschaft armee militär firma universität begründung "
        "urteil bundesverfassungsgericht außenministerium innenministerium senat website gesetz papier brief "
        "schreiben text bundesgerichtshof amt bundesamt verein initiative stiftung fraktion feuerwehr kanzleramt "
        "landgericht amtsgericht gesundheitsamt klinik krankenhaus betreiber behördenangaben bundespolizei "
        "kriminalpolizei kirche nato stadt stadtverwaltung verwaltung betriebsrat gemeinde sendung ministeriums"
    ),
    feminine=words(
        "frau kanzlerin bundeskanzlerin ministerin außenministerin innenministerin umweltministerin präsidentin "
        "sprecherin bürgermeisterin ministerpräsidentin premierministerin senatorin chefin direktorin "
        "generalsekretärin leiterin zeugin anwältin rechtsanwältin ökonomin ärztin forscherin autorin "
        "botschafterin landrätin trainerin mutter tochter schwester witwe königin prinzessin schauspielerin "
        "sängerin regierungschefin vertreterin gewerkschafterin expertin politikerin richterin"
    ),
    articles=words("der die das den dem des ein eine einer einem einen eines dieser diese dieses"),
    prepositions=words(
        "in im an am auf aus bei beim von vom zu zum zur mit nach für gegen über unter durch um ohne "
        "seit während wegen zwischen vor hinter neben als trotz innerhalb gegenüber"
    ),
    locatives=words("in im aus"),
    relatives=words("der die das welcher welche welches dass daß wenn weil ob aber und oder"),
    stops=words(
        "der die das den dem des ein eine einer einem einen eines und oder aber er sie es wir ich ihr in im an am "
        "auf aus bei beim von vom zu zum zur mit nach für gegen über unter durch um ohne seit während wegen "
        "zwischen vor als wie wenn weil dass daß ob auch nur noch nicht kein keine so dann da hier dort jetzt "
        "heute gestern morgen bereits schon sein seine seiner seinem seinen ihrem unser unsere ihre ihrer ihren "
        "man sich dies diese dieser dieses alle viele einige mehr prozent millionen milliarden euro dollar uhr "
        "ende anfang mitte was wer wo warum damit dabei daher doch denn allerdings jedoch insgesamt laut trotz "
        "zudem außerdem danach davor nun zwei drei vier fünf nachdem bis obwohl bevor sobald solange falls ehe "
        "jeder jede jedes ebenso deshalb deswegen zuvor zunächst schließlich gleichzeitig inzwischen mittlerweile "
        "dennoch somit also vielleicht natürlich gegenüber ferner weiter darüber dazu worauf gefragt angesprochen "
        "befragt konfrontiert"
    ),
    naming=words(
        "buch film lied song album sendung serie roman titel namens genannt genannte sogenannte "
        "sogenannten sogenannter begriff wort worte motto stück zeitschrift zeitung magazin operation "
        "projekt schiff aktion spiegel überschrift slogan name namen"
    ),
    calendar=words(
        "januar februar märz april mai juni juli august september oktober november dezember montag "
        "dienstag mittwoch donnerstag freitag samstag sonntag sonnabend weihnachten ostern"
    ),
    reported=words("sei seien habe hätte hätten werde würde würden müsse müssten könne könnten solle sollten dürfe"),
    nouns_capitalised=True,
    compounds=True,
)
