"""Words that names are made of and that are translated: "Bank", "North", "Supreme"; of English."""

import re
from functools import lru_cache

from service.checks.exonyms import fold, places, stem
from service.text.lang import language_data
from service.text.lang.base import ORGANISATION_WORDS, words
from service.text.tags import base

_DATE_STEM, _LONGEST_WORD = 5, 60
_GENERIC = words(
    """
    abbey academy act actor actress administration aegean affairs age agency ages air aircraft airline airlines
    airport airways alive alliance almighty ambulance amendment ancient animal animals anniversary annual antarctic
    antarctica apart apostle appeal appeals april arch archbishop archipelago arctic army art article artist artists
    assemblies assembly association atlantic atlas atomic attorney august author authority authors award awards back
    bacteria ballet baltic band bank baptist bar base based basin battalion battle bay beach bear beer besides best
    bible big bill bird birds birth bishop black blessed blessing blue bluetooth board boat boats bomber book born
    botanic botanical bottom boulevard brewery brexit brick bridge brigade broadcasting broken bronze building bull
    bureau bus buses cabinet cafe camp campus canal cancer canyon cape capital capitol captain car cardinal care
    caribbean carnival carrier cars caspian cat category cathedral catholic cell cemetery center central centre
    century ceremony chairman chairwoman chamber champion champions championship championships channel chapel
    chapter check chief child children choir christ christian christianity christmas church circuit city civil class
    classic clause clean climate clinic club coal coalition coast coffee cold college colonel colonial colony comedy
    commander commerce commission committee common commons commonwealth communist community company concert
    confederation conference congress conservation conservative constitution constitutional consultant control
    convention copper coronavirus corporation corps cottage cotton council country county court covid cow cream
    creator crime crimes crown crusade crusades crystal culture cup curse cyclone daily dance dark data day dead
    death declaration deep defence defense delta democracy democrat democratic democrats department desert
    development diabetes diamond dictionary dinosaur disease disorder district divine division doctor doctors dog
    dollar dome domestic dragon drama driver drivers drought drug duke dynasty eagle early earth earthquake east
    easter eastern economic economy edition editor education eighth either elder electoral electric embassy
    emergency emperor empire encyclopedia energy engine engineer engineering engineers enlightenment environment
    environmental epidemic episode equator era estate eternal evening event exchange executive exhibition exodus
    expo exposition factory fair faith falls farm farmer farmers father federal federation festival field fifth
    fighter film final finals finance financial fire first fish fishermen fleet flight flood flower flu food
    football force forces foreign forest forgotten formula fort fortune forum foundation founder fourth fox fraud
    free freedom freeway friday front fruit fund future galaxy game games garden gardens gas gate gazette general
    genesis giant girl glass global glory god gold golden good gospel government governor grade grand grass grave
    great greater green group guard guardian guards gulf hall harbor harbour hate head health heart heaven
    hemisphere heritage hidden high higher highway hill hills his history holiday holy home homeland honey honor
    honour hope horse hospital hotel house human hurricane ice immaculate imperial independence independent indies
    industrial industries industry initiative inn inner inquisition institute institution intelligence interior
    internal international internet iron islam islamic island islands january journal jubilee judge judicial july
    june jungle junior jupiter jurassic justice king kingdom kings kitchen knights labor labour lady lake lakes land
    lane language large latin law leader leaf league leather left legal lemon letter letters level liberal
    liberation liberty library lieutenant life light line lion little local lord lords lost love low lower luck
    luckily magazine magistrate magistrates maiden mail main major mall man management manager managers mansion
    marble march marine mark market mars mass master medal media medical medicine medieval mediterranean meeting
    member members memorial men mercury metro mid middle military milk milky mill million mine mines minister
    ministry missile missiles mission mobile modern monastery monday money monk monthly monument moon morning mosque
    mother motor motorway mount mountain mountains mouth movement museum music muslim mystery narrow nation national
    nations native natural nature navy nebula neighborhood neighbourhood neptune network new news night ninth nobel
    north northeast northern northwest novel november nuclear nun nurse nurses oak ocean october office officer
    officers official oil old olympic olympics ombudsman one open opera operation opposition orange orchard
    orchestra order organisation organization orthodox outer owner owners pacific page pagoda palace palm pandemic
    paper papers parade paragraph parish park parliament parliamentary part parts party pass passage path paths
    peace peninsula people peoples pepper phase philharmonic pink plague planet plant plastic plateau player please
    poem poetry point pole police polish political pond pope popular port possibly post power premier preservation
    presidency president presidential press prevention pride priest prime prince princess prison prize proclamation
    program programme progress project prophet prosecutor protection protestant province provincial psalm pub public
    queen quran race radio rail railway rain rainbow range record red reform reformation refuge regiment region
    regional register relations remember renaissance report representative republic republican republicans rescue
    research reserve resistance resort resource resources rest restaurant restoration revelation revenge revolution
    revolutionary revue ridge right rights ring rise river road rock room rooms royal sacred safety saint saints
    salt sanctuary sand satellite saturday saturn savior saviour school science sciences scientific sea seas season
    second secret secretary section security senate senator senior sense sergeant series service services settlement
    seventh shadow shah shark shelf shield ship shop shopping short show shrine silk silver sixth sky small snow
    social society solar soldier song sound south southeast southern southwest soviet space speaker special
    specialist sport sports spring squadron square stadium staff stage standard standards star stars state states
    station statue steam steel step stock stone store storm strait street strike strip studies studio studios study
    style submarine submarines subway sugar suite summer summit sun sunday super superintendent superior supermarket
    supreme surgery survey symphony synagogue syndrome system table tall tax taxi tea teacher teachers team
    technology television temple terrace territory test thank thanks theater theatre theory third thursday thus
    tiger time times today tomb tomorrow tonight top torah tornado tour tower town trade train trains tram
    transportation travel treasury treaty tree trial trials triangle tribal tribunal tribune trinity triple trophy
    tropical truck trust truth tsunami tuesday tunnel tv twin typhoon underground undersecretary union united
    universal university upper uranus using vaccination vaccine valley venus vessel veteran veterans vice victory
    video villa village virus volume wall war warehouse warrior water way weather web website wednesday week weekly
    west western whale where white wide wild wildlife wind wine winter within wolf woman women wonder wonders wood
    wooden wool worker workers works world writers year young younger youth zone zoo
    """
)


