-- When each public thing last changed as harvests see it (lib/store/dissemination/README.md). Whoever writes leaves marks, by the triggers below; one
-- worker at a time finds what they reach and stamps it.

CREATE TABLE eli4u.disseminated (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('record', 'agent', 'institution')),
  stamp timestamptz(0) NOT NULL,
  -- no longer shown, or deleted: what it was in stays, so that who harvests that hears of it
  deleted boolean NOT NULL DEFAULT false,
  -- of a record: the fonds it is in, where that is shown
  root_id text,
  level text,
  -- in which formats it can be given, by bits (lib/records/dissemination.ts), now and ever
  able smallint NOT NULL DEFAULT 0,
  ever_able smallint NOT NULL DEFAULT 0,
  -- of a root: the latest of all below it
  subtree_stamp timestamptz(0)
);
CREATE INDEX disseminated_order ON eli4u.disseminated (stamp, id);
CREATE INDEX disseminated_fonds ON eli4u.disseminated (root_id, stamp, id);
CREATE INDEX disseminated_level ON eli4u.disseminated (level, stamp, id);
CREATE INDEX disseminated_others ON eli4u.disseminated (kind, stamp, id) WHERE kind <> 'record';
CREATE INDEX disseminated_finding_aid ON eli4u.disseminated (subtree_stamp, id) WHERE (ever_able & 1) <> 0;
CREATE INDEX disseminated_upper ON eli4u.disseminated (stamp, id) WHERE (ever_able & 2) <> 0;
CREATE INDEX disseminated_digital ON eli4u.disseminated (stamp, id) WHERE (ever_able & 4) <> 0;
CREATE INDEX disseminated_europeana ON eli4u.disseminated (stamp, id) WHERE (ever_able & 8) <> 0;
CREATE INDEX disseminated_europeana_below ON eli4u.disseminated (root_id) WHERE (able & 8) <> 0 AND NOT deleted;

-- What was written, a row a statement: its reader takes out what it has seen.
CREATE TABLE eli4u.dissemination_mark (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN
    ('everything', 'record', 'line', 'order', 'tie', 'agent', 'agentLine', 'agentTie', 'institution', 'institutionLine', 'institutionTie')),
  ids text[] NOT NULL
);

-- What waits to be stamped; not `forced`: only where it is shown otherwise, or in another set or format, than it was.
CREATE TABLE eli4u.dissemination_due (
  id text PRIMARY KEY,
  forced boolean NOT NULL
);

-- Harvests see what is stamped up to `published`; `given` is the latest stamp there is. One row.
CREATE TABLE eli4u.dissemination_clock (
  id smallint PRIMARY KEY CHECK (id = 1),
  published timestamptz(0) NOT NULL,
  given timestamptz(0) NOT NULL
);
INSERT INTO eli4u.dissemination_clock (id, published, given) VALUES (1, 'epoch', 'epoch');

-- What was there before.
INSERT INTO eli4u.dissemination_mark (kind, ids) VALUES ('everything', '{}');

-- Which was when a row was last written, and not all that it shows: of this there is one truth.
ALTER TABLE eli4u.record DROP COLUMN disseminated_at;
ALTER TABLE eli4u.agent DROP COLUMN disseminated_at;
ALTER TABLE eli4u.institution DROP COLUMN disseminated_at;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.disseminated, eli4u.dissemination_mark, eli4u.dissemination_due TO eli4u_app;
GRANT SELECT, UPDATE ON eli4u.dissemination_clock TO eli4u_app;
GRANT MAINTAIN ON eli4u.disseminated TO eli4u_app;

