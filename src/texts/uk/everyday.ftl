### Щодня: скасування, багато відразу, змінено тим часом, сторінки, що оновлюються.
undo-button = Скасувати
undone = Скасовано. Усе знову як раніше.
undone-partly = Скасовано. Рядки, які тим часом змінили, лишилися: { $count }.
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
item-quick-hint = Місце, розмір, якість, крій і вид.
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

bulk-done =
    { $count ->
        [one] { $count } річ: { $what }
        [few] { $count } речі: { $what }
       *[many] { $count } речей: { $what }
    }
bulk-did-move = перекладено
bulk-did-condition = якість змінено
bulk-did-care = віддано в догляд
bulk-did-restock = знову в наявності
bulk-did-missing = загублено
bulk-did-discard = списано
bulk-did-void = помилковий запис
bulk-is-there = Вже лежить там.
bulk-is-so = Вже так.
bulk-is-in-stock = Вже в наявності.
bulk-is-in-care = Вже в догляді.
bulk-is-missing = Вже вважається загубленою.
bulk-is-discarded = Вже списано.
bulk-is-void = Вже записано як помилку.
bulk-not-so = У цьому стані не можна: { $state }.
bulk-stopped = Більше не виконано, бо все скасовано.
bulk-title = З позначеними речами
bulk-tick = Позначити: { $name }
bulk-tick-page = Усі на цій сторінці
bulk-chosen = Позначено: { $count }
bulk-all-matching = Не лише позначені: усі, що відповідають фільтру ({ $count })
bulk-what = Що зробити?
bulk-to-place = куди: { $place }
bulk-to-condition = Якість: { $condition }
bulk-print = Надрукувати етикетки заново
bulk-go = Виконати
bulk-steps = У коморі
bulk-places = Перекласти
bulk-conditions = Змінити якість
bulk-running = Готово { $done } з { $count }.
bulk-still-running = Ще триває. Сторінка оновлюється сама.
bulk-going-back = Скасовано: { $done } з { $count }.
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
bulk-part-outcome = Результат
bulk-part-why = Чому
bulk-lately = Останні дії з багатьма
bulk-lately-lead = Що зроблено з багатьма речами відразу за останні 24 години. Стільки це можна скасувати.
bulk-lately-none = За останні 24 години нічого не зроблено з багатьма речами відразу.
bulk-lately-who = Хто
bulk-lately-when = Коли
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
