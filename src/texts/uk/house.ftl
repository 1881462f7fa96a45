### Що налаштовує адміністрація: чого при цьому не можна.
error-product-name = Вкажіть назву.
error-product-weight = Вкажіть вагу однієї речі у грамах: від 1 до { $most }.
error-location-name = Вкажіть назву, наприклад «Полиця 3».
error-location-name-taken = Така назва тут уже є. Виберіть іншу.
error-location-in-shelf = На полиці не може бути іншого місця. Виберіть кімнату.
error-current-password = Теперішній пароль неправильний.
error-passwords-differ = Два нові паролі різні. Введіть ще раз.
error-label-dead = Код { $code } уже не діє. Надрукуйте новий.
error-stock-unknown = Такого паперу для етикеток ми не знаємо. Виберіть зі списку.
error-start-outside = На аркуші { $labels } етикеток. Почніть від 1 до { $labels }.

### Налаштування: огляд.
nav-labels = Етикетки
settings-lead = Що потрібно речовому пункту для роботи.
settings-users =
    { $people ->
         [one] людина
         [few] людини
         [many] людей
        *[other] людини
    }
settings-users-link = Люди й бейджі
settings-terminals =
    { $terminals ->
         [one] термінал
         [few] термінали
         [many] терміналів
        *[other] термінали
    }
settings-terminals-link = До терміналів
settings-catalogue = Види речей у каталозі
settings-catalogue-link = Змінити каталог
settings-locations =
    { $places ->
         [one] місце
         [few] місця
         [many] місць
        *[other] місця
    }
settings-locations-link = Місця й полиці
settings-stocks = Види паперу для етикеток
settings-stocks-link = Друкувати етикетки
crumb-settings = Налаштування
form-saved = Збережено.

### Люди.
users-title = Люди
users-lead = Хто може увійти і з якою роллю.
users-new = Додати людину
users-name = Ім’я
users-sign-in-name = Ім’я для входу
users-sign-in-name-hint = Малі літери, цифри, крапка або риска. Наприклад: anna.a
users-display-name = Показане ім’я
users-display-name-hint = Так його бачать усі. Вистачить імені без прізвища.
users-role = Роль
users-state = Стан
users-active = активний
users-off = вимкнено
users-paused = пауза
users-badge = Бейдж
users-badge-print = Друкувати бейдж
users-badge-none = Дійсного бейджа немає.
users-badge-hint = З бейджем людина входить на терміналі. На ньому лише ім’я.
users-language = Мова
users-password = Пароль
users-password-hint = Щонайменше { $least } знаків. Ціле речення легко запам’ятати. Запишіть його лише для цієї людини.
users-password-new = Новий пароль
users-password-lead = Людина вийде на всіх пристроях, і відтоді діє новий пароль.
users-password-set = Встановити пароль
users-password-saved = Новий пароль встановлено. Скажіть його людині.
users-may-sign-in = Може входити
users-added = Додано. Тепер надрукуйте бейдж і скажіть пароль.
users-saved = Збережено. Людина має увійти знову.
users-since = З нами від
users-failed = Невдалі спроби входу
role-volunteer-hint = Сканує на прийомі й видачі, шукає речі. Родини бачить лише за столом.
role-coordinator-hint = Бачить і змінює майже все, крім людей.
role-mentor-hint = Бачить лише власні родини та їхні списки потреб.
role-treasurer-hint = Жертводавці, пожертви й звіти. Ніколи не бачить родин.
role-admin-hint = Люди, термінали, каталог, етикетки. Не бачить родин.

### Власний обліковий запис.
account-title = Мій обліковий запис
account-language-lead = Для сторінок і на терміналі.
account-password = Змінити пароль
account-password-current = Теперішній пароль
account-password-hint = Щонайменше { $least } знаків. Ціле речення легко запам’ятати.
account-password-repeat = Новий пароль ще раз
account-password-saved = Ваш пароль змінено. На інших пристроях ви вийшли із системи.
account-everywhere = Вийти всюди
account-everywhere-lead = Загубили пристрій чи забули десь вийти? Це закінчує кожен вхід, також і цей.
account-who = Ви увійшли як

