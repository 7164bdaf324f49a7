"""The one shape that every language's data has, and what all languages share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageData:
    """What the finding of names, quotes and speakers needs to know about one language.

    Every word is in lower case. `cue_verbs` hold each inflected form newspapers use, one word each;
    `cues_before` are followed by the speaker ("according to"), `cues_after` follow it ("zufolge").
    `roles` are nouns for a person who speaks by office, `groups` for a body that does, `feminine` titles and roles
    of women. `portfolios` are what ministries are for: they stand behind an office and open no name. `naming` are
    words after which marks hold a title or a term; `reported` are verb forms of reported speech.
    `subject_marks` stand right behind the subject of a verb of saying. `article_endings` are those of a noun in its
    definite form, or with a possessor; `plural_endings` those of a plural verb, which no singular one has;
    `definite` is an article written as the beginning of its noun.
    `verb_final`: the cue stands after the quote and the speaker before it. `verb_first`: the subject follows its
    verb. `office_of_place`: a lone name after an office may be its country. `names_inflect`: names take case
    endings. `names_take_articles`: an article may stand before a person's name. `compounds`: offices are written as
    one word. `adjectives_follow`: an adjective stands behind its noun. `subject_first`: before a quote a subject
    always stands before its verb, what follows is an object.
    """

    code: str
    cue_verbs: frozenset[str] = frozenset()
    cues_before: tuple[str, ...] = ()
    cues_after: tuple[str, ...] = ()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    subject_marks: frozenset[str] = frozenset()
    article_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    definite: str = ""
    dash_dialogue: bool = False
    verb_final: bool = False
    verb_first: bool = False
    office_of_place: bool = False
    nouns_capitalised: bool = False
    names_inflect: bool = False
    names_take_articles: bool = False
    compounds: bool = False
    adjectives_follow: bool = False
    subject_first: bool = False
    cased: bool = True
    spaced: bool = True


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces between them."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list written with `|` between them, the longest first."""
    found = [phrase.strip() for phrase in text.split("|") if phrase.strip()]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


PARTICLES = words(
    "de da do dos das di del della dello der den van von vom zu zur zum ter ten la le du des el al "
    "bin ibn ben bint af av ap abu"
)
ORGANISATION_WORDS = words(
    "ministry university council party committee bank inc ltd corp union agency news times post house "
    "court street journal institute association foundation federation commission department office "
    "senate congress parliament group company press forum society club team army police force service "
    "center centre college school church organization organisation board authority bureau "
    "administration campaign coalition network magazine radio tv ministerium universität bundestag "
    "bundesrat partei gericht verband verein zeitung agentur amt bundesamt kommission ministère "
    "université conseil parti comité banque agence ministerio universidad consejo partido banco "
    "agencia ministério universidade conselho partido agência ministero università consiglio partito "
    "banca agenzia ag gmbh sa spa plc llc nv ab as oy fc bbc cnn afp reuters monde government "
    "airlines railway hospital museum league alliance mail sports caucus holdings partners airways "
    "tribune herald gazette stato senato congreso senado lisesi üniversitesi republiki motors trust fund fundacja "
    "fondation fundación fundação fondazione stichting stiftelsen nyheter gazeta dom дім фонд рада дом партия суд"
)
KNOWN_PLACES = words(
    "ukraine russia france germany italy spain portugal poland china japan korea india iran iraq "
    "texas california florida ohio michigan pennsylvania iowa nevada arizona wisconsin minnesota oregon "
    "syria israel turkey egypt libya pakistan afghanistan mỹ usa малайзии малайзия brazil mexico "
    "canada australia america britain england scotland wales ireland europe asia africa washington "
    "moscow kyiv kiev paris london berlin rome madrid brussels beijing tokyo seoul tehran baghdad "
    "jerusalem gaza warsaw prague vienna budapest athens geneva deutschland frankreich italien "
    "spanien österreich schweiz russland polen europa berlin münchen hamburg wien moskau peking "
    "allemagne italie espagne royaume-uni russie chine londres bruxelles alemania francia españa "
    "rusia china italia roma alemanha frança espanha rússia itália brasil lisboa россия россии "
    "украины германии франции польши китая израиля белоруссии казахстана турции армении ирана японии индии италии "
    "испании великобритании чехии венгрии україни росії польщі франції німеччини китаю ізраїлю румунії молдови "
    "білорусі туреччини угорщини словаччини чехії італії іспанії канади японії індії polski ukrainy rosji niemiec "
    "francji węgier słowacji czech litwy ukrajiny ruska německa francie polska slovenska rakouska "
    "украина украины украине москва москве киев киеве сша европа европы китай китая франция германия"
)
CONJUNCTIONS = words(
    "and but und aber et mais y e pero ma mas och men og en maar a i ale oraz и а но і й та але și dar ve ama και αλλά "
    "dan tetapi và nhưng in pa"
)
# Forms of address: they tell a man from a woman, and are no office.
WOMEN_ADDRESSED = words(
    "mrs ms miss lady dame frau mme mlle madame mademoiselle sra srta doña señora signora sig.ra senhora dona "
    "mevrouw mevr fru fröken pani пані г-жа госпожа κυρία bayan"
)
MEN_ADDRESSED = words(
    "mr sir lord herr m monsieur sr don señor sig signor senhor dom dhr meneer hr pan г-н господин κύριος bay"
)
ADDRESSES = WOMEN_ADDRESSED | MEN_ADDRESSED | words("mx mm")
MEN_BY_OFFICE = words(
    "king prince spokesman chairman congressman businessman könig prinz roi prince rey príncipe re rei juiz deputado "
    "prefeito governador vereador diputado gobernador"
)
AUXILIARIES = words("a ha hat heeft har has had have ont hanno han je habe")
