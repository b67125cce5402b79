"""What one process remembers of the browsers that chat."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.web.pace import Pace
from bot.webchat.browsers import Browsers


@dataclass
class Visitors:
    browsers: Browsers = field(default_factory=Browsers)
    beginning: Pace = field(default_factory=lambda: Pace(burst=300, per_second=10))
    """Of new talks from one address: many buyers may share one behind a proxy."""
    writing: Pace = field(default_factory=lambda: Pace(burst=20, per_second=2))
    """Of messages in one talk."""
    checking: Pace = field(default_factory=lambda: Pace(burst=12, per_second=0.2, longest=0))
    """Of quotations that are checked from one address: numbers follow each other, and are not to be tried."""
    checking_all: Pace = field(default_factory=lambda: Pace(burst=300, per_second=5, longest=0))
    """The same from all addresses together."""
