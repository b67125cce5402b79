# 日本語、です・ます。

## Opening and closing
greet = { $formal ->
    [yes] お問い合わせありがとうございます。
   *[no] こんにちは。
 }
greet-name = { $formal ->
    [yes] { $name } 様、お問い合わせありがとうございます。
   *[no] { $name } さん、こんにちは。
 }
thank = こちらこそありがとうございます。ご入用の際はいつでもご連絡ください。
close = よろしくお願いいたします。
festival = { $name }のお祝いを申し上げます。

## Counting
pieces = { $unit ->
    [pcs] { $number }個
    [set] { $number }セット
    [pair] { $number }組
    [pack] { $number }パック
    [box] { $number }箱
    [roll] { $number }巻
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] 単価 { $price }
    [set] セット単価 { $price }
    [pair] 組単価 { $price }
    [pack] パック単価 { $price }
   *[other] { $price } / { $unit }
 }
working-days = { $number }営業日
days = { $number }日
days-range = { $first }～{ $last }日
quoted = 「{ $text }」
separator = { "。" }

## Products
goods = { $name }（{ $sku }）
description = カタログの記載：{ $text }
minimum = 最小注文数量：{ $quantity }
options = 対応できるカスタマイズ：{ $options }
range-heading = 取扱商品：
range-category = • { $name }：{ $number }品目
range-items = 次の商品を取り扱っております。

## Quote
quote-heading = お見積り（{ $terms }）：
quote-heading-quantities = 数量別のお見積り（{ $terms }）：
quote-heading-goods = 数量別のお見積り（送料別）：
quote-line = • { $what }：{ $quantity } × { $price } = { $amount }
quote-sample = サンプル { $goods }
quote-freight = • 送料（{ $method }、{ $days }）：{ $amount }
quote-freight-open = ご希望の数量をお知らせいただければ、{ $terms } の送料を加えてお見積りいたします。
quote-total = 合計：{ $amount }
quote-promotion = { $name }キャンペーン（{ $percent }引き）を適用済みです。
quote-indicative = 参考：{ $date }のレートで約 { $total }（{ $one } = { $rate }）。目安の金額です。
quote-validity = 有効期限：{ $date }

## Minimum orders, options, samples
below-moq = { $goods }：最小注文数量は{ $moq }のため、{ $quantity }でのご提供はできかねます。{ $moq }の場合は{ $unit_price }です。
below-moq-sample = 先にお試しになる場合は、サンプルを { $price } でご注文いただけます。
option-below-moq = { $option }は{ $moq }から承ります（追加料金は{ $unit_price }）。{ $quantity }の場合、価格には含まれておりません。
option-not-offered = { $goods }では{ $option }に対応しておりません。
options-offered = この商品で対応できるもの：{ $options }
options-heading = { $goods }のカスタマイズ：
option-terms = • { $option }：追加料金は{ $unit_price }、{ $moq }から
sample-price = { $goods }のサンプル価格は { $price } です。
samples-not-sold = { $goods }のサンプル販売は行っておりません。

## Time and stock
lead-time = 生産期間は{ $days }です。
lead-time-goods = { $goods }：生産期間は{ $days }です。
ready-by = 本日ご注文の場合、{ $date }に出荷準備が整います。
closure = { $start }から{ $end }までの休業（{ $name }）を含めた日程です。
deadline-missed = ご希望日（{ $date }）より後になりますので、対応できるか確認いたします。
stock = { $goods }：在庫は{ $quantity }、すぐに出荷できます。
stock-none = { $goods }は現在在庫がなく、受注生産となります。
closed = { $start }から{ $end }まで休業いたします（{ $name }）。{ $reopens }に営業を再開いたします。
working-days-of-week = 営業日は{ $days }です。
working-hours = 営業時間は{ $opens }から{ $closes }までです（当社の現地時間）。

## Delivery
method-replaced = この貨物には { $asked } をご利用いただけないため、送料は { $used } で計算しております。
method-replaced-battery = { $asked } はリチウム電池を含む商品を運べないため、送料は { $used } で計算しております。
method-impossible = この貨物には { $asked } をご利用いただけません。ほかの方法を確認いたします。
method-impossible-battery = { $asked } はリチウム電池を含む商品を運べません。ほかの方法を確認いたします。
freight-unknown = この貨物には決まった運賃がございません。送料を確認のうえご連絡いたします。
incoterm-replaced = { $asked } でのお見積りは行っておりません。上記は { $used } の価格です。
duty-not-included = 輸入関税と税金は、この価格に含まれておりません。

## Certificates and policies
certificates = { $goods }の認証：{ $certificates }
certificates-unlisted = { $certificates }：この商品については当社のデータに記載がございません。確認のうえご連絡いたしますので、それまでは取得済みとお考えにならないようお願いいたします。
certificates-none = { $goods }については、当社のデータに認証の記載がございません。確認のうえご連絡いたします。
policy = 当社の規定より：
policy-language = { $code ->
    [en] 当社の規定より（英語原文）：
    [zh] 当社の規定より（中国語原文）：
   *[other] 当社の規定より（{ $language }原文）：
 }
check = 確認のうえご連絡いたします。

