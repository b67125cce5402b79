# Polski, z formą Państwo.

## Opening and closing
greet = Dzień dobry,
greet-name = Dzień dobry, { $name },
thank = Cała przyjemność po naszej stronie. Prosimy pisać, gdy będą Państwo czegoś potrzebować.
close = { $formal ->
    [yes] Z poważaniem
   *[no] Pozdrawiamy
 }
festival = Najlepsze życzenia z okazji: { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $number } szt.
    [set] { $count ->
        [one] { $number } zestaw
        [few] { $number } zestawy
       *[other] { $number } zestawów
     }
    [pair] { $count ->
        [one] { $number } para
        [few] { $number } pary
       *[other] { $number } par
     }
    [pack] { $number } opak.
    [box] { $count ->
        [one] { $number } pudełko
        [few] { $number } pudełka
       *[other] { $number } pudełek
     }
    [roll] { $count ->
        [one] { $number } rolka
        [few] { $number } rolki
       *[other] { $number } rolek
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } za sztukę
    [set] { $price } za zestaw
    [pair] { $price } za parę
    [pack] { $price } za opakowanie
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } dzień roboczy
    [few] { $number } dni robocze
   *[other] { $number } dni roboczych
 }
days = { $count ->
    [one] { $number } dzień
   *[other] { $number } dni
 }
