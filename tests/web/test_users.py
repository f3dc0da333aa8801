"""The file of users, and the sessions of those who logged in."""

import stat

import pytest

from elchi.errors import UsersError
from elchi.web.sessions import IDLE_SECONDS, LONGEST_SECONDS, MOST_OF_ONE_USER, Sessions
from elchi.web.users import LONGEST_PASSWORD, User, Users

PASSWORD = "four words do well"


@pytest.fixture
def users(tmp_path):
    found = Users(tmp_path / "users")
    found.add("Ann", "reviewer", PASSWORD)
    return found


def test_a_user_is_found_by_the_name_in_any_case_and_by_the_password_alone(users):
    assert users.check("ann", PASSWORD) == users.find("ANN") == users.all()[0]
    assert users.check("ann", PASSWORD + " ") is None
    assert users.check("bob", PASSWORD) is None


def test_a_password_is_one_however_its_accents_are_written(tmp_path):
    users = Users(tmp_path / "users")
    users.add("ann", "reader", "caf\u00e9 au lait, deux")
    assert users.check("ann", "cafe\u0301 au lait, deux")


def test_the_file_holds_no_password_and_is_for_its_owner_alone(users):
    text = users.path.read_text("utf-8")
    assert PASSWORD not in text
    assert "\treviewer\t$argon2id$" in text
    assert stat.S_IMODE(users.path.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert [path.name for path in users.path.parent.iterdir()] == ["users"]


def test_the_file_is_read_again_when_another_program_changed_it(users):
    other = Users(users.path)
    other.set_role("ann", "reader")
    assert users.find("ann").role == "reader"
    other.set_password("ann", "another long password")
    assert users.check("ann", PASSWORD) is None
    other.remove("ann")
    assert users.all() == []


@pytest.mark.parametrize(
    ("name", "role", "password", "told"),
    [
        ("ann", "reader", PASSWORD, "already"), ("bob", "king", PASSWORD, "no role"),
        ("bob", "reader", "short", "characters"),
        ("bob", "reader", "x" * (LONGEST_PASSWORD + 1), "characters"), ("", "reader", PASSWORD, "cannot be a name"),
        ("a\tb", "reader", PASSWORD, "cannot be a name"), ("a\nb", "reader", PASSWORD, "cannot be a name"),
        ("<b>", "reader", PASSWORD, "cannot be a name"), ("x" * 65, "reader", PASSWORD, "cannot be a name"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_user_is_refused_and_the_file_stays(users, name, role, password, told):
    before = users.path.read_text("utf-8")
    with pytest.raises(UsersError, match=told):
        users.add(name, role, password)
    assert users.path.read_text("utf-8") == before


def test_names_may_stand_in_any_script(users):
    users.add("अंजलि", "reviewer", PASSWORD)
    assert users.find("अंजलि").name == "अंजलि"


@pytest.mark.parametrize("text", ["ann\n", "ann\treader\n", "ann\tking\t$argon2id$x\n", "ann\treader\tplain\n"])
def test_a_line_that_is_none_is_an_error_with_its_place(tmp_path, text):
    path = tmp_path / "users"
    path.write_text(f"# users\n{text}", "utf-8")
    with pytest.raises(UsersError, match=r"users:2: expected name, role and hash"):
        Users(path).all()


def test_a_hash_that_is_none_fits_no_password(tmp_path):
    path = tmp_path / "users"
    path.write_text("ann\treader\t$argon2id$broken\n", "utf-8")
    assert Users(path).check("ann", PASSWORD) is None


@pytest.mark.parametrize("change", [lambda u: u.remove("bob"), lambda u: u.set_role("bob", "reader"),
                                    lambda u: u.set_password("bob", PASSWORD)])  # fmt: skip
def test_a_user_who_is_not_there_cannot_be_changed(users, change):
    with pytest.raises(UsersError, match="no user 'bob'"):
        change(users)


class Known:
    """Users without hashing."""

    def __init__(self, *users):
        self.known = {user.name: user for user in users}

    def find(self, name):
        return self.known.get(name)


ANN, BOB = User("ann", "reviewer", "$one"), User("bob", "reader", "$two")


def test_a_session_is_of_its_user_until_it_ends():
    sessions = Sessions(Known(ANN, BOB))
    ann, bob = sessions.begin(ANN), sessions.begin(BOB)
    assert (sessions.user(ann), sessions.user(bob)) == (ANN, BOB)
    assert sessions.user("made up") is sessions.user("") is sessions.user(None) is None
    sessions.end(ann)
    assert (sessions.user(ann), sessions.user(bob)) == (None, BOB)


def test_a_session_ends_when_it_is_not_used_and_after_a_week_in_any_case():
    sessions = Sessions(Known(ANN))
    idle = sessions.begin(ANN, now=0.0)
    assert sessions.user(idle, now=IDLE_SECONDS - 1.0) == ANN
    assert sessions.user(idle, now=2 * IDLE_SECONDS) is None
    assert sessions.user(idle, now=2 * IDLE_SECONDS) is None
    busy, now = sessions.begin(ANN, now=0.0), 0.0
    while now < LONGEST_SECONDS:
        assert sessions.user(busy, now=now) == ANN
        now += IDLE_SECONDS / 2
    assert sessions.user(busy, now=LONGEST_SECONDS + 1.0) is None


def test_one_user_has_no_more_than_so_many_sessions_the_longest_unused_ends():
    sessions = Sessions(Known(ANN, BOB))
    bob = sessions.begin(BOB)
    mine = [sessions.begin(ANN) for _ in range(MOST_OF_ONE_USER + 2)]
    assert [sessions.user(one) for one in mine] == [None, None, *[ANN] * MOST_OF_ONE_USER]
    assert sessions.user(bob) == BOB
    assert len(set(mine)) == len(mine)


def test_the_server_keeps_no_secret_that_would_log_somebody_in():
    sessions = Sessions(Known(ANN))
    secret = sessions.begin(ANN)
    assert secret not in repr(vars(sessions))
    assert len(secret) >= 43  # 256 bits
