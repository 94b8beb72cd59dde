import { shown } from '#lib/store/shown.ts';
import type pg from 'pg';
import type { Config } from '#lib/config.ts';
import { openOuterIndex } from '#lib/search/outer-index.ts';
import { searchTopic } from '#lib/search/postgres-index-changes.ts';
import { keptAside } from '#lib/store/images/keep-aside.ts';
import { lostPyramids, unreferencedPyramids } from '#lib/store/images/unreferenced-pyramids.ts';
import { orphanedPreviews } from '#lib/store/derived/orphaned-previews.ts';
import { unreferencedDocuments } from '#lib/store/documents/unreferenced.ts';
import { deliveryChecks, unfoldedDeliveries } from './verify-deliveries.ts';
import { keepingChecks, remainsOfDestroyed, type Check } from './verify-keeping.ts';
import { lostFiles, lostRegisterFiles, tornDocuments } from './verify-files.ts';
import { compareIndex } from './compare-index.ts';
import { exitWith, withStore } from './connect.ts';

/** What must hold between records, their tree and their search rows. */
const checks: readonly Check[] = [
  {
    says: 'every public record has its search row',
    sql: `SELECT r.id FROM eli4u.record r WHERE r.deleted_at IS NULL AND r.visibility <> 'hidden'
            AND NOT EXISTS (SELECT FROM eli4u.search_document_public d WHERE d.record_id = r.id) LIMIT 20`,
  },
  {
    says: 'no public search row without a public record',
    sql: `SELECT d.record_id AS id FROM eli4u.search_document_public d
            LEFT JOIN eli4u.record r ON r.id = d.record_id AND r.deleted_at IS NULL AND r.visibility <> 'hidden' WHERE r.id IS NULL LIMIT 20`,
  },
  {
    says: 'harvests are told of every public record and of no other, but of what waits to be stamped',
    sql: `SELECT coalesce(r.id, d.id) AS id FROM (SELECT r.id FROM eli4u.record r WHERE ${shown('r')}) r
            FULL JOIN (SELECT d.id FROM eli4u.disseminated d WHERE d.kind = 'record' AND NOT d.deleted) d ON d.id = r.id
           WHERE (r.id IS NULL OR d.id IS NULL) AND NOT EXISTS (SELECT FROM eli4u.dissemination_mark)
             AND NOT EXISTS (SELECT FROM eli4u.dissemination_due w WHERE w.id = coalesce(r.id, d.id)) LIMIT 20`,
  },
  {
    says: 'child counts are right',
    sql: `SELECT p.id FROM eli4u.record p
            LEFT JOIN (SELECT parent_id, count(*) AS n FROM eli4u.record k WHERE ${shown('k')} AND parent_id IS NOT NULL GROUP BY 1) c ON c.parent_id = p.id
           WHERE p.deleted_at IS NULL AND p.child_count <> coalesce(c.n, 0) LIMIT 20`,
  },
  {
    says: 'no live record below a tombstone',
    sql: `SELECT r.id FROM eli4u.record r JOIN eli4u.record p ON p.id = r.parent_id WHERE r.deleted_at IS NULL AND p.deleted_at IS NOT NULL LIMIT 20`,
  },
  {
    says: 'every procedure is as far as its events',
    sql: `SELECT p.id FROM eli4u.procedure p WHERE p.version <> (SELECT count(*) FROM eli4u.procedure_event e WHERE e.procedure_id = p.id)
             OR p.version <> (p.document->>'version')::integer LIMIT 20`,
  },
  {
    says: 'a running fascicolo is hidden',
    sql: `SELECT p.id FROM eli4u.procedure p JOIN eli4u.record r USING (id) WHERE r.phase = 'current' AND r.visibility <> 'hidden' LIMIT 20`,
  },
  {
    says: 'numbers of the protocollo have no gaps',
    sql: `SELECT r.register || '/' || r.year AS id FROM eli4u.protocol_register r
            CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(max(number), 0) AS last FROM eli4u.protocol_registration p
                                 WHERE p.register = r.register AND p.year = r.year) t
           WHERE r.register NOT LIKE 'fascicoli %' AND r.register NOT LIKE 'repertorio %'
             AND (r.last_number <> t.n OR r.last_number <> t.last) LIMIT 20`,
  },
  {
    says: 'numbers of the repertori have no gaps',
    sql: `SELECT r.register || '/' || r.year AS id FROM eli4u.protocol_register r
            LEFT JOIN eli4u.repertorio q ON r.register = 'repertorio ' || q.code
            CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(max(number), 0) AS last FROM eli4u.repertorio_entry e
                                 WHERE e.repertorio_id = q.record_id AND e.year = r.year) t
           WHERE r.register LIKE 'repertorio %' AND (r.last_number <> t.n OR r.last_number <> t.last) LIMIT 20`,
  },
  {
    says: 'days of the protocollo run with its numbers',
    sql: `SELECT register || ' ' || number || '/' || year AS id FROM
            (SELECT *, lag(on_day) OVER (PARTITION BY register ORDER BY year, number) AS before FROM eli4u.protocol_registration) t
           WHERE on_day < before LIMIT 20`,
  },
  {
    says: 'the register and its documents say the same',
    sql: `SELECT coalesce(d.record_id, p.record_id) AS id FROM eli4u.protocol_registration p
            FULL JOIN (SELECT * FROM eli4u.document WHERE protocol_number IS NOT NULL) d USING (record_id)
           WHERE (d.protocol_register, d.protocol_year, d.protocol_number, d.protocol_on, d.hash) IS DISTINCT FROM (p.register, p.year, p.number, p.on_day, p.hash) LIMIT 20`,
  },
  ...keepingChecks,
  ...deliveryChecks,
  {
    says: 'daily registers are a chain, each with the seal of the one before and all that was registered on its day',
    sql: `SELECT register || ' ' || day AS id FROM
            (SELECT *, lag(seal) OVER w AS before, lag(n) OVER w AS n_before FROM eli4u.daily_register WINDOW w AS (PARTITION BY register ORDER BY day)) t
           WHERE n <> coalesce(n_before, 0) + 1 OR seal <> encode(sha256(convert_to(coalesce(before, '') || chr(10) || hash, 'UTF8')), 'hex')
              OR registrations <> (SELECT count(*) FROM eli4u.protocol_registration p WHERE p.register = t.register AND p.on_day = t.day)
              OR changes <> (SELECT count(*) FROM eli4u.protocol_change c WHERE c.register = t.register AND c.on_day = t.day) LIMIT 20`,
  },
  {
    says: 'nothing waits for somebody to look after it',
    sql: `SELECT kind || ' ' || subject || ' (' || raised_at::date || ')' AS id FROM eli4u.alert WHERE resolved_at IS NULL ORDER BY raised_at LIMIT 20`,
  },
  {
    says: 'siblings have places of their own',
    sql: `SELECT min(id) AS id FROM eli4u.record WHERE deleted_at IS NULL AND parent_id IS NOT NULL GROUP BY parent_id, position HAVING count(*) > 1 LIMIT 20`,
  },
];

