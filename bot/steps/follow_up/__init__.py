"""Follow-ups: what a buyer has asked us to stop, what was promised, and what a follow-up says."""
