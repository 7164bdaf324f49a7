"""French."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="fr",
    cue_verbs=words(
        "a-t-il a-t-elle ont-ils déclaré déclare déclarait déclarent annoncé annonce annonçait annoncent affirmé "
        "affirme affirmait affirment expliqué explique expliquait expliquent expliquer indiqué indique indiquait "
        "indiquent précisé précise précisait ajouté ajoute ajoutait dit disait disent dire souligné souligne "
        "soulignait estimé estime estimait estiment assuré assure assurait lancé lance lançait raconté raconte "
        "racontait confié confie confiait écrit écrivait écrivent répondu répond répondait rappelé rappelle "
        "rappelait regretté regrette dénoncé dénonce dénonçait dénoncent insisté insiste insistait martelé "
        "martèle réagi réagit commenté commente conclu conclut poursuivi poursuit poursuivait promis promet "
        "prévenu prévient averti avertit demandé demande demandait réclamé réclame plaidé plaide tweeté publié "
        "publie témoigné témoigne témoignent résume résumé salué salue saluait critiqué critique juge jugé "
        "jugeait reconnu reconnaît admis admet confirmé confirme évoqué évoque qualifié qualifie qualifiait parle "
        "parlé parlait s'exclame s'est s'étonne s'indigne s'insurge s'inquiète détaille détaillé relève rapporte "
        "rapporté soutient soutenu avance avancé révèle révélé glisse note noté nuance tonne interroge ironise "
        "tranche avoue répète rétorque titre titrait déplore déploré"
    ),
    cues_before=phrases("selon|d'après|d’après|pour|de l'avis de|aux yeux de|dixit"),
    he=words("il"),
    she=words("elle"),
    titles=words(
        "m mm mme mlle mgr dr me monsieur madame président présidente ministre premier général maire pape roi "
        "reine prince princesse chancelier chancelière député députée sénateur sénatrice professeur docteur "
        "directeur directrice juge procureur procureure colonel capitaine commandant porte-parole secrétaire "
        "préfet préfète maître entraîneur sélectionneur"
    ),
    roles=words(
        "président présidente ministre porte-parole maire député députée sénateur directeur directrice "
        "responsable chef cheffe expert experte experts avocat avocate professeur médecin chercheur chercheuse "
        "chercheurs procureur procureure juge policier entraîneur joueur témoin témoins habitant habitants "
        "victime père mère femme homme auteur journaliste écrivain patron dirigeant conseiller conseillère "
        "ambassadeur secrétaire général candidat candidate élu élue syndicaliste militant militante source "
        "sources fondateur économiste historien acteur actrice chanteur"
    ),
    groups=words(
        "police gouvernement ministère parti commission tribunal cour entreprise compagnie société association "
        "syndicat parquet mairie préfecture groupe organisation institut ong communiqué rapport étude journal "
        "quotidien agence armée élysée fédération club direction conseil banque université"
    ),
    feminine=words(
        "mme mlle madame présidente reine princesse chancelière députée sénatrice directrice procureure préfète "
        "cheffe mère femme conseillère candidate"
    ),
    articles=words("le la les l un une des ce cet cette ces son sa ses leur leurs notre"),
    prepositions=words(
        "de du des d à au aux en dans par pour sur sous avec sans chez vers contre entre depuis après avant "
        "pendant lors selon comme parmi"
    ),
    locatives=words("à en dans"),
    relatives=words("qui que dont où si mais et ou car lorsque quand"),
    stops=words(
        "le la les l un une des du de d au aux à en dans par pour sur sous avec sans chez vers contre entre "
        "depuis après avant pendant lors et ou mais donc or ni car que qui quoi dont où si ce cet cette ces son "
        "sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on nous vous je tu ne pas plus moins "
        "très aussi bien même tout tous toute toutes comme quand lorsque alors ainsi selon puis hier demain "
        "aujourd'hui ici là c'est s'il qu'il d'un d'une n'est cela ça deux trois quatre cinq dix mille pourquoi "
        "comment enfin déjà encore toujours jamais cependant toutefois pourtant parmi dès malgré afin interrogé "
        "interrogée"
    ),
    naming=words(
        "livre film chanson album série roman titre intitulé intitulée nommé nommée surnommé surnommée baptisé "
        "baptisée appelé appelée dit dite mot mots terme expression slogan émission projet opération collection "
        "dénommé modèle survêtement"
    ),
    calendar=words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche noël pâques"
    ),
    dash_dialogue=True,
)
