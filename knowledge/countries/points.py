"""The country that a point on the map lies in."""

from __future__ import annotations

from functools import cache

_NOT_YET = {"America/Coyhaique": "CL"}
"""Zones that are younger than babel's table."""
_NO_COUNTRY = "ZZ"


def country_of_point(latitude: float, longitude: float) -> str | None:
    """ISO 3166-1 alpha-2 of the country at a point in degrees; None at sea, and for what is no point.

    Looked up by time zone: their borders are those of countries, and each zone belongs to one. Kosovo has the
    zone of Belgrade, and counts as RS here. The first look takes 40 MB.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    import tzfpy

    zone = tzfpy.get_tz(longitude, latitude)
    country = _NOT_YET.get(zone) or _countries().get(zone)
    return country if country and country != _NO_COUNTRY else None


@cache
def _countries() -> dict[str, str]:
    from babel.core import get_global

    return dict(get_global("zone_territories"))
