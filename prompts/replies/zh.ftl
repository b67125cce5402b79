# 中文，用“您”。

## Opening and closing
greet = 您好！
greet-name = { $name }，您好！
thank = 不客气。有任何需要，随时联系我们。
close = { $formal ->
    [yes] 顺祝商祺！
   *[no] 祝好！
 }
festival = 祝您{ $name }快乐！

## Counting
pieces = { $unit ->
    [pcs] { $number }件
    [set] { $number }套
    [pair] { $number }对
    [pack] { $number }包
    [box] { $number }盒
    [roll] { $number }卷
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] 每件 { $price }
    [set] 每套 { $price }
    [pair] 每对 { $price }
    [pack] 每包 { $price }
   *[other] { $price } / { $unit }
 }
working-days = { $number } 个工作日
days = { $number } 天
days-range = { $first } 至 { $last } 天
quoted = “{ $text }”
separator = { "；" }

## Products
goods = { $name }（{ $sku }）
description = 产品目录说明：{ $text }
minimum = 起订量：{ $quantity }。
options = 可选定制：{ $options }。
range-heading = 我们的产品：
range-category = • { $name }：{ $number } 款
range-items = 我们有以下产品：

## Quote
quote-heading = 报价（{ $terms }）：
quote-heading-quantities = 各数量的报价（{ $terms }）：
quote-heading-goods = 各数量的报价（不含运费）：
quote-line = • { $what }：{ $quantity } × { $price } = { $amount }
quote-sample = 样品 { $goods }
quote-freight = • 运费（{ $method }，{ $days }）：{ $amount }
quote-freight-open = 请告诉我们您选择的数量，我们会加上 { $terms } 的运费。
quote-total = 合计：{ $amount }
quote-promotion = 以上价格已含{ $name }活动优惠（减 { $percent }）。
quote-indicative = 仅供参考：按 { $date }的汇率约合 { $total }（{ $one } = { $rate }）。
quote-validity = 报价有效期至 { $date }。

## Minimum orders, options, samples
below-moq = { $goods }：起订量为{ $moq }，因此{ $quantity }无法报价。订购{ $moq }的单价为{ $unit_price }。
below-moq-sample = 如需先测试，可以订购样品，样品价 { $price }。
option-below-moq = { $option }需{ $moq }起订（加价{ $unit_price }）；{ $quantity }的报价中未包含此项。
option-not-offered = { $goods }不提供{ $option }。
options-offered = 该产品可选：{ $options }。
options-heading = { $goods }的定制选项：
option-terms = • { $option }：加价{ $unit_price }，{ $moq }起
sample-price = { $goods }的样品价为 { $price }。
samples-not-sold = { $goods }不单独出售样品。

## Time and stock
lead-time = 生产周期：{ $days }。
lead-time-goods = { $goods }：生产周期为 { $days }。
ready-by = 今天下单，货物可于 { $date }备妥。
closure = 已计入我们 { $start }至 { $end }的休假（{ $name }）。
deadline-missed = 这晚于您要求的日期（{ $date }），我们会确认能否安排。
stock = { $goods }：现货{ $quantity }，可随时发货。
stock-none = { $goods }目前没有现货，需按订单生产。
closed = 我们于{ $start }至{ $end }放假（{ $name }），{ $reopens }恢复工作。
working-days-of-week = 我们的工作日：{ $days }。
working-hours = 我们的工作时间：{ $opens }至{ $closes }（我们的当地时间）。

## Delivery
method-replaced = 这批货不能走 { $asked }，因此运费按 { $used } 计算。
method-replaced-battery = { $asked } 不接受含锂电池的货物，因此运费按 { $used } 计算。
method-impossible = 这批货不能走 { $asked }，我们会查看其他方式。
method-impossible-battery = { $asked } 不接受含锂电池的货物，我们会查看其他方式。
freight-unknown = 这批货没有现成的运费标准，我们确认后告诉您。
incoterm-replaced = 我们不报 { $asked } 价，以上为 { $used } 价。
duty-not-included = 此价格不含进口关税和税费。

## Certificates and policies
certificates = { $goods }的认证：{ $certificates }。
certificates-unlisted = { $certificates }：我们的资料中没有列出该产品的这项认证。我们会核实后回复您，在此之前请勿以此为准。
certificates-none = 我们的资料中没有列出 { $goods }的认证。我们会核实后回复您。
policy = 我们的相关规定：
policy-language = { $code ->
    [en] 我们的相关规定（英文原文）：
    [zh] 我们的相关规定（中文原文）：
   *[other] 我们的相关规定（{ $language }原文）：
 }
check = 我们核实后回复您。

