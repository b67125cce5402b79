"""Asking a language model: with care for time, money and people's data.

Only `calling.py` knows langchain, and it is read when a model is set: see `opening.open_model`.
"""
