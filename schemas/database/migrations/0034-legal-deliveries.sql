-- The delivery of an act of a case with legal effect (CAD artt. 3-bis, 6; L. 890/1982; D.L. 76/2020 art. 26): by PEC, registered post, by hand, by
-- SEND. The facts are the truth, `document` is their fold, and the columns beside it are what lists and jobs look for.
CREATE TABLE eli4u.legal_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  procedure_id text NOT NULL REFERENCES eli4u.procedure (id),
  -- number of the event that said that the act must be communicated
  notice integer NOT NULL,
  channel text NOT NULL CHECK (channel IN ('pec', 'post', 'hand', 'send')),
  state text NOT NULL CHECK (state IN ('prepared', 'sent', 'delivered', 'failed')),
  -- number of facts
  version integer NOT NULL CHECK (version >= 1),
  agent_id text REFERENCES eli4u.agent (id),
  -- name and address as they were used: they end with the fascicolo
  addressee jsonb NOT NULL,
  -- the act
  record_id text NOT NULL REFERENCES eli4u.document (record_id),
  -- Message-ID of the PEC
  message_id text UNIQUE,
  -- what SEND calls the request, and what it called the notice once it was accepted
  request_id text,
  iun text,
  prepared_on date NOT NULL,
  sent_on date,
  -- the day that counts for the addressee
  received_on date,
  -- what somebody must do about it, from a day on; null: nothing
  task text CHECK (task IN ('anotherChannel', 'compare', 'post', 'ask')),
  task_from date,
  -- of SEND: when it is asked next, and how often it could not be reached
  next_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  problem text,
  -- when SEND is expected to have effect
  expected_on date,
  document jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK ((state = 'delivered') = (received_on IS NOT NULL)),
  CHECK ((task IS NULL) = (task_from IS NULL)),
  CHECK ((channel = 'pec') = (message_id IS NOT NULL))
);
CREATE INDEX legal_delivery_procedure ON eli4u.legal_delivery (procedure_id, id);
CREATE INDEX legal_delivery_task ON eli4u.legal_delivery (task_from, id) WHERE task IS NOT NULL;
CREATE INDEX legal_delivery_due ON eli4u.legal_delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX legal_delivery_unsent ON eli4u.legal_delivery (id) WHERE channel = 'pec' AND state = 'prepared';

CREATE TABLE eli4u.legal_delivery_fact (
  delivery_id bigint NOT NULL REFERENCES eli4u.legal_delivery (id),
  n integer NOT NULL CHECK (n >= 1),
  at timestamptz NOT NULL,
  -- the day it was in Italy
  on_day date NOT NULL,
  by text NOT NULL CHECK (by <> ''),
  kind text NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (delivery_id, n)
);
-- What a fact says of persons goes with a fascicolo that is destroyed with a permit; nothing else of it changes, and at no other time.
CREATE FUNCTION eli4u.refuse_delivery_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.delivery_id, NEW.n, NEW.at, NEW.on_day, NEW.kind) IS NOT DISTINCT FROM (OLD.delivery_id, OLD.n, OLD.at, OLD.on_day, OLD.kind)
      AND eli4u.is_being_destroyed((SELECT d.procedure_id FROM eli4u.legal_delivery d WHERE d.id = OLD.delivery_id)) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'legal_delivery_fact is append-only: what has happened is neither changed nor removed';
END $$;
CREATE TRIGGER legal_delivery_fact_append_only BEFORE UPDATE OR DELETE ON eli4u.legal_delivery_fact
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_delivery_rewriting();
CREATE TRIGGER legal_delivery_fact_never_emptied BEFORE TRUNCATE ON eli4u.legal_delivery_fact
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_delivery_rewriting();
GRANT SELECT, INSERT, UPDATE ON eli4u.legal_delivery TO eli4u_app;
GRANT SELECT, INSERT ON eli4u.legal_delivery_fact TO eli4u_app;
GRANT UPDATE (payload) ON eli4u.legal_delivery_fact TO eli4u_app;

-- A case says what must be communicated; of those that are there, as the events have it.
UPDATE eli4u.procedure p SET document = p.document || jsonb_build_object('notices', coalesce(
  (SELECT jsonb_agg(jsonb_build_object('n', e.n, 'about', e.payload->'about', 'whom', e.payload->'whom', 'on', e.payload->'day',
            'activity', 1 + (SELECT count(*) FROM eli4u.procedure_event a
                              WHERE a.procedure_id = e.procedure_id AND a.n < e.n AND a.kind IN ('filed', 'activityStarted', 'reopened')),
            'entry', CASE WHEN e.payload->>'whom' = 'applicant' THEN
              (SELECT to_jsonb(c.payload->'entry'->>'id') FROM eli4u.procedure_event c
                WHERE c.procedure_id = e.procedure_id AND c.n = e.n - 1 AND c.kind = 'clockMoved' AND c.payload->'entry'->>'kind' = 'art10bis') END,
            'receipts', '[]'::jsonb, 'effectiveOn', NULL) ORDER BY e.n)
     FROM eli4u.procedure_event e WHERE e.procedure_id = p.id AND e.kind = 'toNotify' AND e.payload->>'manner' = 'legal'), '[]'));
