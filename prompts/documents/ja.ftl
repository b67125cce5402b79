title = { $kind ->
    [proforma] プロフォーマインボイス
   *[quotation] 御見積書
 }
number = 番号
revision = 第{ $number }版
date = 日付
valid-until = 有効期限
buyer = お客様
prepared-by = 作成者
page = { $page } / { $pages } ページ

item = 品目
quantity = 数量
unit-price = 単価（{ $currency }）
amount = 金額（{ $currency }）
sample = サンプル
hs-code = HSコード { $code }
goods = 商品代金
freight = 送料（{ $method }、{ $days }）
total = 合計 { $terms }
deposit = 前金（{ $percent }）
balance = 残金
choose = 数量ごとの価格です。ご希望の数量をお知らせください。

terms = 条件
delivery-terms = 受渡条件
production = 生産期間
ready-by = 出荷準備完了
ready-if = { $date }（{ $ordered }ご注文の場合）
closures = 当社の休業を含めた日程です：{ $names }
gross-weight = 総重量
kilograms = { $number } kg
notes = ご注意

payment = { $platform } でのご注文とお支払い
payment-plain = お支払い
ways = お支払い方法
scan = 読み取ってご注文
verify = この見積書を確認
verify-code = 確認コード
verify-scan = 読み取って確認
