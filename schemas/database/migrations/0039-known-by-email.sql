-- People without SPID or CIE: known by what another State vouches for (eIDAS), or by an e-mail address that they read and nothing else, until
-- somebody at the desk has seen who they are. How surely somebody is known belongs to the session, not to the person: it is read with each request.
ALTER TABLE eli4u.sign_in_session ADD COLUMN known_by text
  CHECK (known_by IN ('digitalIdentity', 'eidas', 'verifiedEmail', 'demonstration'));
UPDATE eli4u.sign_in_session SET known_by = CASE by WHEN 'demo' THEN 'demonstration' ELSE 'digitalIdentity' END WHERE kind = 'citizen';
ALTER TABLE eli4u.sign_in_session ADD CONSTRAINT sign_in_session_known_by CHECK ((kind = 'citizen') = (known_by IS NOT NULL));

-- Whose an address is, as a way in. Never the way to somebody whom an identity provider vouches for: two people may read one box.
CREATE TABLE eli4u.email_account (
  agent_id text PRIMARY KEY REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- small letters
  email text NOT NULL UNIQUE CHECK (length(email) <= 254 AND email = lower(email)),
  made_at timestamptz NOT NULL
);

-- A link that somebody asked for. Of its code only the hash is kept, and it serves once.
CREATE TABLE eli4u.email_sign_in (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL CHECK (length(email) <= 254 AND email = lower(email)),
  language text NOT NULL CHECK (language IN ('it', 'en')),
  -- where they were going
  return_to text NOT NULL CHECK (length(return_to) <= 2000),
  asked_at timestamptz NOT NULL,
  -- when the letter goes, and again where the server was away; null once it went or was given up
  due timestamptz,
  attempts smallint NOT NULL DEFAULT 0,
  -- of the letter that was sent last
  code_hash bytea UNIQUE CHECK (length(code_hash) = 32),
  ends_at timestamptz,
  used_at timestamptz,
  CHECK ((code_hash IS NULL) = (ends_at IS NULL))
);
CREATE INDEX email_sign_in_due ON eli4u.email_sign_in (due) WHERE due IS NOT NULL;
CREATE INDEX email_sign_in_email ON eli4u.email_sign_in (email, asked_at);
CREATE INDEX email_sign_in_old ON eli4u.email_sign_in (asked_at);

-- Somebody of the office saw who a person is: by which document, and never its number.
CREATE TABLE eli4u.identity_check (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- the request with which they came
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  document text NOT NULL CHECK (document IN ('passport', 'identityCard', 'residencePermit', 'drivingLicence')),
  -- which State issued it (ISO 3166-1, two letters)
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  expires_on date NOT NULL,
  checked_on date NOT NULL CHECK (checked_on <= expires_on),
  checked_at timestamptz NOT NULL,
  checked_by text NOT NULL
);
CREATE INDEX identity_check_agent ON eli4u.identity_check (agent_id, checked_on);
CREATE INDEX identity_check_procedure ON eli4u.identity_check (procedure_id);

-- As private as agent_identity, and under the same rule.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['email_account', 'email_sign_in', 'identity_check'] LOOP
    EXECUTE format('ALTER TABLE eli4u.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE eli4u.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
CREATE POLICY email_account_own ON eli4u.email_account FOR ALL TO eli4u_app USING (
  (SELECT eli4u.acting_role()) = 'system'
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);
CREATE POLICY email_sign_in_system ON eli4u.email_sign_in FOR ALL TO eli4u_app USING ((SELECT eli4u.acting_role()) = 'system');
CREATE POLICY identity_check_own ON eli4u.identity_check FOR ALL TO eli4u_app USING (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.email_account, eli4u.email_sign_in TO eli4u_app;
GRANT SELECT, INSERT ON eli4u.identity_check TO eli4u_app;

-- Cases of which somebody wants to hear only on their page.
CREATE TABLE eli4u.case_mute (
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  muted_at timestamptz NOT NULL,
  PRIMARY KEY (agent_id, procedure_id)
);
GRANT SELECT, INSERT, DELETE ON eli4u.case_mute TO eli4u_app;

-- Old notices are forgotten from the oldest on.
CREATE INDEX notification_old ON eli4u.notification (at) WHERE kind = 'informative';
