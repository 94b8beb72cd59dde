-- What a request costs, and what became of it: a stamp (DPR 642/1972), a fee, a canone, by pagoPA (CAD art. 5), by a stamp on paper, or not owed. Begun
-- with the draft of a request or asked by the office for a case; what the platform has said stays, whatever becomes of the draft.
CREATE SEQUENCE eli4u.payment_iuv MINVALUE 1 MAXVALUE 9999999999999;
GRANT USAGE ON SEQUENCE eli4u.payment_iuv TO eli4u_app;

CREATE TABLE eli4u.payment (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  -- who pays: who writes the request, or the party of whom the office asks it
  payer_agent text NOT NULL REFERENCES eli4u.agent (id),
  draft_id text CHECK (draft_id ~ '^[0-9a-f]{32}$'),
  procedure_id text REFERENCES eli4u.procedure (id),
  -- code of the type's fee, and which of several stamps
  fee text NOT NULL,
  part smallint NOT NULL CHECK (part >= 1),
  kind text NOT NULL CHECK (kind IN ('stampDuty', 'fee', 'canone', 'deposit')),
  moment text NOT NULL CHECK (moment IN ('withFiling', 'beforeRelease', 'yearly', 'onDemand')),
  cents integer NOT NULL CHECK (cents > 0),
  state text NOT NULL CHECK (state IN ('due', 'noticed', 'paid', 'declared', 'exempt', 'elsewhere', 'expired', 'failed', 'refunded')),
  -- of pagoPA: by which service, its numbers, where it is paid
  way text CHECK (way IN ('eBollo', 'pagoPA')),
  iuv text UNIQUE CHECK (iuv ~ '^[0-9]{17}$'),
  notice_number text UNIQUE CHECK (notice_number ~ '^[0-9]{18}$'),
  checkout_url text,
  noticed_at timestamptz,
  expires_on date,
  -- SHA-256 in base64 of what a digital stamp belongs to
  document_hash text,
  -- the receipt: its id (IUBD of a digital stamp) pays once; its bytes, and the document of the case that they are
  receipt_id text UNIQUE,
  paid_at timestamptz,
  psp text,
  hash text,
  bytes bigint,
  storage_key text,
  record_id text REFERENCES eli4u.document (record_id),
  -- of a stamp on paper: its number, when it was issued, when it was declared
  serial text CHECK (serial ~ '^[0-9]{14}$'),
  issued_on date,
  declared_on date,
  -- why nothing is owed; what an officer has noted
  norm text,
  words text,
  noted_on date,
  -- while the platform is being asked for a notice: since when
  claimed_at timestamptz,
  -- when the platform is asked next what became of it, how often it did not answer, what it said
  next_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  problem text,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK (draft_id IS NOT NULL OR procedure_id IS NOT NULL),
  CHECK (state <> 'noticed' OR (way IS NOT NULL AND notice_number IS NOT NULL AND noticed_at IS NOT NULL AND expires_on IS NOT NULL)),
  CHECK (state <> 'paid' OR (way IS NOT NULL AND notice_number IS NOT NULL AND paid_at IS NOT NULL AND receipt_id IS NOT NULL)),
  CHECK ((state = 'declared') = (serial IS NOT NULL AND issued_on IS NOT NULL AND declared_on IS NOT NULL)),
  CHECK ((state = 'exempt') = (norm IS NOT NULL)),
  CHECK ((storage_key IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX payment_of_draft ON eli4u.payment (draft_id, fee, part) WHERE draft_id IS NOT NULL;
-- A stamp serves once (DPR 642/1972 art. 12 c. 4), in the whole register.
CREATE UNIQUE INDEX payment_serial ON eli4u.payment (serial) WHERE serial IS NOT NULL;
CREATE INDEX payment_procedure ON eli4u.payment (procedure_id, id) WHERE procedure_id IS NOT NULL;
CREATE INDEX payment_due ON eli4u.payment (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX payment_unjoined ON eli4u.payment (id) WHERE storage_key IS NOT NULL AND record_id IS NULL AND procedure_id IS NOT NULL;
CREATE INDEX payment_storage_key ON eli4u.payment (storage_key) WHERE storage_key IS NOT NULL;
CREATE INDEX payment_payer ON eli4u.payment (payer_agent);

ALTER TABLE eli4u.payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.payment FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_else ON eli4u.payment TO eli4u_app, CURRENT_USER USING (true) WITH CHECK (true);
-- Who pays, and who filed: a third party has nothing to do with it.
CREATE POLICY citizen_own ON eli4u.payment FOR SELECT TO citizen USING (
  payer_agent = (SELECT (eli4u.acting_agents())[1])
  OR EXISTS (SELECT FROM eli4u.procedure_party o
              WHERE o.procedure_id = payment.procedure_id AND o.role <> 'counterparty' AND o.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.payment TO eli4u_app;
GRANT SELECT ON eli4u.payment TO citizen;

-- What was only declared for a draft ends with it, so that a stamp on paper can be used; what was bought stays its payer's.
CREATE FUNCTION eli4u.end_payments_of_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM eli4u.payment WHERE draft_id = OLD.id AND procedure_id IS NULL AND state NOT IN ('noticed', 'paid', 'refunded');
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION eli4u.end_payments_of_draft() FROM PUBLIC;
CREATE TRIGGER request_draft_payments AFTER DELETE ON eli4u.request_draft FOR EACH ROW EXECUTE FUNCTION eli4u.end_payments_of_draft();
