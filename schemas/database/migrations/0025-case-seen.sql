-- How far somebody has read of a case of theirs: what came after is new for them.
CREATE TABLE eli4u.case_seen (
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  -- number of the last event that was there
  n integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (agent_id, procedure_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.case_seen TO eli4u_app;
