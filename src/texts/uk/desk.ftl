### Що каже робоче місце зі сканером.
item-with-size = { $item } розм. { $size }
item-without-size = { $item }
photo-label = Етикетка
mode-intake = ПРИЙОМ
mode-handout = ВИДАЧА
mode-return = ПОВЕРНЕННЯ
mode-move = ПЕРЕМІЩЕННЯ
mode-stocktake = ПЕРЕОБЛІК
mode-lookup = ДОВІДКА
state-in-stock = у наявності
state-reserved = зарезервовано
state-handed-out = видано
state-in-care = у догляді
state-missing = загублено
state-transferred = передано далі
state-discarded = списано
state-void = помилковий запис
state-in-custody = на зберіганні
verdict-handed-out = { $item }
verdict-need-met = { $got } з { $wanted } у списку · { $pieces } за цей візит
verdict-not-on-list = Немає у списку потреб · { $pieces } за цей візит
verdict-others-wait =
    { $households ->
         [one] Немає у списку. { $households } домогосподарство з більшою потребою чекає на цей розмір · { $pieces } за цей візит
         [few] Немає у списку. { $households } домогосподарства з більшою потребою чекають на цей розмір · { $pieces } за цей візит
         [many] Немає у списку. { $households } домогосподарств із більшою потребою чекають на цей розмір · { $pieces } за цей візит
        *[other] Немає у списку. { $households } домогосподарства з більшою потребою чекають на цей розмір · { $pieces } за цей візит
    }
verdict-visit-count =
    { $pieces ->
         [one] { $pieces } річ за цей візит
         [few] { $pieces } речі за цей візит
         [many] { $pieces } речей за цей візит
        *[other] { $pieces } речі за цей візит
    }
verdict-visit-opened =
    Картка { $card } · { $people ->
         [one] { $people } особа
         [few] { $people } особи
         [many] { $people } осіб
        *[other] { $people } особи
    }
verdict-visit-needs =
    { $lines ->
         [0] У списку потреб усе закрито
         [one] { $lines } відкритий рядок у списку потреб
         [few] { $lines } відкриті рядки у списку потреб
         [many] { $lines } відкритих рядків у списку потреб
        *[other] { $lines } відкритого рядка у списку потреб
    }
verdict-visit-needs-last =
    { $lines ->
         [0] У списку потреб усе закрито
         [one] { $lines } відкритий рядок у списку потреб
         [few] { $lines } відкриті рядки у списку потреб
         [many] { $lines } відкритих рядків у списку потреб
        *[other] { $lines } відкритого рядка у списку потреб
    } · останній візит { $day }
verdict-visit-ready =
    { $ready ->
         [one] { $ready } річ лежить готова
         [few] { $ready } речі лежать готові
         [many] { $ready } речей лежать готові
        *[other] { $ready } речі лежать готові
    }, пакет { $bag } · { $detail }
verdict-visit-finished =
    { $pieces ->
         [one] Готово: видано { $pieces } річ
         [few] Готово: видано { $pieces } речі
         [many] Готово: видано { $pieces } речей
        *[other] Готово: видано { $pieces } речі
    }
verdict-visit-unknown = Такого візиту немає. Спочатку скануйте картку.
verdict-visit-of-other-card = Цей візит належить до іншої картки. Почніть спочатку.
verdict-already-listed = Уже у списку: { $item }. Двічі не записано.
verdict-already-out = Уже видано { $day }: { $item }. Видати знову?
verdict-conflict-handed-out = { $item }: { $day } видано ще й іншій родині. Це має з’ясувати людина.
verdict-answer-first = Спочатку дайте відповідь: так чи ні.
verdict-answered-no = Ні: нічого не записано.
verdict-no-question = Відкритого запитання немає.
verdict-question-gone = Запитання вже не діє. Скануйте річ ще раз.
verdict-on-tray =
    { $count ->
         [one] { $count } річ чекає – тепер скануйте картку
         [few] { $count } речі чекають – тепер скануйте картку
         [many] { $count } речей чекають – тепер скануйте картку
        *[other] { $count } речі чекають – тепер скануйте картку
    }
