### Текстовий термінал: мало слів, великими літерами.
terminal-locked = ЗАКРИТО
terminal-word-ok = OK
terminal-word-again = УВАГА
terminal-word-question = ПИТАННЯ
terminal-word-stop = СТОП

# Що робити далі
terminal-do-badge = Скануйте бейдж
terminal-do-badge-help = Піднесіть свій бейдж до сканера. Тоді можна починати.
terminal-do-card = Скануйте картку
terminal-do-card-help = Або спочатку речі, потім картку.
terminal-do-pieces = Скануйте речі
terminal-do-pieces-help = Наприкінці ще раз картку.
terminal-do-product = Що це?
terminal-do-product-help = Скануйте вид речі або введіть німецькою, наприклад: wi ja 104
terminal-do-label = Скануйте етикетку
terminal-do-return = Скануйте річ
terminal-do-return-help = Етикетку речі, яку повертають.
terminal-do-lookup = Скануйте будь-що
terminal-do-lookup-help = Термінал скаже, що це. Нічого не записується.
terminal-do-place = Скануйте місце
terminal-do-place-help = Спочатку код полиці, потім речі.
terminal-do-shelf-pieces = Скануйте речі
terminal-do-shelf-pieces-help = Місце: { $place }. Інше місце? Скануйте його код.
terminal-do-wait = Хвилинку
terminal-do-wait-help = З’єднання із сервером встановлюється.

# Що каже сам термінал
terminal-badge-first = Спочатку скануйте бейдж.
terminal-answer-first = Спочатку дайте відповідь на запитання.
terminal-stop-first = Спочатку підтвердьте це повідомлення: F12 Зрозуміло.
terminal-not-booked = Не записано: { $code }
terminal-no-answer = Немає відповіді – отже, ні.
terminal-no-answer-help = Нічого не записано. За потреби скануйте річ ще раз.
terminal-visit-paused = Візит завершено.
terminal-visit-paused-help = Дві хвилини не було сканів. Усе скановане записано.
terminal-mode-fell-back = Знову режим: { $mode }
terminal-mode-fell-back-help = Десять хвилин не було сканів.
terminal-full = Забагато сканів чекає.
terminal-full-help = Не записано: { $code }. Зачекайте, тоді скануйте цю річ ще раз.
terminal-same-pull = Прочитано двічі, пораховано раз.
terminal-pick-with = Сам Enter нічого не вибирає: F1–F8 або стрілка праворуч.
terminal-answer-keys = F2 Так     F8 Ні
terminal-stop-keys = F12 Зрозуміло
terminal-quit-again = Щоб вийти, натисніть Ctrl+Q ще раз.
terminal-quit-loses =
    { $count ->
         [one] { $count } скан ще чекає і зникне! Усе ж вийти: ще раз Ctrl+Q.
         [few] { $count } скани ще чекають і зникнуть! Усе ж вийти: ще раз Ctrl+Q.
         [many] { $count } сканів ще чекають і зникнуть! Усе ж вийти: ще раз Ctrl+Q.
        *[other] { $count } скану ще чекають і зникнуть! Усе ж вийти: ще раз Ctrl+Q.
    }

# З’єднання
terminal-offline = Немає зв’язку
terminal-offline-waiting =
    { $count ->
         [0] Немає зв’язку
         [one] Немає зв’язку: чекає { $count } скан
         [few] Немає зв’язку: чекають { $count } скани
         [many] Немає зв’язку: чекає { $count } сканів
        *[other] Немає зв’язку: чекає { $count } скану
    }
terminal-offline-help = Ще не записано. Не вимикайте термінал: скани лише в його пам’яті.
terminal-offline-idle-help = Сервер не відповідає. Спроби тривають; сканувати можна, запис буде потім.
terminal-token-refused = Термінал не зареєстровано
terminal-status-online = є зв’язок
terminal-status-connecting = з’єднання …
terminal-status-offline = немає зв’язку з { $time }
terminal-waiting-line = чекає: { $code }
terminal-waiting-more = і ще { $count }

# Права колонка
terminal-side-visit = ВІЗИТ
terminal-side-card = Картка { $card }
terminal-side-people =
    { $people ->
         [one] { $people } особа
         [few] { $people } особи
         [many] { $people } осіб
        *[other] { $people } особи
    }
terminal-side-pieces =
    { $pieces ->
         [one] річ
         [few] речі
         [many] речей
        *[other] речі
    }
terminal-side-needs = ПОТРЕБИ
terminal-side-nothing-needed = Усе закрито
terminal-side-tray = Без картки
terminal-side-intake = ЗАРАЗ
terminal-side-more =
    { $count ->
         [one] + { $count } рядок
         [few] + { $count } рядки
         [many] + { $count } рядків
        *[other] + { $count } рядка
    }

