### الأسر: الموافقة، الرقم السري، الاقتراحات، التكرار، الإثبات.
error-maternity-consent = هذا يكشف شيئًا عن الصحة. يُرجى تسجيل موافقة الشخص أولًا.
error-consent-twice = هذه الموافقة مسجّلة من قبل.
error-contact-empty = يُرجى ذكر كيفية الوصول إلى الأسرة. للحذف اسحبوا الموافقة.
error-contact-no-way = يُرجى ذكر بريد إلكتروني أو رقم هاتف.
error-contact-email = هذا ليس بريدًا إلكترونيًا. يُرجى التحقق، مثلًا name@example.org.
error-contact-phone = يُرجى استعمال الأرقام والمسافات وعلامة + فقط، مثلًا 0151 234567.
error-not-offered = المجموعة الأساسية لهذه الأسرة لا تشمل هذا الآن.
error-own-quantity =
    { $most ->
         [0] حسب القيمة الإرشادية لا ينقص شيء من هذا الآن.
        *[other] يُرجى اختيار عدد من 1 إلى { $most }.
    }
error-own-ready = توجد قطعة جاهزة لهذا. يُرجى إخبار مكتب التوزيع.
records-pin-made = رقم سري جديد للصفحة الخاصة.
records-consent-given = سُجّلت الموافقة.
records-consent-revoked = سُحبت الموافقة. أُزيلت السطور من القائمة.
records-contact-saved = حُفظت بيانات الاتصال.
records-contact-erased = سُحبت الموافقة. حُذفت بيانات الاتصال.
