"""Triage's language data: labelled example sentences, slot fillers, cue phrases, the trained classifier."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Example:
    """One clause as a buyer may write it, with the intents and risks that it shows (maybe none).

    `text` may hold the slots {g} goods, {p} place, {q} quantity, {m} unit price, {o} order number, {t} phone,
    {s} a service that spam offers, {w} somebody close to the buyer, {c} cash, {b} somebody close to the
    seller, {a} a way to pay.
    """

    language: str
    labels: tuple[str, ...]
    text: str


def examples(languages: tuple[str, ...]) -> tuple[Example, ...]:
    """All examples of these languages, in the order of the files."""
    found: list[Example] = []
    for language in languages:
        lines = (files(__name__) / "examples" / f"{language}.jsonl").read_text("utf-8").splitlines()
        for line in lines:
            row = json.loads(line)
            found.append(Example(language, tuple(row["labels"]), row["text"]))
    return tuple(found)


def slots() -> dict[str, dict[str, list[str]] | list[str]]:
    """What may stand in the slots of the examples: by language for goods and places, else one list."""
    loaded: dict[str, dict[str, list[str]] | list[str]] = json.loads(
        (files(__name__) / "slots.json").read_text("utf-8")
    )
    return loaded


def cues() -> dict[str, dict[str, list[str]]]:
    """Cue phrases (regular expressions over folded text) by label, then by language."""
    return tomllib.loads((files(__name__) / "cues.toml").read_text("utf-8"))


def artefact() -> bytes:
    """The trained classifier (.npz), written by `python -m bot.steps.triage.classifier_training`."""
    return (files(__name__) / "classifier.npz").read_bytes()


def english_goods() -> str:
    """English words for goods and their properties: they stand in short inquiries without any other word."""
    return (files(__name__) / "english_goods.txt").read_text("utf-8")


def language_artefact() -> bytes:
    """The n-grams of languages (.npz), written by `python -m bot.steps.triage.language_grams_training`."""
    return (files(__name__) / "languages.npz").read_bytes()


def fingerprint_sources() -> tuple[bytes, ...]:
    """The bytes of everything that the classifier is trained from, in a fixed order."""
    folder = files(__name__)
    names = sorted(item.name for item in (folder / "examples").iterdir() if item.name.endswith(".jsonl"))
    texts = [(folder / "examples" / name).read_bytes() for name in names]
    return (*texts, (folder / "slots.json").read_bytes(), (folder / "cues.toml").read_bytes())
