### Was Spenden wert sind, worauf das beruht, und was über Spender und Spenden berichtigt wird.
values-error-cents = Bitte geben Sie einen Betrag ein, zum Beispiel 12,50. Der höchste Betrag ist { $most }.
values-error-rate = Bitte geben Sie einen Steuersatz zwischen 0 und 100 ein, zum Beispiel 19.
values-error-weight = Bitte geben Sie das Gewicht in Kilogramm ein, zum Beispiel 12,5.
values-error-nothing = Ein Wert von 0 Euro gehört nicht auf eine Bestätigung. Lassen Sie das Feld leer, solange der Wert nicht bekannt ist.
values-error-description = Bitte schreiben Sie, was es ist.
values-error-quantity = Bitte geben Sie eine Zahl von 1 bis { $most } ein.
values-error-identical = Mehrere Stücke gehören nur in eine Zeile, wenn jedes gleich ist. Kreuzen Sie das an oder machen Sie einzelne Zeilen.
values-error-basis = Bitte wählen Sie, worauf der Wert beruht. Die Auswahl hängt von der Herkunft der Spende ab.
values-error-bought-later = Gekauft wurde es vor dem Tag der Spende. Bitte prüfen Sie das Datum.
values-error-asked-early = Gefragt wurde höchstens ein Jahr vor dem Tag der Spende. Bitte prüfen Sie das Datum.
values-error-line-locked = Diese Zeile steht auf einer ausgestellten Bestätigung. Machen Sie zuerst die Bestätigung ungültig.
values-error-lines = Eine Spende hat höchstens { $most } Zeilen.
values-error-in-line = In der Zeile „{ $line }“: { $problem }
values-error-taken = Diese Stücke stehen schon in einer Zeile. Bitte die Seite neu laden.
values-error-receipt-issued = Für diese Spende ist eine Bestätigung ausgestellt. Machen Sie zuerst die Bestätigung ungültig.
values-error-bags = Bitte geben Sie eine Zahl von 1 bis { $most } ein.
values-error-paid = Bitte geben Sie ein, wie viel bezahlt wurde.
values-error-bought-receipt = Für Gekauftes gibt es keine Zuwendungsbestätigung über Sachen. Bitte das Häkchen wegnehmen oder „geschenkt“ wählen.
values-error-thanks-mail = Für einen Dank per E-Mail brauchen wir die E-Mail-Adresse.
values-error-months = Bitte geben Sie eine Zahl von 1 bis { $most } ein.
values-error-no-file = Bitte wählen Sie mindestens eine Datei.
values-error-files = Bitte laden Sie höchstens { $most } Dateien auf einmal hoch.
values-error-papers = Zu einer Spende gehören höchstens { $most } Belege.
values-error-file-kind = „{ $name }“ ist kein Bild und kein PDF. Erlaubt sind JPEG, PNG, WebP und PDF.
values-error-file-large = „{ $name }“ ist zu groß. Erlaubt sind { $megabytes } MB; machen Sie das Bild kleiner oder teilen Sie das PDF.
values-error-file-locked = „{ $name }“ ist mit einem Passwort geschützt. Speichern Sie das PDF ohne Passwort und laden Sie es noch einmal hoch.
values-error-file-damaged = „{ $name }“ lässt sich nicht öffnen. Machen Sie das Bild oder das PDF noch einmal.
values-error-upload = Das Hochladen wurde unterbrochen. Bitte versuchen Sie es noch einmal.
values-error-evidence-locked = Dieser Beleg gehört zu einer ausgestellten Bestätigung und bleibt hier.
values-request-on = Um Angaben gebeten am { $day }
values-request-on-by = Um Angaben gebeten am { $day }: { $how }
values-line-saved = Die Zeile ist gespeichert.
values-line-removed = Die Zeile ist entfernt.
values-lines-saved = { $count ->
    [one] 1 Zeile ist gespeichert.
   *[other] { $count } Zeilen sind gespeichert.
  }
values-lines-taken = { $count ->
    [one] 1 Zeile ist angelegt. Jetzt fehlt der Wert.
   *[other] { $count } Zeilen sind angelegt. Jetzt fehlen die Werte.
  }
values-nothing-changed = Es hat sich nichts geändert.
values-evidence-added = { $count ->
    [one] 1 Beleg ist abgelegt.
   *[other] { $count } Belege sind abgelegt.
  }
