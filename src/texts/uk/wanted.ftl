### Чого бракує, що можуть принести дарувальники, і що оголошено.
wanted-nav = Бракує
wanted-missing-title = Чого бракує
wanted-missing-lead = Що потрібно родинам і чого немає на складі та не очікується.
wanted-search = Шукати річ
wanted-season = Сезон
wanted-when-now = Цей сезон
wanted-when-next = Наступний сезон
wanted-when-all = Увесь рік
wanted-season-all = увесь рік
wanted-season-winter = зима
wanted-season-summer = літо
wanted-sort-missing = Спершу те, чого найбільше бракує
wanted-sort-wanted = Спершу те, що найбільше потрібно
wanted-sort-households = Спершу те, що потрібно більшості родин
wanted-sort-name = За назвою
wanted-chart = За групами товарів
wanted-missing = бракує
wanted-coming = очікується
wanted-in-stock = є на складі
wanted-pieces-wanted = потрібно
wanted-first = з них уперше
wanted-households = родини
wanted-product = Вид речі
wanted-cut = Крій
wanted-cut-any = будь-який
wanted-size = Розмір
wanted-size-hint = Порожньо: будь-який
wanted-pieces = Кількість
wanted-cut-w = жінки
wanted-cut-m = чоловіки
wanted-cut-k = діти
wanted-cut-b = немовлята
wanted-cut-u = для всіх
wanted-by-size = За розмірами
wanted-cell = бракує { $missing } з { $wanted }
wanted-heat-key = Число показує, скільки речей бракує. Що яскравіша клітинка, то більше.
wanted-all-products = Усі види речей
wanted-to-items = Переглянути вільні речі
wanted-items-of = { $name }: на складі { $pieces }, до списку
wanted-comes = Очікується
wanted-expected-on = очікується { $day }
wanted-products =
    { $count ->
        [one] { $count } вид речей
        [few] { $count } види речей
        [many] { $count } видів речей
       *[other] { $count } виду речей
    }
wanted-none-found = Тут нічого не бракує. Пошукайте інше або покажіть усе.
wanted-nothing-open = Жодна родина нічого не чекає. Нові потреби додають на сторінці родини.
wanted-sentence =
    { $missing ->
        [one] Бракує { $missing } речі
        [few] Бракує { $missing } речей
        [many] Бракує { $missing } речей
       *[other] Бракує { $missing } речі
    } з { $wanted }, які ще потрібні родинам.
wanted-sentence-most = Найбільше бракує в групі { $group }.
wanted-definition-now = Станом на { $day }. Пораховано відкриті потреби активних родин у цьому сезоні: бажане мінус отримане мінус відкладене. Від цього відняте те, що вільне на складі, і те, що ще надійде: в догляді, на зберіганні або оголошене. Кожна річ рахується один раз, навіть якщо підходить кільком. Річ без розміру може підійти й рахується останньою.
wanted-definition-next = Станом на { $day }. Пораховано відкриті потреби активних родин на наступний сезон: бажане мінус отримане мінус відкладене. Від цього відняте те, що вільне на складі, і те, що ще надійде: в догляді, на зберіганні або оголошене. Кожна річ рахується один раз, навіть якщо підходить кільком. Річ без розміру може підійти й рахується останньою.
wanted-definition-all = Станом на { $day }. Пораховано всі відкриті потреби активних родин: бажане мінус отримане мінус відкладене. Від цього відняте те, що вільне на складі, і те, що ще надійде: в догляді, на зберіганні або оголошене. Кожна річ рахується один раз, навіть якщо підходить кільком. Річ без розміру може підійти й рахується останньою.
wanted-tile = Найбільше бракує: { $product }
wanted-tile-link = Чого бракує
wanted-help-missing = Тут видно, що потрібно родинам і чого немає та не очікується. Виберіть групу товарів, щоб побачити розміри. Клацніть річ, щоб дізнатися, хто її оголосив. «Публічна сторінка» веде до того, що бачать дарувальники.
wanted-help-public = Тут ви ведете те, що бачать дарувальники. Сторінка показує лише рівні, ніколи числа. Вона змінюється раз на день. Те, що завжди вітається, і те, чого зараз не приймаєте, діє одразу.

