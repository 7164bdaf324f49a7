"""Finnish."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="fi",
    numerals=NumberWords(
        decimal=",",
        words={
            0: (
                "nolla nollan nollaa nollana nollaksi nollassa nollasta nollaan nollalla nollalta nollalle nollat "
                "nollien nollia nollina nolliksi nollissa nollista nolliin nollilla nollilta nollille nollas "
                "nollannen nollatta nollantena nollanneksi nollannessa nollannesta nollanteen nollannella "
                "nollannelta nollannelle nollannet nollansien nollansia nollansina nollansiksi nollansissa "
                "nollansista nollansiin nollannilla nollannilta nollannille"
            ),
            0.5: "puoli puolet puolen puolta puolikas",
            1: (
                "yksi yksien yksiä yksinä yksiksi yksissä yksistä yksiin yksillä yksiltä yksille yhden yhdessä "
                "yhdellä yhdestä yhdeksi yhdeltä yhdelle yhdet yhtä yhteen yhtenä ensimmäinen ensimmäi* ensimmäis* "
                "ainoa*"
            ),
            1.5: "puolitoista",
            2: (
                "kaksi kaksien kaksia kaksina kaksiksi kaksissa kaksista kaksiin kaksilla kaksilta kaksille kahden "
                "kahdet kahta kahteen kahtena toinen toista tois* kaksois* kaksin* kaksi* molem* molempi* kumpi* "
                "toise* pari* kaht* kahd*"
            ),
            3: (
                "kolme kolmen kolmea kolmena kolmeen kolmet kolmien kolmia kolmina kolmiin kolmas kolmansiksi "
                "kolmansissa kolmansista kolm* kolmann* kolmas*"
            ),
            4: (
                "neljän neljäs neljä neljää neljänä neljäksi neljässä neljästä neljään neljällä neljältä neljälle "
                "neljät neljien neljiä neljinä neljiksi neljissä neljistä neljiin neljillä neljiltä neljille "
                "neljättä neljä* neljän*"
            ),
            5: (
                "viisi viisien viisiä viisinä viisiksi viisissä viisistä viisiin viisillä viisiltä viisille viiden "
                "viideksi viidessä viidestä viidellä viideltä viidelle viidet viides viidettä viittä viitenä "
                "viiteen viide* viit* viisi*"
            ),
            6: (
                "kuusi kuusien kuusia kuusina kuusiksi kuusissa kuusista kuusiin kuusilla kuusilta kuusille kuuden "
                "kuudeksi kuudessa kuudesta kuudella kuudelta kuudelle kuudet kuudes kuudetta kuutta kuuteen "
                "kuutena kuude*"
            ),
            7: (
                "seitsemän seitsemää seitsemänä seitsemään seitsemät seitsemien seitsemiä seitseminä seitsemiin "
                "seitsemäs seitsemänneksi seitsemännessä seitsemännestä seitsemännellä seitsemänneltä "
                "seitsemännelle seitsemänsiksi seitsemänsissä seitsemänsistä seitsemännillä seitsemänniltä "
                "seitsemännille seitsem*"
            ),
            8: (
                "kahdeksan kahdeksaa kahdeksana kahdeksaksi kahdeksassa kahdeksasta kahdeksaan kahdeksalla "
                "kahdeksalta kahdeksalle kahdeksat kahdeksien kahdeksia kahdeksina kahdeksiksi kahdeksissa "
                "kahdeksista kahdeksiin kahdeksilla kahdeksilta kahdeksille kahdeksas kahdeksatta kahdeksa*"
            ),
            9: (
                "yhdeksän yhdeksää yhdeksänä yhdeksäksi yhdeksässä yhdeksästä yhdeksään yhdeksällä yhdeksältä "
                "yhdeksälle yhdeksät yhdeksien yhdeksiä yhdeksinä yhdeksiksi yhdeksissä yhdeksistä yhdeksiin "
                "yhdeksillä yhdeksiltä yhdeksille yhdeksäs yhdeksättä yhdeksä*"
            ),
            10: (
                "kymmenen kymmentä kymmenenä kymmeneen kymmenet kymmenien kymmeniä kymmeninä kymmeniin kymmenes "
                "kymmenenneksi kymmenennessä kymmenennestä kymmenennellä kymmenenneltä kymmenennelle kymmenensiksi "
                "kymmenensissä kymmenensistä kymmenennillä kymmenenniltä kymmenennille kymmen* vuosikymmen*"
            ),
            11: (
                "yksitoista yksientoista yksiätoista yksinätoista yksiksitoista yksissätoista yksistätoista "
                "yksiintoista yksillätoista yksiltätoista yksilletoista yhdentoista yhdestoista yhdeksitoista "
                "yhdessätoista yhdestätoista yhdellätoista yhdeltätoista yhdelletoista yhdettoista yhdennentoista "
                "yhdettätoista yhdentenätoista yhdenneksitoista yhdennessätoista yhdennestätoista yhdenteentoista "
                "yhdennellätoista yhdenneltätoista yhdennelletoista yhdennettoista yhdensientoista yhdensiätoista "
                "yhdensinätoista yhdensiksitoista yhdensissätoista yhdensistätoista yhdensiintoista "
                "yhdennillätoista yhdenniltätoista yhdennilletoista yhtätoista yhtenätoista yhteentoista"
            ),
            12: (
                "kaksitoista kaksientoista kaksiatoista kaksinatoista kaksiksitoista kaksissatoista kaksistatoista "
                "kaksiintoista kaksillatoista kaksiltatoista kaksilletoista kahdentoista kahdestoista "
                "kahdeksitoista kahdessatoista kahdestatoista kahdellatoista kahdeltatoista kahdelletoista "
                "kahdettoista kahdennentoista kahdettatoista kahdentenatoista kahdenneksitoista kahdennessatoista "
                "kahdennestatoista kahdenteentoista kahdennellatoista kahdenneltatoista kahdennelletoista "
                "kahdennettoista kahdensientoista kahdensiatoista kahdensinatoista kahdensiksitoista "
                "kahdensissatoista kahdensistatoista kahdensiintoista kahdennillatoista kahdenniltatoista "
                "kahdennilletoista kahtatoista kahtenatoista kahteentoista tusina*"
            ),
            13: (
                "kolmetoista kolmentoista kolmeatoista kolmenatoista kolmeksitoista kolmessatoista kolmestatoista "
                "kolmeentoista kolmellatoista kolmeltatoista kolmelletoista kolmettoista kolmientoista kolmiatoista "
                "kolminatoista kolmiksitoista kolmissatoista kolmistatoista kolmiintoista kolmillatoista "
                "kolmiltatoista kolmilletoista kolmastoista kolmannentoista kolmattatoista kolmantenatoista "
                "kolmanneksitoista kolmannessatoista kolmannestatoista kolmanteentoista kolmannellatoista "
                "kolmanneltatoista kolmannelletoista kolmannettoista kolmansientoista kolmansiatoista "
                "kolmansinatoista kolmansiksitoista kolmansissatoista kolmansistatoista kolmansiintoista "
                "kolmannillatoista kolmanniltatoista kolmannilletoista"
            ),
            14: (
                "neljätoista neljäntoista neljäätoista neljänätoista neljäksitoista neljässätoista neljästätoista "
                "neljääntoista neljällätoista neljältätoista neljälletoista neljättoista neljientoista neljiätoista "
                "neljinätoista neljiksitoista neljissätoista neljistätoista neljiintoista neljillätoista "
                "neljiltätoista neljilletoista neljästoista neljännentoista neljättätoista neljäntenätoista "
                "neljänneksitoista neljännessätoista neljännestätoista neljänteentoista neljännellätoista "
                "neljänneltätoista neljännelletoista neljännettoista neljänsientoista neljänsiätoista "
                "neljänsinätoista neljänsiksitoista neljänsissätoista neljänsistätoista neljänsiintoista "
                "neljännillätoista neljänniltätoista neljännilletoista"
            ),
            15: (
                "viisitoista viisientoista viisiätoista viisinätoista viisiksitoista viisissätoista viisistätoista "
                "viisiintoista viisillätoista viisiltätoista viisilletoista viidentoista viideksitoista "
                "viidessätoista viidestätoista viidellätoista viideltätoista viidelletoista viidettoista "
                "viidestoista viidennentoista viidettätoista viidentenätoista viidenneksitoista viidennessätoista "
                "viidennestätoista viidenteentoista viidennellätoista viidenneltätoista viidennelletoista "
                "viidennettoista viidensientoista viidensiätoista viidensinätoista viidensiksitoista "
                "viidensissätoista viidensistätoista viidensiintoista viidennillätoista viidenniltätoista "
                "viidennilletoista viittätoista viitenätoista viiteentoista"
            ),
            16: (
                "kuusitoista kuusientoista kuusiatoista kuusinatoista kuusiksitoista kuusissatoista kuusistatoista "
                "kuusiintoista kuusillatoista kuusiltatoista kuusilletoista kuudentoista kuudeksitoista "
                "kuudessatoista kuudestatoista kuudellatoista kuudeltatoista kuudelletoista kuudettoista "
                "kuudestoista kuudennentoista kuudettatoista kuudentenatoista kuudenneksitoista kuudennessatoista "
                "kuudennestatoista kuudenteentoista kuudennellatoista kuudenneltatoista kuudennelletoista "
                "kuudennettoista kuudensientoista kuudensiatoista kuudensinatoista kuudensiksitoista "
                "kuudensissatoista kuudensistatoista kuudensiintoista kuudennillatoista kuudenniltatoista "
                "kuudennilletoista kuuttatoista kuutenatoista kuuteentoista"
            ),
            17: (
                "seitsemäntoista seitsemäätoista seitsemänätoista seitsemäksitoista seitsemässätoista "
                "seitsemästätoista seitsemääntoista seitsemällätoista seitsemältätoista seitsemälletoista "
                "seitsemättoista seitsemientoista seitsemiätoista seitseminätoista seitsemiksitoista "
                "seitsemissätoista seitsemistätoista seitsemiintoista seitsemillätoista seitsemiltätoista "
                "seitsemilletoista seitsemästoista seitsemännentoista seitsemättätoista seitsemäntenätoista "
                "seitsemänneksitoista seitsemännessätoista seitsemännestätoista seitsemänteentoista "
                "seitsemännellätoista seitsemänneltätoista seitsemännelletoista seitsemännettoista "
                "seitsemänsientoista seitsemänsiätoista seitsemänsinätoista seitsemänsiksitoista "
                "seitsemänsissätoista seitsemänsistätoista seitsemänsiintoista seitsemännillätoista "
                "seitsemänniltätoista seitsemännilletoista"
            ),
            18: (
                "kahdeksantoista kahdeksaatoista kahdeksanatoista kahdeksaksitoista kahdeksassatoista "
                "kahdeksastatoista kahdeksaantoista kahdeksallatoista kahdeksaltatoista kahdeksalletoista "
                "kahdeksattoista kahdeksientoista kahdeksiatoista kahdeksinatoista kahdeksiksitoista "
                "kahdeksissatoista kahdeksistatoista kahdeksiintoista kahdeksillatoista kahdeksiltatoista "
                "kahdeksilletoista kahdeksastoista kahdeksannentoista kahdeksattatoista kahdeksantenatoista "
                "kahdeksanneksitoista kahdeksannessatoista kahdeksannestatoista kahdeksanteentoista "
                "kahdeksannellatoista kahdeksanneltatoista kahdeksannelletoista kahdeksannettoista "
                "kahdeksansientoista kahdeksansiatoista kahdeksansinatoista kahdeksansiksitoista "
                "kahdeksansissatoista kahdeksansistatoista kahdeksansiintoista kahdeksannillatoista "
                "kahdeksanniltatoista kahdeksannilletoista"
            ),
            19: (
                "yhdeksäntoista yhdeksäätoista yhdeksänätoista yhdeksäksitoista yhdeksässätoista yhdeksästätoista "
                "yhdeksääntoista yhdeksällätoista yhdeksältätoista yhdeksälletoista yhdeksättoista yhdeksientoista "
                "yhdeksiätoista yhdeksinätoista yhdeksiksitoista yhdeksissätoista yhdeksistätoista yhdeksiintoista "
                "yhdeksillätoista yhdeksiltätoista yhdeksilletoista yhdeksästoista yhdeksännentoista "
                "yhdeksättätoista yhdeksäntenätoista yhdeksänneksitoista yhdeksännessätoista yhdeksännestätoista "
                "yhdeksänteentoista yhdeksännellätoista yhdeksänneltätoista yhdeksännelletoista yhdeksännettoista "
                "yhdeksänsientoista yhdeksänsiätoista yhdeksänsinätoista yhdeksänsiksitoista yhdeksänsissätoista "
                "yhdeksänsistätoista yhdeksänsiintoista yhdeksännillätoista yhdeksänniltätoista yhdeksännilletoista"
            ),
            20: (
                "kahdenkymmenen kahdeksikymmeneksi kahdessakymmenessä kahdestakymmenestä kahdellakymmenellä "
                "kahdeltakymmeneltä kahdellekymmenelle kahdeskymmenes kahdennenkymmenennen kahdettakymmenettä "
                "kahdentenakymmenentenä kahdenneksikymmenenneksi kahdennessakymmenennessä kahdennestakymmenennestä "
                "kahdenteenkymmenenteen kahdennellakymmenennellä kahdenneltakymmenenneltä kahdennellekymmenennelle "
                "kahdennetkymmenennet kahdensienkymmenensien kahdensiakymmenensiä kahdensinakymmenensinä "
                "kahdensiksikymmenensiksi kahdensissakymmenensissä kahdensistakymmenensistä kahdensiinkymmenensiin "
                "kahdennillakymmenennillä kahdenniltakymmenenniltä kahdennillekymmenennille kaksikymmentä "
                "kaksienkymmenien kaksiakymmeniä kaksinakymmeninä kaksiksikymmeniksi kaksissakymmenissä "
                "kaksistakymmenistä kaksiinkymmeniin kaksillakymmenillä kaksiltakymmeniltä kaksillekymmenille "
                "kahtakymmentä kahtenakymmenenä kahteenkymmeneen kaksikymmentä* kahdenkymmen*"
            ),
            30: (
                "kolmekymmentä kolmenkymmenen kolmeakymmentä kolmenakymmenenä kolmeksikymmeneksi kolmessakymmenessä "
                "kolmestakymmenestä kolmeenkymmeneen kolmellakymmenellä kolmeltakymmeneltä kolmellekymmenelle "
                "kolmienkymmenien kolmiakymmeniä kolminakymmeninä kolmiksikymmeniksi kolmissakymmenissä "
                "kolmistakymmenistä kolmiinkymmeniin kolmillakymmenillä kolmiltakymmeniltä kolmillekymmenille "
                "kolmaskymmenes kolmannenkymmenennen kolmattakymmenettä kolmantenakymmenentenä "
                "kolmanneksikymmenenneksi kolmannessakymmenennessä kolmannestakymmenennestä kolmanteenkymmenenteen "
                "kolmannellakymmenennellä kolmanneltakymmenenneltä kolmannellekymmenennelle kolmannetkymmenennet "
                "kolmansienkymmenensien kolmansiakymmenensiä kolmansinakymmenensinä kolmansiksikymmenensiksi "
                "kolmansissakymmenensissä kolmansistakymmenensistä kolmansiinkymmenensiin kolmannillakymmenennillä "
                "kolmanniltakymmenenniltä kolmannillekymmenennille kolmekymmentä* kolmenkymmen*"
            ),
            40: (
                "neljäkymmentä neljänkymmenen neljääkymmentä neljänäkymmenenä neljäksikymmeneksi neljässäkymmenessä "
                "neljästäkymmenestä neljäänkymmeneen neljälläkymmenellä neljältäkymmeneltä neljällekymmenelle "
                "neljienkymmenien neljiäkymmeniä neljinäkymmeninä neljiksikymmeniksi neljissäkymmenissä "
                "neljistäkymmenistä neljiinkymmeniin neljilläkymmenillä neljiltäkymmeniltä neljillekymmenille "
                "neljäskymmenes neljännenkymmenennen neljättäkymmenettä neljäntenäkymmenentenä "
                "neljänneksikymmenenneksi neljännessäkymmenennessä neljännestäkymmenennestä neljänteenkymmenenteen "
                "neljännelläkymmenennellä neljänneltäkymmenenneltä neljännellekymmenennelle neljännetkymmenennet "
                "neljänsienkymmenensien neljänsiäkymmenensiä neljänsinäkymmenensinä neljänsiksikymmenensiksi "
                "neljänsissäkymmenensissä neljänsistäkymmenensistä neljänsiinkymmenensiin neljännilläkymmenennillä "
                "neljänniltäkymmenenniltä neljännillekymmenennille neljäkymmentä* neljänkymmen*"
            ),
            50: (
                "viisikymmentä viisienkymmenien viisiäkymmeniä viisinäkymmeninä viisiksikymmeniksi "
                "viisissäkymmenissä viisistäkymmenistä viisiinkymmeniin viisilläkymmenillä viisiltäkymmeniltä "
                "viisillekymmenille viidenkymmenen viideksikymmeneksi viidessäkymmenessä viidestäkymmenestä "
                "viidelläkymmenellä viideltäkymmeneltä viidellekymmenelle viideskymmenes viidennenkymmenennen "
                "viidettäkymmenettä viidentenäkymmenentenä viidenneksikymmenenneksi viidennessäkymmenennessä "
                "viidennestäkymmenennestä viidenteenkymmenenteen viidennelläkymmenennellä viidenneltäkymmenenneltä "
                "viidennellekymmenennelle viidennetkymmenennet viidensienkymmenensien viidensiäkymmenensiä "
                "viidensinäkymmenensinä viidensiksikymmenensiksi viidensissäkymmenensissä viidensistäkymmenensistä "
                "viidensiinkymmenensiin viidennilläkymmenennillä viidenniltäkymmenenniltä viidennillekymmenennille "
                "viittäkymmentä viitenäkymmenenä viiteenkymmeneen viisikymmentä* viidenkymmen*"
            ),
            60: (
                "kuusikymmentä kuusienkymmenien kuusiakymmeniä kuusinakymmeninä kuusiksikymmeniksi "
                "kuusissakymmenissä kuusistakymmenistä kuusiinkymmeniin kuusillakymmenillä kuusiltakymmeniltä "
                "kuusillekymmenille kuudenkymmenen kuudeksikymmeneksi kuudessakymmenessä kuudestakymmenestä "
                "kuudellakymmenellä kuudeltakymmeneltä kuudellekymmenelle kuudeskymmenes kuudennenkymmenennen "
                "kuudettakymmenettä kuudentenakymmenentenä kuudenneksikymmenenneksi kuudennessakymmenennessä "
                "kuudennestakymmenennestä kuudenteenkymmenenteen kuudennellakymmenennellä kuudenneltakymmenenneltä "
                "kuudennellekymmenennelle kuudennetkymmenennet kuudensienkymmenensien kuudensiakymmenensiä "
                "kuudensinakymmenensinä kuudensiksikymmenensiksi kuudensissakymmenensissä kuudensistakymmenensistä "
                "kuudensiinkymmenensiin kuudennillakymmenennillä kuudenniltakymmenenniltä kuudennillekymmenennille "
                "kuuttakymmentä kuutenakymmenenä kuuteenkymmeneen kuusikymmentä* kuudenkymmen*"
            ),
            70: (
                "seitsemänkymmentä seitsemänkymmenen seitsemääkymmentä seitsemänäkymmenenä seitsemäksikymmeneksi "
                "seitsemässäkymmenessä seitsemästäkymmenestä seitsemäänkymmeneen seitsemälläkymmenellä "
                "seitsemältäkymmeneltä seitsemällekymmenelle seitsemienkymmenien seitsemiäkymmeniä "
                "seitseminäkymmeninä seitsemiksikymmeniksi seitsemissäkymmenissä seitsemistäkymmenistä "
                "seitsemiinkymmeniin seitsemilläkymmenillä seitsemiltäkymmeniltä seitsemillekymmenille "
                "seitsemäskymmenes seitsemännenkymmenennen seitsemättäkymmenettä seitsemäntenäkymmenentenä "
                "seitsemänneksikymmenenneksi seitsemännessäkymmenennessä seitsemännestäkymmenennestä "
                "seitsemänteenkymmenenteen seitsemännelläkymmenennellä seitsemänneltäkymmenenneltä "
                "seitsemännellekymmenennelle seitsemännetkymmenennet seitsemänsienkymmenensien "
                "seitsemänsiäkymmenensiä seitsemänsinäkymmenensinä seitsemänsiksikymmenensiksi "
                "seitsemänsissäkymmenensissä seitsemänsistäkymmenensistä seitsemänsiinkymmenensiin "
                "seitsemännilläkymmenennillä seitsemänniltäkymmenenniltä seitsemännillekymmenennille "
                "seitsemänkymmentä* seitsemänkymmen*"
            ),
            80: (
                "kahdeksankymmentä kahdeksankymmenen kahdeksaakymmentä kahdeksanakymmenenä kahdeksaksikymmeneksi "
                "kahdeksassakymmenessä kahdeksastakymmenestä kahdeksaankymmeneen kahdeksallakymmenellä "
                "kahdeksaltakymmeneltä kahdeksallekymmenelle kahdeksienkymmenien kahdeksiakymmeniä "
                "kahdeksinakymmeninä kahdeksiksikymmeniksi kahdeksissakymmenissä kahdeksistakymmenistä "
                "kahdeksiinkymmeniin kahdeksillakymmenillä kahdeksiltakymmeniltä kahdeksillekymmenille "
                "kahdeksaskymmenes kahdeksannenkymmenennen kahdeksattakymmenettä kahdeksantenakymmenentenä "
                "kahdeksanneksikymmenenneksi kahdeksannessakymmenennessä kahdeksannestakymmenennestä "
                "kahdeksanteenkymmenenteen kahdeksannellakymmenennellä kahdeksanneltakymmenenneltä "
                "kahdeksannellekymmenennelle kahdeksannetkymmenennet kahdeksansienkymmenensien "
                "kahdeksansiakymmenensiä kahdeksansinakymmenensinä kahdeksansiksikymmenensiksi "
                "kahdeksansissakymmenensissä kahdeksansistakymmenensistä kahdeksansiinkymmenensiin "
                "kahdeksannillakymmenennillä kahdeksanniltakymmenenniltä kahdeksannillekymmenennille "
                "kahdeksankymmentä* kahdeksankymmen*"
            ),
            90: (
                "yhdeksänkymmentä yhdeksänkymmenen yhdeksääkymmentä yhdeksänäkymmenenä yhdeksäksikymmeneksi "
                "yhdeksässäkymmenessä yhdeksästäkymmenestä yhdeksäänkymmeneen yhdeksälläkymmenellä "
                "yhdeksältäkymmeneltä yhdeksällekymmenelle yhdeksienkymmenien yhdeksiäkymmeniä yhdeksinäkymmeninä "
                "yhdeksiksikymmeniksi yhdeksissäkymmenissä yhdeksistäkymmenistä yhdeksiinkymmeniin "
                "yhdeksilläkymmenillä yhdeksiltäkymmeniltä yhdeksillekymmenille yhdeksäskymmenes "
                "yhdeksännenkymmenennen yhdeksättäkymmenettä yhdeksäntenäkymmenentenä yhdeksänneksikymmenenneksi "
                "yhdeksännessäkymmenennessä yhdeksännestäkymmenennestä yhdeksänteenkymmenenteen "
                "yhdeksännelläkymmenennellä yhdeksänneltäkymmenenneltä yhdeksännellekymmenennelle "
                "yhdeksännetkymmenennet yhdeksänsienkymmenensien yhdeksänsiäkymmenensiä yhdeksänsinäkymmenensinä "
                "yhdeksänsiksikymmenensiksi yhdeksänsissäkymmenensissä yhdeksänsistäkymmenensistä "
                "yhdeksänsiinkymmenensiin yhdeksännilläkymmenennillä yhdeksänniltäkymmenenniltä "
                "yhdeksännillekymmenennille yhdeksänkymmentä* yhdeksänkymmen*"
            ),
            100: "vuosisata* vuosisad*",
        },
        scales={
            100: "sata sataa sadan sadat",
            1000: "tuhat tuhatta tuhannen tuhansia tuhansien",
            1_000_000: "miljoona* miljoonaa miljoonan milj",
            1_000_000_000: "miljardi* mrd",
            1_000_000_000_000: "biljoona*",
        },
        joiners="ja",
        months=(
            "tammiku*",
            "helmiku*",
            "maalisku*",
            "huhtiku*",
            "toukoku*",
            "kesäku*",
            "heinäku*",
            "eloku*",
            "syysku*",
            "lokaku*",
            "marrasku*",
            "jouluku*",
        ),
        weekdays=(
            "maanantai*",
            "tiistai*",
            "keskiviik*",
            "torstai*",
            "perjantai*",
            "lauantai*",
            "sunnuntai*",
        ),
        afternoon="iltapäiv illalla yöllä ip",
    ),
    polarity=PolarityWords(
        negations=words(
            "ei en et emme ette eivät älä älkää älköön eikä eivätkä enkä emmekä eihän eipä eikö eivätkö ellei "
            "elleivät eiköhän ettei etteivät etten ettet ettemme ettette vaikkei vaikkeivät muttei mutteivät mutten "
            "jollei jolleivät koskei koskeivät jottei jotteivät ellen ellemme eikös joskei"
        ),
        weak=words(
            "ilman kielsi kieltää kielsivät kieltävät kiistää kiisti kiistivät kieltäytyi kieltäytyy kieltäytyivät "
            "hylkäsi hylkäsivät puute puutetta puuttuu puuttui puuttuvat puutteen epäonnistui epäonnistuivat "
            "epäonnistunut mahdotonta mahdoton laiton laitonta laittomasti laittoman laittomia tuskin harvoin "
            "kielletty kiellettyä kielto kiellon estää esti estävät estämään estämiseksi välttää vältti välttämään "
            "lakkasi harvinaista vailla lopetti"
        ),
        weak_starts=words("epä"),
        weak_ends=words(
            "matta mättä mattakaan mättäkään aton atonta atoman atomia atomien atomat atomasti atomaksi atomuus "
            "atomuuden atomaan atomana atomista atomassa atomalla eton etonta etoman etomia etomien etomat etomasti "
            "etomaksi etomuus etomuuden etomaan etomana etomista etomassa etomalla iton itonta itoman itomia itomien "
            "itomat itomasti itomaksi itomuus itomuuden itomaan itomana itomista itomassa itomalla otonta otoman "
            "otomia otomien otomat otomasti otomaksi otomuus otomuuden otomaan otomana otomista otomassa otomalla "
            "uton utonta utoman utomia utomien utomat utomasti utomaksi utomuus utomuuden utomaan utomana utomista "
            "utomassa utomalla ytön ytöntä ytömän ytömiä ytömien ytömät ytömästi ytömäksi ytömyys ytömyyden ytömään "
            "ytömänä ätön ätöntä ätömän ätömiä ätömien ätömät ätömästi ätömäksi ätömyys ätömyyden ätömään ätömänä "
            "ötön ötöntä ötömän ötömiä ötömien ötömät ötömästi ötömäksi ötömyys ötömyyden ötömään ötömänä etön etöntä "
            "etömän etömiä etömien etömät etömästi etömäksi etömyys etömyyden etömään etömänä itön itöntä itömän "
            "itömiä itömien itömät itömästi itömäksi itömyys itömyyden itömään itömänä"
        ),
        spared=words("epäil epäro"),
        idioms=phrases(
            "ei vain|ei ainoastaan|ei pelkästään|vai ei|tai ei|ei suinkaan vain|eikä vain|ei ole pelkästään|"
            "ei edes pelkästään"
        ),
        hedges=phrases(
            "ehkä|mahdollisesti|todennäköisesti|luultavasti|kenties|väitetysti|väitetty|oletettu|oletettavasti|"
            "ilmeisesti|saattaa|saattavat|saattoi|voi|voisi|voisivat|voivat|lienee|tiettävästi|epäilty|epäillään|"
            "epäillyt|näyttää|odotetaan|mahdollinen|mahdollista|arviolta"
        ),
    ),
)
