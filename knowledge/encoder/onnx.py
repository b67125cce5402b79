"""An exported model, served by onnxruntime: no torch in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "export.json"
_SIDE_BY_SIDE = 16
"""From this many texts on, threads share the work; each thread that ever ran keeps some 20 MB of its own,
which a process that only answers questions does without."""


@dataclass(frozen=True, slots=True)
class ExportCard:
    """What an export is. `cosine` is the lowest one measured against torch when it was made."""

    name: str
    dimension: int
    max_tokens: int
    precision: str
    cosine: float
    model_bytes: int

    def write(self, folder: Path) -> None:
        (folder / CARD_FILE).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> ExportCard:
        return cls(**json.loads((folder / CARD_FILE).read_text(encoding="utf-8")))


def is_whole(folder: Path) -> bool:
    """Whether `folder` holds an export that nothing has cut short."""
    try:
        return (folder / MODEL_FILE).stat().st_size == ExportCard.read(folder).model_bytes
    except (OSError, ValueError, TypeError):
        return False


class OnnxEncoder:
    """Serves the export in `folder`.

    Texts go through the network one by one, side by side when there are many. int8 quantization
    scales by everything in a batch, so in a batch a text's vector would depend on its neighbours (and on
    padding); one by one it does not, at the same 600 item texts a second on two cores.
    """

    def __init__(self, folder: Path) -> None:
        self._card = ExportCard.read(folder)
        self.name = self._card.name
        self.dimension = self._card.dimension
        self._folder = folder
        self._loading = Lock()
        self._run: Callable[[str], NDArray[np.float32]] | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(texts) < _SIDE_BY_SIDE:
            rows = [self._encode_one(text) for text in texts]
        else:
            with ThreadPoolExecutor(min(len(texts), _cores())) as pool:
                rows = list(pool.map(self._encode_one, texts))
        return np.stack(rows) if rows else np.empty((0, self.dimension), np.float32)

    def _encode_one(self, text: str) -> NDArray[np.float32]:
        with self._loading:
            if self._run is None:  # loaded at the first text: many commands need only the name
                self._run = _load(self._folder, self._card.max_tokens)
        vector = self._run(text)
        return vector / max(float(np.linalg.norm(vector)), 1e-12)


def _load(folder: Path, max_tokens: int) -> Callable[[str], NDArray[np.float32]]:
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
    )
    inputs = tuple(node.name for node in session.get_inputs())

    def run(text: str) -> NDArray[np.float32]:
        encoding = tokenizer.encode(text)
        available = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([available[name]], np.int64) for name in inputs}
        vector: NDArray[np.float32] = session.run(None, feed)[0][0]
        return vector

    return run


def _cores() -> int:
    """Cores that this process may use, at most 8: memory bandwidth is the limit beyond."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)
