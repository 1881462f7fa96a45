### Was die Verwaltung einrichtet: was dabei nicht geht.
error-product-name = Bitte einen Namen angeben.
error-product-weight = Bitte das Gewicht eines Stücks in Gramm angeben: 1 bis { $most }.
error-location-name = Bitte einen Namen angeben, zum Beispiel „Regal 3“.
error-location-name-taken = Diesen Namen gibt es hier schon. Bitte einen anderen wählen.
error-location-in-shelf = In einem Regal kann kein weiterer Ort liegen. Bitte den Raum wählen.
error-current-password = Das jetzige Passwort stimmt nicht.
error-passwords-differ = Die beiden neuen Passwörter sind verschieden. Bitte noch einmal eintippen.
error-label-dead = Der Code { $code } gilt nicht mehr. Bitte den neuen drucken.
error-stock-unknown = Dieses Etikettenpapier kennen wir nicht. Bitte eines aus der Liste wählen.
error-start-outside = Der Bogen hat { $labels } Etiketten. Bitte mit 1 bis { $labels } beginnen.

### Einstellungen: der Überblick.
nav-labels = Etiketten
settings-lead = Was die Kleiderkammer zum Arbeiten braucht.
settings-users =
    { $people ->
        [one] Person
       *[other] Personen
    }
settings-users-link = Personen und Ausweise
settings-terminals =
    { $terminals ->
        [one] Terminal
       *[other] Terminals
    }
settings-terminals-link = Terminals verwalten
settings-catalogue = Artikelarten im Katalog
settings-catalogue-link = Katalog bearbeiten
settings-locations =
    { $places ->
        [one] Ort
       *[other] Orte
    }
settings-locations-link = Orte und Regale
settings-stocks = Sorten Etikettenpapier
settings-stocks-link = Etiketten drucken
crumb-settings = Einstellungen
form-saved = Gespeichert.

### Personen.
users-title = Personen
users-lead = Wer sich anmelden kann, mit welcher Rolle.
users-new = Person anlegen
users-name = Name
users-sign-in-name = Name zum Anmelden
users-sign-in-name-hint = Kleine Buchstaben, Ziffern, Punkt oder Strich. Zum Beispiel: anna.a
users-display-name = Angezeigter Name
users-display-name-hint = So sehen ihn alle. Ein Vorname genügt.
users-role = Rolle
users-state = Zustand
users-active = aktiv
users-off = abgeschaltet
users-paused = Pause
users-badge = Ausweis
users-badge-print = Ausweis drucken
users-badge-none = Kein gültiger Ausweis.
users-badge-hint = Mit dem Ausweis meldet sich die Person an einem Terminal an. Es steht nur der Name darauf.
users-language = Sprache
users-password = Passwort
users-password-hint = Mindestens { $least } Zeichen. Ein ganzer Satz ist leicht zu merken. Schreiben Sie es nur für die Person auf.
users-password-new = Neues Passwort
users-password-lead = Die Person wird überall abgemeldet und braucht ab dann das neue Passwort.
users-password-set = Passwort setzen
users-password-saved = Neues Passwort gesetzt. Bitte der Person sagen.
users-may-sign-in = Darf sich anmelden
users-added = Angelegt. Jetzt den Ausweis drucken und das Passwort weitersagen.
users-saved = Gespeichert. Die Person muss sich neu anmelden.
users-since = Dabei seit
users-failed = Fehlversuche beim Anmelden
role-volunteer-hint = Scannt an Annahme und Ausgabe, sucht Artikel. Sieht Haushalte nur am Tisch.
role-coordinator-hint = Sieht und ändert fast alles, nur keine Personen.
role-mentor-hint = Sieht nur die eigenen Haushalte und ihre Bedarfslisten.
role-treasurer-hint = Spender, Spenden und Berichte. Sieht nie einen Haushalt.
role-admin-hint = Personen, Terminals, Katalog, Etiketten. Sieht keine Haushalte.

