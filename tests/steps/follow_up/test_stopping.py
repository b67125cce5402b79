from __future__ import annotations

import pytest

from bot.domain.inquiry import LANGUAGES
from bot.steps.follow_up.stopping import wants_no_more
from prompts.stopping import stop_words

STOPS = """STOP
stop!!!
s t o p
Please stop.
stop stop stop
STOPP
unsubscribe
Ok stop, thanks
Hi, please stop messaging me
don't contact me again
Do not write to us anymore.
I don't want to receive any more messages
please remove me from your mailing list
No more messages please
Deje de escribirme por favor
no me escriban más
No quiero recibir más mensajes
Denme de baja
Pare de me enviar mensagens
Não me escreva mais
Arrêtez de m'écrire
Ne m’écrivez plus
Je ne veux plus recevoir de messages
Bitte schreiben Sie mir nicht mehr
Hören Sie auf, mir zu schreiben
Keine weiteren Nachrichten mehr
Basta messaggi
Non scrivetemi più
Не пишите мне больше
СТОП
Отпишите меня
Прекратите писать
Больше не присылайте
توقف
لا تراسلني مرة أخرى
توقفوا عن إرسال الرسائل
Lütfen bana yazmayın
Artık mesaj atmayın
Mesaj istemiyorum
Proszę nie pisać więcej
Nie chcę otrzymywać więcej wiadomości
Przestańcie do mnie pisać
Berhenti
Jangan hubungi saya lagi
Jangan kirim pesan lagi
Dừng lại
Đừng nhắn tin cho tôi nữa
Ngừng gửi tin nhắn
मैसेज मत भेजो
मुझे मैसेज मत करो
बंद करें
停止
退订
别再发消息了
请不要再联系我
不要给我发消息
配信停止
もう連絡しないでください
メールを送らないでください""".splitlines()

GOES_ON = """Don't stop!
non-stop production?
No stop
I'll stop by your booth on Friday
can you stop by
door stop 500 pcs price
full stop.
please stop the production of my order until I confirm
Stop loss
We need an emergency stop button, 200 pcs
one stop service
stop sending samples to the old address
Don't stop messaging me, I like it
Never stop sending me offers
Enough
Basta con 500
Para 500 piezas
¿Para cuándo?
Đúng
Đúng rồi
dùng cho xe máy
Bitte stoppen Sie die Lieferung
Halt
Хватит 500 штук
остановите производство
не останавливайте
Cukup 500
यह बंद डिब्बा है
停产了吗
不要发货
请不要发快递
不要再加价了
もう送りました
連絡お待ちしています
Pare a produção, por favor
Não pare
Arrêtez la production s'il vous plaît
لا ترسل العينة اليوم
توقف الإنتاج؟
Lütfen siparişi durdurun
baja el precio
Do not write to me in German please
no more than 500
Please don't contact me by phone, chat is better
I do not want any more samples""".splitlines()


@pytest.mark.parametrize("words", STOPS)
def test_a_stop_is_one_in_every_language(words: str) -> None:
    assert wants_no_more(words)
    assert wants_no_more(f"Hello,\n{words}\n\nAlice")


@pytest.mark.parametrize("words", GOES_ON)
def test_a_stop_of_something_else_is_none(words: str) -> None:
    assert not wants_no_more(words)


def test_every_language_of_ours_has_its_words() -> None:
    assert set(stop_words()) == set(LANGUAGES)
    for language, words in stop_words().items():
        for whole in words.whole:
            assert wants_no_more(whole), (language, whole)
