"""A server of a class in a process of its own, as a teacher starts it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time

from tests.conftest import ROOT

CASE = ROOT / "tests" / "cases" / "small_case.yaml"


class Hosted:
    """`python main.py host`, as a teacher starts it."""

    def __init__(self, home, port, *more, case=CASE):
        self.port = port
        self.process = subprocess.Popen(
            [
                sys.executable,
                "main.py",
                "host",
                str(case),
                "--port",
                str(port),
                "--lang",
                "en",
                *more,
            ],
            cwd=ROOT,
            env={**os.environ, "MOCKCOURT_HOME": str(home)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "")
        codes = (re.search(r"(\d{3}) (\d{3})\.", line) for line in lines)
        self.code = next(code[1] + code[2] for code in codes if code)
        self.wait_until_open()

    def wait_until_open(self):
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the server does not open")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
