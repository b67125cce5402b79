# Español, con usted; sirve en España y en América.

## Opening and closing
greet = Hola:
greet-name = Hola, { $name }:
thank = Con mucho gusto. Escríbanos cuando necesite algo.
close = { $formal ->
    [yes] Saludos cordiales,
   *[no] Saludos,
 }
festival = Nuestros mejores deseos para { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [one] { $number } unidad
       *[other] { $number } unidades
     }
    [set] { $count ->
        [one] { $number } juego
       *[other] { $number } juegos
     }
    [pair] { $count ->
        [one] { $number } par
       *[other] { $number } pares
     }
    [pack] { $count ->
        [one] { $number } paquete
       *[other] { $number } paquetes
     }
    [box] { $count ->
        [one] { $number } caja
       *[other] { $number } cajas
     }
    [roll] { $count ->
        [one] { $number } rollo
       *[other] { $number } rollos
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } por unidad
    [set] { $price } por juego
    [pair] { $price } por par
    [pack] { $price } por paquete
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } día hábil
   *[other] { $number } días hábiles
 }
days = { $count ->
    [one] { $number } día
   *[other] { $number } días
 }
days-range = de { $first } a { $last } días
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = De nuestro catálogo: { $text }
minimum = Pedido mínimo: { $quantity }.
options = Personalización posible: { $options }.
range-heading = Nuestro catálogo incluye:
range-category = { $count ->
    [one] • { $name }: { $number } artículo
   *[other] • { $name }: { $number } artículos
 }
range-items = Tenemos estos artículos:

