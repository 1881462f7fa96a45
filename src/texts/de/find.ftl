# Suchen und Listen: das Suchfeld im Kopf jeder Seite, und was alle langen Listen gemeinsam haben.

find-title = Suchen
find-label = Alles durchsuchen
find-here = Suchen oder scannen
find-close = Schließen
find-lead = Code, Name, Artikel, Ort oder Seite. Der Anfang genügt, und ein Tippfehler macht nichts.
find-nothing = Prüfen Sie die Schreibweise, oder scannen Sie den Code noch einmal.
find-damaged = Dieser Code ist falsch gelesen oder falsch getippt. Scannen Sie ihn noch einmal.
find-blank = Dieses Etikett ist noch leer. Nehmen Sie das Teil an der Annahme auf.
find-unknown-code = Zu diesem Code gibt es hier nichts für Sie.
find-command = Das ist ein Befehl. Er wirkt nur am Scanplatz.
find-all = Alle in der Liste zeigen
find-pages = Seiten
find-places = Orte
find-hits =
    { $count ->
         [0] Nichts gefunden
         [one] { $count } Treffer
        *[other] { $count } Treffer
    }
find-household =
    { $people ->
         [one] { $people } Person
        *[other] { $people } Personen
    }
find-page-labels = Etiketten drucken
find-page-commands = Befehlsblatt drucken
find-page-stocktake = Inventur zählen
find-words-voucher = Gutschein Vollmacht Abholen Bevollmächtigte
find-words-pin = PIN Geheimzahl Karte
find-words-sessions = Ausgabetag Termine Öffnungszeiten Kalender
find-words-queue = Warteschlange Schlange Nummer Aufrufen Ankommen
find-words-allocation = Zuteilen Zuteilung Verteilen Vorschläge Zurücklegen Reservieren
find-words-pick = Holen Abholliste Kommissionieren Tüten
find-words-missing = Es fehlt Fehlt Bedarf Gesucht
find-words-overrides = Ausnahmen Erlaubt Leitung

list-filters = Filter
list-clear-one = Filter wegnehmen: { $what }
list-order = Reihenfolge
list-rows = Zeilen
list-first = Zum Anfang
list-export = Als Tabelle (CSV)
list-more-than = mehr als { $count }
list-entries =
    { $count ->
         [one] { $count } Eintrag
        *[other] { $count } Einträge
    }
list-in-state-many = { $state } (über { $count })
list-search = Suche: { $text }
list-understood = Gesucht wird „{ $meant }“ statt „{ $typed }“.
list-back = Zur Liste
list-next = Nächster in der Liste
list-end = Das war der letzte in der Liste.

order-newest = Neueste zuerst
order-oldest = Älteste zuerst
order-moved = Zuletzt bewegt
order-waiting = Liegt am längsten
order-kind = Artikelart
order-place = Ort
order-name = Name
order-longest = Wartet am längsten