values-evidence-removed = Der Beleg ist entfernt.
values-story-waste = In den Müll
values-story-recycled = In die Textilverwertung
values-story-sold = Verkauft
values-dispose = Aussortieren
values-dispose-hint = Wohin geht das Stück? Was verkauft oder verwertet wird, steht nie auf einer Zuwendungsbestätigung.
values-dispose-waste = Aussortieren: in den Müll
values-dispose-recycled = Aussortieren: Textilverwertung
values-dispose-sold = Aussortieren: verkauft
values-bulk-did-recycle = in die Textilverwertung gegeben
values-bulk-did-sell = verkauft
values-help = Hier sagen Sie, was eine Spende wert ist. Den Wert nennen Sie oder die Firma; die Kleiderkammer schlägt nie einen Preis vor. Nehmen Sie die gescannten Teile als Zeilen, tragen Sie die Beträge ein und legen Sie Belege dazu. Warnungen verbieten nichts: Sie bitten um einen zweiten Blick. Zeilen auf einer ausgestellten Bestätigung sind gesperrt.
values-title = Werte
values-open = Werte und Belege öffnen
values-none-yet = Für diese Spende ist noch kein Wert notiert. Ohne Wert gibt es keine Zuwendungsbestätigung.
values-sum-of-lines =
    { $count ->
        [one] 1 Zeile, zusammen { $total }
       *[other] { $count } Zeilen, zusammen { $total }
      }
values-to-donation = Zur Spende
values-is-purchase = Diese Sachen sind mit Geld gekauft. Sie stehen nie auf einer Bestätigung über Sachzuwendungen.
values-free = Gescannt, noch ohne Zeile
values-free-lead = Neue gleiche Ware kommt in eine Zeile. Gebrauchte Stücke bekommen einzelne Zeilen, weil jedes einen eigenen Wert hat.
values-take-all = Alle übernehmen
values-take =
    { $count ->
        [one] Als 1 Zeile übernehmen
       *[other] Als { $count } Zeilen übernehmen
      }
values-take-alike = Alle sind gleich: 1 Zeile
values-lines = Zeilen
values-lines-business = Tragen Sie ein, was in der Wertangabe der Firma steht: Wert ohne Steuer und Umsatzsteuer für 1 Stück.
values-lines-private = Tragen Sie den Wert für 1 Stück ein: was es heute gebraucht kostet. Vergleichen Sie, zum Beispiel mit Kleinanzeigen.
values-save-all = Werte speichern
values-saved =
    { $count ->
        [one] Die Werte sind gespeichert.
       *[other] Die Werte sind gespeichert.
      }
values-locked = Steht auf einer ausgestellten Bestätigung und ist gesperrt.
values-all-locked = Alle Zeilen stehen auf einer ausgestellten Bestätigung und sind gesperrt.
values-net = Wert ohne Steuer, für 1 Stück
values-vat-rate = Steuersatz in %
values-vat = Umsatzsteuer, für 1 Stück
values-vat-propose = Steuer ausrechnen
values-value = Wert, für 1 Stück
values-new-price = Neupreis, für 1 Stück
values-line-change = Angaben ändern
values-total = Zusammen
values-open-lines =
    { $count ->
        [one] Bei 1 Zeile fehlt der Wert.
       *[other] Bei { $count } Zeilen fehlt der Wert.
      }
values-no-value = noch kein Wert
values-none = Noch keine Zeile
values-none-lead = Für diese Spende ist nichts gescannt. Schreiben Sie die Zeilen von Hand.
values-line-new = Zeile von Hand schreiben
values-line-edit = Zeile ändern
values-line-remove = Zeile entfernen
values-description = Was ist es?
values-description-hint = So steht es auf der Bestätigung, zum Beispiel: Winterjacke Gr. 140, Marke.
values-quantity = Stück
values-condition-none = keine Angabe
values-identical = Gleiche Massenware: jedes Stück ist wie das andere
values-age = Alter
values-age-hint = Zum Beispiel: 2 Jahre.
values-bought-on = Gekauft
values-bought-on-hint = Tag, Monat oder Jahr: 12.05.2024, 05/2024 oder 2024.
values-basis = Worauf beruht der Wert?
values-basis-going-concern = Teilwert
values-basis-book = Buchwert
values-basis-market = Gemeiner Wert (Marktpreis)
values-basis-invoice = Preis auf der Rechnung
values-from = Woher kommt der Wert?
values-from-hint = Zum Beispiel: 3 Kleinanzeigen vom 2. Mai, oder Wertangabe der Firma vom 2. Mai.
values-alike =
    { $count ->
        [one] 1 Stück
       *[other] { $count } gleiche Stücke
      }
values-bought = gekauft: { $when }
values-error-bought = Bitte einen Tag, einen Monat oder ein Jahr angeben, zum Beispiel 12.05.2024, 05/2024 oder 2024.
values-papers =
    { $count ->
        [one] 1 Beleg
       *[other] { $count } Belege
      }
