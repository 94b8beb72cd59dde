-- Sessions have a row, looked at with every request: what is ended here is ended everywhere at once, whatever a cookie says (design §3, issue of
-- the personal page). A cookie names the row and the turn of its key; a turn that was replaced a while ago is a copy in somebody else's hands.
CREATE TABLE eli4u.sign_in_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('staff', 'citizen')),
  -- the member of the staff, or the agent
  who_id text NOT NULL,
  -- which way in
  by text NOT NULL,
  -- how surely the issuer knew them (acr of OpenID Connect; levels of SPID and CIE)
  assurance text,
  -- the browser, as it calls itself
  browser text NOT NULL DEFAULT '' CHECK (length(browser) <= 300),
  turn integer NOT NULL DEFAULT 0,
  turned_at timestamptz NOT NULL DEFAULT now(),
  began_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  ends_at timestamptz NOT NULL,
  latest_at timestamptz NOT NULL CHECK (ends_at <= latest_at),
  ended_at timestamptz,
  ended_why text CHECK (ended_why IN ('signedOut', 'everywhere', 'copied')),
  CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
CREATE INDEX sign_in_session_open ON eli4u.sign_in_session (kind, who_id, seen_at DESC) WHERE ended_at IS NULL;
CREATE INDEX sign_in_session_old ON eli4u.sign_in_session (ends_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.sign_in_session TO eli4u_app;
