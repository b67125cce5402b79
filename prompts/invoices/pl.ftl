# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Oferta { $number }
part-deposit = Zaliczka
part-balance = Pozostała kwota
part-total = Całość
about-deposit = Zaliczka do oferty { $number } od { $company }. Razem: { $total }. Pozostanie: { $rest }.
about-balance = Pozostała kwota oferty { $number } od { $company }. Razem: { $total }.
about-total = Pełna kwota oferty { $number } od { $company }.
valid = Ważna do { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Ta oferta nie jest już ważna. Poproś nas o nową; nic nie pobrano.
checkout-changed = Ten rachunek został zastąpiony: zmieniła się kwota lub warunki. Użyj najnowszego; nic nie pobrano.
checkout-paid = To jest już zapłacone. Nic nie pobrano.
checkout-held = Teraz nie można zapłacić. Napiszemy tutaj; nic nie pobrano.
checkout-busy = Płatność tego rachunku jest w toku. Poczekaj minutę i sprawdź, czy się powiodła.
checkout-payer = Ten rachunek może opłacić tylko kupujący, który go otrzymał. Nic nie pobrano.
