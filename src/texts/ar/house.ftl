### ما تضبطه الإدارة: ما لا يمكن فيه.
error-product-name = أدخل اسمًا.
error-product-weight = أدخل وزن القطعة بالغرام: من 1 إلى { $most }.
error-location-name = أدخل اسمًا، مثل «رف 3».
error-location-name-taken = هذا الاسم موجود هنا. اختر غيره.
error-location-in-shelf = لا يمكن وضع مكان داخل رف. اختر الغرفة.
error-current-password = كلمة السرّ الحالية غير صحيحة.
error-passwords-differ = كلمتا السرّ الجديدتان مختلفتان. اكتبهما من جديد.
error-label-dead = لم يعد الرمز { $code } صالحًا. اطبع الرمز الجديد.
error-stock-unknown = لا نعرف ورق الملصقات هذا. اختر واحدًا من القائمة.
error-start-outside = عدد ملصقات الورقة { $labels }. ابدأ برقم من 1 إلى { $labels }.

### الإعدادات: نظرة عامة.
nav-labels = الملصقات
settings-lead = ما يحتاجه مخزن الملابس للعمل.
settings-users =
    { $people ->
         [zero] شخص
         [one] شخص
         [two] شخصان
         [few] أشخاص
         [many] شخصًا
        *[other] شخص
    }
settings-users-link = الأشخاص والشارات
settings-terminals =
    { $terminals ->
         [zero] جهاز
         [one] جهاز
         [two] جهازان
         [few] أجهزة
         [many] جهازًا
        *[other] جهاز
    }
settings-terminals-link = إدارة الأجهزة
settings-catalogue = أصناف في الكتالوج
settings-catalogue-link = تعديل الكتالوج
settings-locations =
    { $places ->
         [zero] مكان
         [one] مكان
         [two] مكانان
         [few] أماكن
         [many] مكانًا
        *[other] مكان
    }
settings-locations-link = الأماكن والرفوف
settings-stocks = أنواع ورق الملصقات
settings-stocks-link = طباعة ملصقات
crumb-settings = الإعدادات
form-saved = حُفظ.

### الأشخاص.
users-title = الأشخاص
users-lead = من يستطيع الدخول وبأي دور.
users-new = إضافة شخص
users-name = الاسم
users-sign-in-name = اسم الدخول
users-sign-in-name-hint = حروف لاتينية صغيرة وأرقام ونقطة أو شَرطة. مثل: anna.a
users-display-name = الاسم الظاهر
users-display-name-hint = هكذا يراه الجميع. الاسم الأول يكفي.
users-role = الدور
users-state = الحالة
users-active = نشط
users-off = متوقف
users-paused = موقوف مؤقتًا
users-badge = الشارة
users-badge-print = طباعة الشارة
users-badge-none = لا توجد شارة صالحة.
users-badge-hint = بالشارة يدخل الشخص على جهاز المسح. ليس عليها إلا الاسم.
users-language = اللغة
users-password = كلمة السرّ
users-password-hint = { $least } حرفًا على الأقل. الجملة الكاملة سهلة الحفظ. اكتبها لهذا الشخص فقط.
users-password-new = كلمة سرّ جديدة
users-password-lead = يخرج الشخص من كل الأجهزة، ويحتاج بعدها كلمة السرّ الجديدة.
users-password-set = تعيين كلمة السرّ
users-password-saved = عُيِّنت كلمة سرّ جديدة. أخبر الشخص بها.
users-may-sign-in = يجوز له الدخول
users-added = أُضيف الشخص. اطبع الشارة الآن وأخبره بكلمة السرّ.
users-saved = حُفظ. على الشخص أن يدخل من جديد.
users-since = معنا منذ
users-failed = محاولات دخول فاشلة
role-volunteer-hint = يمسح عند الاستلام والتسليم ويبحث عن القطع. يرى الأسر عند الطاولة فقط.
role-coordinator-hint = يرى ويغيّر كل شيء تقريبًا، إلا الأشخاص.
role-mentor-hint = يرى أسره وقوائم احتياجاتها فقط.
role-treasurer-hint = المتبرّعون والتبرّعات والتقارير. لا يرى أسرة أبدًا.
role-admin-hint = الأشخاص والأجهزة والكتالوج والملصقات. لا ترى الأسر.

