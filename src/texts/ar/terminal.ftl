### الجهاز النصي: كلمات قليلة كبيرة.
terminal-locked = مقفل
terminal-word-ok = تمّ
terminal-word-again = انتبه
terminal-word-question = سؤال
terminal-word-stop = قف

# ما العمل الآن
terminal-do-badge = امسح الشارة
terminal-do-badge-help = ضع شارة المتطوّع أمام الماسح. ثم يبدأ العمل.
terminal-do-card = امسح البطاقة
terminal-do-card-help = أو القطع أولًا ثم البطاقة.
terminal-do-pieces = امسح القطع
terminal-do-pieces-help = وفي النهاية البطاقة مرة أخرى.
terminal-do-product = ما هذا؟
terminal-do-product-help = امسح الصنف أو اكتبه بالألمانية، مثل: wi ja 104
terminal-do-label = امسح الملصق
terminal-do-return = امسح القطعة
terminal-do-return-help = ملصق القطعة التي عادت.
terminal-do-lookup = امسح أي شيء
terminal-do-lookup-help = يقول الجهاز ما هو. لا يُسجَّل شيء.
terminal-do-place = امسح المكان
terminal-do-place-help = رمز الرف أولًا ثم القطع.
terminal-do-shelf-pieces = امسح القطع
terminal-do-shelf-pieces-help = المكان: { $place }. مكان آخر؟ امسح رمزه.
terminal-do-wait = لحظة
terminal-do-wait-help = يجري الاتصال بالخادم.

# ما يقوله الجهاز نفسه
terminal-badge-first = امسح الشارة أولًا.
terminal-answer-first = أجب عن السؤال أولًا.
terminal-stop-first = أكّد هذه الرسالة أولًا: F12 فهمت.
terminal-not-booked = لم يُسجَّل: { $code }
terminal-no-answer = لا جواب، إذن لا.
terminal-no-answer-help = لم يُسجَّل شيء. امسح القطعة مرة أخرى إن لزم.
terminal-visit-paused = انتهت الزيارة.
terminal-visit-paused-help = مرّت دقيقتان دون مسح. كل ما مُسح مسجَّل.
terminal-tray-paused =
    { $count ->
         [zero] لم يُسجَّل شيء.
         [one] لم تُسجَّل: قطعة واحدة بلا بطاقة.
         [two] لم تُسجَّل: قطعتان بلا بطاقة.
         [few] لم تُسجَّل: { $count } قطع بلا بطاقة.
         [many] لم تُسجَّل: { $count } قطعة بلا بطاقة.
        *[other] لم تُسجَّل: { $count } قطعة بلا بطاقة.
    }
terminal-tray-paused-help = لم تُمسح بطاقة منذ دقيقة. امسح البطاقة والقطع من جديد.
terminal-mode-fell-back = الوضع من جديد: { $mode }
terminal-mode-fell-back-help = مرّت عشر دقائق دون مسح.
terminal-full = عمليات مسح كثيرة تنتظر.
terminal-full-help = لم يُسجَّل: { $code }. انتظر ثم امسح هذه القطعة مرة أخرى.
terminal-same-pull = قُرئ مرتين وعُدَّ مرة.
terminal-pick-with = Enter وحده لا يختار: F1 إلى F8 أو السهم الأيسر.
terminal-answer-keys = F2 نعم     F8 لا
terminal-stop-keys = F12 فهمت
terminal-quit-again = للخروج اضغط Ctrl+Q مرة أخرى.
terminal-quit-loses =
    { $count ->
         [zero] للخروج اضغط Ctrl+Q مرة أخرى.
         [one] عملية مسح واحدة تنتظر وستضيع! للخروج رغم ذلك: Ctrl+Q مرة أخرى.
         [two] عمليتا مسح تنتظران وستضيعان! للخروج رغم ذلك: Ctrl+Q مرة أخرى.
         [few] { $count } عمليات مسح تنتظر وستضيع! للخروج رغم ذلك: Ctrl+Q مرة أخرى.
         [many] { $count } عملية مسح تنتظر وستضيع! للخروج رغم ذلك: Ctrl+Q مرة أخرى.
        *[other] { $count } عملية مسح تنتظر وستضيع! للخروج رغم ذلك: Ctrl+Q مرة أخرى.
    }