verdict-already-on-tray = Уже чекає: { $item }. Тепер скануйте картку.
verdict-tray-full = Без картки можна не більше { $most } речей. Спочатку скануйте картку.
verdict-tray-emptied =
    { $count ->
         [one] Нічого не записано: { $count } річ без картки
         [few] Нічого не записано: { $count } речі без картки
         [many] Нічого не записано: { $count } речей без картки
        *[other] Нічого не записано: { $count } речі без картки
    }
verdict-card-blocked = Картку заблоковано. Зверніться до координатора.
verdict-card-dead = Ця картка вже не діє. Зверніться до координатора.
verdict-reserved-for-other = Не видавати: зарезервовано для іншої родини.
verdict-in-care = Не видавати: { $item } – у догляді. Спочатку скануйте на прийомі.
verdict-in-custody = Не видавати: на зберіганні, рада ще не прийняла.
verdict-not-in-stock = Немає в наявності: { $item }.
verdict-put-aside = Відкладіть річ і спитайте координатора.
verdict-not-so-many = Стільки немає: { $item }, залишилося { $left }. Введіть меншу кількість.
verdict-label-blank = Етикетка ще порожня.
verdict-label-blank-help = Спочатку запишіть річ на прийомі.
verdict-label-void = Етикетка { $code } недійсна.
verdict-handout-expects = На видачі скануйте картку родини або річ.
verdict-intake-expects = На прийомі скануйте річ, пожертву, вид речі або полицю. Для карток: режим «Видача».
verdict-return-expects = Для повернення скануйте етикетку речі.
verdict-taken-in = Прийнято: { $item }
verdict-lot-in = Прийнято: { $count } × { $item }
verdict-goes-to-group = Покласти до: { $group }
verdict-goes-to-care = Покласти до речей у догляд.
verdict-goes-to-custody = Покласти на зберігання: ще не прийнято.
verdict-what-is-it = Що це?
verdict-what-is-it-help = Виберіть вид речі, тоді скануйте етикетку ще раз.
verdict-product-unknown = Виду речі «{ $product }» немає. Виберіть із каталогу.
verdict-cut-impossible = { $product }: покрою { $cut } немає. Виберіть інакше.
verdict-field-unknown = «{ $value }» не підходить для поля { $field }. Виправте.
verdict-donation-unknown = Такої пожертви немає: { $code }. Виберіть пожертву знову.
verdict-donation-is-closed = Цю пожертву закрито. Виберіть іншу.
verdict-donation-closed = Пожертву від { $donor } закрито. Виберіть іншу.
verdict-donation-chosen = Пожертва від { $donor }: наступні речі належать до неї.
verdict-product-chosen = { $product }: тепер скануйте етикетки.
verdict-location-chosen = Полиця { $location }: наступні речі йдуть сюди.
verdict-restocked = Знову в наявності: { $item }
verdict-already-in-stock = Уже в наявності: { $item }. Двічі не записано.
verdict-is-handed-out = { $item }: видано.
verdict-use-return-mode = Річ повертають? Тоді режим «Повернення».
verdict-returned = Повернуто: { $item }
verdict-was-not-out = { $item }: не було видано. Нічого не записано.
verdict-was-not-out-help = Має бути в наявності? Тоді режим «Прийом».
verdict-undone = Скасовано: { $item }
verdict-nothing-to-undo = Скасовувати нічого (лише останні 15 хвилин).
verdict-changed-meanwhile = { $item }: тим часом змінилося. Нічого не скасовано.
verdict-ask-coordinator = Зверніться до координатора.
verdict-intake-finished = Готово. Для наступної речі виберіть знову пожертву й вид речі.
verdict-nothing-open = Відкритого візиту немає.
verdict-nothing-to-cancel = Скасовувати нічого.
verdict-hello = Вітаємо, { $name }. Режим: { $mode }
verdict-badge-refused = Цей бейдж тут не діє. Зверніться до координатора.
verdict-locked = Заблоковано. Щоб працювати далі, скануйте бейдж.
verdict-mode = Режим: { $mode }
verdict-test = Сканер працює.
verdict-help = Скануйте картку, потім речі, наприкінці ще раз картку. Помилка? Скануйте «Назад».
verdict-not-read = Не прочитано. Скануйте ще раз.
verdict-foreign = Це не наш код: { $text }
verdict-unknown = Невідомий код { $code }.
verdict-bad-quantity = Кількість { $quantity } неможлива. Введіть від 1 до { $most }.
verdict-bad-event = Скан неповний ({ $field }). Нічого не записано.
verdict-sequence-gap = Бракує попередніх сканів цього термінала: спочатку надішліть від номера { $expected }.
verdict-sequence-taken = Номер { $seq } цей термінал уже використав для іншого скану. Нічого не записано; координатор має перевірити термінал.
lookup-in-stock-at = у наявності, { $location }
lookup-blank = Порожня етикетка { $code }
lookup-donation = Пожертва від { $donor }
lookup-donor = Жертводавець { $name }
lookup-location = Місце { $location }
verdict-nothing-to-undo-here = Тут більше нічого скасовувати. Прийняте скасовують на прийомі.
verdict-visit-switched =
    Візит { $card } завершено: { $pieces ->
         [one] { $pieces } річ
         [few] { $pieces } речі
         [many] { $pieces } речей
        *[other] { $pieces } речі
    }
