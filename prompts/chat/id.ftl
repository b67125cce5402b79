# The buyer's chat page. Values arrive formatted.

## The page
title = Obrolan dengan { $company }
no-script = Obrolan ini memerlukan JavaScript. Aktifkan atau gunakan peramban lain.
menu = Pilihan
new-talk = Mulai obrolan baru
new-talk-sure = Mulai obrolan baru?
new-talk-means = Perangkat ini melupakan obrolan. { $company } tetap menyimpannya.
keep = Simpan obrolan ini
close = Tutup obrolan
open = Hubungi kami
skip = Ke kolom pesan

## Who answers, and when
open-until = Buka sampai { $time }
opens-at = Sekarang tutup, buka { $time }
hello = Ada yang bisa kami bantu?
hello-more = Tanyakan harga, sampel, pengiriman, atau apa saja dalam bahasa Anda.
assistant = Asisten perangkat lunak membantu tim kami menulis. Seseorang memeriksa setiap jawaban sebelum Anda terima; yang dikirim otomatis diberi tanda.
your-name = Nama Anda (opsional)
reading = Tim sedang menyiapkan jawaban
checking = Seseorang memeriksa jawaban sebelum dikirim
later = Tim menjawab setelah buka: { $time }
automatic = Jawaban otomatis

## The talk
log = Pesan
you = Anda
them = { $company }
today = Hari ini
yesterday = Kemarin
to-newest = Ke pesan terbaru
choices = Saran jawaban

## Writing
write = Tulis pesan
send = Kirim
attach = Tambah berkas
drop = Lepaskan berkas di sini
remove = Hapus { $name }
pasted = gambar tempelan

## Ticks and troubles
sending = Menunggu dikirim
sent = Terkirim
seen = Sudah dilihat tim
not-sent = Tidak terkirim
try-again = Coba lagi
discard = Hapus
offline = Anda luring. Pesan Anda disimpan dan dikirim nanti.
connecting = Menghubungkan…
too-large = { $name } terlalu besar. Satu berkas paling besar { $size }.
too-many = Satu pesan dapat membawa paling banyak { $count } berkas.
too-long = Pesan ini kelebihan { $count } karakter.
all-too-large = Berkas-berkas ini terlalu besar bersama-sama. Kirim dalam beberapa pesan.
ended = Obrolan sebelumnya telah berakhir. Yang baru dimulai dengan pesan Anda.

## Quotes
quote = Penawaran
revision = Revisi { $number }
valid-until = Berlaku sampai { $date }
expired = Kedaluwarsa { $date }
product = Produk
quantity = Jumlah
amount = Nilai
sample = sampel
freight = Ongkos kirim: { $method }, { $days } hari
total = Total
choose = Pilih salah satu jumlah
replaced = Diganti dengan revisi { $number }
ready-by = Siap { $date }
order = Pesan sekarang
order-on = Pesan di { $platform }
benefits = Dengan { $platform }
pdf = Penawaran dalam PDF
verify = Periksa penawaran ini
verify-code = Kode pemeriksaan
deposit = Uang muka ({ $percent }%)
balance = Sisa pembayaran
