-- The records model (README, "The records model"). Tables belong to the owner; the application has plain rights only.

CREATE SCHEMA IF NOT EXISTS eli4u;

-- Ids: one space for records, agents, institutions and digital objects. Blocks of 1,000 are taken by each writer and turned
-- into short opaque words outside (lib/records/identifier.ts), so an id is never used twice.
CREATE SEQUENCE eli4u.identifier_block AS bigint MINVALUE 1 MAXVALUE 1000000000;

CREATE TABLE eli4u.setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE eli4u.institution (
  id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  other_codes text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  other_names text[] NOT NULL DEFAULT '{}',
  description jsonb NOT NULL DEFAULT '{}',
  -- true when only mentioned by a finding aid so far
  stub boolean NOT NULL DEFAULT false,
  -- D.Lgs. 42/2004 art. 30 c. 4 (40, municipalities) and art. 41 (30, organs of the State)
  years_to_historical smallint NOT NULL DEFAULT 40,
  metadata_licence text,
  rights_uri text,
  content_hash bytea,
  changed_at timestamptz NOT NULL DEFAULT now(),
  disseminated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE eli4u.source (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  repository_id text NOT NULL REFERENCES eli4u.institution (id),
  key text NOT NULL,
  format text NOT NULL,
  title text,
  -- the mapping that read it last: byte-identical files are skipped only under the same one
  mapping_version text,
  file_hash text,
  last_update text,
  -- what the public is shown of it
  unit_count integer NOT NULL DEFAULT 0,
  -- the record its archdesc became
  root_id text,
  ingested_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (repository_id, key)
);

CREATE TABLE eli4u.ingest_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  arguments text[] NOT NULL DEFAULT '{}',
  counts jsonb
);

-- The raw source as it came: bytes lie in the file store under their SHA-256.
CREATE TABLE eli4u.source_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id bigint NOT NULL REFERENCES eli4u.ingest_run (id),
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  mapping_version text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('loaded', 'unchanged', 'quarantined')),
  counts jsonb NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX source_file_sha256 ON eli4u.source_file (sha256);

CREATE TABLE eli4u.source_of_file (
  source_file_id bigint NOT NULL REFERENCES eli4u.source_file (id),
  source_id bigint NOT NULL REFERENCES eli4u.source (id),
  PRIMARY KEY (source_file_id, source_id)
);

CREATE TABLE eli4u.ingest_problem (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id bigint NOT NULL REFERENCES eli4u.ingest_run (id),
  file_name text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('warning', 'severe')),
  code text NOT NULL,
  message text NOT NULL,
  found text,
  line integer,
  xpath text,
  -- a quarantined unit: how many units it took with it, and its raw XML (at most 64 KiB)
  units integer NOT NULL DEFAULT 0,
  raw text
);
CREATE INDEX ingest_problem_run ON eli4u.ingest_problem (run_id, id);

