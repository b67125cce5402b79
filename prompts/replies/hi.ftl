# हिन्दी, आप के साथ।

## Opening and closing
greet = नमस्ते,
greet-name = { $formal ->
    [yes] नमस्ते { $name } जी,
   *[no] नमस्ते { $name },
 }
thank = आपका स्वागत है। जब भी ज़रूरत हो, हमें लिखें।
close = { $formal ->
    [yes] सादर,
   *[no] शुभकामनाओं सहित,
 }
festival = { $name } की हार्दिक शुभकामनाएँ।

## Counting
pieces = { $unit ->
    [pcs] { $number } पीस
    [set] { $number } सेट
    [pair] { $number } जोड़ी
    [pack] { $number } पैक
    [box] { $number } बॉक्स
    [roll] { $number } रोल
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } प्रति पीस
    [set] { $price } प्रति सेट
    [pair] { $price } प्रति जोड़ी
    [pack] { $price } प्रति पैक
   *[other] { $price } / { $unit }
 }
working-days = { $number } कार्य दिवस
days = { $number } दिन
days-range = { $first } से { $last } दिन
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = हमारे कैटलॉग से: { $text }
minimum = न्यूनतम ऑर्डर: { $quantity }।
options = उपलब्ध कस्टमाइज़ेशन: { $options }।
range-heading = हमारे उत्पाद:
range-category = • { $name }: { $number } आइटम
range-items = हमारे पास ये उत्पाद हैं:

## Quote
quote-heading = हमारा मूल्य, { $terms }:
quote-heading-quantities = मात्रा के अनुसार हमारे मूल्य, { $terms }:
quote-heading-goods = मात्रा के अनुसार हमारे मूल्य, भाड़ा शामिल नहीं:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = नमूना, { $goods }
quote-freight = • भाड़ा ({ $method }, { $days }): { $amount }
quote-freight-open = कृपया बताएँ कि आप कौन-सी मात्रा चुनते हैं, फिर हम { $terms } का भाड़ा जोड़ देंगे।
quote-total = कुल: { $amount }
quote-promotion = { $name } ऑफ़र ({ $percent } छूट) पहले से शामिल है।
quote-indicative = केवल अनुमान के लिए: { $date } की दर से लगभग { $total } ({ $one } = { $rate })।
quote-validity = { $date } तक मान्य।

## Minimum orders, options, samples
below-moq = { $goods }: न्यूनतम ऑर्डर { $moq } है, इसलिए { $quantity } के लिए मूल्य नहीं दे सकते। { $moq } पर मूल्य { $unit_price } है।
below-moq-sample = पहले जाँचने के लिए आप { $price } में नमूना मँगवा सकते हैं।
option-below-moq = { $option }: { $moq } से संभव है (अतिरिक्त { $unit_price }); { $quantity } के लिए यह मूल्य में शामिल नहीं है।
option-not-offered = { $goods } के लिए { $option } उपलब्ध नहीं है।
options-offered = इस उत्पाद के लिए उपलब्ध: { $options }।
options-heading = { $goods } का कस्टमाइज़ेशन:
option-terms = • { $option }: अतिरिक्त { $unit_price }, { $moq } से
sample-price = { $goods } के नमूने का मूल्य: { $price }।
samples-not-sold = { $goods } के नमूने हम नहीं बेचते।

## Time and stock
lead-time = उत्पादन समय: { $days }।
lead-time-goods = { $goods }: उत्पादन समय { $days }।
ready-by = आज ऑर्डर देने पर माल { $date } को तैयार होगा।
closure = { $start } से { $end } तक की हमारी छुट्टी ({ $name }) इसमें गिनी गई है।
deadline-missed = यह आपकी बताई तारीख ({ $date }) के बाद है; हम देखेंगे कि क्या संभव है।
stock = { $goods }: स्टॉक में { $quantity }, भेजने के लिए तैयार।
stock-none = { $goods } अभी स्टॉक में नहीं है; ऑर्डर पर बनाया जाता है।
closed = हम { $start } से { $end } तक बंद हैं ({ $name }) और { $reopens } को फिर खुलेंगे।
working-days-of-week = हमारे काम के दिन: { $days }।
working-hours = हमारे काम का समय: { $opens } से { $closes }, हमारे स्थानीय समय के अनुसार।

## Delivery
method-replaced = इस खेप के लिए { $asked } संभव नहीं है, इसलिए भाड़ा { $used } से जोड़ा गया है।
method-replaced-battery = { $asked } से लिथियम बैटरी वाला माल नहीं जाता, इसलिए भाड़ा { $used } से जोड़ा गया है।
method-impossible = इस खेप के लिए { $asked } संभव नहीं है; हम दूसरे विकल्प देखेंगे।
method-impossible-battery = { $asked } से लिथियम बैटरी वाला माल नहीं जाता; हम दूसरे विकल्प देखेंगे।
freight-unknown = इस खेप के लिए हमारे पास तय भाड़ा नहीं है; हम पता करके आपको बताएँगे।
incoterm-replaced = हम { $asked } पर मूल्य नहीं देते; यह मूल्य { $used } है।
duty-not-included = आयात शुल्क और कर इस मूल्य में शामिल नहीं हैं।

