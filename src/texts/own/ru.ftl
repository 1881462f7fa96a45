# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Моя страница
own-pieces = { $count ->
    [one] { $count } вещь
    [few] { $count } вещи
    [many] { $count } вещей
   *[other] { $count } вещи
}

# Days of the week.
own-weekday-mon = понедельник
own-weekday-tue = вторник
own-weekday-wed = среда
own-weekday-thu = четверг
own-weekday-fri = пятница
own-weekday-sat = суббота
own-weekday-sun = воскресенье

# For whom a time is meant.
own-audience-everybody = Для всех
own-audience-babies = Семьи с младенцами
own-audience-women = Только женщины
own-audience-quiet = Спокойное время
own-audience-first = Первый визит

# Who somebody is, by age.
own-age-baby = Младенец
own-age-child-small = Маленький ребёнок
own-age-child = Ребёнок
own-age-teen = Подросток
own-age-adult = Взрослый человек

# How a piece is cut.
own-cut-w = Женское
own-cut-m = Мужское
own-cut-k = Детское
own-cut-b = Для младенцев
own-cut-u = Для всех

# What a size is for.
own-for-clothes = Одежда
own-for-trousers = Брюки
own-for-shoes = Обувь
own-for-bra = Бюстгальтер
own-for-head = Голова