CREATE TABLE eli4u.record (
  id text PRIMARY KEY,
  repository_id text NOT NULL REFERENCES eli4u.institution (id),
  source_id bigint REFERENCES eli4u.source (id),
  component_key text,
  parent_id text REFERENCES eli4u.record (id),
  root_id text NOT NULL,
  position bigint NOT NULL,
  depth smallint NOT NULL,
  -- what the public is shown below it: children that are neither deleted, internal nor hidden
  child_count integer NOT NULL DEFAULT 0,
  level text NOT NULL CHECK (level IN ('fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'other')),
  level_label text,
  unit_type text,
  reference_code text,
  former_codes text[] NOT NULL DEFAULT '{}',
  title text NOT NULL,
  title_lang text,
  -- the subject as registered: never public
  object text,
  date_display text,
  date_start date,
  date_end date,
  date_certainty text NOT NULL DEFAULT 'certain' CHECK (date_certainty IN ('certain', 'approximate', 'uncertain')),
  description jsonb NOT NULL DEFAULT '{}',
  phase text NOT NULL DEFAULT 'historical' CHECK (phase IN ('current', 'deposit', 'historical')),
  opened_on date,
  closed_on date,
  disposition text CHECK (disposition IN ('keep', 'destroy')),
  disposition_on date,
  legal_hold boolean NOT NULL DEFAULT false,
  sensitivity text NOT NULL DEFAULT 'none' CHECK (sensitivity IN ('none', 'judicialOrSensitive', 'healthSexFamily', 'stateReserved')),
  -- `audience="internal"` in the source, here or above
  internal boolean NOT NULL DEFAULT false,
  -- what the source or the archivist says of access; null day with closed = until further notice
  closed boolean NOT NULL DEFAULT false,
  closed_until date,
  consultable_from date,
  visibility text NOT NULL DEFAULT 'open' CHECK (visibility IN ('hidden', 'described', 'open')),
  digital boolean NOT NULL DEFAULT false,
  metadata_licence text,
  rights_uri text,
  content_hash bytea,
  -- over what descendants take from this unit (creators, languages, access): when it changes, their search rows do too
  inherited_hash bytea,
  changed_at timestamptz NOT NULL DEFAULT now(),
  disseminated_at timestamptz NOT NULL DEFAULT now(),
  -- tombstone: the row stays, the content may go
  deleted_at timestamptz
);
CREATE INDEX record_children ON eli4u.record (parent_id, position, id) WHERE deleted_at IS NULL;
-- What readers page through: a node of 10,000 children in 4 ms instead of 14 (1,000,200 records, 2026-11-23).
CREATE INDEX record_children_public ON eli4u.record (parent_id, position, id)
  WHERE deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal;
CREATE UNIQUE INDEX record_source_component ON eli4u.record (source_id, component_key) WHERE component_key IS NOT NULL;
CREATE INDEX record_source ON eli4u.record (source_id);
CREATE INDEX record_roots ON eli4u.record (repository_id, title, id) WHERE parent_id IS NULL AND deleted_at IS NULL;
CREATE INDEX record_disseminated ON eli4u.record (disseminated_at, id);

CREATE TABLE eli4u.record_relation (
  from_id text NOT NULL REFERENCES eli4u.record (id) ON DELETE CASCADE,
  kind text NOT NULL,
  ordinal smallint NOT NULL,
  -- the other side by id once it is known, by its system identifier until then
  to_id text REFERENCES eli4u.record (id),
  identifier text,
  note text,
  PRIMARY KEY (from_id, kind, ordinal)
);
CREATE INDEX record_relation_to ON eli4u.record_relation (to_id) WHERE to_id IS NOT NULL;

CREATE TABLE eli4u.digital_object (
  id text PRIMARY KEY,
  record_id text NOT NULL REFERENCES eli4u.record (id) ON DELETE CASCADE,
  position integer NOT NULL,
  href text NOT NULL,
  label text,
  role text,
  media_type text,
  rights_uri text
);
CREATE INDEX digital_object_record ON eli4u.digital_object (record_id, position);

CREATE TABLE eli4u.document (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  hash text NOT NULL,
  hash_algorithm text NOT NULL DEFAULT 'SHA-256',
  format text NOT NULL,
  bytes bigint NOT NULL,
  storage_key text NOT NULL,
  flow text CHECK (flow IN ('in', 'out', 'internal')),
  protocol_register text,
  protocol_year smallint,
  protocol_number integer,
  protocol_on date,
  sender jsonb,
  recipients jsonb,
  signatures jsonb NOT NULL DEFAULT '[]',
  UNIQUE (protocol_register, protocol_year, protocol_number)
);

-- DPR 445/2000 art. 53-54: what is registered is immutable.
CREATE FUNCTION eli4u.refuse_registration_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.protocol_number IS NOT NULL AND (
    NEW.protocol_register, NEW.protocol_year, NEW.protocol_number, NEW.protocol_on, NEW.sender, NEW.recipients, NEW.hash
  ) IS DISTINCT FROM (
    OLD.protocol_register, OLD.protocol_year, OLD.protocol_number, OLD.protocol_on, OLD.sender, OLD.recipients, OLD.hash
  ) THEN
    RAISE EXCEPTION 'a protocol registration cannot be changed (DPR 445/2000 art. 53), record %', OLD.record_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_registration_immutable BEFORE UPDATE ON eli4u.document
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_registration_change();

CREATE TABLE eli4u.agent (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'family', 'corporateBody', 'unknown')),
  authorised_name text NOT NULL,
  -- folded form by which mentions are matched (lib/records/agent-name.ts), at most 200 characters
  name_key text NOT NULL,
  date_display text,
  date_start date,
  date_end date,
  description jsonb NOT NULL DEFAULT '{}',
  -- made from a mention; its authority file has not come yet
  stub boolean NOT NULL DEFAULT false,
  internal boolean NOT NULL DEFAULT false,
  content_hash bytea,
  changed_at timestamptz NOT NULL DEFAULT now(),
  disseminated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
CREATE INDEX agent_name ON eli4u.agent (name_key, kind);
CREATE INDEX agent_list ON eli4u.agent (authorised_name, id) WHERE deleted_at IS NULL;

CREATE TABLE eli4u.agent_identifier (
  value text PRIMARY KEY,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE
);
CREATE INDEX agent_identifier_agent ON eli4u.agent_identifier (agent_id);

CREATE TABLE eli4u.agent_relation (
  from_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  ordinal smallint NOT NULL,
  to_id text NOT NULL REFERENCES eli4u.agent (id),
  kind text NOT NULL CHECK (kind IN ('hierarchical', 'temporal', 'family', 'associative', 'identity')),
  note text,
  label text,
  PRIMARY KEY (from_id, ordinal)
);
CREATE INDEX agent_relation_to ON eli4u.agent_relation (to_id);

CREATE TABLE eli4u.record_agent (
  record_id text NOT NULL REFERENCES eli4u.record (id) ON DELETE CASCADE,
  ordinal smallint NOT NULL,
  agent_id text NOT NULL REFERENCES eli4u.agent (id),
  role text NOT NULL CHECK (role IN ('creator', 'custodian', 'responsibleUnit', 'subject', 'author', 'addressee', 'party', 'other')),
  label text,
  date_start date,
  date_end date,
  date_display text,
  internal boolean NOT NULL DEFAULT false,
  PRIMARY KEY (record_id, ordinal)
);
CREATE INDEX record_agent_agent ON eli4u.record_agent (agent_id, role, record_id);

-- Private identity: its own table, its own rule. No policy is granted yet, so nobody but the owner reads it.
CREATE TABLE eli4u.agent_identity (
  agent_id text PRIMARY KEY REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  tax_code text,
  contacts jsonb NOT NULL DEFAULT '{}'
);
ALTER TABLE eli4u.agent_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.agent_identity FORCE ROW LEVEL SECURITY;

CREATE TABLE eli4u.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE eli4u.audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  subject_id text,
  details jsonb NOT NULL DEFAULT '{}',
  -- filled by the sealing job: position in the chain, hash over the previous seal and this event
  sealed_as bigint UNIQUE,
  seal bytea
);

GRANT USAGE ON SCHEMA eli4u TO eli4u_app;
GRANT USAGE ON SEQUENCE eli4u.identifier_block TO eli4u_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  eli4u.setting, eli4u.institution, eli4u.source, eli4u.ingest_run, eli4u.source_file, eli4u.source_of_file, eli4u.ingest_problem,
  eli4u.record, eli4u.record_relation, eli4u.digital_object, eli4u.document, eli4u.agent, eli4u.agent_identifier,
  eli4u.agent_relation, eli4u.record_agent, eli4u.outbox TO eli4u_app;
-- Audit events are written and read; nothing but the seal is ever set on one, and only once.
CREATE FUNCTION eli4u.refuse_reseal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.seal IS NOT NULL THEN
    RAISE EXCEPTION 'audit event % is sealed', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_sealed_once BEFORE UPDATE ON eli4u.audit_event FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_reseal();
GRANT SELECT, INSERT, UPDATE (sealed_as, seal) ON eli4u.audit_event TO eli4u_app;
-- After a large load the statistics are made at once, not when autovacuum comes round.
GRANT MAINTAIN ON eli4u.record, eli4u.record_agent, eli4u.digital_object, eli4u.record_relation, eli4u.agent TO eli4u_app;