values-line-number = Zeile { $number }
values-line-named = Zeile { $number }: { $name }
values-warn-round = Alle Werte sind glatte Beträge (Vielfache von 5 Euro). Das sieht nach einer Schätzung aus. Prüfen Sie, ob jeder Wert einzeln ermittelt ist.
values-warn-one-value = { $lines } verschiedene Zeilen haben denselben Wert: { $value }. Das Finanzamt erkennt Preisklassen nicht an. Nur gleiche Massenware darf denselben Wert haben.
values-warn-near-new = Der Wert ist { $percent } % des Neupreises. Für getragene Kleidung ist das viel. Prüfen Sie den Vergleich.
values-warn-vat = Satz und Wert ohne Steuer ergeben { $vat } Umsatzsteuer. Prüfen Sie die Angabe der Firma.
values-warn-basis = Die Grundlage des Werts passt nicht zur Herkunft der Spende. Bitte ändern Sie die Zeile.
values-warn-no-statement = Die schriftliche Wertangabe der Firma fehlt noch bei den Belegen.
values-warn-no-evidence = Es liegt noch kein Beleg für die Werte vor. Das Finanzamt will sehen, worauf ein Wert beruht.
values-warn-not-asked = Die Herkunft ist unbekannt. Bitten Sie den Spender um Angaben und tragen Sie unten das Datum ein.
values-error-propose = Zum Ausrechnen braucht es den Wert ohne Steuer und den Steuersatz.
values-papers-title = Belege
values-papers-none = Noch kein Beleg. Fotos, Rechnungen und Wertangaben gehören hierher.
values-paper-remove = Entfernen
values-paper-kind = Art des Belegs
values-paper-about = Gehört zu
values-paper-all = der ganzen Spende
values-files = Dateien
values-files-hint = Bilder oder PDF: auswählen, hierher ziehen oder fotografieren. Höchstens 10 Dateien mit je 20 MB. Ort und Zeit der Aufnahme werden entfernt.
values-upload = Hochladen
values-evidence-statement = Wertangabe der Firma
values-evidence-invoice = Rechnung
values-evidence-opinion = Gutachten
values-evidence-comparison = Vergleichspreis
values-evidence-photo = Foto
values-evidence-request = Bitte um Angaben
values-evidence-other = Anderer Beleg
values-asked = Bitte um Angaben
values-asked-lead = Sie wissen nicht, woher die Sachen kommen? Fragen Sie den Spender und notieren Sie hier, wann. Erst dann darf die Bestätigung sagen, dass er keine Angaben gemacht hat.
values-asked-other = Haben Sie den Spender nach Herkunft oder Wert gefragt? Notieren Sie hier, wann.
values-asked-on = Gefragt am
values-asked-how = Wie? (Brief, Telefon)
values-asked-save = Datum notieren
values-letter-make = Brief an den Spender erstellen (PDF)
values-letter-lead = Oder schreiben Sie ihm: Der Brief fragt nach Herkunft, Alter, Preis und Belegen. Er liegt dann mit dem Datum von heute bei den Belegen.
values-letter-file = Bitte um Angaben { $day }
values-letter-subject = Ihre Sachspende vom { $day }: Bitte um Angaben
values-letter-why = vielen Dank für Ihre Sachspende. Für die Zuwendungsbestätigung müssen wir wissen, woher die Sachen kommen und was sie wert sind. Bitte füllen Sie diesen Brief aus und geben Sie ihn uns zurück.
values-letter-without = Sagen Sie uns nichts dazu, müssen wir auf die Bestätigung schreiben, dass Sie trotz unserer Bitte keine Angaben gemacht haben.
values-letter-origin = Woher kommen die Sachen?
values-letter-private = Aus Privatvermögen: Sie gehörten mir oder meiner Familie.
values-letter-business = Aus einem Betrieb: Firma, Praxis, Hof.
values-letter-goods = Was ist es, und was hat es gekostet?
values-letter-thing = Sache
values-letter-price = Preis neu
values-letter-bought = Gekauft (Monat, Jahr)
values-letter-condition = Zustand
values-letter-company = Kommen die Sachen aus einem Betrieb? Dann schreiben Sie bitte dazu, mit welchem Wert sie entnommen wurden und wie viel Umsatzsteuer darauf kam.
values-letter-papers = Bitte legen Sie bei, was Sie haben: Rechnungen, Quittungen, Fotos, Vergleichspreise.
values-letter-sign = Datum, Unterschrift
values-error-letter-address = Für einen Brief fehlen Name, Straße oder Ort. Bitte auf der Karte des Spenders eintragen.
values-contact = Ansprechperson
values-contact-hint = Bei Firmen und Einrichtungen. Steht nie auf der Bestätigung.
values-country = Land
values-country-hint = Nur außerhalb von Deutschland.
values-thanks = Dank
values-thanks-hint = Wie möchte der Spender einen Dank bekommen?
values-thanks-none = Kein Dank
values-thanks-mail = E-Mail
values-thanks-letter = Brief
values-letters-lang = Sprache der Briefe
values-gives-every = Gibt regelmäßig: alle … Monate
values-gives-every-hint = Leer lassen, wenn es keinen festen Abstand gibt.
values-gives-months =
    { $count ->
        [one] Gibt jeden Monat
       *[other] Gibt alle { $count } Monate
      }
