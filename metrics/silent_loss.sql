-- title.id = "Terdaftar tetapi tidak dikirim"
-- title.en = "Registered but never handed in"
-- unit = "entries"
-- good = "less"
-- grain = "edition × scope × where the entries stopped"
-- keys = ["government_id", "edition_id", "scope_kind", "scope_id", "part"]
-- columns = ["stage_id"]
-- means.id = "Banyaknya usulan yang terdaftar pada sistem penyelenggara tetapi tidak pernah dikirim, seluruhnya dan menurut tempat berhentinya."
-- means.en = "How many entries were put on record with the organiser and never handed in, in all and by where they stopped."
-- means_not.id = "Bukan kegagalan seleksi: usulan ini tidak pernah dinilai."
-- means_not.en = "Not a failure in the selection: these entries were never judged."
-- caveats.id = "Bagian menurut tempat berhenti hanya ada bila penyelenggara menerbitkannya."
-- caveats.en = "The parts by place exist only where the organiser published them."
WITH whole AS (
    SELECT s.government_id, s.edition_id, s.scope_kind, s.scope_id, s.stage_id, s.entered - s.passed AS lost, s.entered,
        s.basis, s.sources
    FROM warehouse.stage_steps s
    JOIN warehouse.intake_stages i ON i.edition_id = s.edition_id AND i.submitted_stage = s.stage_id
        AND i.registered_stage = s.from_stage_id
    WHERE s.pair IS NOT NULL AND s.entered > 0 AND s."group" IS NULL
),
parts AS (
    SELECT w.government_id, w.edition_id, w.scope_kind, w.scope_id, w.stage_id, r.value AS lost, w.entered,
        'reported' AS basis, [r.source_id] AS sources, substr(r.category, length('berhenti: ') + 1) AS part
    FROM whole w
    JOIN warehouse.reported r ON r.edition_id = w.edition_id AND r.scope_kind = w.scope_kind AND r.scope_id = w.scope_id
        AND starts_with(r.category, 'berhenti: ') AND r.shown AND r.comparator = '=' AND r.measure = 'entries'
),
both_kinds AS (
    SELECT government_id, edition_id, scope_kind, scope_id, '' AS part, stage_id, lost, entered, basis, sources FROM whole
    UNION ALL
    SELECT government_id, edition_id, scope_kind, scope_id, part, stage_id, lost, entered, basis, sources FROM parts
)
SELECT government_id, edition_id, scope_kind, scope_id, part, stage_id, lost AS numerator, entered AS denominator,
    lost / entered::DOUBLE AS value, wilson_low(lost, entered) AS low, wilson_high(lost, entered) AS high,
    basis, sources, NULL::VARCHAR AS reason
FROM both_kinds
