"""Texts that every card has."""

WARNING = """**No diagnosis.** This model was made for research and for support of people who can judge what it says.
It can be wrong about any patient, and it must not decide alone about anybody's treatment.
本模型仅供研究和辅助参考，其输出不构成诊断，不能替代医生的判断。"""

LIMITS = """## What it is for, and what it is not

For research on medical language models, and for tools in which a person who can judge it reads every output first. Not
for diagnosis, treatment, triage without a human, or emergencies.

It knows what stood in its training data, and repeats their errors, their habits and their gaps: one country's
hospitals, one platform's doctors, few rare diseases. It can state false things fluently, in Chinese and in English.
Figures on a test split of the same source say little about other patients. It may repeat passages of its training
data: ask whether these, and the licence of its base, allow the use you have in mind."""


def short(value: str) -> str:
    """Return the beginning of a hash; other texts as they are."""
    digits = "0123456789abcdef"
    return value[:12] if len(value) >= 32 and set(value) <= set(digits) else value
