"""A name whose agency had ended by the year of the entry: a question, until a person confirms who is meant."""

import pytest

from tests.etl.small import SMALL, Root, loaded

AGENCIES = (
    "agency_id,government_id,name,kind,valid_to,succeeded_by\n"
    "a-lama,kab-a,Dinas Kesehatan,dinas,2016-12-31,a-baru\n"
    "a-baru,kab-a,Dinas Kesehatan dan Keluarga,dinas,,\n"
    "a-dinsos,kab-a,Dinas Sosial,dinas,,\n"
)
TABLES = {
    "agencies": AGENCIES,
    "submissions": (
        "submission_id,edition_id,innovation,government_id,agency,submitted_on,source_id\n"
        "u1,lomba-2018,Sehat,kab-a,Dinas Kesehatan,2018-03-01,s1\n"
    ),
    "stage_results": "submission_id,stage_id,outcome\nu1,masuk,passed\n",
}
CONFIRMED = "government_id,alias,agency_id,by,on_date\nkab-a,Dinas Kesehatan,a-baru,Bagian Organisasi,2018-04-01\n"
ENTRY = "SELECT agency_id, attribution FROM entries WHERE submission_id = 'u1'"


def test_the_entry_is_loaded_without_an_agency_and_the_successor_is_offered(root: Root) -> None:
    done = loaded(root, SMALL | TABLES, derived=True)
    assert done.rows(ENTRY) == [(None, "ended")]
    assert done.rows("SELECT code, suggestions FROM questions") == [("ended_agency", ["a-baru"])]


def test_a_confirmed_spelling_answers_the_question(root: Root) -> None:
    done = loaded(root, SMALL | TABLES | {"aliases": CONFIRMED}, derived=True)
    assert done.rows(ENTRY) == [("a-baru", "named")]
    assert done.questions == []


@pytest.mark.parametrize("year", ["2016", "2015"])
def test_while_the_agency_existed_its_own_name_goes_before_the_confirmed_spelling(root: Root, year: str) -> None:
    earlier = {"editions": SMALL["editions"].replace(",2018,", f",{year},")}
    done = loaded(root, SMALL | TABLES | earlier | {"aliases": CONFIRMED}, derived=True)
    assert done.rows(ENTRY) == [("a-lama", "named")]
