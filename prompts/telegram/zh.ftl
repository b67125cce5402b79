# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = 中文

## The first message
hello = 您好！这里是与{ $company }的对话。由{ $seller }在此答复您，软件助手协助撰写。每条答复都由人工核对后才发给您；自动发送的内容会有标记。
hello-shop = 您好！这里是与{ $company }的对话。由我们的团队在此答复您，软件助手协助撰写。每条答复都由人工核对后才发给您；自动发送的内容会有标记。
hello-next = 请用您的语言写下需求：哪种产品、多少数量、送到哪个国家。也可以发送照片、文件和语音消息。
hello-product = 您咨询的是：{ $product }（{ $sku }）。您需要多少，送到哪个国家？也可以用您的语言问其他问题。
hello-again = 欢迎回来！请用您的语言写下需求。

## Commands, as Telegram lists them (at most 256 characters)
command-human = 要求人工答复
command-language = 更改菜单语言
command-stop = 不接收未索取的消息
command-privacy = 我们保存您的哪些信息
command-verify = 核实报价单或账户
command-help = 您在这里可以做什么

## /language and /stop
language-choose = 菜单和通知要用哪种语言？
language-set = 菜单和通知从现在起使用中文。您可以用任何语言给我们写信。
stop-done = 您将只收到对您消息的答复，不会收到其他消息。发送 /start 可撤销。
stop-undone = 您可以重新收到我们的消息。

## /privacy
privacy = { $company }保存 Telegram 显示的您的姓名、用户名和语言，您在这里写的和发送的内容，以及您告知的国家或电话号码，用于答复您和处理您的订单。软件助手协助撰写，由人核对和决定。您可以索取自己的数据副本，或要求删除。这些由专人处理。
privacy-data = 把我的数据发给我
privacy-erase = 删除我的数据
privacy-data-words = 请把你们保存的关于我的数据发一份给我。
privacy-erase-words = 请删除你们保存的关于我的数据。
privacy-asked = 您的请求已转交团队。会有专人处理，并在这里答复您。

## /human; the first is stored as what the buyer says
human-words = 请转人工客服，我想和真人沟通。
human-told = 已请{ $seller }亲自答复您。答复会发到这里。

## Commands that there are not
unknown-command = 我不认识这个命令。
unknown-kept = 我不认识这个命令，但您写的内容已转交团队。

## Taps on answers (at most 200 characters)
tap-kept = 您的回答：{ $answer }
tap-again = 您已经回答过了。
tap-old = 这个问题已经关闭。请直接给我们写信。
tap-unknown = 这个按钮无效。请写下您的需求。

## Groups that are not the team’s
group-private = 我只在私聊中对话，所以退出此群。您可以在这里给我写信：{ $link }

## To salespeople who connect their own account
business-unbound = 您的账号已连接，但不属于{ $company }团队的任何人，所以我不读取也不答复任何内容。请向经理索取一次性代码并在此发给我，之后即可使用。
business-ready = 您的账号已连接。我为您的{ $company }买家起草答复；经批准后才会以您的名义发给买家。您自己输入的内容照常发出，并会取消草稿。
business-no-right = 您的账号已连接，但我没有回复权限。请在 Telegram 中允许：设置、Telegram Business、聊天机器人、“回复消息”。
