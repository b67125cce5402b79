title = { $kind ->
    [proforma] प्रोफ़ॉर्मा इनवॉइस
   *[quotation] कोटेशन
 }
number = संख्या
revision = संशोधन { $number }
date = दिनांक
valid-until = मान्य तिथि
buyer = खरीदार
prepared-by = तैयारकर्ता
page = पृष्ठ { $page } / { $pages }

item = उत्पाद
quantity = मात्रा
unit-price = प्रति इकाई मूल्य ({ $currency })
amount = राशि ({ $currency })
sample = नमूना
hs-code = HS कोड { $code }
goods = माल
freight = भाड़ा ({ $method }, { $days })
total = कुल { $terms }
deposit = अग्रिम राशि ({ $percent })
balance = शेष राशि
choose = हर मात्रा का अलग मूल्य है: कृपया बताएँ कि आप कौन-सी मात्रा चुनते हैं।

terms = शर्तें
delivery-terms = डिलीवरी की शर्तें
production = उत्पादन समय
ready-by = माल तैयार
ready-if = { $date }, यदि ऑर्डर { $ordered } को दिया जाए
closures = हमारी छुट्टी इसमें गिनी गई है: { $names }
gross-weight = कुल वज़न
kilograms = { $number } कि.ग्रा.
notes = कृपया ध्यान दें

payment = ऑर्डर और भुगतान { $platform } के माध्यम से
payment-plain = भुगतान
ways = भुगतान के तरीके
scan = ऑर्डर के लिए स्कैन करें
verify = यह कोटेशन जाँचें
verify-code = जाँच कोड
verify-scan = जाँचने के लिए स्कैन करें