verdict-event-reused = Цей ідентифікатор уже має інший скан. Нічого не записано. Скануйте ще раз.
verdict-already-out-alone = Уже видано { $day }: { $item }. Не записано.
verdict-already-out-alone-help = Усе ж видати знову? Скануйте цю річ окремо.
verdict-move-to = Куди: { $location }. Тепер скануйте речі.
verdict-move-expects = Для переміщення скануйте місце або річ.
verdict-move-where = Куди?
verdict-move-where-help = Спочатку скануйте код полиці, потім речі.
verdict-moved = Тепер тут: { $location }
verdict-moved-from = З { $from } до { $location }
verdict-lies-here = { $item }: уже лежить тут ({ $location }). Нічого не записано.
verdict-found-again = Знайдено: { $item }
verdict-lot-moves-whole = Партія переїжджає цілою: { $item }, { $pieces } шт. Скануйте без кількості.
verdict-place-finished = Готово: { $location }
verdict-count-expects = Для переобліку скануйте місце або річ.
verdict-count-where = Яке місце?
verdict-count-where-help = Спочатку скануйте код полиці, потім усе, що там лежить.
verdict-count-begins = Переоблік: { $location }
verdict-count-all =
    { $expected ->
         [0] Нічого не очікується. Тепер скануйте все, що тут лежить.
         [one] Очікується { $expected } річ. Тепер скануйте все, що тут лежить.
         [few] Очікуються { $expected } речі. Тепер скануйте все, що тут лежить.
         [many] Очікується { $expected } речей. Тепер скануйте все, що тут лежить.
        *[other] Очікується { $expected } речі. Тепер скануйте все, що тут лежить.
    }
