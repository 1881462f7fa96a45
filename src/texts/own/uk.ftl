# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Моя сторінка
own-language = Мова
own-back = Назад
own-next = Далі
own-leave = Вийти
own-aloud = Слухати
own-to-content = До змісту
own-menu = Меню
own-undo = Скасувати
own-save = Зберегти
own-print = Надрукувати
own-error = Не вийшло. Спробуйте, будь ласка, ще раз.
own-not-found = Такої сторінки немає.

# The door: card and PIN
own-door-title = Вхід
own-door-help = Потрібні ваша картка і PIN-код. PIN-код ви отримаєте в речовому пункті.
own-card = Ваша картка
own-card-hint = Літери й цифри є на картці.
own-camera = Зчитати картку камерою
own-camera-hint = Тримайте картку перед камерою.
own-camera-close = Вимкнути камеру
own-camera-failed = Камера не працює. Введіть те, що написано на картці.
own-photo = Фото картки
own-photo-send = Зчитати фото
own-photo-nothing = На фото не видно картки. Зробіть нове фото. Або введіть те, що написано на картці.
own-pin = PIN-код
own-pin-hint = 6 цифр
own-pin-delete = Стерти останню цифру
own-enter = Увійти
own-door-wrong = Не вийшло. Перевірте картку і PIN-код. Після 5 невдалих спроб треба зачекати 15 хвилин.
own-door-often = Забагато спроб. Зачекайте кілька хвилин.
own-door-ended = Ви вийшли. Увійдіть знову.
own-door-left = Ви вийшли.

# The five pages
own-tab-list = Мій список
own-tab-ask = Мені треба
own-tab-ready = Готове
own-tab-time = Запис
own-tab-me = Мої дані

# The list
own-list-help = Це є у вашому списку. Зафарбований кружечок означає: це у вас уже є.
own-list-empty = Ваш список порожній. Виберіть, що вам потрібно.
own-person = Особа { $number }
own-everybody = Для всіх разом
own-of = { $got } з { $wanted }
own-size = Розмір { $size }
own-state-waiting = Очікує
own-state-ready = Готове
own-state-got = Отримано

# Choosing what is needed
own-ask-help = Плюс означає: мені це потрібно. Мінус означає: мені це не потрібно.
own-ask-who = Для кого?
own-ask-none = Зараз тут нічого не можна вибрати. Запитайте в речовому пункті.
own-plus = { $thing }: на одну більше
own-minus = { $thing }: на одну менше
own-ask-full = Більше тут не можна. Запитайте в речовому пункті.
own-ask-saved = Збережено: { $thing }, { $count }
own-on-list = Є у списку
own-not-on-list = Немає у списку

# What lies ready
own-ready-help = Ці речі можна забрати. Візьміть із собою картку.
own-ready-empty = Ще нічого не готово. Ми шукаємо для вас потрібні речі.
own-until = До: { $day }
own-place = Місце
own-choose-time = Вибрати час

# A time
own-time-help = Виберіть день і час.
own-time-empty = Зараз немає вільного часу. Загляньте трохи пізніше.
own-time-yours = Ваш запис
own-time-booked = Вас записано.
own-time-take = { $time }: записатися
own-time-full = Цей час уже зайнято. Виберіть інший.
own-time-already = Вас уже записано.
own-time-cancel = Скасувати запис
own-time-keep = Залишити запис
own-time-cancelled = Ваш запис скасовано.
own-time-change = Хочете інший час? Спершу скасуйте цей.
own-time-bring = Візьміть із собою картку.
own-time-calendar = Додати в календар
own-time-number = Ваш номер
own-time-wait = Ви на місці. Зачекайте, будь ласка, на свій номер.
own-time-called = Ваша черга. Заходьте, будь ласка.
own-free = Вільно: { $count }
own-audience-everybody = Для всіх
own-audience-babies = Родини з немовлятами
own-audience-women = Лише жінки
own-audience-quiet = Спокійний час
own-audience-first = Я тут уперше
own-today = Сьогодні
own-tomorrow = Завтра

