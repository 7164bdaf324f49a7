"""How a word sounds, roughly, in one alphabet: names are compared by it across scripts.

A word becomes a string of eleven classes of sounds: the vowels A, E and O, H, and consonants by where they are spoken:
P (b, p), F (f, v, w), K (g, k, q), S (all that hiss), T (d, t), L, R, M and N. The sound of a letter is taken from
Unicode's own name of it ("DEVANAGARI LETTER KHA"), from a table where that tells something else (Cyrillic, Greek,
Hebrew, Arabic), and of Chinese characters from the order of GB 2312, whose 3,755 common characters are sorted by their
reading in pinyin. Japanese readings of Chinese characters cannot be known this way.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from service.text.lang.base import words

_PINYIN = (
    "a啊 ai埃 an鞍 ang肮 ao凹 ba芭 bai白 ban斑 bang邦 bao苞 bei杯 ben奔 beng崩 bi逼 bian鞭 biao标 bie鳖 bin彬 "
    "bing兵 bo玻 bu捕 ca擦 cai猜 can餐 cang苍 cao操 ce厕 ceng层 cha插 chai拆 chan搀 chang昌 chao超 che车 chen郴 "
    "cheng撑 chi吃 chong充 chou抽 chu初 chuai揣 chuan川 chuang疮 chui吹 chun春 chuo戳 ci疵 cong聪 cou凑 cu粗 "
    "cuan蹿 cui摧 cun村 cuo磋 da搭 dai呆 dan耽 dang当 dao刀 de德 deng蹬 di堤 dian颠 diao碉 die跌 ding丁 diu丢 "
    "dong东 dou兜 du督 duan端 dui堆 dun墩 duo掇 e蛾 en恩 er而 fa发 fan藩 fang坊 fei菲 fen芬 feng丰 fo佛 fou否 "
    "fu夫 ga噶 gai该 gan干 gang冈 gao篙 ge哥 gei给 gen根 geng耕 gong工 gou钩 gu辜 gua刮 guai乖 guan棺 guang光 "
    "gui瑰 gun辊 guo锅 ha哈 hai骸 han酣 hang夯 hao壕 he呵 hei嘿 hen痕 heng哼 hong轰 hou喉 hu呼 hua花 huai槐 "
    "huan欢 huang荒 hui灰 hun荤 huo豁 ji击 jia嘉 jian歼 jiang僵 jiao蕉 jie揭 jin巾 jing荆 jiong炯 jiu揪 ju鞠 "
    "juan捐 jue撅 jun均 ka喀 kai开 kan刊 kang康 kao考 ke坷 ken肯 keng坑 kong空 kou抠 ku枯 kua夸 kuai块 kuan宽 "
    "kuang匡 kui亏 kun坤 kuo括 la垃 lai莱 lan蓝 lang琅 lao捞 le勒 lei雷 leng棱 li厘 lia俩 lian联 liang粮 liao撩 "
    "lie列 lin琳 ling玲 liu溜 long龙 lou楼 lu芦 luan峦 lue掠 lun抡 luo萝 ma妈 mai埋 man瞒 mang芒 mao猫 me么 "
    "mei玫 men门 meng萌 mi眯 mian棉 miao苗 mie蔑 min民 ming明 miu谬 mo摸 mou谋 mu拇 na拿 nai氖 nan南 nang囊 "
    "nao挠 ne呢 nei馁 nen嫩 neng能 ni妮 nian蔫 niang娘 niao鸟 nie捏 nin您 ning柠 niu牛 nong脓 nu奴 nuan暖 nue虐 "
    "nuo挪 o哦 ou欧 pa啪 pai拍 pan攀 pang乓 pao抛 pei呸 pen喷 peng砰 pi坯 pian篇 piao飘 pie撇 pin拼 ping乒 po坡 "
    "pu扑 qi期 qia掐 qian牵 qiang枪 qiao橇 qie切 qin钦 qing青 qiong琼 qiu秋 qu趋 quan圈 que缺 qun裙 ran然 rang瓤 "
    "rao饶 re惹 ren壬 reng扔 ri日 rong戎 rou揉 ru茹 ruan软 rui蕊 run闰 ruo若 sa撒 sai腮 san三 sang桑 sao搔 se瑟 "
    "sen森 seng僧 sha莎 shai筛 shan珊 shang墒 shao梢 she奢 shen砷 sheng声 shi师 shou收 shu蔬 shua刷 shuai摔 "
    "shuan栓 shuang霜 shui谁 shun吮 shuo说 si斯 song松 sou搜 su苏 suan酸 sui虽 sun孙 suo蓑 ta塌 tai胎 tan坍 "
    "tang汤 tao掏 te特 teng藤 ti梯 tian天 tiao挑 tie贴 ting厅 tong通 tou偷 tu凸 tuan湍 tui推 tun吞 tuo拖 wa挖 "
    "wai歪 wan豌 wang汪 wei威 wen瘟 weng嗡 wo挝 wu巫 xi昔 xia瞎 xian掀 xiang相 xiao萧 xie楔 xin薪 xing星 xiong兄 "
    "xiu休 xu墟 xuan轩 xue靴 xun勋 ya压 yan焉 yang殃 yao邀 ye椰 yi一 yin茵 ying英 yo哟 yong拥 you幽 yu迂 yuan鸳 "
    "yue曰 yun耘 za匝 zai栽 zan咱 zang赃 zao遭 ze责 zei贼 zen怎 zeng增 zha扎 zhai摘 zhan瞻 zhang樟 zhao招 zhe遮 "
    "zhen珍 zheng蒸 zhi芝 zhong中 zhou舟 zhu珠 zhua抓 zhuai拽 zhuan专 zhuang桩 zhui椎 zhun谆 zhuo捉 zi兹 zong鬃 "
    "zou邹 zu租 zuan钻 zui嘴 zun尊 zuo昨"
)

# Level 2 of GB 2312 is sorted by radical; these of it spell foreign names.
_RARE = "娅:ya 黛:dai 珀:po 茜:xi 琪:qi 薇:wei 缇:ti 祎:yi 芙:fu 彤:tong 昊:hao 烨:ye 玮:wei 玥:yue 琨:kun"
_MORE_PINYIN = dict(entry.split(":") for entry in _RARE.split())
_STARTS = sorted((entry[-1].encode("gb2312"), entry[:-1]) for entry in _PINYIN.split())
_FIRST_BYTES = [start for start, _ in _STARTS]
_LEVEL_1, _LEVEL_2 = b"\xb0\xa1", b"\xd8\xa1"

_SPELLED = (
    "ßss æae œoe þth ðd đd łl øo ıi əe ŋng аa бb вv гg ґg дd еe ёo єe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs "
    "тt уu ўv фf хkh цts чch шsh щsh ъ ыi ь эe юiu яia јi љl њn ћch ђdj џdj ѓg ќk ѕz ѝi αa βv γg δd εe ζz ηi θth "
    "ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χkh ψps ωo א בb גg דd הh וo זz חkh טt יi כk ךk לl מm םm נn ןn סs "
    "ע פp ףp צts ץts קk רr שsh תt ء آa أ ؤ إ ئ اa بb ةt تt ثth جj حh خkh دd ذd رr زz سs شsh صs ضd طt ظz عa غg فf "
    "قk كk لl مm نn هh وo ىi يi پp چch ژzh کk گg ڭg یi ٹt ڈd ۀh ےi ہh ھh"
)
_SOUNDS = {entry[0]: entry[1:] for entry in _SPELLED.split()}
_INDIC = words("DEVANAGARI BENGALI GURMUKHI GUJARATI TAMIL TELUGU KANNADA MALAYALAM ORIYA SINHALA")
_KANA = frozenset(("KATAKANA", "HIRAGANA"))


def _by_unicode_name(character: str) -> str:
    """What the letter's name in Unicode tells of its sound; nothing for signs that have none."""
    words = unicodedata.name(character, "").split()
    if len(words) < 3:
        return ""
    script, last = words[0], words[-1].lower()
    if script == "HANGUL" or (script in _KANA and "LETTER" in words):
        return last
    if script == "THAI" and words[2] == "SARA":
        return words[3][0].lower()
    if script == "THAI" and len(words) > 3 and words[2].endswith("O"):
        return words[2][:-1].lower()
    if script in _INDIC:
        return "n" if last in {"anusvara", "candrabindu"} else last if "LETTER" in words or "VOWEL" in words else ""
    return ""


