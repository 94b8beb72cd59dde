-- Delegations as people give them: with a scope, days, a proof where there is one on paper, acceptance, and either side's right to end it at once.
-- What was registered before (the Comune's own knowledge of who represents whom) holds on as such. Nothing of it is ever deleted.
ALTER TABLE eli4u.delegation DROP CONSTRAINT delegation_delegate_agent_principal_agent_valid_from_key;
ALTER TABLE eli4u.delegation
  -- in addresses, where numbers would be guessed
  ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  -- null until the person that `delegation_named` names has accepted; of a deed on paper the principal, until the office has confirmed it
  ALTER COLUMN delegate_agent DROP NOT NULL,
  ALTER COLUMN principal_agent DROP NOT NULL,
  ADD COLUMN basis text NOT NULL DEFAULT 'registered' CHECK (basis IN ('given', 'paper', 'registered')),
  ADD COLUMN power text NOT NULL DEFAULT 'file' CHECK (power IN ('read', 'file', 'administer')),
  -- `*`: all
  ADD COLUMN types text[] NOT NULL DEFAULT '{*}' CHECK (cardinality(types) BETWEEN 1 AND 50),
  ADD COLUMN cases text[] NOT NULL DEFAULT '{*}' CHECK (cardinality(cases) BETWEEN 1 AND 50),
  ADD COLUMN given_at timestamptz NOT NULL DEFAULT now(),
  -- the agent who wrote it down; null: the Comune
  ADD COLUMN given_by text REFERENCES eli4u.agent (id),
  ADD COLUMN accepted_at timestamptz DEFAULT now(),
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_how text CHECK (ended_how IN ('declined', 'withdrawn', 'refused', 'revoked', 'renounced')),
  ADD COLUMN ended_reason text CHECK (length(ended_reason) <= 500),
  ADD COLUMN proof_key text,
  ADD COLUMN proof_hash text,
  ADD COLUMN proof_format text,
  ADD COLUMN proof_bytes bigint,
  ADD CHECK (types = '{*}' OR cases = '{*}'),
  ADD CHECK (power <> 'administer' OR (types = '{*}' AND cases = '{*}')),
  ADD CHECK (basis = 'registered' OR (valid_to IS NOT NULL AND valid_to < valid_from + interval '24 months' AND given_by IS NOT NULL)),
  ADD CHECK (delegate_agent IS NOT NULL OR principal_agent IS NOT NULL),
  ADD CHECK (accepted_at IS NULL OR (delegate_agent IS NOT NULL AND principal_agent IS NOT NULL)),
  ADD CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  ADD CHECK (basis <> 'paper' OR proof_key IS NOT NULL),
  ADD CHECK ((proof_key IS NULL) = (proof_hash IS NULL) AND (proof_key IS NULL) = (proof_format IS NULL) AND (proof_key IS NULL) = (proof_bytes IS NULL));
DROP INDEX eli4u.delegation_principal;
CREATE INDEX delegation_principal ON eli4u.delegation (principal_agent, id);
CREATE INDEX delegation_delegate ON eli4u.delegation (delegate_agent, id);
CREATE INDEX delegation_proof ON eli4u.delegation (proof_key);
-- Deeds on paper that wait for the office.
CREATE INDEX delegation_to_check ON eli4u.delegation (id) WHERE basis = 'paper' AND accepted_at IS NULL AND ended_at IS NULL;

-- Written once; accepted once, ended once.
CREATE FUNCTION eli4u.refuse_delegation_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  settable CONSTANT text[] := '{delegate_agent,principal_agent,accepted_at,ended_at,ended_how,ended_reason}';
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.ended_at IS NOT NULL
     OR to_jsonb(NEW) - settable IS DISTINCT FROM to_jsonb(OLD) - settable
     OR (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at)
     OR (OLD.delegate_agent IS NOT NULL AND NEW.delegate_agent IS DISTINCT FROM OLD.delegate_agent)
     OR (OLD.principal_agent IS NOT NULL AND NEW.principal_agent IS DISTINCT FROM OLD.principal_agent) THEN
    RAISE EXCEPTION 'a delegation is accepted once and ended once, and otherwise not changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_written_once BEFORE UPDATE OR DELETE ON eli4u.delegation
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_delegation_change();

-- Whom a delegation names by tax code until they are tied to it. Nobody is looked up when it is written, so that who guesses codes learns nothing;
-- it is readable only in a transaction that `act_as` has opened, by who gave it and by who bears the code.
CREATE TABLE eli4u.delegation_named (
  delegation_id bigint PRIMARY KEY REFERENCES eli4u.delegation (id),
  side text NOT NULL CHECK (side IN ('delegate', 'principal')),
  tax_code text NOT NULL,
  name text NOT NULL CHECK (name <> '')
);
CREATE INDEX delegation_named_code ON eli4u.delegation_named (tax_code, side);
ALTER TABLE eli4u.delegation_named ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.delegation_named FORCE ROW LEVEL SECURITY;
CREATE POLICY delegation_named_read ON eli4u.delegation_named FOR SELECT TO eli4u_app USING (
  (SELECT eli4u.acting_role()) IN ('officer', 'system')
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND (
    (side = 'delegate' AND tax_code = (SELECT i.tax_code FROM eli4u.agent_identity i WHERE i.agent_id = current_setting('eli4u.identity', true)))
    OR EXISTS (SELECT FROM eli4u.delegation d WHERE d.id = delegation_id
         AND current_setting('eli4u.identity', true) IN (d.principal_agent, d.delegate_agent, d.given_by))))
);
CREATE POLICY delegation_named_add ON eli4u.delegation_named FOR INSERT TO eli4u_app WITH CHECK (
  (SELECT eli4u.acting_role()) IN ('officer', 'system', 'citizen')
);

-- What was done about each, by whom and in whose name.
CREATE TABLE eli4u.delegation_event (
  delegation_id bigint NOT NULL REFERENCES eli4u.delegation (id),
  n integer NOT NULL CHECK (n >= 1),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  on_behalf_of text,
  kind text NOT NULL CHECK (kind IN ('given', 'claimed', 'accept', 'decline', 'withdraw', 'confirm', 'refuse', 'revoke', 'renounce')),
  PRIMARY KEY (delegation_id, n)
);
CREATE TRIGGER delegation_event_append_only BEFORE UPDATE OR DELETE ON eli4u.delegation_event
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_rewriting();
CREATE TRIGGER delegation_event_never_emptied BEFORE TRUNCATE ON eli4u.delegation_event
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_rewriting();

-- Who did something in a case for somebody else: the person is `actor`, this is the agent in whose name (both are recorded).
ALTER TABLE eli4u.procedure_event ADD COLUMN on_behalf_of text;

-- Looks of the staff at cases, documents and identities: read by whom they concern.
CREATE INDEX audit_event_look ON eli4u.audit_event (subject_id, id) WHERE action IN ('case.read', 'document.read', 'identity.read', 'person.read');
-- Whether somebody has looked a moment ago.
CREATE INDEX audit_event_recent_look ON eli4u.audit_event (actor, subject_id, at) WHERE action IN ('case.read', 'document.read');

GRANT SELECT, INSERT ON eli4u.delegation_named, eli4u.delegation_event TO eli4u_app;
