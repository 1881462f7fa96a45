### Was fehlt, was Spender bringen können, und was angekündigt ist.
wanted-nav = Es fehlt
wanted-missing-title = Was fehlt
wanted-missing-lead = Was Haushalte brauchen, und was weder da ist noch kommt.
wanted-search = Nach einem Artikel suchen
wanted-season = Jahreszeit
wanted-when-now = Diese Jahreszeit
wanted-when-next = Nächste Jahreszeit
wanted-when-all = Ganzes Jahr
wanted-season-all = ganzes Jahr
wanted-season-winter = Winter
wanted-season-summer = Sommer
wanted-sort-missing = Was am meisten fehlt, zuerst
wanted-sort-wanted = Was am meisten gebraucht wird, zuerst
wanted-sort-households = Die meisten Haushalte zuerst
wanted-sort-name = Nach dem Namen
wanted-chart = Nach Warengruppe
wanted-missing = fehlt
wanted-coming = kommt
wanted-in-stock = ist da
wanted-pieces-wanted = gebraucht
wanted-first = davon fürs erste Mal
wanted-households = Haushalte
wanted-product = Artikelart
wanted-cut = Schnitt
wanted-cut-any = egal
wanted-size = Größe
wanted-size-hint = Leer: egal
wanted-pieces = Stück
wanted-cut-w = Damen
wanted-cut-m = Herren
wanted-cut-k = Kinder
wanted-cut-b = Baby
wanted-cut-u = für alle
wanted-by-size = Nach Größe
wanted-cell = { $missing } fehlen von { $wanted }
wanted-heat-key = Die Zahl sagt, wie viele Stück fehlen. Je kräftiger das Feld, desto mehr.
wanted-all-products = Alle Artikelarten
wanted-to-items = Freie Artikel ansehen
wanted-items-of = { $name }: { $pieces } sind da, zur Liste
wanted-comes = Das kommt
wanted-expected-on = erwartet am { $day }
wanted-products =
    { $count ->
        [one] Eine Artikelart
       *[other] { $count } Artikelarten
    }
wanted-none-found = Dazu fehlt nichts. Suchen Sie etwas anderes, oder zeigen Sie alles.
wanted-nothing-open = Kein Haushalt wartet auf etwas. Neuer Bedarf steht auf der Seite eines Haushalts.
wanted-sentence =
    { $missing ->
        [one] Es fehlt ein Stück
       *[other] Es fehlen { $missing } Stück
    } von { $wanted }, die Haushalte noch brauchen.
wanted-sentence-most = Am meisten fehlt in der Warengruppe { $group }.
wanted-definition-now = Stand { $day }. Gezählt sind offene Stücke auf den Bedarfslisten aktiver Haushalte in dieser Jahreszeit: gewünscht, weniger bekommen, weniger zurückgelegt. Davon abgezogen ist, was frei im Lager ist, und was noch kommt: in Pflege, in Verwahrung oder angekündigt. Jedes Stück zählt einmal, auch wenn es mehreren passt. Ein Stück ohne Größe kann passen und zählt zuletzt.
wanted-definition-next = Stand { $day }. Gezählt sind offene Stücke auf den Bedarfslisten aktiver Haushalte für die nächste Jahreszeit: gewünscht, weniger bekommen, weniger zurückgelegt. Davon abgezogen ist, was frei im Lager ist, und was noch kommt: in Pflege, in Verwahrung oder angekündigt. Jedes Stück zählt einmal, auch wenn es mehreren passt. Ein Stück ohne Größe kann passen und zählt zuletzt.
wanted-definition-all = Stand { $day }. Gezählt sind alle offenen Stücke auf den Bedarfslisten aktiver Haushalte: gewünscht, weniger bekommen, weniger zurückgelegt. Davon abgezogen ist, was frei im Lager ist, und was noch kommt: in Pflege, in Verwahrung oder angekündigt. Jedes Stück zählt einmal, auch wenn es mehreren passt. Ein Stück ohne Größe kann passen und zählt zuletzt.
wanted-tile = Am meisten fehlt: { $product }
wanted-tile-link = Was fehlt
wanted-help-missing = Hier sehen Sie, was Haushalte brauchen und was weder da ist noch kommt. Wählen Sie eine Warengruppe, dann sehen Sie die Größen. Ein Klick auf einen Artikel zeigt, wer ihn angekündigt hat. „Öffentliche Seite“ führt zu dem, was Spender sehen.
wanted-help-public = Hier pflegen Sie, was Spender sehen. Die Seite zeigt nur Stufen, nie Zahlen. Sie ändert sich einmal am Tag. Was immer willkommen ist und was Sie gerade nicht annehmen können, gilt sofort.

