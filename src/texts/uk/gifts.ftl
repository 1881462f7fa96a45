### Жертводавці, пожертви й речі.
error-text-odd = Тут є знаки, які не підходять. Введіть знову.
error-donor-name = Вкажіть ім’я. Без імені можна лише для виду «анонімно».
error-email = Це не адреса електронної пошти. Приклад: name@beispiel.de
error-donor-unknown = Такого жертводавця немає. Виберіть зі списку.
error-day-in-future = Цей день у майбутньому. Виберіть сьогодні або раніший день.
error-day-too-old = Від цього дня минуло понад { $years } р. Перевірте.
error-day = Вкажіть день, наприклад 2026-03-12.
error-pieces-announced = Вкажіть число від 1 до { $most } або лишіть поле порожнім.
error-donation-state = Цей крок для цієї пожертви зараз неможливий. Оновіть сторінку.
donor-kind-private = Приватна особа
donor-kind-company = Фірма
donor-kind-institution = Установа
donor-kind-anonymous = Анонімно
donation-state-draft = чернетка
donation-state-received = прийнято
donation-state-closed = закрито
donation-state-offered = запропоновано
donation-state-in-custody = на зберіганні
donation-state-accepted = прийнято радою
donation-state-receipted = довідку видано
donation-state-declined = рада відхилила
error-item-step = З цією річчю зараз так не можна. Оновіть сторінку.
error-item-void = Ця річ була помилковим записом. Запишіть її на прийомі знову.
error-item-not-ours = Цю пожертву ще не прийнято. Спочатку прийміть пожертву, тоді річ піде в наявність.
error-location-unknown = Такого місця немає. Виберіть зі списку.
error-undone-already = Останнє вже скасовано.
error-period = Період закінчується раніше, ніж починається. Поміняйте дні місцями.
error-no-such-donor = Жертводавця «{ $donor }» не знайдено. Вкажіть повне ім’я або код.
error-donor-ambiguous = Ім’я «{ $donor }» мають кілька жертводавців. Вкажіть код; він є на сторінці жертводавця.
reach-none = жодної
reach-under = менше ніж { $number }
reach-range = { $from }–{ $to }
reach-from = { $number } і більше
purpose-basic = Базовий набір
purpose-newborn = Новонароджені
purpose-school-start = Початок школи
purpose-first-home = Перше житло
purpose-hygiene = Гігієна
purpose-special = Особлива потреба
purpose-not-listed = Вибрано за столом (не було в жодному списку потреб)
group-unknown = Уже не в каталозі
donor-report-definition = Пораховано всі речі, які { $donor } дав із { $from } до { $to }, і де вони на { $day }. У партії рахується кожна річ. Помилкові записи не рахуються. Родини тут – лише приблизне число.
csv-section = Розділ
csv-name = Назва
csv-code = Код
csv-announced = оголошено
csv-received = прийнято
csv-households = Родини
csv-total = Разом
csv-group = Група товарів
csv-donation = Пожертва
csv-purpose = Для чого

origin-business = з підприємства
origin-private = з приватної власності
origin-unknown = невідомо
condition-new = нове
condition-good = добре
condition-worn = ношене
condition-needs-care = спочатку випрати чи зашити
item-cut-none = не вказано
choice-all = Усі
nothing-found = Нічого не знайдено
action-choose = Вибрати

donors-lead = Хто щось дає речовому пункту.
donors-search = Ім’я або місто
donors-count =
    { $count ->
         [one] { $count } жертводавець
         [few] { $count } жертводавці
         [many] { $count } жертводавців
        *[other] { $count } жертводавці
    }
donors-none = Ще немає жертводавців
donors-none-lead = Додайте першого жертводавця, тоді зможете записати пожертву.
donors-none-found = Перевірте написання або приберіть відбір.
donor-new = Додати жертводавця
donor-edit = Змінити жертводавця
donor-form-lead = Потрібне лише ім’я. Для довідки про пожертву потрібна й адреса.
donor-saved = Жертводавця збережено.
donor-name = Ім’я або назва
donor-name-hint = Для виду «анонімно» поле може бути порожнім.
donor-kind = Вид
donor-street = Вулиця й номер будинку
donor-postcode = Поштовий індекс
donor-city = Місто
donor-email = Ел. пошта
donor-note = Примітка
donor-note-hint = Лише для координатора й скарбника, наприклад, коли можна застати.
donor-data = Дані
donor-code = Код
donor-address = Адреса
donor-no-donations = Від цього жертводавця ще нічого не записано.
donor-report-title = Що стало з дарами
donor-report-open = Відкрити звіт
share-sentence =
    { $pieces ->
         [one] З { $pieces } речі
         [few] З { $pieces } речей
         [many] З { $pieces } речей
        *[other] З { $pieces } речей
    } { $out ->
         [one] видано { $out }.
         [few] видано { $out }.
         [many] видано { $out }.
        *[other] видано { $out }.
    }
share-here = у наявності
share-later = у догляді або на зберіганні
share-lost = непридатне або загублене
share-of = { $part } з { $whole }
report-from = Від
report-to = До
report-show = Показати
report-csv = Як таблиця (CSV)
report-households = Родини
report-median = Половину видано за
report-days =
    { $days ->
         [one] { $days } день
         [few] { $days } дні
         [many] { $days } днів
        *[other] { $days } дні
    }
report-announced = Оголошені речі
report-by-group = За групами товарів
report-by-need = Для чого речі були потрібні
report-by-donation = За пожертвами
report-empty = За цей період речей немає
report-empty-lead = Виберіть інший період або скануйте речі пожертви на прийомі.
report-back = До жертводавця

