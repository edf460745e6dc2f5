"""Rating over plain HTTP: pages, saving, resuming, the order of axes, the lock, the administrator; and the blinding."""

import csv
import io
import json
import re
import threading

import pytest
import yaml
from clinic import AXES, RATERS, SYSTEMS, enter, fields_of, saved
from fastapi.testclient import TestClient

from medtune.ethics.web.app import create_app
from medtune.ethics.web.pages import STATIC_TYPES, texts

JSON = {"accept": "application/json"}


@pytest.fixture
def rater(client, made):
    enter(client, made)
    return client


def save(client, number, **fields):
    hidden = fields_of(client.get(f"/answers/{number}").text)
    named = {name if name in ("guess", "comment") else f"axis.{name}": value for name, value in fields.items()}
    return client.post(f"/answers/{number}", data=hidden | named, headers=JSON)


def judge_all(client, total):
    for number in range(1, total + 1):
        for axis in AXES:
            assert save(client, number, **{axis: "2"}).status_code == 200


def test_a_form_without_the_script_saves_all_and_goes_on(rater, made):
    hidden = fields_of(rater.get("/answers/1").text)
    scores = {f"axis.{axis}": value for axis, value in zip(AXES, ("2", "cannot", "1"), strict=True)}
    label = made.study.labels()[0]
    fields = hidden | scores | {"guess": str(label.id), "comment": "Too short.\r\nBut right."}
    answer = rater.post("/answers/1", data=fields)
    assert (answer.status_code, answer.headers["location"]) == (303, "/answers/2")
    item = made.study.item_for(1, 0)
    assert item.scores == {AXES[0]: 2, AXES[1]: None, AXES[2]: 1}
    assert (item.done, item.guess, item.comment) == (True, label.id, "Too short.\nBut right.")
    page = rater.get("/answers/1").text
    assert re.findall(r'name="axis\.(\w+)" value="(\w+)" checked', page) == list(
        zip(AXES, ("2", "cannot", "1"), strict=True)
    )
    assert f'name="guess" value="{label.id}" checked' in page
    assert "Too short.\nBut right.</textarea>" in page


def test_a_form_that_is_refused_keeps_what_was_written(rater, made):
    hidden = fields_of(rater.get("/answers/1").text)
    answer = rater.post("/answers/1", data=hidden | {f"axis.{AXES[1]}": "2", "comment": "x" * 4001})
    assert answer.status_code == 409
    assert f"{AXES[0]} is to be judged first" in answer.text
    assert "at most 4000 are allowed" in answer.text
    assert "x" * 4001 in answer.text
    assert saved(made) == {}


def test_the_script_is_told_what_is_saved(rater):
    state = save(rater, 3, **{AXES[0]: "1"}).json()
    assert state["axes"] == {AXES[0]: "1", AXES[1]: None, AXES[2]: None}
    assert (state["complete"], state["done"], state["total"]) == (False, 0, 11)
    save(rater, 3, **{AXES[1]: "cannot"})
    state = save(rater, 3, **{AXES[2]: "0", "guess": "unknown", "comment": "…"}).json()
    assert (state["complete"], state["done"]) == (True, 1)
    assert (state["guess"], state["comment"]) == ("unknown", "…")
    assert rater.get("/answers/3/state").json() == state


def test_each_axis_presupposes_the_one_before(rater, made):
    assert save(rater, 1, **{AXES[1]: "2"}).status_code == 409
    assert save(rater, 1, **{AXES[0]: "cannot"}).status_code == 200
    assert save(rater, 1, **{AXES[2]: "2"}).status_code == 409
    assert saved(made) == {1: {AXES[0]: None}}


