"""Memory that is given out does not hold what this process has read before."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_PERTURB = -6
"""M_PERTURB of glibc's malloc.h."""
_WITH = 0x5A


@cache
def overwrite_memory() -> None:
    """Have the C library overwrite whatever it hands out and takes back, from now on; once for a process.

    Chroma's index library writes to disk all that it has reserved, not only what it has filled: without this
    its files held lines of the catalogue that were read before it, with what goods cost. It changed
    nothing that we could measure of the encoder's pace. Only glibc knows how, and not for pieces below a
    kilobyte: of those one file of the index may still hold a few hundred bytes, elsewhere all may, beside
    the database in the same private folder.
    """
    if sys.platform.startswith("linux"):
        setting = getattr(ctypes.CDLL(None), "mallopt", None)
        if setting is not None:
            setting(_PERTURB, _WITH)
