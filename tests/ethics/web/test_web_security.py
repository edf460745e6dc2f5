"""What the server refuses, with which status, and that nothing is lost or leaked by it."""

import re
import sqlite3

import pytest
from clinic import ATTACK, AXES, RATERS, SYSTEMS, enter, fields_of, saved
from fastapi.testclient import TestClient
from markupsafe import escape

from medtune.ethics.links import new_link
from medtune.ethics.web.app import create_app
from medtune.ethics.web.attempts import ALLOWED, WINDOW, Attempts
from medtune.ethics.web.guard import BODY_LIMIT, HEADERS
from medtune.ethics.web.sessions import LIFETIME, Sessions

JSON = {"accept": "application/json"}


@pytest.fixture
def rater(client, made):
    """A client that is signed in as the first rater."""
    enter(client, made)
    return client


def form(client, number=1, **axes):
    hidden = fields_of(client.get(f"/answers/{number}").text)
    return hidden | {f"axis.{axis}": value for axis, value in axes.items()}


# Coming in.


def test_opening_a_link_signs_nobody_in(client, made):
    assert client.get(made.link()).status_code == 200
    assert client.cookies.get("medtune-session") is None
    assert client.get("/answers").status_code == 401


def test_forged_and_guessed_links_are_nobodys(client, made):
    token = made.raters[0]
    wrong = [token[:-1], token + "A", token.swapcase(), "A" * 43, "' OR 1=1 --", "..%2f..%2fetc%2fpasswd", "%00", "é"]
    statuses = {client.get(f"/r/{one}").status_code for one in wrong[:8]}
    assert statuses == {404}
    assert client.post("/enter", data={"token": ""}).status_code == 404
    assert client.cookies.get("medtune-session") is None
    assert made.study.audit()[-1][1:3] == ("web", "wrong link")
    assert not any(token[:10] in detail for *_, detail in made.study.audit())


def test_too_many_wrong_links_have_to_wait_also_with_a_right_one(made):
    app = create_app(made.study.path)
    with TestClient(app, client=("192.0.2.1", 1)) as guesser, TestClient(app, client=("192.0.2.2", 1)) as other:
        for _ in range(ALLOWED):
            assert guesser.get("/r/guess").status_code == 404
        refused = guesser.get(made.link())
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= WINDOW
        assert guesser.post("/enter", data={"token": made.raters[0]}).status_code == 429
        assert other.get(made.link()).status_code == 200


def test_who_is_signed_in_is_not_stopped_by_a_guesser_at_the_same_address(rater, made):
    for _ in range(ALLOWED + 1):
        rater.get("/r/guess")
    assert rater.get(made.link()).status_code == 429
    assert rater.post("/answers/1", data=form(rater, **{AXES[0]: "2"}), headers=JSON).status_code == 200


def test_waiting_ends_and_memory_is_bounded(monkeypatch):
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for _ in range(ALLOWED):
        assert attempts.wait("2001:db8::1") == 0
        attempts.failed("2001:db8::1")
        now[0] += 1
    assert attempts.wait("2001:db8::ffff") == WINDOW - ALLOWED  # the same network
    assert attempts.wait("2001:db8:0:1::1") == 0
    now[0] = WINDOW
    assert attempts.wait("2001:db8::1") == 0
    monkeypatch.setattr("medtune.ethics.web.attempts.ADDRESSES", 5)
    for number in range(20):
        attempts.failed(f"192.0.2.{number}")
    assert len(attempts._failures) == 5


# Being known.


def test_the_cookie_is_out_of_reach(client, made):
    answer = client.post("/enter", data={"token": made.raters[0]})
    cookie = answer.headers["set-cookie"]
    assert re.match(r"medtune-session=[\w-]{43}; ", cookie)
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    with TestClient(create_app(made.study.path, secure=True), base_url="https://ratings.test") as secure:
        answer = secure.post("/enter", data={"token": made.raters[0]}, follow_redirects=False)
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-medtune-session=")
        assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert secure.get("/answers").status_code == 200
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert "Secure" in secure.get("/answers?language=zh").headers["set-cookie"]


