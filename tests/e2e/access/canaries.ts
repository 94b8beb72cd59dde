import { identifierOf } from '#lib/records/identifier.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { writePageText } from '#lib/store/images/write-page-text.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore, type FilingRequest } from '#lib/store/procedures/procedure-store.ts';
import { addImages, linesOf } from '#tests/builders/page-text.ts';
import { all, does, filed, officer, wayTo } from '#tests/builders/procedure-desk.ts';
import type { SiteStore } from './site-store.ts';

/**
 * Words that stand nowhere else, each in two halves: what is asked for is the first, so that a page that repeats the question does not give away
 * what is looked for, the second.
 */
export const canaries = {
  applicant: ['Petronilla', 'Zurlamonti'],
  representative: ['Gaudenzio', 'Frescobrolo'],
  counterparty: ['Ermenegarda', 'Quattrovalli'],
  taxCode: ['ZRLPRN', '80A41G224'],
  email: ['petronilla', 'casazurlamonti.example'],
  phone: ['0491', '7350264'],
  subject: ['malanotte', 'gracchiosa'],
  answer: ['sbrindellata', 'tarabuso'],
  fileName: ['certificato', 'zirlobianco'],
  content: ['segretissimo', 'pettirosso-muto'],
  note: ['promemoria', 'ghiandaiante'],
  page: ['scartafaccio', 'bruscolino-vispo'],
} as const satisfies Record<string, readonly [string, string]>;

/** What must stand in no public output, as it would be written and as addresses and folded words have it. */
export const lookedFor: readonly string[] = Object.values(canaries).map(([, second]) => second.toLowerCase());

type Way = Parameters<typeof wayTo> extends [unknown, ...infer Rest] ? Rest : never;

const whole = ([first, second]: readonly [string, string], between = ' ') => `${first}${between}${second}`;

/** A case through all its life, with canaries wherever somebody may write something; running, and one that is concluded and closed. */
export async function seedCanaries({ pool, dataDir }: SiteStore): Promise<{ cases: string[]; agents: string[] }> {
  const types = createProcedureTypes('schemas/procedures');
  const store = createProcedureStore({ pool, dataDir, types, now: () => new Date() });
  const contacts = { email: whole(canaries.email, '@'), phone: whole(canaries.phone, ' ') };
  const person = (name: readonly [string, string], taxCode: string | null) =>
    ({ kind: 'person', name: whole(name), taxCode, contacts }) as const;
  const request: Partial<FilingRequest> = {
    parties: [
      { role: 'applicant', actsFor: null, agent: person(canaries.applicant, whole(canaries.taxCode, '')) },
      { role: 'representative', actsFor: 0, agent: person(canaries.representative, null) },
      { role: 'counterparty', actsFor: null, agent: person(canaries.counterparty, null) },
    ],
    subject: `Patrocinio ${whole(canaries.subject)} per ${whole(canaries.applicant)}`,
    answers: { note: whole(canaries.answer) },
    place: whole(canaries.answer),
    request: {
      bytes: Buffer.from(whole(canaries.content)),
      format: 'txt',
      fileName: `${whole(canaries.fileName, '-')}.txt`,
    },
  };
  const running = (await filed(store, request)).id;
  const closed = (await filed(store, request)).id;
  const ways: Way[] = [
    ['assignment'],
    ['completenessCheck'],
    ['examination', 'documentsComplete', 'opinionsNotRequired'],
    ['decision', 'requirementsMet'],
    ['notification'],
    ['granted'],
  ];
  for (const [node, ...found] of ways) {
    const view = await store.findCase(closed, all);
    if (view?.procedure.state === 'running' && view.procedure.at.node === node) continue;
    await does(store, closed, (now) => wayTo(now, node, ...found));
  }
  await does(store, closed, { kind: 'close', unregisteredDocuments: 0, postponeRetention: whole(canaries.note) });
  await seedPage(pool, closed);
  const view = await store.findCase(running, all);
  await store.addDocument({
    id: running,
    reach: all,
    actor: officer,
    expected: view?.procedure.version ?? 0,
    document: {
      bytes: Buffer.from(whole(canaries.content)),
      format: 'txt',
      kind: 'other',
      code: null,
      title: whole(canaries.note),
      fileName: `${whole(canaries.fileName, '-')}.txt`,
      flow: 'internal',
    },
  });
  return { cases: [running, closed], agents: (view?.parties ?? []).map(({ agent }) => agent) };
}

/** A page with text on what nobody of the public may see. */
async function seedPage(pool: SiteStore['pool'], record: string): Promise<void> {
  const imageId = identifierOf(987_654_321);
  await addImages(pool, record, [imageId]);
  await writePageText(pool, { imageId, language: null, origin: 'alto', lines: linesOf(whole(canaries.page)) });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await indexRecords(client, { sql: 'SELECT $1::text AS id', values: [record] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