wanted-still-to-come = Дарунок ще не надійшов (лише оголошений)
wanted-announced = Що надійде
wanted-announced-lead = Запишіть, що оголошено. Це враховується в «Чого бракує», доки дарунок не надійде.
wanted-announced-came = Так було оголошено. Тепер рахуються зіскановані речі.
wanted-announced-add = Додати рядок
wanted-announced-added = Рядок записано.
wanted-announced-remove = Вилучити
wanted-announced-removed = Рядок вилучено.
wanted-expected = Очікується
wanted-product-hint = Наприклад, «Winterjacke»
wanted-error-size = Такого розміру для цієї речі немає. Залиште поле порожнім, якщо розмір не важливий.
wanted-error-pieces = Введіть число від 1 до { $most }.
wanted-error-expected = Цей день уже минув. Виберіть сьогодні або пізніший день.
wanted-error-came = Дарунок уже тут. Відскануйте речі.
wanted-error-lines = У дарунку щонайбільше { $most } рядків. Об’єднайте рядки.

wanted-public-title = Публічна сторінка
wanted-public-lead = Що бачать дарувальники без входу. Лише рівні, ніколи числа чи родини.
wanted-public-open = Переглянути сторінку
wanted-marks = Завжди вітається, зараз ні
wanted-marks-lead = Ці позначки діють одразу й мають перевагу. Речі для вагітних, догляду та при нетриманні є на сторінці, лише якщо ви назвете їх тут.
wanted-mark-sizes = Розміри
wanted-mark-sizes-hint = Через кому. Порожньо: усі
wanted-mark-welcome = Завжди вітається
wanted-mark-stop = Зараз ні
wanted-unmark = Скасувати
wanted-marked = Збережено. Публічна сторінка вже це показує.
wanted-welcome = Завжди вітається
wanted-welcome-none = Ще нічого. Назвіть, що приймаєте будь-коли.
wanted-stop = Будь ласка, зараз ні
wanted-stop-none = Ще нічого. Назвіть, чого у вас досить.
wanted-words = Тексти сторінки
wanted-words-lead = Якщо мови бракує, стоїть німецький текст. Години видачі — це не години приймання.
wanted-words-saved = Тексти збережено.
wanted-preview = Що бачать дарувальники
wanted-preview-lead = Саме цей список публічний. Щось зі списків потреб є тут, лише коли за цим стоїть досить родин.
wanted-embed = Показати на інших сайтах
wanted-embed-lead = Скопіюйте цей текст на сторінку міста чи об’єднання.
wanted-embed-open = Переглянути вбудований список
wanted-snippet = Текст для копіювання
wanted-feed = Новини через RSS
wanted-poster = Плакат (PDF)

wanted-title = Що потрібно
wanted-lead = Ці речі зараз допоможуть найбільше. Будь ласка, чисті, цілі й такі, які ви й самі ще носили б.
wanted-level-urgent = Терміново потрібно
wanted-level-needed = Потрібно
wanted-level-enough = Досить, будь ласка, зараз ні
wanted-list-empty = Зараз тут нічого немає. Запитайте нас, що потрібно.
wanted-bring = Куди й коли?
wanted-bring-ask = Запитайте нас, коли можна щось принести.
wanted-refuse = Чого ми не можемо прийняти
wanted-refuse-usual = Зламане, брудне та електроприлади без домовленості.
wanted-as-of = Станом на { $day }
wanted-privacy = Ця сторінка нічого про вас не запам’ятовує.
wanted-more = Дізнатися більше
wanted-new-window = (нове вікно)
wanted-scan = Завжди актуально:
wanted-news-title = Що потрібно: зміни { $day }
wanted-news-line = { $level }: { $products }.
wanted-no-longer = Більше немає у списку
