"""Who may read and who may judge: forms of this server alone, users where there are others, roles, slow guessing."""

import json

import pytest
from judged_record import MET
from markup import parse
from visiting import Visitor

from elchi.record import Record
from elchi.web import Access, Limits, Users, create_app
from elchi.web.login import OF_ADDRESS, OF_NAME, Tries

MANY = Limits(burst=100_000)
ANN, BOB = ("ann", "four words do well"), ("bob", "a reader's password")
CONFIRM = {"act": "confirm", "claim": MET}


@pytest.fixture(scope="module")
def users_text(tmp_path_factory):
    """The file of users, made once: hashing is slow on purpose."""
    path = tmp_path_factory.mktemp("users") / "users"
    users = Users(path)
    users.add(ANN[0], "reviewer", ANN[1])
    users.add(BOB[0], "reader", BOB[1])
    return path.read_text("utf-8")


@pytest.fixture
def users(users_text, tmp_path):
    path = tmp_path / "news.db.users"
    path.write_text(users_text, "utf-8")
    return Users(path)


@pytest.fixture
def opened(judged_place):
    with Record.open(judged_place) as writer, Record.open(judged_place, read_only=True) as reader:
        yield writer, reader


@pytest.fixture
def alone(opened, names):
    """The pages of a server that this machine alone sees."""
    return create_app(opened[1], names, limits=MANY, access=Access(opened[0], "ann"))


@pytest.fixture
def shared(opened, names, users):
    """The pages of a server that others see."""
    return create_app(opened[1], names, hosts=(), limits=MANY, access=Access(opened[0], "", users))


def judgements(opened):
    return len(opened[1].judgements())


# --- forms come from this server


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "http://localhost:9999", "http://localhost.evil.example:8765", "https://localhost",
     "http://[::1", "localhost:8765"],
)  # fmt: skip
def test_a_form_that_comes_from_elsewhere_or_does_not_say_so_is_refused(alone, opened, origin):
    visitor = Visitor(alone)
    visitor.get("/review")
    for address in ("/review", "/review.json"):
        assert visitor.post(address, CONFIRM, {"origin": origin}).status == 403
    assert judgements(opened) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_the_browser_calls_another_site_is_refused(alone, opened, site):
    visitor = Visitor(alone)
    visitor.get("/review")
    assert visitor.post("/review", CONFIRM, {"sec-fetch-site": site}).status == 403
    assert judgements(opened) == 0


def test_a_page_that_points_its_own_name_at_this_machine_gets_nothing(alone, opened):
    visitor = Visitor(alone, host="rebound.example:8765")
    assert visitor.get("/review").status == 400
    assert visitor.post("/review", CONFIRM).status == 400
    assert judgements(opened) == 0


@pytest.mark.parametrize("token", ["", "0" * 40, "ä", "another's"])
def test_a_form_without_its_token_is_refused(alone, opened, token):
    visitor = Visitor(alone)
    visitor.get("/review")
    if token == "another's":
        other = Visitor(alone)
        other.get("/review")
        token = other.token
    answer = visitor.post("/review", CONFIRM, token=token)
    assert answer.status == 403
    assert "load the page again" in answer.text
    assert judgements(opened) == 0


def test_a_token_without_its_cookie_is_worth_nothing(alone, opened):
    visitor = Visitor(alone)
    visitor.get("/review")
    visitor.cookies.clear()
    assert visitor.post("/review", CONFIRM).status == 403
    assert judgements(opened) == 0


def test_only_a_form_is_read_and_only_a_small_one(alone):
    visitor = Visitor(alone)
    visitor.get("/review")
    assert visitor.post("/review", CONFIRM, {"content-type": "text/plain"}).status == 415
    assert visitor.post("/review", CONFIRM | {"reason": "x" * 20_000}).status == 413
    assert visitor.post("/review", CONFIRM | {"reason": "x"}, {"transfer-encoding": "chunked"}).status == 413


def test_the_number_that_seals_forms_is_in_a_cookie_that_no_script_reads(alone):
    visitor = Visitor(alone)
    (cookie,) = visitor.get("/review").cookies
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert visitor.get("/review").cookies == ()
    assert Visitor(alone).get("/review.json").cookies == ()


def test_a_request_that_a_proxy_passed_on_cannot_judge_without_a_login(alone, opened):
    visitor = Visitor(alone)
    visitor.get("/review")
    for header in ("x-forwarded-for", "forwarded", "x-real-ip", "via"):
        assert visitor.post("/review", CONFIRM, {header: "198.51.100.1"}).status == 403
    assert 'value="confirm"' not in visitor.get("/review", x_forwarded_for="198.51.100.1").text
    assert judgements(opened) == 0


