"""The files of `docker/` as values, to be held against the program without an engine that runs them."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "docker" / "Dockerfile"
COMPOSE = ROOT / "docker" / "compose.yaml"


@dataclass(frozen=True, slots=True)
class Instruction:
    name: str
    words: str
    stage: str

    @property
    def listed(self) -> list[str]:
        """`["a", "b"]` as Docker's exec form has it."""
        found: list[str] = json.loads(self.words)
        return found


def instructions() -> list[Instruction]:
    """Of the Dockerfile, continued lines joined; the last stage is called "image"."""
    text = re.sub(r"^\s*#.*\n", "", DOCKERFILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found, stage = [], ""
    for line in filter(None, re.sub(r"\\\n\s*", " ", text).splitlines()):
        name, _, words = line.partition(" ")
        if name == "FROM":
            _, _, called = words.partition(" AS ")
            stage = called.strip() or "image"
        found.append(Instruction(name, words.strip(), stage))
    return found


def of(name: str, stage: str | None = None) -> list[Instruction]:
    return [each for each in instructions() if each.name == name and stage in (None, each.stage)]


def image_environment() -> dict[str, str]:
    return {
        name: value
        for each in of("ENV", "image")
        for name, _, value in (pair.partition("=") for pair in shlex.split(each.words))
    }


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return found
