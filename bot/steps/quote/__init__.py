"""The quote: what an inquiry costs by the shop's own data, what is missing for that, and who must approve."""

from bot.steps.quote.approval import needs
from bot.steps.quote.work_out import work_out

__all__ = ["needs", "work_out"]