@pytest.mark.parametrize("access", ["nothing said", "no author"])
def test_a_server_that_only_reads_shows_the_queue_and_keeps_nothing(opened, names, access):
    writer, reader = opened
    told = Access() if access == "nothing said" else Access(writer, "")
    visitor = Visitor(create_app(reader, names, limits=MANY, access=told))
    tree = parse(visitor.get("/review").text)
    assert not [form for form in tree.all("form") if form.attributes.get("method") == "post"]
    assert "only reads" in tree.text
    answer = visitor.post("/review.json", CONFIRM)
    assert answer.status == 403
    assert judgements(opened) == 0


# --- users


@pytest.mark.parametrize("address", ["/", "/review", "/pair/IND/KAZ?on=2022-01-01", "/claim/ffff", "/nothing", "/api"])
def test_who_is_not_logged_in_is_led_to_the_login_and_back(shared, address):
    visitor = Visitor(shared)
    answer = visitor.get(address)
    assert answer.status == 303
    assert answer.headers["location"].startswith("/login?next=")
    visitor.get(answer.headers["location"])
    form = next(
        f for f in parse(visitor.get(answer.headers["location"]).text).all("form") if f.attributes["action"] == "/login"
    )
    (way,) = [n.attributes["value"] for n in form.all("input") if n.attributes["name"] == "next"]
    assert way == address
    answer = visitor.post("/login", {"name": ANN[0], "password": ANN[1], "next": way})
    assert (answer.status, answer.headers["location"]) == (303, address)


def test_data_without_a_login_are_refused_in_json(shared):
    for address in ("/review.json", "/index.json", "/pair/IND/KAZ.json", "/api.json"):
        answer = Visitor(shared).get(address)
        assert answer.status == 401
        assert "www-authenticate" in answer.headers
        assert json.loads(answer.body)["error"]["status"] == 401
    assert Visitor(shared).get("/promises.ics").status == 401
    assert Visitor(shared).post("/review.json", CONFIRM).status == 401
    assert Visitor(shared).post("/review", CONFIRM).status == 401


def test_style_and_health_need_no_login(shared):
    assert Visitor(shared).get("/static/elchi.css").status == 200
    assert Visitor(shared).get("/health").status == 200


def test_a_reviewer_judges_under_the_name_of_the_login(shared, opened):
    visitor = Visitor(shared)
    assert visitor.log_in(*ANN).status == 303
    tree = parse(visitor.get("/review").text)
    assert "You judge as ann" in tree.text
    assert visitor.post("/review", CONFIRM).status == 303
    assert [j.author for j in opened[1].judgements()] == ["ann"]


def test_a_reader_reads_and_cannot_judge(shared, opened):
    visitor = Visitor(shared)
    visitor.log_in(*BOB)
    page = visitor.get("/review")
    assert page.status == 200
    assert "role of a reviewer" in page.text
    assert 'action="/review"' not in page.text
    for address in ("/review", "/review.json"):
        assert visitor.post(address, CONFIRM).status == 403
    assert judgements(opened) == 0


