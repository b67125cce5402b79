"""The console's main pages, and who sees which."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.desk import Person, Role, has_authority


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; its words are the message `nav-<id>`."""

    id: str
    path: str
    icon: str
    needs: Role = "salesperson"


PLACES = (
    Place("inbox", "/console/inbox", "inbox"),
    Place("buyers", "/console/buyers", "users"),
    Place("orders", "/console/orders", "truck"),
    Place("complaints", "/console/complaints", "circle-alert"),
    Place("figures", "/console/figures", "chart-column"),
    Place("sourcing", "/console/sourcing", "hand-helping"),
    Place("follow-ups", "/console/follow-ups", "calendar"),
    Place("catalogue", "/console/catalogue", "package"),
    Place("policies", "/console/policies", "book-open"),
    Place("search", "/console/search", "search"),
    Place("learning", "/console/learning", "sparkles"),
    Place("gaps", "/console/gaps", "circle-help"),
    Place("answers", "/console/answers", "quote"),
    Place("load", "/console/load", "upload", "manager"),
    Place("alerts", "/console/alerts", "triangle-alert", "manager"),
    Place("team", "/console/team", "users-round", "manager"),
    Place("settings", "/console/settings", "settings", "manager"),
    Place("audit", "/console/audit", "scroll-text", "manager"),
)


def places_for(person: Person, *, sees_talks: bool = True) -> tuple[Place, ...]:
    """A purchaser who sees no talks has one place."""
    return tuple(
        place
        for place in PLACES
        if has_authority(person.role, place.needs) and (sees_talks or place.id == "sourcing")
    )
