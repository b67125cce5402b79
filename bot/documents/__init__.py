"""Quotations and proforma invoices as PDF: values in, bytes out."""

from bot.documents.fonts import NoFont, font_names
from bot.documents.making import make_quotation
from bot.documents.quotation import Addressee, Deposit, Item, Kind, Note, Payment, Quotation, Seller
from bot.documents.typesetting import Typeset, can_set, render_quotation, typeset

__all__ = [
    "Addressee",
    "Deposit",
    "Item",
    "Kind",
    "NoFont",
    "Note",
    "Payment",
    "Quotation",
    "Seller",
    "Typeset",
    "can_set",
    "font_names",
    "make_quotation",
    "render_quotation",
    "typeset",
]
