-- ICAR-IMPORT lastUpdate of an authority record: an older version does not undo a newer one.
ALTER TABLE eli4u.agent ADD COLUMN last_update text;
