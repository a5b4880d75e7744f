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
    SELECT s.government_id, s.edition_id, s.scope_kind, s.scope_id, s.stage_id,
        s.entered - s.passed - coalesce(s.pending, 0) AS lost, s.entered,
        s.basis, s.sources
    FROM warehouse.stage_steps s
    JOIN warehouse.intake_stages i ON i.edition_id = s.edition_id AND i.submitted_stage = s.stage_id
        AND i.registered_stage = s.from_stage_id
    WHERE s.pair IS NOT NULL AND s.entered > 0 AND (s.pair = 'rows' OR s.concluded) AND s."group" IS NULL
),
parts AS (  -- published apart, so also where the whole is not known
    SELECT CASE r.scope_kind WHEN 'government' THEN r.scope_id WHEN 'agency' THEN a.government_id
        END AS government_id,
        r.edition_id, r.scope_kind, r.scope_id, i.submitted_stage AS stage_id, r.value AS lost, w.entered,
        'reported' AS basis, [r.source_id] AS sources, substr(r.category, length('berhenti: ') + 1) AS part
    FROM warehouse.reported r
    JOIN warehouse.intake_stages i ON i.edition_id = r.edition_id AND i.registered_stage = r.stage_id
    LEFT JOIN warehouse.agencies a ON a.agency_id = CASE r.scope_kind WHEN 'agency' THEN r.scope_id END
    LEFT JOIN whole w ON w.basis = 'reported' AND w.edition_id = r.edition_id AND w.scope_kind = r.scope_kind
        AND w.scope_id = r.scope_id
    WHERE starts_with(r.category, 'berhenti: ') AND r.shown AND r.comparator = '=' AND r.measure = 'entries'
        AND r."group" IS NULL
),
both_kinds AS (
    SELECT government_id, edition_id, scope_kind, scope_id, '' AS part, stage_id, lost, entered, basis, sources
        FROM whole
    UNION ALL
    SELECT government_id, edition_id, scope_kind, scope_id, part, stage_id, lost, entered, basis, sources FROM parts
)
SELECT government_id, edition_id, scope_kind, scope_id, part, stage_id, lost AS numerator, entered AS denominator,
    CASE WHEN lost <= entered AND entered > 0 THEN lost / entered::DOUBLE END AS value,
    CASE WHEN lost <= entered THEN wilson_low(lost, entered) END AS low,
    CASE WHEN lost <= entered THEN wilson_high(lost, entered) END AS high,
    basis, sources, CASE WHEN entered IS NULL THEN 'denominator_unknown'
        WHEN lost > entered THEN 'totals_disagree|n=' || lost || '|m=' || entered END AS reason
FROM both_kinds
