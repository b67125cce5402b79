# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Một câu hỏi ngắn về báo giá { $number } cho { $goods }: quý khách đã nhận được chưa, và báo giá có phù hợp không?
silent-again = Trong báo giá { $number } cho { $goods } có điều gì chúng tôi có thể giải thích hoặc điều chỉnh không: số lượng, điều kiện hay giao hàng?
silent-last = Đây là tin nhắn cuối của chúng tôi về báo giá { $number } cho { $goods }. Khi nào quý khách quan tâm trở lại, cứ nhắn cho chúng tôi tại đây.
expiring = Báo giá { $number } cho { $goods } có hiệu lực đến ngày { $date }. Nếu quý khách cần thêm thời gian, xin cho chúng tôi biết.
unpaid-first = Cảm ơn quý khách đã chấp nhận báo giá { $number } cho { $goods }. Thanh toán chưa đến; sản xuất bắt đầu sau đó.
unpaid-again = Đơn hàng { $number } cho { $goods } vẫn đang chờ thanh toán. Có điều gì chưa rõ, hay chúng tôi có thể giúp quý khách đặt hàng không?
shipped = Đơn hàng { $number } của quý khách đang trên đường: { $goods }.
tracking = Mã vận đơn: { $tracking }
tracking-carrier = Mã vận đơn: { $tracking } ({ $carrier })
promised = Quý khách đã nhắc đến ngày { $date } cho bước tiếp theo. Tình hình bên quý khách thế nào, và chúng tôi có thể giúp gì không?
delivered = Đơn hàng { $number } được ghi nhận là đã giao: { $goods }. Hàng có đủ và trong tình trạng tốt không? Nếu có gì chưa ổn, xin báo cho chúng tôi tại đây.
invite-review = Nếu quý khách hài lòng, chúng tôi rất mong nhận được đánh giá trên { $platform }.
reviewed = Cảm ơn quý khách đã đánh giá đơn hàng { $number }.
reorder = Đã một thời gian kể từ đơn hàng { $number } của quý khách: { $goods }. Quý khách có muốn đặt lại không? Xin cho biết số lượng, chúng tôi sẽ báo giá.
wish = Chúng tôi rất vui được giữ liên lạc với quý khách.
stop-offer = Nếu quý khách không muốn nhận những tin nhắn như thế này, chỉ cần nhắn STOP.
stop-confirmed = Chúng tôi đã hiểu: chúng tôi sẽ không chủ động nhắn cho quý khách nữa. Nếu quý khách nhắn, chúng tôi tất nhiên sẽ trả lời.
