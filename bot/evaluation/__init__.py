"""How well answers agree with labels, exactly as the contract says. Pure: JSON values in, figures out."""

from bot.evaluation.inquiries import score_inquiry
from bot.evaluation.marks import Mark, Right, Scores, SetCount
from bot.evaluation.questions import score_question

__all__ = ["Mark", "Right", "Scores", "SetCount", "score_inquiry", "score_question"]
