"""English."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="en",
    cue_verbs=words(
        "said says say saying told tells tell telling stated states stating added adds adding announced announces "
        "declared declares wrote writes writing asked asks asking replied replies answered insisted insists "
        "claimed claims claiming argued argues arguing explained explains noted notes noting warned warns warning "
        "admitted admits acknowledged acknowledges continued continues concluded concludes tweeted tweets "
        "tweeting posted recalled recalls remarked remarks observed observes urged urges stressed stresses "
        "stressing reiterated asserted asserts emphasized emphasised emphasizing maintained maintains suggested "
        "suggests mentioned mentions described describes describing called calls calling criticized criticised "
        "slammed denounced denounces blasted dubbed labeled labelled branded responded responds reported reports "
        "quipped joked shouted yelled exclaimed chanted chanting commented comments agreed agrees confirmed "
        "confirms denied denies predicted predicts testified vowed vows pledged promised complained lamented "
        "boasted pointed points read reads accused accuses praised hailed conceded countered declaring thanked "
        "demanded joking repeated repeating thundered proclaimed characterized characterised alleged opined mused "
        "cautioned revealed revealing indicated cited deemed went referred concluding explaining replying "
        "responding referring insisting urging hinted whispered cried begged wondered snapped texted emailed "
        "e-mailed retorted retorts counters protested protests insist concedes confessed confesses confided "
        "confides disclosed discloses divulged elaborated elaborates emphasizes emphasises fumed groaned grumbled "
        "guessed implored interjected intoned laughed marveled marvelled muttered murmured objected objects "
        "ordered pleaded pleads pleading praises prayed preached promises quips rails railed ranted reasoned "
        "reassured rebuked recounted recounts reflected reflects reiterates rejoined relayed repeats reveals "
        "scoffed scoffs screamed sighed sneered speculated speculates stammered sums surmised swore taunted "
        "teased threatened threatens wailed warn welcomed welcomes yells advised advises advising affirmed "
        "affirms allege alleges apologized apologised appealed appeals assured assures attested averred bemoaned "
        "bellowed clarified clarifies cites complains concurred condemned condemns contended contends criticizes "
        "criticises decried decries deplored disputed exulted foresaw gushed implied implies informed informs "
        "instructed jokes judged laments lauded lauds posited proposed proposes quoted recommends recommended "
        "remembers remembered slams summarized summarised summed touted underlined underscored underscores "
        "volunteered worried worries blogged"
    ),
    cues_before=phrases(
        "according to|in the words of|as told by|quoting|in the view of|in the opinion of|as reported by|as stated by"
    ),
    he=words("he"),
    she=words("she"),
    they=words("they"),
    titles=words(
        "mr mrs ms miss dr prof professor sir lord dame president prime minister chancellor senator sen rep gov "
        "governor secretary general gen col lt sgt capt maj judge justice king queen prince princess pope bishop "
        "archbishop cardinal rev reverend father mayor congressman congresswoman representative commissioner "
        "ambassador vice-president officer detective sheriff colonel major chairman chairwoman attorney spokesman "
        "spokeswoman spokesperson leader deputy premier speaker imam rabbi sheikh coach baroness viscount earl "
        "duke duchess dean provost rector constable inspector superintendent cpl pvt brigadier admiral lieutenant "
        "corporal sergeant councillor councilor councilwoman councilman alderman assemblyman assemblywoman "
        "treasurer comptroller solicitor barrister economist analyst historian novelist actress co-founder "
        "founder president-elect principal headteacher headmaster headmistress nurse sens hon mp mep"
    ),
    roles=words(
        "spokesman spokeswoman spokesperson official officials minister president senator mayor governor "
        "chancellor secretary director chairman chairwoman leader leaders analyst analysts expert experts "
        "professor doctor lawyer lawyers attorney judge officer officers source sources aide aides adviser "
        "advisor advisers advisors strategist candidate nominee manager coach captain player author writer "
        "journalist reporter reporters editor critics scientist researchers researcher scientists economist "
        "economists diplomat diplomats ambassador commissioner chief head executive founder owner resident "
        "residents witness witnesses victim woman man women men mother father son daughter wife husband brother "
        "sister friend teacher student students activist activists protesters organizers operative pollster "
        "congressman congresswoman lawmaker lawmakers supporters voters actor actress singer star billionaire "
        "businessman mogul democrat republican insider insiders premier speaker boss prosecutor prosecutors "
        "investigators historian host anchor columnist veteran neighbor neighbour teenager driver user queen king "
        "prince princess pope co-founder vice-president chairperson chair councillor councilor councilman "
        "councilwoman headteacher headmaster headmistress principal nurse paramedic firefighter firefighters "
        "detective inspector superintendent sheriff constable solicitor barrister coroner ombudsman commander "
        "general colonel major lieutenant sergeant soldier admiral pilot engineer architect farmer farmers "
        "fisherman shopkeeper landlord tenant trader investor entrepreneur developer geologist biologist "
        "ecologist physicist chemist astronomer meteorologist forecaster climatologist psychologist psychiatrist "
        "sociologist anthropologist archaeologist epidemiologist virologist surgeon paediatrician pediatrician "
        "midwife physician theologian bishop archbishop cardinal priest pastor vicar imam rabbi monk nun novelist "
        "poet playwright screenwriter filmmaker producer composer musician conductor curator artist painter "
        "photographer designer chef restaurateur librarian lecturer academic academics commentator broadcaster "
        "presenter blogger youtuber goalkeeper striker defender midfielder quarterback pitcher sprinter swimmer "
        "cyclist champion referee widow widower grandmother grandfather grandson granddaughter uncle aunt cousin "
        "fiancé fiancée partner boyfriend girlfriend roommate colleague passenger tourist shopper commuter "
        "motorist survivor survivors bystander protester demonstrator volunteer volunteers campaigner campaigners "
        "trustee treasurer lobbyist consultant contractor undersecretary envoy negotiator"
    ),
    groups=words(
        "police government ministry company campaign white-house court report statement committee party "
        "department agency administration university study survey council commission union group organization "
        "organisation newspaper magazine network paper letter email memo website site post release document "
        "documents headline sign team club bank association foundation office embassy army military kremlin "
        "pentagon crowd poll book article story tweet complaint lawsuit filing message caption text note "
        "editorial guidelines law transcript watchdog regulator charity hospital airline retailer developer "
        "coalition alliance taskforce coastguard fbi cia nasa nato opposition treasury cabinet"
    ),
    feminine=words(
        "mrs ms miss lady dame queen princess congresswoman spokeswoman chairwoman actress woman mother duchess "
        "baroness councilwoman assemblywoman headmistress midwife nun widow grandmother granddaughter aunt "
        "fiancée girlfriend landlady daughter sister wife businesswoman"
    ),
    articles=words("the a an this that these those his her their its our my one another some"),
    numbers=words("one two three four five six some many several most another"),
    prepositions=words(
        "of in on at to for with by from about against after before during over under between among "
        "through into toward towards upon without within near like as than via per despite since "
        "until amid outside inside across"
    ),
    locatives=words("in near outside across throughout"),
    relatives=words("who which whom whose that when where while because if but and or so though although"),
    stops=words(
        "the a an this that these those he she it they we i you his her their its our my your and or but if when "
        "while as at by for from in into of on to with without after before since until then there here what who "
        "whom which why how not no yes so such some any all many much more most one two three four five six seven "
        "eight nine ten first second last next other another each every both few several however meanwhile "
        "moreover although though because still also even only just now today yesterday tomorrow is are was were "
        "be been being has have had do does did will would can could may might must shall should let well oh mr "
        "mrs ms dr according despite during whether unlike nobody everybody somebody everyone someone anyone "
        "nothing everything something following including photo earlier later once under over through against "
        "between about among like than too very again never always perhaps maybe instead nearly almost am pm "
        "asked quizzed"
    ),
    naming=words(
        "book film movie song album show series novel titled entitled called named dubbed known headlined term "
        "word words phrase article play documentary so-called podcast column essay nicknamed section single hit "
        "video game drama comedy magazine program programme operation project campaign category slogan hashtag "
        "commentary musical anthem exhibition sculpture painting poem ballad sitcom franchise trilogy memoir "
        "bestseller blog"
    ),
    calendar=words(
        "january february march april may june july august september october november december jan "
        "feb aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday "
        "christmas easter"
    ),
    subject_first=True,
)
