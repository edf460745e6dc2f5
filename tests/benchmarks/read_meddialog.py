"""How fast, and in how much memory, MedDialog's text files are read on one core.

    python tests/benchmarks/read_meddialog.py [--megabytes 200]

Writes a file of invented consultations in three layouts, in UTF-8 and in GB18030, reads it and prints MB of the file
per second of processor time, and by how much reading raised the process's largest resident memory. Bars: 20 MB/s, and
memory that does not grow with the file (try --megabytes 2000).
"""

from __future__ import annotations

import argparse
import platform
import random
import resource
import tempfile
import time
from pathlib import Path

from medtune.data.records import Record
from medtune.data.sources.meddialog import read

WORDS = [
    "头痛",
    "咳嗽",
    "三天",
    "夜里",
    "加重",
    "吃饭",
    "不好",
    "走路",
    "以后",
    "休息",
    "胸口",
    "有点",
    "发闷",
    "医院",
    "检查",
]


def consultation(number: int, random_: random.Random) -> str:
    """Return one invented consultation of about two thousand bytes."""

    def say(words: int) -> str:
        return "".join(random_.choices(WORDS, k=words)) + "。"

    history = "病情描述（发病时间、主要症状、就诊医院等）"
    form = [
        f"疾病：{say(2)} 内容：{history}：{say(30)}曾经治疗情况和效果：{say(5)}想得到怎样的帮助:{say(5)}",
        f"疾病：\n{say(2)}\n{history}：\n{say(30)}\n想得到怎样的帮助：\n{say(5)}",
        f"疾病： {say(2)}\n病情描述： {say(30)}\n希望获得的帮助： {say(5)}\n过敏史： 无（2020-03-27填写）",
    ][number % 3]
    turns = "".join(f"{role}：\n{say(8)}\n" for _ in range(6) for role in ("医生", "病人"))
    return (
        f"id={number}\nhttps://www.example.org/{number}.htm\n\nDoctor faculty\n某市第一医院  内科  \n\n"
        f"Description\n{form}\n\nDialogue\n{turns}\n"
        f"Diagnosis and suggestions\n病情摘要及初步印象：\n{say(4)}\n总结建议：\n{say(6)}\n\n\n"
    )


def largest_memory() -> float:
    """Return the largest resident memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=int, default=200, help="size of the file in UTF-8 (default: 200)")
    megabytes = parser.parse_args().megabytes
    random_ = random.Random(0)
    texts = [consultation(i, random_) for i in range(1, 2001)]
    repeats = max(1, megabytes * 10**6 // len("".join(texts).encode()))
    print(f"Python {platform.python_version()}, {platform.machine()}")
    print(f"{'encoding':<10}{'MB':>8}{'records':>10}{'MB/s':>8}{'rows/s':>10}{'+ MiB':>10}")
    for encoding in ("utf-8", "gb18030"):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "2020.txt")
            with open(file, "w", encoding=encoding, newline="") as stream:
                for _ in range(repeats):
                    stream.writelines(texts)
            size = file.stat().st_size / 1e6
            before = largest_memory()
            start = time.process_time()
            records = sum(isinstance(record, Record) for record in read(str(file)))
            seconds = time.process_time() - start
            assert records == repeats * len(texts), "a consultation was not read"
            more = largest_memory() - before
        print(f"{encoding:<10}{size:>8.0f}{records:>10}{size / seconds:>8.1f}{records / seconds:>10.0f}{more:>10.1f}")


if __name__ == "__main__":
    main()
