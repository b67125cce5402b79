"""Managers' figures: facts of talks, what is counted from them, and by what."""
