import type pg from 'pg';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';

/** What the generated procedures are like: a fifth runs, a tenth waits for its fascicolo to be closed. */
export const shape = { types: 100, units: 20, officers: 400, eventsEach: 5, running: 0.2, concluded: 0.1 };

export const typeCode = (n: number): string => `tipo-${String(n).padStart(3, '0')}`;
export const unitCode = (n: number): string => `ufficio-${String(n).padStart(2, '0')}`;

/** A real case in each state, from which the others are made. */
export interface Templates {
  running: Procedure;
  concluded: Procedure;
  closed: Procedure;
}

/** A hundred types, each a copy of a real one. */
export async function generateTypes(pool: pg.Pool, types: ProcedureTypes, like: ProcedureType): Promise<void> {
  const yaml = types.sources()[0]?.yaml ?? '';
  const copies = Array.from({ length: shape.types }, (_, n) => ({ type: { ...like, code: typeCode(n) }, yaml }));
  await syncTypes(pool, copies);
}

/**
 * So many procedures with their records, parties, words, activities and five events each, made by the database itself as its owner. Foreign keys and
 * word index come afterwards: what is measured is not the loading.
 */
export async function generateProcedures(
  owner: pg.Pool,
  procedures: number,
  templates: Templates,
  today: string,
  say: (line: string) => void,
): Promise<void> {
  const client = await owner.connect();
  const step = async (name: string, sql: string, values: unknown[] = []) => {
    const started = performance.now();
    await client.query(sql, values);
    say(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };
  try {
    await client.query(`SELECT setseed(0.5)`);
    await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off`);
    await client.query(`ALTER TABLE eli4u.procedure_event DROP CONSTRAINT procedure_event_procedure_id_fkey`);
    await client.query(`DROP INDEX eli4u.procedure_words_words`);
    await step(
      'agents',
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal)
       SELECT 'a' || lpad(i::text, 7, '0'), 'person', initcap(n), n, true
         FROM generate_series(1, $1::integer) i
         CROSS JOIN LATERAL (SELECT (ARRAY['anna','bruno','carla','dario','elena','fabio','giulia','hans','irene','luca'])[1 + i % 10]
           || ' ' || (ARRAY['rossi','bianchi','verdi','bonfante','zanon','pavan','schiavon','boscolo','favaro','nardo'])[1 + i / 10 % 10] || i AS n) x`,
      [Math.ceil(procedures / 5)],
    );
    await step('plan', planSql, [procedures, today, shape.running, shape.concluded]);
    await step('records', recordSql, [templates.running.id]);
    await step('procedures', procedureSql, [
      JSON.stringify(templates.running),
      JSON.stringify(templates.concluded),
      JSON.stringify(templates.closed),
    ]);
    await step(
      'words',
      `INSERT INTO eli4u.procedure_words SELECT p.id, array_to_tsvector(ARRAY[p.number::text, lpad(p.number::text, 7, '0'), extract(year FROM p.filed_on)::text,
         'patrocinio', 'via', (ARRAY['roma','garibaldi','santo','prato','umberto','dante','altinate','venezia'])[1 + p.i % 8]] || string_to_array(a.name_key, ' '))
         FROM bench_plan p JOIN eli4u.agent a ON a.id = p.agent`,
    );
    await step(
      'parties',
      `INSERT INTO eli4u.procedure_party (procedure_id, ordinal, agent_id, role) SELECT id, 1, agent, 'applicant' FROM bench_plan`,
    );
    await step('activities', activitySql);
    await step('events', eventSql, [shape.eventsEach]);
    await step('word index', `CREATE INDEX procedure_words_words ON eli4u.procedure_words USING gin (words)`);
    await client.query(
      `ALTER TABLE eli4u.procedure_event ADD CONSTRAINT procedure_event_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES eli4u.procedure (id) NOT VALID`,
    );
    await step(
      'statistics',
      `VACUUM (ANALYZE) eli4u.procedure, eli4u.procedure_words, eli4u.procedure_event, eli4u.procedure_activity, eli4u.procedure_party, eli4u.record, eli4u.agent`,
    );
  } finally {
    client.release();
  }
}

