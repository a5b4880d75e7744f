"""What a template uses, read from its syntax tree without running it: fields, lists, the few things it may do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from reports.fields import Field, Form
from reports.requests import Refused

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Filter,
)
FILTERS = {"upper", "lower", "title", "capitalize"}
LOOP = {"index", "first", "last", "length"}
# Forms of the engine that insert ready-made XML, which our fields never are.
_RAW = re.compile(r"\{\{\s*(p|r|tr|tc)\s[^}]*\}\}")


def check_raw(text: str) -> None:
    """Raise Refused where the text of a template, as typed, inserts ready-made XML."""
    raw = _RAW.search(text)
    if raw:
        raise Refused("template_construct", construct=raw[0])


def check(env: Environment, body: str, frames: str, form: Form) -> None:
    """Raise Refused for the first thing that is wrong, naming the field or the construct."""
    in_body, in_frames = _parse(env, body), _parse(env, frames)
    framed = set(_walk(in_frames, {}, form))
    for name in sorted(_required(form) - framed - set(_walk(in_body, {}, form))):
        raise Refused("field_missing", field=name)
    for name in sorted(framed):
        if form.by_name[name.split(".")[0]].per_letter:
            raise Refused("field_in_frame", field=name)


def _required(form: Form) -> set[str]:
    """Names of fields that must stand in the template, with the parts of rows as `lampiran.no`."""
    return {name for field in form.fields if field.required for name in _names(field)}


def _names(field: Field) -> list[str]:
    return [field.name, *(f"{field.name}.{part}" for part in field.parts)]


def _parse(env: Environment, source: str) -> nodes.Template:
    try:
        return env.parse(source)
    except TemplateSyntaxError as error:
        raise Refused("template_syntax", why=str(error.message)) from error


def _walk(node: nodes.Node, lists: dict[str, Field], form: Form) -> Iterator[str]:
    """Fields and parts of rows that the template shows. `lists` says what a loop variable stands for.

    Raises Refused for what a template may not do or does not know."""
    if not isinstance(node, ALLOWED) or (isinstance(node, nodes.Filter) and node.name not in FILTERS):
        raise Refused("template_construct", construct=str(getattr(node, "name", type(node).__name__.lower())))
    if isinstance(node, nodes.For):
        yield from _loop(node, lists, form)
    elif isinstance(node, nodes.Getattr):
        yield _part(node, lists)
    elif isinstance(node, nodes.Name):
        yield (lists.get(node.name) or _field(node.name, form)).name
    elif isinstance(node, nodes.If):
        list(_walk(node.test, lists, form))  # tested is not shown
        for child in [*node.body, *node.elif_, *node.else_]:
            yield from _walk(child, lists, form)
    else:
        for child in node.iter_child_nodes():
            yield from _walk(child, lists, form)


def _loop(node: nodes.For, lists: dict[str, Field], form: Form) -> Iterator[str]:
    """A loop over a field that is a list; loops do not nest, so a template cannot multiply its own size."""
    is_plain = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name) and not node.recursive
    if lists or not is_plain or node.test is not None:
        raise Refused("template_construct", construct="for")
    assert isinstance(node.target, nodes.Name)
    assert isinstance(node.iter, nodes.Name)
    field = _field(node.iter.name, form)
    if not field.is_list:
        raise Refused("template_construct", construct=f"for … in {field.name}")
    if field.parts:  # a list of lines is shown by its loop variable
        yield field.name
    inside = {node.target.name: field, "loop": Field("loop", "the loop itself", parts=tuple(LOOP))}
    for child in [*node.body, *node.else_]:
        yield from (name for name in _walk(child, inside, form) if name.split(".")[0] != "loop")


def _part(node: nodes.Getattr, lists: dict[str, Field]) -> str:
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    field = lists.get(owner) or Field(owner, "no loop variable")
    if node.attr not in field.parts:
        raise _unknown(f"{field.name}.{node.attr}", field.parts)
    return f"{field.name}.{node.attr}"


def _field(name: str, form: Form) -> Field:
    if name not in form.by_name:
        raise _unknown(name, tuple(form.by_name))
    return form.by_name[name]


def _unknown(name: str, known: tuple[str, ...]) -> Refused:
    close = difflib.get_close_matches(name.split(".")[-1], known, n=1, cutoff=0.5)
    return Refused("field_unknown_near", field=name, near=close[0]) if close else Refused("field_unknown", field=name)
