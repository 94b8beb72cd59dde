import type pg from 'pg';
import { isCitizen, isClient, typeOfKey, type Asker } from './people.ts';

export type Parameters = Readonly<Record<string, string>>;

/** What an address is asked with: something of who asks, something of somebody else's, something that never was. */
export interface Asked {
  own?: Parameters | undefined;
  other?: Parameters | undefined;
  none: Parameters;
}

/** Well-formed ids and numbers that nothing has. */
const none: Parameters = {
  id: 'zzzzzzzz',
  record: 'zzzzzzzz',
  pratica: 'zzzzzzzz',
  document: 'zzzzzzzz',
  numero: '9999999',
  anno: '1900',
  giorno: '1900-01-01',
  code: 'zzzzzzzz',
  version: '99',
  name: 'zzzzzzzz.xml',
  action: 'zzzzzzzz',
  unknown: 'zzzzzzzz',
};

/** Offices of the demonstration's staff, by which a case is theirs or not. */
const offices: Partial<Record<Asker, { own: string; other: string | null }>> = {
  sportello: { own: 'edilizia-privata', other: null },
  operatore: { own: 'edilizia-privata', other: 'archivio-generale' },
  responsabile: { own: 'edilizia-privata', other: 'archivio-generale' },
  dirigente: { own: 'edilizia-privata', other: null },
  archivista: { own: 'archivio-generale', other: 'edilizia-privata' },
};

type Find = (asker: Asker) => Promise<Asked>;