def test_a_session_is_a_cookie_for_this_host_that_no_script_reads(shared):
    visitor = Visitor(shared)
    (cookie,) = visitor.log_in(*ANN).cookies
    assert cookie.startswith("elchi-session=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "private" in visitor.get("/").headers["cache-control"]


def test_behind_tls_cookies_go_no_other_way(opened, names, users):
    access = Access(opened[0], "", users, secure=True)
    visitor = Visitor(create_app(opened[1], names, hosts=(), limits=MANY, access=access), "desk.example", "https")
    (number,) = visitor.get("/login").cookies
    (session,) = visitor.log_in(*ANN).cookies
    for cookie in (number, session):
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert visitor.post("/review", CONFIRM, token=_token(visitor)).status == 303


def _token(visitor):
    visitor.get("/review")
    return visitor.token


def test_a_session_that_somebody_fixed_beforehand_never_becomes_a_login(shared):
    visitor = Visitor(shared)
    visitor.cookies["elchi-session"] = "fixed-by-somebody-else"
    assert visitor.get("/").status == 303
    visitor.log_in(*ANN)
    assert visitor.cookies["elchi-session"] != "fixed-by-somebody-else"
    other = Visitor(shared)
    other.cookies["elchi-session"] = "fixed-by-somebody-else"
    assert other.get("/").status == 303


def test_each_login_has_a_secret_of_its_own_and_ends_the_one_before(shared):
    visitor = Visitor(shared)
    visitor.log_in(*ANN)
    first = dict(visitor.cookies)
    assert visitor.get("/login").status == 303
    visitor.get("/review")
    visitor.post("/login", {"name": ANN[0], "password": ANN[1], "next": "/"})
    assert visitor.cookies["elchi-session"] != first["elchi-session"]
    assert visitor.get("/").status == 200
    visitor.cookies = first
    assert visitor.get("/").status == 303


def test_a_token_from_before_the_login_is_worth_nothing_after_it(shared, opened):
    visitor = Visitor(shared)
    visitor.get("/login")
    before = visitor.token
    visitor.post("/login", {"name": ANN[0], "password": ANN[1]})
    assert visitor.post("/review", CONFIRM, token=before).status == 403
    assert judgements(opened) == 0


def test_logging_out_ends_the_session_on_the_server(shared):
    visitor = Visitor(shared)
    visitor.log_in(*ANN)
    kept = dict(visitor.cookies)
    visitor.get("/")
    assert visitor.post("/logout", {}, token="wrong").status == 403
    assert visitor.post("/logout", {}).headers["location"] == "/login"
    assert "elchi-session" not in visitor.cookies
    visitor.cookies = kept
    assert visitor.get("/").status == 303


@pytest.mark.parametrize("change", ["gone", "password", "role"])
def test_what_is_changed_of_a_user_holds_at_once(shared, users, opened, change):
    visitor = Visitor(shared)
    visitor.log_in(*ANN)
    visitor.get("/review")
    if change == "gone":
        users.remove("ann")
    elif change == "password":
        users.set_password("ann", "another long password")
    else:
        users.set_role("ann", "reader")
    status = visitor.post("/review", CONFIRM).status
    assert status == (403 if change == "role" else 401)
    assert judgements(opened) == 0


@pytest.mark.parametrize(
    "told", [("ann", "wrong password"), ("nobody", ANN[1]), ("", ""), ("ann\0", ANN[1]), ("bob", ANN[1])]
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(shared, told):
    answer = Visitor(shared).log_in(*told)
    assert answer.status == 403
    assert "do not belong together" in answer.text
    assert not [cookie for cookie in answer.cookies if cookie.startswith("elchi-session")]


def test_a_name_that_is_not_known_takes_a_hash_as_well(users, monkeypatch):
    from elchi.web import users as module  # noqa: PLC0415 - whose hasher is watched

    verified, real = [], module._is
    monkeypatch.setattr(module, "_is", lambda password, kept: verified.append(kept) or real(password, kept))
    assert users.check("nobody", "some password") is None
    assert users.check("ann", "some password") is None
    nobody, ann = verified
    assert nobody.split("$")[:4] == ann.split("$")[:4]  # the same method with the same costs


def test_guessing_is_slow_by_address_and_by_name(shared):
    visitor = Visitor(shared)
    visitor.get("/login")
    statuses = [
        visitor.post("/login", {"name": "ann", "password": "guess"}).status for _ in range(OF_ADDRESS.burst + 1)
    ]
    assert statuses[-1] == 429
    assert set(statuses[:-1]) == {403}


def test_many_addresses_cannot_guess_one_name_for_long_and_a_bucket_fills_again():
    tries = Tries()
    allowed = [tries.allow(f"198.51.100.{n}", "Ann" if n % 2 else "ann", 0.0) for n in range(OF_NAME.burst + 5)]
    assert allowed == [True] * OF_NAME.burst + [False] * 5
    assert tries.allow("198.51.100.99", "bob", 0.0)
    assert tries.allow("198.51.100.200", "ann", 60 / 1 + 0.1)


def test_the_way_after_a_login_stays_on_this_server(shared):
    for way in ("//evil.example", "https://evil.example", "/\\evil.example"):
        visitor = Visitor(shared)
        assert visitor.log_in(*ANN, way=way).headers["location"] == "/"


def test_a_file_of_users_that_cannot_be_read_lets_nobody_in(shared, users):
    visitor = Visitor(shared)
    visitor.log_in(*ANN)
    users.path.write_text("nonsense\n", "utf-8")
    assert visitor.get("/").status == 503
    assert visitor.get("/index.json").status == 503
    assert Visitor(shared).log_in(*ANN).status == 503


def test_a_visitor_who_asks_too_often_waits_whatever_the_page(opened, names):
    pages = create_app(opened[1], names, limits=Limits(per_second=0.001, burst=2), access=Access(opened[0], "ann"))
    visitor = Visitor(pages)
    assert [visitor.get("/review").status, visitor.get("/review/log").status] == [200, 200]
    assert visitor.post("/review", CONFIRM).status == 429
    assert judgements(opened) == 0
