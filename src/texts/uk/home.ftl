### Початок: що зараз робити, для кожної ролі.
home-hello = Добрий день, { $name }
home-day = Сьогодні { $day }.
home-intake = Принесли річ
home-handout = Родина забирає речі
home-today = Сьогодні
home-today-in =
    { $pieces ->
         [one] річ прийнято
         [few] речі прийнято
         [many] речей прийнято
        *[other] речі прийнято
    }
home-today-out =
    { $pieces ->
         [one] річ видано
         [few] речі видано
         [many] речей видано
        *[other] речі видано
    }
home-find-item = Знайти річ
home-now = Що чекає на вас зараз
home-calm = Зараз усе зроблено.
home-calm-text = Жодна річ не чекає, жодну картку не заблоковано, жодного скану не треба з’ясовувати.
home-tile-needs =
    { $lines ->
         [one] відкритий рядок у списках потреб,
         [few] відкриті рядки у списках потреб,
         [many] відкритих рядків у списках потреб,
        *[other] відкриті рядки у списках потреб,
    } { $households ->
         [one] у { $households } родини.
         [few] у { $households } родин.
         [many] у { $households } родин.
        *[other] у { $households } родин.
    }
home-tile-needs-link = До родин
home-tile-care =
    { $pieces ->
         [one] річ у догляді. Випрано? Тоді скануйте на прийомі.
         [few] речі в догляді. Випрано? Тоді скануйте на прийомі.
         [many] речей у догляді. Випрано? Тоді скануйте на прийомі.
        *[other] речі в догляді. Випрано? Тоді скануйте на прийомі.
    }
home-tile-care-link = Речі в догляді
home-tile-donations =
    { $donations ->
         [one] пожертва має оголошені речі, які ще не скановано.
         [few] пожертви мають оголошені речі, які ще не скановано.
         [many] пожертв мають оголошені речі, які ще не скановано.
        *[other] пожертви мають оголошені речі, які ще не скановано.
    }
home-tile-donations-link = До пожертв
home-tile-blocked =
    { $households ->
         [one] картку родини заблоковано.
         [few] картки родин заблоковано.
         [many] карток родин заблоковано.
        *[other] картки родин заблоковано.
    }
home-tile-blocked-link = До заблокованих
home-tile-conflicts =
    { $scans ->
         [one] скан суперечить тому, що записали інші.
         [few] скани суперечать тому, що записали інші.
         [many] сканів суперечать тому, що записали інші.
        *[other] скани суперечать тому, що записали інші.
    }
home-tile-conflicts-link = До суперечностей
home-tile-odd =
    { $terminals ->
         [one] термінал надіслав щось дивне.
         [few] термінали надіслали щось дивне.
         [many] терміналів надіслали щось дивне.
        *[other] термінали надіслали щось дивне.
    }
home-tile-odd-link = Перевірити термінали
home-tile-missing =
    { $pieces ->
         [one] річ загублено.
         [few] речі загублено.
         [many] речей загублено.
        *[other] речі загублено.
    }
home-tile-missing-link = До загублених
home-quick = Часто потрібне
home-new-donation = Записати пожертву
home-new-household = Записати родину
home-print-labels = Друкувати етикетки
home-donor-report = Звіт для жертводавця
home-weeks = Останні тижні: { $weeks }
home-weeks-alt = Від { $from } до сьогодні: прийнято речей – { $taken }, видано – { $out }.
home-weeks-in = прийнято
home-weeks-out = видано
home-weeks-first = від { $day }
home-weeks-last = цей тиждень
home-weeks-most = Найвищий стовпчик: { $pieces } шт.
home-weeks-none = За ці тижні нічого не прийняли й не видали.
home-week = Тиждень від
home-as-table = Як таблиця
home-stock = Наявність за групами товарів
home-stock-alt = У наявності { $pieces } шт., найбільше у групі { $group }.
home-stock-others = Інші групи
home-stock-none = Ще нічого немає. Прийміть першу річ на прийомі.
home-pieces = Речі
home-sum = Разом
home-steps = Перші кроки
home-steps-lead = П’ять кроків, і речовий пункт працює. Зроблене позначено.
home-step-done = зроблено
home-step-open = ще ні
home-step-people = Додати людей, які працюватимуть
home-step-people-hint = Кожна людина дістає ім’я, пароль і бейдж. Це робить адміністратор.
home-step-labels = Надрукувати етикетки
home-step-labels-hint = Для початку вистачить одного аркуша порожніх етикеток.
home-step-donation = Записати першу пожертву
home-step-donation-hint = Хто дає і якого дня. Речі без пожертви теж можна.
home-step-piece = Прийняти перші речі
home-step-piece-hint = Наклейте етикетку, скануйте, скажіть, що це.
home-step-household = Записати першу родину
home-step-household-hint = З карткою і списком потреб. Картку надрукуйте одразу.
home-own = Ваші родини
home-own-none = Ще немає родин
home-own-none-text = Вам ще не призначено жодної родини. Зверніться до координатора.
home-own-no-card = без картки
home-own-lines =
    { $lines ->
         [0] У списку потреб усе закрито.
         [one] У списку потреб { $lines } відкритий рядок.
         [few] У списку потреб { $lines } відкриті рядки.
         [many] У списку потреб { $lines } відкритих рядків.
        *[other] У списку потреб { $lines } відкриті рядки.
    }
