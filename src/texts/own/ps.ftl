# The household's own page, /h. docs/languages.md says how it is translated.

own-title = زما پاڼه
own-language = ژبه
own-back = شاته
own-next = مخکې
own-leave = وتل
own-aloud = اورېدل
own-to-content = متن ته ورشئ
own-menu = مېنو
own-undo = بېرته کول
own-save = خوندي کړئ
own-print = چاپ کړئ
own-error = دا ونه شول. مهرباني وکړئ بیا هڅه وکړئ.
own-not-found = دا پاڼه نشته.

# The door: card and PIN
own-door-title = ننوتل
own-door-help = تاسو خپل کارت او پټ نمبر ته اړتیا لرئ. پټ نمبر د جامو په مرکز کې ترلاسه کوئ.
own-card = ستاسو کارت
own-card-hint = توري او شمېرې پر کارت لیکل شوي دي.
own-camera = کارت په کامره ولولئ
own-camera-hint = کارت د کامرې مخې ته ونیسئ.
own-camera-close = کامره بنده کړئ
own-camera-failed = کامره کار نه کوي. هغه څه ولیکئ چې پر کارت دي.
own-photo = د کارت عکس
own-photo-send = عکس ولولئ
own-photo-nothing = په عکس کې کارت نه ښکاري. نوی عکس واخلئ. یا هغه څه ولیکئ چې پر کارت دي.
own-pin = پټ نمبر
own-pin-hint = 6 شمېرې
own-pin-delete = وروستۍ شمېره پاکه کړئ
own-enter = ننوځئ
own-door-wrong = دا ونه شول. کارت او پټ نمبر وګورئ. له 5 ناسمو هڅو وروسته باید 15 دقیقې انتظار وکړئ.
own-door-often = ډېرې هڅې وشوې. څو دقیقې انتظار وکړئ.
own-door-ended = تاسو وتلي یاست. بیا ننوځئ.
own-door-left = تاسو وتلي یاست.

# The five pages
own-tab-list = زما لېست
own-tab-ask = زه اړتیا لرم
own-tab-ready = تیار
own-tab-time = د لیدو وخت
own-tab-me = زما معلومات

# The list
own-list-help = دا ستاسو په لېست کې دي. د ډک ټکي مانا: دا لا دمخه لرئ.
own-list-empty = ستاسو لېست خالي دی. هغه څه وټاکئ چې ورته اړتیا لرئ.
own-person = کس { $number }
own-everybody = د ټولو لپاره په ګډه
own-of = { $got } له { $wanted } څخه
own-size = اندازه { $size }
own-state-waiting = په انتظار
own-state-ready = تیار دی
own-state-got = ترلاسه شو

# Choosing what is needed
own-ask-help = د + نښې مانا: زه ورته اړتیا لرم. د − نښې مانا: زه ورته اړتیا نه لرم.
own-ask-who = د چا لپاره؟
own-ask-none = اوس دلته څه نه شئ ټاکلی. د جامو په مرکز کې وپوښتئ.
own-plus = { $thing }: یو زیات
own-minus = { $thing }: یو کم
own-ask-full = دلته له دې زیات نه کېږي. د جامو په مرکز کې وپوښتئ.
own-ask-saved = خوندي شو: { $thing }، { $count }
own-on-list = په لېست کې شته
own-not-on-list = په لېست کې نشته

# What lies ready
own-ready-help = دا شیان اخیستلی شئ. خپل کارت له ځان سره راوړئ.
own-ready-empty = تر اوسه څه نه دي تیار. موږ تاسو ته مناسب شیان لټوو.
own-until = تر { $day } پورې
own-place = ځای
own-choose-time = وخت وټاکئ

# A time
own-time-help = یوه ورځ او یو ساعت وټاکئ.
own-time-empty = اوس کوم وخت خالي نه دی. ژر بیا وګورئ.
own-time-yours = ستاسو وخت
own-time-booked = ستاسو وخت ثبت شو.
own-time-take = { $time }: دا وخت واخلئ
own-time-full = دا وخت نور خالي نه دی. بل وخت وټاکئ.
own-time-already = تاسو له مخکې وخت لرئ.
own-time-cancel = وخت لغوه کړئ
own-time-keep = وخت وساتئ
own-time-cancelled = ستاسو وخت لغوه شو.
own-time-change = بل وخت غواړئ؟ لومړی دا لغوه کړئ.
own-time-bring = خپل کارت له ځان سره راوړئ.
own-time-calendar = کلیزې ته یې اضافه کړئ
own-time-number = ستاسو نمبر
own-time-wait = تاسو راغلي یاست. مهرباني وکړئ خپل نمبر ته په تمه اوسئ.
own-time-called = ستاسو وار دی. مهرباني وکړئ راشئ.
own-free = خالي: { $count }
own-audience-everybody = د ټولو لپاره
own-audience-babies = کورنۍ له کوچني ماشوم سره
own-audience-women = یوازې ښځې
own-audience-quiet = ارام وخت
own-audience-first = لومړی ځل دلته
own-today = نن
own-tomorrow = سبا

