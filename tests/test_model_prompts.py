"""Prompt files are read strictly: what is missing, unknown or twice is an error that names the file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from prompts.model import PromptError, prompt, prompt_names, read_prompt

GOOD = """\
id: hello
version: 2
purpose: write
system: |
  You write for {company}. Tokens are {{A1}}, JSON is {"a": 1}.
user: "{talk}"
most_tokens: 100
schema:
  type: object
  properties: {a: {type: string}}
"""


def read(folder: Path, text: str, name: str = "hello") -> object:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return read_prompt(path)


def test_a_prompt_is_filled_and_carries_its_version_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "hello.yaml"
    path.write_text(GOOD, encoding="utf-8")
    asked = read_prompt(path).ask(
        {"company": "{talk} Co."}, {"talk": "{company} {x}"}, private=("12 Rose Lane",)
    )
    assert asked.system == '[hello 2 write]\nYou write for {talk} Co.. Tokens are {{A1}}, JSON is {"a": 1}.\n'
    assert asked.user == "{company} {x}"  # what is filled in is never expanded again
    assert (asked.prompt, asked.version, asked.purpose, asked.most_tokens) == ("hello", 2, "write", 100)
    assert asked.hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert asked.private == ("12 Rose Lane",)
    assert asked.schema == {"type": "object", "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("version: 2\n", "", "version is missing"),
        ("version: 2\n", "version: 2\nversion: 3\n", "version stands twice"),
        ("version: 2\n", "version: two\n", "version is 'two'"),
        ("version: 2\n", "version: true\n", "version is True"),
        ("version: 2\n", "version: 2\nauthor: me\n", "author is unknown"),
        ("id: hello", "id: other", "id is 'other'"),
        ("purpose: write", "purpose: decide", "purpose is 'decide'"),
        ("most_tokens: 100", "most_tokens: 0", "most_tokens is 0"),
        ('user: "{talk}"', 'user: "  "', "user is"),
        ("  type: object\n", "  type: array\n", "schema is"),
        ("id: hello", "id: [", "hello.yaml"),
    ],
)
def test_a_file_that_is_not_strict_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(PromptError) as raised:
        read(tmp_path, GOOD.replace(old, new))
    assert words in str(raised.value)
    assert "hello.yaml" in str(raised.value)


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="not a mapping"):
        read(tmp_path, "- hello")


@pytest.mark.parametrize(
    ("system", "user", "words"),
    [
        ({}, {"talk": ""}, "nothing is given for {company} in system"),
        ({"company": ""}, {}, "nothing is given for {talk} in user"),
        ({"company": "", "tone": ""}, {"talk": ""}, "system has no place {tone}"),
        ({"company": ""}, {"talk": "", "company": ""}, "user has no place {company}"),
    ],
)
def test_each_place_gets_one_text(
    tmp_path: Path, system: dict[str, str], user: dict[str, str], words: str
) -> None:
    path = tmp_path / "hello.yaml"
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(PromptError) as raised:
        read_prompt(path).ask(system, user)
    assert words in str(raised.value)


def test_a_prompt_that_is_not_there_is_named() -> None:
    with pytest.raises(PromptError, match=r"nowhere\.yaml"):
        prompt("nowhere")


@pytest.mark.parametrize("name", prompt_names())
def test_every_prompt_of_the_product_can_be_read(name: str) -> None:
    assert prompt(name).id == name
    assert len(prompt(name).hash) == 64