/** How each kind of thing that an address names is found in the store of the site under test. */
export function createTargets(pool: pg.Pool) {
  const one = async (sql: string, values: unknown[] = []): Promise<Parameters | undefined> => {
    const { rows } = await pool.query<Record<string, unknown>>(`${sql} LIMIT 1`, values);
    const [row] = rows;
    return row && Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
  };
  /** For who may at all, whatever there is of it is theirs. */
  const any =
    (sql: string): Find =>
    async () => ({ own: await one(sql), none });

  const cases = `SELECT p.id, p.type_code AS code, o.record_id AS record, o.record_id AS document, 1 AS numero, 1 AS version
      FROM eli4u.procedure p JOIN eli4u.procedure_document o ON o.procedure_id = p.id AND o.ordinal = 1 JOIN eli4u.document d ON d.record_id = o.record_id AND d.destroyed_at IS NULL`;
  const ofCitizen = `SELECT y.procedure_id FROM eli4u.procedure_party y WHERE y.role <> 'counterparty' AND y.agent_id IN (
      SELECT c.agent_id FROM eli4u.demo_citizen c WHERE c.persona = $1
      UNION SELECT d.principal_agent FROM eli4u.delegation d JOIN eli4u.demo_citizen c ON c.agent_id = d.delegate_agent WHERE c.persona = $1)`;
  const ofAnybody = ofCitizen.replace(`y.role <> 'counterparty' AND `, '');

  const aCase: Find = async (asker) => {
    if (isClient(asker))
      return {
        own: await one(`${cases} WHERE p.type_code = $1 AND p.state = 'running'`, [typeOfKey]),
        other: await one(`${cases} WHERE p.type_code <> $1`, [typeOfKey]),
        none,
      };
    if (isCitizen(asker))
      return {
        own: await one(`${cases} WHERE p.id IN (${ofCitizen}) AND p.due_on IS NOT NULL`, [asker]),
        other: await one(`${cases} WHERE p.id NOT IN (${ofAnybody}) AND p.due_on IS NOT NULL`, [asker]),
        none,
      };
    const { own, other } = offices[asker] ?? { own: null, other: 'edilizia-privata' };
    return {
      own: own === null ? undefined : await one(`${cases} WHERE p.unit = $1`, [own]),
      other: other === null ? undefined : await one(`${cases} WHERE p.unit = $1`, [other]),
      none,
    };
  };
  const fascicolo = `SELECT f.record_id AS id, o.record_id AS record, 1 AS numero FROM eli4u.fascicolo f
      JOIN eli4u.procedure_document o ON o.procedure_id = f.record_id
      JOIN eli4u.document d ON d.record_id = o.record_id AND d.destroyed_at IS NULL WHERE f.kind <> 'procedimento'`;
  const shownOrNot =
    (own: string, other: string): Find =>
    async () => ({ own: await one(own), other: await one(other), none });
  const hidden = `SELECT id FROM eli4u.record WHERE visibility = 'hidden' AND deleted_at IS NULL`;

  return {
    /** Nothing is named: everybody asks for the same. */
    nothing: (async () => ({ own: {}, none: {} })) as Find,
    case: aCase,
    /** A document of the case, asked for in the case it lies in. */
    document: aCase,
    /** The same by itself. */
    documentById: (async (asker) => {
      const { own, other } = await aCase(asker);
      const alone = (one: Parameters | undefined) => one && { id: one['record'] ?? '' };
      return { own: alone(own), other: alone(other), none };
    }) as Find,
    record: shownOrNot(
      `SELECT id FROM eli4u.record WHERE visibility = 'open' AND deleted_at IS NULL AND level = 'fonds'`,
      hidden,
    ),
    recordData: (async () => ({
      own: await one(
        `SELECT id || '.ttl' AS name FROM eli4u.record WHERE visibility = 'open' AND deleted_at IS NULL AND level = 'fonds'`,
      ),
      other: await one(
        `SELECT id || '.ttl' AS name FROM eli4u.record WHERE visibility = 'hidden' AND deleted_at IS NULL`,
      ),
      none: { name: 'zzzzzzzz.ttl' },
    })) as Find,
    typeData: (async () => ({ own: { name: 'patrocinio.ttl' }, none })) as Find,
    agent: shownOrNot(
      'SELECT id FROM eli4u.agent WHERE NOT internal AND deleted_at IS NULL',
      'SELECT agent_id AS id FROM eli4u.demo_citizen',
    ),
    institution: any('SELECT id FROM eli4u.institution'),
    // Nobody of the demonstration has a permit: what is described is as closed as what is not there.
    reading: (async () => ({ other: await one(hidden), none })) as Find,
    deposit: any('SELECT id FROM eli4u.deposit_list'),
    ownDeposit: (async (asker) => {
      const { own, other } = offices[asker] ?? { own: null, other: 'edilizia-privata' };
      const of = (unit: string | null) => one('SELECT id FROM eli4u.deposit_list WHERE unit = $1', [unit]);
      return { own: await of(own), other: other === null ? undefined : await of(other), none };
    }) as Find,
    disposal: any('SELECT id FROM eli4u.disposal'),
    delivery: any(`SELECT id FROM eli4u.preservation_delivery WHERE state IN ('accepted', 'refused')`),
    fascicolo: any(fascicolo),
    /** An archivist sees every fascicolo. */
    fascicoloOfOffice: (async (asker) =>
      asker === 'archivista' ? { ...(await aCase(asker)), other: undefined } : aCase(asker)) as Find,
    repertorio: any(
      'SELECT r.code, e.record_id AS record FROM eli4u.repertorio r JOIN eli4u.repertorio_entry e ON e.repertorio_id = r.record_id',
    ),
    type: any(
      `SELECT code, version FROM eli4u.procedure_type_version WHERE code = 'patrocinio' AND status = 'published'`,
    ),
    registration: any(
      `SELECT protocol_year AS anno, protocol_number AS numero, record_id AS record FROM eli4u.document WHERE protocol_number IS NOT NULL`,
    ),
    registerDay: any('SELECT day AS giorno FROM eli4u.daily_register'),
    message: any('SELECT id FROM eli4u.mail_message'),
    /** Who pays is told of it, and who filed with them. */
    payment: (async (asker) => ({
      own: await one(
        'SELECT y.id FROM eli4u.payment y JOIN eli4u.demo_citizen c ON c.agent_id = y.payer_agent WHERE c.persona = $1',
        [asker],
      ),
      other: await one(
        'SELECT y.id FROM eli4u.payment y WHERE y.payer_agent NOT IN (SELECT agent_id FROM eli4u.demo_citizen)',
      ),
      none,
    })) as Find,
    sitemap: (async () => ({ own: { name: 'records-1.xml' }, none })) as Find,
    upload: (async () => ({ none })) as Find,
    /** Whom the offices know; of archives alone nobody is served. */
    person: shownOrNot(
      `SELECT agent_id AS id, 'patrocinio' AS code FROM eli4u.demo_citizen`,
      `SELECT id, 'patrocinio' AS code FROM eli4u.agent WHERE NOT internal AND deleted_at IS NULL`,
    ),
    /** A case of theirs, and one of somebody else's asked for at their page. */
    personCase: shownOrNot(
      `SELECT c.agent_id AS id, y.procedure_id AS pratica, y.procedure_id AS record FROM eli4u.demo_citizen c JOIN eli4u.procedure_party y ON y.agent_id = c.agent_id`,
      `SELECT c.agent_id AS id, p.id AS pratica, p.id AS record FROM eli4u.demo_citizen c JOIN eli4u.procedure p
         ON NOT EXISTS (SELECT FROM eli4u.procedure_party y WHERE y.procedure_id = p.id AND y.agent_id = c.agent_id)`,
    ),
  } satisfies Record<string, Find>;
}

export type Targets = ReturnType<typeof createTargets>;
export type TargetName = keyof Targets;
