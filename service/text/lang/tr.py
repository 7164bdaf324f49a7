"""Turkish."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="tr",
    cue_verbs=words(
        "dedi diyor diyen diyerek söyledi söyleyen söylüyor belirtti belirten belirterek açıkladı açıklayan ifade "
        "ifadelerini ifadesini kullandı vurguladı vurgulayan kaydetti kaydeden ekledi ekleyen konuştu yazdı yazan "
        "sordu soran yanıtladı cevapladı anlattı anlatan bildirdi bildiren iddia savundu savunan uyardı uyaran "
        "aktardı aktaran dile getirdi paylaştı duyurdu eleştirdi diye şeklinde değerlendirdi seslendi yorumladı "
        "hatırlattı nitelendirdi dediler diyorlar deyip diyordu derken dedikten dedim söylediler söyleyerek "
        "söyledim söyledikten belirttiler belirtiyor açıklıyor açıkladılar açıklayarak açıklamasını açıklamasında "
        "ifadesi ifadeleriyle ifadelerine ifadesine sözleriyle sözlerini sözleri sözlerine sözünü sözlerle "
        "kullandılar kullanarak vurguladılar vurgulayarak vurguluyor kaydettiler kaydederek eklediler ekleyerek "
        "ekliyor konuşan konuşuyor konuşarak yazdılar yazarak yazıyor sordular sorarak soruyor yanıtladılar "
        "yanıtlayan yanıtını cevabını anlatıyor anlattılar anlatarak bildirdiler bildirerek bildiriyor iddiasında "
        "sürdü savunuyor savundular savunarak uyarıyor uyarısında uyarısını uyardılar uyararak aktardılar "
        "aktarıyor aktararak duyuran duyurarak paylaşımını paylaşan paylaştılar paylaşımında mesajını mesajında "
        "eleştirerek eleştiriyor eleştirdiler eleştirisini eleştirisinde değerlendirmesini değerlendirmesinde "
        "değerlendiren yorumunu yorumlayan yorumuyla tepkisini çağrısında çağrısını çağrı hatırlatan hatırlatarak "
        "nitelendiren niteledi tanımladı tanımlayan adlandırdı itiraf reddetti reddeden yalanladı yalanlayan "
        "doğruladı doğrulayan özetledi özetleyen sürdürdü sürdüren noktaladı tamamladı tamamlayan bağırdı "
        "haykırdı fısıldadı mırıldandı şakalaştı yakındı sitem teşekkür umduğunu temennisinde dileğinde müjdesini "
        "müjdeledi teklifinde önerdi öneren önerisinde tavsiye şikayet suçladı suçlayan suçlamasında övdü öven "
        "kınadı kınayan yineledi yineleyen tekrarladı tekrarlayan altını dikkati görüşünü görüşünde görüşlerini "
        "düşüncesini şeklindeki"
    ),
    cues_after=phrases("göre|açısından|sözleriyle|ifadesiyle|ağzından"),
    he=words("o"),
    titles=words(
        "bay bayan sayın dr prof cumhurbaşkanı başbakan bakan bakanı başkan başkanı kral kraliçe papa general "
        "albay vali belediye milletvekili senatör müdürü sözcüsü sekreteri lideri büyükelçisi teknik direktör "
        "savcı hakim avukat şansölye yrd doç av op müh mim org korg tümg tuğg alb yarbay binbaşı yüzbaşı üsteğmen "
        "teğmen çavuş komiser kaymakam kaymakamı valisi muhtar muhtarı müftü müftüsü imam rahip kardinal patrik "
        "prens prenses sultan amiral orgeneral komutan komutanı sözcü başkanvekili başsavcı başsavcısı hâkim "
        "yargıç başhekim başhekimi rektör rektörü dekan dekanı doktor profesör doçent uzman uzmanı ekonomist "
        "tarihçi analist gazeteci yazar şair yönetmen oyuncu şarkıcı sanatçı futbolcu antrenör antrenörü koç "
        "kaptan kaptanı ceo kurucusu direktörü müdür sekreter büyükelçi elçi elçisi konsolos temsilcisi lider "
        "koordinatörü mimar mühendis"
    ),
    roles=words(
        "sözcü sözcüsü bakan bakanı cumhurbaşkanı başbakan başkan başkanı vali milletvekili müdür müdürü lider "
        "lideri uzman uzmanlar profesör doktor avukat savcı hakim polis direktör oyuncu tanık kurban baba anne "
        "kadın adam yazar gazeteci büyükelçi ekonomist analist aktivist aday kaynak kaynaklar yetkili yetkililer "
        "sözcüler bakanlar yardımcısı vekili vekil başkanvekili muhtar muhtarı kaymakam valisi milletvekilleri "
        "vekiller senatör başsavcı başsavcısı savcısı hâkim yargıç avukatı avukatlar sanık şüpheli mağdur "
        "şikayetçi tanıklar polisler komiser komutan komutanı general asker itfaiyeci doktoru hekim hekimi "
        "başhekim başhekimi cerrah hemşire psikolog psikiyatrist virolog epidemiyolog öğretmen öğretmeni öğrenci "
        "öğrencisi rektör rektörü dekan dekanı akademisyen araştırmacı araştırmacılar bilimci fizikçi biyolog "
        "jeolog meteorolog tarihçi sosyolog siyasetçi ekonomisti uzmanı danışman danışmanı mühendis mimar "
        "girişimci işadamı işinsanı kurucu kurucusu sahibi patronu ortağı ceo çiftçi balıkçı şoför sürücü kaptan "
        "pilot yolcu turist müşteri komşu komşusu komşular sakin sakini sakinleri vatandaş vatandaşlar emekli "
        "oğlu kızı ağabeyi kardeşi ablası dul babası annesi dedesi ninesi arkadaşı dost yazarı şair yönetmen "
        "yönetmeni senarist besteci müzisyen şarkıcı sanatçı ressam gazetecisi muhabir editör sunucu yorumcu "
        "antrenör antrenörü futbolcu kaleci forvet sporcu şampiyon hakemi imam müftü rahip papaz patrik haham "
        "kral kraliçe prens prenses diplomat büyükelçisi temsilci temsilcisi temsilciler adayı aktivisti "
        "sendikacı gönüllü organizatör katılımcı katılımcılar eylemci gözlemci kaynağı yetkilisi üye üyesi "
        "koordinatör direktörü sekreteri"
    ),
    groups=words(
        "polis hükümet bakanlık bakanlığı parti komisyon mahkeme şirket dernek savcılık örgüt enstitü açıklama "
        "rapor gazete ajans ordu federasyon kulüp konsey banka üniversite bakanlıktan valilik valiliği belediyesi "
        "müdürlük müdürlüğü jandarma itfaiye hastane okul kilise senato muhalefet koalisyon sendika vakıf odası "
        "birliği konseyi kurulu ofisi başkanlık başkanlığı savcılığı mahkemesi federasyonu kulübü bankası "
        "üniversitesi gazetesi ajansı partisi akp chp mhp nato kremlin afad tüik bddk ordusu şirketi derneği "
        "sözcülüğü büyükelçiliği"
    ),
    feminine=words("bayan kraliçe prenses hanım kadın anne annesi kızı ablası"),
    articles=words("bir"),
    prepositions=words("için ile gibi kadar sonra önce"),
    relatives=words("ki ve ama veya ancak çünkü"),
    stops=words(
        "ve ile de da ki ama ancak fakat veya ya bu şu o bir her çok daha en için gibi kadar sonra önce göre ben "
        "sen biz siz onlar ne kim nasıl neden niçin nerede değil var yok olan olarak oldu olduğu iki üç dört beş "
        "bugün dün yarın ayrıca tüm bütün şunları bunları bunun bunu buna şöyle böyle ise mi mı mu mü üstelik "
        "çünkü zira yani lakin belki tabii elbette hiç hep hâlâ hala artık şimdi sonrasında öncesinde ilk son "
        "yine yeniden tekrar hem birçok bazı kimse herkes hiçbir hepsi kendi kendisi bana sana ona bize size "
        "onlara beni seni onu bizi sizi onları önceki sonraki dolayısıyla böylece nitekim hatta özellikle "
        "yalnızca sadece zaten eğer oysa halbuki"
    ),
    naming=words(
        "kitap film şarkı albüm dizi roman adlı isimli kelime terim program proje operasyon slogan yarışması "
        "kitabı kitabında filmi filminde romanı romanında şarkısı dizisi dizisinde albümü oyunu adında isminde "
        "başlıklı başlığıyla başlığı sözde sözcüğü kavramı sloganı projesi programı kampanyası operasyonu sergisi "
        "belgeseli denilen"
    ),
    calendar=words(
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba "
        "perşembe cuma cumartesi pazar"
    ),
    article_endings=("ı", "i", "u", "ü", "sı", "si"),
    plural_endings=("lar", "ler"),
    dash_dialogue=True,
    verb_final=True,
    office_of_place=True,
)
