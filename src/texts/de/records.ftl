### Haushalte: Einwilligung, PIN, Vorschläge, Doppelte, Nachweis.
error-maternity-consent = Das verrät etwas über die Gesundheit. Bitte zuerst die Einwilligung der Person festhalten.
error-consent-twice = Diese Einwilligung steht hier schon.
error-contact-empty = Bitte angeben, wie der Haushalt zu erreichen ist. Zum Löschen die Einwilligung zurücknehmen.
error-contact-no-way = Bitte eine E-Mail-Adresse oder eine Telefonnummer angeben.
error-contact-email = Das ist keine E-Mail-Adresse. Bitte prüfen, zum Beispiel name@beispiel.de.
error-contact-phone = Bitte nur Ziffern, Leerzeichen und + verwenden, zum Beispiel 0151 234567.
error-not-offered = Das bietet die Grundausstattung dieses Haushalts jetzt nicht an.
error-own-quantity =
    { $most ->
         [0] Davon ist nach der Faustregel (Richtwert) gerade nichts mehr offen.
        *[other] Bitte eine Anzahl von 1 bis { $most } wählen.
    }
error-own-ready = Dafür liegt schon ein Teil bereit. Bitte an der Ausgabe Bescheid sagen.
records-pin-made = Neue PIN für die eigene Seite.
records-consent-given = Einwilligung festgehalten.
records-consent-revoked = Einwilligung zurückgenommen. Die Zeilen sind von der Liste.
records-contact-saved = Kontakt gespeichert.
records-contact-erased = Einwilligung zurückgenommen. Der Kontakt ist gelöscht.
error-cut-word = Diesen Schnitt gibt es nicht. Bitte einen aus der Liste wählen.
error-merge-itself = Das ist derselbe Datensatz. Bitte einen anderen Haushalt wählen.
error-merge-gone = Dieser Datensatz ist schon in einem anderen aufgegangen. Bitte dort weitermachen.
error-merge-twice = Das hat schon jemand vorgeschlagen. Es wartet auf eine Entscheidung.
error-merge-four-eyes = Das haben Sie selbst vorgeschlagen. Bitte eine andere Person der Leitung entscheiden lassen.
error-merge-alone = Zum Zusammenlegen braucht es zwei Personen der Leitung. Zurzeit sind Sie die einzige. Bitte unter „Einstellungen, Personen“ eine zweite anmelden lassen.
error-part-too-late = Trennen geht nur 30 Tage lang. Bitte einen neuen Haushalt anmelden.
error-part-changed = Seit dem Zusammenlegen hat sich etwas geändert, das beim Trennen verloren ginge. Bitte einen neuen Haushalt anmelden.
error-proof-day = Bitte einen Tag ab heute angeben, höchstens { $years } Jahre voraus.
records-merge-proposed = Vorgeschlagen. Eine zweite Person entscheidet.
records-merge-refused = Es bleiben zwei Haushalte.
records-merge-done = Zusammengelegt. Die alte Karte gilt nicht mehr.
records-merge-undone = Wieder getrennt. Bitte eine neue Karte und eine neue PIN ausstellen: Die alten gelten nicht mehr.
records-urgent-marked = Als dringend markiert.
records-urgent-unmarked = Markierung entfernt.
records-proof-saved = Nachweis notiert.
records-grown =
    { $lines ->
         [one] Neue Größe übernommen, { $lines } Zeile angepasst.
        *[other] Neue Größe übernommen, { $lines } Zeilen angepasst.
    }
records-size-moved =
    { $lines ->
         [one] Gespeichert. { $lines } offene Zeile hat jetzt die neue Größe.
        *[other] Gespeichert. { $lines } offene Zeilen haben jetzt die neue Größe.
    }
records-not-again = Wird nicht wieder gebraucht.
records-measured = gemessen am { $day }, { $ago }
records-months-ago =
    { $months ->
         [0] diesen Monat
         [one] vor { $months } Monat
        *[other] vor { $months } Monaten
    }
