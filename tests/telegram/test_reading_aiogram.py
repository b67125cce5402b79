"""aiogram read late: nothing is built that nobody uses, and all can be."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_PROGRAM = """
import json
from bot.telegram.reading_aiogram import read_aiogram

read_aiogram()
import aiogram.methods, aiogram.types
from aiogram.methods import SendMessage
from aiogram.methods.base import Response
from aiogram.types import Message
from pydantic import BaseModel

every = [kind for module in (aiogram.types, aiogram.methods) for name in module.__all__
         if isinstance(kind := getattr(module, name), type) and issubclass(kind, BaseModel)]
types = [kind for kind in every if issubclass(kind, aiogram.types.base.TelegramObject)]
ready = [kind.__name__ for kind in types if kind.__pydantic_complete__]
said = SendMessage(chat_id=7, text="Hi").model_dump(exclude_none=True)["text"]
answer = {"message_id": 4, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "Hi"}
heard = Response[Message].model_validate({"ok": True, "result": answer}).result.chat.id
unbuilt = [kind.__name__ for kind in every if kind.model_rebuild() is False]

class Later(BaseModel):
    other: "Other"

class Other(BaseModel):
    value: int

print(json.dumps({"all": len(types), "ready": len(ready), "said": said, "heard": heard, "unbuilt": unbuilt,
                  "ours": Later.model_validate({"other": {"value": 3}}).other.value}))
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, object]:
    """What a process of its own saw: here aiogram was imported long ago."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    read: dict[str, object] = json.loads(done.stdout)
    return read


def test_nothing_is_built_before_it_is_used(seen: dict[str, object]) -> None:
    assert isinstance(seen["all"], int)
    assert isinstance(seen["ready"], int)
    assert seen["ready"] < seen["all"] / 10, "aiogram built its types when it was imported"


def test_what_is_used_is_built(seen: dict[str, object]) -> None:
    assert (seen["said"], seen["heard"]) == ("Hi", 7)


def test_every_type_of_telegrams_can_be_built(seen: dict[str, object]) -> None:
    assert seen["unbuilt"] == []


def test_models_of_others_are_built_as_ever(seen: dict[str, object]) -> None:
    assert seen["ours"] == 3
