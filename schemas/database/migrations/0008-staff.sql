-- Offices and who works in them (design §3). `lib/access` decides by these rows; nothing here decides anything.

-- As schemas/procedures/units.yaml says; an office that is no longer there keeps its row, for cases name it.
CREATE TABLE eli4u.unit (
  code text PRIMARY KEY,
  name_it text NOT NULL,
  name_en text NOT NULL,
  parent_code text REFERENCES eli4u.unit (code) DEFERRABLE INITIALLY DEFERRED,
  -- address, telephone, mail, hours; or {"unknown": why}
  contacts jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE INDEX unit_parent ON eli4u.unit (parent_code);

CREATE TABLE eli4u.staff_member (
  id text PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  -- by which an identity provider's account is matched the first time
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  -- by which it is matched from then on
  oidc_subject text UNIQUE,
  -- the demonstration's button by which this person signs in
  persona text UNIQUE,
  -- who they are as a private person: nobody handles a case of their own (L. 241/1990 art. 6-bis)
  agent_id text REFERENCES eli4u.agent (id),
  active boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX staff_member_agent ON eli4u.staff_member (agent_id);

-- Several per person; dated, for people move and what they did stays theirs.
CREATE TABLE eli4u.staff_role (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id text NOT NULL REFERENCES eli4u.staff_member (id),
  role text NOT NULL CHECK (role IN ('officer', 'responsible', 'manager', 'archivist', 'frontOffice', 'administrator')),
  -- null: all
  unit_code text REFERENCES eli4u.unit (code),
  -- `*`: all types
  types text[] NOT NULL DEFAULT '{*}',
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from)
);
CREATE INDEX staff_role_member ON eli4u.staff_role (member_id);
CREATE INDEX staff_role_unit ON eli4u.staff_role (unit_code, member_id);

-- Who may act for whom, from a day to a day.
CREATE TABLE eli4u.delegation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delegate_agent text NOT NULL REFERENCES eli4u.agent (id),
  principal_agent text NOT NULL REFERENCES eli4u.agent (id) CHECK (principal_agent <> delegate_agent),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  UNIQUE (delegate_agent, principal_agent, valid_from)
);
CREATE INDEX delegation_principal ON eli4u.delegation (principal_agent);

-- Citizens of the demonstration: which agent signs in by which button.
CREATE TABLE eli4u.demo_citizen (
  persona text PRIMARY KEY,
  agent_id text NOT NULL UNIQUE REFERENCES eli4u.agent (id)
);

GRANT SELECT, INSERT, UPDATE ON eli4u.unit, eli4u.staff_member, eli4u.staff_role, eli4u.delegation, eli4u.demo_citizen TO eli4u_app;