def test_an_unacceptable_answer_ends_the_item_by_option(make_study):
    made = make_study(end_on_unacceptable=True)
    with TestClient(create_app(made.study.path), follow_redirects=False) as client:
        enter(client, made)
        for axis in AXES:
            assert save(client, 1, **{axis: "1"}).status_code == 200
        state = save(client, 1, **{AXES[0]: "0"}).json()
        assert (state["axes"], state["complete"]) == ({AXES[0]: "0", AXES[1]: None, AXES[2]: None}, True)
        refused = save(client, 1, **{AXES[1]: "2"})
        assert refused.status_code == 409
        assert "unacceptable" in refused.json()["detail"]
        # Taken back, the later scores count again.
        assert save(client, 1, **{AXES[0]: "1"}).json()["axes"] == dict.fromkeys(AXES, "1")
        assert f'data-axis="{AXES[0]}" data-ends-at="0"' in client.get("/answers/1").text


def test_without_the_option_nothing_ends(rater):
    assert save(rater, 1, **{AXES[0]: "0"}).json()["complete"] is False
    assert save(rater, 1, **{AXES[1]: "2"}).status_code == 200
    assert "data-ends-at" not in rater.get("/answers/1").text


def test_the_question_who_wrote_it_can_be_left_out(make_study):
    made = make_study(ask_who_wrote=False)
    with TestClient(create_app(made.study.path), follow_redirects=False) as client:
        enter(client, made)
        assert 'name="guess"' not in client.get("/answers/1").text


def test_the_overview_leads_to_the_first_that_is_open(rater):
    assert 'class="button primary" href="/answers/1"' in rater.get("/answers").text
    for axis in AXES:
        save(rater, 1, **{axis: "2"})
        save(rater, 2, **{axis: "2"})
    save(rater, 4, **{AXES[0]: "2"})
    page = rater.get("/answers").text
    assert 'class="button primary" href="/answers/3"' in page
    assert re.findall(r'href="/answers/(\d+)" class="done"', page) == ["1", "2"]
    assert "2 of 11 done" in page


def test_two_tabs_of_one_rater(rater, made):
    pages = [fields_of(rater.get("/answers/1").text) for _ in range(2)]
    for fields, value, client in zip(pages, ("2", "0"), ("first", "second"), strict=True):
        fields |= {f"axis.{AXES[0]}": value, "client": client}
        assert rater.post("/answers/1", data=fields, headers=JSON).status_code == 200
    assert rater.get("/answers/1/state").json()["axes"][AXES[0]] == "0"
    rows = made.study.db.all("SELECT value, client, superseded FROM score ORDER BY id")
    assert rows == [(2, "first", 1), (0, "second", 0)]


def test_a_request_that_is_sent_twice_saves_one_score(rater, made):
    for _ in range(3):
        assert save(rater, 1, **{AXES[0]: "1"}).status_code == 200
    assert made.study.db.all("SELECT count(*) FROM score") == [(1,)]


