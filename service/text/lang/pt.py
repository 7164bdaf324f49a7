"""Portuguese."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="pt",
    cue_verbs=words(
        "disse diz dizem disseram dizia dito dizendo afirmou afirma afirmam afirmaram afirmando declarou declara "
        "declararam declarando explicou explica explicam explicaram acrescentou acrescenta adiantou adianta "
        "ressaltou ressalta destacou destaca contou conta contam informou informa informaram comentou comenta "
        "defendeu defende defendem criticou critica criticaram lembrou lembra argumentou argumenta garantiu "
        "garante escreveu escreve completou completa concluiu conclui questionou questiona perguntou pergunta "
        "respondeu responde avaliou avalia alertou alerta anunciou anuncia admitiu admite reconheceu reconhece "
        "confirmou confirma observou observa enfatizou enfatiza sublinhou sublinha salientou salienta referiu "
        "refere frisou frisa reforçou reforça relatou relata revelou revela ironizou desabafou publicou tuitou "
        "pediu pede exigiu chamou classificou definiu descreveu apontou aponta considerou considera opinou opina "
        "prometeu lamentou lamenta exclamou justificou justifica insistiu insiste assegurou assegura indicou "
        "indica esclareceu reiterou brincou disparou acusou prosseguiu sustentou sustenta sustentam ressaltaram "
        "destacaram recordou recorda recordam orienta orientou salientaram explicava afirmava contava ponderou "
        "pondera cobrou cobra rebateu rebate retrucou negou nega reclamou reclama queixou queixa celebrou "
        "comemorou comemora elogiou elogia sugeriu sugere propôs propõe defenderam argumentam alegou alega alegam "
        "garantem asseguram pontuou pontua complementou complementa emendou resumiu resume sentenciou determinou "
        "detalhou detalha descreve descrevem define classifica chama acusa atacou ataca ironiza brinca desabafa "
        "gritou grita sussurrou implorou avisou avisa adverte advertiu advertiram previu prevê estimou estima "
        "calculou reafirmou reafirma reitera repetiu esclarece noticiou divulgou twittou tuíta postou escreveram "
        "publicaram responderam perguntaram pediram exigiram reclamaram informando explicando acrescentando "
        "ressaltando destacando argumentando alegando lembrando defendendo contesta contestou discordou concordou "
        "concorda admitiram reconheceram confirmaram anunciaram alertaram criticam consideram comentam relatam "
        "relataram vincou vinca notou constatou constata rematou atirou confessou confessa revelaram manifestou "
        "manifesta expressou assinalou assinala enalteceu lamentaram apelou apela instou"
    ),
    cues_before=phrases(
        "segundo|de acordo com|conforme|para|na opinião de|nas palavras de|na opinião do|na opinião da|"
        "na visão de|na visão do|na visão da|na avaliação de|na avaliação do|na avaliação da|nas palavras do|"
        "nas palavras da|conforme explica|como explica|no entender de"
    ),
    he=words("ele"),
    she=words("ela"),
    titles=words(
        "sr sra dr dra dom dona senhor senhora presidente presidenta ministro ministra papa rei rainha príncipe "
        "princesa general coronel capitão prefeito prefeita governador governadora senador senadora deputado "
        "deputada vereador vereadora doutor doutora professor professora juiz juíza delegado delegada promotor "
        "promotora diretor diretora secretário secretária porta-voz desembargador procurador procuradora "
        "primeiro-ministro chanceler técnico treinador pastor padre líder embaixador vice-presidente "
        "ex-presidente ex-ministro ex-ministra primeira-ministra bispo arcebispo cardeal comandante major tenente "
        "sargento inspetor inspetora eurodeputado eurodeputada autarca reitor reitora ministra-chefe treinadora "
        "técnica sr.ª eng"
    ),
    roles=words(
        "presidente ministro ministra porta-voz prefeito prefeita deputado deputada senador senadora vereador "
        "diretor diretora responsável chefe especialista especialistas advogado advogada professor professora "
        "médico médica pesquisador pesquisadora pesquisadores promotor juiz juíza delegado delegada policial "
        "técnico treinador jogador testemunha testemunhas morador moradores vítima pai mãe mulher homem autor "
        "autora jornalista escritor líder dirigente secretário secretária candidato candidata fonte fontes "
        "fundador economista socióloga sociólogo historiador ator atriz cantor cantora analista ativista "
        "governador relator parlamentar coordenador coordenadora assessor assessora presidenta prefeitos "
        "governadora vereadora aposentado aposentada moradora vizinho vizinha vizinhos estudante estudantes aluno "
        "aluna professores motorista agricultor agricultora comerciante empresário empresária enfermeiro "
        "enfermeira psicólogo psicóloga biólogo bióloga epidemiologista virologista infectologista meteorologista "
        "engenheiro engenheira arquiteto arquiteta cientista cientistas físico bombeiro bombeiros comandante "
        "capitão major tenente inspetor inspetora bispo arcebispo cardeal padre pastor pastora atacante goleiro "
        "zagueiro jogadora treinadora técnica tenista nadador cineasta diretores roteirista produtor produtora "
        "músico compositor compositora escritora poeta romancista fundadora gerente sócio sócia executivo "
        "executiva dono dona proprietário proprietária vice-presidente ex-presidente ex-ministro ex-ministra "
        "primeiro-ministro primeira-ministra chanceler embaixador embaixadora promotora procurador procuradora "
        "desembargador desembargadora magistrado magistrada ministros defensor defensora filho filha irmão irmã "
        "esposa marido viúva viúvo trabalhador trabalhadora trabalhadores manifestante manifestantes opositor "
        "opositora autarca autarcas eurodeputado eurodeputada reitor reitora cientista-chefe estilista "
        "influenciador influenciadora servidor servidora rei rainha papa sindicalista representante "
        "representantes porta-vozes"
    ),
    groups=words(
        "polícia governo ministério partido comissão tribunal empresa companhia associação sindicato prefeitura "
        "assessoria grupo organização instituto nota comunicado relatório estudo jornal agência exército "
        "federação clube conselho banco universidade entidade defesa câmara senado secretaria bombeiros hospital "
        "parlamento oposição gnr psp onu otan stf tribunais gabinete presidência chancelaria itamaraty palácio "
        "corporação pm equipe coligação plataforma ordem misericórdia"
    ),
    portfolios=words(
        "transportes saúde educação fazenda justiça defesa economia cultura trabalho agricultura ambiente "
        "finanças exteriores"
    ),
    feminine=words(
        "sra dra dona senhora presidenta ministra rainha princesa prefeita governadora senadora deputada "
        "vereadora doutora professora juíza delegada promotora diretora secretária procuradora mãe mulher "
        "socióloga aposentada moradora vizinha aluna agricultora empresária enfermeira psicóloga bióloga "
        "engenheira arquiteta inspetora pastora jogadora treinadora técnica escritora fundadora sócia executiva "
        "proprietária ex-ministra primeira-ministra embaixadora desembargadora magistrada defensora filha irmã "
        "esposa viúva trabalhadora opositora eurodeputada reitora servidora atriz cantora autora advogada "
        "pesquisadora coordenadora assessora médica candidata"
    ),
    articles=words("o a os as um uma uns umas este esta esse essa seu sua seus suas"),
    prepositions=words(
        "de do da dos das ao à aos às em no na nos nas num numa com por pelo pela pelos pelas para sem sobre "
        "entre até desde contra segundo durante ante sob após como"
    ),
    locatives=words("em no na nos nas"),
    relatives=words("que quem qual cujo cuja onde quando se mas e ou porque embora"),
    stops=words(
        "o a os as um uma uns umas de do da dos das ao à aos às em no na nos nas num numa com por pelo pela pelos "
        "pelas para sem sobre entre até desde contra segundo durante sob após e ou mas que quem qual onde quando "
        "como se não nem sim seu sua seus suas este esta estes estas esse essa isso isto aquele ele ela eles elas "
        "eu nós você me te lhe mais menos muito também já ainda sempre nunca hoje ontem amanhã assim então depois "
        "antes além embora porque enquanto todo todos toda todas outro outra outros outras dois duas três quatro "
        "cinco mil é são era foi há procurado procurada conforme aqui lá ali aí agora outrora porém contudo "
        "todavia entretanto logo apenas mesmo cada tal algum alguma alguns algumas nenhum nenhuma quase talvez "
        "ninguém nada tudo algo alguém questionado questionada perguntado perguntada indagado indagada"
    ),
    naming=words(
        "livro filme música álbum série romance título intitulado intitulada chamado chamada denominado "
        "denominada apelidado palavra palavras termo expressão lema programa projeto operação novela conhecido "
        "conhecida"
    ),
    calendar=words(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda terça "
        "quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira natal"
    ),
    plural_endings=("m",),
    dash_dialogue=True,
    names_take_articles=True,
    adjectives_follow=True,
)
