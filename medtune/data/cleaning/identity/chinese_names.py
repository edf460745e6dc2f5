"""Chinese names that no title and no label announces: 替李娜问一下, 张伟、王芳, ——刘洋, 老王, Zhang Wei.

A name is a surname and one or two characters of which given names are made, where a name may begin and where one may
end. What is left of chance is taken out by a dictionary: 高兴 and 方便 begin with surnames, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.chinese_things import FOREIGN, NAMESAKE, TRANSLITERATED, is_part_of_eponym, is_thing
from medtune.data.cleaning.identity.chinese_words import HAN as _HAN
from medtune.data.cleaning.identity.chinese_words import dictionary, is_frequent
from medtune.data.cleaning.identity.name_words import (
    DOUBLE_SURNAMES,
    GIVEN,
    GIVEN_PAIRS,
    HALF_GIVEN,
    MOST_COMMON_SURNAMES,
    NO_NICKNAME,
    NO_SURNAME_ALONE,
    SURNAMES,
    TRANSLITERATION,
    VETO,
    words,
)
from medtune.data.cleaning.spans import Span

# What stands before a name in running text: prepositions, verbs, the last characters of relatives and of callings.
_LEADS = (
    "给替代为找跟和与及请问叫是由向对帮让被随经见陪谢到听把祝俺咱俩有在的了说约挂我得名"
    "姐妹妈爸爷奶婆公弟哥嫂叔姨舅姑伴友属者人生师任士夫侄甥娘爹孙女儿子媳婿室事授长告知托同系护候望识访询寻派接送扶救"
    "荐妇院科生东亲居床员科区壁家下成好学乡桌练机姆工户板贝宝娃崽象蜜刀醉核录字着天系致晚午名"
)
# What stands behind one: callings, verbs of what people do, particles.
FOLLOWS = (
    "的医大主护教院先女小老同阿叔伯爷奶哥姐弟妹那这做说看问咨签亲您你我他她也和与跟及在是今现男给开来去住因已有想要就"
    "吗吧"
    "呢啊了把上刚从被会没让帮打诊出坐介建推负写留收寄转约挂岁请叫到病患复术麻审报登预于向号年发怀生确阳感摔过前后昨将"
    "曾常"
    "需正拿取交付买吃喝睡咳烧痛死走离检两代都接最多各再又还才只很太不能可该反带抱找跑话验查入提"
    "一二三两四五六七八九十自教推荐绍总每特非认真态水负测进体血头手电微联此反持尚神右左否既服口等着里处腰胸腹早晚午夜"
    "家妈爸儿下意之注等诉汇委陪夫父母俩骑玩没同亲定当肯另便却全次忘安排们或陪照管请租搬考升退忙累急疼流掉起站坐躺拍即干玩跑摔跌跪算像哭笑闹恢疑醒瘦胖排抽抹涂喷戴穿画填"
)
_BEFORE = rf"(?<![^{_LEADS}\W\da-zA-Z]"
_AFTER = rf"(?=$|[^{_HAN}]|[{FOLLOWS}]|本人|同志)"
_GAP = "[ \u3000]{0,2}"
_COMMON = "".join(sorted(MOST_COMMON_SURNAMES))
_MEASURES = frozenset("张周路付包支段单方席管项成章卷步年桌")
_COUNTED = re.compile("[0-9一二两三四五六七八九十百几半每]")
_AT_BREAKS = frozenset("于向成涂")  # surnames only at the begin of a clause
_SURNAMES = "".join(sorted(set(SURNAMES) - set("和但从都来那时别查由漆南老补图仓刀岩堵幺粘茶玄拜妥泰税")))
# Before two characters of given names these need neither a lead nor an end: 账号是我女儿邓凤兰注册的.
_FREE = "".join(sorted(MOST_COMMON_SURNAMES - NO_SURNAME_ALONE - set("高任段申翁陶戴")))
_RARER = rf"[{HALF_GIVEN}{_COMMON}][{GIVEN}]|[{GIVEN}][{HALF_GIVEN}]|{'|'.join(sorted(GIVEN_PAIRS))}"
_BEGIN_GIVEN = "".join(sorted({pair[0] for pair in GIVEN_PAIRS} | set(GIVEN + HALF_GIVEN + _COMMON)))
_NAME = re.compile(
    rf"[{_SURNAMES}](?=[{_BEGIN_GIVEN} \u3000])(?:{_BEFORE}.)(?:(?:{_GAP}[{GIVEN}]){{1,2}}|[{_COMMON}][{GIVEN}]{{2}}|"
    rf"(?<=[{_COMMON}])(?:{_RARER})){_AFTER}|(?<=[{_FREE}])(?P<free>[{GIVEN}]{{2}}))"
)
# Who is called by a name: a name behind one of these may begin like a word, 我儿子高新刚.
CALLED = frozenset(
    words(
        "儿子 女儿 老公 老婆 妈妈 爸爸 母亲 父亲 妻子 丈夫 爱人 老伴 孩子 宝宝 闺女 孙子 孙女 "
        "外孙 外甥 侄子 侄女 哥哥 姐姐 弟弟 妹妹 表哥 表姐 表弟 表妹 奶奶 爷爷 姥姥 姥爷 外婆 "
        "外公 婆婆 公公 岳母 岳父 同事 同学 朋友 邻居 室友 舍友 病友 战友 老乡 媳妇 女婿 我爸 "
        "我妈 我爹 我娘 我哥 我姐 我弟 我妹 我家 们家 医生 医师 大夫 主任 护士 士长 教授 院长 "
        "技师 药师 名叫 我叫 叫做 姓名 患者 病人 患儿 产妇 护工 通知 转告 转给 联系 告诉 家属 "
        "甥女 儿媳 学生 客户 阿姨 保姆 司机 老师 同桌 闺蜜 男友 女友 对象 前台 人员 术者 成了 "
        "写成 写着 登记 叫作 名为 村医 牙医 校医 军医 队医 学员 会员 员工 职工 队友 工友 网友 校友 战士 "
        "组长 班长 队长 店长 园长 站长 家长 校长 处长 科长 师傅 师父 老板 经理 房东 乘客 考生 学弟 学妹 学长 "
        "学姐 师兄 师姐 师弟 师妹 堂哥 堂姐 堂弟 堂妹 姑姑 姑妈 姑父 舅舅 舅妈 姨妈 姨父 小姨 叔叔 婶婶 伯伯 "
        "伯父 伯母 大伯 大姐 大哥 二哥 二姐 小妹 小弟 嫂子 弟媳 女方 男方 伤者 死者 逝者 供者 受者 孕妇 证明 "
        "中医 西医 名医 老中医 神医 月嫂 社工 "
        "核者 对者 验者 询人 护人 诉人 请人 委托 陪同 送者 检者 告人 保人 证人 老婆 夫人 太太 媳妇"
    )
)
_IS_HAN = re.compile(f"[{_HAN}]")
# What one asks of drugs: 林恩能吃吗.
_USED = re.compile("(?:能|可以|可)(?:不能|以)?(?:一起|同时)?[吃用喝服]|怎么[吃用喝服]|管用|好用|饭[前后]|一起[吃用]")
_TAKEN = re.compile("[用吃喝买抹涂贴喷服戴][了过着]")
_NO_REPORT = re.compile("汇(?!报)")
_NO_LAST = frozenset("红黄蓝青绿大新好长美香甜满全圆色花树")
_DAYS = frozenset(words("昨天 今天 明天 前天 后天 那天 昨晚 今晚 昨日 今日 下午 上午 今早 昨午"))
_ENDS = re.compile(
    rf"$|[^{_HAN}]|医[生师]|大夫|主任|教授|护士|家属|先生|女士|同学|老师|之[子女母父]|的(?:号|门诊|妈|爸|家)|下个|住"
)
_DOUBLE_GIVEN = re.compile(
    rf"[{GIVEN}][{GIVEN}{HALF_GIVEN}](?=$|[^{_HAN}]|[陪签带给来去])|(?:(?:{_GAP}[{GIVEN}]){{1,2}}|[{GIVEN}{HALF_GIVEN}]{{2}}){_AFTER}|[{GIVEN}]{{2}}"
)
NICKNAMES = (
    *(f"老{name}" for name in sorted(MOST_COMMON_SURNAMES - frozenset("公师史白石年方"))),
    *(f"{first}{name}" for first in "小阿" for name in sorted(MOST_COMMON_SURNAMES - NO_NICKNAME)),
)
_NICKNAME = re.compile(rf"[老小阿]{_BEFORE}.).(?![病女子儿年阳]){_AFTER}")  # 老毛病, 小孙女
_SOMEBODY = re.compile(
    rf"[{''.join(sorted(set(_SURNAMES) - NO_SURNAME_ALONE - {'盖'}))}]"
    rf"(?:某(?![种些件个一类天时方程地日物])某?[{GIVEN}]?|[xX*＊×]{{1,2}}(?![A-Za-z0-9*×片光线]))"
)
_FULL = TRANSLITERATED + "夫得"
_DOTTED = re.compile(
    rf"[{_FULL}]{{1,7}}[·•・‧](?:[{_FULL}都]{{1,8}}(?=$|[^{_HAN}]|[{FOLLOWS}])|"
    rf"[{_FULL}都]{{0,8}}[{_HAN}]{{1,2}}?(?=$|[^{_HAN}]|[{FOLLOWS}])|"
    rf"[{_FULL}都]{{1,8}}|[{_HAN}]{{1,6}}?(?=$|[^{_HAN}]|[{FOLLOWS}]))"
)
# Around a part of such a name only characters of such names, and where they end a clause or a known word.
_OTHER = re.compile(rf"[{TRANSLITERATION}高图日朝勒云乌青根]{{2,7}}(?=$|[^{_HAN}]|[{FOLLOWS}])")
_NO_OTHER_NAME = frozenset(words("才让 达木 吉日 罗布 达瓦 赛力"))
_EPONYM = re.compile("氏|综合征|综合症|病|征|症|细胞|试验|反应|法|手术|定律")
_FAMILIAR = re.compile("(?<![是很太最不])[老小]$")
_AT_END = re.compile(rf"$|[^{_HAN}]|[{FOLLOWS}]")
_CHILD = re.compile(
    r"[\s叫:：“\"]{0,2}((?:小[^\W女孙男侄外a-z0-9]儿|"
    r"(?![妈爸爷奶哥姐弟妹叔婆公姥姑舅姨娃宝天个次常刚偏渐慢早晚略微稍人家处时年月日层颗粒种样好明亲轻静微悄高深连频红干暖仅恰往默牢稳满清美乖星生水])"
    rf"([{GIVEN}豆果糖妞壮童萌朵皮六桃嘟泡点球蛋米毛七九肉胖牛瓜虎熊兔猫丫多嘻咪仔崽团圆糯奶布淘闹欢])\2)(?!的[时候痛])(?=$|[^{_HAN}]|"
    rf"[{FOLLOWS}]))"
)
MAY_BEGIN_PET_NAME = frozenset(
    "小叫:：“ 豆果糖妞壮童萌朵皮六桃嘟泡点球蛋米毛七九肉胖牛瓜虎熊兔猫丫多嘻咪仔崽团圆糯奶布淘闹欢柱栓石铁墩顺强豹"
    + GIVEN
)
_NO_PET = "孩朋女男儿学妹弟姑姨叔婶侄孙伙区店院狗猫姐哥公伯舅家便时腿腹肚手脚脸臂指趾脑心米麦肠胆肝肾肺产病"
_LIKELY = f"[{GIVEN}]"
_PARENT_OF = re.compile(
    rf"(?:^|(?<=[^{_HAN}]))(小[^\W{_NO_PET}a-zA-Z0-9][^\W{_NO_PET}a-zA-Z0-9]?|[{GIVEN}一可予]{_LIKELY}|[{TRANSLITERATION}]{{3,4}})$"
)
_TO_PARENT = re.compile("[，,：:！!]|[您你](?!们)")
# What is told of children, and not of what else one has at home.
_CALLED_AT_HOME = re.compile(
    rf"[:：叫]?((?![刚已快才将近正在有只还是都也])(?:小[^\W{_NO_PET}a-zA-Z0-9]{{2}}|{_LIKELY}{{2}}|[虎豹柱栓石铁毛豆墩胖顺强壮牛]子|[{GIVEN}果]儿))"
    r"(?=又|今年|今天|昨|最近|现在|发烧|发热|咳|拉肚|吐|是早产|是足月|早产|出生|不肯|不爱|"
    r"从小|打小|自小|这几天|这两天|前几天|前天|今早|今晚|早上|晚上|半夜|这周|上周|"
    r"，[0-9一两二三四五六七八九十]{1,2}(?:岁|个月|周)|[0-9一两二三四五六七八九十]{1,2}(?:岁|个月))"
)
_PETS = frozenset(words("虎子 柱子 豆子 石子"))
_DOSE = re.compile(r"\s?[0-9]{1,3}(?:\.[0-9])?\s?(?:g|mg|ml|克|片|粒|枚|钱|丸)")
# What may follow anything.
_ANYWHERE = frozenset("的去看说问给也在是和跟就要想会接做找打都再又才教一自推荐介")
_INITIAL = "(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)"
SYLLABLE = (
    rf"(?:{_INITIAL}?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|"
    r"a|e|i|o|u|v))"
)
PINYIN_SURNAMES = (
    "Bai|Cai|Cao|Chang|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Gong|Gu|Guo|Han|Hao|He|Hong|"
    "Hou|Hu|"
    "Huang|Jia|Jiang|Jin|Kang|Kong|Lai|Lei|Li|Liang|Liao|Lin|Liu|Long|Lu|Luo|Lv|Ma|Mao|Meng|Niu|Ouyang|Pan|Peng|Qian|"
    "Qiao|"
    "Qin|Qiu|Ren|Shao|Shen|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Wen|Wu|Xia|Xiang|Xiao|Xie|Xiong|Xu|Xue|Yan|"
    "Yang|"
    "Yao|Ye|Yi|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zou|Sima|Zhuge"
)
_PINYIN_GATE = re.compile("[A-Z][a-z]{1,6} [A-Z]")
_PINYIN = re.compile(
    rf"(?<![A-Za-z'\-])(?:(?:{PINYIN_SURNAMES}) (?!(?:An|Can|Men|Gan|Ran|Bang|Sang|Long|He|Me|The)(?![a-z]))"
    rf"[BCDFGHJKLMNPQRSTWXYZAEO](?<=(?=(?i:{SYLLABLE})).)"
    rf"[a-z]{{1,6}}(?:[ \-]?[A-Za-z]?[a-z]{{1,5}})?)(?![A-Za-z'\-])"
)


def cueless_names(text: str) -> Iterator[Span]:
    """Yield names that stand where only a name makes sense.

    Args:
        text: after `fold`.
    """
    for match in _NAME.finditer(text):
        start, end = match.span()
        if _is_name(text, start, end, match["free"] is not None):
            yield Span(start, end, "person")
        elif (
            end - start == 3
            and text[end - 1 : end + 1] in dictionary()
            and _is_called(text, start)
            and _is_name(text, start, end - 1, False)
        ):
            yield Span(start, end - 1, "person")  # 女儿李佳明天复查


def _is_name(text: str, start: int, end: int, free: bool) -> bool:
    """Tell whether what is made like a name is one; it is `free` if neither lead nor end belong to it."""
    name = text[start:end].replace(" ", "").replace("\u3000", "")
    if name[0] in _MEASURES and _COUNTED.match(text, max(0, start - 1), start):
        return False  # 9张, 8周, 21路公交, 五付
    if free and not _is_free(text, start, end):
        return False
    if name[0] in _AT_BREAKS and not _is_at_break(text, start, end):
        return False
    if name[0] in NO_SURNAME_ALONE and len(name) < 3 and not _is_called(text, start):
        return False
    if not _is_called(text, start) and (
        _USED.match(text, end) or _NO_REPORT.match(text, end) or _TAKEN.match(text, max(0, start - 2), start)
    ):
        return False
    if text[start - 1 : start] == "下" and text[start - 2 : start] != "一下":
        return False  # 上下文生成
    if name[0] not in MOST_COMMON_SURNAMES and is_frequent(name[1:]):
        return False  # 亲戚朋友
    if is_word(name) and not (len(name) == 3 and _is_marked(text, start, end, name)):
        return False
    wrong = _is_left(text, start) or crosses(text, end) or _DOSE.match(text, end) or is_thing(text, start, end)
    return not wrong


def _is_free(text: str, start: int, end: int) -> bool:
    """Tell whether no word takes a part of three characters that may be a name, whatever stands around them."""
    known = dictionary()
    around = [(start + 1, end), (end - 2, end + 1), (end - 1, end + 1), (end - 1, end + 2)]
    if not _is_called(text, start):
        around += [(start - 2, start + 1), (start - 1, start + 1), (start - 1, start + 2)]
    if any(text[max(0, first) : last] in known for first, last in around):
        return False
    name, before = text[start:end], text[start - 1 : start] or " "
    return not ({name[0], before} < FOREIGN or FOREIGN.issuperset(name))


def _is_called(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start] in CALLED


def _begins(text: str, start: int) -> bool:
    return start == 0 or not _IS_HAN.match(text, start - 1) or _is_called(text, start)


def _is_at_break(text: str, start: int, end: int) -> bool:
    free = text[end - 2 : end] not in dictionary() or _is_called(text, start)  # 我爸涂永平, not 成德语
    return end - start == 3 and free and _begins(text, start) and _ENDS.match(text, end) is not None


def _is_marked(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether a name that begins like a word stands between somebody and what only follows names: 叶子辰医生."""
    ends = _ENDS.match(text, end)
    if not ends and _is_called(text, start) and text[end : end + 2] in dictionary():
        ends = _IS_HAN.match(text, end)  # 儿子叶子轩明天拆线
    if not ends or not _begins(text, start) or name[2] in _NO_LAST or name in VETO or name[0] == name[1]:
        return False
    if name[:2] in VETO and not _IS_HAN.match(ends[0]):
        return False  # 皮炎平, but 黄金珍医生
    return name[1:] not in dictionary() and name not in dictionary() and not is_thing(text, start, end)


