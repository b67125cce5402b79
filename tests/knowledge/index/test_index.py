from __future__ import annotations

import logging
import multiprocessing
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.index import ExactIndex, VectorIndex, open_index_store
from knowledge.index.chroma import ChromaIndex

_SHOP = "0123456789abcdef"
_Vectors = NDArray[np.float32]


def _vectors(count: int, seed: int = 1) -> _Vectors:
    """Near some of twenty centres, as texts of one shop are."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(20, 64))
    drawn = centres[chance.integers(20, size=count)] + 0.3 * chance.normal(size=(count, 64))
    unit: _Vectors = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _ids(count: int) -> list[str]:
    return [f"SKU-{number}" for number in range(count)]


def _hashes(count: int) -> list[str]:
    return [f"{number:032x}" for number in range(count)]


def _open(home: Path, count: int, ask: Callable[[VectorIndex], None]) -> None:
    with open_index_store(home) as store:
        ask(store.index(_SHOP, "items", "encoder", _ids(count), _hashes(count), _vectors(count)))


def _agrees(index: VectorIndex, count: int) -> None:
    assert isinstance(index, ChromaIndex)
    vectors = _vectors(count)
    exact = ExactIndex(_ids(count), vectors)
    found = [index.query(vector, 10) for vector in vectors[:20]]
    wanted = [exact.query(vector, 10) for vector in vectors[:20]]
    common = [len({own for own, _ in a} & {own for own, _ in b}) for a, b in zip(found, wanted, strict=True)]
    assert sum(common) >= 190, common
    for a, b in zip(found, wanted, strict=True):
        assert a[0][0] == b[0][0]
        assert a[0][1] == pytest.approx(b[0][1], abs=1e-3)


def test_chroma_finds_what_comparing_with_every_vector_finds(tmp_path: Path) -> None:
    _open(tmp_path, 1500, lambda index: _agrees(index, 1500))


def test_an_index_that_was_closed_serves_on_at_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _open(tmp_path, 300, lambda index: _agrees(index, 300))
    with caplog.at_level(logging.WARNING):
        _open(tmp_path, 300, lambda index: _agrees(index, 300))
    assert caplog.text == ""


def test_a_version_never_answers_with_another_versions_items(tmp_path: Path) -> None:
    vectors, hashes, ids = _vectors(400), _hashes(400), _ids(400)
    with open_index_store(tmp_path) as store:
        store.index(_SHOP, "items", "encoder", ids, hashes, vectors)
        smaller = store.index(_SHOP, "items", "encoder", ids[:250], hashes[:250], vectors[:250])
        for vector in vectors[250:300]:
            found = smaller.query(vector, 8)
            assert len(found) == 8
            assert {own for own, _ in found} <= set(ids[:250])


def test_leftovers_of_old_versions_are_thrown_away_when_they_are_most_of_it(tmp_path: Path) -> None:
    vectors, hashes, ids = _vectors(400), _hashes(400), _ids(400)
    with open_index_store(tmp_path) as store:
        store.index(_SHOP, "items", "encoder", ids, hashes, vectors)
        store.index(_SHOP, "items", "encoder", ids[:50], hashes[:50], vectors[:50])
    from knowledge.index.chroma import embedded_client

    client = embedded_client(tmp_path / "chroma" / "store")
    assert [collection.count() for collection in client.list_collections()] == [50]
    client.close()


def test_items_with_the_same_text_are_all_found(tmp_path: Path) -> None:
    vectors = _vectors(3)[[0, 0, 0, 1, 2]]
    hashes = [_hashes(3)[row] for row in (0, 0, 0, 1, 2)]
    with open_index_store(tmp_path) as store:
        index = store.index(_SHOP, "items", "encoder", _ids(5), hashes, vectors)
        assert {own for own, _ in index.query(vectors[0], 3)} == {"SKU-0", "SKU-1", "SKU-2"}


def test_a_shop_without_policies_has_an_index_that_finds_nothing(tmp_path: Path) -> None:
    with open_index_store(tmp_path) as store:
        index = store.index(_SHOP, "passages", "encoder", [], [], np.empty((0, 0), np.float32))
        assert index.query(_vectors(1)[0], 5) == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("harm", ["truncate", "garble", "remove"])
def test_a_damaged_store_is_noticed_and_made_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, harm: str, seed: int
) -> None:
    _open(tmp_path, 1200, lambda index: _agrees(index, 1200))
    files = sorted(file for file in (tmp_path / "chroma" / "store").rglob("*") if file.is_file())
    victim = random.Random(seed).choice([file for file in files if file.stat().st_size > 500])
    if harm == "truncate":
        os.truncate(victim, victim.stat().st_size // 3)
    elif harm == "garble":
        content = bytearray(victim.read_bytes())
        content[100:400] = random.Random(seed).randbytes(300)
        victim.write_bytes(content)
    else:
        victim.unlink()
    with caplog.at_level(logging.WARNING):
        _open(tmp_path, 1200, lambda index: _agrees(index, 1200))
    assert "index.rebuilt reason=damaged" in caplog.text


_KILLED = """
import sys, numpy as np
from pathlib import Path
from knowledge.index import open_index_store
from tests.knowledge.index.test_index import _hashes, _ids, _vectors
with open_index_store(Path(sys.argv[1])) as store:
    count = int(sys.argv[2])
    store.index("0123456789abcdef", "items", "encoder", _ids(count), _hashes(count), _vectors(count))
    print("in", flush=True)
    sys.stdin.read()
