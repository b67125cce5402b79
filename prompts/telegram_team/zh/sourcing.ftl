# 给采购的请求（私聊）。
command-sourcing = 请采购寻找的商品
sourcing-list = 🔎 <b>待处理的请求</b>
sourcing-none = 没有等待的请求。
sourcing-not-yours = 这是给采购的。经理在控制台的“团队”里设置。
sourcing-claim-usage = 请写 /claim 和请求所带的号码。
sourcing-claimed = 🙋 请求 { $number } 由您负责。
sourcing-open = 打开
sourcing-news-sent = 🔎 请求 { $number }：谁能找到？
sourcing-news-told = 💬 请求 { $number }：业务员说
sourcing-news-reminded = ⏰ 请求 { $number } 还在等答复。
sourcing-news-withdrawn = ✖️ 请求 { $number } 已撤回：不用再找了。
