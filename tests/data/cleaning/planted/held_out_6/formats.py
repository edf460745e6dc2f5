"""How a Chinese identity is written in the sixth kept part. Rule authors do not read this file.

Layout as in `planted.open_part.formats`; the first format of each kind is the one most people write: at least
every second identity is in it.
"""

from random import Random

from planted import identities as make
from planted.held_out_6 import people_zh as people
from planted.templates import words

READ_OUT = str.maketrans("0123456789", "零一二三四五六七八九")
READ_OUT_YAO = str.maketrans("0123456789", "零幺二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SMALL = "abcdefghijkmnpqrstuvwxyz"
LARGE = "ABCDEFGHJKLMNPRSTWXYZ"
HEADS = words("""131 133 134 135 136 137 138 138 139 139 147 150 151 152 155 156 157 158 159 170 176 177 178 180 181
183 185 186 187 188 189 191 193 199""")
MAIL_HOSTS = words("qq.com qq.com 163.com 163.com 126.com sina.com yeah.net 139.com foxmail.com outlook.com gmail.com")
MOON_MONTHS = words("正 二 三 四 五 六 七 八 九 十 冬 腊")
MOON_DAYS = words("初一 初二 初六 初九 初十 十一 十三 十七 十八 廿一 廿三 廿五 二十八 二十九")
KINDS = words(
    "人民医院 第一人民医院 第二人民医院 中心医院 中医院 妇幼保健院 儿童医院 第四人民医院 肿瘤医院 胸科医院 口腔医院"
)
KNOWN = words("""北京大学第一医院 北京大学第三医院 首都医科大学附属北京朝阳医院 北京同仁医院 北京积水潭医院
上海市第六人民医院 复旦大学附属中山医院 复旦大学附属儿科医院 上海新华医院 上海长海医院 四川省人民医院
中南大学湘雅三医院 武汉大学人民医院 武汉大学中南医院 中山大学附属第一医院 中山大学孙逸仙纪念医院 南方医科大学珠江医院
唐都医院 西安交通大学第一附属医院 南京鼓楼医院 苏州大学附属第一医院 浙江大学医学院附属第一医院
浙江大学医学院附属邵逸夫医院 山东大学齐鲁医院 天津市第一中心医院 中国医科大学附属第一医院 吉林大学白求恩第一医院
郑州大学第一附属医院 重庆医科大学附属第一医院 福建医科大学附属协和医院 南昌大学第二附属医院 河北医科大学第二医院
山西医科大学第一医院 贵州省人民医院""")
PRIVATE = words("爱尔眼科 博爱 康宁 新世纪 玛丽亚妇产 长安 友谊 仁和 建国 百佳 安贞 明德")


def mobile(rng: Random) -> str:
    """Eleven digits of a mainland mobile."""
    return rng.choice(HEADS) + "".join(rng.choice("0123456789") for _ in range(8))


def split(text: str, sizes: tuple[int, ...], mark: str) -> str:
    """The text in pieces of these sizes, the mark between them."""
    ends = [sum(sizes[: place + 1]) for place in range(len(sizes))]
    return mark.join(text[end - size : end] for size, end in zip(sizes, ends, strict=True))


def signs(rng: Random, count: int, chars: str = SMALL + LARGE + "23456789") -> str:
    """So many random characters."""
    return "".join(rng.choices(chars, k=count))


def born(rng: Random, pattern: str, child: bool = False) -> str:
    """A day of birth in a pattern of year, two-digit year, month and day."""
    day = make.birthday(rng)
    year = rng.randrange(2011, 2025) if child else day.year
    return pattern.format(y=year, yy=f"{year % 100:02d}", m=day.month, d=min(day.day, 28))


def wired(rng: Random, pattern: str) -> str:
    """A landline in a pattern of area, number and inner line."""
    area, number = make.landline(rng)
    return pattern.format(a=area, n=number, x=rng.randrange(10, 9000))


def credit(rng: Random) -> str:
    """Sixteen digits of a credit card with a Luhn digit."""
    head = rng.choice(("622", "625", "4", "52", "53", "6259"))
    body = head + make.digits(rng, 15 - len(head))
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(body))
    return body + str(-total % 10)


def sometimes(rng: Random, rarer: list[str]) -> str:
    """A rarer name in one of three cases, else an ordinary one."""
    return rng.choice(rarer) if rng.random() < 1 / 3 else people.full_name(rng)


