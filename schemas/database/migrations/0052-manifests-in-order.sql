-- What became of manifests, one row a change, numbered without gaps in the order in which harvests are told (lib/store/images/list-activities.ts): rows
-- are added and never altered, so that a page of them that is full stays as it is.
CREATE TABLE eli4u.manifest_activity (
  n bigint PRIMARY KEY,
  record_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('Create', 'Update', 'Delete')),
  stamp timestamptz(0) NOT NULL
);
CREATE INDEX manifest_activity_record ON eli4u.manifest_activity (record_id, n);
INSERT INTO eli4u.manifest_activity (n, record_id, kind, stamp)
  SELECT row_number() OVER (ORDER BY stamp, id) - 1, id, CASE WHEN deleted OR (able & 32) = 0 THEN 'Delete' ELSE 'Create' END, stamp
    FROM eli4u.disseminated WHERE (ever_able & 32) <> 0;
DROP INDEX eli4u.disseminated_images;

-- Units that lead to images: those that have a manifest, and all above them (lib/store/images/digitised-below.ts). Kept in step by who stamps changes, so
-- that a collection is read by its own parts and not by all that is digitised. What was hidden or moved since is looked at again when it is read.
CREATE TABLE eli4u.image_branch (
  id text PRIMARY KEY,
  -- null: a root
  parent_id text,
  position bigint NOT NULL,
  has_images boolean NOT NULL,
  has_below boolean NOT NULL
);
CREATE INDEX image_branch_order ON eli4u.image_branch (parent_id, position, id) INCLUDE (has_below);
WITH RECURSIVE up AS (
  SELECT r.id, r.parent_id, r.position, true AS own FROM eli4u.image_set s JOIN eli4u.record r ON r.id = s.record_id
   WHERE r.visibility = 'open' AND r.deleted_at IS NULL AND NOT r.internal
  UNION SELECT p.id, p.parent_id, p.position, false FROM up JOIN eli4u.record p ON p.id = up.parent_id
   WHERE p.deleted_at IS NULL AND p.visibility <> 'hidden' AND NOT p.internal)
INSERT INTO eli4u.image_branch (id, parent_id, position, has_images, has_below)
  SELECT id, parent_id, position, bool_or(own), bool_or(NOT own) FROM up GROUP BY id, parent_id, position;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.image_branch TO eli4u_app;
GRANT SELECT, INSERT ON eli4u.manifest_activity TO eli4u_app;
GRANT MAINTAIN ON eli4u.image_branch, eli4u.manifest_activity TO eli4u_app;

-- What may not be read yet has a manifest where its institution lets everybody see its images smaller: harvests hear when that begins, ends, or has
-- another measure (0044 for the rest).
CREATE OR REPLACE FUNCTION eli4u.mark_changed_institutions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('institution', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE (o.other_names, o.description, o.stub) IS DISTINCT FROM (n.other_names, n.description, n.stub)));
  PERFORM eli4u.mark_dissemination('institutionLine', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE (o.code, o.name, o.metadata_licence, o.rights_uri) IS DISTINCT FROM (n.code, n.name, n.metadata_licence, n.rights_uri)));
  PERFORM eli4u.mark_dissemination('record', ARRAY(
    SELECT r.id FROM before o JOIN after n ON n.id = o.id JOIN eli4u.record r ON r.repository_id = n.id AND r.visibility = 'described'
      JOIN eli4u.image_set s ON s.record_id = r.id
     WHERE o.reserved_image_side IS DISTINCT FROM n.reserved_image_side));
  RETURN NULL;
END $$;
INSERT INTO eli4u.dissemination_mark (kind, ids)
  SELECT 'order', array_agg(r.id) FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id JOIN eli4u.image_set s ON s.record_id = r.id
   WHERE r.visibility = 'described' AND i.reserved_image_side IS NOT NULL
  HAVING count(*) > 0;
