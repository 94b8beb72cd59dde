-- What a virus scanner said of bytes, by their content: documents with the same bytes share it, and the latest look counts.
CREATE TABLE eli4u.virus_scan (
  -- SHA-256
  hash text PRIMARY KEY,
  verdict text NOT NULL CHECK (verdict IN ('clean', 'infected', 'notChecked')),
  -- of the virus; of what was not checked, the limit that it passed
  said text,
  -- the scanner and the version of its signatures, as it calls itself
  engine text NOT NULL,
  at timestamptz NOT NULL,
  CHECK ((verdict = 'clean') = (said IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON eli4u.virus_scan TO eli4u_app;

-- Versions of a document of a fascicolo that is not registered. `document` is the current one; the former ones stay, each with when, by whom and
-- why another took its place.
ALTER TABLE eli4u.document ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1);
CREATE TABLE eli4u.document_version (
  record_id text NOT NULL REFERENCES eli4u.document (record_id),
  version integer NOT NULL CHECK (version >= 1),
  hash text NOT NULL,
  hash_algorithm text NOT NULL DEFAULT 'SHA-256',
  format text NOT NULL,
  bytes bigint NOT NULL,
  storage_key text NOT NULL,
  file_name text,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  replaced_at timestamptz NOT NULL,
  replaced_by text NOT NULL,
  -- null once its document is destroyed, for it may name persons
  reason text,
  destroyed_at timestamptz,
  PRIMARY KEY (record_id, version)
);
CREATE INDEX document_version_storage ON eli4u.document_version (storage_key);

CREATE FUNCTION eli4u.refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND to_jsonb(NEW) - '{file_name,reason,destroyed_at}'::text[] = to_jsonb(OLD) - '{file_name,reason,destroyed_at}'::text[]
     AND OLD.destroyed_at IS NULL AND NEW.file_name IS NULL AND NEW.reason IS NULL
     AND EXISTS (SELECT FROM eli4u.document d WHERE d.record_id = OLD.record_id AND d.destroyed_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a former version stays as it was, but for a scarto: version % of %', OLD.version, OLD.record_id;
END $$;
CREATE TRIGGER document_version_kept BEFORE UPDATE OR DELETE ON eli4u.document_version
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_version_change();
CREATE TRIGGER document_version_never_emptied BEFORE TRUNCATE ON eli4u.document_version
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_rewriting();
-- The reason is wanted of every version that is written.
CREATE FUNCTION eli4u.want_version_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(btrim(NEW.reason), '') = '' OR NEW.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a new version wants its reason';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_version_reasoned BEFORE INSERT ON eli4u.document_version FOR EACH ROW EXECUTE FUNCTION eli4u.want_version_reason();
GRANT SELECT, INSERT ON eli4u.document_version TO eli4u_app;
GRANT UPDATE (file_name, reason, destroyed_at) ON eli4u.document_version TO eli4u_app;

-- Bytes of a document change only by its next version, the one before kept; those of what is registered, or came with it, never (DPR 445/2000 art. 53).
CREATE FUNCTION eli4u.refuse_other_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 OR OLD.destroyed_at IS NOT NULL OR NOT EXISTS (
      SELECT FROM eli4u.document_version v WHERE v.record_id = OLD.record_id AND v.version = OLD.version AND v.hash = OLD.hash AND v.storage_key = OLD.storage_key) THEN
    RAISE EXCEPTION 'the bytes of a document change only by its next version, the one before kept: %', OLD.record_id;
  END IF;
  IF OLD.protocol_number IS NOT NULL OR NOT EXISTS (
      SELECT FROM eli4u.procedure_document o WHERE o.record_id = OLD.record_id AND o.registered_with IS NULL) THEN
    RAISE EXCEPTION 'what is registered cannot be changed (DPR 445/2000 art. 53), record %', OLD.record_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_bytes_kept BEFORE UPDATE ON eli4u.document FOR EACH ROW
  WHEN ((OLD.hash, OLD.hash_algorithm, OLD.format, OLD.bytes, OLD.storage_key, OLD.version)
    IS DISTINCT FROM (NEW.hash, NEW.hash_algorithm, NEW.format, NEW.bytes, NEW.storage_key, NEW.version))
  EXECUTE FUNCTION eli4u.refuse_other_bytes();

-- A scarto reaches every version.
ALTER TABLE eli4u.disposal_file ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE eli4u.disposal_file DROP CONSTRAINT disposal_file_pkey;
ALTER TABLE eli4u.disposal_file ADD PRIMARY KEY (document_id, version);
