# What may leave the house, and why something does not.
reach-hidden = •
disclosure-why = تعني «•»: عدد الأسر وراء هذا الرقم قليل جدًا، أو أن الرقم يكشف رقمًا آخر. الأرقام الأخرى مقرّبة إلى 5.
disclosure-why-exact = تعني «•»: عدد الأسر وراء هذا الرقم قليل جدًا، أو أن الرقم يكشف رقمًا آخر.
error-fixed-period = هذه الأيام ليست ربع سنة كاملًا ولا سنة كاملة. يرجى اختيار ربع سنة أو سنة.
error-period-runs = هذه الفترة لم تنتهِ بعد. يرجى اختيار ربع سنة أو سنة تنتهي في { $to } أو قبل ذلك.
error-would-tell = الأرقام من { $from } إلى { $to } مع التقارير السابقة تكشف الكثير عن أسر بعينها. لذلك لا تُعطى.
error-published-unreadable = أُعطي التقرير من { $from } إلى { $to } من قبل، لكن هذا الإصدار لا يستطيع قراءته. يرجى سؤال من يعتني بالخادم.
disclosure-not-told = لا يُعرض مكانها لقلة عدد الأسر
share-received =
    { $pieces ->
         [one] وصلت قطعة واحدة.
        *[other] وصلت { $pieces } قطعة.
    }
report-house-view = عرض العمل: يبقى داخل الدار. يحصل المتبرع على أرباع سنة وسنوات كاملة منتهية، بأرقام مقرّبة.
report-give-out = تثبيت للمتبرع
report-give-out-lead = ما يُثبَّت يبقى كما هو، حتى لو سُلّم المزيد لاحقًا. بعد ذلك يمكن طباعة التقرير وحفظه كجدول.
report-given-out = نسخة المتبرع، بتاريخ { $day }. تبقى كما هي. الأرقام مقرّبة إلى 5.
report-given-out-done = تم تثبيت التقرير.
report-see-given-out = نسخة المتبرع
report-see-house-view = عرض العمل
report-periods = الفترات المنتهية
period-quarter = الربع { $quarter } من { $year }
period-year = سنة { $year }
error-not-given-out = هذه الفترة غير مثبّتة بعد. افتح تقرير هذه الفترة وثبّته.
