"""Department names as hospitals write them, brought to one broad name each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

# Broad name → the names that mean it or a specialty of it. A name that is in no line stays as written.
BROAD_DEPARTMENTS: dict[str, str] = {
    "内科": "普通内科 普内科 综合内科 大内科 内科杂病 内科门诊",
    "呼吸内科": "呼吸科 呼吸与危重症医学科 呼吸危重症医学科 呼吸与危重症科 肺病科 肺科 呼吸内镜科 "
    "睡眠呼吸科 哮喘科 肺内科",
    "心血管内科": "心内科 心血管科 心脏内科 心脏科 心血管病科 心血管中心 冠心病科 高血压科 心律失常科 心脏中心",
    "消化内科": "消化科 胃肠内科 消化病科 消化病中心 胃肠病科 消化内镜科 内镜科 内镜中心 胰腺内科 西医消化内科",
    "神经内科": "神经科 神内科 脑病科 癫痫科 卒中中心 脑血管科 脑血管病科 头痛科 帕金森科 神经病学科",
    "内分泌科": "内分泌内科 内分泌代谢科 内分泌与代谢科 糖尿病科 代谢科 代谢内分泌科 甲状腺内科 内分泌与代谢病科",
    "肾内科": "肾病科 肾脏内科 肾脏病科 肾科 血液净化科 血透室 血液透析科 肾病内科",
    "血液科": "血液内科 血液病科 白血病科 血液病内科 血液肿瘤科",
    "风湿免疫科": "风湿科 免疫科 风湿免疫内科 免疫风湿科 免疫内科 风湿病科 风湿免疫病科",
    "感染科": "感染内科 感染病科 感染疾病科 感染性疾病科 传染科 传染病科 感染中心 感染综合科 发热门诊 "
    "发热疾病科 感染性疾病中心 感染性疾病诊疗中心 结核科 结核病科 艾滋病科",
    "肝病科": "肝科 肝炎科 肝病内科 肝病中心 肝硬化科 脂肪肝科 肝病感染科 感染肝病科 感染、肝病科",
    "老年科": "老年病科 老年医学科 老年内科 老年病内科 干部保健科 干部病房",
    "外科": "普通外科 普外科 综合外科 大外科 腹部外科 微创外科 疝外科 疝科 血管外科 血管甲状腺外科 "
    "减重外科 急诊外科 创面修复科",
    "胃肠外科": "胃肠肛肠外科 胃外科 结直肠外科 胃肠肿瘤外科 结直肠肛门外科 消化外科",
    "肝胆外科": "肝胆胰外科 肝外科 胆道外科 肝胆胰脾外科 胰腺外科 肝移植科 肝胆胰腺外科",
    "乳腺科": "乳腺外科 乳腺甲状腺外科 甲状腺乳腺外科 乳腺病科 乳腺中心",
    "甲状腺外科": "甲状腺科 甲状腺头颈外科",
    "肛肠科": "肛肠外科 肛肠病科 痔疮科 肛肠中心",
    "泌尿外科": "泌尿科 泌尿男科 肾移植科 前列腺科 泌尿外科与男科 尿控科",
    "男科": "男性科 男科中心 男性生殖科",
    "神经外科": "脑外科 神外科 脑肿瘤科 功能神经外科 小儿脑外科 颅脑外科",
    "胸外科": "胸心外科 肺外科 食管外科 普胸外科 胸部外科 肺部肿瘤外科",
    "心脏外科": "心外科 心血管外科 心脏大血管外科 心脏血管外科 大血管外科 小儿心脏外科",
    "骨科": "骨外科 创伤骨科 关节外科 脊柱外科 关节科 脊柱科 手外科 骨关节科 运动医学科 矫形骨科 足踝外科 "
    "骨肿瘤科 骨伤科 显微外科 骨质疏松科 创伤外科 手足外科 小儿骨科 中医骨科",
    "烧伤整形科": "烧伤科 整形科 整形外科 整形美容科 医学美容科 美容科 烧伤整形外科 整形美容外科 美容外科",
    "妇产科": "妇产科学 妇科 产科 妇科内分泌 普通妇科 计划生育科 产前诊断科 妇科肿瘤科 产前检查科 "
    "高危产科 妇女保健科 宫颈科 妇泌尿科 妇科门诊 妇科微创科",
    "生殖医学科": "生殖科 生殖中心 生殖医学中心 不孕不育科 辅助生殖科 生殖内分泌科 遗传与不育科 优生遗传科",
    "儿科": "儿科学 小儿科 儿内科 小儿内科 普通儿科 新生儿科 小儿呼吸科 小儿消化科 小儿神经内科 "
    "小儿心内科 小儿血液科 小儿肾内科 小儿内分泌科 小儿感染科 小儿免疫科 小儿保健科 儿童保健科 儿保科 "
    "小儿急诊科 小儿康复科 儿科综合 小儿营养保健科 儿童呼吸科 儿内呼吸科 小儿遗传代谢科 小儿精神科 "
    "小儿皮肤科",
    "小儿外科": "儿外科 小儿泌尿外科 小儿普外科 小儿胸外科 小儿肛肠科 新生儿外科",
    "耳鼻喉科": "耳鼻喉 耳鼻咽喉科 耳鼻咽喉头颈外科 耳鼻咽喉-头颈外科 耳鼻喉头颈外科 头颈外科 耳科 鼻科 "
    "咽喉科 小儿耳鼻喉科 耳鼻喉头颈科 耳鼻咽喉头颈科",
    "眼科": "眼科学 小儿眼科 眼底科 白内障科 青光眼科 角膜科 眼眶科 眼视光科 斜视科 眼外伤科 眼科中心",
    "口腔科": "口腔科学 口腔颌面外科 颌面外科 口腔内科 口腔正畸科 正畸科 口腔修复科 口腔种植科 牙科 "
    "牙体牙髓科 牙周科 口腔黏膜科 儿童口腔科 种植科",
    "皮肤科": "皮肤性病科 皮肤病科 皮肤与性病科 皮肤病与性病科 性病科 皮肤美容科 皮肤外科",
    "精神科": "精神心理科 心身医学科 精神病科 精神卫生科 司法鉴定科 成瘾医学科 睡眠医学科 睡眠科 戒毒科 双相障碍科",
    "心理科": "心理咨询科 医学心理科 临床心理科 心理卫生科 心理门诊",
    "肿瘤科": "肿瘤内科 肿瘤外科 肿瘤中心 肿瘤综合科 肿瘤妇科 放疗科 放射治疗科 化疗科 肿瘤放疗科 "
    "肿瘤化疗科 肿瘤康复科 骨与软组织科 肿瘤介入科 肿瘤放化疗科",
    "中医科": "中医内科 中医学 中医妇科 中医儿科 中医外科 中医皮肤科 中医脾胃科 中医肿瘤科 中医心内科 "
    "中医呼吸科 中医肾病内科 中医男科 中医肝病科 中医风湿免疫科 中医免疫内科 中医消化科 中医神经内科 "
    "中医老年病科 中医乳腺外科 中医全科 国医堂 中医科门诊",
    "中西医结合科": "中西医结合内科 中西医科 中医中西医结合科",
    "针灸推拿科": "针灸科 推拿科 针灸按摩科 中医推拿科 针灸康复科",
    "康复科": "康复医学科 康复中心 理疗科 物理治疗科 康复理疗科",
    "急诊科": "急诊 急诊医学科 急诊内科 急危重症医学科 急诊中心",
    "重症医学科": "ICU ICU科 重症监护室 重症监护科 重症科 监护室",
    "全科医学科": "全科 全科医学 全科门诊 家庭医学科",
    "疼痛科": "疼痛门诊 疼痛医学科",
    "麻醉科": "麻醉医学科",
    "介入科": "介入医学科 介入治疗科 介入血管科 介入放射科 放射介入科",
    "医学影像科": "影像科 放射科 超声科 核医学科 CT室 磁共振室 B超室 医学影像学 超声诊断科",
    "检验科": "病理科 医学检验科 检验医学科",
    "营养科": "临床营养科 营养中心",
    "职业病科": "职业病与中毒科 中毒科",
    "体检科": "体检中心 健康管理科 健康管理中心 体检、治未病中心 治未病科",
    "药剂科": "药学部 药剂部 药学门诊",
    "变态反应科": "过敏反应科 过敏科",
}

# What a hospital adds to tell its own units apart: brackets, campuses, wards, numbered units.
_BRACKETS = re.compile(r"[（(【\[][^（()）】\]]*[)）】\]]?")
_HOSPITAL = re.compile(r"^.*(?:医院|卫生院|医学院)(?=.*[科室心部]$)")
_CAMPUS = re.compile(
    r"(?:[东西南北中新老]{1,2}|本|总|分|主|国际)院区?(?![室科])|[东西南北新老]区(?=[\u4e00-\u9fff]{2,})|本部|院区|国际部|特需部?"
)
_WARD = re.compile(r"第?[0-9０-９一二三四五六七八九十]+(?:病区|病房|病室|区|组|部|病科)$|(?:综合)?病[区房]$")
_NUMBERED = re.compile(r"第?[0-9０-９一二三四五六七八九十ⅠⅡⅢIV]+科$")
_CLINIC = re.compile(r"(?<=科)(?:专家|专科|普通)?门诊$")


def strip_unit(name: str) -> str:
    """Remove what tells a hospital's own units apart: brackets, campus, ward and unit numbers.

    Args:
        name: a department as written, such as `呼吸内科二病区（东院）`.

    Returns:
        The name without them, such as `呼吸内科`; a name that would become empty is returned as it came.
    """
    plain = _BRACKETS.sub("", re.sub(r"\s+", " ", name)).strip(" ，,。.；;:：-—")
    plain = _CAMPUS.sub("", _HOSPITAL.sub("", plain))
    plain = _CLINIC.sub("", _WARD.sub("", plain))
    plain = _NUMBERED.sub("科", plain).strip()
    return plain if plain not in ("", "科") else name.strip()


def alias_table(extra: Mapping[str, str] | None = None, broad: bool = True) -> dict[str, str]:
    """Return the table from a written name to the name used.

    Args:
        extra: further entries, written name → name used; they win over `BROAD_DEPARTMENTS`.
        broad: whether `BROAD_DEPARTMENTS` is used at all.

    Returns:
        A dictionary; a name that is not in it stays as written.
    """
    table = {alias: name for name, aliases in BROAD_DEPARTMENTS.items() for alias in aliases.split()} if broad else {}
    return table | dict(extra or {})


def normalise_department(name: str, table: Mapping[str, str]) -> str:
    """Bring a department to its broad name.

    Args:
        name: the department as written.
        table: from `alias_table`.

    Returns:
        The name in `table` for the name as written or, failing that, for the name without its unit; else the
        name without its unit.
    """
    written = name.strip()
    if written in table:
        return table[written]
    plain = strip_unit(written)
    return table.get(plain, plain)


def most_frequent(departments: Iterable[str], top_k: int | None, minimum_rows: int = 1) -> list[str]:
    """Return the departments to keep, most frequent first; ties are in the order of the name.

    Args:
        departments: one name for each row.
        top_k: how many to keep at most; `None` keeps all.
        minimum_rows: a department with fewer rows is left out.
    """
    counts = Counter(departments)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return [name for name in ranked[:top_k] if counts[name] >= minimum_rows]