days-range = { $first }–{ $last } dni
quoted = „{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Z naszego katalogu: { $text }
minimum = Minimalne zamówienie: { $quantity }
options = Możliwa personalizacja: { $options }.
range-heading = Nasza oferta:
range-category = { $count ->
    [one] • { $name }: { $number } produkt
    [few] • { $name }: { $number } produkty
   *[other] • { $name }: { $number } produktów
 }
range-items = Mamy następujące produkty:

## Quote
quote-heading = Nasza cena, { $terms }:
quote-heading-quantities = Nasze ceny według ilości, { $terms }:
quote-heading-goods = Nasze ceny według ilości, bez frachtu:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Próbka, { $goods }
quote-freight = • Fracht ({ $method }, { $days }): { $amount }
quote-freight-open = Prosimy o informację, którą ilość Państwo wybierają; dodamy wtedy fracht na warunkach { $terms }.
quote-total = Razem: { $amount }
quote-promotion = Promocja { $name } (rabat { $percent }) jest już uwzględniona.
quote-indicative = Orientacyjnie około { $total } według kursu z dnia { $date } ({ $one } = { $rate }); kwota niewiążąca.
quote-validity = Oferta ważna do { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: minimalne zamówienie to { $moq }, dlatego mniejsza ilość ({ $quantity }) nie jest możliwa; cena przy tym minimum: { $unit_price }.
below-moq-sample = Najpierw można zamówić próbkę za { $price }.
option-below-moq = { $option }: możliwe od { $moq } (dopłata { $unit_price }); przy { $quantity } nie jest wliczone w cenę.
option-not-offered = { $option }: opcja niedostępna dla { $goods }.
options-offered = Dla tego produktu możliwe: { $options }.
options-heading = Personalizacja, { $goods }:
option-terms = • { $option }: dopłata { $unit_price }, od { $moq }
sample-price = { $goods }: próbka kosztuje { $price }.
samples-not-sold = { $goods }: nie sprzedajemy próbek tego produktu.

## Time and stock
lead-time = Czas produkcji: { $days }.
lead-time-goods = { $goods }: czas produkcji { $days }.
ready-by = Przy zamówieniu dzisiaj towar będzie gotowy { $date }.
closure = Nasza przerwa od { $start } do { $end } ({ $name }) jest już uwzględniona.
deadline-missed = To później niż podany przez Państwa termin ({ $date }); sprawdzimy, co jest możliwe.
stock = { $goods }: w magazynie { $quantity }, gotowe do wysyłki.
stock-none = { $goods }: obecnie brak w magazynie, produkujemy na zamówienie.
closed = Mamy zamknięte od { $start } do { $end } ({ $name }), wracamy { $reopens }.
working-days-of-week = Nasze dni robocze: { $days }.
working-hours = Nasze godziny pracy: od { $opens } do { $closes }, naszego czasu lokalnego.

## Delivery
method-replaced = { $asked }: niemożliwe dla tej przesyłki, dlatego fracht obliczono dla: { $used }.
method-replaced-battery = { $asked }: nie przyjmuje towarów z bateriami litowymi, dlatego fracht obliczono dla: { $used }.
method-impossible = { $asked }: niemożliwe dla tej przesyłki; sprawdzimy inne możliwości.
method-impossible-battery = { $asked }: nie przyjmuje towarów z bateriami litowymi; sprawdzimy inne możliwości.
freight-unknown = Nie mamy stałej stawki frachtu dla tej przesyłki; sprawdzimy koszt i damy Państwu znać.
incoterm-replaced = Nie oferujemy { $asked }; cena jest podana na warunkach { $used }.
duty-not-included = Cło i podatki importowe nie są wliczone w tę cenę.

## Certificates and policies
certificates = Certyfikaty, { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: nie figuruje w naszych danych dla tego produktu. Sprawdzimy i damy Państwu znać; do tego czasu prosimy na to nie liczyć.
certificates-none = { $goods }: w naszych danych nie ma certyfikatów. Sprawdzimy i damy Państwu znać.
policy = Z naszych warunków:
policy-language = { $code ->
    [en] Z naszych warunków (po angielsku):
    [zh] Z naszych warunków (po chińsku):
   *[other] Z naszych warunków ({ $language }):
 }
check = Sprawdzimy to i damy Państwu znać.

## Questions
ask-open = W czym możemy pomóc? Prosimy napisać, jakiego produktu i jakiej ilości Państwo potrzebują.
ask-interest = Co z tego Państwa interesuje i w jakiej ilości?
ask-product = Jakiego produktu Państwo potrzebują? Pomoże numer modelu, link lub zdjęcie.
ask-product-choice = O który z tych produktów chodzi?
ask-product-version = Której wersji Państwo potrzebują: { $choices }?
ask-quantity = Jakiej ilości Państwo potrzebują?
ask-quantity-moq = Jakiej ilości Państwo potrzebują? Minimalne zamówienie: { $moq }
ask-destination = Do jakiego kraju i miasta lub portu ma trafić towar?
ask-incoterm-open = Jakie warunki dostawy (Incoterms) Państwo wybierają?
ask-incoterm = Jakie warunki dostawy Państwo wybierają: { $choices }?
ask-customization = Co ma być spersonalizowane (logo, kolor, opakowanie)?
ask-customization-choice = Jakiej personalizacji Państwo potrzebują: { $choices }?
ask-deadline = Na kiedy potrzebny jest towar?
ask-company = Dla jakiej firmy jest zakup?
ask-usage = Do czego będzie używany towar?
ask-target-price = Jakiej ceny jednostkowej Państwo oczekują?
ask-order-number = Jaki jest numer zamówienia?
ask-evidence = Prosimy o zdjęcia lub krótkie wideo wady oraz informację, ilu sztuk dotyczy problem.
ask-affected = Ilu sztuk dotyczy problem?
ask-batch = Jaki numer partii znajduje się na towarze lub na kartonie?

## Payment
steer = Zamówienie i płatność odbywają się przez { $platform }.
steer-benefits = Zamówienie i płatność odbywają się przez { $platform }: { $benefits }.
payment-methods = Sposoby płatności: { $methods }.
deposit = Zaliczka wynosi { $percent }.
deposit-amount = Zaliczka wynosi { $percent }, czyli { $amount }.
deposit-balance = Zaliczka wynosi { $percent }, czyli { $amount }; pozostała kwota to { $balance }.
order-link = Zamówienie można złożyć tutaj: { $link }
benefit-held = pieniądze są wstrzymane do chwili, gdy potwierdzą Państwo odbiór
benefit-refund = zwrot pieniędzy, jeśli nie dotrzymano jakości lub terminu wysyłki
benefit-record = ustalenia i dane wysyłki są razem w jednym zamówieniu
benefit-dispute = platforma pomaga rozwiązać spór
method-card = karta
method-platform-transfer = przelew na konto platformy
decline-payment = Płatności przyjmujemy wyłącznie przez { $platform }, przy każdym zamówieniu i każdej kwocie.
decline-payment-plain = Płatności przyjmujemy wyłącznie w sposób podany w naszych warunkach.
decline-benefits = To Państwa chroni: { $benefits }.
case-fees = Co do kosztów: proszę porównać sposoby płatności na { $platform } – { $methods } – i wybrać najtańszy dla siebie. Poza nią oszczędza się opłatę, a traci ochronę.
case-fees-plain = Co do kosztów: proszę porównać sposoby płatności na { $platform } – { $methods } – i wybrać najtańszy dla siebie.
case-habit = Wiemy, że zwykle płacą Państwo inaczej. Zmienia się niewiele: płacą Państwo przez { $methods }, a zamówienie, płatność i dostawa są w jednym miejscu na { $platform }.
case-bank = Jeśli bank odrzuca lub ogranicza płatność, na { $platform } może zadziałać inny sposób: { $methods }. Proszę napisać, co mówi bank, a poszukamy odpowiedniego.
case-bank-deposit = Jeśli bank odrzuca lub ogranicza płatność, na { $platform } może zadziałać inny sposób: { $methods }. Proszę napisać, co mówi bank, a poszukamy odpowiedniego. Najpierw jest zaliczka { $percent }, więc nie wszystko musi przejść od razu.
case-speed = Żeby nie tracić czasu, na { $platform } można zamówić i zapłacić w jednym kroku: { $methods }. Obie strony widzą płatność w zamówieniu i nie trzeba przesyłać potwierdzeń.
case-distrust = Ostrożność jest słuszna. Na { $platform } żadna ze stron nie musi polegać wyłącznie na słowie drugiej, a warunki można przeczytać przed zamówieniem.
case-distrust-plain = Ostrożność jest słuszna. Warunki { $platform } mogą Państwo przeczytać przed zamówieniem.
case-invoice = Dokumenty do księgowości są możliwe także przy zamówieniu na { $platform }: proszę napisać, co ma zawierać faktura (firma, adres, numer podatkowy), a sprawdzimy to przed zamówieniem.
account-changed = Nasze dane do płatności nigdy nie zmieniają się przez wiadomość, bez względu na to, kto ją wysłał i czyim nazwiskiem podpisał. Płatność przyjmujemy tylko przez { $platform }.
account-changed-plain = Nasze dane do płatności nigdy nie zmieniają się przez wiadomość, bez względu na to, kto ją wysłał i czyim nazwiskiem podpisał. Zapłacić można tylko w sposób podany w naszych warunkach.
account-changed-wait = Prosimy nie płacić niczego, czego żądano w takiej wiadomości. Kierownik sprawdza tę rozmowę i odpowie tu osobiście.
account-changed-verify = Każdą naszą ofertę można sprawdzić samodzielnie za pomocą linku i kodu kontrolnego, które się na niej znajdują.
stay = Prosimy o pozostanie na tym czacie, aby wszystko o zamówieniu było w jednym miejscu.

## Care
confidential = Nie udostępniamy kosztów, marż ani innych danych wewnętrznych. Chętnie podamy nasze ceny.
discount = Zanotowaliśmy prośbę o cenę; zdecyduje o niej osoba odpowiedzialna i damy Państwu znać.
discount-listed = Zanotowaliśmy prośbę o cenę; zdecyduje o niej osoba odpowiedzialna i damy Państwu znać. Do tego czasu obowiązuje cena podana wyżej.
restricted = Nie możemy złożyć oferty ani niczego obiecać dla tego kierunku. Kierownictwo zapozna się z zapytaniem i odpowie Państwu.
dispute = Przykro nam z powodu tej sytuacji. Kierownictwo osobiście zajmie się sprawą i odpowie Państwu tutaj.
defect = Przykro nam, że z zamówieniem jest problem.
order-check = Sprawdzimy zamówienie i odpowiemy Państwu tutaj.
order-check-number = Sprawdzimy zamówienie { $number } i odpowiemy Państwu tutaj.
person = Osoba z naszego zespołu zajmie się sprawą i odpowie Państwu tutaj.
calm = Rozumiemy Państwa niezadowolenie i chcemy wspólnie znaleźć dobre rozwiązanie.
scam = Nie otwieramy zewnętrznych linków ani dokumentów i nie wpisujemy danych logowania. Zamówienia, płatności i zwroty odbywają się wyłącznie przez { $platform }, a towar wydajemy tylko na podstawie tego, co pokazuje sama platforma.
scam-plain = Nie otwieramy zewnętrznych linków ani dokumentów i nie wpisujemy danych logowania. Zamówienia, płatności i zwroty odbywają się wyłącznie uzgodnioną drogą zamówienia.
