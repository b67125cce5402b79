"""What a process has read does not get into the index's files by way of memory that was used before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_INDEXED_AFTERWARDS = """
import ctypes, sys, threading
from pathlib import Path
import numpy as np
from knowledge.index import chroma

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p

def read_and_let_go():
    for size in (5_000, 20_000, 100_000, 170_000):
        held = [library.malloc(size) for _ in range(100)]
        for each in held:
            ctypes.memmove(each, b"SECRETCOST" * (size // 10), size // 10 * 10)
        for each in held[::2]:
            library.free(ctypes.c_void_p(each))

if sys.argv[2] == "as it is":
    chroma.overwrite_memory = lambda: None
# Threads that have ended leave their memory to those that Chroma starts.
threads = [threading.Thread(target=read_and_let_go) for _ in range(12)]
for each in threads: each.start()
for each in threads: each.join()
client = chroma.embedded_client(Path(sys.argv[1]))
small = {"hnsw": {"sync_threshold": 10, "batch_size": 5}}  # written at once
made = client.create_collection("some", embedding_function=None, configuration=small)
vectors = np.random.default_rng(1).random((12, 384), dtype=np.float32)
made.add(ids=[str(each) for each in range(12)], embeddings=vectors)
chroma.close_client(client)
"""


def remains(folder: Path, how: str) -> int:
    subprocess.run([sys.executable, "-c", _INDEXED_AFTERWARDS, str(folder), how], check=True, timeout=120)
    (vectors,) = folder.rglob("data_level0.bin")
    return vectors.read_bytes().count(b"SECRETCOST")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc overwrites memory")
def test_the_index_holds_nothing_that_was_read_before_it(tmp_path: Path) -> None:
    # Which memory a thread gets is the library's affair: without remains at first it is tried again.
    seen = any(remains(tmp_path / f"plain {number}", "as it is") for number in range(3))
    assert seen, "the index library has become careful: this can go"
    assert remains(tmp_path / "clean", "overwritten") == 0
