"""The soft wire between workers: who has which room now. It may be wiped without any loss.

A lease only decides who tries to be a room's authority. That no two are, is held by the journal,
which takes the next number of a room once. News says no more than that something was done to a
room; whoever misses it finds out a little later. Who is here is noted for whoever gets the room
next: it need not wait for those that were away already.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import aclosing

import msgspec
import redis
from redis import asyncio as waiting

LEASE = 1200  # milliseconds that a room is kept for a worker that says nothing more
WAIT = 1.0  # seconds for an answer
NEWS = "mockcourt:news"
WORKERS = "mockcourt:workers"
GONE = 20  # seconds after which a worker that says nothing more is gone
HERE = 60  # seconds for which it is known who is here
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
WORKING = """
local now = tonumber(redis.call('TIME')[1])
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
return redis.call('ZRANGE', KEYS[1], 0, -1)
"""


class Silent(Exception):
    """The bus cannot be asked now; everybody goes on with what they have."""


class RedisBus:
    """Leases in Redis or Valkey at `url`, for the worker that is reached at `own`."""

    def __init__(self, url: str, own: str) -> None:
        """Connect. Raises Silent where there is no answer, ValueError where `url` is no address."""
        self.own = own
        self._url = url
        self._redis = redis.Redis.from_url(
            url, socket_timeout=WAIT, socket_connect_timeout=WAIT, decode_responses=True
        )
        self._hold = self._redis.register_script(HOLD)
        self._working = self._redis.register_script(WORKING)
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

    def tell(self, room: str) -> None:
        """Let all workers know that something was done to `room`. Raises Silent."""
        try:
            self._redis.publish(NEWS, room)
        except redis.RedisError as why:
            raise Silent(str(why)) from why

    async def news(self) -> AsyncIterator[str]:
        """The rooms to which something is done, as it is told. Raises Silent."""
        wire = waiting.Redis.from_url(self._url, socket_connect_timeout=WAIT, decode_responses=True)
        try:
            async with aclosing(wire), wire.pubsub(ignore_subscribe_messages=True) as told:
                await told.subscribe(NEWS)
                async for message in told.listen():
                    yield str(message["data"])
        except redis.RedisError as why:
            raise Silent(str(why)) from why

    def workers(self, here: Mapping[str, Iterable[int]]) -> list[str]:
        """All workers that there are; of ours it is noted which seats are `here`. Raises Silent."""
        try:
            with self._redis.pipeline(transaction=False) as asked:
                for name, seats in here.items():
                    noted = msgspec.json.encode(list(seats))
                    asked.set(_key(name, "here"), noted, ex=HERE)
                self._working(keys=[WORKERS], args=[self.own, GONE], client=asked)
                return list(asked.execute()[-1])
        except redis.RedisError as why:
            raise Silent(str(why)) from why

    def here(self, rooms: Iterable[str]) -> list[list[int] | None]:
        """The seats that are here in each of `rooms`; None if nobody knows. Raises Silent."""
        keys = [_key(room, "here") for room in rooms]
        try:
            noted = self._redis.mget(keys) if keys else []
        except redis.RedisError as why:
            raise Silent(str(why)) from why
        return [msgspec.json.decode(str(n), type=list[int]) if n else None for n in noted]


def _key(room: str, what: str = "room") -> str:
    return f"mockcourt:{what}:{room}"
