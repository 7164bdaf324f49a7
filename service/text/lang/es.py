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
        "remarcó informó informa informaron informado abundó abunda deslizó rememoró rememora señalan indican "
        "explican afirman insistía contaba contaban explicaba aseguraba decían recalca resalta subrayaron "
        "destacaron comunicó trasladó traslada valoró valora celebra aplaudió sugirió sugiere planteó plantea "
        "propuso propone rechazó rechaza negó niega desmintió desmiente reivindicó reivindica reclamó reclama "
        "reprocha arremetió arremete cuestionó cuestiona ironiza bromea soltó suelta estimó estima pronosticó "
        "vaticinó auguró augura prometido promete garantizó garantiza confía confió ratificó ratifica reafirmó "
        "apostilló apostilla añadía agregaba narró narra evocó admitía reconocía gritó grita susurró murmuró "
        "suplicó rogó tuitea posteó publicaron escribieron respondieron contestaron preguntaron pidieron "
        "exigieron coincidió coincide puntualiza matiza tranquilizó apeló instó avanzó adelantó adelanta desveló "
        "desvela objetó justificó justifica defendió defiende defendía defendieron advertido admitido confirmado "
        "respondido contestado relatado concluido lamentado denunciado exigido reiterado opinado argumentado "
        "alertado anunciado revelado celebrado matizado detallado precisado aclarado zanjado reclamado defendido "
        "criticado pedido contado apuntado enfatizado calificado asegurando afirmando señalando añadiendo "
        "explicando recordando subrayando insistiendo advirtiendo destacando anunciaron confirmaron denuncian "
        "exigen reclaman alertaron sostuvieron manifestaron lamentan relataron describe define califica llama "
        "celebran quejó queja jactó preguntaba sostenía abundado adelantado agregado apelado apostillado "
        "aseverado augurado avanzado avisado bromeado concluyado confesado considerado cuestionado deslizado "
        "desvelado espetado evocado exclamado garantizado gritado instado ironizado jactado justificado murmurado "
        "narrado negado objetado planteado posteado preguntado publicado puntualizado quejado ratificado "
        "reafirmado recalcado rechazado reivindicado remachado remarcado rememorado replicado reprochado "
        "resaltado rogado soltado suplicado susurrado tildado trasladado tuiteado valorado vaticinado acusado "
        "atacado cargado sugerido propuesto desmentido coincidido sostenido expuesto rebatido agradecido descrito "
        "definido resumido recogido aplaudido arremetido acusó acusa acusan acusaron atacó ataca expuso expone "
        "agradeció agradece resumió resume rebatió rebate insta"
    ),
    cues_before=phrases(
        "según|de acuerdo con|para|a juicio de|en palabras de|en opinión de|a juicio del|en palabras del|"
        "en opinión del|a decir de|en boca de|tal y como explica|tal como explica|como explica|como señala|"
        "según ha explicado|según explicó|según dijo|según informó|según indicó|según señaló|según explica|"
        "según afirma"
    ),
    he=words("él"),
    she=words("ella"),
    titles=words(
        "sr sra srta don doña señor señora presidente presidenta ministro ministra rey reina príncipe princesa "
        "papa general coronel capitán alcalde alcaldesa gobernador gobernadora senador senadora diputado diputada "
        "doctor doctora dr dra profesor profesora juez jueza fiscal director directora secretario secretaria "
        "portavoz canciller premier vicepresidente vicepresidenta consejero consejera embajador embajadora líder "
        "entrenador técnico candidato candidata expresidente expresidenta exministro exministra comandante "
        "comisario inspector capitana obispo arzobispo cardenal sacerdote párroco eurodiputado eurodiputada "
        "concejal concejala lehendakari seleccionador entrenadora viceministro magistrado magistrada ing lic"
    ),
    roles=words(
        "presidente presidenta ministro ministra portavoz alcalde alcaldesa diputado diputada senador senadora "
        "director directora responsable jefe jefa experto experta expertos abogado abogada profesor profesora "
        "médico investigador investigadora investigadores fiscal juez jueza policía entrenador técnico jugador "
        "piloto ingeniero testigo testigos vecino vecinos víctima padre madre mujer hombre autor autora "
        "periodista escritor líder dirigente consejero consejera embajador secretario secretaria candidato "
        "candidata fuentes fuente fundador economista historiador actor actriz cantante analista activista "
        "premier canciller vicepresidente joven vecinas afectado afectada afectados coordinador coordinadora "
        "concejal concejala eurodiputado eurodiputada catedrático catedrática psicólogo psicóloga sociólogo "
        "socióloga biólogo bióloga virólogo viróloga epidemiólogo epidemióloga politólogo politóloga arquitecto "
        "arquitecta empresario empresaria agricultor agricultora ganadero ganadera enfermero enfermera maestro "
        "maestra docente estudiante estudiantes alumno alumna pescador obispo arzobispo cardenal sacerdote "
        "párroco comandante comisario comisaria inspector inspectora sargento capitán capitana delantero portero "
        "seleccionador seleccionadora entrenadora jugadora tenista ciclista nadadora cineasta novelista escritora "
        "poeta guionista productor productora músico compositor compositora fundadora gerente directivo directiva "
        "subdirector subdirectora vicepresidenta viceministro viceministra exministro exministra expresidente "
        "expresidenta asesor asesora sindicalista representante representantes delegado delegada magistrado "
        "magistrada defensor defensora letrado letrada viuda viudo hijo hija hermano hermana esposa esposo marido "
        "trabajador trabajadora trabajadores manifestante manifestantes opositor opositora lideresa mandatario "
        "mandataria funcionario funcionaria autoridades embajadora historiadora doctor doctora gobernador "
        "gobernadora rey reina papa bombero científico científica científicos médica cirujano cirujana astrónomo "
        "meteorólogo meteoróloga"
    ),
    groups=words(
        "policía gobierno ministerio partido comisión tribunal empresa compañía asociación sindicato fiscalía "
        "ayuntamiento grupo organización instituto comunicado informe estudio diario periódico agencia ejército "
        "federación club consejo banco universidad entidad ong cadena juzgado ejecutivo oposición senado congreso "
        "cámara bomberos onu ayuntamientos hospital ministerios parlamento generalitat junta gobiernos sindicatos "
        "patronal plataforma oficina alcaldía presidencia cancillería guardia"
    ),
    feminine=words(
        "sra srta doña señora presidenta ministra reina princesa alcaldesa gobernadora senadora diputada doctora "
        "dra profesora jueza directora consejera embajadora candidata madre mujer secretaria capitana "
        "coordinadora concejala eurodiputada catedrática psicóloga socióloga bióloga viróloga epidemióloga "
        "politóloga arquitecta empresaria enfermera maestra alumna inspectora entrenadora jugadora escritora "
        "fundadora viceministra exministra expresidenta asesora delegada magistrada defensora letrada viuda hija "
        "hermana esposa trabajadora lideresa mandataria funcionaria historiadora médica científica investigadora "
        "abogada vecina actriz autora experta vicepresidenta"
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
        "son era fue ha han había preguntado preguntada nada tampoco asimismo quizá quizás incluso finalmente "
        "posteriormente mismo cada solo sólo casi allí aquí ahora cuyo cuya eso esto aquello algo alguien alguno "
        "alguna muchos muchas poco pocos preguntados cuestionado cuestionada consultado consultada"
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
    plural_endings=("n",),
    dash_dialogue=True,
    adjectives_follow=True,
)
