### Haushalte, Personen, Bedarfslisten, Kümmerer.
error-too-many-members = Ein Haushalt kann höchstens { $most } Personen haben. Bitte teilen Sie ihn auf.
error-text-too-long = Bitte kürzer schreiben: höchstens { $most } Zeichen in einer Zeile.
error-note-too-long = Bitte kürzer schreiben: höchstens { $most } Zeichen. Keine Gesundheit, Religion, Lebensgeschichte.
error-language-tag = Bitte die Sprache aus der Liste wählen.
error-age-band = „{ $word }“ ist keine Altersgruppe. Bitte eine aus der Liste wählen.
error-birth-month = Bitte Jahr und Monat angeben, zum Beispiel 2021-04.
error-birth-month-adult = Der Geburtsmonat wird nur bei Kindern gebraucht. Bitte leer lassen und die Altersgruppe wählen.
error-size-for = Größe für „{ $what }“: Das gibt es nicht. Bitte ein Feld des Formulars nutzen.
error-not-a-mentor = Diese Person ist nicht als Kümmerer angemeldet. Bitte eine aus der Liste wählen.
error-household-left = Dieser Haushalt ist abgemeldet. Bitte zuerst wieder anmelden.
error-too-many-needs = Die Bedarfsliste hat schon { $most } offene Zeilen. Bitte erst welche zurückziehen.
error-need-twice = Das steht schon auf der Bedarfsliste. Mehr davon? Dann die alte Zeile zurückziehen und neu anlegen.
error-no-such-product = Diese Artikelart gibt es nicht. Bitte eine aus der Suche wählen.
error-wanted = Bitte eine Anzahl von 1 bis { $most } angeben.
error-need-cut = { $product } gibt es nicht im Schnitt { $cut }. Bitte anders wählen.
