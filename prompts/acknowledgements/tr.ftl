# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Mesajınız için teşekkür ederiz. Mesajınızı aldık; bir çalışma arkadaşımız kısa süre içinde size buradan yanıt verecek.
outside = Mesajınız için teşekkür ederiz. Mesajınızı aldık. Ofisimiz şu anda kapalı; yeniden açıldığında size buradan yanıt vereceğiz: { $opens }.
outside-unknown = Mesajınız için teşekkür ederiz. Mesajınızı aldık. Ofisimiz şu anda kapalı; yeniden açıldığında size buradan yanıt vereceğiz.
