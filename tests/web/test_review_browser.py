"""Reviewing in a browser: by keys, by mouse, without a script; for every eye; in every colour."""

import sqlite3
from contextlib import closing

import pytest
from browsing import MISSING, chromium, serving, violations
from playwright.sync_api import sync_playwright
from test_browser import NARROW, WIDE, Visit

from elchi.record import Record
from elchi.web import Access, Limits, Users, create_app

pytestmark = pytest.mark.skipif(chromium() is None, reason=MISSING)
MANY = Limits(burst=100_000)
ANN = ("ann", "four words do well")


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(record, tmp_path):
    """A copy of the sample corpus, to be judged."""
    place = tmp_path / "sample.db"
    with closing(sqlite3.connect(record.path)) as source, closing(sqlite3.connect(place)) as target:
        source.backup(target)
    with Record.open(place) as writer, Record.open(place, read_only=True) as reader:
        yield writer, reader


@pytest.fixture
def site(opened, names):
    writer, reader = opened
    with serving(create_app(reader, names, limits=MANY, access=Access(writer, "ann"))) as address:
        yield address


@pytest.fixture
def visit(browser, site):
    with Visit(browser, site, viewport=WIDE) as opened:
        yield opened


def kinds(opened):
    return [(j.kind, j.reason, j.reversed) for j in opened[1].judgements()]


def press(visit, *keys):
    for key in keys:
        visit.page.keyboard.press(key)


def focused(visit):
    return visit.page.evaluate("document.activeElement.id")


def said(visit, words):
    visit.page.locator("#done", has_text=words).wait_for()


def test_keys_accept_reject_and_undo_and_the_next_item_has_the_focus(visit, opened):
    visit.go("/review?kind=event&limit=5")
    items = visit.page.locator("[data-item]").evaluate_all("items => items.map(item => item.id)")
    press(visit, "j")
    assert focused(visit) == items[0]
    press(visit, "j", "k", "a")
    said(visit, "accepted (1)")
    assert focused(visit) == items[1]
    press(visit, "r")
    visit.page.keyboard.type("misread j k u")
    press(visit, "Enter")
    said(visit, "rejected (2)")
    assert focused(visit) == items[2]
    assert visit.page.locator(f"#{items[1]} .verdict").inner_text().startswith("rejected misread j k u")
    press(visit, "u")
    said(visit, "took back (3)")
    assert focused(visit) == items[1]
    assert visit.page.locator(f"#{items[1]} .verdict").count() == 0
    press(visit, "u")
    said(visit, "took back (4)")
    assert focused(visit) == items[0]
    press(visit, "u")
    said(visit, "Nothing was judged on this page yet.")
    assert kinds(opened) == [
        ("confirm_claim", "", True), ("reject_claim", "misread j k u", True), ("undo", "", False), ("undo", "", False),
    ]  # fmt: skip
    assert not visit.complaints


def test_keys_correct_a_claim_and_explain_a_conflict(visit, opened):
    visit.go("/review?limit=1")
    press(visit, "j", "e")
    assert focused(visit).startswith("why-")
    visit.page.keyboard.type("two days of one journey")
    press(visit, "Enter")
    said(visit, "conflict explained (1)")
    press(visit, "e")
    assert focused(visit).endswith("-type")
    press(visit, "Escape")
    item = focused(visit)
    visit.page.locator(f"#{item} [name='set.status']").select_option("denied")
    visit.page.locator(f"#{item} .correct [name=reason]").fill("it says that it did not")
    press(visit, "Enter")
    said(visit, "corrected (2)")
    assert [kind for kind, _, _ in kinds(opened)] == ["settle_conflict", "correct_claim"]


def test_enter_opens_the_evidence(visit):
    visit.go("/review?kind=event")
    press(visit, "j", "j")
    item = focused(visit)
    with visit.page.expect_navigation():
        press(visit, "Enter")
    assert visit.page.url.endswith(f"/claim/{item.removeprefix('claim-')}#evidence")


def test_help_opens_by_a_key_and_by_a_button_and_keys_can_be_switched_off(visit, opened):
    visit.go("/review?kind=event")
    press(visit, "?")
    assert visit.page.locator("#keys").is_visible()
    assert not violations(visit.page)
    press(visit, "Escape")
    visit.page.locator("#show-keys").click()
    visit.page.locator("#keys-on").uncheck()
    visit.page.get_by_role("button", name="Close").click()
    visit.go("/review?kind=event")
    press(visit, "j", "a")
    assert not focused(visit).startswith("claim-")
    assert kinds(opened) == []


