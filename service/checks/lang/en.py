"""English."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords
from service.text.lang.base import phrases, words

WORDS = CheckWords(
    code="en",
    numerals=NumberWords(
        decimal=".",
        words={
            0: "nil no none zero zeroth",
            0.25: "quarter",
            0.5: "half",
            1: "once single a an one first",
            2: "twice both pair couple twins dual bi half two second double*",
            3: "triple thrice trio third thirds three",
            4: "quadruple quarter four fourth",
            5: "quintuple five fifth fifth*",
            6: "sextuple six sixth",
            7: "seven seventh",
            8: "eight eighth eighth*",
            9: "nine ninth ninth*",
            10: "tens ten tenth decade*",
            11: "eleven eleventh",
            12: "twelfth twelve midnight dozen*",
            13: "thirteen thirteenth",
            14: "fortnight fourteen fourteenth",
            15: "fifteen fifteenth",
            16: "sixteen sixteenth",
            17: "seventeen seventeenth",
            18: "eighteen eighteenth",
            19: "nineteen nineteenth",
            20: "twenties twent*",
            30: "thirties thirty thirtieth",
            40: "forties forty fortieth fourty",
            50: "fifties fifty fiftieth",
            60: "sixties sixty sixtieth",
            70: "seventies seventy seventieth",
            80: "eighties eighty eightieth",
            90: "nineties ninety ninetieth",
            100: "century centenary centennial",
            200: "bicentenary bicentennial",
        },
        scales={
            100: "hundred hundreds hundredth",
            1000: "thousand thousands thousandth",
            100_000: "lakh* lac",
            1_000_000: "million* mln mn",
            10_000_000: "crore*",
            1_000_000_000: "billion* bln bn",
            1_000_000_000_000: "trillion* trn",
        },
        joiners="and a an of half",
        months=(
            "january jan",
            "february feb",
            "march? mar?",
            "april apr?",
            "may?",
            "june jun?",
            "july jul?",
            "august? aug?",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        weekdays=(
            "monday*",
            "tuesday*",
            "wednesday*",
            "thursday*",
            "friday*",
            "saturday*",
            "sunday*",
        ),
        afternoon="afternoon evening night noon midnight",
    ),
    polarity=PolarityWords(
        negations=words(
            "not no never nobody none nothing neither nor nowhere cannot don't doesn't didn't isn't aren't wasn't "
            "weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't mustn't needn't ain't mightn't "
            "shan't dont doesnt didnt cant wont"
        ),
        weak=words(
            "without deny denies denied denying denial refuse refuses refused refusing refusal fail fails failed "
            "failing failure lack lacks lacked lacking reject rejects rejected rejecting rejection unable impossible "
            "illegal illegally unless absence absent avoid avoids avoided avoiding prevent prevents prevented "
            "preventing prohibit prohibits prohibited prohibiting ban bans banned banning forbid forbids forbidden "
            "cease ceased hardly barely scarcely rarely seldom little few non incapable inability insufficient "
            "inadequate inaccurate incorrect incomplete invalid invisible inconsistent indefinite infrequent informal "
            "inactive inappropriate ineffective inevitable irregular irrelevant irresponsible irreversible immoral "
            "immature immobile imperfect improper inexperienced illegitimate illiterate dissatisfied disagree "
            "disagrees disagreed disapprove oppose opposed opposes stop stopped exclude excluded excluding except "
            "instead doubt doubts doubtful free invulnerable untouched rather devoid deficient trouble difficult "
            "difficulty difficulties less fewer minimal minimally limited abort aborted contradict contradicts "
            "contradicted infinite infinitely hamper hampered restricted lest opposite reluctant scarce scarcity "
            "block blocked blocks disagreement minimum impossibly outlaw outlawed shortage dismiss dismissed "
            "dismisses dispute disputes disputed abandon abandoned withhold withheld abstain abstained exempt "
            "exempted inconceivable defiance nonsense defied defies unthinkable disqualified disqualifies ineligible "
            "absentia immune impunity"
        ),
        weak_starts=words(
            "un non irre irra inadm inadeq inacc inapp inelig inexpl inexc insuff intoler invalid inconc incap imposs "
            "improb illog"
        ),
        weak_ends=words("less"),
        spared=words(
            "under united unit uni unto until uncle unless unesco unfort unveil nevertheless nonetheless undoub "
            "undertak regardless wireless endless countless doubtless priceless unanim nonethe"
        ),
        weak_phrases=phrases(
            "far from|away from|other than|free of|free from|as opposed to|remain the same|remains the same|"
            "remained the same|ruled out|rule out|call off|called off|turned down|turn down|yet to|all but|"
            "running out|ran out|run out|no longer than|anything but|ran dry|short of|kept from|keep away|"
            "stay away|stayed away|steer clear|too good to|hold back|held back|declined to|declines to|"
            "declining to|decline to|has still to|have still to|refrain from|refrained from"
        ),
        idioms=phrases(
            "not only|not just|no doubt|nothing but|no matter|not least|not merely|none other than|"
            "not to mention|or not|no sooner|can't help|cannot help|cannot but|no. 1|no wonder|not simply|"
            "not solely|no less than|no fewer than|if not|little or no|not forgetting|not so much|not alone|"
            "not unlike|not uncommon|why not|isn't it time|no-hitter|no hitter|no brainer|no-brainer|"
            "nowhere more|not until|whether or not"
        ),
        hedges=phrases(
            "may|might|could|possibly|perhaps|maybe|probably|likely|allegedly|reportedly|apparently|purportedly|"
            "supposedly|presumably|alleged|purported|expected to|believed to|thought to|said to|rumoured|rumored|"
            "rumors|rumours|suspected|appears to|appeared to|appear to|seems to|seem to|seemed to|potentially|"
            "claims|claimed|claiming|alleges|alleging|unconfirmed"
        ),
        idiom_pattern=(
            r"(?:no\.? ?\d+|may,? \d+|\d\d? may|(?:in|of|since|until|by|early|late|last|on|mid|next|from|"
            r"to) may(?! be| have| not)|no (?:\w+er|more|less|sooner) than)\b|\w{2,6}n't (?:it|they|he|she|you|we|"
            "there|i)(?= ?[?.])"
        ),
    ),
)
