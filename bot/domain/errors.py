"""Errors that a user can act on: each says what to do next."""

from __future__ import annotations


class SupercargoError(Exception):
    """A failure with a text for the person at the keyboard. Never a bug's traceback."""


class SettingsError(SupercargoError):
    """A setting that cannot be used; the text names the variable."""


class InquiryError(SupercargoError):
    """A line of input that is no inquiry; the text names the field."""
