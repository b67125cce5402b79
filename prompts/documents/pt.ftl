title = { $kind ->
    [proforma] Fatura proforma
   *[quotation] Cotação
 }
number = Número
revision = Revisão { $number }
date = Data
valid-until = Válida até
buyer = Comprador
prepared-by = Preparada por
page = Página { $page } de { $pages }

item = Artigo
quantity = Quantidade
unit-price = Preço unitário ({ $currency })
amount = Valor ({ $currency })
sample = Amostra
hs-code = Código SH { $code }
goods = Mercadoria
freight = Frete ({ $method }, { $days })
total = Total { $terms }
deposit = Sinal ({ $percent })
balance = Saldo
choose = Um preço para cada quantidade: diga-nos qual escolhe.

terms = Condições
delivery-terms = Condições de entrega
production = Prazo de produção
ready-by = Pronta em
ready-if = { $date }, se o pedido for feito em { $ordered }
closures = O nosso período de fechamento já está considerado: { $names }
gross-weight = Peso bruto
kilograms = { $number } kg
notes = Observações

payment = Pedido e pagamento pela { $platform }
payment-plain = Pagamento
ways = Formas de pagamento
scan = Leia o código para pedir
verify = Verifique esta cotação
verify-code = Código de verificação
verify-scan = Ler para verificar
