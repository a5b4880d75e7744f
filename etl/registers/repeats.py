"""Which entry a row is: one told before in the file, one on record, or a new one; and what it adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from etl.context import Entry
from etl.dry_run import Row, Suggestion
from etl.registers import near, outcomes
from etl.registers.identity import Pool, Same, bare, new_key, slug
from etl.registers.innovations import Innovations
from etl.registers.merging import later_result, overlaid, says_more
from etl.registers.work import Work

if TYPE_CHECKING:
    from etl.registers.entries import Draft


def settle(work: Work, drafts: Sequence[Draft]) -> list[Draft]:
    """The entries of a file, each once, with their keys. Rows that repeat one are skipped or joined to it."""
    kept: list[Draft] = []
    seen: dict[int, Draft] = {}  # by hash: the whole rows again would double the memory of a long file
    told: dict[Same, list[Draft]] = defaultdict(list)
    for draft in drafts:
        same = seen.setdefault(hash(_said(draft)), draft)
        if same is not draft and _said(same) == _said(draft):
            _skip(work, draft)
            continue
        earlier = told[draft.same]
        if earlier and _second_result(work, earlier[0], draft):
            continue
        if earlier:
            _ask(work, draft, "same_title", earlier[0].record.cell("name"), earlier[0].title)
        earlier.append(draft)
        kept.append(draft)
    _give_keys(work, kept)
    return kept


def _said(draft: Draft) -> tuple[object, ...]:
    return (*draft.record.signature, draft.title)


def _skip(work: Work, draft: Draft) -> None:
    work.note_cell("repeated_rows", draft.record.cell("name"))
    work.idle.add(draft.record.place)


def _second_result(work: Work, first: Draft, second: Draft) -> bool:
    """Join a row to the entry it tells a second result of: the same title in another part of a list of winners."""
    there, here = first.reached, second.reached
    if there is None or here is None or here.stage_id == there.stage_id or here.stage_id in first.results:
        return False
    first.results[here.stage_id] = outcomes.of_list(work, second.edition.edition_id, here)
    for stage_id, result in second.results.items():
        first.results.setdefault(stage_id, result)
    first.cells["note"] = "; ".join(filter(None, (first.cells.get("note"), second.cells.get("note")))) or None
    first.told_at[here.stage_id] = second.record
    _ask(work, second, "second_result", first.record.cell("name"), first.title)
    return True


def _ask(work: Work, draft: Draft, detail: str, other: str, title: str) -> None:
    offered = (Suggestion(other, title, "same_title"),)
    work.question(draft.record, "name", "possible_duplicate", detail, offered, other=other, title=title)


def _give_keys(work: Work, drafts: Sequence[Draft]) -> None:
    """Find each entry among those on record; name the new ones."""
    editions = {draft.edition.edition_id for draft in drafts}
    entries = [entry for edition_id in sorted(editions) for entry in work.context.submissions(edition_id)]
    by_id = {entry.submission_id: entry for entry in entries}
    pool: Pool[Entry] = Pool()
    for entry in entries:
        if entry.title:
            pool.add((entry.values["edition_id"], entry.government_id or "", bare(entry.title)), entry)
    taken = set(by_id)
    for draft in drafts:
        known = _on_record(work, draft, by_id, pool)
        if known:
            draft.submission_id, draft.known = known.submission_id, known.values
        else:
            draft.submission_id = _new_id(draft, taken)
        taken.add(draft.submission_id)
    near.suggest(work, [draft for draft in drafts if not draft.known], pool)


def _on_record(work: Work, draft: Draft, by_id: Mapping[str, Entry], pool: Pool[Entry]) -> Entry | None:
    number = draft.record.text("submission_id")
    if number:
        return by_id.get(number) or by_id.get(_registered(draft, number))
    return pool.take(draft.same, lambda entry: _same_agency(work, draft, entry.agency))


def _same_agency(work: Work, draft: Draft, other: str | None) -> bool:
    if draft.agency == other:
        return True
    if not draft.agency_id or not other or not draft.government_id:
        return False
    return work.context.resolve(draft.government_id, other, draft.edition.year).agency_id == draft.agency_id


def _new_id(draft: Draft, taken: set[str]) -> str:
    number = draft.record.text("submission_id")
    if number:
        return number if draft.record.has("edition_id") else _registered(draft, number)
    parts = (draft.edition.edition_id, draft.government_id, slug(draft.title))
    return new_key(parts, f"{draft.same[-1]} {draft.agency or ''}", taken.__contains__)


def _registered(draft: Draft, number: str) -> str:
    return f"{draft.edition.edition_id}-{slug(number)}"


def write(work: Work, drafts: list[Draft]) -> None:
    """Write what is new of each entry; a row that says nothing new is skipped as a duplicate.

    Empties the list: of a long file the drafts and the rows made of them together would need twice the memory."""
    innovations = Innovations(work)
    drafts.reverse()
    while drafts:
        draft = drafts.pop()
        linked = innovations.link(
            draft.record,
            draft.title,
            draft.government_id,
            draft.agency_id,
            draft.facts,
            (draft.known or {}).get("innovation_id") or draft.record.text("innovation_id"),
        )
        new = _write_entry(work, draft, linked.innovation_id) | linked.new
        new |= _write_results(work, draft)
        for record in (draft.record, *draft.told_at.values()):
            (work.loaded if new else work.idle).add(record.place)
    innovations.write()


def _write_entry(work: Work, draft: Draft, innovation_id: str | None) -> bool:
    old = draft.known or {}
    row: Row = {
        "submission_id": draft.submission_id,
        "edition_id": draft.edition.edition_id,
        "innovation_id": innovation_id,
        "innovation": old.get("innovation") or draft.title,
        "government_id": draft.government_id,
        "agency": _agency(work, draft, old.get("agency")),
        "source_id": draft.record.text("source_id") or work.source_id,
        **draft.cells,
    }
    merged = overlaid(old, row) if old else row
    if old and not says_more(old, merged):
        return False
    work.write("submissions", merged, draft.record)
    return True


def _agency(work: Work, draft: Draft, old: str | None) -> str | None:
    """The agency as reported; one on record that is written otherwise stays, another one is asked about."""
    if not old or not draft.agency or old == draft.agency:
        return draft.agency or old
    if _same_agency(work, draft, old):
        return old
    work.question(draft.record, "agency", "possible_duplicate", "other_agency", old=old, title=draft.title)
    return draft.agency


def _write_results(work: Work, draft: Draft) -> bool:
    new = False
    for stage_id, result in draft.results.items():
        old = draft.on_record.get(stage_id, {})
        key = {"submission_id": draft.submission_id, "stage_id": stage_id, "source_id": work.source_id}
        new_row = result.row() | key
        merged = later_result(old, new_row) if old else new_row
        if not old or says_more(old, merged):
            work.write("stage_results", merged, draft.told_at.get(stage_id, draft.record))
            new = True
    return new
