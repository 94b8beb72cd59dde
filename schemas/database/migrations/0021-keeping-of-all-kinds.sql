-- The keeping of closed fascicoli of every kind (DPR 445/2000 arts. 67-68; D.Lgs. 42/2004 art. 21): 0015 knew procedures alone.

-- Closed, and nobody knows yet until when it is kept: what waits for a day or for the archivist.
CREATE INDEX record_retention_missing ON eli4u.record (closed_on, id)
  WHERE closed_on IS NOT NULL AND disposition IS NULL AND level = 'file' AND deleted_at IS NULL;

-- Who else refers to bytes is asked before they are destroyed.
CREATE INDEX mail_message_storage ON eli4u.mail_message (storage_key);
CREATE INDEX daily_register_storage ON eli4u.daily_register (storage_key);
CREATE INDEX preservation_delivery_report ON eli4u.preservation_delivery (report_storage_key) WHERE report_storage_key IS NOT NULL;

-- Words and keywords by which a destroyed fascicolo was found go, and what its history said in free words; of any other they stay.
CREATE FUNCTION eli4u.is_within_destroyed(id text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT eli4u.is_being_destroyed($1) OR EXISTS (
    SELECT FROM eli4u.fascicolo f WHERE f.record_id = $1 AND f.sub_of IS NOT NULL AND eli4u.is_being_destroyed(f.sub_of))
$$;
CREATE FUNCTION eli4u.refuse_fascicolo_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF eli4u.is_within_destroyed(OLD.record_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is not removed: the fascicolo % is not being destroyed', TG_TABLE_NAME, OLD.record_id;
END $$;
CREATE TRIGGER fascicolo_words_kept BEFORE DELETE ON eli4u.fascicolo_words FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_fascicolo_removal();
GRANT DELETE ON eli4u.fascicolo_words TO eli4u_app;
CREATE OR REPLACE FUNCTION eli4u.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'procedure_event' THEN
    IF (NEW.procedure_id, NEW.n, NEW.at, NEW.on_day, NEW.kind) IS NOT DISTINCT FROM (OLD.procedure_id, OLD.n, OLD.at, OLD.on_day, OLD.kind)
      AND eli4u.is_being_destroyed(OLD.procedure_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'fascicolo_event' THEN
    IF (NEW.record_id, NEW.n, NEW.at, NEW.on_day, NEW.actor, NEW.kind) IS NOT DISTINCT FROM (OLD.record_id, OLD.n, OLD.at, OLD.on_day, OLD.actor, OLD.kind)
      AND eli4u.is_within_destroyed(OLD.record_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: what has happened is neither changed nor removed', TG_TABLE_NAME;
END $$;
GRANT UPDATE (details) ON eli4u.fascicolo_event TO eli4u_app;
-- What was destroyed before this was known is still found by its words.
ALTER TABLE eli4u.fascicolo_words DISABLE TRIGGER fascicolo_words_kept;
DELETE FROM eli4u.fascicolo_words w USING eli4u.disposal_item i WHERE i.record_id = w.record_id AND i.state IN ('destroying', 'destroyed');
ALTER TABLE eli4u.fascicolo_words ENABLE TRIGGER fascicolo_words_kept;

-- Fascicoli that were taken into the deposit as they were closed before there was this system: entered in the repertorio like all others, with a
-- number within class and year; the code they came with is a former one.
DO $$
DECLARE
  past record;
  next integer;
BEGIN
  FOR past IN
    SELECT r.id, s.titolario, s.title, s.class, s.kind, r.opened_on, r.closed_on, r.reference_code, coalesce(r.object, '') || ' ' || r.title AS words,
           r.deleted_at IS NULL AS lives,
           coalesce((SELECT mode() WITHIN GROUP (ORDER BY f.unit) FROM eli4u.fascicolo f WHERE f.title = s.title AND f.class = s.class),
             (SELECT code FROM eli4u.unit ORDER BY code LIMIT 1), '') AS unit
      FROM eli4u.record r JOIN eli4u.fascicolo_series s ON s.record_id = r.parent_id
     WHERE r.level = 'file' AND r.closed_on IS NOT NULL AND r.opened_on IS NOT NULL
       AND NOT EXISTS (SELECT FROM eli4u.fascicolo f WHERE f.record_id = r.id)
     ORDER BY r.opened_on, r.id
  LOOP
    INSERT INTO eli4u.protocol_register AS g (register, year, last_number, last_on)
      VALUES ('fascicoli ' || past.title || CASE WHEN past.class = 0 THEN '' ELSE '/' || past.class END,
        extract(year FROM past.opened_on)::smallint, 1, past.opened_on)
      ON CONFLICT (register, year) DO UPDATE SET last_number = g.last_number + 1, last_on = greatest(g.last_on, excluded.last_on)
      RETURNING last_number INTO next;
    INSERT INTO eli4u.fascicolo (record_id, kind, titolario, title, class, year, number, opened_on, closed_on, unit)
      VALUES (past.id, past.kind, past.titolario, past.title, past.class, extract(year FROM past.opened_on)::smallint, next, past.opened_on,
        past.closed_on, past.unit);
    UPDATE eli4u.record SET former_codes = former_codes || reference_code, changed_at = now(),
        reference_code = extract(year FROM past.opened_on) || '-' || past.title || CASE WHEN past.class = 0 THEN '' ELSE '/' || past.class END || '.' || next
      WHERE id = past.id;
    IF past.lives THEN
      INSERT INTO eli4u.fascicolo_words (record_id, words)
        SELECT past.id, array_to_tsvector(array_agg(DISTINCT left(word, 100)))
          FROM regexp_split_to_table(lower(concat_ws(' ', past.words, past.reference_code,
            (SELECT reference_code FROM eli4u.record WHERE id = past.id))), '[^[:alnum:]]+') AS word WHERE word <> '';
    END IF;
    INSERT INTO eli4u.procedure_document (record_id, procedure_id, ordinal, kind, added_at, added_by)
      SELECT d.record_id, past.id, row_number() OVER (ORDER BY k.position, k.id), 'other', past.closed_on::timestamp AT TIME ZONE 'Europe/Rome', 'system'
        FROM eli4u.record k JOIN eli4u.document d ON d.record_id = k.id WHERE k.parent_id = past.id
      ON CONFLICT (record_id) DO NOTHING;
  END LOOP;
END $$;
