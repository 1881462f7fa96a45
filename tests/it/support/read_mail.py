"""Reads a mail as a mailbox would, and says what it holds as JSON."""
import email
import email.policy
import json
import sys

mail = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
print(json.dumps({"headers": {name: str(value) for name, value in mail.items()}, "body": mail.get_content()}))