_ABSTRACT = re.compile(
    r"\w{3,}(?:[ts]ions?|ments?|ness|ity|ities|ships?|hoods?|olog(?:y|ies)|ical|ional|isms?|ists?)\Z"
)

_OF_PLACE = re.compile(r"(?:[a-z]{0,2}(?:[ae]n|ian|ese|ish|[qnt]?i|ic|ch)s?)?")


def is_generic(word: str, language: str) -> bool:
    """Whether a lower-case word is one that is translated where it stands in a name, as far as is known."""
    return _is_generic(word, language) if len(word) <= _LONGEST_WORD else _judge(word, language)


def _judge(word: str, language: str) -> bool:
    if word in ORGANISATION_WORDS or word in _offices(base(language)) or _is_part(word, language):
        return True
    if base(language) != "en":
        return False
    return word in _GENERIC or word.rstrip("s") in _GENERIC or _ABSTRACT.match(word) is not None or is_demonym(word)


# Words come again and again.
_is_generic = lru_cache(maxsize=16384)(_judge)


@lru_cache(maxsize=64)
def _offices(language: str) -> frozenset[str]:
    data = language_data(language)
    return data.titles | data.roles | data.groups | data.portfolios | data.feminine


def _is_part(word: str, language: str) -> bool:
    """Whether a word stands in the names of several places and is none itself: "United", "Islands", "Northern"."""
    known, part = places(language), stem(fold(word))
    return part not in known.stems and sum("/" not in place for place in known.parts.get(part, ())) > 1


def is_demonym(word: str) -> bool:
    """Whether an English word says whose or from where something is: "Polish", not "Poland"."""
    stems = places("en").stems
    return word not in places("en").whole and any(
        word[:end] in stems and _OF_PLACE.fullmatch(word, end) for end in range(3, len(word) + 1)
    )


def is_date(word: str, language: str) -> bool:
    """Whether a lower-case word is a month or a day, in any case."""
    return word[:_DATE_STEM] in _dates(base(language))


@lru_cache(maxsize=64)
def _dates(language: str) -> frozenset[str]:
    return frozenset(word[:_DATE_STEM] for word in language_data(language).calendar)
