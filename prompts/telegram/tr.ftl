# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Türkçe

## The first message
hello = Merhaba! Burası { $company } ile sohbet. Size burada { $seller } yanıt verir; yazmaya bir yazılım asistanı yardım eder. Her yanıtı size ulaşmadan önce bir kişi kontrol eder; otomatik gönderilenler işaretlidir.
hello-shop = Merhaba! Burası { $company } ile sohbet. Size burada ekibimiz yanıt verir; yazmaya bir yazılım asistanı yardım eder. Her yanıtı size ulaşmadan önce bir kişi kontrol eder; otomatik gönderilenler işaretlidir.
hello-next = İhtiyacınızı kendi dilinizde yazın: hangi ürün, kaç adet ve teslimat ülkesi. Fotoğraf, dosya ve sesli mesaj da gönderebilirsiniz.
hello-product = Bu ürün için geldiniz: { $product } ({ $sku }). Kaç adet gerekiyor, hangi ülkeye? Başka bir şeyi de kendi dilinizde sorabilirsiniz.
hello-again = Tekrar hoş geldiniz! İhtiyacınızı kendi dilinizde yazın.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Bir kişiyle görüşmek isteyin
command-language = Menülerin dilini değiştirin
command-stop = İstemediğiniz mesajlar gelmesin
command-privacy = Hakkınızda neler saklanıyor
command-verify = Teklif veya hesap kontrolü
command-help = Burada neler yapabilirsiniz

## /language and /stop
language-choose = Menüler ve bildirimler hangi dilde olsun?
language-set = Menüler ve bildirimler artık Türkçe. Bize istediğiniz dilde yazabilirsiniz.
stop-done = Yalnızca yazdıklarınıza yanıt alacaksınız, başka bir şey gelmeyecek. Geri almak için /start gönderin.
stop-undone = Bizden yeniden haber alabilirsiniz.

## /privacy
privacy = { $company } adınızı, kullanıcı adınızı ve dilinizi Telegram'ın gösterdiği biçimde, burada yazıp gönderdiklerinizi ve ülkeniz ya da telefon numaranız hakkında bildirdiklerinizi saklar. Bunlar size yanıt vermek ve siparişlerinizi yürütmek için kullanılır. Yazmaya bir yazılım asistanı yardım eder; kontrol eden ve karar veren kişilerdir. Verilerinizin bir kopyasını ya da silinmesini isteyebilirsiniz. Bununla bir kişi ilgilenir.
privacy-data = Verilerimi gönder
privacy-erase = Verilerimi sil
privacy-data-words = Lütfen hakkımda sakladığınız verilerin bir kopyasını bana gönderin.
privacy-erase-words = Lütfen hakkımda sakladığınız verileri silin.
privacy-asked = İsteğiniz ekibe iletildi. Bir kişi ilgilenecek ve size buradan yanıt verecek.

## /human; the first is stored as what the buyer says
human-words = Lütfen bir yetkiliyle, gerçek bir kişiyle görüşmek istiyorum.
human-told = { $seller } size bizzat yanıt vermesi için bilgilendirildi. Yanıt buraya gelecek.

## Commands that there are not
unknown-command = Bu komutu bilmiyorum.
unknown-kept = Bu komutu bilmiyorum, ama yazdıklarınız ekibe iletildi.

## Taps on answers (at most 200 characters)
tap-kept = Yanıtınız: { $answer }
tap-again = Bunu zaten yanıtladınız.
tap-old = Bu soru artık açık değil. Lütfen bize yazın.
tap-unknown = Bu düğme geçerli değil. Lütfen ihtiyacınızı yazın.

## Groups that are not the team’s
group-private = Yalnızca özel sohbetlerde konuşuyorum, bu yüzden bu gruptan ayrılıyorum. Bana buradan yazabilirsiniz: { $link }

## To salespeople who connect their own account
business-unbound = Hesabınız bağlandı, ama { $company } ekibinden kimseye ait değil; bu yüzden hiçbir şey okumuyor ve yanıtlamıyorum. Bir yöneticiden tek kullanımlık kod isteyip buraya gönderin; sonra çalışır.
business-ready = Hesabınız bağlandı. { $company } alıcılarınız için yanıt taslakları hazırlarım; sizin adınıza alıcıya ancak biri onayladıktan sonra ulaşırlar. Kendi yazdıklarınız her zamanki gibi gider ve taslağı düşürür.
business-no-right = Hesabınız bağlandı, ama yanıt verme iznim yok. Telegram'da izin verin: Ayarlar, Telegram Business, Sohbet Botları, “Mesajları yanıtla”.
