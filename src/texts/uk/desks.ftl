### Робочі місця зі сканером у браузері: видача, повернення, прийом.
desks-scan-card = Скануйте картку
desks-scan-card-help = Або спочатку речі: вони зачекають на картку.
desks-scan-pieces = Скануйте речі
desks-scan-pieces-help = Готово? Скануйте картку ще раз.
desks-answer = Спочатку відповідь
desks-answer-help = Є відкрите запитання: так чи ні.
desks-scan-return = Скануйте річ
desks-scan-return-help = Вона повертається і йде в догляд.
desks-what-comes = Що принесли?
desks-what-comes-help = Знайдіть вид речі, наприклад «wi ja 104», тоді скануйте етикетки.
desks-scan-label = Скануйте етикетку
desks-stale = Вікно застаріло
desks-stale-help = Тепер воно оновлене. Скануйте ще раз. Не працюйте двічі під одним іменем.
desks-visit = Візит
desks-visit-none = Відкритого візиту немає. Його відкриє картка, або перша річ зачекає на неї.
desks-needs = Список потреб
desks-needs-none = Список потреб порожній. Видавати все одно можна.
desks-pieces = Видано
desks-pieces-none = Ще жодної речі.
desks-earlier =
    { $count ->
         [one] Перед тим { $count } річ
         [few] Перед тим { $count } речі
         [many] Перед тим { $count } речей
        *[other] Перед тим { $count } речі
    }
desks-tray = Чекає на картку
desks-refused = Не видано
desks-product = Вид речі
desks-product-search = Шукати вид речі
desks-product-other = Інші
desks-not-meant = Не те?
desks-nothing-found = Нічого не знайдено. Спробуйте інші слова.
desks-size = Розмір
desks-size-none = немає
desks-cut = Покрій
desks-cut-first = Щоб побачити розміри, спочатку виберіть покрій.
desks-condition = Якість
desks-condition-new = нове
desks-condition-good = добре
desks-condition-worn = ношене
desks-condition-needs-care = спочатку догляд
desks-donation = Пожертва
desks-donation-none = без пожертви
desks-donation-line = { $donor }, { $day }
desks-quantity = Кількість
desks-quantity-help = Для партії під однією етикеткою.
desks-please-check = Перевірте: { $what }
desks-new-only = Лише нове й запаковане.
desks-last = Щойно прийнято
desks-last-none = Ще нічого. Кожна річ – один скан; вибране лишається для наступної.
desks-move-where = Куди?
desks-move-where-help = Скануйте код полиці або виберіть місце у списку.
desks-move-pieces = Скануйте речі
desks-move-pieces-help = Вони йдуть сюди: { $location }. Інша полиця? Скануйте її код.
desks-move-to = Куди
desks-move-nowhere = Місце ще не вибрано.
desks-place = Місце
desks-place-choose = Вибрати
desks-place-none = Ще немає жодного місця. Координатор може створити його в налаштуваннях.
desks-move-last = Щойно переміщено
desks-move-last-none = Ще нічого.
desks-lay-aside = Відкласти
