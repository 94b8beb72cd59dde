-- Bytes that another system sends in pieces and goes on with where it stopped (tus 1.0), before they are a document of anything.
CREATE TABLE eli4u.upload (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  -- who began it; nobody else sees it
  client_id text NOT NULL REFERENCES eli4u.api_client (id),
  length bigint NOT NULL CHECK (length > 0),
  -- as it was given, and given back: names with values in base64
  metadata text,
  created_at timestamptz NOT NULL,
  -- put off by each piece that comes
  expires_at timestamptz NOT NULL,
  -- whose piece is being written, and until when that is believed: put off while bytes come, so that a process that was ended keeps nobody out
  writer text,
  writer_until timestamptz,
  CHECK ((writer IS NULL) = (writer_until IS NULL))
);
CREATE INDEX upload_client ON eli4u.upload (client_id);
CREATE INDEX upload_expiry ON eli4u.upload (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.upload TO eli4u_app;

-- What lists are in the order of: what is decided and goes on comes by the day of its next step, not by a term that binds nobody any more.
-- Without a day it comes last, what is decided before what never had a term. The column's expression cannot be changed before PostgreSQL 17.
ALTER TABLE eli4u.procedure DROP COLUMN due_order;
ALTER TABLE eli4u.procedure ADD COLUMN due_order date NOT NULL GENERATED ALWAYS AS (
  CASE WHEN state = 'running' AND clock_state = 'stopped' THEN coalesce(activity_due_on, '9999-12-30'::date)
       ELSE coalesce(due_on, '9999-12-31'::date) END) STORED;
CREATE INDEX procedure_due ON eli4u.procedure (state, due_order, id) INCLUDE (clock_state, waiting_for, type_code, unit);
CREATE INDEX procedure_type_due ON eli4u.procedure (state, type_code, due_order, id) INCLUDE (clock_state, waiting_for, unit);
CREATE INDEX procedure_unit_due ON eli4u.procedure (state, unit, due_order, id) INCLUDE (clock_state, waiting_for, type_code);
CREATE INDEX procedure_assignee_due ON eli4u.procedure (assignee, state, due_order, id) INCLUDE (clock_state, waiting_for, type_code, unit)
  WHERE assignee IS NOT NULL;
