"""The quote editor's form as a change of the quote. Figures are never read: the engine works them out."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from starlette.datastructures import FormData

from bot.domain.changes import LineChange, QuoteChange
from bot.domain.desk import DeskRefusal

_MOST_LINES = 60


def change_of(form: FormData) -> QuoteChange:
    """The whole quote as the form has it. Lines are numbered by `line`; those without a SKU are left out.

    DeskRefusal `quantity` or `discount` for what is no number.
    """
    lines = []
    for number in _several(form, "line")[:_MOST_LINES]:
        sku = _one(form, f"sku-{number}")
        if not sku:
            continue
        lines.append(
            LineChange(
                sku=sku,
                quantity=_quantity(sku, _one(form, f"quantity-{number}")),
                sample=bool(_one(form, f"sample-{number}")),
                options=tuple(_several(form, f"option-{number}")),
                discount=_percent(sku, _one(form, f"discount-{number}")),
            )
        )
    method = _one(form, "method")
    return QuoteChange(
        lines=tuple(lines),
        incoterm=_one(form, "incoterm") or None,
        destination=_one(form, "destination").upper() or None,
        method=method if method not in ("", "*fastest") else None,
        fastest=method == "*fastest",
    )


def _one(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.strip().replace("\0", "") if isinstance(value, str) else ""


def _several(form: FormData, name: str) -> list[str]:
    return [value.replace("\0", "") for value in form.getlist(name) if isinstance(value, str)]


def _quantity(sku: str, text: str) -> int:
    plain = text.replace(",", "").replace(" ", "")
    if not plain.isascii() or not plain.isdigit() or len(plain) > 12:
        raise DeskRefusal("quantity", f"{sku}: the quantity is a whole number from 1.")
    return int(plain)


def _percent(sku: str, text: str) -> Decimal:
    if not text:
        return Decimal(0)
    try:
        percent = Decimal(text.removesuffix("%").strip().replace(",", "."))
    except InvalidOperation as error:
        raise DeskRefusal("discount", f"{sku}: the discount is a number in percent, such as 2.5.") from error
    if not percent.is_finite() or not 0 <= percent <= 100:
        raise DeskRefusal("discount", f"{sku}: the discount is between 0 and 100 %.")
    return percent
