# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Rûpela min
own-language = Ziman
own-back = Paşve
own-next = Pêşve
own-leave = Derkevin
own-aloud = Bi deng
own-to-content = Biçin naverokê
own-menu = Menû
own-undo = Vegerînin
own-save = Tomar bikin
own-print = Çap bikin
own-error = Ev nebû. Ji kerema xwe careke din biceribînin.
own-not-found = Ev rûpel tune.

# The door: card and PIN
own-door-title = Têketin
own-door-help = Karta we û hejmara we ya nepenî lazim in. Hejmara nepenî hûn li navenda cilan distînin.
own-card = Karta we
own-card-hint = Tîp û reqem li ser kartê ne.
own-camera = Kartê bi kamerayê bixwînin
own-camera-hint = Kartê li ber kamerayê bigirin.
own-camera-close = Kamerayê vemirînin
own-camera-failed = Kamera naxebite. Tiştê li ser kartê binivîsin.
own-photo = Wêneyê kartê
own-photo-send = Wêneyî bixwînin
own-photo-nothing = Di wêneyî de kart xuya nake. Wêneyekî nû bikişînin. An tiştê li ser kartê binivîsin.
own-pin = Hejmara nepenî
own-pin-hint = 6 reqem
own-pin-delete = Reqema dawî jê bibin
own-enter = Têkevin
own-door-wrong = Ev nebû. Kartê û hejmara nepenî kontrol bikin. Piştî 5 ceribandinên şaş divê hûn 15 deqeyan bisekinin.
own-door-often = Pir caran hat ceribandin. Çend deqeyan bisekinin.
own-door-ended = Hûn derketin. Dîsa têkevin.
own-door-left = Hûn derketin.

# The five pages
own-tab-list = Lîsteya min
own-tab-ask = Ji min re lazim e
own-tab-ready = Amade
own-tab-time = Randevû
own-tab-me = Agahiyên min

# The list
own-list-help = Ev di lîsteya we de ne. Xala tijî tê vê wateyê: Ev jixwe li ba we heye.
own-list-empty = Lîsteya we vala ye. Tiştên ku ji we re lazim in hilbijêrin.
own-person = Kes { $number }
own-everybody = Ji bo hemûyan bi hev re
own-of = { $got } ji { $wanted }
own-size = Mezinahî { $size }
own-state-waiting = Li bendê ye
own-state-ready = Amade ye
own-state-got = Hat wergirtin

# Choosing what is needed
own-ask-help = Nîşana + tê vê wateyê: Ji min re lazim e. Nîşana − tê vê wateyê: Ji min re ne lazim e.
own-ask-who = Ji bo kê?
own-ask-none = Niha hûn nikarin li vir tiştekî hilbijêrin. Li navenda cilan bipirsin.
own-plus = { $thing }: yek zêdetir
own-minus = { $thing }: yek kêmtir
own-ask-full = Li vir ji vê zêdetir nabe. Li navenda cilan bipirsin.
own-ask-saved = Hat tomarkirin: { $thing }, { $count }
own-on-list = Di lîsteyê de ye
own-not-on-list = Ne di lîsteyê de ye

# What lies ready
own-ready-help = Hûn dikarin van tiştan bibin. Karta xwe bi xwe re bînin.
own-ready-empty = Hê tiştek ne amade ye. Em ji we re li tiştên guncaw digerin.
own-until = Heta { $day }
own-place = Cih
own-choose-time = Randevûyê hilbijêrin

# A time
own-time-help = Rojekê û saetekê hilbijêrin.
own-time-empty = Niha randevûya vala tune. Zû dîsa lê binêrin.
own-time-yours = Randevûya we
own-time-booked = Randevûya we hat girtin.
own-time-take = { $time }: vê randevûyê bigirin
own-time-full = Ev randevû êdî ne vala ye. Yeke din hilbijêrin.
own-time-already = Jixwe randevûya we heye.
own-time-cancel = Randevûyê betal bikin
own-time-keep = Randevûyê bihêlin
own-time-cancelled = Randevûya we hat betalkirin.
own-time-change = Hûn randevûyeke din dixwazin? Pêşî vê betal bikin.
own-time-bring = Karta xwe bi xwe re bînin.
own-time-calendar = Têxin salnameyê
own-time-number = Hejmara we
own-time-wait = Hûn hatin. Ji kerema xwe li benda hejmara xwe bin.
own-time-called = Dora we ye. Ji kerema xwe werin.
own-free = Vala: { $count }
own-audience-everybody = Ji bo her kesî
own-audience-babies = Malbatên bi pitik
own-audience-women = Tenê jin
own-audience-quiet = Dema aram
own-audience-first = Cara yekem li vir
own-today = Îro
own-tomorrow = Sibê

