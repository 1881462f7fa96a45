### Was der Scanplatz sagt.
item-with-size = { $item } Gr. { $size }
item-without-size = { $item }
photo-label = Etikett
mode-intake = ANNAHME
mode-handout = AUSGABE
mode-return = RÜCKGABE
mode-move = UMRÄUMEN
mode-stocktake = INVENTUR
mode-lookup = AUSKUNFT
state-in-stock = im Bestand
state-reserved = reserviert
state-handed-out = ausgegeben
state-in-care = in Pflege
state-missing = vermisst
state-transferred = weitergegeben
state-discarded = aussortiert
state-void = Fehleingabe
state-in-custody = in Verwahrung
verdict-handed-out = { $item }
verdict-need-met = { $got } von { $wanted } auf der Liste · { $pieces } in diesem Besuch
verdict-not-on-list = Steht nicht auf der Bedarfsliste · { $pieces } in diesem Besuch
verdict-others-wait =
    { $households ->
         [one] Nicht auf der Liste. { $households } Haushalt mit höherem Bedarf wartet auf diese Größe · { $pieces } in diesem Besuch
        *[other] Nicht auf der Liste. { $households } Haushalte mit höherem Bedarf warten auf diese Größe · { $pieces } in diesem Besuch
    }
verdict-visit-count =
    { $pieces ->
         [one] { $pieces } Teil in diesem Besuch
        *[other] { $pieces } Teile in diesem Besuch
    }
verdict-visit-opened =
    Karte { $card } · { $people ->
         [one] { $people } Person
        *[other] { $people } Personen
    }
verdict-visit-needs =
    { $lines ->
         [0] Nichts auf der Bedarfsliste offen
         [one] { $lines } Zeile der Bedarfsliste offen
        *[other] { $lines } Zeilen der Bedarfsliste offen
    }
verdict-visit-needs-last =
    { $lines ->
         [0] Nichts auf der Bedarfsliste offen
         [one] { $lines } Zeile der Bedarfsliste offen
        *[other] { $lines } Zeilen der Bedarfsliste offen
    } · letzter Besuch { $day }
verdict-visit-ready =
    { $ready ->
         [one] 1 Teil liegt bereit
        *[other] { $ready } Teile liegen bereit
    }, Tüte { $bag } · { $detail }
verdict-visit-finished =
    { $pieces ->
         [one] Fertig: { $pieces } Teil ausgegeben
        *[other] Fertig: { $pieces } Teile ausgegeben
    }
verdict-visit-unknown = Diesen Besuch gibt es nicht. Zuerst die Karte scannen.
verdict-visit-of-other-card = Dieser Besuch gehört zu einer anderen Karte. Bitte neu beginnen.
verdict-already-listed = Schon auf der Liste: { $item }. Nicht doppelt gebucht.
verdict-already-out = Schon ausgegeben am { $day }: { $item }. Neu ausgeben?
verdict-conflict-handed-out = { $item } wurde am { $day } auch einem anderen Haushalt ausgegeben. Eine Person muss das klären.
verdict-answer-first = Erst die Frage beantworten: Ja oder Nein.
verdict-answered-no = Nein: nichts gebucht.
verdict-no-question = Es ist keine Frage offen.
verdict-question-gone = Die Frage gilt nicht mehr. Bitte das Teil noch einmal scannen.
verdict-on-tray =
    { $count ->
         [one] { $count } Teil liegt bereit – jetzt Karte scannen
        *[other] { $count } Teile liegen bereit – jetzt Karte scannen
    }
verdict-already-on-tray = Liegt schon bereit: { $item }. Jetzt Karte scannen.
verdict-tray-full = Mehr als { $most } Teile ohne Karte gehen nicht. Zuerst die Karte scannen.
verdict-tray-emptied =
    { $count ->
         [one] Nichts gebucht: { $count } Teil ohne Karte
        *[other] Nichts gebucht: { $count } Teile ohne Karte
    }