### Eigenes Konto.
account-title = Mein Konto
account-language-lead = Gilt für die Seiten und am Terminal.
account-password = Passwort ändern
account-password-current = Jetziges Passwort
account-password-hint = Mindestens { $least } Zeichen. Ein ganzer Satz ist leicht zu merken.
account-password-repeat = Neues Passwort noch einmal
account-password-saved = Ihr Passwort ist geändert. Auf anderen Geräten sind Sie abgemeldet.
account-everywhere = Überall abmelden
account-everywhere-lead = Ein Gerät verloren, oder irgendwo vergessen? Das beendet jede Anmeldung, auch diese.
account-who = Angemeldet als

### Terminals.
terminals-title = Terminals
terminals-lead = Geräte, die scannen. Jedes hat sein eigenes Kennwort.
terminals-name = Name
terminals-next-seq = Nächste Nummer
terminals-last-seen = Zuletzt gehört
terminals-never = noch nie
terminals-state = Zustand
terminals-active = eingeschaltet
terminals-off = ausgeschaltet
terminals-suspect = seit { $day }
terminals-set-aside = gesperrt
terminals-switch-off = Ausschalten
terminals-switch-on = Einschalten
terminals-enrol = Terminal einrichten
terminals-enrol-hint = Ein Name, den alle verstehen, zum Beispiel „Ausgabe links“.
terminals-enrolled = „{ $name }“ ist eingerichtet
terminals-token-lead = Dieses Kennwort steht nur dieses eine Mal hier. Bitte jetzt auf dem Gerät eintragen:
terminals-none = Noch kein Terminal
terminals-none-text = Ein Terminal ist ein Gerät mit Scanner an Annahme oder Ausgabe. Ohne geht es auch: im Browser.
terminals-switched-off = Ausgeschaltet: Dieses Terminal kann nicht mehr scannen.
terminals-switched-on = Eingeschaltet: Dieses Terminal kann wieder scannen.
terminal-station-name = { $device } · Scanner { $number }
terminals-waiting = Geräte, die sich anmelden möchten
terminals-waiting-none = Zurzeit keines. Auf dem neuen Gerät „gabentisch terminal“ starten: Es zeigt einen Code, den Sie hier eingeben.
terminals-waiting-since = fragt seit { $when }
terminals-waiting-nameless = Gerät ohne Namen
terminals-code = Code auf dem Bildschirm des Geräts
terminals-code-hint = Sechs Zeichen. Nur zulassen, was Sie vor sich sehen.
terminals-device-hint = Leer heißt: so, wie das Gerät sich nennt.
terminals-approve = Gerät zulassen
terminals-approved = „{ $name }“ ist zugelassen und meldet sich gleich von selbst.
terminals-refuse = Ablehnen
terminals-refused = Abgelehnt: Dieses Gerät bekommt keinen Zugang.
terminals-release = Freigeben
terminals-released = Freigegeben: Das Terminal sendet gleich nach, was noch offen ist.
terminals-suspect-text = Ein Terminal hat Nummern gesendet, die schon benutzt waren. Das kommt vor, wenn es aus einer alten Sicherung stammt oder zwei Geräte dieselbe Anmeldung haben. Es bucht nichts, bis Sie es freigeben; verloren ist nichts. Steht dieselbe Anmeldung auf zwei Geräten, bitte eines neu anmelden.
terminals-device-off = mit dem Gerät ausgeschaltet
terminals-enrol-lead = Ohne Bildschirm für den Code geht es auch von Hand: hier ein Kennwort erzeugen und auf dem Gerät eintragen.

