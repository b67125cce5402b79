# Русский, на «вы».

## Opening and closing
greet = Здравствуйте!
greet-name = Здравствуйте, { $name }!
thank = Всегда рады помочь. Пишите, если что-нибудь понадобится.
close = { $formal ->
    [yes] С уважением,
   *[no] Всего доброго,
 }
festival = Поздравляем с праздником: { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $number } шт.
    [set] { $count ->
        [one] { $number } комплект
        [few] { $number } комплекта
       *[other] { $number } комплектов
     }
    [pair] { $count ->
        [one] { $number } пара
        [few] { $number } пары
       *[other] { $number } пар
     }
    [pack] { $number } уп.
    [box] { $count ->
        [one] { $number } коробка
        [few] { $number } коробки
       *[other] { $number } коробок
     }
    [roll] { $count ->
        [one] { $number } рулон
        [few] { $number } рулона
       *[other] { $number } рулонов
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } за штуку
    [set] { $price } за комплект
    [pair] { $price } за пару
    [pack] { $price } за упаковку
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } рабочий день
    [few] { $number } рабочих дня
   *[other] { $number } рабочих дней
 }
days = { $count ->
    [one] { $number } день
    [few] { $number } дня
   *[other] { $number } дней
 }
days-range = { $count ->
    [one] { $first }–{ $last } день
    [few] { $first }–{ $last } дня
   *[other] { $first }–{ $last } дней
 }
quoted = «{ $text }»
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Из нашего каталога: { $text }
minimum = Минимальный заказ — { $quantity }
options = Возможна кастомизация: { $options }.
range-heading = Наш ассортимент:
range-category = { $count ->
    [one] • { $name }: { $number } позиция
    [few] • { $name }: { $number } позиции
   *[other] • { $name }: { $number } позиций
 }
range-items = У нас есть эти товары:

## Quote
quote-heading = Наша цена, { $terms }:
quote-heading-quantities = Наши цены по количеству, { $terms }:
quote-heading-goods = Наши цены по количеству, без доставки:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Образец: { $goods }
quote-freight = • Доставка ({ $method }, { $days }): { $amount }
quote-freight-open = Напишите, какое количество выбираете, и мы добавим доставку на условиях { $terms }.
quote-total = Итого: { $amount }
quote-promotion = Акция { $name } (скидка { $percent }) уже учтена.
quote-indicative = Для ориентира: около { $total } по курсу на { $date } г. ({ $one } = { $rate }); сумма справочная.
quote-validity = Предложение действует до { $date } г.

## Minimum orders, options, samples
below-moq = { $goods }: минимальный заказ — { $moq }, поэтому { $quantity } предложить не можем. При заказе { $moq } цена — { $unit_price }.
below-moq-sample = Чтобы сначала проверить товар, можно заказать образец за { $price }.
option-below-moq = { $option }: возможно от { $moq } (доплата { $unit_price }); для { $quantity } в цену не включено.
option-not-offered = { $option } для { $goods } не предлагается.
options-offered = Для этого товара возможно: { $options }.
options-heading = Кастомизация, { $goods }:
option-terms = • { $option }: доплата { $unit_price }, от { $moq }
sample-price = { $goods }: образец стоит { $price }.
samples-not-sold = { $goods }: образцы не продаём.

## Time and stock
lead-time = Срок производства — { $days }.
lead-time-goods = { $goods }: срок производства — { $days }.
ready-by = При заказе сегодня товар будет готов { $date } г.
closure = Наши выходные с { $start } по { $end } г. ({ $name }) уже учтены.
deadline-missed = Это позже указанной вами даты ({ $date } г.); мы проверим, что можно сделать.
stock = { $goods }: на складе { $quantity }, готово к отправке.
stock-none = { $goods }: сейчас нет на складе, изготавливается под заказ.
closed = Мы закрыты с { $start } по { $end } ({ $name }), снова работаем с { $reopens }.
working-days-of-week = Наши рабочие дни: { $days }.
working-hours = Рабочее время: с { $opens } до { $closes }, по нашему местному времени.

## Delivery
method-replaced = { $asked }: для этого груза невозможно, поэтому доставка рассчитана способом { $used }.
method-replaced-battery = { $asked }: товары с литиевыми батареями не принимаются, поэтому доставка рассчитана способом { $used }.
method-impossible = { $asked }: для этого груза невозможно; мы проверим другие варианты.
method-impossible-battery = { $asked }: товары с литиевыми батареями не принимаются; мы проверим другие варианты.
freight-unknown = Для этого груза у нас нет готового тарифа; мы уточним стоимость доставки и сообщим вам.
incoterm-replaced = На условиях { $asked } мы не работаем; цена указана { $used }.
duty-not-included = Пошлины и налоги на импорт в эту цену не входят.

