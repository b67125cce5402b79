"""A draft's own words, as a model may word them anew: what it may touch, and what stays."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from bot.desk.context import ServingShop
from bot.desk.draft_rows import plan_of, understanding_of
from bot.desk.drafting import inquiry_of
from bot.domain.changes import QuoteChange
from bot.pipeline import Rework
from bot.stored import NotReadable, from_json
from storage.base import AnyRow
from storage.talks import SpokenMessage

if TYPE_CHECKING:
    from bot.modelled.rewriting import Rewritten, Wish


def reworded(
    serving: ServingShop, draft: AnyRow, said: tuple[SpokenMessage, ...], buyer: AnyRow, how: str
) -> Rewritten:
    """What the model makes of the draft. Takes as long as the model does: for worker threads."""
    from bot.modelled.rewriting import Rewritten, rewritten

    by_model = serving.assistant.by_model
    if by_model is None:
        return Rewritten(None, "no_model")
    try:
        plan = plan_of(draft.basis, frozenset(item.sku for item in serving.shop.items))
    except NotReadable:
        return Rewritten(None, "moved")
    return rewritten(
        by_model.model,
        serving.shop.company.name,
        draft.text,
        cast("Wish", how),
        plan,
        language=draft.language,
        passages=_passages(serving, draft, said, buyer),
        heard=[each.text for each in said if each.sender == "buyer"],
    )


def _passages(
    serving: ServingShop, draft: AnyRow, said: tuple[SpokenMessage, ...], buyer: AnyRow
) -> tuple[str, ...]:
    """What the templates say to this inquiry as finished passages: refusals, warnings, policies, figures.

    () where another program has kept the draft; what says no is found in the text as well.
    """
    from bot.modelled.holding import passages_of

    try:
        at = datetime.fromisoformat(draft.answer["at"])
        granted: tuple[tuple[str, Decimal], ...] = ()
        if draft.answer.get("change") is not None:
            granted = from_json(draft.answer["change"], QuoteChange).discounts()
        rework = Rework(understanding_of(draft.answer), granted)
    except (NotReadable, KeyError):
        return ()
    inquiry = inquiry_of(draft.conversation_id, said, buyer, at)
    return passages_of(serving.assistant.answer(inquiry, rework).plan)
