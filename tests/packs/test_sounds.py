"""Candidates by sound, and case endings of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.model import Name
from elchi.packs import SoundIndex, base_forms, load_catalogue, load_sounds
from elchi.packs.name_table import columns_of
from elchi.packs.sounds import words_by_sound


def index(*texts, kind="name"):
    names = [Name(f"e{n}", "en", text, kind) for n, text in enumerate(texts)]
    return SoundIndex(words_by_sound(columns_of(names)))


def test_the_same_key_goes_before_a_near_one_and_a_whole_name_before_a_part():
    found = index("Boris Lavrov", "Larkov", "Lavrov", "Ankara").near("लावरोव", 10)
    assert found[:2] == [2, 0]
    assert 3 not in found


def test_demonyms_and_acronyms_are_not_heard():
    assert index("Russian", kind="demonym").near("Russian", 5) == []
    assert index("SCO", kind="acronym").near("SCO", 5) == []


def test_the_packaged_index_finds_leaders_by_any_spelling():
    owners = load_catalogue().name_table.columns.entities
    for spelling in ("जैशंकर", "জয়শংকর", "Jaishanker"):
        assert "s-jaishankar" in {owners[n] for n in load_sounds().near(spelling, 30)}


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Токаевым", "токаев"), ("России", "россия"), ("Зеленского", "зеленский"), ("Қазақстанның", "қазақстан"),
        ("Лавровпен", "лавров"), ("রাশিয়ার", "রাশিযা"), ("ঢাকায়", "ঢাকা"),
    ],
)  # fmt: skip
def test_a_case_form_may_be_of_its_base(name, base):
    assert (base,) in set(base_forms(name))


def test_the_words_as_they_stand_come_first_and_a_language_limits_the_endings():
    assert next(iter(base_forms("Лавровым"))) == ("лавровым",)
    assert ("лавров",) in set(base_forms("Лавровым", "ru"))
    assert ("лавров",) not in set(base_forms("Лавровым", "kk"))


@given(st.text(max_size=60))
def test_forms_are_bounded_and_never_empty_words(name):
    forms = list(base_forms(name))
    assert len(forms) <= 64
    assert all(word for form in forms for word in form)
