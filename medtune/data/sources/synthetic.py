"""Source `synthetic`: Chinese consultations from a seeded generator, for trying things out without patients' data.

Every text is put together from `synthetic.yaml`, phrases authored for this project. Nothing here is a patient's word or
a doctor's advice. The task is hard on purpose, in the ways triage is: two departments see the same illness, some
complaints fit several departments, the patient denies complaints, mentions a relative's illness or a department already
visited, and mistypes. The doctor's reply answers what the patient wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal

import yaml
from pydantic import Field

from medtune.data.records import Record, Turn
from medtune.recipe.schema import Section

SECOND_DEPARTMENT = 0.2  # share of patients whom the second department sees, where there is one
PEDIATRICS = 0.85  # the same, when the second department is 儿科 and the patient a child
ONLY_COMMON = 0.15  # share of patients who name no telling complaint
PLAIN = 0.4  # share of complaints put as the doctor would; the others in any of their forms
DENIAL = 0.35  # share of patients who say what they do not have
ASIDE = 0.35  # share of patients who mention something that points elsewhere
# weights of: an illness long healed, an acquaintance's, a complaint gone by, a visit elsewhere, a relative's illness
ASIDES = (1, 2, 1, 1, 1)
FOLLOW_UP = 0.35  # share of consultations with a second exchange
TYPO = 0.08  # share of descriptions with a slip of the input method
CHILD = 14  # years; younger patients are children
FREQUENCIES = [1 / (2 + rank) for rank in range(10)]  # the bank lists a department's conditions, frequent ones first
CHILDHOOD = ("呼吸内科", "耳鼻喉科", "儿科")  # departments whose illnesses a child may have had before


class Options(Section):
    """How much to generate.

    Args:
        source: `synthetic`.
        rows: number of consultations.
        seed: seed of the generator; row `n` of a seed is the same whatever `rows` is.
        template_replies: share of rows whose doctor sends a template instead of a reply, as on the platforms that real
            data comes from; the other rows stay as they are without it.
    """

    source: Literal["synthetic"]
    rows: int = Field(ge=1)
    seed: int = Field(default=0, ge=0)
    template_replies: float = Field(default=0, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Patient:
    """Who is ill.

    Args:
        says: how the writer calls the patient; empty when writing of oneself.
        called: how the doctor calls the patient.
        sex: `F` or `M`.
        age: in years.
    """

    says: str
    called: str
    sex: str
    age: int


@dataclass(frozen=True, slots=True)
class Said:
    """Something the patient adds to the complaint, with what the doctor answers to it.

    Args:
        text: the patient's clause.
        answer: the doctor's clause; empty when the doctor passes over it.
    """

    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What one consultation is about, before it is put into words.

    Args:
        condition: entry of `synthetic.yaml`.
        patient: who is ill.
        department: who sees the patient.
        complaints: one to three, as the doctor repeats them and as the patient puts them.
        lasts: `days`, `weeks`, `months` or `years`.
        duration: how long it has lasted, in the patient's words.
        tried: what the patient has already done; may be empty.
        denial: complaints said to be absent.
        aside: what points to another department and has nothing to do with it.
        question: what the patient wants to know.
    """

    condition: dict[str, Any]
    patient: Patient
    department: str
    complaints: list[tuple[str, str]]
    lasts: str
    duration: str
    tried: str
    denial: Said
    aside: Said
    question: Said


def read(rows: int, seed: int = 0, template_replies: float = 0) -> Iterator[Record]:
    """Generate consultations.

    Args:
        rows: number of records.
        seed: seed of the generator.
        template_replies: share of rows with a template in the place of the reply.

    Yields:
        Records with `source="synthetic"`, `meta["synthetic"] == "true"` and ids `synthetic:SEED:N`.
    """
    bank = _bank()
    for number in range(rows):
        record = _consultation(Random(f"{seed}:{number}"), bank, f"synthetic:{seed}:{number}")
        rng = Random(f"template:{seed}:{number}")  # its own, so that it changes nothing else
        if rng.random() < template_replies:
            record.reply = record.turns[1].text = rng.choice(bank["templates"])
            record.meta["template_reply"] = "true"
        yield record


@cache
def _bank() -> dict[str, Any]:
    """Load the phrases; each condition learns its department and what its patients may deny."""
    text = files(__package__).joinpath("synthetic.yaml").read_text(encoding="utf-8")
    bank = yaml.safe_load(text)
    departments = bank["departments"]
    for name, department in departments.items():
        for condition in department["conditions"]:
            condition["department"] = name
            words = "".join(text for key in ("symptoms", "common", "triggers", "tried") for text in condition[key])
            condition["denied"] = [
                (other, forms[0])
                for other in department["near"]
                for forms in (denied.split("/") for denied in departments[other]["denied"])
                if not any(form in words for form in forms)
            ]
            for key in ("symptoms", "common"):
                condition[key] = [forms.split("/") for forms in condition[key]]
    bank["names"] = list(departments)
    bank["weights"] = [department["weight"] for department in departments.values()]
    return bank