# What is stored
own-me-help = Me ev tişt li ser we tomar kirine. Tiştek şaş e? Li navenda cilan bibêjin.
own-me-area = Herêm
own-me-since = Li cem me ji
own-me-visit = Serdana dawî
own-me-note = Nîşe
own-me-mentors = Kî alîkariya we dike
own-me-collectors = Kî dikare ji bo we wergire
own-me-collectors-end = Êdî destûr nîne: { $name }
own-me-collectors-ended = Hat tomarkirin. Ev êdî destûr nîne.
own-voucher = Kaxeza wergirtinê
own-me-people = Kes
own-age-baby = Pitik
own-age-child-small = Zarokê biçûk
own-age-child = Zarok
own-age-teen = Ciwan
own-age-adult = Kesê mezin
own-born = Roja jidayikbûnê
own-for-clothes = Cil
own-for-trousers = Pantolon
own-for-shoes = Pêlav
own-for-bra = Sutyen
own-for-head = Serî
own-nothing-stored = Tiştek nehatiye tomarkirin
own-looks = Kê agahiyên we dîtine
own-looks-none = Hê kesî nedîtine
own-role-volunteer = Alîkar
own-role-coordinator = Berpirsiyar
own-role-mentor = Piştevan
own-role-other = Ekîb
own-contact = Em dikarin ji we re binivîsin?
own-contact-help = Wê demê em randevûya we bi bîra we tînin. Ev ne mecbûrî ye.
own-contact-name = Nav
own-contact-email = E-name
own-contact-phone = Hejmara telefonê
own-contact-agree = Erê, hûn dikarin ji min re binivîsin. Ez dikarim vê her dem biguherînim.
own-contact-agree-missing = Pêşî qutiyê nîşan bikin. Wekî din em nikarin tiştekî tomar bikin.
own-contact-missing = E-nameyekê an hejmareke telefonê binivîsin.
own-contact-email-wrong = Ev e-name ne rast e.
own-contact-phone-wrong = Ev hejmara telefonê ne rast e.
own-contact-name-long = Nav pir dirêj e.
own-contact-saved = Hat tomarkirin. Em dikarin ji we re binivîsin.
own-contact-remove = Êdî nenivîsin
own-contact-removed = Hat jêbirin. Em êdî ji we re nanivîsin.
own-language-saved = Hat tomarkirin.
own-pin-change = Hejmara nepenî biguherînin
own-pin-now = Hejmara nepenî ya kevn
own-pin-new = Hejmara nepenî ya nû
own-pin-again = Hejmara nepenî ya nû careke din
own-pin-saved = Hejmara we ya nepenî ya nû ji niha ve derbasdar e.
own-pin-wrong = Hejmara nepenî ya kevn ne rast e.
own-pin-six = Hejmara nepenî 6 reqem e.
own-pin-differ = Her du hejmarên nû ne wek hev in.
own-pin-easy = Ev hejmar pir hêsan e. Yeke din hilbijêrin.

# Days of the week.
own-weekday-mon = Duşem
own-weekday-tue = Sêşem
own-weekday-wed = Çarşem
own-weekday-thu = Pêncşem
own-weekday-fri = În
own-weekday-sat = Şemî
own-weekday-sun = Yekşem

# How a piece is cut.
own-cut-w = Jinan
own-cut-m = Mêran
own-cut-k = Zarokan
own-cut-b = Pitikan
own-cut-u = Her kes

# How many
own-pieces = { $count } perçe

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Silav,
own-letter-booked-subject = Randevûya we
own-letter-booked = Randevûya we li navenda cilan heye:
own-letter-moved-subject = Dema randevûya we hat guhertin
own-letter-moved = Randevûya we ya li navenda cilan niha di vê demê de ye:
own-letter-cancelled-subject = Randevûya we hat betalkirin
own-letter-cancelled = Ev randevûya li navenda cilan hat betalkirin:
own-letter-reminder-subject = Sibê randevûya we heye
own-letter-reminder = Sibê randevûya we li navenda cilan heye:
own-letter-place = Cih: { $place }
own-letter-bring = Ji kerema xwe karta xwe bi xwe re bînin.
own-letter-cannot = Hûn nikarin werin? Ji kerema xwe randevûyê betal bikin. Wê demê kesekî din dikare were.
own-letter-new-time = Hûn dikarin randevûyeke nû hilbijêrin.
own-letter-calendar = Randevûya li navenda cilan
