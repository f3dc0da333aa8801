"""What stories cost as the set grows: time per article and memory at each size, and a curve of them.

    python benchmarks/stories.py [--sizes 1000,10000,100000] [--svg FILE]

Articles are made from sentences of one's own in four languages, filled with names of the catalogue, figures and
invented names, and mixed with the sample corpus cut and put together anew. Each size runs in a process of its own, on
one core; CPU seconds are counted, so that a busy machine does not change them. As the invented stories are known,
precision and recall of the stories found (B-cubed) are told as well.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from elchi.model import Article, Story
from elchi.packs import data_folder, load_catalogue
from elchi.pipeline import read_stories

LANGUAGES = ("hi", "bn", "en", "ru")
SENTENCES = {
    "hi": (
        "{A} और {B} के विदेश मंत्रियों ने {D} को {C} में मुलाकात की।",
        "{P} ने कहा कि {N} करोड़ डॉलर की परियोजना पर काम शुरू हो गया है।",
        "{X} कंपनी के प्रमुख {Y} ने {C} में एक नए कारखाने की घोषणा की।",
        "दोनों पक्षों के बीच व्यापार {N} प्रतिशत बढ़ा।",
        "{A} के राजदूत {Y} ने {B} को {M} टन गेहूं भेजने का वादा किया।",
        "{P} अगले महीने {B} की यात्रा पर जाएंगे।",
        "{X} बांध से {M} गांवों को पानी मिलेगा, {Y} ने बताया।",
        "बैठक के बाद जारी बयान में {A} ने {C} समझौते का स्वागत किया।",
    ),
    "bn": (
        "{A} ও {B}-এর পররাষ্ট্রমন্ত্রীরা {D} তারিখে {C} শহরে বৈঠক করেছেন।",
        "{P} বলেছেন, {N} কোটি ডলারের প্রকল্পের কাজ শুরু হয়েছে।",
        "{X} কোম্পানির প্রধান {Y} {C} শহরে একটি নতুন কারখানার ঘোষণা দিয়েছেন।",
        "দুই পক্ষের বাণিজ্য {N} শতাংশ বেড়েছে।",
        "{A}-এর রাষ্ট্রদূত {Y} {B}-কে {M} টন গম পাঠানোর প্রতিশ্রুতি দিয়েছেন।",
        "{P} আগামী মাসে {B} সফরে যাবেন।",
        "{X} বাঁধ থেকে {M} গ্রাম পানি পাবে, জানিয়েছেন {Y}।",
        "বৈঠকের পর এক বিবৃতিতে {A} {C} চুক্তিকে স্বাগত জানিয়েছে।",
    ),
    "en": (
        "The foreign ministers of {A} and {B} met in {C} on {D}.",
        "{P} said that work on a project of {N}0 million dollars had begun.",
        "{Y}, the head of the {X} company, announced a new plant in {C}.",
        "Trade between the two sides grew by {N} per cent.",
        "The ambassador of {A}, {Y}, promised {B} a shipment of {M} tonnes of wheat.",
        "{P} is to travel to {B} next month.",
        "The {X} dam will bring water to {M} villages, {Y} told reporters.",
        "In a statement after the meeting {A} welcomed the {C} agreement.",
    ),
    "ru": (
        "Министры иностранных дел встретились {D} в городе {C}: {A} и {B}.",
        "{P}: начата работа над проектом стоимостью {N}0 млн долларов.",
        "{Y}, глава компании {X}, объявил о новом заводе ({C}).",
        "Торговля между сторонами выросла на {N} процентов.",
        "Посол ({A}) {Y} пообещал отправить {M} тонн пшеницы: {B}.",
        "{P} посетит {B} в следующем месяце.",
        "Плотина {X} даст воду {M} деревням, сообщил {Y}.",
        "В заявлении после встречи {A} приветствует соглашение: {C}.",
    ),
}


def _words(line: str) -> list[str]:
    return line.split()


SYLLABLES = {
    "en": _words("ka ra ni to me lu sha vi ba do ge ru pa mi zo ta la ne ko su"),
    "hi": _words("का रा नी तो मे लू शा वी बा दो गे रू पा मी ज़ो ता ला ने को सू"),
    "bn": _words("কা রা নী তো মে লু শা ভি বা দো গে রু পা মি জো তা লা নে কো সু"),
    "ru": _words("ка ра ни то ме лу ша ви ба до ге ру па ми зо та ла не ко су"),
}
MANY = 8
DAYS = 365


class World:
    """Names that all four languages have, and sentences of the sample corpus."""

    def __init__(self) -> None:
        names: defaultdict[str, dict[str, str]] = defaultdict(dict)
        catalogue = load_catalogue()
        for name in catalogue.names:
            if name.kind == "name" and name.language in LANGUAGES:
                names[name.entity].setdefault(name.language, name.text)
        whole = {entity: forms for entity, forms in names.items() if len(forms) == len(LANGUAGES)}
        kinds: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
        for entity, forms in sorted(whole.items()):
            kinds[catalogue.entities[entity].kind.value].append(forms)
        self.states, self.persons, self.cities = kinds["state"], kinds["person"], kinds["place"]
        lines = data_folder().joinpath("demo", "articles.jsonl").read_text(encoding="utf-8").splitlines()
        self.samples: defaultdict[str, list[list[str]]] = defaultdict(list)
        for line in lines:
            row = json.loads(line)
            self.samples[row["language"]].append(row["text"].split("।"))


def make_articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield `count` articles spread over a year; the part of an id before "@" is its story."""
    world, dice = World(), random.Random(seed)  # noqa: S311 - a made-up corpus, no secret
    made = story = 0
    while made < count:
        day = (date(2024, 1, 1) + timedelta(days=made * DAYS // count)).isoformat()
        for article in _story(world, dice, f"s{story}", day):
            if made < count:
                yield article
                made += 1
        story += 1


def _story(world: World, dice: random.Random, name: str, day: str) -> Iterator[Article]:
    """Yield the articles of one story: alone, copied with another lead, or in several languages."""
    if dice.random() < 0.25:
        samples = dice.sample(world.samples[dice.choice(sorted(world.samples))], 3)
        parts = [part for sample in samples for part in dice.sample(sample, min(4, len(sample)))]
        yield Article(f"{name}@0", "।".join(parts), published=day)
        return
    telling = _telling(world, dice)
    kind = dice.random()
    languages = dice.sample(LANGUAGES, dice.choice((2, 3, 4)) if kind < 0.3 else 1)
    for language in languages:
        yield Article(f"{name}@{language}", " ".join(telling[language]), published=day, source=f"outlet {language}")
    if kind > 0.8:
        again = telling[languages[0]]
        yield Article(f"{name}@copy", " ".join([*again[1:], again[0]]), published=day, source="other outlet")


def _telling(world: World, dice: random.Random) -> dict[str, list[str]]:
    """Return one report in every language, sentence by sentence."""
    told: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for _ in range(dice.randint(6, 14)):
        which = dice.randrange(MANY)
        state, other = dice.sample(world.states, 2)
        person, city = dice.choice(world.persons), dice.choice(world.cities)
        figures = {"N": dice.randint(2, 99), "M": dice.randint(100, 99_000), "D": dice.randint(1, 28)}
        invented = [[dice.randrange(20) for _ in range(dice.randint(2, 4))] for _ in "XY"]
        for language in LANGUAGES:
            first, second = ("".join(SYLLABLES[language][i] for i in word) for word in invented)
            slots = {"A": state, "B": other, "P": person, "C": city}
            names = {slot: forms[language] for slot, forms in slots.items()}
            sentence = SENTENCES[language][which]
            told[language].append(sentence.format(**names, **figures, X=first.capitalize(), Y=second.capitalize()))
    return told


def b_cubed(stories: Sequence[Story]) -> tuple[float, float]:
    """Return precision and recall over articles (Bagga and Baldwin 1998)."""
    truth: defaultdict[str, int] = defaultdict(int)
    groups = [[d.document.partition("@")[0] for d in story.documents] for story in stories]
    for group in groups:
        for name in group:
            truth[name] += 1
    pairs = [(group.count(name), len(group), truth[name]) for group in groups for name in group]
    total = max(1, len(pairs))
    return sum(hit / size for hit, size, _ in pairs) / total, sum(hit / true for hit, _, true in pairs) / total


def measure(count: int) -> dict[str, float]:
    """Return what `count` articles cost: milliseconds per article, peak megabytes, and how well they were told."""
    articles = list(make_articles(count))
    begin = time.process_time()
    stories = read_stories(articles)
    spent = time.process_time() - begin
    precision, recall = b_cubed(stories)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles": count, "seconds": round(spent, 1), "ms_per_article": round(1000 * spent / count, 2),
        "peak_mb": round(peak), "precision": round(precision, 4), "recall": round(recall, 4),
    }  # fmt: skip


def curve(rows: Sequence[dict[str, float]]) -> str:
    """Return an SVG drawing of milliseconds per article over the number of articles."""
    width, height, edge = 480, 240, 50
    most = max(row["ms_per_article"] for row in rows) * 1.2
    step = (width - 2 * edge) / max(1, len(rows) - 1)
    points = [
        (edge + i * step, height - edge - row["ms_per_article"] / most * (height - 2 * edge))
        for i, row in enumerate(rows)
    ]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"',
        ' font-size="11">',
    ]
    parts.append(f'<path d="M{edge},{edge}V{height - edge}H{width - edge}" fill="none" stroke="#888"/>')
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#06c" stroke-width="2"/>')
    for (x, y), row in zip(points, rows, strict=True):
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#06c"/>')
        parts.append(f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="middle">{row["ms_per_article"]:.1f} ms</text>')
        parts.append(f'<text x="{x:.0f}" y="{height - edge + 16}" text-anchor="middle">{row["articles"]:,.0f}</text>')
    parts.append(f'<text x="{width / 2:.0f}" y="{height - 12}" text-anchor="middle">articles in the set</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> None:
    """Measure each size in a process of its own, print a table, draw the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,3000,10000", help="numbers of articles")
    parser.add_argument("--svg", type=Path, help="where to draw the curve")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    rows = []
    print("articles\tseconds\tms/article\tpeak MB\tprecision\trecall")
    for size in options.sizes.split(","):
        run = subprocess.run([sys.executable, __file__, "--one", size], check=True, capture_output=True, text=True)
        rows.append(json.loads(run.stdout))
        print("\t".join(str(value) for value in rows[-1].values()), flush=True)
    if options.svg:
        options.svg.write_text(curve(rows), encoding="utf-8")
        print(f"drawn: {options.svg}")


if __name__ == "__main__":
    main()