def _consultation(rng: Random, bank: dict[str, Any], name: str) -> Record:
    case = _case(rng, bank)
    description = _mistype(rng, bank["typos"], _description(rng, case))
    reply = _reply(rng, case)
    turns = [Turn("patient", description), Turn("doctor", reply)]
    if rng.random() < FOLLOW_UP:
        turns += _follow_up(rng, case)
    return Record(
        id=name,
        source="synthetic",
        language="zh",
        task="triage",
        turns=turns,
        description=description,
        disease=case.condition["disease"],
        department=case.department,
        reply=reply,
        group=name,
        meta={"synthetic": "true", "age": f"{case.patient.age}岁", "duration": case.duration},
    )


def _case(rng: Random, bank: dict[str, Any]) -> Case:
    home = rng.choices(bank["names"], bank["weights"])[0]
    conditions = bank["departments"][home]["conditions"]
    condition = rng.choices(conditions, FREQUENCIES[: len(conditions)])[0]
    patient = _patient(rng, bank["people"], condition)
    department = _department(rng, condition, patient)
    lasts = rng.choice([lasts for lasts in condition["lasts"] if lasts != "years" or patient.age >= CHILD])
    return Case(
        condition=condition,
        patient=patient,
        department=department,
        complaints=_complaints(rng, condition),
        lasts=lasts,
        duration=rng.choice(bank["durations"][lasts]),
        tried=rng.choice(condition["tried"]) if rng.random() < 0.3 else "",
        denial=_denial(rng, condition, patient) if rng.random() < DENIAL else Said(""),
        aside=_aside(rng, bank, condition, department, patient) if rng.random() < ASIDE else Said(""),
        question=_question(rng, condition, department),
    )


def _patient(rng: Random, people: list[dict[str, Any]], condition: dict[str, Any]) -> Patient:
    """Draw a person whom the condition may befall; three in ten are children where children and adults are."""
    low, high = condition["ages"]
    if low < CHILD <= high:
        low, high = (low, CHILD - 1) if rng.random() < 0.3 else (CHILD, high)
    age = rng.randint(low, high)
    sex = condition.get("sex") or rng.choice("FM")
    people = [
        person for person in people if person["ages"][0] <= age <= person["ages"][1] and person.get("sex", sex) == sex
    ]
    person = rng.choices(people, [person["weight"] for person in people])[0]
    return Patient(rng.choice(person["says"]), person["called"], sex, age)


def _department(rng: Random, condition: dict[str, Any], patient: Patient) -> str:
    """Draw the department that sees the patient: some illnesses are seen by two."""
    also = condition.get("also")
    share = SECOND_DEPARTMENT
    if also == "儿科":
        share = PEDIATRICS if patient.age < CHILD else 0
    return also if also and rng.random() < share else condition["department"]


def _complaints(rng: Random, condition: dict[str, Any]) -> list[tuple[str, str]]:
    """Draw one to three complaints, as the doctor would repeat them and as the patient puts them."""
    draw = rng.random()
    if draw < ONLY_COMMON:
        drawn = rng.sample(condition["common"], min(2, len(condition["common"])))
    else:
        drawn = rng.sample(condition["symptoms"], 1 if draw < 0.7 else 2)
        if rng.random() < 0.55:
            drawn.append(rng.choice(condition["common"]))
    return [(forms[0], forms[0] if rng.random() < PLAIN else rng.choice(forms)) for forms in drawn]


def _question(rng: Random, condition: dict[str, Any], department: str) -> Said:
    worry = "这个不能拖。" if condition.get("urgent") else "先不用太紧张。"
    return rng.choice(
        [
            Said(""),
            Said(""),
            Said("请问这是怎么回事？"),
            Said("要不要紧？", worry),
            Said("该挂什么科？", f"可以挂{department}的号。"),
            Said("需要做什么检查？"),
            Said("怎么办才好？"),
        ]
    )


def _denial(rng: Random, condition: dict[str, Any], patient: Patient) -> Said:
    """Draw complaints of other departments that the patient says are absent."""
    (_, first), (_, second) = rng.sample([pair for pair in condition["denied"] if _may_have(patient, pair[0])], 2)
    form: Callable[[str, str], str] = rng.choice(
        [
            lambda a, b: f"没有{a}",
            lambda a, b: f"没有{a}和{b}",
            lambda a, b: f"没{a}",
            lambda a, b: f"{a}倒没有",
        ]
    )
    return Said(form(first, second), f"没有{first}，暂时不往那边考虑。")


