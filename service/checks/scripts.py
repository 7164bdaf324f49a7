"""What a text's script can tell of names: capitals, vowels, spaces."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from service.text.tags import script

# The characters that Chinese papers spell foreign names with, but for those that stand in many other words.
_SPELLING = (
    "阿埃艾爱安昂奥巴白拜班邦包保鲍贝本比彼边宾波玻博伯勃布查察车达戴丹当道德登邓迪底蒂丁东杜敦顿多恩尔法凡方菲费"
    "芬丰佛弗夫福富盖甘冈高戈哥格葛根贡古瓜圭果哈海汉豪赫黑亨洪侯胡华怀惠霍基吉加伽贾简杰金京久卡凯坎康考柯科克肯"
    "孔库夸奎昆拉腊莱赖兰朗劳勒雷黎里理利力莉立连良列林琳柳龙卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明摩莫墨默姆木穆"
    "拿那娜纳南瑙内嫩尼宁纽农努诺欧帕潘庞培佩彭皮匹平蒲普齐奇琪契恰乔切钦琼丘屈热日荣茹瑞若撒萨塞赛桑瑟森沙莎珊尚"
    "绍舍申圣施史舒朔斯丝思松苏孙索塔泰坦汤陶特腾提田铁廷通图土托陀瓦万旺威韦维伟魏温文翁沃乌武伍西希锡夏肖谢辛欣"
    "兴雄休许逊雅亚延扬尧耶叶伊依因英尤约云宰赞泽曾扎詹章珍芝治朱卓子佐娅黛珀茜薇缇翰浦物盛祖钱"
)
_RUNS = {
    "han": regex.compile(rf"[{_SPELLING}]{{2,}}+|[A-Za-z]++"),
    "kana": regex.compile(r"[\p{Katakana}ー]{2,}+|[A-Za-z]++"),
}


@dataclass(frozen=True, slots=True)
class Script:
    """A family of scripts: whether names have capitals, its sounds are told coarsely, words run together.

    `alike` is how alike two words must sound to be one name.
    """

    name: str
    cased: bool = False
    coarse: bool = False
    alike: float = 0.7
    unspaced: bool = False

    def spelled(self, text: str) -> Iterable[str]:
        """The stretches of an unspaced text that could spell a foreign name."""
        runs = _RUNS.get(self.name)
        return runs.findall(text) if runs else (text,)


LATIN, CYRILLIC, GREEK = Script("latin", cased=True), Script("cyrillic", cased=True), Script("greek", cased=True)
ABJAD = Script("abjad", alike=0.62)
INDIC, HANGUL = Script("indic"), Script("hangul", coarse=True, alike=0.66)
THAI = Script("thai", coarse=True, unspaced=True)
HAN, KANA = Script("han", coarse=True, unspaced=True), Script("kana", coarse=True, unspaced=True)
OTHER = Script("other")
_SCRIPTS = {
    **{"Latn": LATIN, "Cyrl": CYRILLIC, "Grek": GREEK, "Arab": ABJAD, "Hebr": ABJAD, "Thai": THAI, "Kore": HANGUL},
    **dict.fromkeys(("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym", "Orya", "Sinh"), INDIC),
    **{"Hans": HAN, "Hant": HAN, "Jpan": KANA},
}


@lru_cache(maxsize=256)
def script_of(language: str) -> Script:
    """The family of scripts that a BCP 47 tag's language is written in."""
    return _SCRIPTS.get(script(language) or "", OTHER)
