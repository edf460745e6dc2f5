"""Replies that teach nothing: the platform's templates, requests for photographs, bare greetings, fragments.

Judged clause by clause: a reply is set aside only if nothing else is in it, so `你好，考虑咽炎，方便的话上传检查单` stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from medtune.data.records import Record

EMPTY = "empty reply"
TEMPLATE = "template reply"
VOICE = "voice reply"
PHOTO = "photo request"
SHORT = "reply too short"
REASONS = (EMPTY, TEMPLATE, VOICE, PHOTO, SHORT)

# What a platform puts before or in place of the doctor's own words.
_PLATFORM = re.compile(
    r"感谢您?的?信任[，,]?\s*(?:您?的?病情资料)?我?已(?:经)?(?:详细)?(?:阅读|了解|查看)[。.]?"
    r"|根据您?(?:现有|目前|提供)的(?:资料|信息)[，,]\s*(?:我的)?建议(?:如下)?[:：]?"
    r"|您目前的检查资料不齐全[，,]需要补充以下检查[:：]?"
    r"|医生给您发来一?个?(?:提醒|问诊表|通知|随访|量表)[:：。]?"
    r"|您?好?[，,]?我已经?(?:仔细|认真|详细)(?:研读|阅读|查看|了解)了?您的(?:资料|病情|描述)"
    r"[，,]?(?:很高兴为您提供(?:医学)?(?:指导|帮助|服务)+[!！。]?)?"
    r"|很高兴(?:能)?(?:为|给)您(?:解答|服务|提供(?:服务|帮助))[!！。]?"
    r"|(?:以上|上述)(?:建议|内容|意见)?仅供参考[，,。]?|(?:您的)?(?:问题|咨询)?(?:我)?已(?:经)?收到[，,]?(?:请)?(?:您)?(?:耐心)?(?:等待|稍候|稍等)?"
    r"|我?现在?正?(?:在?忙|有事)[，,]?(?:我)?(?:会|将)?(?:尽快|稍后)(?:答复|回复|回答)您?的?(?:问题)?"
    r"|(?:thanks?|thank you) for (?:your |the )?(?:query|question|asking|using|posting|contacting|writing)[^.!?\n]*[.!?]?"
    r"|i have (?:gone through|read|reviewed) your (?:query|question|history|case)[^.!?\n]*[.!?]?"
    r"|welcome to [^.!?\n]*[.!?]?",
    re.IGNORECASE,
)
_VOICE = re.compile(r"(?:通过|用|发送?了?)语音.{0,8}(?:回答|回复|解答|收听)|请(?:及时|注意)?收听|^\[?语音\]?$")
_GREETING = re.compile(
    r"(?:[您你]们?好|大?家好|早上好|上午好|下午好|晚上好|谢谢(?:您|你|信任|咨询)?|不客气|不用谢|好的?|嗯+|哦+|可以吗?|好吗|行吗|是的?|"
    r"请问|稍等|在吗|在的|再见|祝(?:您|你)?(?:早日)?(?:康复|健康)|亲|朋友|患者|医生|hello|hi|dear(?: user| patient)?|"
    r"ok(?:ay)?|thanks?|thank you|regards|take care)*[啊呀呢哈的了~～]*",
    re.IGNORECASE,
)
_DOCUMENT = (
    r"(?:照片|相片|图片|图像|影像|片子|胸片|CT片?|ct片?|Ct片?|X光片?|x光片?|磁共振|核磁|MRI|B超|彩超|心电图|胃镜|报告单?|化验单?|化验结果|"
    r"检验单?|检查(?:报告|单|结果|资料)?|结果|资料|病历|出院小结|舌苔|舌头|患处|皮疹|皮损|药盒|处方|单子|指标|"
    r"photos?|pictures?|images?|reports?|x-?rays?|scans?)"
)
_SEND = re.compile(
    r"(?:再|重新|都|也|请|先|把|将|能|麻烦)*(?:上传|传(?:一?下|给|上来|过来|到)|发(?:一?下|给|来|过来|上来|送|出来|到|张|几张|我|全)"
    r"|拍(?:照|一?下|给|个|张|几张|了|清|出来|来)|补充(?:一下)?|提供(?:一下)?|贴(?:出|上)来?|给我?看|看不?清)"
    r"|\b(?:upload|attach|send|share|post)\b",
    re.IGNORECASE,
)
_PHOTOGRAPH = re.compile(r"拍(?:个|张|几张|一下)?(?:照|图|片)?|照片|图片|上传|photo|picture|upload", re.IGNORECASE)
_DOCUMENT_ALONE = re.compile(
    rf"(?:[您你]?的?(?:有|做过?)?(?:没有|没)?[\u4e00-\u9fffA-Za-z]{{0,8}}?{_DOCUMENT}(?:[和与及、或]|以及)?)+"
    r"(?:有(?:吗|没有|么)?|呢|吗|么|怎么样|带了吗)?",
    re.IGNORECASE,
)
_AND_LOOK = re.compile(
    r"(?:请|让|给|以便|便于|方便)?(?:我|医生)?(?:们)?(?:再|先|好|来|才能?|能)?(?:看看?|瞧瞧?|参考|判断|分析|评估|了解)(?:一?下|一看)?"
    r"(?:病情|情况|具体情况)?(?:再说|好吗|可以吗|吧|吗)?|let me (?:see|have a look)|for review",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[。！？!?；;，,\n]+|(?<=[A-Za-z])\.(?:\s|$)|\s{2,}")
_OUTSIDE = " \t\r\n，,。.！!？?；;：:、~～-—…·"
_LONGEST_REQUEST = 40


def strip_templates(reply: str) -> str:
    """Remove the platform's own phrases from a reply; what the doctor wrote stays as written."""
    return _PLATFORM.sub("", reply).strip().lstrip("，,。：:；; ")


