"""Names of cities: what of GeoNames' names without languages is taken as a name in a language."""

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def city_names():
    spec = importlib.util.spec_from_file_location("city_names", Path(__file__).parents[2] / "tools" / "city_names.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["city_names"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["city_names"]


@pytest.mark.parametrize(
    ("lang", "label", "others", "taken"),
    [
        ("hi", "Plovdiv", ["प्लॉव्हडिव्ह", "प्लोव्दिव"], ["प्लोव्दिव"]),  # the first is Marathi
        ("hi", "Dnipro", ["द्नेप्रोपेत्रोव्स्क"], []),  # the former name
        ("bn", "Tezpur", ["তেজপুৰ", "তেজপুর"], ["তেজপুর"]),  # the first is Assamese
        ("bn", "Osaka", ["大阪", "Осака"], []),
        ("ru", "Kharkiv", ["Харків", "Харьков"], ["Харьков"]),
        ("ru", "Saratov", ["Саратов ош", "Саратовъ", "Саратов"], ["Саратов"]),  # Mari; old spelling
        ("ru", "Perm", ["Перм", "Пермь"], ["Пермь"]),  # the first is Bulgarian
        ("ru", "Oxford", ["Оксфард", "Оксфорд"], ["Оксфорд"]),  # the first is Belarusian
        ("ru", "El Paso", ["Ел Пасо", "Эль-Пасо"], ["Эль-Пасо"]),
        ("ur", "Karkuk", ["كركوك", "کرکوک"], ["کرکوک"]),  # the first is Arabic
        ("zh", "Nagano", ["長野市", "長野", "长野"], ["长野", "長野"]),
        ("zh", "Yingkou", ["営口", "营口市"], ["营口市"]),  # the first is Japanese
        ("zh", "Osaka", ["大阪"], ["大阪"]),
        ("hi", "Nowhere", [], []),
    ],
)
def test_a_name_of_another_language_is_not_taken(city_names, lang, label, others, taken):
    city = city_names.City(label, "XX", 1, tuple(others))
    assert city_names.names_in(lang, [label], city) == taken


@pytest.mark.parametrize(
    ("label", "taken", "state", "slug"),
    [
        ("Łódź", {}, "POL", "lodz"),
        ("Cox's Bazar", {}, "BGD", "coxs-bazar"),
        ("Hyderabad", {"hyderabad": 1}, "PAK", "hyderabad-pak"),
        ("Diyarbakır", {}, "TUR", "diyarbakir"),
    ],
)
def test_an_id_is_the_label_in_ascii_and_names_the_state_of_a_namesake(city_names, label, taken, state, slug):
    assert city_names.slug(label, taken, state) == slug


def test_a_chinese_city_has_the_russian_name_after_palladius(city_names):
    city = city_names.City("Suzhou", "CN", 1, ("Суджоу", "Сучжоу"))
    assert city_names.names_in("ru", ["Suzhou"], city) == ["Сучжоу"]
