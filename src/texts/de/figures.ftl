### Zahlen: Bestand, Herein und Hinaus, Bedarf, Wartezeit. Und was auf der Startseite dazugehört.
nav-figures = Zahlen
figures-title = Zahlen
figures-lead = Was da ist, was kommt und geht, und was gebraucht wird. Unter jedem Bild steht, was gezählt ist.
figures-weeks-choice = Die letzten { $weeks } Wochen
figures-from = Von
figures-to = Bis
figures-group = Warengruppe
figures-group-all = Alle Warengruppen
figures-site = Standort
figures-site-all = Alle Standorte
figures-show = Anzeigen
figures-error-long = Der Zeitraum ist zu lang. Bitte höchstens zwei Jahre wählen.
figures-as-table = Als Tabelle
figures-what-counts = Was zählt hier?
figures-csv = Als CSV
figures-json = Als JSON
figures-sum = Summe
figures-product = Artikelart
figures-week = Woche ab
figures-month = Monat
figures-running = { $span } (läuft noch)
figures-running-key = Gestrichelt: noch nicht zu Ende
figures-week-from = Woche ab { $day }
figures-list = Zur Liste
figures-scale = Höchster Wert: { $pieces }

figures-stock = Bestand nach Warengruppe
figures-free = frei
figures-reserved = reserviert
figures-in-care = in Pflege
figures-stock-sentence =
    { $pieces ->
        [one] { $pieces } Teil ist im Haus, davon { $free } frei.
       *[other] { $pieces } Teile sind im Haus, davon { $free } frei.
    }
figures-stock-about = Ein Balken für jede Warengruppe, die größte oben: frei, reserviert, in Pflege und in Verwahrung.
figures-stock-definition = Gezählt sind alle Teile, die am { $day } im Haus sind: frei im Bestand, für einen Haushalt reserviert, in Pflege (wird gewaschen oder repariert) und in Verwahrung. Ein Posten zählt mit seiner Menge. Ausgegebene, vermisste, aussortierte und weitergegebene Teile zählen nicht.
figures-stock-definition-site = Gezählt sind alle Teile, die am { $day } an einem Platz am Standort { $site } liegen. Teile ohne Platz zählen hier nicht. Ein Posten zählt mit seiner Menge. Ausgegebene, vermisste, aussortierte und weitergegebene Teile zählen nicht.
figures-stock-none = Hier ist nichts im Bestand.

figures-in-out = Herein und hinaus je Woche
figures-in = angenommen
figures-out = ausgegeben
figures-in-out-sentence = { $taken } angenommen, { $out } ausgegeben.
figures-in-out-about = Zwei Balken für jede Woche: angenommen und ausgegeben.
figures-in-out-definition = Gezählt sind die Teile, die vom { $from } bis zum { $to } angenommen oder an Haushalte ausgegeben wurden, nach dem Tag der Buchung. Was rückgängig gemacht wurde, zählt nicht. Rückgaben ändern die Zahl nicht. Wochen beginnen am Montag.
figures-in-out-all = Hier zählen immer alle Warengruppen und Standorte.
figures-in-out-sites = Hier zählen immer alle Standorte.
figures-in-out-none = In diesen Wochen kam nichts herein und ging nichts hinaus.

figures-needs = Bedarf nach Warengruppe
figures-needs-weeks = Bedarf je Woche
figures-open = offen
figures-partly = zum Teil erfüllt
figures-ready = liegt bereit
figures-met = erfüllt
figures-recorded = aufgeschrieben
figures-needs-sentence =
    { $lines ->
        [one] { $lines } Zeile ist offen, { $met } erfüllt.
       *[other] { $lines } Zeilen sind offen, { $met } erfüllt.
    }
figures-needs-about = Ein Balken für jede Warengruppe: offen, zum Teil erfüllt und bereitliegend. Beim Namen steht, was erfüllt ist.
figures-needs-name = { $name } · { $met } erfüllt
figures-rest = weitere ({ $count })
figures-printed = Vom { $from } bis zum { $to } · { $filter } · gedruckt am { $day } · { $house }
figures-needs-weeks-about = Zwei Balken für jede Woche: neu aufgeschriebene und erfüllte Zeilen.
figures-needs-definition = Gezählt sind Zeilen von Bedarfslisten, nicht Teile. Offen, zum Teil erfüllt und bereitliegend: Stand vom { $day }. Erfüllt: Zeilen, deren letztes Teil vom { $from } bis zum { $to } gebucht wurde. Aufgeschrieben: alle neuen Zeilen dieser Zeit, auch wenn sie später zurückgezogen wurden.
figures-needs-none = Es ist kein Bedarf aufgeschrieben.

