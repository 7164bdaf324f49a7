"""Vietnamese."""

from service.checks.lang.base import CheckWords
from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords

WORDS = CheckWords(
    code="vi",
    numerals=NumberWords(
        decimal=",",
        words={
            0: "không",
            0.5: "nửa rưỡi",
            1: "một mốt đầu nhất",
            2: "hai nhì đôi cặp",
            3: "ba",
            4: "bốn tư",
            5: "năm lăm",
            6: "sáu",
            7: "bảy bẩy",
            8: "tám",
            9: "chín",
            10: "mười thập",
            12: "tá",
            15: "rằm",
            100: "thếkỷ",
        },
        scales={
            10: "mươi",
            100: "trăm",
            1000: "nghìn ngàn",
            1_000_000: "triệu",
            1_000_000_000: "tỷ tỉ",
        },
        joiners="linh lẻ",
        merges={
            "tháng mười một": "thángmườimột",
            "tháng mười hai": "thángmườihai",
            "tháng một": "thángmột",
            "tháng giêng": "thánggiêng",
            "tháng hai": "thánghai",
            "tháng ba": "thángba",
            "tháng tư": "thángtư",
            "tháng năm": "thángnăm",
            "tháng sáu": "thángsáu",
            "tháng bảy": "thángbảy",
            "tháng tám": "thángtám",
            "tháng chín": "thángchín",
            "tháng mười": "thángmười",
            "tháng chạp": "thángchạp",
            "thứ hai": "thứhai hai",
            "thứ ba": "thứba ba",
            "thứ tư": "thứtư tư",
            "thứ năm": "thứnăm năm",
            "thứ sáu": "thứsáu sáu",
            "thứ bảy": "thứbảy bảy",
            "chủ nhật": "chủnhật",
        },
        months=(
            "thángmột thángmột? thánggiêng",
            "thánghai",
            "thángba",
            "thángtư",
            "thángnăm?",
            "thángsáu",
            "thángbảy",
            "thángtám",
            "thángchín",
            "thángmười",
            "thángmườimột thángmộtmột",
            "thángmườihai thángchạp",
        ),
        weekdays=(
            "thứhai? thứ2",
            "thứba? thứ3",
            "thứtư? thứ4",
            "thứnăm? thứ5",
            "thứsáu? thứ6",
            "thứbảy? thứ7",
            "chủnhật",
        ),
        afternoon="chiều tối đêm trưa",
    ),
    polarity=PolarityWords(
        negation_pattern=(
            r"(?<!\w)(?:không(?! gian| khí| quân| trung| lực| lưu| kích| tặc| vận| chỉ| những| đơn thuần| quá|"
            r" giống| kém|[.?])|chưa(?! tới| đến)|chẳng(?! hạn)|chớ|đừng|chả)(?!\w)"
        ),
        weak_pattern=(
            r"(?<!\w)(?:từ chối|phủ nhận|bác bỏ|thất bại|thiếu|vô(?= )|bất (?:hợp|khả|lực|ổn|thường|bình|tiện|"
            "chấp)|trái phép|cấm|ngăn|tránh|hiếm|khó|thay vì|vắng|phản đối|ngừng|không chỉ|không những|hay không|"
            "hoặc không|không đơn thuần|không phải chỉ|không đơn giản chỉ|chưa tới|chưa đến|không quá|"
            r"không giống|bằng không|nếu không|không kém)(?!\w)"
        ),
        idiom_pattern=(
            r"(?<!\w)(?:không ít|chẳng bao lâu|không lâu|hàng không|trên không|không ngừng|chẳng hạn|không gian|"
            r"không khí|không quân|không trung|không người lái|ít nhất|ít ra|không(?= ?[?]))(?!\w)"
        ),
        hedge_pattern=(
            r"(?<!\w)(?:có thể|có lẽ|có khả năng|được cho là|bị cáo buộc|cáo buộc|nghi(?= |ngờ)|nghi ngờ|"
            r"nghi phạm|dường như|dự kiến|hình như|được biết|ước tính|khả năng|cho rằng|bị nghi|có vẻ)(?!\w)"
        ),
    ),
)
