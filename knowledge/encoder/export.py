"""Runs as a child process: a sentence-transformers model becomes an int8 ONNX file that agrees with it.

`python -m knowledge.encoder.export SOURCE TARGET NAME`. Only this process holds torch, for about 20 seconds.
"""

from __future__ import annotations

import logging
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.encoder.onnx import MODEL_FILE, TOKENIZER_FILE, ExportCard, OnnxEncoder
from knowledge.encoder.source import go_offline

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_INT8_COSINE = 0.97
_FLOAT_COSINE = 0.999
_PROBES = (
    "Stainless steel bottle 750 ml, double wall, keeps cold for 24 h",
    "Do you ship to Mexico by air, and how long does it take?",
    "cotton tote bag",
    "Defective goods are replaced or refunded within 30 days. The buyer sends photos of the defect together "
    "with the order number, and we answer within two working days.",
    "¿Cuál es el pedido mínimo y el plazo de entrega?",
    "A4 LED desk lamp 12 W, 4000 K, CE; RoHS",
)


class ExportImpossible(RuntimeError):
    """This model cannot be served from ONNX."""


def main(source: str, target: str, name: str) -> None:
    """Write model, tokenizer and card of the model in folder `source` into the folder `target`."""
    go_offline()
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    from sentence_transformers import SentenceTransformer

    folder = Path(target)
    model = SentenceTransformer(source, device="cpu", local_files_only=True).eval()
    model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER_FILE))
    _write_graph(model, folder / "float32.onnx")
    wanted = model.encode(list(_PROBES), normalize_embeddings=True, show_progress_bar=False)
    dimension, max_tokens = int(wanted.shape[1]), int(model.max_seq_length or 512)
    for precision, needed in (("int8", _INT8_COSINE), ("float32", _FLOAT_COSINE)):
        if precision == "int8":
            _quantize(folder / "float32.onnx", folder / MODEL_FILE)
        else:
            (folder / "float32.onnx").replace(folder / MODEL_FILE)
        named = f"{name}/{precision}"
        card = ExportCard(named, dimension, max_tokens, precision, 0.0, (folder / MODEL_FILE).stat().st_size)
        card.write(folder)
        cosine = float((OnnxEncoder(folder).encode(_PROBES) * wanted).sum(axis=1).min())
        if cosine >= needed:
            replace(card, cosine=round(cosine, 5)).write(folder)
            (folder / "float32.onnx").unlink(missing_ok=True)
            return
    raise ExportImpossible(f"the ONNX vectors differ from torch's (cosine {cosine:.3f})")


def _write_graph(model: SentenceTransformer, path: Path) -> None:
    """The whole chain (transformer, pooling, dense, normalize) as one graph with free batch and length."""
    import torch

    sample = model.tokenizer(["a bag", "a longer text than the other"], padding=True, return_tensors="pt")
    names = list(sample.keys())

    class Chain(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: torch.Tensor) -> Any:
            return self.model(dict(zip(names, tensors, strict=True)))["sentence_embedding"]

    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length")}
    torch.onnx.export(
        Chain().eval(),
        tuple(sample[name] for name in names),
        str(path),
        dynamo=True,
        input_names=names,
        output_names=["sentence_embedding"],
        dynamic_shapes={"tensors": tuple(axes for _ in names)},
        external_data=False,
        verbose=False,
    )


def _quantize(source: Path, target: Path) -> None:
    """Per channel: per tensor costs accuracy. Reduced range: full range overflows without VNNI."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(source), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
