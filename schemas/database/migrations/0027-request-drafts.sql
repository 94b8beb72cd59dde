-- What somebody has begun to type in the form of a service and has not sent: kept a year from the last word, theirs alone. Nobody reads a draft but
-- its owner, not even the application on its own account: what sweeps may end what is old, and ask whether bytes are still wanted, and see nothing.
CREATE TABLE eli4u.request_draft (
  -- drawn with the form, so that a form that is saved twice is one draft
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  owner_agent text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- for whom it is filed: the owner, or whom they represent
  for_agent text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  type_code text NOT NULL,
  -- the version whose questions they have seen
  type_version integer NOT NULL,
  -- where they are
  step text NOT NULL,
  -- as typed, by the names of the fields, sound or not
  answers jsonb NOT NULL DEFAULT '{}',
  -- counts what was saved
  revision integer NOT NULL DEFAULT 1,
  begun_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- the case it became: it is empty from then on, and says only that it was sent
  filed_as text,
  filed_at timestamptz,
  CHECK ((filed_as IS NULL) = (filed_at IS NULL))
);
CREATE INDEX request_draft_owner ON eli4u.request_draft (owner_agent, saved_at DESC, id) WHERE filed_as IS NULL;
CREATE INDEX request_draft_for ON eli4u.request_draft (for_agent);
CREATE INDEX request_draft_expiry ON eli4u.request_draft (expires_at);

-- Files that wait with a draft; their bytes lie beside those of documents, and have been looked at for viruses.
CREATE TABLE eli4u.request_draft_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_id text NOT NULL REFERENCES eli4u.request_draft (id) ON DELETE CASCADE,
  -- which of the type's documents it is; null for a further one
  code text,
  file_name text,
  format text NOT NULL,
  hash text NOT NULL,
  bytes bigint NOT NULL,
  storage_key text NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX request_draft_file_draft ON eli4u.request_draft_file (draft_id, id);
CREATE INDEX request_draft_file_key ON eli4u.request_draft_file (storage_key);

ALTER TABLE eli4u.request_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.request_draft FORCE ROW LEVEL SECURITY;
ALTER TABLE eli4u.request_draft_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.request_draft_file FORCE ROW LEVEL SECURITY;
CREATE POLICY request_draft_own ON eli4u.request_draft TO eli4u_app
  USING ((SELECT eli4u.acting_role()) = 'citizen' AND owner_agent = (SELECT current_setting('eli4u.identity', true)));
CREATE POLICY request_draft_file_own ON eli4u.request_draft_file TO eli4u_app
  USING (EXISTS (SELECT FROM eli4u.request_draft d WHERE d.id = draft_id));
-- The functions below are the owner's.
CREATE POLICY request_draft_swept ON eli4u.request_draft TO CURRENT_USER USING (true);
CREATE POLICY request_draft_file_swept ON eli4u.request_draft_file TO CURRENT_USER USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.request_draft TO eli4u_app;
GRANT SELECT, INSERT, DELETE ON eli4u.request_draft_file TO eli4u_app;

-- Ends drafts whose year is over, with their files; the bytes go with those to which nothing refers any more.
CREATE FUNCTION eli4u.forget_request_drafts(at timestamptz) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH gone AS (DELETE FROM eli4u.request_draft WHERE expires_at <= at RETURNING 1) SELECT count(*) FROM gone
$$;
-- Whether a draft still waits with the bytes of a storage key.
CREATE FUNCTION eli4u.draft_has_bytes(key text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM eli4u.request_draft_file WHERE storage_key = key)
$$;
REVOKE EXECUTE ON FUNCTION eli4u.forget_request_drafts(timestamptz), eli4u.draft_has_bytes(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION eli4u.forget_request_drafts(timestamptz), eli4u.draft_has_bytes(text) TO eli4u_app;
