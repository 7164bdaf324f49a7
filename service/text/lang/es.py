"""Spanish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="es",
    cue_verbs=words(
        "dijo dice dicen dijeron decía dicho diciendo afirmó afirma afirmaron afirmado aseguró asegura aseguraron "
        "asegurado declaró declara declararon declarado explicó explica explicaron explicado añadió añade "
        "añadieron añadido agregó agrega agregaron señaló señala señalaron señalado indicó indica indicaron "
        "indicado manifestó manifiesta manifestado expresó expresa expresaron expresado comentó comenta comentado "
        "apuntó apunta sostuvo sostiene sostienen insistió insiste insisten insistido subrayó subraya subrayado "
        "destacó destaca destacado recordó recuerda recordado advirtió advierte advirtieron reconoció reconoce "
        "reconocido admitió admite confirmó confirma respondió responde contestó contesta preguntó pregunta "
        "escribió escribe escribía escrito publicó publica relató relata contó cuenta cuentan concluyó concluye "
        "zanjó zanja espetó espeta confesó confiesa lamentó lamenta criticó critica criticaron denunció denuncia "
        "denunciaron exigió exige pidió pide prometió aclaró aclara precisó precisa detalló detalla reiteró "
        "reitera resaltó recalcó opinó opina considera consideró argumentó argumenta alertó alerta anunció "
        "anuncia reveló revela exclamó celebró matizó sentenció tuiteó bromeó replicó puntualizó recogió llamó "
        "calificó tildó definió describió reprochó asevera aseveró enfatizó enfatiza ironizó avisó avisa remachó "
        "remarcó ha"
    ),
    cues_before=phrases("según|de acuerdo con|para|a juicio de|en palabras de|en opinión de"),
    he=words("él"),
    she=words("ella"),
    titles=words(
        "sr sra srta don doña señor señora presidente presidenta ministro ministra rey reina príncipe princesa "
        "papa general coronel capitán alcalde alcaldesa gobernador gobernadora senador senadora diputado diputada "
        "doctor doctora dr dra profesor profesora juez jueza fiscal director directora secretario secretaria "
        "portavoz canciller premier vicepresidente vicepresidenta consejero consejera embajador embajadora líder "
        "entrenador técnico candidato candidata"
    ),
    roles=words(
        "presidente presidenta ministro ministra portavoz alcalde alcaldesa diputado diputada senador senadora "
        "director directora responsable jefe jefa experto experta expertos abogado abogada profesor profesora "
        "médico investigador investigadora investigadores fiscal juez jueza policía entrenador técnico jugador "
        "piloto ingeniero testigo testigos vecino vecinos víctima padre madre mujer hombre autor autora "
        "periodista escritor líder dirigente consejero consejera embajador secretario secretaria candidato "
        "candidata fuentes fuente fundador economista historiador actor actriz cantante analista activista "
        "premier canciller vicepresidente joven"
    ),
    groups=words(
        "policía gobierno ministerio partido comisión tribunal empresa compañía asociación sindicato fiscalía "
        "ayuntamiento grupo organización instituto comunicado informe estudio diario periódico agencia ejército "
        "federación club consejo banco universidad entidad ong cadena"
    ),
    feminine=words(
        "sra srta doña señora presidenta ministra reina princesa alcaldesa gobernadora senadora diputada doctora "
        "dra profesora jueza directora consejera embajadora candidata madre mujer secretaria"
    ),
    articles=words("el la los las un una unos unas este esta estos estas ese esa su sus lo"),
    prepositions=words(
        "de del a al en con por para sin sobre entre hacia hasta desde contra según durante ante bajo tras como"
    ),
    locatives=words("en desde"),
    relatives=words("que quien quienes cual cuyo cuya donde cuando si pero y o porque aunque"),
    stops=words(
        "el la los las un una unos unas lo de del a al en con por para sin sobre entre hacia hasta desde contra "
        "según durante ante bajo tras y e o u pero sino que quien cual donde cuando como si no ni sí su sus este "
        "esta estos estas ese esa esos esas aquel él ella ellos ellas yo tú nosotros se me te le les nos más "
        "menos muy también ya aún todavía siempre nunca hoy ayer mañana así entonces luego después antes además "
        "embargo aunque porque mientras todo todos toda todas otro otra otros otras dos tres cuatro cinco mil es "
        "son era fue ha han había preguntado preguntada nada tampoco"
    ),
    naming=words(
        "libro película canción álbum serie novela título titulado titulada llamado llamada llamados denominado "
        "denominada apodado apodada palabra palabras término expresión lema programa proyecto operación conocido "
        "conocida"
    ),
    calendar=words(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes "
        "miércoles jueves viernes sábado domingo navidad"
    ),
    dash_dialogue=True,
)
