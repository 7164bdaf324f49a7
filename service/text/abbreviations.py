"""Abbreviations by language: where a full stop does not end the sentence.

`NEVER_LAST` stand before a name or a number (titles, "No."), so no sentence ends with them. `SELDOM_LAST`
may end one, and do where the next word is one that starts sentences (`STARTERS`). All in lower case, without
the last full stop; "" holds what many languages share.
"""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER_LAST = {
    "": _words("v dr prof mr mrs ms st mt vs cf fig no nr vol pp ed al approx feat"),
    "en": _words(
        "gen sen rep gov lt col sgt capt cmdr maj adm rev hon pres supt det insp cpl pvt messrs mx ft "
        "jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e op v ave nos"
    ),
    "de": _words(
        "hr fr frl dipl ing med phil jur mag bzw ca z.b z. d.h u.a u. o.ä sog vgl abs art str bd s nr tel inkl exkl "
        "zzgl geb gest gem lt max min evtl ggf insb bspw rd jh st jan feb mär apr jun jul aug sept okt nov dez i.d.r "
        "ehem gegr verh österr schweiz amerik dt engl franz ä"
    ),
    "fr": _words("m mm mme mmes mlle mlles me mgr dr pr st ste sts art av bd chap env p pp vol éd réf tél hab ex"),
    "es": _words(
        "sr sra sres srta d dña dn dra lic ing gral cnel tte sto sta fr mons pdte art av avda núm n.º pág págs tel "
        "vol aprox p.ej c prof arq ee"
    ),
    "pt": _words(
        "sr sra srs sras srta d dra eng arq gen cel ten cap exmo av art pág págs núm n.º tel vol p.ex al prof profa "
        "sto sta"
    ),
    "it": _words("sig sigg sig.ra dott dott.ssa prof.ssa ing avv on sen mons gen col cap art pag pagg ecc.za n s ss d"),
    "nl": _words(
        "dhr mevr mw drs ir ing mr jhr ds burg wnd gen kol kapt jl ca bijv bv o.a nl resp nr art blz tel evt incl excl "
        "m.b.t i.v.m t.o.v d.w.z jan feb mrt apr jun jul aug sep okt nov dec"
    ),
    "sv": _words("t.ex bl.a s.k ca kl nr tel d.v.s dvs bl fr.o.m t.o.m s jan feb mar apr jun jul aug sept okt nov dec"),
    "da": _words("hr fr bl.a bl f.eks fx ca kl nr tlf d.v.s dvs pga jf s stk mag cand ing jan feb mar apr jun jul aug"),
    "nb": _words("hr fr bl.a bl f.eks ca kl nr tlf dvs pga jf s stk cand siv ing jan feb mar apr jun jul aug sept okt"),
    "is": _words("t.d þ.e o.fl nr kl sbr bls u.þ.b svk skv m.a frú hr"),
    "fi": _words("esim ks mm ns nk tri prof puh os klo n s vt ent toim"),
    "et": _words("nt näiteks hr pr lk nr u ca st jne.a"),
    "pl": _words(
        "prof hab inż mgr ks bp abp gen płk mjr kpt por sierż ul al pl os im św nr np m.in tzw tzn ok ds t str tel red "
        "wg ww dot zob por min"
    ),
    "cs": _words("ing mgr bc mudr judr phdr rndr doc prof gen plk kpt por sv ul nám č tzv např resp cca tj mj p"),
    "sk": _words("ing mgr bc mudr judr phdr rndr doc prof gen plk kpt por sv ul nám č tzv napr resp cca t.j mj p"),
    "hu": _words("ifj id özv pl ill kb sz u st ún vö stb.a dr prof bp"),
    "ro": _words("dl dna d-na d-l dlui prof ing gen col lt cpt sf str nr art pag cca ex bd av jud al lit"),
    "sl": _words("g ga gdč mag doc prof inž gen sv ul npr oz t.i tj št str dipl univ tel"),
    "hr": _words("g gđa mr mag doc prof inž gen sv ul npr odn tzv tj br str dipl tel god st akad"),
    "tr": _words("sn doç yrd prof av org gen alb yzb öğr gör örn vb.a bkz sok cad mah no tel apt hz s"),
    "az": _words("prof dos akad gen mах səh məs küç"),
    "id": _words("jl jln hlm h hj ir drs dra kh s.pd tn ny sdr no tgl kab prov jend"),
    "vi": _words("ts ths gs pgs tp q p th.s bs ks"),
    "ru": _words(
        "г гг ул им т.е т.н т.к пр просп пл д стр корп кв обл р-н пос дер акад проф доц гр гос ген полк кап лейт см "
        "рис табл тел тыс млн млрд руб коп св ок напр др.а"
    ),
    "uk": _words("м с вул ім т.зв т.з т. пр просп пл буд корп кв обл акад проф доц гр ген полк див рис табл св напр"),
    "be": _words("г вул імя пр пл акад праф дац гр ген гл мал табл тэл св напр тыс т.зв"),
    "bg": _words("чл г гр ул бул пл проф доц акад инж ген полк св т.е т.нар напр вж фиг стр тел бр ок"),
    "sr": _words("св sv г гђа др мр проф доц акад инж ген ул бр стр тзв тј нпр одн g gđa prof doc br tzv tj npr odn"),
    "mk": _words("г ул проф доц акад ген бр стр т.н т.е св"),
    "el": _words("ην κ κκ κα δρ καθ αρ αριθ σελ βλ π.χ λ.χ οδ λεωφ τηλ στρ αγ αθ ν σ"),
    "ca": _words("sr sra srs d dr dra av pl núm pàg pàgs tel vol aprox p.ex c st sta mn"),
    "gl": _words("sr sra srs d dr dra av núm páx páxs tel vol aprox p.ex ee"),
    "af": _words("mnr mev mej ds prof gen kol kapt bv nr bl ca sg adv edms"),
    "lt": _words("g pr al dr prof doc gen kun šv pvz nr psl t.y vad red mln mlrd tūkst"),
    "lv": _words("prof doc gen dr kungs sv piem nr lpp t.i t.s"),
    "he": _words("ד״ר פרופ' גב' מר מס מס'"),
    "ar": _words("د أ م ص ج أ.د"),
    "hi": _words("डॉ श्री प्रो पं मो कु सं नं क्र"),
    "bn": _words("ড ডা মো প্রো মি মিসেস নং"),
}

