"""A real SMTP server for the tests: keeps each mail in a file of a folder. Refuses whoever is called "nobody"."""
import asyncio
import pathlib
import sys

from aiosmtpd.controller import Controller

folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        (folder / f"{self.count}.part").write_bytes(envelope.content)
        (folder / f"{self.count}.part").rename(folder / f"{self.count}.eml")
        return "250 OK"


controller = Controller(Keeper(), hostname="127.0.0.1", port=port)
controller.start()
print("ready", flush=True)
asyncio.new_event_loop().run_forever()
