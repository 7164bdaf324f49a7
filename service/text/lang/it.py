"""Italian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="it",
    cue_verbs=words(
        "detto dice dicono disse dicendo dichiarato dichiara dichiarano affermato afferma affermano aggiunto "
        "aggiunge spiegato spiega spiegano sottolineato sottolinea raccontato racconta raccontano commentato "
        "commenta scritto scrive scrivono scriveva risposto risponde concluso conclude osservato osserva "
        "ricordato ricorda ribadito ribadisce precisato precisa annunciato annuncia avvertito avverte ammesso "
        "ammette confermato conferma chiesto chiede chiedono twittato twitta postato definito definisce definita "
        "chiamato attaccato attacca accusato accusa insistito insiste sostenuto sostiene sostengono assicurato "
        "assicura rivelato rivela confessato confessa riferito riferisce replicato replica denunciato denuncia "
        "promesso proseguito prosegue evidenziato evidenzia esclamato ironizza tuona tuonato rilevato parlato "
        "lamentato lamenta criticato critica auspicato rassicura incalza chiosa taglia sbotta"
    ),
    cues_before=phrases("secondo|per|a detta di|stando a|a parere di|ad avviso di"),
    he=words("lui egli"),
    she=words("lei ella"),
    titles=words(
        "sig signor signora dott dottor dottoressa prof professore professoressa avv avvocato presidente premier "
        "ministro ministra papa re regina principe principessa generale colonnello capitano sindaco sindaca "
        "governatore senatore senatrice deputato deputata onorevole on giudice procuratore direttore direttrice "
        "segretario segretaria portavoce cancelliere cancelliera vicepresidente vicepremier assessore "
        "ambasciatore leader allenatore tecnico ct don monsignor cardinale"
    ),
    roles=words(
        "presidente premier ministro ministra portavoce sindaco sindaca deputato senatore direttore direttrice "
        "responsabile capo esperto esperti avvocato professore medico ricercatore ricercatori procuratore giudice "
        "poliziotto allenatore tecnico giocatore testimone testimoni vittima padre madre donna uomo autore "
        "giornalista scrittore leader consigliere ambasciatore segretario segretaria candidato candidata fonti "
        "fonte fondatore economista storico attore attrice cantante analista attivista governatore vicepremier "
        "tycoon"
    ),
    groups=words(
        "polizia governo ministero partito commissione tribunale azienda compagnia società associazione sindacato "
        "procura comune gruppo organizzazione istituto comunicato rapporto studio giornale quotidiano agenzia "
        "esercito federazione club consiglio banca università corte cremlino"
    ),
    feminine=words(
        "signora dottoressa professoressa ministra regina principessa sindaca senatrice deputata direttrice "
        "segretaria cancelliera madre donna"
    ),
    articles=words("il lo la i gli le l un uno una questo questa quel quella suo sua"),
    prepositions=words(
        "di del dello della dei degli delle a al allo alla ai agli alle in nel nello nella nei nelle con da dal "
        "dalla dai per su sul sulla tra fra senza verso contro dopo prima durante secondo come"
    ),
    locatives=words("in nel nella a"),
    relatives=words("che chi cui quale dove quando se ma e o perché anche mentre"),
    stops=words(
        "il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle in nel "
        "nello nella nei nelle con da dal dalla dai per su sul sulla tra fra e ed o ma che chi cui se non né sì "
        "questo questa questi queste quello quella quelli suo sua suoi sue loro io tu lui lei noi voi mi ti si ci "
        "vi più meno molto anche già ancora sempre mai oggi ieri domani così allora poi dopo prima inoltre perché "
        "mentre tutto tutti tutta tutte altro altra altri altre due tre quattro cinque mila è sono era ha hanno "
        "aveva subito come quando dove secondo intanto quindi però"
    ),
    naming=words(
        "libro film canzone album serie romanzo titolo intitolato intitolata chiamato chiamata detto detta "
        "soprannominato denominato denominata parola parole termine espressione slogan programma progetto "
        "operazione cosiddetto cosiddetta documentario"
    ),
    calendar=words(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì "
        "martedì mercoledì giovedì venerdì sabato domenica natale pasqua"
    ),
    dash_dialogue=True,
    office_of_place=True,
    names_take_articles=True,
)
