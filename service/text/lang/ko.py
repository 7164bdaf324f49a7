"""Korean."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="ko",
    cue_verbs=words(
        "말했다 밝혔다 전했다 설명했다 강조했다 덧붙였다 주장했다 지적했다 다짐했다 답했다 물었다 "
        "썼다 적었다 경고했다 발표했다 촉구했다 비판했다 토로했다 고백했다 평가했다 분석했다 당부했다 "
        "했다 언급했다 호소했다 반박했다 말하며 밝히며 말한다 말하고 외쳤다 이야기했다 인정했다 "
        "전망했다"
    ),
    cues_after=phrases("에 따르면"),
    he=words("그는 그가 그도"),
    she=words("그녀는 그녀가"),
    they=words("그들은 이들은"),
    titles=words(
        "대통령 총리 장관 의원 대표 교수 박사 씨 회장 사장 시장 지사 감독 선수 기자 대변인 위원장 국장 원장 실장"
    ),
    stops=words("이날 이어 또 그러나 하지만 그리고 한편 특히 이번 지난 최근"),
    cased=False,
    verb_final=True,
    spaced=False,
)
