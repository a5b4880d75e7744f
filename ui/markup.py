"""HTML built so that data can never become markup: every child is escaped unless this module made it."""

from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is already markup. Only `tag` and `join` make it."""

    __slots__ = ()


def tag(name: str, *children: object, **attributes: str | int | bool | None) -> Html:
    """One element. Children that are not Html are escaped; attributes are escaped, None and False leave one out.

    A trailing underscore is dropped and other underscores become hyphens: class_="x", aria_label="y".
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{given}>{join(children)}</{name}>")


def join(children: Iterable[object], between: str = "") -> Html:
    """Children one after the other, escaped unless Html; `between` is escaped too."""
    return Html(escape(between).join(c if isinstance(c, Html) else escape(str(c)) for c in children if c is not None))


def hidden(text: str) -> Html:
    """Words for screen readers only."""
    return tag("span", text, class_="sr-only")


def link(text: str, url: str) -> Html:
    """A link to the web, or the plain text where `url` is no web address (nothing else is ever followed)."""
    if not url.startswith(("https://", "http://")):
        return join([text])
    return tag("a", text, href=url, target="_blank", rel="noopener noreferrer")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
