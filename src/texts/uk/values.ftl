### Чого варті пожертви, на чому це ґрунтується, і що виправляють про дарувальників та пожертви.
values-error-cents = Введіть суму, наприклад 12,50. Найбільша сума: { $most }.
values-error-rate = Введіть ставку від 0 до 100, наприклад 19.
values-error-weight = Введіть вагу в кілограмах, наприклад 12,5.
values-error-nothing = Вартість 0 євро не вказують у довідці. Залиште поле порожнім, поки вартість невідома.
values-error-description = Напишіть, що це за річ.
values-error-quantity = Введіть число від 1 до { $most }.
values-error-identical = Кілька речей в одному рядку можливі лише тоді, коли вони однакові. Позначте це або зробіть окремі рядки.
values-error-basis = Виберіть, на чому ґрунтується вартість. Вибір залежить від походження пожертви.
values-error-bought-later = Річ купили до дня пожертви. Перевірте дату.
values-error-asked-early = Питали щонайбільше за рік до дня пожертви. Перевірте дату.
values-error-line-locked = Цей рядок є у виданій довідці. Спершу визнайте довідку недійсною.
values-error-lines = Пожертва має щонайбільше { $most } рядків.
values-error-in-line = У рядку «{ $line }»: { $problem }
values-error-taken = Ці речі вже є в рядку. Оновіть сторінку.
values-error-receipt-issued = Для цієї пожертви видано довідку. Спершу визнайте довідку недійсною.
values-error-bags = Введіть число від 1 до { $most }.
values-error-paid = Введіть, скільки було заплачено.
values-error-bought-receipt = На куплене не видають підтвердження про дарування речей. Будь ласка, зніміть позначку або виберіть «подаровано».
values-error-thanks-mail = Щоб подякувати електронною поштою, потрібна адреса e-mail.
values-error-months = Введіть число від 1 до { $most }.
values-error-no-file = Виберіть принаймні один файл.
values-error-files = Завантажуйте щонайбільше { $most } файлів за раз.
values-error-papers = До пожертви належить щонайбільше { $most } документів.
values-error-file-kind = «{ $name }» — не зображення і не PDF. Дозволено JPEG, PNG, WebP і PDF.
values-error-file-large = «{ $name }» завеликий. Дозволено { $megabytes } МБ; зменште зображення або поділіть PDF.
values-error-file-locked = «{ $name }» захищено паролем. Збережіть PDF без пароля й завантажте ще раз.
values-error-file-damaged = «{ $name }» не вдається відкрити. Зробіть зображення чи PDF ще раз.
values-error-upload = Завантаження перервано. Спробуйте ще раз.
values-error-evidence-locked = Цей документ належить до виданої довідки й лишається тут.
values-request-on = Запит про відомості від { $day }
values-request-on-by = Запит про відомості від { $day }: { $how }
values-line-saved = Рядок збережено.
values-line-removed = Рядок вилучено.
values-lines-saved = { $count ->
    [one] Збережено { $count } рядок.
    [few] Збережено { $count } рядки.
    [many] Збережено { $count } рядків.
   *[other] Збережено { $count } рядка.
  }
values-lines-taken = { $count ->
    [one] Створено { $count } рядок. Тепер бракує вартості.
    [few] Створено { $count } рядки. Тепер бракує вартості.
    [many] Створено { $count } рядків. Тепер бракує вартості.
   *[other] Створено { $count } рядка. Тепер бракує вартості.
  }
values-nothing-changed = Нічого не змінилося.
values-evidence-added = { $count ->
    [one] Додано { $count } документ.
    [few] Додано { $count } документи.
    [many] Додано { $count } документів.
   *[other] Додано { $count } документа.
  }
