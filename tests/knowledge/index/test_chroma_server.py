from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.index import open_index_store
from knowledge.index.chroma import ChromaIndex, close_client, server_client
from tests.knowledge.index.test_index import _hashes, _ids, _vectors

_SHOP = "0123456789abcdef"


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    command = [
        str(Path(sys.executable).with_name("chroma")),
        "run",
        "--path",
        str(folder),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return server
    raise AssertionError("the Chroma server did not start")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = _start(tmp_path / "chroma server", port)
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(20)


def test_two_replicas_share_the_index_on_a_server(server: str, tmp_path: Path) -> None:
    vectors = _vectors(200)
    with open_index_store(tmp_path, server) as one, open_index_store(tmp_path, server) as other:
        for store in (one, other):
            index = store.index(_SHOP, "items", "encoder", _ids(200), _hashes(200), vectors)
            assert isinstance(index, ChromaIndex)
            assert [index.query(vector, 1)[0][0] for vector in vectors[:5]] == _ids(5)


def test_a_server_that_goes_away_is_missed_by_no_question(server: str, tmp_path: Path) -> None:
    vectors = _vectors(200)
    with open_index_store(tmp_path, server) as store:
        index = store.index(_SHOP, "items", "encoder", _ids(200), _hashes(200), vectors)
        client = server_client(server)
        for collection in client.list_collections():
            client.delete_collection(collection.name)
        close_client(client)
        assert [index.query(vector, 1)[0][0] for vector in vectors[:5]] == _ids(5)
