"""Vietnamese."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="vi",
    cue_verbs=words(
        "nói biết rằng khẳng định tuyên nhấn mạnh viết hỏi đáp trả chia kể giải thêm bố sẻ thích phát biểu cảnh "
        "báo tiết lộ bình luận gọi bày tỏ"
    ),
    cues_before=phrases("theo|theo lời|theo ông|theo bà"),
    he=words("ông anh"),
    she=words("bà cô chị"),
    titles=words(
        "ông bà anh chị cô tổng thống thủ tướng chủ tịch bộ trưởng ngoại đại tá giám đốc giáo sư tiến sĩ bác nghị "
        "viên phát ngôn"
    ),
    roles=words("ngôn bộ trưởng thống tướng tịch đốc chuyên gia luật sư nhân chứng tác giả báo quan chức"),
    groups=words(
        "cảnh sát chính phủ bộ đảng ủy ban tòa công ty hiệp hội tổ chức viện báo hãng tin quân đội liên đoàn đồng "
        "ngân hàng đại học"
    ),
    prepositions=words("của trong ở tại với cho về từ đến trên dưới sau trước khi bởi vì"),
    locatives=words("ở tại"),
    relatives=words("mà khi nếu nhưng và hoặc vì rằng"),
    stops=words(
        "của trong ở tại với cho về từ đến trên dưới sau trước khi bởi vì và hoặc nhưng mà nếu rằng là có không "
        "đã đang sẽ được bị này đó kia những các một hai ba bốn năm tôi chúng họ nó ông bà anh chị hôm nay qua "
        "mai cũng còn rất nhiều hơn theo tuy ngoài"
    ),
    naming=words("sách phim hát album truyện tên mang gọi từ cụm thuật khẩu chương trình dự án chiến dịch"),
    dash_dialogue=True,
    office_of_place=True,
)
