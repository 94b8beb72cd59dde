-- Procedures on the records model (design §3): a procedure is one fascicolo record, the version of its type, its parties and its events. The
-- events are the truth; `document` is their fold, and the columns beside it are what lists filter and order by.

-- Versions of types, as they were published; a case keeps the version under which it began.
CREATE TABLE eli4u.procedure_type_version (
  code text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  status text NOT NULL CHECK (status IN ('draft', 'published')),
  content jsonb NOT NULL,
  -- the YAML as it was written, with its comments
  source text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  published_by text,
  PRIMARY KEY (code, version),
  CHECK ((status = 'published') = (published_at IS NOT NULL))
);
CREATE FUNCTION eli4u.refuse_published_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'published' THEN
    RAISE EXCEPTION 'type %, version %, is published and cannot be changed: make a new version', OLD.code, OLD.version;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER procedure_type_version_immutable BEFORE UPDATE OR DELETE ON eli4u.procedure_type_version
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_published_change();

CREATE TABLE eli4u.procedure (
  -- the record of its fascicolo
  id text PRIMARY KEY REFERENCES eli4u.record (id),
  type_code text NOT NULL,
  type_version integer NOT NULL,
  -- number of events
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'concluded', 'closed')),
  -- where it stands; null unless it runs
  node text,
  activity text,
  activity_state text CHECK (activity_state IN ('todo', 'inProgress', 'waiting')),
  phase text CHECK (phase IN ('preparatoria', 'istruttoria', 'consultiva', 'decisoria', 'integrazioneDellEfficacia')),
  activity_due_on date,
  -- whom it waits for outside the office: the actor of the activity
  waiting_for text,
  unit text NOT NULL,
  assignee text,
  channel text NOT NULL,
  applicant_agent text REFERENCES eli4u.agent (id),
  -- without names of persons, as the record's
  title text NOT NULL,
  -- as registered
  subject text NOT NULL,
  protocol_register text NOT NULL,
  protocol_year smallint NOT NULL,
  protocol_number integer NOT NULL,
  filed_on date NOT NULL,
  -- The legal term as it was read on the day of the last write: the day it ends, and the latest it can end while a stop is open.
  due_on date,
  due_latest date,
  clock_state text CHECK (clock_state IN ('runs', 'suspended', 'expired', 'stopped')),
  silence text NOT NULL CHECK (silence IN ('applies', 'excluded', 'unknown')),
  outcome text,
  concluded_on date,
  by_silence boolean,
  closed_on date,
  -- of a concluded case: days past its term
  days_late integer,
  document jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  -- what lists are in the order of: no term comes last
  due_order date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, '9999-12-31'::date)) STORED,
  FOREIGN KEY (type_code, type_version) REFERENCES eli4u.procedure_type_version (code, version),
  UNIQUE (protocol_register, protocol_year, protocol_number)
) WITH (fillfactor = 85);
-- Every view of the work list is a range of one of these, read from its beginning for a page or up to 10,001 entries for a count; what
-- else a view asks for is in the index, so that a count reads no rows.
CREATE INDEX procedure_due ON eli4u.procedure (state, due_order, id) INCLUDE (clock_state, waiting_for, type_code, unit);
CREATE INDEX procedure_type_due ON eli4u.procedure (state, type_code, due_order, id) INCLUDE (clock_state, waiting_for, unit);
CREATE INDEX procedure_unit_due ON eli4u.procedure (state, unit, due_order, id) INCLUDE (clock_state, waiting_for, type_code);
CREATE INDEX procedure_assignee_due ON eli4u.procedure (assignee, state, due_order, id) INCLUDE (clock_state, waiting_for, type_code, unit)
  WHERE assignee IS NOT NULL;
-- What time is asked about once a day, a batch after another.
CREATE INDEX procedure_running ON eli4u.procedure (id) WHERE state = 'running';
CREATE INDEX procedure_number ON eli4u.procedure (protocol_number, protocol_year);

