-- What happened lately, for pages that are open: one question of one process every second or two. Events are only ever added, in about the order of
-- their instants, so that a BRIN index of a few pages finds the last of them and costs a step nothing.
CREATE INDEX procedure_event_at ON eli4u.procedure_event USING brin (at) WITH (pages_per_range = 16, autosummarize = on);
