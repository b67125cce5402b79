"""What a person's edit of a reply teaches: tone, a fact, an exception from the price list, or a policy.

Code decides wherever figures or terms stand; a model is asked only about the rest, and held against the
person's words. Pure: values in, values out.
"""

from __future__ import annotations

from bot.lessons.passages import Passage, changed_passages
from bot.lessons.sorting import KINDS, Kind, Lesson, lessons_of

__all__ = ["KINDS", "Kind", "Lesson", "Passage", "changed_passages", "lessons_of"]
