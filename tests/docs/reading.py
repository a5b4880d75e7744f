"""Reads what the documents say: the commands they name, the links they make."""

import re
from collections.abc import Iterator
from pathlib import Path

FENCE = re.compile(r"^```.*?$(.*?)^```", re.S | re.M)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MAKE = re.compile(r"^make ([a-z]+)")
MODULE = re.compile(r"python(?:3(?:\.\d+)?)? -m ([\w.]+)(?: ([a-z]+))?(.*)$")


def documents(repository: Path) -> list[Path]:
    """README, CHANGELOG and everything below docs/."""
    return [repository / "README.md", repository / "CHANGELOG.md", *sorted((repository / "docs").rglob("*.md"))]


def commands(text: str) -> Iterator[str]:
    """Each line of a code block and each code span, without the comment after it."""
    blocks = [line for block in FENCE.findall(text) for line in block.splitlines()]
    for line in blocks + SPAN.findall(FENCE.sub("", text)):
        if line.strip():
            yield line.split("  #")[0].strip()


def make_targets(text: str) -> set[str]:
    """The targets of all `make …` commands in a text."""
    return {found[1] for command in commands(text) if (found := MAKE.match(command))}


def module_commands(text: str) -> set[tuple[str, str, str]]:
    """(module, first word after it or "", the rest) of all `python -m …` commands in a text."""
    found = (MODULE.search(command) for command in commands(text))
    return {(match[1], match[2] or "", match[3]) for match in found if match}


def links(text: str) -> list[str]:
    """The targets of all links that stay inside the repository."""
    return [target for target in LINK.findall(FENCE.sub("", text)) if "://" not in target]


def anchors(text: str) -> set[str]:
    """The names by which the headings of a text can be linked to."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