verdict-card-blocked = Karte gesperrt. Bitte an die Leitung wenden.
verdict-card-dead = Diese Karte gilt nicht mehr. Bitte an die Leitung wenden.
verdict-reserved-for-other = Nicht ausgeben: für einen anderen Haushalt reserviert.
verdict-in-care = Nicht ausgeben: { $item } ist in Pflege. Erst an der Annahme wieder einscannen.
verdict-in-custody = Nicht ausgeben: in Verwahrung, der Rat hat noch nicht angenommen.
verdict-not-in-stock = Nicht im Bestand: { $item }.
verdict-put-aside = Teil zur Seite legen und die Leitung fragen.
verdict-not-so-many = So viele sind nicht da: { $item }, noch { $left }. Kleinere Menge eingeben.
verdict-label-blank = Etikett noch leer.
verdict-label-blank-help = Das Teil zuerst an der Annahme erfassen.
verdict-label-void = Etikett { $code } ist ungültig.
verdict-handout-expects = An der Ausgabe bitte eine Haushaltskarte oder ein Teil scannen.
verdict-intake-expects = An der Annahme bitte ein Teil, eine Spende, eine Artikelart oder ein Regal scannen. Für Karten: Modus Ausgabe.
verdict-return-expects = Zur Rückgabe bitte das Etikett des Teils scannen.
verdict-taken-in = Aufgenommen: { $item }
verdict-lot-in = Aufgenommen: { $count } × { $item }
verdict-goes-to-group = Ablegen bei: { $group }
verdict-goes-to-care = In die Pflege legen.
verdict-goes-to-custody = In die Verwahrung legen: noch nicht angenommen.
verdict-what-is-it = Was ist das?
verdict-what-is-it-help = Artikelart wählen, dann das Etikett noch einmal scannen.
verdict-product-unknown = Artikelart „{ $product }“ gibt es nicht. Bitte eine aus dem Katalog wählen.
verdict-cut-impossible = { $product } gibt es nicht im Schnitt { $cut }. Bitte anders wählen.
verdict-field-unknown = „{ $value }“ passt nicht in das Feld { $field }. Bitte korrigieren.
verdict-donation-unknown = Diese Spende gibt es nicht: { $code }. Bitte die Spende neu wählen.
verdict-donation-is-closed = Diese Spende ist abgeschlossen. Bitte eine andere wählen.
verdict-donation-closed = Die Spende von { $donor } ist abgeschlossen. Bitte eine andere wählen.
verdict-donation-chosen = Spende von { $donor }: die nächsten Teile gehören dazu.
verdict-product-chosen = { $product }: jetzt die Etiketten scannen.
verdict-location-chosen = Regal { $location }: die nächsten Teile kommen hierher.
verdict-restocked = Wieder im Bestand: { $item }
verdict-already-in-stock = Schon im Bestand: { $item }. Nicht doppelt gebucht.
verdict-is-handed-out = { $item } ist ausgegeben.
verdict-use-return-mode = Kommt es zurück? Dann Modus Rückgabe.
verdict-returned = Zurück: { $item }
verdict-was-not-out = { $item } war nicht ausgegeben. Nichts gebucht.
verdict-was-not-out-help = Soll es in den Bestand? Dann Modus Annahme.
verdict-undone = Zurückgenommen: { $item }
verdict-nothing-to-undo = Es gibt nichts zurückzunehmen (nur die letzten 15 Minuten).
verdict-changed-meanwhile = { $item } wurde inzwischen weiterbewegt. Nichts zurückgenommen.
verdict-ask-coordinator = Bitte an die Leitung wenden.
verdict-intake-finished = Fertig. Für das nächste Teil bitte neu wählen: Spende und Artikelart.
verdict-nothing-open = Es ist kein Besuch offen.
verdict-nothing-to-cancel = Es gibt nichts abzubrechen.
verdict-hello = Hallo { $name }. Modus: { $mode }
verdict-badge-refused = Dieser Ausweis gilt hier nicht. Bitte an die Leitung wenden.
verdict-locked = Gesperrt. Zum Weiterarbeiten den Ausweis scannen.
verdict-mode = Modus: { $mode }
verdict-test = Scanner in Ordnung.
verdict-help = Karte scannen, dann die Teile, zum Schluss noch einmal die Karte. Fehler? „Zurück“ scannen.
verdict-not-read = Nicht gelesen. Bitte noch einmal scannen.
verdict-foreign = Kein Code von uns: { $text }
verdict-unknown = Unbekannter Code { $code }.
verdict-bad-quantity = Die Menge { $quantity } geht nicht. Bitte 1 bis { $most } eingeben.
verdict-bad-event = Der Scan ist unvollständig ({ $field }). Nichts gebucht.
verdict-sequence-gap = Vorher fehlen Scans dieses Terminals: zuerst ab Nummer { $expected } senden.
verdict-sequence-taken = Die Nummer { $seq } hat dieses Terminal schon für einen anderen Scan benutzt. Nichts gebucht; die Leitung muss das Terminal prüfen.
lookup-in-stock-at = im Bestand, { $location }
lookup-blank = Leeres Etikett { $code }
lookup-donation = Spende von { $donor }
lookup-donor = Spender { $name }
lookup-location = Ort { $location }
verdict-nothing-to-undo-here = Hier gibt es nichts mehr zurückzunehmen. Was aufgenommen wurde, an der Annahme zurücknehmen.
verdict-visit-switched =
    Besuch { $card } beendet: { $pieces ->
         [one] { $pieces } Teil
        *[other] { $pieces } Teile
    }