## Certificates and policies
certificates = { $goods } के प्रमाणपत्र: { $certificates }।
certificates-unlisted = { $certificates }: इस उत्पाद के लिए हमारे डेटा में दर्ज नहीं है। हम जाँच कर आपको बताएँगे; तब तक कृपया इस पर निर्भर न रहें।
certificates-none = { $goods } के लिए हमारे डेटा में कोई प्रमाणपत्र दर्ज नहीं है। हम जाँच कर आपको बताएँगे।
policy = हमारी शर्तों से:
policy-language = { $code ->
    [en] हमारी शर्तों से (अंग्रेज़ी में):
    [zh] हमारी शर्तों से (चीनी में):
   *[other] हमारी शर्तों से ({ $language }):
 }
check = हम जाँच कर आपको बताएँगे।

## Questions
ask-open = हम आपकी क्या सहायता कर सकते हैं? कृपया बताएँ कि कौन-सा उत्पाद और कितनी मात्रा चाहिए।
ask-interest = इनमें से आपको क्या चाहिए, और कितनी मात्रा में?
ask-product = आपको कौन-सा उत्पाद चाहिए? मॉडल नंबर, लिंक या फ़ोटो से मदद मिलेगी।
ask-product-choice = इनमें से आपका मतलब किससे है?
ask-product-version = आपको कौन-सा विकल्प चाहिए: { $choices }?
ask-quantity = आपको कितनी मात्रा चाहिए?
ask-quantity-moq = आपको कितनी मात्रा चाहिए? न्यूनतम ऑर्डर { $moq } है।
ask-destination = माल किस देश और किस शहर या बंदरगाह पर भेजना है?
ask-incoterm-open = आप कौन-सा Incoterm चाहते हैं?
ask-incoterm = आप कौन-सा Incoterm चाहते हैं: { $choices }?
ask-customization = आप क्या कस्टमाइज़ कराना चाहते हैं (लोगो, रंग, पैकेजिंग)?
ask-customization-choice = आपको कौन-सा कस्टमाइज़ेशन चाहिए: { $choices }?
ask-deadline = आपको माल कब तक चाहिए?
ask-company = यह खरीद किस कंपनी के लिए है?
ask-usage = माल का उपयोग किसके लिए होगा?
ask-target-price = आप प्रति इकाई किस मूल्य की अपेक्षा रखते हैं?
ask-order-number = आपका ऑर्डर नंबर क्या है?
ask-evidence = कृपया ख़राबी के फ़ोटो या छोटा वीडियो भेजें और बताएँ कि कितने पीस प्रभावित हैं।
ask-affected = कितने पीस में समस्या है?
ask-batch = माल या कार्टन पर कौन-सा बैच नंबर लिखा है?

