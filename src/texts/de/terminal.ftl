### Das Text-Terminal: wenige Worte, groß.
terminal-locked = GESPERRT
terminal-word-ok = OK
terminal-word-again = ACHTUNG
terminal-word-question = FRAGE
terminal-word-stop = STOPP

# Was als Nächstes zu tun ist
terminal-do-badge = Ausweis scannen
terminal-do-badge-help = Den Helfer-Ausweis vor den Scanner halten. Dann geht es los.
terminal-do-card = Karte scannen
terminal-do-card-help = Oder zuerst die Teile, dann die Karte.
terminal-do-pieces = Teile scannen
terminal-do-pieces-help = Zum Schluss noch einmal die Karte.
terminal-do-product = Was ist es?
terminal-do-product-help = Artikelart scannen oder tippen, zum Beispiel: wi ja 104
terminal-do-label = Etikett scannen
terminal-do-return = Teil scannen
terminal-do-return-help = Das Etikett des Teils, das zurückkommt.
terminal-do-lookup = Etwas scannen
terminal-do-lookup-help = Das Terminal sagt, was es ist. Gebucht wird nichts.
terminal-do-place = Ort scannen
terminal-do-place-help = Zuerst den Code des Regals, dann die Teile.
terminal-do-shelf-pieces = Teile scannen
terminal-do-shelf-pieces-help = Ort: { $place }. Anderer Ort? Dessen Code scannen.
terminal-do-wait = Einen Moment
terminal-do-wait-help = Verbindung zum Server wird aufgebaut.

# Was das Terminal selbst sagt
terminal-badge-first = Bitte zuerst den Ausweis scannen.
terminal-answer-first = Erst die Frage beantworten.
terminal-stop-first = Erst diese Meldung bestätigen: F12 Verstanden.
terminal-not-booked = Nicht gebucht: { $code }
terminal-no-answer = Keine Antwort, also Nein.
terminal-no-answer-help = Nichts gebucht. Bei Bedarf das Teil noch einmal scannen.
terminal-visit-paused = Besuch beendet.
terminal-visit-paused-help = Zwei Minuten lang kam kein Scan. Alles Gescannte ist gebucht.
terminal-tray-paused =
    { $count ->
         [one] Nicht gebucht: { $count } Teil ohne Karte.
        *[other] Nicht gebucht: { $count } Teile ohne Karte.
    }
terminal-tray-paused-help = Eine Minute lang kam keine Karte. Karte und Teile noch einmal scannen.
terminal-mode-fell-back = Modus wieder: { $mode }
terminal-mode-fell-back-help = Zehn Minuten lang kam kein Scan.
terminal-full = Zu viele Scans warten.
terminal-full-help = Nicht gebucht: { $code }. Bitte warten, dann dieses Teil noch einmal scannen.
terminal-same-pull = Zweimal gelesen, einmal gezählt.
terminal-pick-with = Eingabe allein wählt nichts: F1 bis F8 oder Pfeil rechts.
terminal-answer-keys = F2 Ja     F8 Nein
terminal-stop-keys = F12 Verstanden oder „Ja“ scannen
terminal-quit-again = Zum Beenden noch einmal Strg+Q drücken.
terminal-quit-loses =
    { $count ->
         [one] { $count } Scan wartet noch und wäre nicht gebucht! Trotzdem beenden: noch einmal Strg+Q.
        *[other] { $count } Scans warten noch und wären nicht gebucht! Trotzdem beenden: noch einmal Strg+Q.
    }

# Verbindung
terminal-token-refused = Terminal nicht angemeldet
terminal-status-online = verbunden
terminal-status-connecting = verbindet …
terminal-status-offline =
    { $open ->
         [0] Offline seit { $time }
        *[other] Offline seit { $time }, { $open } offen
    }
terminal-status-stand = Stand { $time }
terminal-status-no-stand = ohne Stand
terminal-status-questions =
    { $count ->
         [one] { $count } Frage für die Leitung
        *[other] { $count } Fragen für die Leitung
    }
