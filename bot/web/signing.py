"""Links that open one thing without signing in: a quote's PDF, a file of the talk."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

_BYTES = 32


class LinkSigner:
    """Signs and checks what a link names. A link is good as long as the key is."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def sign(self, *named: object) -> str:
        """The signature that belongs to these values, in this order."""
        whole = "\0".join(str(each) for each in named)
        return hmac.new(self._key, whole.encode(), hashlib.sha256).hexdigest()[:40]

    def is_genuine(self, signature: str, *named: object) -> bool:
        return hmac.compare_digest(self.sign(*named).encode(), signature.encode())

    def is_genuine_start(self, start: str, length: int, *named: object) -> bool:
        """Whether `start` is the first `length` signs of the signature, where there is no room for all."""
        return hmac.compare_digest(self.sign(*named)[:length].encode(), start.encode())


def kept_key(home: Path) -> str:
    """The home folder's own key, made at first start: two processes that start at once agree on one."""
    file = home / "secret-key"
    if not file.exists():
        made = home / f"secret-key.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(_BYTES), encoding="ascii")
        try:
            os.link(made, file)
        except FileExistsError:
            pass  # another process was faster: its key counts
        finally:
            made.unlink()
    return file.read_text(encoding="ascii").strip()
