"""A person at a real terminal: reads what stands there, types when asked, may press Ctrl-C."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from tests.cli.conftest import ROOT

_ASKED = ("> ", "(y): ", "(n): ")
_LONGEST_SECONDS = 90.0
_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\r")


@dataclass
class Terminal:
    """`said` is all that was shown so far, without colours."""

    process: subprocess.Popen[bytes]
    master: int
    _shown: bytearray = field(default_factory=bytearray)
    _read: int = 0

    @property
    def said(self) -> str:
        return _STEERING.sub("", self._shown.decode(errors="replace"))

    def asked(self) -> str:
        """What was shown since the last answer, once a question stands there. AssertionError: none came."""
        while not self._new.endswith(_ASKED):
            assert self._more(), f"the program ended: {self.said[-2000:]}"
        return self._new

    def answers(self, *lines: str) -> None:
        for line in lines:
            self.asked()
            self._read = len(self.said)
            os.write(self.master, f"{line}\n".encode())
            # The terminal echoes what was typed: the next question comes after it.
            while "\n" not in self._new:
                assert self._more(), f"the program ended: {self.said[-2000:]}"

    def interrupts(self) -> None:
        self.asked()
        os.write(self.master, b"\x03")

    def ended(self) -> int:
        """The exit code."""
        while self._more():
            pass
        return self.process.wait(_LONGEST_SECONDS)

    @property
    def _new(self) -> str:
        return self.said[self._read :]

    def _more(self) -> bool:
        """False at the end."""
        until = time.monotonic() + _LONGEST_SECONDS
        ready, _, _ = select.select([self.master], [], [], until - time.monotonic())
        assert ready, f"nothing came: {self.said[-2000:]}"
        try:
            piece = os.read(self.master, 65536)
        except OSError:  # Linux says so where the other side is closed
            return False
        self._shown += piece
        return bool(piece)


@contextmanager
def terminal(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """`command` on a terminal of its own."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        list(command), stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"},
        preexec_fn=lambda: _own_terminal(0),
    )  # fmt: skip
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        with suppress(OSError):
            os.close(master)


def _own_terminal(descriptor: int) -> None:
    """Else Ctrl-C would reach nobody; whoever runs the tests in the background ignores it too."""
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(descriptor, termios.TIOCSCTTY, 0)
