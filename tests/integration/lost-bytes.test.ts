/** Bytes that were lost or altered behind our back: named by `npm run verify`, and no bar to a scarto. */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tornDocuments } from '#lib/jobs/verify-files.ts';
import { keepingChecks, remainsOfDestroyed } from '#lib/jobs/verify-keeping.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { startDisposal } from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { findDisposal } from '#lib/store/keeping/list-keeping.ts';
import { archivist, authorised, keptFile, type KeptFile } from '#tests/builders/kept-files.ts';
import { all, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
const keeper = archivist('2026-03-02');
const lost = (key: string) => rm(documentPath(desk.dataDir, key));
beforeAll(async () => {
  desk = await openTestDesk(keeper.today);
});
afterAll(() => desk.end());

it('are named by verify, each with what became of it, former versions too', async () => {
  const [whole, gone, longer, altered] = [
    await keptFile(desk, {}),
    await keptFile(desk, {}),
    await keptFile(desk, {}),
    await keptFile(desk, { phase: 'current' }),
  ];
  expect(await tornDocuments(desk.pool, desk.dataDir)).toEqual([]);
  await lost(gone.storageKey);
  await appendFile(documentPath(desk.dataDir, longer.storageKey), 'x');
  // As many bytes as before, one of them another: no length tells it.
  const place = documentPath(desk.dataDir, altered.storageKey);
  const bytes = await readFile(place);
  await writeFile(
    place,
    bytes.map((byte, n) => (n === 0 ? byte ^ 1 : byte)),
  );
  const draft = await draftOf(altered);
  const named = await tornDocuments(desk.pool, desk.dataDir);
  expect(named.toSorted()).toEqual(
    [
      `${gone.document} (missing)`,
      `${longer.document} (altered)`,
      `${altered.document} (altered)`,
      `${draft} version 1 (missing)`,
    ].toSorted(),
  );
  expect(named.join()).not.toContain(whole.document);
});

/** A document whose former version is lost. */
async function draftOf({ id }: KeptFile): Promise<string> {
  const file = (words: string) => ({ bytes: Buffer.from(`%PDF-1.7 ${words}`), format: 'pdf', fileName: null });
  const document = { ...file('prima'), kind: 'other' as const, code: null, title: 'Bozza', flow: 'internal' as const };
  const added = await desk.store.addDocument({ id, reach: all, actor: officer, expected: null, document });
  const record = added.kind === 'added' ? added.record : '';
  const next = { id, record, reach: all, actor: officer, file: file('seconda'), reason: 'corretta', expected: null };
  expect(await desk.store.replaceDocument(next)).toMatchObject({ kind: 'replaced' });
  const { rows } = await desk.pool.query<{ key: string }>(
    'SELECT storage_key AS key FROM eli4u.document_version WHERE record_id = $1',
    [record],
  );
  await lost(rows[0]?.key ?? '');
  return record;
}

it('a scarto of what was lost before is done all the same, and its report says that there was nothing left to destroy', async () => {
  const { id, storageKey } = await keptFile(desk, {});
  await lost(storageKey);
  const disposal = await authorised(desk, keeper.today);
  const { rows } = await desk.pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM eli4u.disposal_item WHERE disposal_id = $1 AND state = 'granted'`,
    [disposal],
  );
  expect(await startDisposal(desk.pool, disposal, rows[0]?.n ?? 0, keeper)).toBe('started');
  await executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });
  const files = await desk.pool.query('SELECT outcome FROM eli4u.disposal_file WHERE record_id = $1', [id]);
  expect(files.rows).toEqual([{ outcome: 'absent' }]);
  // This one, and the two that the test before lost.
  expect((await findDisposal(desk.pool, disposal))?.files).toMatchObject({ absent: 3 });
  for (const { says, sql } of keepingChecks)
    expect({ says, wrong: (await desk.pool.query(sql)).rows }).toEqual({ says, wrong: [] });
  expect(await remainsOfDestroyed(desk.pool, desk.dataDir)).toEqual([]);
});
