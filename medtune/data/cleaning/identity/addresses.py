"""Addresses down to the street, and names of hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.name_words import words
from medtune.data.cleaning.spans import Span

_HAN = r"[\u4e00-\u9fff]"
_NUMERAL = "0-9０-９A-Za-z一二三四五六七八九十百零〇"
_UNIT = (
    r"(?:自治区|自治州|特别行政区|开发区|省|市|区|县|旗|盟|镇|乡|街道|村委会|村|屯|大街|大道|路|街|巷|弄|胡同|道|"
    r"号院|号楼|号|栋|幢|座|单元|层|楼|室|户|组|队|"
    r"小区|花园|公寓|新村|苑|大厦|广场|社区|家园|邮编)"
)
# Words that end what comes before an address rather than begin the address.
_NO_PLACE = "或的在是到从去我你您他她们了过与及给就也很把被让叫痛疼药吃有没不这那哪个些什么怎吗呢吧啊址，"
_NO_PLACE_NAME = _NO_PLACE + "住于医院病症"
_PART = rf"(?:(?![{_NO_PLACE}])[\u4e00-\u9fff{_NUMERAL}#\-－]){{1,12}}?{_UNIT}\s?"
_GAP = r"(?:[\s:：,，是为在于(（]|的){0,6}"
# The estate and flat behind a house number: 万科城5-1-2201, 棉纺厂宿舍 11号楼2单元903室, 26-2-2802.
# Behind what looks like a building of somebody's address: a bed, or a part of a hospital.
_WARD = re.compile(
    r"\s?[0-9]{1,3}\s?加?床|加?床(?!位)|(?:[0-9一二三四五六七八九]{1,2}[层楼])?(?:[东西南北]侧)?(?:门诊|诊室|窗口|病区|诊区|药房|大厅|"
    r"护士站|取药|缴费|挂号|抽血|(?:检验|放射|超声|影像|病理|[内外妇产儿眼骨]|急诊|皮肤|口腔|病案|药剂|输液|体检|心电图?|[BC][超T]|彩超|核磁)"
    r"[科室处中])"
)
_FLAT = re.compile(
    r"[ \u3000,，]?(?![和与及从])(?:(?:(?![是的在请到去了我您住])[\u4e00-\u9fff]){2,10}?[ \u3000]?)?"
    r"(?:[0-9A-Za-z]{1,3}[\-－](?:[0-9]{1,2}[\-－])?[0-9]{3,4}(?![0-9\-])|"
    r"[甲乙丙丁]?[0-9A-Za-z]{1,3}(?:栋|幢|座|号楼|#楼?|号院|楼)"
    r"(?:[ ]?[0-9一二三四五六七八九]{1,2}(?:单元|门|座|梯))?[ ]?(?:[0-9]{1,2}[层楼][ ]?)?"
    r"(?:[0-9]{3,4}(?![0-9])[室号房户]?|(?<=[层楼])[A-Z](?![A-Za-z0-9])))"
)
_AFTER_CUE = re.compile(
    rf"{_GAP}((?:{_PART}){{1,10}}(?:[{_NUMERAL}\-－]{{1,8}}(?:号|室|"
    rf"座)?)?(?:[\s,，]*(?:邮编)?[:：]?\s?[0-9]{{6}}(?![0-9]))?)"
)
_BEFORE_PLACE = re.compile(
    rf"(?:(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,8}}?(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道|村|路|"
    rf"街)\s?)*(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,6}}[0-9]{{0,4}}$"
)
_BEHIND_PLACE = re.compile(
    rf"\s?(?:[甲乙丙丁]?[{_NUMERAL}\-－]{{1,6}}\s?(?:号院|号楼|号|弄|座|栋|幢|组|队|社|屯|支弄|巷|单元|区|期|"
    rf"#)\s?)(?:[{_NUMERAL}\-－]{{1,6}}\s?(?:号楼|号|弄|座|栋|幢|单元|层|楼|室|户|组)\s?|{_HAN}{{2,6}}(?:小区|花园|"
    rf"公寓|大厦|苑|[0-9]{{1,3}}(?:栋|幢|号楼))\s?)*"
    rf"(?:[0-9]{{2,4}}(?![0-9.\-－#栋幢座])[室房户]?|[东西左右南北中]户)?(?:[\s,，]*(?:邮编)?[:：]?\s?[0-9]{{6}}(?![0-9]))?"
)
# A flat that is told by its building and number: 玫瑰园16栋1001室, 三中宿舍5楼256, 翠湖苑9-4-802, 新民村第一生产队.
_DWELLING_NAME = rf"(?:[属大家小]院|(?![{_NO_PLACE_NAME}科部诊]){_HAN}){{2,14}}"
_DWELLING = re.compile(
    rf"(?:{_DWELLING_NAME}|(?<=[0-9号][，, ]))(?:第?[0-9一二三四五六七八九十]{{1,3}}(?:生产队|村民组)|"
    r"(?<=[区园苑院邸庭湾城村楼府畔轩阁台墅郡汇居廷岸洲岛馆谷里景都域])[0-9]{1,3}[\-－][0-9]{1,2}[\-－][0-9]{3,4}(?![0-9\-])|"
    r"(?<![0-9.])[0-9A-Za-z]{1,3}\s?(?:栋|幢|号?(?:宿舍|公寓|家属|住宅|教工)?楼|座|"
    r"#楼?)\s?(?:[0-9一二三四五六]{1,2}\s?(?:单元|门|座)\s?)?"
    r"(?:[0-9]{1,2}\s?[层楼]\s?(?:[0-9]{1,4}\s?(?:号|室|户|房)|[东西左右南北中]户|[A-Z](?![A-Za-z0-9]))|[0-9]{3,4}(?![0-9.%]))"
    r"\s?(?:室|房|号|户)?)"
)
_PASSED = re.compile("堵|[上下]车|直行|[左右]转|附近|旁边|等红灯|有[个家]|那[个家]")
_NUMBERED = re.compile("[0-9A-Za-z]|生产队|村民组")
_DIGIT = re.compile("[0-9]")
_REACH = 48  # so far behind a cue at most begin the first level of an address and the number of a flat
_CROSSING = re.compile(
    rf"(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,8}}(?:路|街|道|巷|"
    rf"线)[与和、跟及](?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,6}}(?:路|街|道|巷|线)(?:的)?$"
)
# 古城镇小李庄4组
_HAMLET = re.compile(
    rf"[镇乡](?:(?![{_NO_PLACE}]){_HAN}){{1,7}}[0-9一二三四五六七八九十]{{1,4}}(?:号|组|队|社|屯|户)(?![线楼])"
)
_BEFORE_TOWN = re.compile(
    rf"(?:(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,8}}?(?:省|自治区|市|州|盟|区|县|旗))*(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,4}}$"
)
# A village that county and township place, without a number.
_VILLAGE = re.compile(
    rf"(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,7}}[市州县区旗](?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,5}}(?:镇|乡|街道|苏木)"
    rf"(?:(?![{_NO_PLACE_NAME}]){_HAN}){{1,6}}$"
)
_DASHED = re.compile(
    rf"[\s:：,，是在到于说]{{0,3}}({_DWELLING_NAME}(?:甲|"
    rf"乙)?[0-9]{{1,3}}[-－][0-9]{{1,2}}(?:[-－][0-9]{{2,4}})?(?![0-9.\-]))"
)
_CAPITALISED = r"(?:St\.|[A-Z][A-Za-z'’\-]*|[0-9]{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))"
_ENGLISH_TAIL = (
    rf"(?:,?\s(?:(?:Apt|Apartment|Suite|Unit|Flat|Floor|Ste|Room|APT|APARTMENT|SUITE|UNIT)\.?\s?#?|"
    rf"#\s?)[0-9A-Za-z]{{1,6}}(?![0-9A-Za-z]))?"
    rf"(?:(?:,\s?|\n)(?!(?:My|I|He|She|We|They|It|The|A|Is|Can|Please|Thank|Thanks|Hi|Hello|Phone|Tel|Email|"
    rf"DOB)(?![a-z]))"
    rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}(?=[,.;!?/)]|\s[A-Z]{{2,3}}\s[0-9]|\s[A-Z]{{1,2}}[0-9]|"
    rf"\s[0-9]{{5,6}}(?![0-9])|\s[a-z/\-]|\s?\n|$)"
    rf"(?:,\s?(?:[A-Z]{{2}}(?![A-Za-z])|{_CAPITALISED}(?:\s{_CAPITALISED})?(?=[,.;\n]|$)))?)?"
    r"(?:,?\s(?:[A-Z]{2}\s)?[0-9]{5,6}(?:-[0-9]{4})?(?![0-9])|,?\s[A-Z]{2,3}\s[0-9]{4}(?![0-9])|"
    r",?\s[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][A-Z]{2}(?![A-Za-z0-9]))?"
)
# The suffixes of the United States Postal Service (Publication 28, appendix C1), where they are words.
_SUFFIXES = "|".join(
    sorted(
        words("""