-- What a case is found by in words: subject, place, protocol number, applicants, references. Apart, so that a step writes no word index.
CREATE TABLE eli4u.procedure_words (
  procedure_id text PRIMARY KEY REFERENCES eli4u.procedure (id),
  words tsvector NOT NULL
);
CREATE INDEX procedure_words_words ON eli4u.procedure_words USING gin (words);

CREATE TABLE eli4u.procedure_event (
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  n integer NOT NULL CHECK (n >= 1),
  at timestamptz NOT NULL,
  -- the day it was in Italy
  on_day date NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (procedure_id, n)
);
CREATE FUNCTION eli4u.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: what has happened is neither changed nor removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER procedure_event_append_only BEFORE UPDATE OR DELETE ON eli4u.procedure_event
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_rewriting();
CREATE TRIGGER procedure_event_never_emptied BEFORE TRUNCATE ON eli4u.procedure_event
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_rewriting();

-- The activities of a case, each with what became of it.
CREATE TABLE eli4u.procedure_activity (
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  n integer NOT NULL,
  node text NOT NULL,
  activity text NOT NULL,
  started_on date NOT NULL,
  due_on date,
  taken_by text,
  taken_on date,
  done_on date,
  done_by text,
  went_to text,
  days_late integer,
  PRIMARY KEY (procedure_id, n)
);

CREATE TABLE eli4u.procedure_party (
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  ordinal smallint NOT NULL,
  agent_id text NOT NULL REFERENCES eli4u.agent (id),
  role text NOT NULL CHECK (role IN ('applicant', 'representative', 'counterparty')),
  acts_for text REFERENCES eli4u.agent (id),
  PRIMARY KEY (procedure_id, ordinal)
);
CREATE INDEX procedure_party_agent ON eli4u.procedure_party (agent_id, procedure_id);

-- Identifiers of other systems: CUI of SUAP, number of the regional portal. One case each.
CREATE TABLE eli4u.procedure_reference (
  scheme text NOT NULL,
  value text NOT NULL,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  PRIMARY KEY (scheme, value)
);
CREATE INDEX procedure_reference_procedure ON eli4u.procedure_reference (procedure_id);

-- Documents of a fascicolo beyond what the records model says of them.
CREATE TABLE eli4u.procedure_document (
  record_id text PRIMARY KEY REFERENCES eli4u.document (record_id),
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  ordinal integer NOT NULL,
  -- which of the type's documents it is; `request` is what the case began with
  kind text NOT NULL CHECK (kind IN ('request', 'attachment', 'act', 'other')),
  code text,
  -- enclosures bear the number of what they came with
  registered_with text REFERENCES eli4u.document (record_id),
  -- as it was sent: may name persons
  file_name text,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  UNIQUE (procedure_id, ordinal)
);

-- registro di protocollo: numbers without gaps, anew each year, never on an earlier day than the one before (DPR 445/2000 arts. 53, 57).
CREATE TABLE eli4u.protocol_register (
  register text NOT NULL,
  year smallint NOT NULL,
  last_number integer NOT NULL CHECK (last_number BETWEEN 0 AND 9999999),
  last_on date NOT NULL,
  PRIMARY KEY (register, year)
);

-- Places of fascicoli in their series, in the order of opening.
CREATE SEQUENCE eli4u.fascicolo_position AS bigint;

-- What was answered to a request that may come again.
CREATE TABLE eli4u.idempotency_key (
  client text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  answer jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (client, key)
);
CREATE INDEX idempotency_key_age ON eli4u.idempotency_key (created_at);

