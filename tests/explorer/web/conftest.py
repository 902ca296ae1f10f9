import json
import math
import subprocess
from pathlib import Path

import pytest
from deno import find_deno_bin

HERE = Path(__file__).parent


class RefusedError(Exception):
    """What the browser's half refused, in its own words."""


def _sent(value):
    """A value as it travels: JSON has no infinity."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"number": "Infinity" if value > 0 else "-Infinity" if value < 0 else "NaN"}
    if isinstance(value, dict):
        return {name: _sent(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_sent(each) for each in value]
    return value


def _got(found):
    return float(found["number"]) if set(found) == {"number"} else found


class Deno:
    """The browser's modules, asked over a pipe: ``deno("trace", "bitonic", [3, 1, 2])``."""

    def __init__(self):
        self._process = subprocess.Popen(
            [find_deno_bin(), "run", "--no-check", "--no-remote", "--quiet", HERE / "answer.js"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, name, *given):
        self._process.stdin.write(json.dumps([name, _sent(given)]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline(), object_hook=_got)
        if "refused" in answer:
            raise RefusedError(answer["refused"])
        return answer.get("value")

    def close(self):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture(scope="session")
def deno():
    asked = Deno()
    yield asked
    asked.close()