Rue Via Alley Annex Arcade Avenue Ave Bayou Beach Bend Bluffs? Bottom Boulevard Blvd Branch Bridge Brooks? Burgs?
Bypass Camp Canyon Cape Causeway Centers? Circles? Cliffs? Club Commons? Corners? Course Courts? Ct Coves? Creek
Crescent Crest Crossing Crossroads? Curve Dale Dam Divide Drives? Dr Estates? Expressway Extensions? Falls? Ferry
Fields? Flats? Fords? Forest Forges? Forks? Fort Freeway Gardens? Gateway Glens? Greens? Groves? Harbors? Haven
Heights Highway Hwy Hills? Hollow Inlet Islands? Isle Junctions? Keys? Knolls? Lakes? Land Landing Lane Ln Lights?
Loaf Locks? Lodge Loop Mall Manors? Meadows? Mews Mills? Mission Motorway Mount Mountains? Neck Orchard Oval
Overpass Parks? Parkways? Pass Passage Path Pike Pines? Place Plains? Plaza Points? Ports? Prairie Radial Ramp Ranch
Rapids? Rest Ridges? Rise River Roads? Rd Route Row Run Shoals? Shores? Skyway Springs? Spurs? Squares? Station
Stravenue Stream Streets? St Summit Terrace Throughway Trace Track Trafficway Trail Tunnel Turnpike Underpass
Unions? Valleys? Viaduct Views? Villages? Ville Vista Walks? Wall Ways? Wells? Close Gate Parade Pde Circuit
Esplanade Promenade Quay Wharf Pkwy Cres Cir Terr? Tce Sq Pl Trl
"""),
        reverse=True,  # the longer of two that begin alike
    )
)
_HOUSE_GATE = re.compile(
    "Nagar|Residency|Apartment|Colony|Enclave|Vihar|Puram|Society|Layout|Marg|Bagh|Chowk|Gali|Mohalla|Sector|No\\.|"
    "Plot|Flat|House|H\\.? ?No|Door|D\\.? ?No|Villa|Shop|Qtr|no [0-9]|# ?[0-9]"
)
_STREET_GATE = re.compile("[0-9][A-Za-z]?,? (?:[A-Z][A-Za-z'. ]|[0-9])|[Bb][Oo][Xx] [0-9]")
# India, Pakistan and their neighbours number houses in parts and name quarters: H.No. 4-8-206, Gandhi Nagar.
_HOUSE = re.compile(
    rf"(?:(?:H\.? ?No|House No|Door No|D\.? ?No|Plot No|Plot|Flat No|Flat|Villa No|Villa|Shop No|Block|"
    rf"Qtr\.? No)\.?[ :#]{{0,2}}[A-Z]?-?[0-9]{{1,4}}(?:[-/][0-9A-Z]{{1,4}}){{0,3}}|"
    rf"(?<![0-9.A-Za-z])(?:[A-Z]-)?[0-9]{{1,4}}(?:[-/][0-9A-Z]{{1,4}}){{0,3}}),? (?:(?:{_CAPITALISED}|"
    rf"[A-Z]\.(?:[A-Z]\.)*|Sector|Phase|[0-9]{{1,3}}),? ){{0,5}}"
    rf"(?:{_CAPITALISED} )?(?:Nagar|Residency|Apartments?|Colony|Enclave|Vihar|Puram|Society|Layout|Marg|Bagh|Chowk|"
    rf"Gali|Mohalla|Sector [0-9]{{1,3}}|Phase [0-9IV]{{1,3}}|Road|Street|Towers?|Heights|Complex|"
    rf"Block [A-Z0-9]{{1,2}})(?![A-Za-z])"
    rf"(?:, (?:{_CAPITALISED}|[A-Z]\.[A-Z]\.)(?: {_CAPITALISED})?(?: (?:Road|Street|Nagar|Marg|Colony))?(?=[,.;!?\n]|"
    rf"$| [a-z])){{0,3}}(?:[ ,-]{{1,2}}[0-9]{{6}}(?![0-9]))?"
)
_DOOR = re.compile(
    r"(?:H\.? ?No|House No|Door No|D\. ?No|Plot No|Flat No|Villa No|Qtr\.? No|Plot|Flat|"
    r"[Hh]ouse no|[Ff]lat no|[Pp]lot no|[Dd]oor no|[Hh]\.?no|House|(?<![A-Za-z0-9#])(?=#))"
    r"\.?[ :#]{0,2}[A-Z]?-?[0-9]{1,4}"
    rf"(?:[-/][0-9A-Z]{{1,4}}){{0,4}}"
    rf"(?:, (?:{_CAPITALISED}|[A-Z]\.)(?: (?:{_CAPITALISED}|[0-9]{{1,3}}(?![0-9]))){{0,3}}){{2,4}}"
    r"(?:[ ,-]{1,3}[0-9]{6}(?![0-9]))?"
)
_POST_BOX = re.compile(rf"(?:P\.?\s?O\.?\s?)(?:Box|BOX|box)\s[0-9]{{1,6}}{_ENGLISH_TAIL}")
_HOUSES = "Cottage|House|Lodge|Manor|Farm|Villa|Barn|Court|Hall|Grange|Mews|Apartments?|Building|Towers?"
_STREET = re.compile(
    rf"(?<![0-9.])(?:Unit |Flat |"
    rf"Apt )?[0-9]{{1,4}}[A-Z]?/[0-9]{{1,4}}\s(?:{_CAPITALISED}\s){{1,2}}?(?:{_SUFFIXES})(?![A-Za-z]){_ENGLISH_TAIL}|"
    rf"(?<![0-9.])[0-9]{{2,6}} (?:N\.? |S\.? |E\.? |W\.? )?(?:County|State|Rural|Farm|Forest|Ranch|Old|US|"
    rf"U\.S\.)\.? (?:Road|Rd|Route|Rte|Highway|Hwy)\.? [0-9]{{1,4}}[A-Z]?(?![0-9A-Za-z]){_ENGLISH_TAIL}|"
    rf"(?:(?:Flat|Apt|Unit|Apartment|Suite|Shop|Villa|House)\.? (?:No\.? ?)?[0-9]{{1,4}}[A-Z]?,? )?"
    rf"(?:(?:{_CAPITALISED} ){{1,3}}(?:{_HOUSES}),? )?(?<![0-9.])(?<!mg/)[0-9]{{1,6}}(?:[A-Za-z]|-[0-9]{{1,5}})?\s"
    rf"(?:{_CAPITALISED}\s){{1,3}}?(?:{_SUFFIXES}|{_SUFFIXES.upper()})(?![A-Za-z])"
    rf"(?:\s(?:{_SUFFIXES}|{_SUFFIXES.upper()})(?![A-Za-z]))*\.?{_ENGLISH_TAIL}"
)
_ENGLISH = re.compile(
    rf"(?:[\s:,\-]|is|at|in|the){{0,6}}?((?:[0-9]{{1,6}}[A-Za-z]?,?\s(?:{_CAPITALISED} ?){{1,5}}|"
    rf"(?:Flat|Apt|Unit|PSC|P\.?O\.? Box|USNS|USS|USNV|USCGC)\s{_CAPITALISED}?\s?[0-9]{{0,6}}),?{_ENGLISH_TAIL})"
)
_PROVINCE = re.compile(rf"(?:(?![{_NO_PLACE_NAME}]){_HAN}){{2,4}}$")
_STREET_LEVEL = re.compile("[路街村巷弄号栋苑]|小区|花园|胡同")
_REGION = re.compile(rf"\s?(?:{_PART}){{2,8}}(?:[0-9]{{1,5}}(?![0-9.])号?)?")
_LEVELS = re.compile(_UNIT)
# A hospital has a name if it says whose, which or where: 第二, 附属, 人民, 市; or if it begins where a sentence does.
_NO_HOSPITAL = (
    "的在是到从去住我你您他她们了过与及给就也很把被让叫痛疼药吃有没不这那哪个些什么怎吗呢吧啊址，病症往看转回赴找请问"
    "经由本该各某同"
    "当另来上要几次如果因为影响可以想带决定规家专业者治疗较情况绝今明昨先得检查做挂望建推荐信后前送配痫移植摔急助化简"
)
_PLACE_CHARACTER = rf"(?:上海|自治|建[省州平]|(?![{_NO_HOSPITAL}]){_HAN})"
_WHOSE = (
    "(?:[省市县区州]|大学|医科|附属|人民|中心|第[一二三四五六七八九十]|协和|中医|妇幼|"
    "儿童|肿瘤|红十字|总医|军医|同济|华西|湘雅)"
)
_NO_NAME = "(?:当地|大型|公立|私立|综合|附近|地方|其[他它]|[上县市省]级|一个|正规|三甲|二甲)"
_HOSPITAL_BEFORE = re.compile(
    rf"(?!{_NO_NAME}){_PLACE_CHARACTER}{{0,14}}?{_WHOSE}(?:(?![{_NO_PLACE}]){_HAN}){{0,12}}$|"
    rf"(?<![\u4e00-\u9fff])(?!{_NO_NAME}){_PLACE_CHARACTER}{{2,6}}$"
)
_ENGLISH_HOSPITAL = re.compile(rf"(?:{_CAPITALISED}\s){{1,5}}$")


def address_after(text: str, end: int) -> Iterator[Span]:
    """Yield the address behind a cue such as 家住; a town alone, without district or street, is none."""
    match = _DASHED.match(text, end) if _DIGIT.search(text, end, end + _REACH) else None
    if match:
        yield Span(match.start(1), match.end(1), "address")
        return
    match = _AFTER_CUE.match(text, end) if _LEVELS.search(text, end, end + _REACH) else None
    if match:
        address = match[1].rstrip(" ,，")
        levels = len(_LEVELS.findall(address))
        if levels > 1 and len(address) > 5 and not _WARD.match(text, match.start(1) + len(address)):
            yield _with_flat(text, match.start(1), match.start(1) + len(address))
        return
    match = _ENGLISH.match(text, end)
    if match and re.match(r"[0-9FAUP]", match[1]) and len(match[1]) > 8:
        yield Span(match.start(1), match.end(1), "address")


def address_around(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the address around a word such as 路, if a house number belongs to it."""
    behind = _BEHIND_PLACE.match(text, end)
    if behind and not _WARD.match(text, end + len(behind[0].rstrip())):
        before = _BEFORE_PLACE.search(text, max(0, start - 30), start)
        if before:
            yield _with_flat(text, before.start(), end + len(behind[0].rstrip()))
            return
    word = text[start:end]
    pattern = _VILLAGE if word == "村" else _CROSSING if word in ("交叉口", "交汇处", "交界处") else None
    before = pattern.search(text, max(0, start - 24), start) if pattern else None
    if before and not _PASSED.match(text, end):
        yield Span(before.start(), end, "address")
    around = max(0, start - 16), min(len(text), end + 16)
    for match in _DWELLING.finditer(text, *around) if _NUMBERED.search(text, *around) else ():
        if match.start() <= start and match.end() >= end and not _WARD.match(text, match.end()):
            yield Span(match.start(), match.end(), "address")


