### Домогосподарства: згода, PIN, пропозиції, дублікати, підтвердження.
error-maternity-consent = Це говорить про здоров’я. Спочатку запишіть згоду людини.
error-consent-twice = Цю згоду вже записано.
error-contact-empty = Вкажіть, як зв’язатися з домогосподарством. Щоб видалити, відкличте згоду.
error-contact-no-way = Вкажіть адресу електронної пошти або номер телефону.
error-contact-email = Це не адреса електронної пошти. Перевірте, наприклад: name@example.org.
error-contact-phone = Використовуйте лише цифри, пробіли та +, наприклад: 0151 234567.
error-not-offered = Базовий набір цього домогосподарства зараз цього не передбачає.
error-own-quantity =
    { $most ->
         [0] За орієнтовною нормою з цього зараз більше нічого не бракує.
        *[other] Виберіть кількість від 1 до { $most }.
    }
error-own-ready = Для цього вже відкладено річ. Скажіть про це на видачі.
records-pin-made = Новий PIN для власної сторінки.
records-consent-given = Згоду записано.
records-consent-revoked = Згоду відкликано. Рядки знято зі списку.
records-contact-saved = Контакт збережено.
records-contact-erased = Згоду відкликано. Контакт видалено.
error-cut-word = Такого крою немає. Виберіть зі списку.
error-merge-itself = Це той самий запис. Виберіть інше домогосподарство.
error-merge-gone = Цей запис уже об’єднано з іншим. Продовжуйте там.
error-merge-twice = Це вже запропонували. Очікує на рішення.
error-merge-four-eyes = Це запропонували ви. Нехай вирішить інша особа з керівництва.
error-merge-alone = Для об’єднання потрібні дві особи з керівництва. Зараз ви єдина. Попросіть додати другу в «Налаштування, Люди».
error-part-too-late = Розділити можна лише протягом 30 днів. Зареєструйте нове домогосподарство.
error-part-changed = Після об’єднання щось змінилося й було б втрачене. Зареєструйте нове домогосподарство.
error-proof-day = Вкажіть день від сьогодні, щонайбільше на { $years } р. уперед.
records-merge-proposed = Запропоновано. Вирішує друга особа.
records-merge-refused = Залишаються два домогосподарства.
records-merge-done = Об’єднано. Стара картка більше не діє.
records-merge-undone = Знову розділено. Видайте нову картку й новий PIN: старі більше не діють.
records-urgent-marked = Позначено як терміново.
records-urgent-unmarked = Позначку знято.
records-proof-saved = Підтвердження записано.
records-grown =
    { $lines ->
         [one] Новий розмір збережено, змінено { $lines } рядок.
         [few] Новий розмір збережено, змінено { $lines } рядки.
         [many] Новий розмір збережено, змінено { $lines } рядків.
        *[other] Новий розмір збережено, змінено { $lines } рядка.
    }
records-size-moved =
    { $lines ->
         [one] Збережено. { $lines } відкритий рядок має тепер новий розмір.
         [few] Збережено. { $lines } відкриті рядки мають тепер новий розмір.
         [many] Збережено. { $lines } відкритих рядків мають тепер новий розмір.
        *[other] Збережено. { $lines } відкритого рядка мають тепер новий розмір.
    }
records-not-again = Більше не потрібно.
records-measured = виміряно { $day }, { $ago }
records-months-ago =
    { $months ->
         [0] цього місяця
         [one] { $months } місяць тому
         [few] { $months } місяці тому
         [many] { $months } місяців тому
        *[other] { $months } місяця тому
    }
