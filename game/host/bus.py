"""The soft wire between workers: who has which room now. It may be wiped without any loss.

A lease only decides who tries to be a room's authority. That no two are, is held by the journal,
which takes the next number of a room once.
"""

from __future__ import annotations

from collections.abc import Iterable

import redis

LEASE = 1200  # milliseconds that a room is kept for a worker that says nothing more
WAIT = 1.0  # seconds for an answer
HOLD = """
local owner = redis.call('GET', KEYS[1])
if not owner then
    redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
    return ARGV[1]
end
if owner == ARGV[1] then
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return owner
"""


class Silent(Exception):
    """The bus cannot be asked now; everybody goes on with what they have."""


class RedisBus:
    """Leases in Redis or Valkey at `url`, for the worker that is reached at `own`."""

    def __init__(self, url: str, own: str) -> None:
        """Connect. Raises Silent where there is no answer, ValueError where `url` is no address."""
        self.own = own
        self._redis = redis.Redis.from_url(
            url, socket_timeout=WAIT, socket_connect_timeout=WAIT, decode_responses=True
        )
        self._hold = self._redis.register_script(HOLD)
        try:
            self._redis.ping()
        except redis.RedisError as why:
            raise Silent(str(why)) from why

    def hold(self, rooms: Iterable[str]) -> dict[str, str]:
        """Keep the leases that are ours, take those that are free; who has each. Raises Silent."""
        names = list(rooms)
        try:
            with self._redis.pipeline(transaction=False) as asked:
                for name in names:
                    self._hold(keys=[_key(name)], args=[self.own, LEASE], client=asked)
                return dict(zip(names, asked.execute(), strict=True))
        except redis.RedisError as why:
            raise Silent(str(why)) from why

    def release(self, rooms: Iterable[str]) -> None:
        """Let others have `rooms`, which are ours, without waiting. Raises Silent."""
        try:
            for name in rooms:
                self._redis.delete(_key(name))
        except redis.RedisError as why:
            raise Silent(str(why)) from why


def _key(room: str) -> str:
    return f"mockcourt:room:{room}"
