"""The interface is what its description says, whatever a program sends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.api.conftest import Office
from tests.api.test_drafts import ASKED

_CONFIG = Path(__file__).parent / "schemathesis.toml"
_CONTRACT = {
    "/api/chat/sessions": {"post"},
    "/api/chat/messages": {"get", "post"},
    "/api/chat/events": {"get"},
    "/api/drafts": {"get"},
    "/api/drafts/{draft_id}/approve": {"post"},
    "/api/drafts/{draft_id}/refuse": {"post"},
    "/api/conversations/{conversation_id}": {"get"},
    **{
        f"/api/conversations/{{conversation_id}}/{move}": {"post"}
        for move in ("take-over", "release", "snooze", "close", "spam", "send")
    },
    "/api/metrics": {"get"},
    "/healthz": {"get"},
    "/readyz": {"get"},
    "/metrics": {"get"},
}


def test_everything_that_was_promised_is_described(front_desk: Office) -> None:
    whole = front_desk.nobody.get("/api/openapi.json").json()
    for path, methods in _CONTRACT.items():
        assert methods <= set(whole["paths"][path]), path
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description"), (method, path)
            assert operation.get("tags"), (method, path)
            for status, response in operation["responses"].items():
                kinds = set(response.get("content", {}))
                assert status < "400" or kinds == {"application/problem+json"}, (method, path, status)


@pytest.mark.minutes
def test_programs_that_send_anything_get_what_is_described(office: Office, tmp_path: Path) -> None:
    office.draft(ASKED)
    with office.app.client() as client:
        buyer = client.post("/api/chat/sessions", json={"locale": "en"}).json()["token"]
    done = subprocess.run(
        [
            sys.executable, "-m", "schemathesis.cli", "--config-file", str(_CONFIG),
            "run", f"{office.app.url}/api/openapi.json", "--no-color",
            "--header", f"Authorization: Bearer {office.tokens['Ada']}",
        ],
        env={**os.environ, "BUYER_TOKEN": buyer, "PYTHONWARNINGS": "default"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


def test_the_page_tells_each_operation_and_loads_nothing_from_elsewhere(front_desk: Office) -> None:
    page = front_desk.nobody.get("/api/docs")
    whole = front_desk.nobody.get("/api/openapi.json").json()
    for path in whole["paths"]:
        assert f"<code>{path}</code>" in page.text
    assert "<script" not in page.text
    loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', page.text)
    kinds = [front_desk.nobody.get(each).headers["Content-Type"].split(";")[0] for each in loaded]
    assert kinds == ["text/css", "image/svg+xml"]
    anchors = set(re.findall(r'id="([^"]+)"', page.text))
    assert set(re.findall(r'href="#([^"]+)"', page.text)) <= anchors
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_every_method_of_an_address_is_named_where_another_is_tried(front_desk: Office) -> None:
    answer: httpx.Response = front_desk.nobody.delete("/api/chat/messages")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, POST")
