-- The keeping of fascicoli once they are closed: until when and why, the deposit (DPR 445/2000 art. 67), the scarto and the historical section
-- (D.Lgs. 42/2004 arts. 21 and 30). A change of age is an update of the record: id and address stay.

-- Why a fascicolo is kept for as long as `record.disposition` and `disposition_on` say; made when it is closed, gone when it is opened again.
CREATE TABLE eli4u.retention (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  how text NOT NULL CHECK (how IN ('computed', 'byHand', 'postponed')),
  -- the rule of the type or of the conservation plan; null where neither says anything
  rule jsonb,
  -- the day from which the years run
  starts_on date,
  -- why, in the words of whoever gave it or put it off
  reason text,
  said_by text NOT NULL,
  said_at timestamptz NOT NULL
);

-- Days that the closing alone does not tell: the end of a decision's validity, of a relation, the closing of the main case.
CREATE TABLE eli4u.retention_fact (
  record_id text NOT NULL REFERENCES eli4u.record (id),
  fact text NOT NULL CHECK (fact IN ('decisionExpiry', 'relationEnd', 'mainCaseClosed')),
  on_day date,
  -- the fascicolo whose closing is meant
  main_id text REFERENCES eli4u.record (id),
  said_by text NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (record_id, fact),
  CHECK ((fact = 'mainCaseClosed') = (main_id IS NOT NULL)),
  CHECK ((fact = 'mainCaseClosed') = (on_day IS NULL)),
  CHECK (main_id <> record_id)
);
CREATE INDEX retention_fact_main ON eli4u.retention_fact (main_id) WHERE main_id IS NOT NULL;

-- Legal hold: nothing is destroyed while one is open. `record.legal_hold` says whether there is one.
CREATE TABLE eli4u.legal_hold (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id text NOT NULL REFERENCES eli4u.record (id),
  reason text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  lifted_by text,
  lifted_at timestamptz,
  lifted_reason text,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_reason IS NULL))
);
CREATE UNIQUE INDEX legal_hold_open ON eli4u.legal_hold (record_id) WHERE lifted_at IS NULL;

