-- Dates as written: a day, a month or a year. What is known only to the month or year begins with its first day
-- and ends with its last; anything else is NULL.
CREATE OR REPLACE MACRO first_day_of(written) AS
    CASE WHEN regexp_full_match(written, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(written AS DATE)
         WHEN regexp_full_match(written, '\d{4}-\d{2}') THEN TRY_CAST(written || '-01' AS DATE)
         WHEN regexp_full_match(written, '\d{4}') THEN TRY_CAST(written || '-01-01' AS DATE) END;
CREATE OR REPLACE MACRO last_day_of(written) AS
    CASE WHEN regexp_full_match(written, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(written AS DATE)
         WHEN regexp_full_match(written, '\d{4}-\d{2}') THEN last_day(TRY_CAST(written || '-01' AS DATE))
         WHEN regexp_full_match(written, '\d{4}') THEN TRY_CAST(written || '-12-31' AS DATE) END;

-- The parts of a joined group or level ("umum+replikasi"), in one order; NULL is the group of all.
CREATE OR REPLACE MACRO parts_of(joined) AS list_sort(string_split(joined, '+'));

-- Whether entries of a stage of the first group may come to one of the second: it is for all, the same, or contains it.
CREATE OR REPLACE MACRO feeds(earlier, later) AS
    earlier IS NULL OR coalesce(earlier = later OR list_has_all(parts_of(earlier), parts_of(later)), false);

-- A published total of these kinds counts those that took part: what entered, never what passed.
CREATE OR REPLACE MACRO counts_who_took_part(kind) AS kind IN ('presentation', 'field');

-- Results at these kinds prepare an entry or put it on record; they do not hand it in.
CREATE OR REPLACE MACRO before_hand_in(kind) AS
    kind IN ('identified', 'drafted', 'clinic', 'revised', 'verified', 'registered');

-- A title without case, punctuation and doubled spaces: the same innovation of one government, however written.
CREATE OR REPLACE MACRO bare(title) AS trim(lower(regexp_replace(title, '\W+', ' ', 'g')));
