"""States, places, organisations, agencies: their names are no common words, and their facts are whole."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import regex

from elchi.model import EntityKind
from elchi.packs import data_folder, load_catalogue, load_ontology_data
from elchi.packs.language import load_language
from elchi.script import words_of

KINDS = ("state", "place", "organisation", "group", "agency", "body")
NAME_KINDS = {"name", "short", "demonym", "acronym", "historic"}
LANGUAGES = {"hi", "bn", "en", "ru", "kk", "ur", "zh", "vi", "mul"}
READ = ("hi", "bn")
# Tables of a pack whose first column is words of the language.
WORDS = (
    "words", "titles", "title_modifiers", "name_parts", "markers", "descriptions", "months", "weekdays", "day_words",
    "date_words", "numbers", "currencies", "statements", "triggers", "matrix", "speech",
)  # fmt: skip
SHORTEST = 3
DAY = regex.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# Capitals whose names papers write in more than one way: each is known.
VARIANTS = [
    ("hi", "अस्ताना", "astana"),
    ("hi", "बीजिंग", "beijing"),
    ("hi", "पेइचिंग", "beijing"),
    ("hi", "ताशकंद", "tashkent"),
    ("hi", "ताशकन्द", "tashkent"),
    ("bn", "আস্তানা", "astana"),
    ("bn", "বেইজিং", "beijing"),
    ("bn", "পেইচিং", "beijing"),
    ("bn", "তাসখন্দ", "tashkent"),
    ("ru", "Нур-Султан", "astana"),
]


def rows(folder, name):
    lines = data_folder().joinpath(folder, name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def names_of(*kinds):
    return [(kind, row) for kind in kinds for row in rows("catalogue", f"{kind}_names.tsv")]


@cache
def pack(code):
    return load_language(data_folder().joinpath("languages", code), load_ontology_data())


@cache
def forms_of_words(code):
    """Map what an ending may be taken from to a word of the language that carries it."""
    words = set(pack(code).verbs.forms)
    for table in WORDS:
        for row in rows(f"languages/{code}", f"{table}.tsv"):
            texts = [row[0], *(row[6].split("|") if table == "triggers" else ())]
            words |= {key[0] for key in map(words_of, texts) if len(key) == 1}
    stems = pack(code).lexicon.stems
    return {stem: word for word in words for stem, _role in stems(word) if stem != word}


@cache
def listed(table):
    """Return what a table beside this file says of a language's words."""
    lines = Path(__file__).with_name(f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    split = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(lang, words_of(word)): said for lang, word, said in split}


def allowed():
    return listed("names_that_are_words")


def common_word(code, text):
    """Return what word of the language, or what person's name, `text` is, or None."""
    key = words_of(text)
    if len(key) != 1:
        return None
    if (code, key) in listed("common_words"):
        return listed("common_words")[code, key]
    exact = [entry.kind for entry, _role, exact in pack(code).lexicon.single(key[0]) if exact]
    if exact:
        return f"a {exact[0]}"
    if key[0] in pack(code).verbs.forms:
        return "a form of a verb"
    if key[0] in forms_of_words(code):
        return f"the stem of {forms_of_words(code)[key[0]]}"
    return None


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_has_a_language_a_kind_and_a_source(kind):
    sources = data_folder().joinpath("catalogue", "SOURCES.toml").read_text(encoding="utf-8")
    for entity, lang, text, name_kind, source in rows("catalogue", f"{kind}_names.tsv"):
        assert lang in LANGUAGES, (entity, text)
        assert name_kind in NAME_KINDS, (entity, text)
        assert f"\n{source} = " in f"\n{sources}", (entity, text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", READ)
def test_no_name_is_a_common_word_unless_it_is_listed_with_a_reason(code, kind):
    texts = {row[2] for _kind, row in names_of(kind) if row[1] == code}
    clashes = {text: common_word(code, text) for text in texts}
    assert {t: why for t, why in clashes.items() if why and (code, words_of(t)) not in allowed()} == {}


def test_every_listed_exception_is_needed_and_gives_a_reason():
    written = {(row[1], words_of(row[2])): row[2] for _kind, row in names_of(*KINDS) if row[1] in READ}
    assert [key for key, why in allowed().items() if not why.strip()] == []
    assert [key for key in allowed() if key not in written or not common_word(key[0], written[key])] == []


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("hi", "सूरत", "face"),
        ("hi", "खुलना", "a form of a verb"),
        ("hi", "इसना", "the stem of इसने"),
        ("bn", "বড়", "big"),
        ("bn", "আনন্দ", "joy"),
        ("bn", "পাবনা", None),
        ("hi", "सूरत शहर", None),
    ],
)
def test_common_words_are_noticed(code, text, what):
    found = common_word(code, text)
    assert found is None if what is None else found is not None and found.startswith(what)


@pytest.mark.parametrize("code", READ)
def test_no_name_of_a_place_is_shorter_than_three_letters(code):
    keys = {words_of(row[2]) for _kind, row in names_of("place") if row[1] == code}
    assert {key for key in keys if len("".join(key)) < SHORTEST} == set()