SELDOM_LAST = {
    "": _words("etc jr sr inc ltd co corp ca llc plc est dept bros a.m p.m ph.d m.d b.a m.a u.s u.k u.n e.u d.c l.a"),
    "de": _words("usw usf etc mio mrd tsd u.s u.s.w jr sen jun i.r a.d v.chr n.chr chr"),
    "fr": _words("etc jr cie av.j.-c ap.j.-c j.-c"),
    "es": _words("etc jr ee.uu uu cía s.a a.c d.c a.m p.m"),
    "pt": _words("etc jr cia ltda s.a a.c d.c eua"),
    "it": _words("ecc etc jr s.p.a s.r.l a.c d.c"),
    "nl": _words("enz etc jr sr nv b.v n.v v.chr n.chr"),
    "sv": _words("osv mm m.m jr kr f.kr e.kr milj"),
    "da": _words("osv mm m.m jr kr mio mia f.kr e.kr"),
    "nb": _words("osv mm m.m jr kr mill mrd f.kr e.kr"),
    "fi": _words("jne ym yms mm eaa jaa milj"),
    "pl": _words("itd itp r w wg zł gr tys mln mld godz jr s.a"),
    "cs": _words("atd apod aj r kč mil mld tis hod min s.r.o a.s př.n.l n.l st"),
    "sk": _words("atď apod a.i r mil mld tis hod min s.r.o a.s pred.n.l n.l st"),
    "hu": _words("stb kft rt zrt bt ft"),
    "ro": _words("etc ș.a s.a mil mld î.hr d.hr"),
    "sl": _words("itd ipd d.o.o d.d mio mrd n.š pr.n.š"),
    "hr": _words("itd i.sl d.o.o d.d mil mlrd kn n.e pr.n.e"),
    "tr": _words("vb vs a.ş ltd şti t.c"),
    "ru": _words("долл и.о т.д т.п др пр гг вв н.э до.н.э сек мин ч"),
    "uk": _words("т.д т.п ін р рр ст вв н.е до.н.е грн млн млрд хв год"),
    "be": _words("г.д інш ст стст н.э руб млн млрд"),
    "bg": _words("т.н др лв млн млрд пр.н.е н.е"),
    "id": _words("dll dsb dst tbk s.h s.e m.si jr"),
    "el": _words("κ.ά κ.λπ κλπ κ.α π.μ μ.μ α.ε"),
    "ca": _words("etc jr s.a a.c d.c ee.uu"),
    "gl": _words("etc jr s.a a.c d.c uu ee.uu"),
}

