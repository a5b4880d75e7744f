"""The headers of the input tables, as the history writes them."""

HEADERS: dict[str, str] = {
    "sources": "source_id,title,publisher,published_on,url,grade",
    "governments": "government_id,name,level,region_code,province,parent_id",
    "agencies": (
        "agency_id,government_id,code,name,short_name,kind,parent_id,valid_from,valid_to,first_seen,last_seen,"
        "succeeded_by,aliases,source_id,note"
    ),
    "competitions": "competition_id,name,type,level,organiser,government_id",
    "editions": "edition_id,competition_id,year,theme,legal_basis,opens_on,closes_on,source_id,note",
    "stages": (
        "edition_id,stage_id,stage_order,kind,name,group,government_id,status,quota,starts_on,ends_on,source_id,note"
    ),
    "innovations": (
        "innovation_id,government_id,agency_id,name,summary,form,type,affair,started_on,flagship,successor_of,"
        "source_id,note"
    ),
    "submissions": (
        "submission_id,edition_id,innovation_id,innovation,government_id,agency,category,group,flagship,submitted_on,"
        "source_id,note"
    ),
    "stage_results": "submission_id,stage_id,outcome,rank,score,decided_on,source_id,note",
    "reported_counts": (
        "edition_id,stage_id,scope_kind,scope_id,group,category,measure,comparator,value,preferred,source_id,note"
    ),
    "coverage": "edition_id,year,stage_id,scope_kind,scope_id,extent,source_id,note",
    "targets": "target_id,scope_kind,scope_id,year,edition_id,metric,comparator,value,set_on,set_by,source_id,note",
    "policies": ("government_id,year,kinds_counted,roll_up,minimum_per_agency,competitions_counted,source_id,note"),
    "exemptions": "agency_id,year,reason,source_id",
    "aliases": "government_id,alias,agency_id,by,on_date",
    "awards": "submission_id,award,prize_idr,source_id",
    "government_results": "edition_id,government_id,rank,score,category,source_id,note",
}
