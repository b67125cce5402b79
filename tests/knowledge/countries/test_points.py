"""The country of a point on the map."""

from __future__ import annotations

import math

import pytest
from babel.core import get_global

from knowledge.countries.points import country_of_point


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "country"),
    [
        ("Mexico City", 19.4326, -99.1332, "MX"),
        ("Tijuana, at the border", 32.53, -117.02, "MX"),
        ("San Ysidro, at the border", 32.552, -117.043, "US"),
        ("Konstanz", 47.6633, 9.1753, "DE"),
        ("Kreuzlingen", 47.645, 9.17, "CH"),
        ("Kinshasa", -4.32, 15.31, "CD"),
        ("Brazzaville", -4.27, 15.27, "CG"),
        ("Johor Bahru", 1.49, 103.74, "MY"),
        ("Singapore", 1.35, 103.8, "SG"),
        ("Hong Kong", 22.32, 114.17, "HK"),
        ("Shenzhen", 22.54, 114.05, "CN"),
        ("Coyhaique", -45.57, -72.07, "CL"),
    ],
)
def test_a_place_lies_in_its_country(place: str, latitude: float, longitude: float, country: str) -> None:
    assert country_of_point(latitude, longitude) == country, place


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0.0, -30.0), (90.5, 0.0), (0.0, 181.0), (math.nan, 0.0), (math.inf, 0.0)]
)
def test_the_open_sea_and_what_is_no_point_lie_in_none(latitude: float, longitude: float) -> None:
    assert country_of_point(latitude, longitude) is None


def test_every_zone_of_the_library_has_a_country() -> None:
    import tzfpy

    unknown = [name for name in tzfpy.timezonenames() if name not in get_global("zone_territories")]
    assert unknown in ([], ["America/Coyhaique"])
