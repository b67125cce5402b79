# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = 日本語

## The first message
hello = こんにちは。{ $company }とのチャットです。{ $seller }がこちらでお答えし、文章の作成はソフトウェアのアシスタントが手伝います。回答はお届けする前に人が確認します。自動で送信されたものには表示が付きます。
hello-shop = こんにちは。{ $company }とのチャットです。担当チームがこちらでお答えし、文章の作成はソフトウェアのアシスタントが手伝います。回答はお届けする前に人が確認します。自動で送信されたものには表示が付きます。
hello-next = ご希望をお使いの言語でお書きください。製品、数量、お届け先の国をお知らせください。写真、ファイル、音声メッセージもお送りいただけます。
hello-product = お問い合わせの製品：{ $product }（{ $sku }）。数量とお届け先の国をお知らせください。ほかのご質問もお使いの言語でどうぞ。
hello-again = お帰りなさい。ご希望をお使いの言語でお書きください。

## Commands, as Telegram lists them (at most 256 characters)
command-human = 人による回答を希望する
command-language = メニューの言語を変更する
command-stop = お問い合わせ以外の連絡を受け取らない
command-privacy = 保存している情報について
command-verify = 見積書や口座を確認
command-help = ここでできること

## /language and /stop
language-choose = メニューとお知らせの言語をお選びください。
language-set = 今後、メニューとお知らせは日本語になります。メッセージはどの言語でもお書きいただけます。
stop-done = お問い合わせへの回答だけをお送りします。元に戻すには /start を送信してください。
stop-undone = 当社からのご連絡を再びお送りできます。

## /privacy
privacy = { $company }は、Telegramに表示されるお名前、ユーザー名、言語、ここでお書きになった内容とお送りになったもの、お知らせいただいた国や電話番号を保存し、ご回答とご注文の対応に使用します。文章の作成はソフトウェアのアシスタントが手伝い、確認と判断は人が行います。ご自身のデータの写しや消去をお求めいただけます。担当者が対応します。
privacy-data = 自分のデータを受け取る
privacy-erase = 自分のデータを消去する
privacy-data-words = 私について保存しているデータの写しを送ってください。
privacy-erase-words = 私について保存しているデータを消去してください。
privacy-asked = ご依頼をチームに伝えました。担当者が対応し、こちらでお答えします。

## /human; the first is stored as what the buyer says
human-words = 担当者の方と直接お話ししたいです。
human-told = { $seller }が直接お答えするよう伝えました。回答はこちらに届きます。

## Commands that there are not
unknown-command = このコマンドはわかりません。
unknown-kept = このコマンドはわかりませんが、お書きになった内容はチームに伝えました。

## Taps on answers (at most 200 characters)
tap-kept = ご回答：{ $answer }
tap-again = すでにお答えいただいています。
tap-old = この質問は受付を終了しました。メッセージをお書きください。
tap-unknown = このボタンは無効です。ご希望をお書きください。

## Groups that are not the team’s
group-private = 個別のチャットでのみお話しするため、このグループから退出します。こちらからご連絡ください：{ $link }

## To salespeople who connect their own account
business-unbound = アカウントは接続されていますが、{ $company }のチームの誰のものでもないため、何も読まず、何も答えません。管理者から一度だけ使えるコードを受け取り、ここで私に送ってください。その後使えるようになります。
business-ready = アカウントが接続されました。{ $company }の買い手への回答を下書きします。承認された後にのみ、あなたの名前で買い手に届きます。ご自身で入力した内容はこれまでどおり送信され、下書きは破棄されます。
business-no-right = アカウントは接続されていますが、返信の権限がありません。Telegramの設定、Telegram Business、チャットボットで「メッセージへの返信」を許可してください。