def reply_fault(reply: str | None, min_characters: int = 4) -> str | None:
    """Return why a reply teaches nothing, one of `REASONS`, or `None` if it does.

    Args:
        reply: the doctor's words.
        min_characters: replies with fewer letters and digits are `reply too short`.
    """
    if not (reply or "").strip(_OUTSIDE):
        return EMPTY
    if _VOICE.search(reply) and len(reply) <= _LONGEST_REQUEST:
        return VOICE
    clauses = [clause.strip(_OUTSIDE) for clause in _CLAUSE.split(strip_templates(reply))]
    clauses = [clause for clause in clauses if clause and not _GREETING.fullmatch(clause)]
    if not clauses:
        return TEMPLATE
    if _is_photo_request(clauses):
        return PHOTO
    own_words = re.sub(r"[\W_]+", "", "".join(clauses))
    return SHORT if len(own_words) < min_characters else None


def clean_reply(record: Record, min_characters: int = 4, next_turn: bool = True) -> Record | str:
    """Keep a record whose reply says something; remove the platform's phrases from it.

    Args:
        record: one without a reply (`None`) is returned as it is; whether it needs one is not judged here.
        min_characters: see `reply_fault`.
        next_turn: if the first reply says nothing, take the next thing the doctor says that does, as long as the
            patient has not spoken in between.

    Returns:
        The record, or the reason it is kept aside, one of `REASONS`.
    """
    if record.reply is None:
        return record
    fault = reply_fault(record.reply, min_characters)
    if fault is None:
        cleaned = strip_templates(record.reply)
        return record if cleaned == record.reply else replace(record, reply=cleaned)
    for text in _first_doctor_turns(record) if next_turn else ():
        if reply_fault(text, min_characters) is None:
            return replace(record, reply=strip_templates(text))
    return fault


def _first_doctor_turns(record: Record) -> list[str]:
    texts: list[str] = []
    for turn in record.turns:
        if turn.role == "doctor":
            texts.append(turn.text)
        elif texts:
            break
    return texts


def _is_photo_request(clauses: list[str]) -> bool:
    text = "".join(clauses)
    if len(text) > _LONGEST_REQUEST * (1 if re.search(r"[\u4e00-\u9fff]", text) else 3):
        return False
    request = any(_SEND.search(clause) for clause in clauses)
    about = re.search(_DOCUMENT, text, re.IGNORECASE) or _PHOTOGRAPH.search(text)
    return bool(request and about) and all(_asks_for_document(clause) for clause in clauses)


def _asks_for_document(clause: str) -> bool:
    if _DOCUMENT_ALONE.fullmatch(clause) or _AND_LOOK.fullmatch(clause):
        return True
    return bool(_SEND.search(clause))
