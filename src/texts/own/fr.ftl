# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Ma page
own-language = Langue
own-back = Retour
own-next = Suivant
own-leave = Quitter
own-aloud = Écouter
own-to-content = Aller au contenu
own-menu = Menu
own-undo = Annuler
own-save = Enregistrer
own-print = Imprimer
own-error = Cela n’a pas marché. Essayez encore une fois, s’il vous plaît.
own-not-found = Cette page n’existe pas.

# The door: card and PIN
own-door-title = Connexion
own-door-help = Il vous faut votre carte et votre code secret. Le vestiaire vous donne le code secret.
own-card = Votre carte
own-card-hint = Les lettres et les chiffres sont sur la carte.
own-camera = Lire la carte avec la caméra
own-camera-hint = Tenez la carte devant la caméra.
own-camera-close = Éteindre la caméra
own-camera-failed = La caméra ne marche pas. Tapez ce qui est écrit sur la carte.
own-photo = Photo de la carte
own-photo-send = Lire la photo
own-photo-nothing = On ne voit pas de carte sur la photo. Prenez une autre photo. Ou tapez ce qui est écrit sur la carte.
own-pin = Code secret
own-pin-hint = 6 chiffres
own-pin-delete = Effacer le dernier chiffre
own-enter = Entrer
own-door-wrong = Cela n’a pas marché. Vérifiez la carte et le code secret. Après 5 erreurs, il faut attendre 15 minutes.
own-door-often = Trop d’essais. Attendez quelques minutes.
own-door-ended = Session terminée. Connectez-vous de nouveau.
own-door-left = Session terminée.

# The five pages
own-tab-list = Ma liste
own-tab-ask = Il me faut
own-tab-ready = Prêt
own-tab-time = Rendez-vous
own-tab-me = Mes données

# The list
own-list-help = Voici votre liste. Un point plein veut dire : vous l’avez déjà.
own-list-empty = Votre liste est vide. Choisissez ce qu’il vous faut.
own-person = Personne { $number }
own-everybody = Pour tous ensemble
own-of = { $got } sur { $wanted }
own-size = Taille { $size }
own-state-waiting = En attente
own-state-ready = Prêt
own-state-got = Reçu

# Choosing what is needed
own-ask-help = Plus veut dire : j’en ai besoin. Moins veut dire : je n’en ai pas besoin.
own-ask-who = Pour qui ?
own-ask-none = En ce moment, vous ne pouvez rien choisir ici. Demandez au vestiaire.
own-plus = { $thing } : un de plus
own-minus = { $thing } : un de moins
own-ask-full = Ici, ce n’est pas possible d’en avoir plus. Demandez au vestiaire.
own-ask-saved = Enregistré : { $thing }, { $count }
own-on-list = Sur la liste
own-not-on-list = Pas sur la liste

# What lies ready
own-ready-help = Vous pouvez venir chercher ces affaires. Apportez votre carte.
own-ready-empty = Rien n’est encore prêt. Nous cherchons des affaires pour vous.
own-until = Jusqu’au : { $day }
own-place = Lieu
own-choose-time = Choisir un rendez-vous

# A time
own-time-help = Choisissez un jour et une heure.
own-time-empty = Pas de rendez-vous libre en ce moment. Regardez de nouveau bientôt.
own-time-yours = Votre rendez-vous
own-time-booked = Votre rendez-vous est pris.
own-time-take = { $time } : prendre ce rendez-vous
own-time-full = Ce rendez-vous n’est plus libre. Choisissez-en un autre.
own-time-already = Vous avez déjà un rendez-vous.
own-time-cancel = Annuler le rendez-vous
own-time-keep = Garder le rendez-vous
own-time-cancelled = Votre rendez-vous est annulé.
own-time-change = Vous voulez un autre rendez-vous ? Annulez d’abord celui-ci.
own-time-bring = Apportez votre carte.
own-time-calendar = Ajouter au calendrier
own-time-number = Votre numéro
own-time-wait = Vous êtes là. Attendez votre numéro, s’il vous plaît.
own-time-called = C’est à vous. Venez, s’il vous plaît.
own-free = Libre : { $count }
own-audience-everybody = Pour tous
own-audience-babies = Familles avec bébé
own-audience-women = Femmes seulement
own-audience-quiet = Moment calme
own-audience-first = Première fois ici
own-today = Aujourd’hui
own-tomorrow = Demain