def _reading(character: str) -> str:
    """The pinyin of a common Chinese character, without tone; nothing for a rare one."""
    if character in _MORE_PINYIN:
        return _MORE_PINYIN[character]
    code = character.encode("gb2312", "ignore")
    known = _LEVEL_1 <= code < _LEVEL_2
    return _STARTS[bisect_right(_FIRST_BYTES, code) - 1][1] if known else ""


def _spell(character: str) -> str:
    """A character in the letters a to z: as it sounds, nothing where it is silent, a space where it is no letter."""
    if character in _SOUNDS:
        return _SOUNDS[character]
    plain = unicodedata.normalize("NFKD", character)[:1]
    if plain.isascii():
        return plain.lower() if plain.isalpha() else " "
    if plain in _SOUNDS:
        return _SOUNDS[plain]
    if "\u4e00" <= character <= "\u9fff":
        return _reading(character)
    category = unicodedata.category(character)
    return _by_unicode_name(character) if category[0] in "LM" else " "


class _Letters(dict[int, str]):
    """A table for `str.translate` that learns each character when it first comes."""

    def __missing__(self, code: int) -> str:
        spelled = self[code] = _spell(chr(code))
        return spelled


_TABLE = _Letters()
# The same for words that stand one a line.
_TABLE_OF_LINES = _Letters({ord("\n"): "\n"})
# No name is longer; comparing takes time by the product of both lengths.
_LONGEST_WORD = 60
_GREEK = re.compile("[α-ωά-ώϊϋΐΰ]")
_GREEK_PAIRS = {"μπ": "b", "ντ": "d", "γκ": "g", "γγ": "g", "ου": "u", "αυ": "av", "ευ": "ev", "τζ": "j", "αύ": "av"}
_GREEK_PAIRS |= {"γου": "u", "γού": "u", "εύ": "ev", "ού": "u"}
_GREEK_PAIR = re.compile("γο[υύ]|" + "|".join(_GREEK_PAIRS))
_GROUPS = {
    **dict.fromkeys(("tsch", "sch", "tch", "sh", "ch", "zh", "ts", "tz", "cz", "dz", "dj", "dg"), "s"),
    **{"ph": "f", "th": "t", "gh": "g", "kh": "k", "ck": "k", "qu": "k", "x": "ks", "h": ""},
}
# Every alternative begins with a letter of its own, which the engine looks for first: that halves the time.
_GROUP = re.compile("t(?:s?ch|[hsz])|sc?h|c(?:[hzk]|(?=[eiy]))|zh|gh|kh|ph|d[zjg]|qu|x|h(?<=[a-z]h)")
_CLASSES = str.maketrans("bpfvwkqcgjsztdlrmnhaeiyou", "PPFFFKKKKSSSTTLRMNHAEEEOO", " ")
_DOUBLES = tuple((one * 2, one) for one in "PFKSTLRMNHAEO")
_VOWELS = str.maketrans("", "", "AEOH")
_COARSE = str.maketrans("RFM", "LPN")
_OTHERWISE = str.maketrans("wj", "oi")


