"""Simplified or traditional Chinese, by the commonest characters that only one of the two writes."""

from service.checks.findings import Finding
from service.checks.wording import Wording

_SIMPLIFIED = frozenset(
    "国会个们来时对这说发经学长开关问题现实点头车马鱼鸟门见让还进远过运达边选连党体种东乐书买卖陈张黄刘赵杨联华万亿"
    "几机权条业产当将从无动务胜劳区医单双报场压欧岁历归气决汉满济灾为尔独环画异疗确矿礼离称积稳竞笔节简约级纪纯细终"
    "组结给统绝继续网维总线编紧义习职声听举旧与兴艺苏处号虫卫装规视亲觉观计讯训记设许诉评词试话该详认语误课调谈请论"
    "证识译议护变贝负财货责贵费资质赛赞赶迹轻较轮转输办农违适迟遗邮邻释针铁录钱银钢间阅队阶阳陆隐际难电灵静韩页项顺"
    "须预领显风飞饭馆验惊鲁鲜龙"
)
_TRADITIONAL = frozenset(
    "國會個們來時對這說發經學長開關問題現實點頭車馬魚鳥門見讓還進遠過運達邊選連黨體種東樂書買賣陳張黃劉趙楊聯華萬億"
    "幾機權條業產當將從無動務勝勞區醫單雙報場壓歐歲歷歸氣決漢滿濟災為爾獨環畫異療確礦禮離稱積穩競筆節簡約級紀純細終"
    "組結給統絕繼續網維總線編緊義習職聲聽舉舊與興藝蘇處號蟲衛裝規視親覺觀計訊訓記設許訴評詞試話該詳認語誤課調談請論"
    "證識譯議護變貝負財貨責貴費資質賽贊趕跡輕較輪轉輸辦農違適遲遺郵鄰釋針鐵錄錢銀鋼間閱隊階陽陸隱際難電靈靜韓頁項順"
    "須預領顯風飛飯館驗驚魯鮮龍"
)
ONLY_SIMPLIFIED, _ONLY_TRADITIONAL = _SIMPLIFIED - _TRADITIONAL, _TRADITIONAL - _SIMPLIFIED
_FEWEST = 2


def other_variant(after: Wording) -> Finding | None:
    """The finding that a Chinese text is written in the other kind of characters; None where it isn't."""
    if after.script not in ("Hans", "Hant"):
        return None
    simplified, traditional = len(after.distinct & ONLY_SIMPLIFIED), len(after.distinct & _ONLY_TRADITIONAL)
    wanted, other = (simplified, traditional) if after.script == "Hans" else (traditional, simplified)
    if other < _FEWEST or other <= wanted:
        return None
    is_, ought = ("traditional", "simplified") if after.script == "Hans" else ("simplified", "traditional")
    return Finding("language", "warning", None, f"the translation is in {is_} characters, not in {ought} ones")
