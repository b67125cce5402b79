"""Who the invented buyers are, who answers them, and when there is much to do. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SEED = 20260101
DAYS = 365
PEOPLE = (
    ("Boris", "salesperson", 0.36), ("Lin", "salesperson", 0.30), ("Sofia", "salesperson", 0.22),
    ("Mei", "manager", 0.12),
)  # fmt: skip
"""(name, role, part of the work)"""
SOURCES = (("listing", 0.52), ("search", 0.22), ("fair-canton", 0.08), ("newsletter", 0.06), (None, 0.12))
A_DAY = 7.0
"""Inquiries on a usual working day."""
BY_WEEKDAY = (1.15, 1.1, 1.05, 1.0, 0.9, 0.5, 0.35)
BY_MONTH = (0.85, 0.6, 1.1, 1.15, 1.0, 0.95, 0.9, 0.8, 1.2, 1.25, 1.3, 0.85)
"""January to December: before the fairs and before Christmas most is asked for."""
GROWTH = 0.35
"""More at the end of the year than at its beginning."""
GAPS = (
    ("Do you have stock in a warehouse in Europe?", "Is there a European warehouse?", "Any stock in the EU?"),
    ("Can you put our logo on the carton as well?", "Is the outer carton printed with our brand?"),
    ("Do you sell spare straps alone?", "Can I order only the straps?"),
    ("Is there an app in Arabic?", "Does the app speak Arabic?"),
    ("Can we visit the factory in spring?", "Do you receive visitors at the factory?"),
)  # fmt: skip
"""Questions that mean the same, and that nothing in the sample shop answers."""
LACKS = (
    ("power station", "portable power station 1000W"), ("air purifier", "small air purifier for cars"),
    ("e-reader", "e-book reader with cover"),
)  # fmt: skip
"""(what it is, as a buyer asks for it): nothing that the sample shop sells."""
LOST = (
    ("price", 0.34), ("no_answer", 0.26), ("lead_time", 0.1), ("competitor", 0.1), ("moq", 0.08),
    ("shipping", 0.07), ("changed_plans", 0.05),
)  # fmt: skip
FIRST_NAMES = (
    "Alice", "Luis", "Carla", "Omar", "Anna", "Jonas", "Priya", "Kenji", "Fatima", "Paulo", "Greta", "Ivan",
    "Elif", "Marta", "Budi", "Minh", "Chloe", "Hugo", "Nadia", "Samuel",
)  # fmt: skip
COMPANIES = (
    "Trading", "Imports", "Gadgets", "Retail", "Electronics", "Distribution", "Mobile", "Wholesale",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Land:
    """A country that buyers write from. `ready`: how easily they take a quote; `leaves`: how often they
    wish to leave the platform."""

    code: str
    language: str
    zone: str
    weight: float
    ready: float = 1.0
    leaves: float = 0.03
    weekend: frozenset[int] = frozenset({5, 6})


_FRIDAY = frozenset({4, 5})
LANDS = (
    Land("US", "en", "America/New_York", 15, 1.0), Land("DE", "de", "Europe/Berlin", 11, 1.25, 0.01),
    Land("GB", "en", "Europe/London", 8, 1.1, 0.02), Land("MX", "es", "America/Mexico_City", 7, 0.9, 0.04),
    Land("BR", "pt", "America/Sao_Paulo", 8, 0.8, 0.05), Land("FR", "fr", "Europe/Paris", 6, 1.1, 0.02),
    Land("ES", "es", "Europe/Madrid", 4), Land("IT", "it", "Europe/Rome", 4, 0.95),
    Land("SA", "ar", "Asia/Riyadh", 4, 1.0, 0.06, _FRIDAY),
    Land("AE", "ar", "Asia/Dubai", 4, 1.15, 0.05), Land("EG", "ar", "Africa/Cairo", 2, 0.6, 0.12, _FRIDAY),
    Land("TR", "tr", "Europe/Istanbul", 4, 0.85, 0.05), Land("PL", "pl", "Europe/Warsaw", 4, 1.1, 0.01),
    Land("ID", "id", "Asia/Jakarta", 3, 0.7, 0.07), Land("VN", "vi", "Asia/Ho_Chi_Minh", 3, 0.75, 0.05),
    Land("IN", "hi", "Asia/Kolkata", 3, 0.55, 0.08), Land("NG", "en", "Africa/Lagos", 4, 0.45, 0.16),
    Land("KE", "en", "Africa/Nairobi", 2, 0.6, 0.1), Land("KZ", "ru", "Asia/Almaty", 2, 0.8, 0.08),
    Land("JP", "ja", "Asia/Tokyo", 2, 1.2, 0.0), Land("MY", "zh", "Asia/Kuala_Lumpur", 2, 1.0, 0.03),
    Land("CA", "en", "America/Toronto", 3, 1.05), Land("AU", "en", "Australia/Sydney", 3, 1.05, 0.01),
)  # fmt: skip


def busyness(day: date, begins: date) -> float:
    """How many inquiries a day has, against a usual one: the week, the season, growth, feasts."""
    level = BY_WEEKDAY[day.weekday()] * BY_MONTH[day.month - 1]
    level *= 1 + GROWTH * ((day - begins).days / DAYS - 0.5)
    if (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 3):
        level *= 0.4
    return level
