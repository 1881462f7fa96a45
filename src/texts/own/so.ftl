# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Boggayga
own-language = Luqadda
own-back = Dib u noqo
own-next = Sii wad
own-leave = Ka bax
own-aloud = Dhegeyso
own-to-content = U gudub qoraalka
own-menu = Menu
own-undo = Ka noqo
own-save = Kaydi
own-print = Daabac
own-error = Way shaqayn weyday. Fadlan mar kale isku day.
own-not-found = Boggan ma jiro.

# The door: card and PIN
own-door-title = Gelitaan
own-door-help = Waxaad u baahan tahay kaarkaaga iyo lambarkaaga sirta ah. Lambarka sirta ah waxaad ka helaysaa xarunta dharka.
own-card = Kaarkaaga
own-card-hint = Xarfaha iyo tirooyinku waxay ku qoran yihiin kaarka.
own-camera = Kaarka ku akhri kamarada
own-camera-hint = Kaarka hor qabo kamarada.
own-camera-close = Dami kamarada
own-camera-failed = Kamaradu ma shaqaynayso. Qor waxa kaarka ku qoran.
own-photo = Sawirka kaarka
own-photo-send = Akhri sawirka
own-photo-nothing = Sawirka kaar kama muuqdo. Qaad sawir cusub. Ama qor waxa kaarka ku qoran.
own-pin = Lambarka sirta ah
own-pin-hint = 6 tiro
own-pin-delete = Tirtir tirada u dambaysa
own-enter = Soo gal
own-door-wrong = Way shaqayn weyday. Hubi kaarka iyo lambarka sirta ah. 5 isku day oo khaldan ka dib waa inaad sugtaa 15 daqiiqo.
own-door-often = Isku dayo badan. Sug dhowr daqiiqo.
own-door-ended = Waad ka baxday. Mar kale soo gal.
own-door-left = Waad ka baxday.

# The five pages
own-tab-list = Liiskayga
own-tab-ask = Baahidayda
own-tab-ready = Diyaar
own-tab-time = Ballan
own-tab-me = Xogtayda

# The list
own-list-help = Tani waxay ku jirtaa liiskaaga. Dhibic buuxda macnaheedu waa: Hore ayaad u haysataa.
own-list-empty = Liiskaagu waa madhan yahay. Dooro waxa aad u baahan tahay.
own-person = Qofka { $number }
own-everybody = Dhammaan wadajir
own-of = { $got } ka mid ah { $wanted }
own-size = Cabbirka { $size }
own-state-waiting = Waa la sugayaa
own-state-ready = Waa diyaar
own-state-got = Waad heshay

# Choosing what is needed
own-ask-help = Calaamadda + macnaheedu waa: Waan u baahanahay. Calaamadda − macnaheedu waa: Uma baahni.
own-ask-who = Yaa u baahan?
own-ask-none = Hadda halkan waxba kama dooran kartid. Weydii xarunta dharka.
own-plus = { $thing }: hal ku dar
own-minus = { $thing }: hal ka jar
own-ask-full = Halkan wax intaas ka badan suurtagal ma aha. Weydii xarunta dharka.
own-ask-saved = Waa la kaydiyey: { $thing }, { $count }
own-on-list = Liiska waa ku jiraa
own-not-on-list = Liiska kuma jiro

# What lies ready
own-ready-help = Alaabtan waad qaadan kartaa. Kaarkaaga soo qaado.
own-ready-empty = Weli waxba diyaar ma aha. Waxaan kuu raadinaynaa alaab kugu habboon.
own-until = Ilaa { $day }
own-place = Goobta
own-choose-time = Dooro ballan

# A time
own-time-help = Dooro maalin iyo saacad.
own-time-empty = Hadda ballan bannaan ma jirto. Dhawaan mar kale fiiri.
own-time-yours = Ballantaada
own-time-booked = Ballantaada waa la qabtay.
own-time-take = { $time }: qabso ballantan
own-time-full = Ballantani hadda ma bannaana. Mid kale dooro.
own-time-already = Horeba ballan baad leedahay.
own-time-cancel = Baaji ballanta
own-time-keep = Hay ballanta
own-time-cancelled = Ballantaada waa la baajiyey.
own-time-change = Ma rabtaa ballan kale? Marka hore tan baaji.
own-time-bring = Kaarkaaga soo qaado.
own-time-calendar = Ku dar kalandarka
own-time-number = Lambarkaaga
own-time-wait = Waad timid. Fadlan sug lambarkaaga.
own-time-called = Waa markaagii. Fadlan kaalay.
own-free = Bannaan: { $count }
own-audience-everybody = Dadka oo dhan
own-audience-babies = Qoysaska ilmo yar leh
own-audience-women = Haweenka oo keliya
own-audience-quiet = Waqti deggan
own-audience-first = Markii ugu horreysay
own-today = Maanta
own-tomorrow = Berri

