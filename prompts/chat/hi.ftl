# The buyer's chat page. Values arrive formatted.

## The page
title = { $company } से चैट
no-script = इस चैट के लिए JavaScript चाहिए। कृपया उसे चालू करें या दूसरा ब्राउज़र इस्तेमाल करें।
menu = विकल्प
new-talk = नई चैट शुरू करें
new-talk-sure = नई चैट शुरू करें?
new-talk-means = यह डिवाइस चैट भूल जाएगा। { $company } के पास वह रहेगी।
keep = यह चैट रखें
close = चैट बंद करें
open = हमसे चैट करें
skip = संदेश के बॉक्स पर जाएँ

## Who answers, and when
open-until = { $time } तक खुला
opens-at = अभी बंद है, खुलेगा: { $time }
hello = हम आपकी क्या मदद कर सकते हैं?
hello-more = दाम, नमूने, शिपिंग या कुछ भी अपनी भाषा में पूछें।
assistant = एक सॉफ़्टवेयर सहायक लिखने में हमारी टीम की मदद करता है। आपको मिलने से पहले एक व्यक्ति जवाब जाँचता है; जो अपने आप भेजा जाता है उस पर निशान होता है।
your-name = आपका नाम (वैकल्पिक)
reading = टीम जवाब तैयार कर रही है
checking = भेजने से पहले एक व्यक्ति जवाब जाँचता है
later = टीम खुलने पर जवाब देगी: { $time }
automatic = स्वचालित जवाब

## The talk
log = संदेश
you = आप
them = { $company }
today = आज
yesterday = कल
to-newest = सबसे नए संदेश पर
choices = सुझाए गए जवाब

## Writing
write = संदेश लिखें
send = भेजें
attach = फ़ाइलें जोड़ें
drop = फ़ाइलें यहाँ छोड़ें
remove = { $name } हटाएँ
pasted = चिपकाई गई तस्वीर

## Ticks and troubles
sending = भेजे जाने की प्रतीक्षा में
sent = भेजा गया
seen = टीम ने देख लिया
not-sent = नहीं भेजा गया
try-again = फिर कोशिश करें
discard = मिटाएँ
offline = आप ऑफ़लाइन हैं। आपके संदेश सुरक्षित हैं और बाद में भेजे जाएँगे।
connecting = जुड़ रहा है…
too-large = { $name } बहुत बड़ी है। एक फ़ाइल अधिकतम { $size } की हो सकती है।
too-many = एक संदेश के साथ अधिकतम { $count } फ़ाइलें भेजी जा सकती हैं।
too-long = यह संदेश { $count } अक्षर ज़्यादा लंबा है।
all-too-large = ये फ़ाइलें मिलकर बहुत बड़ी हैं। इन्हें कई संदेशों में भेजें।
ended = पिछली चैट समाप्त हो गई है। आपके संदेश से नई चैट शुरू होगी।

## Quotes
quote = कोटेशन
revision = संशोधन { $number }
valid-until = { $date } तक मान्य
expired = { $date } को समाप्त
product = उत्पाद
quantity = मात्रा
amount = राशि
sample = नमूना
freight = भाड़ा: { $method }, { $days } दिन
total = कुल
choose = इनमें से एक मात्रा चुनें
replaced = संशोधन { $number } ने इसकी जगह ली
ready-by = { $date } तक तैयार
order = अभी ऑर्डर करें
order-on = { $platform } पर ऑर्डर करें
benefits = { $platform } के साथ
pdf = PDF में कोटेशन
verify = यह कोटेशन जाँचें
verify-code = जाँच कोड
deposit = अग्रिम राशि ({ $percent }%)
balance = शेष राशि
