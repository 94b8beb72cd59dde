import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginDrawing, sweepDrawings } from '#lib/store/derived/drawing-drafts.ts';
import { createPreviews } from '#lib/store/derived/previews.ts';
import { runDrawing } from '#lib/store/derived/run-drawing.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { endBytes, remainsOf } from '#lib/store/keeping/destroy-bytes.ts';

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-previews-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function kept(bytes: Uint8Array | string, format: string) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const storageKey = `${sha256.slice(0, 2)}/${sha256}`;
  const file = documentPath(dataDir, storageKey);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return { storageKey, format, bytes: bytes.length };
}

it('draws the first page of a PDF and an image, once, in two sizes, without what the image says of itself', async () => {
  let drawn = 0;
  const previews = createPreviews(dataDir, (...given) => ((drawn += 1), runDrawing(...given)));
  const document = await kept(pdf, 'pdf');
  const [page, thumb] = await Promise.all([previews.of(document, 'page'), previews.of(document, 'thumb')]);
  expect(await sharp(await readFile(page ?? '')).metadata()).toMatchObject({ format: 'webp', height: 1400 });
  expect(await sharp(await readFile(thumb ?? '')).metadata()).toMatchObject({ height: 320 });
  expect(drawn).toBe(1);
  const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#246' } })
    .withExif({ IFD0: { Copyright: 'Lucia Bonfante' } })
    .jpeg()
    .toBuffer();
  const image = await previews.of(await kept(photo, 'jpg'), 'page');
  const small = await readFile(image ?? '');
  expect(await sharp(small).metadata()).toMatchObject({ width: 1400, height: 700 });
  expect(small.includes('Bonfante')).toBe(false);
});

it('remembers that nothing can be drawn from bytes, and tries no other format', async () => {
  let drawn = 0;
  const previews = createPreviews(dataDir, (...given) => ((drawn += 1), runDrawing(...given)));
  const torn = await kept('%PDF-1.7 nothing', 'pdf');
  expect(await previews.of(torn, 'page')).toBeNull();
  expect(await previews.of(torn, 'page')).toBeNull();
  expect(drawn).toBe(1);
  expect(await previews.of({ ...torn, format: 'docx' }, 'page')).toBeNull();
  expect(await previews.of({ ...torn, format: 'pdf', bytes: 1e9 }, 'page')).toBeNull();
  expect(drawn).toBe(1);
});

it('ends a drawing that takes too long or too much', async () => {
  const { storageKey } = await kept(pdf, 'pdf');
  const folder = await mkdtemp(path.join(dataDir, 'x-'));
  const source = documentPath(dataDir, storageKey);
  expect(await runDrawing('pdf', source, folder, { milliseconds: 5, bytes: 1e9 })).toBe(false);
  expect(await runDrawing('pdf', source, folder, { milliseconds: 60_000, bytes: 1_000_000 })).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

it('leaves nothing of what was destroyed, also while it was drawn', async () => {
  const document = await kept(`${pdf} `, 'pdf');
  const previews = createPreviews(dataDir);
  expect(await previews.of(document, 'thumb')).not.toBeNull();
  expect(await remainsOf(dataDir, document.storageKey)).toContain(`derived/${document.storageKey}`);
  await rm(documentPath(dataDir, document.storageKey));
  await endBytes(dataDir, document.storageKey);
  expect(await remainsOf(dataDir, document.storageKey)).toEqual([]);
  const meanwhile = await kept(`${pdf}  `, 'pdf');
  const late = createPreviews(dataDir, async (...given) => {
    const done = await runDrawing(...given);
    await rm(documentPath(dataDir, meanwhile.storageKey));
    await endBytes(dataDir, meanwhile.storageKey);
    return done;
  });
  expect(await late.of(meanwhile, 'page')).toBeNull();
  expect(await remainsOf(dataDir, meanwhile.storageKey)).toEqual([]);
});

it('leaves no drawing of what was destroyed, of whatever process was ended while it drew', async () => {
  const document = await kept(`${pdf}   `, 'pdf');
  const killed = await beginDrawing(dataDir, document.storageKey);
  await writeFile(path.join(killed, 'page.webp'), 'pixels');
  const others = await beginDrawing(dataDir, (await kept(`${pdf}    `, 'pdf')).storageKey);
  await rm(documentPath(dataDir, document.storageKey));
  expect(await remainsOf(dataDir, document.storageKey)).toEqual([path.relative(dataDir, killed)]);
  await endBytes(dataDir, document.storageKey);
  await expect(stat(killed)).rejects.toThrow('ENOENT');
  expect((await stat(others)).isDirectory()).toBe(true);
});

it('sweeps drawings that nobody can be at any more, and nothing else', async () => {
  const document = await kept(`${pdf}     `, 'pdf');
  const page = (await createPreviews(dataDir).of(document, 'page')) ?? '';
  const [left, going] = [
    await beginDrawing(dataDir, document.storageKey),
    await beginDrawing(dataDir, document.storageKey),
  ];
  const now = Date.now();
  for (const [place, minutes] of [
    [left, 61],
    [going, 59],
    [path.dirname(page), 600],
  ] as const) {
    const at = new Date(now - minutes * 60_000);
    await utimes(place, at, at);
  }
  expect(await sweepDrawings(dataDir, now)).toBe(1);
  await expect(stat(left)).rejects.toThrow('ENOENT');
  expect((await stat(going)).isDirectory()).toBe(true);
  expect((await stat(page)).isFile()).toBe(true);
});