records-measure-again = Виміряти знову?
records-grow-title = Підросли?
records-grow-lead = Оцінка за віком і часом. Краще виміряти.
records-grow-line = { $who }: { $old } → мабуть { $new }
records-grow-first = { $who }: мабуть розмір { $new }
records-grow-take = Взяти { $size }
records-again-title = Знову потрібно?
records-again-lead = Минуло стільки часу, що за орієнтовною нормою це може знову знадобитися.
records-again-yes = Знову до списку
records-again-yes-line = { $product }: знову до списку
records-again-no = Не потрібно
records-again-no-line = { $product }: не потрібно
records-size-unknown = Такого розміру немає в каталозі
records-measured-today = Виміряно сьогодні
records-urgent-only = терміново до { $day }
records-urgent-birth = терміново: народження, до { $day }
records-urgent-moving = терміново: переїзд, до { $day }
records-urgent-loss = терміново: втрата, до { $day }
records-urgent-mark = Терміново …
records-urgent-mark-line = Позначити { $product } як терміново
records-urgent-why-birth = Народження (8 тижнів)
records-urgent-why-moving = Переїзд (2 тижні)
records-urgent-why-loss = Втрата через пожежу, воду, втечу (8 тижнів)
records-urgent-off = Більше не терміново
records-asked-own = просило домогосподарство
records-fill-school-year = Навчальний рік: { $who }
records-fill-look = Переглянути
records-fill-title = Підготувати список
records-fill-lead =
    { $lines ->
         [0] Нічого не бракує.
         [one] Бракує { $lines } рядка. Зніміть позначку, якщо він не потрібен.
         [few] Бракує { $lines } рядків. Зніміть позначки, де не потрібно.
         [many] Бракує { $lines } рядків. Зніміть позначки, де не потрібно.
        *[other] Бракує { $lines } рядка. Зніміть позначки, де не потрібно.
    }
records-fill-met =
    { $lines ->
         [0] Більше в шаблоні нічого немає.
         [one] Ще { $lines } рядок шаблону вже є або стоїть у списку.
         [few] Ще { $lines } рядки шаблону вже є або стоять у списку.
         [many] Ще { $lines } рядків шаблону вже є або стоять у списку.
        *[other] Ще { $lines } рядка шаблону вже є або стоять у списку.
    }
records-fill-on-list = уже є у списку
records-fill-consent = Для вагітності спершу зафіксуйте згоду.
records-fill-or = або { $products }
records-renew-months = знову через { $months } міс.
records-renew-size = знову з наступним розміром
records-renew-once = один раз
records-consents = Згоди
records-consents-none = Немає. Усе працює й без них.
records-consent-maternity = Вагітність і здоров’я у списку
records-consent-contact = Зв’язок
records-consent-line = { $channel } · текст { $version } · { $day } · { $who }
records-consent-ended = відкликано { $day }
records-consent-revoke = Відкликати
records-consent-add = Записати згоду
records-consent-text = Прочитайте: «Речі для вагітності чи догляду говорять про ваше здоров’я. Чи можуть вони стояти у списку? Це бачать лише ваш куратор, керівництво та видача. Ви можете будь-коли відкликати згоду. Усе інше ви отримаєте й без неї.»
records-consent-who = Хто сказав про це?
records-consent-how = Як?
records-channel-said = сказано особисто
records-channel-paper = на папері
records-channel-own = на власній сторінці
records-contact = Контакт
records-contact-none = Не вказано. Записатися можна й без цього.
records-contact-title = Як зв’язатися з домогосподарством?
records-contact-lead = Лише якщо людина цього хоче. Після відкликання згоди все буде видалено.
records-contact-name = Ім’я
records-contact-mail = Електронна пошта
records-contact-phone = Телефон
records-proof = Підтвердження
records-proof-none = Не записано. Тут його не вимагають.
records-proof-missing = Не записано.
records-proof-line = бачили { $day }, { $who }
records-proof-until = діє до { $day }
records-proof-over = закінчився { $day }
records-proof-open = без терміну
records-proof-add = Записати підтвердження
records-proof-hint = Лише подивитися й записати. Нічого не копіювати й не фотографувати.
records-proof-kind = Що показали?
records-proof-valid = Діє до (порожньо: без терміну)
records-proof-basic = Базова допомога
records-proof-asylum = Допомога шукачам притулку
records-proof-housing = Допомога на житло чи дітей
records-proof-small = Малий дохід або пенсія
records-proof-letter = Лист консультації чи школи
records-proof-told = сказано на слово
records-pin-title = PIN для власної сторінки
records-pin-none = PIN ще немає. З карткою та PIN домогосподарство бачить власну сторінку.
records-pin-there = PIN є. Забули? Новий скасує старий.
records-pin-rests = PIN призупинено з { $day }, { $time }: його забагато разів ввели неправильно. Новий PIN діє одразу.
records-pin-make = Новий PIN
records-pin-too = Також новий PIN
records-slip-title = Аркуш із карткою та PIN
records-slip-lead = PIN показано лише цього разу. Надрукуйте або перепишіть і віддайте домогосподарству.
records-slip-print = Друк
records-slip-done = Готово
records-all-households = Усі родини
records-member-lead = Усе може лишитися порожнім.
records-line-ready =
    { $count ->
         [one] { $count } річ відкладено
         [few] { $count } речі відкладено
         [many] { $count } речей відкладено
        *[other] { $count } речі відкладено
    }
