## 一键改写
button-rewrite = ✨ 改写
rewrite-shorter = ✂️ 更简短
rewrite-warmer = ☀️ 更热情
rewrite-firmer = 🧱 更坚定
rewrite-certificate = 📜 加上证书
rewrite-certificate-none = 📜 目录中没有证书
rewrite-certificate-said = 📜 证书已写明
rewrite-back = ↩️ 撤销改写
choose-rewrite = 怎样改写?数字保持不变。
done-rewrite-asked = ✨ 正在改写,卡片稍后更新。
done-rewrite-certificate = 📜 证书已写入草稿,请阅读后批准。
done-rewrite-back = ↩️ 已恢复为改写前的原文。
refused-rewriting = 这份草稿正在改写:请稍候,或直接编辑。
refused-no-model = 没有设置语言模型:请直接编辑。
refused-no-certificate = 目录中没有列出这些货品的证书。
refused-certificate-said = 草稿中已写明这些货品的证书。
refused-no-way-back = 这份草稿不是改写而来的。
