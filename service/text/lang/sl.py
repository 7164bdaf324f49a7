"""Slovenian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="sl",
    cue_verbs=words(
        "dejal dejala dejali pravi pravijo povedal povedala povedali rekel rekla rekli meni menijo poudaril "
        "poudarila poudarili dodal dodala dodali dodaja pojasnil pojasnila pojasnjuje zatrdil zatrdila trdi trdijo "
        "opozoril opozorila opozarja opozarjajo priznal priznala potrdil potrdila zapisal zapisala zapisali "
        "odgovoril odgovorila sporočil sporočila sporočili napovedal napovedala izjavil izjavila razložil razložila "
        "ocenil ocenila ocenjuje navedel navedla vprašal vprašala opisal opisala pripovedoval pripoveduje "
        "spomnil spomnila ponovil ponovila"
    ),
    cues_before=phrases("po besedah|po mnenju|po navedbah"),
    he=words("on"),
    she=words("ona"),
    they=words("oni"),
    titles=words(
        "gospod gospa predsednik predsednica premier premierka minister ministrica župan županja direktor direktorica "
        "profesor profesorica general doktor poslanec poslanka kralj kraljica papež nadškof trener trenerka dr"
    ),
    roles=words(
        "predsednik predsednica premier premierka minister ministrica župan županja direktor direktorica profesor "
        "profesorica poslanec poslanka predstavnik predstavnica govorec govorka analitik analitičarka strokovnjak "
        "strokovnjakinja strokovnjaki odvetnik odvetnica sodnik sodnica trener trenerka avtor avtorica znanstvenik "
        "ekonomist zdravnik zdravnica priča vir mati oče učitelj učiteljica novinar novinarka"
    ),
    groups=words("policija vlada ministrstvo podjetje družba sodišče odbor stranka urad agencija izjava poročilo"),
    feminine=words(
        "gospa predsednica premierka ministrica županja direktorica profesorica poslanka kraljica trenerka govorka"
    ),
    articles=words("ta to tisti tista"),
    prepositions=words("v na do iz s z k h o od po za pri pred nad pod med čez brez proti ob skozi zaradi"),
    locatives=words("v na"),
    relatives=words("ki kateri katera ko da kjer kako"),
    stops=words(
        "in ali a pa ter da ko ker če ki kjer kako kot tudi še že le samo tako tu tam zdaj danes včeraj jutri v na do "
        "iz s z k h o od po za pri pred nad pod med čez brez proti ob skozi zaradi ta to tisti je so bil bila bilo "
        "bili bo bodo ima imajo on ona oni mi vi jaz ne kaj kdo zakaj nato vendar toda medtem"
    ),
    naming=words("knjiga film serija pesem naslov naslovom imenom beseda besedo geslo geslom"),
    calendar=words(
        "januar januarja februar februarja marec marca april aprila maj maja junij junija julij julija avgust avgusta "
        "september septembra oktober oktobra november novembra december decembra ponedeljek torek sreda četrtek petek "
        "sobota nedelja ponedeljka torka sredo četrtka petka soboto nedeljo"
    ),
    plural_endings=("li", "le", "jo"),
    names_inflect=True,
)
