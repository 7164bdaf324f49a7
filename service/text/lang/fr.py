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
        "parlé parlait détaille détaillé relève rapporte rapporté soutient soutenu avance avancé révèle révélé "
        "glisse note noté nuance tonne interroge ironise tranche avoue répète rétorque titre titrait déplore "
        "déploré exclame exclamé étonne étonné indigne indigné insurge insurgé inquiète inquiété réjouit réjoui "
        "félicite félicité désole désolé agace emporte interrogé alarme alarmé plaint défend défendu justifie "
        "justifié argue argué argumente argumenté objecte objecté réplique répliqué riposte riposté rétorqué "
        "renchérit renchéri enchaîne enchaîné fustige fustigé pointe pointé assène asséné scande scandé clame "
        "clamé proclame proclamé proteste protesté alerte alerté préconise relativise tempère certifie certifié "
        "jure juré décrit décrivait analyse analysé observe observé constate constaté constatait pense pensait "
        "considère considérait espère espérait espéré souhaite souhaité craint craignait redoute sourit soupire "
        "souffle soufflé lâche lâché murmure amuse plaisante plaisanté reprend repris complète complété concède "
        "concédé avoué répété prévoit informe informé savoir affirmant ajoutant précisant soulignant expliquant "
        "estimant assurant déclarant rappelant dénonçant jugeant évoquant indiquant regrettant insistant arguant "
        "twitté tweete raille raillé ironisé lancent martelait estimaient expliqua déclara répondit ajouta "
        "affirma annonça lança écrivit demanda précisa assura confirment racontent confient admettait "
        "reconnaissait promettait poursuivent insurgeait explicite"
    ),
    cues_before=phrases(
        "selon|d'après|d’après|pour|de l'avis de|aux yeux de|dixit|de l'avis du|de l’avis de|de l’avis du|"
        "aux yeux du|à en croire|selon les mots de|selon les termes de|comme l'explique|comme l’explique|"
        "comme le souligne|comme l'a expliqué|comme l’a expliqué"
    ),
    he=words("il"),
    she=words("elle"),
    titles=words(
        "m mm mme mlle mgr dr me monsieur madame président présidente ministre premier général maire pape roi "
        "reine prince princesse chancelier chancelière député députée sénateur sénatrice professeur docteur "
        "directeur directrice juge procureur procureure colonel capitaine commandant porte-parole secrétaire "
        "préfet préfète maître entraîneur sélectionneur vice-président vice-présidente premier-ministre cardinal "
        "évêque archevêque lieutenant commissaire ministre-président eurodéputé eurodéputée"
    ),
    roles=words(
        "président présidente ministre porte-parole maire député députée sénateur directeur directrice "
        "responsable chef cheffe expert experte experts avocat avocate professeur médecin chercheur chercheuse "
        "chercheurs procureur procureure juge policier entraîneur joueur témoin témoins habitant habitants "
        "victime père mère femme homme auteur journaliste écrivain patron dirigeant conseiller conseillère "
        "ambassadeur secrétaire général candidat candidate élu élue syndicaliste militant militante source "
        "sources fondateur économiste historien acteur actrice chanteur vice-président vice-présidente eurodéputé "
        "eurodéputée adjoint adjointe conseillers délégué déléguée chercheure universitaire sociologue "
        "politologue politiste géographe infirmière infirmier enseignant enseignante agriculteur agricultrice "
        "éleveur éleveuse restaurateur commerçant commerçante entrepreneur entrepreneuse patronne gérant gérante "
        "fondatrice cofondateur cofondatrice romancier romancière écrivaine réalisateur réalisatrice cinéaste "
        "chanteuse comédien comédienne footballeur capitaine gardien attaquant sélectionneur sélectionneuse "
        "entraîneuse magistrat magistrate bâtonnier gendarme gendarmes pompier pompiers commissaire préfet "
        "préfète archevêque évêque cardinal curé imam rabbin habitante riverain riveraine riverains voisin "
        "voisine étudiant étudiante lycéen lycéenne fils fille frère sœur retraité retraitée manifestant "
        "manifestante manifestants opposant opposante coprésident coprésidente sénatrice dirigeante chancelier "
        "chancelière ambassadrice consultant consultante spécialiste spécialistes observateur observateurs "
        "analyste analystes biologiste épidémiologiste virologue astronome physicien physicienne psychologue "
        "pilote édile"
    ),
    groups=words(
        "police gouvernement ministère parti commission tribunal cour entreprise compagnie société association "
        "syndicat parquet mairie préfecture groupe organisation institut ong communiqué rapport étude journal "
        "quotidien agence armée élysée fédération club direction conseil banque université gendarmerie hôpital "
        "ministères cabinet justice cgt onu otan région département collectif ligue entourage nations mouvement "
        "défense"
    ),
    feminine=words(
        "mme mlle madame présidente reine princesse chancelière députée sénatrice directrice procureure préfète "
        "cheffe mère femme conseillère candidate vice-présidente eurodéputée adjointe déléguée fondatrice "
        "cofondatrice romancière écrivaine réalisatrice chanteuse comédienne entraîneuse magistrate habitante "
        "riveraine voisine étudiante fille sœur retraitée opposante coprésidente dirigeante ambassadrice experte "
        "avocate chercheuse actrice élue militante infirmière enseignante agricultrice patronne gérante"
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
        "interrogée outre lui eux moi toi soi ailleurs bref certes voilà voici questionné questionnée sollicité "
        "sollicitée"
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
    adjectives_follow=True,
)
