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
own-person-baby = Немовля
own-person-child-small = Маленька дитина
own-person-child = Дитина
own-person-teen = Підліток
own-person-adult = Доросла людина

# How a piece is cut.
own-cut-w = Жіноче
own-cut-m = Чоловіче
own-cut-k = Дитяче
own-cut-b = Для немовлят
own-cut-u = Для всіх

# What a size is for.
own-size-for-clothes = Одяг
own-size-for-trousers = Штани
own-size-for-shoes = Взуття
own-size-for-bra = Бюстгальтер
own-size-for-head = Голова