# الاتصال
terminal-token-refused = الجهاز غير مسجّل
terminal-status-online = متصل
terminal-status-connecting = يتصل …
terminal-status-offline =
    { $open ->
         [0] دون اتصال منذ { $time }
        *[other] دون اتصال منذ { $time }، مفتوح: { $open }
    }
terminal-waiting-line = ينتظر: { $code }
terminal-waiting-more = و{ $count } غيرها

# العمود الجانبي
terminal-side-visit = الزيارة
terminal-side-card = بطاقة { $card }
terminal-side-people =
    { $people ->
         [zero] لا أشخاص
         [one] شخص واحد
         [two] شخصان
         [few] { $people } أشخاص
         [many] { $people } شخصًا
        *[other] { $people } شخص
    }
terminal-side-pieces =
    { $pieces ->
         [zero] قطعة
         [one] قطعة
         [two] قطعتان
         [few] قطع
         [many] قطعة
        *[other] قطعة
    }
terminal-side-needs = الاحتياجات
terminal-side-nothing-needed = لا شيء مفتوح
terminal-side-tray = دون بطاقة
terminal-side-intake = الآن
terminal-side-more =
    { $count ->
         [zero] + لا أسطر
         [one] + سطر واحد
         [two] + سطران
         [few] + { $count } أسطر
         [many] + { $count } سطرًا
        *[other] + { $count } سطر
    }

# البحث عند الاستلام
terminal-search = بحث
terminal-search-none = لم يوجد شيء. جرّب حروفًا أولى أخرى بالألمانية، مثل: wi ja 104
terminal-search-how = F1–F8 أو ↑ ↓ ثم → للاختيار · Esc للإلغاء
terminal-choose-cut = أي قصّة؟
terminal-choose-size = أي مقاس؟
terminal-choose-size-help = اكتب المقاس ثم → أو امسح الملصق مباشرة. دون مقاس: امسح فقط.
terminal-chosen-size = مقاس { $size }
terminal-cut-w = نساء
terminal-cut-m = رجال
terminal-cut-k = أطفال
terminal-cut-b = رُضّع
terminal-cut-u = للجميع

# المفاتيح
terminal-key-lock = Ctrl+L
terminal-key-quit = Ctrl+Q
terminal-keys-choose = اختيار
terminal-keys-drop = إلغاء
terminal-keys-yes = نعم
terminal-keys-no = لا
terminal-keys-undo = رجوع
terminal-keys-finish = إنهاء
terminal-keys-handout = تسليم
terminal-keys-intake = استلام
terminal-keys-return = إرجاع
terminal-keys-lookup = استعلام
terminal-keys-move = نقل
terminal-keys-stocktake = جرد
terminal-keys-help = مساعدة
terminal-keys-understood = فهمت
terminal-keys-lock = قفل
terminal-keys-quit = خروج
terminal-help-title = مساعدة
terminal-help-handout = التسليم: امسح البطاقة، ثم القطع، وفي النهاية البطاقة مرة أخرى.
terminal-help-intake = الاستلام: اختر الصنف، ثم ملصق لكل قطعة. يبقى الاختيار.
terminal-help-mistake = خطأ؟ F9 أو «رجوع» في ورقة الأوامر يلغي آخر مسح.
terminal-help-tones = نغمة: سُجِّل. نغمتان: انظر. ثلاث: لم يُسجَّل.
terminal-help-codes = دون لوحة مفاتيح: امسح رموز ورقة الأوامر.
terminal-help-enter = Enter وTab والمسافة لا تؤكّد شيئًا أبدًا.
terminal-help-close = F1 أو المسح التالي يغلق المساعدة.