def _aside(rng: Random, bank: dict[str, Any], condition: dict[str, Any], department: str, patient: Patient) -> Said:
    """Draw something that points to another department and has nothing to do with the complaint."""
    avoid = (condition["department"], department, condition.get("also"))
    name = rng.choice([other for other in bank["names"] if other not in avoid and _may_have(patient, other)])
    other = bank["departments"][name]
    kind = rng.choices(["healed", "acquaintance", "passed", "visited", "relative"], ASIDES)[0]
    grown = patient.age >= CHILD
    if kind == "healed" and (grown or name in CHILDHOOD):
        when = "小时候" if grown and name == "儿科" else rng.choice(["以前", "前年", "去年"])
        disease = rng.choice(other["healed"])
        return Said(f"{when}得过{disease}，早好了", f"{disease}已经好了，和这次无关。")
    if kind == "acquaintance" and name != "儿科":
        illness = rng.choice(other["conditions"])
        who, sign, disease = (
            rng.choice(["同事", "邻居", "朋友"]),
            rng.choice(rng.choice(illness["symptoms"])),
            illness["disease"],
        )
        return Said(f"{who}{sign}查出{disease}，我有点怕", f"各人情况不同，不一定是{disease}。")
    if kind == "passed":
        sign = rng.choice(other["passed"])
        return Said(f"{rng.choice(['上个月', '上周', '前阵子'])}{sign}，已经好了", f"{sign}好了就不用管它。")
    if kind == "visited" and (name != "儿科" or not grown):
        text = rng.choice([f"在{name}看过，说没问题", f"先挂的{name}，没查出什么"])
        return Said(text, f"{name}查过就不用重复查了。")
    relative, called = rng.choice([("我姐", "您姐姐"), ("我舅舅", "您舅舅"), ("我姑姑", "您姑姑"), ("亲戚", "亲戚")])
    disease = rng.choice(other["chronic"])
    return Said(f"{relative}有{disease}", f"{called}的{disease}和这次关系不大。")


def _may_have(patient: Patient, department: str) -> bool:
    return department != "妇产科" or (patient.sex == "F" and patient.age >= CHILD)


def _description(rng: Random, case: Case) -> str:
    """Write what the patient sends."""
    signs = [sign for _, sign in case.complaints]
    if len(signs) > 1:
        signs[-2:] = [rng.choice(["，还", "，而且", "、", "，同时还"]).join(signs[-2:])]
    sign, duration = "、".join(signs), case.duration
    clauses = [case.denial.text, case.tried and case.tried + rng.choice(["没见好", "不管用", "好一点又犯"])]
    if rng.random() < 0.4:
        clauses.append(rng.choice(case.condition["triggers"]))
    rng.shuffle(clauses)
    clauses.insert(0, rng.choice([f"{sign}{duration}了", f"{duration}前开始{sign}", f"{sign}，有{duration}了"]))
    opening = _opening(rng, case.patient)
    first = opening.endswith("，") and rng.random() < 0.5
    clauses.insert(0 if first else len(clauses), case.aside.text)
    text = opening + "，".join(clause for clause in clauses if clause)
    return f"{text}。{case.question.text}" if case.question.text else text + rng.choice(["。", "", "，求解答。"])


def _opening(rng: Random, patient: Patient) -> str:
    hello = rng.choice(["", "", "", "医生您好，", "大夫，"])
    says, age = patient.says, patient.age
    if says:
        return hello + rng.choice([f"{says}{age}岁，", f"{says}今年{age}岁，", f"替{says}问一下，{age}岁，", says])
    sex = "女" if patient.sex == "F" else "男"
    return hello + rng.choice([f"{sex}，{age}岁，", f"我{age}岁，", f"本人{sex}{age}岁，", "", "我"])


def _reply(rng: Random, case: Case) -> str:
    """Write the doctor's reply: it repeats the complaint, answers what else was said, warns when it may be acute."""
    condition, patient = case.condition, case.patient
    hello, guess = rng.choice(["您好，", "你好，", ""]), rng.choice(["考虑是", "像是", "多半是"])
    sign = case.complaints[0][0]
    text = f"{hello}{patient.called}{sign}{case.duration}了，{guess}{condition['cause']}。建议{condition['exam']}。"
    text += case.question.answer + (case.aside.answer or case.denial.answer)
    if case.tried:
        text += f"{case.tried}效果不好，就别自己再试了，让医生来调整。"
    if case.lasts == "days" or not 6 <= patient.age <= 65:
        return text + f"{condition['care'][0]}，如果{condition['alarm']}，请马上就医。"
    return text + f"平时{'，'.join(condition['care'][:2])}。"


def _follow_up(rng: Random, case: Case) -> list[Turn]:
    """Write a second exchange."""
    acute = case.lasts in ("days", "weeks")
    course = "一般一到两周会好转，没有好转就复诊" if acute else "这需要慢慢调理，请定期复查"
    question, answer = rng.choice(
        [
            ("那大概多久能好？", f"{course}。"),
            ("需要住院吗？", "现在还不能定，等检查结果出来再看。"),
            ("什么情况要赶紧去医院？", f"{case.condition['alarm']}的时候，要马上就医。"),
        ]
    )
    return [Turn("patient", f"好的，谢谢医生。{question}"), Turn("doctor", answer)]


def _mistype(rng: Random, typos: dict[str, str], text: str) -> str:
    """Let some descriptions go out with a typo or without commas."""
    draw = rng.random()
    if draw < TYPO:
        slips = [(right, wrong) for right, wrong in typos.items() if right in text]
        return text.replace(*rng.choice(slips), 1) if slips else text
    return text.replace("，", " ") if draw < TYPO + 0.06 else text
