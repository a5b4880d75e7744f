"""The locks are whole and no file ties the repository to a machine or a registry."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import REPOSITORY

LOCKS = ("requirements.txt", "requirements-dev.txt")
# Data carries the addresses of its sources; caches and what an installation holds are no part of the repository.
IGNORED = re.compile(r"^data/(history|sample|build|inbox)/|(^|/)(\.venv|\.git|__pycache__|\.\w+_cache|\.hypothesis)/")
HOSTS = re.compile(
    r"\b(files\.pythonhosted|pypi|pypi\.python|registry\.npmjs|registry\.yarnpkg|conda\.anaconda|crates"
    r"|proxy\.golang|(?:deb|security)\.debian|archive\.ubuntu)\.(org|io|com)\b"
)
MACHINE_PATHS = re.compile(r"(?<![\w.:/-])/(?:work|root|home|farm|Users)/")


def repository_files() -> list[Path]:
    """Every file that is, or would be, committed; without git every file outside of .venv and caches."""
    ask = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    if shutil.which("git") and (REPOSITORY / ".git").exists():
        names = subprocess.run(ask, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.splitlines()
    else:
        names = [path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.rglob("*") if path.is_file()]
    return [REPOSITORY / name for name in names if not IGNORED.search(name) and (REPOSITORY / name).is_file()]


def requirements(name: str) -> dict[str, str]:
    """Each requirement of a lock with everything that belongs to it: {"pandas==3.1.1": "… --hash=…"}."""
    text = (REPOSITORY / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return {line.split()[0]: line for line in text.splitlines() if line.strip()}


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = []
    for path in repository_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.name}: {match[0]}" for rule in (HOSTS, MACHINE_PATHS) if (match := rule.search(text))]
    assert found == []


@pytest.mark.parametrize(
    "text", ["https://" + "pypi." + "org/simple", "from files." + "pythonhosted.org", "cd /" + "work/x"]
)
def test_hosts_and_machine_paths_would_be_noticed(text: str) -> None:
    assert HOSTS.search(text) or MACHINE_PATHS.search(text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes_and_without_address(lock: str) -> None:
    for pin, line in requirements(lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+", pin), pin
        assert "--hash=sha256:" in line, pin
        assert not re.search(r"://|--(index|extra-index|find-links|trusted-host)", line), pin


def test_the_locks_agree_with_each_other_and_with_the_project() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = ({pin.split("==")[0]: pin.split("==")[1] for pin in requirements(lock)} for lock in LOCKS)
    assert run.items() <= dev.items()
    for declared, locked in ((project["project"]["dependencies"], run), (project["dependency-groups"]["dev"], dev)):
        wanted = [Requirement(text) for text in declared]
        assert [str(one) for one in wanted if not one.specifier.contains(locked.get(one.name, "0"))] == []
