"""A build that is killed at any instant leaves a version that opens and answers."""

import random
import signal
import subprocess
import sys
import time

import pytest

import metrics
from tests.etl.small import REPOSITORY, SMALL, Root, added

KILLS = 12


def _more(n: int) -> dict[str, str]:
    return added("submissions", *(f"m{i},lomba-2018,Judul {i},kab-a,,,s1" for i in range(n)))


def _start(root: Root) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "etl", "build", "--as-of", "2019-01-31"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=REPOSITORY, env=root.environment(), stdout=quiet, stderr=quiet)


def _served() -> tuple[str, int]:
    warehouse = metrics.open_warehouse()
    try:
        assert warehouse.by_pointer
        ((count,),) = warehouse.rows("SELECT count(*) FROM warehouse.entries")
        assert warehouse.record["tables"]["submissions"]["loaded"] == count
        return warehouse.version, int(count)
    finally:
        warehouse.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_build_leaves_the_version_before_or_the_one_after(root: Root) -> None:
    root.write(SMALL)
    begun = time.monotonic()
    assert _start(root).wait(timeout=120) == 0
    whole = time.monotonic() - begun
    served = _served()
    chance = random.Random(20180123)
    for n in range(1, KILLS + 1):
        root.write(_more(n))
        builder = _start(root)
        time.sleep(whole * chance.uniform(0.3, 1.1))
        builder.kill()
        builder.wait()
        now = _served()
        assert now == served or now[1] == 3 + n
        served = now
    last = root.build(_more(KILLS + 1))
    assert _served() == (last.version, 3 + KILLS + 1)
    assert not list(root.published.glob("building-*"))
