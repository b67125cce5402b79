"""Goods of many trades told apart in fifteen languages, and everyday speech that names none."""

from __future__ import annotations

import pytest

from knowledge.glossary import Glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


def goods(glossary: Glossary, text: str, language: str) -> set[str]:
    return {found.english for found in glossary.find(text, language) if found.kind == "product"}


@pytest.mark.parametrize(
    ("language", "phrase", "meant"),
    [
        ("id", "harga handuk mandi 500 pcs", "bath towel"),
        ("pt", "toalhas de rosto brancas", "hand towel"),
        ("ru", "пляжные полотенца с логотипом", "beach towel"),
        ("de", "200 Badetücher", "bath towel"),
        ("ar", "مناشف حمام بيضاء", "bath towel"),
        ("es", "sábanas bajeras ajustables", "fitted sheet"),
        ("tr", "karartma perde fiyatı", "blackout curtain"),
        ("fr", "des plaids et des oreillers de voyage", "neck pillow"),
        ("it", "piumini giacca da donna", "down jacket"),
        ("pl", "bluzy z kapturem, 300 sztuk", "hoodie"),
        ("vi", "áo khoác gió in logo", "windbreaker"),
        ("hi", "500 जोड़ी मोजे", "socks"),
        ("ja", "折りたたみ椅子を200脚", "camping chair"),
        ("zh", "反光背心300件", "safety vest"),
        ("en", "running shoes, mixed sizes", "sports shoes"),
        ("es", "agujetas para tenis", "shoelaces"),
        ("fr", "1000 sacs en toile", "tote bag"),
        ("it", "zaini per notebook grigi", "laptop backpack"),
        ("ar", "حقيبة قماش مع طباعة", "tote bag"),
        ("pl", "torby jutowe", "jute bag"),
        ("id", "tas selempang kulit", "crossbody bag"),
        ("de", "Kühltaschen für Picknick", "cooler bag"),
        ("pt", "frasqueira ou necessaire de viagem", "toiletry bag"),
        ("ru", "ножи для стейка", "steak knife"),
        ("tr", "ekmek bıçağı", "bread knife"),
        ("vi", "nồi chiên không dầu 5 lít", "air fryer"),
        ("en", "microwave for 20 litres", "microwave oven"),
        ("hi", "साबुनदानी", "soap dish"),
        ("es", "toallero de pared", "towel rack"),
        ("it", "scopini per il bagno", "toilet brush"),
        ("ja", "ソープディスペンサー", "soap dispenser"),
        ("zh", "香槟杯和威士忌杯", "champagne glass"),
        ("ru", "настольные лампы для чтения", "desk lamp"),
        ("de", "Stehlampen mit Dimmer", "floor lamp"),
        ("pt", "refletores led 50W", "floodlight"),
        ("en", "LED downlights 12W", "downlight"),
        ("fr", "dalles led 60x60", "LED panel"),
        ("zh", "面板灯和筒灯", "LED panel"),
        ("ar", "مقبس ذكي واي فاي", "smart plug"),
        ("ru", "повышающий преобразователь 5 В", "boost converter"),
        ("en", "step-down module 12V to 5V", "buck converter"),
        ("tr", "step motor", "stepper motor"),
        ("pl", "wiertła do metalu", "drill bit"),
        ("es", "tuercas y arandelas planas", "nuts hardware"),
        ("id", "kampas rem mobil", "brake pads"),
        ("de", "Fahrradschlösser", "bicycle lock"),
        ("vi", "cần câu cá", "fishing rod"),
        ("fr", "bâtons de randonnée", "trekking pole"),
        ("ja", "キャンプ用の寝袋マット", "air mattress"),
        ("it", "peluche e bolle di sapone", "bubble toy"),
        ("hi", "गुब्बारे और पार्टी का सामान", "balloon"),
        ("es", "peluches no, rompecabezas y globos", "balloon"),
        ("pl", "smycze dla psa", "dog leash"),
        ("ru", "кисти для макияжа", "makeup brush"),
        ("ar", "زجاجات عطور 50 مل", "perfume bottle"),
        ("zh", "睫毛夹", "eyelash curler"),
        ("pt", "óculos de sol polarizados", "sunglasses"),
        ("tr", "kol saati", "watch"),
        ("en", "sticky notes with logo", "sticky notes"),
        ("id", "kardus packing", "corrugated box"),
        ("vi", "ghế văn phòng", "office chair"),
        ("fr", "tuyaux d'arrosage", "garden hose"),
        ("ja", "サージカルマスク", "face mask"),
        ("hi", "व्हीलचेयर", "wheelchair"),
    ],
)
def test_each_kind_of_goods_is_known_by_its_own_name(
    glossary: Glossary, language: str, phrase: str, meant: str
) -> None:
    assert meant in goods(glossary, phrase, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "hand towel", "bath towel"),
        ("id", "handuk tangan", "handuk mandi"),
        ("es", "escobilla de baño", "toallero"),
        ("de", "Heißluftfritteuse", "Mikrowelle"),
        ("ru", "зубная щётка", "зубная паста"),
        ("zh", "打蛋器", "搅拌机"),
        ("en", "pen", "pencil"),
        ("tr", "el havlusu", "plaj havlusu"),
    ],
)
def test_goods_that_a_catalogue_lists_apart_are_not_one(
    glossary: Glossary, language: str, one: str, other: str
) -> None:
    assert goods(glossary, one, language).isdisjoint(goods(glossary, other, language))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Good morning, I hope you are well."),
        ("en", "We set up our company two years ago."),
        ("en", "In this case please let me know."),
        ("en", "Could you throw in a better price?"),
        ("en", "I will get back to you on Monday."),
        ("en", "What does it cover and who pays?"),
        ("es", "Buenos días, quedo atento a su respuesta."),
        ("es", "¿Cuánto tiempo llevan en el mercado?"),
        ("pt", "Bom dia, tudo bem com vocês?"),
        ("pt", "Fico no aguardo, um abraço."),
        ("fr", "Bonjour, j'attends votre réponse avec impatience."),
        ("fr", "Est-ce que vous travaillez le samedi ?"),
        ("de", "Guten Tag, ich warte noch auf Ihre Antwort."),
        ("de", "Wann können wir telefonieren?"),
        ("it", "Buongiorno, attendo una vostra risposta."),
        ("it", "Ci sentiamo domani, grazie mille."),
        ("ru", "Здравствуйте, жду вашего ответа."),
        ("ru", "Сколько это займёт времени?"),
        ("ar", "السلام عليكم، أنتظر ردكم."),
        ("ar", "شكرا جزيلا لكم"),
        ("tr", "Merhaba, cevabınızı bekliyorum."),
        ("tr", "Yarın konuşalım, teşekkürler."),
        ("pl", "Dzień dobry, czekam na odpowiedź."),
        ("pl", "Czy możemy porozmawiać jutro?"),
        ("id", "Selamat pagi, saya tunggu jawabannya."),
        ("id", "Terima kasih banyak atas bantuannya."),
        ("vi", "Chào shop, mình chờ tin nhé."),
        ("vi", "Cảm ơn bạn rất nhiều"),
        ("hi", "नमस्ते, मैं आपके जवाब का इंतज़ार कर रहा हूँ।"),
        ("zh", "你好，我等你的回复。"),
        ("zh", "谢谢，明天再联系。"),
        ("ja", "お返事をお待ちしております。"),
        ("ja", "よろしくお願いします。"),
    ],
)
def test_everyday_speech_names_no_goods(glossary: Glossary, language: str, sentence: str) -> None:
    assert goods(glossary, sentence, language) == set()
