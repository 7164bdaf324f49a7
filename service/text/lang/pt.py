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
        "indica esclareceu reiterou brincou disparou acusou prosseguiu"
    ),
    cues_before=phrases("segundo|de acordo com|conforme|para|na opinião de|nas palavras de"),
    he=words("ele"),
    she=words("ela"),
    titles=words(
        "sr sra dr dra dom dona senhor senhora presidente presidenta ministro ministra papa rei rainha príncipe "
        "princesa general coronel capitão prefeito prefeita governador governadora senador senadora deputado "
        "deputada vereador vereadora doutor doutora professor professora juiz juíza delegado delegada promotor "
        "promotora diretor diretora secretário secretária porta-voz desembargador procurador procuradora "
        "primeiro-ministro chanceler técnico treinador pastor padre líder embaixador"
    ),
    roles=words(
        "presidente ministro ministra porta-voz prefeito prefeita deputado deputada senador senadora vereador "
        "diretor diretora responsável chefe especialista especialistas advogado advogada professor professora "
        "médico médica pesquisador pesquisadora pesquisadores promotor juiz juíza delegado delegada policial "
        "técnico treinador jogador testemunha testemunhas morador moradores vítima pai mãe mulher homem autor "
        "autora jornalista escritor líder dirigente secretário secretária candidato candidata fonte fontes "
        "fundador economista socióloga sociólogo historiador ator atriz cantor cantora analista ativista "
        "governador relator parlamentar coordenador coordenadora assessor assessora"
    ),
    groups=words(
        "polícia governo ministério partido comissão tribunal empresa companhia associação sindicato prefeitura "
        "assessoria grupo organização instituto nota comunicado relatório estudo jornal agência exército "
        "federação clube conselho banco universidade entidade defesa câmara senado secretaria"
    ),
    feminine=words(
        "sra dra dona senhora presidenta ministra rainha princesa prefeita governadora senadora deputada "
        "vereadora doutora professora juíza delegada promotora diretora secretária procuradora mãe mulher "
        "socióloga"
    ),
    articles=words("o a os as um uma uns umas este esta esse essa seu sua seus suas"),
    prepositions=words(
        "de do da dos das a ao à aos às em no na nos nas num numa com por pelo pela pelos pelas para sem sobre "
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
        "cinco mil é são era foi há procurado procurada conforme"
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
    dash_dialogue=True,
    names_take_articles=True,
)
