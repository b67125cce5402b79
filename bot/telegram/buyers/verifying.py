"""/verify Q-2026-0001 [code]: whether a quotation is ours, and that no account in a message is."""

from __future__ import annotations

from bot.desk.checking import Checked, check_quote, claims_account, number_in
from bot.domain.facts import PaymentTerms
from bot.steps.write.formats import formats
from bot.telegram.office import Office
from bot.web.pace import TooFast
from prompts.verify import VerifyWords, load
from storage.base import AnyRow

_LONGEST = 60


async def verified(office: Office, chat: AnyRow, asked: str, language: str) -> str:
    """What the bot answers. The buyer of a quote needs no code for it."""
    words = load(language)
    serving = await office.desk.counter.serving()
    payment = serving.shop.payment
    account = _account(words, payment)
    if claims_account(asked):
        return f"⛔️ {account}"
    number, _, code = asked.strip()[:_LONGEST].partition(" ")
    if not number:
        return f"{words.say('usage')}\n\n{account}"
    known = number_in(number)
    if known is None:
        return f"{words.say('number-wrong')}\n\n{account}"
    try:
        office.checking.take(chat.chat_id)
    except TooFast:
        return words.say("too-fast")
    checked = await check_quote(office.desk, known, code, conversation_id=chat.conversation_id)
    lines = [*_told(words, checked, serving.shop.company.name)]
    link = payment.order_link
    if checked.code == "right" and not checked.expired and link is not None:
        lines.append(words.say("account-link", link=link.replace("{quote_number}", known)))
    return "\n".join(lines) + f"\n\n{account}"


def _told(words: VerifyWords, checked: Checked, company: str) -> list[str]:
    if not checked.known:
        return [f"⛔️ {words.say('unknown', number=checked.number)}"]
    if checked.code == "wrong":
        return [f"⛔️ {words.say('code-wrong', number=checked.number)}"]
    shown = formats(words.language, None)
    lines = [f"✅ {words.say('real', number=checked.number, company=company)}"]
    if checked.sent_on is not None:
        lines.append(f"{words.say('dated')}: {shown.date(checked.sent_on)}")
    if checked.total is not None:
        lines.append(f"{words.say('total')}: {shown.money(*checked.total)}")
    if checked.code == "none":
        lines.append(words.say("hidden"))
    if checked.valid_until is not None:
        day = shown.date(checked.valid_until)
        told = words.say("expired", date=day) if checked.expired else f"{words.say('valid-until')}: {day}"
        lines.append(told)
    return lines


def _account(words: VerifyWords, payment: PaymentTerms) -> str:
    """The answer to "is this account yours?", which is always the same."""
    if payment.platform is None:
        told = words.say("account-plain")
    else:
        told = words.say("account", platform=payment.platform)
    return f"{words.say('account-title')}\n{told}"
