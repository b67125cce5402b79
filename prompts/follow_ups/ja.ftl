# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = { $goods } のお見積り { $number } の件でお伺いします。お手元に届いておりますでしょうか。内容はご希望に合っておりますでしょうか。
silent-again = { $goods } のお見積り { $number } について、数量・条件・納品など、ご説明や調整が必要な点はございますか。
silent-last = { $goods } のお見積り { $number } についてのご連絡は、これが最後となります。またご興味をお持ちの際は、こちらへご連絡ください。
expiring = { $goods } のお見積り { $number } の有効期限は { $date } です。お時間が必要な場合はお知らせください。
unpaid-first = { $goods } のお見積り { $number } をご承諾いただき、ありがとうございます。お支払いがまだ確認できておりません。生産はその後に始まります。
unpaid-again = { $goods } のご注文 { $number } はお支払い待ちです。ご不明な点や、ご注文手続きでお手伝いできることはございますか。
shipped = ご注文 { $number } は輸送中です：{ $goods }。
tracking = 追跡番号：{ $tracking }
tracking-carrier = 追跡番号：{ $tracking }（{ $carrier }）
promised = 次のご対応の予定日として { $date } と伺っておりました。その後のご状況はいかがでしょうか。お手伝いできることはございますか。
delivered = ご注文 { $number } は配達済みとなっております：{ $goods }。すべて揃っており、状態に問題はございませんか。お気づきの点がございましたら、こちらへお知らせください。
invite-review = ご満足いただけましたら、{ $platform } でのレビューをいただけますと幸いです。
reviewed = ご注文 { $number } へのレビューをありがとうございます。
reorder = ご注文 { $number }（{ $goods }）からしばらく経ちました。再度のご注文はいかがでしょうか。数量をお知らせいただければ、お見積りいたします。
wish = これからもよろしくお願いいたします。
stop-offer = このようなご連絡が不要な場合は、「停止」とご返信ください。
stop-confirmed = 承知いたしました。今後こちらからのご連絡は控えます。お客様からご連絡をいただいた際は、もちろんお返事いたします。
