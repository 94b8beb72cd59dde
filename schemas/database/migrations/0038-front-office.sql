-- The front office (/sportello): who was served, how they came, what they asked, what they went away with. Each contact goes through the four steps of
-- the relation (design §3): listened, decoded, delivered, evaluated. No page of anybody is opened without one.
CREATE TABLE eli4u.contact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- in addresses, where numbers would be guessed
  code uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  member_id text NOT NULL REFERENCES eli4u.staff_member (id),
  -- the operator's office; null: of all
  unit_code text,
  channel text NOT NULL CHECK (channel IN ('counter', 'phone', 'email', 'post')),
  -- whose wish it is that the page is opened: their own, of somebody for them, of the office to go on with what it began
  asked_by text NOT NULL CHECK (asked_by IN ('self', 'representative', 'office')),
  asker_name text CHECK (length(asker_name) BETWEEN 1 AND 200),
  begun_at timestamptz NOT NULL,
  -- listened: in their own words
  heard text NOT NULL DEFAULT '' CHECK (length(heard) <= 4000),
  -- decoded: what it is that they need, and which service
  need text CHECK (need IN ('state', 'start', 'documents', 'information', 'report', 'other')),
  type_code text,
  -- delivered: what they were told and what came of it
  told text NOT NULL DEFAULT '' CHECK (length(told) <= 4000),
  outcome text CHECK (outcome IN ('answered', 'filed', 'handedOn', 'referred', 'unmet')),
  -- evaluated: what they said when they went
  rating text CHECK (rating IN ('solved', 'partly', 'unsolved', 'notSaid')),
  -- how the person at the counter was identified (DPR 445/2000 arts. 35, 38, 45), once something was filed
  identified jsonb,
  closed_at timestamptz CHECK (closed_at >= begun_at),
  -- counts what was saved
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX contact_agent ON eli4u.contact (agent_id, id);
CREATE INDEX contact_member ON eli4u.contact (member_id, id);
-- One operator serves one person once at a time.
CREATE UNIQUE INDEX contact_open ON eli4u.contact (member_id, agent_id) WHERE closed_at IS NULL;

-- The cases that a contact was about, and those that were filed in it.
CREATE TABLE eli4u.contact_case (
  contact_id bigint NOT NULL REFERENCES eli4u.contact (id) ON DELETE CASCADE,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  how text NOT NULL CHECK (how IN ('about', 'filed')),
  PRIMARY KEY (contact_id, procedure_id)
);
CREATE INDEX contact_case_procedure ON eli4u.contact_case (procedure_id);

ALTER TABLE eli4u.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.contact FORCE ROW LEVEL SECURITY;
ALTER TABLE eli4u.contact_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.contact_case FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_else ON eli4u.contact TO eli4u_app, CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY everybody_else ON eli4u.contact_case TO eli4u_app, CURRENT_USER USING (true) WITH CHECK (true);
-- What was written of somebody, they read.
CREATE POLICY citizen_own ON eli4u.contact FOR SELECT TO citizen USING (agent_id = ANY ((SELECT eli4u.acting_agents())::text[]));
CREATE POLICY citizen_own ON eli4u.contact_case FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.contact c WHERE c.id = contact_id AND c.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]))
);
GRANT SELECT ON eli4u.contact, eli4u.contact_case TO citizen;
GRANT SELECT, INSERT, UPDATE ON eli4u.contact TO eli4u_app;
GRANT SELECT, INSERT ON eli4u.contact_case TO eli4u_app;

-- Who has no codice fiscale is told apart by birth and citizenship, as the document shown says.
ALTER TABLE eli4u.agent_identity
  ADD COLUMN born_on date,
  ADD COLUMN born_at text,
  ADD COLUMN citizenship text,
  -- What people are found by at the front office. Columns, not expressions: under row-level security an index serves only comparisons that tell
  -- nothing of rows that are hidden, which `=` is and `lower()` is not.
  ADD COLUMN email_key text GENERATED ALWAYS AS (left(lower(contacts->>'email'), 300)) STORED,
  ADD COLUMN pec_key text GENERATED ALWAYS AS (left(lower(contacts->>'pec'), 300)) STORED,
  -- digits alone, without the prefix of Italy
  ADD COLUMN phone_key text
    GENERATED ALWAYS AS (left(regexp_replace(regexp_replace(contacts->>'phone', '\D', '', 'g'), '^(00)?39(?=\d{9})', ''), 30)) STORED;
CREATE INDEX agent_identity_email ON eli4u.agent_identity (email_key);
CREATE INDEX agent_identity_pec ON eli4u.agent_identity (pec_key);
CREATE INDEX agent_identity_phone ON eli4u.agent_identity (phone_key);

-- People and businesses by the words of their names, and those that begin so.
CREATE INDEX agent_private_words ON eli4u.agent USING gin (to_tsvector('simple'::regconfig, name_key)) WHERE internal AND deleted_at IS NULL;

-- Whose pages somebody of the staff has opened since a moment.
CREATE INDEX audit_event_person_look ON eli4u.audit_event (actor, at) WHERE action = 'person.read';
