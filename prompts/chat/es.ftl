# The buyer's chat page. Values arrive formatted.

## The page
title = Chat con { $company }
no-script = Este chat necesita JavaScript. Actívelo o use otro navegador.
menu = Opciones
new-talk = Empezar un chat nuevo
new-talk-sure = ¿Empezar un chat nuevo?
new-talk-means = Este dispositivo olvida el chat. { $company } lo conserva.
keep = Conservar este chat
close = Cerrar el chat
open = Chatee con nosotros
skip = Ir al campo de mensaje

## Who answers, and when
open-until = Abierto hasta { $time }
opens-at = Cerrado ahora, abre { $time }
hello = ¿En qué podemos ayudarle?
hello-more = Pregunte por precios, muestras, envíos o lo que necesite, en su propio idioma.
assistant = Un asistente de software ayuda a nuestro equipo a escribir. Una persona revisa cada respuesta antes de que usted la reciba; lo que se envía automáticamente va marcado.
your-name = Su nombre (opcional)
reading = El equipo está preparando una respuesta
checking = Una persona revisa la respuesta antes de enviarla
later = El equipo responde en cuanto abra: { $time }
automatic = Respuesta automática

## The talk
log = Mensajes
you = Usted
them = { $company }
today = Hoy
yesterday = Ayer
to-newest = Al mensaje más reciente
choices = Respuestas sugeridas

## Writing
write = Escriba un mensaje
send = Enviar
attach = Añadir archivos
drop = Suelte los archivos aquí
remove = Quitar { $name }
pasted = imagen pegada

## Ticks and troubles
sending = Pendiente de envío
sent = Enviado
seen = Visto por el equipo
not-sent = No enviado
try-again = Reintentar
discard = Eliminar
offline = Está sin conexión. Sus mensajes se guardan y se envían después.
connecting = Conectando…
too-large = { $name } es demasiado grande. Un archivo puede tener hasta { $size }.
too-many = Se pueden enviar hasta { $count } archivos con un mensaje.
too-long = Este mensaje es demasiado largo: sobran { $count } caracteres.
all-too-large = Estos archivos juntos son demasiado grandes. Envíelos en varios mensajes.
ended = El chat anterior ha terminado. Con su mensaje empieza uno nuevo.

## Quotes
quote = Cotización
revision = Revisión { $number }
valid-until = Válida hasta el { $date }
expired = Venció el { $date }
product = Producto
quantity = Cantidad
amount = Importe
sample = muestra
freight = Flete: { $method }, { $days } días
total = Total
choose = Elija una de las cantidades
replaced = Sustituida por la revisión { $number }
ready-by = Listo el { $date }
order = Hacer el pedido
order-on = Pedir en { $platform }
benefits = Con { $platform }
pdf = Cotización en PDF
verify = Compruebe esta cotización
verify-code = Código de control
deposit = Anticipo ({ $percent } %)
balance = Saldo
