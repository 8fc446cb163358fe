"""Real servers for tests, on this computer and in folders of their own: PostgreSQL and Redis."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tests.host.hosted import free_port

NOBODY = "nobody"


class Backend:
    """A server that can be killed and started again with what it had kept."""

    def __init__(self):
        self.port, self.process = free_port(), None
        self.folder = Path(tempfile.mkdtemp(prefix="mockcourt-"))
        self.as_nobody = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            import pwd

            user = pwd.getpwnam(NOBODY)
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            self.as_nobody = ["setpriv", *ids]

    def run(self, *command):
        quiet = subprocess.DEVNULL
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        return subprocess.Popen(
            [*self.as_nobody, *command],
            cwd=self.folder,
            env=environment,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )

    def start(self):
        self.process = self.run(*self.command())
        end = time.monotonic() + 20
        while not self.answers():
            assert time.monotonic() < end, "it does not start"
            time.sleep(0.05)

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def remove(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres(Backend):
    """PostgreSQL, without a password, for whoever is on this computer."""

    bin = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)

    def __init__(self):
        super().__init__()
        made = self.run(self.bin / "initdb", "-D", "data", "-U", "court", "-A", "trust", "-N")
        assert made.wait(60) == 0

    @property
    def url(self):
        return f"postgresql://court@127.0.0.1:{self.port}/postgres"

    def command(self):
        where = ["-D", "data", "-p", str(self.port), "-h", "127.0.0.1", "-k", str(self.folder)]
        return [self.bin / "postgres", *where]

    def answers(self):
        ready = [self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(ready).returncode == 0

    def kill(self):
        """As if the power failed: its children must be gone before it can start again."""
        super().kill()
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)


class Redis(Backend):
    """Redis, which keeps nothing."""

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def command(self):
        only_here = ["--bind", "127.0.0.1", "--port", str(self.port)]
        return ["redis-server", *only_here, "--save", "", "--appendonly", "no"]
