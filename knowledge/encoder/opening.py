"""Opening an encoder: from its export if there is one, else the export is made first, else torch serves."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

from knowledge.encoder.onnx import OnnxEncoder, is_whole
from knowledge.encoder.port import Encoder
from knowledge.encoder.source import ModelSource, check_weights, go_offline, locate

log = logging.getLogger(__name__)
_EXPORT_SECONDS = 900
INSTALLED = Path(sys.prefix) / "share" / "supercargo" / "models"
"""Exports that came with the program."""


def open_encoder(home: Path, model: str | None = None) -> Encoder:
    """The encoder of `model` (see `locate`), its export kept in `home`/models.

    The first call for a model makes the export (about 20 s) in a child process. Raises EncoderUnavailable.
    """
    source = locate(model)
    made = find_export(home, source)
    if made is not None:
        return OnnxEncoder(made)
    folder = home.resolve() / "models" / source.fingerprint
    if not _export(source, folder):
        from knowledge.encoder.torch_model import TorchEncoder

        return TorchEncoder(source)
    return OnnxEncoder(folder)


def find_export(home: Path, source: ModelSource) -> Path | None:
    """The export of a model: in `home`, or installed with the program, as in the container image, which has
    nothing to make one with. None: it is not made yet."""
    for models in (home.resolve() / "models", INSTALLED):
        if is_whole(models / source.fingerprint):
            return models / source.fingerprint
    return None


def _export(source: ModelSource, folder: Path) -> bool:
    """Make the export; False where this model cannot be exported. Processes that come together wait."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if is_whole(folder):
            return True
        prefix = f".export-{folder.name}-"
        for abandoned in folder.parent.glob(f"{prefix}*"):
            shutil.rmtree(abandoned)
        check_weights(source)
        go_offline()
        log.info("encoder.export model=%s folder=%s", source.name, folder)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=prefix) as scratch:
            made = Path(scratch) / "export"
            made.mkdir()
            name = f"{source.name}@{source.fingerprint}"
            command = [sys.executable, "-m", "knowledge.encoder.export", str(source.folder), str(made), name]
            root = str(Path(__file__).parents[2])
            environment = {**os.environ, "PYTHONPATH": root}
            done = subprocess.run(  # noqa: S603 - our own module on a local folder
                command, env=environment, capture_output=True, text=True, timeout=_EXPORT_SECONDS, check=False
            )
            if done.returncode != 0:
                reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
                log.warning("encoder.export_impossible model=%s reason=%s serving=torch", source.name, reason)
                return False
            if folder.exists():
                shutil.rmtree(folder)
            made.rename(folder)
    return True
