# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Моя страница
own-language = Язык
own-back = Назад
own-next = Дальше
own-leave = Выйти
own-aloud = Слушать
own-to-content = К содержанию
own-menu = Меню
own-undo = Отменить
own-save = Сохранить
own-print = Распечатать
own-error = Не получилось. Пожалуйста, попробуйте ещё раз.
own-not-found = Такой страницы нет.

# The door: card and PIN
own-door-title = Вход
own-door-help = Нужны ваша карта и PIN-код. PIN-код вы получите в пункте выдачи одежды.
own-card = Ваша карта
own-card-hint = Буквы и цифры написаны на карте.
own-camera = Считать карту камерой
own-camera-hint = Держите карту перед камерой.
own-camera-close = Выключить камеру
own-camera-failed = Камера не работает. Введите то, что написано на карте.
own-photo = Фото карты
own-photo-send = Считать фото
own-photo-nothing = На фото не видно карты. Сделайте новое фото. Или введите то, что написано на карте.
own-pin = PIN-код
own-pin-hint = 6 цифр
own-pin-delete = Стереть последнюю цифру
own-enter = Войти
own-door-wrong = Не получилось. Проверьте карту и PIN-код. После 5 неверных попыток нужно подождать 15 минут.
own-door-often = Слишком много попыток. Подождите несколько минут.
own-door-ended = Вы вышли. Войдите снова.
own-door-left = Вы вышли.

# The five pages
own-tab-list = Мой список
own-tab-ask = Мне нужно
own-tab-ready = Готово
own-tab-time = Запись
own-tab-me = Мои данные

# The list
own-list-help = Это есть в вашем списке. Закрашенный кружок означает: это у вас уже есть.
own-list-empty = Ваш список пуст. Выберите, что вам нужно.
own-person = Человек { $number }
own-everybody = Для всех вместе
own-of = { $got } из { $wanted }
own-size = Размер { $size }
own-state-waiting = Ожидает
own-state-ready = Готово
own-state-got = Получено

# Choosing what is needed
own-ask-help = Плюс означает: мне это нужно. Минус означает: мне это не нужно.
own-ask-who = Для кого?
own-ask-none = Сейчас здесь ничего нельзя выбрать. Спросите в пункте выдачи одежды.
own-plus = { $thing }: на одну больше
own-minus = { $thing }: на одну меньше
own-ask-full = Больше здесь нельзя. Спросите в пункте выдачи одежды.
own-ask-saved = Сохранено: { $thing }, { $count }
own-on-list = Есть в списке
own-not-on-list = Нет в списке

# What lies ready
own-ready-help = Эти вещи можно забрать. Возьмите с собой карту.
own-ready-empty = Пока ничего не готово. Мы ищем для вас подходящие вещи.
own-until = До: { $day }
own-place = Место
own-choose-time = Выбрать время

# A time
own-time-help = Выберите день и время.
own-time-empty = Сейчас нет свободного времени. Загляните чуть позже.
own-time-yours = Ваша запись
own-time-booked = Вы записаны.
own-time-take = { $time }: записаться
own-time-full = Это время уже занято. Выберите другое.
own-time-already = Вы уже записаны.
own-time-cancel = Отменить запись
own-time-keep = Оставить запись
own-time-cancelled = Ваша запись отменена.
own-time-change = Хотите другое время? Сначала отмените это.
own-time-bring = Возьмите с собой карту.
own-time-calendar = Добавить в календарь
own-time-number = Ваш номер
own-time-wait = Вы на месте. Пожалуйста, ждите свой номер.
own-time-called = Ваша очередь. Проходите, пожалуйста.
own-free = Свободно: { $count }
own-audience-everybody = Для всех
own-audience-babies = Семьи с младенцами
own-audience-women = Только женщины
own-audience-quiet = Спокойное время
own-audience-first = Я здесь впервые
own-today = Сегодня
own-tomorrow = Завтра