records-measure-again = Neu messen?
records-grow-title = Größer geworden?
records-grow-lead = Geschätzt nach Alter und Zeit. Besser ist messen.
records-grow-line = { $who }: { $old } → wohl { $new }
records-grow-first = { $who }: wohl Größe { $new }
records-grow-take = { $size } übernehmen
records-again-title = Wieder nötig?
records-again-lead = Das ist so lange her, dass es nach der Faustregel (Richtwert) wieder gebraucht werden kann.
records-again-yes = Wieder auf die Liste
records-again-yes-line = { $product } wieder auf die Liste
records-again-no = Nicht nötig
records-again-no-line = { $product } nicht nötig
records-size-unknown = Diese Größe kennt der Katalog nicht
records-measured-today = Heute gemessen
records-urgent-only = dringend bis { $day }
records-urgent-birth = dringend: Geburt, bis { $day }
records-urgent-moving = dringend: Einzug, bis { $day }
records-urgent-loss = dringend: Verlust, bis { $day }
records-urgent-mark = Dringend …
records-urgent-mark-line = { $product } als dringend markieren
records-urgent-why-birth = Geburt (8 Wochen)
records-urgent-why-moving = Einzug (2 Wochen)
records-urgent-why-loss = Verlust durch Feuer, Wasser, Flucht (8 Wochen)
records-urgent-off = Nicht mehr dringend
records-asked-own = vom Haushalt gewünscht
records-fill-school-year = Schuljahr: { $who }
records-fill-look = Ansehen
records-fill-title = Liste vorbereiten
records-fill-lead =
    { $lines ->
         [0] Es fehlt nichts.
         [one] { $lines } Zeile fehlt. Nehmen Sie den Haken weg, wenn sie nicht gebraucht wird.
        *[other] { $lines } Zeilen fehlen. Nehmen Sie Haken weg, wo nichts gebraucht wird.
    }
records-fill-met =
    { $lines ->
         [0] Sonst steht nichts in der Vorlage.
         [one] { $lines } weitere Zeile der Vorlage ist da oder steht auf der Liste.
        *[other] { $lines } weitere Zeilen der Vorlage sind da oder stehen auf der Liste.
    }
records-fill-on-list = steht schon auf der Liste
records-fill-consent = Für eine Schwangerschaft bitte zuerst die Einwilligung festhalten.
records-fill-or = oder { $products }
records-renew-months =
    { $months ->
         [one] nach { $months } Monat wieder
        *[other] nach { $months } Monaten wieder
    }
records-renew-size = mit der nächsten Größe wieder
records-renew-once = einmal
records-consents = Einwilligungen
records-consents-none = Keine. Alles geht auch ohne.
records-consent-maternity = Schwangerschaft und Gesundheit auf der Liste
records-consent-contact = Erreichbar sein
records-consent-line = { $channel } · Text { $version } · { $day } · { $who }
records-consent-ended = zurückgenommen am { $day }
records-consent-revoke = Zurücknehmen
records-consent-add = Einwilligung festhalten
records-consent-text = Vorlesen: „Sachen für die Schwangerschaft oder zur Pflege verraten etwas über Ihre Gesundheit. Dürfen sie auf der Liste stehen? Nur Ihr Kümmerer, die Leitung und die Ausgabe sehen das. Sie können es jederzeit zurücknehmen. Alles andere bekommen Sie auch ohne.“
records-consent-who = Wer hat es selbst gesagt?
records-consent-how = Wie?
records-channel-said = selbst gesagt
records-channel-paper = auf Papier
records-channel-own = auf der eigenen Seite
records-contact = Erreichbar
records-contact-none = Nicht angegeben. Termine gehen auch ohne.
records-contact-title = Wie ist der Haushalt zu erreichen?
records-contact-lead = Nur wenn die Person es möchte. Wird die Einwilligung zurückgenommen, wird alles gelöscht.
records-contact-name = Vorname
records-contact-mail = E-Mail
records-contact-phone = Telefon
records-proof = Nachweis
records-proof-none = Keiner notiert. Hier wird keiner verlangt.
records-proof-missing = Keiner notiert.
records-proof-line = gesehen am { $day } von { $who }
records-proof-until = gilt bis { $day }
records-proof-over = abgelaufen am { $day }
records-proof-open = ohne Ende
records-proof-add = Nachweis notieren
records-proof-hint = Nur ansehen und notieren. Nichts kopieren, nichts fotografieren.
records-proof-kind = Was wurde gezeigt?
records-proof-valid = Gilt bis (leer: ohne Ende)
records-proof-basic = Bürgergeld oder Grundsicherung
records-proof-asylum = Leistungen nach dem Asylbewerberleistungsgesetz
records-proof-housing = Wohngeld oder Kinderzuschlag
records-proof-small = kleines Einkommen oder kleine Rente
records-proof-letter = Schreiben einer Beratung oder Schule
records-proof-told = gesagt und geglaubt
records-pin-title = PIN für die eigene Seite
records-pin-none = Noch keine PIN. Mit Karte und PIN sieht der Haushalt seine eigene Seite.
records-pin-there = Es gibt eine PIN. Vergessen? Eine neue macht die alte ungültig.
records-pin-rests = Die PIN ruht seit { $day }, { $time } Uhr: Sie wurde zu oft falsch eingegeben. Eine neue PIN gilt sofort.
records-pin-make = Neue PIN
records-pin-too = Auch eine neue PIN
records-slip-title = Zettel mit Karte und PIN
records-slip-lead = Die PIN wird nur dieses eine Mal gezeigt. Drucken oder abschreiben, dann dem Haushalt geben.
records-slip-print = Drucken
records-slip-done = Fertig
records-all-households = Alle Haushalte
records-member-lead = Alles darf leer bleiben.
records-line-ready =
    { $count ->
         [one] { $count } liegt bereit
        *[other] { $count } liegen bereit
    }
