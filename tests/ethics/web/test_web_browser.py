"""Raters in a real browser: keyboard, reload, resume, phone, Chinese and English, lost connections, two tabs."""

import re
from contextlib import contextmanager

import pytest
from clinic import AXES, RATERS, saved

FIRST, SECOND, THIRD = AXES
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def served(make_study, serve_study):
    return serve_study(make_study(few=True))


@contextmanager
def visit(browser, made, rater=0, enter=True, **settings):
    """A rater's browser, with nothing in it yet; fails on script errors, dialogs, and requests to elsewhere."""
    context = browser.new_context(**settings)
    context.set_default_timeout(10_000)
    problems = []
    context.on("request", lambda asked: asked.url.startswith(made.address) or problems.append(asked.url))
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on("dialog", lambda dialog: (problems.append(dialog.message), dialog.dismiss()))
    context.on("console", lambda said: "Content Security" in said.text and problems.append(said.text))
    page = context.new_page()
    if enter:
        page.goto(made.link(rater))
        page.locator("button.primary").click()
        page.wait_for_url("**/answers")
    yield page
    context.close()
    assert problems == []


def wait_saved(page, axis, value):
    """Wait until the page shows that the server has acknowledged a score."""
    page.locator(f'[data-axis="{axis}"][data-saved="yes"] input[value="{value}"]:checked').wait_for(state="attached")


def press_all(page, made, keys="221"):
    for axis, key in zip(AXES, keys, strict=True):
        page.keyboard.press(key)
        wait_saved(page, axis, key)


def open_answer(page, made, number):
    page.goto(f"{made.address}/answers/{number}")
    page.locator("[data-current], .axis").first.wait_for()


