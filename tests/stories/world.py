"""Five hundred buyers in forty countries, and what each of them does within a year: made from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

BEGIN = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
END = BEGIN + timedelta(days=365)
Deed = Literal[
    "quote", "ask", "answer", "stop", "accepted", "paid_on_platform", "shipped", "delivered", "reviewed",
    "lost",
]  # fmt: skip
BY_BUYER = frozenset({"ask", "stop"})
_SATURDAY, _FRIDAY, _ONLY_SUNDAY = frozenset({5, 6}), frozenset({4, 5}), frozenset({6})


@dataclass(frozen=True)
class Land:
    """`zones`: where its buyers may be, by the sight of a map; `phone`: of a number that tells the zone."""

    code: str
    zones: tuple[str, ...]
    weekend: frozenset[int] = _SATURDAY
    phone: str | None = None


LANDS = (
    Land("DE", ("Europe/Berlin",)), Land("FR", ("Europe/Paris",)), Land("GB", ("Europe/London",)),
    Land("IT", ("Europe/Rome",)), Land("PL", ("Europe/Warsaw",)), Land("NL", ("Europe/Amsterdam",)),
    Land("SE", ("Europe/Stockholm",)), Land("GR", ("Europe/Athens",)), Land("RO", ("Europe/Bucharest",)),
    Land("UA", ("Europe/Kyiv",)), Land("TR", ("Europe/Istanbul",)), Land("IE", ("Europe/Dublin",)),
    Land("ES", ("Europe/Madrid", "Atlantic/Canary")), Land("PT", ("Europe/Lisbon", "Atlantic/Azores")),
    Land("RU", ("Europe/Moscow",), phone="+74951234567"),
    Land("US", ("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
                "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Adak")),
    Land("US", ("America/New_York",), phone="+12125551234"),
    Land("US", ("America/Los_Angeles",), phone="+12135551234"),
    Land("CA", ("America/Toronto", "America/Vancouver", "America/St_Johns", "America/Whitehorse",
                "America/Regina", "America/Halifax", "America/Atikokan")),
    Land("CA", ("America/Toronto",), phone="+14165551234"),
    Land("MX", ("America/Mexico_City", "America/Tijuana", "America/Cancun", "America/Hermosillo")),
    Land("BR", ("America/Sao_Paulo", "America/Manaus", "America/Noronha", "America/Rio_Branco")),
    Land("AR", ("America/Argentina/Buenos_Aires",)), Land("CL", ("America/Santiago", "Pacific/Easter")),
    Land("CO", ("America/Bogota",)), Land("PE", ("America/Lima",)),
    Land("AE", ("Asia/Dubai",)), Land("SA", ("Asia/Riyadh",), _FRIDAY),
    Land("EG", ("Africa/Cairo",), _FRIDAY),
    Land("IL", ("Asia/Jerusalem",), _FRIDAY), Land("JO", ("Asia/Amman",), _FRIDAY),
    Land("MA", ("Africa/Casablanca",)), Land("ZA", ("Africa/Johannesburg",)),
    Land("NG", ("Africa/Lagos",)), Land("KE", ("Africa/Nairobi",)),
    Land("IN", ("Asia/Kolkata",)), Land("ID", ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")),
    Land("VN", ("Asia/Ho_Chi_Minh",)), Land("TH", ("Asia/Bangkok",)), Land("JP", ("Asia/Tokyo",)),
    Land("KR", ("Asia/Seoul",)), Land("SG", ("Asia/Singapore",)),
    Land("AU", ("Australia/Sydney", "Australia/Perth", "Australia/Adelaide", "Australia/Brisbane",
                "Australia/Lord_Howe")),
    Land("AU", ("Australia/Sydney",), phone="+61292345678"),
    Land("NZ", ("Pacific/Auckland", "Pacific/Chatham")),
    Land("KZ", ("Asia/Almaty",)),
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """Something that happens in a conversation (0 or 1 of the buyer's) at `at`."""

    at: datetime
    deed: Deed
    talk: int = 0


@dataclass(frozen=True)
class Buyer:
    number: int
    land: Land
    talks: int
    acts: tuple[Act, ...]


def buyers(count: int) -> tuple[Buyer, ...]:
    """The first `count` buyers: the same ones every time."""
    return tuple(_buyer(number) for number in range(count))


def _buyer(number: int) -> Buyer:
    chance = Random(number)
    land = LANDS[number % len(LANDS)]
    talks = 2 if number % 9 == 0 else 1
    acts: list[Act] = []
    for talk in range(talks):
        acts += _life(chance, talk, BEGIN + timedelta(days=chance.uniform(0.2, 300)))
    stops = [act.at for act in acts if act.deed == "stop"]
    # Who has said stop may still order: but then by themselves.
    acts = [act for act in acts if not stops or act.at <= min(stops) or act.deed not in ("ask", "quote")]
    return Buyer(number, land, talks, tuple(sorted(acts, key=lambda act: act.at)))


def _life(chance: Random, talk: int, at: datetime) -> list[Act]:
    """A quote and what becomes of it; some come back for another one."""
    acts = [Act(at - timedelta(hours=3), "ask", talk), Act(at, "quote", talk)]
    mood = chance.random()
    at += timedelta(days=chance.uniform(0.3, 9))
    if mood < 0.30:
        return acts
    if mood < 0.42:
        return [*acts, Act(at, "stop", talk), Act(at + timedelta(hours=5), "answer", talk),
                Act(at + timedelta(days=20), "accepted", talk)]  # fmt: skip
    if mood < 0.52:
        return [*acts, Act(at, "ask", talk)]
    if mood < 0.64:
        acts += [Act(at, "ask", talk), Act(at + timedelta(hours=chance.uniform(1, 20)), "answer", talk)]
        at += timedelta(days=chance.uniform(1, 15))
    if mood < 0.58:
        return [*acts, Act(at, "lost", talk)]
    acts.append(Act(at, "accepted", talk))
    if chance.random() < 0.3:
        return acts
    at += timedelta(days=chance.uniform(0.2, 7))
    for deed, days in (("paid_on_platform", 0.0), ("shipped", 18.0), ("delivered", 12.0), ("reviewed", 6.0)):
        at += timedelta(days=days * chance.uniform(0.7, 1.3))
        acts.append(Act(at, deed, talk))  # type: ignore[arg-type]
        if chance.random() < 0.12:
            return acts
    if chance.random() < 0.4:
        acts += _life(chance, talk, at + timedelta(days=chance.uniform(20, 80)))
    return acts