terminal-waiting-line = wartet: { $code }
terminal-waiting-more =
    { $count ->
         [one] und { $count } weiterer
        *[other] und { $count } weitere
    }

# Rechte Spalte
terminal-side-visit = BESUCH
terminal-side-card = Karte { $card }
terminal-side-people =
    { $people ->
         [one] { $people } Person
        *[other] { $people } Personen
    }
terminal-side-pieces =
    { $pieces ->
         [one] Teil
        *[other] Teile
    }
terminal-side-needs = BEDARF
terminal-side-nothing-needed = Nichts offen
terminal-side-tray = Ohne Karte
terminal-side-intake = GERADE
terminal-side-more =
    { $count ->
         [one] + { $count } Zeile
        *[other] + { $count } Zeilen
    }

# Suche an der Annahme
terminal-search = Suche
terminal-search-none = Nichts gefunden. Andere Anfangsbuchstaben versuchen, zum Beispiel: wi ja 104
terminal-search-how = F1–F8 oder ↑ ↓ und → wählt · Esc verwirft
terminal-choose-cut = Welcher Schnitt?
terminal-choose-size = Welche Größe?
terminal-choose-size-help = Größe tippen, dann → oder gleich das Etikett scannen. Ohne Größe: einfach scannen.
terminal-chosen-size = Gr. { $size }
terminal-cut-w = Damen
terminal-cut-m = Herren
terminal-cut-k = Kinder
terminal-cut-b = Baby
terminal-cut-u = für alle

# Tasten
terminal-key-lock = Strg+L
terminal-key-quit = Strg+Q
terminal-keys-choose = Wählen
terminal-keys-drop = Verwerfen
terminal-keys-yes = Ja
terminal-keys-no = Nein
terminal-keys-undo = Zurück
terminal-keys-finish = Fertig
terminal-keys-handout = Ausgabe
terminal-keys-intake = Annahme
terminal-keys-return = Rückgabe
terminal-keys-lookup = Auskunft
terminal-keys-move = Umräumen
terminal-keys-stocktake = Inventur
terminal-keys-help = Hilfe
terminal-keys-understood = Verstanden
terminal-keys-lock = Sperren
terminal-keys-quit = Beenden
terminal-help-title = HILFE
terminal-help-handout = Ausgabe: Karte scannen, dann die Teile, zum Schluss noch einmal die Karte.
terminal-help-intake = Annahme: Artikelart wählen, dann je Teil ein Etikett scannen. Was gewählt ist, gilt weiter.
terminal-help-mistake = Fehler? F9 oder „Zurück“ auf dem Befehlsblatt nimmt den letzten Scan zurück.
terminal-help-tones = Ein Ton: gebucht. Zwei Töne: hinsehen. Drei Töne: nicht gebucht.
terminal-help-codes = Ohne Tastatur: die Codes vom Befehlsblatt scannen.
terminal-help-enter = Eingabe, Tab und Leertaste bestätigen nie etwas.
terminal-help-close = F1 oder der nächste Scan schließt die Hilfe.

# Scanner
terminal-scanner-gone = Scanner { $number } nicht angeschlossen.
terminal-scanner-silent = Scanner { $number } nicht lesbar: { $cause }.
terminal-scanner-gone-help = Kabel prüfen. Er wird von selbst wiedergefunden.
terminal-scanner-back = Scanner { $number } ist wieder da.
terminal-scanner-garbage = Der Scanner sendet Unsinn.
terminal-scanner-garbage-help = Nichts davon ist gebucht. Kabel ziehen und wieder einstecken, sonst einen anderen Scanner nehmen.
terminal-caps-lock = Feststelltaste ist an – Code wurde trotzdem erkannt.