# What is stored
own-me-help = Ось що ми про вас зберігаємо. Щось неправильно? Скажіть про це в речовому пункті.
own-me-area = Район
own-me-since = У нас із
own-me-visit = Останній візит
own-me-note = Нотатка
own-me-mentors = Хто вам допомагає
own-me-collectors = Хто може отримати за вас
own-me-collectors-end = Більше не дозволяти: { $name }
own-me-collectors-ended = Збережено. Це більше не дозволено.
own-voucher = Талон на отримання
own-me-people = Люди
own-age-baby = Немовля
own-age-child-small = Маленька дитина
own-age-child = Дитина
own-age-teen = Підліток
own-age-adult = Доросла людина
own-born = Дата народження
own-for-clothes = Одяг
own-for-trousers = Штани
own-for-shoes = Взуття
own-for-bra = Бюстгальтер
own-for-head = Голова
own-nothing-stored = Нічого не збережено
own-looks = Хто бачив ваші дані
own-looks-none = Поки ніхто
own-role-volunteer = Волонтер або волонтерка
own-role-coordinator = Координатор
own-role-mentor = Наставник
own-role-other = Команда
own-contact = Чи можна вам писати?
own-contact-help = Тоді ми нагадаємо вам про запис. Це не обов’язково.
own-contact-name = Ім’я
own-contact-email = Ел. пошта
own-contact-phone = Телефон
own-contact-agree = Так, мені можна писати. Я можу будь-коли це змінити.
own-contact-agree-missing = Спершу поставте позначку. Інакше ми не можемо нічого зберегти.
own-contact-missing = Укажіть ел. пошту або номер телефону.
own-contact-email-wrong = Ця ел. пошта неправильна.
own-contact-phone-wrong = Цей номер телефону неправильний.
own-contact-name-long = Ім’я задовге.
own-contact-saved = Збережено. Ми можемо вам писати.
own-contact-remove = Більше не писати
own-contact-removed = Видалено. Ми вам більше не пишемо.
own-language-saved = Збережено.
own-pin-change = Змінити PIN-код
own-pin-now = Старий PIN-код
own-pin-new = Новий PIN-код
own-pin-again = Новий PIN-код ще раз
own-pin-saved = Ваш новий PIN-код уже діє.
own-pin-wrong = Старий PIN-код неправильний.
own-pin-six = PIN-код має 6 цифр.
own-pin-differ = Два нові PIN-коди не однакові.
own-pin-easy = Цей PIN-код надто простий. Виберіть інший.

# Days of the week.
own-weekday-mon = понеділок
own-weekday-tue = вівторок
own-weekday-wed = середа
own-weekday-thu = четвер
own-weekday-fri = п’ятниця
own-weekday-sat = субота
own-weekday-sun = неділя

# How a piece is cut.
own-cut-w = Жіноче
own-cut-m = Чоловіче
own-cut-k = Дитяче
own-cut-b = Для немовлят
own-cut-u = Для всіх

# How many
own-pieces = { $count ->
    [one] { $count } річ
    [few] { $count } речі
    [many] { $count } речей
   *[other] { $count } речі
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Добрий день,
own-letter-booked-subject = Ваш запис
own-letter-booked = Вас записано до речового пункту:
own-letter-moved-subject = Ваш запис перенесено
own-letter-moved = Ваш запис до речового пункту тепер на цей час:
own-letter-cancelled-subject = Ваш запис скасовано
own-letter-cancelled = Цей запис до речового пункту скасовано:
own-letter-reminder-subject = Завтра на вас чекаємо
own-letter-reminder = Завтра у вас запис до речового пункту:
own-letter-place = Місце: { $place }
own-letter-bring = Будь ласка, візьміть із собою картку.
own-letter-cannot = Не можете прийти? Скасуйте, будь ласка, запис. Тоді цей час дістанеться комусь іншому.
own-letter-new-time = Ви можете вибрати новий час.
own-letter-calendar = Запис до речового пункту