FORGED = ["", "x", "A" * 43, "1", "' OR 1=1 --", "é" * 20, "a" * 5000]


def test_a_forged_session_is_nobody(client):
    for cookie in FORGED:
        header = {"cookie": f"medtune-session={cookie}".encode()}
        assert client.get("/answers", headers=header).status_code == 401
        assert client.get("/admin", headers=header).status_code == 401


def test_a_session_is_not_in_the_file_ends_and_can_be_ended(made):
    now = [1000.0]
    sessions = Sessions(made.study.path, clock=lambda: now[0])
    session = sessions.open(1)
    assert sessions.find(session.id) == session
    with sqlite3.connect(made.study.path) as db:
        assert session.id not in str(db.execute("SELECT * FROM web_session").fetchall())
    now[0] += LIFETIME
    assert sessions.find(session.id) is None
    other = sessions.open(2)
    sessions.end(other)
    assert sessions.find(other.id) is None
    sessions.close()


def test_signing_in_again_ends_the_session_before(rater, made):
    before = rater.cookies["medtune-session"]
    enter(rater, made, 1)
    assert rater.cookies["medtune-session"] != before
    other = TestClient(rater.app, cookies={"medtune-session": before})
    assert other.get("/answers").status_code == 401


def test_a_link_that_was_taken_back_ends_the_session(rater, made):
    with sqlite3.connect(made.study.path) as db:
        db.execute("UPDATE rater SET active = 0 WHERE id = 1")
    assert rater.get("/answers").status_code == 401
    assert rater.get(made.link()).status_code == 404


def test_a_new_link_ends_the_sessions_of_the_old_one(rater, made):
    new_link(made.study, RATERS[1].name)
    assert rater.get("/answers").status_code == 200
    token = new_link(made.study, RATERS[0].name)
    assert rater.get("/answers").status_code == 401
    assert rater.get(made.link()).status_code == 404
    assert rater.get(f"/r/{token}").status_code == 200
    enter(rater, made, "admin")
    assert rater.get("/admin").status_code == 200
    new_link(made.study, None)
    assert rater.get("/admin").status_code == 401


def test_signing_out(rater, made):
    hidden = fields_of(rater.get("/answers").text)
    before = rater.cookies["medtune-session"]
    assert rater.post("/leave", data={"csrf": "0" * 64}).status_code == 403
    assert rater.post("/leave", data=hidden).status_code == 303
    assert rater.get("/answers", headers={"cookie": f"medtune-session={before}"}).status_code == 401
    assert [line[2] for line in made.study.audit()][-2:] == ["enter", "leave"]


def test_a_restart_signs_nobody_out(rater, made):
    cookie = rater.cookies["medtune-session"]
    with TestClient(create_app(made.study.path), cookies={"medtune-session": cookie}) as restarted:
        assert restarted.get("/answers").status_code == 200


# Whose form it is.


OTHER_SITES = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
]


def test_forms_of_other_sites_are_refused(rater, made):
    for headers in OTHER_SITES:
        fields = form(rater, **{AXES[0]: "0"})
        assert rater.post("/answers/1", data=fields, headers=headers).status_code == 403
        assert rater.post("/enter", data={"token": made.raters[1]}, headers=headers).status_code == 403
        assert saved(made) == {}


def test_a_form_needs_the_csrf_token_of_its_own_session(rater, made):
    fields = form(rater, **{AXES[0]: "0"})
    other = TestClient(rater.app, follow_redirects=False)
    enter(other, made, 1)
    foreign = fields_of(other.get("/answers/1").text)["csrf"]
    for token in (None, "", "0" * 64, foreign, fields["csrf"][:-1], "é"):
        wrong = {name: value for name, value in (fields | {"csrf": token}).items() if value is not None}
        assert rater.post("/answers/1", data=wrong).status_code == 403
    assert saved(made) == {}
    assert rater.post("/answers/1", data=fields, headers={"origin": "http://testserver"}).status_code == 303
    assert saved(made) == {1: {AXES[0]: 0}}