PATIENTS = {
    "ordinary": lambda r, f: people.full_name(r),
    "ordinary again": lambda r, f: people.full_name(r),
    "by Faker": lambda r, f: f.name(),
    "old": lambda r, f: people.full_name(r, "old"),
    "a young one's": lambda r, f: people.child_name(r),
    "double surname": lambda r, f: people.long_name(r) if r.random() < 1 / 3 else people.full_name(r),
    "a minority's": lambda r, f: sometimes(r, people.MINORITIES),
    "a foreigner's": lambda r, f: sometimes(r, people.FOREIGN),
}
STAFF = {
    "at work": lambda r, f: people.staff_name(r),
    "at work again": lambda r, f: people.staff_name(r),
    "at work, by Faker": lambda r, f: f.name(),
    "at work, old": lambda r, f: people.full_name(r, "old"),
    "at work, double": lambda r, f: people.long_name(r) if r.random() < 1 / 3 else people.staff_name(r),
    "at work, a minority's": lambda r, f: r.choice(people.MINORITIES) if r.random() < 1 / 4 else people.staff_name(r),
}
SURNAME = {
    "one surname": lambda r, f: people.family_name(r, before_title=True),
    "one surname again": lambda r, f: people.family_name(r, before_title=True),
    "one surname, now and then double": lambda r, f: (
        r.choice(people.DOUBLE) if r.random() < 1 / 8 else people.family_name(r, before_title=True)
    ),
}

