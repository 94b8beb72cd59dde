-- Who is told what, and what became of it (design §3; procedures-and-law §1.6). Informative notifications; legal ones share who is told and the
-- key by which none is told twice, and have ways of their own.

-- How somebody wants to be told; without a row, as lib/relationship/preferences.ts begins.
CREATE TABLE eli4u.notification_preference (
  agent_id text PRIMARY KEY REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  preferences jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);

-- Where somebody is told: as private as agent_identity, and under the same rule.
CREATE TABLE eli4u.notification_address (
  agent_id text PRIMARY KEY REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- verified by a link
  email text CHECK (length(email) <= 254),
  verified_at timestamptz,
  -- asked for and not verified yet; the one before serves until then
  pending text CHECK (length(pending) <= 254),
  pending_until timestamptz,
  -- when the link is to be sent next; null once it was
  pending_due timestamptz,
  pending_attempts smallint NOT NULL DEFAULT 0,
  -- links sent on a day: nobody's box is filled by somebody else
  asked_on date,
  asked smallint NOT NULL DEFAULT 0,
  CHECK ((email IS NULL) = (verified_at IS NULL)),
  CHECK ((pending IS NULL) = (pending_until IS NULL))
);
CREATE INDEX notification_address_pending ON eli4u.notification_address (pending_due) WHERE pending_due IS NOT NULL;

-- Browsers that said yes (Push API); the endpoint is a secret of its own.
CREATE TABLE eli4u.push_subscription (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  endpoint text NOT NULL UNIQUE CHECK (length(endpoint) <= 2000),
  p256dh text NOT NULL,
  auth text NOT NULL,
  -- the browser, as it calls itself
  browser text NOT NULL DEFAULT '' CHECK (length(browser) <= 300),
  added_at timestamptz NOT NULL
);
CREATE INDEX push_subscription_agent ON eli4u.push_subscription (agent_id);

ALTER TABLE eli4u.notification_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.notification_address FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_address_own ON eli4u.notification_address FOR ALL TO eli4u_app USING (
  (SELECT eli4u.acting_role()) = 'system'
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);
ALTER TABLE eli4u.push_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE eli4u.push_subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY push_subscription_own ON eli4u.push_subscription FOR ALL TO eli4u_app USING (
  (SELECT eli4u.acting_role()) = 'system'
  OR ((SELECT eli4u.acting_role()) = 'citizen' AND agent_id = (SELECT current_setting('eli4u.identity', true)))
);

CREATE TABLE eli4u.notification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('informative', 'legal')),
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  -- two with one key are one
  key text NOT NULL,
  topic text NOT NULL,
  procedure_id text REFERENCES eli4u.procedure (id),
  -- names nobody (lib/relationship/notification.ts)
  about jsonb NOT NULL,
  -- when that happened which it tells
  at timestamptz NOT NULL,
  read_at timestamptz,
  UNIQUE (agent_id, key)
);
CREATE INDEX notification_agent ON eli4u.notification (agent_id, id);
CREATE INDEX notification_unread ON eli4u.notification (agent_id) WHERE read_at IS NULL;
CREATE INDEX notification_procedure ON eli4u.notification (procedure_id, id);

-- One way out of one notification, and how it went: shown to whom it is for and to the office.
CREATE TABLE eli4u.notification_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notification_id bigint NOT NULL REFERENCES eli4u.notification (id) ON DELETE CASCADE,
  agent_id text NOT NULL REFERENCES eli4u.agent (id) ON DELETE CASCADE,
  channel text NOT NULL,
  -- `absent`: there was no way to them (no address, no device, no profile); `withdrawn`: they no longer wanted it
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed', 'absent', 'withdrawn')),
  attempts smallint NOT NULL DEFAULT 0,
  -- when it was to go at first; a day later it is given up
  since timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (notification_id, channel)
);
CREATE INDEX notification_delivery_due ON eli4u.notification_delivery (channel, next_at, id) WHERE state = 'pending';
CREATE INDEX notification_delivery_waiting ON eli4u.notification_delivery (agent_id, channel) WHERE state = 'pending';

CREATE TABLE eli4u.notification_attempt (
  delivery_id bigint NOT NULL REFERENCES eli4u.notification_delivery (id) ON DELETE CASCADE,
  n smallint NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('sent', 'later', 'refused', 'absent')),
  -- what the other side said; never an address
  said text,
  PRIMARY KEY (delivery_id, n)
);

-- What somebody has still to do, in the order in which it is due: for reminders.
CREATE INDEX procedure_action_due ON eli4u.procedure (activity_due_on, id)
  WHERE state = 'running' AND waiting_for IN ('applicant', 'counterparty') AND activity_due_on IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.notification_preference, eli4u.notification_address, eli4u.push_subscription, eli4u.notification,
  eli4u.notification_delivery, eli4u.notification_attempt TO eli4u_app;
