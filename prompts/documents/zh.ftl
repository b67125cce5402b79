title = { $kind ->
    [proforma] 形式发票
   *[quotation] 报价单
 }
number = 编号
revision = 第 { $number } 版
date = 日期
valid-until = 有效期至
buyer = 买方
prepared-by = 制单人
page = 第 { $page } 页，共 { $pages } 页

item = 商品
quantity = 数量
unit-price = 单价（{ $currency }）
amount = 金额（{ $currency }）
sample = 样品
hs-code = HS 编码 { $code }
goods = 货款
freight = 运费（{ $method }，{ $days }）
total = 合计 { $terms }
deposit = 定金（{ $percent }）
balance = 余款
choose = 各数量分别报价，请告知您选择的数量。

terms = 条款
delivery-terms = 交货条款
production = 生产周期
ready-by = 备妥日期
ready-if = { $date }（{ $ordered }下单）
closures = 已计入我们的休假：{ $names }
gross-weight = 毛重
kilograms = { $number } 千克
notes = 请注意

payment = 通过 { $platform } 下单和付款
payment-plain = 付款
ways = 付款方式
scan = 扫码下单
verify = 核实此报价单
verify-code = 校验码
verify-scan = 扫码核实