# حين يقرّر المنسّق، وما يمكن فعله أيضًا
terminal-lead-needed = المنسّق: امسح شارتك
terminal-lead-keys = شارة المنسّق     F8 لا
terminal-offer-keys = F2 نعم     أو تابع المسح
terminal-describe = الملصق { $code }: ما هذا؟
terminal-describe-how = اكتب الحروف الأولى، F1–F8 للاختيار. لاحقًا؟ تابع المسح.
terminal-side-place = المكان
terminal-no-arabic = هذه الشاشة لا تعرض العربية، لذلك بالإنجليزية.

# ورقة الأوامر وورقة الأصناف
command-sheet-title = ورقة الأوامر
command-sheet-lead = امسح بدل الكتابة.
command-group-answer = جواب
command-group-count = العدد
command-group-mode = الوضع
command-group-more = غير ذلك
command-yes = نعم
command-cancel = لا
command-undo = رجوع
command-finish = إنهاء
command-quantity =
    { $count ->
         [zero] لا قطع
         [one] قطعة واحدة
         [two] قطعتان
         [few] { $count } قطع
         [many] { $count } قطعة
        *[other] { $count } قطعة
    }
command-print = طباعة
command-help = مساعدة
command-lock = قفل
command-test = فحص الماسح
product-sheet-title = ورقة الأصناف
product-sheet-lead = امسح الحقل أولًا، ثم ملصقات القطع.

# عند البدء والانتهاء، في سطر الأوامر
terminal-no-token = لا توجد كلمة سرّ لهذا الجهاز. ضع GABENTISCH_TOKEN أو اكتب في { $path } السطر token = "…" (الحقوق 0600)؛ يصدرها المنسّق.
terminal-token-file-open = الملف { $path } يقرؤه آخرون أيضًا وفيه سرّ. نفّذ: chmod 600 { $path }
terminal-token-file-bad = لا يمكن قراءة الملف { $path }: { $cause }
terminal-server-bad = «{ $server }» ليس عنوان خادم يصل إليه الجهاز. يبدأ العنوان بـ http:// أو https://، مثل http://192.168.1.10:8080
terminal-no-screen = يحتاج الجهاز إلى شاشة: شغّله في نافذة أوامر. ({ $cause })
terminal-scanner-bad = لا يمكن فتح الماسح { $path }: { $cause }. افحص الكابل والحقوق.
terminal-unsent =
    { $count ->
         [zero] أُرسل كل شيء.
         [one] عملية مسح واحدة تنتظر الخادم. هي محفوظة وستُرسل عند التشغيل القادم.
         [two] عمليتا مسح تنتظران الخادم. هما محفوظتان وستُرسلان عند التشغيل القادم.
         [few] { $count } عمليات مسح تنتظر الخادم. هي محفوظة وستُرسل عند التشغيل القادم.
         [many] { $count } عملية مسح تنتظر الخادم. هي محفوظة وستُرسل عند التشغيل القادم.
        *[other] { $count } عملية مسح تنتظر الخادم. هي محفوظة وستُرسل عند التشغيل القادم.
    }

# مقطوع عن الخادم
terminal-status-stand = البيانات من { $time }
terminal-status-no-stand = دون بيانات
terminal-status-questions =
    { $count ->
         [zero] لا أسئلة للمنسّق
         [one] سؤال واحد للمنسّق
         [two] سؤالان للمنسّق
         [few] { $count } أسئلة للمنسّق
         [many] { $count } سؤالًا للمنسّق
        *[other] { $count } سؤال للمنسّق
    }
