# The household's own page, /h: plain German. Short sentences, no foreign words; many who read this are new to the language.

own-title = Meine Seite
own-language = Sprache
own-back = Zurück
own-next = Weiter
own-leave = Abmelden
own-aloud = Vorlesen
own-to-content = Zum Inhalt
own-menu = Menü
own-undo = Zurücknehmen
own-save = Speichern
own-print = Drucken
own-error = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
own-not-found = Diese Seite gibt es nicht.

# The door: card and PIN
own-door-title = Anmelden
own-door-help = Sie brauchen Ihre Karte und Ihre Geheimzahl. Die Geheimzahl bekommen Sie in der Kleiderkammer.
own-card = Ihre Karte
own-card-hint = Die Zeichen stehen auf der Karte.
own-camera = Karte mit der Kamera lesen
own-camera-hint = Halten Sie die Karte vor die Kamera.
own-camera-close = Kamera aus
own-camera-failed = Die Kamera geht nicht. Tippen Sie die Zeichen der Karte ein.
own-photo = Foto von der Karte
own-photo-send = Foto lesen
own-photo-nothing = Auf dem Foto ist keine Karte zu sehen. Machen Sie ein neues Foto. Oder tippen Sie die Zeichen ein.
own-pin = Geheimzahl
own-pin-hint = 6 Ziffern
own-pin-delete = Letzte Ziffer löschen
own-enter = Anmelden
own-door-wrong = Das hat nicht geklappt. Prüfen Sie die Karte und die Geheimzahl. Nach 5 falschen Versuchen müssen Sie 15 Minuten warten.
own-door-often = Zu viele Versuche. Warten Sie ein paar Minuten.
own-door-ended = Sie sind abgemeldet. Melden Sie sich neu an.
own-door-left = Sie sind abgemeldet.

# The five pages
own-tab-list = Meine Liste
own-tab-ask = Ich brauche
own-tab-ready = Liegt bereit
own-tab-time = Termin
own-tab-me = Meine Daten

# The list
own-list-help = Das steht auf Ihrer Liste. Ein voller Punkt heißt: Das haben Sie schon.
own-list-empty = Ihre Liste ist leer. Wählen Sie, was Sie brauchen.
own-person = Person { $number }
own-everybody = Für alle zusammen
own-of = { $got } von { $wanted }
own-size = Größe { $size }
own-state-waiting = Wartet
own-state-ready = Liegt bereit
own-state-got = Bekommen

# Choosing what is needed
own-ask-help = Plus heißt: Ich brauche das. Minus heißt: Ich brauche das nicht.
own-ask-who = Für wen?
own-ask-none = Hier können Sie im Moment nichts wählen. Fragen Sie in der Kleiderkammer.
own-plus = { $thing }: eins mehr
own-minus = { $thing }: eins weniger
own-ask-full = Mehr geht hier nicht. Fragen Sie in der Kleiderkammer.
own-ask-saved = Gespeichert: { $thing }, { $count }
own-on-list = Steht auf der Liste
own-not-on-list = Steht nicht auf der Liste

# What lies ready
own-ready-help = Diese Sachen können Sie abholen. Bringen Sie Ihre Karte mit.
own-ready-empty = Noch liegt nichts bereit. Wir suchen passende Sachen für Sie.
own-until = Bis { $day }
own-place = Ort
own-choose-time = Termin wählen

# A time
own-time-help = Wählen Sie einen Tag und eine Uhrzeit.
own-time-empty = Im Moment ist kein Termin frei. Schauen Sie bald wieder.
own-time-yours = Ihr Termin
own-time-booked = Ihr Termin ist gebucht.
own-time-take = { $time }: diesen Termin nehmen
own-time-full = Dieser Termin ist nicht mehr frei. Wählen Sie einen anderen.
own-time-already = Sie haben schon einen Termin.
own-time-cancel = Termin absagen
own-time-keep = Termin behalten
own-time-cancelled = Ihr Termin ist abgesagt.
own-time-change = Möchten Sie einen anderen Termin? Sagen Sie zuerst diesen ab.
own-time-bring = Bringen Sie Ihre Karte mit.
own-time-calendar = In den Kalender
own-time-number = Ihre Nummer
own-time-wait = Sie sind da. Bitte warten Sie auf Ihre Nummer.
own-time-called = Sie sind dran. Bitte kommen Sie.
own-free = Frei: { $count }
own-audience-everybody = Für alle
own-audience-babies = Familien mit Babys
own-audience-women = Nur Frauen
own-audience-quiet = Ruhige Zeit
own-audience-first = Zum ersten Mal hier
own-today = Heute
own-tomorrow = Morgen