# Пошук на прийомі
terminal-search = Пошук
terminal-search-none = Нічого не знайдено. Інші перші літери німецькою, наприклад: wi ja 104
terminal-search-how = F1–F8 або ↑ ↓ і → вибирає · Esc скидає
terminal-search-failed = Пошук зараз не працює. Скануйте аркуш видів речей.
terminal-choose-cut = Який покрій?
terminal-choose-size = Який розмір?
terminal-choose-size-help = Введіть розмір, тоді → або одразу етикетку. Без розміру: просто скануйте.
terminal-chosen-size = розмір { $size }
terminal-cut-w = жіночий
terminal-cut-m = чоловічий
terminal-cut-k = дитячий
terminal-cut-b = для немовлят
terminal-cut-u = для всіх

# Клавіші
terminal-key-lock = Ctrl+L
terminal-key-quit = Ctrl+Q
terminal-keys-choose = Вибрати
terminal-keys-drop = Скинути
terminal-keys-yes = Так
terminal-keys-no = Ні
terminal-keys-undo = Назад
terminal-keys-finish = Готово
terminal-keys-handout = Видача
terminal-keys-intake = Прийом
terminal-keys-return = Повернення
terminal-keys-lookup = Довідка
terminal-keys-move = Переміщення
terminal-keys-stocktake = Переоблік
terminal-keys-help = Поміч
terminal-keys-understood = Зрозуміло
terminal-keys-lock = Закрити
terminal-keys-quit = Вийти
terminal-help-title = ПОМІЧ
terminal-help-handout = Видача: скануйте картку, потім речі, наприкінці ще раз картку.
terminal-help-intake = Прийом: виберіть вид речі, тоді одна етикетка на кожну річ. Вибір лишається.
terminal-help-mistake = Помилка? F9 або «Назад» на аркуші команд скасовує останній скан.
terminal-help-tones = Один тон: записано. Два: погляньте. Три: не записано.
terminal-help-codes = Без клавіатури: скануйте коди з аркуша команд.
terminal-help-enter = Enter, Tab і пробіл ніколи нічого не підтверджують.
terminal-help-close = F1 або наступний скан закриває це.

# Коли вирішує координатор, і що ще можна зробити
terminal-lead-needed = Координатор: скануйте бейдж
terminal-lead-keys = Бейдж координатора     F8 Ні
terminal-lead-first = Тут вирішує координатор: скануйте його бейдж, або F8 Ні.
terminal-offer-keys = F2 Так     або скануйте далі
terminal-describe = Етикетка { $code }: що це?
terminal-describe-how = Введіть перші літери, F1–F8 вибирає. Пізніше? Просто скануйте далі.
terminal-side-place = МІСЦЕ
terminal-no-arabic = Ця консоль не показує арабської, тому англійська.

# Аркуш команд і аркуш видів речей
command-sheet-title = Аркуш команд
command-sheet-lead = Скануйте замість введення.
command-group-answer = Відповідь
command-group-count = Кількість
command-group-mode = Режим
command-group-more = Інше
command-yes = Так
command-cancel = Ні
command-undo = Назад
command-finish = Готово
command-quantity =
    { $count ->
         [one] { $count } річ
         [few] { $count } речі
         [many] { $count } речей
        *[other] { $count } речі
    }
command-print = Друк
command-help = Поміч
command-lock = Закрити
command-test = Перевірка сканера
product-sheet-title = Аркуш видів речей
product-sheet-lead = Спочатку скануйте поле, потім етикетки речей.

# При запуску й завершенні, у командному рядку
terminal-no-token = Немає пароля для цього термінала. Задайте GABENTISCH_TOKEN або впишіть у { $path } рядок token = "…" (права 0600); його видає координатор.
terminal-token-file-open = Файл { $path } можуть читати й інші, а в ньому таємниця. Виконайте: chmod 600 { $path }
terminal-token-file-bad = Файл { $path } не читається: { $cause }
terminal-server-bad = «{ $server }» не є адресою сервера для термінала. Вона починається з http://, наприклад http://192.168.1.10:8080
terminal-no-screen = Термінал потребує екрана: запустіть його в консолі, не в каналі. ({ $cause })
terminal-scanner-bad = Сканер { $path } не відкривається: { $cause }. Перевірте кабель і права.
terminal-in-use = Цей термінал уже працює на цьому комп’ютері. Продовжуйте там або спершу завершіть його.
terminal-state-bad = У папку { $path } не можна записувати: { $cause }. Термінал зберігає там кожен скан. Перевірте місце й права.
terminal-token-file-unwritable = У { $path } нічого не можна зберегти: { $cause }. Перевірте права й вільне місце.
terminal-no-player = Тут немає програми, що відтворює звук (pw-play, paplay або aplay). Установіть одну або візьміть --sound auto.
terminal-scanner-forbidden = Ця програма не може читати { $path }. Додайте користувача до груп input і dialout та увійдіть знову: sudo usermod -aG input,dialout КОРИСТУВАЧ
terminal-scanner-many = Понад { $most } сканери на одному пристрої не працюють.
terminal-unsent =
    { $count ->
         [one] Увага: { $count } скан не надіслано й не записано:
         [few] Увага: { $count } скани не надіслано й не записано:
         [many] Увага: { $count } сканів не надіслано й не записано:
        *[other] Увага: { $count } скану не надіслано й не записано:
    }

