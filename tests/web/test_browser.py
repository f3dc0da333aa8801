"""The pages in a browser: nothing from elsewhere, no complaint, for every eye, by the keyboard alone, in our fonts."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from browsing import MISSING, chromium, serving, violations
from playwright.sync_api import sync_playwright

from elchi.web import Limits, create_app

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
MOST_KEYSTROKES = 8
MOST_BYTES = 150_000

pytestmark = pytest.mark.skipif(chromium() is None, reason=MISSING)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(app):
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_site(hostile_record, names):
    with serving(create_app(hostile_record, names, limits=Limits(burst=100_000))) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(a_claim, a_story, an_event):
    return [
        "/", "/pair/BGD/IND", "/pair/IND/KAZ", "/entity/SCO", "/entity/IND", "/entity/narendra-modi", "/timeline/SCO",
        f"/claim/{a_claim}#evidence", f"/story/{a_story}", "/conflicts", "/search?q=भारत", "/search", "/api",
        "/network", "/network?kind=state&type=CONSULT", f"/event/{an_event}", "/map", "/map?place=astana",
        "/map?lang=bn", "/review?limit=5", "/review/log", "/sql",
        "/sql?q=SELECT+document,title,language+FROM+v_articles", "/?lang=hi", "/pair/BGD/IND?lang=bn",
    ]  # fmt: skip


class Visit:
    """A page that is open, with what it asked for and complained of."""

    def __init__(self, browser, site, **settings):
        self.site = site
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.complaints, self.requests, self.finished = [], [], []
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfinished", lambda request: self.finished.extend([request]))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def go(self, address):
        self.complaints.clear()
        self.requests.clear()
        self.finished.clear()
        answer = self.page.goto(self.site + address)
        self.page.evaluate("document.fonts.ready")
        return answer


@dataclass
class Seen:
    """What a page was when it was looked at; `weight` in bytes over the wire, without fonts."""

    status: int
    complaints: list
    hosts: set
    fits: bool
    violations: list
    weight: int


@pytest.fixture(scope="module", params=[(WIDE, "light"), (NARROW, "dark")], ids=["wide and light", "narrow and dark"])
def seen(request, browser, site, addresses):
    """Every page, looked at once in a size and colours, by its address."""
    size, colours = request.param
    with Visit(browser, site, viewport=size, color_scheme=colours) as visit:
        return {address: look_at(visit, address) for address in addresses}


def look_at(visit, address):
    status = visit.go(address).status
    loaded = [request.sizes() for request in visit.finished if "/fonts/" not in request.url]
    return Seen(
        status, list(visit.complaints), {urlsplit(url).netloc for url in visit.requests},
        visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), violations(visit.page),
        sum(size["responseBodySize"] + size["responseHeadersSize"] for size in loaded),
    )  # fmt: skip


def test_every_page_loads_from_this_host_alone_without_a_complaint(seen, site):
    for address, page in seen.items():
        assert (page.status, page.complaints, page.hosts) == (200, [], {urlsplit(site).netloc}), address


def test_no_page_is_too_wide_and_axe_finds_nothing(seen):
    for address, page in seen.items():
        assert page.fits, f"{address} is too wide"
        assert not page.violations, address


def test_a_page_is_light_fonts_aside(seen):
    for address, page in seen.items():
        assert 0 < page.weight <= MOST_BYTES, (address, page.weight)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_colours_that_a_reader_chose_stay_and_are_readable(browser, site, choice):
    with Visit(browser, site, viewport=WIDE, color_scheme="light") as visit:
        visit.go("/")
        visit.page.select_option("#theme", choice)
        visit.go("/pair/BGD/IND")
        assert visit.page.evaluate("document.documentElement.dataset.theme") == choice
        assert not violations(visit.page)


def test_what_axe_finds_is_told(browser):
    with Visit(browser, "") as visit:
        visit.page.set_content(
            "<html lang=hi><title>t</title><main><h1>h</h1><p style='color:#ddd'>pale</p><img src=x>"
        )
        found = {rule: html for rule, html, _ in violations(visit.page)}
        assert {"color-contrast", "image-alt"} <= found.keys()
        assert "pale" in found["color-contrast"]


def test_the_keyboard_alone_reaches_the_evidence_from_the_overview(browser, site):
    with Visit(browser, site, viewport=WIDE) as visit:
        visit.go("/")
        pressed = 0
        while "/claim/" not in visit.page.url and pressed < MOST_KEYSTROKES:
            target = visit.page.evaluate("document.activeElement.getAttribute('href') || ''")
            key = "Enter" if target == "#main" or target.startswith("/claim/") else "Tab"
            if key == "Enter" and target.startswith("/claim/"):
                with visit.page.expect_navigation():
                    visit.page.keyboard.press(key)
            else:
                visit.page.keyboard.press(key)
            pressed += 1
        assert "/claim/" in visit.page.url, f"not after {pressed} keystrokes"
        assert visit.page.url.endswith("#evidence")
        visit.page.wait_for_function("document.activeElement.id === 'evidence'")
        top = visit.page.evaluate("document.getElementById('evidence').getBoundingClientRect().top")
        assert 0 <= top <= WIDE["height"]


def test_hindi_and_bengali_are_drawn_by_the_fonts_that_elchi_ships(browser, site):
    with Visit(browser, site, viewport=WIDE) as visit:
        visit.go("/pair/BGD/IND")
        for family, letter in (("Noto Sans Devanagari", "अ"), ("Noto Sans Bengali", "অ"), ("Noto Sans", "a")):
            assert visit.page.evaluate(f"document.fonts.check('12px \"{family}\"', '{letter}')"), family
        drawn = _fonts_of(visit, "blockquote bdi[lang=hi]") | _fonts_of(visit, "blockquote bdi[lang=bn]")
        assert drawn >= {"Noto Sans Devanagari", "Noto Sans Bengali"}
        assert drawn <= {"Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans"}


def _fonts_of(visit, selector):
    """The fonts that the browser says it drew an element with, all of them files of this host."""
    session = visit.context.new_cdp_session(visit.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert all(font["isCustomFont"] for font in fonts), fonts
    return {font["familyName"].removesuffix(" Variable") for font in fonts}


def test_pages_need_no_script(browser, site, addresses):
    with Visit(browser, site, viewport=WIDE, java_script_enabled=False) as visit:
        for address in addresses:
            visit.page.goto(visit.site + address)
            assert visit.page.locator("h1").is_visible()
            assert visit.page.locator(".theme").is_hidden()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_of_a_hostile_article_runs(browser, hostile_site, hostile_record, colours):
    claims = [stored.claim.claim for stored in hostile_record.claims()]
    with Visit(browser, hostile_site, viewport=NARROW, color_scheme=colours) as visit:
        visit.page.on("dialog", lambda dialog: visit.complaints.append(f"dialog {dialog.message}"))
        for address in ("/", "/pair/IND/KAZ", "/entity/IND", *(f"/claim/{claim}" for claim in claims)):
            assert visit.go(address).status == 200
            visit.page.mouse.move(100, 300)
            assert not visit.complaints, address
            assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is too wide"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_paper_shows_the_dossier_and_not_the_tools(browser, site, colours):
    with Visit(browser, site, viewport=WIDE, color_scheme=colours) as visit:
        visit.go("/pair/BGD/IND")
        visit.page.emulate_media(media="print")
        for tool in (".find", ".contents", ".tools", ".masthead nav"):
            assert visit.page.locator(tool).is_hidden()
        assert visit.page.locator("#happened").is_visible()
        assert visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    "asked", [{"forced_colors": "active"}, {"contrast": "more"}], ids=["forced colours", "more contrast"]
)
def test_who_needs_other_colours_loses_nothing(browser, site, an_event, asked):
    with Visit(browser, site, viewport=WIDE, **asked) as visit:
        for address in ("/", "/pair/BGD/IND", "/network", "/map", f"/event/{an_event}", "/entity/SCO"):
            visit.go(address)
            assert not violations(visit.page), address
        visit.go(f"/event/{an_event}")
        mark = "getComputedStyle(document.querySelector('mark'))"
        colours = visit.page.evaluate(f"[{mark}.color, {mark}.backgroundColor, getComputedStyle(document.body).color]")
        assert colours[0] != colours[1]
        visit.go("/network")
        soft, ink = visit.page.evaluate(
            "['.legend', 'h1'].map((at) => getComputedStyle(document.querySelector(at)).color)"
        )
        assert soft == ink


def test_with_forced_colours_a_tense_tie_is_told_by_its_dashes(browser, site):
    with Visit(browser, site, viewport=WIDE, forced_colors="active") as visit:
        visit.go("/network")
        dashes = visit.page.evaluate(
            "['.network .tense', '.network .calm']"
            ".map((at) => getComputedStyle(document.querySelector(at)).strokeDasharray)"
        )
        assert dashes[0] != dashes[1] == "none"


@pytest.mark.parametrize(("page", "drawn"), [("/map", ".map [data-years]"), ("/network", ".network [data-years]")])
def test_the_slider_shows_a_year_alone_and_keeps_it_in_the_address(browser, site, page, drawn):
    with Visit(browser, site, viewport=WIDE) as visit:
        visit.go(page)
        visit.page.locator("#slide").focus()
        visit.page.keyboard.press("Home")
        year = visit.page.locator("#slide").input_value()
        assert f"year={year}" in visit.page.url
        told = visit.page.eval_on_selector_all(
            drawn, "all => all.map(e => [e.dataset.years, e.classList.contains('off')])"
        )
        assert len(told) > 3
        assert all(off != (year in years.split(" ")) for years, off in told)
        assert {off for _, off in told} == {True, False}
        visit.go(f"{page}?year={year}")  # the server draws the same for those without a script
        again = visit.page.eval_on_selector_all(
            drawn, "all => all.map(e => [e.dataset.years, e.classList.contains('off')])"
        )
        assert again == told


def test_the_keyboard_reaches_a_place_of_the_map_and_its_evidence(browser, site):
    with Visit(browser, site, viewport=WIDE) as visit:
        visit.go("/map?entity=IND")
        for _ in range(30):
            visit.page.keyboard.press("Tab")
            if visit.page.evaluate("document.activeElement.classList.contains('dot')"):
                break
        with visit.page.expect_navigation():
            visit.page.keyboard.press("Enter")
        assert "place=" in visit.page.url
        assert visit.page.url.endswith("#meetings")
        assert visit.page.locator("#meetings").is_visible()


def test_sql_is_asked_by_the_keyboard_alone(browser, site):
    with Visit(browser, site, viewport=WIDE) as visit:
        visit.go("/sql")
        visit.page.locator("#sql-q").focus()
        visit.page.keyboard.type("SELECT count(*) AS articles FROM v_articles")
        visit.page.keyboard.press("Tab")
        with visit.page.expect_navigation():
            visit.page.keyboard.press("Enter")
        assert visit.page.locator("table.cells td").inner_text() == "37"
