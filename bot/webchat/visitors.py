"""What one process remembers of the browsers that chat."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.webchat.browsers import Browsers
from bot.webchat.pace import Pace


@dataclass
class Visitors:
    browsers: Browsers = field(default_factory=Browsers)
    beginning: Pace = field(default_factory=lambda: Pace(burst=300, per_second=10))
    """Of new talks from one address: many buyers may share one behind a proxy."""
    writing: Pace = field(default_factory=lambda: Pace(burst=20, per_second=2))
    """Of messages in one talk."""
