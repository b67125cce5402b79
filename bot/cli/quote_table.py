"""A quote as a table, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.cli.screen import said
from bot.cli.words import amount, day, plural, words

if TYPE_CHECKING:
    from bot.domain.facts import Shop
    from bot.domain.quote import Quote, QuoteLine, QuoteOutcome
    from bot.pipeline import Answer


def quoted(answer: Answer, shop: Shop) -> RenderableType:
    """The quote, and everything that could not go into it."""
    quote = answer.outcome.quote
    parts: list[RenderableType] = []
    if quote is not None:
        parts += [table(quote, shop), Text(), terms(quote)]
    parts += remarks(answer.outcome, shop)
    if not parts:
        parts.append(Text(_why_none(answer), style="dim"))
    return Group(*parts)


def table(quote: Quote, shop: Shop) -> Table:
    """Lines, freight and total in the quote's currency."""
    grid = Table(box=box.SIMPLE, pad_edge=False, show_edge=False, show_footer=quote.total is not None)
    grid.add_column("", overflow="fold", footer=f"Total {quote.incoterm}")
    grid.add_column("quantity", justify="right")
    grid.add_column("unit price", justify="right")
    grid.add_column(
        quote.currency, justify="right", footer="" if quote.total is None else amount(quote.total)
    )
    for line in quote.lines:
        cells = (f"{line.quantity:,}", amount(line.unit_price), amount(line.amount))
        grid.add_row(_named(line, shop), *cells)
    if quote.freight is not None:
        freight = quote.freight
        name = f"freight: {freight.method}, {freight.days_min} to {freight.days_max} days"
        grid.add_row(said(name), "", "", amount(freight.amount))
    return grid


def terms(quote: Quote) -> Text:
    """Validity, lead time, and the total in the buyer's money."""
    facts = [f"Valid until {day(quote.valid_until)}"]
    if quote.lead_time_days is not None:
        ready = f", ready by {day(quote.ready_by)}" if quote.ready_by else ""
        facts.append(f"{plural(quote.lead_time_days, 'working day')} of production{ready}")
    if quote.closures:
        facts.append(f"closed meanwhile: {', '.join(quote.closures)}")
    if quote.total is None:
        facts.append("prices of several quantities to choose from")
    second = quote.indicative
    if second is not None:
        total = f"about {second.currency} {amount(second.total)}"
        facts.append(f"{total} at {second.rate:f} of {day(second.as_of)}")
    return said("; ".join(facts) + ".")


def remarks(outcome: QuoteOutcome, shop: Shop) -> list[RenderableType]:
    """What could not be priced, replaced or granted."""
    told: list[str] = []
    currency = shop.company.currency
    for below in outcome.below_moq:
        sample = f", a sample costs {amount(below.sample_price)}" if below.sample_price is not None else ""
        told.append(
            f"{below.sku}: {below.quantity:,} is below the MOQ of {below.moq:,} {below.unit} "
            f"({currency} {amount(below.unit_price)} each{sample})."
        )
    told += [
        f"{below.option} on {below.sku}: {below.quantity:,} is below its MOQ of {below.moq:,}."
        for below in outcome.options_below_moq
    ]
    told += [f"{option} is not offered on {sku}." for sku, option in outcome.options_not_offered]
    told += [f"No samples of {sku} are sold." for sku in outcome.samples_not_sold]
    if outcome.incoterm_replaced:
        asked, used = outcome.incoterm_replaced
        told.append(f"{asked} is not offered: quoted {used}.")
    if outcome.method_replaced:
        replaced = outcome.method_replaced
        reason = " (lithium battery)" if replaced.because_battery else ""
        told.append(f"{replaced.asked} cannot carry this{reason}: {replaced.used or 'nothing else can'}.")
    if outcome.no_freight:
        told.append("No freight rate fits: the price is without freight.")
    if outcome.ddp_without_duty:
        told.append("Duty is not included.")
    if outcome.discount:
        wanted = outcome.discount.percent
        much = "A better price" if wanted is None else f"{wanted:.1f} % off"
        told.append(f"{much} is asked: the list price stands, the {outcome.discount.needs} may grant it.")
    if outcome.restricted:
        told.append("Restricted destination: no quote, no promise.")
    return [said(text, "bold") for text in told]


def _named(line: QuoteLine, shop: Shop) -> Text:
    if line.customization is not None:
        return said(f"  {line.customization}")
    name = next((item.name for item in shop.items if item.sku == line.sku), "")
    text = Text.assemble(said(line.sku, "bold"), "  ", said(name))
    if line.sample:
        text.append("  (sample)")
    if line.campaign:
        text.append_text(said(f"  ({line.campaign})"))
    return text


def _why_none(answer: Answer) -> str:
    wanted = {"price_quote", "negotiation", "sample"} & set(answer.understanding.intents)
    missing = answer.outcome.missing if wanted else ()
    return f"none yet: {words(missing)} is not known" if missing else "none asked for"
