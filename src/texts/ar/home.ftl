### البداية: ما العمل الآن، لكل دور.
home-hello = مرحبًا { $name }
home-day = اليوم { $day }.
home-intake = وصلت قطعة
home-handout = أسرة تأخذ قطعها
home-today = اليوم
home-today-in =
    { $pieces ->
         [zero] قطعة استُلمت
         [one] قطعة استُلمت
         [two] قطعتان استُلمتا
         [few] قطع استُلمت
         [many] قطعة استُلمت
        *[other] قطعة استُلمت
    }
home-today-out =
    { $pieces ->
         [zero] قطعة سُلِّمت
         [one] قطعة سُلِّمت
         [two] قطعتان سُلِّمتا
         [few] قطع سُلِّمت
         [many] قطعة سُلِّمت
        *[other] قطعة سُلِّمت
    }
home-find-item = البحث عن قطعة
home-now = ما يحتاجك الآن
home-calm = كل شيء منجز الآن.
home-calm-text = لا قطعة تنتظر، ولا بطاقة موقوفة، ولا عملية مسح تحتاج توضيحًا.
home-tile-needs =
    { $lines ->
         [zero] سطر مفتوح في قوائم الاحتياجات،
         [one] سطر مفتوح في قوائم الاحتياجات،
         [two] سطران مفتوحان في قوائم الاحتياجات،
         [few] أسطر مفتوحة في قوائم الاحتياجات،
         [many] سطرًا مفتوحًا في قوائم الاحتياجات،
        *[other] سطر مفتوح في قوائم الاحتياجات،
    } { $households ->
         [zero] بلا أسر.
         [one] عند أسرة واحدة.
         [two] عند أسرتين.
         [few] عند { $households } أسر.
         [many] عند { $households } أسرة.
        *[other] عند { $households } أسرة.
    }
home-tile-needs-link = عرض الأسر
home-tile-care =
    { $pieces ->
         [zero] قطعة في العناية. غُسلت؟ امسحها عند الاستلام.
         [one] قطعة في العناية. غُسلت؟ امسحها عند الاستلام.
         [two] قطعتان في العناية. غُسلتا؟ امسحهما عند الاستلام.
         [few] قطع في العناية. غُسلت؟ امسحها عند الاستلام.
         [many] قطعة في العناية. غُسلت؟ امسحها عند الاستلام.
        *[other] قطعة في العناية. غُسلت؟ امسحها عند الاستلام.
    }
home-tile-care-link = القطع في العناية
home-tile-donations =
    { $donations ->
         [zero] تبرّع فيه قطع معلَنة لم تُمسح بعد.
         [one] تبرّع فيه قطع معلَنة لم تُمسح بعد.
         [two] تبرّعان فيهما قطع معلَنة لم تُمسح بعد.
         [few] تبرّعات فيها قطع معلَنة لم تُمسح بعد.
         [many] تبرّعًا فيها قطع معلَنة لم تُمسح بعد.
        *[other] تبرّع فيها قطع معلَنة لم تُمسح بعد.
    }
home-tile-donations-link = عرض التبرّعات
home-tile-blocked =
    { $households ->
         [zero] بطاقة أسرة موقوفة.
         [one] بطاقة أسرة موقوفة.
         [two] بطاقتا أسر موقوفتان.
         [few] بطاقات أسر موقوفة.
         [many] بطاقة أسرة موقوفة.
        *[other] بطاقة أسرة موقوفة.
    }
home-tile-blocked-link = عرض الموقوفة
home-tile-conflicts =
    { $scans ->
         [zero] عملية مسح تناقض ما سجّله آخرون.
         [one] عملية مسح تناقض ما سجّله آخرون.
         [two] عمليتا مسح تناقضان ما سجّله آخرون.
         [few] عمليات مسح تناقض ما سجّله آخرون.
         [many] عملية مسح تناقض ما سجّله آخرون.
        *[other] عملية مسح تناقض ما سجّله آخرون.
    }
home-tile-conflicts-link = عرض التناقضات
home-tile-odd =
    { $terminals ->
         [zero] جهاز أرسل شيئًا غريبًا.
         [one] جهاز أرسل شيئًا غريبًا.
         [two] جهازان أرسلا شيئًا غريبًا.
         [few] أجهزة أرسلت شيئًا غريبًا.
         [many] جهازًا أرسلت شيئًا غريبًا.
        *[other] جهاز أرسلت شيئًا غريبًا.
    }
