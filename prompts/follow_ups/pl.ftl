# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Krótkie pytanie o naszą ofertę { $number } na { $goods }: czy do Państwa dotarła i czy odpowiada?
silent-again = Czy w naszej ofercie { $number } na { $goods } możemy coś wyjaśnić lub dostosować: ilość, warunki lub dostawę?
silent-last = To nasza ostatnia wiadomość w sprawie oferty { $number } na { $goods }. Gdy znów będzie aktualna, prosimy po prostu napisać tutaj.
expiring = Nasza oferta { $number } na { $goods } jest ważna do { $date }. Jeśli potrzebują Państwo więcej czasu, prosimy o informację.
unpaid-first = Dziękujemy za przyjęcie naszej oferty { $number } na { $goods }. Płatność jeszcze nie wpłynęła; produkcja rusza po niej.
unpaid-again = Państwa zamówienie { $number } na { $goods } nadal czeka na płatność. Czy coś jest niejasne, a może pomóc w złożeniu zamówienia?
shipped = Państwa zamówienie { $number } jest w drodze: { $goods }.
tracking = Numer przesyłki: { $tracking }
tracking-carrier = Numer przesyłki: { $tracking } ({ $carrier })
promised = Podali Państwo { $date } jako dzień następnego kroku. Jak wygląda sytuacja po Państwa stronie i czy możemy w czymś pomóc?
delivered = Państwa zamówienie { $number } zostało zgłoszone jako doręczone: { $goods }. Czy wszystko jest kompletne i w dobrym stanie? Jeśli coś się nie zgadza, prosimy napisać tutaj.
invite-review = Jeśli są Państwo zadowoleni, będziemy wdzięczni za opinię na { $platform }.
reviewed = Dziękujemy za opinię o zamówieniu { $number }.
reorder = Od Państwa zamówienia { $number } minęło trochę czasu: { $goods }. Czy chcą Państwo zamówić ponownie? Prosimy podać ilość, a przygotujemy ofertę.
wish = Cieszymy się, że jesteśmy z Państwem w kontakcie.
stop-offer = Jeśli nie chcą Państwo otrzymywać takich wiadomości, wystarczy napisać STOP.
stop-confirmed = Rozumiemy: z własnej inicjatywy nie będziemy już do Państwa pisać. Jeśli Państwo do nas napiszą, oczywiście odpowiemy.