### Термінали.
terminals-title = Термінали
terminals-lead = Пристрої, що сканують. Кожен має власний пароль.
terminals-name = Назва
terminals-next-seq = Наступний номер
terminals-last-seen = Востаннє на зв’язку
terminals-never = ще ніколи
terminals-state = Стан
terminals-active = увімкнено
terminals-off = вимкнено
terminals-suspect = від { $day }
terminals-set-aside = зупинено
terminals-switch-off = Вимкнути
terminals-switch-on = Увімкнути
terminals-enrol = Налаштувати термінал
terminals-enrol-hint = Назва, зрозуміла всім, наприклад «Видача ліворуч».
terminals-enrolled = «{ $name }» налаштовано
terminals-token-lead = Цей пароль показано тут лише один раз. Впишіть його на пристрої зараз:
terminals-none = Ще немає терміналів
terminals-none-text = Термінал – це пристрій зі сканером на прийомі чи видачі. Можна й без нього: у браузері.
terminals-switched-off = Вимкнено: цей термінал більше не може сканувати.
terminals-switched-on = Увімкнено: цей термінал знову може сканувати.
terminal-station-name = { $device } · сканер { $number }
terminals-waiting = Пристрої, що хочуть зареєструватися
terminals-waiting-none = Зараз немає. Запустіть на новому пристрої «gabentisch terminal»: він покаже код, який треба ввести тут.
terminals-waiting-since = питає від { $when }
terminals-waiting-nameless = Пристрій без назви
terminals-code = Код на екрані пристрою
terminals-code-hint = Шість знаків. Дозволяйте лише те, що бачите перед собою.
terminals-device-hint = Порожньо означає: так, як пристрій називає себе.
terminals-approve = Дозволити пристрій
terminals-approved = «{ $name }» дозволено, зараз він зареєструється сам.
terminals-refuse = Відхилити
terminals-refused = Відхилено: цей пристрій доступу не має.
terminals-release = Відкрити
terminals-released = Відкрито: термінал зараз дошле те, що ще лишилося.
terminals-suspect-text = Термінал надіслав номери, які вже були використані. Так буває, якщо його відновлено зі старої копії або два пристрої мають один вхід. Доки ви його не відкриєте, він нічого не записує; нічого не втрачено. Якщо один вхід є на двох пристроях, зареєструйте один із них наново.
terminals-device-off = вимкнено разом із пристроєм
terminals-enrol-lead = Без екрана для коду можна й вручну: створіть пароль тут і впишіть на пристрої.

### Каталог.
catalogue-title = Каталог
catalogue-lead = Усі види речей. Вимкнені на прийомі більше не пропонуються.
catalogue-search = Шукати вид речі
catalogue-group = Група товарів
catalogue-all-groups = усі
catalogue-product = Вид речі
catalogue-weight = Вага
catalogue-grams = { $grams } г
catalogue-essential = Базовий набір
catalogue-essential-yes = так
catalogue-off = вимкнено
catalogue-none = Нічого не знайдено
catalogue-none-text = Виду речі з такою назвою немає. Введіть менше літер або покажіть усі.
catalogue-count =
    { $products ->
         [one] { $products } вид речей
         [few] { $products } види речей
         [many] { $products } видів речей
        *[other] { $products } види речей
    }
catalogue-name-de = Назва німецькою
catalogue-name-en = Назва англійською
catalogue-weight-g = Вага однієї речі у грамах
catalogue-weight-hint = Приблизно, для звітів.
catalogue-essential-label = Належить до базового набору
catalogue-active-label = Пропонується
catalogue-active-hint = Вимкнений вид лишається в каталозі: такі речі вже є.
catalogue-facts = Незмінне
catalogue-code = Скорочення
catalogue-cuts = Покрої
catalogue-sizes = Розміри
catalogue-season = Пора року
catalogue-also = Також знаходиться як
season-all = увесь рік
season-winter = зима
season-summer = літо

### Місця.
locations-title = Місця
locations-lead = У будинку є кімнати, у кімнаті – полиці. Кожне місце має код для сканування.
locations-add-site = Додати будинок
locations-add-room = Додати кімнату
locations-add-shelf = Додати полицю
locations-add = Додати
locations-name = Назва
locations-site-hint = Наприклад: Kleiderkammer Hauptstraße
locations-room-hint = Наприклад: склад угорі
locations-shelf-hint = Наприклад: полиця 3
locations-none = Ще немає місць
locations-none-text = Додайте спочатку будинок, тоді кімнати й полиці.
locations-no-rooms = Ще немає кімнат.
locations-no-shelves = Ще немає полиць.
locations-rename = Перейменувати
locations-print = Друкувати код
locations-added = Додано: { $name }
locations-in = у { $place }
locations-pickup = Полиця видачі
locations-pickup-is = Тут лежить те, що відкладено для родин. Прийом називає це місце.
locations-pickup-help = Що прийом відкладає для родини, іде на полицю видачі. Така полиця лише одна.
locations-pickup-mark = Зробити полицею видачі
locations-pickup-unmark = Більше не полиця видачі

### Етикетки.
labels-title = Етикетки
labels-lead = Порожні етикетки, щоб наклеювати. Що вони означають, скаже перший скан.
labels-print = Зробити етикетки
labels-stock = Папір для етикеток
labels-stock-choice =
    { $name }: { $size } мм, { $count ->
         [1] рулон
        *[other] { $count } на аркуші
    }
