"""Replies that teach nothing: the platform's templates, requests for photographs, bare greetings, fragments.

Judged clause by clause: a reply is a fault only if nothing else is in it. A diagnosis that ends by asking for a
photograph stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from medtune.data.records import Record

EMPTY = "empty reply"
TEMPLATE = "template reply"
VOICE = "voice reply"
CALL = "telephone call"
PHOTO = "photo request"
SHORT = "reply too short"
REPEATED = "repeated reply"  # judged over all rows
REASONS = (EMPTY, TEMPLATE, VOICE, CALL, PHOTO, SHORT)

# What a platform puts before or in place of the doctor's own words; removed from the reply.
_PHRASES = {
    "thanks, all read": r"感谢您?的?信任[，,]?\s*(?:您?的?病情资料)?我?已(?:经)?(?:详细)?(?:阅读|了解|查看)[。.]?",
    "advice follows": r"根据您?(?:现有|目前|提供)的(?:资料|信息)[，,]\s*(?:我的)?建议(?:如下)?[:：]",
    "examinations missing": r"您目前的检查资料不齐全[，,]需要补充以下检查[:：]?",
    "reminder sent": r"医生给您发来一?个?(?:提醒|问诊表|通知|随访|量表)[:：。]?",
    "record studied": (
        r"(?:[您你]好[，,！!]?\s*)?我已经?(?:仔细|认真|详细)(?:研读|阅读|查看|了解)了?[您你]的(?:资料|病情|描述)[，,]?"
    ),
    "glad to help": r"很高兴为您提供(?:医学)?(?:指导|帮助|服务)+[!！。]?",
    "busy, answer later": r"(?:[您你]好[，,！!]?\s*)?我现在正忙[，,]会尽快答复[^\n]*?(?:请等候|答复您的问题)[!！。]?",
    "questions follow": r"还有一些细节需要问[你您][^\n]*?回答就可以啦[!！]?",
    "expect a call": r"或?[你您]?注意接听[0-9]+开头的电话[。.]?[^\n，。）)]*[）)]?",
    "call through the platform": r"医生使用隐私电话功能与患者通话[:：]?|医生给患者打电话患者未接听[:：]?",
    "form to fill in": r"请?尽快填表[，,]我需要了解[你您]的情况[:：]?(?:\s*《[^》\n]*》[:：]?)*",
    "form filled in": r"我已完成了[^\n《]{0,12}下发的《[^》\n]*》[:：]?(?:\s*得分[:：]\s*[0-9]+分?)?",
}
_PHRASE = {name: re.compile(phrase) for name, phrase in _PHRASES.items()}
_PLATFORM = re.compile("|".join(_PHRASES.values()))
# One of these stands in every phrase: most replies hold none, and looking for the phrases takes thirty times as long.
_MARKERS = re.compile(
    "感谢您?的?信任|根据您?(?:现有|目前|提供)的|检查资料不齐全|医生给您发来|我已(?:经?(?:仔细|认真|详细)|完成了)|很高兴为您提供|我现在正忙|"
    "还有一些细节需要问|注意接听|医生使用隐私电话功能|医生给患者打电话|填表"
)
# Polite words, which stay where there is more to the reply.
_POLITE = re.compile(
    "(?:"
    + "|".join(
        (
            r"[您你]们?好|大家好|早上好|上午好|下午好|晚上好|谢谢(?:您|你|信任|咨询)?|不客气|不用谢|没事|好的?|嗯|哦|可以吗?|好吗|行吗|是的?",
            r"请问|稍等|在吗|在的|再见|祝[您你]?(?:早日)?(?:康复|健康)|亲|朋友|患者|医生|无|很高兴(?:能)?[为给][您你](?:解答|服务)",
            r"(?:以上|上述)(?:建议|内容|意见)?仅供参考|[您你]?(?:想|要)?(?:有|需要|咨询)(?:了解)?(?:些)?什么(?:问题|帮助|需要)?吗?",
            r"(?:[您你]的)?(?:问题|咨询)?我?已经?收到|请?[您你]?(?:耐心)?(?:等待|等候|稍候)",
            r"hello|hi|dear(?: user| patient)?|ok(?:ay)?|thanks?|thank you|regards|take care|welcome to .*",
            r"(?:thanks?|thank you) for .*",
            r"i have (?:gone through|read|reviewed) your (?:query|question|history|case).*",
        )
    )
    + r")*[啊呀呢哈的了~～]*",
    re.IGNORECASE,
)
_VOICE = re.compile(r"(?:通过|用|发送?了?)语音.{0,8}(?:回答|回复|解答|收听)|请(?:及时|注意)?收听|^\[?语音\]?$")
_CALL = re.compile(
    r"(?:接|听|打|回|通|等)(?:一?下|个|听|我的?)*电话|电话(?:联系|沟通|告知|说|聊)|接电话|联系方式|加(?:我|个)?微信"
)

_DOCUMENT = (
    r"(?:照片|相片|图片|图像|影像|片子|胸片|(?:CT|X光)(?:片子?)?|磁共振|核磁|MRI|B超|彩超|心电图|胃镜|报告单?|化验单?|化验结果|检验单?|"
    r"检查(?:报告|单|结果|资料)?|结果|资料|病历|出院小结|舌苔|舌头|药盒|处方|单子|指标|"
    r"photos?|pictures?|images?|reports?|x-?rays?|scans?)"
)
_SEND = re.compile(
    r"上传|传(?:一?下|给|上来|过来|到)|发(?:一?下|给|来|过来|上来|送|出来|张|几张|我|全)|拍(?:照|一?下|给|个|张|几张|了|清|出来|来)"
    r"|补充|提供|[贴晒]出?上?来|看不?清|\b(?:upload|attach|send|share|post)\b",
    re.IGNORECASE,
)
_DOCUMENT_ALONE = re.compile(
    rf"(?>[您你]?的?(?:有|做过?)?(?:没有|没)?[\u4e00-\u9fffA-Za-z]{{0,8}}?{_DOCUMENT}(?:[和与及、或]|以及)?)+"
    r"(?:有(?:吗|没有|么)?|呢|吗|么|怎么样|带了吗)?",
    re.IGNORECASE,
)
_LET_ME_LOOK = re.compile(
    r"(?:请|让|给|以便|便于|方便)?(?:我|医生)?们?(?:再|先|好|来|才能?|能)?(?:看看?|瞧瞧?|参考|判断|分析|评估|了解)(?:一?下|一看)?"
    r"(?:病情|情况|具体情况)?(?:再说|好吗|可以吗|吧|吗)?|let me (?:see|have a look)|for review",
    re.IGNORECASE,
)
# `[。！？!?；;，,\n]+|(?<=[A-Za-z])\.(?:\s|$)|\s{2,}`, written so that it is tried only where one of these stands.
_CLAUSE = re.compile(
    r"[。！？!?；;，,\n.\s](?:(?<=[。！？!?；;，,\n])[。！？!?；;，,\n]*|(?<=[A-Za-z]\.)(?:\s|$)|(?<=\s)\s+)"
)
_WORDLESS_LINE = re.compile(r"^[\W_]*\n|\n[\W_]*$", re.MULTILINE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NO_LETTER = re.compile(r"[\W_]+")
_MARKS = " \t\r\n，,。.！!？?；;：:、~～-—…·"
_LONGEST_CHINESE_REQUEST = 40
_LONGEST_FAULT = 120  # characters; whoever writes more has said something


def strip_templates(reply: str) -> str:
    """Remove the platform's own phrases from a reply; what the doctor wrote stays as written."""
    if not _MARKERS.search(reply):
        return reply
    stripped = _PLATFORM.sub("", reply)
    return reply if stripped == reply else _WORDLESS_LINE.sub("", stripped).strip().lstrip("，,。：:；; ")