## Questions
ask-open = 请问有什么可以帮您？请告诉我们您需要的产品和数量。
ask-interest = 请问您对哪些产品感兴趣，需要多少数量？
ask-product = 请问您需要哪款产品？提供型号、链接或图片更方便我们查找。
ask-product-choice = 请问您指的是哪一款？
ask-product-version = 请问您需要哪一种：{ $choices }？
ask-quantity = 请问您需要多少数量？
ask-quantity-moq = 请问您需要多少数量？起订量为{ $moq }。
ask-destination = 请问货物发往哪个国家、哪个城市或港口？
ask-incoterm-open = 请问您希望采用哪种贸易术语？
ask-incoterm = 请问您希望采用哪种贸易术语：{ $choices }？
ask-customization = 请问需要定制什么（标志、颜色、包装）？
ask-customization-choice = 请问您需要哪种定制：{ $choices }？
ask-deadline = 请问您什么时候需要货物？
ask-company = 请问您是为哪家公司采购？
ask-usage = 请问货物作什么用途？
ask-target-price = 请问您的目标单价是多少？
ask-order-number = 请提供您的订单号。
ask-evidence = 请发来问题的照片或短视频，并告诉我们有多少件受影响。
ask-affected = 有多少件受影响？
ask-batch = 货物或外箱上的批号是多少？

## Payment
steer = 下单和付款均通过 { $platform } 进行。
steer-benefits = 下单和付款均通过 { $platform } 进行：{ $benefits }。
payment-methods = 付款方式：{ $methods }。
deposit = 定金为 { $percent }。
deposit-amount = 定金为 { $percent }，即 { $amount }。
deposit-balance = 定金为 { $percent }，即 { $amount }；余款为 { $balance }。
order-link = 您可以在此下单：{ $link }
benefit-held = 在您确认收货之前，货款由平台保管
benefit-refund = 质量或发货日期未达约定可退款
benefit-record = 约定和物流信息都保存在同一个订单里
benefit-dispute = 平台协助解决纠纷
method-card = 银行卡
method-platform-transfer = 银行转账至平台账户
decline-payment = 我们只通过 { $platform } 收款，任何订单、任何金额都一样。
decline-payment-plain = 我们只按条款中列明的方式收款。
decline-benefits = 这对您是一种保障：{ $benefits }。
case-fees = 关于费用：您可以比较 { $platform } 上的付款方式（{ $methods }），选择对您最划算的一种。不走平台，省下的是手续费，失去的是保障。
case-fees-plain = 关于费用：您可以比较 { $platform } 上的付款方式（{ $methods }），选择对您最划算的一种。
case-habit = 我们理解您习惯用别的方式。其实变化不大：您用 { $methods } 付款，订单、付款和交货都在 { $platform } 上一处可查。
case-bank = 如果您的银行拒绝或限制某笔付款，在 { $platform } 上可以换一种方式：{ $methods }。请告诉我们银行的说法，我们帮您找合适的方式。
case-bank-deposit = 如果您的银行拒绝或限制某笔付款，在 { $platform } 上可以换一种方式：{ $methods }。请告诉我们银行的说法，我们帮您找合适的方式。先付 { $percent } 的定金，不必一次付清。
case-speed = 为了不耽误时间，您可以在 { $platform } 上一步完成下单和付款：{ $methods }。双方都能在订单里看到付款，不必来回发凭证。
case-distrust = 谨慎是对的。在 { $platform } 上，双方都不必只凭对方一句话，您也可以在下单前阅读平台条款。
case-distrust-plain = 谨慎是对的。下单前，您可以先阅读 { $platform } 的条款。
case-invoice = 通过 { $platform } 下单同样可以准备您做账所需的单据：请告诉我们发票上需要写明什么（公司名称、地址、税号），我们会在您下单前核实。
account-changed = 我们的收款信息绝不会因一条消息而变更，不论由谁发出、署谁的名。我们只通过 { $platform } 收款。
account-changed-plain = 我们的收款信息绝不会因一条消息而变更，不论由谁发出、署谁的名。付款只能按我们条款中列明的方式进行。
account-changed-wait = 请不要按这类消息的要求付任何款项。经理正在查看本次对话，会在这里亲自答复您。
account-changed-verify = 我们的每份报价单，您都可以用上面的链接和校验码自行核实。
stay = 请继续在此聊天中沟通，这样订单的所有信息都在一处。

## Care
confidential = 我们不提供成本、利润等内部信息，但很乐意为您报价。
discount = 您的价格要求已记录，将由负责同事决定后回复您。
discount-listed = 您的价格要求已记录，将由负责同事决定后回复您。在此之前，以上述价格为准。
restricted = 对于该目的地，我们无法报价或作出承诺。经理会查看您的询盘并回复您。
dispute = 给您带来不便，我们很抱歉。经理会亲自处理您的情况，并在此回复您。
defect = 您的订单出现问题，我们很抱歉。
order-check = 我们会查询您的订单，并在此回复您。
order-check-number = 我们会查询您的订单 { $number }，并在此回复您。
person = 我们的同事会亲自处理您的需求，并在此回复您。
calm = 我们理解您的不满，希望与您一起妥善解决。
scam = 我们不打开外部链接或文件，也不输入登录信息。订单、付款和退款只通过 { $platform } 进行，货物只按平台自身显示的状态放行。
scam-plain = 我们不打开外部链接或文件，也不输入登录信息。订单、付款和退款只按约定的下单流程进行。
