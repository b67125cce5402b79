# The buyer's chat page. Values arrive formatted.

## The page
title = Trò chuyện với { $company }
no-script = Cuộc trò chuyện này cần JavaScript. Vui lòng bật hoặc dùng trình duyệt khác.
menu = Tùy chọn
new-talk = Bắt đầu cuộc trò chuyện mới
new-talk-sure = Bắt đầu cuộc trò chuyện mới?
new-talk-means = Thiết bị này sẽ quên cuộc trò chuyện. { $company } vẫn giữ lại.
keep = Giữ cuộc trò chuyện này
close = Đóng cuộc trò chuyện
open = Trò chuyện với chúng tôi
skip = Đến ô tin nhắn

## Who answers, and when
open-until = Mở cửa đến { $time }
opens-at = Đóng cửa đến { $time }
hello = Chúng tôi có thể giúp gì?
hello-more = Hãy hỏi về giá, hàng mẫu, vận chuyển hoặc bất cứ điều gì bằng ngôn ngữ của bạn.
assistant = Một trợ lý phần mềm giúp đội ngũ của chúng tôi viết. Có người kiểm tra câu trả lời trước khi bạn nhận được; nội dung gửi tự động đều được đánh dấu.
your-name = Tên của bạn (không bắt buộc)
reading = Đội ngũ đang chuẩn bị câu trả lời
checking = Có người kiểm tra câu trả lời trước khi gửi
later = Đội ngũ sẽ trả lời khi mở cửa: { $time }
automatic = Trả lời tự động

## The talk
log = Tin nhắn
you = Bạn
them = { $company }
today = Hôm nay
yesterday = Hôm qua
to-newest = Đến tin nhắn mới nhất
choices = Câu trả lời gợi ý

## Writing
write = Viết tin nhắn
send = Gửi
attach = Thêm tệp
drop = Thả tệp vào đây
remove = Bỏ { $name }
pasted = ảnh đã dán

## Ticks and troubles
sending = Đang chờ gửi
sent = Đã gửi
seen = Đội ngũ đã xem
not-sent = Chưa gửi được
try-again = Thử lại
discard = Xóa
offline = Bạn đang ngoại tuyến. Tin nhắn được giữ lại và gửi sau.
connecting = Đang kết nối…
too-large = { $name } quá lớn. Mỗi tệp tối đa { $size }.
too-many = Mỗi tin nhắn gửi được tối đa { $count } tệp.
too-long = Tin nhắn này dài quá { $count } ký tự.
all-too-large = Tổng dung lượng các tệp quá lớn. Hãy gửi bằng nhiều tin nhắn.
ended = Cuộc trò chuyện trước đã kết thúc. Cuộc mới bắt đầu với tin nhắn của bạn.

## Quotes
quote = Báo giá
revision = Bản sửa { $number }
valid-until = Có hiệu lực đến { $date }
expired = Hết hạn ngày { $date }
product = Sản phẩm
quantity = Số lượng
amount = Thành tiền
sample = hàng mẫu
freight = Cước vận chuyển: { $method }, { $days } ngày
total = Tổng cộng
choose = Hãy chọn một trong các số lượng
replaced = Đã thay bằng bản sửa { $number }
ready-by = Sẵn sàng ngày { $date }
order = Đặt hàng
order-on = Đặt hàng trên { $platform }
benefits = Với { $platform }
pdf = Báo giá PDF
verify = Kiểm tra báo giá này
verify-code = Mã kiểm tra
deposit = Tiền đặt cọc ({ $percent }%)
balance = Còn lại