def test_locking_needs_the_token_and_the_confirmation(client, made):
    enter(client, made, "admin")
    hidden = {"csrf": re.search(r'name="csrf" value="(\w+)"', client.get("/admin").text)[1]}
    assert client.post("/admin/lock", data={"sure": "yes"}).status_code == 403
    assert client.post("/admin/lock", data=hidden).status_code == 409
    assert made.study.locked is None
    assert client.post("/admin/lock", data=hidden | {"sure": "yes"}).status_code == 303
    assert made.study.locked is not None
    assert client.post("/admin/lock", data=hidden | {"sure": "yes"}).status_code == 423


# Whose answer it is, and what a score may be.


def test_another_raters_answer_is_not_there(rater, made):
    fields = form(rater, **{AXES[0]: "0"})
    with sqlite3.connect(made.study.path) as db:
        db.execute("DELETE FROM assignment WHERE rater_id = 1 AND position = 1")
    taken = made.study.item_for(1, 4).id
    assert rater.get("/answers/2").status_code == 404
    assert rater.post("/answers/2", data=fields, headers=JSON).status_code == 404
    for foreign in (taken, "0" * 32, "", "' OR 1=1 --"):
        assert rater.post("/answers/1", data=fields | {"answer": foreign}, headers=JSON).status_code == 404
    assert saved(made) == {}
    assert saved(made, rater=1) == {}


NO_ANSWERS = ["0", "-1", "12", "99999999999999999999", "1.5", "1%20", "١", "x", "1;DROP", "%00"]


def test_numbers_that_are_no_answers(rater):
    for number in NO_ANSWERS:
        assert rater.get(f"/answers/{number}").status_code == 404
        assert rater.get(f"/answers/{number}/state").status_code == 404
        assert rater.post(f"/answers/{number}", data={"csrf": form(rater)["csrf"]}).status_code == 404


NO_SCORES = ["3", "-1", "00", "2.0", "", "None", "null", "²", "'; DROP TABLE score; --", "9" * 99]


def test_values_that_are_no_scores(rater, made):
    for value in NO_SCORES:
        answer = rater.post("/answers/1", data=form(rater, **{AXES[0]: value}), headers=JSON)
        assert answer.status_code == 409
        assert saved(made) == {}


def test_fields_and_choices_that_do_not_exist(rater, made):
    assert rater.post("/answers/1", data=form(rater, axis_x="1"), headers=JSON).status_code == 409
    assert rater.post("/answers/1", data=form(rater) | {"rater_id": "2"}, headers=JSON).status_code == 409
    for guess in ("99", "-1", "x", "1 OR 1=1"):
        assert rater.post("/answers/1", data=form(rater) | {"guess": guess}, headers=JSON).status_code == 409
    assert rater.post("/answers/1", data=form(rater) | {"comment": "x" * 4001}, headers=JSON).status_code == 409
    item = made.study.item_for(1, 0)
    assert (item.guessed, item.comment) == (False, "")


def test_sql_and_markup_are_saved_as_the_words_they_are(rater, made):
    words = f"'; DELETE FROM score; -- {ATTACK} \u202e \ud83d\ude00"
    words = words.encode("utf-16", "surrogatepass").decode("utf-16")
    assert rater.post("/answers/1", data=form(rater) | {"comment": words}, headers=JSON).status_code == 200
    assert made.study.item_for(1, 0).comment == words
    page = rater.get("/answers/1").text
    assert ATTACK not in page
    assert "<script>alert" not in page
    assert "</textarea></div>{{" not in page


# Bodies, types, paths, methods, hosts.


def test_oversized_bodies_are_refused_and_nothing_is_kept(rater, made):
    fields = form(rater, **{AXES[0]: "0"})
    large = fields | {"comment": "x" * BODY_LIMIT}
    assert rater.post("/answers/1", data=large).status_code == 413

    def pieces():
        for _ in range(100):
            yield b"comment=" + b"x" * 1000

    header = {"content-type": "application/x-www-form-urlencoded"}
    assert rater.post("/answers/1", content=pieces(), headers=header).status_code == 413
    assert rater.post("/enter", content=b"x" * (BODY_LIMIT + 1), headers=header).status_code == 413
    assert rater.post("/answers/1", content=b"", headers=header | {"content-length": "9" * 30}).status_code == 413
    assert saved(made) == {}
    assert rater.post("/answers/1", data=fields | {"comment": "咳" * 4000}).status_code == 303