CREATE FUNCTION eli4u.mark_dissemination(kind text, ids text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO eli4u.dissemination_mark (kind, ids) SELECT $1, $2 WHERE cardinality($2) > 0
$$;

-- record: what is hidden before and after leaves no mark, so that desks leave none.
CREATE FUNCTION eli4u.mark_new_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('record', ARRAY(
    SELECT id FROM added WHERE visibility <> 'hidden' AND NOT internal AND deleted_at IS NULL));
  PERFORM eli4u.mark_dissemination('institutionTie', ARRAY(
    SELECT DISTINCT repository_id FROM added WHERE parent_id IS NULL AND visibility <> 'hidden' AND NOT internal AND deleted_at IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER record_added AFTER INSERT ON eli4u.record REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_new_records();

-- `line`: what is shown elsewhere too, above what is below it and in lists.
CREATE FUNCTION eli4u.mark_changed_records() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text[];
  lines text[];
  moved text[];
  houses text[];
BEGIN
  SELECT array_agg(id) FILTER (WHERE is_own), array_agg(id) FILTER (WHERE is_line), array_agg(id) FILTER (WHERE is_moved),
         array_agg(DISTINCT house) FILTER (WHERE house IS NOT NULL)
    INTO own, lines, moved, houses
    FROM (
      SELECT c.id, c.is_own, c.is_line, c.is_moved, unnest(CASE WHEN c.is_line AND c.is_root THEN c.houses ELSE ARRAY[NULL::text] END) AS house FROM (
        SELECT n.id, o.parent_id IS NULL OR n.parent_id IS NULL AS is_root, ARRAY[o.repository_id, n.repository_id] AS houses,
          (o.title, o.title_lang, o.level, o.level_label, o.reference_code, o.parent_id, o.root_id, o.repository_id, o.metadata_licence, o.rights_uri,
           o.inherited_hash, o.visibility = 'hidden' OR o.internal OR o.deleted_at IS NOT NULL, o.description -> 'languages',
           o.description #> '{elements,conditionsOfAccess}', o.description #> '{elements,conditionsOfReproduction}')
          IS DISTINCT FROM
          (n.title, n.title_lang, n.level, n.level_label, n.reference_code, n.parent_id, n.root_id, n.repository_id, n.metadata_licence, n.rights_uri,
           n.inherited_hash, n.visibility = 'hidden' OR n.internal OR n.deleted_at IS NOT NULL, n.description -> 'languages',
           n.description #> '{elements,conditionsOfAccess}', n.description #> '{elements,conditionsOfReproduction}') AS is_line,
          (o.unit_type, o.former_codes, o.date_display, o.date_start, o.date_end, o.date_certainty, o.sensitivity, o.consultable_from, o.visibility,
           o.digital, o.description)
          IS DISTINCT FROM
          (n.unit_type, n.former_codes, n.date_display, n.date_start, n.date_end, n.date_certainty, n.sensitivity, n.consultable_from, n.visibility,
           n.digital, n.description) AS is_own,
          o.position <> n.position AS is_moved
        FROM before o JOIN after n ON n.id = o.id
       WHERE (o.visibility <> 'hidden' AND NOT o.internal AND o.deleted_at IS NULL) OR (n.visibility <> 'hidden' AND NOT n.internal AND n.deleted_at IS NULL)
      ) c WHERE c.is_own OR c.is_line OR c.is_moved
    ) d;
  PERFORM eli4u.mark_dissemination('record', own);
  PERFORM eli4u.mark_dissemination('line', lines);
  PERFORM eli4u.mark_dissemination('order', moved);
  PERFORM eli4u.mark_dissemination('institutionTie', houses);
  RETURN NULL;
END $$;
CREATE TRIGGER record_changed AFTER UPDATE ON eli4u.record REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_changed_records();

CREATE FUNCTION eli4u.mark_lost_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('line', ARRAY(SELECT id FROM lost WHERE visibility <> 'hidden' AND NOT internal));
  PERFORM eli4u.mark_dissemination('institutionTie', ARRAY(SELECT DISTINCT repository_id FROM lost WHERE parent_id IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER record_lost AFTER DELETE ON eli4u.record REFERENCING OLD TABLE AS lost
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_lost_records();

-- What hangs on a record or an agent. Changed and lost rows are told by one function each: both sides of a change are looked at.
CREATE FUNCTION eli4u.mark_ties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('tie', ARRAY(SELECT DISTINCT record_id FROM touched WHERE NOT internal AND role <> 'party'));
  PERFORM eli4u.mark_dissemination('agent', ARRAY(SELECT DISTINCT agent_id FROM touched WHERE NOT internal AND role = 'creator'));
  PERFORM eli4u.mark_dissemination('agentTie', ARRAY(SELECT DISTINCT agent_id FROM touched WHERE NOT internal AND role NOT IN ('creator', 'party')));
  RETURN NULL;
END $$;
CREATE FUNCTION eli4u.mark_objects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('record', ARRAY(SELECT DISTINCT record_id FROM touched));
  RETURN NULL;
END $$;
CREATE FUNCTION eli4u.mark_relations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('record', ARRAY(SELECT from_id FROM touched UNION SELECT to_id FROM touched WHERE to_id IS NOT NULL));
  RETURN NULL;
END $$;
CREATE FUNCTION eli4u.mark_agent_relations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('agent', ARRAY(SELECT from_id FROM touched UNION SELECT to_id FROM touched));
  RETURN NULL;
END $$;
CREATE FUNCTION eli4u.mark_agent_identifiers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('agent', ARRAY(SELECT DISTINCT agent_id FROM touched));
  RETURN NULL;
END $$;
DO $$
DECLARE
  told text[];
BEGIN
  FOREACH told SLICE 1 IN ARRAY ARRAY[
    ['record_agent', 'mark_ties'], ['digital_object', 'mark_objects'], ['record_relation', 'mark_relations'],
    ['agent_relation', 'mark_agent_relations'], ['agent_identifier', 'mark_agent_identifiers']]
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_added AFTER INSERT ON eli4u.%1$s REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.%2$s()', told[1], told[2]);
    EXECUTE format('CREATE TRIGGER %1$s_was AFTER UPDATE ON eli4u.%1$s REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.%2$s()', told[1], told[2]);
    EXECUTE format('CREATE TRIGGER %1$s_is AFTER UPDATE ON eli4u.%1$s REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.%2$s()', told[1], told[2]);
    EXECUTE format('CREATE TRIGGER %1$s_lost AFTER DELETE ON eli4u.%1$s REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.%2$s()', told[1], told[2]);
  END LOOP;
END $$;

CREATE FUNCTION eli4u.mark_new_agents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Who is known by name only is looked at when something names them.
  PERFORM eli4u.mark_dissemination('agent', ARRAY(SELECT id FROM added WHERE NOT internal AND NOT stub AND deleted_at IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER agent_added AFTER INSERT ON eli4u.agent REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_new_agents();

CREATE FUNCTION eli4u.mark_changed_agents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('agent', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE NOT (o.internal AND n.internal) AND (o.date_start, o.date_end, o.description, o.stub) IS DISTINCT FROM (n.date_start, n.date_end, n.description, n.stub)));
  PERFORM eli4u.mark_dissemination('agentLine', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE NOT (o.internal AND n.internal) AND (o.kind, o.authorised_name, o.date_display, o.stub, o.internal, o.deleted_at IS NULL)
           IS DISTINCT FROM (n.kind, n.authorised_name, n.date_display, n.stub, n.internal, n.deleted_at IS NULL)));
  RETURN NULL;
END $$;
CREATE TRIGGER agent_changed AFTER UPDATE ON eli4u.agent REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_changed_agents();

CREATE FUNCTION eli4u.mark_lost_agents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('agent', ARRAY(SELECT id FROM lost WHERE NOT internal));
  RETURN NULL;
END $$;
CREATE TRIGGER agent_lost AFTER DELETE ON eli4u.agent REFERENCING OLD TABLE AS lost
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_lost_agents();

CREATE FUNCTION eli4u.mark_new_institutions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('institution', ARRAY(SELECT id FROM added WHERE NOT stub));
  RETURN NULL;
END $$;
CREATE TRIGGER institution_added AFTER INSERT ON eli4u.institution REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_new_institutions();

-- Every unit names its custodian and may take its rights from it; its address and hours only roots show.
CREATE FUNCTION eli4u.mark_changed_institutions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('institution', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE (o.other_names, o.description, o.stub) IS DISTINCT FROM (n.other_names, n.description, n.stub)));
  PERFORM eli4u.mark_dissemination('institutionLine', ARRAY(
    SELECT n.id FROM before o JOIN after n ON n.id = o.id
     WHERE (o.code, o.name, o.metadata_licence, o.rights_uri) IS DISTINCT FROM (n.code, n.name, n.metadata_licence, n.rights_uri)));
  RETURN NULL;
END $$;
CREATE TRIGGER institution_changed AFTER UPDATE ON eli4u.institution REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_changed_institutions();

CREATE FUNCTION eli4u.mark_lost_institutions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.mark_dissemination('institution', ARRAY(SELECT id FROM lost));
  RETURN NULL;
END $$;
CREATE TRIGGER institution_lost AFTER DELETE ON eli4u.institution REFERENCING OLD TABLE AS lost
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_lost_institutions();
