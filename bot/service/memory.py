"""The garbage collector's part in how evenly a process answers."""

from __future__ import annotations

import gc


def keep_for_good() -> None:
    """Tell the collector that what is there by now (modules, the shop) stays; called when all is loaded.

    Otherwise each of its full rounds walks over all of that, and whoever asks meanwhile waits for it.
    """
    gc.collect()
    gc.freeze()
