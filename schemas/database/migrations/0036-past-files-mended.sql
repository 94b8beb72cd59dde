-- What 0021 left of fascicoli that were closed before there was this system, and what was left of persons where something was destroyed before the
-- code knew them all.

-- 1. Words of past files: 0021 made them as they are written, where they are looked for without accents (lib/search/fold.ts). What it read is read
-- once more, folded; what they were found by already stays. Folded before lower case is made: so it holds in a database of whatever locale.
CREATE FUNCTION pg_temp.folded_words(text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT left(word, 100) FROM regexp_split_to_table(lower(regexp_replace(normalize($1, NFD),
    '[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+', '', 'g') COLLATE "pg_c_utf8"), '[^[:alnum:]]+') AS word
   WHERE word <> ''
$$;
-- It entered them without an event; a procedure has words of its own.
CREATE TEMP TABLE past_file ON COMMIT DROP AS
  SELECT f.record_id AS id FROM eli4u.fascicolo f JOIN eli4u.record r ON r.id = f.record_id
   WHERE r.former_codes <> '{}' AND NOT EXISTS (SELECT FROM eli4u.procedure p WHERE p.id = f.record_id)
     AND NOT EXISTS (SELECT FROM eli4u.fascicolo_event e WHERE e.record_id = f.record_id AND e.kind = 'opened');
UPDATE eli4u.fascicolo_words w SET words = w.words || n.words
  FROM (SELECT p.id, array_to_tsvector(array(SELECT pg_temp.folded_words(concat_ws(' ', r.object, r.title, r.reference_code, array_to_string(r.former_codes, ' '))))) AS words
          FROM past_file p JOIN eli4u.record r ON r.id = p.id) n
 WHERE w.record_id = n.id AND w.words || n.words <> w.words;

-- One that came without a code has none that it had before.
UPDATE eli4u.record SET former_codes = array_remove(former_codes, NULL) WHERE id IN (SELECT id FROM past_file) AND array_position(former_codes, NULL) IS NOT NULL;

-- Their codes changed and their search rows did not: the worker makes them again and tells the outer index (lib/jobs/reindex-stale.ts).
INSERT INTO eli4u.outbox (topic, payload)
  SELECT 'search.stale', jsonb_build_object('ids', jsonb_agg(id ORDER BY id))
    FROM (SELECT r.id, row_number() OVER (ORDER BY r.id) AS n FROM past_file p JOIN eli4u.record r ON r.id = p.id WHERE r.deleted_at IS NULL) t
   GROUP BY (n - 1) / 1000;
DROP FUNCTION pg_temp.folded_words(text);

-- 2. Whom a fascicolo without a procedure names was left there when it was destroyed, until lib/store/keeping/empty-fascicoli.ts. They go as they go now:
-- who is named nowhere else is forgotten.
CREATE TEMP TABLE forgotten ON COMMIT DROP AS
  WITH RECURSIVE gone AS (
    SELECT record_id AS id FROM eli4u.disposal_item WHERE state IN ('destroying', 'destroyed')
    UNION SELECT k.id FROM eli4u.record k JOIN gone g ON k.parent_id = g.id),
  untied AS (
    DELETE FROM eli4u.record_agent l USING gone g WHERE l.record_id = g.id AND l.role = 'party' RETURNING l.agent_id, l.record_id)
  SELECT agent_id AS id, min(record_id) AS named_in FROM untied GROUP BY agent_id;
DELETE FROM forgotten f WHERE NOT EXISTS (SELECT FROM eli4u.agent a WHERE a.id = f.id AND a.internal)
   OR EXISTS (SELECT FROM eli4u.procedure_party p WHERE p.agent_id = f.id OR p.acts_for = f.id)
   OR EXISTS (SELECT FROM eli4u.procedure p WHERE p.applicant_agent = f.id)
   OR EXISTS (SELECT FROM eli4u.record_agent l WHERE l.agent_id = f.id)
   OR EXISTS (SELECT FROM eli4u.agent_relation x WHERE x.from_id = f.id OR x.to_id = f.id)
   OR EXISTS (SELECT FROM eli4u.staff_member s WHERE s.agent_id = f.id)
   OR EXISTS (SELECT FROM eli4u.delegation g WHERE g.delegate_agent = f.id OR g.principal_agent = f.id)
   OR EXISTS (SELECT FROM eli4u.demo_citizen z WHERE z.agent_id = f.id)
   OR EXISTS (SELECT FROM eli4u.reading_permit m JOIN eli4u.record q ON q.id = m.procedure_id WHERE m.agent_id = f.id AND q.deleted_at IS NULL);
-- Its owner is bound by the policies too, and none is the owner's.
ALTER TABLE eli4u.agent_identity NO FORCE ROW LEVEL SECURITY;
DELETE FROM eli4u.agent_identity WHERE agent_id IN (SELECT id FROM forgotten);
ALTER TABLE eli4u.agent_identity FORCE ROW LEVEL SECURITY;
DELETE FROM eli4u.agent_identifier WHERE agent_id IN (SELECT id FROM forgotten);
UPDATE eli4u.agent SET authorised_name = '(scartato)', name_key = 'scartato ' || id, description = '{}', date_display = NULL, date_start = NULL,
    date_end = NULL, changed_at = now(), deleted_at = now() WHERE id IN (SELECT id FROM forgotten);
INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
  SELECT 'system', 'disposal.forgotten', named_in, jsonb_build_object('agents', count(*)) FROM forgotten GROUP BY named_in;
