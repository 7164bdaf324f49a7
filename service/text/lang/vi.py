"""Vietnamese."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="vi",
    cue_verbs=words(
        "nói biết rằng khẳng tuyên nhấn mạnh viết hỏi đáp chia kể giải thêm bố sẻ thích biểu cảnh báo tiết lộ "
        "bình luận gọi tỏ lý hét thốt định trả xác bác bộc"
    ),
    cues_before=phrases("theo|theo lời|theo ông|theo bà"),
    he=words("ông anh"),
    she=words("bà cô chị"),
    titles=words(
        "ông bà anh chị cô thống tướng chủ tịch bộ trưởng ngoại tá giám đốc giáo tiến phát ngôn gs ts pgs ths bs "
        "ls đbqh hlv bác sĩ luật đại nghị"
    ),
    roles=words("ngôn bộ trưởng thống tướng tịch đốc chuyên gia luật sư nhân chứng tác giả báo quan chức"),
    groups=words(
        "cảnh sát chính phủ bộ đảng ủy ban tòa công ty hiệp tổ chức viện báo hãng tin quân đội liên đồng ngân "
        "hàng học kremlin đại"
    ),
    prepositions=words("của trong ở tại với cho về từ đến trên dưới sau trước khi bởi vì"),
    locatives=words("ở tại"),
    relatives=words("mà khi nếu nhưng và hoặc vì rằng"),
    stops=words(
        "của trong ở với cho về từ đến trên dưới sau trước khi bởi vì và hoặc nhưng mà nếu rằng là có không đã "
        "đang sẽ được bị này đó kia những các một hai ba bốn tôi chúng họ nó ông bà anh chị hôm nay qua mai cũng "
        "còn rất nhiều hơn theo tuy ngoài cuốn người vào lúc để làm đây ấy thế nên vậy đồng thời hiện nhiên song "
        "mỗi đều vẫn lại càng sáng chiều tối trưa tháng"
    ),
    naming=words(
        "sách phim hát album truyện tên mang gọi từ cụm thuật khẩu chương trình dự án chiến dịch cuốn tiểu thuyết "
        "bài thơ vở kịch biệt khái niệm"
    ),
    dash_dialogue=True,
    office_of_place=True,
    adjectives_follow=True,
)
