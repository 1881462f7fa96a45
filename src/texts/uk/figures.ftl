### Цифри: запас, надходження й видача, потреби, очікування. І те, що належить до них на головній сторінці.
nav-figures = Цифри
figures-title = Цифри
figures-lead = Що є, що надходить і видається, і що потрібно. Під кожною картинкою написано, що пораховано.
figures-weeks-choice = Останні { $weeks } тижнів
figures-from = Від
figures-to = До
figures-group = Група товарів
figures-group-all = Усі групи товарів
figures-site = Місце
figures-site-all = Усі місця
figures-show = Показати
figures-error-long = Проміжок задовгий. Виберіть щонайбільше два роки.
figures-as-table = Як таблиця
figures-what-counts = Що тут пораховано?
figures-csv = Як CSV
figures-json = Як JSON
figures-sum = Разом
figures-product = Вид речі
figures-week = Тиждень від
figures-month = Місяць
figures-running = { $span } (ще триває)
figures-running-key = Пунктир: ще не завершено
figures-week-from = Тиждень від { $day }
figures-list = До списку
figures-scale = Найвище значення: { $pieces }

figures-stock = Запас за групами товарів
figures-free = вільні
figures-reserved = зарезервовані
figures-in-care = у догляді
figures-stock-sentence =
    { $pieces ->
        [one] У домі { $pieces } річ, вільних: { $free }.
        [few] У домі { $pieces } речі, вільних: { $free }.
       *[many] У домі { $pieces } речей, вільних: { $free }.
    }
figures-stock-about = По одній смужці на кожну групу, найбільша згори: вільні, зарезервовані, у догляді й на зберіганні.
figures-stock-definition = Пораховано всі речі, які { $day } є в домі: вільні, зарезервовані для родини, у догляді (прання чи ремонт) і на зберіганні. Партія рахується зі своєю кількістю. Видані, зниклі, відсортовані й передані речі не рахуються.
figures-stock-definition-site = Пораховано всі речі, які { $day } лежать на місці { $site }. Речі без місця тут не рахуються. Партія рахується зі своєю кількістю. Видані, зниклі, відсортовані й передані речі не рахуються.
figures-stock-none = Тут немає запасу.

figures-in-out = Надходження й видача за тижнями
figures-in = прийнято
figures-out = видано
figures-in-out-sentence = Прийнято { $taken }, видано { $out }.
figures-in-out-about = По дві смужки на кожен тиждень: прийнято й видано.
figures-in-out-definition = Пораховано речі, які від { $from } до { $to } прийнято або видано родинам, за днем запису. Скасоване не рахується. Повернення не змінюють числа. Тиждень починається в понеділок.
figures-in-out-all = Тут завжди рахуються всі групи товарів і місця.
figures-in-out-sites = Тут завжди рахуються всі місця.
figures-in-out-none = У ці тижні нічого не надійшло й не видано.

figures-needs = Потреби за групами товарів
figures-needs-weeks = Потреби за тижнями
figures-open = відкриті
figures-partly = частково виконані
figures-ready = лежить готове
figures-met = виконані
figures-recorded = записано
figures-needs-sentence =
    { $lines ->
        [one] Відкритий { $lines } рядок, виконано: { $met }.
        [few] Відкриті { $lines } рядки, виконано: { $met }.
       *[many] Відкрито { $lines } рядків, виконано: { $met }.
    }
figures-needs-about = Одна смуга на кожну групу: відкрито, частково виконано і готово. Виконане вказано біля назви.
figures-needs-name = { $name } · виконано { $met }
figures-rest = інші ({ $count })
figures-printed = З { $from } до { $to } · { $filter } · надруковано { $day } · { $house }
figures-needs-weeks-about = По дві смужки на кожен тиждень: нові й виконані рядки.
figures-needs-definition = Пораховано рядки списків потреб, не речі. Відкриті, частково виконані й готові: станом на { $day }. Виконані: рядки, останню річ яких записано від { $from } до { $to }. Записано: усі нові рядки цього часу, також відкликані пізніше.
figures-needs-none = Потреб не записано.

figures-waiting = Час очікування
figures-waiting-open = Скільки чекають відкриті рядки
figures-waiting-met = Скільки чекали виконані рядки
figures-waits = Чекає
figures-lines = Рядки
figures-median-days = Середина в днях
figures-median = днів посередині
figures-days-under =
    { $days ->
        [one] менше { $days } дня
       *[other] менше { $days } днів
    }
