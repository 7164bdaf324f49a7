"""Czech."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="cs",
    cue_verbs=words(
        "řekl řekla řekli říká říkají uvedl uvedla uvedli uvádí dodal dodala dodali dodává vysvětlil vysvětlila "
        "vysvětluje prohlásil prohlásila prohlašuje sdělil sdělila sdělili poznamenal poznamenala podotkl "
        "podotkla doplnil doplnila doplňuje upozornil upozornila upozorňuje napsal napsala napsali píše zeptal "
        "ptá odpověděl odpověděla odpovídá tvrdí tvrdil tvrdila zdůraznil zdůraznila zdůrazňuje připustil "
        "připustila přiznal přiznala potvrdil potvrdila popsal popsala popisuje kritizoval kritizuje nazval "
        "nazvala označil označila varoval varovala varuje oznámil oznámila míní myslí domnívá komentoval "
        "okomentoval vzkázal cituje citoval citovala hovořil hovořila mluvil mluvila ujistil připomněl shrnul "
        "konstatoval konstatovala řekne slíbil reagoval zmínil uzavřel vyprávěl vzpomíná"
    ),
    cues_before=phrases("podle|dle|slovy"),
    he=words("on"),
    she=words("ona"),
    titles=words(
        "pan paní prof profesor dr doktor mudr judr ing mgr prezident prezidentka premiér premiérka ministr "
        "ministryně král královna princ papež generál plukovník kapitán primátor primátorka starosta starostka "
        "hejtman hejtmanka senátor senátorka poslanec poslankyně ředitel ředitelka mluvčí předseda předsedkyně "
        "kancléř soudce soudkyně žalobce státní advokát advokátka velvyslanec trenér kardinál biskup "
        "místopředseda exministr"
    ),
    roles=words(
        "mluvčí ministr ministryně premiér prezident starosta starostka primátor poslanec poslankyně senátor "
        "ředitel ředitelka šéf šéfka lídr expert experti odborník profesor lékař lékařka vědec vědci advokát "
        "advokátka žalobce zástupce soudce soudkyně policista trenér hráč svědek svědci obyvatel obyvatelé oběť "
        "otec matka žena muž autor autorka novinář spisovatel předseda předsedkyně velvyslanec ekonom historik "
        "herec herečka zpěvák analytik aktivista kandidát zdroj zdroje zakladatel makléř makléřka partnerka "
        "partner kouč politik hejtman"
    ),
    groups=words(
        "policie vláda ministerstvo strana komise soud firma společnost sdružení úřad organizace institut "
        "prohlášení zpráva studie deník agentura armáda federace klub rada banka univerzita rozsudek "
        "zastupitelství kreml"
    ),
    feminine=words(
        "paní prezidentka premiérka ministryně královna primátorka starostka hejtmanka senátorka poslankyně "
        "ředitelka předsedkyně soudkyně advokátka šéfka lékařka matka žena autorka herečka makléřka partnerka"
    ),
    prepositions=words(
        "v ve z ze na do od pro o při po za před pod nad mezi přes bez u během podle vůči jako k ke s se proti "
        "kvůli díky"
    ),
    locatives=words("v ve"),
    relatives=words("který která které kteří kterého že kde když jestli ale a nebo protože aby"),
    stops=words(
        "v ve z ze na do od pro o při po za před pod nad mezi přes bez u během podle vůči jako k ke s se proti "
        "kvůli díky a i nebo ale že aby protože když jak co kdo kde kdy zda jestli si ne ano tak to ten ta ti ty "
        "toho té těch je jsou byl byla bylo byli bude on ona ono oni já my vy jeho její jejich můj náš už ještě "
        "také taky jen velmi více dnes včera zítra tam tady teď pak dva tři čtyři pět vše všichni však proto "
        "navíc sám další první tím pokud"
    ),
    naming=words(
        "kniha knihy knize film filmu píseň album seriál román název názvem nazvaný nazvaná zvaný slovo slova "
        "termín heslo program projekt operace takzvaný takzvané"
    ),
    calendar=words(
        "ledna února března dubna května června července srpna září října listopadu prosince pondělí úterý středa "
        "středu čtvrtek pátek sobota sobotu neděle neděli"
    ),
    dash_dialogue=True,
    office_of_place=True,
    names_inflect=True,
)
