# The household's own page, /h. docs/languages.md says how it is translated.

own-title = صفحهٔ من
own-language = زبان
own-back = برگشت
own-next = بعدی
own-leave = خروج
own-aloud = شنیدن
own-to-content = رفتن به متن
own-menu = فهرست
own-undo = برگرداندن
own-save = ذخیره
own-print = چاپ
own-error = نشد. لطفاً دوباره کوشش کنید.
own-not-found = این صفحه وجود ندارد.

# The door: card and PIN
own-door-title = ورود
own-door-help = کارت و رمز خود را لازم دارید. رمز را از مرکز لباس می‌گیرید.
own-card = کارت شما
own-card-hint = حروف و اعداد روی کارت نوشته شده است.
own-camera = خواندن کارت با دوربین (کمره)
own-camera-hint = کارت را پیش روی دوربین بگیرید.
own-camera-close = خاموش کردن دوربین
own-camera-failed = دوربین کار نمی‌کند. نوشتهٔ روی کارت را وارد کنید.
own-photo = عکس کارت
own-photo-send = خواندن عکس
own-photo-nothing = در عکس کارت دیده نمی‌شود. عکس تازه بگیرید. یا نوشتهٔ روی کارت را وارد کنید.
own-pin = رمز
own-pin-hint = 6 رقم
own-pin-delete = پاک کردن رقم آخر
own-enter = ورود
own-door-wrong = نشد. کارت و رمز را بررسی کنید. بعد از 5 بار اشتباه باید 15 دقیقه صبر کنید.
own-door-often = زیاد امتحان کردید. چند دقیقه صبر کنید.
own-door-ended = شما خارج شده‌اید. دوباره وارد شوید.
own-door-left = شما خارج شده‌اید.

# The five pages
own-tab-list = لیست من
own-tab-ask = لازم دارم
own-tab-ready = آماده
own-tab-time = وقت ملاقات
own-tab-me = اطلاعات من

# The list
own-list-help = این‌ها در لیست شما است. دایرهٔ پر یعنی: این را دارید.
own-list-empty = لیست شما خالی است. آنچه لازم دارید انتخاب کنید.
own-person = شخص { $number }
own-everybody = برای همه با هم
own-of = { $got } از { $wanted }
own-size = سایز { $size }
own-state-waiting = در انتظار
own-state-ready = آماده است
own-state-got = دریافت شد

# Choosing what is needed
own-ask-help = علامت + یعنی: این را لازم دارم. علامت − یعنی: این را لازم ندارم.
own-ask-who = برای چه کسی؟
own-ask-none = حالا اینجا نمی‌توانید چیزی انتخاب کنید. از مرکز لباس بپرسید.
own-plus = { $thing }: یکی بیشتر
own-minus = { $thing }: یکی کمتر
own-ask-full = بیشتر از این ممکن نیست. از مرکز لباس بپرسید.
own-ask-saved = ذخیره شد: { $thing }، { $count }
own-on-list = در لیست است
own-not-on-list = در لیست نیست

# What lies ready
own-ready-help = می‌توانید این چیزها را بگیرید. کارت خود را بیاورید.
own-ready-empty = هنوز چیزی آماده نیست. ما دنبال چیزهای مناسب برای شما هستیم.
own-until = تا { $day }
own-place = محل
own-choose-time = انتخاب وقت

# A time
own-time-help = یک روز و یک ساعت انتخاب کنید.
own-time-empty = حالا وقت خالی نیست. به‌زودی دوباره نگاه کنید.
own-time-yours = وقت شما
own-time-booked = وقت شما ثبت شد.
own-time-take = { $time }: گرفتن این وقت
own-time-full = این وقت دیگر خالی نیست. وقت دیگری انتخاب کنید.
own-time-already = شما از قبل یک وقت دارید.
own-time-cancel = لغو وقت
own-time-keep = نگه داشتن وقت
own-time-cancelled = وقت شما لغو شد.
own-time-change = وقت دیگری می‌خواهید؟ اول این را لغو کنید.
own-time-bring = کارت خود را بیاورید.
own-time-calendar = افزودن به تقویم
own-time-number = شمارهٔ شما
own-time-wait = شما اینجا هستید. لطفاً منتظر شمارهٔ خود باشید.
own-time-called = نوبت شماست. لطفاً بیایید.
own-free = خالی: { $count }
own-audience-everybody = برای همه
own-audience-babies = خانواده‌ها با نوزاد
own-audience-women = فقط خانم‌ها
own-audience-quiet = وقت آرام
own-audience-first = بار اول اینجا
own-today = امروز
own-tomorrow = فردا