# Scanner-Test (Befehl „Scanner prüfen“ oder F12 in der Hilfe)
trial-begin = Scanner-Test
trial-begin-help = Mit jedem Scanner ein Etikett scannen, am besten das Test-Etikett vom Befehlsblatt: { $code }. Gebucht wird hier nichts.
trial-not-booked = Scanner-Test: Gebucht wird nichts
trial-keys = Esc, „Fertig“ oder „Abbruch“: zurück zur Arbeit
trial-fine = Alles in Ordnung
trial-source = Kommt von
trial-speed = Tempo
trial-keyboard = Tastatur
trial-caps = Feststelltaste
trial-suffix = Am Ende
trial-aim = AIM-Kennung
trial-raw = Gelesen
trial-by-fingers = Fingern
trial-by-wedge = Scanner, der wie eine Tastatur tippt
trial-by-device = Scanner, direkt gelesen
trial-by-line = serieller Scanner
trial-ms = { $ms } ms je Zeichen
trial-at-once = alles auf einmal
trial-no-layout = spielt keine Rolle
trial-layout-fine = in Ordnung
trial-layout-undone = anders eingestellt ({ $layout }), wird umgerechnet
trial-on = an
trial-off = aus
trial-suffix-none = nichts
trial-suffix-return = Eingabe (CR)
trial-suffix-line-feed = Zeilenvorschub (LF)
trial-suffix-tab = Tabulator
trial-aim-none = keine
trial-text = { $text }
trial-damaged = Nicht richtig gelesen. Näher heran oder anderes Licht, dann noch einmal.
trial-foreign = Kein Code von uns. Bitte das Test-Etikett scannen.
trial-caps-lock = Feststelltaste ausschalten.
trial-layout = Scanner und Computer haben verschiedene Tastaturen. Am Scanner die Tastatur des Computers einstellen.
trial-slow = So langsam wie Finger. Am Scanner die Pause zwischen den Zeichen auf 8 ms stellen.
trial-no-suffix = Am Scanner „Eingabe (CR) am Ende“ einstellen.

# Ein neues Gerät meldet sich an
enrol-title = TERMINAL ANMELDEN
enrol-asking = Verbindung zum Server { $server } …
enrol-type-it = Diesen Code am Computer der Leitung unter Einstellungen → Terminals eingeben. Server: { $server }
enrol-left = { $code } gilt noch { $time } Minuten, dann kommt ein neuer Code.
enrol-refused = Die Leitung hat dieses Gerät abgelehnt. Neuer Versuch: F2.
enrol-away = Der Server { $server } antwortet nicht. Es wird weiter versucht. Netzwerkkabel und Adresse prüfen.
enrol-foreign = Unter { $server } antwortet kein Gabentisch-Server, der Terminals anmeldet. Adresse und Version prüfen.
enrol-keys = Esc: beenden

# Mehrere Scanner an einem Gerät
pane-keyboard = Tastatur hier
pane-choose = Alt+{ $number }
pane-waits = Scanner { $number } wird angemeldet
pane-waits-help = Der Server hat ihn noch nicht aufgenommen. Gebucht wird damit noch nichts.

# Wenn die Leitung entscheiden muss, und was man außerdem tun kann
terminal-lead-needed = Leitung: Ausweis scannen
terminal-lead-keys = Leitung: Ausweis     F8 Nein
terminal-offer-keys = F2 Ja     sonst weiterscannen
terminal-describe = Etikett { $code }: Was ist es?
terminal-describe-how = Anfangsbuchstaben tippen, F1–F8 wählt. Später? Einfach weiterscannen.
terminal-side-place = ORT
terminal-no-arabic = Diese Konsole kann kein Arabisch zeigen, deshalb Englisch.

# Befehlsblatt und Artikelblatt
command-sheet-title = Befehlsblatt
command-sheet-lead = Scannen statt tippen.
command-group-answer = Antwort
command-group-count = Menge
command-group-mode = Modus
command-group-more = Sonst
command-yes = Ja
command-cancel = Nein
command-undo = Zurück
command-finish = Fertig
command-quantity = { $count } Stück
command-print = Drucken
command-help = Hilfe
command-lock = Sperren
command-test = Scanner-Test
product-sheet-title = Artikelblatt
product-sheet-lead = Zuerst das Feld scannen, dann die Etiketten der Teile.