def called(text: str, start: int, end: int, kind: str) -> Iterator[Span]:
    """Yield what people are called who are not to be named: 老王 and 小李, 张某, 陈**.

    Args:
        text: after `fold`.
        start: where 老王 begins, or 某 behind a surname.
        end: where it ends.
        kind: `nickname` or `somebody`, the groups of the cues.
    """
    if kind == "nickname" and text[start + 1 : start + 3] in DOUBLE_SURNAMES:
        yield from double_surname(text, start + 1, start + 3)
        return
    pattern, place = (_NICKNAME, start) if kind == "nickname" else (_SOMEBODY, max(0, start - 1))
    match = pattern.match(text, place)
    if match and match[0][:2] not in VETO and not NAMESAKE.match(text, match.end()):
        yield Span(match.start(), match.end(), "person")


def double_surname(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the name that begins with a surname of two characters such as 欧阳."""
    given = _DOUBLE_GIVEN.match(text, end)
    if given and not crosses(text, given.end()):
        yield Span(start, given.end(), "person")
    elif _FAMILIAR.search(text, max(0, start - 2), start) and _AT_END.match(text, end):
        yield Span(start, end, "person")  # 老欧阳


def other_name(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a name of one of China's other peoples around a part that only such names have: 其其格, 阿依古丽.

    Args:
        text: after `fold`.
        start: where the part begins.
        end: where it ends.
    """
    while start and text[start - 1] in TRANSLITERATION + "根" and text[start - 1] not in "的是让不":
        start -= 1
    match = _OTHER.match(text, start)
    if match and len(match[0]) < 4 and (_is_left(text, start) or crosses(text, match.end())):
        return  # 许多杰出
    if match and match.end() >= end and match[0] not in _NO_OTHER_NAME and not _is_eponym(text, match.end()):
        if is_part_of_eponym(text, start, match.end()) or text[max(0, start - 1) : match.end()] in dictionary():
            return  # 朱古力
        yield Span(start, match.end(), "person")


def _is_eponym(text: str, end: int) -> bool:
    return _EPONYM.match(text, end) is not None or NAMESAKE.match(text, end) is not None


def child(text: str, end: int) -> Iterator[Span]:
    """Yield a child's pet name behind 我家 or 小名: 豆豆, 小宝儿, 小石头."""
    match = _CHILD.match(text, end)
    if match is None:
        match = _CALLED_AT_HOME.match(text, end)
        if match and (match[1][0] == match[1][1] or "宝" in match[1] or match[1] in dictionary() - _PETS):
            return  # 我家宝宝
    if match:
        yield Span(*match.span(1), "patient")


def named_parent(text: str, start: int) -> Iterator[Span]:
    """Yield the name of a child in 小汤圆妈妈, and in 奕铭妈妈， where she is spoken to."""
    match = _PARENT_OF.search(text, max(0, start - 5), start)
    if match and (match[1][0] == "小" or (_TO_PARENT.match(text, start + 2) and match[1] not in dictionary())):
        yield Span(*match.span(1), "patient")


def dotted_name(text: str, start: int) -> Iterator[Span]:
    """Yield the name around a middle dot, 阿依古丽·买买提, unless it names an illness."""
    for match in _DOTTED.finditer(text, max(0, start - 8)):
        thing = _EPONYM.search(match[0]) or _is_eponym(text, match.end())
        if not thing and not is_part_of_eponym(text, match.start(), match.end()):
            yield Span(match.start(), match.end(), "person")
        return


def pinyin_names(text: str) -> Iterator[Span]:
    """Yield Chinese names in Latin letters, the surname first: Zhang Wei, Li Xiaoming."""
    for match in _PINYIN.finditer(text) if _PINYIN_GATE.search(text) else ():
        yield Span(match.start(), match.end(), "person")


def crosses(text: str, end: int) -> bool:
    """Tell whether a word begins with the last character of a name and ends behind it."""
    return (
        text[end : end + 1] not in _ANYWHERE
        and is_word(text[end - 1 : end + 1])
        and text[end : end + 2] not in dictionary()  # 罗文东家属
    )


def _is_left(text: str, start: int) -> bool:
    """Tell whether a word ends with the first character of a name, and no word ends before it."""
    before = text[max(0, start - 3) : start]
    if _is_called(text, start):
        return False
    return is_word(text[start - 1 : start + 1]) and before not in dictionary() and before[-2:] not in _DAYS


def is_word(text: str) -> bool:
    """Tell whether a text is, or begins with, a word of two characters that is no name."""
    return text[:2] in VETO or text in VETO or text[:2] in dictionary() or text in dictionary()
