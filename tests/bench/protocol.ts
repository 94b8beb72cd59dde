import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import type { DocumentToRegister } from '#lib/store/protocol/document-to-register.ts';
import { registerDocuments } from '#lib/store/protocol/register-documents.ts';
import { morningOf } from '#tests/builders/procedure-desk.ts';
import type { Row } from './table.ts';

const atOnce = 500;

/** So many documents that ask for a number at once, over a register that holds so many; the floor is as many bare inserts, each committed. */
export async function benchProtocol(owner: pg.Pool, appUrl: string, registered: number): Promise<Row[]> {
  const pool = createPool(appUrl, { applicationName: 'bench', max: 10 });
  try {
    const now = () => morningOf('2026-03-02');
    const types = createProcedureTypes('schemas/procedures');
    const store = createProtocolStore({ pool, dataDir: '/nowhere', types, now });
    await fill(store.register, registered);
    await owner.query('CREATE TABLE IF NOT EXISTS public.bench_floor (n integer, said text)');
    await owner.query('GRANT INSERT ON public.bench_floor TO PUBLIC');
    const said = JSON.stringify(aDocument(0));
    const floor = await rate((n) => pool.query('INSERT INTO public.bench_floor VALUES ($1, $2)', [n, said]));
    const group = await rate((n) => store.register(aDocument(n)));
    const { rows: records } = await pool.query<{ parent: string; root: string; repository: string }>(
      `SELECT parent_id AS parent, root_id AS root, repository_id AS repository FROM eli4u.record WHERE level = 'item' LIMIT 1`,
    );
    const place = records[0];
    if (!place) throw new Error('nothing is registered');
    const book = { register: types.comune().register, aoo: types.comune().code, place: { ...place, depth: 3 } };
    const alone = await rate((n) =>
      registerDocuments(pool, book, [{ document: aDocument(n), ids: [`bench-${registered}-${n}`], at: now() }]),
    );
    const { rows } = await pool.query<{ n: number; last: number; distinct: number }>(
      `SELECT count(*)::integer AS n, max(number) AS last, count(DISTINCT number)::integer AS distinct FROM eli4u.protocol_registration`,
    );
    const [found] = rows;
    if (!found || found.n !== found.last || found.n !== found.distinct || found.n !== registered + 2 * atOnce)
      throw new Error(`the register has gaps: ${JSON.stringify(found)}`);
    return [
      { registered, 'at once': atOnce, how: 'bare committed inserts (floor)', 'per second': floor, gaps: 0 },
      { registered, 'at once': atOnce, how: 'registrations of one process', 'per second': group, gaps: 0 },
      { registered, 'at once': atOnce, how: 'a transaction each (ten processes)', 'per second': alone, gaps: 0 },
    ];
  } finally {
    await pool.end();
  }
}

/** Register with so many entries, through the same door. */
async function fill(register: (document: DocumentToRegister) => Promise<unknown>, many: number): Promise<void> {
  for (let done = 0; done < many; done += 1000)
    await Promise.all(Array.from({ length: Math.min(1000, many - done) }, (_, n) => register(aDocument(done + n))));
}

async function rate(once: (n: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, (_, n) => once(n)));
  return Math.round((atOnce * 1000) / (performance.now() - start));
}

function aDocument(n: number): DocumentToRegister {
  const sha256 = createHash('sha256').update(String(n)).digest('hex');
  return {
    flow: 'in',
    sender: [{ name: `Impresa Ronchi ${n} S.r.l.`, address: `impresa${n}@pec.example.it` }],
    recipients: [{ name: 'Edilizia Privata' }],
    object: `Richiesta di informazioni sul cantiere di via ${n}`,
    main: {
      title: 'Documento in arrivo',
      format: 'pdf',
      kept: { sha256, bytes: 1000, storageKey: `${sha256.slice(0, 2)}/${sha256}` },
    },
    attachments: [],
    senderOn: null,
    senderNumber: null,
    channel: 'pec',
    operator: 'officer:bench',
    unit: null,
    classification: null,
    emergency: null,
  };
}
