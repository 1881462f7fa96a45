# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Моя сторінка
own-pieces = { $count ->
    [one] { $count } річ
    [few] { $count } речі
    [many] { $count } речей
   *[other] { $count } речі
}

# Days of the week.
own-weekday-mon = понеділок
own-weekday-tue = вівторок
own-weekday-wed = середа
own-weekday-thu = четвер
own-weekday-fri = п’ятниця
own-weekday-sat = субота
own-weekday-sun = неділя

# For whom a time is meant.
own-audience-everybody = Для всіх
own-audience-babies = Родини з немовлятами
own-audience-women = Лише жінки
own-audience-quiet = Спокійний час
own-audience-first = Перший візит

# Who somebody is, by age.
own-age-baby = Немовля
own-age-child-small = Маленька дитина
own-age-child = Дитина
own-age-teen = Підліток
own-age-adult = Доросла людина

# How a piece is cut.
own-cut-w = Жіноче
own-cut-m = Чоловіче
own-cut-k = Дитяче
own-cut-b = Для немовлят
own-cut-u = Для всіх

# What a size is for.
own-for-clothes = Одяг
own-for-trousers = Штани
own-for-shoes = Взуття
own-for-bra = Бюстгальтер
own-for-head = Голова
