# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Penawaran { $number }
part-deposit = Uang muka
part-balance = Sisa pembayaran
part-total = Jumlah penuh
about-deposit = Uang muka untuk penawaran { $number } dari { $company }. Total: { $total }. Sisa setelahnya: { $rest }.
about-balance = Sisa pembayaran penawaran { $number } dari { $company }. Total: { $total }.
about-total = Jumlah penuh penawaran { $number } dari { $company }.
valid = Berlaku sampai { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Penawaran ini sudah tidak berlaku. Silakan minta yang baru; tidak ada dana yang ditarik.
checkout-changed = Tagihan ini telah diganti: jumlah atau syaratnya berubah. Gunakan yang terbaru; tidak ada dana yang ditarik.
checkout-paid = Ini sudah dibayar. Tidak ada dana yang ditarik.
checkout-held = Saat ini belum bisa dibayar. Kami akan menulis di sini; tidak ada dana yang ditarik.
checkout-busy = Pembayaran tagihan ini sedang berlangsung. Tunggu satu menit lalu periksa apakah berhasil.
checkout-payer = Hanya pembeli yang menerima tagihan ini yang dapat membayarnya. Tidak ada dana yang ditarik.
