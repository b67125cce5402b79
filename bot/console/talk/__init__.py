"""The page of one conversation: the talk, the buyer, the draft and everything that is decided on it."""
