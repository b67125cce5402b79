# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Bahasa Indonesia

## The first message
hello = Halo! Ini obrolan dengan { $company }. { $seller } menjawab Anda di sini, dan asisten perangkat lunak membantu menulis. Setiap jawaban diperiksa orang sebelum Anda terima; yang dikirim otomatis diberi tanda.
hello-shop = Halo! Ini obrolan dengan { $company }. Tim kami menjawab Anda di sini, dan asisten perangkat lunak membantu menulis. Setiap jawaban diperiksa orang sebelum Anda terima; yang dikirim otomatis diberi tanda.
hello-next = Tulis kebutuhan Anda dalam bahasa Anda sendiri: produk apa, berapa banyak, dan negara tujuan. Foto, berkas, dan pesan suara juga boleh.
hello-product = Anda datang untuk: { $product } ({ $sku }). Berapa banyak yang Anda perlukan, dan untuk negara mana? Atau tanyakan hal lain, dalam bahasa Anda.
hello-again = Selamat datang kembali! Tulis kebutuhan Anda dalam bahasa Anda sendiri.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Minta dijawab oleh orang
command-language = Ganti bahasa menu
command-stop = Tanpa pesan yang tidak diminta
command-privacy = Data apa yang disimpan tentang Anda
command-verify = Periksa penawaran atau rekening
command-help = Apa yang bisa Anda lakukan di sini

## /language and /stop
language-choose = Dalam bahasa apa menu dan pemberitahuan?
language-set = Menu dan pemberitahuan sekarang dalam bahasa Indonesia. Anda boleh menulis dalam bahasa apa pun.
stop-done = Anda hanya akan menerima jawaban atas yang Anda tulis. Kirim /start untuk membatalkannya.
stop-undone = Anda dapat menerima kabar dari kami lagi.

## /privacy
privacy = { $company } menyimpan nama, nama pengguna, dan bahasa Anda seperti yang ditampilkan Telegram, yang Anda tulis dan kirim di sini, serta yang Anda sampaikan tentang negara atau nomor telepon Anda. Data itu dipakai untuk menjawab Anda dan mengurus pesanan Anda. Asisten perangkat lunak membantu menulis; orang yang memeriksa dan memutuskan. Anda dapat meminta salinan data Anda atau penghapusannya. Seseorang akan mengurusnya.
privacy-data = Kirim data saya
privacy-erase = Hapus data saya
privacy-data-words = Tolong kirimkan salinan data yang Anda simpan tentang saya.
privacy-erase-words = Tolong hapus data yang Anda simpan tentang saya.
privacy-asked = Permintaan Anda sudah diteruskan ke tim. Seseorang akan mengurusnya dan menjawab di sini.

## /human; the first is stored as what the buyer says
human-words = Saya ingin berbicara dengan orang sungguhan, tolong.
human-told = { $seller } diminta menjawab Anda secara pribadi. Jawabannya akan datang di sini.

## Commands that there are not
unknown-command = Saya tidak mengenal perintah ini.
unknown-kept = Saya tidak mengenal perintah ini, tetapi kata-kata Anda sudah diteruskan ke tim.

## Taps on answers (at most 200 characters)
tap-kept = Jawaban Anda: { $answer }
tap-again = Anda sudah menjawab ini.
tap-old = Pertanyaan ini sudah tidak terbuka. Silakan tulis kepada kami.
tap-unknown = Tombol ini tidak berlaku. Silakan tulis kebutuhan Anda.

## Groups that are not the team’s
group-private = Saya hanya berbicara di obrolan pribadi, jadi saya keluar dari grup ini. Anda dapat menulis kepada saya di sini: { $link }

## To salespeople who connect their own account
business-unbound = Akun Anda terhubung, tetapi bukan milik siapa pun di tim { $company }, jadi saya tidak membaca atau menjawab apa pun. Mintalah kode sekali pakai kepada manajer dan kirimkan kepada saya di sini; setelah itu berfungsi.
business-ready = Akun Anda terhubung. Saya menyusun draf jawaban untuk pembeli { $company } Anda; draf sampai ke pembeli atas nama Anda hanya setelah disetujui. Yang Anda ketik sendiri terkirim seperti biasa dan membatalkan draf.
business-no-right = Akun Anda terhubung, tetapi saya tidak boleh membalas. Izinkan di Telegram: Pengaturan, Telegram Business, Chatbot, “Balas pesan”.