figures-days = від { $first } до { $last } днів
figures-days-from = { $days } днів і більше
figures-waiting-sentence =
    { $median ->
        [one] Половина чекає щонайбільше { $median } день, найдовше { $longest }.
        [few] Половина чекає щонайбільше { $median } дні, найдовше { $longest }.
       *[many] Половина чекає щонайбільше { $median } днів, найдовше { $longest }.
    }
figures-waiting-open-about = По одній смужці на кожен проміжок очікування з числом відкритих рядків.
figures-waiting-met-about = По одній смужці на кожен місяць: половина виконаних рядків чекала щонайбільше стільки днів.
figures-waiting-definition = Пораховано повні дні по 24 години від запису рядка. Відкриті рядки: до { $day }. Виконані рядки: до запису останньої речі, від { $from } до { $to }, за місяцями. Середина означає: щонайменше половина рядків чекала не довше.
figures-waiting-none = Ніхто не чекає, і в цей час нічого не виконано.

homes-days = Останні { $days } днів
homes-days-about = По дві смужки на кожен день: прийнято й видано.
homes-days-none = У ці дні нічого не надійшло й не видано.
homes-figures = Усі цифри
homes-last = Останні записи
homes-last-none = Ще нічого не записано.
homes-fits = Є підхоже
homes-fits-lead = Ці родини чекають найдовше, а на складі є те, що підходить.
homes-fits-pieces =
    { $pieces ->
        [one] { $pieces } річ на складі підходить
        [few] { $pieces } речі на складі підходять
       *[many] { $pieces } речей на складі підходять
    }
homes-fits-waits =
    { $days ->
        [0] від сьогодні
        [one] чекає { $days } день
        [few] чекає { $days } дні
       *[many] чекає { $days } днів
    }
homes-fits-household = До родини
homes-tile-waiting =
    { $households ->
        [one] родина чекає на щось понад { $weeks } тижнів.
        [few] родини чекають на щось понад { $weeks } тижнів.
       *[many] родин чекають на щось понад { $weeks } тижнів.
    }
homes-tile-waiting-link = Час очікування
homes-tile-pickup =
    { $pieces ->
        [one] річ лежить готова понад { $days } днів.
        [few] речі лежать готові понад { $days } днів.
       *[many] речей лежать готові понад { $days } днів.
    }
homes-tile-pickup-link = До зарезервованих
homes-tile-labels =
    { $labels ->
        [one] порожня етикетка залишилася. Надрукуйте незабаром нові.
        [few] порожні етикетки залишилися. Надрукуйте незабаром нові.
       *[many] порожніх етикеток залишилося. Надрукуйте незабаром нові.
    }
homes-tile-labels-link = Друкувати етикетки
homes-tile-labels-tell = До речей
homes-tile-reviewing =
    { $stocktakes ->
        [one] інвентаризація порахована й чекає на вашу перевірку.
        [few] інвентаризації пораховані й чекають на вашу перевірку.
       *[many] інвентаризацій пораховано, вони чекають на вашу перевірку.
    }
homes-tile-running =
    { $stocktakes ->
        [one] інвентаризація триває. Ви можете допомогти.
        [few] інвентаризації тривають. Ви можете допомогти.
       *[many] інвентаризацій триває. Ви можете допомогти.
    }
homes-tile-stocktakes-link = До інвентаризацій
homes-tile-silent =
    { $terminals ->
        [one] термінал мовчить уже { $days } днів.
        [few] термінали мовчать уже { $days } днів.
       *[many] терміналів мовчать уже { $days } днів.
    }
homes-tile-silent-link = Перевірити термінали
homes-tile-asking =
    { $devices ->
        [one] пристрій хоче стати терміналом.
        [few] пристрої хочуть стати терміналами.
       *[many] пристроїв хочуть стати терміналами.
    }
homes-tile-asking-link = Допустити пристрій
homes-tile-fits =
    { $lines ->
        [one] рядок ваших родин: на складі є те, що підходить.
        [few] рядки ваших родин: на складі є те, що підходить.
       *[many] рядків ваших родин: на складі є те, що підходить.
    }
homes-tile-fits-link = До родин
homes-day = День