### Katalog.
catalogue-title = Katalog
catalogue-lead = Alle Artikelarten. Ausgeschaltete werden an der Annahme nicht mehr angeboten.
catalogue-search = Artikelart suchen
catalogue-group = Warengruppe
catalogue-all-groups = alle
catalogue-product = Artikelart
catalogue-weight = Gewicht
catalogue-grams = { $grams } g
catalogue-essential = Grundausstattung
catalogue-essential-yes = ja
catalogue-off = ausgeschaltet
catalogue-none = Nichts gefunden
catalogue-none-text = Keine Artikelart heißt so. Weniger Buchstaben eintippen oder alle zeigen.
catalogue-count =
    { $products ->
        [one] { $products } Artikelart
       *[other] { $products } Artikelarten
    }
catalogue-name-de = Name auf Deutsch
catalogue-name-en = Name auf Englisch
catalogue-weight-g = Gewicht eines Stücks in Gramm
catalogue-weight-hint = Eine Faustregel, für Berichte.
catalogue-essential-label = Gehört zur Grundausstattung
catalogue-active-label = Wird angeboten
catalogue-active-hint = Ausgeschaltet bleibt die Artikelart im Katalog: Teile davon gibt es ja.
catalogue-facts = Was fest steht
catalogue-code = Kürzel
catalogue-cuts = Schnitte
catalogue-sizes = Größen
catalogue-season = Jahreszeit
catalogue-also = Auch zu finden als
season-all = ganzes Jahr
season-winter = Winter
season-summer = Sommer

### Orte.
locations-title = Orte
locations-lead = Ein Standort hat Räume, ein Raum hat Regale. Jeder Ort hat einen Code zum Scannen.
locations-add-site = Standort anlegen
locations-add-room = Raum hinzufügen
locations-add-shelf = Regal hinzufügen
locations-add = Hinzufügen
locations-name = Name
locations-site-hint = Zum Beispiel: Kleiderkammer Hauptstraße
locations-room-hint = Zum Beispiel: Lager oben
locations-shelf-hint = Zum Beispiel: Regal 3
locations-none = Noch kein Ort
locations-none-text = Legen Sie zuerst den Standort an, dann Räume und Regale.
locations-no-rooms = Noch kein Raum.
locations-no-shelves = Noch kein Regal.
locations-rename = Umbenennen
locations-print = Code drucken
locations-added = Angelegt: { $name }
locations-in = in { $place }
locations-pickup = Abholregal
locations-pickup-is = Hier liegt, was für einen Haushalt zurückgelegt ist. Die Annahme nennt diesen Ort.
locations-pickup-help = Was die Annahme für einen Haushalt zurücklegt, kommt ins Abholregal. Es gibt nur eines.
locations-pickup-mark = Zum Abholregal machen
locations-pickup-unmark = Kein Abholregal mehr

### Etiketten.
labels-title = Etiketten
labels-lead = Leere Etiketten zum Aufkleben. Was sie bedeuten, sagt der erste Scan.
labels-print = Etiketten machen
labels-stock = Etikettenpapier
labels-stock-choice =
    { $name }: { $size } mm, { $count ->
        [1] Rolle
       *[other] { $count } auf einem Blatt
    }
labels-kind = Wofür
labels-kind-item = Teile
labels-kind-box = Kisten
labels-kind-card = Haushaltskarten
labels-kind-location = Orte
labels-kind-badge = Ausweise
labels-kind-donation = Spenden
labels-kind-donor = Spenderkarten
labels-kind-product = Artikelarten
labels-count = Anzahl
labels-start-at = Beginnen mit Etikett Nummer
labels-start-hint = Bei einem angefangenen Bogen: das erste freie, Zeile für Zeile von oben links gezählt.
labels-download = PDF laden
labels-download-hint = Mit 100 % drucken, nicht „an Seite anpassen“. Jeder Code wird nur einmal gemacht.
labels-stocks = Papier, das wir kennen
labels-stock-facts =
    { $size } mm, { $count ->
        [1] Rolle
       *[other] { $count } auf einem Blatt
    }
