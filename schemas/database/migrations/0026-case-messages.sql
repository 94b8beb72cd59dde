-- What parties and the office write to each other within a case. That it was written is an event of the same number; what it says is here alone,
-- where it can be deleted with its fascicolo. A thread is `applicants`, which those who filed share, or the agent's id of one third party.
CREATE TABLE eli4u.case_message (
  procedure_id text NOT NULL,
  n integer NOT NULL,
  thread text NOT NULL CHECK (thread <> ''),
  from_office boolean NOT NULL,
  -- as events name who did something
  written_by text NOT NULL,
  -- in whose name, where a party or who represents it wrote
  party text,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
  at timestamptz NOT NULL,
  PRIMARY KEY (procedure_id, n),
  FOREIGN KEY (procedure_id, n) REFERENCES eli4u.procedure_event (procedure_id, n),
  CHECK (from_office = (party IS NULL))
);
-- how much somebody has written lately
CREATE INDEX case_message_writer ON eli4u.case_message (written_by, at);

-- Read and written only in a transaction that `act_as` has opened: by a party in its own thread of its own cases, by the office, by nobody else.
ALTER TABLE eli4u.case_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.case_message FORCE ROW LEVEL SECURITY;
CREATE FUNCTION eli4u.acts_in_thread(of_case text, of_thread text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM eli4u.procedure_party p
    WHERE p.procedure_id = of_case AND p.agent_id = current_setting('eli4u.identity', true)
      AND of_thread = CASE p.role WHEN 'counterparty' THEN p.agent_id ELSE 'applicants' END)
$$;
CREATE POLICY case_message_read ON eli4u.case_message FOR SELECT TO eli4u_app USING (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND eli4u.acts_in_thread(procedure_id, thread))
);
CREATE POLICY case_message_write ON eli4u.case_message FOR INSERT TO eli4u_app WITH CHECK (
  ((SELECT eli4u.acting_role()) = 'officer' AND from_office)
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND NOT from_office AND party = (SELECT current_setting('eli4u.identity', true))
      AND eli4u.acts_in_thread(procedure_id, thread))
);
-- with its fascicolo
CREATE POLICY case_message_forget ON eli4u.case_message FOR DELETE TO eli4u_app USING ((SELECT eli4u.acting_role()) = 'system');
GRANT SELECT, INSERT, DELETE ON eli4u.case_message TO eli4u_app;

-- since when a message of a party waits for the office to read it
ALTER TABLE eli4u.procedure ADD COLUMN unread_since timestamptz;
CREATE INDEX procedure_unread ON eli4u.procedure (unread_since, id) WHERE unread_since IS NOT NULL;
