"""The guided start of one's own shop: steps, answers, files. Terminal and console ask the same questions."""
