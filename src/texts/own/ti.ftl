# The household's own page, /h. docs/languages.md says how it is translated.

own-title = ናተይ ገጽ
own-language = ቋንቋ
own-back = ንድሕሪት
own-next = ቀጽሉ
own-leave = ውጽኡ
own-aloud = ስምዑ
own-to-content = ናብ ትሕዝቶ
own-menu = ሜኑ
own-undo = ንድሕሪት መልሱ
own-save = ዓቅቡ
own-print = ሕተሙ
own-error = ኣይሰርሐን። በጃኹም እንደገና ፈትኑ።
own-not-found = እዚ ገጽ የለን።

# The door: card and PIN
own-door-title = ምእታው
own-door-help = ካርድኹምን ምስጢራዊ ቁጽርኹምን የድልየኩም። ምስጢራዊ ቁጽሪ ኣብ ማእከል ክዳውንቲ ትረኽቡ።
own-card = ካርድኹም
own-card-hint = እቶም ፊደላትን ቁጽርታትን ኣብ ካርድ ኣለዉ።
own-camera = ካርድ ብካሜራ ኣንብቡ
own-camera-hint = ካርድኹም ኣብ ቅድሚ ካሜራ ሓዙ።
own-camera-close = ካሜራ ዕጸዉ
own-camera-failed = ካሜራ ኣይሰርሕን ኣሎ። ኣብ ካርድ ዘሎ ጽሑፍ ጽሓፉ።
own-photo = ስእሊ ናይ ካርድ
own-photo-send = ስእሊ ኣንብቡ
own-photo-nothing = ኣብ ስእሊ ካርድ ኣይርአን። ሓድሽ ስእሊ ኣልዕሉ። ወይ ድማ ኣብ ካርድ ዘሎ ጽሑፍ ጽሓፉ።
own-pin = ምስጢራዊ ቁጽሪ
own-pin-hint = 6 ኣሃዛት
own-pin-delete = ናይ መወዳእታ ኣሃዝ ደምስሱ
own-enter = እተዉ
own-door-wrong = ኣይሰርሐን። ካርድን ምስጢራዊ ቁጽርን ኣረጋግጹ። ድሕሪ 5 ጌጋ ፈተነታት 15 ደቓይቕ ክትጽበዩ ኣለኩም።
own-door-often = ብዙሕ ግዜ ፈቲንኩም። ቁሩብ ደቓይቕ ተጸበዩ።
own-door-ended = ወጺእኩም ኣለኹም። እንደገና እተዉ።
own-door-left = ወጺእኩም ኣለኹም።

# The five pages
own-tab-list = ዝርዝረይ
own-tab-ask = የድልየኒ
own-tab-ready = ድሉው
own-tab-time = ቆጸራ
own-tab-me = ሓበሬታይ

# The list
own-list-help = እዚ ኣብ ዝርዝርኹም ኣሎ። ምሉእ ነጥቢ ማለት፦ እዚ ድሮ ኣለኩም።
own-list-empty = ዝርዝርኹም ባዶ እዩ። ዘድልየኩም ምረጹ።
own-person = ሰብ { $number }
own-everybody = ንኹልኹም ብሓባር
own-of = { $got } ካብ { $wanted }
own-size = ዓቐን { $size }
own-state-waiting = ይጽበ ኣሎ
own-state-ready = ድሉው እዩ
own-state-got = ተቐቢልኩም

# Choosing what is needed
own-ask-help = ምልክት + ማለት፦ የድልየኒ። ምልክት − ማለት፦ ኣየድልየንን።
own-ask-who = ንመን?
own-ask-none = ሕጂ ኣብዚ ክትመርጹ ኣይትኽእሉን። ኣብ ማእከል ክዳውንቲ ሕተቱ።
own-plus = { $thing }፦ ሓደ ወስኹ
own-minus = { $thing }፦ ሓደ ኣጉድሉ
own-ask-full = ካብዚ ንላዕሊ ኣይከኣልን። ኣብ ማእከል ክዳውንቲ ሕተቱ።
own-ask-saved = ተዓቂቡ፦ { $thing }፣ { $count }
own-on-list = ኣብ ዝርዝር ኣሎ
own-not-on-list = ኣብ ዝርዝር የለን