terminal-kept = حُفظ وسيُفحص لاحقًا.
terminal-kept-since = حُفظ وسيُفحص لاحقًا – البيانات من { $time }
terminal-kept-card = حُفظت البطاقة { $card }
terminal-kept-undo = حُفظ التراجع
terminal-signed-on = تم الدخول. الوضع: { $mode }
terminal-in-use = هذا الجهاز يعمل على هذا الحاسوب من قبل. تابع هناك أو أغلقه أولًا.
terminal-state-bad = لا يمكن الكتابة في المجلد { $path }: { $cause }. هناك يحفظ الجهاز كل عملية مسح. افحص المساحة والحقوق.
terminal-held = الجهاز موقوف
terminal-held-help = تكررت الأرقام: نسخة قديمة أو جهاز ثانٍ. لم يضع شيء. اطلب من المنسّق: «Freigeben» في صفحة «Terminals».
terminal-foreign = الخادم والجهاز لا يتفاهمان
terminal-other-version = الجهاز { $own }، الخادم { $version }. تابع المسح، كل شيء يُحفظ. على المنسّق تحديث الجهاز.
terminal-disk-full = الذاكرة ممتلئة أو لا يمكن الكتابة – لم يُسجَّل
terminal-disk-full-help = لم يُسجَّل: { $code }. أعد القطعة واستدعِ المنسّق. ({ $cause })
terminal-journal-torn = ربما ضاعت آخر عملية مسح قبل انقطاع الكهرباء. امسحها مرة أخرى.
terminal-left-behind =
    { $count ->
         [zero] لا توجد هنا عمليات مسح سابقة غير مرسلة.
         [one] هنا عملية مسح سابقة لم تُرسَل بعد. أخبر المنسّق.
         [two] هنا عمليتا مسح سابقتان لم تُرسَلا بعد. أخبر المنسّق.
         [few] هنا { $count } عمليات مسح سابقة لم تُرسَل بعد. أخبر المنسّق.
         [many] هنا { $count } عملية مسح سابقة لم تُرسَل بعد. أخبر المنسّق.
        *[other] هنا { $count } عملية مسح سابقة لم تُرسَل بعد. أخبر المنسّق.
    }
terminal-journal-damaged =
    { $count ->
         [zero] تضرّر السجل. أخبر المنسّق.
         [one] تضرّر السجل: سطر واحد لا يُقرأ. أخبر المنسّق.
         [two] تضرّر السجل: سطران لا يُقرآن. أخبر المنسّق.
         [few] تضرّر السجل: { $count } أسطر لا تُقرأ. أخبر المنسّق.
         [many] تضرّر السجل: { $count } سطرًا لا يُقرأ. أخبر المنسّق.
        *[other] تضرّر السجل: { $count } سطر لا يُقرأ. أخبر المنسّق.
    }
terminal-snapshot-unreadable = لا يمكن قراءة البيانات المحفوظة. دون الخادم يُحفظ المسح فقط.
terminal-lost =
    { $count ->
         [zero] لم يضع شيء:
         [one] انتبه: عملية مسح واحدة كانت تنتظر ولم تُسجَّل:
         [two] انتبه: عمليتا مسح كانتا تنتظران ولم تُسجَّلا:
         [few] انتبه: { $count } عمليات مسح كانت تنتظر ولم تُسجَّل:
         [many] انتبه: { $count } عملية مسح كانت تنتظر ولم تُسجَّل:
        *[other] انتبه: { $count } عملية مسح كانت تنتظر ولم تُسجَّل:
    }

