# Português, com tratamento neutro; serve no Brasil e em Portugal.

## Opening and closing
greet = { $formal ->
    [yes] Olá,
   *[no] Oi,
 }
greet-name = { $formal ->
    [yes] Olá, { $name },
   *[no] Oi, { $name },
 }
thank = Nós é que agradecemos. Escreva quando precisar.
close = { $formal ->
    [yes] Atenciosamente,
   *[no] Até breve,
 }
festival = Nossos melhores votos para { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [one] { $number } unidade
       *[other] { $number } unidades
     }
    [set] { $count ->
        [one] { $number } conjunto
       *[other] { $number } conjuntos
     }
    [pair] { $count ->
        [one] { $number } par
       *[other] { $number } pares
     }
    [pack] { $count ->
        [one] { $number } pacote
       *[other] { $number } pacotes
     }
    [box] { $count ->
        [one] { $number } caixa
       *[other] { $number } caixas
     }
    [roll] { $count ->
        [one] { $number } rolo
       *[other] { $number } rolos
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } por unidade
    [set] { $price } por conjunto
    [pair] { $price } por par
    [pack] { $price } por pacote
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } dia útil
   *[other] { $number } dias úteis
 }
days = { $count ->
    [one] { $number } dia
   *[other] { $number } dias
 }
days-range = { $first } a { $last } dias
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Do nosso catálogo: { $text }
minimum = Pedido mínimo: { $quantity }.
options = Personalização possível: { $options }.
range-heading = Nosso catálogo inclui:
range-category = { $count ->
    [one] • { $name }: { $number } item
   *[other] • { $name }: { $number } itens
 }
range-items = Temos estes itens:

## Quote
quote-heading = Nosso preço, { $terms }:
quote-heading-quantities = Nossos preços por quantidade, { $terms }:
quote-heading-goods = Nossos preços por quantidade, sem frete:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Amostra de { $goods }
quote-freight = • Frete ({ $method }, { $days }): { $amount }
quote-freight-open = Diga qual quantidade prefere e incluiremos o frete para { $terms }.
quote-total = Total: { $amount }
quote-promotion = A promoção { $name } ({ $percent } de desconto) já está incluída.
quote-indicative = Como referência, cerca de { $total } pelo câmbio de { $date } ({ $one } = { $rate }); apenas indicativo.
quote-validity = Válido até { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: o pedido mínimo é de { $moq }, por isso não podemos oferecer { $quantity }. Com { $moq }, o preço é { $unit_price }.
below-moq-sample = Para testar antes, é possível pedir uma amostra por { $price }.
option-below-moq = { $option } é possível a partir de { $moq } (adicional de { $unit_price }); com { $quantity } não está incluído no preço.
option-not-offered = { $option } não está disponível para { $goods }.
options-offered = Opções para este item: { $options }.
options-heading = Personalização de { $goods }:
option-terms = • { $option }: adicional de { $unit_price }, a partir de { $moq }
sample-price = Uma amostra de { $goods } custa { $price }.
samples-not-sold = Não vendemos amostras de { $goods }.

## Time and stock
lead-time = A produção leva { $days }.
lead-time-goods = { $goods }: a produção leva { $days }.
ready-by = Com o pedido feito hoje, a mercadoria fica pronta em { $date }.
closure = Nosso recesso de { $start } a { $end } ({ $name }) já está considerado.
deadline-missed = Isso é depois da data informada ({ $date }); vamos verificar o que é possível.
stock = { $goods }: { $quantity } em estoque, prontas para envio.
stock-none = { $goods } não está em estoque no momento; é produzido sob encomenda.
closed = Fechamos de { $start } a { $end } ({ $name }) e reabrimos em { $reopens }.
working-days-of-week = Nossos dias úteis: { $days }.
working-hours = Nosso horário: das { $opens } às { $closes }, nosso horário local.

## Delivery
method-replaced = { $asked } não é possível para esta remessa, por isso o frete foi calculado com { $used }.
method-replaced-battery = { $asked } não aceita produtos com baterias de lítio, por isso o frete foi calculado com { $used }.
method-impossible = { $asked } não é possível para esta remessa; vamos verificar as alternativas.
method-impossible-battery = { $asked } não aceita produtos com baterias de lítio; vamos verificar as alternativas.
freight-unknown = Não temos uma tarifa de frete fixa para esta remessa; vamos consultar e informar o valor.
incoterm-replaced = Não cotamos { $asked }; o preço é { $used }.
duty-not-included = Impostos e taxas de importação não estão incluídos neste preço.

## Certificates and policies
certificates = Certificados de { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: não consta em nossos dados para este item. Vamos verificar e dar um retorno; até lá, pedimos que não conte com isso.
certificates-none = Não constam certificados em nossos dados para { $goods }. Vamos verificar e dar um retorno.
policy = Das nossas condições:
policy-language = { $code ->
    [en] Das nossas condições (em inglês):
    [zh] Das nossas condições (em chinês):
   *[other] Das nossas condições ({ $language }):
 }
check = Vamos verificar e dar um retorno.

## Questions
ask-open = Como podemos ajudar? Diga qual produto deseja e a quantidade.
ask-interest = Quais interessam e em que quantidade?
ask-product = De qual produto você precisa? Um número de modelo, um link ou uma foto ajuda.
ask-product-choice = Qual destes você deseja?
ask-product-version = Qual versão você deseja: { $choices }?
ask-quantity = De que quantidade você precisa?
ask-quantity-moq = De que quantidade você precisa? O pedido mínimo é de { $moq }.
ask-destination = Para qual país e qual cidade ou porto devemos enviar?
ask-incoterm-open = Qual Incoterm você prefere?
ask-incoterm = Qual Incoterm você prefere: { $choices }?
ask-customization = O que deseja personalizar (logotipo, cor, embalagem)?
ask-customization-choice = Qual personalização você deseja: { $choices }?
ask-deadline = Para quando você precisa da mercadoria?
ask-company = Para qual empresa é a compra?
ask-usage = Qual será o uso da mercadoria?
ask-target-price = Que preço por unidade você tem em mente?
ask-order-number = Qual é o número do seu pedido?
ask-evidence = Por favor, envie fotos ou um vídeo curto do defeito e diga quantas unidades foram afetadas.
ask-affected = Quantas unidades foram afetadas?
ask-batch = Qual é o número do lote indicado na mercadoria ou na caixa?

## Payment
steer = O pedido e o pagamento são feitos pela { $platform }.
steer-benefits = O pedido e o pagamento são feitos pela { $platform }: { $benefits }.
payment-methods = Você pode pagar com { $methods }.
deposit = O sinal é de { $percent }.
deposit-amount = O sinal é de { $percent }, ou seja, { $amount }.
deposit-balance = O sinal é de { $percent }, ou seja, { $amount }; o saldo é de { $balance }.
order-link = Você pode fazer o pedido aqui: { $link }
benefit-held = seu dinheiro fica retido até você confirmar a entrega
benefit-refund = há reembolso se a qualidade ou a data de envio não forem cumpridas
benefit-record = os acordos e os dados do envio ficam juntos num pedido
benefit-dispute = a plataforma ajuda a resolver uma disputa
method-card = cartão
method-platform-transfer = transferência bancária para a conta da plataforma
decline-payment = Só aceitamos pagamento pela { $platform }, em todos os pedidos e para qualquer valor.
decline-payment-plain = Só aceitamos pagamento pelos meios indicados em nossas condições.
decline-benefits = Isso protege você: { $benefits }.
case-fees = Sobre o custo: compare as formas de pagamento em { $platform } – { $methods } – e escolha a mais barata para você. Fora dela economizaria uma taxa e perderia a proteção.
case-fees-plain = Sobre o custo: compare as formas de pagamento em { $platform } – { $methods } – e escolha a mais barata para você.
case-habit = Sabemos que você costuma pagar de outra forma. Pouca coisa muda: você paga com { $methods }, e o pedido, o pagamento e a entrega ficam num só lugar em { $platform }.
case-bank = Se o seu banco recusa ou limita um pagamento, outra forma pode funcionar em { $platform }: { $methods }. Diga-nos o que o banco informa e procuramos a que serve.
case-bank-deposit = Se o seu banco recusa ou limita um pagamento, outra forma pode funcionar em { $platform }: { $methods }. Diga-nos o que o banco informa e procuramos a que serve. Primeiro vem o sinal de { $percent }, então não precisa passar tudo de uma vez.
case-speed = Para não perder tempo, você pode pedir e pagar em { $platform } num só passo: { $methods }. Os dois lados veem o pagamento no pedido e não é preciso mandar comprovantes de um lado para o outro.
case-distrust = É certo ter cuidado. Em { $platform } nenhum dos lados precisa confiar só na palavra do outro, e você pode ler as condições antes de fazer o pedido.
case-distrust-plain = É certo ter cautela. Você pode ler os termos da { $platform } antes de fazer o pedido.
case-invoice = Documentos para a sua contabilidade também são possíveis num pedido em { $platform }: diga-nos o que deve constar na fatura (empresa, endereço, número fiscal) e verificamos antes do pedido.
account-changed = Os nossos dados de pagamento nunca mudam por mensagem, seja quem for que a envie e com que nome for. Só recebemos por { $platform }.
account-changed-plain = Os nossos dados de pagamento nunca mudam por mensagem, seja quem for que a envie e com que nome for. Só é possível pagar das formas indicadas nas nossas condições.
account-changed-wait = Por favor, não pague nada que tenha sido pedido numa mensagem assim. Um gerente está a ver esta conversa e responde aqui pessoalmente.
account-changed-verify = Você pode conferir cada uma das nossas cotações com o link e o código de verificação que constam nela.
stay = Pedimos que a conversa continue neste chat, para que tudo sobre o seu pedido fique em um só lugar.

## Care
confidential = Não compartilhamos custos, margens nem outras informações internas. Nossos preços informamos com prazer.
discount = Anotamos o seu pedido de preço; a pessoa responsável vai avaliá-lo e daremos um retorno.
discount-listed = Anotamos o seu pedido de preço; a pessoa responsável vai avaliá-lo e daremos um retorno. Até lá, vale o preço acima.
restricted = Não podemos fazer oferta nem promessa para este destino. A gerência vai analisar a sua consulta e responder.
dispute = Lamentamos o ocorrido. A gerência vai analisar o seu caso pessoalmente e responder por aqui.
defect = Lamentamos que haja um problema com o seu pedido.
order-check = Vamos verificar o seu pedido e responder por aqui.
order-check-number = Vamos verificar o seu pedido { $number } e responder por aqui.
person = Uma pessoa da nossa equipe vai cuidar da sua solicitação e responder por aqui.
calm = Entendemos a sua insatisfação e queremos encontrar uma boa solução com você.
scam = Não abrimos links nem documentos externos e não inserimos dados de acesso. Pedidos, pagamentos e reembolsos são feitos somente pela { $platform }, e a mercadoria só é liberada conforme o que a própria plataforma mostra.
scam-plain = Não abrimos links nem documentos externos e não inserimos dados de acesso. Pedidos, pagamentos e reembolsos são feitos somente pela via de pedido combinada.
