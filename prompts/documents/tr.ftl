title = { $kind ->
    [proforma] Proforma fatura
   *[quotation] Fiyat teklifi
 }
number = Numara
revision = Revizyon { $number }
date = Tarih
valid-until = Geçerlilik tarihi
buyer = Alıcı
prepared-by = Hazırlayan
page = Sayfa { $page } / { $pages }

item = Ürün
quantity = Miktar
unit-price = Birim fiyat ({ $currency })
amount = Tutar ({ $currency })
sample = Numune
hs-code = HS kodu { $code }
goods = Mal bedeli
freight = Navlun ({ $method }, { $days })
total = Toplam { $terms }
deposit = Ön ödeme ({ $percent })
balance = Kalan tutar
choose = Her miktar için ayrı fiyat: hangisini seçtiğinizi bildirin.

terms = Koşullar
delivery-terms = Teslim şekli
production = Üretim süresi
ready-by = Hazır olma tarihi
ready-if = { $date } ({ $ordered } tarihinde sipariş verilirse)
closures = Tatil günlerimiz hesaba katılmıştır: { $names }
gross-weight = Brüt ağırlık
kilograms = { $number } kg
notes = Lütfen dikkat

payment = { $platform } üzerinden sipariş ve ödeme
payment-plain = Ödeme
ways = Ödeme yöntemleri
scan = Sipariş için tarayın
verify = Bu teklifi kontrol edin
verify-code = Doğrulama kodu
verify-scan = Kontrol için tarayın
