-- Days on which an office is closed that somebody added beside schemas/procedures/calendar.yaml: a bridge day, a strike, snow. They count
-- only for what is counted in working days. One that was taken back keeps its row: deadlines were told by it.
CREATE TABLE eli4u.office_closure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- as calendar.yaml names it
  office text NOT NULL,
  day date NOT NULL,
  name_it text NOT NULL CHECK (name_it <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  -- what makes it one: an order of the mayor, a decision of the office
  source text NOT NULL CHECK (source <> ''),
  added_at timestamptz NOT NULL DEFAULT now(),
  added_by text NOT NULL,
  removed_at timestamptz,
  removed_by text,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX office_closure_day ON eli4u.office_closure (office, day) WHERE removed_at IS NULL;
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by) ON eli4u.office_closure TO eli4u_app;
