"""The example of docs/orders.md, as whoever connects a platform runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from pydantic import SecretStr

from tests.desk.selling import sell
from tests.web_app import WebApp

PAGE = Path(__file__).parents[2] / "docs" / "orders.md"
SECRET = "the secret of the example"


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(body.*?|import hashlib.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def run(command: list[str], url: str) -> dict[str, object]:
    done = subprocess.run(
        command, env=os.environ | {"SUPERCARGO_HOOK_SECRET": SECRET}, capture_output=True, text=True,
        timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert url not in done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_the_examples_of_the_documentation_move_an_order(web_app: WebApp) -> None:
    web_app.settings = web_app.settings.model_copy(update={"hook_secret": SecretStr(SECRET)})
    web_app.start(worker=False)
    sell(web_app.engine, web_app.rows("SELECT id FROM shops")[0].id, 1)
    public = "https://sales.example.com"
    shell = example("sh").replace(public, web_app.url).replace("curl -X", "curl -s -X")
    assert web_app.url in shell
    paid = run(["bash", "-c", shell], public)
    assert paid["outcome"] == "moved"
    shipped = run([sys.executable, "-c", example("python").replace(public, web_app.url)], public)
    assert shipped == {
        "outcome": "moved",
        "order": {"quote_number": "Q-2026-0001", "state": "shipped", "platform_number": "201088665501"},
    }
    again = run([sys.executable, "-c", example("python").replace(public, web_app.url)], public)
    assert again["outcome"] == "already_known"