# What is stored
own-me-help = این‌ها را دربارهٔ شما ذخیره کرده‌ایم. چیزی اشتباه است؟ در مرکز لباس بگویید.
own-me-area = منطقه
own-me-since = نزد ما از تاریخ
own-me-visit = آخرین مراجعه
own-me-note = یادداشت
own-me-mentors = چه کسی به شما کمک می‌کند
own-me-collectors = چه کسی می‌تواند برای شما تحویل بگیرد
own-me-collectors-end = دیگر اجازه ندارد: { $name }
own-me-collectors-ended = ذخیره شد. این دیگر مجاز نیست.
own-voucher = برگهٔ تحویل
own-me-people = اشخاص
own-age-baby = نوزاد
own-age-child-small = کودک خردسال
own-age-child = کودک
own-age-teen = نوجوان
own-age-adult = بزرگسال
own-born = تولد
own-for-clothes = لباس
own-for-trousers = شلوار
own-for-shoes = کفش
own-for-bra = سوتین / سینه‌بند
own-for-head = سر
own-nothing-stored = چیزی ذخیره نشده
own-looks = چه کسی اطلاعات شما را دیده است
own-looks-none = هنوز هیچ‌کس
own-role-volunteer = داوطلب
own-role-coordinator = مسئول
own-role-mentor = همراه
own-role-other = تیم
own-contact = اجازه داریم به شما پیام بدهیم؟
own-contact-help = در این صورت وقت شما را یادآوری می‌کنیم. اجباری نیست.
own-contact-name = نام
own-contact-email = ایمیل
own-contact-phone = تلفن
own-contact-agree = بله، می‌توانید به من پیام بدهید. هر وقت بخواهم می‌توانم این را تغییر بدهم.
own-contact-agree-missing = اول علامت بزنید. وگرنه اجازه نداریم چیزی ذخیره کنیم.
own-contact-missing = یک ایمیل یا شمارهٔ تلفن بنویسید.
own-contact-email-wrong = این ایمیل درست نیست.
own-contact-phone-wrong = این شمارهٔ تلفن درست نیست.
own-contact-name-long = نام بسیار دراز است.
own-contact-saved = ذخیره شد. می‌توانیم به شما پیام بدهیم.
own-contact-remove = دیگر پیام ندهید
own-contact-removed = پاک شد. دیگر به شما پیام نمی‌دهیم.
own-language-saved = ذخیره شد.
own-pin-change = تغییر رمز
own-pin-now = رمز قبلی
own-pin-new = رمز جدید
own-pin-again = رمز جدید دوباره
own-pin-saved = رمز جدید شما از حالا کار می‌کند.
own-pin-wrong = رمز قبلی درست نیست.
own-pin-six = رمز 6 رقم دارد.
own-pin-differ = دو رمز جدید یکسان نیست.
own-pin-easy = این رمز بسیار آسان است. رمز دیگری انتخاب کنید.

# Days of the week.
own-weekday-mon = دوشنبه
own-weekday-tue = سه‌شنبه
own-weekday-wed = چهارشنبه
own-weekday-thu = پنج‌شنبه
own-weekday-fri = جمعه
own-weekday-sat = شنبه
own-weekday-sun = یکشنبه

# How a piece is cut.
own-cut-w = زنانه
own-cut-m = مردانه
own-cut-k = بچگانه
own-cut-b = نوزادی
own-cut-u = برای همه

# How many
own-pieces = { $count } عدد

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = سلام،
own-letter-booked-subject = وقت ملاقات شما
own-letter-booked = شما در مرکز لباس وقت ملاقات دارید:
own-letter-moved-subject = وقت ملاقات شما تغییر کرد
own-letter-moved = وقت ملاقات شما در مرکز لباس حالا این است:
own-letter-cancelled-subject = وقت ملاقات شما لغو شد
own-letter-cancelled = این وقت ملاقات در مرکز لباس لغو شد:
own-letter-reminder-subject = وقت ملاقات شما فردا است
own-letter-reminder = شما فردا در مرکز لباس وقت ملاقات دارید:
own-letter-place = محل: { $place }
own-letter-bring = لطفاً کارت خود را بیاورید.
own-letter-cannot = نمی‌توانید بیایید؟ لطفاً وقت را لغو کنید. آن وقت به شخص دیگری می‌رسد.
own-letter-new-time = می‌توانید وقت جدیدی انتخاب کنید.
own-letter-calendar = وقت ملاقات در مرکز لباس
