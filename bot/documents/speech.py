"""The words of one document: its own labels, and the voice of the replies for what both say."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.documents.quotation import Quotation
from bot.domain.inquiry import DELIVERED
from bot.steps.write.formats import formats
from bot.steps.write.voice import Voice, one_line
from prompts.documents import load
from prompts.replies import Replies
from prompts.replies import load as load_replies

_LONGEST = 200
"""Characters of a name; a longer one ends in an ellipsis."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Speech:
    labels: Replies
    voice: Voice

    @classmethod
    def of(cls, document: Quotation, language: str) -> Speech:
        """Paper is formal. ReplyTextError where `language` has no words."""
        country = document.buyer.country
        return cls(load(language), Voice(load_replies(language), formats(language, country), formal=True))

    def label(self, message: str, /, **values: str | int) -> str:
        return self.labels.say(message, **values)

    def own(self, text: str, longest: int = _LONGEST) -> str:
        """Words of the shop or the buyer on one line, in their own direction, letters and marks composed."""
        text = unicodedata.normalize("NFC", one_line(text, longest))
        return text if _RIGHT_TO_LEFT.search(text) else self.voice.ltr(text)

    def terms(self, document: Quotation) -> str:
        """The Incoterm with its place; a country's name is in the document's language already."""
        quote, ltr = document.quote, self.voice.ltr
        if document.place:
            return ltr(f"{quote.incoterm} {one_line(document.place, 60)}")
        country = quote.destination if quote.incoterm in DELIVERED else None
        name = self.voice.formats.country(country) if country is not None else None
        return ltr(quote.incoterm) if name is None else f"{ltr(quote.incoterm)} {name}"