STARTERS = {
    "en": _words("the a an in on at he she it they we i but and this that these those his her its their as if when"),
    "de": _words("der die das ein eine er sie es wir ich und aber in im am auf dies diese dieser doch als wenn auch"),
    "fr": _words("le la les l un une il elle ils elles nous je et mais en dans ce cette ces on pour selon après"),
    "gl": _words(
        "o a os as un unha el ela eles e pero en no na este esta isto segundo por para tamén cando con ademais"
    ),
    "es": _words(
        "el la los las un una él ella ellos y pero en este esta esto según por para también además lo cuando con"
    ),
    "pt": _words("o a os as um uma ele ela eles e mas em no na este esta isso segundo por para também"),
    "it": _words("il lo la i gli le l un una lui lei e ma in nel questo questa secondo per anche"),
    "nl": _words("de het een hij zij ze wij ik en maar in op dit deze dat die ook volgens na"),
    "ca": _words("el la els les l un una ell ella i però en aquest aquesta això segons per també"),
    "sv": _words("det den de en ett han hon vi jag och men i på detta denna dessa enligt efter"),
    "da": _words("det den de en et han hun vi jeg og men i på dette denne disse ifølge efter"),
    "nb": _words("det den de en et han hun vi jeg og men i på dette denne disse ifølge etter"),
    "pl": _words("w we z na to ten ta te on ona oni i ale jak po nie według jednak"),
    "cs": _words("v ve na to ten ta ty on ona oni a ale jak po podle však je"),
    "ru": _words("в во на это этот эта эти он она они мы я и но по как с о об также однако"),
    "uk": _words("у в на це цей ця ці він вона вони ми я і та але за як з про також"),
}

# An abbreviation before a number or a Roman numeral ("No. 5", "Art. IV"), and else a word like others ("no.").
BEFORE_NUMBER = _words(
    "no nr nro núm num nº art arts fig figs p pp s vol op tel c bd abs kap kl str lk lit pkt poz sec ch cap pos ed "
    "jan feb mar apr jun jul aug sep sept oct okt nov dec dez max min ca pag pág page n rd st.pkt стр рис табл ч ст "
    "σ σελ αρ"
)

# Languages that write ordinals with a full stop: "1. Januar", "3. kolo".
ORDINAL_STOP = _words("de da nb nn fi cs sk pl hu sl hr bs sr sr-Latn et lv lt is tr az fo lb eu")

# The start of a month's name or of what ordinals stand before, where it is written with a capital.
AFTER_ORDINAL = {
    "de": _words(
        "januar jänner februar feber märz april mai juni juli august september oktober november dezember "
        "jahrhundert weltkrieg bundesliga runde spieltag platz etage stock geburtstag jahrestag liga auflage kapitel "
        "klasse stunde tag mal internationale internationalen internationaler"
    ),
    "lb": _words("januar februar mäerz abrëll mee juni juli august september oktober november dezember"),
    "tr": _words(
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık dünya lig hafta "
        "kategori kategoride madde maddesi maddesine maddesinde maddesinin uluslararası yüzyıl"
    ),
    "hu": _words("kerület január február március április május június július augusztus szeptember október november"),
}


def for_language(table: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """The entries for `language` with those that many languages share."""
    base = language.split("-")[0]
    return table.get("", frozenset()) | table.get({"nn": "nb", "bs": "hr"}.get(base, base), frozenset())