verdict-count-goes-on = Переоблік триває: { $location }
verdict-count-progress = Побачено { $seen } з { $expected }
verdict-count-again = Уже пораховано: { $item }
verdict-count-belongs = Місце – { $location }: { $item }
verdict-count-had-no-place = Не було місця: { $item }
verdict-count-will-move = Переїде сюди, коли переоблік проведуть.
verdict-count-will-be-found = Повернеться в наявність, коли переоблік проведуть.
verdict-count-is-out = Видано, але лежить тут: { $item }
verdict-count-blank-help = Запишіть річ на прийомі.
verdict-count-closed = Переоблік { $location } завершено.
verdict-count-closed-help = Нічого не пораховано. Почати знову? Скануйте код місця.
verdict-count-undone = Більше не пораховано: { $code }
verdict-count-undone-stays = Скасовано. { $code } лишається порахованим за іншим сканом.
verdict-count-holds-places = Тут кілька місць: { $location }.
verdict-count-holds-places-help = Нічого не пораховано. Скануйте код полиці й рахуйте кожну полицю окремо.
verdict-told-otherwise = Термінал без зв’язку відмовив: нічого не записано.
verdict-undone-for-nothing = Скасовано. Нічого й не було записано.
item-with-cut = { $item } { $cut }
item-with-cut-and-size = { $item } { $cut } розм. { $size }
verdict-cut-w = жіноче
verdict-cut-m = чоловіче
verdict-cut-k = дитяче
verdict-cut-b = для малюків
verdict-goes-to-place = Покласти сюди: { $place }
verdict-somebody-waits = На це чекає родина ({ $card }…): ТАК відкладає · { $place }
verdict-enough = { $place } · Цього досить: є { $here }, потрібно { $needed }
verdict-laid-aside = Відкладено: { $item }
verdict-to-pickup-at = Покласти сюди: { $shelf }, для { $card }…
verdict-to-pickup = Покласти на полицю видачі, для { $card }…
verdict-offer-gone = На це вже ніхто не чекає.
verdict-offer-gone-help = Нічого не відкладено. Покладіть річ на полицю.
verdict-quantity = Тепер { $count } шт.: { $item }
verdict-quantity-same = Кількість уже { $count }: { $item }
verdict-quantity-alone = Кількість можлива лише для речей гуртом, одразу після їх сканування.
verdict-quantity-alone-help = Нічого не записано. Скануйте етикетку, тоді за хвилину кількість.
verdict-lead-yes-or-no = Так: координатор сканує свій бейдж. Ні: скануйте «Скасувати» або F8.
verdict-lead-needed = Покличте координатора сканувати бейдж.
verdict-answered-yes = Координатор уже сказав «Так».
verdict-reserved-ask = Відкладено для іншої родини: { $item }. Усе ж видати?
verdict-limit-ask = Межу досягнуто, { $pieces } з { $most }: { $item }. Усе ж видати?
verdict-limit = Межу досягнуто: { $pieces } з { $most }. Не записано.
verdict-limit-help = Усе ж видати? Скануйте кожну наступну річ окремо; вирішує координатор.
verdict-limit-blank-help = Спочатку запишіть річ на прийомі, тоді вирішить координатор.
verdict-describe = Етикетка ще порожня. Що це?
verdict-describe-help = Скануйте вид речі з аркуша чи введіть кілька літер. Або відкладіть річ і йдіть далі.
verdict-described-meanwhile = Етикетку { $code } тим часом зайнято. Скануйте її ще раз.
verdict-print-on-page = Листок візиту друкують на сторінці родини. Тут нічого не друкується.
verdict-nothing-to-undo-in-visit = У цьому візиті нема чого скасовувати.
verdict-voucher-opened =
    { $pieces ->
         [0] Талон: нічого вже не відкладено
         [one] Талон: відкладено { $pieces } річ
         [few] Талон: відкладено { $pieces } речі
         [many] Талон: відкладено { $pieces } речей
        *[other] Талон: відкладено { $pieces } речі
    }
verdict-voucher-only = Видавайте лише ці речі.
verdict-voucher-used = Цей талон уже використано { $day }.
verdict-voucher-ended = Цей талон більше не діє: його скасовано.
verdict-voucher-lapsed = Цей талон більше не діє: той, хто його створив, уже не опікується цією родиною.
verdict-voucher-expired = Цей талон діяв лише до { $day }.
verdict-voucher-offline = Без мережі талон перевірити не можна. Зачекайте або скануйте картку родини.
verdict-voucher-gone = Більше не відкладено: { $item }.
verdict-voucher-other-piece =
    { $pieces ->
         [one] Цей талон діє на { $pieces } відкладену річ. Це не вона.
         [few] Цей талон діє на { $pieces } відкладені речі. Цієї серед них немає.
         [many] Цей талон діє на { $pieces } відкладених речей. Цієї серед них немає.
        *[other] Цей талон діє на { $pieces } відкладеної речі. Цієї серед них немає.
    }
verdict-visits-ask =
    { $visits ->
         [one] Уже { $visits } візит за 30 днів, дозволено: { $most }. Усе одно відкрити?
         [few] Уже { $visits } візити за 30 днів, дозволено: { $most }. Усе одно відкрити?
         [many] Уже { $visits } візитів за 30 днів, дозволено: { $most }. Усе одно відкрити?
        *[other] Уже { $visits } візиту за 30 днів, дозволено: { $most }. Усе одно відкрити?
    }
verdict-renewal-ask = Отримано { $day }, знову з { $again }: { $item }. Усе одно видати?
verdict-points-ask = Забагато балів, { $spent } з { $budget }: { $item }. Усе одно видати?
verdict-guarded = Не записано: { $item }. Це вирішує координатор.
verdict-with-points = { $detail } · { $spent } з { $budget } балів
