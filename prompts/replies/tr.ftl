# Türkçe, siz ile. Değişkenlere ek getirilmez.

## Opening and closing
greet = Merhaba,
greet-name = { $formal ->
    [yes] Sayın { $name },
   *[no] Merhaba { $name },
 }
thank = Rica ederiz. Bir ihtiyacınız olduğunda bize yazabilirsiniz.
close = { $formal ->
    [yes] Saygılarımızla,
   *[no] İyi günler,
 }
festival = { $name } için en iyi dileklerimizle.

## Counting
pieces = { $unit ->
    [pcs] { $number } adet
    [set] { $number } set
    [pair] { $number } çift
    [pack] { $number } paket
    [box] { $number } kutu
    [roll] { $number } rulo
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] adet başına { $price }
    [set] set başına { $price }
    [pair] çift başına { $price }
    [pack] paket başına { $price }
   *[other] { $price } / { $unit }
 }
working-days = { $number } iş günü
days = { $number } gün
days-range = { $first }–{ $last } gün
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Kataloğumuzdan: { $text }
minimum = Minimum sipariş: { $quantity }.
options = Mümkün olan kişiselleştirme: { $options }.
range-heading = Ürün gruplarımız:
range-category = • { $name }: { $number } ürün
range-items = Elimizdeki ürünler:

## Quote
quote-heading = Fiyatımız, { $terms }:
quote-heading-quantities = Miktara göre fiyatlarımız, { $terms }:
quote-heading-goods = Miktara göre fiyatlarımız, nakliye hariç:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Numune, { $goods }
quote-freight = • Nakliye ({ $method }, { $days }): { $amount }
quote-freight-open = Hangi miktarı seçtiğinizi yazın, { $terms } için nakliyeyi ekleyelim.
quote-total = Toplam: { $amount }
quote-promotion = { $name } kampanyası ({ $percent } indirim) fiyata dahildir.
quote-indicative = Fikir vermesi için: { $date } tarihli kurla yaklaşık { $total } ({ $one } = { $rate }); bağlayıcı değildir.
quote-validity = Teklif { $date } tarihine kadar geçerlidir.

## Minimum orders, options, samples
below-moq = { $goods }: minimum sipariş { $moq } olduğundan { $quantity } için teklif veremiyoruz. { $moq } için fiyat: { $unit_price }.
below-moq-sample = Önce denemek isterseniz numune fiyatı { $price }.
option-below-moq = { $option }: en az { $moq } siparişte mümkündür (ek ücret: { $unit_price }); { $quantity } için fiyata dahil değildir.
option-not-offered = { $option } seçeneği { $goods } için mevcut değildir.
options-offered = Bu ürün için mümkün olanlar: { $options }.
options-heading = { $goods } için kişiselleştirme:
option-terms = • { $option }: ek ücret { $unit_price }, en az { $moq }
sample-price = { $goods } numune fiyatı: { $price }.
samples-not-sold = { $goods } için numune satmıyoruz.

## Time and stock
lead-time = Üretim süresi: { $days }.
lead-time-goods = { $goods }: üretim süresi { $days }.
ready-by = Bugün sipariş verirseniz ürünler { $date } tarihinde hazır olur.
closure = { $start } – { $end } arasındaki tatilimiz ({ $name }) bu tarihe dahildir.
deadline-missed = Bu, belirttiğiniz tarihten ({ $date }) sonradır; neyin mümkün olduğuna bakacağız.
stock = { $goods }: stokta { $quantity } var, sevke hazır.
stock-none = { $goods } şu anda stokta yok; siparişe göre üretilir.
closed = { $start } – { $end } arasında kapalıyız ({ $name }); { $reopens } tarihinde yeniden çalışıyoruz.
working-days-of-week = Çalışma günlerimiz: { $days }.
working-hours = Çalışma saatlerimiz: { $opens } – { $closes }, kendi yerel saatimizle.

## Delivery
method-replaced = { $asked } bu gönderi için mümkün değil; nakliye { $used } ile hesaplandı.
method-replaced-battery = { $asked } lityum pilli ürünleri kabul etmiyor; nakliye { $used } ile hesaplandı.
method-impossible = { $asked } bu gönderi için mümkün değil; alternatiflere bakacağız.
method-impossible-battery = { $asked } lityum pilli ürünleri kabul etmiyor; alternatiflere bakacağız.
freight-unknown = Bu gönderi için sabit bir nakliye fiyatımız yok; nakliyeyi araştırıp size bildireceğiz.
incoterm-replaced = { $asked } ile teklif vermiyoruz; fiyat { $used } olarak verilmiştir.
duty-not-included = Gümrük vergileri ve ithalat vergileri bu fiyata dahil değildir.

