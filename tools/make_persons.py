#!/usr/bin/env python3
"""Make persons.tsv, person_names.tsv and office_terms.tsv of the catalogue.

Inputs: tools/inputs/persons_*.tsv, one person a line:

    label  state  en  hi  bn  ru  other  terms

`state` is an ISO 3166-1 alpha-3 code or `-`. Names are separated by `;`; a name that starts with `~` is a short form
(kind `surname`). `other` holds `lang=name` for further languages. `terms` holds `office[@body]:from:to`, separated by
spaces; the body is the person's state where none is given. Offices are ids of offices.tsv or the short keys below.
`-` stands for an empty cell.
"""
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
INPUTS = ROOT / "tools" / "inputs"
CATALOGUE = ROOT / "src" / "elchi" / "data" / "catalogue"

OFFICES = {
    "hos": "head_of_state", "pr": "president", "vp": "vice_president", "pm": "prime_minister",
    "dpm": "deputy_prime_minister", "chan": "chancellor", "cprince": "crown_prince", "suprl": "supreme_leader",
    "fm": "foreign_minister", "dfm": "deputy_foreign_minister", "fsec": "foreign_secretary", "dm": "defence_minister",
    "home": "home_minister", "fin": "finance_minister", "trade": "trade_minister", "energy": "energy_minister",
    "trans": "transport_minister", "info": "information_minister", "law": "law_minister", "mos": "state_minister",
    "nsa": "national_security_adviser", "adv": "adviser", "foradv": "foreign_adviser", "chadv": "chief_adviser",
    "amb": "ambassador", "hc": "high_commissioner", "prep": "permanent_representative", "spk": "spokesperson",
    "psec": "press_secretary", "senvoy": "special_envoy", "intel": "intelligence_chief", "achief": "army_chief",
    "cds": "defence_chief", "chstaff": "chief_of_staff", "cmdr": "commander", "gen": "general", "spkr": "speaker",
    "opp": "opposition_leader", "pl": "party_leader", "ppres": "party_president", "pgs": "party_general_secretary",
    "cm": "chief_minister", "cj": "chief_justice", "pros": "prosecutor", "cbank": "central_bank_governor",
    "sg": "secretary_general", "dsg": "deputy_secretary_general", "unhc": "un_high_commissioner",
    "dg": "director_general", "ed": "executive_director", "mdir": "managing_director", "cpres": "commission_president",
    "coupres": "council_president", "comm": "commissioner", "euhr": "eu_high_representative", "cp": "chairperson",
    "head": "head_of_mission", "bodyp": "president_of_body", "ceo": "leader", "councillor": "state_councillor",
    "politb": "politburo_member", "rebel": "rebel_leader", "mruler": "military_ruler", "flady": "first_lady",
    "sos": "secretary_of_state",
}
# One office under two titles: the national one and the one the news uses for all states.
ALSO = {
    ("USA", "foreign_minister"): "secretary_of_state", ("USA", "defence_minister"): "defence_secretary",
    ("GBR", "foreign_minister"): "foreign_secretary", ("GBR", "defence_minister"): "defence_secretary",
    ("GBR", "home_minister"): "home_secretary",
}
SCRIPTS = {"hi": "DEVANAGARI", "bn": "BENGALI", "ru": "CYRILLIC", "kk": "CYRILLIC", "ur": "ARABIC", "zh": "CJK",
           "en": "LATIN", "vi": "LATIN"}
DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|-)$")


def slug(label):
    text = unicodedata.normalize("NFD", label)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("'", "").replace("ø", "o")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def fold(text):
    """As the matcher: no nukta, no joiners, homorganic nasals and chandrabindu as anusvara, hyphen as space."""
    text = unicodedata.normalize("NFD", text.lower())
    text = re.sub("[\u093c\u09bc\u200c\u200d]", "", text).replace("\u0901", "\u0902").replace("\u0981", "\u0982")
    text = re.sub("(?:ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ]))", "\u0902", text)
    text = re.sub("(?:ঙ্(?=[ক-ঘ])|ঞ্(?=[চ-ঝ])|ণ্(?=[ট-ঢ])|ন্(?=[ত-ধ])|ম্(?=[প-ভ]))", "\u0982", text)
    return re.sub(r"[-\s]+", " ", text).strip()


def script_ok(lang, text):
    text = re.sub(r"\b[IVX]+\b", "", text)  # regnal numbers
    return all(unicodedata.name(c, "").startswith(SCRIPTS[lang]) for c in text if c.isalpha() or unicodedata.combining(c))


def main():
    persons, names, terms, errors = {}, [], [], []
    office_ids = {line.split("\t")[0] for line in (CATALOGUE / "offices.tsv").read_text("utf-8").splitlines()[1:]}
    for path in sorted(INPUTS.glob("persons_*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            where = f"{path.name}:{number}"
            if not line or line.startswith("#"):
                continue
            cells = unicodedata.normalize("NFC", line).split("\t")
            if len(cells) != 8:
                errors.append(f"{where}: {len(cells)} cells")
                continue
            label, state, *cells = cells
            ident = slug(label)
            if ident in persons:
                errors.append(f"{where}: {ident} twice")
                continue
            persons[ident] = (label, state)
            seen = set()
            entries = [("en", label)]
            for lang, cell in zip(("en", "hi", "bn", "ru"), cells):
                if cell == "-":
                    if lang != "en":
                        errors.append(f"{where}: no {lang}")
                    continue
                entries += [(lang, name.strip()) for name in cell.split(";") if name.strip()]
            if cells[4] != "-":
                entries += [tuple(entry.strip().split("=", 1)) for entry in cells[4].split(";")]
            for lang, name in entries:
                kind = "surname" if name.startswith("~") else "name"
                name = name.lstrip("~").strip()
                if not script_ok(lang, name):
                    errors.append(f"{where}: {lang} {name}: script")
                if (lang, fold(name)) in seen:
                    continue
                seen.add((lang, fold(name)))
                names.append((ident, lang, name, kind, "own"))
            if cells[5] == "-":
                continue
            for term in cells[5].split():
                office, start, end = term.split(":")
                office, _, body = office.partition("@")
                office, body = OFFICES.get(office, office), body or state
                if office not in office_ids:
                    errors.append(f"{where}: office {office}")
                if body == "-" or not DATE.match(start) or not DATE.match(end):
                    errors.append(f"{where}: term {term}")
                if "-" not in (start, end) and start > end:
                    errors.append(f"{where}: term {term} runs backwards")
                rows = [office] + ([ALSO[body, office]] if (body, office) in ALSO else [])
                terms += [(ident, row, body, start, end, "own") for row in rows]
    if errors:
        sys.exit("\n".join(errors))
    write("persons.tsv", "# id\tlabel\tstate\tsource", [(i, *v, "own") for i, v in sorted(persons.items())])
    write("person_names.tsv", "# entity\tlang\ttext\tkind\tsource", names)
    write("office_terms.tsv", "# person\toffice\tbody\tfrom\tto\tsource", list(dict.fromkeys(terms)))


def write(name, header, rows):
    (CATALOGUE / name).write_text("\n".join([header, *("\t".join(row) for row in rows)]) + "\n", "utf-8")
    print(name, len(rows))


if __name__ == "__main__":
    main()
