"""Follow-ups in words: their own messages, beside those of replies."""

from __future__ import annotations

from typing import assert_never, cast, get_args

from bot.domain import moves as m
from bot.domain.moves.follow_up import (
    ConfirmStop,
    FollowUpMove,
    InviteReview,
    KeepInTouch,
    OfferStop,
    ReturnToOrder,
    ReturnToPromise,
    TellCampaign,
    TellTracking,
)
from bot.domain.plan import Draft, ReplyPlan
from bot.steps.write.compose import WRITER, lines_of
from bot.steps.write.voice import Voice, voice
from prompts.follow_ups import load

_OWN = get_args(FollowUpMove)
_MOST_GOODS = 3


def write_follow_up(plan: ReplyPlan) -> Draft:
    """The plan's moves in its language, in their order, each a paragraph of its own.

    ReplyTextError where a message of the language is missing.
    """
    replying = voice(plan)
    speaking = Voice(load(plan.language), replying.formats, plan.formal)
    paragraphs = []
    for move in plan.moves:
        if isinstance(move, _OWN):
            lines = _lines(speaking, replying, cast("FollowUpMove", move))
        else:
            lines = lines_of(replying, cast("m.Move", move))
        paragraphs.append("\n".join(lines))
    return Draft(plan.language, "\n\n".join(each for each in paragraphs if each), WRITER)


def _lines(speaking: Voice, replying: Voice, move: FollowUpMove) -> list[str]:
    match move:
        case ReturnToOrder():
            return [_about_order(speaking, replying, move)]
        case ReturnToPromise():
            return [speaking.say("promised", date=speaking.formats.date(move.day))]
        case TellTracking():
            tracking = speaking.ltr(move.tracking)
            if move.carrier is None:
                return [speaking.say("tracking", tracking=tracking)]
            return [speaking.say("tracking-carrier", tracking=tracking, carrier=speaking.ltr(move.carrier))]
        case InviteReview():
            return [speaking.say("invite-review", platform=speaking.ltr(move.platform))]
        case TellCampaign():
            return [line.strip() for line in move.text.splitlines()]
        case KeepInTouch():
            return [speaking.say("wish")]
        case OfferStop():
            return [speaking.say("stop-offer")]
        case ConfirmStop():
            return [speaking.say("stop-confirmed")]
        case _:
            assert_never(move)


def _about_order(speaking: Voice, replying: Voice, move: ReturnToOrder) -> str:
    values = {"number": speaking.ltr(move.number)}
    wanted = speaking.replies.variables[move.about]
    if "goods" in wanted:
        values["goods"] = speaking.formats.joined([replying.goods(each) for each in move.goods[:_MOST_GOODS]])
    if "date" in wanted:
        assert move.valid_until is not None
        values["date"] = speaking.formats.date(move.valid_until)
    return speaking.say(move.about, **values)