## Certificates and policies
certificates = { $goods } sertifikaları: { $certificates }.
certificates-unlisted = { $certificates }: bu ürün için verilerimizde yer almıyor. Kontrol edip size döneceğiz; o zamana kadar lütfen buna güvenerek hareket etmeyin.
certificates-none = { $goods } için verilerimizde sertifika yer almıyor. Kontrol edip size döneceğiz.
policy = Koşullarımızdan:
policy-language = { $code ->
    [en] Koşullarımızdan (İngilizce):
    [zh] Koşullarımızdan (Çince):
   *[other] Koşullarımızdan ({ $language }):
 }
check = Kontrol edip size döneceğiz.

## Questions
ask-open = Size nasıl yardımcı olabiliriz? Hangi ürüne, kaç adet ihtiyacınız olduğunu yazabilirsiniz.
ask-interest = Bunlardan hangileri, hangi miktarda ilginizi çekiyor?
ask-product = Hangi ürüne ihtiyacınız var? Model numarası, bağlantı veya fotoğraf yardımcı olur.
ask-product-choice = Bunlardan hangisini kastediyorsunuz?
ask-product-version = Hangi modeli istersiniz: { $choices }?
ask-quantity = Hangi miktara ihtiyacınız var?
ask-quantity-moq = Hangi miktara ihtiyacınız var? Minimum sipariş { $moq }.
ask-destination = Ürünler hangi ülkeye ve hangi şehre veya limana gidecek?
ask-incoterm-open = Hangi teslim şeklini (Incoterm) tercih edersiniz?
ask-incoterm = Hangi teslim şeklini tercih edersiniz: { $choices }?
ask-customization = Neyin kişiselleştirilmesini istersiniz (logo, renk, ambalaj)?
ask-customization-choice = Hangi kişiselleştirmeyi istersiniz: { $choices }?
ask-deadline = Ürünlere ne zamana kadar ihtiyacınız var?
ask-company = Hangi firma için alım yapıyorsunuz?
ask-usage = Ürünler ne için kullanılacak?
ask-target-price = Düşündüğünüz birim fiyat nedir?
ask-order-number = Sipariş numaranız nedir?
ask-evidence = Lütfen kusurun fotoğraflarını veya kısa bir videosunu gönderin ve kaç adedin etkilendiğini yazın.
ask-affected = Kaç adet üründe sorun var?
ask-batch = Ürünün veya kolinin üzerinde hangi parti numarası yazıyor?

