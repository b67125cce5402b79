"""What stands at the top of a buyer's topic: its title, and the pinned message on who the buyer is."""

from __future__ import annotations

import hashlib
import html

from bot.case.shown import country_name, language_name, money
from bot.telegram.office import Office
from bot.telegram.team.card_text import channel_of, name_of
from bot.telegram.team.keyboards import console_page
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import clean, flag, line, shortened
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_LONGEST_TITLE = 128
_LONGEST_NAME = 60
_MOST_ITEMS = 6


def topic_title(words: TeamWords, seen: Seen) -> str:
    """Plain, of at most 128 units: flag, name, and how far the talk has come."""
    if seen.erased:
        return words.say("title-erased")
    buyer = seen.case.buyer
    name = " ".join(clean(buyer.name or buyer.company or "").split())
    name = shortened(name, _LONGEST_NAME) or words.say("unnamed-buyer", number=str(buyer.id))
    stage = words.say(f"stage-{_stage(seen)}")
    return shortened(f"{flag(seen.case.country_code)} {name} · {stage}", _LONGEST_TITLE)


def summary(office: Office, words: TeamWords, seen: Seen) -> str:
    """HTML: who writes and from where, what was asked for so far, and where the console shows all of it."""
    if seen.erased:
        return words.say("erased")
    case = seen.case
    buyer = case.buyer
    company = f" · {line(buyer.company, 60)}" if buyer.company else ""
    lines = [f"{flag(case.country_code)} <b>{name_of(words, seen)}</b>{company}"]
    facts = []
    if case.country_code:
        basis = _known_from(words, case.country_basis)
        facts.append(html.escape(country_name(case.country_code, words.language), quote=False) + basis)
    language = case.talk.language or buyer.locale
    if language:
        facts.append(html.escape(language_name(language, words.language), quote=False))
    facts.append(channel_of(words, seen))
    lines.append(" · ".join(facts))
    for name in ("phone", "email", "source"):
        told = getattr(buyer, name)
        if told:
            lines.append(words.say(f"summary-{name}", told=line(told, 80)))
    if case.talk.grade:
        lines.append(words.say("grade", grade=case.talk.grade))
    asked = _asked(words, seen)
    if asked:
        lines.append(words.say("summary-asked", asked=asked))
    quoted = [
        f"{line(shown.number)} {money(shown.quote.total, shown.quote.currency)}"
        for shown in list(case.quotes.values())[-3:]
        if shown.quote.total is not None
    ]
    if quoted:
        lines.append(words.say("summary-quoted", quotes=", ".join(dict.fromkeys(quoted))))
    if buyer.note:
        lines.append(words.say("summary-note", note=line(buyer.note, 300)))
    page = html.escape(console_page(office.public_url, case.talk.id))
    lines.append(f'🖥 <a href="{page}">{words.say("summary-console")}</a>')
    return "\n".join(lines)


def look_of_summary(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _stage(seen: Seen) -> str:
    talk = seen.case.talk
    if talk.state in ("closed", "spam"):
        return str(talk.state)
    if seen.case.quotes:
        return "quoted"
    return "answered" if any(each.sender == "seller" for each in seen.case.messages) else "new"


def _asked(words: TeamWords, seen: Seen) -> str:
    """What the buyer wants, and of which goods."""
    console = console_words(words.language)
    named = (f"intent-{intent.replace('_', '-')}" for intent in seen.case.talk.intents)
    intents = [console.say(name) for name in named if name in console.variables]
    items = []
    for each in ((seen.case.answer or {}).get("items") or ())[:_MOST_ITEMS]:
        goods = line(str(each.get("sku") or each.get("asked") or ""), 40)
        quantity = each.get("quantity")
        items.append(f"{goods} × {quantity:,}" if isinstance(quantity, int) else goods)
    wanted = html.escape(", ".join(intents), quote=False)
    return " – ".join(part for part in (wanted, ", ".join(item for item in items if item)) if part)


def _known_from(words: TeamWords, basis: str | None) -> str:
    console = console_words(words.language)
    named = f"basis-{basis}"
    return f" ({html.escape(console.say(named), quote=False)})" if named in console.variables else ""