def platform_phrases(reply: str) -> list[str]:
    """Return the names of the platform's phrases in a reply, those that `strip_templates` removes."""
    return [name for name, phrase in _PHRASE.items() if phrase.search(reply)]


def reply_fault(reply: str, min_characters: int = 3, widened: int = 1) -> str | None:
    """Return why a reply teaches nothing, one of `REASONS`, or `None` if it does.

    Args:
        reply: the doctor's words.
        min_characters: replies with fewer letters and digits are `reply too short`.
        widened: factor of all limits of length. A reply without a fault that has one at 2 is near a threshold.
    """
    return _fault(reply, strip_templates(reply), min_characters, widened)


def _fault(reply: str, own_words: str, min_characters: int, widened: int = 1) -> str | None:
    if not reply.strip(_MARKS):
        return EMPTY
    if len(own_words) > _LONGEST_FAULT * widened:
        return None
    clauses = (clause for clause in _clauses(own_words) if not _POLITE.fullmatch(clause))
    if len(own_words) <= _LONGEST_CHINESE_REQUEST * widened or not _CHINESE.search(own_words):
        clauses = list(clauses)
        if clauses and _VOICE.search(own_words):
            return VOICE
        if clauses and all(_CALL.search(clause) for clause in clauses):
            return CALL
        if _is_photo_request(clauses):
            return PHOTO
    fault, letters = TEMPLATE, 0
    for clause in clauses:  # the first is most often enough to know
        letters += len(_NO_LETTER.sub("", clause))
        if letters >= min_characters * widened:
            return None
        fault = SHORT
    return fault


def clean_reply(record: Record, min_characters: int = 3) -> Record | str:
    """Keep a record whose reply says something; remove the platform's phrases from it.

    Args:
        record: one without a reply (`None`) is returned as it is; whether it needs one is not judged here.
        min_characters: see `reply_fault`.

    Returns:
        The record, or the reason it is kept aside, one of `REASONS`.
    """
    if record.reply is None:
        return record
    own_words = strip_templates(record.reply)
    fault = _fault(record.reply, own_words, min_characters)
    if fault:
        return fault
    return record if own_words == record.reply else replace(record, reply=own_words)


def _clauses(text: str) -> Iterator[str]:
    """Yield the clauses that hold more than marks; the text is read no further than they are asked for."""
    start = 0
    while start < len(text):
        end = _CLAUSE.search(text, start)
        clause = text[start : end.start() if end else None].strip(_MARKS)
        if clause:
            yield clause
        start = end.end() if end else len(text)


def _is_photo_request(clauses: list[str]) -> bool:
    text = "".join(clauses)
    asked_for = re.search(_DOCUMENT, text, re.IGNORECASE) or "拍" in text or "上传" in text
    requests = [bool(_SEND.search(clause)) for clause in clauses]
    return bool(asked_for) and any(requests) and all(map(_is_about_documents, clauses, requests))


def _is_about_documents(clause: str, request: bool) -> bool:
    return request or bool(_DOCUMENT_ALONE.fullmatch(clause) or _LET_ME_LOOK.fullmatch(clause))