wanted-still-to-come = Die Spende kommt erst noch (nur angekündigt)
wanted-announced = Was kommt
wanted-announced-lead = Schreiben Sie auf, was angekündigt ist. Es zählt bei „Was fehlt“ mit, bis die Spende da ist.
wanted-announced-came = So war es angekündigt. Jetzt zählen die gescannten Stücke.
wanted-announced-add = Zeile hinzufügen
wanted-announced-added = Die Zeile ist notiert.
wanted-announced-remove = Entfernen
wanted-announced-removed = Die Zeile ist entfernt.
wanted-expected = Erwartet am
wanted-product-hint = Zum Beispiel „Winterjacke“
wanted-error-size = Diese Größe gibt es bei diesem Artikel nicht. Lassen Sie das Feld leer, wenn die Größe egal ist.
wanted-error-pieces = Bitte eine Zahl von 1 bis { $most } eingeben.
wanted-error-expected = Der Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag.
wanted-error-came = Die Spende ist schon da. Scannen Sie die Stücke ein.
wanted-error-lines = Eine Spende hat höchstens { $most } Zeilen. Fassen Sie Zeilen zusammen.

wanted-public-title = Öffentliche Seite
wanted-public-lead = Was Spender sehen, ohne Anmeldung. Nur Stufen, nie Zahlen und nie ein Haushalt.
wanted-public-open = Seite ansehen
wanted-marks = Immer willkommen, gerade nicht
wanted-marks-lead = Diese Angaben gelten sofort und gehen vor. Schwangerschaft, Pflege und Inkontinenz stehen nur auf der Seite, wenn Sie sie hier nennen.
wanted-mark-sizes = Größen
wanted-mark-sizes-hint = Mit Komma getrennt. Leer: alle
wanted-mark-welcome = Immer willkommen
wanted-mark-stop = Gerade nicht
wanted-unmark = Zurücknehmen
wanted-marked = Gespeichert. Die öffentliche Seite zeigt es jetzt.
wanted-welcome = Immer willkommen
wanted-welcome-none = Noch nichts. Nennen Sie, was Sie jederzeit annehmen.
wanted-stop = Bitte gerade nicht
wanted-stop-none = Noch nichts. Nennen Sie, wovon Sie genug haben.
wanted-words = Texte der Seite
wanted-words-lead = Fehlt eine Sprache, steht dort der deutsche Text. Ausgabezeiten sind keine Zeiten zum Bringen.
wanted-words-saved = Die Texte sind gespeichert.
wanted-preview = So sehen es Spender
wanted-preview-lead = Genau diese Liste ist öffentlich. Etwas aus den Bedarfslisten steht nur hier, wenn genug Haushalte dahinter stehen.
wanted-embed = Auf anderen Seiten zeigen
wanted-embed-lead = Kopieren Sie diesen Text in die Seite der Stadt oder des Vereins.
wanted-embed-open = Eingebettete Liste ansehen
wanted-snippet = Text zum Kopieren
wanted-feed = Neuigkeiten als RSS
wanted-poster = Plakat (PDF)

wanted-title = Das wird gebraucht
wanted-lead = Diese Sachen helfen jetzt am meisten. Bitte sauber, ganz und so, dass Sie sie selbst noch tragen würden.
wanted-level-urgent = Dringend gebraucht
wanted-level-needed = Wird gebraucht
wanted-level-enough = Genug da, bitte gerade nicht
wanted-list-empty = Gerade steht hier nichts. Fragen Sie uns, was wir brauchen.
wanted-bring = Wohin und wann?
wanted-bring-ask = Bitte fragen Sie uns, wann Sie etwas bringen können.
wanted-refuse = Was wir nicht annehmen können
wanted-refuse-usual = Kaputtes, Schmutziges und Elektrogeräte ohne Absprache.
wanted-as-of = Stand: { $day }
wanted-privacy = Diese Seite merkt sich nichts über Sie.
wanted-more = Mehr erfahren
wanted-new-window = (neues Fenster)
wanted-scan = Immer aktuell:
wanted-news-title = Das wird gebraucht: Änderungen am { $day }
wanted-news-line = { $level }: { $products }.
wanted-no-longer = Nicht mehr auf der Liste