WRONG_TYPES = ["application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml", "", "x" * 999]


def test_wrong_content_types_are_refused(rater, made):
    for content_type in WRONG_TYPES:
        fields = form(rater, **{AXES[0]: "0"})
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        answer = rater.post("/answers/1", content=body, headers={"content-type": content_type})
        assert answer.status_code == 415
        assert saved(made) == {}


NO_FORMS = [b"\xff\xfe", b"csrf=%ff", b"csrf", b"a=1&a=2", b"csrf=%00", b"&".join(b"a%d=1" % n for n in range(200))]


def test_bodies_that_are_no_forms(rater):
    for body in NO_FORMS:
        header = {"content-type": "application/x-www-form-urlencoded"}
        assert rater.post("/answers/1", content=body, headers=header).status_code == 400


PATH_TRICKS = [
    "/static/../app.py",
    "/static/..%2fapp.py",
    "/static/%2e%2e/%2e%2e/store.py",
    "/static//etc/passwd",
    "/static/style.css/../../texts.yaml",
    "/static/style.css%00.png",
    "/static/",
    "/../../etc/passwd",
    "/r/../admin",
    "/answers/1/../../admin",
    "//evil.example/answers",
    "/docs",
    "/openapi.json",
    "/redoc",
    "/.git/config",
    "/answers/",
    "/study.sqlite",
]


def test_path_tricks_lead_nowhere(client):
    for path in PATH_TRICKS:
        answer = client.get(path)
        assert answer.status_code in (401, 404)
        assert "root:" not in answer.text
        assert "import" not in answer.text


def test_other_methods_are_refused(rater, made):
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "FOO"):
        assert rater.request(method, "/answers/1").status_code == 405
    assert rater.get("/enter").status_code == 405
    assert rater.get("/leave").status_code == 405
    assert saved(made) == {}


def test_names_that_lead_to_this_machine_are_refused(made):
    app = create_app(made.study.path, hosts={"localhost", "127.0.0.1", "[::1]"})
    with TestClient(app) as client:
        for host in ("evil.example", "evil.example:8000", "localhost.evil.example", "", "[::2]"):
            assert client.get(made.link(), headers={"host": host}).status_code == 421
        for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"):
            assert client.get(made.link(), headers={"host": host}).status_code == 200


def test_every_response_locks_the_page(rater, made):
    paths = [
        "/",
        "/answers",
        "/answers/1",
        "/answers/1/state",
        "/answers/99",
        "/admin",
        "/nowhere",
        made.link(),
        "/r/x",
    ]
    answers = [rater.get(path) for path in paths]
    answers.append(rater.post("/answers/1", content=b"x" * (BODY_LIMIT + 1)))
    answers.append(rater.post("/answers/1", json={}))
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert answer.headers["cache-control"] == "no-store"
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "server" not in answer.headers
    static = rater.get(re.search(r'href="(/static/style[^"]+)"', answers[1].text)[1])
    assert "immutable" in static.headers["cache-control"]
    assert static.headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_inline_code(rater):
    for path in ("/answers", "/answers/1", "/nowhere"):
        page = rater.get(path).text.replace(escape(ATTACK), "")
        assert not re.search(r"<script(?! src=)|<style|\son\w+=|\sstyle=|javascript:", page)
        assert not re.search(r'(src|href|action)="(https?:)?//', page)


def test_an_error_of_the_server_says_nothing_and_loses_nothing(rater, made, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError(f"secret {SYSTEMS[0].name}")

    rater.post("/answers/1", data=form(rater, **{AXES[0]: "2"}))
    monkeypatch.setattr("medtune.ethics.store.Study.item_for", broken)
    answer = rater.get("/answers/1")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
    monkeypatch.undo()
    assert saved(made) == {1: {AXES[0]: 2}}