def test_ten_raters_at_once(made, serve_study):
    from rater_client import RaterClient

    serve_study(made)
    port = int(made.address.rpartition(":")[2])
    problems = []

    def rate(client):
        try:
            client.enter()
            for number in range(1, 5):
                client.read(number)
                for axis in AXES:
                    client.save(number, **{axis: str(number % 3)})
        except Exception as error:
            problems.append(error)
        client.close()

    # Two tabs of each of five raters, so that the same scores are saved twice at the same time too.
    clients = [RaterClient(port, token) for token in made.raters * 2]
    threads = [threading.Thread(target=rate, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert problems == []
    assert sum(client.failures for client in clients) == 0
    for rater in range(5):
        assert saved(made, rater) == {number: dict.fromkeys(AXES, number % 3) for number in range(1, 5)}


# Languages.


def test_pages_speak_the_raters_language_and_can_be_switched(client, made):
    enter(client, made, 1)
    page = client.get("/answers/1").text
    assert '<html lang="zh">' in page
    assert "信息安全" in page
    assert "您的评分" in page
    english = client.get("/answers/1?language=en")
    assert '<html lang="en">' in english.text
    assert "Information security" in english.text
    assert '<html lang="en">' in client.get("/answers").text  # remembered
    assert '<html lang="en">' in client.get("/answers?language=xx").text


def test_errors_speak_the_browsers_language(client):
    assert "您尚未登录" in client.get("/answers", headers={"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}).text
    assert "not signed in" in client.get("/answers", headers={"accept-language": "de,en;q=0.8"}).text


def test_both_languages_have_the_same_words_with_the_same_places():
    assert set(texts()) == {"en", "zh"}
    assert texts()["en"].keys() == texts()["zh"].keys()
    for key, english in texts()["en"].items():
        assert isinstance(english, str)
        assert (
            re.findall(r"\{\w+\}", english)
            and sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", texts()["zh"][key]))
        ) or "{" not in english
    assert not texts()["en"].keys() & set(dir(dict))  # a template would find the method


# The end.


def test_a_locked_study_can_be_read_and_not_changed(rater, made):
    save(rater, 1, **{AXES[0]: "1"})
    hidden = fields_of(rater.get("/answers/1").text)
    made.study.lock()
    for fields in ({f"axis.{AXES[0]}": "2"}, {"comment": "late"}, {"guess": "unknown"}):
        assert rater.post("/answers/1", data=hidden | fields, headers=JSON).status_code == 423
    page = rater.get("/answers/1").text
    assert "The study is closed" in page
    assert page.count("disabled") == 5
    assert "The study is closed" in rater.get("/answers").text
    assert saved(made) == {1: {AXES[0]: 1}}


def test_the_administrator_sees_progress_and_no_score_before_the_lock(rater, made):
    judge_all(rater, 2)
    made.study.save_comment(1, made.study.item_for(1, 0).id, "=HYPERLINK(1)")
    enter(rater, made, "admin")
    page = rater.get("/admin").text
    assert "2 / 11" in page
    assert "53 answers are not judged yet" in page
    rows = list(csv.reader(io.StringIO(rater.get("/admin/progress.csv").text.removeprefix("\ufeff"))))
    assert rows[0] == ["rater", "active", "done", "total", "last_saved"]
    assert rows[1][:4] == ["Ann", "True", "2", "11"]
    assert [row[0] for row in rows[1:]] == [one.name for one in RATERS]
    for path in ("/admin/scores.csv", "/admin/scores.jsonl"):
        refused = rater.get(path)
        assert refused.status_code == 403
        assert path not in page
    made.study.lock()
    assert "/admin/scores.csv" in rater.get("/admin").text
    scores = [json.loads(line) for line in rater.get("/admin/scores.jsonl").text.splitlines()]
    assert len(scores) == 6
    assert {score["value"] for score in scores} == {2}
    assert {score["rater"] for score in scores} == {"Ann"}
    table = list(csv.DictReader(io.StringIO(rater.get("/admin/scores.csv").text.removeprefix("\ufeff"))))
    assert [(row["item_id"], row["axis"], row["value"]) for row in table] == [
        (score["item_id"], score["axis"], "2") for score in scores
    ]
    assert made.study.audit()[-1][1:3] == ("admin", "export")


def test_raters_and_the_administrator_keep_to_their_pages(client, made):
    admin_pages = ("/admin", "/admin/progress.csv", "/admin/scores.csv", "/admin/scores.jsonl")
    for path in (*admin_pages, "/answers", "/answers/1", "/answers/1/state"):
        assert client.get(path).status_code == 401
    enter(client, made)
    csrf = fields_of(client.get("/answers/1").text)["csrf"]
    for path in admin_pages:
        assert client.get(path).status_code == 403
    assert client.post("/admin/lock", data={"csrf": csrf, "sure": "yes"}).status_code == 403
    enter(client, made, "admin")
    for path in ("/answers", "/answers/1", "/answers/1/state"):
        assert client.get(path).status_code == 403
    assert made.study.locked is None


def test_cells_are_no_formulas():
    from medtune.ethics.web.administration import _cell

    assert [_cell(value) for value in ("=1+1", "+1", "-1", "@x", "\t=1", "a=1", 2, -1, None)] == [
        *("'=1+1", "'+1", "'-1", "'@x", "'\t=1"),
        *("a=1", 2, -1, None),
    ]


# The blinding.


def routes(app):
    found = {(method, route.path) for route in _leaves(app.routes) for method in route.methods}
    return {route for route in found if route[0] != "HEAD"}


def _leaves(some):
    for route in some:
        inner = getattr(route, "original_router", None)
        yield from _leaves(inner.routes) if inner is not None else [route]


def test_no_response_names_a_system(client, made):
    """Every route, as everybody, before and after the lock, searched byte by byte."""
    seen, bodies = set(), []

    def ask(method, path, route=None, **arguments):
        answer = client.request(method, path, **arguments)
        seen.add((method, route or path))
        bodies.append(b"\n".join([str(answer.headers).encode(), answer.content]))
        return answer

    def ask_everything():
        for who in (None, *range(len(made.raters)), "admin"):
            if who is not None:
                link = made.admin if who == "admin" else made.raters[who]
                ask("GET", f"/r/{link}", "/r/{token}")
                ask("POST", "/enter", data={"token": link})
            for path in ("/", "/answers", "/admin", "/admin/progress.csv", "/admin/scores.csv", "/admin/scores.jsonl"):
                ask("GET", path)
            for number in range(13):
                page = ask("GET", f"/answers/{number}", "/answers/{number}")
                ask("GET", f"/answers/{number}/state", "/answers/{number}/state")
                fields = fields_of(page.text) if page.status_code == 200 else {}
                for headers in ({}, JSON):
                    data = fields | {f"axis.{axis}": "1" for axis in AXES} | {"guess": "1", "comment": "?"}
                    ask("POST", f"/answers/{number}", "/answers/{number}", data=data, headers=headers)
                    ask("POST", f"/answers/{number}", "/answers/{number}", data={"x": "1"}, headers=headers)
            for name in (*STATIC_TYPES, "nothing"):
                ask("GET", f"/static/{name}", "/static/{name}")
            if who == "admin":
                csrf = re.search(r'name="csrf" value="(\w+)"', client.get("/admin").text)[1]
                ask("POST", "/admin/lock", data={"csrf": csrf, "sure": "yes"})
            ask("POST", "/leave", data={"csrf": "x"})

    ask_everything()
    assert made.study.locked is not None
    ask_everything()
    assert seen == routes(client.app)
    everything = b"\n".join(bodies).lower()
    assert b"rest of a cold" in everything  # the answers are there
    for system in SYSTEMS:
        assert system.name.lower().encode() not in everything
    assert b"secret-row" not in everything
    assert b"gold-row" not in everything


def test_the_raters_pages_do_not_tell_repeats_and_attention_items_apart(rater, made):
    shapes = set()
    for number in range(1, 12):
        page = rater.get(f"/answers/{number}").text
        item = made.study.item_for(1, number - 1)
        assert "gold" not in page
        assert "repeat" not in page
        page = re.sub(r'<div class="words" lang="\w\w" dir="auto" tabindex="0">.*?</div>', "", page, flags=re.DOTALL)
        page = re.sub(r'<a class="button" id="previous".*?</a>', "", page).replace(item.id, "")
        shapes.add(re.sub(r"\d+|Finish|Next", "", page).replace("/answers/", "/answers"))
    assert len(shapes) == 1


def test_nothing_of_a_person_is_in_the_log(rater, made):
    save(rater, 1, **{AXES[0]: "1", "comment": "Ann says so"})
    rater.get("/r/wrong-link-of-somebody")
    log = json.dumps(made.study.audit(), ensure_ascii=False)
    for private in ("Ann", "李明", "says so", "wrong-link", "testclient", made.raters[0]):
        assert private not in log


def test_the_texts_are_used():
    """No word stands in the file that no page shows."""
    from importlib.resources import files

    folder = files("medtune.ethics.web")
    templates = "".join(file.read_text(encoding="utf-8") for file in (folder / "templates").iterdir())
    sources = "".join(file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".py"))
    keys = yaml.safe_load((folder / "texts.yaml").read_text(encoding="utf-8"))["en"]
    unused = [key for key in keys if f"t.{key}" not in templates and f'"{key}"' not in templates + sources]
    assert [key for key in unused if not key.startswith("error_") and key not in ("best", "worst")] == []
