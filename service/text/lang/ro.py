"""Romanian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="ro",
    cue_verbs=words(
        "spus spune spun declarat declară afirmat afirmă adăugat adaugă explicat explică precizat precizează "
        "subliniat subliniază menționat menționează scris scrie susține susținut anunțat anunță arătat arată "
        "întrebat întreabă răspuns răspunde avertizat avertizează recunoscut recunoaște confirmat confirmă "
        "comentat comentează criticat numit descris povestit povestește transmis transmite insistat încheiat "
        "continuat promis reamintit zis zice spunea"
    ),
    cues_before=phrases("potrivit|conform|după|în opinia"),
    he=words("el"),
    she=words("ea"),
    titles=words(
        "dl dna domnul doamna dr prof președintele președinta premierul ministrul regele regina papa generalul "
        "colonelul primarul senatorul deputatul directorul secretarul purtătorul cancelarul ambasadorul liderul "
        "antrenorul judecătorul procurorul președinte premier ministru"
    ),
    roles=words(
        "președintele președinta premierul ministrul primarul senatorul deputatul directorul purtătorul liderul "
        "expertul experții avocatul profesorul medicul procurorul judecătorul antrenorul jucătorul martorul "
        "victima tatăl mama femeia bărbatul autorul jurnalistul ambasadorul economistul analistul oficialul "
        "sursele sursa șeful"
    ),
    groups=words(
        "poliția guvernul ministerul partidul comisia tribunalul compania firma asociația organizația institutul "
        "comunicatul raportul studiul ziarul agenția armata federația clubul consiliul banca universitatea "
        "parchetul"
    ),
    feminine=words("dna doamna președinta regina mama femeia"),
    articles=words("un o acest această"),
    prepositions=words("de din în la cu pe pentru prin fără sub peste între către până după contra despre ca lângă"),
    locatives=words("în din"),
    relatives=words("care ce unde când dacă dar și sau pentru că"),
    stops=words(
        "de din în la cu pe pentru prin fără sub peste între către până după despre ca și sau dar că să care ce "
        "unde când dacă nu da un o el ea ei ele eu noi voi acest această acesta aceasta este sunt era a au fost "
        "mai foarte tot toate toți azi ieri mâine aici acolo acum apoi doi trei patru cinci însă iar potrivit"
    ),
    naming=words(
        "cartea filmul melodia albumul serialul romanul titlul intitulat intitulată numit numită cuvântul "
        "termenul programul proiectul operațiunea"
    ),
    calendar=words(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie luni "
        "marți miercuri joi vineri sâmbătă duminică"
    ),
    dash_dialogue=True,
)
