### Zuteilen: wer bekommt was. Zurücklegen, holen, nicht gefunden.
nav-allocation = Zuteilen
nav-pick = Holen
help-allocation = Die Regel schlägt vor, wer welches Teil bekommt. Jeder Vorschlag nennt seine drei Zahlen. Sie prüfen und bestätigen. Dann wird zurückgelegt. „Anders vergeben“ geht mit einem Grund.
help-pick = Diese Teile bitte aus den Regalen holen. Haken Sie jedes Teil ab. Liegt es nicht da, drücken Sie „Nicht da“.
allocation-title = Zuteilen
allocation-rule = Zuerst bekommt jeder das Erste, bevor jemand das Zweite bekommt; danach ist der Haushalt dran, dem am meisten fehlt, und wer länger wartet, rückt jede Woche einen Platz vor.
allocation-lot = Bei gleichen Punkten entscheidet das Los der Woche { $week }: { $seed }
allocation-otherwise = In den letzten 30 Tagen: { $total } Mal zurückgelegt, { $count } Mal anders entschieden.
allocation-expired = Abgelaufen seit gestern: { $pieces }. Den Nächsten vorgeschlagen: { $offered }.
allocation-was-expired = Lag für einen anderen Haushalt bereit. Die Zeit ist abgelaufen.
allocation-count =
    { $count ->
         [one] { $count } Vorschlag
        *[other] { $count } Vorschläge
    }
allocation-range = { $first } bis { $last } von { $count }
allocation-group = Ordnen
allocation-by-rank = Nach Punkten
allocation-by-product = Nach Artikel
allocation-by-household = Nach Haushalt
allocation-by-place = Nach Regal
allocation-card = Karte (Anfang genügt)
allocation-first-only = Nur das Erste (80)
allocation-piece = Teil
allocation-for = Für
allocation-why = Punkte
allocation-lies = Liegt
allocation-nowhere = kein Ort
allocation-tick = { $piece } für { $card } ankreuzen
allocation-tick-none = Keine ankreuzen
allocation-tick-all = Alle ankreuzen
allocation-confirm = Angekreuzte zurücklegen
allocation-confirm-all =
    { $count ->
         [one] Ohne Ankreuzen: das erste zurücklegen
        *[other] Ohne Ankreuzen: die ersten { $count } zurücklegen
    }
allocation-done =
    { $count ->
         [one] { $count } Teil zurückgelegt.
        *[other] { $count } Teile zurückgelegt.
    }
allocation-done-partly = { $count } zurückgelegt. { $gone } nicht: hat sich inzwischen geändert.
allocation-instead = Anders vergeben
allocation-instead-of = { $piece } anders vergeben
allocation-none = Kein Vorschlag
allocation-none-text = Was gebraucht wird, ist nicht auf Lager. Oder es liegt schon bereit.
allocation-none-filter = Mit diesem Filter gibt es keinen Vorschlag.
allocation-free = Freie Auswahl, ohne Punkte
allocation-free-text = Davon ist mindestens doppelt so viel da, wie gebraucht wird. Jeder darf sich etwas aussuchen.
allocation-free-line = { $stock } da, { $open } gebraucht
allocation-free-more = und { $count } weitere
allocation-sentence = { $u } ({ $why }) + { $b } ({ $percent } % der Grundausstattung) + { $w } ({ $weeks }) = { $total } Punkte
allocation-sentence-place = { $sentence }, Platz { $place } von { $of } (gewünschte Teile)
allocation-weeks =
    { $weeks ->
         [one] { $weeks } Woche
        *[other] { $weeks } Wochen
    }
allocation-u-first = noch ohne { $product }
allocation-u-marked = als dringend markiert
allocation-u-more = hat { $have } von { $wanted }
allocation-u-aside =
    { $why }, { $count ->
         [one] 1 liegt bereit
        *[other] { $count } liegen bereit
    }
