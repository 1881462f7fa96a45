# البحث والقوائم: خانة البحث أعلى كل صفحة، وما هو مشترك بين كل القوائم الطويلة.

find-title = بحث
find-label = ابحث في كل شيء
find-here = ابحث أو امسح
find-close = إغلاق
find-lead = رمز أو اسم أو قطعة أو مكان أو صفحة. تكفي بداية الكلمة، ولا يضرّ خطأ في الكتابة.
find-nothing = تحقّق من الكتابة، أو امسح الرمز مرة أخرى.
find-damaged = قُرئ هذا الرمز أو كُتب خطأً. امسحه مرة أخرى.
find-blank = هذا الملصق ما زال فارغًا. سجّل القطعة عند الاستلام.
find-unknown-code = لا يوجد هنا شيء لك بهذا الرمز.
find-command = هذا أمر، ويعمل في مكان المسح فقط.
find-all = أظهر الكل في القائمة
find-pages = صفحات
find-places = أماكن
find-hits =
    { $count ->
         [0] لم يُعثر على شيء
         [zero] لم يُعثر على شيء
         [one] نتيجة واحدة
         [two] نتيجتان
         [few] { $count } نتائج
         [many] { $count } نتيجة
        *[other] { $count } نتيجة
    }
find-household =
    { $people ->
         [zero] لا أحد
         [one] شخص واحد
         [two] شخصان
         [few] { $people } أشخاص
         [many] { $people } شخصًا
        *[other] { $people } شخص
    }
find-page-labels = طباعة الملصقات
find-page-commands = طباعة ورقة الأوامر
find-page-stocktake = العدّ للجرد
find-words-voucher = قسيمة توكيل استلام
find-words-pin = PIN رمز سري بطاقة
find-words-sessions = يوم التوزيع موعد مواعيد تقويم
find-words-queue = قائمة الانتظار دور رقم نداء
find-words-allocation = توزيع اقتراحات حجز
find-words-pick = إحضار قائمة أكياس
find-words-missing = ناقص مطلوب احتياج
find-words-overrides = استثناءات مسموح المنسّق

list-filters = عوامل التصفية
list-clear-one = إزالة عامل التصفية: { $what }
list-order = الترتيب
list-rows = الصفوف
list-first = إلى البداية
list-export = كجدول (CSV)
list-more-than = أكثر من { $count }
list-entries =
    { $count ->
         [zero] لا شيء
         [one] سجل واحد
         [two] سجلّان
         [few] { $count } سجلات
         [many] { $count } سجلًّا
        *[other] { $count } سجل
    }
list-in-state-many = { $state } (أكثر من { $count })
list-search = بحث: { $text }
list-understood = يجري البحث عن «{ $meant }» بدل «{ $typed }».
list-back = إلى القائمة
list-next = التالي في القائمة
list-end = كان هذا آخر ما في القائمة.

order-newest = الأحدث أولًا
order-oldest = الأقدم أولًا
order-moved = آخر حركة
order-waiting = الأطول بقاءً
order-kind = نوع القطعة
order-place = المكان
order-name = الاسم
order-longest = الأطول انتظارًا