donations-lead = Що принесли, найновіший день угорі.
donations-search = Ім’я або місто жертводавця
donations-none = Ще немає пожертв
donations-none-lead = Запишіть першу пожертву. Потім скануйте її речі на прийомі.
donations-none-found = Перевірте написання або приберіть відбір.
donation-new = Записати пожертву
donation-saved = Пожертву збережено. Тепер можна сканувати речі.
donation-changed = Стан пожертви тепер: { $state }.
donation-choose-lead = Хто дає? Знайдіть ім’я або скануйте картку.
donation-choose-search = Ім’я, місто або картка
donation-choose-none = Такого жертводавця ще немає. Додайте його.
donation-form-lead = Що і коли принесли. Окремі речі сканують потім.
donation-other-donor = вибрати іншого
donation-day = День
donation-donor = Жертводавець
donation-pieces-head = Речі
donation-pieces =
    { $received ->
         [one] Записано { $received } річ
         [few] Записано { $received } речі
         [many] Записано { $received } речей
        *[other] Записано { $received } речі
    }, видано { $out }
donation-pieces-of = Записано { $received } з { $announced } речей, видано { $out }
donation-origin = Походження
donation-origin-hint = Пізніше буде в довідці про пожертву.
donation-description = Опис
donation-description-hint = Наприклад: 3 коробки дитячого одягу.
donation-announced = Оголошені речі
donation-announced-hint = Скільки називає жертводавець. Рахують під час сканування.
donation-receipt-wanted = Потрібна довідка про пожертву (Zuwendungsbestätigung)
donation-only-offered = Лише запропоновано: спочатку має прийняти рада
donation-of-day = Пожертва від { $day }
donation-scan-in = Прийняти речі
donation-progress = Як просувається пожертва
donation-taken-in = Записано
donation-pieces-now = Де речі зараз
donation-no-pieces = Ще жодної речі. На прийомі скануйте спочатку код пожертви, потім речі.
donation-data = Дані
donation-code = Код пожертви
donation-code-hint = Скануйте цей код на прийомі: наступні речі належатимуть до цієї пожертви.
donation-receipt = Довідка про пожертву
donation-receipt-yes = потрібна
donation-receipt-no = не потрібна
donation-next = Наступний крок
donation-step-receive = Прийняти
donation-step-close = Закрити: усі речі записано
donation-step-close-missing = Завершити, хоча ще бракує речей: { $missing }
donation-step-reopen = Відкрити знову
donation-step-offer = Запропонувати раді
donation-step-custody = Взяти на зберігання

item = Річ
items-lead = Кожна річ з етикеткою, найновіша вгорі.
items-search = Етикетка, річ або розмір
items-take-in = Прийняти
items-in-state = { $state } ({ $count })
items-count =
    { $items ->
         [one] { $items } запис
         [few] { $items } записи
         [many] { $items } записів
        *[other] { $items } записи
    }, { $pieces ->
         [one] { $pieces } річ
         [few] { $pieces } речі
         [many] { $pieces } речей
        *[other] { $pieces } речі
    }
items-none = Ще немає речей
items-none-lead = Скануйте на прийомі першу етикетку.
items-none-found = Перевірте написання або приберіть відбір.
item-group = Група товарів
item-state = Стан
item-quantity = Кількість
item-label = Етикетка
item-moved = Останній рух
item-cut = Покрій
item-size = Розмір
item-size-hint = Наприклад 104, M або 39–42. Порожньо, якщо річ не має розміру.
item-condition = Якість
item-product = Вид речі
item-location = Місце
item-donation = З пожертви
item-from-lot = З партії
item-pieces =
    { $count ->
         [one] { $count } річ
         [few] { $count } речі
         [many] { $count } речей
        *[other] { $count } речі
    }
item-data = Дані
item-story = Що було досі
item-undo = Скасувати останнє
item-undone = Скасовано.
item-changed = Збережено.
item-relocated = Нове місце збережено.
item-actions = Що з цією річчю?
item-relocate = Покласти на це місце
item-correct = Виправити річ
item-correct-lead = Де річ і в кого вона, не зміниться.
item-step-care = Віддати в догляд
item-step-restock = Знову в наявність
item-step-found = Знайдено знову
item-step-missing = Загублено
item-step-discard = Списати
item-step-void = Це був помилковий запис
story-intake = Прийнято
story-handout = Видано
story-rebook = Видано іншій родині
story-return = Повернуто
story-restock = Знову в наявності
story-care = Віддано в догляд
story-reserve = Відкладено
story-release = Знову вільне
story-split-piece = Видано з партії
story-split-lot = Видано частину партії
story-relocate = Переміщено
story-correct = Виправлено
story-missing = Загублено
story-transfer = Передано далі
story-discard = Списано
story-void = Позначено як помилковий запис
story-reversal = Скасовано
story-reversal-of = Скасовано: { $what }
story-reversed = було скасовано
story-met-need = Було у списку потреб.
story-at = Місце: { $place }
story-left =
    { $count ->
         [one] у партії ще { $count } річ
         [few] у партії ще { $count } речі
         [many] у партії ще { $count } речей
        *[other] у партії ще { $count } речі
    }
donation-pieces-came =
    { $received ->
         [one] внесено { $received } річ
         [few] внесено { $received } речі
        *[other] внесено { $received } речей
    }
donation-pieces-came-of = внесено { $received } з { $announced } речей