## Payment
steer = ऑर्डर और भुगतान { $platform } के माध्यम से होते हैं।
steer-benefits = ऑर्डर और भुगतान { $platform } के माध्यम से होते हैं: { $benefits }।
payment-methods = आप इन तरीकों से भुगतान कर सकते हैं: { $methods }।
deposit = अग्रिम राशि { $percent } है।
deposit-amount = अग्रिम राशि { $percent } है, यानी { $amount }।
deposit-balance = अग्रिम राशि { $percent } है, यानी { $amount }; शेष राशि { $balance } है।
order-link = ऑर्डर यहाँ दे सकते हैं: { $link }
benefit-held = आपके डिलीवरी की पुष्टि करने तक आपका पैसा रोककर रखा जाता है
benefit-refund = गुणवत्ता या भेजने की तारीख पूरी न होने पर पैसा वापस मिलता है
benefit-record = सहमति और शिपिंग का ब्योरा एक ही ऑर्डर में रहता है
benefit-dispute = प्लेटफ़ॉर्म विवाद सुलझाने में मदद करता है
method-card = कार्ड
method-platform-transfer = प्लेटफ़ॉर्म के खाते में बैंक ट्रांसफ़र
decline-payment = हम हर ऑर्डर और हर राशि के लिए भुगतान केवल { $platform } के माध्यम से लेते हैं।
decline-payment-plain = हम भुगतान केवल अपनी शर्तों में बताए गए तरीकों से लेते हैं।
decline-benefits = इससे आप सुरक्षित रहते हैं: { $benefits }।
case-fees = खर्च के बारे में: { $platform } पर भुगतान के तरीके – { $methods } – मिलाकर देखें और अपने लिए सबसे सस्ता चुनें। इसके बाहर एक शुल्क बचेगा, पर सुरक्षा चली जाएगी।
case-fees-plain = खर्च के बारे में: { $platform } पर भुगतान के तरीके – { $methods } – मिलाकर देखें और अपने लिए सबसे सस्ता चुनें।
case-habit = हम जानते हैं कि आपके यहाँ दूसरे तरीके चलते हैं। ज़्यादा कुछ नहीं बदलता: आप { $methods } से भुगतान करते हैं, और ऑर्डर, भुगतान तथा डिलीवरी { $platform } पर एक ही जगह रहते हैं।
case-bank = यदि आपका बैंक भुगतान रोकता या सीमित करता है, तो { $platform } पर कोई और तरीका काम कर सकता है: { $methods }। बैंक क्या कहता है यह बताएँ, हम सही तरीका ढूँढेंगे।
case-bank-deposit = यदि आपका बैंक भुगतान रोकता या सीमित करता है, तो { $platform } पर कोई और तरीका काम कर सकता है: { $methods }। बैंक क्या कहता है यह बताएँ, हम सही तरीका ढूँढेंगे। पहले { $percent } अग्रिम देना होता है, इसलिए सब कुछ एक बार में जाना ज़रूरी नहीं।
case-speed = समय न जाए, इसके लिए आप { $platform } पर एक ही चरण में ऑर्डर और भुगतान कर सकते हैं: { $methods }। दोनों पक्ष ऑर्डर में भुगतान देखते हैं, रसीदें भेजने की ज़रूरत नहीं।
case-distrust = सावधानी सही है। { $platform } पर किसी पक्ष को केवल दूसरे की बात पर निर्भर नहीं रहना पड़ता, और आप ऑर्डर से पहले उसकी शर्तें पढ़ सकते हैं।
case-distrust-plain = सावधानी सही है। ऑर्डर करने से पहले आप { $platform } की शर्तें पढ़ सकते हैं।
case-invoice = आपके हिसाब-किताब के कागज़ { $platform } पर ऑर्डर के लिए भी संभव हैं: बताएँ कि बिल में क्या होना चाहिए (कंपनी का नाम, पता, कर संख्या), हम ऑर्डर से पहले जाँच लेंगे।
account-changed = हमारी भुगतान जानकारी कभी किसी संदेश से नहीं बदलती, चाहे कोई भी भेजे और किसी भी नाम से भेजे। हम भुगतान केवल { $platform } के माध्यम से लेते हैं।
account-changed-plain = हमारी भुगतान जानकारी कभी किसी संदेश से नहीं बदलती, चाहे कोई भी भेजे और किसी भी नाम से भेजे। भुगतान केवल हमारी शर्तों में बताए तरीकों से संभव है।
account-changed-wait = कृपया ऐसे संदेश में माँगा गया कोई भुगतान न करें। एक प्रबंधक यह बातचीत देख रहे हैं और यहाँ स्वयं उत्तर देंगे।
account-changed-verify = हमारा हर कोटेशन आप उस पर लिखे लिंक और जाँच कोड से स्वयं जाँच सकते हैं।
stay = कृपया इसी चैट में बात जारी रखें, ताकि आपके ऑर्डर की हर बात एक ही जगह रहे।

## Care
confidential = हम लागत, मार्जिन या अन्य आंतरिक जानकारी साझा नहीं करते। अपने मूल्य हम खुशी से बताएँगे।
discount = आपका मूल्य-अनुरोध हमने दर्ज कर लिया है; इस पर संबंधित सहकर्मी निर्णय लेंगे और हम आपको बताएँगे।
discount-listed = आपका मूल्य-अनुरोध हमने दर्ज कर लिया है; इस पर संबंधित सहकर्मी निर्णय लेंगे और हम आपको बताएँगे। तब तक ऊपर दिया मूल्य लागू है।
restricted = इस गंतव्य के लिए हम कोई प्रस्ताव या वादा नहीं कर सकते। हमारे प्रबंधक आपका अनुरोध देखकर उत्तर देंगे।
dispute = इस परेशानी के लिए हमें खेद है। हमारे प्रबंधक स्वयं आपका मामला देखेंगे और यहीं उत्तर देंगे।
defect = हमें खेद है कि आपके ऑर्डर में समस्या है।
order-check = हम आपका ऑर्डर जाँच कर यहीं उत्तर देंगे।
order-check-number = हम आपका ऑर्डर { $number } जाँच कर यहीं उत्तर देंगे।
person = हमारी टीम के एक सदस्य स्वयं आपका अनुरोध देखेंगे और यहीं उत्तर देंगे।
calm = हम आपकी नाराज़गी समझते हैं और आपके साथ मिलकर अच्छा समाधान निकालना चाहते हैं।
scam = हम बाहरी लिंक या दस्तावेज़ नहीं खोलते और लॉगिन जानकारी नहीं भरते। ऑर्डर, भुगतान और धन-वापसी केवल { $platform } के माध्यम से होते हैं, और माल केवल प्लेटफ़ॉर्म पर दिखने वाली स्थिति के अनुसार ही छोड़ा जाता है।
scam-plain = हम बाहरी लिंक या दस्तावेज़ नहीं खोलते और लॉगिन जानकारी नहीं भरते। ऑर्डर, भुगतान और धन-वापसी केवल तय की गई ऑर्डर प्रक्रिया से होते हैं।
