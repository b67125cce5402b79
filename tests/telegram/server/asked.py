"""What the bot is asked and has to answer soon: a tap on a button, whether money may be taken."""

from __future__ import annotations

from dataclasses import dataclass

from .state import Message


@dataclass(eq=False)
class Checkout:
    """A question before a payment, until and after the bot answered it."""

    id: str
    at: float
    invoice: Message
    answered: bool = False
    ok: bool = False
    error: str = ""


@dataclass(eq=False)
class Query:
    """A tap on a button, until and after the bot answered it."""

    id: str
    at: float
    answered: bool = False
    text: str = ""
    alert: bool = False
    url: str | None = None
