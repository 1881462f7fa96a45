# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = زما پاڼه
own-pieces = { $count ->
    [one] { $count } دانه
   *[other] { $count } دانې
}

# Days of the week.
own-weekday-mon = دوشنبه
own-weekday-tue = سه‌شنبه
own-weekday-wed = چهارشنبه
own-weekday-thu = پنجشنبه
own-weekday-fri = جمعه
own-weekday-sat = شنبه
own-weekday-sun = یکشنبه

# For whom a time is meant.
own-audience-everybody = د ټولو لپاره
own-audience-babies = کورنۍ له کوچني ماشوم سره
own-audience-women = یوازې ښځې
own-audience-quiet = ارام وخت
own-audience-first = لومړی ځل

# Who somebody is, by age.
own-age-baby = تی‌رودونکی ماشوم
own-age-child-small = کوچنی ماشوم
own-age-child = ماشوم
own-age-teen = تنکی ځوان
own-age-adult = لوی کس

# How a piece is cut.
own-cut-w = ښځینه
own-cut-m = نارینه
own-cut-k = د ماشومانو
own-cut-b = د کوچنیو ماشومانو
own-cut-u = د ټولو

# What a size is for.
own-for-clothes = جامې
own-for-trousers = پتلون
own-for-shoes = بوټان
own-for-bra = سینه‌بند
own-for-head = سر