-- elenco di versamento: once a year and office.
CREATE TABLE eli4u.deposit_list (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit text NOT NULL,
  year smallint NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'settled')),
  proposed_on date NOT NULL,
  confirmed_on date,
  confirmed_by text,
  settled_on date,
  UNIQUE (unit, year),
  CHECK ((state = 'proposed') = (confirmed_on IS NULL) AND (confirmed_on IS NULL) = (confirmed_by IS NULL)),
  CHECK ((state = 'settled') = (settled_on IS NOT NULL))
);
CREATE INDEX deposit_list_state ON eli4u.deposit_list (state, id);
CREATE TABLE eli4u.deposit_item (
  list_id bigint NOT NULL REFERENCES eli4u.deposit_list (id),
  record_id text NOT NULL REFERENCES eli4u.record (id),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'accepted', 'sentBack')),
  reason text,
  decided_on date,
  decided_by text,
  PRIMARY KEY (list_id, record_id),
  CHECK ((state = 'sentBack') = (reason IS NOT NULL)),
  CHECK ((state = 'proposed') = (decided_on IS NULL) AND (decided_on IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX deposit_item_open ON eli4u.deposit_item (record_id) WHERE state = 'proposed';

-- What the clock proposes for the historical section; confirmed with its public title, transferred with a dated list.
CREATE TABLE eli4u.historical_list (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transferred_on date NOT NULL,
  transferred_by text NOT NULL
);
CREATE TABLE eli4u.historical_item (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  proposed_on date NOT NULL,
  public_title text,
  sensitivity text CHECK (sensitivity IN ('none', 'judicialOrSensitive', 'healthSexFamily', 'stateReserved')),
  confirmed_on date,
  confirmed_by text,
  list_id bigint REFERENCES eli4u.historical_list (id),
  CHECK ((public_title IS NULL) = (confirmed_on IS NULL) AND (confirmed_on IS NULL) = (confirmed_by IS NULL)
    AND (confirmed_on IS NULL) = (sensitivity IS NULL)),
  CHECK (list_id IS NULL OR confirmed_on IS NOT NULL)
);
CREATE INDEX historical_item_list ON eli4u.historical_item (list_id, record_id);

-- scarto (D.Lgs. 42/2004 art. 21 c. 1 d): the list, what the Soprintendenza authorised, what was done.
CREATE TABLE eli4u.disposal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'authorised', 'executing', 'executed')),
  proposed_on date NOT NULL,
  proposed_by text NOT NULL,
  sent_on date,
  sent_by text,
  -- of the authorisation
  permit_number text,
  permit_on date,
  -- of the Ministero dell'interno, where items are under limits of consultation
  interior_number text,
  interior_on date,
  authorised_by text,
  started_at timestamptz,
  started_by text,
  finished_at timestamptz,
  CHECK ((permit_number IS NULL) = (permit_on IS NULL) AND (interior_number IS NULL) = (interior_on IS NULL)),
  CHECK (state NOT IN ('authorised', 'executing', 'executed') OR permit_number IS NOT NULL),
  CHECK ((state IN ('executing', 'executed')) = (started_at IS NOT NULL)),
  CHECK ((state = 'executed') = (finished_at IS NOT NULL))
);
CREATE INDEX disposal_state ON eli4u.disposal (state, id);
-- Each item goes its own way, and where it stands outlives every crash: `destroying` is past the point of no return and is always finished.
CREATE TABLE eli4u.disposal_item (
  disposal_id bigint NOT NULL REFERENCES eli4u.disposal (id),
  record_id text NOT NULL REFERENCES eli4u.record (id),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'granted', 'refused', 'held', 'destroying', 'destroyed')),
  -- under limits of consultation: wants the second permit
  limited boolean NOT NULL DEFAULT false,
  reason text,
  destroyed_at timestamptz,
  PRIMARY KEY (disposal_id, record_id),
  CHECK ((state = 'destroyed') = (destroyed_at IS NOT NULL)),
  CHECK (state NOT IN ('refused', 'held') OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX disposal_item_open ON eli4u.disposal_item (record_id) WHERE state IN ('proposed', 'granted', 'destroying', 'destroyed');
CREATE INDEX disposal_item_state ON eli4u.disposal_item (disposal_id, state, record_id);
-- The bytes of an item and what became of them; kept with the metadata of the scarto.
CREATE TABLE eli4u.disposal_file (
  document_id text PRIMARY KEY REFERENCES eli4u.document (record_id),
  disposal_id bigint NOT NULL REFERENCES eli4u.disposal (id),
  record_id text NOT NULL REFERENCES eli4u.record (id),
  storage_key text NOT NULL,
  -- null until it is done; `shared`: the same content is a document that lives
  outcome text CHECK (outcome IN ('removed', 'shared', 'absent')),
  done_at timestamptz,
  CHECK ((outcome IS NULL) = (done_at IS NULL))
);
CREATE INDEX disposal_file_item ON eli4u.disposal_file (disposal_id, record_id);

-- A destroyed document keeps its row: hash, size, registration.
ALTER TABLE eli4u.document ADD COLUMN destroyed_at timestamptz;
CREATE INDEX document_storage ON eli4u.document (storage_key);

CREATE INDEX record_to_deposit ON eli4u.record (closed_on, id) WHERE phase = 'current' AND closed_on IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_to_discard ON eli4u.record (disposition_on, id) WHERE disposition = 'destroy' AND deleted_at IS NULL;
CREATE INDEX record_to_history ON eli4u.record (closed_on, id) WHERE disposition = 'keep' AND phase = 'deposit' AND deleted_at IS NULL;

-- Whether the fascicolo is being destroyed with a permit: the only time at which what happened may be emptied of what it said of persons.
CREATE FUNCTION eli4u.is_being_destroyed(id text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM eli4u.disposal_item i JOIN eli4u.disposal d ON d.id = i.disposal_id
    WHERE i.record_id = $1 AND i.state = 'destroying' AND d.state = 'executing' AND d.permit_number IS NOT NULL)
$$;
CREATE OR REPLACE FUNCTION eli4u.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'procedure_event' THEN
    IF (NEW.procedure_id, NEW.n, NEW.at, NEW.on_day, NEW.kind) IS NOT DISTINCT FROM (OLD.procedure_id, OLD.n, OLD.at, OLD.on_day, OLD.kind)
      AND eli4u.is_being_destroyed(OLD.procedure_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: what has happened is neither changed nor removed', TG_TABLE_NAME;
END $$;
GRANT UPDATE (payload, actor) ON eli4u.procedure_event TO eli4u_app;
-- Parties and references of a destroyed fascicolo go; of any other they stay.
CREATE FUNCTION eli4u.refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF eli4u.is_being_destroyed(OLD.procedure_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is not removed: the fascicolo % is not being destroyed', TG_TABLE_NAME, OLD.procedure_id;
END $$;
CREATE TRIGGER procedure_party_kept BEFORE DELETE ON eli4u.procedure_party FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_removal();
CREATE TRIGGER procedure_reference_kept BEFORE DELETE ON eli4u.procedure_reference FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_removal();
GRANT DELETE ON eli4u.procedure_party, eli4u.procedure_reference TO eli4u_app;
GRANT UPDATE (file_name) ON eli4u.procedure_document TO eli4u_app;
-- What is known of a person goes with the last fascicolo that named them.
CREATE POLICY agent_identity_forget ON eli4u.agent_identity FOR DELETE TO eli4u_app USING ((SELECT eli4u.acting_role()) = 'system');
GRANT DELETE ON eli4u.agent_identity TO eli4u_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.retention, eli4u.retention_fact TO eli4u_app;
GRANT SELECT, INSERT, UPDATE ON
  eli4u.legal_hold, eli4u.deposit_list, eli4u.deposit_item, eli4u.historical_list, eli4u.historical_item, eli4u.disposal, eli4u.disposal_item,
  eli4u.disposal_file TO eli4u_app;
