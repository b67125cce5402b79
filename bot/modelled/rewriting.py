"""One-tap rewrites: the words of a waiting draft said shorter, warmer or firmer, all that they state kept.

The text itself is what is rewritten, whoever wrote it: see `holding`. Neither the talk nor a figure is shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.domain.asking import Asked, LanguageModel, ModelTrouble, Told
from bot.domain.fence import fenced, harmless, new_mark
from bot.domain.plan import Finding, ReplyPlan
from bot.modelled.asking import LANGUAGES, address_of, ask_mending
from bot.modelled.holding import given_once, held, put_together, without_facts
from bot.steps.guard import check
from bot.steps.guard.terms import says_no
from bot.steps.write.echo import echoed
from bot.steps.write.points import Brief
from bot.steps.write.tokens import glosses, without_tokens
from bot.steps.write.worded import Part, parts_of, worded
from prompts.model import prompt

Wish = Literal["shorter", "warmer", "firmer"]
WISHES: tuple[Wish, ...] = ("shorter", "warmer", "firmer")
_LONGEST = 8_000
"""Characters of a draft; above, an answer would not fit into what is asked for."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`text` is None where the draft stays as it was; `outcome` says why, or what else there is to say.

    Outcomes: `model_mended` (with a text); without one `same`, `nothing_to_word`, `too_long`, the troubles of
    a model as `model_timeout`, and `model_findings`.
    """

    text: str | None
    outcome: str | None = None
    found: tuple[str, ...] = ()
    """Names of the rules that an answer broke."""


def rewritten(
    model: LanguageModel,
    company: str,
    text: str,
    wish: Wish,
    plan: ReplyPlan,
    *,
    language: str,
    passages: Iterable[str] = (),
    heard: Iterable[str] = (),
) -> Rewritten:
    """`text` as `wish` wants it. `plan` is what the guard holds the draft against, `heard` the buyer's words.

    Two calls at most; a finding of whatever weight that the text did not have sends the answer back once.
    """
    if len(text) > _LONGEST:
        return Rewritten(None, "too_long")
    if "{" in text or "}" in text:
        return Rewritten(None, "nothing_to_word")  # a gap that a person has to fill first
    points = held(text, plan, passages)
    if all(point.finished for point in points.points):
        return Rewritten(None, "nothing_to_word")
    before = without_tokens("\n".join(point.says for point in points.points))
    strange = [words for words in heard if not any(True for _ in echoed(before, [words]))]
    asked = _asked(company, points, wish, language, plan)
    first: tuple[Finding, ...] = ()
    try:
        told = model.ask(asked)
        new, first = _checked(told, points, text, wish, plan, language, strange)
        if first:
            told = model.ask(ask_mending(asked, told.text, first))
            new, faults = _checked(told, points, text, wish, plan, language, strange)
            if faults:
                return Rewritten(None, "model_findings", _rules(faults))
    except ModelTrouble as trouble:
        return Rewritten(None, f"model_{trouble.kind}", _rules(first))
    if " ".join(new.split()) == " ".join(unicodedata.normalize("NFC", text).split()):
        return Rewritten(None, "same")
    return Rewritten(new, "model_mended" if first else None, _rules(first))


def _asked(company: str, points: Brief, wish: Wish, language: str, plan: ReplyPlan) -> Asked:
    mark = new_mark()
    standing = "\n".join(glosses(points.tokens.values()))
    said = "\n".join(f"{each.id} ({each.subject}): {each.says}" for each in points.points)
    return prompt("rewrite").ask(
        system={"company": harmless(" ".join(company.split()))[:80]},
        user={
            "mark": mark,
            "wish": wish,
            "language": LANGUAGES[language],
            "address": address_of(plan),
            # Made harmless already, word by word: `fenced` would take the tokens away.
            "draft": f"<<<draft {mark}>>>\n{said}\n<<<end of draft {mark}>>>",
            "tokens": fenced("tokens", standing, mark) if standing else "",
        },
    )


def _checked(
    told: Told, points: Brief, before: str, wish: Wish, plan: ReplyPlan, language: str, heard: Sequence[str]
) -> tuple[str, tuple[Finding, ...]]:
    """The new text, and everything in it that the old one does not answer for."""
    answered = parts_of(told.data)
    if answered is None:
        return "", (Finding("broken", "block", ""),)
    parts = [_untouched(part, points) for part in answered]
    wording = worded(points, parts, before, heard)
    own, text, faults = wording.own_words, "", list(wording.faults)
    faults += (
        Finding("token_not_once", "block", name) for name in given_once([p.text for p in parts], points)
    )
    if says_no(own):
        faults.append(Finding("says_no", "block", ""))
    known = set(check(before, plan, expected_language=language))
    was_foreign = any(each.rule == "wrong_language" for each in known)
    # Everything that states something is a token: what is found in the model's own words is its own.
    for each in check(own, without_facts(plan), expected_language=language):
        if each.rule != "empty_draft" and not (each.rule == "wrong_language" and was_foreign):
            faults.append(each)
    if not faults:
        text = put_together(parts, points)
        whole = check(text, plan, expected_language=language)
        faults += (
            each
            for each in whole
            if each not in known and not (each.rule == "wrong_language" and was_foreign)
        )
    if wish == "shorter" and not faults and len(text) >= len(before.strip()):
        faults.append(Finding("not_shorter", "block", ""))
    return text, tuple(faults)


def _untouched(part: Part, points: Brief) -> Part:
    """A part that says finished passages alone says them as they were."""
    says = {point.id: point.says for point in points.points if point.finished}
    if not part.points or any(point not in says for point in part.points):
        return part
    return replace(part, text="\n".join(says[point] for point in part.points))


def _rules(faults: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.rule for each in faults))
