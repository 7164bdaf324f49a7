"""Chinese."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="zh",
    cue_verbs=words(
        "表示 指出 说 說 称 稱 认为 認為 强调 強調 告诉 告訴 写道 寫道 问 問 回答 答道 补充 補充 宣布 "
        "透露 警告 承认 承認 坦言 介绍 介紹 解释 解釋 呼吁 呼籲 声称 聲稱 发文 發文 提到 回应 回應 "
        "发现 發現 直言 总结 總結 批评 批評 分析称 评论 評論 喊道 说道 說道 形容 重申 证实 證實 声明 "
        "聲明 高喊 大喊 高呼 引述 描述为 描述為 稱為 声明称 写到 喊出 感叹 感嘆 报道 報道 報導 报导"
    ),
    cues_before=phrases("根据|根據|据|據|按照"),
    he=words("他"),
    she=words("她"),
    they=words("他们 她们 他們 她們"),
    titles=words(
        "总统 總統 总理 總理 主席 部长 部長 外长 外長 发言人 發言人 首相 教授 博士 先生 女士 主任 "
        "董事长 院长 所长 会长 将军 記者 记者 专家 專家 宇航员 研究员 秘书长 大使 局长 市长 省长 "
        "副所长 执行主席"
    ),
    stops=words(
        "另外 此外 但是 不过 然而 同时 因此 所以 当天 当时 日前 近日 随后 而 并 还 也 又 则 就 曾 昨日 今日 对此"
    ),
    cased=False,
    spaced=False,
)