# Beim Starten und Beenden, in der Befehlszeile
terminal-no-token = Kein Kennwort für dieses Terminal. Bitte GABENTISCH_TOKEN setzen oder in { $path } die Zeile token = "…" eintragen (Rechte 0600); die Leitung stellt es aus.
terminal-token-file-open = Die Datei { $path } dürfen auch andere lesen, darin steht aber ein Geheimnis. Bitte ausführen: chmod 600 { $path }
terminal-token-file-bad = Die Datei { $path } ist nicht lesbar: { $cause }
terminal-token-file-unwritable = In { $path } lässt sich nichts speichern: { $cause }. Bitte Rechte und freien Platz prüfen.
terminal-server-bad = „{ $server }“ ist keine Serveradresse, die das Terminal erreicht. Sie beginnt mit http:// oder https://, zum Beispiel http://192.168.1.10:8080
terminal-no-screen = Das Terminal braucht einen Bildschirm: bitte in einer Konsole starten, nicht in einer Pipe. ({ $cause })
terminal-scanner-bad = Der Scanner { $path } lässt sich nicht öffnen: { $cause }. Kabel und Rechte prüfen.
terminal-no-player = Hier gibt es kein Programm, das Töne abspielt (pw-play, paplay oder aplay). Bitte eines installieren oder --sound auto nehmen.
terminal-scanner-forbidden = { $path } darf dieses Programm nicht lesen. Dem Programm nur diesen Scanner geben, mit einer udev-Regel wie in docs/terminal.md.
terminal-scanner-many = Mehr als { $most } Scanner an einem Gerät gehen nicht.
terminal-unsent =
    { $count ->
         [one] { $count } Scan wartet noch auf den Server. Er ist gespeichert und wird beim nächsten Start gesendet.
        *[other] { $count } Scans warten noch auf den Server. Sie sind gespeichert und werden beim nächsten Start gesendet.
    }
terminal-lost =
    { $count ->
         [one] Achtung: { $count } Scan hat noch gewartet und ist nicht gebucht:
        *[other] Achtung: { $count } Scans haben noch gewartet und sind nicht gebucht:
    }

# Abgeschnitten vom Server
terminal-kept = Gemerkt, wird später geprüft.
terminal-kept-since = Gemerkt, wird später geprüft – Stand { $time }
terminal-kept-card = Karte { $card } gemerkt
terminal-kept-undo = Zurücknehmen gemerkt
terminal-signed-on = Angemeldet. Modus: { $mode }
terminal-in-use = Dieses Terminal läuft auf diesem Rechner schon. Bitte dort weiterarbeiten oder es erst beenden.
terminal-state-bad = Der Ordner { $path } ist nicht beschreibbar: { $cause }. Dort merkt sich das Terminal jeden Scan. Platz und Rechte prüfen.
terminal-held = Terminal gesperrt
terminal-held-help = Nummern kamen doppelt: altes Abbild oder zweites Gerät. Nichts ist verloren. Bitte die Leitung: „Freigeben“ auf der Seite „Terminals“.
terminal-foreign = Server und Terminal passen nicht zusammen
terminal-other-version = Terminal { $own }, Server { $version }. Scannen geht weiter, alles wird gespeichert. Bitte die Leitung: Terminal aktualisieren.
terminal-disk-full = Speicher voll oder nicht beschreibbar – nicht gebucht
terminal-disk-full-help = Nicht gebucht: { $code }. Das Teil zurücklegen und die Leitung holen. ({ $cause })
terminal-journal-torn = Der letzte Scan vor dem Stromausfall fehlt vielleicht. Bitte noch einmal scannen.
terminal-left-behind =
    { $count ->
         [one] { $count } Scan von früher liegt noch hier und ist nicht gesendet. Bitte der Leitung sagen.
        *[other] { $count } Scans von früher liegen noch hier und sind nicht gesendet. Bitte der Leitung sagen.
    }
terminal-journal-damaged =
    { $count ->
         [one] Die Merkliste war beschädigt: { $count } Zeile ist nicht lesbar. Bitte der Leitung sagen.
        *[other] Die Merkliste war beschädigt: { $count } Zeilen sind nicht lesbar. Bitte der Leitung sagen.
    }
terminal-snapshot-unreadable = Der gespeicherte Stand ist nicht lesbar. Ohne Server wird nur gemerkt.
