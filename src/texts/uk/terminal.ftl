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
terminal-tray-paused =
    { $count ->
         [one] Не записано: { $count } річ без картки.
         [few] Не записано: { $count } речі без картки.
         [many] Не записано: { $count } речей без картки.
        *[other] Не записано: { $count } речі без картки.
    }
terminal-tray-paused-help = Хвилину не було картки. Скануйте картку й речі ще раз.
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
         [one] { $count } скан ще чекає і не буде записаний! Усе ж вийти: ще раз Ctrl+Q.
         [few] { $count } скани ще чекають і не будуть записані! Усе ж вийти: ще раз Ctrl+Q.
         [many] { $count } сканів ще чекають і не будуть записані! Усе ж вийти: ще раз Ctrl+Q.
        *[other] { $count } скану ще чекають і не будуть записані! Усе ж вийти: ще раз Ctrl+Q.
    }

# З’єднання
terminal-token-refused = Термінал не зареєстровано
terminal-status-online = є зв’язок
terminal-status-connecting = з’єднання …
terminal-status-offline =
    { $open ->
         [0] Офлайн з { $time }
        *[other] Офлайн з { $time }, відкрито { $open }
    }
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
terminal-server-bad = «{ $server }» не є адресою сервера для термінала. Вона починається з http:// або https://, наприклад http://192.168.1.10:8080
terminal-no-screen = Термінал потребує екрана: запустіть його в консолі, не в каналі. ({ $cause })
terminal-scanner-bad = Сканер { $path } не відкривається: { $cause }. Перевірте кабель і права.
terminal-unsent =
    { $count ->
         [one] { $count } скан ще чекає на сервер. Його збережено й буде надіслано після наступного запуску.
         [few] { $count } скани ще чекають на сервер. Їх збережено й буде надіслано після наступного запуску.
         [many] { $count } сканів ще чекають на сервер. Їх збережено й буде надіслано після наступного запуску.
        *[other] { $count } скану ще чекають на сервер. Їх збережено й буде надіслано після наступного запуску.
    }

# Відрізаний від сервера
terminal-status-stand = дані від { $time }
terminal-status-no-stand = без даних
terminal-status-questions =
    { $count ->
         [one] { $count } запитання до координатора
         [few] { $count } запитання до координатора
         [many] { $count } запитань до координатора
        *[other] { $count } запитання до координатора
    }
terminal-kept = Занотовано, перевіримо пізніше.
terminal-kept-since = Занотовано, перевіримо пізніше – дані від { $time }
terminal-kept-card = Картку { $card } занотовано
terminal-kept-undo = Скасування занотовано
terminal-signed-on = Вхід виконано. Режим: { $mode }
terminal-in-use = Цей термінал на цьому комп’ютері вже працює. Працюйте там або спочатку закрийте його.
terminal-state-bad = У теку { $path } не можна записати: { $cause }. Там термінал зберігає кожен скан. Перевірте місце й права.
terminal-held = Термінал заблоковано
terminal-held-help = Номери повторилися: старий образ або другий пристрій. Нічого не втрачено. Координатор: «Freigeben» на сторінці «Terminals».
terminal-foreign = Сервер і термінал не підходять один одному
terminal-other-version = Термінал { $own }, сервер { $version }. Скануйте далі, усе зберігається. Координатор має оновити термінал.
terminal-disk-full = Пам’ять повна або недоступна – не записано
terminal-disk-full-help = Не записано: { $code }. Відкладіть річ і покличте координатора. ({ $cause })
terminal-journal-torn = Останній скан перед вимкненням, можливо, втрачено. Скануйте його ще раз.
terminal-left-behind =
    { $count ->
         [one] Тут лежить ще { $count } давній скан, його не надіслано. Скажіть координатору.
         [few] Тут лежать ще { $count } давні скани, їх не надіслано. Скажіть координатору.
         [many] Тут лежить ще { $count } давніх сканів, їх не надіслано. Скажіть координатору.
        *[other] Тут лежить ще { $count } давнього скану, його не надіслано. Скажіть координатору.
    }
terminal-journal-damaged =
    { $count ->
         [one] Журнал було пошкоджено: { $count } рядок не читається. Скажіть координатору.
         [few] Журнал було пошкоджено: { $count } рядки не читаються. Скажіть координатору.
         [many] Журнал було пошкоджено: { $count } рядків не читаються. Скажіть координатору.
        *[other] Журнал було пошкоджено: { $count } рядка не читається. Скажіть координатору.
    }