labels-kind = Для чого
labels-kind-item = Речі
labels-kind-box = Коробки
labels-kind-card = Картки родин
labels-kind-location = Місця
labels-kind-badge = Бейджі
labels-kind-donation = Пожертви
labels-kind-donor = Картки жертводавців
labels-kind-product = Види речей
labels-count = Кількість
labels-start-at = Почати з етикетки номер
labels-start-hint = На початому аркуші: перша вільна, рядок за рядком від лівого верхнього кута.
labels-download = Завантажити PDF
labels-download-hint = Друкуйте зі 100 %, не «за розміром сторінки». Кожен код робиться лише раз.
labels-stocks = Папір, який ми знаємо
labels-stock-facts =
    { $size } мм, { $count ->
         [1] рулон
        *[other] { $count } на аркуші
    }
labels-stock-also = також: { $names }
labels-sheets = Аркуші біля сканера
labels-command-sheet = Завантажити аркуш команд
labels-command-sheet-hint = Усі команди на одній сторінці, чотирма мовами. Найкраще заламінувати.
labels-product-sheet = Завантажити аркуш видів речей
labels-product-sheet-hint = Одне поле на кожен вид: скануйте його раз, потім етикетки. Кожен вид зберігає свій код.
labels-product-group = Група
labels-test-page = Пробна сторінка
labels-test-lead = Чи влучає принтер в етикетки? Пробна сторінка показує, на скільки він схибив.
labels-one-title = Друкувати код
labels-one-lead = Одна етикетка з цим кодом.

### Суперечності.
contradictions-title = Суперечності
contradictions-lead = Що термінал підтвердив без зв’язку і що не сходиться з тим, що тим часом записали. Вирішіть окремо кожну.
contradictions-none = Суперечностей немає
contradictions-none-text = Усі скани сходяться. Нічого робити не треба.
contradictions-none-settled = Ще нічого не з’ясовано
contradictions-none-settled-text = Що ви вирішите, буде потім тут.
contradictions-show-open = Показати відкриті ({ $count })
contradictions-show-settled = Показати з’ясовані ({ $count })
contradictions-settled =
    { $count ->
         [one] { $count } скан з’ясовано
         [few] { $count } скани з’ясовано
         [many] { $count } сканів з’ясовано
        *[other] { $count } скани з’ясовано
    }
contradictions-this-scan = Цей скан
contradictions-house-knew = Що вже було записано
contradictions-knew-nothing = Про це нічого не було записано.
contradictions-card = Картка
contradiction-no-item = Якась річ
contradiction-given-twice = { $item }: видано двічі.
contradiction-not-free = { $item }: видано, але було не вільне або стільки не було.
contradiction-card = Прийнято картку, яку тим часом заблокували або замінили.
contradiction-quota = { $item }: видано понад межу одного візиту.
contradiction-label = Етикетку цієї речі ще раз прийнято як щось інше: { $item }.
contradiction-not-out = { $item }: повернуто, але не було видано.
contradiction-undo = На терміналі скасовано те, що тут (уже) так не записано: { $item }.
contradiction-unknown-code = Підтверджено код, якого тут немає.
contradiction-told-no = { $item }: записано, але термінал сказав «ні».
contradiction-other = { $item }: термінал підтвердив скан, але записати його не вдалося.
contradiction-now = Тепер записано: { $state }.
contradiction-now-at = Тепер записано: { $state }, картка { $card }.
contradiction-leave = Лишити так
contradiction-leave-effect = Лишиться так, як записано тепер.
contradiction-rebook = Переписати
contradiction-rebook-effect = { $item }: далі рахується за карткою { $card }.
contradiction-rebook-label-effect = { $item } стане тим, що каже цей скан.
contradiction-misscan = Помилковий скан
contradiction-misscan-effect = Що записав цей скан, буде скасовано.
contradiction-misscan-visit = Усі речі цього візиту буде скасовано.
contradiction-misscan-nothing = Скан не рахується. Він нічого не записав.
contradiction-left = Лишено так.
contradiction-rebooked = Переписано.
contradiction-misscanned = Закрито як помилковий скан.
contradictions-unsigned = без входу
contradictions-received = надійшло { $moment }
contradictions-odd = Дивні термінали
contradictions-odd-text = Ці пристрої надіслали те, чого справжній термінал не надсилає. Подивіться, хто ними користується.
contradictions-odd-since = від { $moment }
contradictions-count =
    { $scans ->
         [one] { $scans } скан треба з’ясувати
         [few] { $scans } скани треба з’ясувати
         [many] { $scans } сканів треба з’ясувати
        *[other] { $scans } скани треба з’ясувати
    }
