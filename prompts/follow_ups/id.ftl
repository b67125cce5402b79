# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Pertanyaan singkat tentang penawaran kami { $number } untuk { $goods }: apakah sudah Anda terima, dan apakah sesuai?
silent-again = Apakah ada hal dalam penawaran kami { $number } untuk { $goods } yang dapat kami jelaskan atau sesuaikan: jumlah, syarat, atau pengiriman?
silent-last = Ini pesan terakhir kami tentang penawaran { $number } untuk { $goods }. Bila Anda berminat lagi, silakan tulis kepada kami di sini.
expiring = Penawaran kami { $number } untuk { $goods } berlaku sampai { $date }. Bila Anda memerlukan waktu lebih lama, beri tahu kami.
unpaid-first = Terima kasih telah menerima penawaran kami { $number } untuk { $goods }. Pembayaran belum masuk; produksi dimulai sesudahnya.
unpaid-again = Pesanan Anda { $number } untuk { $goods } masih menunggu pembayaran. Apakah ada yang kurang jelas, atau perlu kami bantu proses pemesanannya?
shipped = Pesanan Anda { $number } sedang dalam perjalanan: { $goods }.
tracking = Nomor pelacakan: { $tracking }
tracking-carrier = Nomor pelacakan: { $tracking } ({ $carrier })
promised = Anda menyebut { $date } untuk langkah berikutnya. Bagaimana perkembangannya, dan adakah yang dapat kami bantu?
delivered = Pesanan Anda { $number } tercatat sudah diterima: { $goods }. Apakah semuanya lengkap dan dalam keadaan baik? Bila ada yang kurang sesuai, beri tahu kami di sini.
invite-review = Bila Anda puas, kami senang mendapat ulasan Anda di { $platform }.
reviewed = Terima kasih atas ulasan Anda untuk pesanan { $number }.
reorder = Sudah beberapa waktu sejak pesanan Anda { $number }: { $goods }. Apakah Anda ingin memesan lagi? Beri tahu kami jumlahnya, dan kami buatkan penawaran.
wish = Kami senang dapat berhubungan dengan Anda.
stop-offer = Bila Anda tidak ingin menerima pesan seperti ini, cukup tulis STOP.
stop-confirmed = Baik: kami tidak akan menulis lagi atas inisiatif kami. Bila Anda menulis kepada kami, tentu kami jawab.
