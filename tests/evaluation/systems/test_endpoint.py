"""An OpenAI-compatible endpoint against a local server that is busy, fails, hangs or talks nonsense."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import pytest
from chat_server import chat_server

from medtune.evaluation.systems.endpoint import Endpoint, EndpointError, _Pace, _retry_after

KEY = "sk-secret-0123456789"


def conversations(count):
    return [[{"role": "user", "content": f"question {number}"}] for number in range(count)]


def endpoint(address, **settings):
    settings = {"concurrency": 2, "timeout": 5, "tries": 4, "first_wait": 0.01} | settings
    return Endpoint("rival", address, KEY, {"model": "m", "max_tokens": 9, "temperature": 0}, **settings)


def ask(address, count=1, **settings):
    return dict(endpoint(address, **settings).answers(conversations(count)))


def test_every_question_gets_its_own_answer_with_several_requests_at_a_time():
    with chat_server() as (chat, address):
        found = ask(address, 12, concurrency=3)
    assert {place: answer.text for place, answer in found.items()} == {
        number: f"Answer to: question {number}" for number in range(12)
    }
    assert chat.most_at_once == 3
    assert all(answer.seconds > 0 and not answer.cut and not answer.error for answer in found.values())


def test_what_is_sent():
    with chat_server() as (chat, address):
        ask(address)
    [(path, headers, body)] = chat.requests
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body == {"model": "m", "max_tokens": 9, "temperature": 0, "messages": conversations(1)[0]}


def test_no_key_no_header():
    with chat_server() as (chat, address):
        list(Endpoint("local", address, "", {"model": "m"}).answers(conversations(1)))
    assert "Authorization" not in chat.requests[0][1]


@pytest.mark.parametrize("trouble", [429, 500, 502, 503, "garbage", "no text", "drop"])
def test_passing_trouble_is_tried_again(trouble):
    with chat_server([trouble, trouble]) as (chat, address):
        found = ask(address)
    assert found[0].text == "Answer to: question 0"
    assert len(chat.requests) == 3


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (500, "HTTP 500"),
        (429, "HTTP 429"),
        ("garbage", "a reply that is no chat completion"),
        ("no text", "a reply without text"),
        ("drop", "no connection"),
        ("hang", "time-out"),
        ("drip", "time-out"),
    ],
)
def test_lasting_trouble_is_a_counted_failure(trouble, reason):
    with chat_server(always=trouble) as (chat, address):
        found = ask(address, tries=2, timeout=0.3)
    assert (found[0].text, found[0].error) == (None, reason)
    assert len(chat.requests) == 2


def test_a_request_that_the_server_finds_wrong_is_not_repeated():
    with chat_server(always=400) as (chat, address):
        found = ask(address)
    assert found[0].error == "HTTP 400"
    assert len(chat.requests) == 1


def test_one_bad_row_does_not_harm_the_others():
    with chat_server([400]) as (_, address):
        found = ask(address, 5, concurrency=1)
    assert [found[place].error for place in range(5)] == ["HTTP 400", "", "", "", ""]


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_a_refusal_ends_it_and_shows_neither_key_nor_text(status):
    with chat_server(always=status) as (chat, address), pytest.raises(EndpointError) as error:
        ask(address, 50)
    assert str(status) in str(error.value)
    assert KEY not in str(error.value)
    assert "question" not in str(error.value)
    assert len(chat.requests) < 10


def test_a_server_that_is_down_ends_it():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(EndpointError, match="failed on 10 questions in a row, the last with: no connection"):
            ask(address, 100, tries=1)


def test_an_address_that_is_none():
    with pytest.raises(EndpointError, match="neither http:// nor https://"):
        endpoint("localhost:8000")


def test_a_question_waits_as_long_as_the_server_asks():
    with chat_server([(429, {"Retry-After": "1"})]) as (chat, address):
        found = ask(address, 4, concurrency=2, first_wait=0.001)
    assert all(answer.text for answer in found.values())
    asked = [body["messages"][-1]["content"] for _, _, body in chat.requests]
    first, again = (moment for moment, question in zip(chat.times, asked, strict=True) if question == asked[0])
    assert again - first >= 0.95


def test_all_requests_wait_as_long_as_the_server_asks():
    pace = _Pace(None)
    assert pace.wait()
    start = time.monotonic()
    pace.rest(0.3, everybody=True)
    with ThreadPoolExecutor(3) as pool:
        turns = [pool.submit(lambda: pace.wait() and time.monotonic()) for _ in range(3)]
    assert min(turn.result() for turn in turns) - start >= 0.3


def test_the_wait_doubles():
    one = endpoint("http://127.0.0.1:1/v1", first_wait=2.0)
    failure = type("Failure", (), {"after": None})
    for number, longest in enumerate((2, 4, 8, 16, 32, 60, 60)):
        assert longest / 2 <= one._pause(number, failure) <= longest


def test_retry_after_in_seconds_or_as_a_date():
    assert _retry_after(None) is None
    assert _retry_after("2") == 2.0
    assert _retry_after("soon") is None
    assert _retry_after("-5") == 0.0
    assert 8 < _retry_after(formatdate(time.time() + 10, usegmt=True)) <= 10


def test_a_server_that_wants_hours_is_not_waited_for():
    with chat_server([(429, {"Retry-After": "7200"})]) as (_, address):
        found = ask(address)
    assert found[0].error == "the server asks to come back in more than 15 minutes"


def test_requests_per_minute():
    with chat_server() as (chat, address):
        ask(address, 5, requests_per_minute=600)
    gaps = [later - earlier for earlier, later in zip(chat.times, chat.times[1:], strict=False)]
    assert chat.times[-1] - chat.times[0] >= 0.35
    assert min(gaps) >= 0.05


def test_the_key_is_in_no_representation():
    one = endpoint("http://127.0.0.1:1/v1")
    assert KEY not in repr(one)