@pytest.mark.parametrize("few", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_five_raters_go_through_a_study(browser, make_study, serve_study, few):
    """Each in their own way, from the link to the end."""
    served = serve_study(make_study(few))
    total = 3 if few else 11
    for rater, person in enumerate(RATERS):
        settings = PHONE if rater in (2, 3) else {"viewport": {"width": 1280, "height": 800}}
        with visit(browser, served, rater, **settings) as page:
            assert page.locator("html").get_attribute("lang") == person.language
            page.locator("a.primary").click()
            for number in range(1, total + 1):
                page.wait_for_url(f"**/answers/{number}")
                if rater in (2, 3):
                    for axis in AXES:
                        page.locator(f'[data-axis="{axis}"] label.level').nth(number % 3).tap()
                        wait_saved(page, axis, number % 3)
                    assert page.evaluate("document.documentElement.scrollWidth") <= 360
                    page.locator("#next").tap()
                else:
                    press_all(page, served, str(number % 3) * 3)
                    if number == 2 and rater == 0:  # a reload in the middle
                        page.reload()
                        wait_saved(page, THIRD, 2)
                        page.locator("#next").focus()
                    page.keyboard.press("Enter")  # the button has the focus once all is judged
                if number == 1 and rater == 1:  # goes home and comes back another day, by the same link
                    page.wait_for_url("**/answers/2")
                    page.context.clear_cookies()
                    page.goto(served.link(rater))
                    page.locator("button.primary").click()
                    page.locator("a.primary").click()
            page.wait_for_url("**/answers")
            assert (
                page.locator("h1").inner_text()
                == {"en": "All done. Thank you!", "zh": "全部完成，谢谢！"}[person.language]
            )
    for rater in range(len(RATERS)):
        assert saved(served, rater) == {number: dict.fromkeys(AXES, number % 3) for number in range(1, total + 1)}
    assert all(progress.done == total for progress in served.study.progress())


def test_the_keyboard_moves_on_and_shows_where_it_is(browser, served):
    with visit(browser, served) as page:
        open_answer(page, served, 2)
        current = page.locator("[data-current]")
        assert current.get_attribute("data-axis") == FIRST
        assert page.locator(f'[data-axis="{SECOND}"] .levels').is_hidden()
        assert page.locator(f'[data-axis="{SECOND}"]').get_by_text("Judge the one above first.").is_visible()
        page.keyboard.press("1")
        wait_saved(page, FIRST, 1)
        assert current.get_attribute("data-axis") == SECOND
        focused = page.locator(":focus")
        assert focused.get_attribute("data-axis") == SECOND
        assert (
            focused.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth") == "solid3px"
        )
        page.keyboard.press("x")
        wait_saved(page, SECOND, "cannot")
        page.keyboard.press("7")  # no such score
        assert focused.get_attribute("data-axis") == THIRD
        page.keyboard.press("0")
        wait_saved(page, THIRD, 0)
        assert focused.get_attribute("id") == "next"
        # Back to the first by Tab, and another choice by the arrow keys, as in any form.
        page.locator(f'[data-axis="{FIRST}"] input').nth(1).focus()
        page.keyboard.press("ArrowDown")
        wait_saved(page, FIRST, 2)
        # In a comment, digits are digits.
        page.keyboard.press("c")
        page.keyboard.type("x 0 1 2 n")
        page.get_by_text("Saved").wait_for()
        page.wait_for_function("document.getElementById('status').textContent.startsWith('Saved')")
        page.keyboard.press("Tab")
        page.locator("#keys").evaluate("e => e.closest('details').open = true")
        page.locator("#keys").uncheck()
        page.locator("#next").focus()
        page.keyboard.press("p")
        assert page.url.endswith("/answers/2")
        page.locator("#keys").check()
        page.keyboard.press("p")
        page.wait_for_url("**/answers/1")
        page.keyboard.press("n")
        page.wait_for_url("**/answers/2")
    item = served.study.item_for(1, 1)
    assert item.scores == {FIRST: 2, SECOND: None, THIRD: 0}
    assert item.comment == "x 0 1 2 n"


def test_a_score_counts_as_saved_only_when_the_server_says_so(browser, served):
    with visit(browser, served) as page:
        open_answer(page, served, 1)
        page.context.set_offline(True)
        page.wait_for_function("!navigator.onLine")
        page.keyboard.press("2")
        # A connection that hangs instead of failing is given up after 15 seconds.
        page.get_by_text("Not saved yet: no connection").wait_for(timeout=25_000)
        axis = page.locator(f'[data-axis="{FIRST}"]')
        assert axis.get_attribute("data-saved") == "no"
        page.keyboard.press("1")
        assert saved(served) == {}
        page.context.set_offline(False)
        wait_saved(page, FIRST, 2)
        wait_saved(page, SECOND, 1)
        assert re.match(r"Saved \d", page.locator("#status").inner_text())
        assert page.locator("#status").get_attribute("aria-live") == "polite"
    assert saved(served) == {1: {FIRST: 2, SECOND: 1}}


def test_the_page_of_a_proxy_in_place_of_a_reply_saves_nothing(browser, served):
    def intercept(route):
        proxied = route.request.method == "POST"
        route.fulfill(status=200, content_type="text/html", body="<p>Log in</p>") if proxied else route.continue_()

    with visit(browser, served) as page:
        open_answer(page, served, 1)
        page.route("**/answers/1", intercept)
        page.keyboard.press("2")
        page.get_by_text("Not saved yet: no connection").wait_for()
        assert saved(served) == {}
        page.unroute("**/answers/1")
        wait_saved(page, FIRST, 2)
    assert saved(served) == {1: {FIRST: 2}}


def test_leaving_at_once_loses_nothing(browser, served):
    """The button follows the last key and the last word of a comment at once."""
    with visit(browser, served) as page:
        open_answer(page, served, 1)
        page.locator("#comment").fill("dose is missing")
        page.locator("h1").click()
        for key in "121":
            page.keyboard.press(key)
        page.locator("#next").click()
        page.wait_for_url("**/answers/2")
    item = served.study.item_for(1, 0)
    assert (list(item.scores.values()), item.comment) == ([1, 2, 1], "dose is missing")


def test_two_tabs_show_the_same(browser, served):
    with visit(browser, served) as page:
        open_answer(page, served, 1)
        page.keyboard.press("2")
        wait_saved(page, FIRST, 2)
        other = page.context.new_page()
        open_answer(other, served, 1)
        other.keyboard.press("0")
        assert other.locator("[data-current]").get_attribute("data-axis") == THIRD
        other.locator(f'[data-axis="{FIRST}"] label.level').first.click()
        wait_saved(other, FIRST, 0)
        page.bring_to_front()
        page.evaluate("dispatchEvent(new Event('focus'))")  # headless pages never lose the focus
        wait_saved(page, FIRST, 0)
        wait_saved(page, SECOND, 0)
    assert saved(served) == {1: {FIRST: 0, SECOND: 0}}


def test_an_unacceptable_answer_ends_the_item(browser, make_study, serve_study):
    made = serve_study(make_study(few=True, end_on_unacceptable=True))
    with visit(browser, made) as page:
        open_answer(page, made, 1)
        page.keyboard.press("0")
        wait_saved(page, FIRST, 0)
        reason = page.get_by_text("Not judged: the answer is unacceptable above.")
        assert [line.is_visible() for line in reason.all()] == [False, True, True]
        assert page.locator(f'[data-axis="{SECOND}"] .levels').is_hidden()
        assert page.locator("#progress-text").inner_text() == "1 of 3 done"
        page.keyboard.press("Enter")
        page.wait_for_url("**/answers/2")
        page.keyboard.press("1")
        wait_saved(page, FIRST, 1)
        assert page.locator(f'[data-axis="{SECOND}"] .levels').is_visible()


def test_a_study_that_is_locked_or_a_session_that_ends_says_so(browser, served):
    with visit(browser, served) as page:
        open_answer(page, served, 1)
        other = page.context.new_page()
        other.goto(served.address)
        other.get_by_role("button", name="Sign out").click()
        other.get_by_role("heading", name="You are not signed in.").wait_for()
        page.keyboard.press("2")
        page.get_by_text("Not saved: you are signed out").wait_for()
        page.goto(served.link())
        page.locator("button.primary").click()
        page.wait_for_url("**/answers")
        open_answer(page, served, 1)
        served.study.lock()
        page.keyboard.press("2")
        page.get_by_text("Not saved: The study is closed.").wait_for()
        page.reload()
        assert page.locator("fieldset:disabled").count() == 2 * 2
        assert page.locator("#comment").is_disabled()
    assert saved(served) == {}


def test_without_the_script_it_is_a_form(browser, served):
    with visit(browser, served, java_script_enabled=False) as page:
        page.locator("a.primary").click()
        for axis in AXES:
            page.locator(f'[data-axis="{axis}"] input[value="1"]').check()
        page.locator("#comment").fill("by hand")
        assert page.locator("#keys").is_hidden()
        page.locator("#next").click()
        page.wait_for_url("**/answers/2")
    assert saved(served) == {1: dict.fromkeys(AXES, 1)}
    assert served.study.item_for(1, 0).comment == "by hand"


def test_attacks_in_answers_are_words(browser, served):
    with visit(browser, served) as page:  # which fails on dialogs and script errors
        seen = ""
        for number in range(1, 4):
            open_answer(page, served, number)
            seen += page.locator(".texts").inner_text()
            assert page.locator(".texts script, .texts img").count() == 0
        assert "<script>alert(1)</script>" in seen
        assert "{{7*7}}" in seen
        assert "DROP TABLE" in seen


def test_a_phone_and_a_reader_of_screens(browser, served):
    with visit(browser, served, **PHONE) as page:
        for path, language in (("/answers", "en"), ("/answers/2", "zh"), ("/answers/99", "en"), ("/answers/2", "en")):
            page.goto(f"{served.address}{path}?language={language}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert page.locator("html").get_attribute("lang") == language
            assert page.locator("h1").count() == 1
        for box in page.locator("label.level:visible, button.primary, #next").all():
            assert box.bounding_box()["height"] >= 44
        unnamed = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), textarea')].filter(e => !e.labels.length).length"
        )
        assert unnamed == 0
        names = page.locator("fieldset.axis").evaluate_all("all => all.map(e => e.querySelector('legend').innerText)")
        assert len(set(names)) == 3
        first = page.get_by_role("group").first
        assert first.get_by_role("radio").count() == 2 * 2
        assert page.get_by_role("status").count() == 1