values-evidence-removed = Документ вилучено.
values-story-waste = На сміття
values-story-recycled = На переробку текстилю
values-story-sold = Продано
values-dispose = Списати
values-dispose-hint = Куди йде річ? Продане чи перероблене ніколи не вказують у довідці про пожертву.
values-dispose-waste = Списати: на сміття
values-dispose-recycled = Списати: переробка текстилю
values-dispose-sold = Списати: продано
values-bulk-did-recycle = віддано на переробку
values-bulk-did-sell = продано
values-help = Тут ви вказуєте, чого варта пожертва. Вартість називаєте ви або фірма; склад одягу ніколи не пропонує ціни. Візьміть скановані речі як рядки, введіть суми й додайте документи. Попередження нічого не забороняють: вони просять глянути ще раз. Рядки виданої довідки заблоковано.
values-title = Вартість
values-open = Відкрити вартість і документи
values-none-yet = Для цієї пожертви вартість ще не вказано. Без вартості немає довідки.
values-sum-of-lines =
    { $count ->
        [one] { $count } рядок, разом { $total }
        [few] { $count } рядки, разом { $total }
        [many] { $count } рядків, разом { $total }
       *[other] { $count } рядка, разом { $total }
      }
values-to-donation = До пожертви
values-is-purchase = Ці речі куплено за гроші. Їх ніколи не вказують у довідці про речову пожертву.
values-free = Скановано, ще без рядка
values-free-lead = Нові однакові речі йдуть в один рядок. Вживані отримують окремі рядки, бо кожна має свою вартість.
values-take-all = Взяти все
values-take =
    { $count ->
        [one] Взяти як { $count } рядок
        [few] Взяти як { $count } рядки
        [many] Взяти як { $count } рядків
       *[other] Взяти як { $count } рядка
      }
values-take-alike = Усі однакові: 1 рядок
values-lines = Рядки
values-lines-business = Введіть те, що стоїть у заяві фірми: вартість без податку і ПДВ за 1 річ.
values-lines-private = Введіть вартість 1 речі: скільки вона коштує сьогодні вживаною. Порівняйте, наприклад, з оголошеннями.
values-save-all = Зберегти вартість
values-saved =
    { $count ->
        [one] Вартість збережено.
        [few] Вартість збережено.
        [many] Вартість збережено.
       *[other] Вартість збережено.
      }
values-locked = Є у виданій довідці, тому заблоковано.
values-all-locked = Усі рядки є у виданій довідці, тому їх заблоковано.
values-net = Вартість без податку, за 1 штуку
values-vat-rate = Ставка ПДВ у %
values-vat = ПДВ, за 1 штуку
values-vat-propose = Обчислити ПДВ
values-value = Вартість, за 1 штуку
values-new-price = Ціна нового, за 1 штуку
values-line-change = Змінити дані
values-total = Разом
values-open-lines =
    { $count ->
        [one] { $count } рядок без вартості.
        [few] { $count } рядки без вартості.
        [many] { $count } рядків без вартості.
       *[other] { $count } рядка без вартості.
      }
values-no-value = ще без вартості
values-none = Ще немає рядків
values-none-lead = Для цієї пожертви нічого не скановано. Запишіть рядки вручну.
values-line-new = Написати рядок вручну
values-line-edit = Змінити рядок
values-line-remove = Вилучити рядок
values-description = Що це?
values-description-hint = Так буде в довідці, наприклад: зимова куртка, розмір 140, марка.
values-quantity = Кількість
values-condition-none = не вказано
values-identical = Однаковий масовий товар: кожна річ як інша
values-age = Вік речі
values-age-hint = Наприклад: 2 роки.
values-bought-on = Куплено
values-bought-on-hint = День, місяць чи рік: 12.05.2024, 2024-05 або 2024.
values-basis = На чому ґрунтується вартість?
values-basis-going-concern = Часткова вартість
values-basis-book = Балансова вартість
values-basis-market = Ринкова вартість
values-basis-invoice = Ціна в рахунку
values-from = Звідки ця вартість?
values-from-hint = Наприклад: 3 оголошення від 2 травня або заява фірми від 2 травня.
values-alike =
    { $count ->
        [one] { $count } однакова річ
        [few] { $count } однакові речі
        [many] { $count } однакових речей
       *[other] { $count } однакової речі
      }
values-bought = куплено: { $when }
values-error-bought = Вкажіть день, місяць або рік, наприклад 12.05.2024, 05/2024 або 2024.
values-papers =
    { $count ->
        [one] { $count } документ
        [few] { $count } документи
        [many] { $count } документів
       *[other] { $count } документа
      }
