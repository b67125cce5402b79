"""The kinds of values that requests carry, with the limits that the store has anyway."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.web.as_sent import number_only, text_only

LARGEST_ID = 2**53 - 1
"""The largest number that every program reads from JSON as it was written."""

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
"""Of a row."""

_TEXT = r"^[^\x00]*$"
"""No text of people holds U+0000, and PostgreSQL stores none that does."""


class Request(BaseModel):
    """What a program sends. Another key, or another type than the one named, is refused, not guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)


WholeNumber = Annotated[int, Field(strict=False, ge=1, le=LARGEST_ID), BeforeValidator(number_only)]
Reply = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=_TEXT)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_TEXT)]
Fingerprint = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=_TEXT)]
Time = Annotated[AwareDatetime, BeforeValidator(text_only), Field(strict=False)]
"""ISO 8601 with an offset."""
MadeId = Annotated[UUID, BeforeValidator(text_only), Field(strict=False)]
"""A UUID that the sender made, so that sending it again does nothing twice."""
