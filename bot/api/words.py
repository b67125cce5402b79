"""The kinds of values that requests carry, with the limits that the store has anyway."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

_LARGEST_ID = 2**63 - 1

Id = Annotated[int, Field(ge=1, le=_LARGEST_ID)]
"""Of a row: positive, and no more than the database can hold."""

_TEXT = r"^[^\x00]*$"
"""No text of people holds U+0000, and PostgreSQL stores none that does."""


class Request(BaseModel):
    """What a program sends. Another key, or another type than the one named, is refused, not guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _text_only(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError("expected a text")
    return value


Reply = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=_TEXT)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_TEXT)]
Fingerprint = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=_TEXT)]
Time = Annotated[AwareDatetime, BeforeValidator(_text_only), Field(strict=False)]
"""ISO 8601 with an offset."""
MadeId = Annotated[UUID, BeforeValidator(_text_only), Field(strict=False)]
"""A UUID that the sender made, so that sending it again does nothing twice."""
