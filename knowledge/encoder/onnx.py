"""An exported model, served by onnxruntime: no torch in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "export.json"


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

    Texts go through the network one by one, several side by side when there are many. int8 quantization
    scales by everything in a batch, so in a batch a text's vector would depend on its neighbours (and on
    padding); one by one it does not, at the same 600 item texts a second on two cores.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        card = ExportCard.read(folder)
        self.name = card.name
        self.dimension = card.dimension
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(card.max_tokens)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = tuple(node.name for node in self._session.get_inputs())

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(texts) < 2:
            rows = [self._encode_one(text) for text in texts]
        else:
            with ThreadPoolExecutor(min(len(texts), _cores())) as pool:
                rows = list(pool.map(self._encode_one, texts))
        return np.stack(rows) if rows else np.empty((0, self.dimension), np.float32)

    def _encode_one(self, text: str) -> NDArray[np.float32]:
        encoding = self._tokenizer.encode(text)
        available = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([available[name]], np.int64) for name in self._inputs}
        vector: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        return vector / max(float(np.linalg.norm(vector)), 1e-12)


def _cores() -> int:
    """Cores that this process may use, at most 8: memory bandwidth is the limit beyond."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)
