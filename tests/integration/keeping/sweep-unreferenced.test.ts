import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remainsOfDestroyed } from '#lib/jobs/verify-keeping.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { startDisposal } from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { sweepUnreferenced } from '#lib/store/keeping/sweep-unreferenced.ts';
import { archivist, authorised, comeDue, keptFile } from '#tests/builders/kept-files.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const days = (count: number) => new Date(now - count * 86_400_000);

const today = '2026-03-02';
const keeper = archivist(today);

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(today);
});
afterAll(() => desk.end());

const kept = async (text: string, since: Date): Promise<string> => {
  const { storageKey } = await keepDocument(desk.dataDir, Buffer.from(text));
  await utimes(documentPath(desk.dataDir, storageKey), since, since);
  return storageKey;
};
const there = (key: string) => existsSync(documentPath(desk.dataDir, key));
const keyOf = async (id: string): Promise<string> =>
  (
    await desk.pool.query<{ key: string }>(
      'SELECT d.storage_key AS key FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id) WHERE o.procedure_id = $1',
      [id],
    )
  ).rows[0]?.key ?? '';

it('ends bytes that nobody refers to after a day, with what was derived from them, and nothing else', async () => {
  const request = { bytes: Buffer.from('{"kept":true}'), format: 'json', fileName: null };
  const referred = await keyOf((await filed(desk.store, { request })).id);
  await utimes(documentPath(desk.dataDir, referred), days(9), days(9));
  const [refused, young] = [await kept('refused', days(2)), await kept('on its way', days(0.5))];
  const derived = path.join(desk.dataDir, 'derived', refused);
  await mkdir(derived, { recursive: true });
  await writeFile(path.join(derived, 'page.webp'), 'a picture');
  const stranger = path.join(desk.dataDir, 'documents', refused.slice(0, 2), 'README');
  await writeFile(stranger, 'not ours');
  await utimes(stranger, days(9), days(9));
  expect(await sweepUnreferenced(desk.pool, desk.dataDir, now)).toBe(1);
  expect([refused, young, referred].map(there)).toEqual([false, true, true]);
  expect([derived, stranger].map((place) => existsSync(place))).toEqual([false, true]);
});

it('ends what came back of what a scarto destroyed, but leaves to a scarto under way what is its own', async () => {
  const bytes = '{"destroyed":true}';
  const { id, storageKey } = await keptFile(desk, { bytes });
  await comeDue(desk, id);
  const disposal = await authorised(desk, today);
  expect(await startDisposal(desk.pool, disposal, 1, keeper)).toBe('started');
  await executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });
  expect(there(storageKey)).toBe(false);
  await kept(bytes, days(2));
  const underWay = (outcome: string | null) =>
    desk.owner.query(
      'UPDATE eli4u.disposal_file SET outcome = $1, done_at = CASE WHEN $1::text IS NOT NULL THEN now() END',
      [outcome],
    );
  await underWay(null);
  expect(await sweepUnreferenced(desk.pool, desk.dataDir, now)).toBe(0);
  expect(there(storageKey)).toBe(true);
  await underWay('removed');
  expect(await sweepUnreferenced(desk.pool, desk.dataDir, now)).toBe(1);
  expect(await remainsOfDestroyed(desk.pool, desk.dataDir)).toEqual([]);
});
