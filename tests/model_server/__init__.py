"""An OpenAI-compatible server on the loopback answering as a test has scripted it, strict in what it takes.

with model_server(behaviours.well) as server:
    read_settings(model="openai:gpt-test", model_base_url=server.url, ...)
"""

from .replies import EMPTY, Cut, Fault, Hang, Raw, Refused, Reply, Said, Trickle
from .request import ChatRequest
from .running import model_server
from .server import MODEL, ModelServer, Script

__all__ = [
    "EMPTY", "MODEL", "ChatRequest", "Cut", "Fault", "Hang", "ModelServer", "Raw", "Refused", "Reply", "Said",
    "Script", "Trickle", "model_server",
]  # fmt: skip
