"""Quotations and proforma invoices as PDF: values in, bytes out."""

from bot.documents.fonts import NoFont, font_names
from bot.documents.making import benefits_in, deposit_in, make_quotation
from bot.documents.quotation import Addressee, Check, Deposit, Item, Kind, Note, Payment, Quotation, Seller
from bot.documents.typesetting import Typeset, can_set, render_quotation, typeset

__all__ = [
    "Addressee",
    "Check",
    "Deposit",
    "Item",
    "Kind",
    "NoFont",
    "Note",
    "Payment",
    "Quotation",
    "Seller",
    "Typeset",
    "benefits_in",
    "can_set",
    "deposit_in",
    "font_names",
    "make_quotation",
    "render_quotation",
    "typeset",
]
