# Bahasa Indonesia, dengan Anda.

## Opening and closing
greet = { $formal ->
    [yes] Halo Bapak/Ibu,
   *[no] Halo,
 }
greet-name = { $formal ->
    [yes] Halo Bapak/Ibu { $name },
   *[no] Halo { $name },
 }
thank = Sama-sama. Silakan hubungi kami kapan saja bila ada yang diperlukan.
close = { $formal ->
    [yes] Hormat kami,
   *[no] Salam,
 }
festival = Salam hangat dari kami untuk { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $number } pcs
    [set] { $number } set
    [pair] { $number } pasang
    [pack] { $number } pak
    [box] { $number } boks
    [roll] { $number } rol
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } per pcs
    [set] { $price } per set
    [pair] { $price } per pasang
    [pack] { $price } per pak
   *[other] { $price } / { $unit }
 }
working-days = { $number } hari kerja
days = { $number } hari
days-range = { $first } sampai { $last } hari
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Dari katalog kami: { $text }
minimum = Minimum order: { $quantity }.
options = Kustomisasi yang tersedia: { $options }.
range-heading = Kami menyediakan:
range-category = • { $name }: { $number } produk
range-items = Produk yang kami miliki:

## Quote
quote-heading = Harga kami, { $terms }:
quote-heading-quantities = Harga kami per jumlah, { $terms }:
quote-heading-goods = Harga kami per jumlah, belum termasuk ongkos kirim:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Sampel { $goods }
quote-freight = • Ongkos kirim ({ $method }, { $days }): { $amount }
quote-freight-open = Beri tahu kami jumlah yang dipilih, lalu kami tambahkan ongkos kirim untuk { $terms }.
quote-total = Total: { $amount }
quote-promotion = Promo { $name } (diskon { $percent }) sudah termasuk.
quote-indicative = Sebagai gambaran, sekitar { $total } dengan kurs tanggal { $date } ({ $one } = { $rate }); tidak mengikat.
quote-validity = Berlaku sampai { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: minimum order adalah { $moq }, jadi kami belum bisa menawarkan { $quantity }. Untuk { $moq }, harganya { $unit_price }.
below-moq-sample = Untuk mencoba dulu, Anda bisa memesan sampel seharga { $price }.
option-below-moq = { $option } tersedia mulai { $moq } (tambahan { $unit_price }); untuk { $quantity } tidak termasuk dalam harga.
option-not-offered = { $option } tidak tersedia untuk { $goods }.
options-offered = Yang tersedia untuk produk ini: { $options }.
options-heading = Kustomisasi { $goods }:
option-terms = • { $option }: tambahan { $unit_price }, mulai { $moq }
sample-price = Harga sampel { $goods }: { $price }.
samples-not-sold = Kami tidak menjual sampel { $goods }.

## Time and stock
lead-time = Waktu produksi: { $days }.
lead-time-goods = { $goods }: waktu produksi { $days }.
ready-by = Jika pesanan masuk hari ini, barang siap pada { $date }.
closure = Libur kami dari { $start } sampai { $end } ({ $name }) sudah diperhitungkan.
deadline-missed = Ini setelah tanggal yang Anda sebutkan ({ $date }); kami akan memeriksa apa yang memungkinkan.
stock = { $goods }: stok { $quantity }, siap kirim.
stock-none = { $goods } saat ini tidak ada stok; diproduksi sesuai pesanan.
closed = Kami tutup dari { $start } sampai { $end } ({ $name }) dan buka kembali pada { $reopens }.
working-days-of-week = Hari kerja kami: { $days }.
working-hours = Jam kerja kami: { $opens } sampai { $closes }, waktu setempat kami.

## Delivery
method-replaced = { $asked } tidak bisa untuk kiriman ini, jadi ongkos kirim dihitung dengan { $used }.
method-replaced-battery = { $asked } tidak menerima barang dengan baterai litium, jadi ongkos kirim dihitung dengan { $used }.
method-impossible = { $asked } tidak bisa untuk kiriman ini; kami akan memeriksa pilihan lain.
method-impossible-battery = { $asked } tidak menerima barang dengan baterai litium; kami akan memeriksa pilihan lain.
freight-unknown = Kami belum punya tarif tetap untuk kiriman ini; kami akan memeriksa ongkos kirimnya dan memberi tahu Anda.
incoterm-replaced = Kami tidak menawarkan { $asked }; harga ini { $used }.
duty-not-included = Bea masuk dan pajak impor tidak termasuk dalam harga ini.

## Certificates and policies
certificates = Sertifikat { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: tidak tercantum dalam data kami untuk produk ini. Kami akan memeriksa dan mengabari Anda; sampai saat itu mohon jangan dijadikan pegangan.
certificates-none = Dalam data kami tidak tercantum sertifikat untuk { $goods }. Kami akan memeriksa dan mengabari Anda.
policy = Dari ketentuan kami:
policy-language = { $code ->
    [en] Dari ketentuan kami (dalam bahasa Inggris):
    [zh] Dari ketentuan kami (dalam bahasa Tionghoa):
   *[other] Dari ketentuan kami ({ $language }):
 }
check = Kami akan memeriksanya dan mengabari Anda.

## Questions
ask-open = Ada yang bisa kami bantu? Silakan sebutkan produk dan jumlah yang Anda perlukan.
ask-interest = Mana yang Anda minati, dan berapa jumlahnya?
ask-product = Produk mana yang Anda perlukan? Nomor model, tautan, atau foto akan membantu.
ask-product-choice = Yang mana yang Anda maksud?
ask-product-version = Versi mana yang Anda perlukan: { $choices }?
ask-quantity = Berapa jumlah yang Anda perlukan?
ask-quantity-moq = Berapa jumlah yang Anda perlukan? Minimum order { $moq }.
ask-destination = Barang dikirim ke negara dan kota atau pelabuhan mana?
ask-incoterm-open = Incoterm mana yang Anda inginkan?
ask-incoterm = Incoterm mana yang Anda inginkan: { $choices }?
ask-customization = Apa yang ingin dikustomisasi (logo, warna, kemasan)?
ask-customization-choice = Kustomisasi mana yang Anda inginkan: { $choices }?
ask-deadline = Kapan barang diperlukan?
ask-company = Untuk perusahaan apa pembelian ini?
ask-usage = Barang ini akan digunakan untuk apa?
ask-target-price = Berapa harga per unit yang Anda harapkan?
ask-order-number = Berapa nomor pesanan Anda?
ask-evidence = Mohon kirim foto atau video singkat kerusakannya dan sebutkan berapa unit yang bermasalah.
ask-affected = Berapa unit yang terdampak?
ask-batch = Nomor batch atau lot apa yang tertera pada barang atau kartonnya?

## Payment
steer = Pesanan dan pembayaran dilakukan melalui { $platform }.
steer-benefits = Pesanan dan pembayaran dilakukan melalui { $platform }: { $benefits }.
payment-methods = Anda bisa membayar dengan { $methods }.
deposit = Uang muka { $percent }.
deposit-amount = Uang muka { $percent }, yaitu { $amount }.
deposit-balance = Uang muka { $percent }, yaitu { $amount }; sisanya { $balance }.
order-link = Pesanan bisa dibuat di sini: { $link }
benefit-held = dana Anda ditahan sampai Anda mengonfirmasi penerimaan barang
benefit-refund = dana dikembalikan jika mutu atau tanggal kirim tidak terpenuhi
benefit-record = kesepakatan dan data pengiriman tersimpan dalam satu pesanan
benefit-dispute = platform membantu menyelesaikan sengketa
method-card = kartu
method-platform-transfer = transfer bank ke rekening platform
decline-payment = Kami hanya menerima pembayaran melalui { $platform }, untuk setiap pesanan dan jumlah berapa pun.
decline-payment-plain = Kami hanya menerima pembayaran dengan cara yang tercantum dalam ketentuan kami.
decline-benefits = Ini melindungi Anda: { $benefits }.
case-fees = Soal biaya: bandingkan cara pembayaran di { $platform } – { $methods } – lalu pilih yang paling hemat bagi Anda. Di luarnya Anda menghemat biaya tetapi kehilangan perlindungan.
case-fees-plain = Soal biaya: bandingkan cara pembayaran di { $platform } – { $methods } – lalu pilih yang paling hemat bagi Anda.
case-habit = Kami tahu Anda biasa membayar dengan cara lain. Tidak banyak yang berubah: Anda membayar dengan { $methods }, dan pesanan, pembayaran serta pengiriman ada di satu tempat di { $platform }.
case-bank = Jika bank Anda menolak atau membatasi pembayaran, cara lain di { $platform } mungkin bisa: { $methods }. Beri tahu kami keterangan bank Anda, dan kami carikan yang cocok.
case-bank-deposit = Jika bank Anda menolak atau membatasi pembayaran, cara lain di { $platform } mungkin bisa: { $methods }. Beri tahu kami keterangan bank Anda, dan kami carikan yang cocok. Uang muka { $percent } dibayar lebih dulu, jadi tidak harus semuanya sekaligus.
case-speed = Agar tidak membuang waktu, Anda bisa memesan dan membayar di { $platform } dalam satu langkah: { $methods }. Kedua pihak melihat pembayaran di pesanan, tanpa perlu saling mengirim bukti.
case-distrust = Wajar untuk berhati-hati. Di { $platform } tidak ada pihak yang harus mengandalkan kata-kata pihak lain saja, dan Anda bisa membaca ketentuannya sebelum memesan.
case-distrust-plain = Wajar untuk berhati-hati. Anda dapat membaca ketentuan { $platform } sebelum memesan.
case-invoice = Dokumen untuk pembukuan Anda juga bisa untuk pesanan di { $platform }: beri tahu kami isi faktur yang diperlukan (nama perusahaan, alamat, nomor pajak), dan kami periksa sebelum Anda memesan.
account-changed = Data pembayaran kami tidak pernah berubah lewat pesan, siapa pun pengirimnya dan nama apa pun yang dipakai. Kami hanya menerima pembayaran melalui { $platform }.
account-changed-plain = Data pembayaran kami tidak pernah berubah lewat pesan, siapa pun pengirimnya dan nama apa pun yang dipakai. Pembayaran hanya bisa dengan cara yang tercantum dalam ketentuan kami.
account-changed-wait = Mohon jangan membayar apa pun yang diminta dalam pesan seperti itu. Seorang manajer sedang memeriksa percakapan ini dan akan menjawab Anda di sini secara langsung.
account-changed-verify = Setiap penawaran kami dapat Anda periksa sendiri dengan tautan dan kode pemeriksaan yang tertera di atasnya.
stay = Mohon tetap di chat ini agar semua hal tentang pesanan Anda ada di satu tempat.

## Care
confidential = Kami tidak membagikan biaya, margin, atau informasi internal lainnya. Harga kami tentu dengan senang hati kami berikan.
discount = Permintaan harga Anda sudah kami catat; rekan kami yang berwenang akan memutuskan dan kami akan mengabari Anda.
discount-listed = Permintaan harga Anda sudah kami catat; rekan kami yang berwenang akan memutuskan dan kami akan mengabari Anda. Sampai saat itu berlaku harga di atas.
restricted = Kami tidak dapat memberi penawaran atau janji untuk tujuan ini. Manajer akan meninjau permintaan Anda dan menjawabnya.
dispute = Kami mohon maaf atas masalah ini. Manajer akan menangani kasus Anda secara langsung dan menjawab di sini.
defect = Kami mohon maaf ada masalah dengan pesanan Anda.
order-check = Kami akan memeriksa pesanan Anda dan menjawab di sini.
order-check-number = Kami akan memeriksa pesanan Anda { $number } dan menjawab di sini.
person = Rekan kami akan menangani permintaan Anda secara langsung dan menjawab di sini.
calm = Kami memahami kekecewaan Anda dan ingin menemukan solusi yang baik bersama Anda.
scam = Kami tidak membuka tautan atau dokumen dari luar dan tidak memasukkan data login. Pesanan, pembayaran, dan pengembalian dana hanya melalui { $platform }, dan barang hanya dilepas sesuai yang ditampilkan platform itu sendiri.
scam-plain = Kami tidak membuka tautan atau dokumen dari luar dan tidak memasukkan data login. Pesanan, pembayaran, dan pengembalian dana hanya melalui cara pemesanan yang disepakati.
