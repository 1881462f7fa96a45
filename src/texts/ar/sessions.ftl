### أيام التوزيع: المواعيد والدور والرسائل.
error-booking-blocked = لا يمكن حجز موعد لهذه الأسرة الآن. يرجى سؤال الإدارة.
error-booking-too-late = لقد مضى هذا الوقت. يرجى اختيار وقت لاحق.
error-booking-twice = يوجد موعد في هذا اليوم بالفعل. يرجى نقله أو إلغاؤه.
error-booking-babies = هذا الوقت للعائلات التي لديها رضيع. يرجى اختيار وقت آخر.
error-booking-first = هذا الوقت للأسر التي تأتي لأول مرة. يرجى اختيار وقت آخر.
error-booking-full = لقد امتلأ هذا الوقت للتو. يرجى اختيار وقت آخر.
error-booking-over = لقد بدأت هذه الزيارة أو انتهت. لم يعد من الممكن تغييرها.
error-session-minutes = يرجى إدخال مدة الفترة من { $least } إلى { $most } دقيقة.
error-session-weeks = يرجى إدخال عدد الأسابيع من 1 إلى { $most }.
error-session-hours = يجب أن تكون النهاية بعد البداية. يرجى التحقق من الساعات.
error-session-past = لقد مضى هذا اليوم أو هو بعيد جدًا. يرجى اختيار يوم آخر.
error-session-slots = لا تتسع أي فترة في اليوم بهذا الشكل، أو أن عددها أكثر من { $most }. يرجى التحقق من المدة والساعات والاستراحات.
error-session-title = يرجى إدخال اسم لليوم، مثل «التوزيع».
error-session-capacity = يرجى إدخال من 1 إلى { $most } أسرة للفترة الواحدة.
error-session-place = لم يعد هذا المكان موجودًا. يرجى اختيار مكان آخر.
error-session-closed = لقد أُغلق يوم التوزيع هذا بالفعل. لن تتغير أرقامه بعد الآن.
error-session-not-begun = لم يبدأ يوم التوزيع هذا بعد. لا يمكن إغلاقه إلا بعد أن يبدأ.
error-session-ahead =
    { $count ->
         [zero] لا توجد أسر في القائمة.
         [one] ما زالت أسرة واحدة في القائمة. يرجى تأكيد أنها لم تحضر.
         [two] ما زالت أسرتان في القائمة. يرجى تأكيد أنهما لم تحضرا.
         [few] ما زالت { $count } أسر في القائمة. يرجى تأكيد أنها لم تحضر.
         [many] ما زالت { $count } أسرة في القائمة. يرجى تأكيد أنها لم تحضر.
        *[other] ما زالت { $count } أسرة في القائمة. يرجى تأكيد أنها لم تحضر.
    }
