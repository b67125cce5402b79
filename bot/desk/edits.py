"""The edits of a draft: what people made of the assistant's words, in the revisions that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.examples import unnamed
from bot.llm.masking import mask
from storage.base import AnyRow

_PERSON = "person"
_REMOVED = "[…]"


@dataclass(frozen=True, slots=True)
class Edit:
    """`staff_id`: who wrote the last of it; None where that person is not known any more."""

    before: str
    after: str
    staff_id: int | None


def edits_of(history: Sequence[AnyRow]) -> tuple[Edit, ...]:
    """Each run of a person's own words after words that are not a person's. `history`: the draft's revisions,
    oldest first.

    What came before a quote or question that a person had made anew is void: its text is new. After a way
    back to an earlier text the draft stands as it stood then.
    """
    stands: list[AnyRow] = []
    for row in history:
        earlier = next((number for number, each in enumerate(stands) if each.text == row.text), None)
        if earlier is not None:
            del stands[earlier + 1 :]
            continue
        if row.author == _PERSON and row.writer != _PERSON:
            stands.clear()
        stands.append(row)
    found: list[Edit] = []
    base: str | None = None
    for row, following in zip(stands, [*stands[1:], None], strict=True):
        if row.writer != _PERSON:
            base = row.text
        elif base is not None and (following is None or following.writer != _PERSON):
            found.append(Edit(base, row.text, row.staff_id))
    return tuple(found)


def without_buyer(text: str, draft: AnyRow, buyer: AnyRow) -> str:
    """`text` without the buyer's name, company, numbers and addresses; figures of the trade stay."""
    order = (draft.answer.get("details") or {}).get("order_number")
    text = unnamed(text, (buyer.name, buyer.company, buyer.phone, buyer.email, order))
    masked = mask(text)
    text = masked.text
    for label, number in masked.values:
        text = text.replace(f"[{label} {number}]", _REMOVED)
    return text