# What is stored
own-me-help = موږ دا ستاسو په اړه ساتلي دي. کوم څه ناسم دي؟ د جامو په مرکز کې یې ووایئ.
own-me-area = سیمه
own-me-since = زموږ سره د پیل نېټه
own-me-visit = وروستۍ لیدنه
own-me-note = یادښت
own-me-mentors = څوک درسره مرسته کوي
own-me-collectors = څوک ستاسو لپاره شیان اخیستلی شي
own-me-collectors-end = نور اجازه نه لري: { $name }
own-me-collectors-ended = خوندي شو. دا نور اجازه نه لري.
own-voucher = د اخیستلو پاڼه
own-me-people = کسان
own-age-baby = تی‌رودونکی ماشوم
own-age-child-small = کوچنی ماشوم
own-age-child = ماشوم
own-age-teen = تنکی ځوان
own-age-adult = لوی کس
own-born = د زېږېدو نېټه
own-for-clothes = جامې
own-for-trousers = پتلون
own-for-shoes = بوټان
own-for-bra = سینه‌بند
own-for-head = سر
own-nothing-stored = هېڅ نه دي ساتل شوي
own-looks = ستاسو معلومات چا لیدلي دي
own-looks-none = تر اوسه هېچا
own-role-volunteer = مرستندوی
own-role-coordinator = مسوول
own-role-mentor = ملاتړی
own-role-other = ټیم
own-contact = ایا تاسو ته لیکلی شو؟
own-contact-help = بیا به ستاسو وخت درپه‌یاد کړو. دا اړین نه دی.
own-contact-name = نوم
own-contact-email = برېښنالیک
own-contact-phone = ټیلیفون
own-contact-agree = هو، تاسو ماته لیکلی شئ. زه دا هر وخت بدلولی شم.
own-contact-agree-missing = لومړی نښه کېږدئ. که نه، موږ هېڅ نه شو ساتلی.
own-contact-missing = برېښنالیک یا د ټیلیفون شمېره ولیکئ.
own-contact-email-wrong = دا برېښنالیک سم نه دی.
own-contact-phone-wrong = د ټیلیفون دا شمېره سمه نه ده.
own-contact-name-long = نوم ډېر اوږد دی.
own-contact-saved = خوندي شو. موږ تاسو ته لیکلی شو.
own-contact-remove = نور مه لیکئ
own-contact-removed = پاک شو. نور به درته ونه لیکو.
own-language-saved = خوندي شو.
own-pin-change = پټ نمبر بدل کړئ
own-pin-now = زوړ پټ نمبر
own-pin-new = نوی پټ نمبر
own-pin-again = نوی پټ نمبر یو ځل بیا
own-pin-saved = ستاسو نوی پټ نمبر له اوسه کار کوي.
own-pin-wrong = زوړ پټ نمبر سم نه دی.
own-pin-six = پټ نمبر 6 شمېرې لري.
own-pin-differ = دواړه نوي نمبرونه یو شان نه دي.
own-pin-easy = دا نمبر ډېر اسانه دی. بل وټاکئ.

# Days of the week.
own-weekday-mon = دوشنبه
own-weekday-tue = سه‌شنبه
own-weekday-wed = چهارشنبه
own-weekday-thu = پنجشنبه
own-weekday-fri = جمعه
own-weekday-sat = شنبه
own-weekday-sun = یکشنبه

# How a piece is cut.
own-cut-w = ښځینه
own-cut-m = نارینه
own-cut-k = د ماشومانو
own-cut-b = د کوچنیو ماشومانو
own-cut-u = د ټولو

# How many
own-pieces = { $count ->
    [one] { $count } دانه
   *[other] { $count } دانې
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = سلام،
own-letter-booked-subject = ستاسو د لیدو وخت
own-letter-booked = تاسو د جامو په مرکز کې د لیدو وخت لرئ:
own-letter-moved-subject = ستاسو د لیدو وخت بدل شو
own-letter-moved = د جامو په مرکز کې ستاسو د لیدو وخت اوس دا دی:
own-letter-cancelled-subject = ستاسو د لیدو وخت لغوه شو
own-letter-cancelled = د جامو په مرکز کې د لیدو دا وخت لغوه شو:
own-letter-reminder-subject = سبا ستاسو د لیدو وخت دی
own-letter-reminder = تاسو سبا د جامو په مرکز کې د لیدو وخت لرئ:
own-letter-place = ځای: { $place }
own-letter-bring = مهرباني وکړئ خپل کارت له ځان سره راوړئ.
own-letter-cannot = راتلی نه شئ؟ مهرباني وکړئ وخت لغوه کړئ. بیا یې بل څوک اخیستلی شي.
own-letter-new-time = نوی وخت ټاکلی شئ.
own-letter-calendar = د جامو په مرکز کې د لیدو وخت
