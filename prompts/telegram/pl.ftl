# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Polski

## The first message
hello = Dzień dobry! To czat z { $company }. Odpowiada tu { $seller }, a w pisaniu pomaga asystent programowy. Każdą odpowiedź sprawdza człowiek, zanim ją Państwo otrzymają; to, co wysyłane automatycznie, jest oznaczone.
hello-shop = Dzień dobry! To czat z { $company }. Odpowiada tu nasz zespół, a w pisaniu pomaga asystent programowy. Każdą odpowiedź sprawdza człowiek, zanim ją Państwo otrzymają; to, co wysyłane automatycznie, jest oznaczone.
hello-next = Proszę napisać w swoim języku, czego Państwo potrzebują: jaki produkt, ile sztuk i kraj dostawy. Można też przesłać zdjęcia, pliki i wiadomości głosowe.
hello-product = Interesuje Państwa: { $product } ({ $sku }). Ile sztuk potrzeba i do jakiego kraju? Można też zapytać o coś innego, w swoim języku.
hello-again = Witamy ponownie! Proszę napisać w swoim języku, czego Państwo potrzebują.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Poproś o odpowiedź człowieka
command-language = Zmień język menu
command-stop = Żadnych niezamówionych wiadomości
command-privacy = Co o Państwu przechowujemy
command-verify = Sprawdzenie oferty lub konta
command-help = Co można tu zrobić

## /language and /stop
language-choose = W jakim języku mają być menu i powiadomienia?
language-set = Menu i powiadomienia są odtąd po polsku. Pisać do nas można w dowolnym języku.
stop-done = Będą Państwo otrzymywać tylko odpowiedzi na swoje wiadomości. Aby to cofnąć, proszę wysłać /start.
stop-undone = Mogą Państwo znowu otrzymywać od nas wiadomości.

## /privacy
privacy = { $company } przechowuje Państwa imię i nazwisko, nazwę użytkownika i język tak, jak pokazuje je Telegram, to, co Państwo tu piszą i wysyłają, oraz to, co podają o swoim kraju lub numerze telefonu. Służy to odpowiadaniu i obsłudze zamówień. Asystent programowy pomaga pisać; sprawdzają i decydują ludzie. Można poprosić o kopię swoich danych lub o ich usunięcie. Zajmie się tym człowiek.
privacy-data = Wyślij moje dane
privacy-erase = Usuń moje dane
privacy-data-words = Proszę o przesłanie kopii danych, które o mnie przechowujecie.
privacy-erase-words = Proszę o usunięcie danych, które o mnie przechowujecie.
privacy-asked = Prośba została przekazana zespołowi. Zajmie się nią człowiek i odpowie tutaj.

## /human; the first is stored as what the buyer says
human-words = Chciałbym porozmawiać z człowiekiem, proszę.
human-told = Poprosiliśmy o osobistą odpowiedź: { $seller }. Odpowiedź przyjdzie tutaj.

## Commands that there are not
unknown-command = Nie znam tego polecenia.
unknown-kept = Nie znam tego polecenia, ale Państwa słowa zostały przekazane zespołowi.

## Taps on answers (at most 200 characters)
tap-kept = Państwa odpowiedź: { $answer }
tap-again = Na to już Państwo odpowiedzieli.
tap-old = To pytanie nie jest już otwarte. Proszę do nas napisać.
tap-unknown = Ten przycisk jest nieważny. Proszę napisać, czego Państwo potrzebują.

## Groups that are not the team’s
group-private = Rozmawiam tylko na czatach prywatnych, dlatego opuszczam tę grupę. Można do mnie napisać tutaj: { $link }

## To salespeople who connect their own account
business-unbound = Konto jest połączone, ale nie należy do nikogo z zespołu { $company }, więc niczego nie czytam ani nie odpowiadam. Proszę wziąć od kierownika jednorazowy kod i przesłać mi go tutaj; potem zadziała.
business-ready = Konto jest połączone. Przygotowuję szkice odpowiedzi dla Państwa kupujących z { $company }; w Państwa imieniu trafiają do kupującego dopiero po zatwierdzeniu. To, co piszą Państwo sami, wychodzi jak zawsze i unieważnia szkic.
business-no-right = Konto jest połączone, ale nie wolno mi w nim odpowiadać. Proszę na to pozwolić w Telegramie: Ustawienia, Telegram Business, Chatboty, „Odpowiadanie na wiadomości”.
