### Die Scanplätze im Browser: Ausgabe, Rückgabe, Annahme.
desks-scan-card = Karte scannen
desks-scan-card-help = Oder zuerst die Teile: Sie warten auf die Karte.
desks-scan-pieces = Teile scannen
desks-scan-pieces-help = Fertig? Die Karte noch einmal scannen.
desks-answer = Erst antworten
desks-answer-help = Es ist eine Frage offen: Ja oder Nein.
desks-scan-return = Teil scannen
desks-scan-return-help = Es kommt zurück und geht in die Pflege.
desks-what-comes = Was kommt herein?
desks-what-comes-help = Artikelart suchen, zum Beispiel „wi ja 104“, dann die Etiketten scannen.
desks-scan-label = Etikett scannen
desks-stale = Fenster war nicht aktuell
desks-stale-help = Jetzt ist es aktuell. Bitte noch einmal scannen. Bitte nicht zweimal mit demselben Namen arbeiten.
desks-visit = Besuch
desks-visit-none = Kein Besuch offen. Die Karte öffnet ihn, oder das erste Teil wartet auf sie.
desks-needs = Bedarfsliste
desks-needs-none = Die Bedarfsliste ist leer. Ausgeben geht trotzdem.
desks-pieces = Ausgegeben
desks-pieces-none = Noch kein Teil.
desks-earlier =
    { $count ->
         [one] { $count } Teil davor
        *[other] { $count } Teile davor
    }
desks-tray = Wartet auf die Karte
desks-refused = Nicht ausgegeben
desks-product = Artikelart
desks-product-search = Artikelart suchen
desks-product-other = Andere
desks-not-meant = Nicht gemeint?
desks-nothing-found = Nichts gefunden. Bitte mit anderen Wörtern suchen.
desks-size = Größe
desks-size-none = keine
desks-cut = Schnitt
desks-cut-first = Für die Größen zuerst den Schnitt wählen.
desks-condition = Zustand
desks-condition-new = neu
desks-condition-good = gut
desks-condition-worn = getragen
desks-condition-needs-care = erst pflegen
desks-donation = Spende
desks-donation-none = ohne Spende
desks-donation-line = { $donor }, { $day }
desks-quantity = Menge
desks-quantity-help = Für einen Posten unter einem Etikett.
desks-please-check = Bitte prüfen: { $what }
desks-new-only = Nur neu und verpackt.
desks-last = Zuletzt aufgenommen
desks-last-none = Noch nichts. Jedes Teil ist ein Scan; was gewählt ist, bleibt für das nächste.
