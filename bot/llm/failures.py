"""What a provider's error means: which trouble it is, and whether another try or a pause makes sense.

Read from what all providers' errors share (an HTTP status, headers, a short code), so that no provider's
package has to be known. Messages of providers are never repeated: they may quote the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.domain.asking import Trouble

_SLUG = re.compile(r"[A-Za-z0-9_.\-]{1,40}")
_NETWORK = re.compile(r"Connect|Network|Transport|Protocol|ReadError|WriteError")


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them; `cached` and `written` (to its cache) are parts of `tokens_in`."""

    tokens_in: int = 0
    tokens_out: int = 0
    cached: int = 0
    written: int = 0


class Failure(Exception):
    """One call that gave nothing usable."""

    def __init__(
        self,
        kind: Trouble,
        text: str,
        *,
        again: bool = False,
        outage: bool = False,
        wait: float | None = None,
        no_schema: bool = False,
        usage: Usage | None = None,
        model: str | None = None,
        billed: bool = False,
    ) -> None:
        super().__init__(f"{kind}: {text}")
        self.kind: Trouble = kind
        self.text = text
        self.again = again
        """Another try may help at once."""
        self.outage = outage
        """The provider could not be used: the breaker counts it."""
        self.wait = wait
        """Seconds to wait before another try, as the provider says."""
        self.no_schema = no_schema
        """The request as such was refused: the server may not know structured answers."""
        self.usage = usage
        self.model = model
        self.billed = billed
        """The provider may have worked on it, and takes money for that."""


def failure_of(error: Exception) -> Failure:
    """What `error`, raised by a provider's client, means."""
    if isinstance(error, Failure):
        return error
    name = type(error).__name__
    if isinstance(error, TimeoutError) or "Timeout" in name:
        return Failure("timeout", "no answer in time", outage=True, billed=True)
    if "ContentFilter" in name or "Refusal" in name:
        return Failure("refused", "the provider's filter", usage=_usage(error), billed=True)
    if "LengthFinish" in name:
        return Failure("broken", "cut off at the limit of tokens", usage=_usage(error), billed=True)
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _of_status(error, status)
    if isinstance(error, OSError) or _NETWORK.search(name):
        return Failure("unavailable", "the connection failed", again=True, outage=True)
    return Failure("broken", f"an answer that cannot be read ({name})", billed=True)


def _of_status(error: Exception, status: int) -> Failure:
    code = _code(error)
    told = f"status {status}" + (f", {code}" if code else "")
    if status == 429:
        spent = code is not None and "quota" in code
        return Failure("rate_limited", told, again=not spent, outage=True, wait=_retry_after(error))
    if status >= 500 or status in (408, 409):
        return Failure("unavailable", told, again=True, outage=True, wait=_retry_after(error))
    if status in (401, 403, 404):
        what = "the key is not accepted" if status != 404 else "the model or the address is unknown"
        return Failure("refused", f"{told}: {what}", outage=True)
    if code is not None and "content" in code:
        return Failure("refused", f"{told}: the provider's filter")
    return Failure("refused", f"{told}: the request is not accepted", no_schema=status in (400, 422))


def _code(error: Exception) -> str | None:
    """A provider's short code such as `insufficient_quota`; never a sentence."""
    code = getattr(error, "code", None)
    return code if isinstance(code, str) and _SLUG.fullmatch(code) else None


def _retry_after(error: Exception) -> float | None:
    """Seconds, from `retry-after-ms` or `Retry-After` as seconds or as a date."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        if (milliseconds := headers.get("retry-after-ms")) is not None:
            return max(float(milliseconds) / 1000, 0.0)
        told = headers.get("retry-after")
        if told is None:
            return None
        if re.fullmatch(r"\d+(\.\d+)?", told):
            return float(told)
        return max((parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return None


def _usage(error: Exception) -> Usage | None:
    """Of an answer that the client did not take, where the error holds it."""
    usage = getattr(getattr(error, "completion", None), "usage", None)
    if usage is None:
        return None
    details = getattr(usage, "prompt_tokens_details", None)
    return Usage(usage.prompt_tokens, usage.completion_tokens, getattr(details, "cached_tokens", 0) or 0)
