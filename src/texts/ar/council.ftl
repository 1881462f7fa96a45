### هدايا المدينة: المتلقّي وقوائم المجلس والقرارات.
council-nav = المجلس
council-title = هدايا للمدينة
council-lead = يقرّر المجلس بشأن كل هدية للمدينة. وحتى ذلك الحين تُحفظ فقط، ولا يسلّمها أحد.
council-no-city = لا توجد مدينة متلقّية بعد
council-no-city-text = هذه الصفحة للمدن التي تستلم التبرعات بنفسها. إذا كانت جمعية هي المستلمة فلا تحتاجها. وإلا فأضف المدينة في الإعدادات جهةً مُصدِرة.
council-issuer = المدينة
council-waiting = تنتظر قائمة
council-waiting-none = لا هدية تنتظر
council-waiting-none-text = سجّل تبرعًا جديدًا وضع علامة «معروض فقط»، فيظهر هنا.
council-for-council = يقرّر فيها المجلس
council-for-mayor = يقرّر فيها رئيس البلدية وحده
council-limit = تحت { $amount } يقرّر رئيس البلدية وحده. ومن دون قيمة يقرّر المجلس.
council-limit-none = يقرّر المجلس مهما كانت القيمة.
council-no-value = لا حاجة إلى قيمة
council-value-missing = القيمة ناقصة هنا
council-value-missing-text = هؤلاء المتبرعون يريدون إيصالًا. أدخل القيمة أولًا، ثم تُضاف الهدية إلى قائمة.
council-day = اليوم
council-donor = المتبرع
council-gift = الهدية
council-gift-plain = تبرع عيني
council-purpose = الغرض
council-purpose-hint = يُذكر بجانب كل هدية في القائمة.
council-purpose-usual = مساعدة المحتاجين (غرفة الملابس)
council-value = القيمة
council-decision = القرار
council-pick = أضف { $donor } إلى القائمة
council-list-title = اسم القائمة
council-list-title-usual = تبرعات حتى { $day }
council-to-list = إلى أي قائمة؟
council-new-list = قائمة جديدة
council-put = أضف إلى القائمة
council-made = الهدايا الآن في القائمة.
council-lists = القوائم
council-lists-none = لا قائمة بعد. أضف هدايا إلى واحدة في الأعلى.
council-decider-council = المجلس
council-decider-mayor = رئيس البلدية
council-state-open = مفتوحة
council-state-decided = محسومة
council-gifts-count =
    { $count ->
        [zero] لا هدايا
        [one] هدية واحدة
        [two] هديتان
        [few] { $count } هدايا
        [many] { $count } هدية
       *[other] { $count } هدية
    }
council-print = طباعة PDF
council-frozen = القائمة مع القرار (PDF)
council-decide-title = تسجيل القرار
council-decide-text = ما قُبل يدخل المخزون فورًا. وما رُفض يعود إلى المتبرع.
council-held-on = يوم القرار
council-reference = رقم القرار
council-reference-hint = ليُعثر على القرار لاحقًا. مثال: VO/2026/117
council-accepted = مقبولة
council-declined = مرفوضة
council-undecided = لم يُحسم
council-decided = سُجّل القرار بشأن «{ $title }».
council-take-off = إزالة من القائمة
council-taken-off = عادت الهدية تنتظر قائمة.
council-list-gone = كانت القائمة فارغة فحُذفت.
council-decided-on = تقرّر في { $day }، { $reference }
council-total = المجموع
council-sentence-council = هدايا إلى { $issuer }. المجلس يقرّر قبولها.
council-sentence-mayor = هدايا إلى { $issuer }. رئيس البلدية يقرّر قبولها.
council-paper-note = حيث كُتب «لا حاجة إلى قيمة» لا يريد المتبرع إيصالًا لدائرة الضرائب.
council-receiver = من يتلقّى التبرع؟
council-receiver-none = لم يُحدّد بعد
council-receiver-save = اختيار المتلقّي
council-receiver-hint = يرجى الاختيار قبل وصول الأشياء. بعدها لا يمكن الانتقال من الجمعية إلى المدينة أو العكس.
council-receiver-chosen = متلقّي التبرع: { $name }
council-await-offered = على المجلس أن يقبل هذه الهدية أولًا. يُرجى عدم مسح أي قطعة بعد.
council-await-custody = على المجلس أن يقبل هذه الهدية أولًا. وحتى ذلك الحين تُحفظ القطع الممسوحة فقط.
council-offer-saved = حُفظ العرض. على المجلس أن يقبله أولًا: يُرجى عدم مسح أي قطعة بعد.
council-on-list = في القائمة «{ $title }»
council-given-back = أُعيدت إلى المتبرع
council-error-receiver = لا يوجد هذا المتلقّي. اختر واحدًا من القائمة.
council-error-no-city = قوائم المجلس للمدن فقط. اختر مدينة.
council-error-title = أعطِ القائمة اسمًا.
council-error-purpose = اذكر الغرض من الهدايا.
council-error-no-gift = اختر هدية واحدة على الأقل.
council-error-too-many = تتسع القائمة لـ { $most } هدية كحد أقصى. أنشئ قائمة ثانية.
council-error-not-waiting = لم تعد هدية { $donor } تنتظر. حدّث الصفحة.
council-error-value = يريد { $donor } إيصالًا. أدخل قيمة التبرع أولًا.
council-error-limit = هدية { $donor } يقرّر فيها المجلس لأنها ليست دون الحد. ضعها في قائمة المجلس.
council-error-session-day = هذا اليوم في المستقبل. سجّل القرار بعد اتخاذه.
council-error-reference = اذكر رقم القرار.
council-fixed-pieces = مُسحت قطع بالفعل. لم يعد ممكنًا تغيير المتلقّي بين الجمعية والمدينة: سجّل تبرعًا جديدًا.
council-fixed-council = التبرع في قائمة المجلس أو قرّر فيه المجلس. يبقى المتلقّي كما هو.
council-fixed-receipt = يوجد إيصال لهذا التبرع. يبقى المتلقّي كما ورد فيه.
council-fixed-closed = التبرع مغلق. أعد فتحه أولًا.
council-fixed-bought = اشتُريت الأشياء. وهي لمن اشتراها.
council-fixed-city = هذا التبرع للمدينة. اختر «معروض»: المجلس وحده يقبله.
council-help = هنا الهدايا المعروضة على المدينة. حدّد ما ستقرّره الجلسة القادمة وضعه في قائمة. يمكنك طباعة القائمة للجلسة.
council-help-list = اطبع القائمة للجلسة. بعدها أدخل اليوم والرقم والقرار لكل هدية. هل أخطأت؟ يمكنك التراجع خلال 15 دقيقة.
council-error-before-gift = هبة { $donor } مؤرخة { $day }. لم يكن بوسع أحد أن يقرر بشأنها قبل ذلك. يرجى التحقق من اليوم.
council-receiver-over = { $name }: كان الإشعار ساريًا حتى { $day }. يمكن قبول التبرع. لا يمكن تأكيده إلا بإشعار جديد.
