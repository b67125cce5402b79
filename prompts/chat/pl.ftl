# The buyer's chat page. Values arrive formatted.

## The page
title = Czat z { $company }
no-script = Ten czat wymaga JavaScriptu. Włącz go albo użyj innej przeglądarki.
menu = Opcje
new-talk = Zacznij nowy czat
new-talk-sure = Zacząć nowy czat?
new-talk-means = To urządzenie zapomni czat. { $company } go zachowa.
keep = Zachowaj ten czat
close = Zamknij czat
open = Napisz do nas
skip = Do pola wiadomości

## Who answers, and when
open-until = Otwarte do { $time }
opens-at = Teraz zamknięte, otwarcie: { $time }
hello = W czym możemy pomóc?
hello-more = Pytaj o ceny, próbki, wysyłkę i wszystko inne, w swoim języku.
assistant = Asystent komputerowy pomaga naszemu zespołowi pisać. Człowiek sprawdza odpowiedź, zanim ją dostaniesz; to, co wysyłane automatycznie, jest oznaczone.
your-name = Imię (opcjonalnie)
reading = Zespół przygotowuje odpowiedź
checking = Człowiek sprawdza odpowiedź przed wysłaniem
later = Zespół odpowie po otwarciu: { $time }
automatic = Odpowiedź automatyczna

## The talk
log = Wiadomości
you = Ty
them = { $company }
today = Dzisiaj
yesterday = Wczoraj
to-newest = Do najnowszej wiadomości
choices = Proponowane odpowiedzi

## Writing
write = Napisz wiadomość
send = Wyślij
attach = Dodaj pliki
drop = Upuść pliki tutaj
remove = Usuń { $name }
pasted = wklejony obraz

## Ticks and troubles
sending = Czeka na wysłanie
sent = Wysłano
seen = Zespół to widział
not-sent = Nie wysłano
try-again = Spróbuj ponownie
discard = Usuń
offline = Jesteś offline. Twoje wiadomości są zapisane i zostaną wysłane później.
connecting = Łączenie…
too-large = { $name } jest za duży. Plik może mieć do { $size }.
too-many = Do jednej wiadomości można dodać najwyżej tyle plików: { $count }.
too-long = Wiadomość jest za długa, liczba znaków ponad limit: { $count }.
all-too-large = Te pliki są razem za duże. Wyślij je w kilku wiadomościach.
ended = Poprzedni czat się skończył. Twoja wiadomość zacznie nowy.

## Quotes
quote = Oferta
revision = Wersja { $number }
valid-until = Ważna do { $date }
expired = Wygasła { $date }
product = Produkt
quantity = Ilość
amount = Kwota
sample = próbka
freight = Fracht: { $method }, dni: { $days }
total = Razem
choose = Wybierz jedną z ilości
replaced = Zastąpiona wersją { $number }
ready-by = Gotowe { $date }
order = Zamów
order-on = Zamów przez { $platform }
benefits = Z { $platform }
pdf = Oferta w PDF
verify = Sprawdź tę ofertę
verify-code = Kod kontrolny
deposit = Zaliczka ({ $percent }%)
balance = Pozostała kwota
