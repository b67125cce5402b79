title = { $kind ->
    [proforma] Hóa đơn chiếu lệ
   *[quotation] Báo giá
 }
number = Số
revision = Bản sửa đổi { $number }
date = Ngày
valid-until = Hiệu lực đến
buyer = Bên mua
prepared-by = Người lập
page = Trang { $page }/{ $pages }

item = Mặt hàng
quantity = Số lượng
unit-price = Đơn giá ({ $currency })
amount = Thành tiền ({ $currency })
sample = Hàng mẫu
hs-code = Mã HS { $code }
goods = Tiền hàng
freight = Cước vận chuyển ({ $method }, { $days })
total = Tổng cộng { $terms }
deposit = Tiền đặt cọc ({ $percent })
balance = Còn lại
choose = Mỗi số lượng có một mức giá: quý khách vui lòng cho biết số lượng đã chọn.

terms = Điều khoản
delivery-terms = Điều kiện giao hàng
production = Thời gian sản xuất
ready-by = Hàng sẵn sàng
ready-if = { $date }, nếu đặt hàng ngày { $ordered }
closures = Đã tính kỳ nghỉ của chúng tôi: { $names }
gross-weight = Tổng trọng lượng
kilograms = { $number } kg
notes = Xin lưu ý

payment = Đặt hàng và thanh toán qua { $platform }
payment-plain = Thanh toán
ways = Phương thức thanh toán
scan = Quét mã để đặt hàng
verify = Kiểm tra báo giá này
verify-code = Mã kiểm tra
verify-scan = Quét để kiểm tra