values-line-number = рядок { $number }
values-line-named = Рядок { $number }: { $name }
values-warn-round = Усі суми круглі (кратні 5 євро). Це схоже на приблизну оцінку. Перевірте, чи кожну вартість визначено окремо.
values-warn-one-value = Різні рядки ({ $lines }) мають однакову вартість: { $value }. Податкова не визнає цінових класів. Однакова вартість можлива лише для однакового товару.
values-warn-near-new = Вартість становить { $percent } % від ціни нового. Для вживаного одягу це багато. Перевірте порівняння.
values-warn-vat = Ставка й вартість без податку дають { $vat } ПДВ. Перевірте дані фірми.
values-warn-basis = Основа вартості не відповідає походженню пожертви. Змініть рядок.
values-warn-no-statement = Серед документів ще немає письмової заяви фірми про вартість.
values-warn-no-evidence = Ще немає жодного документа про вартість. Податкова хоче бачити, на чому вона ґрунтується.
values-warn-not-asked = Походження невідоме. Попросіть дарувальника надати відомості й укажіть дату нижче.
values-error-propose = Щоб обчислити, потрібні вартість без податку і ставка.
values-papers-title = Документи
values-papers-none = Ще немає документів. Сюди кладуть фото, рахунки та заяви про вартість.
values-paper-remove = Вилучити
values-paper-kind = Вид документа
values-paper-about = Належить до
values-paper-all = усієї пожертви
values-files = Файли
values-files-hint = Зображення або PDF: виберіть, перетягніть сюди чи сфотографуйте. Щонайбільше 10 файлів по 20 МБ. Місце й час знімка вилучаються.
values-upload = Завантажити
values-evidence-statement = Заява фірми про вартість
values-evidence-invoice = Рахунок
values-evidence-opinion = Експертний висновок
values-evidence-comparison = Порівняння цін
values-evidence-photo = Фото
values-evidence-request = Запит про відомості
values-evidence-other = Інший документ
values-asked = Запит про відомості
values-asked-lead = Не знаєте, звідки речі? Запитайте дарувальника й запишіть тут коли. Лише тоді в довідці можна вказати, що він не надав відомостей.
values-asked-other = Питали дарувальника про походження чи вартість? Запишіть тут коли.
values-asked-on = Дата запиту
values-asked-how = Як? (лист, телефон)
values-asked-save = Записати дату
values-letter-make = Створити лист жертводавцю (PDF)
values-letter-lead = Або напишіть йому: лист питає про походження, вік, ціну й документи. Потім він лежатиме серед документів із сьогоднішньою датою.
values-letter-file = Прохання надати дані { $day }
values-letter-subject = Ваша пожертва від { $day }: просимо надати дані
values-letter-why = щиро дякуємо за вашу пожертву. Для довідки нам треба знати, звідки ці речі та чого вони варті. Будь ласка, заповніть цей лист і поверніть його нам.
values-letter-without = Якщо ви нічого не повідомите, у довідці доведеться написати, що ви не надали даних, хоча ми просили.
values-letter-origin = Звідки ці речі?
values-letter-private = Приватне майно: речі належали мені або моїй родині.
values-letter-business = Підприємство: фірма, практика, господарство.
values-letter-goods = Що це і скільки коштувало?
values-letter-thing = Річ
values-letter-price = Ціна нової
values-letter-bought = Куплено (місяць, рік)
values-letter-condition = Стан
values-letter-company = Речі з підприємства? Тоді, будь ласка, вкажіть, за якою вартістю їх вилучено і скільки ПДВ на них припало.
values-letter-papers = Будь ласка, додайте те, що маєте: рахунки, чеки, фото, ціни для порівняння.
values-letter-sign = Дата, підпис
values-error-letter-address = Для листа бракує імені, вулиці або міста. Запишіть їх, будь ласка, на картці жертводавця.
values-contact = Контактна особа
values-contact-hint = Для фірм і установ. Ніколи не вказується в довідці.
values-country = Країна
values-country-hint = Лише за межами Німеччини.
values-thanks = Подяка
values-thanks-hint = Як дарувальник хоче отримати подяку?
values-thanks-none = Без подяки
values-thanks-mail = E-mail
values-thanks-letter = Лист
values-letters-lang = Мова листів
values-gives-every = Дає регулярно: раз на … місяців
values-gives-every-hint = Залиште порожнім, якщо немає сталого проміжку.
values-gives-months =
    { $count ->
        [one] Дає раз на { $count } місяць
        [few] Дає раз на { $count } місяці
        [many] Дає раз на { $count } місяців
       *[other] Дає раз на { $count } місяця
      }
