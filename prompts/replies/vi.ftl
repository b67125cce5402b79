# Tiếng Việt, xưng chúng tôi, gọi quý khách.

## Opening and closing
greet = { $formal ->
    [yes] Kính chào quý khách,
   *[no] Xin chào,
 }
greet-name = { $formal ->
    [yes] Kính chào quý khách { $name },
   *[no] Xin chào { $name },
 }
thank = Rất vui được hỗ trợ. Quý khách cần gì cứ nhắn cho chúng tôi.
close = Trân trọng,
festival = Gửi đến quý khách lời chúc tốt đẹp nhân dịp { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $number } chiếc
    [set] { $number } bộ
    [pair] { $number } đôi
    [pack] { $number } gói
    [box] { $number } hộp
    [roll] { $number } cuộn
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } mỗi chiếc
    [set] { $price } mỗi bộ
    [pair] { $price } mỗi đôi
    [pack] { $price } mỗi gói
   *[other] { $price } / { $unit }
 }
working-days = { $number } ngày làm việc
days = { $number } ngày
days-range = { $first } đến { $last } ngày
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Theo danh mục của chúng tôi: { $text }
minimum = Đơn hàng tối thiểu: { $quantity }.
options = Có thể tùy chỉnh: { $options }.
range-heading = Chúng tôi có:
range-category = • { $name }: { $number } mẫu
range-items = Chúng tôi có các sản phẩm sau:

## Quote
quote-heading = Giá của chúng tôi, { $terms }:
quote-heading-quantities = Giá theo số lượng, { $terms }:
quote-heading-goods = Giá theo số lượng, chưa gồm cước vận chuyển:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Hàng mẫu { $goods }
quote-freight = • Cước vận chuyển ({ $method }, { $days }): { $amount }
quote-freight-open = Quý khách cho biết chọn số lượng nào, chúng tôi sẽ cộng cước vận chuyển cho { $terms }.
quote-total = Tổng cộng: { $amount }
quote-promotion = Đã áp dụng chương trình { $name } (giảm { $percent }).
quote-indicative = Để tham khảo: khoảng { $total } theo tỷ giá ngày { $date } ({ $one } = { $rate }).
quote-validity = Báo giá có hiệu lực đến ngày { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: đơn hàng tối thiểu là { $moq }, nên chúng tôi chưa thể báo giá cho { $quantity }. Với { $moq }, giá là { $unit_price }.
below-moq-sample = Để dùng thử trước, quý khách có thể đặt hàng mẫu với giá { $price }.
option-below-moq = { $option } thực hiện được từ { $moq } (thêm { $unit_price }); với { $quantity } chưa tính trong giá.
option-not-offered = { $option } không áp dụng cho { $goods }.
options-offered = Sản phẩm này có thể làm: { $options }.
options-heading = Tùy chỉnh cho { $goods }:
option-terms = • { $option }: thêm { $unit_price }, từ { $moq }
sample-price = Giá hàng mẫu { $goods }: { $price }.
samples-not-sold = Chúng tôi không bán hàng mẫu { $goods }.

## Time and stock
lead-time = Thời gian sản xuất: { $days }.
lead-time-goods = { $goods }: thời gian sản xuất { $days }.
ready-by = Nếu đặt hàng hôm nay, hàng sẽ sẵn sàng vào ngày { $date }.
closure = Đã tính kỳ nghỉ của chúng tôi từ ngày { $start } đến ngày { $end } ({ $name }).
deadline-missed = Ngày này muộn hơn thời hạn quý khách nêu (ngày { $date }); chúng tôi sẽ kiểm tra xem có thể làm gì.
stock = { $goods }: có sẵn { $quantity }, gửi được ngay.
stock-none = { $goods } hiện không có sẵn; hàng được sản xuất theo đơn.
closed = Chúng tôi nghỉ từ { $start } đến { $end } ({ $name }) và làm việc lại vào { $reopens }.
working-days-of-week = Ngày làm việc của chúng tôi: { $days }.
working-hours = Giờ làm việc của chúng tôi: từ { $opens } đến { $closes }, giờ địa phương của chúng tôi.

## Delivery
method-replaced = { $asked } không nhận được lô hàng này, nên cước được tính theo { $used }.
method-replaced-battery = { $asked } không nhận hàng có pin lithium, nên cước được tính theo { $used }.
method-impossible = { $asked } không nhận được lô hàng này; chúng tôi sẽ kiểm tra phương án khác.
method-impossible-battery = { $asked } không nhận hàng có pin lithium; chúng tôi sẽ kiểm tra phương án khác.
freight-unknown = Chúng tôi chưa có cước cố định cho lô hàng này; chúng tôi sẽ kiểm tra và báo lại.
incoterm-replaced = Chúng tôi không báo giá { $asked }; giá này là { $used }.
duty-not-included = Giá này chưa gồm thuế nhập khẩu và các loại thuế khác.

## Certificates and policies
certificates = Chứng nhận của { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: không có trong dữ liệu của chúng tôi cho sản phẩm này. Chúng tôi sẽ kiểm tra và báo lại; đến lúc đó xin quý khách chưa dựa vào thông tin này.
certificates-none = Dữ liệu của chúng tôi chưa ghi chứng nhận nào cho { $goods }. Chúng tôi sẽ kiểm tra và báo lại.
policy = Theo quy định của chúng tôi:
policy-language = { $code ->
    [en] Theo quy định của chúng tôi (bằng tiếng Anh):
    [zh] Theo quy định của chúng tôi (bằng tiếng Trung):
   *[other] Theo quy định của chúng tôi ({ $language }):
 }
check = Chúng tôi sẽ kiểm tra và báo lại cho quý khách.

## Questions
ask-open = Chúng tôi có thể giúp gì cho quý khách? Xin cho biết sản phẩm và số lượng cần mua.
ask-interest = Quý khách quan tâm đến loại nào và số lượng bao nhiêu?
ask-product = Quý khách cần sản phẩm nào? Mã hàng, đường dẫn hoặc hình ảnh sẽ giúp chúng tôi tìm nhanh hơn.
ask-product-choice = Quý khách muốn loại nào trong số này?
ask-product-version = Quý khách cần loại nào: { $choices }?
ask-quantity = Quý khách cần số lượng bao nhiêu?
ask-quantity-moq = Quý khách cần số lượng bao nhiêu? Đơn hàng tối thiểu là { $moq }.
ask-destination = Hàng sẽ giao đến nước nào, thành phố hoặc cảng nào?
ask-incoterm-open = Quý khách muốn điều kiện giao hàng (Incoterm) nào?
ask-incoterm = Quý khách muốn điều kiện giao hàng nào: { $choices }?
ask-customization = Quý khách muốn tùy chỉnh gì (logo, màu sắc, bao bì)?
ask-customization-choice = Quý khách muốn tùy chỉnh nào: { $choices }?
ask-deadline = Quý khách cần hàng vào lúc nào?
ask-company = Quý khách mua hàng cho công ty nào?
ask-usage = Hàng sẽ được dùng vào việc gì?
ask-target-price = Quý khách mong muốn đơn giá bao nhiêu?
ask-order-number = Xin cho biết mã đơn hàng của quý khách.
ask-evidence = Xin gửi ảnh hoặc video ngắn về lỗi và cho biết bao nhiêu sản phẩm bị ảnh hưởng.
ask-affected = Có bao nhiêu sản phẩm bị ảnh hưởng?
ask-batch = Số lô ghi trên hàng hoặc trên thùng là số nào?

## Payment
steer = Đặt hàng và thanh toán được thực hiện qua { $platform }.
steer-benefits = Đặt hàng và thanh toán được thực hiện qua { $platform }: { $benefits }.
payment-methods = Quý khách có thể thanh toán bằng { $methods }.
deposit = Tiền đặt cọc là { $percent }.
deposit-amount = Tiền đặt cọc là { $percent }, tức { $amount }.
deposit-balance = Tiền đặt cọc là { $percent }, tức { $amount }; phần còn lại là { $balance }.
order-link = Quý khách có thể đặt hàng tại đây: { $link }
benefit-held = tiền của quý khách được giữ lại cho đến khi quý khách xác nhận đã nhận hàng
benefit-refund = được hoàn tiền nếu không đạt chất lượng hoặc trễ ngày gửi hàng
benefit-record = thỏa thuận và thông tin giao hàng nằm chung trong một đơn
benefit-dispute = nền tảng hỗ trợ giải quyết tranh chấp
method-card = thẻ
method-platform-transfer = chuyển khoản vào tài khoản của sàn
decline-payment = Chúng tôi chỉ nhận thanh toán qua { $platform }, với mọi đơn hàng và mọi số tiền.
decline-payment-plain = Chúng tôi chỉ nhận thanh toán theo các cách ghi trong quy định của chúng tôi.
decline-benefits = Điều này bảo vệ quý khách: { $benefits }.
case-fees = Về chi phí: quý khách hãy so sánh các cách thanh toán trên { $platform } – { $methods } – và chọn cách rẻ nhất cho mình. Ở ngoài, quý khách tiết kiệm được một khoản phí nhưng mất sự bảo vệ.
case-fees-plain = Về chi phí: quý khách hãy so sánh các cách thanh toán trên { $platform } – { $methods } – và chọn cách rẻ nhất cho mình.
case-habit = Chúng tôi biết quý khách quen cách khác. Không thay đổi nhiều: quý khách thanh toán bằng { $methods }, còn đơn hàng, thanh toán và giao hàng nằm ở một nơi trên { $platform }.
case-bank = Nếu ngân hàng của quý khách từ chối hoặc giới hạn khoản thanh toán, có thể dùng cách khác trên { $platform }: { $methods }. Hãy cho chúng tôi biết ngân hàng nói gì để tìm cách phù hợp.
case-bank-deposit = Nếu ngân hàng của quý khách từ chối hoặc giới hạn khoản thanh toán, có thể dùng cách khác trên { $platform }: { $methods }. Hãy cho chúng tôi biết ngân hàng nói gì để tìm cách phù hợp. Tiền cọc { $percent } được trả trước nên không phải trả hết một lần.
case-speed = Để không mất thời gian, quý khách có thể đặt hàng và thanh toán trên { $platform } trong một bước: { $methods }. Hai bên đều thấy khoản thanh toán trong đơn hàng, không cần gửi biên lai qua lại.
case-distrust = Cẩn thận là đúng. Trên { $platform }, không bên nào phải chỉ dựa vào lời nói của bên kia, và quý khách có thể đọc điều khoản trước khi đặt hàng.
case-distrust-plain = Cẩn trọng là đúng. Quý khách có thể đọc các điều khoản của { $platform } trước khi đặt hàng.
case-invoice = Chứng từ cho sổ sách của quý khách cũng có thể làm với đơn hàng trên { $platform }: hãy cho biết hóa đơn cần ghi gì (tên công ty, địa chỉ, mã số thuế), chúng tôi sẽ kiểm tra trước khi quý khách đặt hàng.
account-changed = Thông tin thanh toán của chúng tôi không bao giờ thay đổi qua tin nhắn, dù ai gửi và dù đứng tên nào. Chúng tôi chỉ nhận thanh toán qua { $platform }.
account-changed-plain = Thông tin thanh toán của chúng tôi không bao giờ thay đổi qua tin nhắn, dù ai gửi và dù đứng tên nào. Chỉ có thể thanh toán theo các cách nêu trong điều khoản của chúng tôi.
account-changed-wait = Xin đừng trả bất cứ khoản nào được yêu cầu trong tin nhắn như vậy. Quản lý đang xem cuộc trò chuyện này và sẽ trực tiếp trả lời quý khách tại đây.
account-changed-verify = Quý khách có thể tự kiểm tra mỗi báo giá của chúng tôi bằng đường dẫn và mã kiểm tra ghi trên đó.
stay = Xin tiếp tục trao đổi trong khung chat này để mọi thông tin về đơn hàng ở cùng một chỗ.

## Care
confidential = Chúng tôi không chia sẻ giá vốn, biên lợi nhuận hay thông tin nội bộ khác. Chúng tôi sẵn sàng gửi báo giá cho quý khách.
discount = Chúng tôi đã ghi nhận đề nghị về giá; người phụ trách sẽ quyết định và chúng tôi sẽ báo lại.
discount-listed = Chúng tôi đã ghi nhận đề nghị về giá; người phụ trách sẽ quyết định và chúng tôi sẽ báo lại. Đến lúc đó, giá trên vẫn áp dụng.
restricted = Chúng tôi không thể báo giá hay hứa hẹn cho điểm đến này. Quản lý sẽ xem xét yêu cầu và trả lời quý khách.
dispute = Chúng tôi rất tiếc về sự việc này. Quản lý sẽ trực tiếp xem xét trường hợp của quý khách và trả lời tại đây.
defect = Chúng tôi rất tiếc vì đơn hàng của quý khách gặp vấn đề.
order-check = Chúng tôi sẽ kiểm tra đơn hàng và trả lời quý khách tại đây.
order-check-number = Chúng tôi sẽ kiểm tra đơn hàng { $number } và trả lời quý khách tại đây.
person = Nhân viên của chúng tôi sẽ trực tiếp xử lý yêu cầu và trả lời quý khách tại đây.
calm = Chúng tôi hiểu sự bức xúc của quý khách và mong cùng tìm ra giải pháp tốt.
scam = Chúng tôi không mở liên kết hay tài liệu bên ngoài và không nhập thông tin đăng nhập. Đơn hàng, thanh toán và hoàn tiền chỉ thực hiện qua { $platform }; hàng chỉ được giao theo đúng trạng thái hiển thị trên sàn.
scam-plain = Chúng tôi không mở liên kết hay tài liệu bên ngoài và không nhập thông tin đăng nhập. Đơn hàng, thanh toán và hoàn tiền chỉ thực hiện theo cách đặt hàng đã thống nhất.
