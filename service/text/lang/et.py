"""Estonian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="et",
    cue_verbs=words(
        "ütles ütleb ütlesid ütlevad sõnas sõnab lausus lausub rääkis räägib rääkisid märkis märgib märkisid lisas "
        "lisab selgitas selgitab kinnitas kinnitab kinnitasid teatas teatab teatasid rõhutas rõhutab tõdes tõdeb "
        "nentis nendib kirjutas kirjutab vastas vastab küsis küsib hoiatas hoiatab väitis väidab tunnistas tunnistab "
        "arvas arvab leidis leiab kommenteeris kommenteerib meenutas meenutab kirjeldas kirjeldab nimetas nimetab "
        "kutsus avaldas öelnud"
    ),
    cues_after=phrases("sõnul|hinnangul|kinnitusel|väitel"),
    he=words("tema ta"),
    they=words("nemad nad"),
    titles=words(
        "härra proua president peaminister minister esimees juhataja direktor professor kindral doktor linnapea "
        "kuningas kuninganna paavst peapiiskop treener peatreener kohtunik"
    ),
    roles=words(
        "president peaminister minister esimees juhataja direktor professor kindral doktor linnapea pressiesindaja "
        "esindaja analüütik ekspert eksperdid asjatundja teadlane teadlased advokaat kohtunik prokurör treener "
        "peatreener autor majandusteadlane arst tunnistaja allikas ema isa õpetaja ajakirjanik juht"
    ),
    groups=words("politsei valitsus ministeerium ettevõte kohus komisjon erakond amet agentuur avaldus ülikool"),
    feminine=words("proua kuninganna ema"),
    articles=words("see need"),
    relatives=words("kes mis et kui kus kuidas"),
    stops=words(
        "ja ning või aga kuid vaid et kui kus kuidas kes mis see need on oli olid olnud ei ka veel juba ainult nii "
        "siin seal nüüd täna eile homme tema ta nad nemad me meie te teie ma mina miks siis samuti samas pärast enne "
        "kuna sest seejärel"
    ),
    naming=words("raamat film sari laul pealkiri pealkirjaga nimi nimega sõna"),
    calendar=words(
        "jaanuar jaanuaril veebruar veebruaril märts märtsil aprill aprillil mai mail juuni juunil juuli juulil august "
        "augustil september septembril oktoober oktoobril november novembril detsember detsembril esmaspäev "
        "esmaspäeval teisipäev teisipäeval kolmapäev kolmapäeval neljapäev neljapäeval reede reedel laupäev laupäeval "
        "pühapäev pühapäeval"
    ),
    compounds=True,
)
