# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = { $goods } için { $number } numaralı teklifimizle ilgili kısa bir soru: Size ulaştı mı ve size uygun mu?
silent-again = { $goods } için { $number } numaralı teklifimizde açıklayabileceğimiz veya uyarlayabileceğimiz bir şey var mı: miktar, koşullar ya da teslimat?
silent-last = Bu, { $goods } için { $number } numaralı teklif hakkındaki son mesajımızdır. Yeniden ilginizi çekerse bize buradan yazabilirsiniz.
expiring = { $goods } için { $number } numaralı teklifimiz { $date } tarihine kadar geçerlidir. Daha fazla zamana ihtiyacınız varsa bize bildirin.
unpaid-first = { $goods } için { $number } numaralı teklifimizi kabul ettiğiniz için teşekkür ederiz. Ödeme henüz ulaşmadı; üretim ödemeden sonra başlar.
unpaid-again = { $goods } için { $number } numaralı siparişiniz hâlâ ödeme bekliyor. Net olmayan bir şey var mı, ya da sipariş adımlarında yardımcı olalım mı?
shipped = { $number } numaralı siparişiniz yolda: { $goods }.
tracking = Takip numarası: { $tracking }
tracking-carrier = Takip numarası: { $tracking } ({ $carrier })
promised = Bir sonraki adımınız için { $date } tarihini belirtmiştiniz. Sizin tarafta durum nedir, yardımcı olabileceğimiz bir şey var mı?
delivered = { $number } numaralı siparişiniz teslim edildi olarak bildirildi: { $goods }. Her şey tam ve iyi durumda mı? Bir sorun varsa lütfen bize buradan bildirin.
invite-review = Memnun kaldıysanız { $platform } üzerindeki değerlendirmeniz bizi sevindirir.
reviewed = { $number } numaralı siparişle ilgili değerlendirmeniz için teşekkür ederiz.
reorder = { $number } numaralı siparişinizin üzerinden biraz zaman geçti: { $goods }. Yeniden sipariş vermek ister misiniz? Miktarı yazın, size teklif hazırlayalım.
wish = Sizinle iletişimde olmaktan memnunuz.
stop-offer = Bu tür mesajlar almak istemezseniz STOP yazmanız yeterlidir.
stop-confirmed = Anlaşıldı: Size kendiliğimizden bir daha yazmayacağız. Siz bize yazarsanız elbette yanıtlarız.
