import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putAside } from '#lib/http/forms/sent-files.ts';
import { readFile } from '#lib/http/read-file.ts';
import { receiveDocument } from '#lib/store/documents/receive.ts';

const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-read-file-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

/** A file as a page finds it: its bytes were taken before. */
async function sent(content: string, name: string): Promise<File> {
  async function* bytes() {
    if (content !== '') yield Buffer.from(content);
  }
  return new File([putAside(await receiveDocument(dataDir, bytes(), 1000))], name);
}

it.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\atto.pdf', 'atto.pdf'],
  ['relata\u202efdp.exe', 'relatafdp.exe'],
  ['a\u0000\r\nb.pdf', 'ab.pdf'],
  ['\u2066\u202e', null],
])('the name %j is kept as %j', async (name, kept) => {
  expect(await readFile(await sent(pdf, name), ['pdf'])).toMatchObject({ kind: 'read', file: { fileName: kept } });
});

it.each([
  ['<html><script>alert(1)</script>', 'wrongFormat'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'wrongFormat'],
  ['', 'empty'],
])('%j is taken for what it is, whatever it is called', async (text, kind) => {
  expect(await readFile(await sent(text, 'atto.pdf'), ['pdf', 'png'])).toEqual({ kind, name: 'atto.pdf' });
});