# What is stored
own-me-help = Das haben wir über Sie gespeichert. Ist etwas falsch? Sagen Sie es in der Kleiderkammer.
own-me-area = Gegend
own-me-since = Bei uns seit
own-me-visit = Letzter Besuch
own-me-note = Notiz
own-me-mentors = Wer Ihnen hilft
own-me-collectors = Wer für Sie abholen darf
own-me-collectors-end = Nicht mehr erlauben: { $name }
own-me-collectors-ended = Gespeichert. Das ist nicht mehr erlaubt.
own-voucher = Abhol-Schein
own-me-people = Personen
own-age-baby = Baby
own-age-child-small = Kleines Kind
own-age-child = Kind
own-age-teen = Jugendlich
own-age-adult = Erwachsen
own-born = Geboren
own-for-clothes = Kleidung
own-for-trousers = Hose
own-for-shoes = Schuhe
own-for-bra = BH
own-for-head = Kopf
own-nothing-stored = Nichts gespeichert
own-looks = Wer Ihre Daten gesehen hat
own-looks-none = Noch niemand
own-role-volunteer = Helferin oder Helfer
own-role-coordinator = Leitung
own-role-mentor = Begleitung
own-role-other = Team
own-contact = Dürfen wir Ihnen schreiben?
own-contact-help = Wir erinnern Sie dann an Ihren Termin. Sie müssen nichts angeben.
own-contact-name = Vorname
own-contact-email = E-Mail
own-contact-phone = Telefon
own-contact-agree = Ja, Sie dürfen mir schreiben. Ich kann das jederzeit ändern.
own-contact-agree-missing = Setzen Sie zuerst das Häkchen. Sonst dürfen wir nichts speichern.
own-contact-missing = Geben Sie eine E-Mail oder eine Telefonnummer an.
own-contact-email-wrong = Diese E-Mail ist nicht richtig.
own-contact-phone-wrong = Diese Telefonnummer ist nicht richtig.
own-contact-name-long = Der Name ist zu lang.
own-contact-saved = Gespeichert. Wir dürfen Ihnen schreiben.
own-contact-remove = Nicht mehr schreiben
own-contact-removed = Gelöscht. Wir schreiben Ihnen nicht mehr.
own-language-saved = Gespeichert.
own-pin-change = Geheimzahl ändern
own-pin-now = Alte Geheimzahl
own-pin-new = Neue Geheimzahl
own-pin-again = Neue Geheimzahl noch einmal
own-pin-saved = Ihre neue Geheimzahl gilt ab jetzt.
own-pin-wrong = Die alte Geheimzahl ist nicht richtig.
own-pin-six = Die Geheimzahl hat 6 Ziffern.
own-pin-differ = Die zwei neuen Geheimzahlen sind nicht gleich.
own-pin-easy = Diese Geheimzahl ist zu leicht. Nehmen Sie eine andere.

# Days of the week.
own-weekday-mon = Montag
own-weekday-tue = Dienstag
own-weekday-wed = Mittwoch
own-weekday-thu = Donnerstag
own-weekday-fri = Freitag
own-weekday-sat = Samstag
own-weekday-sun = Sonntag

# How a piece is cut.
own-cut-w = Damen
own-cut-m = Herren
own-cut-k = Kinder
own-cut-b = Baby
own-cut-u = Für alle

# How many
own-pieces = { $count ->
    [one] { $count } Teil
   *[other] { $count } Teile
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Guten Tag,
own-letter-booked-subject = Ihr Termin
own-letter-booked = Sie haben einen Termin in der Kleiderkammer:
own-letter-moved-subject = Ihr Termin ist verlegt
own-letter-moved = Ihr Termin in der Kleiderkammer ist jetzt zu dieser Zeit:
own-letter-cancelled-subject = Ihr Termin ist abgesagt
own-letter-cancelled = Dieser Termin in der Kleiderkammer ist abgesagt:
own-letter-reminder-subject = Morgen ist Ihr Termin
own-letter-reminder = Morgen haben Sie einen Termin in der Kleiderkammer:
own-letter-place = Ort: { $place }
own-letter-bring = Bitte bringen Sie Ihre Karte mit.
own-letter-cannot = Sie können nicht kommen? Bitte sagen Sie ab. Dann bekommt jemand anderes den Termin.
own-letter-new-time = Sie können einen neuen Termin wählen.
own-letter-calendar = Termin in der Kleiderkammer
