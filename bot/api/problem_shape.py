"""How errors read in the description of the interface; `bot.web.problems` makes them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.web.problems import MEDIA_TYPE


class Finding(BaseModel):
    """What the guard marks in a text: something that the shop's data do not back."""

    rule: str = Field(description="Which check it is, such as `unsupported_amount`.")
    severity: Literal["block", "warn"] = Field(
        description="`block`: it takes a reason to send the text all the same."
    )
    excerpt: str = Field(description="The words that it is about; empty where it is about the whole text.")


class WrongField(BaseModel):
    where: str = Field(description="The field, such as `body.revision`.")
    expected: str


class Problem(BaseModel):
    """RFC 9457. `code` is stable and for programs, `detail` says what to do next and is for people."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Conflict",
                    "status": 409,
                    "code": "outdated",
                    "detail": "The draft, the price list or the buyer's wish has changed since you opened "
                    "it. Look at the draft as it is now.",
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    code: str
    detail: str
    findings: list[Finding] | None = Field(
        default=None, description="With the code `findings` or `role`: what the guard marks in the text."
    )
    errors: list[WrongField] | None = Field(
        default=None, description="With the code `invalid`: what is wrong, field by field."
    )


MEANINGS = {
    400: "The body is no JSON.",
    401: "No token, or one that is not good.",
    403: "The person has not the authority for this.",
    404: "There is no such thing in this shop.",
    409: "Somebody or something was faster; look again.",
    413: "Too large.",
    415: "The body is of another content type than the one named here.",
    422: "Something in the request is not as described here, or needs a reason.",
    429: "Too fast; `Retry-After` says when to try again.",
    500: "A fault of the program; it is in the log under the `X-Request-Id` of this answer.",
    503: "A part that this rests on does not answer; `Retry-After` says when to try again.",
}


def problems(*statuses: int, **meanings: str) -> dict[int | str, dict[str, Any]]:
    """`responses` of a route that may answer so, with what it means where that is special, as `s409="…"`.

    What any route may answer (500, 503), and any that reads a body (400, 413, 415), is described without it.
    """
    return {
        status: problem_response(meanings.get(f"s{status}", MEANINGS[status])) for status in sorted(statuses)
    }


def problem_response(description: str) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": reference}}}
