### Haushalte, Personen, Bedarfslisten, Kümmerer.
error-too-many-members = Ein Haushalt kann höchstens { $most } Personen haben. Bitte teilen Sie ihn auf.
error-text-too-long = Bitte kürzer schreiben: höchstens { $most } Zeichen in einer Zeile.
error-note-too-long = Bitte kürzer schreiben: höchstens { $most } Zeichen. Keine Gesundheit, Religion, Lebensgeschichte.
error-language-tag = Bitte die Sprache aus der Liste wählen.
error-age-band = „{ $word }“ ist keine Altersgruppe. Bitte eine aus der Liste wählen.
error-birth-month = Bitte Jahr und Monat angeben, zum Beispiel 2021-04.
error-birth-month-adult = Der Geburtsmonat wird nur bei Kindern gebraucht. Bitte leer lassen und die Altersgruppe wählen.
error-size-for = Größe für „{ $what }“: Das gibt es nicht. Bitte ein Feld des Formulars nutzen.
error-not-a-mentor = Diese Person ist nicht als Kümmerer angemeldet. Bitte eine aus der Liste wählen.
error-household-left = Dieser Haushalt ist abgemeldet. Bitte zuerst wieder anmelden.
error-too-many-needs = Die Bedarfsliste hat schon { $most } offene Zeilen. Bitte erst welche zurückziehen.
error-need-twice = Das steht schon auf der Bedarfsliste. Mehr davon? Dann die alte Zeile zurückziehen und neu anlegen.
error-no-such-product = Diese Artikelart gibt es nicht. Bitte eine aus der Suche wählen.
error-wanted = Bitte eine Anzahl von 1 bis { $most } angeben.
error-need-cut = { $product } gibt es nicht im Schnitt { $cut }. Bitte anders wählen.
household-state-active = aktiv
household-state-blocked = gesperrt
household-state-left = abgemeldet
age-baby = Baby, bis 1 Jahr
age-child-small = Kind, 2 bis 5 Jahre
age-child = Kind, 6 bis 12 Jahre
age-teen = Jugend, 13 bis 17 Jahre
age-adult = Erwachsen
cut-w = Damen
cut-m = Herren
cut-k = Kinder
cut-b = Baby
cut-u = für alle
size-for-clothes = Kleidung
size-for-trousers = Hosen
size-for-shoes = Schuhe
size-for-bra = BH
size-for-head = Kopf in cm
urgency-none-yet = Hat noch keins
urgency-some = Braucht mehr
urgency-wish = Wunsch
occasion-basic = Grundausstattung
occasion-newborn = Neugeborenes
occasion-maternity = Schwangerschaft
occasion-school-start = Schulanfang
occasion-first-home = Erste Wohnung
occasion-hygiene = Hygiene
need-state-open = offen
need-state-reserved = liegt bereit
need-state-partly = teilweise
need-state-fulfilled = erfüllt
need-state-withdrawn = zurückgezogen
need-state-expired = abgelaufen
need-progress = { $got } von { $wanted }
need-for-all = für alle

households-title = Haushalte
households-lead = Wen wir versorgen: eine Karte, Größen und eine Bedarfsliste. Keine Namen nötig.
households-lead-mentor = Die Haushalte, um die Sie sich kümmern.
households-search = Karte oder Gegend
households-state = Zustand
households-any-state = alle
households-card = Karte
households-people = Personen
households-area = Gegend
households-needs = Bedarf erfüllt
households-last-visit = Letzter Besuch
households-registered = Angemeldet
households-none-title = Noch kein Haushalt
households-none = Melden Sie den ersten Haushalt an. Er bekommt eine Karte, mehr ist nicht nötig.
households-none-mentor = Ihnen ist noch kein Haushalt zugeordnet. Die Leitung kann das ändern.
households-nothing-found = Nichts gefunden
households-nothing-found-help = Nehmen Sie den Filter weg oder scannen Sie die Karte.
households-shown =
    { $count ->
         [one] { $count } Haushalt
        *[other] { $count } Haushalte
    }
households-new = Haushalt anmelden
household-no-card = ohne Karte

household-title = Haushalt { $card }
household-people-count =
    { $people ->
         [one] { $people } Person
        *[other] { $people } Personen
    }
household-facts = Das Wichtigste
household-language = Sprache
household-language-unknown = nicht angegeben
household-note = Notiz
household-members = Personen
household-member-number = Person { $number }
household-members-none = Noch keine Person eingetragen. Es geht auch ohne: Größen helfen beim Suchen.
household-add-member = Person hinzufügen
household-needs = Bedarfsliste
household-needs-none = Noch nichts auf der Liste. Tragen Sie ein, was fehlt, oder nehmen Sie „Liste vorbereiten“.
household-add-need = Bedarf eintragen
household-needs-done =
    { $lines ->
         [one] { $lines } erledigte Zeile
        *[other] { $lines } erledigte Zeilen
    }
household-needs-gone =
    { $lines ->
         [one] { $lines } Zeile zurückgezogen oder abgelaufen
        *[other] { $lines } Zeilen zurückgezogen oder abgelaufen
    }
