"""Chinese names that a thing bears: illnesses, drugs, institutions that are called after somebody, or sound like it.

墨菲征, 王老吉, 罗布麻, 冯·希佩尔-林道病: what looks like a name is none where the rest of the thing's name follows.
"""

from __future__ import annotations

import re
from functools import cache

from medtune.data.cleaning.identity.medical_words import MEDICAL_WORDS
from medtune.data.cleaning.identity.name_words import TRANSLITERATION

FOREIGN = frozenset(TRANSLITERATION + "美朱霍波尔叶")
# Beyond a candidate, to the ends of the foreign name it is a part of, and the thing that is named after that.
TRANSLITERATED = TRANSLITERATION + (
    "美朱霍波尔叶道基冯德林登邓敦恩冈戈隆伦诺佩皮切琼圣施韦许耶宰兹祖勒奎洪华久喀卡坎辛瓦滕狄瑞惠莎蒂柳威劳樊尚约翰彼扬察柯涅茨"
)
_LEFT_PART = re.compile(rf"(?:[{TRANSLITERATED}]+[·•・．\-—–])+[{TRANSLITERATED}]*$|[{TRANSLITERATED}]+$")
_RIGHT_PART = re.compile(
    rf"(?:[{TRANSLITERATED}]{{0,5}}(?:[·•・．\-—–][{TRANSLITERATED}]{{1,6}})+|[{TRANSLITERATED}]{{1,5}}|)"
    r"(?=氏|综合|病(?![情人了历房倒重危故])|征(?!求|得)|症(?!状)|畸形|食管|反应|试验|手术|细胞|体(?![温重质检力])|菌|"
    r"病毒|热|疹|纤维|斑|沟|裂|核|窦|丛|方格|染色|抗体|蛋白|囊|腺|瓣|管|环|线|骨折|脱位|麻痹|痉挛|贫血|肾炎|甲状腺|分[级期型]|评分|量表|法|术|钳|瘤|"
    r"[\u4e00-\u9fff]{0,4}(?:瘤|综合征|血管病|炎))"
)
_FOREIGN_ENDS = frozenset("尔特斯克格姆森顿登夫茨")
_ILLNESS = re.compile("病(?![情人了历房倒重危故])")
_FOREIGN_PART = frozenset(TRANSLITERATED + "·•・．")
# What bears somebody's name, or a name like a drug's; after a name in foreign characters also what patients have.
NAMESAKE = re.compile(
    "氏|综合[征症]|征(?!求|得)|症(?!状)|细胞|试验|定[律理]|[杆球真]?菌|不动杆菌|病毒|螺旋体|原虫|小体|瓣|导管|骨折|脱位|"
    "韧带|三角区?|结节|染色|评分|量表|分[级期型类]|指数|公式|疗法|切口|入路|现象|麻痹|颗粒|胶囊|口服液|乳膏|软膏|"
    "[胃药蜜]丸|[丸膏]|片(?!子)|滴[眼丸]|喷[雾剂]|注射|缓释|大学|医院|公司|[市县省镇]|花园|牌|生物|药业|医药|制药|科技|集团|股份|退热贴|广场|车站"
)
# Syllables that drugs of one class have in common (the stems of international nonproprietary names): 替米沙坦.
_STEM = re.compile(
    "沙坦|普利|洛尔|地平|他汀|拉唑|替丁|西林|沙星|霉素|环素|康唑|硝唑|洛韦|夫定|福韦|布韦|替尼|单抗|列汀|列净|格列|双胍|"
    "西泮|唑仑|曲坦|司琼|昔布|洛芬|膦酸|孕酮|雌醇|泼尼|奈德|莫司|麦考|拉姆|那新|拉生|太尼|卡因|溴铵|氯铵|磺胺|头孢|韦林|"
    "他滨|紫杉|拉非|格雷|沙班|肝素|噻嗪|必利|特罗|司特|西汀|氮平|瑞林|司他|鲁肽|曲塞"
)
_FOREIGN_NAMESAKE = re.compile("病|法|手术|反应|管|线|环|钳|囊|腺|操|瘤|[汤散饮酒茶糖]|[犬猫鱼鸟花草树]")


def is_thing(text: str, start: int, end: int) -> bool:
    """Tell whether what looks like a name is, or names, a thing: 墨菲征, 王老吉, 罗布麻."""
    if FOREIGN.issuperset(text[start:end]) and _FOREIGN_NAMESAKE.match(text, end):
        return True
    if is_part_of_eponym(text, start, end) or (text[end - 1] in _FOREIGN_ENDS and _ILLNESS.match(text, end)):
        return True
    if NAMESAKE.match(text, end) or text[end - 1] in "氏征症病菌丸片膏汤癌瘤堂":
        return True
    if _STEM.search(text, start, end + 1):
        return True
    known = _medical_words().get(text[start : start + 2], ())
    return any(len(word) >= end - start and text.startswith(word, start) for word in known)


def is_part_of_eponym(text: str, start: int, end: int) -> bool:
    """Tell whether a candidate is a part of a foreign name that names an illness: 希佩尔-林道病, 巴瑞特食管."""
    if not _FOREIGN_PART.issuperset(text[start:end]):
        return False
    right = _RIGHT_PART.match(text, end)
    return right is not None and (bool(right[0]) or _LEFT_PART.search(text, max(0, start - 10), start) is not None)


@cache
def _medical_words() -> dict[str, list[str]]:
    """Return the medical words by their first two characters."""
    found: dict[str, list[str]] = {}
    for word in MEDICAL_WORDS:
        found.setdefault(word[:2], []).append(word)
    return found