# What is stored
own-me-help = Voici ce que nous avons noté sur vous. Il y a une erreur ? Dites-le au vestiaire.
own-me-area = Quartier
own-me-since = Chez nous depuis
own-me-visit = Dernière visite
own-me-note = Remarque
own-me-mentors = Qui vous aide
own-me-collectors = Qui peut venir chercher pour vous
own-me-collectors-end = Ne plus autoriser : { $name }
own-me-collectors-ended = Enregistré. Ce n’est plus autorisé.
own-voucher = Bon de retrait
own-me-people = Personnes
own-age-baby = Bébé
own-age-child-small = Petit enfant
own-age-child = Enfant
own-age-teen = Ado
own-age-adult = Adulte
own-born = Naissance
own-for-clothes = Vêtements
own-for-trousers = Pantalons
own-for-shoes = Chaussures
own-for-bra = Soutien-gorge
own-for-head = Tête
own-nothing-stored = Rien n’est noté
own-looks = Qui a vu vos données
own-looks-none = Personne pour l’instant
own-role-volunteer = Bénévole
own-role-coordinator = Responsable
own-role-mentor = Accompagnant
own-role-other = Équipe
own-contact = Pouvons-nous vous écrire ?
own-contact-help = Nous vous rappelons alors votre rendez-vous. Ce n’est pas obligatoire.
own-contact-name = Prénom
own-contact-email = E-mail
own-contact-phone = Téléphone
own-contact-agree = Oui, vous pouvez m’écrire. Je peux changer cela à tout moment.
own-contact-agree-missing = Cochez d’abord la case. Sinon nous n’avons pas le droit d’enregistrer.
own-contact-missing = Donnez un e-mail ou un numéro de téléphone.
own-contact-email-wrong = Cet e-mail n’est pas correct.
own-contact-phone-wrong = Ce numéro de téléphone n’est pas correct.
own-contact-name-long = Le nom est trop long.
own-contact-saved = Enregistré. Nous pouvons vous écrire.
own-contact-remove = Ne plus écrire
own-contact-removed = Supprimé. Nous ne vous écrivons plus.
own-language-saved = Enregistré.
own-pin-change = Changer le code secret
own-pin-now = Ancien code secret
own-pin-new = Nouveau code secret
own-pin-again = Nouveau code secret encore une fois
own-pin-saved = Votre nouveau code secret est valable dès maintenant.
own-pin-wrong = L’ancien code secret n’est pas correct.
own-pin-six = Le code secret a 6 chiffres.
own-pin-differ = Les deux nouveaux codes secrets sont différents.
own-pin-easy = Ce code secret est trop facile. Prenez-en un autre.

# Days of the week.
own-weekday-mon = lundi
own-weekday-tue = mardi
own-weekday-wed = mercredi
own-weekday-thu = jeudi
own-weekday-fri = vendredi
own-weekday-sat = samedi
own-weekday-sun = dimanche

# How a piece is cut.
own-cut-w = Femme
own-cut-m = Homme
own-cut-k = Enfant
own-cut-b = Bébé
own-cut-u = Pour tous

# How many
own-pieces = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Bonjour,
own-letter-booked-subject = Votre rendez-vous
own-letter-booked = Vous avez un rendez-vous au vestiaire :
own-letter-moved-subject = Votre rendez-vous est déplacé
own-letter-moved = Votre rendez-vous au vestiaire est maintenant à cette heure :
own-letter-cancelled-subject = Votre rendez-vous est annulé
own-letter-cancelled = Ce rendez-vous au vestiaire est annulé :
own-letter-reminder-subject = Votre rendez-vous est demain
own-letter-reminder = Demain, vous avez un rendez-vous au vestiaire :
own-letter-place = Lieu : { $place }
own-letter-bring = Apportez votre carte, s’il vous plaît.
own-letter-cannot = Vous ne pouvez pas venir ? Annulez, s’il vous plaît. Quelqu’un d’autre pourra alors venir.
own-letter-new-time = Vous pouvez choisir un nouveau rendez-vous.
own-letter-calendar = Rendez-vous au vestiaire