def hamlets(text: str) -> Iterator[Span]:
    """Yield Chinese addresses that a township and the number of a group or house tell: 古城镇小李庄4组."""
    for match in _HAMLET.finditer(text):
        before = _BEFORE_TOWN.search(text, max(0, match.start() - 20), match.start())
        if before:
            yield Span(before.start(), match.end(), "address")


def _with_flat(text: str, start: int, end: int) -> Span:
    flat = _FLAT.match(text, end) if text[end - 1] in "号弄巷院村区园寓厦苑" else None
    return Span(start, flat.end() if flat else end, "address")


def english_streets(text: str) -> Iterator[Span]:
    """Yield English addresses that begin with a house number and a street."""
    if _STREET_GATE.search(text):
        for pattern in (_STREET, _POST_BOX, _HOUSE, _DOOR) if _HOUSE_GATE.search(text) else (_STREET, _POST_BOX):
            for match in pattern.finditer(text):
                yield Span(match.start(), match.end(), "address")


def hospital(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the name of a hospital that ends in a cue; a hospital that is not named is none."""
    if text[start].isascii():
        before = _ENGLISH_HOSPITAL.search(text, max(0, start - 50), start) if text[start].isupper() else None
    else:
        before = _HOSPITAL_BEFORE.search(text, max(0, start - 16), start)
    if before:
        yield Span(before.start(), end, "hospital")


def region(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield an address that begins with a province and goes down three levels at least."""
    before = _PROVINCE.search(text, max(0, start - 4), start)
    behind = _REGION.match(text, end) if before else None
    if behind and _STREET_LEVEL.search(behind[0]) and len(_LEVELS.findall(behind[0])) > 1:
        yield Span(before.start(), end + len(behind[0].rstrip()), "address")
