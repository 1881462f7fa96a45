### Розподіл: хто що отримує. Відкласти, принести, не знайдено.
nav-allocation = Розподіл
nav-pick = Принести
help-allocation = Правило пропонує, хто яку річ отримує. Кожна пропозиція називає свої три числа. Ви перевіряєте і підтверджуєте, тоді речі відкладають. «Віддати іншому» потребує причини.
help-pick = Принесіть, будь ласка, ці речі з полиць. Позначте кожну. Якщо речі немає на місці, натисніть «Немає».
allocation-title = Розподіл
allocation-rule = Спочатку кожен отримує перше, перш ніж хтось отримає друге; потім черга домогосподарства, якому бракує найбільше, а хто чекає довше, щотижня просувається на одне місце вперед.
allocation-lot = За рівних балів вирішує жереб тижня { $week }: { $seed }
allocation-otherwise = За останні 30 днів: відкладено { $total }, вирішено інакше { $count }.
allocation-expired = Термін минув від учора: { $pieces }. Запропоновано наступним: { $offered }.
allocation-was-expired = Лежало для іншого домогосподарства. Термін минув.
allocation-count =
    { $count ->
         [one] { $count } пропозиція
         [few] { $count } пропозиції
         [many] { $count } пропозицій
        *[other] { $count } пропозиції
    }
allocation-range = { $first } – { $last } з { $count }
allocation-group = Порядок
allocation-by-rank = За балами
allocation-by-product = За артикулом
allocation-by-household = За домогосподарством
allocation-by-place = За полицею
allocation-card = Картка (досить початку)
allocation-first-only = Лише перше (80)
allocation-piece = Річ
allocation-for = Для
allocation-why = Бали
allocation-lies = Лежить
allocation-nowhere = без місця
allocation-tick = Позначити { $piece } для { $card }
allocation-tick-none = Зняти всі позначки
allocation-tick-all = Позначити всі
allocation-confirm = Відкласти позначене
allocation-confirm-all =
    { $count ->
         [one] Без позначок: відкласти { $count } першу річ
         [few] Без позначок: відкласти { $count } перші речі
         [many] Без позначок: відкласти { $count } перших речей
        *[other] Без позначок: відкласти { $count } першої речі
    }
allocation-done =
    { $count ->
         [one] Відкладено { $count } річ.
         [few] Відкладено { $count } речі.
         [many] Відкладено { $count } речей.
        *[other] Відкладено { $count } речі.
    }
allocation-done-partly = Відкладено: { $count }. Ні: { $gone }, бо тим часом щось змінилося.
allocation-instead = Віддати іншому
allocation-instead-of = Віддати іншому: { $piece }
allocation-none = Пропозицій немає
allocation-none-text = Потрібного немає на складі або воно вже відкладене.
allocation-none-filter = З цим фільтром пропозицій немає.
allocation-free = Вільний вибір, без балів
allocation-free-text = Цього щонайменше вдвічі більше, ніж потрібно. Кожен може обрати.
allocation-free-line = є { $stock }, потрібно { $open }
allocation-free-more = і ще { $count }
allocation-sentence = { $u } ({ $why }) + { $b } ({ $percent } % базового набору) + { $w } ({ $weeks }) = { $total } балів
allocation-sentence-place = { $sentence }, місце { $place } з { $of } (потрібні речі)
allocation-weeks =
    { $weeks ->
         [one] { $weeks } тиждень
         [few] { $weeks } тижні
         [many] { $weeks } тижнів
        *[other] { $weeks } тижня
    }
allocation-u-first = ще не має: { $product }
allocation-u-marked = позначено як термінове
allocation-u-more = має { $have } з { $wanted }
allocation-u-aside =
    { $why }, { $count ->
         [one] { $count } лежить готова
         [few] { $count } лежать готові
         [many] { $count } лежать готові
        *[other] { $count } лежать готові
    }
allocation-u-proposed =
    { $why }, { $count ->
         [one] ще { $count } вже запропоновано
         [few] ще { $count } вже запропоновано
         [many] ще { $count } вже запропоновано
        *[other] ще { $count } вже запропоновано
    }
allocation-waits-for =
    { $count ->
         [one] бракує { $count } речі
         [few] бракує { $count } речей
         [many] бракує { $count } речей
        *[other] бракує { $count } речі
    }
allocation-u-later = ще не має: { $product }, не терміново
allocation-u-wish = побажання
allocation-queue = Хто на це чекає?
allocation-queue-text = У порядку правила. Щоб віддати не першому, потрібна причина.
allocation-queue-more = і ще { $count } далі
allocation-proposed = запропоновано
allocation-gets-other = отримає іншу річ
allocation-reason = Чому?
allocation-reason-hint = Одне речення. Без імен, без хвороб.
allocation-give = Відкласти
allocation-nobody = Зараз ніхто не чекає на цю річ.
allocation-alone = Більше ніхто не чекає на цю річ.
allocation-cannot = Теж чекають, але цієї речі не отримають
allocation-cannot-passed = Вона вже лежала готова для цієї родини. Час минув.
allocation-cannot-free = Можуть вільно вибрати відповідну річ. Їх достатньо.
allocation-gone = Цю річ більше не пропонують.
error-allocation-none = Нічого не позначено. Позначте хоча б одну пропозицію.
error-allocation-too-many = За один раз щонайбільше { $most }. Позначте менше.
error-allocation-changed = Пропозиції змінилися. Перегляньте їх ще раз.
error-allocation-reason = Напишіть, будь ласка, чому віддаєте іншому.
error-allocation-choose = Оберіть, хто це отримає.
error-allocation-gone = Це вже неможливо: річ або потреба змінилася.
pick-title = Принести
pick-lead = Відкладено, але ще на полиці. Принесіть у цьому порядку на полицю видачі.
pick-count =
    { $count ->
         [one] { $count } річ принести
         [few] { $count } речі принести
         [many] { $count } речей принести
        *[other] { $count } речі принести
    }
pick-more = Це перші { $count } з { $all }. Решта з’явиться, коли ці принесуть.
pick-none = Нічого приносити
pick-none-text = Усе відкладене лежить на полиці видачі.
pick-no-place = Без місця
pick-bag = Пакет { $bag }
pick-until = до { $day }
pick-picked = Принесено
pick-picked-what = Принесено: { $piece }
pick-missing = Немає
pick-missing-what = Немає: { $piece }
pick-done = Принесено.
pick-not-found = Не знайдено: { $piece }, { $bag }.
pick-counted = Полицю перерахують:
pick-not-found-done = Записано як зникле. Полицю перерахують.
pick-next-done = Відкладено іншу річ.
pick-next-title = Підійде також:
pick-next-take = Взяти цю
pick-next-none = Зараз немає іншої речі, що підходить. Домогосподарство чекає далі й не втрачає місця.
error-pick-gone = Цю річ більше не треба приносити.
error-pick-next-gone = Ця річ більше не підходить. Перегляньте список ще раз.
checks-title = Будь ласка, перерахуйте
checks-lead = Тут чогось не знайшли. Запис зникне, коли інвентаризацію проведуть.
checks-line = { $piece }: не знайдено { $day }
checks-line-by = { $piece }: не знайдено { $day }, { $name }
checks-count = Рахувати зараз
ready-title = Лежить готове
ready-until = до { $day }
ready-none = Зараз нічого не лежить.