# الماسحات
terminal-scanner-gone = الماسح { $number } غير موصول.
terminal-scanner-silent = لا يمكن قراءة الماسح { $number }: { $cause }.
terminal-scanner-gone-help = افحص الكابل. سيُعثر عليه من نفسه.
terminal-scanner-back = عاد الماسح { $number }.
terminal-scanner-garbage = الماسح يرسل ما لا معنى له.
terminal-scanner-garbage-help = لم يُسجَّل شيء منه. انزع الكابل وأعده، أو خذ ماسحًا آخر.
terminal-caps-lock = مفتاح الأحرف الكبيرة مفعّل – عُرف الرمز رغم ذلك.
terminal-scanner-forbidden = لا يجوز لهذا البرنامج قراءة { $path }. امنحه هذا الماسح وحده بقاعدة udev كما في docs/terminal.md.
terminal-scanner-many = لا يمكن أكثر من { $most } ماسحات على جهاز واحد.
terminal-no-player = لا يوجد هنا برنامج يشغّل الأصوات (pw-play أو paplay أو aplay). ثبّت واحدًا أو استعمل --sound auto.
terminal-token-file-unwritable = لا يمكن الحفظ في { $path }: { $cause }. افحص الحقوق والمساحة.

# فحص الماسح
trial-begin = فحص الماسح
trial-begin-help = امسح بكل ماسح ملصقًا، والأفضل ملصق الفحص من ورقة الأوامر: { $code }. لا يُسجَّل هنا شيء.
trial-not-booked = فحص الماسح: لا يُسجَّل شيء
trial-keys = Esc أو «إنهاء» أو «لا»: العودة إلى العمل
trial-fine = كل شيء على ما يرام
trial-source = يأتي من
trial-speed = السرعة
trial-keyboard = لوحة المفاتيح
trial-caps = الأحرف الكبيرة
trial-suffix = في النهاية
trial-aim = رمز AIM
trial-raw = قُرئ
trial-by-fingers = الأصابع
trial-by-wedge = ماسح يكتب كلوحة مفاتيح
trial-by-device = ماسح يُقرأ مباشرة
trial-by-line = ماسح تسلسلي
trial-ms = { $ms } م.ث لكل حرف
trial-at-once = دفعة واحدة
trial-no-layout = لا يهم
trial-layout-fine = سليم
trial-layout-undone = ضبط آخر ({ $layout })، يُحوَّل
trial-on = مفعّل
trial-off = مطفأ
trial-suffix-none = لا شيء
trial-suffix-return = Enter (CR)
trial-suffix-line-feed = سطر جديد (LF)
trial-suffix-tab = Tab
trial-aim-none = لا يوجد
trial-text = { $text }
trial-damaged = لم يُقرأ صحيحًا. قرّب الماسح أو غيّر الضوء ثم أعد المحاولة.
trial-foreign = ليس من رموزنا. امسح ملصق الفحص.
trial-caps-lock = أطفئ مفتاح الأحرف الكبيرة.
trial-layout = للماسح والحاسوب لوحتا مفاتيح مختلفتان. اضبط الماسح على لوحة الحاسوب.
trial-slow = بطيء كالأصابع. اضبط التوقف بين الأحرف على 8 م.ث.
trial-no-suffix = اضبط الماسح ليرسل Enter (CR) في النهاية.

# جهاز جديد يسجّل نفسه
enrol-title = تسجيل الجهاز
enrol-asking = يجري الاتصال بالخادم { $server } …
enrol-type-it = أدخل هذا الرمز على حاسوب المنسّق: Einstellungen ← Terminals. الخادم: { $server }
enrol-left = { $code } صالح { $time } دقيقة أخرى، ثم يأتي رمز جديد.
enrol-refused = رفض المنسّق هذا الجهاز. محاولة جديدة: F2.
enrol-away = الخادم { $server } لا يجيب. المحاولة مستمرة. افحص الكابل والعنوان.
enrol-foreign = لا يوجد في { $server } خادم Gabentisch يسجّل الأجهزة. افحص العنوان والنسخة.
enrol-keys = Esc: خروج

# عدة ماسحات على جهاز واحد
pane-keyboard = لوحة المفاتيح هنا
pane-choose = Alt+{ $number }
pane-waits = يُسجَّل الماسح { $number }
pane-waits-help = لم يقبله الخادم بعد. لا يُسجَّل به شيء حتى الآن.