terminal-snapshot-unreadable = Збережені дані не читаються. Без сервера скани лише занотовуються.
terminal-lost =
    { $count ->
         [one] Увага: { $count } скан ще чекав і не записаний:
         [few] Увага: { $count } скани ще чекали й не записані:
         [many] Увага: { $count } сканів ще чекали й не записані:
        *[other] Увага: { $count } скану ще чекали й не записані:
    }

# Сканери
terminal-scanner-gone = Сканер { $number } не під’єднано.
terminal-scanner-silent = Сканер { $number } не читається: { $cause }.
terminal-scanner-gone-help = Перевірте кабель. Він знайдеться сам.
terminal-scanner-back = Сканер { $number } знову є.
terminal-scanner-garbage = Сканер надсилає нісенітницю.
terminal-scanner-garbage-help = Нічого з цього не записано. Вийміть і вставте кабель або візьміть інший сканер.
terminal-caps-lock = Caps Lock увімкнено – код усе одно розпізнано.
terminal-scanner-forbidden = Програмі не дозволено читати { $path }. Дайте їй лише цей сканер правилом udev, як у docs/terminal.md.
terminal-scanner-many = Більше ніж { $most } сканерів на одному пристрої не можна.
terminal-no-player = Тут немає програми, що відтворює звуки (pw-play, paplay або aplay). Встановіть одну або візьміть --sound auto.
terminal-token-file-unwritable = У { $path } не можна зберегти: { $cause }. Перевірте права й вільне місце.

# Перевірка сканера
trial-begin = Перевірка сканера
trial-begin-help = Скануйте кожним сканером етикетку, найкраще тестову з аркуша команд: { $code }. Тут нічого не записується.
trial-not-booked = Перевірка сканера: нічого не записується
trial-keys = Esc, «Готово» або «Ні»: назад до роботи
trial-fine = Усе гаразд
trial-source = Надходить від
trial-speed = Швидкість
trial-keyboard = Клавіатура
trial-caps = Caps Lock
trial-suffix = Наприкінці
trial-aim = Код AIM
trial-raw = Прочитано
trial-by-fingers = пальців
trial-by-wedge = сканера, що друкує як клавіатура
trial-by-device = сканера, читається напряму
trial-by-line = послідовного сканера
trial-ms = { $ms } мс на символ
trial-at-once = усе одразу
trial-no-layout = не має значення
trial-layout-fine = гаразд
trial-layout-undone = інша розкладка ({ $layout }), перераховується
trial-on = увімкнено
trial-off = вимкнено
trial-suffix-none = нічого
trial-suffix-return = Enter (CR)
trial-suffix-line-feed = новий рядок (LF)
trial-suffix-tab = табуляція
trial-aim-none = немає
trial-text = { $text }
trial-damaged = Прочитано неправильно. Піднесіть ближче або змініть світло, тоді ще раз.
trial-foreign = Не наш код. Скануйте тестову етикетку.
trial-caps-lock = Вимкніть Caps Lock.
trial-layout = У сканера й комп’ютера різні клавіатури. Налаштуйте сканер на клавіатуру комп’ютера.
trial-slow = Повільно, як пальцями. Налаштуйте паузу між символами на 8 мс.
trial-no-suffix = Налаштуйте сканер надсилати Enter (CR) наприкінці.

# Новий пристрій реєструється
enrol-title = РЕЄСТРАЦІЯ
enrol-asking = З’єднання із сервером { $server } …
enrol-type-it = Введіть цей код на комп’ютері координатора: Einstellungen → Terminals. Сервер: { $server }
enrol-left = { $code } дійсний ще { $time } хв, потім буде новий код.
enrol-refused = Координатор відхилив цей пристрій. Ще раз: F2.
enrol-away = Сервер { $server } не відповідає. Спроби тривають. Перевірте кабель і адресу.
enrol-foreign = За адресою { $server } немає сервера Gabentisch, що реєструє термінали. Перевірте адресу й версію.
enrol-keys = Esc: вийти

# Кілька сканерів на одному пристрої
pane-keyboard = Клавіатура тут
pane-choose = Alt+{ $number }
pane-waits = Реєструється сканер { $number }
pane-waits-help = Сервер ще не прийняв його. Поки що ним нічого не записується.
