"""`docs/letter_template.md`, written from the fields: what a template of one's own may and must hold."""

from __future__ import annotations

from reports.fields import LETTER, MINUTES, Form

_PAGE = """# Templates of letters and minutes

Written by `python -m reports.docs > docs/letter_template.md`; change `reports/fields.py`, not this page.

The shipped templates are `reports/templates/letter.id.docx` and `minutes.id.docx` (`.en.docx` in English). Take one
of them, put your own letterhead on it in any word processor, change words and look, save it as DOCX, and hand it in on
the page Surat or with `--template FILE`. Fields stand in double braces, such as `{{{{ batas_waktu }}}}`. A required
field that is missing and a field that does not exist are refused by name.

- A list of lines is repeated by a paragraph `{{%p for baris in kepada %}}` before and `{{%p endfor %}}` after it,
  with `{{{{ baris }}}}` in the paragraph between.
- A list of rows is repeated by a table row `{{%tr for baris in lampiran %}}` before and `{{%tr endfor %}}` after it,
  with fields such as `{{{{ baris.status }}}}` in the row between.
- `{{% if … %}} … {{% endif %}}` may test a field; `upper`, `lower`, `title` and `capitalize` may change its letters.
  Nothing else runs.
- Headers and footers may hold only fields that are the same for every agency.

{sections}"""


def render() -> str:
    """The whole page as Markdown."""
    return _PAGE.format(sections="\n".join(_section(form) for form in (LETTER, MINUTES)))


def _section(form: Form) -> str:
    lines = [f"## Fields of `{form.name}`\n", "| field | required | holds | within a row |", "|---|---|---|---|"]
    for field in form.fields:
        kind = f"{field.means} (list)" if field.is_list else field.means
        parts = ", ".join(f"`{part}`" for part in field.parts) or "–"
        lines.append(f"| `{field.name}` | {'yes' if field.required else 'no'} | {kind} | {parts} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(render(), end="")
