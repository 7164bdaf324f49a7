"""Dutch."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="nl",
    cue_verbs=words(
        "zei zegt zeggen zeiden gezegd vertelde vertelt vertellen verteld verklaarde verklaart verklaarden "
        "verklaard stelde stelt stellen meldde meldt melden gemeld schreef schrijft schreven geschreven legde "
        "legt benadrukte benadrukt voegde voegt vroeg vraagt antwoordde antwoordt waarschuwde waarschuwt "
        "reageerde reageert liet laat noemde noemt noemden vindt vond aldus erkende erkent bevestigde bevestigt "
        "beweerde beweert concludeerde concludeert twitterde twittert tweette riep roept besloot vervolgde "
        "vervolgt herhaalde bekende klaagde klaagt hoopt denkt dacht beloofde kondigde meent betoogde grapte "
        "luidt luidde oordeelde lachte klaagden vreest vreesde hoopte vermoedt vermoedde zegden waarschuwden "
        "benadrukten vinden vonden erkennen erkenden ontkent ontkende ontkennen bestrijdt bestreed weerspreekt "
        "weersprak bepleit bepleitte pleit pleitte eist eiste oproept hekelt hekelde bekritiseert bekritiseerde "
        "veroordeelt veroordeelde prijst prees looft bedankt bedankte stelden onderstreept onderstreepte merkt "
        "merkte wijst herhaalt herinnert herinnerde schetst schetste beschrijft beschreef typeert typeerde vat "
        "vatte lichtte zucht zuchtte grapt grinnikt moppert fluistert schreeuwt schreeuwde roepen riepen snikt "
        "snauwt belooft beloven verzekert verzekerde garandeert voorspelt voorspelde rapporteert rapporteerde "
        "tweet tweeten postte plaatste mailt mailde appt sms't adviseert adviseerde oordeelt dachten gelooft "
        "geloofde meende meenden vertelden antwoordden vroegen verklaren stipt aanvult vult constateert "
        "constateerde nuanceert nuanceerde relativeert reageren reageerden toegeeft onthult onthulde verdedigt "
        "verdedigde verwijt verweet beklaagt beklaagde verduidelijkt verduidelijkte preciseert preciseerde"
    ),
    cues_before=phrases(
        "volgens|aldus|naar eigen zeggen van|naar de mening van|in de woorden van|zo zegt|zo stelt|zo meldt"
    ),
    he=words("hij"),
    she=words("zij ze"),
    titles=words(
        "dhr mevr meneer mevrouw heer dr prof professor president premier minister minister-president koning "
        "koningin prins prinses paus generaal burgemeester wethouder directeur voorzitter woordvoerder "
        "woordvoerster secretaris-generaal staatssecretaris kamerlid bondskanselier trainer coach bondscoach "
        "advocaat rechter kapitein kolonel senator gouverneur partijleider lijsttrekker fractievoorzitter "
        "fractieleider korpschef hoofdofficier officier commissaris gedeputeerde partijvoorzitter vicepremier "
        "vicepresident europarlementariër eurocommissaris kardinaal bisschop pastoor dominee imam rabbijn ing ir "
        "mr drs jonkheer luitenant sergeant majoor bewoonster"
    ),
    roles=words(
        "woordvoerder woordvoerster minister premier president burgemeester wethouder directeur voorzitter leider "
        "expert experts deskundige deskundigen hoogleraar arts onderzoeker onderzoekers advocaat rechter officier "
        "agent trainer coach speler getuige getuigen slachtoffer bewoner bewoners vader moeder vrouw man auteur "
        "journalist schrijver kamerlid staatssecretaris ambassadeur econoom historicus acteur zanger analist "
        "activist bron bronnen oprichter topman chef zegsman zegsvrouw lijsttrekker fractievoorzitter "
        "fractieleider korpschef commissaris gedeputeerde raadslid statenlid senator europarlementariër "
        "eurocommissaris vicepremier vicepresident bondskanselier gouverneur generaal kolonel kapitein koning "
        "koningin prins prinses paus bisschop pastoor dominee imam rabbijn onderzoekster wetenschapper "
        "wetenschappers viroloog epidemioloog econome historica socioloog politicoloog psycholoog bioloog ecoloog "
        "meteoroloog weerman chirurg huisarts verpleegkundige specialist ziekenhuisdirecteur docent docente "
        "leraar lerares student studente scholier leerling rector ondernemer onderneemster winkelier boer boerin "
        "visser vissers eigenaar eigenares directrice voorzitster topvrouw oprichtster bestuurder manager "
        "medewerker medewerkster werknemer vakbondsman vakbondsbestuurder buurman buurvrouw buurtbewoner "
        "omwonende omwonenden bewoonster zoon dochter broer zus echtgenoot echtgenote weduwe weduwnaar oma opa "
        "vriend vriendin kunstenaar kunstenares schrijfster dichter regisseur actrice zangeres muzikant "
        "journaliste verslaggever verslaggeefster presentator presentatrice bondscoach keeper aanvoerder spits "
        "verdediger middenvelder wielrenner schaatser schaatsster tennisser tennisster piloot machinist chauffeur "
        "brandweerman brandweercommandant agente rechercheur advocate advocaten raadsman raadsvrouw verdachte "
        "hoofdofficier persofficier burgemeesters vertegenwoordiger ambtenaar demonstrant demonstranten "
        "vrijwilliger vrijwilligers kamerleden ministers"
    ),
    groups=words(
        "politie regering ministerie partij commissie rechtbank bedrijf vereniging vakbond gemeente organisatie "
        "instituut verklaring rapport onderzoek krant persbureau leger federatie club raad bank universiteit "
        "kabinet om openbaar brandweer provincie ziekenhuis parlement oppositie coalitie rijkswaterstaat knmi "
        "gerechtshof stichting school kerk navo kamer senaat marechaussee veiligheidsregio vakbonden "
        "belangenvereniging werkgevers"
    ),
    portfolios=words(
        "financiën verkeer justitie defensie onderwijs volksgezondheid landbouw infrastructuur binnenlandse "
        "buitenlandse zaken"
    ),
    feminine=words(
        "mevr mevrouw koningin prinses woordvoerster moeder vrouw onderzoekster econome historica lerares "
        "studente boerin eigenares directrice voorzitster topvrouw oprichtster medewerkster buurvrouw bewoonster "
        "dochter zus echtgenote weduwe oma vriendin kunstenares schrijfster actrice zangeres journaliste "
        "presentatrice schaatsster tennisster advocate raadsvrouw zegsvrouw agente"
    ),
    articles=words("de het een deze dit die dat zijn haar hun"),
    prepositions=words(
        "van in op aan bij met naar voor tegen over onder door om uit zonder sinds tijdens tussen als na per "
        "vanuit volgens"
    ),
    locatives=words("in uit"),
    relatives=words("die dat wie wat waar als maar en of omdat terwijl toen hoewel"),
    stops=words(
        "de het een van in op aan bij met naar voor tegen over onder door om uit zonder sinds tijdens tussen als "
        "na per en of maar want dat die dit deze wie wat waar wanneer hoe er hij zij ze we wij ik je jij u men "
        "niet geen wel ook nog al zo dan toen nu hier daar vandaag gisteren morgen zijn is was waren heeft had "
        "hebben haar hun mijn ons alle veel meer twee drie vier vijf volgens aldus echter bovendien daarom "
        "daarnaast daarna daarmee daardoor vervolgens intussen inmiddels misschien natuurlijk eigenlijk gewoon "
        "juist soms altijd nooit niemand iemand iedereen iets niets elke ieder zelfs toch dus verder eerst later "
        "eerder onze jullie hen gevraagd desgevraagd geconfronteerd"
    ),
    naming=words(
        "boek film lied nummer album serie roman titel getiteld genaamd genoemd bijnaam woord woorden term slogan "
        "programma project operatie zogenoemde zogeheten"
    ),
    calendar=words(
        "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag "
        "woensdag donderdag vrijdag zaterdag zondag kerst pasen"
    ),
    compounds=True,
)
