"""Where are we, and who must do what by when?"""

from ui import (
    agenda,
    entry_list,
    figures,
    goal_words,
    goals,
    intake,
    intake_figures,
    intake_words,
    links,
    packs,
    situation,
)
from ui import view as views
from ui.view import View


def to_act(view: View) -> None:
    """The agencies that have not handed in, with the way to the board."""
    rows = agenda.by_state(view)
    if rows.empty:
        words = view.t("page.ringkasan.act_unknown_year", year=view.year)
        if not view.known.agencies.get(view.choice.government):
            words = f"{view.t('empty.no_agencies', government=view.place)} {view.t('empty.no_agencies_do')}"
        figures.statement(view.t("page.ringkasan.act_title"), words)
        return
    said, shown = agenda.finding(view, rows), agenda.to_act(view, rows)
    if shown is None:
        figures.statement(view.t("page.ringkasan.act_title"), said)
    else:
        figures.figure(view, said, None, rows, (), name="perangkat-daerah", table=shown)
    links.to(view, "kepatuhan", view.t("page.ringkasan.to_board"))


def flagships(view: View) -> None:
    """The flagship entries with their agencies and furthest stage."""
    rows = entry_list.of_edition(view)
    rows = rows[rows["flagship"].fillna(False).astype(bool)]
    edition = view.edition_name(view.choice.edition)
    if rows.empty:
        why = view.t("page.ringkasan.flagships_none_why", edition=edition)
        figures.statement(view.t("page.ringkasan.flagships_none"), why)
        return
    said = view.t("page.ringkasan.flagships", n=view.number(len(rows)), place=view.place, edition=edition)
    columns = ("innovation", "agency", "type", "stage")
    shown = entry_list.table(view, rows, said, columns)
    figures.figure(view, said, None, rows, (), name="unggulan", table=shown)


def decisions(view: View) -> None:
    """What meetings decided, the open ones of the last meeting first."""
    rows = agenda.decisions(view)
    if rows.empty:
        figures.statement(view.t("page.ringkasan.decisions"), view.t("page.ringkasan.decisions_none", place=view.place))
        return
    said = agenda.decision_finding(view, rows)
    figures.figure(view, said, None, rows, (), name="keputusan", table=agenda.decision_table(view, rows, said))


def events(view: View) -> None:
    """Clinics, meetings and assistance for the edition in view."""
    rows, edition = agenda.events(view), view.edition_name(view.choice.edition)
    if rows.empty:
        why = view.t("page.ringkasan.events_none", place=view.place, edition=edition)
        figures.statement(view.t("page.ringkasan.events_title"), why)
        return
    said = view.t("page.ringkasan.events", edition=edition)
    figures.figure(view, said, None, rows, (), name="kegiatan", table=agenda.event_table(view, rows, said))


view = views.current()
counts, on_record = intake.per_year(view), goals.on_record(view)
aimed = goals.of_intake(view, on_record)
said = goal_words.finding(view, aimed) if aimed else intake_words.finding(view, intake.of_edition(view, counts))
figures.head(view, "ringkasan", said)
figures.tiles(view, situation.tiles(view, counts, aimed))
if view.government is None:
    intake_figures.contest_years(view, counts)
    links.to(view, "tahapan", view.t("page.ringkasan.to_stages"))
else:
    left, right = links.halves(view)
    with left:
        intake_figures.years(view, counts, on_record)
        links.to(view, "target", view.t("page.ringkasan.to_targets"))
        flagships(view)
        links.to(view, "usulan", view.t("page.ringkasan.to_entries"))
    with right:
        to_act(view)
        decisions(view)
    with right if agenda.decisions(view).empty else left:
        events(view)
    links.to(view, "mutu", view.t("page.ringkasan.to_quality"))
packs.draw(view)