verdict-event-reused = Diese Kennung gehört schon zu einem anderen Scan. Nichts gebucht. Bitte noch einmal scannen.
verdict-already-out-alone = Schon ausgegeben am { $day }: { $item }. Nicht gebucht.
verdict-already-out-alone-help = Doch neu ausgeben? Das Teil einzeln scannen.
verdict-move-to = Ziel { $location }: jetzt die Teile scannen.
verdict-move-expects = Beim Umräumen bitte einen Ort oder ein Teil scannen.
verdict-move-where = Wohin?
verdict-move-where-help = Zuerst den Code des Regals scannen, dann die Teile.
verdict-moved = Jetzt in { $location }
verdict-moved-from = Von { $from } nach { $location }
verdict-lies-here = { $item } liegt schon in { $location }. Nichts gebucht.
verdict-found-again = Wiedergefunden: { $item }
verdict-lot-moves-whole = Ein Posten zieht ganz um: { $item }, { $pieces } Stück. Bitte ohne Menge scannen.
verdict-place-finished = Fertig in { $location }
verdict-count-expects = Bei der Inventur bitte den Ort oder ein Teil scannen.
verdict-count-where = Welcher Ort?
verdict-count-where-help = Zuerst den Code des Regals scannen, dann alles, was dort liegt.
verdict-count-begins = Inventur { $location }
verdict-count-all =
    { $expected ->
         [0] Nichts erwartet. Jetzt alles scannen, was hier liegt.
         [one] { $expected } Teil erwartet. Jetzt alles scannen, was hier liegt.
        *[other] { $expected } Teile erwartet. Jetzt alles scannen, was hier liegt.
    }
