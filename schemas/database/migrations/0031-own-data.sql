-- What people say of themselves: contacts with their history, the language in which they are written to, consents (GDPR arts. 7, 15, 17). Readable only
-- in a transaction that `act_as` has opened, of a citizen only their own; all of it goes when they erase it.
CREATE TABLE eli4u.contact_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  -- who changed it, where it was not they themselves (who administers a business)
  by text NOT NULL,
  -- what changed: field, before, after
  changes jsonb NOT NULL
);
CREATE INDEX contact_change_agent ON eli4u.contact_change (agent_id, id);

CREATE TABLE eli4u.citizen_preference (
  agent_id text PRIMARY KEY REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- in which they are written to
  language text NOT NULL CHECK (language IN ('it', 'en')),
  changed_at timestamptz NOT NULL
);

-- What is done with data only because somebody has said yes; a consent that is withdrawn keeps its row, as proof of both (art. 7 c. 1).
CREATE TABLE eli4u.consent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('suggestions', 'opinion')),
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz CHECK (withdrawn_at >= given_at)
);
CREATE INDEX consent_agent ON eli4u.consent (agent_id, id);
CREATE UNIQUE INDEX consent_open ON eli4u.consent (agent_id, purpose) WHERE withdrawn_at IS NULL;

DO $$
DECLARE
  private text;
BEGIN
  FOREACH private IN ARRAY ARRAY['contact_change', 'citizen_preference', 'consent'] LOOP
    EXECUTE format('ALTER TABLE eli4u.%I ENABLE ROW LEVEL SECURITY', private);
    EXECUTE format('ALTER TABLE eli4u.%I FORCE ROW LEVEL SECURITY', private);
    EXECUTE format($p$CREATE POLICY %1$s_own ON eli4u.%1$I TO eli4u_app USING (
      (SELECT eli4u.acting_role()) = 'system'
      OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true))))$p$, private);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON eli4u.contact_change TO eli4u_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.citizen_preference TO eli4u_app;
GRANT SELECT, INSERT, UPDATE ON eli4u.consent TO eli4u_app;