FORMATS = {
    ("zh", "phone"): {
        "11": lambda r, f: mobile(r),
        "344 blank": lambda r, f: split(mobile(r), (3, 4, 4), " "),
        "344 dash": lambda r, f: split(mobile(r), (3, 4, 4), "-"),
        "434 mark": lambda r, f: split(mobile(r), (4, 3, 4), r.choice(" -")),
        "335 mark": lambda r, f: split(mobile(r), (3, 3, 5), r.choice(" -")),
        "443 blank": lambda r, f: split(mobile(r), (4, 4, 3), " "),
        "86 before": lambda r, f: f"+86 ‹{mobile(r)}›",
        "86-": lambda r, f: f"86-‹{mobile(r)}›",
        "full width": lambda r, f: mobile(r).translate(FULL_WIDTH),
        "as read out": lambda r, f: mobile(r).translate(READ_OUT_YAO),
        "as read out, 一": lambda r, f: mobile(r).translate(READ_OUT),
        "wired": lambda r, f: wired(r, "{a}-{n}"),
        "wired, no dash": lambda r, f: wired(r, "{a}{n}"),
        "wired, blank": lambda r, f: wired(r, "{a} {n}"),
        "wired in brackets": lambda r, f: wired(r, "(‹{a}){n}›"),
        "wired, inner": lambda r, f: wired(r, "{a}-{n}-{x}"),
    },
    ("zh", "phone:short"): {
        "8": lambda r, f: r.choice("25678") + make.digits(r, 7),
        "7": lambda r, f: r.choice("2345678") + make.digits(r, 6),
        "44": lambda r, f: split(r.choice("2568") + make.digits(r, 7), (4, 4), r.choice(" -")),
    },
    ("zh", "id_card"): {
        "18": lambda r, f: make.id_number(r),
        "18 X": lambda r, f: make.id_number_with_x(r),
        "18 x": lambda r, f: make.id_number_with_x(r).lower(),
        "684": lambda r, f: split(make.id_number(r), (6, 8, 4), r.choice(" -")),
        "6444": lambda r, f: split(make.id_number(r), (6, 4, 4, 4), " "),
        "18 full width": lambda r, f: make.id_number(r).translate(FULL_WIDTH),
        "18, a slip of the finger": lambda r, f: make.id_number(r, wrong=True),
        "15": lambda r, f: make.old_id_number(r),
    },
    ("zh", "email"): {
        "account at host": lambda r, f: f"{people.login(r)}@{r.choice(MAIL_HOSTS)}",
        "qq figures": lambda r, f: f"{make.digits(r, r.choice((8, 9, 10)))}@qq.com",
        "mobile": lambda r, f: f"{mobile(r)}@{r.choice(('139.com', '163.com', '189.cn'))}",
        "of a hospital": lambda r, f: f"{people.login(r)}@{signs(r, 4, SMALL)}yy.cn",
        "of a school": lambda r, f: (
            f"{people.login(r)}@{r.choice(('mail', 'stu', 'hospital'))}.{signs(r, 3, SMALL)}u.edu.cn"
        ),
        "Capital": lambda r, f: f"{people.login(r).capitalize()}@{r.choice(MAIL_HOSTS)}",
        "vip": lambda r, f: f"{people.login(r)}@vip.{r.choice(('163.com', 'qq.com', 'sina.com'))}",
        "dot": lambda r, f: f"{people.login(r)}.{signs(r, 2, SMALL)}@{r.choice(MAIL_HOSTS)}",
        "full-width @": lambda r, f: f"{people.login(r)}＠{r.choice(MAIL_HOSTS)}",
    },
    ("zh", "url"): {
        "pan": lambda r, f: f"https://pan.baidu.com/s/1{signs(r, 22)}?pwd={signs(r, 4, SMALL)}",
        "quark": lambda r, f: f"https://pan.quark.cn/s/{signs(r, 12, SMALL + '0123456789')}",
        "xhs": lambda r, f: f"http://xhslink.com/{signs(r, 6)}",
        "b23": lambda r, f: f"https://b23.tv/{signs(r, 7)}",
        "films": lambda r, f: f"https://cloud.{signs(r, 4, SMALL)}pacs.com/share/{signs(r, 10)}",
        "jpg": lambda r, f: f"http://pic.{signs(r, 5, SMALL)}.com/20{r.randrange(15, 26)}/{signs(r, 9, SMALL)}.jpg",
        "bare tinyurl": lambda r, f: f"t.cn/{signs(r, 8)}",
        "form": lambda r, f: f"https://www.wjx.cn/vm/{signs(r, 7)}.aspx",
    },
    ("zh", "url:page"): {
        "doctor's page": lambda r, f: f"https://{people.login(r).replace('_', '')}.haodf.com/",
        "hospital's page": lambda r, f: f"http://www.{signs(r, 5, SMALL)}yy.com/ks/{r.randrange(2, 99)}.html",
        "no scheme": lambda r, f: f"www.{signs(r, 6, SMALL)}.cn",
    },
    ("zh", "wechat"): {
        "account": lambda r, f: people.login(r),
        "is the mobile": lambda r, f: mobile(r),
        "wxid by default": lambda r, f: "wxid_" + signs(r, 14, SMALL + "0123456789"),
        "letters then figures": lambda r, f: signs(r, r.choice((2, 3, 4)), SMALL) + make.digits(r, r.choice((5, 6, 7))),
        "Capital account": lambda r, f: people.login(r).capitalize(),
        "account_account": lambda r, f: people.login(r) + "_" + signs(r, 3, SMALL),
    },
    ("zh", "qq"): {
        "9 or 10": lambda r, f: make.digits(r, r.choice((8, 9, 9, 10, 10))),
        "short": lambda r, f: make.digits(r, r.choice((6, 7))),
        "in threes": lambda r, f: split(make.digits(r, 9), (3, 3, 3), r.choice(" -")),
        "in words": lambda r, f: make.digits(r, 9).translate(READ_OUT),
        "wide": lambda r, f: make.digits(r, 9).translate(FULL_WIDTH),
    },
    ("zh", "bank_card"): {
        "19": lambda r, f: make.bank_number(r),
        "19 in fours": lambda r, f: split(make.bank_number(r), (4, 4, 4, 4, 3), " "),
        "6 13": lambda r, f: split(make.bank_number(r), (6, 13), " "),
        "credit 16": lambda r, f: credit(r),
        "credit in fours": lambda r, f: split(credit(r), (4, 4, 4, 4), r.choice(" -")),
    },
    ("zh", "record_number"): {
        "figures of the record": lambda r, f: make.digits(r, r.choice((6, 7, 8, 9, 10))),
        "zeros first": lambda r, f: r.choice(("0", "00", "000")) + make.digits(r, r.choice((5, 6, 7))),
        "letter first": lambda r, f: signs(r, r.choice((1, 2)), LARGE) + make.digits(r, r.choice((6, 7, 8))),
        "day first": lambda r, f: (
            f"20{r.randrange(16, 26)}{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}{make.digits(r, 4)}"
        ),
        "with the year": lambda r, f: f"{r.randrange(2016, 2026)}-{make.digits(r, 5)}",
        "stay behind": lambda r, f: f"{make.digits(r, 7)}-{r.randrange(1, 6)}",
    },
    ("zh", "birth_date"): {
        "y年m月d日": lambda r, f: born(r, "{y}年{m}月{d}日"),
        "y-m-d": lambda r, f: born(r, "{y}-{m:02d}-{d:02d}"),
        "y.m.d": lambda r, f: born(r, "{y}.{m:02d}.{d:02d}"),
        "y/m/d": lambda r, f: born(r, "{y}/{m}/{d}"),
        "ymd": lambda r, f: born(r, "{y}{m:02d}{d:02d}"),
        "y年m月": lambda r, f: born(r, "{y}年{m}月"),
        "yy年m月d日": lambda r, f: born(r, "{yy}年{m}月{d}日"),
        "y年m月d号": lambda r, f: born(r, "{y}年{m}月{d}号"),
        "by the moon": lambda r, f: f"{make.birthday(r).year}年{r.choice(MOON_MONTHS)}月{r.choice(MOON_DAYS)}",
    },
    ("zh", "birth_date:baby"): {
        "baby y年m月d日": lambda r, f: born(r, "{y}年{m}月{d}日", child=True),
        "baby y.m.d": lambda r, f: born(r, "{y}.{m}.{d}", child=True),
        "baby y-m-d": lambda r, f: born(r, "{y}-{m}-{d}", child=True),
    },
    ("zh", "address"): {
        "district and house": lambda r, f: f"{r.choice(people.REGIONS)}‹{people.house(r)}›",
        "district, estate": lambda r, f: f"{r.choice(people.REGIONS)}‹{r.choice(people.ESTATES)}{people.door(r)}›",
        "district, house, estate": lambda r, f: (
            f"{r.choice(people.REGIONS)}‹{people.house(r)}{r.choice(people.ESTATES)}{people.door(r)}›"
        ),
        "estate only": lambda r, f: r.choice(people.ESTATES) + people.door(r),
        "house and door": lambda r, f: people.house(r) + people.door(r),
        "of a village": lambda r, f: f"{r.choice(people.COUNTIES)}‹{people.village(r)}{r.randrange(1, 300)}号›",
        "of a village group": lambda r, f: (
            f"{r.choice(people.COUNTIES)}‹{people.village(r)}{r.choice(('', '第'))}{r.choice('一二三四五六八九')}组›"
        ),
    },
    ("zh", "patient_name"): PATIENTS,
    ("zh", "patient_name:sheet"): {
        "on a sheet": lambda r, f: people.full_name(r),
        "on a sheet, by Faker": lambda r, f: f.name(),
        "on a sheet, wide": lambda r, f: people.family_name(r) + r.choice((" ", "　")) + r.choice("丽伟敏强芳军勇静杰"),
    },
    ("zh", "patient_name:baby"): {
        "baby, full": lambda r, f: people.child_name(r),
        "baby, given": lambda r, f: people.given_name(r, "young"),
        "baby, full again": lambda r, f: people.child_name(r),
    },
    ("zh", "patient_name:pet"): {
        "at home": lambda r, f: r.choice(people.HOME_NAMES),
        "given at home": lambda r, f: people.given_name(r, "young"),
    },
    ("zh", "patient_name:surname"): SURNAME,
    ("zh", "doctor_name"): STAFF,
    ("zh", "doctor_name:surname"): SURNAME,
    ("zh", "hospital"): {
        "of a town": lambda r, f: r.choice(people.TOWNS) + r.choice(("市", "市", "市", "")) + r.choice(KINDS),
        "well known": lambda r, f: r.choice(KNOWN),
        "of a county": lambda r, f: (
            r.choice(people.COUNTIES).split("省")[-1] + r.choice(words("人民医院 中医院 第二人民医院"))
        ),
        "of a township": lambda r, f: (
            r.choice([name for name in people.TOWNSHIPS if name[-1] in "镇乡"]) + r.choice(("卫生院", "中心卫生院"))
        ),
        "attached": lambda r, f: r.choice(people.TOWNS) + r.choice(words("医学院附属医院 医学院第一附属医院")),
        "private": lambda r, f: r.choice(people.TOWNS) + r.choice(PRIVATE) + "医院",
        "of the army": lambda r, f: f"{r.choice(('', '中国人民'))}解放军第{r.randrange(85, 989)}医院",
    },
}
