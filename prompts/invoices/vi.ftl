# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Báo giá { $number }
part-deposit = Tiền đặt cọc
part-balance = Số tiền còn lại
part-total = Toàn bộ
about-deposit = Tiền đặt cọc cho báo giá { $number } của { $company }. Tổng: { $total }. Còn lại sau đó: { $rest }.
about-balance = Số tiền còn lại của báo giá { $number } của { $company }. Tổng: { $total }.
about-total = Toàn bộ số tiền của báo giá { $number } của { $company }.
valid = Có hiệu lực đến { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Báo giá này không còn hiệu lực. Vui lòng yêu cầu báo giá mới; chưa thu khoản tiền nào.
checkout-changed = Hóa đơn này đã được thay thế: số tiền hoặc điều kiện đã thay đổi. Vui lòng dùng hóa đơn mới nhất; chưa thu khoản tiền nào.
checkout-paid = Khoản này đã được thanh toán. Chưa thu thêm khoản tiền nào.
checkout-held = Hiện chưa thể thanh toán. Chúng tôi sẽ viết cho bạn tại đây; chưa thu khoản tiền nào.
checkout-busy = Hóa đơn này đang được thanh toán. Vui lòng đợi một phút rồi kiểm tra xem đã thành công chưa.
checkout-payer = Chỉ người mua đã nhận hóa đơn này mới có thể thanh toán. Chưa thu khoản tiền nào.
