"""The way of a page to the server that has its room now, and the proof of whose page it is.

The proof is a fingerprint of what the journal keeps of the key in the browser: any server can check
it, and none can make the key of it. It fits once, for the seat gets a new key where it arrives.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import urlencode

from game.host.guards import HEADERS

POLICY = "content-security-policy"


def proof(hashed: str) -> str:
    """What proves elsewhere that a page belongs to the seat whose key has the hash `hashed`."""
    return hashlib.sha256(f"passage {hashed}".encode()).hexdigest()[:32]


def way_to(server: str, room: str, hashed: str) -> str:
    """The address under which the page of a seat goes on at `server`."""
    return f"{server}/seat/come?{urlencode({'room': room, 'way': proof(hashed)})}"


def policy(peers: Iterable[str]) -> str:
    """What a page may load and ask, which may ask `peers` too where its room is."""
    return HEADERS[POLICY].replace("connect-src 'self'", " ".join(("connect-src 'self'", *peers)))