/** What each of them is. Types have one office each, as in life; five years of filings, those that run of the last two months. */
const planSql = `CREATE TEMP TABLE bench_plan AS
  SELECT i, 'p' || lpad(i::text, 7, '0') AS id, 'a' || lpad((1 + i % greatest(1, $1::integer / 5))::text, 7, '0') AS agent, i + 1000 AS number,
         'tipo-' || lpad(t::text, 3, '0') AS type, 'ufficio-' || lpad((t % 20)::text, 2, '0') AS unit, state, filed_on,
         filed_on + 30 AS due_on, 'persona-' || (t % 20 * 20 + floor(random() * 20))::integer AS officer, random() AS chance
    FROM (SELECT i, least(99, floor(random() * random() * 100))::integer AS t,
            CASE WHEN c < $3 THEN 'running' WHEN c < $3::float + $4::float THEN 'concluded' ELSE 'closed' END AS state,
            $2::date - CASE WHEN c < $3 THEN floor(random() * 45)::integer ELSE 30 + floor(random() * 1800)::integer END AS filed_on
       FROM (SELECT i, random() AS c FROM generate_series(1, $1::integer) i) x) y`;

const recordSql = `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, title, title_lang, object, phase, visibility, opened_on)
  SELECT p.id, r.repository_id, r.parent_id, r.root_id, 1000000 + p.i, 2, 'file', 'fascicolo', 'Patrocinio, via ' || p.i, 'it', 'Patrocinio', 'current', 'hidden', p.filed_on
    FROM bench_plan p, eli4u.record r WHERE r.id = $1`;

const procedureSql = `INSERT INTO eli4u.procedure (id, type_code, type_version, version, state, node, activity, activity_state, phase, activity_due_on,
    waiting_for, unit, assignee, channel, applicant_agent, title, subject, protocol_register, protocol_year, protocol_number, filed_on, due_on, clock_state,
    silence, outcome, concluded_on, by_silence, closed_on, days_late, document)
  SELECT p.id, p.type, 1, 5, p.state, d->'at'->>'node', d->'at'->>'activity', CASE WHEN p.state = 'running' THEN CASE WHEN p.chance < 0.2 THEN 'waiting' ELSE 'inProgress' END END,
    CASE WHEN p.state = 'running' THEN 'istruttoria' END, CASE WHEN p.state = 'running' THEN p.filed_on + 10 END,
    CASE WHEN p.state = 'running' AND p.chance < 0.2 THEN 'applicant' END, p.unit, CASE WHEN p.chance > 0.1 THEN p.officer END, 'pec', p.agent,
    'Patrocinio, via ' || p.i, 'Patrocinio', 'protocollo-generale', extract(year FROM p.filed_on)::smallint, p.number, p.filed_on, p.due_on,
    CASE WHEN p.state <> 'running' THEN 'stopped' WHEN p.chance < 0.15 THEN 'suspended' ELSE 'runs' END, 'excluded',
    d->>'outcome', CASE WHEN p.state <> 'running' THEN p.filed_on + 25 END, CASE WHEN p.state <> 'running' THEN false END,
    CASE WHEN p.state = 'closed' THEN p.filed_on + 28 END, CASE WHEN p.state <> 'running' THEN 0 END,
    d || jsonb_build_object('id', p.id, 'type', jsonb_build_object('code', p.type, 'version', 1), 'version', 5, 'unit', p.unit,
      'assignee', CASE WHEN p.chance > 0.1 THEN p.officer END, 'lastOn', p.filed_on,
      'legal', jsonb_set(d->'legal', '{term,startOn}', to_jsonb(p.filed_on)),
      'filing', d->'filing' || jsonb_build_object('filedOn', p.filed_on,
        'registration', jsonb_build_object('register', 'protocollo-generale', 'year', extract(year FROM p.filed_on)::integer, 'number', p.number, 'on', p.filed_on)))
    FROM bench_plan p CROSS JOIN LATERAL (SELECT CASE p.state WHEN 'running' THEN $1::jsonb WHEN 'concluded' THEN $2::jsonb ELSE $3::jsonb END AS d) t`;

const activitySql = `INSERT INTO eli4u.procedure_activity (procedure_id, n, node, activity, started_on, due_on)
  SELECT p.id, (q.document->'at'->>'n')::integer, q.node, q.activity, p.filed_on, p.filed_on + 10
    FROM bench_plan p JOIN eli4u.procedure q USING (id) WHERE p.state = 'running'`;

const eventSql = `INSERT INTO eli4u.procedure_event (procedure_id, n, at, on_day, actor, kind, payload)
  SELECT p.id, n, p.filed_on + n * interval '1 hour', p.filed_on, 'officer:' || p.officer, 'assigned',
    jsonb_build_object('kind', 'assigned', 'day', p.filed_on, 'to', p.officer, 'note', 'passata per competenza, con la documentazione che era già agli atti')
    FROM bench_plan p CROSS JOIN generate_series(1, $1::integer) n`;
