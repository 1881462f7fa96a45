### Why something did not work.
error-not-found = This does not exist (any more). Please search from the home page.
error-forbidden = You do not have the right to do this. Please ask the coordinator.
error-changed = Somebody else has changed this meanwhile. Please reload and enter it again.
error-server = That did not work, nothing was saved. Please try again.
error-label-count = Please give a number from 1 to { $most }.
error-label-kind = There are no blank labels of this kind.
error-terminal-name = Please give a name of at most 60 characters, for example “handout left”.
error-too-many-events = At most { $most } scans in one request. Please split it.
error-bad-request = The request cannot be read: { $cause }. Nothing was saved.
error-too-large = The request is too large. Please split it.
error-sign-in-needed = Please sign in first.
error-token = This terminal is not enrolled. The coordinator can issue a new token for it.
error-foreign-origin = The request came from another site and was refused. Please reload the page.
error-too-often = Too many attempts. Please wait a minute.
