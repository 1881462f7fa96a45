### نصوص إطار الصفحة: الرأس والقائمة والتذييل والعناصر ومكان المسح.

app-name = Gabentisch
skip-to-content = إلى المحتوى
menu = القائمة
nav-label = القائمة الرئيسية
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
language-label = اللغة

nav-home = البداية
nav-handout = التسليم
nav-intake = الاستلام
nav-items = القطع
nav-boxes = الصناديق
nav-donors = المتبرّعون
nav-donations = التبرّعات
nav-households = الأسر
nav-reports = التقارير
nav-users = الأشخاص
nav-settings = الإعدادات

role-volunteer = متطوّع
role-coordinator = منسّق
role-mentor = مرافق
role-treasurer = أمين الصندوق
role-admin = إدارة


field-optional = (اختياري)
pager-label = الصفحات
pager-previous = السابق
pager-next = التالي

action-save = حفظ
action-cancel = إلغاء
action-edit = تعديل
action-print = طباعة
action-search = بحث
action-filter = تصفية
action-reset = عرض الكل

desk-mode-handout = تسليم
desk-mode-intake = استلام
desk-mode-return = إرجاع
desk-mode-move = نقل
desk-mode-lookup = استعلام
desk-leave = إنهاء
desk-scan = تسجيل
desk-scan-label = امسح الرمز أو اكتبه
desk-scan-here = امسح هنا
desk-pending = في الانتظار
desk-word-ready = جاهز
desk-word-ok = تمّ
desk-word-again = انتبه
desk-word-stop = قف
desk-undo = تراجع
desk-finish = تمّ
desk-yes = نعم
desk-no = لا
desk-understood = فهمت
desk-retry = إرسال مرة أخرى
desk-offline = لا يوجد اتصال
desk-offline-detail = لم يُسجَّل بعد. عمليات المسح تبقى هنا وتُرسل حين يعود الاتصال. لا تغلق هذه الصفحة.
desk-failed = لم يُسجَّل
desk-failed-detail = لم يجب الخادم كما هو متوقع. أرسل مرة أخرى أو نادِ المنسّق.
desk-signed-out = سُجِّل خروجك
desk-signed-out-detail = سجّل الدخول في نافذة أخرى، ثم أرسل هنا مرة أخرى.
desk-full = انتظر قليلًا
desk-full-detail = هناك 32 عملية مسح في الانتظار. هذه لم تُسجَّل بعد.

error-title = لم ينجح ذلك
error-home = إلى صفحة البداية
error-back = العودة إلى هناك
sign-in-lead = سجّل الدخول للعمل.
sign-in-name = الاسم
sign-in-password = كلمة السرّ
