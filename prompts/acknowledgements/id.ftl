# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Terima kasih atas pesan Anda. Pesan sudah kami terima, dan rekan kami akan segera membalas di sini.
outside = Terima kasih atas pesan Anda. Pesan sudah kami terima. Kantor kami sedang tutup; kami akan membalas di sini setelah buka kembali: { $opens }.
outside-unknown = Terima kasih atas pesan Anda. Pesan sudah kami terima. Kantor kami sedang tutup; kami akan membalas di sini setelah buka kembali.
