import { expect, it } from 'vitest';
import { readFile } from '#lib/http/read-file.ts';

const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

it.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\atto.pdf', 'atto.pdf'],
  ['relata\u202efdp.exe', 'relatafdp.exe'],
  ['a\u0000\r\nb.pdf', 'ab.pdf'],
  ['\u2066\u202e', null],
])('the name %j is kept as %j', async (name, kept) => {
  expect(await readFile(new File([bytes], name), ['pdf'])).toMatchObject({ kind: 'read', file: { fileName: kept } });
});

it.each([
  ['<html><script>alert(1)</script>', 'wrongFormat'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'wrongFormat'],
  ['', 'empty'],
])('%j is taken for what it is, whatever it is called', async (text, kind) => {
  expect(await readFile(new File([text], 'atto.pdf'), ['pdf', 'png'])).toEqual({ kind });
});
