"""One answer on a terminal: what was asked, understood, quoted, written and checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.cli.quote_table import quoted
from bot.cli.screen import clean, said
from bot.cli.words import country_name, flag, language_name, right_to_left, words

if TYPE_CHECKING:
    from bot.domain.facts import Shop
    from bot.domain.inquiry import AskedItem, Inquiry, Understanding
    from bot.domain.plan import Draft, Finding
    from bot.pipeline import Answer

ACCENT = "magenta"
"""Readable on light and on dark; green and red keep their meaning."""
_CANDIDATES = 4
_BASES = {
    "stated": "the buyer says so",
    "profile": "from the buyer's profile",
    "phone": "from the telephone number",
    "language": "a guess from the language",
}
_APPROVERS = {
    "salesperson": "A salesperson approves before anything is sent.",
    "manager": "A manager has to approve.",
    "nobody": "Nobody needs to act: nothing would be sent.",
}


def shown(answer: Answer, shop: Shop) -> RenderableType:
    """The whole answer, section by section."""
    parts: list[RenderableType] = [
        header(answer.inquiry, answer.understanding),
        messages(answer.inquiry),
        section("Understood", understood(answer, shop)),
        section("Quote", quoted(answer, shop)),
        draft(answer.draft, answer.findings),
        section("Checked", checked(answer.findings, answer.draft)),
    ]
    if answer.evidence:
        parts.append(section("From the shop's policies", sources(answer)))
    style = f"bold {ACCENT}" if answer.needs == "manager" else "bold"
    total = answer.timing_ms.get("total", 0.0)
    approver = Text(_APPROVERS[answer.needs], style=style)
    parts.append(Padding(Text.assemble(approver, (f"  Answered in {total:.0f} ms.", "dim")), (1, 0, 0, 0)))
    return Group(*parts)


def header(inquiry: Inquiry, seen: Understanding) -> Text:
    """Flag, who writes, in which language, when."""
    code = seen.country.code
    who = [part for part in (inquiry.buyer.name, inquiry.buyer.company) if part]
    line = Text(f"{flag(code)}  " if code else "")
    line.append_text(said(", ".join(who) or "A buyer", "bold"))
    return line.append(f"  {language_name(seen.language)}, {inquiry.at:%-d %B %Y %H:%M %Z}", style="dim")


def messages(inquiry: Inquiry) -> RenderableType:
    """The talk, oldest first."""
    talk = Table.grid(padding=(0, 2, 0, 0))
    talk.add_column(style="dim", no_wrap=True)
    talk.add_column(overflow="fold")
    for message in inquiry.messages:
        buyer = message.sender == "buyer"
        talk.add_row("buyer" if buyer else "shop", said(message.text, "" if buyer else "dim"))
    return Padding(talk, (1, 0, 0, 2))


def section(title: str, content: RenderableType) -> RenderableType:
    return Padding(Group(Text(title, style=f"bold {ACCENT}"), Padding(content, (0, 0, 0, 2))), (1, 0, 0, 0))


def understood(answer: Answer, shop: Shop) -> Table:
    seen = answer.understanding
    rows: list[tuple[str, Text]] = []
    country = seen.country
    if country.code and country.basis:
        rows.append(
            ("country", Text.assemble(country_name(country.code), (f", {_BASES[country.basis]}", "dim")))
        )
    else:
        rows.append(("country", Text("unknown", style="dim")))
    rows.append(("asks for", Text(words(seen.intents))))
    if seen.risks:
        rows.append(("risks", Text(words(seen.risks), style="bold red")))
    rows += [("item" if number == 0 else "", item(asked, shop)) for number, asked in enumerate(seen.items)]
    rows += details(seen)
    reasons = "; ".join(seen.grade.reasons)
    rows.append(
        ("grade", Text.assemble((seen.grade.value, "bold"), (f"  {reasons}" if reasons else "", "dim")))
    )
    if answer.missing:
        rows.append(("to be asked", Text(words(answer.missing), style="bold")))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True, min_width=11)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(label, value)
    return grid


def item(asked: AskedItem, shop: Shop) -> Text:
    """What the words were taken for."""
    words_of_buyer = said(f"“{asked.asked}”", "dim")
    quantity = "" if asked.quantity is None else f"{asked.quantity:,} × "
    if asked.sku is None:
        several = ", ".join(asked.alternatives[:_CANDIDATES])
        several += ", …" if len(asked.alternatives) > _CANDIDATES else ""
        meant = f"which of {several}?" if several else "not in the catalogue"
        return Text.assemble(quantity, said(meant), "  ", words_of_buyer)
    name = next((known.name for known in shop.items if known.sku == asked.sku), "")
    return Text.assemble(quantity, said(asked.sku, "bold"), "  ", said(name), "  ", words_of_buyer)


def details(seen: Understanding) -> list[tuple[str, Text]]:
    known = seen.details
    delivery = [known.incoterm, country_name(known.destination) if known.destination else None, known.method]
    wanted = known.target_price
    found = [
        ("delivery", ", ".join(part for part in delivery if part)),
        ("options", ", ".join(known.customization)),
        ("wants to pay", f"{wanted.amount:f} {wanted.currency or ''} a unit" if wanted else ""),
        ("wants off", f"{known.discount_percent:f} %" if known.discount_percent is not None else ""),
        ("deadline", known.deadline.isoformat() if known.deadline else ""),
    ]
    return [(label, said(value)) for label, value in found if value]


def draft(written: Draft, findings: Sequence[Finding]) -> RenderableType:
    """The text as it would be sent, what was found in it marked. Right-to-left lines get no frame at their
    sides: terminals that reorder them would move it into the text."""
    title = Text(f"Draft in {language_name(written.language)}", style=f"bold {ACCENT}")
    if not written.text:
        return Padding(Group(title, Text("  none: this is not answered", style="dim")), (1, 0, 0, 0))
    rtl = right_to_left(written.language)
    text = said(written.text)
    text.highlight_words([clean(found.excerpt) for found in findings if found.excerpt], "bold red underline")
    text.justify = "right" if rtl else "left"
    return Padding(
        Panel(
            text,
            title=title,
            title_align="left",
            box=box.HORIZONTALS if rtl else box.ROUNDED,
            border_style=ACCENT,
            padding=(1, 2),
        ),
        (1, 0, 0, 0),
    )


def checked(findings: Sequence[Finding], written: Draft) -> RenderableType:
    if not findings:
        nothing = "nothing to check" if not written.text else "every figure, date and term stands in the plan"
        return Text(nothing, style="green" if written.text else "dim")
    grid = Table.grid(padding=(0, 2, 0, 0))
    for finding in findings:
        style = "bold red" if finding.severity == "block" else "bold"
        grid.add_row(
            Text("stop" if finding.severity == "block" else "look", style=style),
            words((finding.rule,)),
            said(finding.excerpt, "dim"),
        )
    return grid


def sources(answer: Answer) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="dim")
    grid.add_column(overflow="fold")
    for passage in answer.evidence:
        grid.add_row(f"{passage.score:.2f}", said(passage.source))
    return grid
