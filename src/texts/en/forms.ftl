### Forms that lose nothing.
forms-kept = Your sign-in had ended. What you typed is still there: please sign in again, then you can save it.
forms-not-kept = Your sign-in had ended, nothing was saved. “Back” in the browser brings you to what you typed. Please sign in in a second window, then save.
forms-files-again = Your sign-in had ended. Please sign in again, then choose the photo once more.
forms-signed-out = Your sign-in has ended. After signing in you go on where you were.
forms-of-somebody-else = Somebody else had begun: what was typed before was not saved.
forms-kept-title = What you typed is still there
forms-kept-lead = You are signed in again. Nothing is saved yet.
forms-kept-password = Passwords are not kept. Please type the password once more in a moment.
forms-kept-send = Save now
forms-kept-discard = Do not save
forms-draft = There is something that you typed here and did not save.
forms-draft-take = Bring it back
forms-draft-drop = Throw away
forms-wrong-method = This address is only for: { $allowed }.
