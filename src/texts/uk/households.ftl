### Родини, люди, списки потреб, наставники.
error-too-many-members = У родині може бути щонайбільше { $most } осіб. Розділіть її.
error-text-too-long = Напишіть коротше: щонайбільше { $most } знаків в одному рядку.
error-note-too-long = Напишіть коротше: щонайбільше { $most } знаків. Нічого про здоров’я, релігію, історію життя.
error-language-tag = Виберіть мову зі списку.
error-age-band = «{ $word }» – не вікова група. Виберіть зі списку.
error-birth-month = Вкажіть рік і місяць, наприклад 2021-04.
error-birth-month-adult = Місяць народження потрібен лише для дітей. Лишіть порожнім і виберіть вікову групу.
error-size-for = Розмір для «{ $what }»: такого немає. Скористайтеся полем форми.
error-not-a-mentor = Ця людина не записана як наставник. Виберіть зі списку.
error-household-left = Цю родину знято з обліку. Спочатку запишіть її знову.
error-too-many-needs = У списку потреб уже { $most } відкритих рядків. Спочатку відкличте деякі.
error-need-twice = Це вже є у списку потреб. Треба більше? Відкличте старий рядок і додайте новий.
error-no-such-product = Такого виду речі немає. Виберіть із пошуку.
error-wanted = Вкажіть кількість від 1 до { $most }.
error-need-cut = { $product }: покрою { $cut } немає. Виберіть інакше.
household-state-active = активна
household-state-blocked = заблокована
household-state-left = знята з обліку
age-baby = Немовля, до 1 року
age-child-small = Дитина, від 2 до 5 років
age-child = Дитина, від 6 до 12 років
age-teen = Підліток, від 13 до 17 років
age-adult = Дорослий
cut-w = Жіночий
cut-m = Чоловічий
cut-k = Дитячий
cut-b = Для малюків
cut-u = для всіх
size-for-clothes = Одяг
size-for-trousers = Штани
size-for-shoes = Взуття
size-for-bra = Бюстгальтер
size-for-head = Голова, см
urgency-none-yet = Ще немає
urgency-some = Потрібно більше
urgency-wish = Бажання
occasion-basic = Базовий набір
occasion-newborn = Новонароджене
occasion-maternity = Вагітність
occasion-school-start = Початок школи
occasion-first-home = Перше житло
occasion-hygiene = Гігієна
need-state-open = відкрито
need-state-reserved = відкладено
need-state-partly = частково
need-state-fulfilled = виконано
need-state-withdrawn = відкликано
need-state-expired = минув строк
need-progress = { $got } з { $wanted }
need-for-all = для всіх

households-title = Родини
households-lead = Кому ми допомагаємо: картка, розміри й список потреб. Імена не потрібні.
households-lead-mentor = Родини, про які дбаєте ви.
households-search = Картка або район
households-state = Стан
households-any-state = усі
households-card = Картка
households-people = Люди
households-area = Район
households-needs = Потреби закрито
households-last-visit = Останній візит
households-registered = Записано
households-none-title = Ще немає родин
households-none = Запишіть першу родину. Вона дістане картку, більше нічого не треба.
households-none-mentor = Вам ще не призначено жодної родини. Координатор може це змінити.
households-nothing-found = Нічого не знайдено
households-nothing-found-help = Приберіть відбір або скануйте картку.
households-shown =
    { $count ->
         [one] { $count } родина
         [few] { $count } родини
         [many] { $count } родин
        *[other] { $count } родини
    }
households-new = Записати родину
household-no-card = без картки

household-title = Родина { $card }
household-people-count =
    { $people ->
         [one] { $people } особа
         [few] { $people } особи
         [many] { $people } осіб
        *[other] { $people } особи
    }
household-facts = Найважливіше
household-language = Мова
household-language-unknown = не вказано
household-note = Примітка
household-members = Люди
household-member-number = Особа { $number }
household-members-none = Ще нікого не записано. Можна й без цього: розміри допомагають шукати.
household-add-member = Додати особу
household-needs = Список потреб
household-needs-none = У списку ще нічого. Впишіть, чого бракує, або скористайтеся полем «Підготувати список».
household-add-need = Додати потребу
household-needs-done =
    { $lines ->
         [one] { $lines } закритий рядок
         [few] { $lines } закриті рядки
         [many] { $lines } закритих рядків
        *[other] { $lines } закриті рядки
    }
household-needs-gone =
    { $lines ->
         [one] { $lines } рядок відкликано або минув строк
         [few] { $lines } рядки відкликано або минув строк
        *[many] { $lines } рядків відкликано або минув строк
    }
