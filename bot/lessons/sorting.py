"""An edited passage by what it is about. Where neither figures nor terms say so, it is left unsorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bot.domain.plan import ReplyPlan
from bot.lessons.claims import Claim, claims_in, new_claims
from bot.lessons.figures import kind_of_figure
from bot.lessons.passages import Passage
from bot.lessons.subjects import GOODS, STRONG, WEAK, denies, is_asking, subjects
from bot.lessons.wording import states_nothing

Kind = Literal["tone", "fact", "price_exception", "policy", "unsorted"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_FIGURES = frozenset(
    {"unsupported_amount", "unsupported_number", "unsupported_percentage", "unsupported_date"}
)
_PRICE_WORDS = ("discount", "credit", "minimum")


@dataclass(frozen=True, slots=True)
class Lesson:
    """`signs`: what decided it, names of rules and subjects. `claims`: what is new in it."""

    kind: Kind
    before: str
    after: str
    signs: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def lessons_of(
    passages: Sequence[Passage], plan: ReplyPlan, text_before: str, *, translated: bool = False
) -> tuple[Lesson, ...]:
    """The lessons of one edit in the order of its text, those of tone as one.

    A passage with an amount that the plan lacks is never of tone. `translated`: the new text is in another
    language than the plan's, so that words that stand nowhere in the old one tell nothing.
    """
    found: list[Lesson] = []
    for passage in passages:
        found += _sorted(passage, plan, text_before, translated)
    tone = [each for each in found if each.kind == "tone"]
    others = [each for each in found if each.kind != "tone"]
    return (*_joined(others), *((_together(tone),) if tone else ()))


def _sorted(passage: Passage, plan: ReplyPlan, text_before: str, translated: bool) -> Iterable[Lesson]:
    if not passage.after:
        # What is not said any more claims nothing.
        return (Lesson("tone", passage.before, "", ("left_out",)),)
    language = plan.language
    before = claims_in(passage.around, plan)
    after = claims_in(passage.after, plan)
    new = new_claims(before, after)
    replaced = bool(passage.before) and bool(
        [each for each in new_claims(after, before) if each.rule in _FIGURES]
    )
    telling = [each for each in new if not each.held or (replaced and each.rule in _FIGURES)]
    signs: dict[Kind, dict[str, None]] = {}
    claims: dict[Kind, list[Claim]] = {}
    for claim in telling:
        kind = _kind_of(claim, passage.after, language)
        signs.setdefault(kind, {})[claim.rule.removeprefix("unsupported_")] = None
        claims.setdefault(kind, []).append(claim)
    for kind, sign in () if translated else _by_words(passage, language):
        # What a figure of the passage has settled, its words only repeat.
        if not signs or (kind == "price_exception" and kind not in signs):
            signs.setdefault(kind, {})[sign] = None
    if signs:
        return tuple(
            Lesson(kind, passage.before, passage.after, tuple(names), tuple(claims.get(kind, ())))
            for kind, names in signs.items()
        )
    if translated:
        return (Lesson("unsorted", passage.before, passage.after, ("translated",)),)
    if is_asking(passage.after):
        return (Lesson("tone", passage.before, passage.after, ("asks",)),)
    if states_nothing(passage.after, text_before, language):
        return (Lesson("tone", passage.before, passage.after, ("words",)),)
    return (Lesson("unsorted", passage.before, passage.after),)


def _kind_of(claim: Claim, text: str, language: str) -> Kind:
    if claim.rule in _FIGURES:
        return kind_of_figure(claim, text, language)
    about = subjects(text, language)
    if claim.rule == "unsupported_promise":
        return _kind_of_promise(about)
    if claim.rule in ("unsupported_certificate", "unknown_sku"):
        return "fact"
    if claim.rule == "confidential_terms":
        return "price_exception"
    return "policy"


def _kind_of_promise(about: frozenset[str]) -> Kind:
    given = about & {"discount", "free", "free_sample"}
    return "price_exception" if given and "rules" not in about else "policy"


def _by_words(passage: Passage, language: str) -> Iterable[tuple[Kind, str]]:
    """(kind, subject) that the words name and did not name before, or now deny, or do not deny any more."""
    if is_asking(passage.after):
        return
    about = subjects(passage.after, language)
    known = subjects(passage.around, language)
    turned = bool(passage.before) and denies(passage.before) != denies(passage.after)
    fresh = about if turned or not passage.around else about - known
    if "request" in about and not fresh & STRONG:
        return
    for name in _PRICE_WORDS:
        if name in fresh and not (name == "discount" and "rules" in about):
            yield "price_exception", name
            return
    if strong := sorted(fresh & STRONG):
        yield "policy", strong[0]
    elif goods := sorted(fresh & (GOODS | {"goods", "making"})):
        if "courtesy" not in about or "goods" in fresh:
            yield "fact", goods[0]
    elif (weak := sorted(fresh & (WEAK | {"shipping"}))) and "courtesy" not in about:
        yield "policy", weak[0]


def _joined(lessons: Sequence[Lesson]) -> list[Lesson]:
    """Neighbours of one kind without a sign of their own (unsorted) as one."""
    joined: list[Lesson] = []
    for each in lessons:
        if joined and joined[-1].kind == each.kind == "unsorted":
            joined[-1] = _together([joined[-1], each])
        else:
            joined.append(each)
    return joined


def _together(lessons: Sequence[Lesson]) -> Lesson:
    return replace(
        lessons[0],
        before="\n".join(each.before for each in lessons if each.before),
        after="\n".join(each.after for each in lessons if each.after),
        signs=tuple(dict.fromkeys(sign for each in lessons for sign in each.signs)),
    )
