/** A unit whose METS file is delivered again and again, changed each time: pages stand as it says, and an image keeps its id while its file keeps its name. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSet } from '#ingest/images/load-set.ts';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { openScanStage, plainPicture, type ScanStage } from '#tests/builders/scan-stage.ts';

interface Leaf {
  /** Of its file. */
  name: number;
  label: string | null;
  /** Which of a few pictures it shows. */
  picture: number;
}

let stage: ScanStage;
const pictures: Buffer[] = [];
beforeAll(async () => {
  stage = await openScanStage();
  for (let at = 0; at < 4; at++)
    pictures.push(
      await plainPicture(12 + at, 10, `hsl(${at * 80}, 50%, 50%)`)
        .jpeg()
        .toBuffer(),
    );
});
afterAll(() => stage.end());

const delivery: fc.Arbitrary<Leaf[]> = fc.uniqueArray(
  fc.record({
    name: fc.integer({ min: 1, max: 8 }),
    label: fc.option(fc.constantFrom('c. 1r', 'c. 1v', 'c. 2r', 'piatto')),
    picture: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 8 },
);

/** Divisions stand in another order than ORDER says: it is ORDER that counts. */
const metsOf = (leaves: readonly Leaf[]): string =>
  `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="reg. 1"><fileSec><fileGrp>${leaves
    .map(({ name }) => `<file ID="f${name}"><FLocat LOCTYPE="URL" xlink:href="scans/${name}.jpg"/></file>`)
    .join('')}</fileGrp></fileSec><structMap TYPE="physical"><div>${leaves
    .map(({ name, label }, at) => ({ name, at, label }))
    .toSorted((a, b) => a.name - b.name)
    .map(
      ({ name, at, label }) =>
        `<div ORDER="${at + 1}"${label === null ? '' : ` LABEL="${label}"`}><fptr FILEID="f${name}"/></div>`,
    )
    .join('')}</div></structMap></mets>`;

async function deliver(leaves: readonly Leaf[]) {
  const folder = path.join(stage.scans, 'scans');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const { name, picture } of leaves)
    await writeFile(path.join(folder, `${name}.jpg`), pictures[picture] ?? Buffer.alloc(0));
  const mets = path.join(stage.scans, 'mets.xml');
  await writeFile(mets, metsOf(leaves));
  const { pool, dataDir, record } = stage;
  return loadSet(
    { kind: 'mets', path: mets },
    {
      pool,
      dataDir,
      record,
      repository: null,
      dryRun: false,
      scratch: null,
      named: new Map(),
      onProgress: () => undefined,
      // In this process: a hundred loads each start none.
      workers: {
        look: () => Promise.resolve({ pages: 1, mediaType: 'image/jpeg', cut: 0 }),
        make: (file, page, target) => makePyramid(file, page - 1, target),
        close: () => undefined,
      },
    },
  );
}

it('pages are in the order told, and ids stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(delivery, { minLength: 2, maxLength: 5 }), async (deliveries) => {
      await stage.clear();
      let before = new Map<string, { id: string; picture: number }>();
      let last = '';
      for (const leaves of deliveries) {
        const { counts, outcome } = await deliver(leaves);
        const said = JSON.stringify(leaves);
        const images = await stage.images();
        expect(images.map(({ name, label, page }) => [name, label, page])).toEqual(
          leaves.map(({ name, label }, at) => [`scans/${name}.jpg`, label, at + 1]),
        );
        const now = new Map(images.map(({ id, name }, at) => [name, { id, picture: leaves[at]?.picture ?? -1 }]));
        for (const [name, { id }] of now) if (before.has(name)) expect(id).toBe(before.get(name)?.id);
        expect(new Set(images.map(({ id }) => id)).size).toBe(images.length);
        const kept = [...now].filter(([name]) => before.has(name));
        const changed = kept.filter(([name, { picture }]) => before.get(name)?.picture !== picture).length;
        expect(outcome).toBe(said === last ? 'unchanged' : 'loaded');
        expect(counts).toMatchObject({
          read: leaves.length,
          created: leaves.length - kept.length,
          changed,
          unchanged: kept.length - changed,
          deleted: [...before.keys()].filter((name) => !now.has(name)).length,
        });
        before = now;
        last = said;
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
