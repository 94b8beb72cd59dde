-- How many requests a key has sent in the minute that its first one began, reading and writing ones apart. One row each, whatever the number of
-- web nodes. Unlogged: nothing waits for the disk, and what a crash forgets is less than a minute old.
CREATE UNLOGGED TABLE eli4u.api_request_count (
  client_id text NOT NULL REFERENCES eli4u.api_client (id),
  kind text NOT NULL CHECK (kind IN ('read', 'write')),
  since timestamptz NOT NULL,
  requests integer NOT NULL,
  PRIMARY KEY (client_id, kind)
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE ON eli4u.api_request_count TO eli4u_app;
