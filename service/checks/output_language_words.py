"""The commonest words of each language that shares its script with others: what tells it at a glance.

Particles, pronouns, auxiliaries: words that most lines of FLORES dev hold and that are also common in other texts,
without those that are about something: at most 48 a language, 90 where it has close relatives or many endings.
Languages that FLORES dev has not are by hand.
"""

from collections.abc import Mapping

_TABLE: Mapping[str, str] = {
    "af": (
        "die en van is n het in te wat om op dit word met dat vir as of nie was deur na hulle se kan aan daar oor "
        "hierdie ander maar sal hy meer tot baie wees by hul ook sy gebruik een soos toe moet uit maak teen "
        "wanneer al gaan sou meeste waar ons voor twee enige begin ten gemaak indien sommige selfs alle geen bly "
        "sonder neem hou vandag nog gedurende keer tydens terug vanaf sê drie gehad laat buite per veroorsaak "
        "binne sedert insluitend nou state"
    ),
    "ar": (
        "في من على إلى أن أو ما التي عن قد بعد مع ذلك كان الذي هذه يمكن عام هو هذا أكثر بشكل تم غير حيث كانت لم "
        "بعض يجب أنه قبل عندما إذا خلال أي حتى كما يتم مثل أثناء أيضاً عبر حوالي وهو و إن لكن الرغم"
    ),
    "az": (
        "və bir bu ilə üçün də sonra olan etdi çox haqqında o daha qədər əvvəl ki olduğunu onun görə ən idi həm "
        "heç artıq da hər ya lakin edir edilən öz isə kimi bildirdi olub"
    ),
    "be": (
        "і у ў на з што не як калі да па гэта за ад для каб таго ён іх ці а або яго можна пасля толькі больш пры "
        "які тым былі быў яшчэ яе з'яўляецца могуць але таксама таму было можа гэтага пра была акрамя аднак "
        "падчас дзе яна той чым сабой будзе менш вельмі праз гэтай цягам мае пад ва альбо каля якая бо гэтым "
        "згодна гэты гэтая прыблізна неабходна са дзякуючы там некалькі перад якога адным самым месцы аб будуць "
        "ўсіх наш сёння хоць напрыклад два стаў нам"
    ),
    "bg": (
        "на и в да от е се за с по са че като или през не си това най до много които може ще но след могат към "
        "който има което трябва около при така когато която тези някои той други въпреки със бъде също във тази "
        "част малко му още преди повече беше един тъй бил над без където били бяха все срещу вече година пред "
        "според би каза близо заяви всеки път голям друг тя извън три последните бе два него поради включително "
        "била"
    ),
    "bn": (
        "এবং করে একটি জন্য করা থেকে যে এই বা এর করতে যা পারে মধ্যে না হয় ছিল তাদের সাথে করার কিছু তার হবে বেশি "
        "তবে অনেক ও এক হয়ে করেছিল যায় হয় মতো তৈরি হতে হয়েছিল তিনি যদি আরও যখন রয়েছে কোন কিন্তু পরে প্রথম তা হল "
        "করেন"
    ),
    "ca": (
        "de la a i que el en per els les un del una va es amb més és no al o ha dels com ser hi tot van són pot "
        "si però després també als durant quan poden fer cap d'un se seva sobre seu molt fins entre altres han "
        "pel estat perquè ho dir s'ha abans ara lloc des què on sense uns aquesta alguns havia primera fa "
        "persones s'han encara nova tres dues contra haver dit prop començar seves menys fou eren arribar "
        "aquestes autoritats podria xina temporada"
    ),
    "cs": (
        "a v se na je že s z do k pro jsou jako ve za po o které od i také si ale byl pokud než být by která "
        "který aby při během může když co bylo jak před ze byla jeho více bude své kde tak mají až byly některé "
        "však velmi protože kolem poté ke tento další podle byli již tyto pak díky několik nad kromě zhruba "
        "tohoto měl například pomocí nyní dvou všech méně včetně či svých získat něj uvedl"
    ),
    "cy": (
        "yn y ar o i a ei wedi mae yr eu gan am bod roedd i'r o'r cael cafodd fod mewn fel ac oedd ni hefyd at "
        "allan ym mae'r sy'n dywedodd fe hyn nid bydd gallu newydd wnaeth gafodd pan er unrhyw gyda a'r â"
    ),
    "da": (
        "i og at er en af på for til den de det som der med et kan fra eller ikke har var blev du om sig men ved "
        "være deres han da efter over også vil hvis så mange når andre mere skal nogle bliver hvor meget under "
        "end disse have blevet ud havde to mod denne alle selvom dem hvilket før blive ville fleste samt omkring "
        "både uden del selv op tilbage flere sin dog sidste vi tidligere siden noget såsom nu gør hans nogen hvad "
        "ingen mindre tre"
    ),
    "de": (
        "die der und in zu von ist den sie das eine auf mit sich es ein als im dass des für oder dem um werden "
        "sind an nicht wurde einer auch nach aus einem er wenn wie bei wird einen über am können war haben sein "
        "zum kann"
    ),
    "en": (
        "the of to and in a is that for are on with or was be as from by it at can this have they an has which "
        "not most but were when their one some he also will had more its many there other if been all than"
    ),
    "eo": (
        "la de kaj en al estas por ne kiu ke kun el li estis per sed pli ili tiu ankaŭ aŭ dum ĝi kiuj oni sur "
        "post ĉi kiel pri"
    ),
    "es": (
        "de la en que el y a los se un las del una con por es para no más al o como lo si son cuando ser puede "
        "sus desde fue sobre pueden este también hasta pero otros ya ha sin había esta luego cerca hacia donde "
        "contra han además antes menos después algunos posible uno aunque todos otras primera año debe tres "
        "podría tipo según veces debido haber casi dentro sido fuera habían hace estas será alrededor dado qué "
        "menor manifestó china hizo luz inicio uu ee quien superficie"
    ),
    "et": (
        "ja on et kui mis või see ei oli oma selle ning kuid ka seda võib ta mida nad kes need pärast üle olla "
        "mille nagu võivad isegi välja kus enne pole umbes ütles väga vastu rohkem palju poole kuigi samuti "
        "tagasi sellest tõttu neid jaoks eest veel oleks tema sai kas järgi saanud ilma kuidas vähemalt vähem "
        "olnud teada kokku sellele täna seejärel kohaselt aga millega i teda teise"
    ),
    "eu": (
        "eta da ez bat zen du dute izan ere ziren dira baina hau bere den egin zuen edo beste gero hori zuten "
        "baino oso dela"
    ),
    "fa": (
        "در از و به که می است را های این با برای ها یک آن شود یا شده شد کرد بود ای کنند خود دارد کند تا آنها باشد "
        "بر وجود اما هستند کرده داشته باید او دارند پس کار قرار اگر بین هایی دیگر تر هم دهد"
    ),
    "fi": (
        "ja on tai oli että ovat sen se joka ei mutta kun kuin myös jotka hän olla ne mukaan ole jälkeen koska "
        "sekä hyvin noin jonka ennen yli kanssa sanoi kuten kuitenkin sitä ollut paljon enemmän sitten n niiden "
        "tuli siihen sai lisäksi edelleen olevan hänen vielä olisi aiheuttaa"
    ),
    "fr": (
        "de la le les et des à en a un une est du que dans pour qui plus sur au il ou par sont été se ont pas "
        "avec être ne ce mais comme si peut aux bien son d'un d'une tout ces peuvent leur même également cette"
    ),
    "gl": (
        "de a que o e os en do un da para se unha as é máis no non con na ao ou por como das súa á seu polo aínda "
        "tamén pero poden ser cando aos sobre nos foi pode despois co moi desde ata nas pola nun contra nunha "
        "antes seus menos preto outros teñen cara coa foron coma ademais tres dúas cun hoxe ben cunha agora "
        "ningún uu ee chegar probablemente nin podería porque ano ningunha lle coas partido fixo tempada deste "
        "grande autoridades mes pasado inglés eran"
    ),
    "hi": (
        "के में है से और की को हैं एक का पर लिए कि ने करने यह था या भी नहीं जो किया गया हो कर साथ कुछ वाले ही इस "
        "तक सबसे थे बाद अपने वे करते पहले जाता तो लेकिन कई थी कहा दिया होता सकता हुए"
    ),
    "hr": (
        "je u i se na da za od s a ili koji što bi koje to iz koja kao o do ne nakon će može te kako više mogu "
        "nije ali ima prema zbog bilo iako oko po kad prije bio još kada nisu no međutim jedan također prvi dok "
        "poput protiv bez nego ih tome uz izjavio bila tako svoje gdje dalje vrijeme svoju danas bili dva tri ove "
        "taj neće mnogo najmanje"
    ),
    "hu": (
        "a az és hogy egy is vagy nem meg ez de mint volt ha olyan el amely kell más azt szerint amikor ki több "
        "még lehet fel első két néhány ami ben ahol ezek után új nagyon miatt át ezt es mely akkor való előtt aki "
        "felé azonban fog be alatt például amit ban miután három legalább arra ellen őket én volna mellett "
        "jelentős követően lehetővé vissza ellenére vált mielőtt melyek korábban közül"
    ),
    "id": (
        "yang dan di dari untuk dengan ini pada tidak dalam ke atau adalah lebih tersebut mereka akan dapat bahwa "
        "itu ada menjadi satu oleh banyak telah juga memiliki beberapa tetapi bisa sebagai merupakan hal sebuah "
        "sekitar seperti selama setelah secara pertama harus lainnya karena dua berada bagian sebagian"
    ),
    "is": (
        "að og í á sem er til við með fyrir var um af eru en eða ekki því það frá þegar þar eftir hann sér yfir "
        "hafa þess verið hefur upp ef þeir úr vegna einnig voru getur verður fram eins út sig hafi þó mjög sagði "
        "hins"
    ),
    "it": (
        "di il e la che è a in per un i una si del le della sono più ha da con o non al nel dei gli delle essere "
        "alla anche come se cui nella dal tra hanno lo sul quando prima ad degli dalla molto questa era"
    ),
    "kk": (
        "және бір бұл үшін мен да де ол бар емес деп осы болып кейін сол бойынша туралы болды екі еді қазір дейін "
        "жылы бірақ өз көп"
    ),
    "lt": (
        "ir kad į m iš apie su kai jis yra dėl po nei iki gali to tačiau bet savo kaip taip daugiau jo nebuvo nuo "
        "prie tada ar kas už jau buvo per nors būtų ant net tik šių kuris kurios todėl pagal ji dar dabar"
    ),
    "lv": (
        "un ir ka ar no tika kā kas par bija arī pēc uz to pirms viņš līdz lai vēl tam vairāk nekā nav vai tā var "
        "pret bet tomēr savu tas kuru viens kura šo nebija taču ļoti viņa tās gan tiek ko"
    ),
    "mk": (
        "и на во да се од за со е не што по ќе го ги како или но тоа ја кој беше биде може дека која само тој а "
        "кои сѐ уште му"
    ),
    "mr": (
        "आहे आणि होते की या नाही आले असे होता मध्ये एक झाला ते च्या हा अधिक किंवा ही परंतु होती अनेक तो होऊ यांनी "
        "आहेत काही झाले झाली असलेल्या करण्यात त्यांनी ने त्याने न त्या जे व"
    ),
    "ms": (
        "yang untuk di pada telah dan dengan dalam daripada tidak itu ini bahawa dari lebih tersebut akan ke oleh "
        "satu kepada menjadi mereka beliau seperti juga sebelum adalah atau sebagai selepas apabila walaupun "
        "merupakan semasa tetapi ketika sejak beberapa ada lain boleh melalui"
    ),
    "mt": (
        "li ta l il u fl ma minn f'il is għal kien fuq biex huwa tiegħu għall qabel kienet wara meta bħala aktar "
        "ġew jew qal se hemm iżda mhux tagħha ukoll kienu inqas ħafna bil ġewwa dwar din tal dan"
    ),
    "nb": (
        "i og som er en av til å på det for med den de at et har kan fra eller ble seg ikke var om du etter men "
        "han være over så andre hadde ha selv vil noen ved også mer når blir ut rundt enn mot under da sin bli "
        "opp alle siden disse flere blitt inn kommer denne må noe før tid sa uten sine mens skal to ta mindre vi "
        "dersom tidligere gjør ville nå del mye sitt kom annet hele tilbake ingen største tross stedet sammen"
    ),
    "nl": (
        "de het van in een en is op te dat zijn met die voor om als er of je ze worden door niet aan naar deze "
        "werd bij maar dit kunnen wordt uit was ook heeft hij zich over hebben dan tot andere geen meer nog kan "
        "moet al waren werden zou maken twee tegen gaan toen onder alle tijdens volgens zoals wanneer zelfs omdat "
        "we zei zal meeste af ongeveer steeds per zien vandaag jaren enkele drie had hadden minder eerder nadat "
        "vanwege zeer zonder nu elkaar ter s"
    ),
    "pl": (
        "w i na z się do jest nie to że a od są o przez po gdy które co ale jak tym może można za aby ze dla tego "
        "by mogą oraz który pod podczas jako jego niż przy przed choć wiele będzie nawet około również ponieważ "
        "tych"
    ),
    "pt": (
        "de a o e que em do para um da uma é os se com no as na por mais ou não como são ao das ser foi sua seu "
        "ele mas pode quando à também tem até pelo foram muito pela alguns após nos sobre outros seus algumas "
        "vezes então aos antes cerca maior menos bem depois contra ano ter ainda todos às hoje deve nas embora "
        "estava desde fora apesar três duas disse dois vai incluindo estavam teve havia agora essas cientistas "
        "china estação anterior passado atividade ganhar"
    ),
    "ro": (
        "de în a și o la cu care pentru mai din pe un să este că se au fost nu sunt sau fi al ca ce ar pot după s "
        "toate poate când multe dar dintre dacă lui iar cel va într unui trebuie unei cea prin decât"
    ),
    "ru": (
        "в и на что с по не как из это или для от за он чтобы к они а также но его могут до когда у во так то был "
        "после было были является более которые может о их того при который где даже некоторые же чем хотя со "
        "этого будет очень под около больше через она была которая том которых нужно бы такие над меньше мы перед "
        "свой этот себе свою ещё день почти свои ее либо тем менее два несмотря него месте станет стать будут "
        "таким я настоящее"
    ),
    "sk": (
        "a v sa na je že s ako z alebo do sú aj ktoré to o od po si keď aby pre za k pri by čo ktorý bol vo ale "
        "ktorá boli ich môžu má tiež viac môže jeho pred však tak byť bolo nie cez až bola podľa veľmi ho bude "
        "pretože kde tom bez zo okolo svoje niektoré proti svojej so potom toho uviedol povedal týchto existuje "
        "napríklad niekoľko skôr svoj hoci nad vďaka mimo svoju svojich ktorú ktorého ešte menej tohto žiadne "
        "okrem svojho vrátane neboli"
    ),
    "sl": (
        "je v in na se ki so da za z kot lahko pa ali s od bi tudi po ko do iz ne še zaradi tako če pri to med "
        "jih bil vendar ni več ga bo pred bila o tega saj nekaj že tem jo kar ter okoli kjer zato naj sta bili "
        "niso bilo zelo bodo čeprav ob proti danes del vseh skoraj približno te glede svojo prišlo čemer bile "
        "seboj manj nato dveh nekatere zadnjih najmanj rekel prvo treh močno pot prav"
    ),
    "sq": (
        "në të e dhe i për me një që nga si është u do së më por ka ishte kanë janë tij nuk kjo ky kur ose pas edhe"
    ),
    "sr": (
        "је и у да се на су од за са који или а што би као које из не до која ће али како то када може по могу "
        "више након био бити није о током око такође иако било година преко пре док тога без још међутим него "
        "тако много места један где због према нису била рекао први против ове данас број па времена три он два "
        "две треба веома сада своју услед ради току онда томе свој свог попут имао ових ли"
    ),
    "sv": (
        "och att i som en är på av för det de med till den ett har om kan eller från inte sig under du var när "
        "men efter andra även han vid många kommer hade över än vara mer man skulle mycket också där första sin "
        "genom mot vissa alla in ha upp två flesta utan vilket gör sedan dess några sina sa ut vi innan komma "
        "tidigare då ta vad dem någon del sade sitt blev mindre större denna tre enligt hur omkring gjorde göra "
        "kom senare hans ingen"
    ),
    "sw": (
        "ya na wa kwa ni katika za la kuwa cha yake hiyo huo kwamba hii baada alisema lakini wake wao watu kama "
        "pia huyo ambao hata mwaka hiki"
    ),
    "tl": (
        "sa ang ng na mga ay at noong isang para hindi si ito may mula ni nang kung nito upang bago pa nasa "
        "maaaring sinabi naging maraming matapos ngayon din niya siya kaysa ngunit dahil rin dapat pag o kay nila"
    ),
    "tr": (
        "bir ve için bu daha da en çok olarak de veya olan ile ancak gibi her şekilde sonra diğer bazı tarafından "
        "ilk kadar iyi bulunan fazla yaklaşık etti üzerinde az yeni karşı ayrıca gelen fakat olduğu oldu ilgili "
        "önce olduğunu o aynı geri hale ardından bugün göre herhangi birlikte kendi dahil son devam söyledi "
        "rağmen meydana nedeniyle üç on sırasında olmak üzere konusunda beri içinde verdi te olması dört ne "
        "ölçüde zamanda"
    ),
    "uk": (
        "у на що і з в та до не за як для це або від які щоб вони коли він також його було але із того про під "
        "через може можуть який після році був були так чи можна ніж більше деякі навіть по тому де те й була "
        "хоча зі яка буде дуже їх її цей однак близько щодо цього ми сказав протягом сьогодні свої один тим при "
        "проти над б мав перед два цьому будуть вже багатьох шоу крім потім само біля таких менше"
    ),
    "ur": (
        "کے میں کی ہے اور سے کا کو اس نے کہ پر ہیں یہ ایک کر بھی تھا نہیں ہو کیا گیا لیے لئے وہ جو تھے تھی ان "
        "ساتھ تک ہی بعد دیا گئی کہا اپنے جا یا تو رہا کرنے"
    ),
    "vi": (
        "và có là của một được trong các những đã thể ở không này với cho vào khi để đến từ sự ra về bạn bị sẽ "
        "nhất đó nhiều khác trên theo hoặc tại hơn như quan cũng phải cách sau chỉ lại thế rằng nhưng nên"
    ),
}
# Letters beyond the common stock of the script that a page of the language holds.
_LETTERS: Mapping[str, str] = {
    "af": "êëèéïîôû",
    "ar": "ةىأإكي",
    "az": "əçğıöşü",
    "be": "йіўыэьюяё",
    "bg": "йиъьюящ",
    "ca": "àçéèíïóòúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷ",
    "da": "æøåé",
    "de": "äöüß",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíóúñü",
    "et": "äöõüšž",
    "eu": "ñ",
    "fa": "پچژگکی",
    "fi": "äö",
    "fr": "àâçéèêëîïôûùœ",
    "gl": "áéíóúñ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áéíóúýðþæö",
    "it": "àèéìòù",
    "kk": "әғқңөұүһіиыэьюящй",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mk": "ијљњџѓќѕ",
    "mr": "ळ",
    "mt": "ċġħż",
    "nb": "æøåé",
    "nl": "ëïéèö",
    "pl": "ąćęłńóśźż",
    "pt": "áàâãçéêíóôõú",
    "ro": "ăâîșțşţ",
    "ru": "йиыэъьюящё",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sr": "иђјљњћџ",
    "sv": "åäöé",
    "tr": "çğıöşü",
    "uk": "йиіїєьюящґ",
    "ur": "ٹڈڑںھےہپچگکی",
    "vi": "ăâđêôơưàáảãạấầậắặẹềếệểịọốồộớờợụứừựủ",
}

COMMON_LETTERS: Mapping[str, frozenset[str]] = {language: frozenset(letters) for language, letters in _LETTERS.items()}
COMMON_WORDS: Mapping[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _TABLE.items()}
