title = { $kind ->
    [proforma] Счёт-проформа
   *[quotation] Коммерческое предложение
 }
number = Номер
revision = редакция { $number }
date = Дата
valid-until = Действует до
buyer = Покупатель
prepared-by = Подготовил(а)
page = Страница { $page } из { $pages }

item = Товар
quantity = Количество
unit-price = Цена за единицу ({ $currency })
amount = Сумма ({ $currency })
sample = Образец
hs-code = Код ТН ВЭД (HS) { $code }
goods = Товары
freight = Доставка ({ $method }, { $days })
total = Итого { $terms }
deposit = Предоплата ({ $percent })
balance = Остаток
choose = Цена указана для каждого количества: сообщите, какое вы выбираете.

terms = Условия
delivery-terms = Условия поставки
production = Срок производства
ready-by = Готовность
ready-if = { $date } при заказе { $ordered }
closures = Наши выходные учтены: { $names }
gross-weight = Вес брутто
kilograms = { $number } кг
notes = Обратите внимание

payment = Заказ и оплата через { $platform }
payment-plain = Оплата
ways = Способы оплаты
scan = Отсканируйте для заказа
verify = Проверить это предложение
verify-code = Проверочный код
verify-scan = Сканируйте для проверки