household-withdraw = Zurückziehen
household-withdraw-line = { $product } zurückziehen
household-fill = Liste vorbereiten
household-fill-lead = Trägt ein, was nach der Faustregel (Richtwert) fehlt. Kein Anspruch; jede Zeile lässt sich zurückziehen.
household-fill-clothing = Kleidung: { $who }
household-fill-home = Wohnung und Küche
household-fill-hygiene = Hygiene
household-fill-maternity = Schwangerschaft: { $who }
household-fill-school = Schulanfang: { $who }
household-fill-what = Was fehlt?
household-fill-do = Eintragen
household-filled =
    { $lines ->
         [0] Es fehlte nichts: Alles stand schon auf der Liste.
         [one] { $lines } Zeile eingetragen.
        *[other] { $lines } Zeilen eingetragen.
    }
household-pieces = Bekommen
household-pieces-none = Noch nichts ausgegeben.
household-visits = Besuche
household-visits-none = Noch kein Besuch. Am Ausgabetisch die Karte scannen.
household-visit-pieces =
    { $pieces ->
         [one] { $pieces } Teil
        *[other] { $pieces } Teile
    }
household-mentors = Kümmerer
household-mentors-none = Noch kein Kümmerer zugeordnet.
household-mentor-since = seit { $day }
household-mentor-choose = Kümmerer wählen
household-mentor-add = Zuordnen
household-mentor-end = Beenden
household-mentor-nobody = Es ist noch niemand als Kümmerer angemeldet.
household-mentor-linked = Zugeordnet. Der Kümmerer sieht den Haushalt ab jetzt.
household-mentor-ended = Beendet. Der Zugriff ist sofort weg.
household-card-and-pin = Karte und PIN
household-card-manage = Karte
household-replace-card = Neue Karte ausgeben
household-replace-card-help = Karte verloren? Die alte gilt sofort nicht mehr.
household-block = Karte sperren
household-unblock = Sperre aufheben
household-left = Abmelden
household-left-ask =
    { $lines ->
         [0] Es ist nichts offen. Kümmerer sehen den Haushalt dann nicht mehr.
         [one] { $lines } offene Zeile der Bedarfsliste wird zurückgezogen. Kümmerer sehen den Haushalt dann nicht mehr.
        *[other] { $lines } offene Zeilen der Bedarfsliste werden zurückgezogen. Kümmerer sehen den Haushalt dann nicht mehr.
    }
household-left-do = Ja, abmelden
household-signed-off = Haushalt abgemeldet.
household-back = Wieder anmelden
household-blocked-note = Die Karte ist gesperrt. An der Ausgabe gibt es nichts, bis die Sperre aufgehoben ist.
household-left-note = Der Haushalt ist abgemeldet.
household-looks = Wer hat nachgesehen?
household-look-line = { $name } · { $when }
household-saved = Gespeichert.
household-registered = Angemeldet. Karte { $card } kann gedruckt oder abgeschrieben werden.
household-card-replaced = Neue Karte: { $card }. Die alte gilt nicht mehr.
household-card-replaced-blocked = Neue Karte: { $card }. Die alte gilt nicht mehr. Auch die neue ist gesperrt, bis Sie die Sperre aufheben.
household-need-added = Eingetragen.
household-need-withdrawn = Zurückgezogen.
household-member-saved = Gespeichert.
household-member-removed = Entfernt, mit dem offenen Bedarf dieser Person.

household-form-new-lead = Alles darf leer bleiben. Eine Karte wird in jedem Fall angelegt.
household-form-edit = Haushalt ändern
household-area-hint = Postleitzahl oder Unterkunft. Keine Straße.
household-note-hint = Höchstens 200 Zeichen. Keine Gesundheit, Religion, Lebensgeschichte.
household-language-hint = Für Nachrichten und Zettel.
household-first-member = Erste Person
household-first-member-lead = Weitere Personen kommen danach, eine nach der anderen.
member-title-new = Person hinzufügen
member-title-edit = Person ändern
member-nickname = Vorname oder Spitzname
member-nickname-hint = Nur zum Unterscheiden. Kein Nachname.
member-age = Alter
member-age-unknown = keine Angabe
member-birth-month = Geburtsmonat
member-birth-month-hint = Nur bei Kindern, zum Beispiel 2021-04.
member-cut = Schnitt
member-cut-hint = Welche Kleidung passt.
member-cut-unknown = egal
member-sizes = Größen
member-save-and-next = Speichern und nächste Person
member-remove = Person entfernen
member-remove-help = Der offene Bedarf dieser Person wird zurückgezogen. Was sie bekommen hat, bleibt gezählt.

need-title = Bedarf eintragen
need-for-household = Karte { $card }
need-search = Was wird gebraucht?
need-search-hint = Anfänge genügen: „wi ja 104“ findet die Winterjacke in 104.
need-search-none = Nichts gefunden. Bitte mit anderen Wörtern suchen.
need-search-start = Suchen Sie nach dem, was fehlt.
need-choose = Wählen
need-other = Etwas anderes suchen
need-who = Für wen?
need-cut = Schnitt
need-size = Größe
need-size-hint = Leer lassen: Dann gilt die Größe der Person.
need-size-choose = nicht festlegen
need-wanted = Wie viele?
need-urgency = Wie dringend?
need-occasion = Wofür?
need-add = Auf die Liste
household-print-card = Karte drucken
