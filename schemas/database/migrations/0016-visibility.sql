-- What an archivist says of access to a record, whatever its source says (D.Lgs. 42/2004 arts. 122, 125, 127); its sensitivity is the record's own.
-- `inherits`: also what comes below it later.
CREATE TABLE eli4u.restriction (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  sensitivity text NOT NULL CHECK (sensitivity IN ('none', 'judicialOrSensitive', 'healthSexFamily', 'stateReserved')),
  closed boolean NOT NULL,
  closed_until date,
  reason text NOT NULL,
  inherits boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.restriction TO eli4u_app;

-- What waits for its day, and nothing else: the night's look reads only what is due (5,000,000 records, 2026-11-26).
CREATE INDEX record_waiting ON eli4u.record (consultable_from, id) WHERE visibility = 'described' AND deleted_at IS NULL;