values-awaited = nächste Spende erwartet ab { $day }
values-due = fällig
values-card-print = Karte drucken
values-copies = Wie oft?
values-copies-hint = Für eine Spende in mehreren Tüten: ein Etikett für jede Tüte.
values-only = Auswahl
values-only-recurring = gibt regelmäßig
values-only-due = nächste Spende erwartet
values-only-no-address = Anschrift fehlt
values-only-receipt = Bestätigung steht aus
values-only-receipt-no-address = Bestätigung gewünscht, Anschrift fehlt
values-only-waiting = noch nicht ganz erfasst
values-only-company = von Firmen
values-only-no-value = Gewünschte Bestätigung, noch ohne Wert
values-year = Jahr
values-receipt-wanted = gewünscht
values-receipt-missing = gewünscht und noch nicht ausgestellt
values-receipt-issued = ausgestellt
values-source = Woher
values-source-hint = Gekauft heißt: mit Geld, das gespendet wurde. Dafür gibt es keine Sachzuwendungsbestätigung.
values-source-gift = geschenkt
values-source-purchase = gekauft
values-paid = Bezahlt
values-paid-hint = Nur bei gekauften Sachen: der Betrag auf der Rechnung.
values-came = Wie ist es gekommen?
values-came-unknown = keine Angabe
values-came-bags = in Tüten
values-came-delivery = geliefert
values-came-fetched = abgeholt
values-bags = Tüten oder Kartons
values-weight = Gewicht in kg
values-weight-head = Gewicht
values-kg = { $weight } kg
values-issuer = Wer hat es bekommen?
values-issuer-hint = Verein oder Stadt: wer die Bestätigung ausstellt.
values-issuer-none = noch offen
values-more = Mehr Angaben
values-donation-edit = Spende ändern
values-donation-edit-lead = Ist eine Bestätigung ausgestellt, muss sie zuerst ungültig werden.
values-donation-saved = Die Spende ist gespeichert.
values-yes = ja
values-no = nein
values-error-evidence-full = Die Belege einer Spende dürfen zusammen höchstens { $most } MB groß sein. Auch entfernte zählen, weil sie aufbewahrt werden. Bitte die Dateien kleiner machen, oder nur die Seiten nehmen, die nötig sind.
values-warn-vague = Säcke, Kartons oder Tüten kann man nicht bewerten. Beschreiben und bewerten Sie jedes Stück einzeln.
values-warn-guess = „Geschätzt“ reicht dem Finanzamt nicht. Schreiben Sie, womit verglichen wurde.
values-sum-of-form = Alle Stücke zusammen: { $sum }
values-scanned = { $pieces } von { $all } gescannt
values-put-on = { $count ->
    [one] 1 Stück gehört zu Zeile { $number }
   *[other] { $count } Stücke gehören zu Zeile { $number }
  }
values-put = { $count ->
    [one] 1 Stück liegt jetzt auf Zeile { $number }. An ihrem Wert ändert sich nichts.
   *[other] { $count } Stücke liegen jetzt auf Zeile { $number }. An ihrem Wert ändert sich nichts.
  }
values-no-room = Zeile { $number } nennt solche Stücke. Dort fehlen noch { $room }, unter dem Etikett hier liegen mehr.
values-would-double = Eine Zeile nennt solche Stücke schon, und es fehlen ihr noch welche. Eine neue Zeile würde sie doppelt bewerten.
values-error-room = Zeile { $number } fehlen noch { $room } Stücke. Unter dem Etikett liegen mehr: Bitte erst teilen oder die Stückzahl der Zeile prüfen.
values-error-no-place = Diese Zeile nennt solche Stücke nicht, oder es fehlt ihr keines mehr. Bitte die Seite neu laden.
values-group-none = keine Angabe
values-group-hint = Für den Bericht über Warenwerte.
values-product-hint = Aus dem Katalog. Nur wenn alle Stücke so eines sind.
values-no-receiver = ohne Empfänger
values-only-valued = mit Wert oder bezahlt
values-put-which = Welches Etikett?
values-put-choose = Bitte wählen
values-put-line = Zu welcher Zeile?
values-put-do = Zuordnen
values-put-lead = Gebrauchte Stücke haben jedes seinen eigenen Wert. Sagen Sie darum, welches Stück zu welcher Zeile gehört.
values-no-label = ohne Etikett
values-error-which = Gebrauchte Stücke haben jedes seinen eigenen Wert. Bitte wählen Sie das Etikett, das zu dieser Zeile gehört.
values-from-day = ab { $day }
values-to-day = bis { $day }
