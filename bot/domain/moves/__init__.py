"""The typed moves of a reply: what is said, in which order, with which values, before a word is chosen.

Every move states in `facts()` all that the text made of it may hold, so that the guard needs nothing else.
Names, sentences and labels of the shop stand verbatim; amounts are exact, in the currency named.
"""

from __future__ import annotations

from bot.domain.moves.goods import (
    DescribeProduct,
    Goods,
    ShowRange,
    TellCertificates,
    TellClosure,
    TellHours,
    TellLeadTime,
    TellOptions,
    TellStock,
)
from bot.domain.moves.offer import (
    OfferQuote,
    OfferSample,
    PassOnDiscount,
    PromotionApplied,
    SayDutyNotIncluded,
    SayFreightUnknown,
    SayIncotermReplaced,
    SayMethodReplaced,
    SayMinimum,
    SayOptionMinimum,
    SayOptionNotOffered,
    SaySamplesNotSold,
)
from bot.domain.moves.payment import (
    DeclineOffPlatformPayment,
    SteerToPlatform,
    TellPaymentTerms,
    WarnAccountChanged,
)
from bot.domain.moves.talk import (
    AnswerDispute,
    AnswerScam,
    Ask,
    CheckOrder,
    Close,
    DeclineConfidential,
    Greet,
    HandToPerson,
    NoReply,
    QuotePolicy,
    RegretDefect,
    SayDestinationRestricted,
    SayWeCheck,
    StayCalm,
    StayInThisChat,
    TellOurAnswer,
    Thank,
    WishFestival,
)

Move = (
    Greet
    | Thank
    | DescribeProduct
    | ShowRange
    | OfferQuote
    | SayMinimum
    | SayOptionMinimum
    | SayOptionNotOffered
    | TellOptions
    | OfferSample
    | SaySamplesNotSold
    | TellLeadTime
    | TellStock
    | TellClosure
    | TellHours
    | SayMethodReplaced
    | SayFreightUnknown
    | SayIncotermReplaced
    | SayDutyNotIncluded
    | TellCertificates
    | QuotePolicy
    | TellOurAnswer
    | SayWeCheck
    | Ask
    | SteerToPlatform
    | TellPaymentTerms
    | DeclineOffPlatformPayment
    | StayInThisChat
    | DeclineConfidential
    | PassOnDiscount
    | SayDestinationRestricted
    | AnswerDispute
    | RegretDefect
    | CheckOrder
    | HandToPerson
    | StayCalm
    | AnswerScam
    | WarnAccountChanged
    | WishFestival
    | Close
    | NoReply
)

__all__ = [
    "AnswerDispute",
    "AnswerScam",
    "Ask",
    "CheckOrder",
    "Close",
    "DeclineConfidential",
    "DeclineOffPlatformPayment",
    "DescribeProduct",
    "Goods",
    "Greet",
    "HandToPerson",
    "Move",
    "NoReply",
    "OfferQuote",
    "OfferSample",
    "PassOnDiscount",
    "PromotionApplied",
    "QuotePolicy",
    "RegretDefect",
    "SayDestinationRestricted",
    "SayDutyNotIncluded",
    "SayFreightUnknown",
    "SayIncotermReplaced",
    "SayMethodReplaced",
    "SayMinimum",
    "SayOptionMinimum",
    "SayOptionNotOffered",
    "SaySamplesNotSold",
    "SayWeCheck",
    "ShowRange",
    "StayCalm",
    "StayInThisChat",
    "SteerToPlatform",
    "TellCertificates",
    "TellClosure",
    "TellHours",
    "TellLeadTime",
    "TellOptions",
    "TellOurAnswer",
    "TellPaymentTerms",
    "TellStock",
    "Thank",
    "WarnAccountChanged",
    "WishFestival",
]
