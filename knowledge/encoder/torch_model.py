"""The way out for a model that has no ONNX form: sentence-transformers itself, slower and heavier."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.encoder.port import EncoderUnavailable
from knowledge.encoder.source import ModelSource, go_offline


class TorchEncoder:
    def __init__(self, source: ModelSource) -> None:
        go_offline()
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(str(source.folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, ImportError, AttributeError, KeyError, RuntimeError) as error:
            raise EncoderUnavailable(
                f"The model in {source.folder} cannot be loaded ({error}). Set SUPERCARGO_EMBEDDINGS to "
                "another one, or leave it empty for the packaged model."
            ) from error
        self.name = f"{source.name}@{source.fingerprint}/torch"
        self.dimension = int(self.encode(["size"]).shape[1])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)
