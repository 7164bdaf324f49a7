"""Japanese."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="ja",
    cue_verbs=words(
        "述べ 語 話 話し 言 言い 説明 強調 指摘 呼びかけ 主張 発表 明らか コメント 答え 訴え 批判 "
        "報告 表明 述懐 書い 書き込 投稿 語っ 話す 語る 述べる 述べた としている という との 予想 "
        "伝え 叫 つぶや 尋ね 発言 声明 警告 断言 否定"
    ),
    cues_after=phrases("によると|によれば|は|が|も|では"),
    he=words("彼"),
    she=words("彼女"),
    they=words("彼ら"),
    titles=words(
        "大統領 首相 総理 大臣 外相 長官 氏 さん 社長 会長 教授 知事 市長 議員 報道官 監督 選手 博士 院長 代表"
    ),
    stops=words("また しかし さらに そして 一方 これに対し その後 このため なお 同日 今回"),
    cased=False,
    verb_final=True,
    spaced=False,
)