def luminance(colour):
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_both_colour_schemes():
    """WCAG 2.2: text 4.5 to 1, edges of controls and the focus 3 to 1."""
    from importlib.resources import files

    css = (files("medtune.ethics.web") / "static" / "style.css").read_text(encoding="utf-8")
    schemes = [dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6})", part)) for part in css.split("@media", 2)[:2]]
    for colours in schemes:
        for ground in ("ground", "paper", "tint"):
            for text in ("ink", "soft", "accent"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
            assert contrast(colours["focus"], colours[ground]) >= 3, ground
        assert contrast(colours["accent-ink"], colours["accent"]) >= 4.5
        assert contrast(colours["problem"], colours["paper"]) >= 4.5
        assert contrast(colours["edge"], colours["paper"]) >= 3


@pytest.mark.slow
def test_the_administrator_locks_and_exports(browser, served):
    served.study.save_score(1, served.study.item_for(1, 0).id, FIRST, 2)
    with visit(browser, served, enter=False, accept_downloads=True) as page:
        page.goto(f"{served.address}/r/{served.admin}")
        page.locator("button.primary").click()
        page.wait_for_url("**/admin")
        assert page.get_by_text("Scores can be exported once the study is locked.").is_visible()
        page.get_by_role("button", name="Lock the study").click()  # the browser asks for the confirmation
        assert served.study.locked is None
        page.get_by_label("I want to lock the study now").check()
        page.get_by_role("button", name="Lock the study").click()
        page.get_by_text("Locked 20").wait_for()
        with page.expect_download() as download:
            page.get_by_role("link", name="Scores (CSV)").click()
        assert "information_security,2" in download.value.path().read_text(encoding="utf-8")
    assert served.study.locked is not None
