# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = صفحهٔ من
own-pieces = { $count } عدد

# Days of the week.
own-weekday-mon = دوشنبه
own-weekday-tue = سه‌شنبه
own-weekday-wed = چهارشنبه
own-weekday-thu = پنج‌شنبه
own-weekday-fri = جمعه
own-weekday-sat = شنبه
own-weekday-sun = یکشنبه

# For whom a time is meant.
own-audience-everybody = برای همه
own-audience-babies = خانواده‌ها با نوزاد
own-audience-women = فقط خانم‌ها
own-audience-quiet = وقت آرام
own-audience-first = بار اول

# Who somebody is, by age.
own-person-baby = نوزاد
own-person-child-small = کودک خردسال
own-person-child = کودک
own-person-teen = نوجوان
own-person-adult = بزرگسال

# How a piece is cut.
own-cut-w = زنانه
own-cut-m = مردانه
own-cut-k = بچگانه
own-cut-b = نوزادی
own-cut-u = برای همه

# What a size is for.
own-size-for-clothes = لباس
own-size-for-trousers = شلوار
own-size-for-shoes = کفش
own-size-for-bra = سوتین / سینه‌بند
own-size-for-head = سر
