"""The description of the whole HTTP interface in OpenAPI, true to how errors are told."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bot.api import hook_shapes
from bot.api.problem_shape import MEANINGS, Problem, problem_response

_ABOUT = """\
Supercargo reads what buyers write, drafts replies, and sends what a person approved. This interface does what
the buyer's chat and the console do; nothing reaches a buyer but an approval, or a person's own words.

**Signing in.** Send `Authorization: Bearer TOKEN`. The team's programs use a token of
`supercargo staff add NAME --role ROLE --token`, with that person's rights; a buyer's chat uses the token that
starting a session gave.

**Errors** are problem details (RFC 9457, `application/problem+json`). `code` is stable and for programs;
`detail` says what to do next. Any operation may answer 500, a fault of the program, or 503, when a part that
it rests on does not answer; then `Retry-After` says when to try again. Every answer has an `X-Request-Id`,
under which the log tells of the request.

**Times** are ISO 8601 with an offset, amounts strings with a point. Ids of rows are positive whole numbers.
"""
_TAGS = {
    "chat": "The buyer's side: a session for each browser, messages in, messages out as they come.",
    "drafts": "Replies that wait for a person, and the person's word on them.",
    "conversations": "Whole talks, and what a person does with them.",
    "follow-ups": "What comes next with buyers, and what both sides have promised.",
    "sourcing": "What the catalogue lacks: requests to purchasers, and what they offer.",
    "metrics": "What the desk did, counted.",
    "hooks": "For a platform: signed with a secret, not with a person's token.",
    "operations": "For whoever keeps the service running.",
}
_FRAMEWORK = ("HTTPValidationError", "ValidationError")
"""What FastAPI says of errors that it would answer itself."""
_USUAL = ("500", "503")
_OF_A_BODY = ("400", "413", "415", "422")


def describe(app: FastAPI) -> None:
    """Make `app` describe itself so; worked out at the first request."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way to change it


def _described(app: FastAPI) -> dict[str, Any]:
    whole = get_openapi(
        title=app.title,
        version=version("supercargo"),
        summary=app.summary,
        description=_ABOUT,
        routes=app.routes,
    )
    used = {tag for _, operation in _operations(whole) for tag in operation.get("tags", ())}
    whole["tags"] = [{"name": name, "description": about} for name, about in _TAGS.items() if name in used]
    whole["info"]["license"] = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    schemas = whole.setdefault("components", {}).setdefault("schemas", {})
    for name in _FRAMEWORK:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    schemas.update(hook_shapes.shapes())
    for _, operation in _operations(whole):
        operation["responses"] = _with_problems(operation)
        operation.pop("operationId", None)
    return whole


def _with_problems(operation: dict[str, Any]) -> dict[str, Any]:
    """The responses of an operation; its errors as problems, with those that any operation may answer."""
    told: dict[str, Any] = operation["responses"]
    usual = _USUAL + (_OF_A_BODY if "requestBody" in operation else ())
    errors = {status for status in told if status.startswith(("4", "5"))} | set(usual)
    wrong = {status: problem_response(_meaning(status, told.get(status, {}))) for status in sorted(errors)}
    return {status: response for status, response in told.items() if status not in errors} | wrong


def _operations(whole: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (path, operation) for path, operations in whole["paths"].items() for operation in operations.values()
    ]


def _meaning(status: str, response: dict[str, Any]) -> str:
    given: str = response.get("description", "")
    if given and given != "Validation Error":
        return given
    return MEANINGS[int(status)]