values-awaited = наступну пожертву чекаємо від { $day }
values-due = час настав
values-card-print = Надрукувати картку
values-copies = Скільки разів?
values-copies-hint = Для пожертви в кількох пакетах: по етикетці на кожен.
values-only = Вибірка
values-only-recurring = дає регулярно
values-only-due = чекаємо наступну пожертву
values-only-no-address = немає адреси
values-only-receipt = довідку ще не видано
values-only-receipt-no-address = потрібна довідка, немає адреси
values-only-waiting = ще не все скановано
values-only-company = від фірм
values-only-no-value = Потрібна довідка, вартості ще немає
values-year = Рік
values-receipt-wanted = потрібна
values-receipt-missing = потрібна й ще не видана
values-receipt-issued = видана
values-source = Джерело
values-source-hint = Куплено означає: за подаровані гроші. На це немає довідки про речову пожертву.
values-source-gift = подаровано
values-source-purchase = куплено
values-paid = Сплачено
values-paid-hint = Лише для куплених речей: сума в рахунку.
values-came = Як це надійшло?
values-came-unknown = не вказано
values-came-bags = у пакетах
values-came-delivery = доставлено
values-came-fetched = забрали самі
values-bags = Пакети чи коробки
values-weight = Вага в кг
values-weight-head = Вага
values-kg = { $weight } кг
values-issuer = Хто отримав?
values-issuer-hint = Товариство чи місто: хто видає довідку.
values-issuer-none = ще не вирішено
values-more = Більше даних
values-donation-edit = Змінити пожертву
values-donation-edit-lead = Якщо довідку видано, спершу її треба визнати недійсною.
values-donation-saved = Пожертву збережено.
values-yes = так
values-no = ні
values-error-evidence-full = Документи однієї пожертви разом можуть мати щонайбільше { $most } МБ. Вилучені теж рахуються, бо їх зберігають. Зменште файли або візьміть лише потрібні сторінки.
values-warn-vague = Мішки, коробки чи пакети оцінити не можна. Опишіть та оцініть кожну річ окремо.
values-warn-guess = «Оцінено на око» податковій не досить. Напишіть, з чим порівнювали.
values-sum-of-form = Усі речі разом: { $sum }
values-scanned = відскановано { $pieces } з { $all }
values-put-on = { $count ->
    [one] { $count } річ належить до рядка { $number }
    [few] { $count } речі належать до рядка { $number }
   *[other] { $count } речей належать до рядка { $number }
  }
values-put = { $count ->
    [one] { $count } річ тепер у рядку { $number }. Його вартість не змінюється.
    [few] { $count } речі тепер у рядку { $number }. Його вартість не змінюється.
   *[other] { $count } речей тепер у рядку { $number }. Його вартість не змінюється.
  }
values-no-room = Рядок { $number } називає такі речі. Там бракує { $room }, а під цією етикеткою лежить більше.
values-would-double = Один рядок уже називає такі речі, і йому ще деяких бракує. Новий рядок оцінив би їх двічі.
values-error-room = Рядку { $number } бракує { $room } речей. Під етикеткою лежить більше: спочатку поділіть її або перевірте кількість у рядку.
values-error-no-place = Цей рядок не називає таких речей, або йому вже нічого не бракує. Будь ласка, оновіть сторінку.
values-group-none = не вказано
values-group-hint = Для звіту про вартість речей.
values-product-hint = З каталогу. Лише якщо кожна річ саме така.
values-no-receiver = без отримувача
values-only-valued = з вартістю або оплачені
values-put-which = Яка етикетка?
values-put-choose = Будь ласка, виберіть
values-put-line = До якого рядка?
values-put-do = Призначити
values-put-lead = Кожна вживана річ має свою вартість. Тому скажіть, яка річ до якого рядка належить.
values-no-label = без етикетки
values-error-which = Кожна вживана річ має свою вартість. Будь ласка, виберіть етикетку, що належить до цього рядка.
values-from-day = від { $day }
values-to-day = до { $day }
