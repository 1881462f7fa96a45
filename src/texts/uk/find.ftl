# Пошук і списки: поле пошуку вгорі кожної сторінки та спільне для всіх довгих списків.

find-title = Пошук
find-label = Шукати всюди
find-here = Шукати або сканувати
find-close = Закрити
find-lead = Код, ім’я, річ, місце або сторінка. Досить початку слова, і помилка в літері не завадить.
find-nothing = Перевірте написання або відскануйте код ще раз.
find-damaged = Код прочитано або введено неправильно. Відскануйте його ще раз.
find-blank = Ця етикетка ще порожня. Прийміть річ на прийманні.
find-unknown-code = За цим кодом тут для вас нічого немає.
find-command = Це команда. Вона діє лише на місці сканування.
find-all = Показати все у списку
find-pages = Сторінки
find-places = Місця
find-hits =
    { $count ->
         [0] Нічого не знайдено
         [one] { $count } збіг
         [few] { $count } збіги
         [many] { $count } збігів
        *[other] { $count } збігу
    }
find-household =
    { $people ->
         [one] { $people } особа
         [few] { $people } особи
         [many] { $people } осіб
        *[other] { $people } особи
    }
find-page-labels = Надрукувати етикетки
find-page-commands = Надрукувати аркуш команд
find-page-stocktake = Рахувати для інвентаризації
find-words-voucher = ваучер довіреність отримання
find-words-pin = PIN код картка
find-words-sessions = день видачі запис години календар
find-words-queue = черга номер викликати прийшли
find-words-allocation = розподіл розподілити пропозиції відкласти
find-words-pick = принести список пакети
find-words-missing = бракує потрібно шукаємо
find-words-overrides = винятки дозволено координатор

list-filters = Фільтри
list-clear-one = Зняти фільтр: { $what }
list-order = Порядок
list-rows = Рядків
list-first = На початок
list-export = Як таблицю (CSV)
list-more-than = більше ніж { $count }
list-entries =
    { $count ->
         [one] { $count } запис
         [few] { $count } записи
         [many] { $count } записів
        *[other] { $count } запису
    }
list-in-state-many = { $state } (понад { $count })
list-search = Пошук: { $text }
list-understood = Шукаємо «{ $meant }» замість «{ $typed }».
list-back = До списку
list-next = Наступний у списку
list-end = Це був останній у списку.

order-newest = Спочатку найновіші
order-oldest = Спочатку найдавніші
order-moved = Останній рух
order-waiting = Лежить найдовше
order-kind = Вид речі
order-place = Місце
order-name = Назва
order-longest = Чекає найдовше