home-tile-odd-link = فحص الأجهزة
home-tile-missing =
    { $pieces ->
         [zero] قطعة مفقودة.
         [one] قطعة مفقودة.
         [two] قطعتان مفقودتان.
         [few] قطع مفقودة.
         [many] قطعة مفقودة.
        *[other] قطعة مفقودة.
    }
home-tile-missing-link = عرض المفقودة
home-quick = كثير الاستعمال
home-new-donation = تسجيل تبرّع
home-new-household = تسجيل أسرة
home-print-labels = طباعة ملصقات
home-donor-report = تقرير للمتبرّع
home-weeks =
    { $weeks ->
         [zero] هذا الأسبوع
         [one] الأسبوع الأخير
         [two] الأسبوعان الأخيران
         [few] آخر { $weeks } أسابيع
         [many] آخر { $weeks } أسبوعًا
        *[other] آخر { $weeks } أسبوع
    }
home-weeks-alt = من { $from } إلى اليوم، عدد القطع: استُلم { $taken } وسُلِّم { $out }.
home-weeks-in = استُلم
home-weeks-out = سُلِّم
home-weeks-first = من { $day }
home-weeks-last = هذا الأسبوع
home-weeks-most = أعلى عمود، عدد القطع: { $pieces }
home-weeks-none = في هذه الأسابيع لم يدخل شيء ولم يخرج شيء.
home-week = الأسبوع من
home-as-table = كجدول
home-stock = المخزون حسب المجموعة
home-stock-alt = عدد القطع في البيت: { $pieces }، أكثرها في المجموعة { $group }.
home-stock-others = مجموعات أخرى
home-stock-none = لا شيء في المخزن بعد. سجّل القطعة الأولى عند الاستلام.
home-pieces = القطع
home-sum = المجموع
home-steps = الخطوات الأولى
home-steps-lead = خمس خطوات ثم يعمل مخزن الملابس. المنجز عليه علامة.
home-step-done = منجز
home-step-open = لم يُنجز
home-step-people = أضف الأشخاص الذين يعملون
home-step-people-hint = لكل شخص اسم وكلمة سرّ وشارة. هذا عمل الإدارة.
home-step-labels = اطبع ملصقات
home-step-labels-hint = ورقة واحدة من الملصقات الفارغة تكفي للبداية.
home-step-donation = سجّل التبرّع الأول
home-step-donation-hint = من يتبرّع وفي أي يوم. القطع بلا تبرّع ممكنة أيضًا.
home-step-piece = استلم القطع الأولى
home-step-piece-hint = ألصق الملصق، امسحه، وقل ما هي القطعة.
home-step-household = سجّل الأسرة الأولى
home-step-household-hint = ببطاقة وقائمة احتياجات. اطبع البطاقة فورًا.
home-own = أسرك
home-own-none = لا أسر بعد
home-own-none-text = لم تُربط بك أسرة بعد. تكلّم مع المنسّق.
home-own-no-card = بلا بطاقة
home-own-lines =
    { $lines ->
         [0] لا شيء مفتوح في قائمة الاحتياجات.
         [one] في قائمة الاحتياجات سطر واحد مفتوح.
         [two] في قائمة الاحتياجات سطران مفتوحان.
         [few] في قائمة الاحتياجات { $lines } أسطر مفتوحة.
         [many] في قائمة الاحتياجات { $lines } سطرًا مفتوحًا.
        *[other] في قائمة الاحتياجات { $lines } سطر مفتوح.
    }
home-own-ready =
    { $pieces ->
         [0] لا شيء جاهز.
         [one] قطعة واحدة جاهزة:
         [two] قطعتان جاهزتان:
         [few] { $pieces } قطع جاهزة:
         [many] { $pieces } قطعة جاهزة:
        *[other] { $pieces } قطعة جاهزة:
    }
home-own-open = عرض
home-tile-ready =
    { $households ->
         [zero] أسرة يمكنها أن تأخذ شيئًا.
         [one] أسرة يمكنها أن تأخذ شيئًا.
         [two] أسرتان يمكنهما أن تأخذا شيئًا.
         [few] أسر يمكنها أن تأخذ شيئًا.
         [many] أسرة يمكنها أن تأخذ شيئًا.
        *[other] أسرة يمكنها أن تأخذ شيئًا.
    }
