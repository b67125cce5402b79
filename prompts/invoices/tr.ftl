# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Teklif { $number }
part-deposit = Ön ödeme
part-balance = Bakiye
part-total = Toplam
about-deposit = { $company } firmasının { $number } teklifi için ön ödeme. Toplam: { $total }. Kalan: { $rest }.
about-balance = { $company } firmasının { $number } teklifinin bakiyesi. Toplam: { $total }.
about-total = { $company } firmasının { $number } teklifinin tam tutarı.
valid = { $day } tarihine kadar geçerli.

## Why a payment is refused, shown by Telegram
checkout-expired = Bu teklif artık geçerli değil. Bizden yenisini isteyin; hiçbir tutar çekilmedi.
checkout-changed = Bu fatura yenilendi: tutar veya koşullar değişti. Lütfen en yenisini kullanın; hiçbir tutar çekilmedi.
checkout-paid = Bu zaten ödendi. Hiçbir tutar çekilmedi.
checkout-held = Şu anda ödeme yapılamıyor. Size buradan yazacağız; hiçbir tutar çekilmedi.
checkout-busy = Bu fatura için bir ödeme sürüyor. Bir dakika bekleyip tamamlanıp tamamlanmadığına bakın.
checkout-payer = Bu faturayı yalnızca onu alan alıcı ödeyebilir. Hiçbir tutar çekilmedi.
