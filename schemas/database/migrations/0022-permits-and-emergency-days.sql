-- What a granted request lets one person read before the law's day or from the deposit, until a day (D.Lgs. 42/2004 arts. 123, 124). A permit is
-- written once; it may be revoked, and a longer one is another permit.
CREATE TABLE eli4u.reading_permit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  agent_id text NOT NULL REFERENCES eli4u.agent (id),
  record_id text NOT NULL REFERENCES eli4u.record (id),
  -- what it lets read: reserved units of the historical archive (art. 123), or files that are not in it yet (art. 124)
  kind text NOT NULL CHECK (kind IN ('reserved', 'deposit')),
  -- the last day included
  until date NOT NULL,
  -- the act that permits: the authorisation of the Ministry, or the decision of the Comune
  act text NOT NULL CHECK (act <> ''),
  given_at timestamptz NOT NULL,
  given_by text NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoked_reason IS NULL))
);
CREATE INDEX reading_permit_reader ON eli4u.reading_permit (record_id, agent_id);
CREATE INDEX reading_permit_agent ON eli4u.reading_permit (agent_id, id);
CREATE INDEX reading_permit_procedure ON eli4u.reading_permit (procedure_id, id);

CREATE FUNCTION eli4u.refuse_permit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.revoked_at IS NOT NULL
     OR to_jsonb(NEW) - '{revoked_at,revoked_by,revoked_reason}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{revoked_at,revoked_by,revoked_reason}'::text[] THEN
    RAISE EXCEPTION 'a permit to read is revoked, once, and not changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_permit_written_once BEFORE UPDATE OR DELETE ON eli4u.reading_permit
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_permit_change();
GRANT SELECT, INSERT, UPDATE ON eli4u.reading_permit TO eli4u_app;

-- How many operations were registered by hand on each day of an emergency (DPR 445/2000 art. 63 c. 3), as the paper says: what was entered
-- afterwards is compared with it.
CREATE TABLE eli4u.emergency_day (
  emergency_id bigint NOT NULL REFERENCES eli4u.emergency_register (id),
  day date NOT NULL,
  operations integer NOT NULL CHECK (operations BETWEEN 0 AND 9999999),
  noted_at timestamptz NOT NULL,
  noted_by text NOT NULL,
  PRIMARY KEY (emergency_id, day)
);
GRANT SELECT, INSERT, UPDATE ON eli4u.emergency_day TO eli4u_app;
