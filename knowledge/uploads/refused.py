from __future__ import annotations

from bot.domain.errors import SupercargoError


class UploadRefused(SupercargoError):
    """A file that is not taken; the text says why and what to do."""
