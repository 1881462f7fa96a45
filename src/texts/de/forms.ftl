### Formulare, die nichts verlieren.
forms-kept = Ihre Anmeldung war abgelaufen. Ihre Eingaben sind noch da: Bitte melden Sie sich wieder an, dann können Sie sie speichern.
forms-not-kept = Ihre Anmeldung war abgelaufen, gespeichert wurde nichts. Mit „Zurück“ im Browser kommen Sie wieder zu Ihren Eingaben. Bitte melden Sie sich in einem zweiten Fenster an und speichern Sie dann.
forms-files-again = Ihre Anmeldung war abgelaufen. Bitte melden Sie sich wieder an und wählen Sie das Foto dann noch einmal aus.
forms-signed-out = Ihre Anmeldung ist abgelaufen. Nach dem Anmelden geht es dort weiter, wo Sie waren.
forms-of-somebody-else = Angefangen hatte jemand anderes: Die Eingaben von vorher wurden nicht gespeichert.
forms-kept-title = Ihre Eingaben sind noch da
forms-kept-lead = Sie sind wieder angemeldet. Gespeichert ist noch nichts.
forms-kept-password = Passwörter werden nicht aufgehoben. Bitte geben Sie das Passwort gleich noch einmal ein.
forms-kept-send = Jetzt speichern
forms-kept-discard = Nicht speichern
forms-draft = Hier steht noch etwas, das Sie eingetippt und nicht gespeichert haben.
forms-draft-take = Zurückholen
forms-draft-drop = Verwerfen
forms-wrong-method = Diese Adresse gibt es nur für: { $allowed }.
