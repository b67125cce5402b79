from __future__ import annotations

import pytest

from bot.domain.inquiry import LANGUAGES
from bot.steps.triage.accepting import sounds_like_yes
from prompts.accepting import accepting_cues

YES = {
    "en": ["Great, we accept. ", "Hi, please send me the order link", "OK, I'd like to place the order now"],
    "es": ["Perfecto, confirmamos el pedido.", "¿Cómo pagamos?"],
    "pt": ["Ok, aceitamos o preço.", "Pode me mandar o link?"],
    "fr": ["Très bien, nous confirmons la commande.", "Comment payer ?"],
    "de": ["Gut, wir nehmen das Angebot.", "Schicken Sie mir bitte den Link"],
    "it": ["Va bene, procediamo.", "Mi mandi la proforma"],
    "ru": ["Хорошо, берём.", "Пришлите счёт, пожалуйста"],
    "ar": ["موافقون على السعر", "أرسل لنا الرابط"],
    "tr": ["Tamam, kabul ediyoruz.", "Sipariş vermek istiyoruz"],
    "pl": ["Zamawiamy.", "Proszę przesłać fakturę"],
    "id": ["Oke kami setuju", "Tolong kirim linknya"],
    "vi": ["Chúng tôi đồng ý", "Gửi cho tôi link nhé"],
    "hi": ["हमें मंज़ूर है", "लिंक भेज दीजिए"],
    "zh": ["可以，我们下单", "发我付款链接吧"],
    "ja": ["この条件でお願いします", "注文いたします"],
}
NO = {
    "en": ["We do not accept this price", "If you give 5 % we'll take it", "What is the price?", "Thank you"],
    "es": ["No aceptamos ese precio", "Si baja el precio, confirmamos el pedido", "Gracias"],
    "pt": ["Não aceitamos esse preço", "Obrigado"],
    "fr": ["Nous n'acceptons pas ce prix", "Merci"],
    "de": ["Wir nehmen das Angebot nicht an", "Danke"],
    "it": ["Non accettiamo questo prezzo", "Grazie"],
    "ru": ["Мы не согласны с ценой", "Если будет скидка, берём", "Спасибо"],
    "ar": ["لا نوافق على هذا السعر", "شكرا"],
    "tr": ["Fiyatı kabul etmiyoruz", "Teşekkürler"],
    "pl": ["Nie akceptujemy tej ceny", "Dziękuję"],
    "id": ["Kami tidak setuju dengan harga ini", "Terima kasih"],
    "vi": ["Chúng tôi không đồng ý", "Cảm ơn"],
    "hi": ["हमें मंज़ूर नहीं है", "धन्यवाद"],
    "zh": ["不同意这个价格", "如果便宜点我们就下单", "谢谢"],
    "ja": ["注文するかまだ決めていません", "ありがとうございます"],
}  # fmt: skip


def test_every_language_has_its_words() -> None:
    assert set(YES) == set(NO) == set(LANGUAGES)
    assert all(set(words) == set(LANGUAGES) for words in accepting_cues().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_yes_is_heard(language: str) -> None:
    assert [text for text in YES[language] if sounds_like_yes([text], language) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_no_a_condition_and_a_question_are_none(language: str) -> None:
    assert [text for text in NO[language] if sounds_like_yes([text], language) is not None] == []


def test_the_sentence_is_shown_as_it_was_written() -> None:
    said = "Thanks! OK, We ACCEPT. When will it ship?"
    assert sounds_like_yes(["Hello", said], "en") == "OK, We ACCEPT."
    assert sounds_like_yes([], "en") is None
    assert sounds_like_yes(["we accept"], None) == "we accept"
