# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Dziękujemy za wiadomość. Otrzymaliśmy ją, a nasz pracownik wkrótce odpowie tutaj.
outside = Dziękujemy za wiadomość. Otrzymaliśmy ją. Nasze biuro jest teraz zamknięte; odpowiemy tutaj po jego otwarciu: { $opens }.
outside-unknown = Dziękujemy za wiadomość. Otrzymaliśmy ją. Nasze biuro jest teraz zamknięte; odpowiemy tutaj po jego otwarciu.
