title = { $kind ->
    [proforma] Factura proforma
   *[quotation] Cotización
 }
number = Número
revision = Revisión { $number }
date = Fecha
valid-until = Válida hasta el
buyer = Comprador
prepared-by = Preparada por
page = Página { $page } de { $pages }

item = Artículo
quantity = Cantidad
unit-price = Precio unitario ({ $currency })
amount = Importe ({ $currency })
sample = Muestra
hs-code = Código SA { $code }
goods = Mercancía
freight = Flete ({ $method }, { $days })
total = Total { $terms }
deposit = Anticipo ({ $percent })
balance = Saldo
choose = Un precio para cada cantidad: indíquenos cuál elige.

terms = Condiciones
delivery-terms = Condiciones de entrega
production = Plazo de producción
ready-by = Lista el
ready-if = { $date }, si se pide el { $ordered }
closures = Ya se tiene en cuenta nuestro cierre: { $names }
gross-weight = Peso bruto
kilograms = { $number } kg
notes = Tenga en cuenta

payment = Pedido y pago a través de { $platform }
payment-plain = Pago
ways = Formas de pago
scan = Escanee para pedir
verify = Compruebe esta cotización
verify-code = Código de control
verify-scan = Escanear para comprobar