### الحساب الشخصي.
account-title = حسابي
account-language-lead = للصفحات ولجهاز المسح.
account-password = تغيير كلمة السرّ
account-password-current = كلمة السرّ الحالية
account-password-hint = { $least } حرفًا على الأقل. الجملة الكاملة سهلة الحفظ.
account-password-repeat = كلمة السرّ الجديدة مرة أخرى
account-password-saved = غُيِّرت كلمة السرّ. سُجِّل خروجك من الأجهزة الأخرى.
account-everywhere = الخروج من كل مكان
account-everywhere-lead = ضاع جهاز أو نسيت الخروج في مكان ما؟ هذا ينهي كل دخول، وهذا الدخول أيضًا.
account-who = الدخول باسم

### أجهزة المسح.
terminals-title = أجهزة المسح
terminals-lead = الأجهزة التي تمسح. لكل جهاز كلمة سرّ خاصة به.
terminals-name = الاسم
terminals-next-seq = الرقم التالي
terminals-last-seen = آخر اتصال
terminals-never = لم يتصل بعد
terminals-state = الحالة
terminals-active = يعمل
terminals-off = متوقف
terminals-suspect = منذ { $day }
terminals-set-aside = موقوف
terminals-switch-off = إيقاف
terminals-switch-on = تشغيل
terminals-enrol = تسجيل جهاز
terminals-enrol-hint = اسم يفهمه الجميع، مثل «تسليم يسار».
terminals-enrolled = سُجِّل «{ $name }»
terminals-token-lead = تظهر كلمة السرّ هذه هنا مرة واحدة فقط. أدخلها في الجهاز الآن:
terminals-none = لا أجهزة بعد
terminals-none-text = جهاز المسح جهاز له ماسح عند الاستلام أو التسليم. يمكن العمل دونه: في المتصفّح.
terminals-switched-off = أُوقف: لم يعد هذا الجهاز يستطيع المسح.
terminals-switched-on = شُغِّل: يستطيع هذا الجهاز المسح من جديد.
terminal-station-name = { $device } · ماسح { $number }
terminals-waiting = أجهزة تريد التسجيل
terminals-waiting-none = لا يوجد الآن. شغّل «gabentisch terminal» على الجهاز الجديد: يعرض رمزًا تدخله هنا.
terminals-waiting-since = يسأل منذ { $when }
terminals-waiting-nameless = جهاز بلا اسم
terminals-code = الرمز على شاشة الجهاز
terminals-code-hint = ستة أحرف. اسمح فقط بما تراه أمامك.
terminals-device-hint = الفراغ يعني: كما يسمّي الجهاز نفسه.
terminals-approve = السماح للجهاز
terminals-approved = سُمح لـ«{ $name }» وسيسجّل نفسه بعد قليل.
terminals-refuse = رفض
terminals-refused = رُفض: لا يدخل هذا الجهاز.
terminals-release = إعادة السماح
terminals-released = سُمح من جديد: يرسل الجهاز الآن ما بقي.
terminals-suspect-text = أرسل جهاز أرقامًا استُعملت من قبل. يحدث هذا حين يأتي من نسخة احتياطية قديمة أو حين يكون للجهازين التسجيل نفسه. لا يسجّل شيئًا حتى تسمح له؛ ولم يضع شيء. إذا كان التسجيل نفسه على جهازين فسجّل أحدهما من جديد.
terminals-device-off = متوقف مع الجهاز
terminals-enrol-lead = دون شاشة للرمز يمكن ذلك باليد: أنشئ كلمة سرّ هنا وأدخلها في الجهاز.

### الكتالوج.
catalogue-title = الكتالوج
catalogue-lead = كل الأصناف. المتوقفة لا تُعرض عند الاستلام.
catalogue-search = البحث عن صنف
catalogue-group = المجموعة
catalogue-all-groups = الكل
catalogue-product = الصنف
catalogue-weight = الوزن
catalogue-grams = { $grams } غ
catalogue-essential = التجهيز الأساسي
catalogue-essential-yes = نعم
catalogue-off = متوقف
catalogue-none = لم يوجد شيء
catalogue-none-text = لا صنف بهذا الاسم. اكتب حروفًا أقل أو اعرض الكل.
catalogue-count =
    { $products ->
         [zero] لا أصناف
         [one] صنف واحد
         [two] صنفان
         [few] { $products } أصناف
         [many] { $products } صنفًا
        *[other] { $products } صنف
    }