@pytest.mark.parametrize("code", READ)
def test_no_place_is_named_as_a_state_or_an_organisation_or_a_person(code):
    """A place of its own state's name (Djibouti) takes "city" behind it."""
    kinds = {e.id: e.kind for e in load_catalogue().entities.values()}
    others = {words_of(n.text): n.entity for n in load_catalogue().names
              if n.language == code and kinds[n.entity] is not EntityKind.PLACE}  # fmt: skip
    names = {words_of(row[2]): row[0] for _kind, row in names_of("place") if row[1] == code}
    shared = {" ".join(key): (names[key], others[key]) for key in names.keys() & others.keys()}
    assert {text for text in shared if (code, words_of(text)) not in allowed()} == set()


@pytest.mark.parametrize("kind", [*KINDS, "person"])
def test_ids_are_unique(kind):
    table = "bodies" if kind == "body" else "agencies" if kind == "agency" else f"{kind}s"
    counted = Counter(row[0] for row in rows("catalogue", f"{table}.tsv"))
    assert [entity for entity, times in counted.items() if times > 1] == []


def test_a_state_begins_on_a_day_and_a_former_one_has_ended():
    for state, _label, kind, start, end, _source in rows("catalogue", "states.tsv"):
        assert DAY.fullmatch(start), state
        assert (end != "-") is (kind == "former"), state
        assert end == "-" or (DAY.fullmatch(end) and start < end), state


def test_the_states_that_are_gone_are_there():
    gone = {row[0] for row in rows("catalogue", "states.tsv") if row[2] == "former"}
    assert {"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR"} <= gone


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("जायरे", "COD"), ("জায়ার", "COD"), ("Заир", "COD"), ("Burma", "MMR"), ("বার্মা", "MMR"), ("बर्मा", "MMR"),
        ("Upper Volta", "BFA"), ("Верхняя Вольта", "BFA"), ("रोडेशिया", "ZWE"), ("রোডেশিয়া", "ZWE"), ("Siam", "THA"),
        ("Дагомея", "BEN"), ("Dahomey", "BEN"), ("तंगानिका", "TZA"), ("East Pakistan", "BGD"), ("Türkiye", "TUR"),
        ("Czech Republic", "CZE"), ("Cape Verde", "CPV"), ("Кампучия", "KHM"), ("FYROM", "MKD"), ("Цейлон", "LKA"),
    ],
)  # fmt: skip
def test_a_former_name_finds_the_state(name, state):
    assert state in {entity.id for entity in load_catalogue().find(name)}


def test_an_organ_is_no_part_of_itself():
    parents = {row[0]: row[3] for row in rows("catalogue", "organisations.tsv")}
    for organisation in parents:
        above = [organisation]
        while parents[above[-1]] != "-":
            assert parents[above[-1]] not in above, above
            above.append(parents[above[-1]])


def test_a_place_lies_in_a_state_of_the_catalogue_or_in_none():
    states = {row[0] for row in rows("catalogue", "states.tsv") if row[2] != "former"}
    assert [row for row in rows("catalogue", "places.tsv") if row[2] not in states | {"-"}] == []


def test_capitals_are_named_in_four_languages_and_cities_are_many():
    kinds = {row[0]: row[3] for row in rows("catalogue", "places.tsv")}
    named = {(row[0], row[1]) for _kind, row in names_of("place")}
    capitals = [place for place, kind in kinds.items() if kind == "capital"]
    assert [(c, lang) for c in capitals for lang in ("hi", "bn", "en", "ru") if (c, lang) not in named] == []
    assert sum(kind == "city" for kind in kinds.values()) >= 1500
    read = {place for place, lang in named if lang in READ}
    assert [place for place in kinds if place not in read] == []


@pytest.mark.parametrize(("code", "text", "place"), VARIANTS)
def test_spellings_of_capitals_find_them(code, text, place):
    assert place in {entity.id for entity in load_catalogue().find(text)}


def test_of_two_places_with_one_name_the_better_known_is_found_first():
    assert [entity.id for entity in load_catalogue().find("हैदराबाद")] == ["hyderabad", "hyderabad-pak"]


def test_the_best_known_organisations_are_named_in_many_languages():
    named = {(row[0], row[1]) for _kind, row in names_of("organisation")}
    ids = [row[0] for row in rows("catalogue", "organisations.tsv")]
    known = {lang: {i for i in ids if (i, lang) in named} for lang in LANGUAGES}
    assert known["hi"] == known["bn"] == set(ids)
    four = {i for i in known["ru"] if i in known["en"] | known["mul"]}
    assert len(four) >= 120
    assert len(four & known["kk"] & known["ur"] & known["zh"]) >= 80


def test_outlets_have_a_home_a_host_and_a_language():
    catalogue = load_catalogue()
    hosted = set(catalogue.hosts.values())
    agencies = [e for e in catalogue.entities.values() if e.kind is EntityKind.AGENCY]
    assert [e.id for e in agencies if not catalogue.languages.get(e.id)] == []
    assert sum(e.state is not None and e.id in hosted for e in agencies) >= 150


@pytest.mark.parametrize(
    ("agency", "language"), [("prothom-alo", "bn"), ("amar-ujala", "hi"), ("tass", "ru"), ("kazinform", "kk")]
)
def test_an_outlet_writes_in_its_language(agency, language):
    assert load_catalogue().languages[agency][0] == language
