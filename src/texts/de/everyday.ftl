### Jeden Tag: zurücknehmen, vieles auf einmal, inzwischen geändert, Seiten, die mitlaufen.
undo-button = Rückgängig
undone = Rückgängig gemacht. Es ist wieder wie vorher.
undone-partly = Rückgängig gemacht. Inzwischen geänderte Zeilen bleiben: { $count }.
error-undo-not-this = Das lässt sich hier nicht mehr rückgängig machen. Bitte von Hand ändern.
error-undo-too-late = Dafür ist es zu spät: Rückgängig geht 15 Minuten lang. Bitte von Hand ändern.
error-undo-changed = Das wurde inzwischen weiter geändert. Sehen Sie nach und ändern Sie es von Hand.
changed-today-by = { $who } hat das um { $time } Uhr geändert. Sehen Sie nach, was jetzt gilt.
changed-by = { $who } hat das am { $day } um { $time } Uhr geändert. Sehen Sie nach, was jetzt gilt.
clash-title = Inzwischen geändert
clash-kept = Ihre Eingaben stehen noch im Formular. „Speichern“ nimmt Ihre Eingaben.
clash-same = Die Angaben sind jetzt dieselben wie Ihre.
clash-field = Angabe
clash-now = Jetzt gilt
clash-yours = Ihre Eingabe
clash-empty = (leer)
item-done = { $name }: { $what }.
place-renamed = Der Ort heißt jetzt { $name }.

item-next = Was ist damit?
item-next-none = Hier ist nichts zu tun.
item-where = Wo es liegt
item-where-alt = { $path }: Platz { $number } von { $count }
item-where-nowhere = Es hat keinen festen Ort.
item-quick-edit = Schnell ändern
item-quick-hint = Ort, Größe, Qualität, Schnitt und Artikelart.
item-household-link = Haushalt ansehen
item-pieces-title = Aus diesem Posten
item-pieces-left = Im Posten
item-contradictions =
    { $count ->
        [one] Zu diesem Artikel ist eine Frage offen.
       *[other] Zu diesem Artikel sind { $count } Fragen offen.
    }
item-contradictions-link = Frage ansehen
item-labels-title = Etiketten
item-label-now = gilt
item-label-replaced = ersetzt
item-label-void = ungültig
item-label-since = gedruckt am { $day }
item-relabel = Etikett ersetzen
item-relabel-hint = Neues Etikett aufkleben, dann seinen Code scannen oder eintippen. Das alte gilt dann nicht mehr.
item-relabel-code = Code auf dem neuen Etikett
item-relabelled = Das Etikett { $code } gilt jetzt.
error-relabel-unread = Dieser Code ist nicht lesbar. Bitte noch einmal scannen oder abtippen.
error-relabel-kind = Das ist kein Etikett für Artikel. Bitte eines von der Artikel-Rolle nehmen.
error-relabel-unknown = Dieses Etikett ist hier nicht gedruckt worden. Bitte ein anderes nehmen.
error-relabel-used = Das Etikett { $code } klebt schon auf einem Artikel. Bitte ein anderes nehmen.
error-relabel-piece = Dieses Teil hat kein eigenes Etikett.
item-edit-row = Ändern
item-edit-row-of = { $name } schnell ändern

bulk-done =
    { $count ->
        [one] { $count } Artikel: { $what }
       *[other] { $count } Artikel: { $what }
    }
bulk-did-move = umgeräumt
bulk-did-condition = Qualität geändert
bulk-did-care = in die Pflege
bulk-did-restock = zurück in den Bestand
bulk-did-missing = vermisst
bulk-did-discard = aussortiert
bulk-did-void = Fehleingabe
bulk-is-there = Liegt schon dort.
bulk-is-so = Ist schon so.
bulk-is-in-stock = Ist schon im Bestand.
bulk-is-in-care = Ist schon in der Pflege.
bulk-is-missing = Wird schon vermisst.
bulk-is-discarded = Ist schon aussortiert.
bulk-is-void = Ist schon als Fehleingabe gebucht.
bulk-not-so = Geht nicht bei diesem Stand: { $state }.
bulk-stopped = Nicht mehr gemacht, weil alles zurückgenommen wurde.
bulk-title = Mit den angekreuzten Artikeln
bulk-tick = { $name } ankreuzen
bulk-tick-page = Alle auf dieser Seite
bulk-chosen = { $count } angekreuzt
bulk-all-matching =
    { $count ->
        [one] Nicht nur die angekreuzten: der eine Artikel, der zum Filter passt
       *[other] Nicht nur die angekreuzten: alle { $count } Artikel, die zum Filter passen
    }
bulk-what = Was soll geschehen?
bulk-to-place = nach: { $place }
bulk-to-condition = Qualität: { $condition }
bulk-print = Etiketten neu drucken
bulk-go = Ausführen
bulk-steps = In der Kleiderkammer
bulk-places = Umräumen
bulk-conditions = Qualität ändern
bulk-running = { $done } von { $count } Artikeln sind fertig.
bulk-still-running = Läuft noch. Diese Seite lädt sich selbst neu.
bulk-going-back = { $done } von { $count } sind zurückgenommen.
bulk-go-on = Weitermachen
bulk-result = { $count } gemacht
bulk-result-refused = { $count } nicht gemacht
bulk-result-undone = { $count } zurückgenommen
bulk-result-waiting = { $count } warten noch
bulk-undo-all = Alles zurücknehmen
bulk-undo-hint = Geht 24 Stunden lang. Was inzwischen jemand weiter verändert hat, bleibt, wie es ist.
bulk-taken-back = Zurückgenommen.
bulk-to-items = Zu den Artikeln
bulk-part-done = gemacht
bulk-part-refused = nicht gemacht
bulk-part-undone = zurückgenommen
bulk-part-waiting = wartet
bulk-part-outcome = Ergebnis
bulk-part-why = Warum
bulk-lately = Zuletzt mit vielen gemacht
bulk-lately-lead = Was in den letzten 24 Stunden mit vielen Artikeln auf einmal gemacht wurde. So lange lässt es sich zurücknehmen.
bulk-lately-none = In den letzten 24 Stunden wurde nichts mit vielen Artikeln auf einmal gemacht.
bulk-lately-who = Wer
bulk-lately-when = Wann
error-bulk-none = Nichts ist angekreuzt. Bitte zuerst Artikel ankreuzen.
error-bulk-what = Bitte wählen, was geschehen soll.
error-bulk-too-many = Höchstens { $most } Artikel auf einmal. Bitte mit dem Filter eingrenzen.
error-bulk-list-changed = Die Liste hat sich geändert: Jetzt passen { $count } Artikel. Bitte die Liste ansehen und noch einmal wählen.

live-changed = Aktualisiert.
live-new =
    { $count ->
        [0] Es gibt Änderungen.
        [one] Ein neuer Eintrag.
       *[other] { $count } neue Einträge.
    }
live-show = Zeigen
live-editing = Gerade hat jemand hier etwas geändert. Ihre Eingaben bleiben stehen.