/** What must hold between the store and the files of the data folder. */
const fileChecks: { says: string; find: (pool: pg.Pool, dataDir: string) => Promise<string[]> }[] = [
  { says: 'every raw source is kept whole', find: lostFiles },
  { says: 'every document is kept whole', find: tornDocuments },
  { says: 'nothing is left of what was destroyed', find: remainsOfDestroyed },
  { says: 'every delivery is what its facts make of it, and its case what its events do', find: unfoldedDeliveries },
  { says: 'every preview is of a document that is kept', find: orphanedPreviews },
  { says: 'every image has its pyramid', find: lostPyramids },
  {
    says: 'every daily register, every message and every report of preservation is kept whole',
    find: lostRegisterFiles,
  },
];

/** `npm run verify`: store = index = files. Exit 0 when all holds, 1 with what does not. */
async function verify(): Promise<number> {
  return withStore('verify', async (pool, config) => {
    let wrong = 0;
    for (const check of checks) {
      const { rows } = await pool.query<{ id: string }>(check.sql);
      if (rows.length > 0) wrong++;
      console.log(
        `${rows.length === 0 ? 'ok   ' : 'WRONG'} ${check.says}${rows.length ? `: ${rows.map((row) => row.id).join(' ')}` : ''}`,
      );
    }
    for (const { says, find } of fileChecks) {
      const found = await find(pool, config.dataDir);
      if (found.length > 0) wrong++;
      console.log(`${found.length === 0 ? 'ok   ' : 'WRONG'} ${says}${found.length ? `: ${found.join(' ')}` : ''}`);
    }
    await tellUnreferenced(pool, config.dataDir);
    wrong += await verifyOuterIndex(pool, config);
    return wrong === 0 ? 0 : 1;
  });
}

/** @returns how many things are wrong with the outer index, where there is one */
async function verifyOuterIndex(pool: pg.Pool, config: Config): Promise<number> {
  const index = openOuterIndex(config, pool);
  if (index === null) return 0;
  let wrong = 0;
  const say = (right: boolean, what: string, details: readonly string[]) => {
    if (!right) wrong++;
    console.log(`${right ? 'ok   ' : 'WRONG'} ${what}${details.length ? `: ${details.join(' ')}` : ''}`);
  };
  try {
    const waiting = await pool.query(`SELECT FROM eli4u.outbox WHERE topic = $1 LIMIT 1`, [searchTopic]);
    if (waiting.rowCount) console.log('note  changes wait in the outbox: the index has not all of them yet');
    for (const scope of ['public', 'internal'] as const) {
      const { missing, extra } = await compareIndex(pool, index, scope);
      say(missing.length === 0, `every search row has its document in Elasticsearch (${scope})`, missing);
      say(extra.length === 0, `no document in Elasticsearch without a search row (${scope})`, extra);
    }
    const { rows } = await pool.query<{ said: string }>(
      `SELECT record_id || ' (' || scope || '): ' || reason AS said FROM eli4u.search_rejection ORDER BY record_id, scope LIMIT 20`,
    );
    say(
      rows.length === 0,
      'no document was refused by Elasticsearch',
      rows.map(({ said }) => `\n      ${said}`),
    );
  } finally {
    await index.close();
  }
  return wrong;
}

/** Bytes that nobody refers to are told, and are no fault: what failed after its bytes had come leaves some, until they are swept. */
async function tellUnreferenced(pool: pg.Pool, dataDir: string): Promise<void> {
  const documents = await someOf(unreferencedDocuments(pool, dataDir));
  if (documents) console.log(`note  nothing that is kept refers to the bytes of ${documents}`);
  const pyramids = await someOf(unreferencedPyramids(pool, dataDir));
  if (pyramids) console.log(`note  no image refers to the pyramids of ${pyramids}`);
  const aside = await someOf(keptAside(dataDir));
  if (aside) console.log(`note  pages that could not be taken are kept aside: ${aside}`);
}

/** How many there are, and the first of them; null for none. */
async function someOf(keys: AsyncIterable<string>): Promise<string | null> {
  const some: string[] = [];
  let count = 0;
  for await (const key of keys) {
    count++;
    if (some.length < 20) some.push(key);
  }
  return count > 0 ? `${count} files: ${some.join(' ')}` : null;
}

exitWith(verify());
