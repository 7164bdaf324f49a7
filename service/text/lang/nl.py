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
        "luidt luidde oordeelde lachte"
    ),
    cues_before=phrases("volgens|aldus|naar eigen zeggen van"),
    he=words("hij"),
    she=words("zij ze"),
    titles=words(
        "dhr mevr meneer mevrouw heer dr prof professor president premier minister minister-president koning "
        "koningin prins prinses paus generaal burgemeester wethouder directeur voorzitter woordvoerder "
        "woordvoerster secretaris-generaal staatssecretaris kamerlid bondskanselier trainer coach bondscoach "
        "advocaat rechter kapitein kolonel senator gouverneur partijleider"
    ),
    roles=words(
        "woordvoerder woordvoerster minister premier president burgemeester wethouder directeur voorzitter leider "
        "expert experts deskundige deskundigen hoogleraar arts onderzoeker onderzoekers advocaat rechter officier "
        "agent trainer coach speler getuige getuigen slachtoffer bewoner bewoners vader moeder vrouw man auteur "
        "journalist schrijver kamerlid staatssecretaris ambassadeur econoom historicus acteur zanger analist "
        "activist bron bronnen oprichter topman chef"
    ),
    groups=words(
        "politie regering ministerie partij commissie rechtbank bedrijf vereniging vakbond gemeente organisatie "
        "instituut verklaring rapport onderzoek krant persbureau leger federatie club raad bank universiteit "
        "kabinet om openbaar"
    ),
    feminine=words("mevr mevrouw koningin prinses woordvoerster moeder vrouw"),
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
        "hebben haar hun mijn ons alle veel meer twee drie vier vijf volgens"
    ),
    naming=words(
        "boek film lied nummer album serie roman titel getiteld genaamd genoemd bijnaam woord woorden term slogan "
        "programma project operatie zogenoemde zogeheten"
    ),
    calendar=words(
        "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag "
        "woensdag donderdag vrijdag zaterdag zondag kerst pasen"
    ),
)