home-own-ready =
    { $pieces ->
         [0] Готових речей немає.
         [one] Готова { $pieces } річ:
         [few] Готові { $pieces } речі:
         [many] Готові { $pieces } речей:
        *[other] Готові { $pieces } речі:
    }
home-own-open = Переглянути
home-tile-ready =
    { $households ->
         [one] родина може щось забрати.
         [few] родини можуть щось забрати.
         [many] родин можуть щось забрати.
        *[other] родини можуть щось забрати.
    }
home-tile-ready-link = До готових речей
home-tile-own-lines =
    { $lines ->
         [one] рядок у списках потреб відкритий.
         [few] рядки у списках потреб відкриті.
         [many] рядків у списках потреб відкриті.
        *[other] рядки у списках потреб відкриті.
    }
home-tile-own-lines-link = До родин
home-year-donations = Пожертви { $year }
home-year-none = Цього року ще не записано жодної пожертви.
home-year-kind = Від кого
home-year-count = Пожертви
home-year-receipts = потрібна довідка
home-tile-year =
    { $donations ->
         [one] пожертва цього року, разом з оголошеними.
         [few] пожертви цього року, разом з оголошеними.
         [many] пожертв цього року, разом з оголошеними.
        *[other] пожертви цього року, разом з оголошеними.
    }
home-tile-year-link = Усі пожертви
home-tile-receipts =
    { $donations ->
         [one] пожертва, для якої потрібна довідка.
         [few] пожертви, для яких потрібна довідка.
         [many] пожертв, для яких потрібна довідка.
        *[other] пожертви, для яких потрібна довідка.
    }
home-tile-receipts-link = До пожертв
home-tile-addresses =
    { $donors ->
         [one] жертводавець хоче довідку, але адреси немає.
         [few] жертводавці хочуть довідку, але адреси немає.
         [many] жертводавців хочуть довідку, але адреси немає.
        *[other] жертводавці хочуть довідку, але адреси немає.
    }
home-tile-addresses-link = Доповнити адреси
home-companies = Останнє від фірм
home-companies-none = Ще жодної пожертви від фірми.
home-announced =
    { $pieces ->
         [one] оголошено { $pieces } річ
         [few] оголошено { $pieces } речі
         [many] оголошено { $pieces } речей
        *[other] оголошено { $pieces } речі
    }
home-tile-people =
    { $people ->
         [one] людина може увійти.
         [few] людини можуть увійти.
         [many] людей можуть увійти.
        *[other] людини можуть увійти.
    }
home-tile-people-link = До людей
home-tile-terminals =
    { $terminals ->
         [one] термінал налаштовано.
         [few] термінали налаштовано.
         [many] терміналів налаштовано.
        *[other] термінали налаштовано.
    }
home-tile-terminals-link = До терміналів
home-sign-ins = Хто не зміг увійти
home-sign-ins-none = Зараз ніхто не має труднощів зі входом.
home-sign-in-failed =
    { $tries ->
         [one] { $tries } невдала спроба
         [few] { $tries } невдалі спроби
         [many] { $tries } невдалих спроб
        *[other] { $tries } невдалі спроби
    }
home-sign-in-paused = Пауза до { $time }
