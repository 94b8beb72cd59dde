/** What we give out as METS comes in again, here as with whoever takes it: the same pages, names, sizes and rights, linked where they lie. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toMets } from '#lib/projections/mets.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { readHarvestItem } from '#lib/store/dissemination/read-items.ts';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { harvestSite } from '#tests/builders/harvested.ts';
import { putPages } from '#tests/builders/images.ts';
import { openScanStage, type ScanStage } from '#tests/builders/scan-stage.ts';

const rights = 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/';
let stage: ScanStage;
const other = identifierOf(21);
beforeAll(async () => {
  stage = await openScanStage();
  await stage.pool.query(
    `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title, reference_code, description, visibility)
     SELECT $1, repository_id, $1, 1, 0, 'item', 'Copia', 'reg. 2', '{}', 'open' FROM eli4u.record WHERE id = $2`,
    [other, stage.record],
  );
});
afterAll(() => stage.end());

it('pages, names, sizes and rights', async () => {
  const ids = await putPages(stage.pool, stage.dataDir, stage.record, {
    pages: 4,
    width: 123,
    height: 45,
    rightsUri: rights,
  });
  await stage.pool.query('UPDATE eli4u.digital_object SET rights_uri = $1', [rights]);
  const item = await readHarvestItem(stage.pool, stage.record);
  if (item?.state !== 'found' || item.value.kind !== 'record') throw new Error('no record');
  const mets = toMets(item.value.value, harvestSite);
  expect(mets).not.toBeNull();
  const file = path.join(stage.scans, 'mets.xml');
  await writeFile(file, mets ?? '');
  expect(await stage.load({ place: file, record: other })).toMatchObject({ created: 4, quarantined: 0, problems: [] });
  const [given, taken] = [await findImageSet(stage.pool, stage.record), await findImageSet(stage.pool, other)];
  const facts = (set: typeof given) =>
    set?.images.map(({ label, width, height, page }) => [label, width, height, page]);
  expect(facts(taken)).toEqual(facts(given));
  expect(taken).toMatchObject({ rightsUri: rights, paged: true });
  expect(taken?.images.map(({ place }) => place)).toEqual(
    ids.map((id) => ({
      kind: 'file',
      href: `${harvestSite.baseUrl}/iiif/image/${id}/full/max/0/default.jpg`,
    })),
  );
});

it('by itself it is found by its own name', async () => {
  const counts = await stage.load({ place: path.join(stage.scans, 'mets.xml'), record: null, dryRun: true });
  // These images are linked now, and were held.
  expect(counts).toMatchObject({ read: 4, created: 4, deleted: 4, quarantined: 0 });
});
