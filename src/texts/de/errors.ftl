### Warum etwas nicht ging.
error-not-found = Das gibt es hier nicht (mehr). Bitte von der Startseite aus suchen.
error-forbidden = Dafür fehlt Ihnen das Recht. Bitte die Leitung fragen.
error-changed = Das wurde inzwischen von jemand anderem geändert. Bitte neu laden und noch einmal eingeben.
error-server = Das hat nicht geklappt, nichts wurde gespeichert. Bitte noch einmal versuchen.
error-label-count = Bitte eine Anzahl von 1 bis { $most } angeben.
error-label-kind = Für diese Art gibt es keine leeren Etiketten.
error-terminal-name = Bitte einen Namen mit höchstens 60 Zeichen angeben, zum Beispiel „Ausgabe links“.
error-too-many-events = Höchstens { $most } Scans in einer Sendung. Bitte aufteilen.
error-bad-request = Die Anfrage ist nicht lesbar: { $cause }. Nichts wurde gespeichert.
error-too-large = Die Anfrage ist zu groß. Bitte aufteilen.
error-sign-in-needed = Bitte zuerst anmelden.
error-token = Dieses Terminal ist nicht angemeldet. Die Leitung kann ein neues Kennwort dafür ausstellen.
error-foreign-origin = Die Anfrage kam von einer fremden Seite und wurde abgewiesen. Bitte die Seite neu laden.
error-too-often = Zu viele Versuche. Bitte eine Minute warten.
