-- What each digitised unit is worth to Europeana: computed by a job from what its EDM record would say, so that the archivist's desk counts and lists
-- without looking at the units (/archivio/europeana). A projection: dropped and filled again without loss.
CREATE TABLE eli4u.europeana_unit (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id) ON DELETE CASCADE,
  root_id text NOT NULL,
  -- changed since it was weighed
  due boolean NOT NULL DEFAULT true,
  -- content and metadata tier as one number (lib/records/edm/europeana-rank.ts); 0: no EDM record goes out. Null: not weighed yet, or not counted
  rank smallint,
  -- the content tier it would reach if images of unknown size were large
  possible smallint,
  lifts text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX europeana_unit_due ON eli4u.europeana_unit (record_id) WHERE due;
CREATE INDEX europeana_unit_rank ON eli4u.europeana_unit (rank, record_id);
CREATE INDEX europeana_unit_fonds ON eli4u.europeana_unit (root_id, rank, record_id);

-- How many units of a fonds have a rank: moved by the job in the transaction that weighs.
CREATE TABLE eli4u.europeana_tally (
  root_id text NOT NULL,
  rank smallint NOT NULL,
  units integer NOT NULL,
  PRIMARY KEY (root_id, rank)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.europeana_unit, eli4u.europeana_tally TO eli4u_app;

INSERT INTO eli4u.europeana_unit (record_id, root_id)
SELECT r.id, r.root_id FROM eli4u.record r WHERE r.digital AND r.deleted_at IS NULL
   AND EXISTS (SELECT FROM eli4u.digital_object o WHERE o.record_id = r.id);
