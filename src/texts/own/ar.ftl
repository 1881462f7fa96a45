# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = صفحتي
own-pieces = { $count ->
    [zero] لا قطع
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
    [many] { $count } قطعة
   *[other] { $count } قطعة
}

# Days of the week.
own-weekday-mon = الاثنين
own-weekday-tue = الثلاثاء
own-weekday-wed = الأربعاء
own-weekday-thu = الخميس
own-weekday-fri = الجمعة
own-weekday-sat = السبت
own-weekday-sun = الأحد

# For whom a time is meant.
own-audience-everybody = للجميع
own-audience-babies = للعائلات مع رضيع
own-audience-women = للنساء فقط
own-audience-quiet = وقت هادئ
own-audience-first = الزيارة الأولى

# Who somebody is, by age.
own-age-baby = رضيع
own-age-child-small = طفل صغير
own-age-child = طفل
own-age-teen = مراهق
own-age-adult = شخص بالغ

# How a piece is cut.
own-cut-w = نسائي
own-cut-m = رجالي
own-cut-k = للأطفال
own-cut-b = للرضّع
own-cut-u = للجميع

# What a size is for.
own-for-clothes = ملابس
own-for-trousers = بناطيل
own-for-shoes = أحذية
own-for-bra = حمّالة صدر
own-for-head = الرأس
