# The buyer's chat page. Values arrive formatted.

## The page
title = { $company } とのチャット
no-script = このチャットには JavaScript が必要です。有効にするか、別のブラウザーをお使いください。
menu = メニュー
new-talk = 新しいチャットを始める
new-talk-sure = 新しいチャットを始めますか？
new-talk-means = この端末からチャットが消えます。{ $company } には残ります。
keep = このチャットを続ける
close = チャットを閉じる
open = チャットで問い合わせる
skip = メッセージ欄へ

## Who answers, and when
open-until = { $time } まで営業
opens-at = 営業時間外です。{ $time } に開きます
hello = ご用件をお聞かせください
hello-more = 価格、サンプル、配送など、何でもご自分の言語でお尋ねください。
assistant = ソフトウェアのアシスタントが文章作成を手伝っています。返信は担当者が確認してからお届けします。自動で送るものにはその旨を表示します。
your-name = お名前（任意）
reading = 返信を準備しています
checking = 返信は送信前に担当者が確認します
later = 営業開始後に返信します：{ $time }
automatic = 自動返信

## The talk
log = メッセージ
you = あなた
them = { $company }
today = 今日
yesterday = 昨日
to-newest = 最新のメッセージへ
choices = 返信の候補

## Writing
write = メッセージを入力
send = 送信
attach = ファイルを追加
drop = ここにファイルをドロップ
remove = { $name } を外す
pasted = 貼り付けた画像

## Ticks and troubles
sending = 送信待ち
sent = 送信済み
seen = 担当者が確認済み
not-sent = 未送信
try-again = 再試行
discard = 削除
offline = オフラインです。メッセージは保存され、後で送信されます。
connecting = 接続しています…
too-large = { $name } は大きすぎます。1 ファイルの上限は { $size } です。
too-many = 1 通に付けられるファイルは { $count } 個までです。
too-long = このメッセージは { $count } 文字多すぎます。
all-too-large = ファイルの合計が大きすぎます。数回に分けて送ってください。
ended = 前のチャットは終了しました。次のメッセージから新しいチャットになります。

## Quotes
quote = お見積り
revision = 第 { $number } 版
valid-until = 有効期限：{ $date }
expired = { $date } に期限切れ
product = 商品
quantity = 数量
amount = 金額
sample = サンプル
freight = 運賃：{ $method }、{ $days } 日
total = 合計
choose = 数量を一つお選びください
replaced = 第 { $number } 版に差し替え済み
ready-by = { $date } 準備完了
order = 注文する
order-on = { $platform } で注文
benefits = { $platform } なら
pdf = 見積書 PDF
verify = この見積書を確認
verify-code = 確認コード
deposit = 前金（{ $percent }%）
balance = 残金
