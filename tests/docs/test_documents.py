"""What the documents say is so: commands exist, options exist, links lead somewhere."""

import argparse
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.reading import anchors, documents, links, make_targets, module_commands

OURS = ("etl", "metrics", "planning", "reports")
DOCUMENTS = documents(REPOSITORY)
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
COMMANDS = sorted(module_commands(TEXT))


def test_the_readme_names_the_two_commands_and_the_plain_ones() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert {"run", "test"} <= make_targets(readme)
    assert {("etl", "build"), ("streamlit", "run")} <= {(module, word) for module, word, _ in module_commands(readme)}


def test_every_make_target_named_exists() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert make_targets(TEXT) <= set(re.findall(r"^([a-z]+):", makefile, re.M))


@pytest.mark.parametrize(("module", "word", "rest"), [command for command in COMMANDS if command[0] in OURS])
def test_every_command_named_parses(module: str, word: str, rest: str) -> None:
    assert set(re.findall(r"--[a-z-]+", rest)) <= options(module, word)


def options(module: str, word: str) -> set[str]:
    """The options that a command's own help names."""
    command = import_module(f"{module}.__main__").parser()
    return set(re.findall(r"--[a-z-]+", (_below(command, word) if word else command).format_help()))


def _below(command: argparse.ArgumentParser, word: str) -> argparse.ArgumentParser:
    (choices,) = (each.choices for each in command._actions if isinstance(each, argparse._SubParsersAction))
    found: argparse.ArgumentParser = choices[word]
    return found


@pytest.mark.parametrize("module", OURS)
def test_help_is_there_from_the_terminal(repository: Path, module: str) -> None:
    answer = subprocess.run([sys.executable, "-m", module, "--help"], cwd=repository, capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert f"python -m {module}" in answer.stdout


@pytest.mark.parametrize(("module", "word", "rest"), [command for command in COMMANDS if command[0] not in OURS])
def test_every_file_named_in_a_command_exists(repository: Path, module: str, word: str, rest: str) -> None:
    files = re.findall(r"[\w./-]+\.(?:py|txt|toml)\b", f"{word} {rest}")
    assert [file for file in files if not (repository / file).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in links(document.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        linked = (document.parent / path) if path else document
        assert linked.exists(), f"{document.name} links to {target}"
        assert not anchor or anchor in anchors(linked.read_text(encoding="utf-8")), (
            f"{document.name}: no heading {target}"
        )


def test_the_changelog_has_a_version_or_unreleased_heading() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[(Unreleased|\d+\.\d+\.\d+)\]", changelog, re.M)
