import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { betweenLooks, diskRoom } from '#lib/store/documents/disk-room.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { conditionOf } from '#lib/store/documents/read.ts';
import { receiveDocument, type DraftFile } from '#lib/store/documents/receive.ts';
import { documentPath, draftsFolder } from '#lib/store/documents/storage-key.ts';
import { sweepDrafts } from '#lib/store/documents/sweep-drafts.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-documents-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function* parts(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw new Error('the connection was cut');
}
const drafts = () => readdir(draftsFolder(dataDir));

it('keeps what came under its SHA-256', async () => {
  const received = await receiveDocument(dataDir, parts('%PDF-1.7', ' and ', 'more'), 100);
  if (received.kind !== 'received') throw new Error(received.kind);
  const sha256 = createHash('sha256').update('%PDF-1.7 and more').digest('hex');
  expect(received.document).toMatchObject({ sha256, bytes: 17, storageKey: `${sha256.slice(0, 2)}/${sha256}` });
  const { storageKey } = await received.document.keep();
  expect(await readFile(documentPath(dataDir, storageKey), 'utf8')).toBe('%PDF-1.7 and more');
  expect(await drafts()).toEqual([]);
});

it.each([
  ['empty', () => parts(), 100],
  ['tooLong', () => parts('0123456789', '0'), 10],
  ['cut', () => brokenAfter('%PDF-1.7'), 100],
] as const)('leaves nothing of what is %s', async (kind, source, longest) => {
  expect(await receiveDocument(dataDir, source(), longest)).toEqual({ kind });
  expect(await drafts()).toEqual([]);
});

it('leaves free what is kept free of the disk, and nothing of what had no room', async () => {
  const none = diskRoom(dataDir, Number.MAX_SAFE_INTEGER);
  expect(await receiveDocument(dataDir, parts('one'), 100, { room: none })).toEqual({ kind: 'noSpace' });
  expect(await receiveDocument(dataDir, parts('one'), 100, { room: diskRoom(dataDir, 0) })).toMatchObject({
    kind: 'received',
  });
  // It is looked at again while a long one comes.
  let looks = 0;
  const soon = async () => ++looks < 2;
  const part = 'x'.repeat(betweenLooks / 2);
  expect(await receiveDocument(dataDir, parts(part, part, part), 10 * betweenLooks, { room: soon })).toEqual({
    kind: 'noSpace',
  });
  expect(looks).toBe(2);
  expect(await drafts()).toHaveLength(1);
});

it.each(['ENOSPC', 'EDQUOT'])('leaves nothing where the disk is full (%s)', async (code) => {
  const full = async (file: string): Promise<DraftFile> => {
    const handle = await open(file, 'wx');
    let written = 0;
    return {
      write: async (part, from) => {
        if (++written > 1) throw Object.assign(new Error('no space left on device'), { code });
        return handle.write(part, from);
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  };
  expect(await receiveDocument(dataDir, parts('one', 'two'), 100, { openFile: full })).toEqual({ kind: 'noSpace' });
  expect(await drafts()).toEqual([]);
});

it('writes all of a part that the disk takes in pieces', async () => {
  const slow = async (file: string): Promise<DraftFile> => {
    const handle = await open(file, 'wx');
    return {
      write: (part, from) => handle.write(part, from, Math.min(3, part.byteLength - from)),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  };
  const received = await receiveDocument(dataDir, parts('0123456789', 'abcde'), 100, { openFile: slow });
  if (received.kind !== 'received') throw new Error(received.kind);
  const { storageKey, sha256 } = await received.document.keep();
  expect(await conditionOf(dataDir, storageKey, sha256)).toBe('whole');
});

it('tells missing and altered bytes, which the same document sent again makes whole', async () => {
  const bytes = Buffer.from('%PDF-1.7');
  const { storageKey, sha256 } = await keepDocument(dataDir, bytes);
  await writeFile(documentPath(dataDir, storageKey), '%PDF-1.8');
  expect(await conditionOf(dataDir, storageKey, sha256)).toBe('altered');
  await rm(documentPath(dataDir, storageKey));
  expect(await conditionOf(dataDir, storageKey, sha256)).toBe('missing');
  await keepDocument(dataDir, bytes);
  expect(await conditionOf(dataDir, storageKey, sha256)).toBe('whole');
});

it('removes drafts of a process that was ended, and leaves those that are written to', async () => {
  await keepDocument(dataDir, Buffer.from('x'));
  const now = Date.now();
  for (const [name, age] of [
    ['old', 25],
    ['young', 23],
  ] as const) {
    await writeFile(path.join(draftsFolder(dataDir), name), 'x');
    const at = new Date(now - age * 3_600_000);
    await utimes(path.join(draftsFolder(dataDir), name), at, at);
  }
  expect(await sweepDrafts(dataDir, now)).toBe(1);
  expect(await drafts()).toEqual(['young']);
});