verdict-count-goes-on = Inventur { $location } geht weiter
verdict-count-progress = { $seen } von { $expected } gesehen
verdict-count-again = Schon gezählt: { $item }
verdict-count-belongs = Gehört nach { $location }: { $item }
verdict-count-had-no-place = Hatte keinen Ort: { $item }
verdict-count-will-move = Zieht beim Buchen der Inventur hierher um.
verdict-count-will-be-found = Kommt beim Buchen der Inventur wieder in den Bestand.
verdict-count-is-out = Ausgegeben, liegt aber hier: { $item }
verdict-count-blank-help = Das Teil an der Annahme erfassen.
verdict-count-closed = Die Inventur { $location } ist abgeschlossen.
verdict-count-closed-help = Nichts gezählt. Neu beginnen? Den Code des Ortes scannen.
verdict-count-undone = Nicht mehr gezählt: { $code }
verdict-count-undone-stays = Zurückgenommen. { $code } bleibt gezählt, von einem anderen Scan.
verdict-count-holds-places = In { $location } gibt es mehrere Orte.
verdict-count-holds-places-help = Nichts gezählt. Bitte den Code des Regals scannen und jedes Regal für sich zählen.
verdict-told-otherwise = Am Terminal abgelehnt, während es ohne Verbindung war: nichts gebucht.
verdict-undone-for-nothing = Zurückgenommen. Es war nichts gebucht.
item-with-cut = { $item } { $cut }
item-with-cut-and-size = { $item } { $cut } Gr. { $size }
verdict-cut-w = Damen
verdict-cut-m = Herren
verdict-cut-k = Kinder
verdict-cut-b = Baby
verdict-goes-to-place = Ablegen in: { $place }
verdict-somebody-waits = Ein Haushalt wartet darauf ({ $card }…): JA legt es zurück · { $place }
verdict-enough = { $place } · Genug davon: { $here } da, { $needed } gebraucht
verdict-laid-aside = Zurückgelegt: { $item }
verdict-to-pickup-at = Ablegen in: { $shelf }, für { $card }…
verdict-to-pickup = Ablegen im Abholregal, für { $card }…
verdict-offer-gone = Darauf wartet niemand mehr.
verdict-offer-gone-help = Nichts zurückgelegt. Das Teil ins Regal legen.
verdict-quantity = Jetzt { $count } Stück: { $item }
verdict-quantity-same = Die Menge ist schon { $count }: { $item }
verdict-quantity-alone = Die Menge geht nur bei Sammelware, gleich nach ihrem Scan.
verdict-quantity-alone-help = Nichts gebucht. Das Etikett scannen, dann innerhalb einer Minute die Menge.
verdict-lead-yes-or-no = Ja: die Leitung scannt ihren Ausweis. Nein: „Abbruch“ scannen oder F8.
verdict-lead-needed = Bitte die Leitung: Ausweis scannen.
verdict-answered-yes = Die Leitung hat schon Ja gesagt.
verdict-reserved-ask = Für einen anderen Haushalt reserviert: { $item }. Trotzdem ausgeben?
verdict-limit-ask = Grenze erreicht, { $pieces } von { $most } Teilen: { $item }. Trotzdem ausgeben?
verdict-limit = Grenze erreicht: { $pieces } von { $most } Teilen. Nicht gebucht.
verdict-limit-help = Trotzdem ausgeben? Jedes weitere Teil einzeln scannen; die Leitung entscheidet.
verdict-limit-blank-help = Das Teil zuerst an der Annahme erfassen; dann entscheidet die Leitung.
verdict-describe = Etikett noch leer. Was ist es?
verdict-describe-help = Die Artikelart vom Blatt scannen oder ein paar Buchstaben tippen. Oder das Teil weglegen und weiter.
verdict-described-meanwhile = Das Etikett { $code } ist inzwischen vergeben. Bitte noch einmal scannen.
verdict-print-on-page = Den Besuchszettel druckt die Seite des Haushalts. Hier wird nichts gedruckt.
verdict-nothing-to-undo-in-visit = In diesem Besuch ist nichts zurückzunehmen.
verdict-voucher-opened =
    { $pieces ->
         [0] Gutschein: nichts liegt mehr bereit
         [one] Gutschein: { $pieces } Teil liegt bereit
        *[other] Gutschein: { $pieces } Teile liegen bereit
    }
verdict-voucher-only = Nur diese Teile ausgeben.
verdict-voucher-used = Dieser Gutschein ist schon eingelöst, am { $day }.
verdict-voucher-ended = Dieser Gutschein gilt nicht mehr: er wurde beendet.
verdict-voucher-lapsed = Dieser Gutschein gilt nicht mehr: Wer ihn gemacht hat, kümmert sich nicht mehr um den Haushalt.
verdict-voucher-expired = Dieser Gutschein galt nur bis { $day }.
verdict-voucher-offline = Ohne Netz kann niemand einen Gutschein prüfen. Bitte warten oder die Karte des Haushalts scannen.
verdict-voucher-gone = Liegt nicht mehr bereit: { $item }.
verdict-voucher-other-piece =
    { $pieces ->
         [one] Dieser Gutschein gilt für { $pieces } Teil, das bereitliegt. Dieses ist es nicht.
        *[other] Dieser Gutschein gilt für { $pieces } Teile, die bereitliegen. Dieses gehört nicht dazu.
    }
verdict-visits-ask =
    { $visits ->
         [one] Schon { $visits } Besuch in 30 Tagen, erlaubt: { $most }. Trotzdem öffnen?
        *[other] Schon { $visits } Besuche in 30 Tagen, erlaubt: { $most }. Trotzdem öffnen?
    }
verdict-renewal-ask = Bekommen am { $day }, wieder ab { $again }: { $item }. Trotzdem ausgeben?
verdict-points-ask = Zu viele Punkte, { $spent } von { $budget }: { $item }. Trotzdem ausgeben?
verdict-guarded = Nicht gebucht: { $item }. Das entscheidet die Leitung.
verdict-with-points = { $detail } · { $spent } von { $budget } Punkten
