from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.shops import write_shop
from tests.service.running import Service, cleaned_up


@pytest.fixture
def service(tmp_path: Path, encoder_home: Path) -> Iterator[Service]:
    """A service that was never started, with a small shop and the model exported already."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(encoder_home / "models")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield from cleaned_up(Service(home, write_shop(tmp_path / "shop"), port))
