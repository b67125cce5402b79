"""What a call that was certainly not done means for the reply: later, or not at all."""

from __future__ import annotations

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job

from bot.job_log import PutOff
from bot.telegram.errors import (
    BadInvoice,
    Blocked,
    Later,
    NoRights,
    NoSuchBot,
    NotDone,
    TelegramTrouble,
    TooLate,
    Wait,
)

_UNREACHABLE_SECONDS = 5.0
_MENDED_BY_A_PERSON_SECONDS = 60.0
_LONGEST_PAUSE = 60
_WHYS = ((Blocked, "blocked"), (TooLate, "too_late"), (NoRights, "no_rights"), (BadInvoice, "invoice"))


def why_of(trouble: NotDone) -> str | None:
    """One of outbox.FAILURES; None where it is only a matter of time."""
    if isinstance(trouble, Later):
        return None
    for kind, why in _WHYS:
        if isinstance(trouble, kind):
            return why
    return "refused"


def pause_of(trouble: TelegramTrouble) -> float:
    """Seconds after which it is worth trying again."""
    if isinstance(trouble, Wait):
        return trouble.seconds
    return _MENDED_BY_A_PERSON_SECONDS if isinstance(trouble, NoSuchBot) else _UNREACHABLE_SECONDS


class SendAgain(BaseRetryStrategy):
    """The job itself is run again, so that it keeps its place: later replies of the conversation wait for it.

    It ends when the reply has been sent or a person has been told, however long Telegram is away.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        pause = float(min(2 ** min(job.attempts, 10), _LONGEST_PAUSE))
        if isinstance(exception, PutOff):
            pause = exception.seconds
        return RetryDecision(retry_in={"milliseconds": round(pause * 1000)})
