### Щодня: скасування, багато відразу, змінено тим часом, сторінки, що оновлюються.
undo-button = Скасувати
undone = Скасовано: { $what }
undone-partly = Скасовано: { $what }. Рядки, які тим часом змінили, лишилися: { $count }.
error-undo-not-this = Тут це вже не можна скасувати. Змініть, будь ласка, вручну.
error-undo-too-late = Уже пізно: скасувати можна протягом 15 хвилин. Змініть, будь ласка, вручну.
error-undo-changed = Тим часом це знову змінили. Перевірте й змініть вручну.
changed-today-by = { $who }: зміна о { $time }. Перевірте, що діє зараз.
changed-by = { $who }: зміна { $day } о { $time }. Перевірте, що діє зараз.
clash-title = Тим часом змінено
clash-kept = Ваші дані залишилися у формі. «Зберегти» візьме ваші дані.
clash-same = Тепер там те саме, що ввели ви.
clash-field = Поле
clash-now = Діє зараз
clash-yours = Ви ввели
clash-empty = (порожньо)
item-done = { $name }: { $what }.
place-renamed = Місце тепер називається { $name }.

item-next = Що з цим робити?
item-next-none = Тут нічого робити.
item-where = Де лежить
item-where-alt = { $path }: місце { $number } з { $count }
item-where-nowhere = Немає постійного місця.
item-quick-edit = Швидко змінити
item-quick-hint = Місце, розмір, стан, крій і вид.
item-household-link = Переглянути родину
item-pieces-title = З цієї партії
item-pieces-left = У партії
item-contradictions =
    { $count ->
        [one] Про цю річ є { $count } відкрите питання.
        [few] Про цю річ є { $count } відкриті питання.
       *[many] Про цю річ є { $count } відкритих питань.
    }
item-contradictions-link = Переглянути питання
item-labels-title = Етикетки
item-label-now = діє
item-label-replaced = замінено
item-label-void = недійсна
item-label-since = надруковано { $day }
item-relabel = Замінити етикетку
item-relabel-hint = Наклейте нову етикетку, потім відскануйте або введіть її код. Стара більше не діятиме.
item-relabel-code = Код на новій етикетці
item-relabelled = Тепер діє етикетка { $code }.
error-relabel-unread = Цей код не читається. Відскануйте або введіть ще раз.
error-relabel-kind = Це не етикетка для речей. Візьміть, будь ласка, з рулону для речей.
error-relabel-unknown = Цю етикетку друкували не тут. Візьміть, будь ласка, іншу.
error-relabel-used = Етикетка { $code } вже на іншій речі. Візьміть, будь ласка, іншу.
error-relabel-piece = Ця річ не має власної етикетки.
item-edit-row = Змінити
item-edit-row-of = Швидко змінити: { $name }

bulk-move = Перекласти
bulk-condition = Інший стан
bulk-done =
    { $count ->
        [one] { $what }: { $count } річ
        [few] { $what }: { $count } речі
       *[many] { $what }: { $count } речей
    }
bulk-is-there = Вже лежить там.
bulk-is-so = Вже так.
bulk-stopped = Більше не виконано, бо все скасовано.
bulk-title = З позначеними речами
bulk-tick = Позначити: { $name }
bulk-tick-page = Усі на цій сторінці
bulk-chosen = Позначено: { $count }
bulk-all-matching = Не лише позначені: усі, що відповідають фільтру ({ $count })
bulk-what = Що зробити?
bulk-to-place = куди: { $place }
bulk-to-condition = Стан: { $condition }
bulk-print = Надрукувати етикетки заново
bulk-go = Виконати
bulk-steps = У коморі
bulk-places = Перекласти
bulk-conditions = Змінити стан
bulk-running = Готово { $done } з { $count }.
bulk-look-again = Перевірити
bulk-go-on = Продовжити
bulk-result = Зроблено: { $count }
bulk-result-refused = Не зроблено: { $count }
bulk-result-undone = Скасовано: { $count }
bulk-result-waiting = Ще чекають: { $count }
bulk-undo-all = Скасувати все
bulk-undo-hint = Можливо протягом 24 годин. Що тим часом хтось змінив далі, лишається як є.
bulk-taken-back = Скасовано.
bulk-to-items = До речей
bulk-part-done = зроблено
bulk-part-refused = не зроблено
bulk-part-undone = скасовано
bulk-part-waiting = чекає
bulk-part-why = Чому
error-bulk-none = Нічого не позначено. Спочатку позначте речі.
error-bulk-what = Виберіть, що зробити.
error-bulk-too-many = Щонайбільше { $most } речей за раз. Звузьте список фільтром.
error-bulk-list-changed = Список змінився: тепер підходить { $count }. Перегляньте список і виберіть ще раз.

live-changed = Оновлено.
live-new =
    { $count ->
        [0] Є зміни.
        [one] { $count } новий запис.
        [few] { $count } нові записи.
       *[many] { $count } нових записів.
    }
live-show = Показати
live-editing = Щойно хтось тут щось змінив. Ваші дані лишаються.