# What is stored
own-me-help = Вот что мы о вас храним. Что-то неверно? Скажите об этом в пункте выдачи одежды.
own-me-area = Район
own-me-since = У нас с
own-me-visit = Последний визит
own-me-note = Заметка
own-me-mentors = Кто вам помогает
own-me-collectors = Кто может получать за вас
own-me-collectors-end = Больше не разрешать: { $name }
own-me-collectors-ended = Сохранено. Это больше не разрешено.
own-voucher = Талон на получение
own-me-people = Люди
own-age-baby = Младенец
own-age-child-small = Маленький ребёнок
own-age-child = Ребёнок
own-age-teen = Подросток
own-age-adult = Взрослый человек
own-born = Дата рождения
own-for-clothes = Одежда
own-for-trousers = Брюки
own-for-shoes = Обувь
own-for-bra = Бюстгальтер
own-for-head = Голова
own-nothing-stored = Ничего не сохранено
own-looks = Кто видел ваши данные
own-looks-none = Пока никто
own-role-volunteer = Волонтёр
own-role-coordinator = Координатор
own-role-mentor = Наставник
own-role-other = Команда
own-contact = Можно вам писать?
own-contact-help = Тогда мы напомним вам о записи. Это не обязательно.
own-contact-name = Имя
own-contact-email = Эл. почта
own-contact-phone = Телефон
own-contact-agree = Да, мне можно писать. Я могу изменить это в любое время.
own-contact-agree-missing = Сначала поставьте галочку. Иначе мы не можем ничего сохранить.
own-contact-missing = Укажите эл. почту или номер телефона.
own-contact-email-wrong = Этот адрес эл. почты неверный.
own-contact-phone-wrong = Этот номер телефона неверный.
own-contact-name-long = Имя слишком длинное.
own-contact-saved = Сохранено. Мы можем вам писать.
own-contact-remove = Больше не писать
own-contact-removed = Удалено. Мы вам больше не пишем.
own-language-saved = Сохранено.
own-pin-change = Изменить PIN-код
own-pin-now = Старый PIN-код
own-pin-new = Новый PIN-код
own-pin-again = Новый PIN-код ещё раз
own-pin-saved = Ваш новый PIN-код уже действует.
own-pin-wrong = Старый PIN-код неверный.
own-pin-six = В PIN-коде 6 цифр.
own-pin-differ = Два новых PIN-кода не совпадают.
own-pin-easy = Этот PIN-код слишком простой. Выберите другой.

# Days of the week.
own-weekday-mon = понедельник
own-weekday-tue = вторник
own-weekday-wed = среда
own-weekday-thu = четверг
own-weekday-fri = пятница
own-weekday-sat = суббота
own-weekday-sun = воскресенье

# How a piece is cut.
own-cut-w = Женское
own-cut-m = Мужское
own-cut-k = Детское
own-cut-b = Для младенцев
own-cut-u = Для всех

# How many
own-pieces = { $count ->
    [one] { $count } вещь
    [few] { $count } вещи
    [many] { $count } вещей
   *[other] { $count } вещи
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Здравствуйте,
own-letter-booked-subject = Ваша запись
own-letter-booked = Вы записаны в пункт выдачи одежды:
own-letter-moved-subject = Ваша запись перенесена
own-letter-moved = Ваша запись в пункт выдачи одежды теперь на это время:
own-letter-cancelled-subject = Ваша запись отменена
own-letter-cancelled = Эта запись в пункт выдачи одежды отменена:
own-letter-reminder-subject = Ждём вас завтра
own-letter-reminder = Завтра у вас запись в пункт выдачи одежды:
own-letter-place = Место: { $place }
own-letter-bring = Пожалуйста, возьмите с собой карту.
own-letter-cannot = Не можете прийти? Пожалуйста, отмените запись. Тогда это время достанется кому-то другому.
own-letter-new-time = Вы можете выбрать новое время.
own-letter-calendar = Запись в пункт выдачи одежды