## Payment
steer = Sipariş ve ödeme { $platform } üzerinden yapılır.
steer-benefits = Sipariş ve ödeme { $platform } üzerinden yapılır: { $benefits }.
payment-methods = Ödeme yöntemleri: { $methods }.
deposit = Kapora oranı: { $percent }.
deposit-amount = Kapora oranı: { $percent }, yani { $amount }.
deposit-balance = Kapora oranı: { $percent }, yani { $amount }; kalan tutar { $balance }.
order-link = Siparişi buradan verebilirsiniz: { $link }
benefit-held = paranız siz teslimatı onaylayana kadar bekletilir
benefit-refund = kalite veya sevk tarihi tutmazsa para iadesi yapılır
benefit-record = anlaşmalar ve sevkiyat bilgileri tek siparişte bir arada kalır
benefit-dispute = platform bir anlaşmazlığın çözülmesine yardım eder
method-card = kart
method-platform-transfer = platform hesabına banka havalesi
decline-payment = Ödemeyi her sipariş ve her tutar için yalnızca { $platform } üzerinden kabul ediyoruz.
decline-payment-plain = Ödemeyi yalnızca koşullarımızda belirtilen yollarla kabul ediyoruz.
decline-benefits = Bu sizi korur: { $benefits }.
case-fees = Masraf konusunda: { $platform } üzerindeki ödeme yollarını – { $methods } – karşılaştırıp sizin için en uygununu seçin. Dışarıda bir masraftan kurtulur ama korumayı kaybedersiniz.
case-fees-plain = Masraf konusunda: { $platform } üzerindeki ödeme yollarını – { $methods } – karşılaştırıp sizin için en uygununu seçin.
case-habit = Başka yollara alışık olduğunuzu biliyoruz. Çok az şey değişir: { $methods } ile ödersiniz; sipariş, ödeme ve teslimat { $platform } üzerinde tek yerde durur.
case-bank = Bankanız bir ödemeyi reddeder ya da sınırlarsa { $platform } üzerinde başka bir yol olabilir: { $methods }. Bankanızın ne dediğini yazın, uygun olanı birlikte bulalım.
case-bank-deposit = Bankanız bir ödemeyi reddeder ya da sınırlarsa { $platform } üzerinde başka bir yol olabilir: { $methods }. Bankanızın ne dediğini yazın, uygun olanı birlikte bulalım. Önce { $percent } ön ödeme yapılır, yani hepsinin bir seferde geçmesi gerekmez.
case-speed = Zaman kaybetmemek için { $platform } üzerinde tek adımda sipariş verip ödeyebilirsiniz: { $methods }. Ödemeyi iki taraf da siparişte görür, dekont gönderip beklemek gerekmez.
case-distrust = Dikkatli olmakta haklısınız. { $platform } üzerinde iki taraf da yalnızca diğerinin sözüne güvenmek zorunda değildir; koşullarını siparişten önce okuyabilirsiniz.
case-distrust-plain = Dikkatli olmakta haklısınız. { $platform } koşullarını sipariş vermeden önce okuyabilirsiniz.
case-invoice = Muhasebeniz için belgeler { $platform } siparişinde de mümkündür: faturada ne bulunması gerektiğini yazın (şirket adı, adres, vergi numarası), siparişten önce kontrol edelim.
account-changed = Ödeme bilgilerimiz, kim gönderirse göndersin ve hangi adı taşırsa taşısın, hiçbir zaman bir mesajla değişmez. Ödemeyi yalnızca { $platform } üzerinden alıyoruz.
account-changed-plain = Ödeme bilgilerimiz, kim gönderirse göndersin ve hangi adı taşırsa taşısın, hiçbir zaman bir mesajla değişmez. Ödeme yalnızca koşullarımızda belirtilen yollarla mümkündür.
account-changed-wait = Lütfen böyle bir mesajda istenen hiçbir şeyi ödemeyin. Bir yönetici bu görüşmeyi inceliyor ve size burada kendisi yanıt verecek.
account-changed-verify = Her teklifimizi, üzerinde yazan bağlantı ve doğrulama koduyla kendiniz kontrol edebilirsiniz.
stay = Siparişinizle ilgili her şeyin tek yerde kalması için lütfen bu sohbette devam edelim.

## Care
confidential = Maliyet, kâr marjı ve diğer iç bilgileri paylaşmıyoruz. Fiyatlarımızı memnuniyetle iletiriz.
discount = Fiyat talebinizi not aldık; yetkili arkadaşımız karar verecek ve size döneceğiz.
discount-listed = Fiyat talebinizi not aldık; yetkili arkadaşımız karar verecek ve size döneceğiz. O zamana kadar yukarıdaki fiyat geçerlidir.
restricted = Bu varış yeri için teklif veya söz veremiyoruz. Yöneticimiz talebinizi inceleyip size yanıt verecek.
dispute = Yaşanan sorun için üzgünüz. Yöneticimiz konunuzla bizzat ilgilenecek ve size buradan yanıt verecek.
defect = Siparişinizde bir sorun olduğu için üzgünüz.
order-check = Siparişinizi kontrol edip size buradan yanıt vereceğiz.
order-check-number = { $number } numaralı siparişinizi kontrol edip size buradan yanıt vereceğiz.
person = Bir çalışma arkadaşımız talebinizle bizzat ilgilenecek ve size buradan yanıt verecek.
calm = Rahatsızlığınızı anlıyoruz ve sizinle iyi bir çözüm bulmak istiyoruz.
scam = Dış bağlantıları ve belgeleri açmıyor, giriş bilgisi girmiyoruz. Sipariş, ödeme ve iadeler yalnızca { $platform } üzerinden yapılır; ürünler ancak platformun kendisinde görünene göre teslim edilir.
scam-plain = Dış bağlantıları ve belgeleri açmıyor, giriş bilgisi girmiyoruz. Sipariş, ödeme ve iadeler yalnızca kararlaştırılan sipariş yoluyla yapılır.