catalogue-name-de = الاسم بالألمانية
catalogue-name-en = الاسم بالإنجليزية
catalogue-weight-g = وزن القطعة بالغرام
catalogue-weight-hint = قيمة تقريبية للتقارير.
catalogue-essential-label = من التجهيز الأساسي
catalogue-active-label = معروض
catalogue-active-hint = الصنف المتوقف يبقى في الكتالوج: فقطعه موجودة.
catalogue-facts = ما هو ثابت
catalogue-code = الاختصار
catalogue-cuts = القصّات
catalogue-sizes = المقاسات
catalogue-season = الموسم
catalogue-also = يُعثر عليه أيضًا باسم
season-all = كل السنة
season-winter = شتاء
season-summer = صيف

### الأماكن.
locations-title = الأماكن
locations-lead = في الموقع غرف، وفي الغرفة رفوف. لكل مكان رمز للمسح.
locations-add-site = إضافة موقع
locations-add-room = إضافة غرفة
locations-add-shelf = إضافة رف
locations-add = إضافة
locations-name = الاسم
locations-site-hint = مثل: Kleiderkammer Hauptstraße
locations-room-hint = مثل: المخزن العلوي
locations-shelf-hint = مثل: رف 3
locations-none = لا أماكن بعد
locations-none-text = أضف الموقع أولًا، ثم الغرف والرفوف.
locations-no-rooms = لا غرف بعد.
locations-no-shelves = لا رفوف بعد.
locations-rename = تغيير الاسم
locations-print = طباعة الرمز
locations-added = أُضيف: { $name }
locations-in = في { $place }
locations-pickup = رفّ المحجوزات
locations-pickup-is = هنا ما حُجز للأسر. يذكر الاستلام هذا المكان.
locations-pickup-help = ما يحجزه الاستلام لأسرة يوضع على رفّ المحجوزات. لا يوجد إلا رفّ واحد كهذا.
locations-pickup-mark = جعله رفّ المحجوزات
locations-pickup-unmark = لم يعد رفّ المحجوزات

### الملصقات.
labels-title = الملصقات
labels-lead = ملصقات فارغة للّصق. المسح الأول يقول ما تعنيه.
labels-print = صنع ملصقات
labels-stock = ورق الملصقات
labels-stock-choice =
    { $name }: { $size } مم، { $count ->
         [1] لفافة
        *[other] { $count } في الورقة
    }
labels-kind = لأي شيء
labels-kind-item = قطع
labels-kind-box = صناديق
labels-kind-card = بطاقات أسر
labels-kind-location = أماكن
labels-kind-badge = شارات
labels-kind-donation = تبرّعات
labels-kind-donor = بطاقات متبرّعين
labels-kind-product = أصناف
labels-count = العدد
labels-start-at = البدء بالملصق رقم
labels-start-hint = في ورقة مبدوءة: أول ملصق فارغ، سطرًا سطرًا من أعلى اليسار.
labels-download = تنزيل PDF
labels-download-hint = اطبع بنسبة 100 %، لا «ملاءمة الصفحة». كل رمز يُصنع مرة واحدة.
labels-stocks = ورق نعرفه
labels-stock-facts =
    { $size } مم، { $count ->
         [1] لفافة
        *[other] { $count } في الورقة
    }
labels-stock-also = أيضًا: { $names }
labels-sheets = أوراق بجانب الماسح
labels-command-sheet = تنزيل ورقة الأوامر
labels-command-sheet-hint = كل الأوامر في صفحة واحدة بأربع لغات. الأفضل تغليفها.
labels-product-sheet = تنزيل ورقة الأصناف
labels-product-sheet-hint = حقل لكل صنف: امسحه مرة ثم الملصقات. كل صنف يحتفظ برمزه.
labels-product-group = المجموعة
labels-test-page = صفحة اختبار
labels-test-lead = هل تصيب الطابعة الملصقات؟ تبيّن صفحة الاختبار كم تبتعد عنها.
labels-one-title = طباعة الرمز
labels-one-lead = ملصق واحد بهذا الرمز.