figures-waiting = Wartezeit
figures-waiting-open = So lange warten offene Zeilen
figures-waiting-met = So lange warteten erfüllte Zeilen
figures-waits = Wartet seit
figures-lines = Zeilen
figures-median-days = Mitte in Tagen
figures-median = Tage in der Mitte
figures-days-under =
    { $days ->
        [one] unter { $days } Tag
       *[other] unter { $days } Tagen
    }
figures-days = { $first } bis { $last } Tage
figures-days-from = { $days } Tage und mehr
figures-waiting-sentence =
    { $median ->
        [one] Die Hälfte wartet höchstens { $median } Tag, am längsten { $longest }.
       *[other] Die Hälfte wartet höchstens { $median } Tage, am längsten { $longest }.
    }
figures-waiting-open-about = Ein Balken für jede Spanne der Wartezeit mit der Zahl der offenen Zeilen.
figures-waiting-met-about = Ein Balken für jeden Monat: Die Hälfte der erfüllten Zeilen wartete höchstens so viele Tage.
figures-waiting-definition = Gezählt sind volle Tage zu 24 Stunden, seit die Zeile aufgeschrieben wurde. Offene Zeilen: bis zum { $day }. Erfüllte Zeilen: bis zur Buchung des letzten Teils, vom { $from } bis zum { $to }, nach Monaten. Mitte heißt: Mindestens die Hälfte der Zeilen wartete nicht länger.
figures-waiting-none = Es wartet niemand, und in dieser Zeit wurde nichts erfüllt.

homes-days = Die letzten { $days } Tage
homes-days-about = Zwei Balken für jeden Tag: angenommen und ausgegeben.
homes-days-none = In diesen Tagen kam nichts herein und ging nichts hinaus.
homes-figures = Alle Zahlen
homes-last = Zuletzt gebucht
homes-last-none = Noch ist nichts gebucht.
homes-fits = Passendes ist da
homes-fits-lead = Diese Haushalte warten am längsten, und im Lager liegt etwas, das passt.
homes-fits-pieces =
    { $pieces ->
        [one] { $pieces } Teil im Lager passt
       *[other] { $pieces } Teile im Lager passen
    }
homes-fits-waits =
    { $days ->
        [0] seit heute
        [one] wartet seit { $days } Tag
       *[other] wartet seit { $days } Tagen
    }
homes-fits-household = Haushalt ansehen
homes-tile-waiting =
    { $households ->
        [one] Haushalt wartet seit über { $weeks } Wochen auf etwas.
       *[other] Haushalte warten seit über { $weeks } Wochen auf etwas.
    }
homes-tile-waiting-link = Wartezeiten ansehen
homes-tile-pickup =
    { $pieces ->
        [one] Teil liegt seit über { $days } Tagen zum Abholen bereit.
       *[other] Teile liegen seit über { $days } Tagen zum Abholen bereit.
    }
homes-tile-pickup-link = Reservierte ansehen
homes-tile-labels =
    { $labels ->
        [one] leeres Etikett ist noch da. Bitte bald neue drucken.
       *[other] leere Etiketten sind noch da. Bitte bald neue drucken.
    }
homes-tile-labels-link = Etiketten drucken
homes-tile-labels-tell = Zu den Artikeln
homes-tile-reviewing =
    { $stocktakes ->
        [one] Inventur ist gezählt und wartet auf Ihre Prüfung.
       *[other] Inventuren sind gezählt und warten auf Ihre Prüfung.
    }
homes-tile-running =
    { $stocktakes ->
        [one] Inventur läuft. Sie können mitzählen.
       *[other] Inventuren laufen. Sie können mitzählen.
    }
homes-tile-stocktakes-link = Inventuren ansehen
homes-tile-silent =
    { $terminals ->
        [one] Terminal hat sich seit { $days } Tagen nicht gemeldet.
       *[other] Terminals haben sich seit { $days } Tagen nicht gemeldet.
    }
homes-tile-silent-link = Terminals prüfen
homes-tile-asking =
    { $devices ->
        [one] Gerät möchte ein Terminal werden.
       *[other] Geräte möchten ein Terminal werden.
    }
homes-tile-asking-link = Gerät freigeben
homes-tile-fits =
    { $lines ->
        [one] Zeile Ihrer Haushalte: Im Lager liegt etwas, das passt.
       *[other] Zeilen Ihrer Haushalte: Im Lager liegt etwas, das passt.
    }
homes-tile-fits-link = Haushalte ansehen
homes-day = Tag
