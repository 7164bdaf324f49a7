"""Words that tie a sentence to the one before it when they open it, by language.

One entry a language, in one shape; to add a language, add an entry. Entries are lower case, with a
straight apostrophe, several words where one alone would say too little ("dijo que": who?). Where a
language drops its subjects, its reporting verbs without one belong to `connectives`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Openers:
    """What ties an opening to the sentence before, in one language; comma-separated lists.

    `pronouns` are personal subjects, which lean after a fronted phrase too ("On Friday, he …").
    `pointers` are other pronouns and possessives that point back. `connectives` join sentences.
    `free` are openings that look like one of these and stand alone all the same ("il y a").
    """

    pronouns: str
    pointers: str
    connectives: str
    free: str = ""


OPENERS: dict[str, Openers] = {
    "en": Openers(
        "he, she, they, it, i, we, you",
        "him, her, his, them, their, its, our, my, me, us, this, that, these, those, neither, such, one of them, "
        "others, another, the latter, the former, the two, the same, there, here, in my, in his, in her, "
        "in their, in this, in that, it's, he's, she's, they're",
        "however, meanwhile, but, and, or, so, nor, yet, also, then, thus, hence, therefore, moreover, "
        "furthermore, nevertheless, nonetheless, instead, besides, still, consequently, accordingly, similarly, "
        "likewise, otherwise, in addition, additionally, as a result, on the other hand, by contrast, in contrast, "
        "for example, for instance, in fact, indeed, in other words, that is why, at the same time, after that, "
        "since then, afterwards, earlier, later, elsewhere, finally, in turn, in response, because of this, "
        "despite this, meantime, in the meantime, rather, of course, now, well, yes, asked, when asked, even so, "
        "speaking there",
        "now that, earlier this, later this, so far, so-called",
    ),
    "de": Openers(
        "er, sie, ich, wir, ihr",
        "ihm, ihn, ihnen, ihre, ihren, ihrem, ihrer, sein, seine, seinen, seinem, seiner, dieser, diese, dieses, "
        "diesen, diesem, dies, das ist, das war, das sei, das sind, jener, jene, beide, dessen, deren, unser, "
        "unsere, mein, meine, solche, man, letztere, dort, hier, da, dabei, damit, dafür, dagegen, darauf, "
        "daraufhin, darin, darum, daran, davon, dazu, danach, davor, darüber, hierzu, hierbei",
        "aber, und, oder, doch, jedoch, denn, allerdings, dennoch, trotzdem, deshalb, deswegen, daher, also, "
        "außerdem, zudem, ferner, unterdessen, indes, inzwischen, währenddessen, gleichzeitig, zugleich, dann, so, "
        "auch, schließlich, hingegen, vielmehr, stattdessen, somit, folglich, zum beispiel, andererseits, "
        "einerseits, im gegenteil, in der tat, tatsächlich, ebenso, ansonsten, seitdem, später, zuvor, nun, ja, "
        "nein, im gegenzug, darüber hinaus",
    ),
    "fr": Openers(
        "il, elle, ils, elles, je, j', nous, vous, on",
        "son, sa, ses, leur, leurs, celui-ci, celle-ci, ceux-ci, celles-ci, celui, celle, ce dernier, "
        "cette dernière, ces derniers, ces dernières, ce, cet, cette, ces, c'est, c'était, cela, ceci, ça, y, "
        "notre, nos, mon, ma, mes, tous deux, l'un, l'autre, d'autres, là, ici",
        "mais, et, ou, or, donc, car, ainsi, cependant, pourtant, toutefois, néanmoins, par ailleurs, en outre, "
        "de plus, en revanche, au contraire, du coup, alors, puis, ensuite, enfin, aussi, de même, par conséquent, "
        "en effet, en fait, par exemple, d'ailleurs, pour autant, dans le même temps, pendant ce temps, "
        "entre-temps, plus tard, auparavant, autrement dit, bref, malgré tout, quant à lui, quant à elle, "
        "à ce titre, au final, résultat, oui, non, dès lors, pour sa part, de son côté",
        "il y a, il faut, ce lundi, ce mardi, ce mercredi, ce jeudi, ce vendredi, ce samedi, ce dimanche, "
        "ce matin, ce soir, cette semaine, cette année, cet été, cette nuit, ces derniers jours, nous sommes",
    ),
    "es": Openers(
        "él, ella, ellos, ellas, yo, nosotros, nosotras, usted, ustedes",
        "su, sus, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, esto, eso, ello, ambos, ambas, "
        "dicho, dicha, nuestro, nuestra, mi, allí, ahí, aquí, otro, otra, otros, otras, éste, ésta",
        "pero, y, o, sin embargo, no obstante, mientras tanto, además, también, por otra parte, por otro lado, "
        "por ello, por eso, por tanto, por lo tanto, así, entonces, luego, después, asimismo, de hecho, en cambio, "
        "es decir, por ejemplo, al mismo tiempo, finalmente, aun así, en este sentido, en ese sentido, "
        "al respecto, de ahí, en consecuencia, por su parte, igualmente, tampoco, posteriormente, más tarde, "
        "aunque sí, dijo que, añadió, agregó, afirmó que, señaló que, explicó que, indicó que, aseguró que, "
        "según dijo, según explicó, sí, pues",
        "esta semana, esta mañana, esta tarde, este año, este lunes, este martes, este miércoles, este jueves, "
        "este viernes, este sábado, este domingo, esta noche, este verano",
    ),
    "pt": Openers(
        "ele, ela, eles, elas, eu, nós, você, vocês",
        "seu, sua, seus, suas, este, esta, estes, estas, esse, essa, esses, essas, isto, isso, aquilo, aquele, "
        "aquela, ambos, ambas, nosso, nossa, meu, minha, ali, lá, aqui, outro, outra, outros, outras, nele, nela, "
        "dele, dela",
        "mas, e, ou, porém, contudo, todavia, entretanto, no entanto, enquanto isso, além disso, também, "
        "por outro lado, por isso, portanto, assim, então, depois, aliás, de facto, de fato, ou seja, por exemplo, "
        "ao mesmo tempo, finalmente, ainda assim, nesse sentido, neste sentido, em seguida, por sua vez, já, "
        "disse que, afirmou que, acrescentou, explicou que, segundo disse, mais tarde, posteriormente, sim, pois",
        "esta semana, esta manhã, esta tarde, este ano, já em, já o, já a, já os, já as",
    ),
    "it": Openers(
        "lui, lei, egli, ella, essi, esse, loro, io, noi, voi",
        "suo, sua, suoi, sue, il suo, la sua, i suoi, le sue, questo, questa, questi, queste, quello, quella, "
        "quelli, quelle, ciò, entrambi, entrambe, nostro, nostra, mio, mia, lì, là, qui, altri, altre, "
        "quest'ultimo, quest'ultima",
        "ma, e, ed, o, però, tuttavia, eppure, intanto, nel frattempo, inoltre, anche, perciò, quindi, dunque, "
        "così, allora, poi, infatti, invece, cioè, ad esempio, per esempio, allo stesso tempo, infine, in seguito, "
        "d'altra parte, dall'altra parte, a sua volta, dal canto suo, pertanto, del resto, insomma, ha detto, "
        "ha aggiunto, ha spiegato, ha affermato, ha dichiarato, più tardi, successivamente, sì, no, comunque, "
        "di qui",
        "questa settimana, questa mattina, questa sera, questa notte, quest'anno",
    ),
    "ca": Openers(
        "ell, ella, ells, elles, jo, nosaltres, vosaltres",
        "el seu, la seva, els seus, les seves, aquest, aquesta, aquests, aquestes, això, allò, ambdós, ambdues, "
        "allà, aquí",
        "però, i, o, tanmateix, no obstant, mentrestant, a més, també, d'altra banda, per això, per tant, així, "
        "llavors, després, de fet, en canvi, és a dir, per exemple, alhora, finalment, per la seva banda, "
        "ha dit que, ha afegit",
        "aquesta setmana, aquest any, aquest matí, aquesta tarda, aquest dilluns, aquest dimarts, aquest dimecres, "
        "aquest dijous, aquest divendres, aquest dissabte, aquest diumenge",
    ),
    "nl": Openers(
        "hij, zij, ze, ik, wij, we, jij, je, u",
        "zijn, haar, hun, hem, hen, dit, dat, deze, die, beide, ons, onze, mijn, daar, hier, er, daarmee, "
        "daarvoor, daarbij, daarna, daarop, daarnaast, hiermee, zo'n, laatstgenoemde",
        "maar, en, of, want, dus, echter, toch, ook, bovendien, verder, intussen, ondertussen, tegelijkertijd, "
        "daarom, daardoor, vervolgens, toen, dan, zo, wel, niettemin, desondanks, bijvoorbeeld, inderdaad, kortom, "
        "anderzijds, overigens, later, eerder, inmiddels, nu, ja, nee",
        "er is, er zijn, er was, er waren, deze week, dit jaar, deze maand",
    ),
    "sv": Openers(
        "han, hon, de är, de har, de ska, de kan, de var, de vill, de kommer, dom, jag, vi, ni, du, hen",
        "hans, hennes, deras, dess, honom, henne, dem, denna, denne, detta, dessa, det är, det var, båda, vår, "
        "vårt, min, mitt, där, här, då",
        "men, och, eller, dock, samtidigt, under tiden, dessutom, också, därför, så, sedan, därefter, ändå, "
        "istället, i stället, till exempel, däremot, emellertid, alltså, vidare, senare, tidigare, nu, ja, nej, "
        "trots det",
    ),
    "da": Openers(
        "han, hun, de er, de har, de skal, de kan, de var, de vil, jeg, vi, du, man",
        "hans, hendes, deres, dens, dets, ham, hende, dem, denne, dette, disse, det er, det var, begge, vores, "
        "min, mit, der, her, da",
        "men, og, eller, dog, samtidig, imens, desuden, også, derfor, så, siden, derefter, alligevel, i stedet, "
        "for eksempel, derimod, imidlertid, altså, videre, senere, tidligere, nu, ja, nej, trods det",
    ),
    "nb": Openers(
        "han, hun, de er, de har, de skal, de kan, de var, de vil, jeg, vi, dere, du, man",
        "hans, hennes, deres, dens, dets, ham, henne, dem, denne, dette, disse, det er, det var, begge, vår, vårt, "
        "min, mitt, der, her, da",
        "men, og, eller, likevel, samtidig, imens, dessuten, også, derfor, så, siden, deretter, i stedet, "
        "for eksempel, derimod, imidlertid, altså, videre, senere, tidligere, nå, ja, nei, til tross for dette",
    ),
    "pl": Openers(
        "on, ona, oni, one, ono, ja, my, wy",
        "jego, jej, ich, jemu, mu, im, ten, ta, to, ci, te, tego, tej, tym, tych, obaj, oboje, obie, nasz, nasza, "
        "mój, moja, tam, tu, tutaj, taki, taka, takie, swoją, swoje",
        "ale, i, a, lub, albo, jednak, jednakże, tymczasem, ponadto, poza tym, także, również, dlatego, więc, "
        "zatem, potem, następnie, natomiast, zaś, mimo to, z kolei, na przykład, w rzeczywistości, jednocześnie, "
        "w końcu, w efekcie, wtedy, później, wcześniej, dodał, dodała, powiedział, powiedziała, podkreślił, "
        "podkreśliła, wyjaśnił, tak, czyli, zresztą",
    ),
    "cs": Openers(
        "on, ona, oni, ony, já, my, vy",
        "jeho, její, jejich, jemu, mu, jim, ten, ta, to, ti, ty, tento, tato, toto, tito, tyto, oba, obě, náš, "
        "naše, můj, moje, tam, tady, zde, takový, taková, takové, tu",
        "ale, a, i, nebo, však, avšak, přesto, mezitím, navíc, kromě toho, také, proto, tedy, pak, potom, poté, "
        "naopak, například, zároveň, nakonec, ovšem, jenže, tak, následně, později, dříve, dodal, dodala, řekl, "
        "řekla, uvedl, uvedla, ano, podle něj, podle ní, podle nich, přitom, totiž",
    ),
    "ru": Openers(
        "он, она, они, оно, я, мы, вы",
        "его, её, ее, их, ему, ей, им, этот, эта, это, эти, этого, этой, этих, тот, та, те, такой, такая, такие, "
        "оба, обе, наш, наша, мой, моя, там, тут, здесь, туда, оттуда",
        "но, и, а, или, однако, тем временем, между тем, кроме того, также, поэтому, так, затем, потом, при этом, "
        "в то же время, с другой стороны, например, в частности, наконец, тогда, впрочем, зато, более того, "
        "вместе с тем, ранее, позже, позднее, тем не менее, таким образом, следовательно, в свою очередь, да, "
        "по его словам, по ее словам, по её словам, по их словам, по его мнению, добавил, добавила, отметил, "
        "отметила, потому, напомним, до этого, после этого, в результате, в связи с этим, об этом, о том же, то есть, "
        "дело в том",
    ),
    "uk": Openers(
        "він, вона, вони, воно, я, ми, ви",
        "його, її, їх, їхній, їхня, йому, їй, їм, цей, ця, це, ці, цього, цієї, цих, той, та, ті, такий, така, "
        "такі, обидва, обидві, наш, наша, мій, моя, там, тут, туди, звідти",
        "але, і, й, а, або, однак, проте, тим часом, водночас, крім того, також, тому, так, потім, при цьому, "
        "з іншого боку, наприклад, зокрема, нарешті, тоді, втім, зате, натомість, до того ж, раніше, пізніше, "
        "отже, таким чином, у свою чергу, за його словами, за її словами, за їхніми словами, додав, додала, "
        "зазначив, зазначила, нагадаємо, після цього, до цього, у результаті, у зв'язку з цим, про це, тобто, "
        "справа в тому, окрім того",
    ),
    "ro": Openers(
        "el, ea, ei, ele, eu, noi, voi, dumnealui",
        "său, sa, săi, sale, lor, lui, acesta, aceasta, aceștia, acestea, acest, această, acești, aceste, acela, "
        "aceea, ambii, ambele, nostru, noastră, acolo, aici, asta",
        "dar, și, sau, însă, totuși, între timp, în plus, de asemenea, pe de altă parte, de aceea, prin urmare, "
        "astfel, apoi, ulterior, de fapt, în schimb, de exemplu, în același timp, în cele din urmă, atunci, "
        "așadar, la rândul său, a adăugat, a spus că, a precizat, a declarat că, mai târziu, da, "
        "potrivit acestuia, potrivit lui, deci",
        "această săptămână, acest an",
    ),
    "tr": Openers(
        "o, onlar, ben, biz, siz, kendisi",
        "onun, onların, ona, onu, bu, şu, bunlar, şunlar, bunun, bunu, buna, her ikisi, bizim, benim, orada, "
        "burada, böyle",
        "ama, fakat, ancak, ve, veya, yine de, bu arada, ayrıca, bunun yanı sıra, öte yandan, bu nedenle, "
        "bu yüzden, böylece, sonra, daha sonra, ardından, aslında, örneğin, aynı zamanda, sonunda, oysa, "
        "buna karşın, buna rağmen, bununla birlikte, dolayısıyla, evet, hayır, üstelik, nitekim",
        "bu yıl, bu hafta, bu ay, bu sabah, bu akşam, bu sezon",
    ),
    "el": Openers(
        "αυτός, αυτή, αυτοί, αυτές, εκείνος, εκείνη, εγώ, εμείς, εσείς",
        "αυτό, αυτά, αυτόν, αυτήν, του, της, τους, ο ίδιος, η ίδια, οι ίδιοι, τούτο, εκεί, εδώ, και οι δύο, αμφότεροι",
        "αλλά, και, ή, όμως, ωστόσο, εντούτοις, εν τω μεταξύ, επιπλέον, επίσης, από την άλλη, γι' αυτό, έτσι, "
        "τότε, μετά, έπειτα, στη συνέχεια, για παράδειγμα, ταυτόχρονα, παράλληλα, τέλος, άλλωστε, αντίθετα, "
        "συνεπώς, άρα, πρόσθεσε, είπε ότι, τόνισε ότι, ανέφερε ότι, σύμφωνα με τον ίδιο, σύμφωνα με την ίδια, ναι, "
        "όχι",
    ),
    "ar": Openers(
        "هو, هي, هم, هن, هما, أنا, نحن, وهو, وهي, وهم",
        "هذا, هذه, هؤلاء, ذلك, تلك, وهذا, وهذه, وذلك, وتلك, كلاهما, هناك, هنا, وهناك, إنه, إنها, وإنه, وإنها, كما أنه",
        "لكن, ولكن, غير أن, إلا أن, بيد أن, ومع ذلك, مع ذلك, في الوقت نفسه, وفي الوقت نفسه, بالإضافة إلى ذلك, "
        "علاوة على ذلك, من ناحية أخرى, ومن ناحية أخرى, لذلك, ولذلك, وبالتالي, ثم, وبعد ذلك, بعد ذلك, كما, أيضا, "
        "أيضًا, على سبيل المثال, في المقابل, وفي المقابل, من جانبه, من جانبها, ومن جانبه, وأضاف أن, وأضافت أن, "
        "وأضاف, وأضافت, وتابع, وتابعت, وأوضح أن, وأوضحت أن, وأشار إلى أن, وأشارت إلى أن, "
        "وأكدت أن, وشدد على أن, وشددت على أن, وبحسب نفس, وأكد أن, وقال إن, وقالت إن, وختم, نعم, وكان قد",
        "هذا العام, هذا الأسبوع",
    ),
    "fa": Openers(
        "او, وی, آنها, آن‌ها, ایشان, من, ما, شما",
        "این, آن, همین, همان, هر دو, آنجا, اینجا, این‌ها, اینها",
        "اما, ولی, و, یا, با این حال, در همین حال, در عین حال, همچنین, علاوه بر این, از سوی دیگر, بنابراین, بعد, "
        "سپس, پس از آن, پس, برای مثال, به عنوان مثال, در نهایت, در واقع, در مقابل, به گفته وی, به گفته او, همزمان, "
        "بله",
        "این هفته",
    ),
    "he": Openers(
        "הוא, היא, הם, הן, אני, אנחנו, אתם",
        "זה, זו, זאת, אלה, אלו, ההוא, ההיא, שניהם, שתיהן, שם, כאן, פה, שלו, שלה, אותו, אותה, לדבריו, לדבריה, לדבריהם",
        "אבל, אך, ו, או, אולם, עם זאת, בינתיים, בנוסף, כמו כן, גם, מצד שני, לכן, לפיכך, אז, לאחר מכן, אחר כך, "
        "למעשה, למשל, לדוגמה, במקביל, לבסוף, מנגד, בנוסף לכך, הוסיף כי, הוסיפה כי, אמר כי, אמרה כי, כן, מאוחר יותר",
    ),
    "hi": Openers(
        "वह, वे, वो, उन्होंने, उसने, मैं, मैंने, हम, हमने, आप",
        "उसका, उसकी, उसके, उनका, उनकी, उनके, उन्हें, उसे, उनसे, यह, ये, इस, इन, इसका, इसकी, इसके, इनका, इससे, "
        "इसमें, इसे, ऐसा, ऐसे, ऐसी, उस, दोनों, वहां, वहाँ, यहां, यहाँ, हमारा, हमारी, मेरा, मेरी",
        "लेकिन, मगर, परंतु, और, या, हालांकि, हालाँकि, इस बीच, इसके अलावा, साथ ही, वहीं, दूसरी ओर, इसलिए, तो, फिर, "
        "बाद में, इसके बाद, उदाहरण के लिए, दरअसल, आखिरकार, तब, हां, जबकि, इससे पहले, बता दें",
        "इस साल, इस सप्ताह, इस हफ्ते, इस महीने",
    ),
    "vi": Openers(
        "anh ta, anh ấy, cô ấy, cô ta, họ, chúng tôi, tôi, nó, ông ta, ông ấy, bà ấy, bà ta, ông này, bà này",
        "điều này, điều đó, việc này, việc đó, đây là, đây cũng, đó là, đó cũng, những người này, cả hai, ở đó, "
        "ở đây, nơi này, nơi đây, người này, số này, vụ việc này, vì thế, vì vậy, vì lý do này",
        "nhưng, và, hoặc, tuy nhiên, trong khi đó, ngoài ra, bên cạnh đó, đồng thời, mặt khác, do đó, do vậy, "
        "bởi vậy, sau đó, tiếp đó, trước đó, thực tế, ví dụ, chẳng hạn, cuối cùng, thậm chí, hơn nữa, như vậy, "
        "song, theo đó, còn, cũng, rồi, ngược lại, dù vậy, mặc dù vậy, vâng, cụ thể",
    ),
    "id": Openers(
        "dia, ia, mereka, beliau, saya, kami, kita, aku",
        "ini, itu, hal ini, hal itu, hal tersebut, keduanya, di sana, di sini, tersebut, inilah, itulah",
        "tetapi, tapi, namun, dan, atau, sementara itu, selain itu, juga, di sisi lain, oleh karena itu, "
        "karena itu, maka, jadi, kemudian, lalu, setelah itu, misalnya, contohnya, pada saat yang sama, akhirnya, "
        "meski demikian, meskipun demikian, walau begitu, sebaliknya, bahkan, menurutnya, katanya, sebelumnya, "
        "selanjutnya, ya, dengan demikian, lebih lanjut",
    ),
    "zh": Openers(
        "他, 她, 它, 他们, 她们, 它们, 我, 我们, 你, 你们, 他們, 她們, 我們",
        "这, 那, 这些, 那些, 其, 该, 此, 这里, 那里, 两人, 双方, 對此, 对此, 這, 這些, 該, 兩人, 雙方",
        "但, 但是, 然而, 不过, 不過, 而, 而且, 同时, 同時, 与此同时, 與此同時, 此外, 另外, 另一方面, 因此, 所以, "
        "于是, 於是, 然后, 然後, 之后, 之後, 随后, 隨後, 例如, 比如, 其实, 其實, 最后, 最後, 也, 还, 還, 并且, "
        "並且, 或者, 可是, 那么, 接着, 接著, 其中, 后来",
        "其他, 而立, 也门, 也門, 此前, 我国, 我國, 这个月, 该国总统",
    ),
    "ja": Openers(
        "彼, 彼女, 彼ら, 彼女ら, 私, 私たち, 我々, 僕, 俺, 同氏, 同社",
        "これ, それ, あれ, この, その, あの, ここ, そこ, これら, それら, こう, そう, こうした, そうした, 両者, "
        "両氏, こんな, そんな, 同署, 同省, 同庁, 同局, 同紙, 同法",
        "しかし, だが, でも, ところが, ただ, けれど, 一方, そして, また, さらに, 加えて, その上, そのため, "
        "このため, したがって, 従って, だから, それで, すると, 次に, その後, 例えば, たとえば, 実際, 最後に, "
        "つまり, なお, もっとも, とはいえ, ちなみに, はい, いや, ならば",
        "私立, 私鉄, 私大, 両国国技館, 一方的, 実際に起き, 次に控える",
    ),
    "ko": Openers(
        "그는, 그녀는, 그가, 그녀가, 그들은, 그들이, 나는, 우리는, 저는, 내가, 제가",
        "이는, 이것은, 그것은, 이들은, 이에, 이를, 이로, 이와, 그의, 그녀의, 그들의, 이런, 그런, 이러한, 그러한, "
        "이번에는, 거기에, 여기에, 이날, 두 사람은, 양측은, 이 같은, 해당",
        "그러나, 하지만, 그런데, 그리고, 또, 또한, 한편, 이어, 아울러, 반면, 따라서, 그래서, 때문에, 그러자, 이후, "
        "그 후, 예를 들어, 실제로, 마지막으로, 특히, 다만, 게다가, 그럼에도, 이에 따라, 즉, 그러면서, 그동안, "
        "앞서, 네, 아니",
        "이후 처음",
    ),
    "th": Openers(
        "เขา, เธอ, พวกเขา, ฉัน, ผม, เรา, มัน",
        "นี่, นั่น, สิ่งนี้, สิ่งนั้น, ทั้งสอง, ทั้งคู่, ที่นั่น, ที่นี่, เรื่องนี้",
        "แต่, และ, หรือ, อย่างไรก็ตาม, อย่างไรก็ดี, ขณะที่, ขณะเดียวกัน, ในขณะเดียวกัน, นอกจากนี้, นอกจากนั้น, "
        "ดังนั้น, จากนั้น, หลังจากนั้น, ต่อมา, เช่น, ตัวอย่างเช่น, ในที่สุด, ส่วน, ทั้งนี้, ซึ่ง, โดย, เพราะ, "
        "ก่อนหน้านี้",
        "ผมร่วง",
    ),
}

ADDITIVES: dict[str, str] = {
    "en": "also, too",
    "de": "auch, zudem, außerdem, ebenfalls",
    "fr": "également, aussi",
    "es": "también",
    "pt": "também",
    "it": "anche, inoltre",
    "ca": "també",
    "nl": "ook",
    "sv": "också, även",
    "da": "også",
    "nb": "også",
    "pl": "także, też, również",
    "cs": "také, též",
    "ru": "также, тоже",
    "uk": "також, теж",
    "ro": "asemenea",
    "tr": "ayrıca",
    "el": "επίσης",
    "ar": "أيضا, أيضًا",
    "fa": "همچنین",
    "he": "גם",
    "hi": "भी",
    "vi": "cũng",
    "id": "juga",
}
"""Words that, early in a sentence, say that something was said before: no headline has them."""

SAME_AS = {"nn": "nb", "no": "nb", "gl": "pt", "ms": "id", "yue": "zh"}
"""Languages near enough to borrow another's list until they have their own."""

UNSPACED = frozenset({"zh", "ja", "th", "yue"})
"""Languages where an opener need not end at a word's boundary."""
