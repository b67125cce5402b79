# The buyer's chat page. Values arrive formatted.

## The page
title = { $company } ile sohbet
no-script = Bu sohbet için JavaScript gerekir. Lütfen açın veya başka bir tarayıcı kullanın.
menu = Seçenekler
new-talk = Yeni sohbet başlat
new-talk-sure = Yeni sohbet başlatılsın mı?
new-talk-means = Bu cihaz sohbeti unutur. { $company } saklar.
keep = Bu sohbeti sakla
close = Sohbeti kapat
open = Bize yazın
skip = Mesaj alanına git

## Who answers, and when
open-until = Şu saate kadar açık: { $time }
opens-at = Şu anda kapalı, açılış: { $time }
hello = Nasıl yardımcı olabiliriz?
hello-more = Fiyat, numune, nakliye veya başka her şeyi kendi dilinizde sorun.
assistant = Bir yazılım asistanı ekibimizin yazmasına yardım eder. Her yanıtı size gelmeden önce bir kişi kontrol eder; otomatik gönderilenler işaretlidir.
your-name = Adınız (isteğe bağlı)
reading = Ekip bir yanıt hazırlıyor
checking = Yanıt gönderilmeden önce bir kişi kontrol eder
later = Ekip açılınca yanıt verir: { $time }
automatic = Otomatik yanıt

## The talk
log = Mesajlar
you = Siz
them = { $company }
today = Bugün
yesterday = Dün
to-newest = En yeni mesaja git
choices = Önerilen yanıtlar

## Writing
write = Bir mesaj yazın
send = Gönder
attach = Dosya ekle
drop = Dosyaları buraya bırakın
remove = { $name } dosyasını kaldır
pasted = yapıştırılan resim

## Ticks and troubles
sending = Gönderilmeyi bekliyor
sent = Gönderildi
seen = Ekip gördü
not-sent = Gönderilmedi
try-again = Yeniden dene
discard = Sil
offline = Çevrimdışısınız. Mesajlarınız saklanır ve sonra gönderilir.
connecting = Bağlanıyor…
too-large = { $name } çok büyük. Bir dosya en fazla { $size } olabilir.
too-many = Bir mesajla en fazla { $count } dosya gönderilebilir.
too-long = Bu mesaj { $count } karakter fazla uzun.
all-too-large = Bu dosyalar birlikte çok büyük. Birkaç mesajla gönderin.
ended = Önceki sohbet sona erdi. Mesajınızla yenisi başlar.

## Quotes
quote = Teklif
revision = Revizyon { $number }
valid-until = Geçerlilik: { $date }
expired = Süresi doldu: { $date }
product = Ürün
quantity = Miktar
amount = Tutar
sample = numune
freight = Nakliye: { $method }, { $days } gün
total = Toplam
choose = Miktarlardan birini seçin
replaced = { $number }. revizyon ile değiştirildi
ready-by = Hazır olma tarihi: { $date }
order = Sipariş ver
order-on = { $platform } üzerinden sipariş ver
benefits = { $platform } ile
pdf = PDF teklif
verify = Bu teklifi kontrol edin
verify-code = Doğrulama kodu
deposit = Ön ödeme (%{ $percent })
balance = Kalan tutar