"""


def _kill_while_it_is_open(home: Path, count: int) -> None:
    command = [sys.executable, "-c", _KILLED, str(home), str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "in\n"
        owner.send_signal(signal.SIGKILL)


def test_a_store_whose_owner_was_killed_is_looked_at_before_it_is_used(tmp_path: Path) -> None:
    _kill_while_it_is_open(tmp_path, 1200)
    _open(tmp_path, 1200, lambda index: _agrees(index, 1200))


def test_a_store_that_kills_who_opens_it_is_thrown_away_unopened(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _kill_while_it_is_open(tmp_path, 1200)
    for file in (tmp_path / "chroma" / "store").rglob("*.bin"):
        file.write_bytes(random.Random(1).randbytes(file.stat().st_size))
    (tmp_path / "chroma" / "store" / "chroma.sqlite3").write_bytes(random.Random(2).randbytes(50_000))
    with caplog.at_level(logging.WARNING):
        _open(tmp_path, 1200, lambda index: _agrees(index, 1200))
    assert "index.rebuilt reason=left open" in caplog.text


def _search_beside_the_owner(home: str, answers: multiprocessing.Queue[object]) -> None:
    with open_index_store(Path(home)) as store:
        index = store.index(_SHOP, "items", "encoder", _ids(50), _hashes(50), _vectors(50))
        answers.put((type(index).__name__, index.query(_vectors(50)[7], 1)[0][0]))


def test_a_second_process_searches_without_the_store_that_the_first_one_owns(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[object] = context.Queue()
    with open_index_store(tmp_path) as store:
        store.index(_SHOP, "items", "encoder", _ids(50), _hashes(50), _vectors(50))
        second = context.Process(target=_search_beside_the_owner, args=(str(tmp_path), answers))
        second.start()
        assert answers.get(timeout=60) == ("ExactIndex", "SKU-7")
        second.join()
    answers.close()


def test_a_server_that_does_not_answer_leaves_search_working(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    vectors = _vectors(50)
    with caplog.at_level(logging.WARNING), open_index_store(tmp_path, "http://127.0.0.1:9") as store:
        index = store.index(_SHOP, "items", "encoder", _ids(50), _hashes(50), vectors)
        assert index.query(vectors[3], 1)[0][0] == "SKU-3"
    assert "index.server_failed" in caplog.text


def test_a_question_after_the_store_was_closed_is_still_answered(tmp_path: Path) -> None:
    vectors = _vectors(50)
    with open_index_store(tmp_path) as store:
        index = store.index(_SHOP, "items", "encoder", _ids(50), _hashes(50), vectors)
    assert index.query(vectors[3], 1)[0][0] == "SKU-3"