-- Other systems. Of a key only its hash is kept.
CREATE TABLE eli4u.api_client (
  id text PRIMARY KEY,
  name text NOT NULL UNIQUE,
  key_hash text NOT NULL,
  scopes text[] NOT NULL,
  -- `*`: all types
  types text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE TABLE eli4u.webhook_subscription (
  id text PRIMARY KEY,
  client_id text NOT NULL REFERENCES eli4u.api_client (id),
  url text NOT NULL,
  -- shared with the receiver, who checks signatures by it
  secret text NOT NULL,
  -- `*`: all kinds of events
  kinds text[] NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX webhook_subscription_client ON eli4u.webhook_subscription (client_id);

CREATE TABLE eli4u.webhook_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscription_id text NOT NULL REFERENCES eli4u.webhook_subscription (id),
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  version integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (subscription_id, procedure_id, version)
);
CREATE INDEX webhook_delivery_due ON eli4u.webhook_delivery (next_at, id) WHERE state = 'pending';
CREATE TABLE eli4u.webhook_attempt (
  delivery_id bigint NOT NULL REFERENCES eli4u.webhook_delivery (id) ON DELETE CASCADE,
  n smallint NOT NULL,
  at timestamptz NOT NULL,
  status smallint,
  error text,
  milliseconds integer NOT NULL,
  PRIMARY KEY (delivery_id, n)
);

-- What somebody has to look after: shown by `verify` and /metrics until it is resolved.
CREATE TABLE eli4u.alert (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  raised_at timestamptz NOT NULL,
  resolved_at timestamptz
);
CREATE INDEX alert_open ON eli4u.alert (raised_at) WHERE resolved_at IS NULL;

-- Private identity: readable only in a transaction that `act_as` has opened. What it opened is proved by a hash over a secret that only the
-- owner knows, the connection and the transaction, so that setting the variables by hand opens nothing.
CREATE TABLE eli4u.acting_secret (secret text NOT NULL);
INSERT INTO eli4u.acting_secret SELECT gen_random_uuid()::text || gen_random_uuid()::text;

CREATE FUNCTION eli4u.acting_proof(role text, id text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(concat_ws(chr(10), s.secret, pg_backend_pid(), extract(epoch FROM transaction_timestamp()), role, id), 'UTF8')), 'hex')
    FROM eli4u.acting_secret s
$$;
REVOKE EXECUTE ON FUNCTION eli4u.acting_proof(text, text) FROM PUBLIC;

CREATE FUNCTION eli4u.act_as(role text, id text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF role NOT IN ('officer', 'citizen', 'client', 'system') OR id IS NULL OR id = '' THEN
    RAISE EXCEPTION 'nobody acts as % %', role, id;
  END IF;
  PERFORM set_config('eli4u.role', role, true), set_config('eli4u.identity', id, true),
    set_config('eli4u.proof', eli4u.acting_proof(role, id), true);
END $$;

-- As whom the transaction acts; null where `act_as` did not open it.
CREATE FUNCTION eli4u.acting_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT current_setting('eli4u.role', true)
   WHERE current_setting('eli4u.proof', true) = eli4u.acting_proof(current_setting('eli4u.role', true), current_setting('eli4u.identity', true))
$$;

-- Officers and the system; a citizen only what is said of himself; another system nothing, though it may say who files.
CREATE POLICY agent_identity_read ON eli4u.agent_identity FOR SELECT TO eli4u_app USING (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);
CREATE POLICY agent_identity_add ON eli4u.agent_identity FOR INSERT TO eli4u_app WITH CHECK (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
);
CREATE POLICY agent_identity_change ON eli4u.agent_identity FOR UPDATE TO eli4u_app USING (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);
ALTER TABLE eli4u.agent_identity ADD CONSTRAINT agent_identity_tax_code UNIQUE (tax_code);
GRANT SELECT, INSERT, UPDATE ON eli4u.agent_identity TO eli4u_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.procedure_type_version, eli4u.procedure_words, eli4u.idempotency_key, eli4u.alert TO eli4u_app;
GRANT SELECT, INSERT, UPDATE ON
  eli4u.procedure, eli4u.procedure_activity, eli4u.protocol_register, eli4u.api_client, eli4u.webhook_subscription,
  eli4u.webhook_delivery TO eli4u_app;
GRANT SELECT, INSERT ON
  eli4u.procedure_event, eli4u.procedure_party, eli4u.procedure_reference, eli4u.procedure_document, eli4u.webhook_attempt TO eli4u_app;
GRANT USAGE ON SEQUENCE eli4u.fascicolo_position TO eli4u_app;
GRANT MAINTAIN ON eli4u.procedure, eli4u.procedure_event, eli4u.procedure_words TO eli4u_app;
