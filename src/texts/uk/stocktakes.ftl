### Переоблік: що справді лежить на місці.
nav-stocktakes = Переоблік
desk-mode-stocktake = Переоблік
stocktakes-title = Переоблік
stocktakes-lead = Кожне місце рахують окремо: скануйте або сфотографуйте все, що там лежить. Записується лише наприкінці.
stocktakes-count = Порахувати
stocktakes-all = Усі місця
stocktakes-expected = Очікується
stocktakes-last = Востаннє пораховано
stocktakes-never = ще ніколи
stocktakes-accuracy = Збіг
stocktakes-percent = { $percent } %
stocktakes-day = { $day }
stocktakes-begin = Почати
stocktakes-go-on = Рахувати далі
stocktake-running = триває
stocktake-reviewing = перевіряється
stocktake-posted = проведено
stocktake-dropped = відкинуто
stocktake-by = Почато { $day }, { $name }
stocktake-empty = Тут нічого не очікується
stocktake-empty-text = І ще нічого не пораховано. Тут щось лежить? Тоді скануйте або фотографуйте.
stocktake-found = Лежить правильно: { $count }
stocktake-found-what = Побачено там, де має бути. Нічого не зміниться.
stocktake-not-yet = Ще не побачено: { $count }
stocktake-not-yet-what = Що не знайдеться до кінця, буде записано як загублене.
stocktake-missing = Бракує: { $count }
stocktake-missing-what = Мало лежати тут, але його не побачили. Під час проведення стане загубленим.
stocktake-elsewhere = Має інше місце: { $count }
stocktake-elsewhere-what = Лежить тут, а за записами – в іншому місці. Під час проведення переїде сюди.
stocktake-again = Знайдено знову: { $count }
stocktake-again-what = Було загублене. Під час проведення повернеться в наявність, на це місце.
stocktake-turned-up = Не має бути тут: { $count }
stocktake-turned-up-what = Видано або вже не в наявності, але лежить тут. Нічого не записується: відкладіть, скануйте на поверненні або спитайте координатора.
stocktake-unknown = Етикетка без речі: { $count }
stocktake-unknown-what = Етикетка порожня або недійсна. Нічого не записується: запишіть річ на прийомі.
stocktake-held = На зберіганні, не побачено: { $count }
stocktake-held-what = Нічого не записується, доки рада не вирішила. Спитайте координатора.
stocktake-moved-on = Тим часом пішло далі: { $count }
stocktake-moved-on-what = Було побачене, а потім видане чи переміщене. Нічого не записується.
stocktake-just-came = Тим часом прийшло: { $count }
stocktake-just-came-what = Потрапило на це місце вже після початку рахування. Загубленим не вважається.
stocktake-fact-found = Лежить правильно
stocktake-fact-elsewhere = Переїде
stocktake-fact-again = Знайдено знову
stocktake-fact-missing = Бракує
stocktake-accuracy-means = Скільки з усього, що тут лежало чи мало лежати, збіглося із записами.
stocktake-done-counting = Усе пораховано? Тоді перевірте, що знайшлося.
stocktake-review = Закінчити рахування й перевірити
stocktake-will-book = Усе переглянули? Проведення переміщує речі й записує загублені, як тут показано. Окремі речі можна потім скасувати на їхній сторінці.
stocktake-post = Провести переоблік
stocktake-ask = Провести може координатор. Скажіть йому.
stocktake-drop = Відкинути, нічого не записувати
stocktake-look = Рахування закінчено. Перевірте, що знайшлося.
stocktake-is-posted = Проведено.
stocktake-is-dropped = Відкинуто. Нічого не записано.
stocktake-posted-text = Цей переоблік проведено. Що сталося з кожною річчю, видно на її сторінці.
stocktake-dropped-text = Цей переоблік відкинуто. Нічого не записано.
error-stocktake-closed = Цей переоблік уже завершено. Для нового скануйте код місця.
desks-count-where = Скануйте місце
desks-count-where-help = Скануйте код полиці або виберіть місце у списку. Потім усе, що там лежить.
desks-count-pieces = Скануйте все
desks-count-pieces-help = Усе, що лежить тут: { $location }. Або сфотографуйте. Наприкінці: «Перевірити».
desks-count-others =
    { $count ->
         [one] І ще { $count } інша етикетка.
         [few] І ще { $count } інші етикетки.
         [many] І ще { $count } інших етикеток.
        *[other] І ще { $count } інші етикетки.
    }
desks-count-review = Перевірити
desks-count-waiting = Ще не побачено
desks-count-waiting-none = Усе очікуване побачено.
desks-count-more = і ще { $count }
photo-needs-count-place = Яке місце рахуєте? Виберіть його або сфотографуйте разом із кодом місця.
photo-will-count = Лежить правильно.
photo-counted = Пораховано.
photo-summary-counted =
    { $done ->
         [one] Пораховано { $done } етикетку.
         [few] Пораховано { $done } етикетки.
         [many] Пораховано { $done } етикеток.
        *[other] Пораховано { $done } етикетки.
    }
home-move = Річ іде на полицю
home-stocktake = Що справді лежить на місці?
home-photo = Багато етикеток за один раз
