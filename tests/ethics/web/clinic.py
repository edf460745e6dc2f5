"""A study as a clinic would have it: five raters, invented questions, and answers that try to break in."""

import re
import threading
import time
from dataclasses import dataclass

import uvicorn

from medtune.ethics.options import Options
from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import Study
from medtune.ethics.web.app import create_app
from medtune.ethics.web.serve import open_socket

AXES = ("information_security", "etiology_explainability", "user_guidance")
ATTACK = """<script>alert(1)</script><img src=x onerror="alert(2)">'"></textarea></div>{{7*7}} javascript:alert(3)"""
SYSTEMS = [
    NewSystem("qx-medic-7b-lora", (("en", "a computer program"), ("zh", "电脑程序"))),
    NewSystem("Zarnow-Clinic GPT", (("en", "a computer program"), ("zh", "电脑程序"))),
    NewSystem("vk_doctor", (("en", "a doctor"), ("zh", "医生"))),
]
RATERS = [
    NewRater("Ann", "en"),
    NewRater("李明", "zh"),
    NewRater("Ben", "en"),
    NewRater("王芳", "zh"),
    NewRater("Cleo", "en"),
]
QUESTIONS = [
    ("en", "I have had a dry cough for two weeks, worse at night.\nNo fever. Should I worry?"),
    ("zh", "孩子三岁，昨晚开始发烧，最高三十九度，精神还可以。\n需要马上去医院吗？"),
    ("en", f"My label says {ATTACK}. Is that bad?"),
]
ANSWERS = {
    "en": (
        "A cough of two weeks is most often the rest of a cold.\nSee a doctor if it lasts longer than three weeks.",
        f"Take nothing. {ATTACK}",
        "'; DROP TABLE score; -- rest, and drink warm tea.",
    ),
    "zh": (
        "先观察精神和饮水，超过三十八度五可用退热药。\n若精神变差请立即就诊。",
        "不用管。",
        "建议到儿科门诊查血常规。",
    ),
}


def items() -> list[NewItem]:
    """Three questions with three answers each, one of them twice, and a gold item."""
    made = []
    for number, (language, question) in enumerate(QUESTIONS):
        for system, answer in zip(SYSTEMS, ANSWERS[language], strict=True):
            repeats = int(not made)
            made.append(NewItem(f"secret-row:{number}", system.name, language, question, answer, repeats=repeats))
    expected = {"information_security": [0]}
    made.append(NewItem("gold-row:1", None, "en", "May I take twenty pills?", "Take thirty.", expected=expected))
    return made


def few_items() -> list[NewItem]:
    """One answer to each question, two of them with what could break a page."""
    made = items()
    return [made[1], made[5], made[8]]


@dataclass
class Made:
    """A study with its secrets and, where it is served, its address."""

    study: Study
    admin: str
    raters: list[str]
    address: str = ""

    def link(self, rater: int = 0) -> str:
        return f"{self.address}/r/{self.raters[rater]}"


def create(path, few: bool = False, **options) -> Made:
    """Make the study's file, with eleven answers or with three."""
    answers = few_items() if few else items()
    study, tokens = Study.create(
        path, "Cough & Co", SYSTEMS, answers, RATERS, options=Options(**{"repeat_gap": 4} | options), seed=11
    )
    return Made(study, tokens.admin, [tokens.raters[rater.name] for rater in RATERS])


class Server:
    """The application on a free port of this machine."""

    def __init__(self, made: Made, secure: bool = False):
        self._socket = open_socket("127.0.0.1", 0)
        made.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(create_app(made.study.path, secure=secure), log_level="warning", access_log=False)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        end = time.monotonic() + 20
        while not self._server.started and time.monotonic() < end:
            time.sleep(0.01)
        assert self._server.started

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=20)
        self._socket.close()


def enter(client, made: Made, who: int | str = 0) -> None:
    """Sign in as a rater by place, or as `admin`."""
    token = made.admin if who == "admin" else made.raters[who]
    assert client.post("/enter", data={"token": token}).status_code == 303


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of an answer's form."""
    form = page[page.index('id="judgement"') :] if 'id="judgement"' in page else page
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))


def saved(made: Made, rater: int = 0) -> dict[int, dict]:
    """The scores of a rater by the number of the answer, of those that have any."""
    found = {}
    for place in made.study.positions(rater + 1):
        item = made.study.item_for(rater + 1, place.position)
        if item.scores:
            found[place.position + 1] = item.scores
    return found