records-print-list = Liste drucken
records-print-title = Bedarfsliste
records-print-all = Für alle
records-merged-into = Dieser Datensatz ist in einem anderen aufgegangen.
records-merged-look = Zum Haushalt
records-merged-from = Aufgenommen: { $cards }
records-waits-since = wartet seit { $day }
records-waits = Wartet seit
records-filter = Auswahl
records-filter-any = alle
records-filter-waiting = wartet länger als 8 Wochen
records-filter-again = etwas vielleicht wieder nötig
records-filter-proof = Nachweis läuft in 30 Tagen ab
records-duplicates = Doppelte Haushalte
records-duplicates-lead = Zwei Datensätze, ein Haushalt? Eine Person schlägt vor, eine andere legt zusammen. 30 Tage lang lässt es sich trennen.
records-duplicates-waiting = Wartet auf eine Entscheidung
records-duplicates-found = Sieht gleich aus
records-duplicates-none = Nichts gefunden
records-duplicates-none-text = Kein Paar mit gleicher Gegend und gleichen Personen. Sie können unten zwei Karten selbst nennen.
records-duplicates-merged = Zusammengelegt
records-duplicates-by-hand = Zwei Karten nennen
records-duplicates-keep-card = Karte, die bleibt
records-duplicates-drop-card = Karte, die aufgeht
records-duplicates-look = Vergleichen
records-duplicates-no-card = Diese Karte gehört zu keinem Haushalt. Bitte prüfen.
records-duplicates-same = Zweimal dieselbe Karte. Bitte zwei verschiedene nennen.
records-merge-waits = Vorgeschlagen: mit einem anderen Haushalt zusammenlegen. Es wartet auf eine Entscheidung.
records-compare-title = Ein Haushalt oder zwei?
records-compare-stays = bleibt
records-compare-goes = geht auf
records-compare-propose = Zum Zusammenlegen vorschlagen
records-compare-swap = Tauschen
records-compare-confirm = Zusammenlegen
records-compare-refuse = Es sind zwei
records-compare-part = Wieder trennen
records-compare-what = Personen, offene Zeilen, bereitliegende Teile, Kümmerer und Termine ziehen um. Ausgegebenes bleibt, wo es steht, und wird mit gezeigt. Die Karte { $card } gilt dann nicht mehr. Ist einer gesperrt, ist danach der Haushalt gesperrt.
records-compare-part-what = Nach dem Trennen braucht der Haushalt, der aufgegangen war, eine neue Karte und eine neue PIN.
records-compare-own = Das haben Sie vorgeschlagen. Eine andere Person der Leitung entscheidet.
records-compare-by = vorgeschlagen von { $who }, { $day }
records-compare-open = offene Zeilen: { $lines }
records-compare-got = bekommen: { $pieces }
help-fill-preview = Hier sehen Sie, was die Vorlage hinzufügt, bevor etwas geschieht. Nehmen Sie Haken weg und tippen Sie auf „Eintragen“.
help-contact = Kontakt nur mit Einwilligung. Ein Vorname und ein Weg genügen.
help-duplicates = Vergleichen Sie beide Seiten. Wer vorschlägt, entscheidet nicht selbst.