## Quote
quote-heading = Nuestro precio, { $terms }:
quote-heading-quantities = Nuestros precios por cantidad, { $terms }:
quote-heading-goods = Nuestros precios por cantidad, sin flete:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Muestra de { $goods }
quote-freight = • Flete ({ $method }, { $days }): { $amount }
quote-freight-open = Indíquenos qué cantidad elige y añadiremos el flete para { $terms }.
quote-total = Total: { $amount }
quote-promotion = La promoción { $name } ({ $percent } de descuento) ya está incluida.
quote-indicative = Como referencia, unos { $total } al tipo de cambio del { $date } ({ $one } = { $rate }); solo orientativo.
quote-validity = Válido hasta el { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: el pedido mínimo es de { $moq }, por lo que no podemos ofrecer { $quantity }. Con { $moq } el precio es de { $unit_price }.
below-moq-sample = Para probarlo antes, puede pedir una muestra por { $price }.
option-below-moq = { $option } es posible a partir de { $moq } (suplemento de { $unit_price }); con { $quantity } no está incluido en el precio.
option-not-offered = { $option } no está disponible para { $goods }.
options-offered = Opciones para este artículo: { $options }.
options-heading = Personalización de { $goods }:
option-terms = • { $option }: suplemento de { $unit_price }, a partir de { $moq }
sample-price = Una muestra de { $goods } cuesta { $price }.
samples-not-sold = No vendemos muestras de { $goods }.

## Time and stock
lead-time = La producción tarda { $days }.
lead-time-goods = { $goods }: la producción tarda { $days }.
ready-by = Si hace el pedido hoy, la mercancía estará lista el { $date }.
closure = Ya se tiene en cuenta nuestro cierre del { $start } al { $end } ({ $name }).
deadline-missed = Es posterior a la fecha que nos indicó ({ $date }); vamos a revisar qué es posible.
stock = { $goods }: { $quantity } en existencia, listas para enviar.
stock-none = { $goods } no está en existencia en este momento; se fabrica bajo pedido.
closed = Cerramos del { $start } al { $end } ({ $name }) y reabrimos el { $reopens }.
working-days-of-week = Nuestros días laborables: { $days }.
working-hours = Nuestro horario: de { $opens } a { $closes }, hora local nuestra.

## Delivery
method-replaced = { $asked } no es posible para este envío, así que el flete está calculado con { $used }.
method-replaced-battery = { $asked } no acepta productos con baterías de litio, así que el flete está calculado con { $used }.
method-impossible = { $asked } no es posible para este envío; vamos a revisar las alternativas.
method-impossible-battery = { $asked } no acepta productos con baterías de litio; vamos a revisar las alternativas.
freight-unknown = No tenemos una tarifa de flete fija para este envío; la consultaremos y se la comunicaremos.
incoterm-replaced = No cotizamos { $asked }; el precio es { $used }.
duty-not-included = Los aranceles e impuestos de importación no están incluidos en este precio.

## Certificates and policies
certificates = Certificados de { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: no figura en nuestros datos para este artículo. Lo comprobaremos y le avisaremos; hasta entonces, por favor no cuente con ello.
certificates-none = En nuestros datos no figuran certificados para { $goods }. Lo comprobaremos y le avisaremos.
policy = De nuestras condiciones:
policy-language = { $code ->
    [en] De nuestras condiciones (en inglés):
    [zh] De nuestras condiciones (en chino):
   *[other] De nuestras condiciones ({ $language }):
 }
check = Lo comprobaremos y le responderemos.

## Questions
ask-open = ¿En qué podemos ayudarle? Indíquenos qué producto necesita y qué cantidad.
ask-interest = ¿Cuáles le interesan y en qué cantidad?
ask-product = ¿Qué producto necesita? Un número de modelo, un enlace o una foto nos ayuda.
ask-product-choice = ¿A cuál de estos se refiere?
ask-product-version = ¿Qué versión necesita: { $choices }?
ask-quantity = ¿Qué cantidad necesita?
ask-quantity-moq = ¿Qué cantidad necesita? El pedido mínimo es de { $moq }.
ask-destination = ¿A qué país y a qué ciudad o puerto enviamos la mercancía?
ask-incoterm-open = ¿Qué Incoterm prefiere?
ask-incoterm = ¿Qué Incoterm prefiere: { $choices }?
ask-customization = ¿Qué desea personalizar (logotipo, color, empaque)?
ask-customization-choice = ¿Qué personalización desea: { $choices }?
ask-deadline = ¿Para cuándo necesita la mercancía?
ask-company = ¿Para qué empresa es la compra?
ask-usage = ¿Qué uso tendrá la mercancía?
ask-target-price = ¿Qué precio por unidad tiene en mente?
ask-order-number = ¿Cuál es su número de pedido?
ask-evidence = Por favor, envíenos fotos o un video corto del defecto e indíquenos cuántas unidades están afectadas.
ask-affected = ¿Cuántas unidades están afectadas?
ask-batch = ¿Qué número de lote figura en la mercancía o en la caja?

## Payment
steer = El pedido y el pago se hacen a través de { $platform }.
steer-benefits = El pedido y el pago se hacen a través de { $platform }: { $benefits }.
payment-methods = Puede pagar con { $methods }.
deposit = El anticipo es del { $percent }.
deposit-amount = El anticipo es del { $percent }, es decir, { $amount }.
deposit-balance = El anticipo es del { $percent }, es decir, { $amount }; el saldo es de { $balance }.
order-link = Puede hacer el pedido aquí: { $link }
benefit-held = su dinero queda retenido hasta que usted confirme la entrega
benefit-refund = hay reembolso si no se cumple la calidad o la fecha de envío
benefit-record = los acuerdos y los datos del envío quedan juntos en un pedido
benefit-dispute = la plataforma ayuda a resolver una disputa
method-card = tarjeta
method-platform-transfer = transferencia bancaria a la cuenta de la plataforma
decline-payment = Solo aceptamos pagos a través de { $platform }, en todos los pedidos y por cualquier importe.
decline-payment-plain = Solo aceptamos pagos por las vías indicadas en nuestras condiciones.
decline-benefits = Esto le protege: { $benefits }.
case-fees = Sobre el coste: compare las formas de pago en { $platform } – { $methods } – y elija la más barata para usted. Fuera de ella ahorraría una comisión y perdería la protección.
case-fees-plain = Sobre el coste: compare las formas de pago en { $platform } – { $methods } – y elija la más barata para usted.
case-habit = Sabemos que usted suele pagar de otra manera. Cambia poco: paga con { $methods }, y el pedido, el pago y la entrega quedan en un solo lugar en { $platform }.
case-bank = Si su banco rechaza o limita un pago, en { $platform } puede funcionar otra forma: { $methods }. Díganos qué le indica su banco y buscamos la que encaje.
case-bank-deposit = Si su banco rechaza o limita un pago, en { $platform } puede funcionar otra forma: { $methods }. Díganos qué le indica su banco y buscamos la que encaje. Primero se paga el anticipo de { $percent }, así que no tiene que pasar todo de una vez.
case-speed = Para no perder tiempo, puede pedir y pagar en { $platform } en un solo paso: { $methods }. Ambas partes ven el pago en el pedido y no hace falta enviar comprobantes de un lado a otro.
case-distrust = Hace bien en ser prudente. En { $platform } ninguna de las partes tiene que fiarse solo de la palabra de la otra, y usted puede leer sus condiciones antes de pedir.
case-distrust-plain = Es bueno ser prudente. Puede leer las condiciones de { $platform } antes de hacer el pedido.
case-invoice = Los documentos para su contabilidad también son posibles con un pedido en { $platform }: díganos qué debe figurar en la factura (empresa, dirección, número fiscal) y lo revisamos antes de que haga el pedido.
account-changed = Nuestros datos de pago nunca cambian por un mensaje, lo envíe quien lo envíe y lleve el nombre que lleve. Solo cobramos a través de { $platform }.
account-changed-plain = Nuestros datos de pago nunca cambian por un mensaje, lo envíe quien lo envíe y lleve el nombre que lleve. Solo se puede pagar de las formas indicadas en nuestras condiciones.
account-changed-wait = Por favor, no pague nada de lo que se pida en un mensaje así. Un responsable está revisando esta conversación y le responderá aquí personalmente.
account-changed-verify = Puede comprobar usted mismo cada una de nuestras cotizaciones con el enlace y el código que figuran en ella.
stay = Le pedimos seguir en este chat, para que todo lo relativo a su pedido quede en un solo lugar.

## Care
confidential = No compartimos costos, márgenes ni otros datos internos. Con gusto le damos nuestros precios.
discount = Hemos tomado nota de su solicitud de precio; la revisará la persona responsable y le responderemos.
discount-listed = Hemos tomado nota de su solicitud de precio; la revisará la persona responsable y le responderemos. Mientras tanto, rige el precio indicado arriba.
restricted = No podemos hacer una oferta ni prometer nada para este destino. La gerencia revisará su consulta y le responderá.
dispute = Lamentamos lo ocurrido. La gerencia revisará su caso personalmente y le responderá aquí.
defect = Lamentamos que haya un problema con su pedido.
order-check = Revisaremos su pedido y le responderemos aquí.
order-check-number = Revisaremos su pedido { $number } y le responderemos aquí.
person = Una persona de nuestro equipo atenderá su solicitud y le responderá aquí.
calm = Entendemos su molestia y queremos encontrar una buena solución con usted.
scam = No abrimos enlaces ni documentos externos y no introducimos datos de acceso. Los pedidos, pagos y reembolsos se hacen solo a través de { $platform }, y la mercancía se libera únicamente según lo que muestre la propia plataforma.
scam-plain = No abrimos enlaces ni documentos externos y no introducimos datos de acceso. Los pedidos, pagos y reembolsos se hacen solo por la vía de pedido acordada.
