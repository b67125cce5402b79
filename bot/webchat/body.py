"""A buyer's message as it comes in: JSON, or a form with files. Its size is counted while it is read."""

from __future__ import annotations

import re
import unicodedata
import uuid
from dataclasses import dataclass

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message

from bot.desk.intake import LARGEST_FILE, LONGEST_MESSAGE, MOST_FILES, NewFile
from bot.domain.desk import DeskRefusal
from bot.webchat.shapes import NewMessage

LARGEST_FORM = 4 * LARGEST_FILE
"""Bytes of a form with all its files."""
_LARGEST_JSON = 12 * LONGEST_MESSAGE + 1024
_LONGEST_NAME = 120
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]{0,80}")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class Arrived:
    id: uuid.UUID
    text: str
    files: tuple[NewFile, ...] = ()


async def read_message(request: Request) -> Arrived:
    """RequestValidationError where it is none; DeskRefusal `file_too_large`, `too_many_files`, `too_long`."""
    kind = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _form(_counted(request, LARGEST_FORM, "file_too_large"))
    if kind not in ("application/json", ""):
        raise HTTPException(415, "Send application/json, or multipart/form-data with files.")
    body = await _counted(request, _LARGEST_JSON, "too_long").body()
    try:
        message = NewMessage.model_validate_json(body)
    except ValidationError as error:
        raise _invalid(error) from error
    return Arrived(message.id, message.text)


async def _form(request: Request) -> Arrived:
    async with request.form(
        max_files=MOST_FILES + 1, max_fields=10, max_part_size=4 * LONGEST_MESSAGE + 1024
    ) as form:
        try:
            message = NewMessage.model_validate_strings(
                {key: form.get(key, "") for key in ("id", "text") if isinstance(form.get(key, ""), str)}
            )
        except ValidationError as error:
            raise _invalid(error) from error
        files = []
        for part in form.getlist("files"):
            if isinstance(part, UploadFile):
                name = file_name(part.filename or "")
                if part.size is not None and part.size > LARGEST_FILE:
                    raise _too_large(f"{name} is too large: {LARGEST_FILE // 2**20} MB is the most.")
                files.append(NewFile(name, media_type(part.content_type), await part.read()))
    return Arrived(message.id, message.text, tuple(files))


def file_name(claimed: str) -> str:
    """A name to show and to save under: no folders, nothing invisible, not too long; the ending is kept."""
    name = unicodedata.normalize("NFC", claimed.replace("\\", "/").rsplit("/", 1)[-1])
    name = _NOT_IN_NAMES.sub("", name.encode("utf-8", "ignore").decode()).strip(" .")
    if len(name) > _LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        ending = f".{ending}" if dot and len(ending) <= 10 else ""
        name = f"{(stem if ending else name)[: _LONGEST_NAME - len(ending)]}{ending}"
    return name or "file"


def media_type(claimed: str | None) -> str:
    kind = (claimed or "").split(";")[0].strip().lower()
    return kind if _MEDIA_TYPE.fullmatch(kind) else "application/octet-stream"


def _counted(request: Request, most: int, code: str) -> Request:
    """The request, which refuses to go on reading after `most` bytes."""
    too_large = DeskRefusal(code, f"A message with all that belongs to it has at most {most:,} bytes.")
    declared = request.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared) > most:
        raise too_large
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > most:
            raise too_large
        return message

    return Request(request.scope, receive)


def _too_large(text: str) -> DeskRefusal:
    return DeskRefusal("file_too_large", text)


def _invalid(error: ValidationError) -> RequestValidationError:
    return RequestValidationError(
        [{**each, "loc": ("body", *each["loc"])} for each in error.errors(include_url=False)]
    )
