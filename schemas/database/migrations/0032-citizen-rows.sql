-- What citizens read they read as the role `citizen`, which sees of cases only the rows of their own, whatever a statement asks for (design §3,
-- Roles). Whose they are is decided in lib/access; here it holds a second time. How a further table joins: lib/store/citizens/README.md.
GRANT USAGE ON SCHEMA eli4u TO citizen;

-- Whoever reads as a citizen makes nobody else of himself.
REVOKE EXECUTE ON FUNCTION eli4u.act_as(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION eli4u.act_as(text, text) TO eli4u_app;

-- For whom the transaction reads: the person first, then those they act for. Proved as the identity is (0007): set by hand it opens nothing.
CREATE FUNCTION eli4u.act_for(agents text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF agents IS NULL OR cardinality(agents) = 0 OR array_position(agents, NULL) IS NOT NULL THEN
    RAISE EXCEPTION 'a citizen reads for somebody';
  END IF;
  PERFORM eli4u.act_as('citizen', agents[1]);
  PERFORM set_config('eli4u.agents', agents::text, true),
    set_config('eli4u.agents_proof', eli4u.acting_proof('citizen for', agents::text), true);
END $$;
REVOKE EXECUTE ON FUNCTION eli4u.act_for(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION eli4u.act_for(text[]) TO eli4u_app;

-- Role and identity, until the transaction ends however it ends. It only reads: what a citizen writes is decided and written by the application.
CREATE FUNCTION eli4u.act_as_citizen(agents text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.act_for(agents);
  PERFORM set_config('transaction_read_only', 'on', true), set_config('role', 'citizen', true);
END $$;
REVOKE EXECUTE ON FUNCTION eli4u.act_as_citizen(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION eli4u.act_as_citizen(text[]) TO eli4u_app;

-- For whom it reads; null, which no row meets, where `act_as_citizen` did not open it. Restricted: a parallel worker is another connection, for
-- which the proof does not hold; and unsafe it would keep officers' reads from being parallel, for it stands in every policy.
CREATE FUNCTION eli4u.acting_agents() RETURNS text[] LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT nullif(current_setting('eli4u.agents', true), '')::text[]
   WHERE current_setting('eli4u.agents_proof', true) = eli4u.acting_proof('citizen for', current_setting('eli4u.agents', true))
$$;

-- The documents that a party reads, as lib/access/documents.ts decides: who filed, what came in and went out; a third party what they gave.
-- As its owner, so that the policies that ask it need not ask each other in a circle.
CREATE VIEW eli4u.citizen_document AS
SELECT o.record_id
  FROM eli4u.procedure_document o
  JOIN eli4u.document d ON d.record_id = o.record_id
  JOIN eli4u.procedure_party y ON y.procedure_id = o.procedure_id
 WHERE y.agent_id = ANY ((SELECT eli4u.acting_agents())::text[])
   AND ((y.role <> 'counterparty' AND d.flow IN ('in', 'out'))
     OR substring(o.added_by FROM '^citizen:(.*)$') = ANY ((SELECT eli4u.acting_agents())::text[]));

-- Whether somebody for whom the transaction reads takes part in a case: asked row by row where a policy would ask its own table.
CREATE FUNCTION eli4u.takes_part(in_procedure text) RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM eli4u.procedure_party o WHERE o.procedure_id = in_procedure AND o.agent_id = ANY (eli4u.acting_agents()))
$$;

-- The policy `everybody_else` leaves the application and the owner what they had; it costs their plans nothing, for it is true.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['procedure', 'procedure_party', 'procedure_event', 'procedure_activity', 'procedure_document', 'document',
    'disposal_file', 'case_seen']
  LOOP
    EXECUTE format('ALTER TABLE eli4u.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE eli4u.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everybody_else ON eli4u.%I TO eli4u_app, CURRENT_USER USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT ON eli4u.%I TO citizen', name);
  END LOOP;
END $$;

CREATE POLICY citizen_own ON eli4u.procedure_party FOR SELECT TO citizen USING (
  agent_id = ANY ((SELECT eli4u.acting_agents())::text[]) OR eli4u.takes_part(procedure_id)
);
CREATE POLICY citizen_own ON eli4u.procedure FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.procedure_party o WHERE o.procedure_id = procedure.id AND o.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]))
);
CREATE POLICY citizen_own ON eli4u.procedure_event FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.procedure_party o
           WHERE o.procedure_id = procedure_event.procedure_id AND o.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]))
);
CREATE POLICY citizen_own ON eli4u.procedure_activity FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.procedure_party o
           WHERE o.procedure_id = procedure_activity.procedure_id AND o.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]))
);
CREATE POLICY citizen_own ON eli4u.procedure_document FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.citizen_document c WHERE c.record_id = procedure_document.record_id)
);
CREATE POLICY citizen_own ON eli4u.document FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.citizen_document c WHERE c.record_id = document.record_id)
);
CREATE POLICY citizen_own ON eli4u.disposal_file FOR SELECT TO citizen USING (
  EXISTS (SELECT FROM eli4u.citizen_document c WHERE c.record_id = disposal_file.document_id)
);
CREATE POLICY citizen_own ON eli4u.case_seen FOR SELECT TO citizen USING (agent_id = ANY ((SELECT eli4u.acting_agents())::text[]));
GRANT SELECT ON eli4u.citizen_document TO citizen;

-- Of records and agents only what belongs to a case, by views: these tables are filled by COPY, which row-level security does not allow. Not
-- barriers, for no index could then be looked up from outside.
CREATE VIEW eli4u.case_record AS
SELECT r.id, r.title, r.object, r.visibility
  FROM eli4u.record r
 WHERE current_user <> 'citizen' OR EXISTS (SELECT FROM eli4u.citizen_document c WHERE c.record_id = r.id);

CREATE VIEW eli4u.case_agent AS
SELECT a.id, a.authorised_name, a.kind
  FROM eli4u.agent a
 WHERE current_user <> 'citizen'
    OR EXISTS (SELECT FROM eli4u.procedure_party f JOIN eli4u.procedure_party o ON o.procedure_id = f.procedure_id
                WHERE f.agent_id = a.id AND o.agent_id = ANY ((SELECT eli4u.acting_agents())::text[]));
GRANT SELECT ON eli4u.case_record, eli4u.case_agent TO citizen, eli4u_app;

-- What names nobody: what a scanner said of bytes, by their hash; number and day of permits of scarto.
GRANT SELECT ON eli4u.virus_scan TO citizen;
GRANT SELECT (id, permit_number, permit_on) ON eli4u.disposal TO citizen;