# What lies ready
own-ready-help = ነዚ ኣቑሑ ክትወስድዎ ትኽእሉ። ካርድኹም ሒዝኩም ምጹ።
own-ready-empty = ገና ዝተዳለወ የለን። ንዓኹም ዝኸውን ኣቑሑ ንደሊ ኣለና።
own-until = ክሳብ { $day }
own-place = ቦታ
own-choose-time = ቆጸራ ምረጹ

# A time
own-time-help = መዓልትን ሰዓትን ምረጹ።
own-time-empty = ሕጂ ነጻ ቆጸራ የለን። ጸኒሕኩም እንደገና ርኣዩ።
own-time-yours = ቆጸራኹም
own-time-booked = ቆጸራኹም ተታሒዙ ኣሎ።
own-time-take = { $time }፦ ነዚ ቆጸራ ሓዙ
own-time-full = እዚ ቆጸራ ደጊም ነጻ ኣይኮነን። ካልእ ምረጹ።
own-time-already = ድሮ ቆጸራ ኣለኩም።
own-time-cancel = ቆጸራ ሰርዙ
own-time-keep = ቆጸራ ሓዙ
own-time-cancelled = ቆጸራኹም ተሰሪዙ።
own-time-change = ካልእ ቆጸራ ትደልዩ ዶ? መጀመርታ ነዚ ሰርዙ።
own-time-bring = ካርድኹም ሒዝኩም ምጹ።
own-time-calendar = ናብ ካላንደር ወስኹ
own-time-number = ቁጽርኹም
own-time-wait = መጺእኩም ኣለኹም። በጃኹም ቁጽርኹም ተጸበዩ።
own-time-called = ተራኹም በጺሑ። በጃኹም ምጹ።
own-free = ነጻ፦ { $count }
own-audience-everybody = ንኹሉ ሰብ
own-audience-babies = ስድራቤታት ምስ ህጻን
own-audience-women = ንደቂ ኣንስትዮ ጥራይ
own-audience-quiet = ህዱእ ግዜ
own-audience-first = ንመጀመርታ ግዜ ኣብዚ
own-today = ሎሚ
own-tomorrow = ጽባሕ

