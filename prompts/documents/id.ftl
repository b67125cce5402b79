title = { $kind ->
    [proforma] Faktur proforma
   *[quotation] Penawaran harga
 }
number = Nomor
revision = Revisi { $number }
date = Tanggal
valid-until = Berlaku hingga
buyer = Pembeli
prepared-by = Disiapkan oleh
page = Halaman { $page } dari { $pages }

item = Barang
quantity = Jumlah
unit-price = Harga satuan ({ $currency })
amount = Nilai ({ $currency })
sample = Sampel
hs-code = Kode HS { $code }
goods = Barang
freight = Ongkos kirim ({ $method }, { $days })
total = Total { $terms }
deposit = Uang muka ({ $percent })
balance = Sisa pembayaran
choose = Satu harga untuk setiap jumlah: beri tahu kami mana yang Anda pilih.

terms = Ketentuan
delivery-terms = Ketentuan pengiriman
production = Waktu produksi
ready-by = Siap pada
ready-if = { $date }, jika dipesan pada { $ordered }
closures = Hari libur kami sudah diperhitungkan: { $names }
gross-weight = Berat kotor
kilograms = { $number } kg
notes = Harap diperhatikan

payment = Pemesanan dan pembayaran melalui { $platform }
payment-plain = Pembayaran
ways = Cara pembayaran
scan = Pindai untuk memesan
verify = Periksa penawaran ini
verify-code = Kode pemeriksaan
verify-scan = Pindai untuk memeriksa
