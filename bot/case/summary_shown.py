"""The summary for whoever has taken a conversation on, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.shown import country_name, in_zone, money
from bot.domain.facts import Shop
from prompts.console import ConsoleWords
from storage import talk_summaries
from storage.base import AnyRow
from storage.talks import SpokenMessage


@dataclass(frozen=True, slots=True)
class ShownSummary:
    """`row` is of talk_summaries; who it is for has not written to the buyer since."""

    row: AnyRow

    @property
    def being_told(self) -> bool:
        """A model is being asked."""
        return bool(self.row.state == "asked")


async def read_summary(
    connection: AsyncConnection, talk: AnyRow, said: Sequence[SpokenMessage]
) -> ShownSummary | None:
    """None where nobody has just taken the conversation on, or where the receiver has answered already."""
    row = await talk_summaries.newest(connection, talk.id)
    if row is None or row.staff_id != talk.assignee_id:
        return None
    answered = any(
        each.author == "person" and each.sender == "seller" and each.at > row.made_at for each in said
    )
    return None if answered else ShownSummary(row)


def summary_lines(words: ConsoleWords, shown: ShownSummary, shop: Shop) -> list[tuple[str, str]]:
    """(what it is about, what there is to tell), plain text, in the order of reading."""
    known, told = shown.row.known, shown.row.told
    lines = [
        ("wants", told.get("wants") or _wants(words, known, shop)),
        ("quoted", _quoted(words, known)),
        ("promised", told.get("promised")),
        ("open", told.get("open") or _open(words, known)),
        ("mood", "; ".join(filter(None, (told.get("mood"), _risks(words, known))))),
        ("last", _last(words, known, shop.company.timezone)),
    ]
    return [(words.say(f"summary-{name}"), text) for name, text in lines if text]


def summary_note(words: ConsoleWords, shown: ShownSummary) -> str | None:
    """What there is to say of the model's part."""
    name = f"summary-{(shown.row.outcome or '').replace('_', '-')}"
    return words.say(name) if shown.row.outcome and name in words.variables else None


def _wants(words: ConsoleWords, known: Mapping[str, Any], shop: Shop) -> str:
    items = {item.sku: item for item in shop.items}
    told = []
    for each in known["items"]:
        item = items.get(each["sku"])
        name = f"{item.name} ({item.sku})" if item is not None else f"“{each['asked']}”"
        told.append(f"{each['quantity']:,} × {name}" if each["quantity"] else name)
    if not told:
        told = [
            words.say(name)
            for intent in known["intents"][:3]
            if (name := f"intent-{intent.replace('_', '-')}") in words.variables
        ]
    terms = [known["incoterm"] or ""]
    if known["destination"]:
        terms.append(country_name(known["destination"], words.language))
    if known["deadline"]:
        terms.append(words.say("summary-by", day=known["deadline"]))
    if known["target"]:
        price = money(known["target"]["amount"], known["target"]["currency"] or "")
        terms.append(words.say("summary-target", price=price))
    return " · ".join(("; ".join(told), *filter(None, terms))) if told else ""


def _quoted(words: ConsoleWords, known: Mapping[str, Any]) -> str:
    quote = known["quote"]
    if quote is None:
        return ""
    total = money(quote["total"], quote["currency"]) if quote["total"] else words.say("quote-alternatives")
    valid = words.say("summary-valid", day=date.fromisoformat(quote["valid_until"]).isoformat())
    sent = words.say("summary-sent" if quote["sent"] else "summary-not-sent")
    return f"{quote['number']} · {total} · {valid} · {sent}"


def _open(words: ConsoleWords, known: Mapping[str, Any]) -> str:
    missing = [words.say(f"detail-{each.replace('_', '-')}") for each in known["missing"]]
    told = [words.say("summary-missing", details=", ".join(missing))] if missing else []
    if known["waits_since"]:
        told.append(words.say("summary-waits"))
    return "; ".join(told)


def _risks(words: ConsoleWords, known: Mapping[str, Any]) -> str:
    return ", ".join(words.say(f"risk-{each.replace('_', '-')}") for each in known["risks"])


def _last(words: ConsoleWords, known: Mapping[str, Any], timezone: str) -> str:
    last = known["last"]
    if last is None:
        return ""
    at = in_zone(datetime.fromisoformat(last["at"]), timezone).strftime("%m-%d %H:%M")
    return words.say(f"summary-last-{last['by']}", at=at, words=last["words"])