# What is stored
own-me-help = እዚ ብዛዕባኹም ዝዓቀብናዮ ሓበሬታ እዩ። ጌጋ ኣሎ ዶ? ኣብ ማእከል ክዳውንቲ ንገሩና።
own-me-area = ከባቢ
own-me-since = ምሳና ካብ
own-me-visit = ናይ መወዳእታ ምብጻሕ
own-me-note = መዘኻኸሪ
own-me-mentors = መን ይሕግዘኩም
own-me-collectors = መን ክወስደልኩም ይኽእል
own-me-collectors-end = ደጊም ኣይፍቀድን: { $name }
own-me-collectors-ended = ተዓቂቡ ኣሎ። እዚ ደጊም ኣይፍቀድን።
own-voucher = ወረቐት መውሰዲ
own-me-people = ሰባት
own-age-baby = ህጻን
own-age-child-small = ንእሽቶ ቆልዓ
own-age-child = ቆልዓ
own-age-teen = መንእሰይ
own-age-adult = ዓብዪ ሰብ
own-born = ዕለተ ልደት
own-for-clothes = ክዳን
own-for-trousers = ስረ
own-for-shoes = ጫማ
own-for-bra = መትሓዚ ጡብ
own-for-head = ርእሲ
own-nothing-stored = ዝተዓቀበ የለን
own-looks = ሓበሬታኹም መን ርእይዎ
own-looks-none = ገና ማንም ኣይረኣዮን
own-role-volunteer = ሓጋዚ
own-role-coordinator = ኣተሓባባሪ
own-role-mentor = ደጋፊ
own-role-other = ጉጅለ
own-contact = ክንጽሕፈልኩም ንኽእል ዶ?
own-contact-help = ሽዑ ቆጸራኹም ነዘኻኽረኩም። ግዴታ ኣይኮነን።
own-contact-name = ስም
own-contact-email = ኢመይል
own-contact-phone = ተሌፎን
own-contact-agree = እወ፣ ክትጽሕፉለይ ትኽእሉ። ኣብ ዝኾነ ግዜ ክቕይሮ እኽእል።
own-contact-agree-missing = መጀመርታ ምልክት ግበሩ። እንተዘይኮይኑ ክንዕቅብ ኣይንኽእልን።
own-contact-missing = ኢመይል ወይ ቁጽሪ ተሌፎን ጽሓፉ።
own-contact-email-wrong = እዚ ኢመይል ቅኑዕ ኣይኮነን።
own-contact-phone-wrong = እዚ ቁጽሪ ተሌፎን ቅኑዕ ኣይኮነን።
own-contact-name-long = እቲ ስም ኣዝዩ ነዊሕ እዩ።
own-contact-saved = ተዓቂቡ። ክንጽሕፈልኩም ንኽእል ኢና።
own-contact-remove = ደጊም ኣይትጽሓፉለይ
own-contact-removed = ተደምሲሱ። ደጊም ኣይንጽሕፈልኩምን።
own-language-saved = ተዓቂቡ።
own-pin-change = ምስጢራዊ ቁጽሪ ቀይሩ
own-pin-now = ናይ ቀደም ምስጢራዊ ቁጽሪ
own-pin-new = ሓድሽ ምስጢራዊ ቁጽሪ
own-pin-again = ሓድሽ ምስጢራዊ ቁጽሪ እንደገና
own-pin-saved = ሓድሽ ምስጢራዊ ቁጽርኹም ካብ ሕጂ ይሰርሕ።
own-pin-wrong = እቲ ናይ ቀደም ምስጢራዊ ቁጽሪ ቅኑዕ ኣይኮነን።
own-pin-six = ምስጢራዊ ቁጽሪ 6 ኣሃዛት ኣለዎ።
own-pin-differ = እቶም ክልተ ሓደስቲ ቁጽርታት ሓደ ዓይነት ኣይኮኑን።
own-pin-easy = እዚ ቁጽሪ ኣዝዩ ቀሊል እዩ። ካልእ ምረጹ።

# Days of the week.
own-weekday-mon = ሰኑይ
own-weekday-tue = ሰሉስ
own-weekday-wed = ረቡዕ
own-weekday-thu = ሓሙስ
own-weekday-fri = ዓርቢ
own-weekday-sat = ቀዳም
own-weekday-sun = ሰንበት

# How a piece is cut.
own-cut-w = ናይ ኣንስቲ
own-cut-m = ናይ ሰብኡት
own-cut-k = ናይ ቆልዑ
own-cut-b = ናይ ህጻናት
own-cut-u = ንኹሉ ሰብ

# How many
own-pieces = { $count ->
    [one] { $count } ኣቕሓ
   *[other] { $count } ኣቑሑ
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = ሰላም፣
own-letter-booked-subject = ቆጸራኹም
own-letter-booked = ኣብ ማእከል ክዳውንቲ ቆጸራ ኣለኩም፦
own-letter-moved-subject = ቆጸራኹም ተቐይሩ
own-letter-moved = ኣብ ማእከል ክዳውንቲ ዘሎ ቆጸራኹም ሕጂ ኣብዚ ግዜ እዩ፦
own-letter-cancelled-subject = ቆጸራኹም ተሰሪዙ
own-letter-cancelled = እዚ ኣብ ማእከል ክዳውንቲ ዝነበረ ቆጸራ ተሰሪዙ፦
own-letter-reminder-subject = ጽባሕ ቆጸራ ኣለኩም
own-letter-reminder = ጽባሕ ኣብ ማእከል ክዳውንቲ ቆጸራ ኣለኩም፦
own-letter-place = ቦታ፦ { $place }
own-letter-bring = በጃኹም ካርድኹም ሒዝኩም ምጹ።
own-letter-cannot = ክትመጹ ኣይትኽእሉን ዲኹም? በጃኹም ቆጸራ ሰርዙ። ሽዑ ካልእ ሰብ ይረኽቦ።
own-letter-new-time = ሓድሽ ቆጸራ ክትመርጹ ትኽእሉ።
own-letter-calendar = ቆጸራ ኣብ ማእከል ክዳውንቲ
