"""Texts to vectors: sentence-transformers models, exported once to ONNX and served by onnxruntime.

`open_encoder` is the door. Nothing here calls a network.
"""

from knowledge.encoder.opening import open_encoder
from knowledge.encoder.port import Encoder, EncoderUnavailable

__all__ = ["Encoder", "EncoderUnavailable", "open_encoder"]
