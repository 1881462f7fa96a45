### Тексти рамки: заголовок, меню, низ сторінки, складові, робоче місце.

app-name = Gabentisch
skip-to-content = До вмісту
menu = Меню
nav-label = Головне меню
sign-in = Увійти
sign-out = Вийти
language-label = Мова

nav-home = Початок
nav-handout = Видача
nav-intake = Прийом
nav-items = Речі
nav-boxes = Коробки
nav-donors = Жертводавці
nav-donations = Пожертви
nav-households = Родини
nav-reports = Звіти
nav-users = Люди
nav-settings = Налаштування

role-volunteer = Волонтер
role-coordinator = Координатор
role-mentor = Наставник
role-treasurer = Скарбник
role-admin = Адміністратор


field-optional = (необов’язково)
pager-label = Сторінки
pager-previous = Назад
pager-next = Далі

action-save = Зберегти
action-cancel = Скасувати
action-edit = Змінити
action-print = Друкувати
action-search = Шукати
action-filter = Відібрати
action-reset = Показати все

desk-mode-handout = Видача
desk-mode-intake = Прийом
desk-mode-return = Повернення
desk-mode-move = Переміщення
desk-mode-lookup = Довідка
desk-leave = Закінчити
desk-scan = Записати
desk-scan-label = Скануйте або введіть код
desk-scan-here = Скануйте тут
desk-pending = чекають
desk-word-ready = Готово до роботи
desk-word-ok = OK
desk-word-again = Увага
desk-word-stop = Стоп
desk-undo = Скасувати
desk-finish = Готово
desk-yes = Так
desk-no = Ні
desk-understood = Зрозуміло
desk-retry = Надіслати ще раз
desk-offline = Немає зв’язку
desk-offline-detail = Ще не записано. Скани лишаються тут і підуть на сервер, щойно з’явиться зв’язок. Не закривайте цю сторінку.
desk-failed = Не записано
desk-failed-detail = Сервер відповів не так, як очікувалося. Надішліть ще раз або покличте координатора.
desk-signed-out = Ви вийшли із системи
desk-signed-out-detail = Увійдіть в іншому вікні, тоді надішліть тут ще раз.
desk-full = Зачекайте трохи
desk-full-detail = Уже чекають 32 скани. Цей ще не записано.

error-title = Не вийшло
error-home = На початкову сторінку
error-back = Назад туди
sign-in-lead = Увійдіть, щоб працювати.
sign-in-name = Ім’я
sign-in-password = Пароль
