"""Turkish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="tr",
    cue_verbs=words(
        "dedi diyor diyen diyerek söyledi söyleyen söylüyor belirtti belirten belirterek açıkladı açıklayan ifade "
        "ifadelerini ifadesini kullandı vurguladı vurgulayan kaydetti kaydeden ekledi ekleyen konuştu yazdı yazan "
        "sordu soran yanıtladı cevapladı anlattı anlatan bildirdi bildiren iddia savundu savunan uyardı uyaran "
        "aktardı aktaran dile getirdi paylaştı duyurdu eleştirdi diye şeklinde değerlendirdi seslendi yorumladı "
        "hatırlattı nitelendirdi"
    ),
    cues_after=phrases("göre|açısından"),
    he=words("o"),
    titles=words(
        "bay bayan sayın dr prof cumhurbaşkanı başbakan bakan bakanı başkan başkanı kral kraliçe papa general "
        "albay vali belediye milletvekili senatör müdürü sözcüsü sekreteri lideri büyükelçisi teknik direktör "
        "savcı hakim avukat şansölye"
    ),
    roles=words(
        "sözcü sözcüsü bakan bakanı cumhurbaşkanı başbakan başkan başkanı vali milletvekili müdür müdürü lider "
        "lideri uzman uzmanlar profesör doktor avukat savcı hakim polis teknik direktör oyuncu tanık kurban baba "
        "anne kadın adam yazar gazeteci büyükelçi ekonomist analist aktivist aday kaynak kaynaklar yetkili "
        "yetkililer"
    ),
    groups=words(
        "polis hükümet bakanlık bakanlığı parti komisyon mahkeme şirket dernek savcılık örgüt enstitü açıklama "
        "rapor gazete ajans ordu federasyon kulüp konsey banka üniversite"
    ),
    prepositions=words("için ile gibi kadar sonra önce"),
    relatives=words("ki ve ama veya ancak çünkü"),
    stops=words(
        "ve ile de da ki ama ancak fakat veya ya bu şu o bir her çok daha en için gibi kadar sonra önce göre ben "
        "sen biz siz onlar ne kim nasıl neden niçin nerede değil var yok olan olarak oldu olduğu iki üç dört beş "
        "bugün dün yarın ayrıca tüm bütün"
    ),
    naming=words("kitap film şarkı albüm dizi roman adlı isimli kelime terim program proje operasyon slogan yarışması"),
    calendar=words(
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba "
        "perşembe cuma cumartesi pazar"
    ),
    dash_dialogue=True,
    verb_final=True,
    office_of_place=True,
)
