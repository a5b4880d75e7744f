"""A small data root, and workbooks read back with openpyxl."""

import io
from datetime import date

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

AS_OF = date(2019, 6, 30)
HEADING, NAME, FIRST = 2, 3, 4  # rows of a sheet of data, from 1
INJECTIONS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "{=1}", "https://contoh.go.id", "\t=1")
TABLES = {
    "sources": "source_id,title,grade\ns1,Pengumuman,official\n",
    "governments": (
        "government_id,name,level,province\n"
        "kab-a,Kabupaten A,regency,Provinsi P\nkab-b,Kabupaten B,regency,Provinsi P\n"
        "prov-p,Provinsi P,province,Provinsi P\n"
        "kab-z,Kabupaten Z,regency,Provinsi Q\n"
    ),
    "agencies": (
        "agency_id,government_id,code,name,short_name,kind,parent_id,valid_from,valid_to,last_seen,succeeded_by,aliases\n"
        "a-dinkes,kab-a,010203,Dinas Kesehatan,Dinkes,dinas,,2017-01-01,,,,Dinas Kes|DKK\n"
        "a-pkm,kab-a,0001,Puskesmas Utara,,puskesmas,a-dinkes,2017-03,,,,\n"
        "a-lama,kab-a,,Dinas Lama,,dinas,,,2016-12-31,,a-dinkes,\n"
        "a-ganti,kab-a,,Kantor Ganti,,other,,,,2017,a-dinkes,\n"
        "a-nanti,kab-a,,Dinas Nanti,,dinas,,2030,,,,\n"
        "b-dinkes,kab-b,,Dinas Kesehatan B,,dinas,,,,,,\n"
    ),
    "competitions": (
        "competition_id,name,type,level,government_id\nlomba,Lomba A,contest,local,kab-a\n"
        "lomba-b,Lomba B,contest,local,kab-b\nkipp,KIPP,contest,national,\nkipp-p,KIPP P,contest,provincial,prov-p\n"
    ),
    "editions": (
        "edition_id,competition_id,year,opens_on,source_id\nlomba-2018,lomba,2018,2018-02,s1\n"
        "lomba-2019,lomba,2019,2019-02-01,s1\nlomba-b-2019,lomba-b,2019,,s1\nkipp-2019,kipp,2019,,s1\n"
        "kipp-p-2019,kipp-p,2019,,s1\n"
    ),
    "stages": (
        "edition_id,stage_id,stage_order,kind,name,government_id,quota\n"
        "lomba-2019,masuk,1,submitted,Masuk,,\nlomba-2019,juara,2,final,Juara,,3\n"
        "kipp-2019,siap-a,1,drafted,Persiapan A,kab-a,\nkipp-2019,siap-b,1,drafted,Persiapan B,kab-b,\n"
        "kipp-2019,top99,2,shortlist,Top 99,,99\n"
    ),
    "innovations": "innovation_id,government_id,agency_id,name,flagship\ni1,kab-a,a-dinkes,Sehat,true\n",
    "submissions": (
        "submission_id,edition_id,innovation,government_id,agency,submitted_on,source_id,note\n"
        "u1,lomba-2019,+Sehat,kab-a,Dinas Kesehatan,2019-03-01,s1,@SUM(A1)\n"
        "u2,kipp-2019,Peduli,kab-a,Dinas Kesehatan,2019-03,s1,\n"
        "u3,lomba-b-2019,Lain,kab-b,Dinas Kesehatan B,2019,s1,\nu4,kipp-2019,=1+1,kab-z,-1,,s1,https://contoh.go.id\n"
    ),
    "stage_results": (
        "submission_id,stage_id,outcome,rank,score,source_id\nu1,masuk,passed,,,s1\nu1,juara,passed,1,87.25,s1\n"
        "u2,top99,failed,,,s1\n"
    ),
    "coverage": (
        "edition_id,year,stage_id,scope_kind,scope_id,extent,source_id\nlomba-2019,,masuk,all,all,complete,s1\n"
        ",2018,,government,kab-a,partial,s1\n,2018,,government,kab-b,partial,s1\n"
    ),
    "targets": (
        "target_id,scope_kind,scope_id,year,edition_id,metric,comparator,value,source_id\n"
        "t1,government,kab-a,2019,,submissions,at_least,15,s1\nt2,agency,a-dinkes,2019,kipp-2019,reach:top99,exactly,1.5,s1\n"
    ),
    "reported_counts": (
        "edition_id,stage_id,scope_kind,scope_id,measure,comparator,value,preferred,source_id\n"
        "kipp-2019,top99,government,kab-a,entries,=,3,true,s1\n"
    ),
    "aliases": "government_id,alias,agency_id,by,on_date\nkab-a,Dinas Capil,a-dinkes,Bagian Organisasi,2019-02-12\n",
    "policies": (
        "government_id,year,kinds_counted,roll_up,source_id\nkab-a,2019,dinas|badan,true,s1\n,2019,dinas,true,s1\n"
    ),
}


def opened(data: bytes) -> Workbook:
    """The workbook, with formulas as they stand."""
    return openpyxl.load_workbook(io.BytesIO(data))


def row_of(sheet: Worksheet, number: int) -> list[object]:
    """The cells of a row, from the first column."""
    return [cell.value for cell in sheet[number]]


def column_of(sheet: Worksheet, name: str) -> int:
    """The number of the column whose name stands in the row of names."""
    return row_of(sheet, NAME).index(name) + 1


def rule_of(sheet: Worksheet, name: str) -> DataValidation:
    """The rule of the column's first empty row."""
    column = column_of(sheet, name)
    cell = sheet.cell(FIRST + 1, column).coordinate
    return next(rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref)


def choices(book: Workbook, sheet: str, name: str) -> list[str]:
    """What the drop-down of a column offers."""
    reference = str(rule_of(book[sheet], name).formula1)
    place, cells = reference.lstrip("=").replace("'", "").split("!")
    return [str(row[0].value) for row in book[place][cells.replace("$", "")]]


def has_list(sheet: Worksheet, name: str) -> bool:
    """Whether a column has a drop-down."""
    return str(rule_of(sheet, name).type) == "list"
