# 用团队语言显示的买家消息和草稿
beside-elsewhere = 译文太长，卡片放不下，请在控制台查看。
beside-more = 另有 { $count } 处
