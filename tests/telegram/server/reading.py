"""A call as it comes in: JSON, form or multipart, and files beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from .errors import bad


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Request:
    """A call whose fields were checked."""

    method: str
    fields: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self.fields.get(name, otherwise)


@dataclass(frozen=True)
class Raw:
    """A call whose fields were not checked yet; `decoded` when they came as JSON."""

    fields: dict[str, Any]
    uploads: dict[str, Upload]
    decoded: bool


async def read_call(request: web.Request) -> Raw:
    if request.content_type == "application/json":
        body = await request.read()
        return Raw({**request.query, **_object(body)}, {}, decoded=True)
    if request.content_type.startswith("multipart/"):
        return await _multipart(request)
    form = await request.post() if request.method == "POST" else {}
    return Raw({**request.query, **{name: str(value) for name, value in form.items()}}, {}, decoded=False)


async def _multipart(request: web.Request) -> Raw:
    fields: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            value.file.close()
        else:
            fields[name] = value
    for name in uploads:
        # A file may also stand under the field's own name, without attach://.
        if not any(isinstance(value, str) and f"attach://{name}" in value for value in fields.values()):
            fields.setdefault(name, f"attach://{name}")
    return Raw(fields, uploads, decoded=False)


def _object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(given, dict):
        raise bad("expected a JSON object")
    return given
