# Texts of the frame: header, navigation, footer, components, desk. Short, plain German; "Sie" where somebody is addressed.

app-name = Gabentisch
skip-to-content = Zum Inhalt
menu = Menü
nav-label = Hauptmenü
sign-in = Anmelden
sign-out = Abmelden
language-label = Sprache

nav-home = Start
nav-handout = Ausgabe
nav-intake = Annahme
nav-items = Artikel
nav-boxes = Kisten
nav-donors = Spender
nav-donations = Spenden
nav-households = Haushalte
nav-reports = Berichte
nav-users = Personen
nav-settings = Einstellungen

role-volunteer = Ehrenamt
role-coordinator = Leitung
role-mentor = Kümmerer
role-treasurer = Kasse
role-admin = Verwaltung


field-optional = (freiwillig)
pager-label = Seiten
pager-previous = Zurück
pager-next = Weiter

action-save = Speichern
action-cancel = Abbrechen
action-edit = Ändern
action-print = Drucken
action-search = Suchen
action-filter = Filtern
action-reset = Alles zeigen

desk-mode-handout = Ausgabe
desk-mode-intake = Annahme
desk-mode-return = Rückgabe
desk-mode-move = Umräumen
desk-mode-lookup = Nachsehen
desk-leave = Beenden
desk-scan = Buchen
desk-scan-label = Code scannen oder eintippen
desk-scan-here = Hier scannen
desk-pending = warten
desk-word-ready = Bereit
desk-word-ok = OK
desk-word-again = Achtung
desk-word-stop = Stopp
desk-undo = Rückgängig
desk-finish = Fertig
desk-yes = Ja
desk-no = Nein
desk-understood = Verstanden
desk-retry = Noch einmal senden
desk-offline = Keine Verbindung
desk-offline-detail = Noch nicht gebucht. Die Scans bleiben hier und werden gesendet, sobald es wieder geht. Diese Seite nicht schließen.
desk-failed = Nicht gebucht
desk-failed-detail = Der Server hat nicht geantwortet wie erwartet. Noch einmal senden oder die Leitung rufen.
desk-signed-out = Sie sind abgemeldet
desk-signed-out-detail = In einem zweiten Fenster anmelden, dann hier noch einmal senden.
desk-full = Bitte kurz warten
desk-full-detail = Es warten schon 32 Scans. Dieser eine ist noch nicht gebucht.

error-title = Das ging nicht
error-home = Zur Startseite
error-back = Zurück dorthin
sign-in-lead = Bitte anmelden.
sign-in-name = Name
sign-in-password = Passwort