household-withdraw = Відкликати
household-withdraw-line = Відкликати: { $product }
household-fill = Підготувати список
household-fill-lead = Вписує те, чого бракує за загальним правилом (орієнтир). Це не право на речі; кожен рядок можна відкликати.
household-fill-clothing = Одяг: { $who }
household-fill-home = Житло й кухня
household-fill-hygiene = Гігієна
household-fill-maternity = Вагітність: { $who }
household-fill-school = Початок школи: { $who }
household-fill-what = Чого бракує?
household-fill-do = Вписати
household-filled =
    { $lines ->
         [0] Нічого не бракувало: усе вже було у списку.
         [one] Вписано { $lines } рядок.
         [few] Вписано { $lines } рядки.
         [many] Вписано { $lines } рядків.
        *[other] Вписано { $lines } рядки.
    }
household-pieces = Отримано
household-pieces-none = Ще нічого не видано.
household-visits = Візити
household-visits-none = Ще немає візитів. Скануйте картку на столі видачі.
household-visit-pieces =
    { $pieces ->
         [one] { $pieces } річ
         [few] { $pieces } речі
         [many] { $pieces } речей
        *[other] { $pieces } речі
    }
household-mentors = Наставники
household-mentors-none = Наставника ще не призначено.
household-mentor-since = від { $day }
household-mentor-choose = Виберіть наставника
household-mentor-add = Призначити
household-mentor-end = Завершити
household-mentor-nobody = Ще ніхто не записаний як наставник.
household-mentor-linked = Призначено. Наставник відтепер бачить родину.
household-mentor-ended = Завершено. Доступу більше немає.
household-card-and-pin = Картка й PIN
household-card-manage = Картка
household-replace-card = Видати нову картку
household-replace-card-help = Картку загублено? Стара одразу перестане діяти.
household-block = Заблокувати картку
household-unblock = Розблокувати
household-left = Зняти з обліку
household-left-ask =
    { $lines ->
         [0] Відкритих рядків немає. Наставники більше не бачитимуть родину.
         [one] Буде відкликано { $lines } відкритий рядок списку потреб. Наставники більше не бачитимуть родину.
         [few] Буде відкликано { $lines } відкриті рядки списку потреб. Наставники більше не бачитимуть родину.
        *[many] Буде відкликано { $lines } відкритих рядків списку потреб. Наставники більше не бачитимуть родину.
    }
household-left-do = Так, зняти з обліку
household-signed-off = Родину знято з обліку.
household-back = Записати знову
household-blocked-note = Картку заблоковано. Доки це так, на видачі нічого не дають.
household-left-note = Родину знято з обліку.
household-looks = Хто дивився?
household-look-line = { $name } · { $when }
household-saved = Збережено.
household-registered = Записано. Картку { $card } можна надрукувати або переписати.
household-card-replaced = Нова картка: { $card }. Стара вже не діє.
household-card-replaced-blocked = Нова картка: { $card }. Стара вже не діє. Нова теж заблокована, доки ви не знімете блокування.
household-need-added = Вписано.
household-need-withdrawn = Відкликано.
household-member-saved = Збережено.
household-member-removed = Прибрано разом із відкритими потребами цієї особи.

household-form-new-lead = Усе може лишитися порожнім. Картка буде в кожному разі.
household-form-edit = Змінити родину
household-area-hint = Поштовий індекс або гуртожиток. Без вулиці.
household-note-hint = Щонайбільше 200 знаків. Нічого про здоров’я, релігію, історію життя.
household-language-hint = Для повідомлень і листків.
household-first-member = Перша особа
household-first-member-lead = Інших додасте потім, одну за одною.
member-title-new = Додати особу
member-title-edit = Змінити особу
member-nickname = Ім’я або прізвисько
member-nickname-hint = Лише щоб розрізняти. Без прізвища.
member-age = Вік
member-age-unknown = не вказано
member-birth-month = Місяць народження
member-birth-month-hint = Лише для дітей, наприклад 2021-04.
member-cut = Покрій
member-cut-hint = Який одяг підходить.
member-cut-unknown = байдуже
member-sizes = Розміри
member-save-and-next = Зберегти й додати наступну особу
member-remove = Прибрати особу
member-remove-help = Відкриті потреби цієї особи буде відкликано. Що вона отримала, лишається порахованим.

need-title = Додати потребу
need-for-household = Картка { $card }
need-search = Що потрібно?
need-search-hint = Вистачить початків німецьких слів: «wi ja 104» знаходить зимову куртку (Winterjacke) 104.
need-search-none = Нічого не знайдено. Спробуйте інші слова.
need-search-start = Знайдіть те, чого бракує.
need-choose = Вибрати
need-other = Шукати інше
need-who = Для кого?
need-cut = Покрій
need-size = Розмір
need-size-hint = Лишіть порожнім – тоді діє розмір особи.
need-size-choose = не визначати
need-wanted = Скільки?
need-urgency = Наскільки терміново?
need-occasion = Для чого?
need-add = До списку
household-print-card = Друкувати картку
