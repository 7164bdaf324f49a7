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
        "lamentato lamenta criticato critica auspicato rassicura incalza chiosa taglia sbotta sapere dichiarava "
        "diceva spiegava raccontava puntualizza puntualizzato specifica specificato chiarisce chiarito rimarca "
        "rimarcato rivendica rivendicato ribatte ribattuto obietta obiettato rilancia rilanciato denunciano "
        "chiedevano avvisa avvisato ammonisce ammonito minacciato esorta esortato invitato propone proposto "
        "suggerisce suggerito ipotizza ipotizzato prevede stimato calcola garantisce garantito promette giura "
        "giurato nega negato smentisce smentito respinge respinto protesta protestato sbottato sfogato sfoga "
        "lamentano esulta esultato festeggia elogia elogiato plaude ringrazia ringraziato difende difeso "
        "giustifica giustificato argomenta argomentato ragiona riflette rifletteva riassume riassunto sintetizza "
        "sintetizzato confermano ricordano ricordava rammenta aggiungono sottolineano osservano rispondono "
        "replicano annunciano informa informato comunica riferiscono svela svelato confida confidato scherza "
        "scherzato ironizzato gridato grida urlato urla sussurra mormora implora supplica prega descrive "
        "descritto parla parlano commentano titola titolato tweetta esordisce esordito interviene intervenuto "
        "continua continuato auspica augura augurato spera dettaglia snocciola sentenzia chiosato incalzato "
        "dicevano dichiarando aggiungendo spiegando sottolineando affermando precisando ricordando ribadendo "
        "assicurando chiedendo sostenendo scrivendo definendo rispose spiegò aggiunse dichiarò affermò scrisse "
        "raccontò chiese concluse osservò commentò ricordò"
    ),
    cues_before=phrases(
        "secondo|per|a detta di|stando a|a parere di|ad avviso di|a detta del|a detta della|a detta dell'|"
        "a parere del|a parere della|a giudizio di|ad avviso del|ad avviso della|stando alle parole di|"
        "nelle parole di|come spiega|come sottolinea|come ha spiegato|come ricorda"
    ),
    he=words("lui egli"),
    she=words("lei ella"),
    titles=words(
        "sig signor signora dott dottor dottoressa prof professore professoressa avv avvocato presidente premier "
        "ministro ministra papa re regina principe principessa generale colonnello capitano sindaco sindaca "
        "governatore senatore senatrice deputato deputata onorevole on giudice procuratore direttore direttrice "
        "segretario segretaria portavoce cancelliere cancelliera vicepresidente vicepremier assessore "
        "ambasciatore leader allenatore tecnico ct don monsignor cardinale vicesindaco vicesindaca viceministro "
        "viceministra sottosegretario sottosegretaria prefetto questore comandante maresciallo vescovo "
        "arcivescovo suor ex-ministro ing arch geom rettore rettrice assessora commissario commissaria capogruppo "
        "eurodeputato eurodeputata"
    ),
    roles=words(
        "presidente premier ministro ministra portavoce sindaco sindaca deputato senatore direttore direttrice "
        "responsabile capo esperto esperti avvocato professore medico ricercatore ricercatori procuratore giudice "
        "poliziotto allenatore tecnico giocatore testimone testimoni vittima padre madre donna uomo autore "
        "giornalista scrittore leader consigliere ambasciatore segretario segretaria candidato candidata fonti "
        "fonte fondatore economista storico attore attrice cantante analista attivista governatore vicepremier "
        "tycoon sindaci senatrice deputata assessore assessora vicesindaco vicesindaca viceministro viceministra "
        "sottosegretario sottosegretaria prefetto prefetta questore comandante maresciallo capitano colonnello "
        "vescovo arcivescovo parroco rettore rettrice commissario commissaria capogruppo eurodeputato "
        "eurodeputata consigliera presidentessa dirigente dirigenti funzionario funzionaria avvocata avvocati "
        "legale legali magistrato magistrati pm imprenditore imprenditrice commerciante agricoltore agricoltrice "
        "allevatore ristoratore ristoratrice operaio operaia operai insegnante insegnanti maestra maestro preside "
        "studente studentessa studenti professoressa docente infermiere infermiera medici chirurgo chirurga "
        "virologo virologa epidemiologo psicologo psicologa sociologo sociologa politologo biologo biologa fisico "
        "geologo geologa scienziato scienziata scienziati meteorologo residente residenti cittadino abitante "
        "abitanti vicina figlio figlia fratello sorella moglie marito vedova vedovo nonna nonno zio zia cugino "
        "amico amica pensionato pensionata manifestante manifestanti regista sceneggiatore sceneggiatrice "
        "scrittrice poeta musicista cantautore cantautrice compositore stilista calciatore portiere attaccante "
        "difensore capitana allenatrice tennista ciclista nuotatrice pilota fondatrice titolare amministratore "
        "amministratrice manager sindacalista rappresentante rappresentanti coordinatore coordinatrice volontario "
        "volontaria volontari storica ambasciatrice cancelliere cancelliera re regina papa cardinale"
    ),
    groups=words(
        "polizia governo ministero partito commissione tribunale azienda compagnia società associazione sindacato "
        "procura comune gruppo organizzazione istituto comunicato rapporto studio giornale quotidiano agenzia "
        "esercito federazione club consiglio banca università corte cremlino carabinieri questura prefettura "
        "regione provincia ospedale parlamento opposizione ministeri farnesina quirinale senato vigili protezione "
        "guardia lega sindacati coldiretti cgil cisl uil onu nato comitato cooperativa"
    ),
    feminine=words(
        "signora dottoressa professoressa ministra regina principessa sindaca senatrice deputata direttrice "
        "segretaria cancelliera madre donna vicesindaca viceministra sottosegretaria prefetta rettrice assessora "
        "commissaria eurodeputata consigliera funzionaria avvocata imprenditrice agricoltrice ristoratrice "
        "operaia maestra studentessa infermiera chirurga virologa psicologa sociologa biologa geologa scienziata "
        "vicina figlia sorella moglie vedova nonna zia amica pensionata sceneggiatrice scrittrice cantautrice "
        "capitana allenatrice nuotatrice fondatrice amministratrice coordinatrice volontaria storica "
        "ambasciatrice attrice candidata"
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
        "aveva subito come quando dove secondo intanto quindi però infatti invece adesso qui qua lì là proprio "
        "solo soltanto appena quasi forse comunque tuttavia eppure dunque ecco nessuno niente nulla qualcuno "
        "qualcosa ogni ognuno chiunque oltre sotto sopra circa interpellato interpellata intervistato "
        "intervistata repubblicano repubblicana democratico democratica repubblicani democratici"
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
    plural_endings=("no",),
    dash_dialogue=True,
    office_of_place=True,
    names_take_articles=True,
    adjectives_follow=True,
)
