"""The Indonesian words of the glossary are those of the screen."""

import re
from pathlib import Path

import texts


def test_every_word_said_to_be_on_screen_is_in_the_catalogue(repository: Path) -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", (repository / "docs" / "glossary.md").read_text("utf-8"), re.M)
    words = {term: word for term, word in rows if term != "term" and word != "–" and not term.startswith("-")}
    screen = "\n".join(texts.catalogue("id").values()).lower()
    assert len(words) > 30
    assert {term: word for term, word in words.items() if word.lower() not in screen} == {}
