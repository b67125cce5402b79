"""A language model that is asked with care: budget, breaker, masks, deadline, one more try, a record.

The order of the checks is that of their price: what stops a call for nothing comes first.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from time import monotonic
from typing import Protocol, cast

from bot.domain.asking import Asked, ModelTrouble, Told
from bot.llm.about import what_about
from bot.llm.answers import as_text
from bot.llm.breaker import LONGEST_FIRST_PAUSE, Breaker, State
from bot.llm.calling import Answer
from bot.llm.failures import Failure, Usage, failure_of
from bot.llm.ledger import Ledger
from bot.llm.loop import calling_thread
from bot.llm.masking import Masked, mask
from bot.llm.prices import PriceTable
from bot.log import logger
from storage.model_calls import ModelCall

_TRIES = 2
_BACK_OFF = (0.2, 0.6)
"""Seconds before the second try, drawn between, so that workers do not come back together."""
_WORTH_TRYING = 1.0
"""Seconds that must be left for another try."""
_BYTES_A_TOKEN = 3
"""Where nobody counts: four letters of English are a token, one character of Chinese (three bytes) too."""
_log = logger("llm")


class Calls(Protocol):
    """What a provider can do."""

    async def call(
        self, system: str, user: str, schema: Mapping[str, object] | None, most: int
    ) -> Answer: ...


@dataclass(slots=True)
class _Course:
    """How one question went."""

    started: float
    breaker: State = "closed"
    tries: int = 0
    sent: int = 0
    """Bytes of the prompt."""


class AskedModel:
    """The `LanguageModel` of one process; thread-safe. `budget`: USD a day, None for no limit."""

    def __init__(
        self,
        provider: Calls,
        *,
        name: str,
        timeout: float,
        budget: Decimal | None,
        prices: PriceTable,
        ledger: Ledger,
        breaker: Breaker | None = None,
    ) -> None:
        self.name = name
        self._provider = provider
        self._timeout = timeout
        self._budget = budget
        self._prices = prices
        self._ledger = ledger
        # Each try that fails after a pause makes a draft wait for the time-out: short ones are tried sooner.
        self._breaker = breaker or Breaker(min(LONGEST_FIRST_PAUSE, timeout / 2))

    def breaker_state(self) -> State:
        """Whether calls go through just now."""
        return self._breaker.state(monotonic())

    def ask(self, asked: Asked) -> Told:
        """The answer, within the time-out. ModelTrouble where there is none, never anything else."""
        course = _Course(monotonic(), self._breaker.state(monotonic()))
        try:
            self._check_budget()
            masked, answer = self._guarded(asked, course)
            ms, cost = self._keep(asked, course, "ok", answer.usage, answer.model, billed=True)
            return self._told(masked, answer, ms, cost)
        except Exception as error:
            failure = failure_of(error)
            if not isinstance(error, Failure):
                _log.warning("model.bug", exc_info=True, prompt=asked.prompt)
            try:
                self._keep(asked, course, failure.kind, failure.usage, failure.model, billed=failure.billed)
            except Exception:
                _log.warning("model.bug", exc_info=True, prompt=asked.prompt)
            raise ModelTrouble(failure.kind, failure.text) from error

    def _check_budget(self) -> None:
        if self._budget is None:
            return
        spent = self._ledger.spent()
        if spent >= self._budget:
            self._ledger.budget_spent(self._budget, spent)
            raise Failure("budget", f"today's budget of {self._budget} USD is spent")

    def _guarded(self, asked: Asked, course: _Course) -> tuple[Masked, Answer]:
        """The call behind the breaker."""
        masked = mask(asked.user, asked.private, beside=asked.system)
        course.breaker = state = self._breaker.enter(monotonic())
        if state == "open":
            raise Failure("unavailable", "left alone for a while, after too many troubles")
        outage, hold = False, None
        try:
            course.sent = len(asked.system.encode()) + len(masked.text.encode())
            left = self._timeout - (monotonic() - course.started)
            return masked, calling_thread().run(lambda: self._tried(asked, masked.text, course), left)
        except Exception as error:
            failure = failure_of(error)
            outage, hold = failure.outage, failure.wait
            raise failure from error
        finally:
            self._breaker.leave(state, monotonic(), outage=outage, hold=hold)

    async def _tried(self, asked: Asked, user: str, course: _Course) -> Answer:
        """One call, and another one where that helps and there is time for it."""
        while True:
            course.tries += 1
            try:
                return await self._provider.call(asked.system, user, asked.schema, asked.most_tokens)
            except Failure as failure:
                wait = random.uniform(*_BACK_OFF) if failure.wait is None else failure.wait  # noqa: S311
                left = self._timeout - (monotonic() - course.started)
                if not failure.again or course.tries >= _TRIES or wait + _WORTH_TRYING > left:
                    raise
            await asyncio.sleep(wait)

    def _keep(
        self,
        asked: Asked,
        course: _Course,
        outcome: str,
        usage: Usage | None,
        model: str | None,
        *,
        billed: bool,
    ) -> tuple[float, Decimal | None]:
        """(milliseconds, USD) of a call that is recorded now."""
        about = what_about()
        ms = (monotonic() - course.started) * 1000
        used = usage or Usage()
        price = self._prices.price(self.name)
        cost = (
            price.of(used.tokens_in, used.cached, used.tokens_out, used.written) if price and usage else None
        )
        if usage is None and not billed:
            cost = Decimal(0)
        call = ModelCall(
            at=datetime.now(UTC),
            conversation_id=about.conversation_id,
            draft_id=about.draft_id,
            purpose=asked.purpose,
            prompt=asked.prompt,
            prompt_version=asked.version,
            prompt_hash=asked.hash,
            model_asked=self.name,
            model_answering=model,
            tokens_in=used.tokens_in,
            tokens_out=used.tokens_out,
            tokens_cached=used.cached,
            cost=cost,
            counted=cost if cost is not None else self._guessed(asked, course, usage),
            ms=ms,
            tries=course.tries,
            outcome=outcome,
            breaker=course.breaker,
            cache_hit=used.cached > 0,
        )
        kept = self._ledger.add(call)
        if kept is not None:
            about.calls.append(kept)
        return ms, cost

    def _guessed(self, asked: Asked, course: _Course, usage: Usage | None) -> Decimal:
        """USD that a call may have cost: without a price the dearest, without a count of tokens the most."""
        price = self._prices.price(self.name) or self._prices.unknown
        if usage is not None:
            return price.of(usage.tokens_in, usage.cached, usage.tokens_out, usage.written)
        return price.of(course.sent // _BYTES_A_TOKEN, 0, asked.most_tokens) * course.tries

    def _told(self, masked: Masked, answer: Answer, ms: float, cost: Decimal | None) -> Told:
        used = answer.usage or Usage()
        data = None
        if answer.data is not None:
            data = cast(Mapping[str, object], masked.restore_all(dict(answer.data)))
        return Told(
            text=masked.restore(answer.text) if data is None else as_text(data),
            data=data,
            model=answer.model,
            tokens_in=used.tokens_in,
            tokens_out=used.tokens_out,
            cached=used.cached,
            cost=cost,
            ms=ms,
        )
