"""Links that open a file of a talk, or a quote that was sent, without signing in.

Whoever makes such links elsewhere (the console) uses these, so that there is one form of them.
"""

from __future__ import annotations

import uuid

from bot.web.signing import LinkSigner


def file_url(signer: LinkSigner, file_id: uuid.UUID) -> str:
    return f"/files/{file_id}?sig={signer.sign('file', file_id)}"


def is_file_link(signer: LinkSigner, file_id: uuid.UUID, signature: str) -> bool:
    return signer.is_genuine(signature, "file", file_id)


def quote_url(signer: LinkSigner, number: str, revision: int) -> str:
    return f"/q/{number}.pdf?rev={revision}&sig={signer.sign('quote', number, revision)}"


def is_quote_link(signer: LinkSigner, number: str, revision: int, signature: str) -> bool:
    return signer.is_genuine(signature, "quote", number, revision)