def spell(word: str) -> str:
    """A word in the letters a to z, in small ones; what is no letter becomes a space."""
    return _spelled(word, _TABLE)


def _spelled(word: str, table: _Letters) -> str:
    folded = word.casefold()
    if not folded.isascii() and _GREEK.search(folded):
        folded = _GREEK_PAIR.sub(lambda pair: _GREEK_PAIRS[pair.group()], folded)
    return folded.translate(table)


def sound(word: str) -> str:
    """How a word sounds, in classes of sounds; nothing doubled."""
    return _classes(spell(word))


def _classes(spelled: str) -> str:
    grouped = _GROUP.sub(lambda group: _GROUPS.get(group.group(), "s"), spelled)
    return _single(grouped.translate(_CLASSES))


def _single(sounds: str) -> str:
    """Sounds with nothing doubled."""
    for double, one in _DOUBLES:
        while double in sounds:
            sounds = sounds.replace(double, one)
    return sounds


class Heard(NamedTuple):
    """A word as it is heard: all its sounds, and its consonants alone."""

    sounds: str
    consonants: str


class Pattern(NamedTuple):
    """One string of sounds made ready to be compared: for each class, the places where it stands as bits."""

    sounds: str
    length: int
    places: dict[str, int]


def hear(word: str, *, coarse: bool = False) -> Heard:
    """How a word sounds; coarsely for scripts that write few vowels, or add them, and part fewer consonants."""
    return _hear(word[:_LONGEST_WORD], coarse)


@lru_cache(maxsize=8192)
def _hear(word: str, coarse: bool) -> Heard:
    return heard(sound(word), coarse=coarse)


def hear_all(words: Iterable[str], *, coarse: bool) -> list[Heard]:
    """How each of some words sounds, as `hear` tells it, in one go."""
    lines = "\n".join([word[:_LONGEST_WORD] for word in words])
    if not lines:
        return []
    whole = heard(_classes(_spelled(lines, _TABLE_OF_LINES)), coarse=coarse)
    return list(map(Heard, whole.sounds.split("\n"), whole.consonants.split("\n")))


def heard(sounds: str, *, coarse: bool = False) -> Heard:
    """A string of sounds with its consonants."""
    if coarse:
        sounds = _single(sounds.translate(_COARSE))
    return Heard(sounds, _single(sounds.translate(_VOWELS)))


def voices(word: str, *, coarse: bool = False) -> tuple[Heard, ...]:
    """The ways a name may be said: W as in "Wales" or in "Weimar", J and CH soft or hard, H loud or silent."""
    plain = sound(word[:_LONGEST_WORD])
    other = _classes(spell(word[:_LONGEST_WORD]).translate(_OTHERWISE).replace("ch", "k"))
    said = dict.fromkeys(one.replace("H", h) for h in ("H", "K", "") for one in (plain, other))
    return tuple(dict.fromkeys(heard(sounds, coarse=coarse) for sounds in said if sounds))


def pattern_of(sounds: str) -> Pattern:
    """The pattern of a string of sounds."""
    places: dict[str, int] = {}
    for at, one in enumerate(sounds):
        places[one] = places.get(one, 0) | 1 << at
    return Pattern(sounds, len(sounds), places)


def likeness(pattern: Pattern, other: str) -> float:
    """How alike two strings of sounds are, 0 to 1: twice their longest common subsequence over both lengths.

    Crochemore, Iliopoulos, Pinzon, Reid: A fast and practical bit-vector algorithm for the longest common subsequence
    problem (2001).
    """
    length = pattern.length
    if not length or not other:
        return 0.0
    places = pattern.places
    whole = rest = (1 << length) - 1
    for one in other:
        if one in places:
            hit = rest & places[one]
            rest = (rest + hit) | (rest - hit)
    return 2 * (length - (rest & whole).bit_count()) / (length + len(other))