# What is stored
own-me-help = Tani waa xogta aan kaa haynno. Wax ma khaldan yihiin? U sheeg xarunta dharka.
own-me-area = Xaafadda
own-me-since = Nala joogta tan iyo
own-me-visit = Booqashadii u dambaysay
own-me-note = Qoraal
own-me-mentors = Cidda ku caawisa
own-me-collectors = Cidda kuu soo qaadi karta
own-me-collectors-end = Ha u oggolaan mar dambe: { $name }
own-me-collectors-ended = Waa la keydiyey. Tani hadda ma oggola.
own-voucher = Warqadda qaadista
own-me-people = Dadka
own-age-baby = Dhallaan
own-age-child-small = Cunug yar
own-age-child = Cunug
own-age-teen = Dhallinyaro
own-age-adult = Qof weyn
own-born = Taariikhda dhalashada
own-for-clothes = Dhar
own-for-trousers = Surwaal
own-for-shoes = Kabo
own-for-bra = Rajabeeto
own-for-head = Madax
own-nothing-stored = Waxba lama kaydin
own-looks = Cidda aragtay xogtaada
own-looks-none = Weli cidna ma arag
own-role-volunteer = Caawiye
own-role-coordinator = Isku-duwe
own-role-mentor = Taageere
own-role-other = Kooxda
own-contact = Ma kuu soo qori karnaa?
own-contact-help = Markaas ballantaada ayaan ku xasuusinaynaa. Qasab ma aha.
own-contact-name = Magaca
own-contact-email = Iimayl
own-contact-phone = Taleefan
own-contact-agree = Haa, waad ii soo qori kartaan. Mar kasta waan beddeli karaa.
own-contact-agree-missing = Marka hore calaamadi sanduuqa. Haddii kale waxba ma kaydin karno.
own-contact-missing = Qor iimayl ama lambar taleefan.
own-contact-email-wrong = Iimaylkani sax ma aha.
own-contact-phone-wrong = Lambarkan taleefanka sax ma aha.
own-contact-name-long = Magacu aad buu u dheer yahay.
own-contact-saved = Waa la kaydiyey. Waan kuu soo qori karnaa.
own-contact-remove = Ha ii soo qorina
own-contact-removed = Waa la tirtiray. Mar dambe kuuma soo qori doonno.
own-language-saved = Waa la kaydiyey.
own-pin-change = Beddel lambarka sirta ah
own-pin-now = Lambarkii hore
own-pin-new = Lambarka cusub
own-pin-again = Lambarka cusub mar kale
own-pin-saved = Lambarkaaga cusub hadda ayuu shaqaynayaa.
own-pin-wrong = Lambarkii hore sax ma aha.
own-pin-six = Lambarka sirta ah waa 6 tiro.
own-pin-differ = Labada lambar ee cusub isku mid ma aha.
own-pin-easy = Lambarkani aad buu u fudud yahay. Mid kale dooro.

# Days of the week.
own-weekday-mon = Isniin
own-weekday-tue = Talaado
own-weekday-wed = Arbaco
own-weekday-thu = Khamiis
own-weekday-fri = Jimce
own-weekday-sat = Sabti
own-weekday-sun = Axad

# How a piece is cut.
own-cut-w = Haween
own-cut-m = Rag
own-cut-k = Carruur
own-cut-b = Dhallaan
own-cut-u = Dhammaan

# How many
own-pieces = { $count } shay

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Salaan,
own-letter-booked-subject = Ballantaada
own-letter-booked = Ballan ayaad ku leedahay xarunta dharka:
own-letter-moved-subject = Ballantaada waa la beddelay
own-letter-moved = Ballantaada xarunta dharka hadda waa waqtigan:
own-letter-cancelled-subject = Ballantaada waa la baajiyey
own-letter-cancelled = Ballantan xarunta dharka waa la baajiyey:
own-letter-reminder-subject = Ballantaadu waa berri
own-letter-reminder = Berri ballan ayaad ku leedahay xarunta dharka:
own-letter-place = Goobta: { $place }
own-letter-bring = Fadlan kaarkaaga soo qaado.
own-letter-cannot = Ma iman kartid? Fadlan baaji ballanta. Markaas qof kale ayaa heli kara.
own-letter-new-time = Ballan cusub waad dooran kartaa.
own-letter-calendar = Ballanta xarunta dharka
