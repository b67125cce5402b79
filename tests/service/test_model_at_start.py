"""A language model that is set wrongly is told at the start, with what to do, not at the first draft."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.service.running import ROOT, Service


def test_the_service_does_not_start_without_the_providers_package_and_says_what_to_do(tmp_path: Path) -> None:
    service = Service(
        tmp_path / "home", tmp_path / "shop", 0, {"SUPERCARGO_MODEL": "mistralai:mistral-small"}
    )
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=service.environment,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert "-m pip install langchain langchain-mistralai" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not service.home.exists(), "nothing was loaded or started"
