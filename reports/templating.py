"""A template becomes a paper: checked field by field, filled in a sandbox, letters joined into one file.

A template comes from outside. It may insert fields, repeat lists and test fields; everything else is refused before
anything runs. What is inserted is data and is escaped."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from reports import package, usage
from reports.fields import Form
from reports.plain import plain

HERE = Path(__file__).parent / "templates"
_MARKUP = re.compile(r"<[^>]*>")
_BRACES = re.compile(r"(?<=[{}%])_(?=[{}%])")
FRAMES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def shipped(name: str, lang: str) -> bytes:
    """A template of ours."""
    return (HERE / f"{name}.{lang}.docx").read_bytes()


def environment() -> ImmutableSandboxedEnvironment:
    """Where templates run: sandboxed, names escaped, a field without a value an error."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_escaped)


def _escaped(value: object) -> Markup:
    """Data as XML text. The engine turns "{_{" and its like into braces after filling in; data keep them as written."""
    return Markup(_BRACES.sub("&#95;", str(escape(value))))


def check(template: bytes, form: Form) -> None:
    """Raise Refused where the file is no DOCX, a required field is missing, or something in it is not known."""
    package.check(template)
    document = _open(template)
    for xml in [document.get_xml(), *_frames(document)]:
        usage.check_raw(_MARKUP.sub("", xml))
    body, *frames = (document.patch_xml(xml) for xml in [document.get_xml(), *_frames(document)])
    usage.check(environment(), body, "".join(frames), form)


def render(template: bytes, contexts: list[dict[str, Any]], form: Form) -> bytes:
    """The papers for the contexts one after the other in one DOCX, each beginning on a new page numbered 1."""
    document, env = _open(template), environment()
    if len(contexts) > 1:
        _own_frames(document.docx.sections)
    cleaned = [_plain(context) for context in contexts]
    body = document.patch_xml(document.get_xml())
    trees = [document.fix_tables(document.render_xml_part(body, document.docx.part, one, env)) for one in cleaned]
    whole = _joined(trees)
    document.fix_docpr_ids(whole)
    document.map_tree(whole)
    # Headers are shared by all letters; the check has seen to it that they hold nothing of a single one.
    for uri in FRAMES:
        for key, xml in document.build_headers_footers_xml(cleaned[0], uri, env):
            document.map_headers_footers_xml(key, xml)
    document.is_rendered = True
    written = io.BytesIO()
    document.docx.save(written)
    return written.getvalue()


def _open(template: bytes) -> Any:
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    return document


def _frames(document: Any) -> list[str]:
    """The XML of headers and footers."""
    parts = (rel.target_part for rel in document.docx.part.rels.values() if rel.reltype in FRAMES)
    return [document.xml_to_string(parse_xml(part.blob)) for part in parts]


def _plain(value: Any) -> Any:
    """A context with every text on one line and without control characters."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else plain(value)


def _joined(trees: list[Any]) -> Any:
    """The bodies as one. All come from the same template, so styles, pictures and headers are the same parts."""
    whole = trees[0]
    body = _body(whole)
    for tree in trees[1:]:
        _close_section(body)
        for element in list(_body(tree)):
            body.append(_without_marks(element))
    return whole


def _own_frames(sections: Any) -> None:
    """Give the first pages a header and footer of their own, blank if need be, where later pages have one: else those
    of each letter after the first would take over what stood on the last pages of the letter before."""
    first, *later = sections
    for name in ("header", "footer"):
        if any(not getattr(section, name).is_linked_to_previous for section in later):
            getattr(first, name).is_linked_to_previous = False


def _body(tree: Any) -> Any:
    return tree if tree.tag == qn("w:body") else tree.find(qn("w:body"))


def _close_section(body: Any) -> None:
    """Turn the closing section settings of a letter into those of its last pages, so that the next one follows."""
    settings = body[-1]
    body.remove(settings)
    paragraph, properties = OxmlElement("w:p"), OxmlElement("w:pPr")
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:after"), "0")
    spacing.set(qn("w:line"), "20")
    spacing.set(qn("w:lineRule"), "exact")  # else the mark alone may open another page
    properties.append(spacing)
    properties.append(deepcopy(settings))
    paragraph.append(properties)
    body.append(paragraph)


def _without_marks(element: Any) -> Any:
    """A copy's bookmarks and paragraph numbers are those of the first letter, and must be unique."""
    for mark in list(element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    for part in element.iter():
        for name in [name for name in part.attrib if name.endswith(("}paraId", "}textId"))]:
            del part.attrib[name]
    return element