allocation-u-proposed =
    { $why }, { $count ->
         [one] 1 weiteres ist schon vorgeschlagen
        *[other] { $count } weitere sind schon vorgeschlagen
    }
allocation-waits-for =
    { $count ->
         [one] es fehlt { $count } Teil
        *[other] es fehlen { $count } Teile
    }
allocation-u-later = noch ohne { $product }, nicht eilig
allocation-u-wish = Wunsch
allocation-queue = Wer wartet darauf?
allocation-queue-text = In der Reihenfolge der Regel. Wer es statt des Ersten bekommen soll, braucht einen Grund.
allocation-queue-more = und { $count } weitere, weiter hinten
allocation-proposed = vorgeschlagen
allocation-gets-other = bekommt ein anderes Teil
allocation-reason = Warum?
allocation-reason-hint = Ein Satz. Keine Namen, keine Krankheiten.
allocation-give = Zurücklegen
allocation-nobody = Auf dieses Teil wartet gerade niemand.
allocation-alone = Niemand sonst wartet auf dieses Teil.
allocation-cannot = Wartet auch, bekommt dieses Teil aber nicht
allocation-cannot-passed = Es lag schon für diesen Haushalt bereit. Die Zeit ist abgelaufen.
allocation-cannot-free = Kann sich ein passendes Teil frei aussuchen. Davon ist genug da.
allocation-gone = Dieses Teil wird nicht mehr vorgeschlagen.
error-allocation-none = Nichts angekreuzt. Bitte mindestens einen Vorschlag ankreuzen.
error-allocation-too-many = Auf einmal gehen höchstens { $most }. Bitte weniger ankreuzen.
error-allocation-changed = Die Vorschläge haben sich geändert. Bitte noch einmal ansehen.
error-allocation-reason = Bitte schreiben, warum es anders vergeben wird.
error-allocation-choose = Bitte wählen, wer es bekommt.
error-allocation-gone = Das geht nicht mehr: Das Teil oder der Bedarf hat sich geändert.
pick-title = Holen
pick-lead = Zurückgelegt, aber noch im Regal. Bitte in dieser Reihenfolge holen und zum Abholregal bringen.
pick-count =
    { $count ->
         [one] { $count } Teil zu holen
        *[other] { $count } Teile zu holen
    }
pick-more = Das sind die ersten { $count } von { $all }. Weitere kommen, wenn diese geholt sind.
pick-none = Nichts zu holen
pick-none-text = Alles, was zurückgelegt ist, liegt im Abholregal.
pick-no-place = Ohne Ort
pick-bag = Tüte { $bag }
pick-until = bis { $day }
pick-picked = Geholt
pick-picked-what = Geholt: { $piece }
pick-missing = Nicht da
pick-missing-what = Nicht da: { $piece }
pick-done = Geholt.
pick-not-found = Nicht gefunden: { $piece }, { $bag }.
pick-counted = Das Regal wird nachgezählt:
pick-not-found-done = Als vermisst gemeldet. Das Regal wird nachgezählt.
pick-next-done = Anderes Teil zurückgelegt.
pick-next-title = Dafür passt auch:
pick-next-take = Dieses nehmen
pick-next-none = Es gibt gerade kein anderes Teil, das passt. Der Haushalt wartet weiter und verliert keinen Platz.
error-pick-gone = Dieses Teil ist nicht mehr zu holen.
error-pick-next-gone = Dieses Teil geht nicht mehr. Bitte die Liste neu ansehen.
checks-title = Bitte nachzählen
checks-lead = Hier wurde etwas nicht gefunden. Nach der gebuchten Inventur verschwindet der Eintrag.
checks-line = { $piece } nicht gefunden am { $day }
checks-line-by = { $piece } nicht gefunden am { $day } von { $name }
checks-count = Jetzt zählen
ready-title = Liegt bereit
ready-until = bis { $day }
ready-none = Zurzeit liegt nichts bereit.
