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
