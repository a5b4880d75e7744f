"""What columns and lists say of stages, and where ranks and marks go."""

from tests.imports.small import Data, asked, results


def test_stage_columns_become_results(data: Data) -> None:
    dry = data.read("Judul Inovasi,Administrasi,Top 7\nSehat,Lolos,Ya\nPeduli,Tidak,\n")
    assert results(dry) == {
        ("2", "masuk"): "passed",
        ("2", "administrasi"): "passed",
        ("2", "top7"): "passed",
        ("3", "masuk"): "passed",
        ("3", "administrasi"): "failed",
    }


def test_a_dash_fails_once_and_only_where_the_stage_is_over(data: Data) -> None:
    dry = data.read("Judul Inovasi,Administrasi,Presentasi,Top 7\nSehat,Ya,Ya,Ya\nPeduli,Ya,-,-\n")
    of_row = {stage: outcome for (row, stage), outcome in results(dry).items() if row == "3"}
    assert of_row == {"masuk": "passed", "administrasi": "passed", "presentasi": "failed"}
    notes = {note.code: note.params["cells"] for note in dry.notes if "cells" in note.params}
    assert notes["dash_as_failed"] == "CSV!C3"
    assert notes["dash_without_result"] == "CSV!D3"


def test_a_dash_at_a_stage_to_come_is_no_result(data: Data) -> None:
    dry = data.read("Judul Inovasi,Hasil Juara\nSehat,-\n", columns={"Hasil Juara": "outcome:juara"})
    assert ("2", "juara") not in results(dry)


def test_a_later_result_in_the_file_shows_that_a_stage_is_over(data: Data) -> None:
    stages = (
        "edition_id,stage_id,stage_order,kind,name\n"
        "lomba-2018,administrasi,1,administrative,Administrasi\nlomba-2018,top7,2,shortlist,Top 7\n"
    )
    data.root.write({"stages": stages})
    fresh = Data(data.root.path, {})
    dry = fresh.read("Judul Inovasi,Administrasi,Top 7\nSehat,Ya,Ya\nPeduli,-,\n")
    assert results(dry)["3", "administrasi"] == "failed"


def test_a_mark_in_a_stage_column_says_nothing_of_passing(data: Data) -> None:
    dry = data.read("Judul Inovasi,Presentasi\nSehat,78\n")
    row = next(r for r in dry.tables["stage_results"] if r["stage_id"] == "presentasi")
    assert (row["outcome"], row["score"]) == ("pending", "78")


def test_an_outcome_that_is_no_word_for_one_is_asked_about(data: Data) -> None:
    dry = data.read("Judul Inovasi,Administrasi\nSehat,Lolos\nPeduli,entahlah\n")
    assert asked(dry) == [("CSV!B3", "bad_value", "outcome")]


def test_the_stage_given_is_what_the_list_speaks_of(data: Data) -> None:
    dry = data.read("Judul Inovasi\nSehat\n", stage_id="top7")
    assert results(dry) == {("2", "top7"): "passed"}


def test_a_list_of_those_that_presented_says_nothing_of_passing(data: Data) -> None:
    assert results(data.read("Judul Inovasi\nSehat\n", stage_id="presentasi")) == {("2", "presentasi"): "unknown"}


def test_ranks_go_to_the_stage_their_heading_names(data: Data) -> None:
    dry = data.read("Judul Inovasi,Juara\nSehat,1\nPeduli,2\nBiasa,4\n")
    ranks = {r["_place"]: (r["outcome"], r["rank"]) for r in dry.tables["stage_results"] if r["stage_id"] == "juara"}
    assert ranks == {"CSV!2": ("passed", "1"), "CSV!3": ("passed", "2"), "CSV!4": ("pending", "4")}


def test_ranks_without_a_stage_go_to_the_last_that_judges(data: Data) -> None:
    dry = data.read("Peringkat,Judul Inovasi\n1,Sehat\n2,Peduli\n")
    ranks = [(r["stage_id"], r["outcome"], r["rank"]) for r in dry.tables["stage_results"] if r.get("rank")]
    assert ranks == [("presentasi", "unknown", "1"), ("presentasi", "unknown", "2")]
    assert "rank_stage" in [note.code for note in dry.notes]


def test_marks_without_a_stage_never_say_that_an_entry_came_further(data: Data) -> None:
    dry = data.read('Judul Inovasi,Nilai\nSehat,"61,16"\n')
    assert [(r["stage_id"], r["outcome"], r["score"]) for r in dry.tables["stage_results"]] == [
        ("masuk", "passed", "61.16")
    ]


def test_a_running_number_is_no_rank(data: Data) -> None:
    dry = data.read("No,Judul Inovasi\n1,Sehat\n2,Peduli\n")
    assert all(row.get("rank") is None for row in dry.tables["stage_results"])


def test_a_category_that_names_a_stage_is_asked_about(data: Data) -> None:
    rows = "Judul Inovasi,Kategori\nSehat,Top 7\nPeduli,Partisipatif\n"
    dry = data.read(rows)
    assert asked(dry) == [("CSV!B1", "unmapped_column", "names_stage")]
    assert ("2", "top7") not in results(dry)
    assert results(data.read(rows, columns={"Kategori": "stage"}))["2", "top7"] == "passed"


def test_sections_of_a_list_of_winners_are_stages_where_they_fit(data: Data) -> None:
    dry = data.read("A. TOP 7,\nNo,Judul Inovasi\n1,Sehat\nB. LAIN-LAIN,\nNo,Judul Inovasi\n1,Peduli\n")
    assert results(dry) == {("3", "top7"): "passed", ("6", "masuk"): "passed"}
    assert [row.get("note") for row in dry.tables["submissions"]] == ["A. TOP 7", "B. LAIN-LAIN"]