error-session-slot-in-use = يوجد أحد الحاضرين في هذه الفترة بالفعل. لم يعد من الممكن إزالتها.
error-queue-card = هذه ليست بطاقة أسرة صالحة. يرجى مسح البطاقة مرة أخرى.
error-queue-served = لقد جاء دور هذه الأسرة اليوم بالفعل.
error-queue-full = لا يوجد مكان متاح اليوم. يرجى حجز موعد في يوم آخر.
error-queue-not-open = لم يُفتح يوم التوزيع هذا بعد. يرجى اختيار «فتح اليوم» أولًا.
error-letter-consent = لم تعد هذه الرسالة صالحة: تغيّر الموعد أو العنوان، أو لم تعد الأسرة ترغب في تلقي الرسائل. لن يُرسل شيء.
sessions-title = أيام التوزيع
sessions-fill = { $booked } من { $places } مكان محجوز
audience-everybody = للجميع
audience-babies = عائلات مع رضيع
audience-women = للنساء فقط
audience-quiet = وقت هادئ
audience-first = هنا لأول مرة
booked-by-desk = حُجز هنا
booked-by-household = حجزوا بأنفسهم
booked-by-mentor = حجزه المرافق
booked-by-walk-in = بدون موعد
booking-arrived = حاضر
booking-booked = محجوز
booking-called = نودي عليه
booking-cancelled = ملغى
booking-missed = لم يحضر
booking-served = أخذ دوره
error-session-day = يرجى إدخال يوم، مثل 2026-12-01.
error-session-time = يرجى إدخال وقت، مثل 14:30.
error-session-pauses = يرجى إدخال الاستراحات هكذا: 12:00-12:30، وافصل بينها بفاصلة.
error-session-slot = يرجى اختيار وقت.
letter-booked = حُجز الموعد
letter-cancelled = أُلغي الموعد
letter-moved = نُقل الموعد
letter-reminder = تذكير
letter-dropped = لم يعد لازمًا
letter-failed = لم يصل
letter-sending = قيد الإرسال
letter-sent = أُرسل
letter-waiting = في الانتظار
outbox-title = الرسائل
outbox-lead = رسائل للأسر التي ترغب بها: حجز الموعد أو نقله أو إلغاؤه، وتذكير في اليوم السابق.
outbox-open = مفتوحة
outbox-done = منجزة
outbox-none = لا توجد رسائل
outbox-none-text = تُنشأ الرسائل تلقائيًا عندما توافق الأسرة ويُحجز موعد.
outbox-no-post = لا تُرسل الرسائل الإلكترونية: لم يُحدد خادم بريد في إعدادات الخادم (smtp, mail_from).
outbox-messages = لتطبيق المراسلة
outbox-messages-how = انسخ النص وأرسله إلى هذا الرقم بتطبيق المراسلة، ثم اضغط هنا «أُرسلت».
outbox-copy = نسخ النص
outbox-copied = تم النسخ
outbox-tick = أُرسلت
outbox-mails = رسائل البريد الإلكتروني
outbox-error = السبب:
outbox-again = أرسل مرة أخرى
outbox-is-ticked = سُجلت كمرسلة.
outbox-is-again = ستُرسل مرة أخرى.
queue-title = قائمة الانتظار
queue-lead = { $title }، { $hours }. امسح البطاقة: من حضر يحصل على رقم.
queue-no-day = لا يوجد توزيع اليوم
queue-no-day-text = في يوم التوزيع القادم يظهر هنا من سيأتي.
queue-days = أيام التوزيع اليوم
queue-not-open = لم يُفتح يوم التوزيع هذا بعد.
queue-ask-open = يمكن للإدارة فتحه. يرجى إبلاغها.
queue-card = بطاقة الأسرة
queue-card-hint = امسحها أو اكتب الرقم.
queue-arrive = حاضر: أعطِ رقمًا
queue-desk = الطاولة
queue-desk-hint = يظهر على الشاشة بجانب الرقم، مثل «طاولة 2».
queue-next = نادِ الرقم التالي
queue-call = نادِ
queue-call-of = نادِ الرقم { $number }
queue-again = مرة أخرى
queue-again-of = نادِ الرقم { $number } مرة أخرى
queue-serve = أخذ دوره
queue-serve-of = الرقم { $number } أخذ دوره
queue-miss = غير حاضر
queue-miss-of = الرقم { $number } غير حاضر
queue-wait = العودة إلى الدور
queue-wait-of = الرقم { $number } يعود إلى الدور
queue-number = رقم { $number }
queue-to-desk = إلى: { $desk }
queue-called = نودي عليهم
queue-called-none = لم يُنادَ على أحد الآن.
queue-waiting = ينتظرون
queue-waiting-none = لا أحد ينتظر.
queue-booked = محجوزون ولم يحضروا بعد: { $count }
queue-booked-none = كل المحجوزين حضروا.
queue-over = انتهوا: { $count }
queue-counts = ينتظرون: { $waiting } · لم يحضروا بعد: { $booked } · أخذوا دورهم: { $served }
queue-gets-number = الرقم { $number }. يرجى إبلاغ الشخص.
queue-gets-number-walk-in = الرقم { $number }. حضر بدون موعد وكان هناك مكان.
queue-has-number = حاضر بالفعل ولديه الرقم { $number }.
queue-is-called = نودي على الرقم { $number }.
queue-is-served = الرقم { $number } أخذ دوره.
queue-is-missed = سُجل أنه لم يحضر.
queue-is-waiting = الرقم { $number } ينتظر من جديد.
queue-nobody = لا أحد ينتظر الآن.
queue-screen = شاشة الأرقام
queue-screen-title = النداء
queue-screen-now = الآن
queue-screen-before = قبل قليل
queue-screen-soon = نبدأ قريبًا
queue-screen-closed = مغلق الآن
queue-screen-lost = لا يوجد اتصال. قد يكون الرقم قديمًا.
queue-screen-chime = صوت عند رقم جديد
queue-screens-lead = افتح هذا العنوان على التلفاز أو الشاشة في غرفة الانتظار. تظهر هناك الأرقام فقط.
queue-screens-open = افتح هنا
queue-screens-address = عنوان الشاشة
queue-screens-what = من يعرف هذا العنوان يرى الأرقام فقط. لا حاجة إلى تسجيل الدخول.
queue-screens-renew = أنشئ عنوانًا جديدًا
queue-screens-renew-text = مع العنوان الجديد لا يعود القديم صالحًا. يجب عندها إعداد كل الشاشات من جديد.
session-planned = مخطط
session-open = مفتوح
session-closed = مغلق
session-do-open = افتح اليوم
session-is-open = اليوم مفتوح.
session-close = إغلاق اليوم
session-close-text = تُثبَّت أرقام اليوم. لا يمكن التراجع عن ذلك.
session-close-ahead = ما زال في القائمة: { $count }. نعم، هذه الأسر لم تحضر.
session-do-close = أغلق
session-is-closed = أُغلق اليوم. أرقامه نهائية.
session-is-booked = حُجز الموعد.
session-is-moved = نُقل الموعد.
session-is-cancelled = أُلغي الموعد. المكان متاح من جديد.
sessions-usual-title = التوزيع
sessions-lead = متى يكون التوزيع ومن يأتي ومتى.
sessions-coming = الأيام القادمة
sessions-past = الأيام الماضية
sessions-none = لم يُخطط أي يوم بعد
sessions-none-text = خططوا لليوم الأول. بعد ذلك يمكن حجز المواعيد.
sessions-new = خطط ليوم
sessions-new-lead = تُنشأ الفترات تلقائيًا. ويمكن تغيير كل فترة لاحقًا.
sessions-today = اليوم
sessions-csv = كجدول (CSV)
sessions-older = الأقدم
sessions-day = اليوم
sessions-name = الاسم
sessions-place = المكان
sessions-no-place = غير محدد
sessions-state = الحالة
sessions-from = من
sessions-to = إلى
sessions-hours = { $from }–{ $to }
sessions-time = الوقت
sessions-minutes = دقائق الفترة الواحدة
sessions-minutes-long = { $minutes } دقيقة
sessions-capacity = عدد الأسر في الفترة
sessions-capacity-short = الأماكن
sessions-capacity-of = الأماكن عند { $time }
sessions-places = الأماكن
sessions-taken = المحجوز
sessions-audience = لمن
sessions-audience-of = لمن عند { $time }
sessions-audience-hint = لا يُطلب من أحد إثبات ذلك. يمكن تغيير فترات معينة لاحقًا.
sessions-pauses = الاستراحات
sessions-pauses-hint = مثلًا 12:00-12:30. افصل بينها بفاصلة.
sessions-weeks = كم أسبوعًا متتاليًا
sessions-weeks-hint = 1 يعني هذا اليوم فقط. { $most } على الأكثر.
sessions-make = خطط
sessions-preview = معاينة
sessions-preview-title = هكذا سيبدو
sessions-made = عدد الأيام المخططة: { $count }.
sessions-change = تغيير اليوم
sessions-change-lead = يظهر أولًا من سيفقد موعده بسبب ذلك.
sessions-changed = تم تغيير اليوم.
sessions-slots = الفترات
sessions-remove = إزالة
sessions-remove-of = إزالة { $time }
sessions-fill-title = فترات إضافية
sessions-fill-hint = يملأ ما تبقى من وقت بين البداية والنهاية. اتركه فارغًا إن لم ترد إضافة شيء.
sessions-lost-title = هذه الأسر ستفقد موعدها
sessions-lost = لم يتغير شيء بعد. المعنيون: { $count }.
sessions-lost-confirm = نعم، ألغِ هذه المواعيد
sessions-nobody = لم يحجز أحد بعد.
sessions-no-card = بدون بطاقة
sessions-card = البطاقة
sessions-people-head = الأشخاص
sessions-here = حاضر؟
sessions-book = حجز موعد
sessions-book-do = احجز
sessions-book-none = لم يعد هناك وقت متاح.
sessions-move = انقل
sessions-cancel = ألغِ
sessions-new-time = الوقت الجديد
sessions-change-booking = تغيير موعد { $card }
sessions-paper = طباعة القائمة
sessions-paper-none = عندما يحجز أحد تظهر القائمة هنا.
sessions-print = اطبع
sessions-figures = أرقام اليوم
sessions-frozen = هذه الأرقام ثابتة حتى لو صُحح شيء لاحقًا.
sessions-closed-by = { $when }، { $name }
sessions-booked = المحجوزون
sessions-arrived = الحاضرون
sessions-served = أخذوا دورهم
sessions-missed = لم يحضروا
sessions-walk-ins = بدون موعد
sessions-people-served = الأشخاص المخدومون
sessions-pieces = القطع
sessions-pieces-by-group = القطع الموزعة
sessions-wait-median = وقت الانتظار، الوسيط
sessions-wait-p90 = وقت الانتظار، 9 من 10
sessions-wait-median-seconds = الانتظار بالثواني، الوسيط
sessions-wait-p90-seconds = الانتظار بالثواني، 9 من 10
sessions-calendar = في تقويمك
sessions-calendar-lead = أيام التوزيع في تقويم هاتفك: متى وأين ومدى الامتلاء. بدون أسر.
sessions-calendar-address = عنوان الاشتراك الخاص بك
sessions-calendar-once = يظهر هذا العنوان الآن فقط. لا تعطه لأحد: فهو يعمل بدون تسجيل دخول.
sessions-calendar-has = لديك عنوان بالفعل. مع العنوان الجديد لا يعود القديم صالحًا.
sessions-calendar-none = ليس لديك عنوان اشتراك بعد.
sessions-calendar-make = أنشئ عنوانًا
sessions-calendar-renew = أنشئ عنوانًا جديدًا
nav-sessions = أيام التوزيع
nav-queue = الدور
homes-tile-session = اليوم يوم توزيع. هذا عدد المحجوزين أو الحاضرين.
homes-tile-session-link = إلى قائمة الانتظار
homes-tile-letters = رسائل تنتظر من يرسلها أو لم تصل.
homes-tile-letters-link = عرض الرسائل
help-sessions = هنا تخططون لأيام التوزيع. لليوم فترات فيها أماكن. تحجزها الأسر والمرافقون وأنتم. عند إغلاق اليوم تُثبَّت أرقامه.
help-session-form = أدخل البداية والنهاية وطول الفترات. تُظهر المعاينة النتيجة. لا يضيع أي موعد عند التغيير دون علمك.
help-queue = من يحضر يُظهر البطاقة: المسح يعطي رقمًا. «نادِ الرقم التالي» يعرضه على الشاشة. عند مسح البطاقة عند طاولة التوزيع تُعد الأسرة قد أخذت دورها.
help-outbox = تصل الرسائل فقط إلى الأسر التي وافقت. يُرسل البريد تلقائيًا. أما نصوص تطبيق المراسلة فينسخها شخص ثم يضغط «أُرسلت».
sessions-people =
    { $count ->
         [zero] لا أحد
         [one] شخص واحد
         [two] شخصان
         [few] { $count } أشخاص
         [many] { $count } شخصًا
        *[other] { $count } شخص
    }
sessions-weekday =
    { $day ->
         [1] الاثنين
         [2] الثلاثاء
         [3] الأربعاء
         [4] الخميس
         [5] الجمعة
         [6] السبت
        *[other] الأحد
    }