## Questions
ask-open = どのようなご用件でしょうか。ご希望の商品と数量をお知らせください。
ask-interest = ご関心のある商品と数量をお知らせください。
ask-product = どの商品をご希望でしょうか。型番、リンク、または写真をお送りいただけますと助かります。
ask-product-choice = 次のうち、どちらの商品でしょうか。
ask-product-version = どの種類をご希望でしょうか：{ $choices }
ask-quantity = ご希望の数量をお知らせください。
ask-quantity-moq = ご希望の数量をお知らせください。最小注文数量は{ $moq }です。
ask-destination = お届け先の国と、都市または港をお知らせください。
ask-incoterm-open = ご希望のインコタームズをお知らせください。
ask-incoterm = ご希望のインコタームズはどちらでしょうか：{ $choices }
ask-customization = カスタマイズの内容（ロゴ、色、包装）をお知らせください。
ask-customization-choice = どのカスタマイズをご希望でしょうか：{ $choices }
ask-deadline = 商品はいつまでにご入用でしょうか。
ask-company = ご購入される会社名をお知らせください。
ask-usage = 商品の用途をお知らせください。
ask-target-price = ご希望の単価をお知らせください。
ask-order-number = ご注文番号をお知らせください。
ask-evidence = 不具合の写真または短い動画と、該当する数量をお送りください。
ask-affected = 何個に問題がありますか。
ask-batch = 商品または箱に記載されているロット番号を教えてください。

## Payment
steer = ご注文とお支払いは { $platform } を通じて承ります。
steer-benefits = ご注文とお支払いは { $platform } を通じて承ります。{ $benefits }。
payment-methods = お支払い方法：{ $methods }
deposit = 前金は { $percent } です。
deposit-amount = 前金は { $percent }、金額は { $amount } です。
deposit-balance = 前金は { $percent }、金額は { $amount }、残金は { $balance } です。
order-link = ご注文はこちらから：{ $link }
benefit-held = お客様が受領を確認されるまで代金は保留されます
benefit-refund = 品質や出荷日が守られない場合は返金されます
benefit-record = 取り決めと出荷情報が一つの注文にまとまります
benefit-dispute = 問題が起きたときは解決を支援します
method-card = カード
method-platform-transfer = プラットフォーム口座への銀行振込
decline-payment = お支払いは、金額にかかわらずすべてのご注文で { $platform } のみで承っております。
decline-payment-plain = お支払いは、当社の規定に記載した方法のみで承っております。
decline-benefits = お客様を守るためのものです。{ $benefits }。
case-fees = 費用については、{ $platform } のお支払い方法（{ $methods }）を比べて、いちばん負担の少ないものをお選びください。外でのお支払いは手数料が省けても、保護がなくなります。
case-fees-plain = 費用については、{ $platform } のお支払い方法（{ $methods }）を比べて、いちばん負担の少ないものをお選びください。
case-habit = 普段は別の方法をお使いのことと存じます。変わることはわずかで、{ $methods } でお支払いいただき、ご注文・お支払い・納品は { $platform } の一か所で確認できます。
case-bank = 銀行で支払いが断られたり上限があったりする場合は、{ $platform } の別の方法がご利用になれるかもしれません：{ $methods }。銀行の説明をお知らせください。合う方法をお探しします。
case-bank-deposit = 銀行で支払いが断られたり上限があったりする場合は、{ $platform } の別の方法がご利用になれるかもしれません：{ $methods }。銀行の説明をお知らせください。合う方法をお探しします。まず前金 { $percent } のお支払いですので、全額を一度に通す必要はありません。
case-speed = 時間を無駄にしないよう、{ $platform } ではご注文とお支払いを一度に済ませられます：{ $methods }。お支払いは双方が注文画面で確認でき、控えのやり取りは要りません。
case-distrust = 慎重になられるのはもっともです。{ $platform } では、どちらも相手の言葉だけに頼る必要がなく、規約はご注文の前にお読みいただけます。
case-distrust-plain = 慎重になられるのはもっともです。{ $platform } の規約はご注文の前にお読みいただけます。
case-invoice = 経理に必要な書類は、{ $platform } でのご注文でもご用意できます。請求書に必要な記載（会社名、住所、税番号）をお知らせください。ご注文の前に確認いたします。
account-changed = 当社のお支払い情報が、メッセージで変わることは決してありません。どなたから、どの名前で届いても同じです。お支払いは { $platform } のみで承ります。
account-changed-plain = 当社のお支払い情報が、メッセージで変わることは決してありません。どなたから、どの名前で届いても同じです。お支払いは当社の条件に記した方法のみとなります。
account-changed-wait = そのようなメッセージで求められたお支払いは、決してなさらないでください。責任者がこのやり取りを確認し、こちらで直接お答えします。
account-changed-verify = 当社のお見積書は、記載のリンクと確認コードで、ご自身で確かめられます。
stay = ご注文に関する情報を一か所にまとめるため、このチャットでのやり取りをお願いいたします。

## Care
confidential = 原価や利益率などの社内情報はお伝えしておりません。価格は喜んでご案内いたします。
discount = 価格のご要望を承りました。担当者が検討し、ご連絡いたします。
discount-listed = 価格のご要望を承りました。担当者が検討し、ご連絡いたします。それまでは上記の価格となります。
restricted = この仕向地については、お見積りもお約束もいたしかねます。責任者がお問い合わせを確認し、ご返答いたします。
dispute = ご迷惑をおかけし、申し訳ございません。責任者が直接対応し、こちらでご返答いたします。
defect = ご注文の品に問題があり、申し訳ございません。
order-check = ご注文の状況を確認し、こちらでご返答いたします。
order-check-number = ご注文 { $number } の状況を確認し、こちらでご返答いたします。
person = 担当者が直接対応し、こちらでご返答いたします。
calm = ご不満はごもっともです。よい解決策を一緒に見つけたいと存じます。
scam = 外部のリンクや文書は開かず、ログイン情報も入力いたしません。ご注文、お支払い、返金はすべて { $platform } のみで行い、商品はプラットフォーム上の表示に基づいてのみお引き渡しいたします。
scam-plain = 外部のリンクや文書は開かず、ログイン情報も入力いたしません。ご注文、お支払い、返金はすべて所定の注文手続きのみで行います。
