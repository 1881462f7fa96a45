### Куратори та їхній час, хто ще може забирати, талони, і де координатор вирішив інакше.
error-mentor-day = Будь ласка, виберіть день.
error-mentor-until-past = Цей день уже минув. Виберіть сьогодні або пізніше. Завершити одразу? Тоді натисніть «Завершити».
error-mentor-until-before = Кінець раніше за початок. Виберіть пізніший день.
error-proxy-name = Вкажіть, як звати цю людину, наприклад «бабуся» або «сусід».
error-too-many-proxies = Не можна записати більше ніж { $most } осіб. Спочатку завершіть чийсь запис.
error-voucher-until = Талон діє щонайбільше { $days } днів. Виберіть день від сьогодні.
error-voucher-nothing-ready = Для цієї родини зараз нічого не відкладено. Талон діє лише на відкладені речі.
mentors-now = зараз
mentors-coming = від { $day }
mentors-since-until = з { $day } до { $until }
mentors-coming-until = від { $day } до { $until }
mentors-past = з { $day } по { $until }
mentors-past-title =
    { $count ->
         [one] { $count } попередній зв’язок
         [few] { $count } попередні зв’язки
         [many] { $count } попередніх зв’язків
        *[other] { $count } попереднього зв’язку
    }
mentors-from = Перший день
mentors-from-hint = Порожньо: відразу.
mentors-until = Останній день
mentors-until-hint = Порожньо: доки хтось не завершить.
mentors-may-collect = Може забирати для родини
mentors-collects = може забирати
mentors-change = Змінити час
mentors-link-changed = Зв’язок змінено.
mentors-ready = Відкладено
mentors-ready-none = Зараз нічого не відкладено.
mentors-ready-until = до { $day }
mentors-fits = На складі є відповідне
mentors-gone-title = Більше не пов’язано
mentors-gone = Ви більше не пов’язані з цією родиною. Запитання? Зверніться до координатора.
mentors-gone-home = На головну сторінку
mentors-collect = Хто ще може забирати
mentors-collect-none = Поки що лише сама родина.
mentors-collect-card = приходить із карткою
mentors-collect-mentor = Куратор
mentors-collect-until = Талон, діє до { $day }
mentors-collect-used = Талон, використано { $day }
mentors-collect-expired = Талон, діяв до { $day }
mentors-collect-ended = завершено
mentors-collect-lapsed = більше не діє: той, хто це вніс, уже не опікується цією родиною
mentors-collect-old =
    { $count ->
         [one] { $count } запис, що більше не діє
         [few] { $count } записи, що більше не діють
         [many] { $count } записів, що більше не діють
        *[other] { $count } запису, що більше не діє
    }
mentors-collect-end = Завершити
mentors-collect-nameless = без імені
mentors-name = Як звати людину?
mentors-name-hint = Досить прізвиська, наприклад «бабуся».
mentors-name-do = Може забирати завжди
mentors-voucher = Талон на один раз
mentors-voucher-lead = Діє один раз і лише на речі, що відкладені зараз. Картка залишається вдома.
mentors-voucher-name = Хто забирає? (не обов’язково)
mentors-voucher-do = Зробити талон
mentors-voucher-show = Показати
mentors-voucher-title = Талон
mentors-voucher-help = Покажіть цей код біля столу видачі.
mentors-voucher-print = Друкувати
mentors-voucher-back = До родини
mentors-voucher-pieces = На ці речі
mentors-voucher-piece-given = забрано
mentors-voucher-piece-gone = більше не відкладено
mentors-voucher-code = Код талона
mentors-proxy-named = Записано.
mentors-proxy-ended = Завершено. Ніхто більше не може так забирати.
mentors-voucher-made =
    { $pieces ->
         [one] Талон на { $pieces } річ готовий.
         [few] Талон на { $pieces } речі готовий.
         [many] Талон на { $pieces } речей готовий.
        *[other] Талон на { $pieces } речі готовий.
    }
mentors-booking = Запис на час
mentors-booking-none = Часу не заброньовано.
mentors-booking-no-offer = Зараз немає вільного часу.
mentors-booking-choose = Вибрати вільний час
mentors-booking-do = Забронювати
mentors-booking-cancel = Скасувати запис
mentors-booked = Час заброньовано.
mentors-cancelled = Запис скасовано.
mentors-overrides = Дозволено координатором
mentors-overrides-lead = Стільки разів за останні 12 місяців координатор сказав «так», хоча правило було проти. Якщо правило часто не підходить, змініть його.
mentors-overrides-none = За останні 12 місяців винятків не було.
mentors-overrides-none-text = Коли координатор скаже за столом «так» або віддасть річ іншій родині, це буде тут.
mentors-overrides-last =
    { $count ->
         [one] Останнє { $count } рішення
         [few] Останні { $count } рішення
         [many] Останні { $count } рішень
        *[other] Останні { $count } рішення
    }
mentors-overrides-day = День
mentors-overrides-by = Хто
mentors-overrides-reason = Чому
mentors-overrides-kind = Правило
mentors-overrides-count = Винятки
mentors-override-limit = речі за візит на особу
mentors-override-visits = візити за 30 днів
mentors-override-renewal = уже отримано, ще не час
mentors-override-points = більше балів, ніж передбачено
mentors-override-already-out = уже було видано
mentors-override-reserved = відкладено для іншої родини
mentors-override-allocation = інша родина, ніж запропоновано
mentors-override-other = інше рішення
mentors-home-add = Додати потребу
mentors-home-until = відкладено до { $day }
mentors-home-booked = Запис: { $when }
help-voucher = Хто покаже талон, отримає саме ці речі, один раз. Завершити талон можна на сторінці родини.
help-overrides = Правила записано в налаштуваннях сервера. Тут видно, як часто координатор робив виняток.
mentors-time-babies = родини з немовлятами
mentors-time-women = лише жінки
mentors-time-quiet = тихий час
mentors-time-first = тут уперше
help-times = Біля кожного вільного часу є кнопка. Родина може мати лише один час на день видачі.