records-print-list = Друк списку
records-print-title = Список потреб
records-print-all = Для всіх
records-merged-into = Цей запис об’єднано з іншим.
records-merged-look = До домогосподарства
records-merged-from = Приєднано: { $cards }
records-waits-since = чекає з { $day }
records-waits = Чекає з
records-filter = Добірка
records-filter-any = усі
records-filter-waiting = чекає понад 8 тижнів
records-filter-again = щось може знову знадобитися
records-filter-proof = підтвердження спливає за 30 днів
records-duplicates = Дублікати домогосподарств
records-duplicates-lead = Два записи, одне домогосподарство? Одна особа пропонує, інша об’єднує. Протягом 30 днів їх можна розділити.
records-duplicates-waiting = Очікує на рішення
records-duplicates-found = Схожі
records-duplicates-none = Нічого не знайдено
records-duplicates-none-text = Немає пар з однаковим районом і людьми. Нижче можна самим назвати дві картки.
records-duplicates-merged = Об’єднано
records-duplicates-by-hand = Назвати дві картки
records-duplicates-keep-card = Картка, що залишається
records-duplicates-drop-card = Картка, що зникає
records-duplicates-look = Порівняти
records-duplicates-no-card = Ця картка не належить жодному домогосподарству. Перевірте.
records-duplicates-same = Двічі та сама картка. Вкажіть дві різні.
records-merge-waits = Запропоновано об’єднати з іншим домогосподарством. Очікує рішення.
records-compare-title = Одне домогосподарство чи два?
records-compare-stays = залишається
records-compare-goes = зникає
records-compare-propose = Запропонувати об’єднання
records-compare-swap = Поміняти
records-compare-confirm = Об’єднати
records-compare-refuse = Це два
records-compare-part = Розділити знову
records-compare-what = Люди, відкриті рядки, відкладені речі, куратори та записи переходять. Видане залишається на місці й також показується. Картка { $card } більше не діятиме. Якщо один із них заблоковано, домогосподарство потім заблоковане.
records-compare-part-what = Після розділення домогосподарству, що зникло, потрібні нова картка й новий PIN.
records-compare-own = Це запропонували ви. Вирішує інша особа з керівництва.
records-compare-by = запропоновано: { $who }, { $day }
records-compare-open = відкриті рядки: { $lines }
records-compare-got = отримано: { $pieces }
help-fill-preview = Тут видно, що додасть шаблон. Зніміть позначки й натисніть «Додати».
help-contact = Контакт лише за згодою. Досить імені та одного способу зв’язку.
help-duplicates = Порівняйте обидва записи. Хто пропонує, той не вирішує.