### التناقضات.
contradictions-title = التناقضات
contradictions-lead = ما أكّده جهاز دون اتصال ولا يوافق ما سُجِّل في هذه الأثناء. قرّر في كل واحد وحده.
contradictions-none = لا تناقض
contradictions-none-text = كل عمليات المسح متوافقة. لا عمل لك هنا.
contradictions-none-settled = لم يُوضَّح شيء بعد
contradictions-none-settled-text = ما تقرّره يظهر هنا بعد ذلك.
contradictions-show-open = عرض المفتوحة ({ $count })
contradictions-show-settled = عرض الموضَّحة ({ $count })
contradictions-settled =
    { $count ->
         [zero] لم تُوضَّح أي عملية مسح
         [one] وُضِّحت عملية مسح واحدة
         [two] وُضِّحت عمليتا مسح
         [few] وُضِّحت { $count } عمليات مسح
         [many] وُضِّحت { $count } عملية مسح
        *[other] وُضِّحت { $count } عملية مسح
    }
contradictions-this-scan = هذا المسح
contradictions-house-knew = ما كان مسجَّلًا
contradictions-knew-nothing = لم يكن شيء مسجَّلًا عنه.
contradictions-card = البطاقة
contradiction-no-item = قطعة
contradiction-given-twice = { $item }: سُلِّم مرتين.
contradiction-not-free = { $item }: سُلِّم، لكنه لم يكن متاحًا أو لم يكن بهذا العدد.
contradiction-card = قُبلت بطاقة كانت قد أُوقفت أو استُبدلت.
contradiction-quota = { $item }: سُلِّم فوق حدّ الزيارة الواحدة.
contradiction-label = استُلم ملصق { $item } مرة أخرى على أنه شيء آخر.
contradiction-not-out = { $item }: أُرجع، لكنه لم يكن مسلَّمًا.
contradiction-undo = أُلغي على الجهاز ما ليس مسجَّلًا هنا هكذا (أو لم يعد): { $item }.
contradiction-unknown-code = أُكّد رمز غير موجود هنا.
contradiction-told-no = { $item }: مسجَّل، لكن الجهاز قال لا.
contradiction-other = { $item }: أكّد الجهاز المسح، لكن تسجيله لم يكن ممكنًا.
contradiction-now = المسجَّل الآن: { $state }.
contradiction-now-at = المسجَّل الآن: { $state }، البطاقة { $card }.
contradiction-leave = تركه كما هو
contradiction-leave-effect = يبقى كما هو مسجَّل الآن.
contradiction-rebook = تغيير التسجيل
contradiction-rebook-effect = { $item }: يُحسب بعدها للبطاقة { $card }.
contradiction-rebook-label-effect = { $item } يصير ما يقوله هذا المسح.
contradiction-misscan = مسح خاطئ
contradiction-misscan-effect = يُلغى ما سجّله هذا المسح.
contradiction-misscan-visit = تُلغى كل قطع هذه الزيارة.
contradiction-misscan-nothing = لا يُحسب المسح. لم يسجّل شيئًا.
contradiction-left = تُرك كما هو.
contradiction-rebooked = غُيِّر التسجيل.
contradiction-misscanned = أُنجز كمسح خاطئ.
contradictions-unsigned = دون دخول
contradictions-received = وصل { $moment }
contradictions-odd = أجهزة غريبة
contradictions-odd-text = أرسلت هذه الأجهزة ما لا يرسله جهاز صحيح. انظر من يستعملها.
contradictions-odd-since = منذ { $moment }
contradictions-count =
    { $scans ->
         [zero] لا عمليات مسح للتوضيح
         [one] عملية مسح واحدة للتوضيح
         [two] عمليتا مسح للتوضيح
         [few] { $scans } عمليات مسح للتوضيح
         [many] { $scans } عملية مسح للتوضيح
        *[other] { $scans } عملية مسح للتوضيح
    }