home-tile-ready-link = الجاهز للأخذ
home-tile-own-lines =
    { $lines ->
         [zero] سطر مفتوح في قوائم الاحتياجات.
         [one] سطر مفتوح في قوائم الاحتياجات.
         [two] سطران مفتوحان في قوائم الاحتياجات.
         [few] أسطر مفتوحة في قوائم الاحتياجات.
         [many] سطرًا مفتوحًا في قوائم الاحتياجات.
        *[other] سطر مفتوح في قوائم الاحتياجات.
    }
home-tile-own-lines-link = عرض الأسر
home-year-donations = تبرّعات { $year }
home-year-none = لم يُسجَّل تبرّع في هذه السنة بعد.
home-year-kind = ممّن
home-year-count = التبرّعات
home-year-receipts = شهادة مطلوبة
home-tile-year =
    { $donations ->
         [zero] تبرّع في هذه السنة، مع المُعلن عنها.
         [one] تبرّع في هذه السنة، مع المُعلن عنها.
         [two] تبرّعان في هذه السنة، مع المُعلن عنها.
         [few] تبرّعات في هذه السنة، مع المُعلن عنها.
         [many] تبرّعًا في هذه السنة، مع المُعلن عنها.
        *[other] تبرّع في هذه السنة، مع المُعلن عنها.
    }
home-tile-year-link = كل التبرّعات
home-tile-receipts =
    { $donations ->
         [zero] تبرّع تُطلب له شهادة.
         [one] تبرّع تُطلب له شهادة.
         [two] تبرّعان تُطلب لهما شهادة.
         [few] تبرّعات تُطلب لها شهادة.
         [many] تبرّعًا تُطلب لها شهادة.
        *[other] تبرّع تُطلب لها شهادة.
    }
home-tile-receipts-link = عرض التبرّعات
home-tile-addresses =
    { $donors ->
         [zero] متبرّع يريد شهادة وعنوانه ناقص.
         [one] متبرّع يريد شهادة وعنوانه ناقص.
         [two] متبرّعان يريدان شهادة وعنوانهما ناقص.
         [few] متبرّعين يريدون شهادة وعناوينهم ناقصة.
         [many] متبرّعًا يريدون شهادة وعناوينهم ناقصة.
        *[other] متبرّع يريدون شهادة وعناوينهم ناقصة.
    }
home-tile-addresses-link = إكمال العناوين
home-companies = آخر ما قدّمته الشركات
home-companies-none = لا تبرّع من شركة بعد.
home-announced =
    { $pieces ->
         [zero] لا قطع معلَنة
         [one] قطعة واحدة معلَنة
         [two] قطعتان معلَنتان
         [few] { $pieces } قطع معلَنة
         [many] { $pieces } قطعة معلَنة
        *[other] { $pieces } قطعة معلَنة
    }
home-tile-people =
    { $people ->
         [zero] شخص يمكنه الدخول.
         [one] شخص يمكنه الدخول.
         [two] شخصان يمكنهما الدخول.
         [few] أشخاص يمكنهم الدخول.
         [many] شخصًا يمكنهم الدخول.
        *[other] شخص يمكنهم الدخول.
    }
home-tile-people-link = إدارة الأشخاص
home-tile-terminals =
    { $terminals ->
         [zero] جهاز مسجّل.
         [one] جهاز مسجّل.
         [two] جهازان مسجّلان.
         [few] أجهزة مسجّلة.
         [many] جهازًا مسجّلًا.
        *[other] جهاز مسجّل.
    }
home-tile-terminals-link = إدارة الأجهزة
home-sign-ins = من لم يستطع الدخول
home-sign-ins-none = لا أحد لديه صعوبة في الدخول الآن.
home-sign-in-failed =
    { $tries ->
         [zero] لا محاولات فاشلة
         [one] محاولة فاشلة واحدة
         [two] محاولتان فاشلتان
         [few] { $tries } محاولات فاشلة
         [many] { $tries } محاولة فاشلة
        *[other] { $tries } محاولة فاشلة
    }
home-sign-in-paused = موقوف حتى الساعة { $time }
