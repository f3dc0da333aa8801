"""Make `data/script/pinyin.tsv`: each syllable of Chinese names as Russian, Hindi and Bengali write it.

    python tools/make_pinyin.py [--out FILE]

Russian follows the Palladius system, one form a syllable. Hindi and Bengali follow no standard: the forms are those
that newspapers build from the English spelling, and those of Chinese radio in Hindi, which writes the unaspirated
consonants as voiceless ones (चिनफिंग). Initials and finals stand here, the table has what they give together.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/elchi/data/script/pinyin.tsv"

# initial: Russian, Hindi, Bengali
INITIALS = {
    "b": ("б", "ब प", "ব প"), "p": ("п", "प फ", "প ফ"), "m": ("м", "म", "ম"), "f": ("ф", "फ", "ফ"),
    "d": ("д", "द त ड", "দ ত ড"), "t": ("т", "त थ ट", "ত থ ট"), "n": ("н", "न", "ন"), "l": ("л", "ल", "ল"),
    "g": ("г", "ग क", "গ ক"), "k": ("к", "क ख", "ক খ"), "h": ("х", "ह", "হ"),
    "j": ("цз", "ज च", "জ চ"), "q": ("ц", "च छ क", "চ ছ কি"), "x": ("с", "श स ज", "শ স জ"),
    "zh": ("чж", "झ ज च", "ঝ জ চ"), "ch": ("ч", "च छ", "চ ছ"), "sh": ("ш", "श", "শ"), "r": ("ж", "र ज", "র জ"),
    "z": ("цз", "ज च त्स", "জ চ ত্স"), "c": ("ц", "च छ त्स स", "চ ছ ত্স স"), "s": ("с", "स", "স শ"),
}  # fmt: skip
# final: Russian, Hindi signs, Bengali signs after a consonant; - is the inherent vowel, / parts alternatives
FINALS = {
    "a": ("а", "ा", "া"), "o": ("о", "ो", "ো"), "e": ("э", "े/-", "ে/-"),
    "ai": ("ай", "ाई/ै", "াই"), "ei": ("эй", "ेई/े", "েই/ে"), "ao": ("ао", "ाओ/ौ/ाव", "াও"),
    "ou": ("оу", "ोउ/ो/ाउ/ौ/ु", "ৌ/ো/োউ/ু/াউ"), "an": ("ань", "ान/न", "ান"), "en": ("энь", "ेन/न", "েন"),
    "ang": ("ан", "ांग/ैंग", "াং"), "eng": ("эн", "ेंग/ंग", "েং/ং"), "ong": ("ун", "ोंग/ुंग/ौंग", "োং/ুং/ং"),
    "i": ("и", "ि", "ি"), "ia": ("я", "िया/्या", "িয়া"), "ie": ("е", "िए/िये/्ये", "িয়ে"),
    "iao": ("яо", "ियाओ/्याओ/िआओ", "িয়াও"), "iu": ("ю", "िउ/ियु/्यु/िओ", "িউ/িও"),
    "ian": ("янь", "ियान/ियेन/िआन/्यान/िएन", "িয়ান/িয়েন"), "in": ("инь", "िन", "িন"),
    "iang": ("ян", "ियांग/्यांग/िआंग", "িয়াং"), "ing": ("ин", "िंग", "িং"), "iong": ("юн", "ियोंग/िओंग", "িয়ং/িওং"),
    "u": ("у", "ु", "ু"), "ua": ("уа", "ुआ/्वा/ुवा", "ুয়া"), "uo": ("о", "ुओ/ो/्वो", "ুও/ো"),
    "uai": ("уай", "ुआई/्वाई", "ুয়াই"), "ui": ("уй", "ुई/्वेई", "ুই"), "uan": ("уань", "ुआन/्वान", "ুয়ান"),
    "un": ("унь", "ुन", "ুন"), "uang": ("уан", "ुआंग/्वांग/ुवांग", "ুয়াং"),
    "v": ("юй", "ु/्यु", "ু/িউ"), "ve": ("юэ", "ुए/्वे/्युए", "ুয়ে"), "van": ("юань", "ुआन/्वान/ुयान", "ুয়ান"),
    "vn": ("юнь", "ुन", "ুন"),
}  # fmt: skip
# Finals that each initial takes.
LABIAL = "a o ai ei ao an en ang eng i ie iao ian in ing u"
BACK = "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"
FLAT = "i a e ai ao ou an en ang eng ong u uo ui uan un"
PALATAL = "i ia ie iao iu ian in iang ing iong v ve van vn"
TAKES = {
    "b": LABIAL, "p": f"{LABIAL} ou", "m": f"{LABIAL} e ou iu", "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
    "g": BACK, "k": BACK, "h": BACK, "j": PALATAL, "q": PALATAL, "x": PALATAL,
    "zh": f"i {BACK}", "ch": f"i {BACK}", "sh": f"i {BACK}", "r": "i e ao ou an en ang eng ong u uo ui uan un",
    "z": f"{FLAT} ei", "c": FLAT, "s": FLAT,
}  # fmt: skip
# Syllables without an initial: Russian, Hindi, Bengali.
ALONE = {
    "a": ("а", "आ", "আ"), "ai": ("ай", "आई ऐ", "আই"), "an": ("ань", "आन अन", "আন"), "ang": ("ан", "आंग", "আং"),
    "ao": ("ао", "आओ", "আও"), "e": ("э", "ए", "এ"), "en": ("энь", "एन", "এন"), "er": ("эр", "अर एर", "এর"),
    "ou": ("оу", "ओउ", "ওউ"), "yi": ("и", "इ यि", "ই য়ি"), "ya": ("я", "या", "ইয়া"), "ye": ("е", "ये", "ইয়ে"),
    "yao": ("яо", "याओ", "ইয়াও"), "you": ("ю", "यु यो योउ", "ইউ ইয়ো"), "yan": ("янь", "यान येन", "ইয়ান ইয়েন"),
    "yin": ("инь", "यिन इन", "ইন য়িন"), "yang": ("ян", "यांग", "ইয়াং"), "ying": ("ин", "यिंग इंग", "ইং য়িং"),
    "yong": ("юн", "योंग युंग", "ইয়ং ইয়োং"), "yu": ("юй", "यु", "ইউ"), "yue": ("юэ", "युए", "ইউয়ে"),
    "yuan": ("юань", "युआन", "ইউয়ান"), "yun": ("юнь", "युन", "ইউন"), "wu": ("у", "वु उ", "উ"), "wa": ("ва", "वा", "ওয়া"),
    "wo": ("во", "वो", "ওয়ো"), "wai": ("вай", "वाई", "ওয়াই"), "wei": ("вэй", "वेई वे", "ওয়েই উই"),
    "wan": ("вань", "वान", "ওয়ান"), "wen": ("вэнь", "वेन वन", "ওয়েন"), "wang": ("ван", "वांग", "ওয়াং"),
    "weng": ("вэн", "वेंग", "ওয়েং"),
}  # fmt: skip
# After z, c and s the vowel of "i" is another one in Russian.
HISSING = frozenset({"z", "c", "s"})


def syllables() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield (pinyin, Russian, Hindi forms, Bengali forms) of each syllable."""
    for initial, finals in TAKES.items():
        start, hindi, bengali = INITIALS[initial]
        for final in finals.split():
            vowel, signs, marks = FINALS[final]
            vowel = "ы" if final == "i" and initial in HISSING else vowel
            plain = final.replace("v", "u")
            yield initial + plain, start + vowel, _joined(hindi, signs), _joined(bengali, marks)
    for syllable, (russian, hindi, bengali) in ALONE.items():
        yield syllable, russian, hindi.split(), bengali.split()


def _joined(consonants: str, signs: str) -> list[str]:
    return [c + ("" if sign == "-" else sign) for c in consonants.split() for sign in signs.split("/")]


def table() -> str:
    """Return the table; syllables that differ only in ü and u share a row."""
    rows: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for syllable, russian, hindi, bengali in syllables():
        row = rows.setdefault(syllable, (set(), set(), set()))
        row[0].add(russian)
        row[1].update(hindi)
        row[2].update(bengali)
    lines = ["# syllable\tru\thi\tbn"]
    lines += [
        "\t".join([syllable, *("|".join(sorted(forms)) for forms in row)]) for syllable, row in sorted(rows.items())
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args(arguments).out
    text = table()
    out.write_text(text, encoding="utf-8")
    print(f"{out.name}: {text.count(chr(10)) - 1} syllables")


if __name__ == "__main__":
    main()
