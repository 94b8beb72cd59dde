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
