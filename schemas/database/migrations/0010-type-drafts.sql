-- Drafts of types are written by several people: each save is counted, and one that began from an older text is refused.
ALTER TABLE eli4u.procedure_type_version
  ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  ADD COLUMN changed_by text,
  -- the published version that a draft began from
  ADD COLUMN based_on integer,
  -- a draft may be halfway and mean nothing yet
  ALTER COLUMN content DROP NOT NULL,
  ADD CONSTRAINT procedure_type_version_means CHECK (status = 'draft' OR content IS NOT NULL);
-- One draft of a type at a time: two would be two next versions.
CREATE UNIQUE INDEX procedure_type_draft ON eli4u.procedure_type_version (code) WHERE status = 'draft';
