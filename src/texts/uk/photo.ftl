### Фото на робочому місці: стіл, повний етикеток, стає списком.
photo-title = Фото
photo-lead = Багато етикеток за один раз: покладіть речі на стіл етикетками догори й зробіть одне фото.
photo-back = До робочого місця
photo-what-for = Для чого?
photo-take = Сфотографувати або вибрати фото
photo-hint = Згори, усе рівно й світло, приблизно до 30 етикеток. Фото не зберігається: щонайдовше 30 хвилин воно лишається в оперативній пам’яті.
photo-read = Прочитати фото
photo-sending = Фото передається …
photo-reading = Фото читається …
photo-offline = Немає зв’язку. Спробуйте ще раз.
photo-busy = Зараз читаються інші фото. Спробуйте за хвилину ще раз.
photo-no-file = Фото не було. Сфотографуйте або виберіть фото.
photo-too-large = Фото завелике. Надішліть фото до { $megabytes } МБ.
photo-broken = Фото дійшло не повністю. Надішліть ще раз.
photo-not-a-picture = Такого зображення ми не читаємо. Надішліть JPEG, PNG або WebP.
photo-too-many-pixels = У зображенні забагато точок. Надішліть JPEG, де менше ніж { $side } точок на кожній стороні; 24 мегапікселі підходять завжди.
photo-damaged = Зображення пошкоджене й не читається. Сфотографуйте знову.
photo-undecodable = Це зображення не вдалося прочитати. Сфотографуйте знову або збережіть в іншому форматі (JPEG, PNG, WebP).
photo-gone = Цього фото вже немає. Що записано, те записано. Сфотографуйте знову.
photo-another = Нове фото
photo-count =
    { $count ->
         [0] Кодів не знайдено
         [one] Знайдено { $count } код
         [few] Знайдено { $count } коди
         [many] Знайдено { $count } кодів
        *[other] Знайдено { $count } коди
    }
photo-nothing = Етикеток не знайдено
photo-nothing-help = Підійдіть ближче, додайте світла й покладіть етикетки рівно. Тоді зробіть ще одне фото.
photo-not-all = На все зображення не вистачило часу. Чогось бракує? Сфотографуйте меншу частину.
photo-picture = Фото з пронумерованими кодами
photo-unmarked = Етикетку без номера на фото не прочитано: скануйте її окремо або зробіть ще одне фото.
photo-refresh = Перевірити список знову
photo-take-over = Прийняти
photo-scan-card = Скануйте або введіть картку
photo-choose-place = Виберіть місце
photo-needs-card = Для якої родини? Скануйте картку або сфотографуйте її разом із речами.
photo-several-cards = На фото кілька карток. Скануйте потрібну.
photo-needs-place = Куди? Виберіть місце або сфотографуйте разом із його кодом.
photo-several-places = На фото кілька місць. Виберіть потрібне.
photo-for-visit = Для відкритого візиту картки { $card }.
photo-waits-for-card = Чекає на картку.
photo-waits-for-place = Чекає на місце.
photo-card-open = Візит цієї картки відкритий.
photo-card-opens = Відкриває візит.
photo-place-is-it = Це те місце.
photo-only-one = Зараховується лише одна картка або одне місце. Нічого не записано.
photo-not-ours = Не наша етикетка.
photo-code-damaged = Прочитано непевно. Скануйте окремо.
photo-command = Команди з фото не виконуються.
photo-not-here = Тут не зараховується. Нічого не записано.
photo-place = Місце
photo-card = Картка родини
photo-command-sheet = Команда
photo-other-code = Інший код
photo-times = { $times } × на фото, рахується один раз
photo-will-hand-out = Буде видано.
photo-will-come-back = Повертається і йде в догляд.
photo-will-take-in = Буде прийнято.
photo-will-restock = Повернеться в наявність.
photo-will-be-found = Було загублене, повернеться в наявність.
photo-will-move = Буде переміщено.
photo-handed-out = Видано.
photo-moved = Переміщено.
photo-do-hand-out = Видати позначені
photo-do-take-back-in = Повернути позначені
photo-do-take-in = Прийняти позначені
photo-do-move = Перемістити позначені
photo-do-count = Порахувати позначені
photo-summary-taken-back =
    { $back ->
         [one] Скасовано { $back } річ
         [few] Скасовано { $back } речі
         [many] Скасовано { $back } речей
        *[other] Скасовано { $back } речі
    }{ $rest ->
         [0] .
        *[other] , { $rest } – ні: дивіться список.
    }
photo-summary =
    { $done ->
         [one] Записано { $done } річ
         [few] Записано { $done } речі
         [many] Записано { $done } речей
        *[other] Записано { $done } речі
    }{ $not ->
         [0] .
        *[other] , { $not } – ні: дивіться список.
    }
photo-take-all-back = Скасувати все з цього фото
photo-taken-back = Скасовано.
photo-stale = Тим часом на робочому місці щось змінилося. Нічого не записано: перегляньте список ще раз.
photo-what-are-they = Усі порожні етикетки – це
photo-not-said = ще не вибрано
photo-for-card = Для родини з карткою { $card }.
photo-one-of = 1 з { $pieces }: { $name }
photo-one-at-a-time = Надсилайте лише одне фото за раз.
photo-not-looked-up = За фото довідка не дається. Скануйте окремо.
photo-left-off = У списку лише { $shown } кодів. Не у списку: { $left }. Сфотографуйте меншу частину.
