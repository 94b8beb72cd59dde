-- The day by which the index of a fascicolo tells its documents: of the protocollo, or of joining. Kept with the place, so that ten thousand are
-- counted by year and walked by date in an index, without a look at each document.
ALTER TABLE eli4u.procedure_document ADD COLUMN on_day date;
UPDATE eli4u.procedure_document o SET on_day = coalesce(n.protocol_on, (o.added_at AT TIME ZONE 'Europe/Rome')::date)
  FROM eli4u.document n WHERE n.record_id = coalesce(o.registered_with, o.record_id);
ALTER TABLE eli4u.procedure_document ALTER COLUMN on_day SET NOT NULL;
CREATE INDEX procedure_document_days ON eli4u.procedure_document (procedure_id, on_day, ordinal);

CREATE FUNCTION eli4u.set_day_in_fascicolo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.on_day := coalesce((SELECT n.protocol_on FROM eli4u.document n WHERE n.record_id = coalesce(NEW.registered_with, NEW.record_id)),
    (NEW.added_at AT TIME ZONE 'Europe/Rome')::date);
  RETURN NEW;
END $$;
CREATE TRIGGER procedure_document_day BEFORE INSERT ON eli4u.procedure_document FOR EACH ROW EXECUTE FUNCTION eli4u.set_day_in_fascicolo();

-- What is registered after it joined.
CREATE FUNCTION eli4u.follow_protocol_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE eli4u.procedure_document o SET on_day = NEW.protocol_on WHERE o.record_id = NEW.record_id AND o.registered_with IS NULL OR o.registered_with = NEW.record_id;
  RETURN NULL;
END $$;
CREATE TRIGGER document_registered_later AFTER UPDATE OF protocol_on ON eli4u.document FOR EACH ROW
  WHEN (NEW.protocol_on IS NOT NULL AND NEW.protocol_on IS DISTINCT FROM OLD.protocol_on) EXECUTE FUNCTION eli4u.follow_protocol_day();