# Сканери
terminal-scanner-gone = Сканер { $number } не під’єднано.
terminal-scanner-silent = Сканер { $number } не читається: { $cause }.
terminal-scanner-gone-help = Перевірте кабель. Його буде знайдено самостійно.
terminal-scanner-back = Сканер { $number } знову тут.
terminal-scanner-garbage = Сканер надсилає нісенітницю.
terminal-scanner-garbage-help = Нічого з цього не записано. Від’єднайте його й під’єднайте знову, інакше візьміть інший сканер.
terminal-caps-lock = Увімкнено Caps Lock – код усе одно розпізнано.

# Перевірка сканера
trial-begin = Перевірка сканера
trial-begin-help = Скануйте кожним сканером етикетку, найкраще тестову з аркуша команд: { $code }. Тут нічого не записується.
trial-keys = Esc, «Готово» або «Ні»: назад до роботи
trial-fine = Усе гаразд
trial-source = Надходить від
trial-speed = Швидкість
trial-keyboard = Клавіатура
trial-caps = Caps Lock
trial-suffix = У кінці
trial-aim = Позначка AIM
trial-raw = Прочитано
trial-by-fingers = пальців
trial-by-wedge = сканера, що друкує як клавіатура
trial-by-device = сканера, читається напряму
trial-by-line = послідовного сканера
trial-ms = { $ms } мс на знак
trial-at-once = усе відразу
trial-no-layout = не має значення
trial-layout-fine = гаразд
trial-layout-undone = інша ({ $layout }), перераховується
trial-on = увімкнено
trial-off = вимкнено
trial-suffix-none = нічого
trial-suffix-return = Enter (CR)
trial-suffix-line-feed = новий рядок (LF)
trial-suffix-tab = Tab
trial-aim-none = немає
trial-text = { $text }
trial-damaged = Прочитано неправильно. Підійдіть ближче або змініть світло і спробуйте ще раз.
trial-foreign = Не наш код. Скануйте тестову етикетку.
trial-caps-lock = Вимкніть Caps Lock.
trial-layout = Сканер і комп’ютер мають різні клавіатури. Налаштуйте на сканері клавіатуру комп’ютера.
trial-slow = Повільно, як пальці. Налаштуйте на сканері паузу між знаками 8 мс.
trial-no-suffix = Налаштуйте на сканері «Enter (CR) у кінці».
terminal-help-test = F12 перевіряє сканери.

# Новий пристрій реєструється
enrol-title = РЕЄСТРАЦІЯ
enrol-asking = З’єднання із сервером { $server } …
enrol-type-it = Введіть цей код на комп’ютері координатора: Налаштування → Термінали. Сервер: { $server }
enrol-left = { $code } дійсний ще { $time } хв, потім з’явиться новий код.
enrol-refused = Координатор відхилив цей пристрій. Ще раз: F2.
enrol-away = Сервер { $server } не відповідає. Спроби тривають. Перевірте кабель мережі та адресу.
enrol-foreign = За адресою { $server } немає сервера Gabentisch, що реєструє термінали. Перевірте адресу й версію.
enrol-keys = Esc: вийти

# Кілька сканерів на одному пристрої
pane-keyboard = Клавіатура тут
pane-choose = Alt+{ $number }
pane-waits = Реєструється сканер { $number }
pane-waits-help = Сервер ще не прийняв його. Поки що ним нічого не записується.

# Без зв’язку
terminal-kept = Занотовано, перевіриться пізніше.
terminal-kept-since = Занотовано, перевіриться пізніше – стан { $time }
terminal-kept-card = Картку { $card } занотовано
terminal-kept-undo = Скасування занотовано
terminal-signed-on = Вхід виконано. Режим: { $mode }