labels-stock-also = auch: { $names }
labels-sheets = Blätter neben dem Scanner
labels-command-sheet = Befehlsblatt laden
labels-command-sheet-hint = Alle Befehle auf einer Seite, in vier Sprachen. Am besten einschweißen.
labels-product-sheet = Artikelblatt laden
labels-product-sheet-hint = Ein Feld je Artikelart: einmal scannen, dann die Etiketten. Jede Artikelart behält ihren Code.
labels-product-group = Gruppe
labels-test-page = Testseite
labels-test-lead = Trifft der Drucker die Etiketten? Die Testseite zeigt, um wie viel er daneben liegt.
labels-one-title = Code drucken
labels-one-lead = Ein Etikett mit diesem Code.

### Widersprüche.
contradictions-title = Widersprüche
contradictions-lead = Was ein Terminal ohne Verbindung bestätigt hat und was nicht zu dem passt, was inzwischen gebucht war. Bitte einzeln entscheiden.
contradictions-none = Kein Widerspruch
contradictions-none-text = Alle Scans passen zusammen. Sie müssen nichts tun.
contradictions-none-settled = Noch nichts geklärt
contradictions-none-settled-text = Was Sie entscheiden, steht danach hier.
contradictions-show-open = Offene zeigen ({ $count })
contradictions-show-settled = Geklärte zeigen ({ $count })
contradictions-settled =
    { $count ->
        [one] 1 Scan geklärt
       *[other] { $count } Scans geklärt
    }
contradictions-this-scan = Dieser Scan
contradictions-house-knew = Was schon gebucht war
contradictions-knew-nothing = Dazu war nichts gebucht.
contradictions-card = Karte
contradiction-no-item = Ein Teil
contradiction-given-twice = { $item } wurde zweimal ausgegeben.
contradiction-not-free = { $item } wurde ausgegeben, war aber nicht frei oder nicht so oft da.
contradiction-card = Eine Karte wurde angenommen, die inzwischen gesperrt oder ersetzt war.
contradiction-quota = { $item } wurde über die Grenze für einen Besuch hinaus ausgegeben.
contradiction-label = Das Etikett von { $item } wurde noch einmal als etwas anderes aufgenommen.
contradiction-not-out = { $item } wurde zurückgenommen, war aber nicht ausgegeben.
contradiction-undo = Am Terminal wurde etwas zurückgenommen, was hier nicht (mehr) so gebucht ist: { $item }.
contradiction-unknown-code = Ein Code wurde bestätigt, den es hier nicht gibt.
contradiction-told-no = { $item } ist gebucht, aber das Terminal hat Nein gesagt.
contradiction-other = { $item }: Das Terminal hat den Scan bestätigt, gebucht werden konnte er nicht.
contradiction-now = Jetzt gebucht: { $state }.
contradiction-now-at = Jetzt gebucht: { $state }, Karte { $card }.
contradiction-leave = So lassen
contradiction-leave-effect = Es bleibt, wie es jetzt gebucht ist.
contradiction-rebook = Umbuchen
contradiction-rebook-effect = { $item } zählt danach für die Karte { $card }.
contradiction-rebook-label-effect = { $item } wird zu dem, was dieser Scan sagt.
contradiction-misscan = Fehlscan
contradiction-misscan-effect = Was dieser Scan gebucht hat, wird zurückgenommen.
contradiction-misscan-visit = Alle Teile dieses Besuchs werden zurückgenommen.
contradiction-misscan-nothing = Der Scan zählt nicht. Gebucht hat er nichts.
contradiction-left = So gelassen.
contradiction-rebooked = Umgebucht.
contradiction-misscanned = Als Fehlscan erledigt.
contradictions-unsigned = nicht angemeldet
contradictions-received = angekommen { $moment }
contradictions-odd = Auffällige Terminals
contradictions-odd-text = Diese Geräte haben etwas gesendet, was ein richtiges Terminal nicht sendet. Bitte nachsehen, wer sie benutzt.
contradictions-odd-since = seit { $moment }
contradictions-count =
    { $scans ->
        [one] { $scans } Scan zu klären
       *[other] { $scans } Scans zu klären
    }
