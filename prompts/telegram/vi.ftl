# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Tiếng Việt

## The first message
hello = Xin chào! Đây là cuộc trò chuyện với { $company }. { $seller } trả lời quý khách tại đây, có trợ lý phần mềm giúp soạn thảo. Mỗi câu trả lời đều được người kiểm tra trước khi gửi; nội dung gửi tự động sẽ được đánh dấu.
hello-shop = Xin chào! Đây là cuộc trò chuyện với { $company }. Đội ngũ chúng tôi trả lời quý khách tại đây, có trợ lý phần mềm giúp soạn thảo. Mỗi câu trả lời đều được người kiểm tra trước khi gửi; nội dung gửi tự động sẽ được đánh dấu.
hello-next = Hãy viết điều quý khách cần bằng ngôn ngữ của mình: sản phẩm nào, số lượng bao nhiêu và nước nhận hàng. Quý khách cũng có thể gửi ảnh, tệp và tin nhắn thoại.
hello-product = Quý khách quan tâm: { $product } ({ $sku }). Quý khách cần bao nhiêu và giao đến nước nào? Hoặc hãy hỏi điều khác bằng ngôn ngữ của mình.
hello-again = Chào mừng quý khách trở lại! Hãy viết điều quý khách cần bằng ngôn ngữ của mình.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Yêu cầu nhân viên trả lời
command-language = Đổi ngôn ngữ của menu
command-stop = Không nhận tin chưa yêu cầu
command-privacy = Dữ liệu được lưu về quý khách
command-verify = Kiểm tra báo giá hoặc tài khoản
command-help = Những việc có thể làm ở đây

## /language and /stop
language-choose = Quý khách muốn menu và thông báo bằng ngôn ngữ nào?
language-set = Từ nay menu và thông báo bằng tiếng Việt. Quý khách có thể viết cho chúng tôi bằng bất kỳ ngôn ngữ nào.
stop-done = Quý khách sẽ chỉ nhận câu trả lời cho điều mình viết. Gửi /start để hủy.
stop-undone = Quý khách có thể nhận tin từ chúng tôi trở lại.

## /privacy
privacy = { $company } lưu tên, tên người dùng và ngôn ngữ của quý khách như Telegram hiển thị, những gì quý khách viết và gửi ở đây, cùng thông tin về nước hoặc số điện thoại mà quý khách cho biết. Dữ liệu dùng để trả lời và xử lý đơn hàng. Trợ lý phần mềm giúp soạn thảo; con người kiểm tra và quyết định. Quý khách có thể yêu cầu bản sao dữ liệu hoặc yêu cầu xóa. Nhân viên sẽ xử lý việc này.
privacy-data = Gửi cho tôi dữ liệu của tôi
privacy-erase = Xóa dữ liệu của tôi
privacy-data-words = Vui lòng gửi cho tôi bản sao dữ liệu mà quý công ty lưu về tôi.
privacy-erase-words = Vui lòng xóa dữ liệu mà quý công ty lưu về tôi.
privacy-asked = Yêu cầu đã được chuyển cho đội ngũ. Nhân viên sẽ xử lý và trả lời tại đây.

## /human; the first is stored as what the buyer says
human-words = Tôi muốn nói chuyện với nhân viên, làm ơn.
human-told = { $seller } đã được yêu cầu trực tiếp trả lời quý khách. Câu trả lời sẽ đến tại đây.

## Commands that there are not
unknown-command = Tôi không biết lệnh này.
unknown-kept = Tôi không biết lệnh này, nhưng nội dung của quý khách đã được chuyển cho đội ngũ.

## Taps on answers (at most 200 characters)
tap-kept = Câu trả lời của quý khách: { $answer }
tap-again = Quý khách đã trả lời câu này rồi.
tap-old = Câu hỏi này không còn mở. Vui lòng viết cho chúng tôi.
tap-unknown = Nút này không hợp lệ. Vui lòng viết điều quý khách cần.

## Groups that are not the team’s
group-private = Tôi chỉ trò chuyện riêng nên sẽ rời nhóm này. Có thể viết cho tôi tại đây: { $link }

## To salespeople who connect their own account
business-unbound = Tài khoản đã kết nối, nhưng không thuộc về ai trong đội ngũ { $company }, nên tôi không đọc và không trả lời gì. Hãy xin quản lý mã dùng một lần và gửi cho tôi tại đây; sau đó sẽ hoạt động.
business-ready = Tài khoản đã kết nối. Tôi soạn bản nháp trả lời người mua của { $company }; bản nháp chỉ đến người mua dưới tên của bạn sau khi được duyệt. Điều bạn tự gõ vẫn gửi đi như thường và hủy bản nháp.
business-no-right = Tài khoản đã kết nối, nhưng tôi không được phép trả lời. Hãy cho phép trong Telegram: Cài đặt, Telegram Business, Chatbot, “Trả lời tin nhắn”.