def test_the_mouse_judges_too_and_what_was_judged_says_so_to_a_screen_reader(visit, opened):
    visit.go("/review?kind=event&limit=5")
    assert visit.page.locator("#done").get_attribute("role") == "status"
    visit.page.get_by_role("button", name="Accept").nth(1).click()
    said(visit, "accepted (1)")
    visit.page.locator(".verdict").get_by_role("button", name="Undo").click()
    said(visit, "took back (2)")
    assert [reversed_ for _, _, reversed_ in kinds(opened)] == [True, False]


def test_a_fault_of_the_server_is_said_and_the_form_stays(visit, opened):
    visit.go("/review?kind=event&limit=5")
    visit.context.clear_cookies()
    press(visit, "j", "a")
    visit.page.locator("#done.bad", has_text="load the page again").wait_for()
    assert visit.page.locator(".judged").count() == 0
    assert kinds(opened) == []


def test_the_further_part_begins_so_much_earlier_as_was_judged(visit):
    visit.go("/review?kind=event&limit=5")
    press(visit, "j", "a")
    said(visit, "accepted (1)")
    with visit.page.expect_navigation():
        visit.page.locator("a[data-offset]").click()
    assert "offset=4" in visit.page.url


def test_without_a_script_forms_lead_to_the_server_and_back(browser, site, opened):
    with Visit(browser, site, viewport=WIDE, java_script_enabled=False) as visit:
        visit.page.goto(f"{site}/review?kind=event&limit=5")
        item = visit.page.locator("[data-item]").first
        item.get_by_role("button", name="Accept").click()
        visit.page.locator("#done", has_text="accepted").wait_for()
        assert "kind=event" in visit.page.url
        visit.page.locator("#done").get_by_role("button", name="Undo").click()
        visit.page.locator("#done", has_text="took back").wait_for()
        item = visit.page.locator("[data-item]").first
        item.get_by_label("Misread because").fill("misread")
        item.get_by_role("button", name="Reject").click()
        visit.page.locator("#done", has_text="rejected").wait_for()
        visit.page.goto(f"{site}/review/log")
        visit.page.get_by_role("button", name="Undo").first.click()
        visit.page.locator("#done", has_text="took back").wait_for()
        assert [kind for kind, _, _ in kinds(opened)] == ["confirm_claim", "undo", "reject_claim", "undo"]


@pytest.mark.parametrize(
    ("size", "colours"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide and light", "narrow and dark"]
)
def test_pages_of_review_are_for_every_eye(browser, site, opened, size, colours):
    with Visit(browser, site, viewport=size, color_scheme=colours) as visit:
        visit.go("/review?kind=event&limit=4")
        for details in visit.page.locator("details").all():
            details.evaluate("part => { part.open = true; }")
        press(visit, "j", "r")
        visit.page.keyboard.type("misread " * 30 + "w" * 200)
        press(visit, "Enter")
        said(visit, "rejected")
        assert not violations(visit.page)
        addresses = [
            "/review?limit=3",
            "/review/log?done=1",
            "/conflicts",
            "/review?limit=3&lang=hi",
            "/review?limit=3&lang=bn",
        ]
        for address in addresses:
            visit.go(address)
            assert not visit.complaints, address
            assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is too wide"
            assert not violations(visit.page), address


@pytest.mark.parametrize(
    ("size", "colours"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide and light", "narrow and dark"]
)
def test_a_user_logs_in_judges_and_logs_out(browser, opened, names, tmp_path, size, colours):
    writer, reader = opened
    users = Users(tmp_path / "users")
    users.add(ANN[0], "reviewer", ANN[1])
    pages = create_app(reader, names, limits=MANY, access=Access(writer, "", users))
    with serving(pages) as site, Visit(browser, site, viewport=size, color_scheme=colours) as visit:
        visit.go("/review?kind=event")
        assert not violations(visit.page)
        visit.page.get_by_label("Name", exact=True).fill(ANN[0])
        visit.page.get_by_label("Password").fill("wrong password")
        press(visit, "Enter")
        visit.page.get_by_role("alert").wait_for()
        assert not violations(visit.page)
        visit.page.get_by_label("Password").fill(ANN[1])
        with visit.page.expect_navigation():
            press(visit, "Enter")
        assert visit.page.url.endswith("/review?kind=event")
        assert visit.page.evaluate("document.cookie") == ""
        assert not violations(visit.page)
        press(visit, "j", "a")
        said(visit, "accepted")
        assert [j.author for j in reader.judgements()] == ["ann"]
        visit.page.get_by_role("button", name="Log out").click()
        visit.page.get_by_label("Password").wait_for()
        visit.go("/review")
        assert "/login" in visit.page.url
