"""The least that telling a school can cost: a loop that sends what is due, and does nothing else.

It keeps the pace of a lesson, so that it wakes, and wakes those who read, as often as a server.
"""

from __future__ import annotations

import selectors
import socket
import subprocess
import sys
import time

ROOM = 44  # are told at a time
PER_SECOND = 240  # rooms that are told
SECONDS = 5.0


def drained(readers: int, octets: int, seconds: float = SECONDS) -> float:
    """CPU of one `send()` of `octets` to one of `readers`, in microseconds."""
    with socket.create_server(("127.0.0.1", 0), backlog=readers) as listening:
        port = listening.getsockname()[1]
        what = map(str, (port, readers, octets, seconds))
        command = [sys.executable, "-m", "game.bench.bare", *what]
        sender = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        reading = selectors.DefaultSelector()
        for _ in range(readers):
            reading.register(listening.accept()[0], selectors.EVENT_READ)
        while reading.get_map():
            for key, _ in reading.select():
                reader = key.fileobj
                assert isinstance(reader, socket.socket)
                if not reader.recv(65536):
                    reading.unregister(reader)
                    reader.close()
    return float(sender.communicate(timeout=10)[0])


def main() -> None:
    """Send to as many as the command line says, and print what one cost."""
    port, readers, octets = map(int, sys.argv[1:4])
    ways = [socket.create_connection(("127.0.0.1", port)) for _ in range(readers)]
    told, sent, spent, start = b"x" * octets, 0, 0.0, time.monotonic()
    while (now := time.monotonic() - start) < float(sys.argv[4]):
        before = time.process_time()
        for way in ways[sent % readers : sent % readers + ROOM]:
            way.send(told)
            sent += 1
        spent += time.process_time() - before
        time.sleep(max(0.0, sent / ROOM / PER_SECOND - now))
    for way in ways:
        way.close()
    print(spent / sent * 1e6)


if __name__ == "__main__":
    main()