## Certificates and policies
certificates = Сертификаты, { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: в наших данных для этого товара не указано. Мы проверим и сообщим вам; до этого, пожалуйста, не рассчитывайте на это.
certificates-none = { $goods }: сертификаты в наших данных не указаны. Мы проверим и сообщим вам.
policy = Из наших условий:
policy-language = { $code ->
    [en] Из наших условий (на английском):
    [zh] Из наших условий (на китайском):
   *[other] Из наших условий ({ $language }):
 }
check = Мы уточним и ответим вам.

## Questions
ask-open = Чем можем помочь? Напишите, какой товар вас интересует и в каком количестве.
ask-interest = Что из этого вас интересует и в каком количестве?
ask-product = Какой товар вам нужен? Поможет артикул, ссылка или фото.
ask-product-choice = Какой из этих товаров вы имеете в виду?
ask-product-version = Какой вариант вам нужен: { $choices }?
ask-quantity = Какое количество вам нужно?
ask-quantity-moq = Какое количество вам нужно? Минимальный заказ — { $moq }
ask-destination = В какую страну и в какой город или порт доставить товар?
ask-incoterm-open = Какие условия поставки (Incoterms) вам подходят?
ask-incoterm = Какие условия поставки вам подходят: { $choices }?
ask-customization = Что нужно кастомизировать (логотип, цвет, упаковка)?
ask-customization-choice = Какая кастомизация вам нужна: { $choices }?
ask-deadline = К какому сроку вам нужен товар?
ask-company = Для какой компании вы закупаете?
ask-usage = Для чего будет использоваться товар?
ask-target-price = На какую цену за единицу вы рассчитываете?
ask-order-number = Напишите, пожалуйста, номер вашего заказа.
ask-evidence = Пришлите, пожалуйста, фото или короткое видео дефекта и напишите, сколько единиц затронуто.

## Payment
steer = Заказ и оплата проходят через { $platform }.
steer-benefits = Заказ и оплата проходят через { $platform }: { $benefits }.
payment-methods = Способы оплаты: { $methods }.
deposit = Предоплата — { $percent }.
deposit-amount = Предоплата — { $percent }, то есть { $amount }.
order-link = Оформить заказ можно здесь: { $link }
benefit-held = ваши деньги удерживаются, пока вы не подтвердите получение
benefit-refund = возврат денег, если нарушены качество или срок отгрузки
method-card = карта
method-platform-transfer = банковский перевод на счёт платформы
decline-payment = Оплату мы принимаем только через { $platform }, для любого заказа и любой суммы.
decline-payment-plain = Оплату мы принимаем только способами, указанными в наших условиях.
decline-benefits = Это защищает вас: { $benefits }.
stay = Пожалуйста, давайте останемся в этом чате, чтобы всё о вашем заказе было в одном месте.

## Care
confidential = Себестоимость, маржу и другие внутренние данные мы не раскрываем. Наши цены с удовольствием сообщим.
discount = Мы записали ваше пожелание по цене; ответственный сотрудник примет решение, и мы вам ответим.
discount-listed = Мы записали ваше пожелание по цене; ответственный сотрудник примет решение, и мы вам ответим. До этого действует цена, указанная выше.
restricted = Для этого направления мы не можем сделать предложение или что-либо обещать. Руководитель рассмотрит ваш запрос и ответит вам.
dispute = Нам жаль, что так получилось. Руководитель лично разберётся в вашем случае и ответит вам здесь.
defect = Нам жаль, что с вашим заказом возникла проблема.
order-check = Мы проверим ваш заказ и ответим вам здесь.
order-check-number = Мы проверим ваш заказ { $number } и ответим вам здесь.
person = Вашим запросом лично займётся наш сотрудник и ответит вам здесь.
calm = Мы понимаем ваше недовольство и хотим найти хорошее решение вместе с вами.
scam = Мы не открываем внешние ссылки и документы и не вводим данные для входа. Заказы, оплата и возвраты проходят только через { $platform }, а товар отпускается только по данным самой платформы.
scam-plain = Мы не открываем внешние ссылки и документы и не вводим данные для входа. Заказы, оплата и возвраты проходят только согласованным порядком заказа.
