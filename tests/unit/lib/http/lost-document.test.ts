import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { download } from '#lib/http/download.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { conditionOf, readDocument } from '#lib/store/documents/read.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-lost-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

it('a document whose bytes were removed behind our back says so in words, and is found by who verifies', async () => {
  const { storageKey, sha256, bytes } = await keepDocument(dataDir, Buffer.from('%PDF-1.7 atto'));
  const open = () =>
    download({ stream: readDocument(dataDir, storageKey), format: 'pdf', fileName: 'atto.pdf', bytes }, 'abc');
  const whole = await open();
  expect([whole.status, await whole.text()]).toEqual([200, '%PDF-1.7 atto']);
  await rm(documentPath(dataDir, storageKey));
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const lost = await open();
  expect(lost.status).toBe(503);
  expect(await lost.text()).toContain('Il documento non si trova più');
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
  expect(await conditionOf(dataDir, storageKey, sha256)).toBe('missing');
});
